// What parameters and values of distributions may be. A constraint is asked of numbers that have been read, row by row of its event.

export interface Constraint {
  /** As PyTorch prints it. */
  readonly name: string;
  /** The dimensions of which one value is made: 1 for the rows of a simplex. */
  readonly event: 0 | 1 | 2;
  readonly holds: (numbers: ArrayLike<number>, at: number, size: number) => boolean;
}

const each = (name: string, test: (value: number) => boolean): Constraint => ({
  name,
  event: 0,
  holds: (numbers, at) => test(numbers[at]!),
});

export const real = each("Real()", (value) => !Number.isNaN(value));
export const positive = each("GreaterThan(lower_bound=0.0)", (value) => value > 0);
export const nonNegative = each("GreaterThanEq(lower_bound=0.0)", (value) => value >= 0);
export const unitInterval = each("Interval(lower_bound=0.0, upper_bound=1.0)", (value) => value >= 0 && value <= 1);
export const boolean = each("Boolean()", (value) => value === 0 || value === 1);
export const count = each("IntegerGreaterThan(lower_bound=0)", (value) => value >= 0 && Number.isInteger(value));

export const integerInterval = (most: number): Constraint =>
  each(
    `IntegerInterval(lower_bound=0, upper_bound=${most})`,
    (value) => Number.isInteger(value) && value >= 0 && value <= most,
  );

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

/** Of every square matrix: zeros above its diagonal, positive on it. */
export const lowerCholesky: Constraint = {
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
