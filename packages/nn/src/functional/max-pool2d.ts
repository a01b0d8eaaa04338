// F.maxPool2d: tensor's maxPool2d, which also takes the stride where PyTorch's hands write it.

import {
  ArgumentError,
  checkOptions,
  type MaxPool2dOptions,
  type Pair,
  type Tensor,
  maxPool2d as tensorMaxPool2d,
} from "@bernoulli/tensor";

/**
 * The largest element of each window; the stride may stand third. Shape: (N, C, H, W) → (N, C, H', W') or
 * (C, H, W) → (C, H', W'), with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise.
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
  third?: number | Pair | MaxPool2dOptions,
  fourth?: MaxPool2dOptions,
): Tensor {
  return tensorMaxPool2d(input, kernelSize, withStride("maxPool2d", third, fourth));
}

const allButStride = ["padding", "dilation", "ceilMode"] as const satisfies (keyof MaxPool2dOptions)[];

/** Options out of `(stride, options)` or `(options)`, checked. A stride of null is PyTorch's None: the window's size. */
export function withStride(
  owner: string,
  strideOrOptions: number | Pair | MaxPool2dOptions | null | undefined,
  rest: MaxPool2dOptions | undefined,
): MaxPool2dOptions {
  if (strideOrOptions === null || typeof strideOrOptions === "number" || Array.isArray(strideOrOptions)) {
    checkOptions(owner, rest ?? {}, allButStride);
    return strideOrOptions === null ? (rest ?? {}) : { ...rest, stride: strideOrOptions as number | Pair };
  }
  const options = (strideOrOptions ?? rest ?? {}) as MaxPool2dOptions;
  checkOptions(owner, options, ["stride", ...allButStride]);
  if (strideOrOptions !== undefined && rest !== undefined)
    throw new ArgumentError(`${owner}: got arguments behind the options; put all options into one object`);
  return options;
}
