// LPPool1d, LPPool2d and LPPool3d: the p-norm of each window.

import {
  checkArgument,
  checkOptions,
  type LpPool1dOptions,
  type LpPool2dOptions,
  type LpPool3dOptions,
  lpPool1d,
  lpPool2d,
  lpPool3d,
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

const names = ["stride", "ceilMode"] as const;
const pools = { 1: lpPool1d, 2: lpPool2d, 3: lpPool3d };

/** What the three share. */
abstract class LPPool<Given extends Size> extends Module {
  readonly normType: number;
  readonly kernelSize: Given;
  readonly stride: Given | null;
  readonly ceilMode: boolean;
  private readonly dims: Dims;

  constructor(owner: string, dims: Dims, normType: number, kernelSize: Given, rest: readonly unknown[]) {
    super();
    checkArgument(owner, "normType", normType, "number");
    const options = optionsOf<LpPool2dOptions>(owner, names, rest);
    checkOptions(owner, options, names);
    checkSizes(owner, "kernelSize", kernelSize, dims);
    if (options.stride !== undefined) checkSizes(owner, "stride", options.stride, dims);
    this.normType = normType;
    this.kernelSize = kernelSize;
    this.stride = (options.stride as Given | undefined) ?? null;
    this.ceilMode = options.ceilMode ?? false;
    this.dims = dims;
  }

  forward(input: Tensor): Tensor {
    const { normType, kernelSize, stride, ceilMode } = this;
    const pool = pools[this.dims] as (...given: unknown[]) => Tensor;
    return pool(input, normType, kernelSize, stride, ceilMode);
  }

  override extraRepr(): string {
    const { normType, kernelSize, stride, ceilMode } = this;
    return `norm_type=${python(normType)}, kernel_size=${python(kernelSize)}, stride=${python(stride)}, ceil_mode=${python(ceilMode)}`;
  }
}

/**
 * The p-norm of each window, p being `normType`. Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with L' = ⌊(L − kernel) / stride⌋ + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LPPool1d.html.
 *
 * @throws ArgumentError for sizes out of range, or, when called, a norm of 0; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LPPool1d } from "@bernoulli/nn";
 * new LPPool1d(2, 2)(ones(1, 8, 15)).shape; // → [1, 8, 7]
 * ```
 */
export class LPPool1d extends LPPool<Size1d> {
  static override readonly name: string = "LPPool1d";

  constructor(normType: number, kernelSize: Size1d, ...rest: Positional<LpPool1dOptions, ["stride", "ceilMode"]>) {
    super("LPPool1d", 1, normType, kernelSize, rest);
  }
}

/**
 * The p-norm of each window, p being `normType`.
 * Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with H' = ⌊(H − kernel) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html.
 *
 * @throws ArgumentError for sizes out of range, or, when called, a norm of 0; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LPPool2d } from "@bernoulli/nn";
 * new LPPool2d(2, 2)(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * ```
 */
export class LPPool2d extends LPPool<Size2d> {
  static override readonly name: string = "LPPool2d";

  constructor(normType: number, kernelSize: Size2d, ...rest: Positional<LpPool2dOptions, ["stride", "ceilMode"]>) {
    super("LPPool2d", 2, normType, kernelSize, rest);
  }
}

/**
 * The p-norm of each window, p being `normType`.
 * Shape: (N, C, D, H, W) → (N, C, D', H', W') or (C, D, H, W) → (C, D', H', W'), with D' = ⌊(D − kernel) / stride⌋ + 1, and H' and W'
 * likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LPPool3d.html.
 *
 * @throws ArgumentError for sizes out of range, or, when called, a norm of 0; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LPPool3d } from "@bernoulli/nn";
 * new LPPool3d(2, 2)(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 7, 7, 7]
 * ```
 */
export class LPPool3d extends LPPool<Size3d> {
  static override readonly name: string = "LPPool3d";

  constructor(normType: number, kernelSize: Size3d, ...rest: Positional<LpPool3dOptions, ["stride", "ceilMode"]>) {
    super("LPPool3d", 3, normType, kernelSize, rest);
  }
}
