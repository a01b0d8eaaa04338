// logdet, inverse, pinverse, luSolve and triangularSolve: what PyTorch has of linalg at top level, by another name or another way of
// asking. `det`, `slogdet` and `matrixPower` are linalg's own.
//
// None of them is a method: methods are in every bundle that has tensors, and these would bring their factorizations with them.

import { checkArgument, checkOptions, checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { slogdet } from "../linalg/determinants.js";
import { luSolve as solveByLu } from "../linalg/lu.js";
import { pinv } from "../linalg/pinv.js";
import { inv, solveTriangular } from "../linalg/systems.js";
import { lt } from "../pointwise/compare.js";
import { where } from "../pointwise/where.js";
import { expand } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
import { transpose } from "../views/permute.js";

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

/**
 * `linalg.luSolve` with its arguments in another order: X of A·X = B, of which `linalg.luFactor` has given LU and the pivots of A.
 * Shape: (*, n, k), (*, n, n), (*, n) → (*, n, k). See https://pytorch.org/docs/stable/generated/torch.lu_solve.html.
 *
 * @throws as `linalg.luSolve`.
 * @example
 * ```ts
 * import { linalg, luSolve, tensor } from "@bernoulli/tensor";
 * const { LU, pivots } = linalg.luFactor(tensor([[2, 0], [0, 4]]));
 * luSolve(tensor([[2], [8]]), LU, pivots).toArray(); // → [[1], [2]]
 * ```
 */
export function luSolve(B: Tensor, LU: Tensor, pivots: Tensor): Tensor {
  return solveByLu(LU, pivots, B);
}

export interface TriangularSolveOptions {
  /** Which triangle of A is read. Default true. */
  readonly upper?: boolean;
  /** Whether it is Aᵀ that stands on the left. Default false. */
  readonly transpose?: boolean;
  /** Whether A's diagonal is 1, and not read. Default false. */
  readonly unitriangular?: boolean;
}

/** X, and A as it was: by name, or as a pair. */
export type TriangularSolveResult = Several<"solution" | "clonedCoefficient">;

/**
 * X of A·X = B for a triangular A, and a copy of A: PyTorch's older name of `linalg.solveTriangular`, which takes B first. Shape: (*, n, k), (*, n, n) →
 * (*, n, k), (*, n, n), batches broadcast. See https://pytorch.org/docs/stable/generated/torch.triangular_solve.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes.
 * @example
 * ```ts
 * import { tensor, triangularSolve } from "@bernoulli/tensor";
 * triangularSolve(tensor([[4], [3]]), tensor([[2, 0], [1, 1]]), { upper: false }).solution.toArray(); // → [[2], [1]]
 * ```
 */
export function triangularSolve(B: Tensor, A: Tensor, options: TriangularSolveOptions = {}): TriangularSolveResult {
  checkTensor("triangularSolve", "A", A);
  checkTensor("triangularSolve", "B", B);
  checkOptions("triangularSolve", options, { upper: "boolean", transpose: "boolean", unitriangular: "boolean" });
  const { upper = true, transpose: turned = false, unitriangular = false } = options;
  const solution = turned
    ? solveTriangular(transpose(A, -2, -1), B, { upper: !upper, unitriangular })
    : solveTriangular(A, B, { upper, unitriangular });
  const leading = solution.shape.slice(0, -2);
  const clonedCoefficient = clone(expand(A, [...leading, A.size(-2), A.size(-1)]));
  return several({ solution, clonedCoefficient }, ["solution", "clonedCoefficient"]);
}
