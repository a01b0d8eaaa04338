// rsqrt, reciprocal, square and hypot: powers of their own, and the length of a hypotenuse. pow.ts has pow and sqrt.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, promote } from "../operands.js";
import { pow } from "./pow.js";

const rsqrtOp = curve(
  "rsqrt",
  (x) => constant(1).div(x.sqrt()),
  ({ grad, output }) => grad.mul(-0.5).mul(output.mul(output).mul(output)),
);

const reciprocalOp = curve(
  "reciprocal",
  (x) => constant(1).div(x),
  ({ grad, output }) => grad.neg().mul(output.mul(output)),
);

const hypotOp = pointwise({
  name: "hypot",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  // Scaled by a power of 2, so that no square overflows or is lost; an infinite side has it, whatever the other.
  formula: ({ input, other }) => {
    const most = input.abs().maximum(other.abs());
    const large = where(most.gt(2 ** 500), 2 ** -600, where(most.gt(2 ** 60), 2 ** -70, 1));
    const small = where(most.lt(2 ** -400), 2 ** 700, where(most.lt(2 ** -40), 2 ** 80, 1));
    const scale = where(most.gt(1), large, small);
    const [a, b] = [input.mul(scale), other.mul(scale)];
    const length = a.mul(a).add(b.mul(b)).sqrt().div(scale);
    const isInfinite = input.abs().eq(Number.POSITIVE_INFINITY).or(other.abs().eq(Number.POSITIVE_INFINITY));
    return where(isInfinite, Number.POSITIVE_INFINITY, length);
  },
  gradient: ({ grad, input, other, output }) => [grad.mul(input.div(output)), grad.mul(other.div(output))],
});

/**
 * 1 / √x: ∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.rsqrt.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([4, 0.25]).rsqrt().toArray(); // → [0.5, 2]
 * ```
 */
export const rsqrt: (input: Tensor) => Tensor = inFloats(rsqrtOp);

/**
 * {@link rsqrt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.rsqrt_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const rsqrt_: (input: Tensor) => Tensor = inPlaceOf("rsqrt_", rsqrt);

/**
 * 1 / x. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.reciprocal.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([4, -0.5]).reciprocal().toArray(); // → [0.25, -2]
 * ```
 */
export const reciprocal: (input: Tensor) => Tensor = inFloats(reciprocalOp);

/**
 * {@link reciprocal} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.reciprocal_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const reciprocal_: (input: Tensor) => Tensor = inPlaceOf("reciprocal_", reciprocal);

/**
 * x². Shape: (*) → (*); bool gives int32.
 * See https://pytorch.org/docs/stable/generated/torch.square.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, -0.5]).square().toArray(); // → [9, 0.25]
 * ```
 */
export function square(input: Tensor): Tensor {
  checkTensor("square", "input", input);
  return pow(input, 2);
}

/**
 * √(input² + other²), broadcast, where no square overflows. Shape: (*), (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.hypot.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, 1e+30]).hypot(tensor([4, 1e+30])).toArray(); // → [5, 1.4142136e+30]
 * ```
 */
export function hypot(input: Tensor, other: Tensor): Tensor {
  checkTensor("hypot", "input", input);
  checkTensor("hypot", "other", other);
  const [a, b] = promote("hypot", input, other);
  return apply(hypotOp, broadcast("hypot", a, b));
}
