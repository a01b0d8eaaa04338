// AvgPool2d: the mean of each window.

import {
  ArgumentError,
  type AvgPool2dOptions,
  checkOptions,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { avgPool2d, avgPool2dOptions } from "../functional/pooling.js";
import { Module } from "../module.js";
import { python } from "../print.js";
import { checkPair } from "./options.js";

/**
 * The mean of each window. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1, and W' likewise. Stride and padding may stand behind it, as PyTorch's hands write them;
 * the default stride is the window's size.
 * See https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AvgPool2d } from "@bernoulli/nn";
 * new AvgPool2d(2, 2)(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * ```
 */
export class AvgPool2d extends Module {
  static override readonly name: string = "AvgPool2d";
  readonly kernelSize: number | Pair;
  readonly stride: number | Pair;
  readonly padding: number | Pair;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;
  readonly divisorOverride: number | null;

  constructor(kernelSize: number | Pair, ...rest: Positional<AvgPool2dOptions, ["stride", "padding"]>) {
    super();
    const options = optionsOf<AvgPool2dOptions>("AvgPool2d", ["stride", "padding"], rest);
    checkOptions("AvgPool2d", options, avgPool2dOptions);
    const { stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true, divisorOverride } = options;
    checkPair("AvgPool2d", "kernelSize", kernelSize);
    checkPair("AvgPool2d", "stride", stride);
    checkPair("AvgPool2d", "padding", padding, 0);
    if (divisorOverride === 0) throw new ArgumentError("AvgPool2d: divisorOverride must not be zero");
    this.kernelSize = kernelSize;
    this.stride = stride;
    this.padding = padding;
    this.ceilMode = ceilMode;
    this.countIncludePad = countIncludePad;
    this.divisorOverride = divisorOverride ?? null;
  }

  forward(input: Tensor): Tensor {
    const { stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    const divisor = divisorOverride === null ? {} : { divisorOverride };
    return avgPool2d(input, this.kernelSize, { stride, padding, ceilMode, countIncludePad, ...divisor });
  }

  // PyTorch prints no more of it.
  override extraRepr(): string {
    return `kernel_size=${python(this.kernelSize)}, stride=${python(this.stride)}, padding=${python(this.padding)}`;
  }
}
