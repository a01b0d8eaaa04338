// qr: a matrix as orthonormal columns times an upper triangle.

import { describe } from "../../checks/describe.js";
import { ArgumentError, AutogradError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { zeros } from "../creation/creation.js";
import { add, sub } from "../pointwise/add.js";
import { matmul } from "../products/matmul.js";
import { type Several, several } from "../several.js";
import { cat } from "../shapes/cat.js";
import { tril, triu } from "../shapes/triangles.js";
import { narrow } from "../views/slice.js";
import { checkMatrix, leadingOf, stacked, transposed, unstacked } from "./matrices.js";
import { triangular } from "./systems.js";

const qrOp = defineOp({
  extra: attributes<{ readonly isComplete: boolean }>(),
  name: "qr",
  inputs: ["input"],
  outputs: ["q", "r"],
  differentiable: 2,
  kernel: kernels.qr,
  infer: ([{ shape, dtype }], { isComplete }) => {
    const [batch, m, n] = shape as readonly [number, number, number];
    const rank = isComplete ? m : Math.min(m, n);
    return [
      { shape: [batch, m, rank], dtype },
      { shape: [batch, rank, n], dtype },
    ];
  },
  save: { q: ["input"], r: ["input"] },
  backward: ({ grads, q, r, attributes: { isComplete }, inputs: [input] }): Gradients => {
    const [, m, n] = input.shape as readonly [number, number, number];
    if (isComplete && m > n)
      throw new AutogradError(
        'linalg.qr: the QR decomposition is not differentiable when mode is "complete" and nrows > ncols; take "reduced"',
      );
    const [gq, gr] = grads as readonly [Tensor, Tensor];
    return [m > n ? tall(q, r, gq, gr) : wide(q, r, gq, gr)];
  },
});

/** (gQ + Q·M)·R⁻ᵀ, M being the symmetric matrix whose lower triangle is that of R·gRᵀ − gQᵀ·Q. */
function tall(q: Tensor, r: Tensor, gq: Tensor, gr: Tensor): Tensor {
  const m = sub(matmul(r, transposed(gr)), matmul(transposed(gq), q));
  const symmetric = add(tril(m), transposed(tril(m, -1)));
  const whole = add(gq, matmul(q, symmetric));
  return transposed(triangular(r, transposed(whole), true));
}

/**
 * Q·gR + [Q·L·U⁻ᵀ, 0], U being R's square part and L the lower triangle of N − Nᵀ, N = Qᵀ·gQ − gR·Rᵀ: as Q turns by a skew Ω, which the lower triangle of
 * Qᵀ·dA·U⁻¹ tells, and dR = Qᵀ·dA − Ω·R. Only what turns Q is divided by U, so that gR loses nothing by its condition.
 */
function wide(q: Tensor, r: Tensor, gq: Tensor, gr: Tensor): Tensor {
  const [, m, n] = r.shape as readonly [number, number, number];
  const upper = triu(gr);
  const turns = sub(matmul(transposed(q), gq), matmul(upper, transposed(r)));
  const lower = tril(sub(turns, transposed(turns)), -1);
  const divided = transposed(triangular(narrow(r, 2, 0, m), transposed(matmul(q, lower)), true));
  const straight = matmul(q, upper);
  if (m === n) return add(straight, divided);
  return cat([add(narrow(straight, 2, 0, m), divided), narrow(straight, 2, m, n - m)], 2);
}

/** Q and R: by name, or as a pair. */
export type QrResult = Several<"Q" | "R">;

export interface QrOptions {
  /** `"reduced"`, with min(m, n) columns of Q; `"complete"`, with m; `"r"`, with an empty Q. Default `"reduced"`. */
  readonly mode?: "reduced" | "complete" | "r";
}

/**
 * Q with orthonormal columns and an upper triangular R of A = Q·R; computed in float64, with the signs of LAPACK: R's diagonal may be
 * negative. Shape: (*, m, n) → (*, m, k), (*, k, n), k = min(m, n) or m.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.qr.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for an unknown mode.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { Q, R } = linalg.qr(tensor([[3, 1], [4, 2]]));
 * R.toArray(); // → [[-5, -2.2], [0, 0.4]]
 * Q.matmul(R).toArray(); // → [[3, 1], [4, 2]]
 * ```
 */
export function qr(A: Tensor, options: QrOptions = {}): QrResult {
  const op = "linalg.qr";
  checkOptions(op, options, ["mode"]);
  const { mode = "reduced" } = options;
  checkMatrix(op, "A", A);
  if (!["reduced", "complete", "r"].includes(mode))
    throw new ArgumentError(
      `${op}: received unrecognized mode ${describe(mode)} but expected one of 'reduced' (default), 'r', or 'complete'`,
    );
  const [q, r] = apply(qrOp, [stacked(A)], { isComplete: mode === "complete" });
  const R = unstacked(r, leadingOf(A));
  const Q = mode === "r" ? zeros([0], { dtype: A.dtype, device: A.device }) : unstacked(q, leadingOf(A));
  return several({ Q, R }, ["Q", "R"]);
}
