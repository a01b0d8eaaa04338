// exp and log: exponential and natural logarithm.

import { apply } from "../apply.js";
import { defineOp, type Gradients } from "../op.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";
import { div } from "./div.js";
import { mul } from "./mul.js";
import { floating, pointwise } from "./operands.js";

const expOp = defineOp({
  name: "exp",
  inputs: ["input"],
  kernel: "exp",
  infer: pointwise,
  save: { output: ["input"] },
  backward: ({ grad, output }): Gradients => [mul(grad, output)],
});

const logOp = defineOp({
  name: "log",
  inputs: ["input"],
  kernel: "log",
  infer: pointwise,
  save: { input: ["input"] },
  backward: ({ grad, input }): Gradients => [div(grad, input)],
});

/**
 * eˣ. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/generated/torch.exp.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).exp().toArray(); // → [1, 2.7182818]
 * ```
 */
export function exp(input: Tensor): Tensor {
  checkTensor("exp", "input", input);
  return apply(expOp, [floating(input)]);
}

/**
 * The natural logarithm: −∞ at 0, NaN below. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.log.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).log().toArray(); // → [0, 0.6931472]
 * ```
 */
export function log(input: Tensor): Tensor {
  checkTensor("log", "input", input);
  return apply(logOp, [floating(input)]);
}
