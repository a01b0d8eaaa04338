// What parameters and values of distributions may be. A constraint is asked of numbers that have been read, row by row of its event; one
// whose bounds are tensors, of all at once.

import { noGrad } from "../autograd/grad-mode.js";
import { ge, le, lt } from "../ops/pointwise/compare.js";
import { logicalAnd } from "../ops/pointwise/logical.js";
import { all } from "../ops/reductions/truths.js";
import { item, toTypedArray } from "../tensor/reads.js";
import { formatShape, numberOfElements } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";

interface Named {
  /** As PyTorch prints it. */
  readonly name: string;
  /** The dimensions of which one value is made: 1 for the rows of a simplex. */
  readonly event: number;
}

export type Constraint = Named &
  (
    | { readonly holds: (numbers: ArrayLike<number>, at: number, size: number) => boolean }
    /** Of bounds that are tensors: asked of all values at once. */
    | { readonly accepts: (value: Tensor) => boolean }
  );

/** One that is asked of numbers. */
type Rowwise = Extract<Constraint, { readonly holds: unknown }>;

/** Whether every value of a tensor is what the constraint says; the values are read. */
export function satisfies(value: Tensor, constraint: Constraint): boolean {
  if ("accepts" in constraint) return constraint.accepts(value);
  const numbers = toTypedArray(value);
  const size = numberOfElements(value.shape.slice(value.ndim - constraint.event));
  for (let at = 0; at < numbers.length; at += size) if (!constraint.holds(numbers, at, size)) return false;
  return true;
}

const each = (name: string, test: (value: number) => boolean) => ({
  name,
  event: 0,
  holds: (numbers: ArrayLike<number>, at: number) => test(numbers[at]!),
});

/** The same of the last `event` dimensions at once. */
export function independent(constraint: Constraint, event: number): Constraint {
  if (event === 0) return constraint;
  return {
    name: `IndependentConstraint(${constraint.name}, ${event})`,
    event: constraint.event + event,
    accepts: (value) => satisfies(value, constraint),
  };
}

type Bound = Tensor | number;

function bound(value: Bound): string {
  if (!isTensor(value)) return String(value);
  return value.numel() === 1 ? String(toTypedArray(value)[0]) : `Tensor of shape ${formatShape(value.shape)}`;
}

const holdsThroughout = (truths: () => Tensor): boolean => Boolean(noGrad(() => item(all(truths()))));

/** From `low` to `high`, both of them too. */
export const interval = (low: Bound, high: Bound): Constraint => ({
  get name() {
    return `Interval(lower_bound=${bound(low)}, upper_bound=${bound(high)})`;
  },
  event: 0,
  accepts: (value) => holdsThroughout(() => logicalAnd(ge(value, low), le(value, high))),
});

export const atLeast = (low: Bound): Constraint => ({
  get name() {
    return `GreaterThanEq(lower_bound=${bound(low)})`;
  },
  event: 0,
  accepts: (value) => holdsThroughout(() => ge(value, low)),
});

export const lessThan = (high: Bound): Constraint => ({
  get name() {
    return `LessThan(upper_bound=${bound(high)})`;
  },
  event: 0,
  accepts: (value) => holdsThroughout(() => lt(value, high)),
});

export const real = each("Real()", (value) => !Number.isNaN(value));
export const positive = each("GreaterThan(lower_bound=0.0)", (value) => value > 0);
export const nonNegative = each("GreaterThanEq(lower_bound=0.0)", (value) => value >= 0);
export const halfOpenInterval = each(
  "HalfOpenInterval(lower_bound=0.0, upper_bound=1.0)",
  (value) => value >= 0 && value < 1,
);
export const unitInterval = each("Interval(lower_bound=0.0, upper_bound=1.0)", (value) => value >= 0 && value <= 1);
export const boolean = each("Boolean()", (value) => value === 0 || value === 1);
export const count = each("IntegerGreaterThan(lower_bound=0)", (value) => value >= 0 && Number.isInteger(value));

