// det and slogdet: determinants, and their sign and logarithm.

import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { abs } from "../pointwise/abs.js";
import { add, sub } from "../pointwise/add.js";
import { gt } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { logicalAnd } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { amax } from "../reductions/extremes.js";
import { type Several, several } from "../several.js";
import { detach } from "../views/detach.js";
import { reshape } from "../views/view.js";
import { checkSquare, leadingOf, stacked, transposed, unstacked } from "./matrices.js";
import { inverseOf } from "./systems.js";

const determinantOp = defineOp({
  name: "determinant",
  inputs: ["input"],
  kernel: kernels.determinant,
  infer: ([{ shape, dtype }]) => [{ shape: [shape[0]!], dtype }],
  save: { input: ["input"] },
  backward: ({ grad, input }): Gradients => [mul(reshape(grad, [-1, 1, 1]), apply(cofactorsOp, [input]))],
});

const cofactorsOp = defineOp({
  name: "cofactors",
  inputs: ["input"],
  kernel: kernels.cofactors,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  save: { input: ["input"], output: ["input"] },
  backward: ({ grad, input }): Gradients => [apply(cofactorsGradientOp, [grad, input])],
});

// Of C = det(A)·T with T = A⁻ᵀ it is ⟨C, G⟩·T − T·Gᵀ·C, linear in G and symmetric. Up to 2 × 2 it does not hang on A.
const cofactorsGradientOp = defineOp({
  name: "cofactorsGradient",
  inputs: ["direction", "input"],
  kernel: kernels.cofactorsGradient,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  save: { direction: ["input"], input: ["direction", "input"] },
  backward: ({ grad, input, direction, needs }): Gradients => [
    needs[0] ? apply(cofactorsGradientOp, [grad, input]) : null,
    needs[1] && input.shape[1]! > 2 ? thirdGradient(grad, direction, input) : null,
  ],
});

/**
 * The gradient by A of ⟨G, H(A)·D⟩, H being {@link cofactorsGradientOp}: as H is the derivative of the cofactors, it is that of H(A + t·D)·G
 * by t, at 0. Along a line H is a polynomial of degree n − 2, whose slope its values at as many points give exactly, without the
 * inverse, which a matrix that is nearly singular has not. In float64; the points lie as far out as A is large.
 */
function thirdGradient(grad: Tensor, direction: Tensor, input: Tensor): Tensor {
  const [g, d, a] = [grad, direction, input].map((one) => to(one, "float64")) as [Tensor, Tensor, Tensor];
  const points = Math.ceil((a.shape[1]! - 2) / 2);
  const size = (x: Tensor) => amax(abs(detach(x)), [1, 2], { keepdim: true });
  const [own, along] = [size(a), size(d)];
  const step = where(logicalAnd(gt(own, 0), gt(along, 0)), div(own, mul(along, points)), 1);
  let slope: Tensor | null = null;
  // Of central differences, the weight of those `at` steps away.
  let weight = 1;
  for (let at = 1; at <= points; at++) {
    weight *= (at === 1 ? 1 : -1) * ((points - at + 1) / (points + at));
    const way = mul(mul(d, step), at);
    const [ahead, behind] = [add(a, way), sub(a, way)].map((one) => apply(cofactorsGradientOp, [g, one]));
    const part = mul(sub(ahead!, behind!), weight / at);
    slope = slope === null ? part : add(slope, part);
  }
  return to(div(slope!, step), input.dtype);
}

const logDeterminantOp = defineOp({
  name: "logDeterminant",
  inputs: ["input"],
  outputs: ["logarithm", "sign"],
  // The sign's are zeros, and are not looked at.
  differentiable: 2,
  kernel: kernels.logDeterminant,
  infer: ([{ shape, dtype }]) => [
    { shape: [shape[0]!], dtype },
    { shape: [shape[0]!], dtype },
  ],
  save: { input: ["input"] },
  backward: ({ grad, input }): Gradients => [mul(reshape(grad, [-1, 1, 1]), transposed(inverseOf(input, null, false)))],
});

/**
 * The determinant of a square matrix, or of each of a batch; computed in float64. Shape: (*, n, n) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.det.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.det(tensor([[1, 2], [3, 5]])).item(); // → -1
 * ```
 */
export function det(A: Tensor): Tensor {
  checkSquare("linalg.det", "A", A);
  return unstacked(apply(determinantOp, [stacked(A)]), leadingOf(A));
}

/** The sign of a determinant, 1, −1 or 0, and the logarithm of its size, −∞ where it is 0: by name, or as a pair. */
export type SlogdetResult = Several<"sign" | "logabsdet">;

/**
 * The sign of the determinant and the logarithm of its absolute value, which neither overflows nor vanishes; computed in float64.
 * Shape: (*, n, n) → (*), (*). See https://pytorch.org/docs/stable/generated/torch.linalg.slogdet.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const [sign, logabsdet] = linalg.slogdet(tensor([[0, 1], [1, 0]]));
 * sign.item(); // → -1
 * logabsdet.item(); // → 0
 * ```
 */
export function slogdet(A: Tensor): SlogdetResult {
  checkSquare("linalg.slogdet", "A", A);
  const [logarithm, ofSign] = apply(logDeterminantOp, [stacked(A)]);
  const sign = unstacked(ofSign, leadingOf(A));
  const logabsdet = unstacked(logarithm, leadingOf(A));
  return several({ sign, logabsdet }, ["sign", "logabsdet"]);
}
