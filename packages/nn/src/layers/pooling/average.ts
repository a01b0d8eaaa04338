// AvgPool1d, AvgPool2d and AvgPool3d: the mean of each window.

import {
  ArgumentError,
  type AvgPool1dOptions,
  type AvgPool2dOptions,
  type AvgPool3dOptions,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  type ByName,
  checkOptions,
  inPlace,
  optionsOf,
  type Positional,
  type Size1d,
  type Size2d,
  type Size3d,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import { checkSizes, type Dims, type Size } from "./sizes.js";

const names = ["stride", "padding", "ceilMode", "countIncludePad", "divisorOverride"] as const;
type Places1d = ["stride", "padding", "ceilMode", "countIncludePad"];
type Places = [...Places1d, "divisorOverride"];
const pools = { 1: avgPool1d, 2: avgPool2d, 3: avgPool3d };

/** What the three share. */
abstract class AvgPool<Given extends Size> extends Module {
  readonly kernelSize: Given;
  readonly stride: Given;
  readonly padding: Given;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;
  readonly divisorOverride: number | null;
  private readonly dims: Dims;

  constructor(owner: string, dims: Dims, kernelSize: Given, rest: readonly unknown[]) {
    super();
    const own = dims === 1 ? names.slice(0, 4) : names;
    const options = optionsOf<AvgPool2dOptions>(owner, own, rest);
    checkOptions(owner, options, own);
    const { stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true, divisorOverride } = options;
    const sizes = [
      checkSizes(owner, "kernelSize", kernelSize, dims),
      checkSizes(owner, "stride", stride, dims),
      checkSizes(owner, "padding", padding, dims, 0),
    ];
    if (divisorOverride === 0) throw new ArgumentError(`${owner}: divisorOverride must not be zero`);
    // PyTorch keeps the three of one dimension as tuples, and the others as they come.
    const [ownKernel, ownStride, ownPadding] = dims === 1 ? sizes : [kernelSize, stride, padding];
    this.kernelSize = ownKernel as Given;
    this.stride = ownStride as Given;
    this.padding = ownPadding as Given;
    this.ceilMode = ceilMode;
    this.countIncludePad = countIncludePad;
    this.divisorOverride = divisorOverride ?? null;
    this.dims = dims;
  }

  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    const divisor = divisorOverride === null ? {} : { divisorOverride };
    const pool = pools[this.dims] as (input: Tensor, kernelSize: Size, options: object) => Tensor;
    return pool(input, kernelSize, { stride, padding, ceilMode, countIncludePad, ...divisor });
  }

  // PyTorch prints no more of it.
  override extraRepr(): string {
    return `kernel_size=${python(this.kernelSize)}, stride=${python(this.stride)}, padding=${python(this.padding)}`;
  }
}

/**
 * The mean of each window.
 * Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with L' = ⌊(L + 2·padding − kernel) / stride⌋ + 1. Options may stand behind the size
 * in PyTorch's order; the default stride is the window's size. See https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AvgPool1d } from "@bernoulli/nn";
 * new AvgPool1d(2, 2)(ones(1, 8, 15)).shape; // → [1, 8, 7]
 * ```
 */
export class AvgPool1d extends AvgPool<Size1d> {
  static override readonly name: string = "AvgPool1d";

  constructor(
    kernelSize: Size1d | ByName<"kernelSize", Size1d, AvgPool1dOptions>,
    ...rest: Positional<AvgPool1dOptions, Places1d>
  ) {
    [kernelSize, rest] = inPlace<Size1d, typeof rest>("AvgPool1d", "kernelSize", kernelSize, rest);
    super("AvgPool1d", 1, kernelSize, rest);
  }
}

/**
 * The mean of each window.
 * Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1, and W' likewise.
 * Options may stand behind the size in PyTorch's order; the default stride is the window's size. See
 * https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AvgPool2d } from "@bernoulli/nn";
 * new AvgPool2d(2, 2)(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * ```
 */
export class AvgPool2d extends AvgPool<Size2d> {
  static override readonly name: string = "AvgPool2d";

  constructor(
    kernelSize: Size2d | ByName<"kernelSize", Size2d, AvgPool2dOptions>,
    ...rest: Positional<AvgPool2dOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<Size2d, typeof rest>("AvgPool2d", "kernelSize", kernelSize, rest);
    super("AvgPool2d", 2, kernelSize, rest);
  }
}

/**
 * The mean of each window.
 * Shape: (N, C, D, H, W) → (N, C, D', H', W') or (C, D, H, W) → (C, D', H', W'), with D' = ⌊(D + 2·padding − kernel) / stride⌋ + 1, and H'
 * and W' likewise. Options may stand behind the size in PyTorch's order; the default stride is the window's size. See
 * https://pytorch.org/docs/stable/generated/torch.nn.AvgPool3d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AvgPool3d } from "@bernoulli/nn";
 * new AvgPool3d(2, 2)(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 7, 7, 7]
 * ```
 */
export class AvgPool3d extends AvgPool<Size3d> {
  static override readonly name: string = "AvgPool3d";

  constructor(
    kernelSize: Size3d | ByName<"kernelSize", Size3d, AvgPool3dOptions>,
    ...rest: Positional<AvgPool3dOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<Size3d, typeof rest>("AvgPool3d", "kernelSize", kernelSize, rest);
    super("AvgPool3d", 3, kernelSize, rest);
  }
}
