// LazyConv1d, 2d and 3d, LazyConvTranspose1d, 2d and 3d: convolutions whose first input tells how many channels it has.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  inPlace,
  optionsOf,
  type Pair,
  type Positional,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import type { Three } from "../../functional/convolutions.js";
import { inferred, type LazyOptions, settleLayer } from "../lazy.js";
import { drawParameters } from "../options.js";
import { type Convolution, convolutionKinds, type GivenConvolution, transposedKinds } from "./convolution.js";
import {
  Conv1d,
  type Conv1dLayerOptions,
  Conv2d,
  type Conv2dLayerOptions,
  Conv3d,
  type Conv3dLayerOptions,
} from "./convolutions.js";
import {
  ConvTranspose1d,
  type ConvTranspose1dLayerOptions,
  ConvTranspose2d,
  type ConvTranspose2dLayerOptions,
  ConvTranspose3d,
  type ConvTranspose3dLayerOptions,
  type TransposedCallOptions,
} from "./transposed.js";

const places = ["stride", "padding", "dilation", "groups", "bias", "paddingMode"] as const;
type Places = ["stride", "padding", "dilation", "groups", "bias", "paddingMode"];
const transposedPlaces = ["stride", "padding", "outputPadding", "groups", "bias", "dilation", "paddingMode"] as const;
type TransposedPlaces = ["stride", "padding", "outputPadding", "groups", "bias", "dilation", "paddingMode"];

function optionsFor<Options extends object>(owner: string, isTransposed: boolean, rest: readonly unknown[]): Options {
  const names = isTransposed ? transposedPlaces : places;
  const { generator: _, ...kinds } = isTransposed ? transposedKinds : convolutionKinds;
  const options = optionsOf<GivenConvolution>(owner, names as readonly (keyof GivenConvolution)[], rest);
  checkOptions(owner, options, kinds);
  return options as Options;
}

/** Gives a layer its weights, for the channels of an input, and makes it one of `Class`. */
function settle<Size extends readonly number[]>(
  layer: Convolution<Size>,
  Class: { readonly prototype: Convolution<Size> },
  input: Tensor,
  isTransposed: boolean,
): void {
  const { groups, outChannels, kernelSize } = layer;
  const rank = kernelSize.length;
  const infer = () => {
    const owner = layer.constructor.name;
    const { ndim, shape } = input;
    if (ndim !== rank + 1 && ndim !== rank + 2)
      throw new ShapeError(
        `${owner}: Expected ${rank + 1}D (unbatched) or ${rank + 2}D (batched) input to ${owner}, but got input of size: [${shape.join(", ")}]`,
      );
    const channels = shape[ndim - rank - 1]!;
    if (channels % groups !== 0)
      throw new ArgumentError(
        `${owner}: in_channels must be divisible by groups, but the input has ${channels} channels and groups=${groups}`,
      );
    const sizes = isTransposed ? [channels, outChannels / groups] : [outChannels, channels / groups];
    return { shapes: { weight: [...sizes, ...kernelSize], bias: [outChannels] }, start: () => drawParameters(layer) };
  };
  settleLayer(layer, Class, infer, () => {
    const [first, second] = layer.weight.shape as readonly number[];
    const [inChannels, outputs] = isTransposed ? [first!, second! * groups] : [second! * groups, first!];
    return { inChannels, outChannels: outputs };
  });
}

/**
 * A {@link Conv1d} over sequences that takes `inChannels` from its first input; its weights are drawn then, and it is a Conv1d from then on.
 * Shape: (N, C, L) or (C, L).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConv1d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConv1d } from "@bernoulli/nn";
 * const conv = new LazyConv1d(3, 3);
 * conv(ones(2, 4, 8)).shape; // → [2, 3, 6]
 * conv.inChannels; // → 4
 * ```
 */
export class LazyConv1d extends Conv1d {
  static override readonly name: string = "LazyConv1d";

  constructor(
    outChannels: number,
    kernelSize:
      | number
      | readonly [number]
      | ByName<"kernelSize", number | readonly [number], LazyOptions<Conv1dLayerOptions>>,
    ...rest: Positional<LazyOptions<Conv1dLayerOptions>, Places>
  ) {
    [kernelSize, rest] = inPlace<number | readonly [number], typeof rest>("LazyConv1d", "kernelSize", kernelSize, rest);
    super(inferred, outChannels, kernelSize, optionsFor<Conv1dLayerOptions>("LazyConv1d", false, rest));
  }

  override forward(input: Tensor): Tensor {
    settle(this, Conv1d, input, false);
    return super.forward(input);
  }
}

/**
 * A {@link Conv2d} over images that takes `inChannels` from its first input; its weights are drawn then, and it is a Conv2d from then on.
 * Shape: (N, C, H, W) or (C, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConv2d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConv2d } from "@bernoulli/nn";
 * const conv = new LazyConv2d(3, 3, { padding: 1 });
 * conv(ones(2, 4, 8, 8)).shape; // → [2, 3, 8, 8]
 * String(conv); // → "Conv2d(4, 3, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))"
 * ```
 */
export class LazyConv2d extends Conv2d {
  static override readonly name: string = "LazyConv2d";

  constructor(
    outChannels: number,
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, LazyOptions<Conv2dLayerOptions>>,
    ...rest: Positional<LazyOptions<Conv2dLayerOptions>, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("LazyConv2d", "kernelSize", kernelSize, rest);
    super(inferred, outChannels, kernelSize, optionsFor<Conv2dLayerOptions>("LazyConv2d", false, rest));
  }

  override forward(input: Tensor): Tensor {
    settle(this, Conv2d, input, false);
    return super.forward(input);
  }
}

