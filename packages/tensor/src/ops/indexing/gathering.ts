// The ops of gather and scatter, each the gradient of the other. The functions are gather.ts's; what reads and writes views' histories
// (autograd/views.ts) has the ops alone, since nothing in it may be written in place.

import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { numberTensor } from "../operands.js";
import { expand } from "../reductions/sum.js";

export const gatherOp = defineOp({
  name: "gather",
  inputs: ["input", "index"],
  kernel: kernels.gather,
  infer: ([{ dtype }, { shape }]) => [{ shape, dtype }],
  save: { index: ["input"] },
  backward: ({ grad, index, attributes, inputs: [input] }): Gradients => [
    apply(scatterAddOp, [zeros(grad, input.shape), index, grad], attributes),
    null,
  ],
});

export const scatterAddOp = defineOp({
  name: "scatterAdd",
  inputs: ["input", "index", "source"],
  readsElsewhere: true,
  kernel: kernels.scatterAdd,
  infer: ([input]) => [input],
  save: { index: ["source"] },
  backward: ({ grad, index, attributes, needs }): Gradients => [
    grad,
    null,
    needs[2] ? apply(gatherOp, [grad, index], attributes) : null,
  ],
});

export const scatterOp = defineOp({
  name: "scatter",
  inputs: ["input", "index", "source"],
  readsElsewhere: true,
  kernel: kernels.scatter,
  infer: ([input]) => [input],
  save: { index: ["input", "source"] },
  // As in PyTorch: of several elements that are put to one place, each gets the gradient of what stands there.
  backward: ({ grad, index, attributes, needs }): Gradients => [
    needs[0] ? apply(scatterOp, [grad, index, zeros(grad, index.shape)], attributes) : null,
    null,
    needs[2] ? apply(gatherOp, [grad, index], attributes) : null,
  ],
});

/** One zero in all places. */
export function zeros(like: Tensor, shape: Shape): Tensor {
  return expand(numberTensor(0, like.dtype, like), shape);
}