export const integerInterval = (most: number): Constraint =>
  each(
    `IntegerInterval(lower_bound=0, upper_bound=${most})`,
    (value) => Number.isInteger(value) && value >= 0 && value <= most,
  );

/** Whole numbers from 0 to what may differ from place to place. */
export const wholeUpTo = (most: Tensor): Constraint => ({
  get name() {
    return `IntegerInterval(lower_bound=0, upper_bound=${bound(most)})`;
  },
  event: 0,
  accepts: (value) => satisfies(value, count) && holdsThroughout(() => le(value, most)),
});

/** Of every row of `size` numbers. */
const rows = (name: string, test: (row: readonly number[]) => boolean): Constraint => ({
  name,
  event: 1,
  holds: (numbers, at, size) => test(Array.from({ length: size }, (_, place) => numbers[at + place]!)),
});

export const realVector = rows("IndependentConstraint(Real(), 1)", (row) => !row.some(Number.isNaN));
export const positiveVector = rows("IndependentConstraint(GreaterThan(lower_bound=0.0), 1)", (row) =>
  row.every((value) => value > 0),
);
export const simplex = rows(
  "Simplex()",
  (row) => row.every((value) => value >= 0) && Math.abs(row.reduce((sum, value) => sum + value, 0) - 1) < 1e-6,
);

export const oneHot = rows(
  "OneHot()",
  (row) => row.every((value) => value === 0 || value === 1) && row.filter((value) => value === 1).length === 1,
);

/** Counts that sum to `total`. */
export const countsOf = (total: number): Constraint =>
  rows(
    `Multinomial(upper_bound=${total})`,
    (row) => row.every((value) => value >= 0) && row.reduce((sum, value) => sum + value, 0) === total,
  );

/** Of every square matrix: symmetric, and with a Cholesky factor. */
export const positiveDefinite: Rowwise = {
  name: "PositiveDefinite()",
  event: 2,
  holds: (numbers, at, size) => {
    const n = Math.sqrt(size);
    const factor = new Float64Array(size);
    for (let row = 0; row < n; row++) {
      for (let column = 0; column <= row; column++) {
        const value = numbers[at + row * n + column]!;
        if (!(Math.abs(value - numbers[at + column * n + row]!) <= 1e-6 + 1e-5 * Math.abs(value))) return false;
        let rest = value;
        for (let k = 0; k < column; k++) rest -= factor[row * n + k]! * factor[column * n + k]!;
        if (row === column && !(rest > 0)) return false;
        factor[row * n + column] = row === column ? Math.sqrt(rest) : rest / factor[column * n + column]!;
      }
    }
    return true;
  },
};

/** Of every square matrix: zeros above its diagonal, positive on it. */
export const lowerCholesky: Rowwise = {
  name: "LowerCholesky()",
  event: 2,
  holds: (numbers, at, size) => {
    const n = Math.sqrt(size);
    for (let row = 0; row < n; row++) {
      if (!(numbers[at + row * n + row]! > 0)) return false;
      for (let column = row + 1; column < n; column++) if (numbers[at + row * n + column] !== 0) return false;
    }
    return true;
  },
};

/** Cholesky factors of correlation matrices: rows of length 1 besides. */
export const correlationCholesky: Constraint = {
  name: "CorrCholesky()",
  event: 2,
  holds: (numbers, at, size) => {
    if (!lowerCholesky.holds(numbers, at, size)) return false;
    const n = Math.sqrt(size);
    const tolerance = 10 * n * (numbers instanceof Float32Array ? 2 ** -23 : 2 ** -52);
    for (let row = 0; row < n; row++) {
      let length = 0;
      for (let column = 0; column < n; column++) length = Math.hypot(length, numbers[at + row * n + column]!);
      if (!(Math.abs(length - 1) <= tolerance)) return false;
    }
    return true;
  },
};
