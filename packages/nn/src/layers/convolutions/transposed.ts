// ConvTranspose1d, ConvTranspose2d and ConvTranspose3d: transposed convolutions with learnt kernels.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  inPlace,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { convTranspose1d, convTranspose2d, convTranspose3d, type Three } from "../../functional/convolutions.js";
import type { ParameterizedOptions } from "../options.js";
import { Convolution, type GivenConvolution } from "./convolution.js";

interface Shared extends ParameterizedOptions {
  /** Groups of channels that do not see each other; divides both channel counts. Default 1. */
  readonly groups?: number;
  /** Only `"zeros"`. */
  readonly paddingMode?: "zeros";
}

export interface ConvTranspose1dLayerOptions extends Shared {
  /** Steps of the kernel over the output. Default 1. */
  readonly stride?: number | readonly [number];
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | readonly [number];
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | readonly [number];
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number];
}

export interface ConvTranspose2dLayerOptions extends Shared {
  /** Steps of the kernel over the output. Default 1. */
  readonly stride?: number | Pair;
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | Pair;
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | Pair;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Pair;
}

export interface ConvTranspose3dLayerOptions extends Shared {
  /** Steps of the kernel over the output. Default 1. */
  readonly stride?: number | Three;
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | Three;
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | Three;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Three;
}

const places = ["stride", "padding", "outputPadding", "groups", "bias", "dilation", "paddingMode"] as const;
type Places = ["stride", "padding", "outputPadding", "groups", "bias", "dilation", "paddingMode"];

/** How a transposed convolution is called: with the size that its output shall have, of those that lead to the input's. */
export interface TransposedCallOptions {
  /** (L'), (H', W') or (D', H', W'), or a whole shape that ends so. Default: what `outputPadding` gives. */
  readonly outputSize?: readonly number[];
}
type Call = Positional<TransposedCallOptions, ["outputSize"]>;

type Compute<Size> = (
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  options: { stride: Size; padding: Size; outputPadding: Size; groups: number; dilation: Size },
) => Tensor;

function laid<Size extends readonly number[]>(
  layer: Convolution<Size>,
  owner: string,
  input: Tensor,
  call: Call,
  compute: Compute<Size>,
): Tensor {
  const { outputSize } = optionsOf<TransposedCallOptions>(owner, ["outputSize"], call);
  checkOptions(owner, outputSize === undefined ? {} : { outputSize }, { outputSize: "numbers" });
  const { weight, bias, stride, groups, dilation } = layer;
  const padding = layer.padding as Size;
  const outputPadding = outputSize === undefined ? layer.outputPadding : paddingFor(layer, owner, input, outputSize);
  return compute(input, weight, bias, { stride, padding, outputPadding: outputPadding as Size, groups, dilation });
}

/** What has to be added to the output's end so that it has the size wanted. */
function paddingFor<Size extends readonly number[]>(
  { kernelSize, stride, padding, dilation }: Convolution<Size>,
  owner: string,
  input: Tensor,
  outputSize: readonly number[],
): readonly number[] {
  const rank = kernelSize.length;
  const before = input.ndim === rank + 2 ? 2 : 1;
  const wanted = outputSize.length === rank + before ? outputSize.slice(before) : outputSize;
  if (wanted.length !== rank)
    throw new ArgumentError(
      `${owner}: for ${input.ndim}D input, outputSize must have ${rank} or ${rank + before} elements (got ${outputSize.length})`,
    );
  const least = kernelSize.map(
    (size, at) =>
      ((input.shape[at + before] ?? 1) - 1) * stride[at]! - 2 * (padding as Size)[at]! + dilation[at]! * (size - 1) + 1,
  );
  const most = least.map((size, at) => size + stride[at]! - 1);
  if (wanted.some((size, at) => !Number.isInteger(size) || size < least[at]! || size > most[at]!)) {
    const given = input.shape.slice(before).join(", ");
    throw new ArgumentError(
      `${owner}: requested an output size of [${wanted.join(", ")}], but valid sizes range from [${least.join(", ")}] to [${most.join(", ")}] (for an input of [${given}])`,
    );
  }
  return wanted.map((size, at) => size - least[at]!);
}

/** Products that an input element takes. */
function accumulates<Size extends readonly number[]>(layer: Convolution<Size>, inputs: readonly unknown[]): number {
  const window = layer.kernelSize.reduce((product, size) => product * size, layer.outChannels);
  return ((inputs[0] as Tensor).numel() * window) / layer.groups;
}

/**
 * Lays `outChannels` kernels, multiplied by each element, into lines and adds a bias: the gradient of a Conv1d. A second argument, the output's
 * size, chooses between those that lead to the input's: `conv(x, [12])`, or `conv(x, { outputSize: [12] })`.
 * Shape: (N, in, L) or (in, L) → (N, out, L') or (out, L'), where L' = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1.
 * Weight (in, out / groups, k) and bias (out) are drawn from [−b, b), b = √(groups / (out·k)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html.
 *
 * @throws ArgumentError for sizes out of range, or channels that `groups` does not divide; ShapeError, when called, if the input does
 * not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConvTranspose1d } from "@bernoulli/nn";
 * const up = new ConvTranspose1d(16, 8, 4, 2, 1);
 * up(ones(1, 16, 10)).shape; // → [1, 8, 20]
 * up(ones(1, 16, 10), [21]).shape; // → [1, 8, 21]
 * String(up); // → "ConvTranspose1d(16, 8, kernel_size=(4,), stride=(2,), padding=(1,))"
 * ```
 */
