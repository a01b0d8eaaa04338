// The layers of adaptive pooling: as many windows as are asked for.

import {
  type AdaptiveSize1d,
  type AdaptiveSize2d,
  type AdaptiveSize3d,
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
  type ByName,
  checkArgument,
  checkOptions,
  inPlace,
  type MaxPoolResult,
  optionsOf,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import type { Pooled } from "./maximum.js";

type AdaptiveSize = AdaptiveSize1d | AdaptiveSize2d | AdaptiveSize3d;

/** What they all share. */
abstract class AdaptivePool<Given extends AdaptiveSize> extends Module {
  readonly outputSize: Given;

  constructor(owner: string, outputSize: Given) {
    super();
    const sizes = (Array.isArray(outputSize) ? outputSize : [outputSize]) as readonly (number | null)[];
    for (const size of sizes) if (size !== null) checkArgument(owner, "outputSize", size, "count");
    this.outputSize = outputSize;
  }

  override extraRepr(): string {
    const { outputSize } = this;
    return `output_size=${Array.isArray(outputSize) ? `(${outputSize.map((size: number | null) => python(size)).join(", ")}${outputSize.length === 1 ? "," : ""})` : python(outputSize as number | null)}`;
  }
}

/** Whether where the largest stood is given too, as an option or in its place. */
type IndicesPlace<Indices extends boolean> =
  | readonly [options?: { readonly returnIndices?: Indices }]
  | readonly [returnIndices: Indices];

/** What those of the largest share. */
abstract class AdaptiveMaxPool<Given extends AdaptiveSize, Indices extends boolean> extends AdaptivePool<Given> {
  readonly returnIndices: boolean;
  private readonly pool: (
    input: Tensor,
    size: Given,
    options: { readonly returnIndices: boolean },
  ) => Tensor | MaxPoolResult;

  constructor(
    owner: string,
    outputSize: Given,
    rest: readonly unknown[],
    pool: (input: Tensor, size: Given, options: { readonly returnIndices: boolean }) => Tensor | MaxPoolResult,
  ) {
    super(owner, outputSize);
    const options = optionsOf<{ readonly returnIndices?: boolean }>(owner, ["returnIndices"], rest);
    checkOptions(owner, options, { returnIndices: "boolean" });
    this.returnIndices = options.returnIndices ?? false;
    this.pool = pool;
  }

  forward(input: Tensor): Pooled<Indices> {
    return this.pool(input, this.outputSize, { returnIndices: this.returnIndices }) as Pooled<Indices>;
  }
}

/**
 * The means of `outputSize` windows that share the input out among them. Shape: (N, C, L) → (N, C, outputSize) or (C, L) → (C, outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveAvgPool1d } from "@bernoulli/nn";
 * new AdaptiveAvgPool1d(5)(ones(1, 8, 15)).shape; // → [1, 8, 5]
 * ```
 */
export class AdaptiveAvgPool1d extends AdaptivePool<AdaptiveSize1d> {
  static override readonly name: string = "AdaptiveAvgPool1d";

  constructor(outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d>) {
    [outputSize] = inPlace<AdaptiveSize1d, []>("AdaptiveAvgPool1d", "outputSize", outputSize, []);
    super("AdaptiveAvgPool1d", outputSize);
  }

  forward(input: Tensor): Tensor {
    return adaptiveAvgPool1d(input, this.outputSize);
  }
}

/**
 * The means of `outputSize` windows that share the input out among them, as many along both dimensions, or [rows, columns]; null leaves a
 * dimension as it is.
 * Shape: (N, C, H, W) → (N, C, rows, columns) or (C, H, W) → (C, rows, columns).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveAvgPool2d } from "@bernoulli/nn";
 * new AdaptiveAvgPool2d(5)(ones(1, 8, 15, 15)).shape; // → [1, 8, 5, 5]
 * ```
 */
export class AdaptiveAvgPool2d extends AdaptivePool<AdaptiveSize2d> {
  static override readonly name: string = "AdaptiveAvgPool2d";

  constructor(outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d>) {
    [outputSize] = inPlace<AdaptiveSize2d, []>("AdaptiveAvgPool2d", "outputSize", outputSize, []);
    super("AdaptiveAvgPool2d", outputSize);
  }

  forward(input: Tensor): Tensor {
    return adaptiveAvgPool2d(input, this.outputSize);
  }
}

/**
 * The means of `outputSize` windows that share the input out among them, as many along all dimensions, or one number each; null leaves a
 * dimension as it is.
 * Shape: (N, C, D, H, W) → (N, C, …outputSize) or (C, D, H, W) → (C, …outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveAvgPool3d } from "@bernoulli/nn";
 * new AdaptiveAvgPool3d(5)(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 5, 5, 5]
 * ```
 */
export class AdaptiveAvgPool3d extends AdaptivePool<AdaptiveSize3d> {
  static override readonly name: string = "AdaptiveAvgPool3d";

  constructor(outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d>) {
    [outputSize] = inPlace<AdaptiveSize3d, []>("AdaptiveAvgPool3d", "outputSize", outputSize, []);
    super("AdaptiveAvgPool3d", outputSize);
  }

  forward(input: Tensor): Tensor {
    return adaptiveAvgPool3d(input, this.outputSize);
  }
}

/**
 * The largest elements of windows that share the input out among them, as {@link AdaptiveAvgPool1d}'s. With `returnIndices: true` it gives
 * `{ output, indices }`. Shape: (N, C, L) → (N, C, outputSize) or (C, L) → (C, outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveMaxPool1d } from "@bernoulli/nn";
 * new AdaptiveMaxPool1d(5)(ones(1, 8, 15)).shape; // → [1, 8, 5]
 * ```
 */
export class AdaptiveMaxPool1d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize1d, Indices> {
  static override readonly name: string = "AdaptiveMaxPool1d";

  constructor(
    outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d, { readonly returnIndices?: Indices }>,
    ...rest: IndicesPlace<Indices>
  ) {
    [outputSize, rest] = inPlace<AdaptiveSize1d, typeof rest>("AdaptiveMaxPool1d", "outputSize", outputSize, rest);
    super("AdaptiveMaxPool1d", outputSize, rest, adaptiveMaxPool1d);
  }
}

/**
 * The largest elements of windows that share the input out among them, as {@link AdaptiveAvgPool2d}'s. With `returnIndices: true` it gives
 * `{ output, indices }`. Shape: (N, C, H, W) → (N, C, rows, columns) or (C, H, W) → (C, rows, columns).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveMaxPool2d } from "@bernoulli/nn";
 * new AdaptiveMaxPool2d(5)(ones(1, 8, 15, 15)).shape; // → [1, 8, 5, 5]
 * ```
 */
export class AdaptiveMaxPool2d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize2d, Indices> {
  static override readonly name: string = "AdaptiveMaxPool2d";

  constructor(
    outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d, { readonly returnIndices?: Indices }>,
    ...rest: IndicesPlace<Indices>
  ) {
    [outputSize, rest] = inPlace<AdaptiveSize2d, typeof rest>("AdaptiveMaxPool2d", "outputSize", outputSize, rest);
    super("AdaptiveMaxPool2d", outputSize, rest, adaptiveMaxPool2d);
  }
}

/**
 * The largest elements of windows that share the input out among them, as {@link AdaptiveAvgPool3d}'s. With `returnIndices: true` it gives
 * `{ output, indices }`. Shape: (N, C, D, H, W) → (N, C, …outputSize) or (C, D, H, W) → (C, …outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html.
 *
 * @throws ArgumentError for sizes that are no whole numbers; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdaptiveMaxPool3d } from "@bernoulli/nn";
 * new AdaptiveMaxPool3d(5)(ones(1, 8, 15, 15, 15)).shape; // → [1, 8, 5, 5, 5]
 * ```
 */
export class AdaptiveMaxPool3d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize3d, Indices> {
  static override readonly name: string = "AdaptiveMaxPool3d";

  constructor(
    outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d, { readonly returnIndices?: Indices }>,
    ...rest: IndicesPlace<Indices>
  ) {
    [outputSize, rest] = inPlace<AdaptiveSize3d, typeof rest>("AdaptiveMaxPool3d", "outputSize", outputSize, rest);
    super("AdaptiveMaxPool3d", outputSize, rest, adaptiveMaxPool3d);
  }
}
