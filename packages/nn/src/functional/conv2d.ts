// F.conv2d: tensor's conv2d with PyTorch's places for the arguments, and "same" and "valid" padding.

import {
  ArgumentError,
  type Conv2dOptions,
  cat,
  checkOptions,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
  conv2d as tensorConv2d,
  zeros,
} from "@bernoulli/tensor";

/** Zeros on each side; `"same"` keeps the size (stride 1 only), `"valid"` is none. */
export type Padding = number | Pair | "same" | "valid";

export interface FunctionalConv2dOptions extends Omit<Conv2dOptions, "bias" | "padding"> {
  /** Default 0. */
  readonly padding?: Padding;
}

/**
 * Convolves each image with each kernel.
 * Shape: (N, in, H, W) or (in, H, W), weight (out, in / groups, kH, kW), bias (out) → (N, out, H', W') or
 * (out, H', W'), where H' = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for
 * options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.conv2d(ones(1, 1, 2, 2), ones(1, 1, 2, 2), null, { padding: "same" }).toArray(); // → [[[[4, 2], [2, 1]]]]
 * ```
 */
export function conv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<FunctionalConv2dOptions, ["stride", "padding", "dilation", "groups"]>
): Tensor {
  const given = optionsOf<FunctionalConv2dOptions>("conv2d", ["stride", "padding", "dilation", "groups"], rest);
  checkOptions("conv2d", given, ["stride", "padding", "dilation", "groups"]);
  const { padding = 0, ...options } = given;
  if (typeof padding !== "string") return tensorConv2d(input, weight, { ...options, bias, padding });
  if (padding === "valid") return tensorConv2d(input, weight, { ...options, bias });
  if (padding !== "same")
    throw new ArgumentError(`conv2d: Invalid padding string: '${String(padding)}'; take 'same' or 'valid'`);
  const [strides, dilations] = [both(options.stride ?? 1), both(options.dilation ?? 1)];
  if (strides.some((step) => step !== 1))
    throw new ArgumentError("conv2d: padding='same' is not supported for strided convolutions");
  const total = [0, 1].map((at) => dilations[at as 0 | 1] * ((weight.shape[at + 2] ?? 1) - 1));
  // Where an odd number of zeros is to be shared out, the last goes behind the image, as in PyTorch.
  const padded = total.reduce(
    (image, zerosInAll, at) => (zerosInAll % 2 === 0 ? image : withZeroBehind(image, at - 2)),
    input,
  );
  return tensorConv2d(padded, weight, {
    ...options,
    bias,
    padding: total.map((zerosInAll) => Math.floor(zerosInAll / 2)) as unknown as Pair,
  });
}

function both(value: number | Pair): Pair {
  return typeof value === "number" ? [value, value] : value;
}

function withZeroBehind(image: Tensor, dim: number): Tensor {
  const edge = image.ndim + dim;
  const shape = image.shape.map((size, at) => (at === edge ? 1 : size));
  return cat([image, zeros(shape, { dtype: image.dtype, device: image.device })], edge);
}
