// cholesky: the triangular root of a positive definite matrix.

import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { tril } from "../shapes/triangles.js";
import { checkSquare, leadingOf, stacked, told, transposed, unstacked } from "./matrices.js";
import { triangular } from "./systems.js";

const choleskyOp = defineOp({
  name: "cholesky",
  inputs: ["input"],
  kernel: kernels.cholesky,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  save: { output: ["input"] },
  // L⁻ᵀ · Φ · L⁻¹, Φ being the symmetric part of the lower triangle of Lᵀ·grad: PyTorch's cholesky_backward.
  backward: ({ grad, output }): Gradients => {
    const lower = tril(matmul(transposed(output), grad));
    const symmetric = mul(add(lower, transposed(tril(lower, -1))), 0.5);
    const turned = transposed(output);
    const half = triangular(turned, symmetric, true);
    return [transposed(triangular(turned, transposed(half), true))];
  },
});

export interface CholeskyOptions {
  /** Whether to give the upper triangle, of A = Uᵀ·U, and read that of A. Default false. */
  readonly upper?: boolean;
}

/**
 * The lower triangular L with a positive diagonal of A = L·Lᵀ; computed in float64. Only the lower triangle of A is read.
 * Shape: (*, n, n) → (*, n, n). See https://pytorch.org/docs/stable/generated/torch.linalg.cholesky.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers; ArgumentError for a matrix that is not positive definite.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.cholesky(tensor([[4, 2], [2, 5]])).toArray(); // → [[2, 0], [1, 2]]
 * ```
 */
export function cholesky(A: Tensor, options: CholeskyOptions = {}): Tensor {
  const op = "linalg.cholesky";
  checkOptions(op, options, { upper: "boolean" });
  checkSquare(op, "A", A);
  const { upper = false } = options;
  const lower = apply(choleskyOp, [stacked(upper ? transposed(A) : A)], told(op, A));
  const result = unstacked(lower, leadingOf(A));
  return upper ? transposed(result) : result;
}
