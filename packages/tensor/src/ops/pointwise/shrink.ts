// hardshrink, softshrink and tanhshrink: what is small becomes nothing, or less.

import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, optionsOf, type Positional } from "../../checks/options.js";
import { type Truth, type Value, where } from "../../formulas/expression.js";
import { tanh } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, curve, inFloats } from "../curve.js";

const isSmall = (x: Value, lambd: Value): Truth => x.ge(lambd.neg()).and(x.le(lambd));

const hardshrinkOp = pointwise({
  name: "hardshrink",
  inputs: ["input"],
  numbers: ["lambd"],
  dtypes: floatingDTypes,
  formula: ({ input, lambd }) => where(isSmall(input, lambd), 0, input),
  gradient: ({ grad, input, lambd }) => [where(isSmall(input, lambd), 0, grad)],
});

const softshrinkOp = pointwise({
  name: "softshrink",
  inputs: ["input"],
  numbers: ["lambd"],
  dtypes: floatingDTypes,
  // A product, so that NaN stays.
  formula: ({ input, lambd }) =>
    where(input.gt(lambd), input.sub(lambd), where(input.lt(lambd.neg()), input.add(lambd), input.mul(0))),
  gradient: ({ grad, input, lambd }) => [where(isSmall(input, lambd), 0, grad)],
});

const tanhshrinkOp = curve("tanhshrink", (x) => x.sub(tanh(x)));

export interface ShrinkOptions {
  /** Up to which size a number is small. Default 0.5. */
  readonly lambd?: number;
}

/**
 * 0 where |x| ≤ lambd, else x. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.hardshrink.html.
 *
 * @example
 * ```ts
 * import { hardshrink, tensor } from "@bernoulli/tensor";
 * hardshrink(tensor([-1, 0.25, 2])).toArray(); // → [-1, 0, 2]
 * ```
 */
export function hardshrink(input: Tensor, ...rest: Positional<ShrinkOptions, ["lambd"]>): Tensor {
  const options = optionsOf<ShrinkOptions>("hardshrink", ["lambd"], rest);
  checkOptions("hardshrink", options, { lambd: "number" });
  return applyTo(hardshrinkOp, input, { lambd: options.lambd ?? 0.5 }, {});
}

/**
 * x moved towards 0 by lambd, and 0 where that would change the sign. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softshrink.html.
 *
 * @throws ArgumentError for a lambd below 0.
 * @example
 * ```ts
 * import { softshrink, tensor } from "@bernoulli/tensor";
 * softshrink(tensor([-1, 0.25, 2])).toArray(); // → [-0.5, 0, 1.5]
 * ```
 */
export function softshrink(input: Tensor, ...rest: Positional<ShrinkOptions, ["lambd"]>): Tensor {
  const options = optionsOf<ShrinkOptions>("softshrink", ["lambd"], rest);
  checkOptions("softshrink", options, { lambd: "number" });
  const { lambd = 0.5 } = options;
  if (!(lambd >= 0))
    throw new ArgumentError(`softshrink: lambda must be greater or equal to 0, but found to be ${lambd}`);
  return applyTo(softshrinkOp, input, { lambd }, {});
}

/**
 * x − tanh x. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.tanhshrink.html.
 *
 * @example
 * ```ts
 * import { tanhshrink, tensor } from "@bernoulli/tensor";
 * tanhshrink(tensor([-1, 0, 2])).toArray(); // → [-0.2384058, 0, 1.0359724]
 * ```
 */
export const tanhshrink: (input: Tensor) => Tensor = inFloats(tanhshrinkOp);
