// F.maxPool2d and F.avgPool2d: tensor's, which also take the stride where PyTorch's hands write it.

import {
  ArgumentError,
  type AvgPool2dOptions,
  checkOptions,
  type MaxPool2dOptions,
  type MaxPool2dResult,
  type Pair,
  type Tensor,
  avgPool2d as tensorAvgPool2d,
  maxPool2d as tensorMaxPool2d,
} from "@bernoulli/tensor";

/**
 * The largest element of each window; the stride may stand third. Shape: (N, C, H, W) → (N, C, H', W') or
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
export function maxPool2d(input: Tensor, kernelSize: number | Pair, options?: MaxPool2dOptions): Tensor;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  stride: number | Pair,
  options?: Omit<MaxPool2dOptions, "stride">,
): Tensor;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  third?: number | Pair | MaxPool2dCallOptions,
  fourth?: MaxPool2dCallOptions,
): Tensor | MaxPool2dResult {
  const options = withStride<MaxPool2dCallOptions>("maxPool2d", [...maxPool2dOptions, "returnIndices"], third, fourth);
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
 * The mean of each window; the stride may stand third. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'),
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
export function avgPool2d(input: Tensor, kernelSize: number | Pair, options?: AvgPool2dOptions): Tensor;
export function avgPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  stride: number | Pair,
  options?: Omit<AvgPool2dOptions, "stride">,
): Tensor;
export function avgPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  third?: number | Pair | AvgPool2dOptions,
  fourth?: AvgPool2dOptions,
): Tensor {
  return tensorAvgPool2d(input, kernelSize, withStride("avgPool2d", avgPool2dOptions, third, fourth));
}

export const maxPool2dOptions = ["padding", "dilation", "ceilMode"] as const satisfies (keyof MaxPool2dOptions)[];
export const avgPool2dOptions = [
  "padding",
  "ceilMode",
  "countIncludePad",
  "divisorOverride",
] as const satisfies (keyof AvgPool2dOptions)[];

/** Options out of `(stride, options)` or `(options)`, checked. A stride of null is PyTorch's None: the window's size. */
export function withStride<Options extends { readonly stride?: number | Pair }>(
  owner: string,
  allButStride: readonly (keyof Options & string)[],
  strideOrOptions: number | Pair | Options | null | undefined,
  rest: Options | undefined,
): Options {
  const none = {} as Options;
  if (strideOrOptions === null || typeof strideOrOptions === "number" || Array.isArray(strideOrOptions)) {
    checkOptions(owner, rest ?? none, allButStride);
    return strideOrOptions === null ? (rest ?? none) : ({ ...rest, stride: strideOrOptions } as Options);
  }
  const options = (strideOrOptions ?? rest ?? none) as Options;
  checkOptions(owner, options, ["stride", ...allButStride]);
  if (strideOrOptions !== undefined && rest !== undefined)
    throw new ArgumentError(`${owner}: got arguments behind the options; put all options into one object`);
  return options;
}
