// conv2d: two-dimensional convolution, with every way to compute it; its ops are convolution-ops.ts's.

import type { Pair } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { type Convolution, conv2dBy, convolutionBy } from "./convolution-ops.js";

const convolution = convolutionBy({
  forward: kernels.conv2d,
  weightGradient: kernels.conv2dWeightGradient,
  inputGradient: kernels.conv2dInputGradient,
});

export const convolve: Convolution["convolve"] = (...given) => convolution.convolve(...given);
export const convolveBack: Convolution["convolveBack"] = (...given) => convolution.convolveBack(...given);

export interface Conv2dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the window. Default 1. */
  readonly stride?: number | Pair;
  /** Zeros put around the input on each side. Default 0. */
  readonly padding?: number | Pair;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Pair;
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
}

/**
 * Convolves each image with each kernel.
 * Shape: (N, in, H, W) or (in, H, W), weight (out, in / groups, kH, kW) → (N, out, H', W') or (out, H', W'), where
 * H' = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for a
 * stride, padding, dilation or groups out of range.
 * @example
 * ```ts
 * import { conv2d, ones } from "@bernoulli/tensor";
 * conv2d(ones(1, 1, 3, 3), ones(1, 1, 2, 2), { stride: 1 }).toArray(); // → [[[[4, 4], [4, 4]]]]
 * ```
 */
export function conv2d(input: Tensor, weight: Tensor, options: Conv2dOptions = {}): Tensor {
  return conv2dBy(convolve, input, weight, options);
}
