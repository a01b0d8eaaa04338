// fill_ and zero_: one value written over every element.

import { checkNumber, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { checkFits } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyInPlace } from "../write.js";
import { fillOp } from "./fill.js";

const fillInPlaceOp = defineOp({
  name: "fill",
  inputs: ["input"],
  kernel: kernels.fill,
  overwrites: true,
  infer: ([input]) => [input],
  backward: ({ grad }): Gradients => [
    apply(fillOp, [], { value: 0, shape: grad.shape, dtype: grad.dtype }, { device: grad.device }),
  ],
});

/**
 * Sets every element to `value`, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.fill_.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2).fill_(7).toArray(); // → [7, 7]
 * ```
 */
export function fill_(input: Tensor, given: number | boolean): Tensor {
  checkTensor("fill_", "input", input);
  const value = typeof given === "boolean" ? Number(given) : given;
  checkNumber("fill_", "the value", value);
  checkFits("fill_", value, input.dtype);
  return applyInPlace("fill_", fillInPlaceOp, [input], { value });
}

/**
 * Sets every element to zero, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.zero_.html.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2).zero_().toArray(); // → [0, 0]
 * ```
 */
export function zero_(input: Tensor): Tensor {
  checkTensor("zero_", "input", input);
  return applyInPlace("zero_", fillInPlaceOp, [input], { value: 0 });
}
