// leakyRelu, prelu, rrelu and threshold: x on one side of a point, something plain on the other.

import { ArgumentError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { defaultGenerator, type Generator } from "../../random/generator.js";
import { floatingDTypes, isFloating, numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, type InPlaceOption } from "../curve.js";
import { broadcast } from "../operands.js";
import { drawEach } from "../random/each.js";
import { detach } from "../views/detach.js";
import { view } from "../views/view.js";
import { mul, mul_ } from "./mul.js";

/**
 * `reads`: what the gradient looks at; unless the slope is negative both are above zero at the same places.
 *
 * @__NO_SIDE_EFFECTS__
 */
function leaking(name: string, reads: "input" | "output" = "input") {
  return pointwise({
    name,
    inputs: ["input"],
    numbers: ["slope"],
    dtypes: floatingDTypes,
    formula: ({ input, slope }) => where(input.gt(0), input, input.mul(slope)),
    gradient: ({ grad, slope, ...given }) => [where(given[reads].gt(0), grad, grad.mul(slope))],
  });
}

const leakyReluOp = leaking("leakyRelu");
/** As in PyTorch nothing is kept of the input. */
const leakyReluInPlaceOp = leaking("leakyRelu", "output");
const rreluOp = leaking("rrelu");

const preluOp = pointwise({
  name: "prelu",
  inputs: ["input", "weight"],
  dtypes: floatingDTypes,
  formula: ({ input, weight }) => where(input.gt(0), input, weight.mul(input)),
  gradient: ({ grad, input, weight }) => [
    where(input.gt(0), grad, weight.mul(grad)),
    where(input.gt(0), 0, input.mul(grad)),
  ],
});

const thresholdOp = pointwise({
  name: "threshold",
  inputs: ["input"],
  numbers: ["threshold", "value"],
  dtypes: numericDTypes,
  formula: ({ input, threshold, value }) => where(input.le(threshold), value, input),
  gradient: ({ grad, input, threshold }) => [where(input.le(threshold), 0, grad)],
});

export interface LeakyReluOptions extends InPlaceOption {
  /** What a number below zero is multiplied with. Default 0.01. */
  readonly negativeSlope?: number;
}

/**
 * x above zero, negativeSlope · x below. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.leaky_relu.html.
 *
 * @example
 * ```ts
 * import { leakyRelu, tensor } from "@bernoulli/tensor";
 * leakyRelu(tensor([-1, 0, 2]), 0.2).toArray(); // → [-0.2, 0, 2]
 * ```
 */
export function leakyRelu(input: Tensor, ...rest: Positional<LeakyReluOptions, ["negativeSlope", "inplace"]>): Tensor {
  const options = optionsOf<LeakyReluOptions>("leakyRelu", ["negativeSlope", "inplace"], rest);
  checkOptions("leakyRelu", options, { negativeSlope: "number", inplace: "boolean" });
  const slope = options.negativeSlope ?? 0.01;
  return applyTo(options.inplace === true && slope >= 0 ? leakyReluInPlaceOp : leakyReluOp, input, { slope }, options);
}

/** {@link leakyRelu} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.leaky_relu_.html. */
export function leakyRelu_(
  input: Tensor,
  ...rest: Positional<Omit<LeakyReluOptions, "inplace">, ["negativeSlope"]>
): Tensor {
  return leakyRelu(input, { ...optionsOf<LeakyReluOptions>("leakyRelu", ["negativeSlope"], rest), inplace: true });
}

/**
 * x above zero, weight · x below, with one weight, or one for each channel, which is the second dimension. Shape: (N, C, *), (C) →
 * (N, C, *). Floats alone. See https://pytorch.org/docs/stable/generated/torch.nn.functional.prelu.html.
 *
 * @throws ArgumentError where there are as many weights as neither 1 nor channels.
 * @example
 * ```ts
 * import { prelu, tensor } from "@bernoulli/tensor";
 * prelu(tensor([[-1, -1, 2]]), tensor([0.5, 0.25, 0.1])).toArray(); // → [[-0.5, -0.25, 2]]
 * ```
 */
export function prelu(input: Tensor, weight: Tensor): Tensor {
  checkTensor("prelu", "input", input);
  checkTensor("prelu", "weight", weight);
  if (weight.ndim > 1)
    throw new ArgumentError(`prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.ndim}`);
  const count = weight.numel();
  const channels = input.ndim > 1 ? input.shape[1]! : 1;
  if (weight.ndim === 1 && count !== 1 && count !== channels)
    throw new ArgumentError(
      `prelu: Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
    );
  const shape = input.shape.map((_, dim) => (dim === 1 ? count : 1));
  const own = input.ndim > 1 ? view(weight, shape) : view(weight, []);
  return apply(preluOp, broadcast("prelu", input, own));
}

export interface RreluOptions extends InPlaceOption {
  /** The slopes below zero lie between the two. Default 1/8. */
  readonly lower?: number;
  /** Default 1/3. */
  readonly upper?: number;
  /** Whether a slope is drawn for each number that is not above zero. Default false: the middle of the bounds is theirs. */
  readonly training?: boolean;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * {@link leakyRelu} with a slope of its own for each element, drawn between `lower` and `upper`, while training, and else with the middle
 * of the two. Shape: (*) → (*). Floats alone. The draws are PyTorch's.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.rrelu.html.
 *
 * @throws ArgumentError where `lower` is above `upper`.
 * @example
 * ```ts
 * import { rrelu, tensor } from "@bernoulli/tensor";
 * rrelu(tensor([-1, 0, 2]), { lower: 0.1, upper: 0.3 }).toArray(); // → [-0.2, 0, 2]
 * ```
 */
export function rrelu(
  input: Tensor,
  ...rest: Positional<RreluOptions, ["lower", "upper", "training", "inplace"]>
): Tensor {
  const options = optionsOf<RreluOptions>("rrelu", ["lower", "upper", "training", "inplace"], rest);
  checkOptions("rrelu", options, {
    lower: "number",
    upper: "number",
    training: "boolean",
    inplace: "boolean",
    generator: "Generator",
  });
  const { lower = 1 / 8, upper = 1 / 3, training = false } = options;
  if (!(lower <= upper))
    throw new ArgumentError(
      `rrelu: Lower bound should be less than or equal to the upper bound, but got ${lower} and ${upper}`,
    );
  if (!training) return applyTo(rreluOp, input, { slope: (lower + upper) / 2 }, options);
  checkTensor("rrelu", "input", input);
  const slopes = drawEach("rrelu", detach(input), "slope", options.generator ?? defaultGenerator(), [lower, upper]);
  return options.inplace === true ? mul_(input, slopes) : mul(input, slopes);
}

/**
 * x above the threshold, else value. Shape: (*) → (*). Beside integers fractions are cut off.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.threshold.html.
 *
 * @example
 * ```ts
 * import { threshold, tensor } from "@bernoulli/tensor";
 * threshold(tensor([-1, 0, 2]), 0.5, 7).toArray(); // → [7, 7, 2]
 * ```
 */
export function threshold(
  input: Tensor,
  threshold: number,
  value: number,
  ...rest: Positional<InPlaceOption, ["inplace"]>
): Tensor {
  const options = optionsOf<InPlaceOption>("threshold", ["inplace"], rest);
  checkTensor("threshold", "input", input);
  checkNumber("threshold", "threshold", threshold);
  checkNumber("threshold", "value", value);
  checkOptions("threshold", options, { inplace: "boolean" });
  const within = (number: number): number => (isFloating(input.dtype) ? number : Math.trunc(number));
  return applyTo(thresholdOp, input, { threshold: within(threshold), value: within(value) }, options);
}
