// copy_: one tensor's elements written over another's.

import { checkTensor } from "../../checks/options.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expandTo } from "../reductions/sum.js";
import { applyInPlace } from "../write.js";
import { zerosLike } from "./creation.js";
import { to } from "./to.js";

export const copyInPlaceOp = defineOp({
  name: "copy",
  inputs: ["input", "source"],
  kernel: kernels.copy,
  overwrites: true,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, needs }): Gradients => [needs[0] ? zerosLike(grad) : null, grad],
});

/** What the op in place called `name` computed in a wider dtype than the input's, converted and written over the input. */
export function writeConverted(name: string, input: Tensor, result: Tensor): Tensor {
  return applyInPlace(name, copyInPlaceOp, [input, to(result, input.dtype)]);
}

/**
 * Writes the elements of `source`, of any dtype and device, broadcast and converted, over the input, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.copy_.html.
 *
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * zeros(2, 2).copy_(tensor([1, 2])).toArray(); // → [[1, 2], [1, 2]]
 * ```
 */
export function copy_(input: Tensor, source: Tensor): Tensor {
  checkTensor("copy_", "input", input);
  checkTensor("copy_", "source", source);
  return applyInPlace("copy_", copyInPlaceOp, [input, expandTo("copy_", to(source, input), input.shape)]);
}
