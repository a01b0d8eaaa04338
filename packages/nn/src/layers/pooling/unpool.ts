// MaxUnpool1d, MaxUnpool2d and MaxUnpool3d: what a max pooling gave, back where it stood.

import {
  type ByName,
  checkOptions,
  inPlace,
  type MaxUnpool1dOptions,
  type MaxUnpool2dOptions,
  type MaxUnpool3dOptions,
  maxUnpool1d,
  maxUnpool2d,
  maxUnpool3d,
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

/** The result's sizes behind its channels, or its whole shape; as an option, or in its place. */
type OutputSize = Positional<{ readonly outputSize?: readonly number[] }, ["outputSize"]>;

const unpools = { 1: maxUnpool1d, 2: maxUnpool2d, 3: maxUnpool3d };

/** What the three share. */
abstract class MaxUnpool extends Module {
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  private readonly dims: Dims;

  constructor(owner: string, dims: Dims, kernelSize: Size, rest: readonly unknown[]) {
    super();
    const options = optionsOf<{ readonly stride?: Size; readonly padding?: Size }>(owner, ["stride", "padding"], rest);
    checkOptions(owner, options, ["stride", "padding"]);
    this.kernelSize = checkSizes(owner, "kernelSize", kernelSize, dims);
    this.stride = checkSizes(owner, "stride", options.stride ?? kernelSize, dims);
    this.padding = checkSizes(owner, "padding", options.padding ?? 0, dims, 0);
    this.dims = dims;
  }

  forward(input: Tensor, indices: Tensor, ...rest: OutputSize): Tensor {
    const { kernelSize, stride, padding } = this;
    const options = optionsOf<{ readonly outputSize?: readonly number[] }>("MaxUnpool", ["outputSize"], rest);
    checkOptions("MaxUnpool", options, ["outputSize"]);
    const unpool = unpools[this.dims] as (...given: unknown[]) => Tensor;
    return unpool(input, indices, kernelSize, { stride, padding, ...options });
  }

  override extraRepr(): string {
    return `kernel_size=${python(this.kernelSize)}, stride=${python(this.stride)}, padding=${python(this.padding)}`;
  }
}

/**
 * What {@link MaxPool1d} gave with `returnIndices: true`, back where it stood, among zeros. Shape: (N, C, L') and indices alike → (N, C, L) or
 * (C, L') → (C, L), with L = (L' − 1) · stride − 2 · padding + kernel, or `outputSize`, the call's third argument.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxUnpool1d.html.
 *
 * @throws ArgumentError for sizes out of range; when called ShapeError, IndexError or ArgumentError for what does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool1d, MaxUnpool1d } from "@bernoulli/nn";
 * const { output, indices } = new MaxPool1d(2, { returnIndices: true })(ones(1, 8, 15));
 * new MaxUnpool1d(2)(output, indices, [15]).shape; // → [1, 8, 15]
 * ```
 */
export class MaxUnpool1d extends MaxUnpool {
  static override readonly name: string = "MaxUnpool1d";

  constructor(
    kernelSize: Size1d | ByName<"kernelSize", Size1d, Omit<MaxUnpool1dOptions, "outputSize">>,
    ...rest: Positional<Omit<MaxUnpool1dOptions, "outputSize">, ["stride", "padding"]>
  ) {
    [kernelSize, rest] = inPlace<Size1d, typeof rest>("MaxUnpool1d", "kernelSize", kernelSize, rest);
    super("MaxUnpool1d", 1, kernelSize, rest);
  }
}

/**
 * What {@link MaxPool2d} gave with `returnIndices: true`, back where it stood, among zeros. Shape: (N, C, H', W') and indices alike → (N, C, H, W) or
 * (C, H', W') → (C, H, W), with H = (H' − 1) · stride − 2 · padding + kernel, and W likewise, or `outputSize`, the call's third argument.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxUnpool2d.html.
 *
 * @throws ArgumentError for sizes out of range; when called ShapeError, IndexError or ArgumentError for what does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool2d, MaxUnpool2d } from "@bernoulli/nn";
 * const { output, indices } = new MaxPool2d(2, { returnIndices: true })(ones(1, 8, 15, 15));
 * new MaxUnpool2d(2)(output, indices, [15, 15]).shape; // → [1, 8, 15, 15]
 * ```
 */
export class MaxUnpool2d extends MaxUnpool {
  static override readonly name: string = "MaxUnpool2d";

  constructor(
    kernelSize: Size2d | ByName<"kernelSize", Size2d, Omit<MaxUnpool2dOptions, "outputSize">>,
    ...rest: Positional<Omit<MaxUnpool2dOptions, "outputSize">, ["stride", "padding"]>
  ) {
    [kernelSize, rest] = inPlace<Size2d, typeof rest>("MaxUnpool2d", "kernelSize", kernelSize, rest);
    super("MaxUnpool2d", 2, kernelSize, rest);
  }
}

/**
 * What {@link MaxPool3d} gave with `returnIndices: true`, back where it stood, among zeros. Shape: (N, C, D', H', W') and indices alike → (N, C, D, H, W) or
 * (C, D', H', W') → (C, D, H, W), with D = (D' − 1) · stride − 2 · padding + kernel, and H and W likewise, or `outputSize`, the call's third argument.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MaxUnpool3d.html.
 *
 * @throws ArgumentError for sizes out of range; when called ShapeError, IndexError or ArgumentError for what does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MaxPool3d, MaxUnpool3d } from "@bernoulli/nn";
 * const { output, indices } = new MaxPool3d(2, { returnIndices: true })(ones(1, 8, 15, 15, 15));
 * new MaxUnpool3d(2)(output, indices, [15, 15, 15]).shape; // → [1, 8, 15, 15, 15]
 * ```
 */
export class MaxUnpool3d extends MaxUnpool {
  static override readonly name: string = "MaxUnpool3d";

  constructor(
    kernelSize: Size3d | ByName<"kernelSize", Size3d, Omit<MaxUnpool3dOptions, "outputSize">>,
    ...rest: Positional<Omit<MaxUnpool3dOptions, "outputSize">, ["stride", "padding"]>
  ) {
    [kernelSize, rest] = inPlace<Size3d, typeof rest>("MaxUnpool3d", "kernelSize", kernelSize, rest);
    super("MaxUnpool3d", 3, kernelSize, rest);
  }
}
