// exp and log: exponential and natural logarithm.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import * as exponential from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { floating } from "../operands.js";

export const expOp = pointwise({
  name: "exp",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => exponential.exp(input),
});

const logOp = pointwise({
  name: "log",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => exponential.log(input),
});

/**
 * eˣ. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/generated/torch.exp.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).exp().toArray(); // → [1, 2.7182818]
 * ```
 */
export function exp(input: Tensor): Tensor {
  checkTensor("exp", "input", input);
  return apply(expOp, [floating(input)]);
}

/**
 * The natural logarithm: −∞ at 0, NaN below. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.log.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).log().toArray(); // → [0, 0.6931472]
 * ```
 */
export function log(input: Tensor): Tensor {
  checkTensor("log", "input", input);
  return apply(logOp, [floating(input)]);
}
