// choleskySolve and choleskyInverse: systems and inverses from a Cholesky factor, by two triangular systems.

import { ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { eye } from "../creation/creation.js";
import { solveTriangular } from "../linalg/systems.js";
import { transpose } from "../views/permute.js";

export interface CholeskyFactorOptions {
  /** Whether the factor is the upper one, U of Uᵀ·U. Default false: L of L·Lᵀ. */
  readonly upper?: boolean;
}

/** X of L·Lᵀ·X = B, or of Uᵀ·U·X = B. */
function solved(B: Tensor, factor: Tensor, upper: boolean): Tensor {
  const other = transpose(factor, -2, -1);
  const [first, second] = upper ? [other, factor] : [factor, other];
  return solveTriangular(second, solveTriangular(first, B, { upper: false }), { upper: true });
}

function checkFactor(op: string, name: string, factor: Tensor): void {
  checkTensor(op, name, factor);
  if (factor.ndim < 2)
    throw new ShapeError(
      `${op}: The input tensor ${name} must have at least 2 dimensions, but got ${formatShape(factor.shape)}`,
    );
  const [rows, columns] = factor.shape.slice(-2);
  if (rows !== columns)
    throw new ShapeError(
      `${op}: ${name} must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
}

/**
 * X of A·X = B for a positive definite A, of which L, or U, is the Cholesky factor; its other triangle is not read. Computed in float64.
 * Shape: (*, n, k), (*, n, n) → (*, n, k), batches broadcast. See https://pytorch.org/docs/stable/generated/torch.cholesky_solve.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes.
 * @example
 * ```ts
 * import { choleskySolve, tensor } from "@bernoulli/tensor";
 * choleskySolve(tensor([[8], [9]]), tensor([[2, 0], [0, 3]])).toArray(); // → [[2], [1]]
 * ```
 */
export function choleskySolve(B: Tensor, L: Tensor, options: CholeskyFactorOptions = {}): Tensor {
  checkTensor("choleskySolve", "B", B);
  checkFactor("choleskySolve", "L", L);
  checkOptions("choleskySolve", options, { upper: "boolean" });
  if (B.ndim < 2)
    throw new ShapeError(`choleskySolve: b should have at least 2 dimensions, but has ${B.ndim} dimensions instead`);
  const [n, rows] = [L.shape.at(-1)!, B.shape.at(-2)!];
  if (n !== rows)
    throw new ShapeError(
      `choleskySolve: Incompatible matrix sizes for cholesky_solve: each A matrix is ${n} by ${n} but each b matrix is ${rows} by ${B.shape.at(-1)}`,
    );
  return solved(B, L, options.upper === true);
}

/**
 * The inverse of the positive definite matrix of which L, or U, is the Cholesky factor. Computed in float64. Shape: (*, n, n) → (*, n, n).
 * See https://pytorch.org/docs/stable/generated/torch.cholesky_inverse.html.
 *
 * @throws ShapeError unless they are square matrices; DTypeError for integers.
 * @example
 * ```ts
 * import { choleskyInverse, tensor } from "@bernoulli/tensor";
 * choleskyInverse(tensor([[2, 0], [0, 1]])).toArray(); // → [[0.25, 0], [0, 1]]
 * ```
 */
export function choleskyInverse(L: Tensor, options: CholeskyFactorOptions = {}): Tensor {
  checkFactor("choleskyInverse", "L", L);
  checkOptions("choleskyInverse", options, { upper: "boolean" });
  const one = eye(L.shape.at(-1)!, { dtype: L.dtype, device: L.device });
  return solved(one, L, options.upper === true);
}