export class ConvTranspose1d extends Convolution<readonly [number]> {
  static override readonly name: string = "ConvTranspose1d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize:
      | number
      | readonly [number]
      | ByName<"kernelSize", number | readonly [number], ConvTranspose1dLayerOptions>,
    ...rest: Positional<ConvTranspose1dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | readonly [number], typeof rest>(
      "ConvTranspose1d",
      "kernelSize",
      kernelSize,
      rest,
    );
    const options = optionsOf<GivenConvolution>("ConvTranspose1d", places, rest);
    super({ owner: "ConvTranspose1d", rank: 1, isTransposed: true, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor, ...call: Call): Tensor {
    return laid(this, "ConvTranspose1d", input, call, convTranspose1d);
  }

  override multiplyAccumulates(inputs: readonly unknown[]): number {
    return accumulates(this, inputs);
  }
}

/**
 * Lays `outChannels` kernels, multiplied by each element, into images and adds a bias: the gradient of a Conv2d. A second argument, the output's
 * size, chooses between those that lead to the input's: `conv(x, y.shape)`, or `conv(x, { outputSize: [12, 12] })`.
 * Shape: (N, in, H, W) or (in, H, W) → (N, out, H', W') or (out, H', W'), where
 * H' = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1, and W' likewise.
 * Weight (in, out / groups, kH, kW) and bias (out) are drawn from [−b, b), b = √(groups / (out·kH·kW)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html.
 *
 * @throws ArgumentError for sizes out of range, or channels that `groups` does not divide; ShapeError, when called, if the input does
 * not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConvTranspose2d } from "@bernoulli/nn";
 * const up = new ConvTranspose2d(64, 32, 4, 2, 1, { bias: false });
 * up(ones(1, 64, 8, 8)).shape; // → [1, 32, 16, 16]
 * up(ones(1, 64, 8, 8), [17, 16]).shape; // → [1, 32, 17, 16]
 * String(up); // → "ConvTranspose2d(64, 32, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)"
 * ```
 */
export class ConvTranspose2d extends Convolution<Pair> {
  static override readonly name: string = "ConvTranspose2d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ConvTranspose2dLayerOptions>,
    ...rest: Positional<ConvTranspose2dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("ConvTranspose2d", "kernelSize", kernelSize, rest);
    const options = optionsOf<GivenConvolution>("ConvTranspose2d", places, rest);
    super({ owner: "ConvTranspose2d", rank: 2, isTransposed: true, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor, ...call: Call): Tensor {
    return laid(this, "ConvTranspose2d", input, call, convTranspose2d);
  }

  override multiplyAccumulates(inputs: readonly unknown[]): number {
    return accumulates(this, inputs);
  }
}

/**
 * Lays `outChannels` kernels, multiplied by each element, into solids and adds a bias: the gradient of a Conv3d. A second argument, the output's
 * size, chooses between those that lead to the input's.
 * Shape: (N, in, D, H, W) or (in, D, H, W) → (N, out, D', H', W') or (out, D', H', W'), where
 * D' = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1, and H' and W' likewise.
 * Weight (in, out / groups, kD, kH, kW) and bias (out) are drawn from [−b, b), b = √(groups / (out·kD·kH·kW)).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose3d.html.
 *
 * @throws ArgumentError for sizes out of range, or channels that `groups` does not divide; ShapeError, when called, if the input does
 * not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConvTranspose3d } from "@bernoulli/nn";
 * new ConvTranspose3d(4, 2, [3, 5, 2], { stride: [2, 1, 1], padding: [0, 4, 2] })(ones(1, 4, 5, 6, 7)).shape; // → [1, 2, 11, 2, 4]
 * ```
 */
export class ConvTranspose3d extends Convolution<Three> {
  static override readonly name: string = "ConvTranspose3d";

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | Three | ByName<"kernelSize", number | Three, ConvTranspose3dLayerOptions>,
    ...rest: Positional<ConvTranspose3dLayerOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Three, typeof rest>("ConvTranspose3d", "kernelSize", kernelSize, rest);
    const options = optionsOf<GivenConvolution>("ConvTranspose3d", places, rest);
    super({ owner: "ConvTranspose3d", rank: 3, isTransposed: true, inChannels, outChannels, kernelSize, options });
  }

  forward(input: Tensor, ...call: Call): Tensor {
    return laid(this, "ConvTranspose3d", input, call, convTranspose3d);
  }

  override multiplyAccumulates(inputs: readonly unknown[]): number {
    return accumulates(this, inputs);
  }
}
