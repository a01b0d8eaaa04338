// diagonalScatter, selectScatter and sliceScatter: the input with a part of it, which a view shows, written anew.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { diagonal } from "./diagonal.js";
import { select, slice } from "./slice.js";

/** A copy of the input in which a view of it is the source. */
export function embeddedBy(op: string, input: Tensor, source: Tensor, view: (whole: Tensor) => Tensor): Tensor {
  checkTensor(op, "input", input);
  const result = clone(input);
  embeddedInto(op, view(result), source);
  return result;
}

/** Writes the source into the part of its shape. */
export function embeddedInto(op: string, part: Tensor, source: Tensor): void {
  checkTensor(op, "source", source);
  if (!sameShape(part.shape, source.shape))
    throw new ShapeError(
      `${op}: expected src to have a size equal to the slice of self. src size = ${formatShape(source.shape)}, slice size = ${formatShape(part.shape)}`,
    );
  copy_(part, source);
}

/**
 * The input with another diagonal. Shape: (*, n, m), source as `diagonal` gives it → (*, n, m).
 * See https://pytorch.org/docs/stable/generated/torch.diagonal_scatter.html.
 *
 * @throws as `diagonal`; ShapeError unless the source has the diagonal's shape.
 * @example
 * ```ts
 * import { diagonalScatter, ones, zeros } from "@bernoulli/tensor";
 * diagonalScatter(zeros(2, 2), ones(2)).toArray(); // → [[1, 0], [0, 1]]
 * ```
 */
export function diagonalScatter(input: Tensor, source: Tensor, offset = 0, dim1 = 0, dim2 = 1): Tensor {
  return embeddedBy("diagonalScatter", input, source, (whole) => diagonal(whole, offset, dim1, dim2));
}

/**
 * The input with another slice at one index along `dim`. Shape: (*), source without `dim` → (*).
 * See https://pytorch.org/docs/stable/generated/torch.select_scatter.html.
 *
 * @throws as `select`; ShapeError unless the source has the slice's shape.
 * @example
 * ```ts
 * import { ones, selectScatter, zeros } from "@bernoulli/tensor";
 * selectScatter(zeros(2, 2), ones(2), 0, 1).toArray(); // → [[0, 0], [1, 1]]
 * ```
 */
export function selectScatter(input: Tensor, source: Tensor, dim: number, index: number): Tensor {
  return embeddedBy("selectScatter", input, source, (whole) => select(whole, dim, index));
}

/**
 * The input with another part from `start` to before `end` along `dim`, in steps. Shape: (*), source as `slice` gives it → (*).
 * See https://pytorch.org/docs/stable/generated/torch.slice_scatter.html.
 *
 * @throws as `slice`; ShapeError unless the source has the part's shape.
 * @example
 * ```ts
 * import { ones, sliceScatter, zeros } from "@bernoulli/tensor";
 * sliceScatter(zeros(4), ones(2), 0, 1, 4, 2).toArray(); // → [0, 1, 0, 1]
 * ```
 */
export function sliceScatter(
  input: Tensor,
  source: Tensor,
  dim = 0,
  start = 0,
  end: number = Number.POSITIVE_INFINITY,
  step = 1,
): Tensor {
  return embeddedBy("sliceScatter", input, source, (whole) => slice(whole, dim, start, end, step));
}
