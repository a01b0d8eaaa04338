// softplus, softsign and logsigmoid: smooth relatives of relu, of a step, and of the logarithm of sigmoid.

import { checkOptions, optionsOf, type Positional } from "../../checks/options.js";
import { type Value, where } from "../../formulas/expression.js";
import { exp, softplus as softplusOf } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, asGiven, curve, inFloats } from "../curve.js";

const softplusOp = pointwise({
  name: "softplus",
  inputs: ["input"],
  numbers: ["beta", "threshold"],
  dtypes: floatingDTypes,
  formula: ({ input, beta, threshold }) => {
    const scaled = input.mul(beta);
    return where(scaled.gt(threshold), input, softplusOf(scaled).div(beta));
  },
  gradient: ({ grad, input, beta, threshold }) => {
    const scaled = input.mul(beta);
    // Where x itself is the result, nothing that is infinite: it would be NaN, times zero, in the second gradient.
    const e = exp(where(scaled.gt(threshold), 0, scaled));
    return [where(scaled.gt(threshold), grad, grad.mul(e.div(e.add(1))))];
  },
});

const softsignOp = curve("softsign", (x) => x.div(x.abs().add(1)));

/** e to −|x|, of which the slope at zero is that of one side: |x| has none there. */
const shrunk = (x: Value): Value => exp(where(x.lt(0), x, x.neg()));

const logsigmoidOp = curve(
  "logsigmoid",
  (x) => where(x.lt(0), x, 0).sub(softplusOf(x.abs().neg())),
  ({ grad, input }) => {
    const e = shrunk(input);
    const share = e.div(e.add(1));
    const isNegative = input.lt(0);
    return grad.mul(where(isNegative, 1, 0).sub(where(isNegative, 1, -1).mul(share)));
  },
);

export interface SoftplusOptions {
  /** How sharp the bend is. Default 1. */
  readonly beta?: number;
  /** Where beta · x is more, the result is x. Default 20. */
  readonly threshold?: number;
}

/**
 * log(1 + e^(beta · x)) / beta. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softplus.html.
 *
 * @example
 * ```ts
 * import { softplus, tensor } from "@bernoulli/tensor";
 * softplus(tensor([-1, 0, 30])).toArray(); // → [0.3132617, 0.6931472, 30]
 * ```
 */
export function softplus(input: Tensor, ...rest: Positional<SoftplusOptions, ["beta", "threshold"]>): Tensor {
  const options = optionsOf<SoftplusOptions>("softplus", ["beta", "threshold"], rest);
  checkOptions("softplus", options, { beta: "number", threshold: "number" });
  const { beta = 1, threshold = 20 } = options;
  return applyTo(softplusOp, input, { beta, threshold }, {});
}

/**
 * x / (1 + |x|). Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softsign.html.
 *
 * @example
 * ```ts
 * import { softsign, tensor } from "@bernoulli/tensor";
 * softsign(tensor([-1, 0, 3])).toArray(); // → [-0.5, 0, 0.75]
 * ```
 */
export const softsign: (input: Tensor) => Tensor = inFloats(softsignOp);

/**
 * log sigmoid(x), where nothing underflows. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.logsigmoid.html.
 *
 * @example
 * ```ts
 * import { logsigmoid, tensor } from "@bernoulli/tensor";
 * logsigmoid(tensor([-100, 0, 1])).toArray(); // → [-100, -0.6931472, -0.3132617]
 * ```
 */
export const logsigmoid: (input: Tensor) => Tensor = asGiven(logsigmoidOp);
