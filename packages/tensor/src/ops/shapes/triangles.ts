// tril and triu: matrices with zeros on one side of a diagonal; and the indices of what is left.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type NamedArgument, namedArgument } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import type { KernelAttributes } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import type { DeviceName } from "../../tensor/device.js";
import { checkDType, type DType } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { copy_ } from "../creation/copy.js";
import { tensor } from "../creation/creation.js";
import { view } from "../views/view.js";

const triangleOp = defineOp({
  name: "triangle",
  inputs: ["input"],
  kernel: kernels.triangle,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, attributes }): Gradients => [apply(triangleOp, [grad], attributes)],
});

type Part = KernelAttributes["triangle"]["part"];

type DiagonalArgument = NamedArgument<"diagonal", number>;

function triangle(op: string, input: Tensor, given: DiagonalArgument, part: Part): Tensor {
  checkTensor(op, "input", input);
  const diagonal = namedArgument<number>(op, "diagonal", given) ?? 0;
  if (!Number.isSafeInteger(diagonal))
    throw new ArgumentError(`${op}: diagonal must be an integer, but got ${describe(diagonal)}`);
  if (input.ndim < 2)
    throw new ShapeError(`${op}: input tensor must have at least 2 dimensions, but it has ${input.ndim}`);
  return apply(triangleOp, [input], { part, diagonal });
}

/**
 * A copy of a matrix, or of each of a batch, with zeros above the `diagonal`: 0 is the main one, 1 the next to the right, −1 to the left.
 * Shape: (*, n, m) → (*, n, m). See https://pytorch.org/docs/stable/generated/torch.tril.html.
 *
 * @throws ShapeError for fewer than two dimensions; ArgumentError unless the diagonal is an integer.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(3, 3).tril().toArray(); // → [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
 * ```
 */
export function tril(input: Tensor, ...rest: DiagonalArgument): Tensor {
  return triangle("tril", input, rest, "lower");
}

/**
 * A copy of a matrix, or of each of a batch, with zeros below the `diagonal`: 0 is the main one, 1 the next to the right, −1 to the left.
 * Shape: (*, n, m) → (*, n, m). See https://pytorch.org/docs/stable/generated/torch.triu.html.
 *
 * @throws ShapeError for fewer than two dimensions; ArgumentError unless the diagonal is an integer.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(3, 3).triu(1).toArray(); // → [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
 * ```
 */
export function triu(input: Tensor, ...rest: DiagonalArgument): Tensor {
  return triangle("triu", input, rest, "upper");
}

/**
 * {@link tril} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tril_.html.
 *
 * @throws as {@link tril}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function tril_(input: Tensor, ...rest: DiagonalArgument): Tensor {
  return copy_(input, triangle("tril_", input, rest, "lower"));
}

/**
 * {@link triu} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.triu_.html.
 *
 * @throws as {@link triu}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function triu_(input: Tensor, ...rest: DiagonalArgument): Tensor {
  return copy_(input, triangle("triu_", input, rest, "upper"));
}

export interface IndicesOptions {
  /** int32, which stands for PyTorch's int64. */
  readonly dtype?: DType;
  /** Default: `"cpu"`, or what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

function indices(
  op: string,
  row: number,
  col: number,
  offset: number,
  options: IndicesOptions,
  columnsOf: (at: number) => readonly [begin: number, end: number],
): Tensor {
  checkOptions(op, options, ["dtype", "device"]);
  for (const [name, size] of [["row", row] as const, ["col", col] as const])
    if (!Number.isSafeInteger(size) || size < 0)
      throw new ArgumentError(`${op}: ${name} must be non-negative, got ${describe(size)}`);
  if (!Number.isSafeInteger(offset))
    throw new ArgumentError(`${op}: offset must be an integer, but got ${describe(offset)}`);
  const { dtype = "int32", device } = options;
  checkDType(op, dtype);
  if (dtype !== "int32") throw new DTypeError(`"${op}" not implemented for ${dtype}; take int32, and convert it`);
  const within = (column: number) => Math.min(Math.max(column, 0), col);
  const ranges = Array.from({ length: row }, (_, at) => columnsOf(at).map(within) as [number, number]);
  const count = ranges.reduce((sum, [begin, end]) => sum + Math.max(0, end - begin), 0);
  const found = new Int32Array(2 * count);
  let place = 0;
  for (const [at, [begin, end]] of ranges.entries())
    for (let column = begin; column < end; column++, place++) {
      found[place] = at;
      found[count + place] = column;
    }
  return view(tensor(found, { ...(device !== undefined && { device }) }), 2, count);
}

/**
 * The places of what `tril` leaves of a matrix of `row` by `col`, row by row: their rows above their columns. Shape: → (2, n), int32.
 * See https://pytorch.org/docs/stable/generated/torch.tril_indices.html.
 *
 * @throws ArgumentError unless the sizes are non-negative integers; DTypeError for another dtype.
 * @example
 * ```ts
 * import { trilIndices } from "@bernoulli/tensor";
 * trilIndices(2, 2).toArray(); // → [[0, 1, 1], [0, 0, 1]]
 * ```
 */
export function trilIndices(row: number, col: number, offset = 0, options: IndicesOptions = {}): Tensor {
  return indices("trilIndices", row, col, offset, options, (at) => [0, at + offset + 1]);
}

/**
 * The places of what `triu` leaves of a matrix of `row` by `col`, row by row: their rows above their columns. Shape: → (2, n), int32.
 * See https://pytorch.org/docs/stable/generated/torch.triu_indices.html.
 *
 * @throws ArgumentError unless the sizes are non-negative integers; DTypeError for another dtype.
 * @example
 * ```ts
 * import { triuIndices } from "@bernoulli/tensor";
 * triuIndices(2, 2).toArray(); // → [[0, 0, 1], [0, 1, 1]]
 * ```
 */
export function triuIndices(row: number, col: number, offset = 0, options: IndicesOptions = {}): Tensor {
  return indices("triuIndices", row, col, offset, options, (at) => [at + offset, col]);
}
