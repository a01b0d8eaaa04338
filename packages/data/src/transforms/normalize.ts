// Normalize: what images, or whole batches inside the step, are scaled and shifted by.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  DTypeError,
  isFloating,
  ShapeError,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { tuple } from "./sizes.js";
import { Transform } from "./transform.js";

export interface NormalizeOptions {
  /** What is subtracted of each channel, after bytes were scaled to [0, 1]. */
  readonly mean: readonly number[];
  /** What each channel is then divided by: positive. */
  readonly std: readonly number[];
}

/**
 * Normalises the channels of images. Bytes become float32: (x / 255 − mean) / std, each operation rounded to float32,
 * which is what torchvision's `ToTensor` and `Normalize` give, to the last bit. Floating point images are taken to be
 * scaled already: (x − mean) / std, in their dtype.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.Normalize.html.
 *
 * Shapes: (N, C, H, W) or (C, H, W) → the same, C being the length of `mean` and `std`.
 *
 * @throws ArgumentError unless `mean` and `std` are equally long, finite, and no std is zero. When called: ShapeError
 * for images of another number of channels, DTypeError unless they are uint8, float32 or float64.
 * @example
 * ```ts
 * import { Normalize } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const normalize = new Normalize({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] });
 * normalize(tensor(Uint8Array.of(0, 255, 51)).view(1, 3, 1, 1)).flatten().toArray(); // → [-1, 1, -0.6]
 * ```
 */
export class Normalize extends Transform {
  static override readonly name: string = "Normalize";
  readonly mean: readonly number[];
  readonly std: readonly number[];

  constructor(...given: [options: NormalizeOptions] | [mean: readonly number[], std: readonly number[]]) {
    super();
    const [first, second] = given;
    const options = Array.isArray(first) ? { mean: first as number[], std: second! } : (first as NormalizeOptions);
    checkOptions("Normalize", options, { mean: "numbers", std: "numbers" });
    const { mean, std } = options;
    for (const [name, values] of Object.entries({ mean, std })) checkArgument("Normalize", name, values, "numbers");
    if (mean.length === 0 || mean.length !== std.length) {
      throw new ArgumentError(
        `Normalize: expected a mean and a std for each channel, got ${mean.length} and ${std.length}`,
      );
    }
    if (![...mean, ...std].every(Number.isFinite) || std.some((value) => Math.fround(value) === 0)) {
      throw new ArgumentError(
        `Normalize: expected finite numbers and no std of zero (division by zero), got mean [${mean.join(", ")}] and std [${std.join(", ")}]`,
      );
    }
    this.mean = mean;
    this.std = std;
  }

  transform(images: Tensor): Tensor {
    return normalize(images, this.mean, this.std);
  }

  protected override extraRepr(): string {
    return `mean=${tuple(this.mean)}, std=${tuple(this.std)}`;
  }
}

function normalize(images: Tensor, mean: readonly number[], std: readonly number[]): Tensor {
  checkArgument("Normalize", "images", images, "Tensor");
  const channels = mean.length;
  if ((images.ndim !== 3 && images.ndim !== 4) || images.size(-3) !== channels) {
    throw new ShapeError(
      `Normalize: expected images of shape (N, ${channels}, H, W) or (${channels}, H, W), one channel for each mean, ` +
        `got [${images.shape.join(", ")}]`,
    );
  }
  if (images.dtype !== "uint8" && !isFloating(images.dtype)) {
    throw new DTypeError(
      `Normalize: expected images of dtype uint8, float32 or float64, got ${images.dtype}; convert with .to("float32")`,
    );
  }
  const scaled = images.dtype === "uint8" ? images.to("float32").div(255) : images;
  const perChannel = (values: readonly number[]): Tensor =>
    tensor(values, { dtype: scaled.dtype, device: images.device }).view(channels, 1, 1);
  return scaled.sub(perChannel(mean)).div(perChannel(std));
}
