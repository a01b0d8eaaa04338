// logdet, inverse and pinverse: what PyTorch has of linalg at top level, by another name or another way of asking. `det`, `slogdet` and
// `matrixPower` are linalg's own.
//
// None of them is a method: methods are in every bundle that has tensors, and these would bring their factorizations with them.

import { checkArgument } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { slogdet } from "../linalg/determinants.js";
import { pinv } from "../linalg/pinv.js";
import { inv } from "../linalg/systems.js";
import { lt } from "../pointwise/compare.js";
import { where } from "../pointwise/where.js";

/**
 * The logarithm of the determinant of a square matrix, or of each of a batch: NaN where that is negative, −∞ where it is 0; computed in
 * float64. Shape: (*, n, n) → (*). See https://pytorch.org/docs/stable/generated/torch.logdet.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { logdet, tensor } from "@bernoulli/tensor";
 * logdet(tensor([[1, 0], [0, 1]])).item(); // → 0
 * ```
 */
export function logdet(A: Tensor): Tensor {
  const { sign, logabsdet } = slogdet(A);
  return where(lt(sign, 0), Number.NaN, logabsdet);
}

/**
 * The inverse of a square matrix, or of each of a batch: `linalg.inv` by its name at top level. Shape: (*, n, n) → (*, n, n).
 * See https://pytorch.org/docs/stable/generated/torch.inverse.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers; ArgumentError for a singular one.
 * @example
 * ```ts
 * import { inverse, tensor } from "@bernoulli/tensor";
 * inverse(tensor([[2, 0], [0, 4]])).toArray(); // → [[0.5, 0], [0, 0.25]]
 * ```
 */
export function inverse(A: Tensor): Tensor {
  return inv(A);
}

/**
 * The pseudoinverse of `linalg.pinv`, where singular values of at most `rcond` times the largest are zeros. Shape: (*, m, n) → (*, n, m).
 * See https://pytorch.org/docs/stable/generated/torch.pinverse.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for NaN and infinities.
 * @example
 * ```ts
 * import { pinverse, tensor } from "@bernoulli/tensor";
 * pinverse(tensor([[2, 0], [0, 0]])).toArray(); // → [[0.5, 0], [0, 0]]
 * ```
 */
export function pinverse(A: Tensor, rcond = 1e-15): Tensor {
  checkArgument("pinverse", "rcond", rcond, "number");
  return pinv(A, { rtol: rcond });
}
