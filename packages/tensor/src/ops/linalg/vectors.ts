// linalg.vecdot and linalg.diagonal: products of vectors, and the diagonals of matrices, of a batch.

import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { diagonal as diagonalOf } from "../views/diagonal.js";
import { checkFloating } from "./matrices.js";

/**
 * The products of vectors along a dimension, broadcast. Shape: (*, n), (*, n) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.vecdot.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.vecdot(tensor([[1, 2], [3, 4]]), tensor([5, 6])).toArray(); // → [17, 39]
 * ```
 */
export function vecdot(x: Tensor, y: Tensor, dim = -1): Tensor {
  checkTensor("linalg.vecdot", "x", x);
  checkTensor("linalg.vecdot", "y", y);
  checkFloating("linalg.vecdot", x);
  return sum(mul(x, y), dim);
}

/**
 * The diagonals of matrices, as a view: {@link diagonalOf} of the last two dimensions. Shape: (*, m, n) → (*, k).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.diagonal.html.
 *
 * @throws as `diagonal`.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.diagonal(tensor([[[1, 2], [3, 4]]])).toArray(); // → [[1, 4]]
 * ```
 */
export function diagonal(A: Tensor, offset = 0, dim1 = -2, dim2 = -1): Tensor {
  return diagonalOf(A, offset, dim1, dim2);
}
