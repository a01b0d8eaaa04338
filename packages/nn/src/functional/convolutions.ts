// F.conv1d, F.conv2d, F.conv3d and the transposed ones: tensor's, with PyTorch's places for the arguments, and "same" and "valid" padding.

import {
  ArgumentError,
  type Conv1dOptions,
  type Conv2dOptions,
  type Conv3dOptions,
  type ConvTranspose1dOptions,
  type ConvTranspose2dOptions,
  type ConvTranspose3dOptions,
  checkArgument,
  checkOptions,
  optionsOf,
  type Pair,
  type Positional,
  pad,
  type Tensor,
  conv1d as tensorConv1d,
  conv2d as tensorConv2d,
  conv3d as tensorConv3d,
  convTranspose1d as tensorConvTranspose1d,
  convTranspose2d as tensorConvTranspose2d,
  convTranspose3d as tensorConvTranspose3d,
} from "@bernoulli/tensor";

/** Three sizes: (depth, height, width). */
export type Three = readonly [number, number, number];

/** Zeros on each side; `"same"` keeps the size (stride 1 only), `"valid"` is none. */
export type PaddingOf<Size> = Size | "same" | "valid";

/** Zeros on each side of an image; `"same"` keeps the size (stride 1 only), `"valid"` is none. */
export type Padding = PaddingOf<number | Pair>;

export interface FunctionalConv1dOptions extends Omit<Conv1dOptions, "bias" | "padding"> {
  /** Default 0. */
  readonly padding?: PaddingOf<number | readonly [number]>;
}

export interface FunctionalConv2dOptions extends Omit<Conv2dOptions, "bias" | "padding"> {
  /** Default 0. */
  readonly padding?: Padding;
}

export interface FunctionalConv3dOptions extends Omit<Conv3dOptions, "bias" | "padding"> {
  /** Default 0. */
  readonly padding?: PaddingOf<number | Three>;
}

const places = ["stride", "padding", "dilation", "groups"] as const;
type Places = ["stride", "padding", "dilation", "groups"];
const transposedPlaces = ["stride", "padding", "outputPadding", "groups", "dilation"] as const;
type TransposedPlaces = ["stride", "padding", "outputPadding", "groups", "dilation"];

/**
 * Convolves each line with each kernel.
 * Shape: (N, in, L) or (in, L), weight (out, in / groups, k), bias (out) → (N, out, L') or (out, L'), where
 * L' = ⌊(L + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for
 * options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.conv1d(ones(1, 1, 4), ones(1, 1, 3), null, { padding: "same" }).toArray(); // → [[[2, 3, 3, 2]]]
 * ```
 */
export function conv1d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<FunctionalConv1dOptions, Places>
): Tensor {
  const { image, options } = padded("conv1d", 1, input, weight, optionsOf("conv1d", places, rest));
  return tensorConv1d(image, weight, { ...(options as Conv1dOptions), bias });
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
  ...rest: Positional<FunctionalConv2dOptions, Places>
): Tensor {
  const { image, options } = padded("conv2d", 2, input, weight, optionsOf("conv2d", places, rest));
  return tensorConv2d(image, weight, { ...(options as Conv2dOptions), bias });
}

/**
 * Convolves each solid with each kernel.
 * Shape: (N, in, D, H, W) or (in, D, H, W), weight (out, in / groups, kD, kH, kW), bias (out) → (N, out, D', H', W') or
 * (out, D', H', W'), where D' = ⌊(D + 2·padding − dilation·(kD − 1) − 1) / stride⌋ + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv3d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for
 * options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.conv3d(ones(1, 1, 2, 3, 3), ones(4, 1, 2, 3, 3), null, 1, "valid").shape; // → [1, 4, 1, 1, 1]
 * ```
 */
export function conv3d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<FunctionalConv3dOptions, Places>
): Tensor {
  const { image, options } = padded("conv3d", 3, input, weight, optionsOf("conv3d", places, rest));
  return tensorConv3d(image, weight, { ...(options as Conv3dOptions), bias });
}

interface AnyOptions {
  readonly stride?: number | readonly number[];
  readonly padding?: number | readonly number[] | "same" | "valid";
  readonly dilation?: number | readonly number[];
  readonly groups?: number;
}

