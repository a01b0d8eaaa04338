// elu, selu and celu: x above zero, and an exponential that levels off below.

import { checkOptions, optionsOf, type Positional } from "../../checks/options.js";
import { where } from "../../formulas/expression.js";
import { exp, expm1 } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, type InPlaceOption } from "../curve.js";

/** @__NO_SIDE_EFFECTS__ */
function exponentialUnit(name: string) {
  return pointwise({
    name,
    inputs: ["input"],
    /** Below zero the result is factor · (e^(scaleˣ) − 1), above it slope · x. */
    numbers: ["factor", "slope", "scale", "slopeScale", "powerScale"],
    dtypes: floatingDTypes,
    formula: ({ input, factor, slope, scale }) =>
      where(input.lt(0), expm1(input.mul(scale)).mul(factor), input.mul(slope)),
    // From zero on the exponential is of zero: of x it may be infinite, and the second gradient, that of PyTorch, has none at zero.
    gradient: ({ grad, input, factor, slope, slopeScale: scale, powerScale }) => {
      const power = exp(where(input.lt(0), input, 0).mul(powerScale));
      return [where(input.le(0), grad.mul(scale).mul(factor).mul(power), grad.mul(slope))];
    },
  });
}

const eluOp = exponentialUnit("elu");
const seluOp = exponentialUnit("selu");
const celuOp = exponentialUnit("celu");

export interface EluOptions extends InPlaceOption {
  /** What it comes to far below zero, but for the sign. Default 1. */
  readonly alpha?: number;
}

const unscaled = { scale: 1, slopeScale: 1, powerScale: 1 };
const names = { alpha: "number", inplace: "boolean" } as const;

/**
 * x above zero, alpha · (eˣ − 1) below. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.elu.html.
 *
 * @example
 * ```ts
 * import { elu, tensor } from "@bernoulli/tensor";
 * elu(tensor([-1, 0, 1])).toArray(); // → [-0.6321206, 0, 1]
 * ```
 */
export function elu(input: Tensor, ...rest: Positional<EluOptions, ["alpha", "inplace"]>): Tensor {
  const options = optionsOf<EluOptions>("elu", ["alpha", "inplace"], rest);
  checkOptions("elu", options, names);
  return applyTo(eluOp, input, { factor: options.alpha ?? 1, slope: 1, ...unscaled }, options);
}

/** {@link elu} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.elu_.html. */
export function elu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, ["alpha"]>): Tensor {
  return elu(input, { ...optionsOf<EluOptions>("elu", ["alpha"], rest), inplace: true });
}

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

/**
 * {@link elu} with the factors that keep a net's activations at mean 0 and variance 1. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.selu.html; Klambauer et al., 2017.
 *
 * @example
 * ```ts
 * import { selu, tensor } from "@bernoulli/tensor";
 * selu(tensor([-1, 0, 1])).toArray(); // → [-1.1113307, 0, 1.050701]
 * ```
 */
export function selu(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("selu", ["inplace"], rest);
  checkOptions("selu", options, { inplace: "boolean" });
  return applyTo(seluOp, input, { factor: seluAlpha * seluScale, slope: seluScale, ...unscaled }, options);
}

/**
 * x above zero, alpha · (e^(x/alpha) − 1) below, which is smooth for every alpha. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.celu.html.
 *
 * @example
 * ```ts
 * import { celu, tensor } from "@bernoulli/tensor";
 * celu(tensor([-1, 0, 1]), { alpha: 2 }).toArray(); // → [-0.7869387, 0, 1]
 * ```
 */
export function celu(input: Tensor, ...rest: Positional<EluOptions, ["alpha", "inplace"]>): Tensor {
  const options = optionsOf<EluOptions>("celu", ["alpha", "inplace"], rest);
  checkOptions("celu", options, names);
  const { alpha = 1 } = options;
  // PyTorch's slope takes a float32 alpha; in place its power is read from the result, which has all digits.
  const slopeScale = 1 / Math.fround(alpha);
  const scale = 1 / alpha;
  const powerScale = options.inplace === true ? scale : slopeScale;
  return applyTo(celuOp, input, { factor: alpha, slope: 1, scale, slopeScale, powerScale }, options);
}
