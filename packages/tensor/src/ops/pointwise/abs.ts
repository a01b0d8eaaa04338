// abs and sign: an element's size, and on which side of zero it lies.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";

const absOp = pointwise({ name: "abs", inputs: ["input"], dtypes: numericDTypes, formula: ({ input }) => input.abs() });

const signOp = pointwise({
  name: "sign",
  inputs: ["input"],
  dtypes: allDTypes,
  formula: ({ input }) => where(input.gt(0), 1, where(input.lt(0), -1, 0)),
  gradient: () => [constant(0)],
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
