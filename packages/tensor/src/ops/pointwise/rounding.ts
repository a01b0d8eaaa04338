// floor, ceil, trunc, round and frac: steps to whole numbers, and what is left. Their slope is 0, but frac's.

import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import * as math from "../../formulas/math/rounding.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating, numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { asGiven, type Curve, curve } from "../curve.js";
import { applyInPlace } from "../write.js";

const floorOp = curve("floor", math.floor);
const ceilOp = curve("ceil", math.ceil);
const truncOp = curve("trunc", math.trunc);
const roundOp = curve("round", math.round);
const fracOp = curve(
  "frac",
  (x) => x.sub(math.trunc(x)),
  ({ grad }) => grad,
);

/** Integers are whole. */
const wholeOp = curve("round", (x) => x, undefined, numericDTypes);

const roundToOp = pointwise({
  name: "round",
  inputs: ["input"],
  numbers: ["scale", "inverse"],
  dtypes: floatingDTypes,
  formula: ({ input, scale, inverse }) => math.round(input.mul(scale).div(inverse)).mul(inverse).div(scale),
});

/** @__NO_SIDE_EFFECTS__ */
function step(op: Curve): (input: Tensor) => Tensor {
  const [ofFloats, ofIntegers] = [asGiven(op), asGiven(wholeOp)];
  return (input) => {
    checkTensor(op.name, "input", input);
    return isFloating(input.dtype) || input.dtype === "bool" ? ofFloats(input) : ofIntegers(input);
  };
}

/** @__NO_SIDE_EFFECTS__ */
function stepInPlace(name: string, op: Curve): (input: Tensor) => Tensor {
  return (input) => {
    checkTensor(name, "input", input);
    if (!isFloating(input.dtype) && input.dtype !== "bool") return input;
    return applyInPlace(name, op, [input] as never);
  };
}

/**
 * The largest whole number that is not above x. Shape: (*) → (*). Integers stay as they are.
 * See https://pytorch.org/docs/stable/generated/torch.floor.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.5, -1.5]).floor().toArray(); // → [1, -2]
 * ```
 */
export const floor: (input: Tensor) => Tensor = step(floorOp);

/**
 * {@link floor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.floor_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const floor_: (input: Tensor) => Tensor = stepInPlace("floor_", floorOp);

/**
 * The least whole number that is not below x. Shape: (*) → (*). Integers stay as they are.
 * See https://pytorch.org/docs/stable/generated/torch.ceil.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.5, -1.5]).ceil().toArray(); // → [2, -1]
 * ```
 */
export const ceil: (input: Tensor) => Tensor = step(ceilOp);

/**
 * {@link ceil} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ceil_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const ceil_: (input: Tensor) => Tensor = stepInPlace("ceil_", ceilOp);

/**
 * x without its fraction. Shape: (*) → (*). Integers stay as they are.
 * See https://pytorch.org/docs/stable/generated/torch.trunc.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.5, -1.5]).trunc().toArray(); // → [1, -1]
 * ```
 */
export const trunc: (input: Tensor) => Tensor = step(truncOp);

/**
 * {@link trunc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.trunc_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const trunc_: (input: Tensor) => Tensor = stepInPlace("trunc_", truncOp);

export interface RoundOptions {
  /** To how many decimals; below 0 to tens, hundreds, … Default 0. */
  readonly decimals?: number;
}

/**
 * The nearest whole number, halves to even; or the nearest that has so many decimals, as nearly as the dtype has it. Shape: (*) → (*).
 * Integers stay as they are. See https://pytorch.org/docs/stable/generated/torch.round.html.
 *
 * @throws DTypeError for decimals of integers.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0.5, 1.5, -0.7]).round().toArray(); // → [0, 2, -1]
 * tensor([0.125, 1234.5]).round({ decimals: 2 }).toArray(); // → [0.12, 1234.5]
 * ```
 */
export function round(input: Tensor, options: RoundOptions = {}): Tensor {
  const decimals = decimalsOf("round", input, options);
  return decimals === 0 ? rounded(input) : apply(roundToOp, [input], scalesOf(decimals));
}

const rounded = step(roundOp);
const roundedInPlace = stepInPlace("round_", roundOp);

/**
 * {@link round} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.round_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function round_(input: Tensor, options: RoundOptions = {}): Tensor {
  const decimals = decimalsOf("round_", input, options);
  return decimals === 0 ? roundedInPlace(input) : applyInPlace("round_", roundToOp, [input], scalesOf(decimals));
}

function decimalsOf(op: string, input: Tensor, options: RoundOptions): number {
  checkTensor(op, "input", input);
  checkOptions(op, options, ["decimals"]);
  const { decimals = 0 } = options;
  checkNumber(op, "decimals", decimals);
  return decimals;
}

/** One of them is 1: 10 to a negative power is no number of floats. */
function scalesOf(decimals: number): { readonly scale: number; readonly inverse: number } {
  return { scale: decimals > 0 ? 10 ** decimals : 1, inverse: decimals < 0 ? 10 ** -decimals : 1 };
}

/**
 * x − trunc x, with the sign of x. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.frac.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.5, -1.25]).frac().toArray(); // → [0.5, -0.25]
 * ```
 */
export const frac: (input: Tensor) => Tensor = asGiven(fracOp);
