// svd and svdvals: singular values and the directions that belong to them.

import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { eye } from "../creation/creation.js";
import { add, sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { expand, sum } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
import { diagEmbed } from "../views/diagonal.js";
import { narrow } from "../views/slice.js";
import { unsqueeze } from "../views/view.js";
import { quotient } from "./eigh.js";
import { checkMatrix, leadingOf, stacked, told, transposed, unstacked } from "./matrices.js";

const svdOp = defineOp({
  extra: attributes<{ readonly isFull: boolean }>(),
  name: "svd",
  inputs: ["input"],
  outputs: ["u", "s", "vh"],
  differentiable: 3,
  kernel: kernels.svd,
  infer: ([{ shape, dtype }], { isFull }) => {
    const [batch, m, n] = shape as readonly [number, number, number];
    const k = Math.min(m, n);
    return [
      { shape: [batch, m, isFull ? m : k], dtype },
      { shape: [batch, k], dtype },
      { shape: [batch, isFull ? n : k, n], dtype },
    ];
  },
  save: { u: ["input"], s: ["input"], vh: ["input"] },
  backward: ({ grads, u, s, vh, inputs: [input] }): Gradients => {
    const [gu, gs, gvh] = grads as readonly [Tensor, Tensor, Tensor];
    const k = Math.min(input.shape[1]!, input.shape[2]!);
    // What completes the bases has no gradient: it is not unique.
    const columns = (x: Tensor) => narrow(x, 2, 0, k);
    const rows = (x: Tensor) => narrow(x, 1, 0, k);
    return [svdBackward(columns(u), s, transposed(rows(vh)), columns(gu), gs, transposed(rows(gvh)))];
  },
});

/** PyTorch's svd_backward, of [batch, m, k], [batch, k] and [batch, n, k]. */
function svdBackward(u: Tensor, s: Tensor, v: Tensor, gu: Tensor, gs: Tensor, gv: Tensor): Tensor {
  const skew = (x: Tensor) => sub(x, transposed(x));
  const [asRow, asColumn] = [unsqueeze(s, 1), unsqueeze(s, 2)];
  const gaps = mul(sub(asRow, asColumn), add(asRow, asColumn));
  const [turnedU, turnedV] = [matmul(transposed(u), gu), matmul(transposed(v), gv)];
  const ofU = mul(quotient(skew(turnedU), gaps), asRow);
  const ofV = mul(asColumn, quotient(skew(turnedV), gaps));
  let inner = add(add(ofU, ofV), diagEmbed(gs));
  inner = matmul(inner, transposed(v));
  const k = s.size(1);
  let result: Tensor;
  // What leaves the span of U, and of V.
  if (u.size(1) > k) {
    const outside = quotientOf(sub(gu, matmul(u, turnedU)), asRow);
    result = add(matmul(u, inner), matmul(outside, transposed(v)));
  } else result = matmul(u, inner);
  if (v.size(1) > k) {
    const outside = quotientOf(sub(gv, matmul(v, turnedV)), asRow);
    result = add(result, matmul(u, transposed(outside)));
  }
  return result;
}

const quotientOf = (x: Tensor, s: Tensor): Tensor => quotient(x, expand(s, x.shape));

/** U, S and Vᵀ: by name, or one after the other. */
export type SvdResult = Several<"U" | "S" | "Vh">;

export interface SvdOptions {
  /** Whether U and V are square, completed by directions that belong to no singular value. Default true. */
  readonly fullMatrices?: boolean;
}

/** Of [batch, m, n], in the name of an op. */
export function svdOf(op: string, A: Tensor, isFull: boolean): SvdResult {
  const leading = leadingOf(A);
  const [m, n] = A.shape.slice(-2) as [number, number];
  const [u, s, vh] = apply(svdOp, [stacked(A)], { isFull, ...told(op, A) });
  const S = unstacked(s, leading);
  // It hangs on the input, of which there is nothing, as PyTorch's does.
  const whole = (size: number) =>
    add(expand(eye(size, { dtype: A.dtype, device: A.device }), [...leading, size, size]), sum(A));
  // The basis that completes nothing.
  const isEmpty = isFull && m * n === 0;
  const U = isEmpty ? whole(m) : unstacked(u, leading);
  const Vh = isEmpty ? whole(n) : unstacked(vh, leading);
  return several({ U, S, Vh }, ["U", "S", "Vh"]);
}

/**
 * U, S and Vh of A = U·diag(S)·Vh, U and Vhᵀ with orthonormal columns, S descending; computed in float64. Signs of a pair of directions
 * are free, and among equal singular values the directions: gradients through them are then infinite.
 * Shape: (*, m, n) → (*, m, m), (*, k), (*, n, n), k = min(m, n); with `fullMatrices: false` (*, m, k), (*, k), (*, k, n).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.svd.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for NaN and infinities.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { U, S, Vh } = linalg.svd(tensor([[0, 3], [2, 0]]));
 * S.toArray(); // → [3, 2]
 * U.matmul(S.diag()).matmul(Vh).toArray(); // → [[0, 3], [2, 0]]
 * ```
 */
export function svd(A: Tensor, options: SvdOptions = {}): SvdResult {
  checkOptions("linalg.svd", options, { fullMatrices: "boolean" });
  checkMatrix("linalg.svd", "A", A);
  return svdOf("linalg.svd", A, options.fullMatrices ?? true);
}

/**
 * The singular values, descending; computed in float64. Shape: (*, m, n) → (*, min(m, n)).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.svdvals.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for NaN and infinities.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.svdvals(tensor([[0, 3], [2, 0]])).toArray(); // → [3, 2]
 * ```
 */
export function svdvals(A: Tensor): Tensor {
  checkMatrix("linalg.svdvals", "A", A);
  return svdOf("linalg.svdvals", A, false).S;
}
