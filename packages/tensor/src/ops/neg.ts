// neg: the sign turned.

import { apply } from "../apply.js";
import { defineOp, type Gradients } from "../op.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";
import { pointwise } from "./operands.js";

const negOp = defineOp({
  name: "neg",
  inputs: ["input"],
  kernel: "neg",
  infer: pointwise,
  backward: ({ grad }): Gradients => [neg(grad)],
});

/**
 * −input. Shape: (*) → (*). See https://pytorch.org/docs/stable/generated/torch.neg.html.
 *
 * @throws DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -2]).neg().toArray(); // → [-1, 2]
 * ```
 */
export function neg(input: Tensor): Tensor {
  checkTensor("neg", "input", input);
  return apply(negOp, [input]);
}
