// matrixExp: the exponential of square matrices, by scaling and squaring of a Taylor sum. Made of products, so that gradients of every order follow.

import { readFor } from "../../compile/trace.js";
import { item } from "../../tensor/reads.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { eye } from "../creation/creation.js";
import { abs } from "../pointwise/abs.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { amax } from "../reductions/extremes.js";
import { sum } from "../reductions/sum.js";
import { detach } from "../views/detach.js";
import { checkSquare } from "./matrices.js";

/** 1/k!, for a sum of degree 16: of a matrix of norm ½ what is left out is below 2⁻⁶⁴ of the result. */
const coefficients = /* @__PURE__ */ Array.from({ length: 17 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k; factor++) factorial *= factor;
  return 1 / factorial;
});

/** Up to which 1-norm the sum is taken as it is; beyond, the matrix is halved until it fits, and the result squared as often. */
const largestNorm = { float32: 1, float64: 0.5 };

/**
 * I + A + A²/2! + A³/3! + …: the matrix exponential. How often matrices are halved hangs on the largest norm of the batch, which is read.
 * Shape: (*, n, n) → (*, n, n).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.matrix_exp.html; Bader, Blanes and Casas, 2019.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.matrixExp(tensor([[0, 1], [0, 0]])).toArray(); // → [[1, 1], [0, 1]]
 * linalg.matrixExp(tensor([[0, Math.PI / 2], [-Math.PI / 2, 0]], { dtype: "float64" })).at(0, 1).item(); // → 1
 * ```
 */
export function matrixExp(A: Tensor): Tensor {
  const op = "linalg.matrixExp";
  checkSquare(op, "A", A);
  if (A.numel() === 0) return clone(A);
  const norm = readFor(op, "values", () => item(amax(sum(abs(detach(A)), -2))));
  const largest = largestNorm[A.dtype as keyof typeof largestNorm];
  // Of what is not finite nothing comes but NaN.
  const halvings = norm > largest && Number.isFinite(norm) ? Math.ceil(Math.log2(norm / largest)) : 0;
  let result = taylor(halvings === 0 ? A : mul(A, 2 ** -halvings));
  for (let squaring = 0; squaring < halvings; squaring++) result = matmul(result, result);
  return result;
}

/** The sum of degree 16 in blocks of four powers, which takes six products. */
function taylor(A: Tensor): Tensor {
  const one = eye(A.size(-1), { dtype: A.dtype, device: A.device });
  const second = matmul(A, A);
  const powers = [A, second, matmul(second, A)];
  const fourth = matmul(second, second);
  const block = (start: number): Tensor =>
    powers.reduce(
      (total, power, at) => add(total, mul(power, coefficients[start + at + 1]!)),
      mul(one, coefficients[start]!),
    );
  let result = add(block(12), mul(fourth, coefficients[16]!));
  for (const start of [8, 4, 0]) result = add(block(start), matmul(fourth, result));
  return result;
}