/** The input and the options without a padding that is a word. */
function padded(op: string, rank: 1 | 2 | 3, input: Tensor, weight: Tensor, given: AnyOptions) {
  checkOptions(op, given, places);
  const { padding = 0, ...options } = given;
  if (typeof padding !== "string") return { image: input, options: { ...options, padding } };
  if (padding === "valid") return { image: input, options };
  if (padding !== "same")
    throw new ArgumentError(`${op}: Invalid padding string: '${String(padding)}'; take 'same' or 'valid'`);
  checkArgument(op, "input", input, "Tensor");
  checkArgument(op, "weight", weight, "Tensor");
  const all = (value: number | readonly number[] = 1) =>
    typeof value === "number" ? Array.from({ length: rank }, () => value) : value;
  if (all(options.stride).some((step) => step !== 1))
    throw new ArgumentError(`${op}: padding='same' is not supported for strided convolutions`);
  const total = all(options.dilation).map((apart, at) => apart * ((weight.shape[at + 2] ?? 1) - 1));
  // Where an odd number of zeros is to be shared out, the last goes behind, as in PyTorch.
  const behind = total.flatMap((zeros) => [zeros % 2, 0]).reverse();
  return {
    image: behind.some((zeros) => zeros > 0) ? pad(input, behind) : input,
    options: { ...options, padding: total.map((zeros) => Math.floor(zeros / 2)) },
  };
}

/**
 * Lays the kernel, multiplied by each element, into a line.
 * Shape: (N, in, L) or (in, L), weight (in, out / groups, k), bias (out) → (N, out, L') or (out, L'), where
 * L' = (L − 1)·stride − 2·padding + dilation·(k − 1) + outputPadding + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose1d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.convTranspose1d(ones(1, 1, 3), ones(1, 1, 2), null, 2).toArray(); // → [[[1, 1, 1, 1, 1, 1]]]
 * ```
 */
export function convTranspose1d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<Omit<ConvTranspose1dOptions, "bias">, TransposedPlaces>
): Tensor {
  const options = optionsOf<Omit<ConvTranspose1dOptions, "bias">>("convTranspose1d", transposedPlaces, rest);
  checkOptions("convTranspose1d", options, transposedPlaces);
  return tensorConvTranspose1d(input, weight, { ...options, bias });
}

/**
 * Lays the kernel, multiplied by each element, into an image.
 * Shape: (N, in, H, W) or (in, H, W), weight (in, out / groups, kH, kW), bias (out) → (N, out, H', W') or (out, H', W'), where
 * H' = (H − 1)·stride − 2·padding + dilation·(kH − 1) + outputPadding + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose2d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.convTranspose2d(ones(1, 3, 8, 8), ones(3, 5, 4, 4), null, 2, 1).shape; // → [1, 5, 16, 16]
 * ```
 */
export function convTranspose2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<Omit<ConvTranspose2dOptions, "bias">, TransposedPlaces>
): Tensor {
  const options = optionsOf<Omit<ConvTranspose2dOptions, "bias">>("convTranspose2d", transposedPlaces, rest);
  checkOptions("convTranspose2d", options, transposedPlaces);
  return tensorConvTranspose2d(input, weight, { ...options, bias });
}

/**
 * Lays the kernel, multiplied by each element, into a solid.
 * Shape: (N, in, D, H, W) or (in, D, H, W), weight (in, out / groups, kD, kH, kW), bias (out) → (N, out, D', H', W') or (out, D', H', W'), where
 * D' = (D − 1)·stride − 2·padding + dilation·(kD − 1) + outputPadding + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose3d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.convTranspose3d(ones(1, 3, 2, 4, 4), ones(3, 5, 2, 2, 2), null, 2).shape; // → [1, 5, 4, 8, 8]
 * ```
 */
export function convTranspose3d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  ...rest: Positional<Omit<ConvTranspose3dOptions, "bias">, TransposedPlaces>
): Tensor {
  const options = optionsOf<Omit<ConvTranspose3dOptions, "bias">>("convTranspose3d", transposedPlaces, rest);
  checkOptions("convTranspose3d", options, transposedPlaces);
  return tensorConvTranspose3d(input, weight, { ...options, bias });
}
