// svdLowrank and pcaLowrank: the largest singular values and their directions, by a few products with a random matrix.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { sub } from "../pointwise/add.js";
import { matmul } from "../products/matmul.js";
import { randn } from "../random/random.js";
import { mean } from "../reductions/mean.js";
import { expand } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
import { checkMatrix, transposed } from "./matrices.js";
import { qr } from "./qr.js";
import { svdOf } from "./svd.js";

/** U, S and V of about A = U·diag(S)·Vᵀ: by name, or one after the other. */
export type LowrankResult = Several<"U" | "S" | "V">;

export interface SvdLowrankOptions {
  /** How many directions, somewhat more than the rank. Default 6. */
  readonly q?: number;
  /** How often the subspace is improved, ≥ 0. Default 2. */
  readonly niter?: number;
  /** What is taken from A, as a mean: broadcast to it. */
  readonly M?: Tensor | null;
}

/** An orthonormal basis that nearly holds the columns of A; Halko et al., algorithm 4.4. */
function basisOf(A: Tensor, q: number, niter: number): Tensor {
  const basis = (x: Tensor) => qr(x).Q;
  let Q = basis(matmul(A, randn([A.size(-1), q], { dtype: A.dtype, device: A.device })));
  for (let turn = 0; turn < niter; turn++) Q = basis(matmul(A, basis(matmul(transposed(A), Q))));
  return Q;
}

function checkCount(op: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new ArgumentError(`${op}: ${name} (=${describe(value)}) must be a non-negative integer`);
}

function lowrank(op: string, A: Tensor, q: number, niter: number): LowrankResult {
  checkCount(op, "niter", niter);
  // Of a wide matrix the transpose is taken.
  if (A.size(-2) < A.size(-1)) {
    const { U, S, V } = lowrank(op, transposed(A), q, niter);
    return several({ U: V, S, V: U }, ["U", "S", "V"]);
  }
  const Q = basisOf(A, q, niter);
  const { U, S, Vh } = svdOf(op, matmul(transposed(Q), A), false);
  return several({ U: matmul(Q, U), S, V: transposed(Vh) }, ["U", "S", "V"]);
}

/**
 * The q largest singular values of a matrix of low rank and their directions, nearly, by products with a matrix that is drawn. Signs of directions are
 * free. Shape: (*, m, n) → (*, m, q), (*, q), (*, n, q).
 * See https://pytorch.org/docs/stable/generated/torch.svd_lowrank.html.
 * Halko et al., arXiv:0909.4061.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for a `q` or `niter` below 0.
 * @example
 * ```ts
 * import { svdLowrank, tensor } from "@bernoulli/tensor";
 * svdLowrank(tensor([[3, 0], [0, 0], [4, 0]]), { q: 1 }).S.toArray(); // → [5]
 * ```
 */
export function svdLowrank(A: Tensor, options: SvdLowrankOptions = {}): LowrankResult {
  const op = "svdLowrank";
  checkMatrix(op, "A", A);
  checkOptions(op, options, { q: "number", niter: "number", M: "anything" });
  const { q = 6, niter = 2, M } = options;
  checkCount(op, "q", q);
  return lowrank(op, M == null ? A : sub(A, expand(M, A.shape)), q, niter);
}

export interface PcaLowrankOptions extends Omit<SvdLowrankOptions, "q" | "M"> {
  /** How many components. Default: six, or as many as there are. */
  readonly q?: number | null;
  /** Whether the mean of each column is taken from it first. Default true. */
  readonly center?: boolean;
}

/**
 * Principal components of the rows of a matrix, nearly: {@link svdLowrank} of the matrix without the mean of its rows. V's columns are the components.
 * Shape: (*, m, n) → (*, m, q), (*, q), (*, n, q).
 * See https://pytorch.org/docs/stable/generated/torch.pca_lowrank.html.
 * Halko et al., arXiv:0909.4061.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError unless `q` is from 0 to min(m, n).
 * @example
 * ```ts
 * import { pcaLowrank, tensor } from "@bernoulli/tensor";
 * pcaLowrank(tensor([[1, 5], [4, 5], [7, 5]]), { q: 1 }).V.abs().toArray(); // → [[1], [0]]
 * ```
 */
export function pcaLowrank(A: Tensor, options: PcaLowrankOptions = {}): LowrankResult {
  const op = "pcaLowrank";
  checkMatrix(op, "A", A);
  checkOptions(op, options, { q: "anything", center: "boolean", niter: "number" });
  const most = Math.min(A.size(-2), A.size(-1));
  const { q, center = true, niter = 2 } = options;
  const count = q ?? Math.min(6, most);
  if (!Number.isSafeInteger(count) || count < 0 || count > most)
    throw new ArgumentError(
      `${op}: q (=${describe(q)}) must be a non-negative integer and not greater than min(m, n) = ${most}`,
    );
  return lowrank(op, center ? sub(A, mean(A, -2, { keepdim: true })) : A, count, niter);
}
