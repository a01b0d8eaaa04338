// MaxPool1d, MaxPool2d and MaxPool3d: the largest element of each window.

import {
  type ByName,
  checkOptions,
  inPlace,
  type MaxPool1dOptions,
  type MaxPool2dOptions,
  type MaxPool3dOptions,
  type MaxPoolResult,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  optionsOf,
  type Size1d,
  type Size2d,
  type Size3d,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import { checkSizes, type Dims, type Size } from "./sizes.js";

/** What a layer gives: with `returnIndices` where the largest stood, too. */
export type Pooled<Indices extends boolean> = Indices extends true ? MaxPoolResult : Tensor;

/** Options, and whether where the largest stood is given too. */
type WithReturn<Options, Indices extends boolean> = Options & {
  /** Default false. */
  readonly returnIndices?: Indices;
};

/** Behind the size come options, or the first of them in PyTorch's order; written out, so that the type of `returnIndices` is seen. */
type MaxPoolArguments<Options, Given, Indices extends boolean> =
  | readonly [options?: WithReturn<Options, Indices>]
  | readonly [stride: Given | null, options?: WithReturn<Omit<Options, "stride">, Indices>]
  | readonly [
      stride: Given | null,
      padding: Given | null,
      options?: WithReturn<Omit<Options, "stride" | "padding">, Indices>,
    ]
  | readonly [
      stride: Given | null,
      padding: Given | null,
      dilation: Given | null,
      options?: WithReturn<Omit<Options, "stride" | "padding" | "dilation">, Indices>,
    ]
  | readonly [
      stride: Given | null,
      padding: Given | null,
      dilation: Given | null,
      returnIndices: Indices,
      options?: Pick<MaxPool2dOptions, "ceilMode"> | boolean,
    ];

const names = ["stride", "padding", "dilation", "returnIndices", "ceilMode"] as const;
const pools = { 1: maxPool1d, 2: maxPool2d, 3: maxPool3d };

/** What the three share. */
abstract class MaxPool<Given extends Size, Indices extends boolean> extends Module {
  readonly kernelSize: Given;
  readonly stride: Given;
  readonly padding: Given;
  readonly dilation: Given;
  readonly returnIndices: boolean;
  readonly ceilMode: boolean;
  private readonly dims: Dims;

  constructor(owner: string, dims: Dims, kernelSize: Given, rest: readonly unknown[]) {
    super();
    const options = optionsOf<MaxPool2dOptions & { readonly returnIndices?: boolean }>(owner, names, rest);
    checkOptions(owner, options, names);
    const { stride = kernelSize, padding = 0, dilation = 1, returnIndices = false, ceilMode = false } = options;
    checkSizes(owner, "kernelSize", kernelSize, dims);
    checkSizes(owner, "stride", stride, dims);
    checkSizes(owner, "padding", padding, dims, 0);
    checkSizes(owner, "dilation", dilation, dims);
    this.kernelSize = kernelSize;
    this.stride = stride as Given;
    this.padding = padding as Given;
    this.dilation = dilation as Given;
    this.returnIndices = returnIndices;
    this.ceilMode = ceilMode;
    this.dims = dims;
  }

  forward(input: Tensor): Pooled<Indices> {
    const { kernelSize, stride, padding, dilation, ceilMode, returnIndices } = this;
    const pool = pools[this.dims] as (input: Tensor, kernelSize: Size, options: object) => Tensor | MaxPoolResult;
    return pool(input, kernelSize, { stride, padding, dilation, ceilMode, returnIndices }) as Pooled<Indices>;
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding, dilation, ceilMode } = this;
    return `kernel_size=${python(kernelSize)}, stride=${python(stride)}, padding=${python(padding)}, dilation=${python(dilation)}, ceil_mode=${python(ceilMode)}`;
  }
}

/**
 * The largest element of each window.
 * Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with L' = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. Options may
 * stand behind the size in PyTorch's order; the default stride is the window's size. With `returnIndices: true` it gives `{ output, indices
 * }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool1d } from "@bernoulli/nn";
 * new MaxPool1d(2, 2)(ones(1, 8, 15)).shape; // → [1, 8, 7]
 * new MaxPool1d(3, { stride: 2 })(ones(1, 8, 15)).shape; // → [1, 8, 7]
 * ```
 */
export class MaxPool1d<Indices extends boolean = false> extends MaxPool<Size1d, Indices> {
  static override readonly name: string = "MaxPool1d";

  constructor(
    kernelSize: Size1d | ByName<"kernelSize", Size1d, WithReturn<MaxPool1dOptions, Indices>>,
    ...rest: MaxPoolArguments<MaxPool1dOptions, Size1d, Indices>
  ) {
    [kernelSize, rest] = inPlace<Size1d, typeof rest>("MaxPool1d", "kernelSize", kernelSize, rest);
    super("MaxPool1d", 1, kernelSize, rest);
  }
}

/**
 * The largest element of each window.
 * Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1,
 * and W' likewise. Options may stand behind the size in PyTorch's order; the default stride is the window's size. With `returnIndices:
 * true` it gives `{ output, indices }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool2d } from "@bernoulli/nn";
 * new MaxPool2d(2, 2)(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * new MaxPool2d(3, { stride: 2 })(ones(1, 8, 15, 15)).shape; // → [1, 8, 7, 7]
 * ```
 */
export class MaxPool2d<Indices extends boolean = false> extends MaxPool<Size2d, Indices> {
  static override readonly name: string = "MaxPool2d";

  constructor(
    kernelSize: Size2d | ByName<"kernelSize", Size2d, WithReturn<MaxPool2dOptions, Indices>>,
    ...rest: MaxPoolArguments<MaxPool2dOptions, Size2d, Indices>
  ) {
    [kernelSize, rest] = inPlace<Size2d, typeof rest>("MaxPool2d", "kernelSize", kernelSize, rest);
    super("MaxPool2d", 2, kernelSize, rest);
  }
}

/**
 * The largest element of each window.
 * Shape: (N, C, D, H, W) → (N, C, D', H', W') or (C, D, H, W) → (C, D', H', W'), with D' = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) /
 * stride⌋ + 1, and H' and W' likewise. Options may stand behind the size in PyTorch's order; the default stride is the window's size. With
 * `returnIndices: true` it gives `{ output, indices }`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxPool3d.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool3d } from "@bernoulli/nn";
 * new MaxPool3d(2, 2)(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 7, 7, 7]
 * new MaxPool3d(3, { stride: 2 })(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 7, 7, 7]
 * ```
 */
export class MaxPool3d<Indices extends boolean = false> extends MaxPool<Size3d, Indices> {
  static override readonly name: string = "MaxPool3d";

  constructor(
    kernelSize: Size3d | ByName<"kernelSize", Size3d, WithReturn<MaxPool3dOptions, Indices>>,
    ...rest: MaxPoolArguments<MaxPool3dOptions, Size3d, Indices>
  ) {
    [kernelSize, rest] = inPlace<Size3d, typeof rest>("MaxPool3d", "kernelSize", kernelSize, rest);
    super("MaxPool3d", 3, kernelSize, rest);
  }
}
