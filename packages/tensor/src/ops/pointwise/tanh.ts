// tanh and sigmoid: the curves that squash everything into (−1, 1) and (0, 1).

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant } from "../../formulas/expression.js";
import * as exponential from "../../formulas/math/exponential.js";
import { sigmoid as logistic } from "../../formulas/math/gates.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { floating } from "../operands.js";
import { applyInPlace } from "../write.js";

const tanhOp = pointwise({
  name: "tanh",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => exponential.tanh(input),
});

const sigmoidOp = pointwise({
  name: "sigmoid",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => logistic(input),
  gradient: ({ grad, output }) => [grad.mul(output.mul(constant(1).sub(output)))],
});

/**
 * The hyperbolic tangent. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.tanh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).tanh().toArray(); // → [0, 0.7615942]
 * ```
 */
export function tanh(input: Tensor): Tensor {
  checkTensor("tanh", "input", input);
  return apply(tanhOp, [floating(input)]);
}

/**
 * {@link tanh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tanh_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function tanh_(input: Tensor): Tensor {
  checkTensor("tanh_", "input", input);
  return applyInPlace("tanh_", tanhOp, [input]);
}

/**
 * 1 / (1 + e⁻ˣ). Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.sigmoid.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).sigmoid().toArray(); // → [0.5, 0.7310586]
 * ```
 */
export function sigmoid(input: Tensor): Tensor {
  checkTensor("sigmoid", "input", input);
  return apply(sigmoidOp, [floating(input)]);
}

/**
 * {@link sigmoid} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sigmoid_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function sigmoid_(input: Tensor): Tensor {
  checkTensor("sigmoid_", "input", input);
  return applyInPlace("sigmoid_", sigmoidOp, [input]);
}
