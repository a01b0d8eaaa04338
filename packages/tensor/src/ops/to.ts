// to: the same values in another dtype.

import { apply } from "../apply.js";
import { checkDType, type DType } from "../dtype.js";
import { defineOpWith, type Gradients } from "../op.js";
import type { Tensor } from "../tensor.js";

const toOp = defineOpWith<{ readonly dtype: DType }>()({
  name: "to",
  inputs: ["input"],
  kernel: "copy",
  infer: ([{ shape }], { dtype }) => [{ shape, dtype }],
  backward: ({ grad, inputs: [input] }): Gradients => [to(grad, input.dtype)],
});

/**
 * The input in another dtype, or the input itself where it has that dtype. Floats become integers by truncation, and
 * anything that is not zero becomes true. See https://pytorch.org/docs/stable/generated/torch.Tensor.to.html.
 *
 * @throws DTypeError if the dtype is unknown.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, -1.9]).to("int32").toArray(); // → [1, -1]
 * ```
 */
export function to(input: Tensor, dtype: DType): Tensor {
  checkDType("to", dtype);
  return input.dtype === dtype ? input : apply(toOp, [input], { dtype });
}
