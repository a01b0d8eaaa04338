// ReLU and those that bend as it does: nothing, or little, on one side of a point.

import {
  checkArgument,
  checkOptions,
  type DeviceName,
  type DType,
  full,
  leakyRelu,
  optionsOf,
  type Positional,
  prelu,
  relu6,
  rrelu,
  type Tensor,
  threshold,
} from "@bernoulli/tensor";
import { relu } from "../../functional/activations.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { checkParameters } from "../../walk.js";
import { checkSize } from "../options.js";
import { Activation, type SettingsOf } from "./activation.js";

export type InPlaceSettings = SettingsOf<{
  /** Whether to write over the input. Default false. */
  inplace: boolean;
}>;
export type ReLUOptions = InPlaceSettings;
export type LeakyReLUOptions = SettingsOf<{
  /** What a number below zero is multiplied with. Default 0.01. */
  negativeSlope: number;
  inplace: boolean;
}>;
export type RReLUOptions = SettingsOf<{
  /** The slopes below zero are drawn between the two. Default 1/8. */
  lower: number;
  /** Default 1/3. */
  upper: number;
  inplace: boolean;
}>;

export interface PReLUOptions {
  /** How many slopes there are: one for all, or one for each channel. Default 1. */
  readonly numParameters?: number;
  /** What the slopes are at first. Default 0.25. */
  readonly init?: number;
  /** Default float32. */
  readonly dtype?: DType;
  /** Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

/**
 * max(x, 0), element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html.
 *
 * @throws AutogradError, when called with `inplace`, on a leaf that requires a gradient.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ReLU } from "@bernoulli/nn";
 * new ReLU()(tensor([-1, 2])).toArray(); // → [0, 2]
 * String(new ReLU(true)); // → "ReLU(inplace=True)"
 * ```
 */
export class ReLU extends Activation {
  static override readonly name: string = "ReLU";
  declare inplace: boolean;

  constructor(...rest: Positional<ReLUOptions, ["inplace"]>) {
    super("ReLU", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return relu(input, { inplace: this.inplace });
  }
}

/**
 * x cut to [0, 6], element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReLU6.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ReLU6 } from "@bernoulli/nn";
 * new ReLU6()(tensor([-1, 2, 8])).toArray(); // → [0, 2, 6]
 * ```
 */
export class ReLU6 extends Activation {
  static override readonly name: string = "ReLU6";
  declare inplace: boolean;

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("ReLU6", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return relu6(input, { inplace: this.inplace });
  }
}

/**
 * x above zero, negativeSlope · x below, element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LeakyReLU } from "@bernoulli/nn";
 * new LeakyReLU(0.2)(tensor([-1, 2])).toArray(); // → [-0.2, 2]
 * String(new LeakyReLU(0.2, true)); // → "LeakyReLU(negative_slope=0.2, inplace=True)"
 * ```
 */
export class LeakyReLU extends Activation {
  static override readonly name: string = "LeakyReLU";
  declare negativeSlope: number;
  declare inplace: boolean;

  constructor(...rest: Positional<LeakyReLUOptions, ["negativeSlope", "inplace"]>) {
    super("LeakyReLU", { negativeSlope: 0.01, inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return leakyRelu(input, { negativeSlope: this.negativeSlope, inplace: this.inplace });
  }
}

/**
 * x above zero; below it, x times a slope that is drawn anew for each element while training, and the middle of the slopes in
 * evaluation mode. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.RReLU.html; Xu et al., 2015.
 *
 * @throws ArgumentError, when called, where `lower` is above `upper`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { RReLU } from "@bernoulli/nn";
 * new RReLU(0.1, 0.3).eval()(tensor([-1, 2])).toArray(); // → [-0.2, 2]
 * ```
 */
export class RReLU extends Activation {
  static override readonly name: string = "RReLU";
  declare lower: number;
  declare upper: number;
  declare inplace: boolean;

  constructor(...rest: Positional<RReLUOptions, ["lower", "upper", "inplace"]>) {
    super("RReLU", { lower: 1 / 8, upper: 1 / 3, inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    const { lower, upper, training, inplace } = this;
    return rrelu(input, { lower, upper, training, inplace });
  }
}

/**
 * x above the threshold, else value, element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Threshold.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Threshold } from "@bernoulli/nn";
 * new Threshold(0.5, 7)(tensor([-1, 0, 2])).toArray(); // → [7, 7, 2]
 * ```
 */
export class Threshold extends Activation {
  static override readonly name: string = "Threshold";
  declare threshold: number;
  declare value: number;
  declare inplace: boolean;

  constructor(threshold: number, value: number, ...rest: Positional<InPlaceSettings, ["inplace"]>) {
    checkArgument("Threshold", "threshold", threshold, "number");
    checkArgument("Threshold", "value", value, "number");
    const { inplace } = optionsOf<InPlaceSettings>("Threshold", ["inplace"], rest);
    super("Threshold", { threshold: 0, value: 0, inplace: false }, [{ threshold, value, inplace }]);
  }

  forward(input: Tensor): Tensor {
    return threshold(input, this.threshold, this.value, { inplace: this.inplace });
  }
}

/**
 * x above zero, weight · x below, where the weight is learnt: one for all, or one for each channel, which is the second dimension.
 * Shape: (N, numParameters, *) → the same, or (*) → (*) with one; weight (numParameters), all `init` at first.
 * See https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html; He et al., 2015.
 *
 * @throws ArgumentError, when called, where the channels are others.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { PReLU } from "@bernoulli/nn";
 * new PReLU()(tensor([-1, 2])).toArray(); // → [-0.25, 2]
 * ```
 */
export class PReLU extends Module {
  static override readonly name: string = "PReLU";
  readonly numParameters: number;
  weight: Parameter;

  constructor(...rest: Positional<PReLUOptions, ["numParameters", "init"]>) {
    super();
    const options = optionsOf<PReLUOptions>("PReLU", ["numParameters", "init"], rest);
    checkOptions("PReLU", options, { numParameters: "number", init: "number", dtype: "anything", device: "anything" });
    const { numParameters = 1, init = 0.25, dtype = "float32", ...placed } = options;
    checkSize("PReLU", "numParameters", numParameters);
    this.numParameters = numParameters;
    this.weight = new Parameter(full([numParameters], init, { dtype, ...placed }));
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    return prelu(input, this.weight);
  }

  override extraRepr(): string {
    return `num_parameters=${this.numParameters}`;
  }
}
