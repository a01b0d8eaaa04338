// abs and sign: an element's size, and on which side of zero it lies.

import { apply } from "../apply.js";
import { defineOp, type Gradients } from "../op.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";
import { zerosLike } from "./creation.js";
import { mul } from "./mul.js";
import { pointwise } from "./operands.js";

const absOp = defineOp({
  name: "abs",
  inputs: ["input"],
  kernel: "abs",
  infer: pointwise,
  save: { input: ["input"] },
  backward: ({ grad, input }): Gradients => [mul(grad, sign(input))],
});

const signOp = defineOp({
  name: "sign",
  inputs: ["input"],
  kernel: "sign",
  infer: pointwise,
  backward: ({ grad }): Gradients => [zerosLike(grad)],
});

/**
 * The absolute value; its gradient at 0 is 0. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.abs.html.
 *
 * @throws DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-2, 0, 3]).abs().toArray(); // → [2, 0, 3]
 * ```
 */
export function abs(input: Tensor): Tensor {
  checkTensor("abs", "input", input);
  return apply(absOp, [input]);
}

/**
 * −1 below zero, 1 above it, and 0 at zero and for NaN. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.sign.html.
 *
 * @throws DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-2, 0, 3]).sign().toArray(); // → [-1, 0, 1]
 * ```
 */
export function sign(input: Tensor): Tensor {
  checkTensor("sign", "input", input);
  return apply(signOp, [input]);
}
