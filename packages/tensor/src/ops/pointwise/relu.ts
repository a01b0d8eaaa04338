// relu: negative elements become zero.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyInPlace } from "../write.js";

export const reluOp = pointwise({
  name: "relu",
  inputs: ["input"],
  dtypes: numericDTypes,
  formula: ({ input }) => where(input.lt(0), 0, input),
  // Not "greater than zero": where the output is NaN the gradient passes, as in PyTorch.
  gradient: ({ grad, output }) => [where(output.le(0), 0, grad)],
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
