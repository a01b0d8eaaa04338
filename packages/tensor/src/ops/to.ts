// to: the same values in another dtype.

import { DeviceError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { apply } from "../door/apply.js";
import { attributes, defineOp, type Gradients } from "../door/op.js";
import * as kernels from "../kernels/kernels.js";
import { checkDType, type DType } from "../tensor/dtype.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";

const toOp = defineOp({
  extra: attributes<{ readonly dtype: DType }>(),
  name: "to",
  inputs: ["input"],
  kernel: kernels.copy,
  infer: ([{ shape }], { dtype }) => [{ shape, dtype }],
  backward: ({ grad, inputs: [input] }): Gradients => [to(grad, input.dtype)],
});

/**
 * The input in another dtype, named or another tensor's, or the input itself where it has that dtype. Floats become integers by truncation, int32's least
 * where they are beyond it, and anything that is not zero becomes true. See https://pytorch.org/docs/stable/generated/torch.Tensor.to.html.
 *
 * @throws DTypeError if the dtype is unknown; DeviceError if the other tensor is on another device.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, -1.9]).to("int32").toArray(); // → [1, -1]
 * ```
 */
export function to(input: Tensor, dtypeOrLike: DType | Tensor): Tensor {
  checkTensor("to", "input", input);
  const dtype = isTensor(dtypeOrLike) ? dtypeOrLike.dtype : dtypeOrLike;
  checkDType("to", dtype);
  if (isTensor(dtypeOrLike) && dtypeOrLike.device !== input.device)
    throw new DeviceError(
      `to: the input is on ${input.device}, and the tensor to be like on ${dtypeOrLike.device}; make it anew there, as in tensor(x.toArray(), { device: "${dtypeOrLike.device}" })`,
    );
  return input.dtype === dtype ? input : apply(toOp, [input], { dtype });
}
