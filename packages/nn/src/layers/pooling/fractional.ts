// FractionalMaxPool2d and FractionalMaxPool3d: the largest elements of windows whose distances are drawn at each call.

import {
  ArgumentError,
  checkOptions,
  describeAll,
  type MaxPoolResult,
  optionsOf,
  type Tensor,
} from "@bernoulli/tensor";
import { enroll } from "../../callable.js";
import {
  type FractionalMaxPoolOptions,
  fractionalKinds,
  fractionalMaxPool2d,
  fractionalMaxPool3d,
  fractionalPlaces,
  numbersFor,
} from "../../functional/fractional.js";
import { Module } from "../../module.js";
import type { Pooled } from "./maximum.js";

type Sizes = number | readonly number[];

export interface FractionalMaxPoolLayerOptions<Indices extends boolean> extends FractionalMaxPoolOptions {
  readonly returnIndices?: Indices;
}

/** Behind the kernel's size: options, or the first of them in PyTorch's order. */
type Rest<Indices extends boolean> =
  | readonly [options: FractionalMaxPoolLayerOptions<Indices>]
  | readonly [outputSize: Sizes | null, options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize">]
  | readonly [
      outputSize: Sizes | null,
      outputRatio: Sizes | null,
      options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize" | "outputRatio">,
    ]
  | readonly [outputSize: Sizes | null, outputRatio: Sizes | null, returnIndices: Indices];

abstract class FractionalMaxPool<Indices extends boolean> extends Module {
  readonly kernelSize: readonly number[];
  readonly outputSize: readonly number[] | null;
  readonly outputRatio: readonly number[] | null;
  readonly returnIndices: boolean;
  /** What the windows' places follow from where it is not drawn, or null; the buffer `_random_samples`. */
  declare randomSamples: Tensor | null;

  constructor(owner: string, dims: 2 | 3, kernelSize: Sizes, rest: readonly unknown[]) {
    super();
    const options = optionsOf<FractionalMaxPoolOptions>(owner, fractionalPlaces, rest);
    checkOptions(owner, options, fractionalKinds);
    const { outputSize = null, outputRatio = null, returnIndices = false, randomSamples = null } = options;
    this.kernelSize = numbersFor(owner, "kernelSize", kernelSize, dims);
    if (outputSize === null && outputRatio === null)
      throw new ArgumentError(`${owner} requires specifying either an output size, or a pooling ratio`);
    if (outputSize !== null && outputRatio !== null)
      throw new ArgumentError(`${owner}: only one of outputSize and outputRatio may be specified`);
    this.outputSize = outputSize === null ? null : numbersFor(owner, "outputSize", outputSize, dims);
    this.outputRatio = outputRatio === null ? null : numbersFor(owner, "outputRatio", outputRatio, dims, false);
    if (this.outputRatio?.some((ratio) => !(ratio > 0 && ratio < 1)))
      throw new ArgumentError(`${owner}: outputRatio must be between 0 and 1 (got ${describeAll(outputRatio)})`);
    this.returnIndices = returnIndices;
    this[enroll](
      { kind: "buffer", key: "_random_samples", property: "randomSamples", persistent: true },
      randomSamples,
    );
  }

  protected abstract pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;

  forward(input: Tensor): Pooled<Indices> {
    const { outputSize, outputRatio, returnIndices, randomSamples } = this;
    return this.pool(input, { outputSize, outputRatio, returnIndices, randomSamples }) as Pooled<Indices>;
  }
}

/**
 * The largest element of each of `outputSize` windows, whose distances are drawn at each call, for each image and channel; or of a share of the image's
 * size, `outputRatio`. With `returnIndices: true` it gives `{ output, indices }`. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.FractionalMaxPool2d.html; Graham, 2014.
 *
 * @throws ArgumentError unless there is either a size or a ratio, each in its range; ShapeError, when called, for other dimensions, or if the windows do
 * not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { FractionalMaxPool2d } from "@bernoulli/nn";
 * new FractionalMaxPool2d(3, { outputSize: [13, 12] })(ones(2, 4, 50, 32)).shape; // → [2, 4, 13, 12]
 * new FractionalMaxPool2d(3, { outputRatio: 0.5 })(ones(2, 4, 50, 32)).shape; // → [2, 4, 25, 16]
 * ```
 */
export class FractionalMaxPool2d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
  static override readonly name: string = "FractionalMaxPool2d";

  constructor(kernelSize: Sizes, ...rest: Rest<Indices>) {
    super("FractionalMaxPool2d", 2, kernelSize, rest);
  }

  protected override pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult {
    return fractionalMaxPool2d(input, this.kernelSize, options);
  }
}

/**
 * The largest element of each of `outputSize` windows of volumes, as of {@link FractionalMaxPool2d}. Shape: (N, C, D, H, W) → (N, C, D', H', W') or
 * (C, D, H, W) → (C, D', H', W'). See https://pytorch.org/docs/stable/generated/torch.nn.FractionalMaxPool3d.html; Graham, 2014.
 *
 * @throws ArgumentError unless there is either a size or a ratio, each in its range; ShapeError, when called, for other dimensions, or if the windows do
 * not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { FractionalMaxPool3d } from "@bernoulli/nn";
 * new FractionalMaxPool3d(3, { outputSize: 4 })(ones(2, 1, 8, 8, 8)).shape; // → [2, 1, 4, 4, 4]
 * ```
 */
export class FractionalMaxPool3d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
  static override readonly name: string = "FractionalMaxPool3d";

  constructor(kernelSize: Sizes, ...rest: Rest<Indices>) {
    super("FractionalMaxPool3d", 3, kernelSize, rest);
  }

  protected override pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult {
    return fractionalMaxPool3d(input, this.kernelSize, options);
  }
}