/**
 * A {@link Conv3d} over volumes that takes `inChannels` from its first input; its weights are drawn then, and it is a Conv3d from then on.
 * Shape: (N, C, D, H, W) or (C, D, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConv3d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConv3d } from "@bernoulli/nn";
 * const conv = new LazyConv3d(3, 3);
 * conv(ones(2, 4, 5, 5, 5)).shape; // → [2, 3, 3, 3, 3]
 * conv.weight.shape; // → [3, 4, 3, 3, 3]
 * ```
 */
export class LazyConv3d extends Conv3d {
  static override readonly name: string = "LazyConv3d";

  constructor(
    outChannels: number,
    kernelSize: number | Three | ByName<"kernelSize", number | Three, LazyOptions<Conv3dLayerOptions>>,
    ...rest: Positional<LazyOptions<Conv3dLayerOptions>, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Three, typeof rest>("LazyConv3d", "kernelSize", kernelSize, rest);
    super(inferred, outChannels, kernelSize, optionsFor<Conv3dLayerOptions>("LazyConv3d", false, rest));
  }

  override forward(input: Tensor): Tensor {
    settle(this, Conv3d, input, false);
    return super.forward(input);
  }
}

/**
 * A {@link ConvTranspose1d} over sequences that takes `inChannels` from its first input; its weights are drawn then, and it is a ConvTranspose1d from then on.
 * Shape: (N, C, L) or (C, L).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose1d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConvTranspose1d } from "@bernoulli/nn";
 * const conv = new LazyConvTranspose1d(3, 2, { stride: 2 });
 * conv(ones(2, 4, 8)).shape; // → [2, 3, 16]
 * conv.weight.shape; // → [4, 3, 2]
 * ```
 */
export class LazyConvTranspose1d extends ConvTranspose1d {
  static override readonly name: string = "LazyConvTranspose1d";

  constructor(
    outChannels: number,
    kernelSize:
      | number
      | readonly [number]
      | ByName<"kernelSize", number | readonly [number], LazyOptions<ConvTranspose1dLayerOptions>>,
    ...rest: Positional<LazyOptions<ConvTranspose1dLayerOptions>, TransposedPlaces>
  ) {
    [kernelSize, rest] = inPlace<number | readonly [number], typeof rest>(
      "LazyConvTranspose1d",
      "kernelSize",
      kernelSize,
      rest,
    );
    super(
      inferred,
      outChannels,
      kernelSize,
      optionsFor<ConvTranspose1dLayerOptions>("LazyConvTranspose1d", true, rest),
    );
  }

  override forward(input: Tensor, ...call: Positional<TransposedCallOptions, ["outputSize"]>): Tensor {
    settle(this, ConvTranspose1d, input, true);
    return super.forward(input, ...call);
  }
}

/**
 * A {@link ConvTranspose2d} over images that takes `inChannels` from its first input; its weights are drawn then, and it is a ConvTranspose2d from then on.
 * Shape: (N, C, H, W) or (C, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose2d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConvTranspose2d } from "@bernoulli/nn";
 * const conv = new LazyConvTranspose2d(3, 2, { stride: 2 });
 * conv(ones(2, 4, 8, 8)).shape; // → [2, 3, 16, 16]
 * String(conv); // → "ConvTranspose2d(4, 3, kernel_size=(2, 2), stride=(2, 2))"
 * ```
 */
export class LazyConvTranspose2d extends ConvTranspose2d {
  static override readonly name: string = "LazyConvTranspose2d";

  constructor(
    outChannels: number,
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, LazyOptions<ConvTranspose2dLayerOptions>>,
    ...rest: Positional<LazyOptions<ConvTranspose2dLayerOptions>, TransposedPlaces>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("LazyConvTranspose2d", "kernelSize", kernelSize, rest);
    super(
      inferred,
      outChannels,
      kernelSize,
      optionsFor<ConvTranspose2dLayerOptions>("LazyConvTranspose2d", true, rest),
    );
  }

  override forward(input: Tensor, ...call: Positional<TransposedCallOptions, ["outputSize"]>): Tensor {
    settle(this, ConvTranspose2d, input, true);
    return super.forward(input, ...call);
  }
}

/**
 * A {@link ConvTranspose3d} over volumes that takes `inChannels` from its first input; its weights are drawn then, and it is a ConvTranspose3d from then on.
 * Shape: (N, C, D, H, W) or (C, D, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose3d.html.
 *
 * @throws ArgumentError for options out of range, or, at the first call, if the channels are not divisible by `groups`; ShapeError, at the first
 * call, for an input of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyConvTranspose3d } from "@bernoulli/nn";
 * const conv = new LazyConvTranspose3d(3, 2, { stride: 2 });
 * conv(ones(2, 4, 3, 3, 3)).shape; // → [2, 3, 6, 6, 6]
 * conv.weight.shape; // → [4, 3, 2, 2, 2]
 * ```
 */
export class LazyConvTranspose3d extends ConvTranspose3d {
  static override readonly name: string = "LazyConvTranspose3d";

  constructor(
    outChannels: number,
    kernelSize: number | Three | ByName<"kernelSize", number | Three, LazyOptions<ConvTranspose3dLayerOptions>>,
    ...rest: Positional<LazyOptions<ConvTranspose3dLayerOptions>, TransposedPlaces>
  ) {
    [kernelSize, rest] = inPlace<number | Three, typeof rest>("LazyConvTranspose3d", "kernelSize", kernelSize, rest);
    super(
      inferred,
      outChannels,
      kernelSize,
      optionsFor<ConvTranspose3dLayerOptions>("LazyConvTranspose3d", true, rest),
    );
  }

  override forward(input: Tensor, ...call: Positional<TransposedCallOptions, ["outputSize"]>): Tensor {
    settle(this, ConvTranspose3d, input, true);
    return super.forward(input, ...call);
  }
}
