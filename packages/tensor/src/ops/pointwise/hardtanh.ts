// hardtanh, relu6, hardsigmoid and hardswish: curves of straight lines.

import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { constant, type Given, type Value, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { isFloating, numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, curve, type InPlaceOption } from "../curve.js";

/** By choices, which cost less than a maximum that minds zeros and NaN; NaN stays. */
function cut(x: Value, min: Given, max: Given): Value {
  const above = where(x.lt(min), min, x);
  return where(above.gt(max), constant(max), above);
}

/**
 * `reads`: what the gradient looks at; both are on a bound at the same places. In place it is the output, as in PyTorch: nothing is kept of the input.
 *
 * @__NO_SIDE_EFFECTS__
 */
function between(name: string, reads: "input" | "output") {
  return pointwise({
    name,
    inputs: ["input"],
    numbers: ["min", "max"],
    dtypes: numericDTypes,
    formula: ({ input, min, max }) => cut(input, min, max),
    gradient: ({ grad, min, max, ...given }) => [where(given[reads].le(min).or(given[reads].ge(max)), 0, grad)],
  });
}

const hardtanhOp = between("hardtanh", "input");
const hardtanhInPlaceOp = between("hardtanh", "output");
const relu6Op = between("relu6", "input");
const relu6InPlaceOp = between("relu6", "output");

const hardsigmoidOp = curve(
  "hardsigmoid",
  (x) => cut(x.add(3), 0, 6).mul(1 / 6),
  ({ grad, input }) => where(input.gt(-3).and(input.lt(3)), grad.div(6), 0),
);

const hardswishOp = curve(
  "hardswish",
  (x) => x.mul(cut(x.add(3), 0, 6)).div(6),
  ({ grad, input }) => where(input.le(-3), 0, where(input.lt(3), grad.mul(input.div(3).add(0.5)), grad)),
);

export interface HardtanhOptions extends InPlaceOption {
  /** Default −1. */
  readonly minVal?: number;
  /** Default 1. */
  readonly maxVal?: number;
}

/**
 * x cut to [minVal, maxVal]; on a bound there is no slope. Shape: (*) → (*). Beside integers fractions are cut off.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh.html.
 *
 * @throws ArgumentError where minVal is above maxVal.
 * @example
 * ```ts
 * import { hardtanh, tensor } from "@bernoulli/tensor";
 * hardtanh(tensor([-2, 0.5, 3])).toArray(); // → [-1, 0.5, 1]
 * hardtanh(tensor([-2, 0.5, 3]), -2, 2).toArray(); // → [-2, 0.5, 2]
 * ```
 */
export function hardtanh(input: Tensor, ...rest: Positional<HardtanhOptions, ["minVal", "maxVal", "inplace"]>): Tensor {
  checkTensor("hardtanh", "input", input);
  const options = optionsOf<HardtanhOptions>("hardtanh", ["minVal", "maxVal", "inplace"], rest);
  checkOptions("hardtanh", options, { minVal: "number", maxVal: "number", inplace: "boolean" });
  const { minVal = -1, maxVal = 1 } = options;
  if (minVal > maxVal)
    throw new ArgumentError(`hardtanh: min_val cannot be greater than max_val, but got ${minVal} and ${maxVal}`);
  const within = (bound: number): number => (isFloating(input.dtype) ? bound : Math.trunc(bound));
  const op = options.inplace === true ? hardtanhInPlaceOp : hardtanhOp;
  return applyTo(op, input, { min: within(minVal), max: within(maxVal) }, options);
}

/**
 * x cut to [0, 6]. Shape: (*) → (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu6.html.
 *
 * @example
 * ```ts
 * import { relu6, tensor } from "@bernoulli/tensor";
 * relu6(tensor([-2, 0.5, 8])).toArray(); // → [0, 0.5, 6]
 * ```
 */
export function relu6(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("relu6", ["inplace"], rest);
  checkOptions("relu6", options, { inplace: "boolean" });
  return applyTo(options.inplace === true ? relu6InPlaceOp : relu6Op, input, { min: 0, max: 6 }, options);
}

/**
 * 0 up to −3, 1 from 3 on, a line between. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.hardsigmoid.html.
 *
 * @example
 * ```ts
 * import { hardsigmoid, tensor } from "@bernoulli/tensor";
 * hardsigmoid(tensor([-4, 0, 1.5])).toArray(); // → [0, 0.5, 0.75]
 * ```
 */
export function hardsigmoid(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("hardsigmoid", ["inplace"], rest);
  checkOptions("hardsigmoid", options, { inplace: "boolean" });
  return applyTo(hardsigmoidOp, input, {}, options);
}

/**
 * x · hardsigmoid(x). Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.hardswish.html; Howard et al., 2019.
 *
 * @example
 * ```ts
 * import { hardswish, tensor } from "@bernoulli/tensor";
 * hardswish(tensor([-4, 0, 1.5, 4])).toArray(); // → [0, 0, 1.125, 4]
 * ```
 */
export function hardswish(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("hardswish", ["inplace"], rest);
  checkOptions("hardswish", options, { inplace: "boolean" });
  return applyTo(hardswishOp, input, {}, options);
}
