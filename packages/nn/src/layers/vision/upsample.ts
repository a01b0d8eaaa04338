// Upsample, UpsamplingNearest2d and UpsamplingBilinear2d: images made larger or smaller.

import {
  checkOptions,
  type InterpolateMode,
  interpolate,
  optionsOf,
  type Positional,
  type Tensor,
  type UpsampleOptions,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";

type Places = ["size", "scaleFactor", "mode", "alignCorners", "recomputeScaleFactor"];
const names: Readonly<Places> = ["size", "scaleFactor", "mode", "alignCorners", "recomputeScaleFactor"];

/** A factor as Python prints a float. */
const float = (value: number) => (Number.isInteger(value) ? `${value}.0` : python(value));

/**
 * The input with other sizes behind its channels: `size`, or `scaleFactor` times as large; options may stand in PyTorch's order.
 * Shape: (N, C, L) → (N, C, L'), (N, C, H, W) → (N, C, H', W') or (N, C, D, H, W) → (N, C, D', H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html.
 *
 * @throws ArgumentError, when called, unless one of `size` and `scaleFactor` is given, and the options go with the mode; ShapeError for dimensions
 * that the mode does not take.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Upsample } from "@bernoulli/nn";
 * const up = new Upsample({ scaleFactor: 2, mode: "bilinear" });
 * up(ones(1, 3, 4, 5)).shape; // → [1, 3, 8, 10]
 * String(up); // → "Upsample(scale_factor=2.0, mode='bilinear')"
 * ```
 */
export class Upsample extends Module {
  static override readonly name: string = "Upsample";
  readonly size: number | readonly number[] | null;
  readonly scaleFactor: number | readonly number[] | null;
  readonly mode: InterpolateMode;
  readonly alignCorners: boolean | null;
  readonly recomputeScaleFactor: boolean | null;

  constructor(...rest: Positional<UpsampleOptions, Places>) {
    super();
    const options = optionsOf<UpsampleOptions>(new.target.name, names, rest);
    checkOptions(new.target.name, options, names);
    this.size = options.size ?? null;
    this.scaleFactor = options.scaleFactor ?? null;
    this.mode = options.mode ?? "nearest";
    this.alignCorners = options.alignCorners ?? null;
    this.recomputeScaleFactor = options.recomputeScaleFactor ?? null;
  }

  forward(input: Tensor): Tensor {
    const { size, scaleFactor, mode, alignCorners, recomputeScaleFactor } = this;
    return interpolate(input, { size, scaleFactor, mode, alignCorners, recomputeScaleFactor });
  }

  override extraRepr(): string {
    const { size, scaleFactor, mode } = this;
    const factor = Array.isArray(scaleFactor)
      ? `(${(scaleFactor as readonly number[]).map(float).join(", ")}${scaleFactor.length === 1 ? "," : ""})`
      : scaleFactor === null
        ? null
        : float(scaleFactor as number);
    return `${factor === null ? `size=${python(size)}` : `scale_factor=${factor}`}, mode='${mode}'`;
  }
}

type SizePlaces = ["size", "scaleFactor"];

/**
 * {@link Upsample} by the nearest element. Shape: (N, C, H, W) → (N, C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.UpsamplingNearest2d.html.
 *
 * @throws as {@link Upsample}.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { UpsamplingNearest2d } from "@bernoulli/nn";
 * new UpsamplingNearest2d({ scaleFactor: 2 })(ones(1, 3, 4, 5)).shape; // → [1, 3, 8, 10]
 * ```
 */
export class UpsamplingNearest2d extends Upsample {
  static override readonly name: string = "UpsamplingNearest2d";

  constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>) {
    super({ ...sizesOf("UpsamplingNearest2d", rest), mode: "nearest" });
  }
}

/**
 * {@link Upsample} between four elements, whose corners are the result's. Shape: (N, C, H, W) → (N, C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.UpsamplingBilinear2d.html.
 *
 * @throws as {@link Upsample}.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { UpsamplingBilinear2d } from "@bernoulli/nn";
 * new UpsamplingBilinear2d({ size: 7 })(ones(1, 3, 4, 5)).shape; // → [1, 3, 7, 7]
 * ```
 */
export class UpsamplingBilinear2d extends Upsample {
  static override readonly name: string = "UpsamplingBilinear2d";

  constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>) {
    super({ ...sizesOf("UpsamplingBilinear2d", rest), mode: "bilinear", alignCorners: true });
  }
}

function sizesOf(owner: string, rest: readonly unknown[]): Pick<UpsampleOptions, "size" | "scaleFactor"> {
  const options = optionsOf<Pick<UpsampleOptions, "size" | "scaleFactor">>(owner, ["size", "scaleFactor"], rest);
  checkOptions(owner, options, ["size", "scaleFactor"]);
  return options;
}
