// F.maxPool2d and F.avgPool2d: tensor's, which also take stride and padding where PyTorch's hands write them.

import {
  type AvgPool2dOptions,
  checkOptions,
  type MaxPool2dOptions,
  type MaxPool2dResult,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
  avgPool2d as tensorAvgPool2d,
  maxPool2d as tensorMaxPool2d,
} from "@bernoulli/tensor";

/**
 * The largest element of each window; stride and padding may stand behind it. Shape: (N, C, H, W) → (N, C, H', W') or
 * (C, H, W) → (C, H', W'), with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise. With
 * `returnIndices: true` it gives `{ output, indices }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.maxPool2d(arange(16).to("float32").view(1, 4, 4), 2, 2).toArray(); // → [[[5, 7], [13, 15]]]
 * ```
 */
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  options: MaxPool2dOptions & WithIndices,
): MaxPool2dResult;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  stride: number | Pair,
  options: Omit<MaxPool2dOptions, "stride"> & WithIndices,
): MaxPool2dResult;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  ...rest: Positional<MaxPool2dOptions, ["stride", "padding"]>
): Tensor;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  ...rest: Positional<MaxPool2dCallOptions, ["stride", "padding"]>
): Tensor | MaxPool2dResult {
  const options = optionsOf<MaxPool2dCallOptions>("maxPool2d", ["stride", "padding"], rest);
  checkOptions("maxPool2d", options, [...maxPool2dOptions, "returnIndices"]);
  return options.returnIndices === true
    ? tensorMaxPool2d(input, kernelSize, { ...options, returnIndices: true })
    : tensorMaxPool2d(input, kernelSize, { ...options, returnIndices: false });
}

/** Asks for the places of the largest elements too. */
export interface WithIndices {
  readonly returnIndices: true;
}

/** What a call takes: the layer's options, and whether indices come too. */
export interface MaxPool2dCallOptions extends MaxPool2dOptions {
  readonly returnIndices?: boolean;
}

/**
 * The mean of each window; stride and padding may stand behind it. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'),
 * with H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.avgPool2d(arange(16).to("float32").view(1, 4, 4), 2, 2).toArray(); // → [[[2.5, 4.5], [10.5, 12.5]]]
 * ```
 */
export function avgPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  ...rest: Positional<AvgPool2dOptions, ["stride", "padding"]>
): Tensor {
  const options = optionsOf<AvgPool2dOptions>("avgPool2d", ["stride", "padding"], rest);
  checkOptions("avgPool2d", options, avgPool2dOptions);
  return tensorAvgPool2d(input, kernelSize, options);
}

export const maxPool2dOptions = [
  "stride",
  "padding",
  "dilation",
  "ceilMode",
] as const satisfies (keyof MaxPool2dOptions)[];
export const avgPool2dOptions = [
  "stride",
  "padding",
  "ceilMode",
  "countIncludePad",
  "divisorOverride",
] as const satisfies (keyof AvgPool2dOptions)[];
