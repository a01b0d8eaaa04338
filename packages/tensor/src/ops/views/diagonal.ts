// diagonal, diagEmbed and diag: the diagonal of matrices as a view, and vectors as diagonals. Each is the other's gradient.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, defineView, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { contiguousStrides, type Layout, normalizeDim, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";

interface Diagonal {
  /** Which: 0 is the main one, 1 the next to the right, −1 to the left. */
  readonly diagonal: number;
  /** The rows' and the columns' dimension. */
  readonly dim1: number;
  readonly dim2: number;
}

const diagonalOp = defineView<Diagonal>({
  name: "diagonal",
  layout: layoutOf,
  backward: ({ grad, attributes, inputs: [input] }): Gradients => [embedded(grad, input.shape, attributes)],
});

function layoutOf({ shape, strides, offset }: Layout, { diagonal, dim1, dim2 }: Diagonal): Layout {
  const [rows, columns] = [shape[dim1]! + Math.min(diagonal, 0), shape[dim2]! - Math.max(diagonal, 0)];
  const length = Math.max(0, Math.min(rows, columns));
  const first = diagonal < 0 ? -diagonal * strides[dim1]! : diagonal * strides[dim2]!;
  const others = (list: readonly number[]) => list.filter((_, dim) => dim !== dim1 && dim !== dim2);
  return {
    shape: [...others(shape), length],
    strides: [...others(strides), strides[dim1]! + strides[dim2]!],
    offset: length === 0 ? offset : offset + first,
  };
}

const diagEmbedOp = defineOp({
  extra: attributes<{ readonly shape: Shape; readonly place: Diagonal }>(),
  name: "diagEmbed",
  inputs: ["input"],
  kernel: kernels.embed,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes: { place } }): Gradients => [apply(diagonalOp, [grad], place)],
});

/** Zeros of that shape but for the diagonal. */
function embedded(input: Tensor, shape: Shape, place: Diagonal): Tensor {
  const { strides, offset } = layoutOf({ shape, strides: contiguousStrides(shape), offset: 0 }, place);
  return apply(diagEmbedOp, [input], { strides, start: offset, shape, place });
}

function placeOf(op: string, rank: number, offset: number, dim1: number, dim2: number): Diagonal {
  if (!Number.isSafeInteger(offset))
    throw new ArgumentError(`${op}: offset must be an integer, but got ${describe(offset)}`);
  const [first, second] = [normalizeDim(op, dim1, rank), normalizeDim(op, dim2, rank)];
  if (first === second) throw new ShapeError(`${op}: diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  return { diagonal: offset, dim1: first, dim2: second };
}

/**
 * A view of the diagonal of the matrices in `dim1` and `dim2`, which are removed: it lies along a new last dimension.
 * `offset` 0 is the main one, 1 the next to the right, −1 to the left. Shape: (*, n, m) → (*, min(n, m)).
 * See https://pytorch.org/docs/stable/generated/torch.diagonal.html.
 *
 * @throws IndexError for a dimension that is not there; ShapeError if both are one; ArgumentError unless the offset is an integer.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).diagonal().toArray(); // → [1, 4]
 * tensor([[1, 2], [3, 4]]).diagonal(1).toArray(); // → [2]
 * ```
 */
export function diagonal(input: Tensor, offset = 0, dim1 = 0, dim2 = 1): Tensor {
  checkTensor("diagonal", "input", input);
  return apply(diagonalOp, [input], placeOf("diagonal", input.ndim, offset, dim1, dim2));
}

/**
 * Matrices of zeros in new dimensions `dim1` and `dim2`, with the elements of the last dimension as their diagonal.
 * `offset` 0 is the main one, 1 the next to the right, −1 to the left. Shape: (*, n) → (*, n, n), larger by an offset.
 * See https://pytorch.org/docs/stable/generated/torch.diag_embed.html.
 *
 * @throws IndexError for a dimension that is not there; ShapeError if both are one; ArgumentError unless the offset is an integer.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).diagEmbed().toArray(); // → [[1, 0], [0, 2]]
 * ```
 */
export function diagEmbed(input: Tensor, offset = 0, dim1 = -2, dim2 = -1): Tensor {
  checkTensor("diagEmbed", "input", input);
  const place = placeOf("diagEmbed", input.ndim + 1, offset, dim1, dim2);
  const size = input.shape.at(-1)! + Math.abs(offset);
  const others = input.shape.slice(0, -1);
  const shape = Array.from({ length: input.ndim + 1 }, (_, dim) =>
    dim === place.dim1 || dim === place.dim2 ? size : others.shift()!,
  );
  return embedded(input, shape, place);
}

/**
 * The matrix whose diagonal a vector is, or a copy of a matrix's diagonal. `diagonal` 0 is the main one, 1 the next to the right, −1 to
 * the left. Shape: (n) → (n, n); (n, m) → (min(n, m)). See https://pytorch.org/docs/stable/generated/torch.diag.html.
 *
 * @throws ShapeError for anything but one or two dimensions; ArgumentError unless the diagonal is an integer.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).diag().toArray(); // → [[1, 0], [0, 2]]
 * tensor([[1, 2], [3, 4]]).diag().toArray(); // → [1, 4]
 * ```
 */
export function diag(input: Tensor, diagonal = 0): Tensor {
  checkTensor("diag", "input", input);
  if (input.ndim !== 1 && input.ndim !== 2)
    throw new ShapeError(`diag: Supports 1D or 2D tensors. Got ${input.ndim}D; use diagonal or diagEmbed`);
  const place = placeOf("diag", 2, diagonal, 0, 1);
  if (input.ndim === 2) return clone(apply(diagonalOp, [input], place));
  const size = input.shape[0]! + Math.abs(diagonal);
  return embedded(input, [size, size], place);
}
