// Conv2d: two-dimensional convolution with learnt kernels.

import {
  ArgumentError,
  checkOptions,
  type Kinds,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { conv2d, type Padding } from "../functional/conv2d.js";
import { Module } from "../module.js";
import type { Parameter } from "../parameter.js";
import { python } from "../print.js";
import { checkParameters } from "../walk.js";
import { checkPair, checkSize, makeParameters, type ParameterizedOptions, parameterizedKinds } from "./options.js";

export interface Conv2dLayerOptions extends ParameterizedOptions {
  /** Steps of the window. Default 1. */
  readonly stride?: number | Pair;
  /** Zeros put around the input on each side; `"same"` keeps the size (stride 1 only), `"valid"` is 0. Default 0. */
  readonly padding?: Padding;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Pair;
  /** Groups of channels that do not see each other; divides both channel counts. Default 1. */
  readonly groups?: number;
}

const optionKinds: Kinds<Conv2dLayerOptions> = {
  stride: "anything",
  padding: "anything",
  dilation: "anything",
  groups: "anything",
  ...parameterizedKinds,
};

/**
 * Convolves each image with `outChannels` kernels and adds a bias.
 * Shape: (N, in, H, W) or (in, H, W) → (N, out, H', W') or (out, H', W'), where
 * H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise.
 * Weight (out, in / groups, kH, kW) and bias (out) are drawn from [−b, b), b = √(groups / (in·kH·kW)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html.
 *
 * @throws ArgumentError for sizes out of range, channels that `groups` does not divide, or `"same"` with a stride;
 * ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Conv2d } from "@bernoulli/nn";
 * const conv = new Conv2d(3, 32, 3, { padding: 1 });
 * conv(ones(1, 3, 8, 8)).shape; // → [1, 32, 8, 8]
 * new Conv2d(1, 32, 3, 1)(ones(1, 1, 28, 28)).shape; // → [1, 32, 26, 26]
 * String(conv); // → "Conv2d(3, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))"
 * ```
 */
export class Conv2d extends Module {
  static override readonly name: string = "Conv2d";
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Pair | "same" | "valid";
  readonly dilation: Pair;
  readonly groups: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | Pair,
    ...rest: Positional<Conv2dLayerOptions, ["stride", "padding", "dilation", "groups"]>
  ) {
    super();
    const options = optionsOf<Conv2dLayerOptions>("Conv2d", ["stride", "padding", "dilation", "groups"], rest);
    checkOptions("Conv2d", options, optionKinds);
    const { stride = 1, padding = 0, dilation = 1, groups = 1, ...parameterized } = options;
    checkSize("Conv2d", "groups", groups);
    checkSize("Conv2d", "inChannels", inChannels);
    checkSize("Conv2d", "outChannels", outChannels);
    if (inChannels % groups !== 0)
      throw new ArgumentError(
        `Conv2d: in_channels must be divisible by groups, but got ${inChannels} and groups=${groups}`,
      );
    if (outChannels % groups !== 0)
      throw new ArgumentError(
        `Conv2d: out_channels must be divisible by groups, but got ${outChannels} and groups=${groups}`,
      );
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = checkPair("Conv2d", "kernelSize", kernelSize);
    this.stride = checkPair("Conv2d", "stride", stride);
    this.padding = checkPadding(padding, this.stride);
    this.dilation = checkPair("Conv2d", "dilation", dilation);
    this.groups = groups;
    const { weight, bias } = makeParameters([outChannels, inChannels / groups, ...this.kernelSize], parameterized);
    this.weight = weight;
    this.bias = bias;
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    const { stride, padding, dilation, groups } = this;
    return conv2d(input, this.weight, this.bias, { stride, padding, dilation, groups });
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    const [height, width] = this.kernelSize;
    return (output.numel() * height * width * this.inChannels) / this.groups;
  }

  override extraRepr(): string {
    const { padding, dilation, groups } = this;
    let text = `${this.inChannels}, ${this.outChannels}, kernel_size=${python(this.kernelSize)}, stride=${python(this.stride)}`;
    if (typeof padding === "string" || padding.some((size) => size !== 0)) text += `, padding=${python(padding)}`;
    if (dilation.some((size) => size !== 1)) text += `, dilation=${python(dilation)}`;
    if (groups !== 1) text += `, groups=${groups}`;
    return this.bias === null ? `${text}, bias=False` : text;
  }
}

function checkPadding(padding: Padding, stride: Pair): Pair | "same" | "valid" {
  if (typeof padding !== "string") return checkPair("Conv2d", "padding", padding, 0);
  if (padding !== "same" && padding !== "valid") {
    throw new ArgumentError(`Conv2d: Invalid padding string '${String(padding)}', should be one of 'valid', 'same'`);
  }
  if (padding === "same" && stride.some((step) => step !== 1))
    throw new ArgumentError("Conv2d: padding='same' is not supported for strided convolutions");
  return padding;
}
