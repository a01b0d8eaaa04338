// fill_ and zero_: one value written over every element.

import { ShapeError } from "../../checks/errors.js";
import { checkNumber, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { checkFits } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { applyInPlace } from "../write.js";
import { copy_ } from "./copy.js";
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
 * Sets every element to `value`, a number or a 0-d tensor, in place, and returns the input. The gradient of a tensor is the sum of the input's.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.fill_.html.
 *
 * @throws ShapeError for a tensor of dimensions.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2).fill_(7).toArray(); // → [7, 7]
 * ```
 */
export function fill_(input: Tensor, given: number | boolean | Tensor): Tensor {
  checkTensor("fill_", "input", input);
  if (isTensor(given)) {
    if (given.ndim > 0)
      throw new ShapeError(
        `fill_: only supports 0-dimension value tensor but got tensor with ${given.ndim} dimensions; copy_ takes others`,
      );
    return copy_(input, given);
  }
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
