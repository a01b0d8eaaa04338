// F.maxPool1dWithIndices and its like, F.upsampleNearest and F.upsampleBilinear: what other functions do with one option set, by PyTorch's names.

import {
  type AdaptiveSize1d,
  type AdaptiveSize2d,
  type AdaptiveSize3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
  checkOptions,
  type InterpolateOptions,
  interpolate,
  type MaxPool1dOptions,
  type MaxPool2dOptions,
  type MaxPool3dOptions,
  type MaxPoolResult,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  optionsOf,
  type Positional,
  type Size1d,
  type Size2d,
  type Size3d,
  type Tensor,
} from "@bernoulli/tensor";
import {
  type FractionalMaxPoolOptions,
  type FractionalPlaces,
  fractionalMaxPool2d,
  fractionalMaxPool3d,
  fractionalPlaces,
} from "./fractional.js";

type Places = ["stride", "padding", "dilation", "ceilMode"];
const places = ["stride", "padding", "dilation", "ceilMode"] as const;

/**
 * {@link maxPool1d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, L) → (N, C, L').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.maxPool1dWithIndices(tensor([[1, 3, 7, 5]]), 2).indices.toArray(); // → [[1, 2]]
 * ```
 */
export function maxPool1dWithIndices(
  input: Tensor,
  kernelSize: Size1d,
  ...rest: Positional<MaxPool1dOptions, Places>
): MaxPoolResult {
  const options = optionsOf<MaxPool1dOptions>("maxPool1dWithIndices", places, rest);
  return maxPool1d(input, kernelSize, { ...options, returnIndices: true });
}

/**
 * {@link adaptiveMaxPool1d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, L) → (N, C, L').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool1d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError for other dimensions.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.adaptiveMaxPool1dWithIndices(tensor([[1, 3, 7, 5]]), 1).output.item(); // → 7
 * ```
 */
export function adaptiveMaxPool1dWithIndices(input: Tensor, outputSize: AdaptiveSize1d): MaxPoolResult {
  return adaptiveMaxPool1d(input, outputSize, { returnIndices: true });
}

/**
 * {@link maxPool2d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, H, W) → (N, C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.maxPool2dWithIndices(tensor([[[1, 3], [7, 5]]]), 2).indices.toArray(); // → [[[2]]]
 * ```
 */
export function maxPool2dWithIndices(
  input: Tensor,
  kernelSize: Size2d,
  ...rest: Positional<MaxPool2dOptions, Places>
): MaxPoolResult {
  const options = optionsOf<MaxPool2dOptions>("maxPool2dWithIndices", places, rest);
  return maxPool2d(input, kernelSize, { ...options, returnIndices: true });
}

/**
 * {@link adaptiveMaxPool2d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, H, W) → (N, C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool2d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError for other dimensions.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.adaptiveMaxPool2dWithIndices(tensor([[[1, 3], [7, 5]]]), 1).output.item(); // → 7
 * ```
 */
export function adaptiveMaxPool2dWithIndices(input: Tensor, outputSize: AdaptiveSize2d): MaxPoolResult {
  return adaptiveMaxPool2d(input, outputSize, { returnIndices: true });
}

/**
 * {@link maxPool3d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, D, H, W) → (N, C, D', H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool3d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.maxPool3dWithIndices(tensor([[[[1, 3], [7, 5]]]]), [1, 2, 2]).indices.toArray(); // → [[[[2]]]]
 * ```
 */
export function maxPool3dWithIndices(
  input: Tensor,
  kernelSize: Size3d,
  ...rest: Positional<MaxPool3dOptions, Places>
): MaxPoolResult {
  const options = optionsOf<MaxPool3dOptions>("maxPool3dWithIndices", places, rest);
  return maxPool3d(input, kernelSize, { ...options, returnIndices: true });
}

/**
 * {@link adaptiveMaxPool3d} with `returnIndices: true`: `{ output, indices }`. Shape: (N, C, D, H, W) → (N, C, D', H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool3d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError for other dimensions.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.adaptiveMaxPool3dWithIndices(tensor([[[[1, 3], [7, 5]]]]), 1).output.item(); // → 7
 * ```
 */
export function adaptiveMaxPool3dWithIndices(input: Tensor, outputSize: AdaptiveSize3d): MaxPoolResult {
  return adaptiveMaxPool3d(input, outputSize, { returnIndices: true });
}

/**
 * {@link fractionalMaxPool2d} with `returnIndices: true`: `{ output, indices }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.fractional_max_pool2d.html.
 *
 * @throws as {@link fractionalMaxPool2d}.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.fractionalMaxPool2dWithIndices(ones(1, 6, 6), 2, { outputSize: 3 }).indices.shape; // → [1, 3, 3]
 * ```
 */
export function fractionalMaxPool2dWithIndices(
  input: Tensor,
  kernelSize: number | readonly number[],
  ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>
): MaxPoolResult {
  const options = optionsOf<FractionalMaxPoolOptions>("fractionalMaxPool2dWithIndices", fractionalPlaces, rest);
  return fractionalMaxPool2d(input, kernelSize, { ...options, returnIndices: true });
}

/**
 * {@link fractionalMaxPool3d} with `returnIndices: true`: `{ output, indices }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.fractional_max_pool3d.html.
 *
 * @throws as {@link fractionalMaxPool3d}.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.fractionalMaxPool3dWithIndices(ones(1, 6, 6, 6), 2, { outputSize: 3 }).indices.shape; // → [1, 3, 3, 3]
 * ```
 */
export function fractionalMaxPool3dWithIndices(
  input: Tensor,
  kernelSize: number | readonly number[],
  ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>
): MaxPoolResult {
  const options = optionsOf<FractionalMaxPoolOptions>("fractionalMaxPool3dWithIndices", fractionalPlaces, rest);
  return fractionalMaxPool3d(input, kernelSize, { ...options, returnIndices: true });
}

/**
 * {@link interpolate} with `mode: "nearest"`. See https://pytorch.org/docs/stable/generated/torch.nn.functional.upsample_nearest.html.
 *
 * @throws as {@link interpolate}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.upsampleNearest(tensor([[[[1, 3]]]]), { scaleFactor: 2 }).toArray(); // → [[[[1, 1, 3, 3], [1, 1, 3, 3]]]]
 * ```
 */
export function upsampleNearest(
  input: Tensor,
  ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, ["size", "scaleFactor"]>
): Tensor {
  const options = optionsOf<Pick<InterpolateOptions, "size" | "scaleFactor">>(
    "upsampleNearest",
    ["size", "scaleFactor"],
    rest,
  );
  checkOptions("upsampleNearest", options, ["size", "scaleFactor"]);
  return interpolate(input, { ...options, mode: "nearest" });
}

/**
 * {@link interpolate} with `mode: "bilinear", alignCorners: true`. See https://pytorch.org/docs/stable/generated/torch.nn.functional.upsample_bilinear.html.
 *
 * @throws as {@link interpolate}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.upsampleBilinear(tensor([[[[1, 3]]]]), { scaleFactor: 2 }).toArray(); // → [[[[1, 1.6666667, 2.3333333, 3], [1, 1.6666667, 2.3333333, 3]]]]
 * ```
 */
export function upsampleBilinear(
  input: Tensor,
  ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, ["size", "scaleFactor"]>
): Tensor {
  const options = optionsOf<Pick<InterpolateOptions, "size" | "scaleFactor">>(
    "upsampleBilinear",
    ["size", "scaleFactor"],
    rest,
  );
  checkOptions("upsampleBilinear", options, ["size", "scaleFactor"]);
  return interpolate(input, { ...options, mode: "bilinear", alignCorners: true });
}
