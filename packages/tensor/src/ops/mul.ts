// mul: products, element by element.

import { apply } from "../apply.js";
import { applyInPlace } from "../apply-in-place.js";
import { defineOp, type Gradients } from "../op.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";
import { broadcast, inPlaceOperand, type Operand, pointwise, promote } from "./operands.js";

export const mulOp = defineOp({
  name: "mul",
  inputs: ["input", "other"],
  kernel: "mul",
  infer: pointwise,
  save: { input: ["other"], other: ["input"] },
  backward: ({ grad, input, other, needs }): Gradients => [
    needs[0] ? mul(grad, other) : null,
    needs[1] ? mul(grad, input) : null,
  ],
});

/**
 * input · other, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.mul.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).mul(2).toArray(); // → [2, 4, 6]
 * ```
 */
export function mul(input: Tensor, other: Operand): Tensor {
  checkTensor("mul", "input", input);
  return apply(mulOp, broadcast("mul", ...promote("mul", input, other)));
}

/**
 * Multiplies by `other`, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.mul_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).mul_(3).toArray(); // → [3, 6]
 * ```
 */
export function mul_(input: Tensor, other: Operand): Tensor {
  checkTensor("mul_", "input", input);
  return applyInPlace("mul_", mulOp, [input, inPlaceOperand("mul_", input, other)]);
}
