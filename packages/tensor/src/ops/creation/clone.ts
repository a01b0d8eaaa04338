// clone and contiguous: the elements laid out anew, in row-major order.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { moved } from "../../tensor/literals.js";
import { isContiguous } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";

const cloneOp = defineOp({
  name: "clone",
  inputs: ["input"],
  kernel: kernels.copy,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad }): Gradients => [grad],
});

/**
 * A contiguous copy; gradients flow through it.
 * See https://pytorch.org/docs/stable/generated/torch.clone.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1, 2]);
 * x.clone().zero_();
 * x.toArray(); // → [1, 2]
 * ```
 */
export function clone(input: Tensor): Tensor {
  checkTensor("clone", "input", input);
  return moved(apply(cloneOp, [input]), [input]);
}

/**
 * The input itself where its elements lie in row-major order, else a copy where they do.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.contiguous.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).transpose(0, 1).contiguous().strides; // → [2, 1]
 * ```
 */
export function contiguous(input: Tensor): Tensor {
  checkTensor("contiguous", "input", input);
  return isContiguous(input) ? input : clone(input);
}
