// addcmul_ and addcdiv_: products and quotients added in place; what optimizers are made of.

import { applyInPlace } from "../apply-in-place.js";
import { defineOp, type Gradients } from "../op.js";
import { checkNumber, checkOptions } from "../options.js";
import type { Tensor } from "../tensor.js";
import { div } from "./div.js";
import { mul } from "./mul.js";
import { neg } from "./neg.js";
import { pointwise } from "./operands.js";
import { expandTo } from "./sum.js";

const addcmulOp = defineOp({
  name: "addcmul",
  inputs: ["input", "tensor1", "tensor2"],
  kernel: "addcmul",
  infer: pointwise,
  save: { tensor1: ["tensor2"], tensor2: ["tensor1"] },
  backward: ({ grad, tensor1, tensor2, attributes: { value }, needs }): Gradients => [
    grad,
    needs[1] ? mul(mul(grad, value), tensor2) : null,
    needs[2] ? mul(mul(grad, value), tensor1) : null,
  ],
});

const addcdivOp = defineOp({
  name: "addcdiv",
  inputs: ["input", "tensor1", "tensor2"],
  kernel: "addcdiv",
  infer: pointwise,
  save: { tensor1: ["tensor2"], tensor2: ["tensor1", "tensor2"] },
  backward: ({ grad, tensor1, tensor2, attributes: { value }, needs }): Gradients => {
    const scaled = needs[1] || needs[2] ? div(mul(grad, value), tensor2) : null;
    return [grad, scaled, needs[2] ? neg(mul(scaled!, div(tensor1, tensor2))) : null];
  },
});

interface ValueOptions {
  /** The factor. Default 1. */
  readonly value?: number;
}

function factorOf(op: string, options: ValueOptions): number {
  checkOptions(op, options, ["value"]);
  const { value = 1 } = options;
  checkNumber(op, "value", value);
  return value;
}

/**
 * Adds value · tensor1 · tensor2 in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcmul_.html.
 *
 * @throws ShapeError if the others do not broadcast to the input's shape.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcmul_(tensor([1, 2]), tensor([3, 4]), { value: 10 }).toArray(); // → [31, 81]
 * ```
 */
export function addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  const [a, b] = [expandTo("addcmul_", tensor1, input.shape), expandTo("addcmul_", tensor2, input.shape)];
  return applyInPlace("addcmul_", addcmulOp, [input, a, b], { value: factorOf("addcmul_", options) });
}

/**
 * Adds value · tensor1 / tensor2 in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcdiv_.html.
 *
 * @throws ShapeError if the others do not broadcast to the input's shape.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcdiv_(tensor([1, 2]), tensor([2, 4])).toArray(); // → [1.5, 1.5]
 * ```
 */
export function addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  const [a, b] = [expandTo("addcdiv_", tensor1, input.shape), expandTo("addcdiv_", tensor2, input.shape)];
  return applyInPlace("addcdiv_", addcdivOp, [input, a, b], { value: factorOf("addcdiv_", options) });
}
