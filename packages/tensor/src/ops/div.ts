// div: quotients, element by element; integers divide to floats, as in PyTorch.

import { apply } from "../apply.js";
import { applyInPlace } from "../apply-in-place.js";
import { defineOp, type Gradients } from "../op.js";
import type { Tensor } from "../tensor.js";
import { mul } from "./mul.js";
import { neg } from "./neg.js";
import { broadcast, floating, inPlaceOperand, type Operand, pointwise, promote } from "./operands.js";

const divOp = defineOp({
  name: "div",
  inputs: ["input", "other"],
  kernel: "div",
  infer: pointwise,
  save: { input: ["other"], other: ["input", "other"] },
  // −(input / other) / other keeps range that other² would lose.
  backward: ({ grad, input, other, needs }): Gradients => [
    needs[0] ? div(grad, other) : null,
    needs[1] ? mul(grad, neg(div(div(input, other), other))) : null,
  ],
});

/**
 * input / other, broadcast; the result is floating. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.div.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2], { dtype: "int32" }).div(4).toArray(); // → [0.25, 0.5]
 * ```
 */
export function div(input: Tensor, other: Operand): Tensor {
  const [a, b] = promote("div", input, other);
  return apply(divOp, broadcast("div", floating(a), floating(b)));
}

/**
 * Divides by `other`, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.div_.html.
 *
 * @throws DTypeError on an integer tensor, AutogradError on a leaf that requires a gradient outside `noGrad`.
 */
export function div_(input: Tensor, other: Operand): Tensor {
  return applyInPlace("div_", divOp, [input, inPlaceOperand("div_", input, other)]);
}
