// relu: negative elements become zero.

import { apply } from "../apply.js";
import { applyInPlace } from "../apply-in-place.js";
import { defineOp, type Gradients } from "../op.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";
import { pointwise } from "./operands.js";

const reluOp = defineOp({
  name: "relu",
  inputs: ["input"],
  kernel: "relu",
  infer: pointwise,
  save: { output: ["input"] },
  backward: ({ grad, output }): Gradients => [apply(reluBackwardOp, [grad, output])],
});

// The output's own slope is zero almost everywhere: only the gradient's path is followed further.
const reluBackwardOp = defineOp({
  name: "reluBackward",
  inputs: ["grad", "output"],
  kernel: "reluBackward",
  infer: pointwise,
  save: { output: ["grad"] },
  backward: ({ grad, output, needs }): Gradients => [needs[0] ? apply(reluBackwardOp, [grad, output]) : null, null],
});

/**
 * max(input, 0), element by element; NaN stays NaN. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-1, 0, 2]).relu().toArray(); // → [0, 0, 2]
 * ```
 */
export function relu(input: Tensor): Tensor {
  checkTensor("relu", "input", input);
  return apply(reluOp, [input]);
}

/**
 * {@link relu} in place; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function relu_(input: Tensor): Tensor {
  checkTensor("relu_", "input", input);
  return applyInPlace("relu_", reluOp, [input]);
}
