// logSoftmax: the logarithm of softmax, without the overflow of either.

import { apply } from "../apply.js";
import { defineOp, type Gradients } from "../op.js";
import { checkOptions, checkTensor } from "../options.js";
import { normalizeDim } from "../shape.js";
import type { Tensor } from "../tensor.js";
import { sub } from "./add.js";
import { exp } from "./exp.js";
import { mul } from "./mul.js";
import { floating, likeFirst } from "./operands.js";
import type { SoftmaxOptions } from "./softmax.js";
import { sum } from "./sum.js";
import { to } from "./to.js";

const logSoftmaxOp = defineOp({
  name: "logSoftmax",
  inputs: ["input"],
  kernel: "logSoftmax",
  infer: likeFirst,
  save: { output: ["input"] },
  backward: ({ grad, output, attributes: { dim } }): Gradients => [
    sub(grad, mul(exp(output), sum(grad, dim, { keepdim: true }))),
  ],
});

/**
 * log(exp(xᵢ) / Σⱼ exp(xⱼ)) along `dim`. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { logSoftmax, tensor } from "@bernoulli/tensor";
 * logSoftmax(tensor([0, 0]), 0).toArray(); // → [-0.6931472, -0.6931472]
 * ```
 */
export function logSoftmax(input: Tensor, dim: number, options: SoftmaxOptions = {}): Tensor {
  checkTensor("logSoftmax", "input", input);
  checkOptions("logSoftmax", options, ["dtype"]);
  const values = options.dtype === undefined ? floating(input) : to(input, options.dtype);
  return apply(logSoftmaxOp, [values], { dim: normalizeDim("logSoftmax", dim, input.ndim) });
}
