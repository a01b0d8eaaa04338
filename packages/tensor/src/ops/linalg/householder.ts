// householderProduct: a product of reflections, by the triangle that stands for all of them at once. Made of products and a triangular system, so
// that gradients of every order follow.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { eye } from "../creation/creation.js";
import { add, sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { tril, triu } from "../shapes/triangles.js";
import { diagEmbed } from "../views/diagonal.js";
import { narrow } from "../views/slice.js";
import { unsqueeze } from "../views/view.js";
import { checkFloating, checkMatrix, transposed } from "./matrices.js";
import { solveTriangular } from "./systems.js";

/**
 * The first n columns of H₁·H₂·…·Hₖ, where Hᵢ = I − τᵢ·vᵢ·vᵢᵀ and vᵢ is what is below the diagonal in A's column i, with a one on it and
 * zeros above: Q, of what a QR decomposition by reflections leaves. What is on and above the diagonal is not read.
 * Shape: A (*, m, n) with m ≥ n, tau (*, k) with k ≤ n → (*, m, n).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.householder_product.html; Schreiber and Van Loan, 1989.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const swap = linalg.householderProduct(tensor([[0, 0], [-1, 0]]), tensor([1, 0]));
 * swap.toArray(); // → [[0, 1], [1, 0]]
 * ```
 */
export function householderProduct(A: Tensor, tau: Tensor): Tensor {
  const op = "linalg.householderProduct";
  checkTensor(op, "tau", tau);
  checkMatrix(op, "A", A);
  checkFloating(op, A);
  const [m, n] = [A.size(-2), A.size(-1)];
  if (m < n)
    throw new ShapeError(
      `${op}: input.shape[-2] must be greater than or equal to input.shape[-1], but got ${m} and ${n}`,
    );
  if (tau.ndim !== A.ndim - 1)
    throw new ShapeError(
      `${op}: Expected tau to have one dimension less than input, but got tau.ndim equal to ${tau.ndim} and input.ndim is equal to ${A.ndim}`,
    );
  if (!sameShape(tau.shape.slice(0, -1), A.shape.slice(0, -2)))
    throw new ShapeError(
      `${op}: Expected batch dimensions of tau to be equal to input.shape[:-2], but got [${tau.shape.slice(0, -1).join(", ")}]`,
    );
  const k = tau.size(-1);
  if (k > n)
    throw new ShapeError(
      `${op}: input.shape[-1] must be greater than or equal to tau.shape[-1], but got ${n} and ${k}`,
    );
  if (tau.dtype !== A.dtype)
    throw new DTypeError(`${op}: tau dtype ${tau.dtype} does not match input dtype ${A.dtype}`);
  const where = { dtype: A.dtype, device: A.device };
  const vectors = add(tril(narrow(A, -1, 0, k), -1), eye(m, k, where));
  // H₁·…·Hₖ = I − V·T·Vᵀ, where T = (I + D·U)⁻¹·D: D the factors, U what is above the diagonal of VᵀV.
  const above = triu(matmul(transposed(vectors), vectors), 1);
  const triangle = add(mul(unsqueeze(tau, -1), above), eye(k, where));
  const inner = solveTriangular(triangle, diagEmbed(tau), { upper: true, unitriangular: true });
  const right = transposed(narrow(vectors, -2, 0, n));
  return sub(eye(m, n, where), matmul(vectors, matmul(inner, right)));
}
