// Conv1d, Conv2d and Conv3d: convolutions with learnt kernels.

import { type ByName, inPlace, optionsOf, type Pair, type Positional, pad, type Tensor } from "@bernoulli/tensor";
import { conv1d, conv2d, conv3d, type Padding, type PaddingOf, type Three } from "../../functional/convolutions.js";
import type { ParameterizedOptions } from "../options.js";
import { Convolution, type GivenConvolution, type PaddingMode } from "./convolution.js";

interface Shared extends ParameterizedOptions {
  /** Groups of channels that do not see each other; divides both channel counts. Default 1. */
  readonly groups?: number;
  /** What stands in the border. Default `"zeros"`. */
  readonly paddingMode?: PaddingMode;
}

export interface Conv1dLayerOptions extends Shared {
  /** Steps of the window. Default 1. */
  readonly stride?: number | readonly [number];
  /** How wide the border is on each side; `"same"` keeps the size (stride 1 only), `"valid"` is 0. Default 0. */
  readonly padding?: PaddingOf<number | readonly [number]>;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number];
}

export interface Conv2dLayerOptions extends Shared {
  /** Steps of the window. Default 1. */
  readonly stride?: number | Pair;
  /** How wide the border is on each side; `"same"` keeps the size (stride 1 only), `"valid"` is 0. Default 0. */
  readonly padding?: Padding;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Pair;
}

export interface Conv3dLayerOptions extends Shared {
  /** Steps of the window. Default 1. */
  readonly stride?: number | Three;
  /** How wide the border is on each side; `"same"` keeps the size (stride 1 only), `"valid"` is 0. Default 0. */
  readonly padding?: PaddingOf<number | Three>;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Three;
}

const places = ["stride", "padding", "dilation", "groups", "bias", "paddingMode"] as const;
type Places = ["stride", "padding", "dilation", "groups", "bias", "paddingMode"];

type Compute<Size> = (
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  options: { stride: Size; padding: PaddingOf<Size>; dilation: Size; groups: number },
) => Tensor;

/** The layer's function; of what is no border of zeros, behind the border that it asks for. */
function convolved<Size extends readonly number[]>(layer: Convolution<Size>, input: Tensor, compute: Compute<Size>) {
  const { weight, bias, stride, padding, dilation, groups, paddingMode } = layer;
  if (paddingMode === "zeros") return compute(input, weight, bias, { stride, padding, dilation, groups });
  const sides = layer.kernelSize.map((size, at) => {
    if (padding === "valid") return [0, 0];
    if (padding !== "same") return [padding[at]!, padding[at]!];
    const total = dilation[at]! * (size - 1);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  });
  const border = sides.reverse().flat();
  const padded = border.some((size) => size > 0) ? pad(input, border, { mode: paddingMode }) : input;
  return compute(padded, weight, bias, { stride, padding: "valid", dilation, groups });
}

/** Products that an output takes. */
function accumulates<Size extends readonly number[]>(layer: Convolution<Size>, output: Tensor): number {
  const window = layer.kernelSize.reduce((product, size) => product * size, layer.inChannels);
  return (output.numel() * window) / layer.groups;
}

/**
 * Convolves each line with `outChannels` kernels and adds a bias.
 * Shape: (N, in, L) or (in, L) → (N, out, L') or (out, L'), where L' = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
 * Weight (out, in / groups, k) and bias (out) are drawn from [−b, b), b = √(groups / (in·k)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Conv1d.html.
 *
 * @throws ArgumentError for sizes out of range, channels that `groups` does not divide, or `"same"` with a stride;
 * ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Conv1d } from "@bernoulli/nn";
 * const conv = new Conv1d(16, 33, 3, 2);
 * conv(ones(20, 16, 50)).shape; // → [20, 33, 24]
 * String(conv); // → "Conv1d(16, 33, kernel_size=(3,), stride=(2,))"
 * ```
 */
export class Conv1d extends Convolution<readonly [number]> {
  static override readonly name: string = "Conv1d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number] | ByName<"kernelSize", number | readonly [number], Conv1dLayerOptions>,
    ...rest: Positional<Conv1dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | readonly [number], typeof rest>("Conv1d", "kernelSize", kernelSize, rest);
    const options = optionsOf<GivenConvolution>("Conv1d", places, rest);
    super({ owner: "Conv1d", rank: 1, isTransposed: false, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor): Tensor {
    return convolved(this, input, conv1d);
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    return accumulates(this, output);
  }
}

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
export class Conv2d extends Convolution<Pair> {
  static override readonly name: string = "Conv2d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, Conv2dLayerOptions>,
    ...rest: Positional<Conv2dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("Conv2d", "kernelSize", kernelSize, rest);
    const options = optionsOf<GivenConvolution>("Conv2d", places, rest);
    super({ owner: "Conv2d", rank: 2, isTransposed: false, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor): Tensor {
    return convolved(this, input, conv2d);
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    return accumulates(this, output);
  }
}

/**
 * Convolves each solid with `outChannels` kernels and adds a bias.
 * Shape: (N, in, D, H, W) or (in, D, H, W) → (N, out, D', H', W') or (out, D', H', W'), where
 * D' = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and H' and W' likewise.
 * Weight (out, in / groups, kD, kH, kW) and bias (out) are drawn from [−b, b), b = √(groups / (in·kD·kH·kW)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Conv3d.html.
 *
 * @throws ArgumentError for sizes out of range, channels that `groups` does not divide, or `"same"` with a stride;
 * ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Conv3d } from "@bernoulli/nn";
 * new Conv3d(2, 4, [3, 5, 2], { stride: [2, 1, 1], padding: [4, 2, 0] })(ones(1, 2, 10, 6, 5)).shape; // → [1, 4, 8, 6, 4]
 * ```
 */
export class Conv3d extends Convolution<Three> {
  static override readonly name: string = "Conv3d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | Three | ByName<"kernelSize", number | Three, Conv3dLayerOptions>,
    ...rest: Positional<Conv3dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Three, typeof rest>("Conv3d", "kernelSize", kernelSize, rest);
    const options = optionsOf<GivenConvolution>("Conv3d", places, rest);
    super({ owner: "Conv3d", rank: 3, isTransposed: false, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor): Tensor {
    return convolved(this, input, conv3d);
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    return accumulates(this, output);
  }
}
