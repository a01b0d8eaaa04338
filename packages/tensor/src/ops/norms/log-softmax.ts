// logSoftmax: the logarithm of softmax, without the overflow of either.

import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { floating, likeFirst } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { exp } from "../pointwise/exp.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { implicitDim, type SoftmaxOptions } from "./softmax.js";

const logSoftmaxOp = defineOp({
  name: "logSoftmax",
  inputs: ["input"],
  kernel: kernels.logSoftmax,
  infer: likeFirst,
  save: { output: ["input"] },
  backward: ({ grad, output, attributes: { dim } }): Gradients => [
    sub(grad, mul(exp(output), sum(grad, dim, { keepdim: true }))),
  ],
});

/**
 * log(exp(xᵢ) / Σⱼ exp(xⱼ)) along `dim`, which may be left out as in `softmax`. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { logSoftmax, tensor } from "@bernoulli/tensor";
 * logSoftmax(tensor([0, 0]), 0).toArray(); // → [-0.6931472, -0.6931472]
 * ```
 */
export function logSoftmax(input: Tensor, ...rest: Positional<SoftmaxOptions, ["dim"]>): Tensor {
  checkTensor("logSoftmax", "input", input);
  const options = optionsOf<SoftmaxOptions>("logSoftmax", ["dim"], rest);
  checkOptions("logSoftmax", options, { dim: "number", dtype: "anything" });
  const { dim } = options;
  const values = options.dtype === undefined ? floating(input) : to(input, options.dtype);
  return apply(logSoftmaxOp, [values], {
    dim: normalizeDim("logSoftmax", dim ?? implicitDim("logSoftmax", input), input.ndim),
  });
}
