// logit: the logarithm of odds, which sigmoid undoes.

import { checkNumber, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { type Value, where } from "../../formulas/expression.js";
import { log } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { inPlaceOf } from "../in-place.js";
import { floating } from "../operands.js";

const oddsOf = (x: Value): Value => log(x.div(x.neg().add(1)));

const logitOp = pointwise({
  name: "logit",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => oddsOf(input),
  gradient: ({ grad, input }) => [
    where(input.ge(0).and(input.le(1)), grad.div(input.mul(input.neg().add(1))), Number.NaN),
  ],
});

const clampedLogitOp = pointwise({
  name: "logit",
  inputs: ["input"],
  numbers: ["least", "most"],
  dtypes: floatingDTypes,
  formula: ({ input, least, most }) => oddsOf(where(input.lt(least), least, where(input.gt(most), most, input))),
  // Nothing passes beyond the bounds, as in PyTorch; on them it does.
  gradient: ({ grad, input, least, most }) => [
    where(input.lt(least).or(input.gt(most)), 0, grad.div(input.mul(input.neg().add(1)))),
  ],
});

/**
 * log(x / (1 − x)); NaN beyond [0, 1], unless `eps` moves x into [eps, 1 − eps] first. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.logit.
 *
 * @example
 * ```ts
 * import { logit, tensor } from "@bernoulli/tensor";
 * logit(tensor([0, 0.5, 0.75])).toArray(); // → [-Infinity, 0, 1.0986123]
 * logit(tensor([0, 1]), 0.25).toArray(); // → [-1.0986123, 1.0986123]
 * ```
 */
export function logit(input: Tensor, eps?: number | null): Tensor {
  checkTensor("logit", "input", input);
  if (eps !== undefined && eps !== null) checkNumber("logit", "eps", eps);
  if (eps === undefined || eps === null || eps < 0) return apply(logitOp, [floating(input)]);
  return apply(clampedLogitOp, [floating(input)], { least: eps, most: 1 - eps });
}

/** {@link logit} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logit_.html. */
export const logit_: typeof logit = inPlaceOf("logit_", logit);
