// MaxPool2d: the largest element of each window.

import {
  checkOptions,
  type MaxPool2dOptions,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { maxPool2d, maxPool2dOptions } from "../functional/pooling.js";
import { Module } from "../module.js";
import { python } from "../print.js";
import { checkPair } from "./options.js";

/**
 * The largest element of each window. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise. Stride and padding may stand behind it, as
 * PyTorch's hands write them; the default stride is the window's size.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones, checkOptions, optionsOf, type Positional } from "@bernoulli/tensor";
 * import { MaxPool2d } from "@bernoulli/nn";
 * new MaxPool2d(2, 2)(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * new MaxPool2d(3, { stride: 2 })(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * ```
 */
export class MaxPool2d extends Module {
  static override readonly name: string = "MaxPool2d";
  readonly kernelSize: number | Pair;
  readonly stride: number | Pair;
  readonly padding: number | Pair;
  readonly dilation: number | Pair;
  readonly ceilMode: boolean;

  constructor(kernelSize: number | Pair, ...rest: Positional<MaxPool2dOptions, ["stride", "padding"]>) {
    super();
    const options = optionsOf<MaxPool2dOptions>("MaxPool2d", ["stride", "padding"], rest);
    checkOptions("MaxPool2d", options, maxPool2dOptions);
    const { stride = kernelSize, padding = 0, dilation = 1, ceilMode = false } = options;
    checkPair("MaxPool2d", "kernelSize", kernelSize);
    checkPair("MaxPool2d", "stride", stride);
    checkPair("MaxPool2d", "padding", padding, 0);
    checkPair("MaxPool2d", "dilation", dilation);
    this.kernelSize = kernelSize;
    this.stride = stride;
    this.padding = padding;
    this.dilation = dilation;
    this.ceilMode = ceilMode;
  }

  forward(input: Tensor): Tensor {
    const { stride, padding, dilation, ceilMode } = this;
    return maxPool2d(input, this.kernelSize, { stride, padding, dilation, ceilMode });
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding, dilation, ceilMode } = this;
    return `kernel_size=${python(kernelSize)}, stride=${python(stride)}, padding=${python(padding)}, dilation=${python(dilation)}, ceil_mode=${python(ceilMode)}`;
  }
}
