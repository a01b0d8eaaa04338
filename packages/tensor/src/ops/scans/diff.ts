// diff, trapezoid and cumulativeTrapezoid: neighbours along a dimension, subtracted, and areas under what they span.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { normalizeDim } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { floating } from "../operands.js";
import { add, sub } from "../pointwise/add.js";
import { div } from "../pointwise/div.js";
import { logicalXor } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { cat } from "../shapes/cat.js";
import { narrow, select } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { cumsum } from "./cumsum.js";

export interface DiffOptions {
  /** How often it is done. Default 1. */
  readonly n?: number;
  /** Default −1, the last. */
  readonly dim?: number;
  /** What stands before the input along the dimension. */
  readonly prepend?: Tensor;
  /** What stands behind it. */
  readonly append?: Tensor;
}

/** What begins at the second along a dimension, and what ends at the last but one. */
function neighbours(input: Tensor, dim: number): readonly [later: Tensor, earlier: Tensor] {
  const rest = Math.max(0, input.shape[dim]! - 1);
  return [narrow(input, dim, Math.min(1, input.shape[dim]!), rest), narrow(input, dim, 0, rest)];
}

/**
 * The differences of neighbours along a dimension, `n` times over; bytes wrap, and of bools it is whether they differ.
 * Shape: (*) → (*) with as many fewer along the dimension.
 * See https://pytorch.org/docs/stable/generated/torch.diff.html.
 *
 * @throws ShapeError for a 0-d input, or what is put before or behind and does not fit; ArgumentError for a negative `n`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 3, 6]).diff().toArray(); // → [2, 3]
 * tensor([1, 3, 6]).diff({ prepend: tensor([0]) }).toArray(); // → [1, 2, 3]
 * ```
 */
export function diff(input: Tensor, ...rest: Positional<DiffOptions, ["n", "dim", "prepend", "append"]>): Tensor {
  checkTensor("diff", "input", input);
  const options = optionsOf<DiffOptions>("diff", ["n", "dim", "prepend", "append"], rest);
  checkOptions("diff", options, ["n", "dim", "prepend", "append"]);
  const { n = 1, dim = -1, prepend, append } = options;
  if (input.ndim === 0) throw new ShapeError("diff: expects input to be at least one-dimensional");
  if (!Number.isInteger(n) || n < 0) throw new ArgumentError(`diff: order must be non-negative but got ${describe(n)}`);
  const at = normalizeDim("diff", dim, input.ndim);
  for (const [name, other] of Object.entries({ prepend, append })) {
    if (other === undefined) continue;
    checkTensor("diff", name, other);
    if (other.ndim !== input.ndim)
      throw new ShapeError(
        `diff: expects ${name} to be the same dimension as input, but got ${other.ndim} and ${input.ndim}`,
      );
    const wrong = other.shape.findIndex((size, own) => own !== at && size !== input.shape[own]);
    if (wrong >= 0)
      throw new ShapeError(
        `diff: expects the shape of ${name} to match that of input except along the differencing dimension; input.size(${wrong}) = ${input.shape[wrong]}, but got ${name}.size(${wrong}) = ${other.shape[wrong]}`,
      );
  }
  const parts = [prepend, input, append].filter((part) => part !== undefined);
  // As PyTorch has it: what is not done is done to the input alone.
  let values = n === 0 || parts.length === 1 ? input : cat(parts, at);
  for (let left = Math.min(n, values.shape[at]!); left > 0; left -= 1) {
    const [later, earlier] = neighbours(values, at);
    values = values.dtype === "bool" ? logicalXor(later, earlier) : sub(later, earlier);
  }
  return values === input ? clone(input) : values;
}

export interface TrapezoidOptions {
  /** How far the points lie apart, where `x` is not given. Default 1. */
  readonly dx?: number;
  /** Default −1, the last. */
  readonly dim?: number;
}

interface Points {
  readonly dim: number;
  /** Distances, as a number or along the dimension. */
  readonly apart: number | Tensor;
}

function pointsOf(op: string, y: Tensor, x: Tensor | null | undefined, options: TrapezoidOptions): Points {
  checkTensor(op, "y", y);
  checkOptions(op, options, { dx: "number", dim: "number" });
  const { dx = 1, dim = -1 } = options;
  if (y.ndim === 0) throw new IndexError(`${op}: Dimension specified as ${dim} but tensor has no dimensions`);
  for (const given of [y, x])
    if (isTensor(given) && given.dtype === "bool")
      throw new DTypeError(`${op}: received a bool input, but bool is not supported; convert with .to("float32")`);
  const at = normalizeDim(op, dim, y.ndim);
  if (x === undefined || x === null) return { dim: at, apart: dx };
  checkTensor(op, "x", x);
  // Points along the dimension alone, or with dimensions of their own, from the last on.
  const own =
    x.ndim === 1
      ? reshape(
          x,
          y.shape.map((_, each) => (each === at ? -1 : 1)),
        )
      : x;
  const along = at - y.ndim + own.ndim;
  if (along < 0 || own.shape[along] !== y.shape[at])
    throw new ShapeError(
      `${op}: There must be one \`x\` value for each sample point, of which there are ${y.shape[at]}, but got ${own.shape[along] ?? 1}`,
    );
  return { dim: at, apart: sub(...neighbours(own, along)) };
}

/**
 * The area under `y` along a dimension, by straight lines from point to point: at `x`, or `dx` apart. Integers give float32.
 * Shape: (*), x (N) or (*) → (*) without the dimension. See https://pytorch.org/docs/stable/generated/torch.trapezoid.html.
 *
 * @throws ShapeError unless there is one `x` for each point; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor, trapezoid } from "@bernoulli/tensor";
 * trapezoid(tensor([1, 5, 10])).item(); // → 10.5
 * trapezoid(tensor([1, 5, 10]), tensor([1, 3, 6])).item(); // → 28.5
 * ```
 */
export function trapezoid(y: Tensor, x?: Tensor | null, options: TrapezoidOptions = {}): Tensor {
  const { dim, apart } = pointsOf("trapezoid", y, x, options);
  const size = y.shape[dim]!;
  if (typeof apart === "number") {
    if (size === 0) return mul(sum(y, dim), 0.5);
    const ends = mul(add(select(y, dim, 0), select(y, dim, size - 1)), 0.5);
    return mul(sub(sum(y, dim), ends), apart);
  }
  return div(sum(mul(add(...neighbours(y, dim)), apart), dim), 2);
}

/**
 * As {@link trapezoid}, up to each point but the first. Shape: (*) → (*) with one fewer along the dimension.
 * See https://pytorch.org/docs/stable/generated/torch.cumulative_trapezoid.html.
 *
 * @throws as {@link trapezoid}.
 * @example
 * ```ts
 * import { cumulativeTrapezoid, tensor } from "@bernoulli/tensor";
 * cumulativeTrapezoid(tensor([1, 5, 10])).toArray(); // → [3, 10.5]
 * ```
 */
export function cumulativeTrapezoid(y: Tensor, x?: Tensor | null, options: TrapezoidOptions = {}): Tensor {
  const { dim, apart } = pointsOf("cumulativeTrapezoid", y, x, options);
  const pairs = add(...neighbours(y, dim));
  // PyTorch's half of a distance is a float, and so is what it multiplies, also where half of it is whole.
  if (typeof apart === "number") return cumsum(mul(floating(pairs), apart / 2), dim);
  return div(cumsum(mul(pairs, apart), dim), 2);
}

/** {@link trapezoid}, by another name. See https://pytorch.org/docs/stable/generated/torch.trapz.html. */
export const trapz: typeof trapezoid = trapezoid;
