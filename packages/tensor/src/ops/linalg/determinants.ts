// det and slogdet: determinants, and their sign and logarithm.

import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { add, sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { sum } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
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

// Of C = det(A)·T with T = A⁻ᵀ it is ⟨C, G⟩·T − T·Gᵀ·C, linear in G and symmetric. Third gradients, none up to 2 × 2, need the inverse.
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

function thirdGradient(grad: Tensor, direction: Tensor, input: Tensor): Tensor {
  const turned = transposed(inverseOf(input, "linalg.det", input.shape[0]! > 1));
  const cofactors = apply(cofactorsOp, [input]);
  const dot = (a: Tensor, b: Tensor) => sum(mul(a, b), [1, 2], { keepdim: true });
  const behind = (left: Tensor, way: Tensor) => matmul(matmul(left, transposed(way)), turned);
  const [ofGrad, ofDirection] = [behind(cofactors, grad), behind(cofactors, direction)];
  const both = sub(mul(dot(turned, direction), dot(turned, grad)), dot(grad, behind(turned, direction)));
  const straight = add(mul(ofDirection, dot(turned, grad)), mul(ofGrad, dot(turned, direction)));
  const crossed = add(behind(ofDirection, grad), behind(ofGrad, direction));
  return add(sub(mul(cofactors, both), straight), crossed);
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
