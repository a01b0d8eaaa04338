// softmax: scores as shares that add up to 1.

import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { warnOnce } from "../../checks/warn.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { DType } from "../../tensor/dtype.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { floating, likeFirst } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";

const softmaxOp = defineOp({
  name: "softmax",
  inputs: ["input"],
  kernel: kernels.softmax,
  infer: likeFirst,
  save: { output: ["input"] },
  backward: ({ grad, output, attributes: { dim } }): Gradients => [
    mul(output, sub(grad, sum(mul(grad, output), dim, { keepdim: true }))),
  ],
});

export interface SoftmaxOptions {
  /** Along which the shares add up to 1. Without it PyTorch's guess is taken, with its warning. */
  readonly dim?: number;
  /** What is computed in: the input is converted first. Default: the input's, or float32 for integers. */
  readonly dtype?: DType;
}

/** The dimension that PyTorch takes where none is told, which it warns of. */
export function implicitDim(op: string, input: Tensor): number {
  warnOnce(
    `${op} without dim`,
    `${op}: implicit dimension choice for ${op} has been deprecated; say which dimension, such as ${op}(x, -1)`,
  );
  return input.ndim === 0 || input.ndim === 1 || input.ndim === 3 ? 0 : 1;
}

/**
 * exp(xᵢ) / Σⱼ exp(xⱼ) along `dim`; without it, as PyTorch and with its warning, along 0 of 0, 1 or 3 dimensions and else along 1.
 * Shape: (*) → (*). Integers give float32. Its logarithm is better taken with
 * `logSoftmax`, and `crossEntropy` takes scores as they are.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { softmax, tensor } from "@bernoulli/tensor";
 * softmax(tensor([0, 0]), 0).toArray(); // → [0.5, 0.5]
 * softmax(tensor([0, 0]), { dim: 0 }).toArray(); // → [0.5, 0.5]
 * ```
 */
export function softmax(input: Tensor, ...rest: Positional<SoftmaxOptions, ["dim"]>): Tensor {
  checkTensor("softmax", "input", input);
  const options = optionsOf<SoftmaxOptions>("softmax", ["dim"], rest);
  checkOptions("softmax", options, { dim: "number", dtype: "anything" });
  const { dim } = options;
  const values = options.dtype === undefined ? floating(input) : to(input, options.dtype);
  return apply(softmaxOp, [values], { dim: normalizeDim("softmax", dim ?? implicitDim("softmax", input), input.ndim) });
}
