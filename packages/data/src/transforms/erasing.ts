// RandomErasing: a rectangle of images wiped out by chance. What is drawn is what torchvision draws.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describeAll,
  type Generator,
  type Kinds,
  optionsOf,
  type Positional,
  randn,
  ShapeError,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { cropped } from "./crops.js";
import { checkChance, drawBelow, drawUniform } from "./draws.js";
import { checkParts, drawSides, type Ends, logarithmsOf } from "./parts.js";
import { floats, tuple } from "./sizes.js";
import { type Batching, batching, type ImageShape, Transform } from "./transform.js";

export interface RandomErasingOptions {
  /** How likely it is, in [0, 1]. Default 0.5. */
  readonly p?: number;
  /** The part of the area that is erased, at least and at most, in [0, 1]. Default [0.02, 0.33]. */
  readonly scale?: Ends;
  /** Its height by its width, at least and at most. Default [0.3, 3.3]. */
  readonly ratio?: Ends;
  /** What stands there: a number, one for each channel, or normal noise for each pixel. Default 0. */
  readonly value?: number | readonly number[] | "random";
  /** Whether the image itself is written to. Default false. */
  readonly inplace?: boolean;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const kinds: Kinds<RandomErasingOptions> = {
  p: "number",
  scale: "numbers",
  ratio: "numbers",
  value: "anything",
  inplace: "boolean",
  generator: "Generator",
};

/** The rectangle, and the noise in it, where it is noise. */
interface Erased {
  readonly window: readonly [top: number, left: number, height: number, width: number] | null;
  readonly noise?: Tensor | null;
}

/** Writes the rectangle of one image of a batch, row by row: an op each would take longer than all the pixels. */
function eraseAt(
  pixels: Uint8Array | Float32Array,
  [channels, rows, columns]: ImageShape,
  image: number,
  { window, noise }: Erased,
  values: ArrayLike<number | bigint> | null,
): void {
  if (window === null) return;
  const [top, left, height, width] = window;
  const drawn = noise?.toTypedArray() as Float32Array | undefined;
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < height; y++) {
      const begin = ((image * channels + channel) * rows + top + y) * columns + left;
      if (drawn === undefined) pixels.fill(Number(values![values!.length === 1 ? 0 : channel]), begin, begin + width);
      else pixels.set(drawn.subarray((channel * height + y) * width, (channel * height + y + 1) * width), begin);
    }
}

/**
 * Wipes out a drawn rectangle of images, one for all of a batch, or nothing: whether is drawn first, then area and ratio until the rectangle is smaller
 * than the image, ten times at most; then the noise, and the place. Shape: (*, C, H, W) → the same. After Zhong et al., Random Erasing Data
 * Augmentation, 2017. See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomErasing.html.
 *
 * @throws ArgumentError for a probability or scale outside of [0, 1], ends that are none, and noise for bytes, which would leave them 0 or wrap around;
 * ShapeError, when called, for fewer than three dimensions, or values for another number of channels.
 * @example
 * ```ts
 * import { RandomErasing } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * String(new RandomErasing()); // → "RandomErasing(p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False)"
 * new RandomErasing({ p: 1, scale: [0.25, 0.25], ratio: [1, 1] })(ones(1, 4, 4)).sum().item(); // → 12
 * ```
 */
export class RandomErasing extends Transform {
  static override readonly name: string = "RandomErasing";
  readonly p: number;
  readonly scale: Ends;
  readonly ratio: Ends;
  readonly #logarithms: Ends;
  readonly value: number | readonly number[] | "random";
  readonly inplace: boolean;
  readonly generator: Generator | undefined;

  constructor(...rest: Positional<RandomErasingOptions, ["p", "scale", "ratio", "value", "inplace"]>) {
    super();
    const options = optionsOf<RandomErasingOptions>("RandomErasing", ["p", "scale", "ratio", "value", "inplace"], rest);
    checkOptions("RandomErasing", options, kinds);
    const { p = 0.5, scale = [0.02, 0.33], ratio = [0.3, 3.3], value = 0, inplace = false, generator } = options;
    checkChance("RandomErasing", p);
    checkParts("RandomErasing", scale, ratio, 1);
    const isValue =
      typeof value === "number" || (Array.isArray(value) && [...value].every((one) => typeof one === "number"));
    if (!isValue && value !== "random")
      throw new ArgumentError(
        `RandomErasing: Argument value should be either a number or a sequence, or 'random', but got ${describeAll(value)}`,
      );
    this.p = p;
    this.scale = scale;
    this.ratio = ratio;
    this.#logarithms = logarithmsOf(ratio);
    this.value = value;
    this.inplace = inplace;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument("RandomErasing", "image", image, "Tensor");
    if (image.ndim < 3)
      throw new ShapeError(`RandomErasing: expected images of shape (…, C, H, W), got [${image.shape.join(", ")}]`);
    const shape = image.shape.slice(-3) as unknown as ImageShape;
    const values = this.#values(image, shape[0]);
    const drawn = this.#draw(shape);
    if (drawn === null) return image;
    const result = this.inplace ? image : image.clone();
    this.#erase(result, drawn, values);
    return result;
  }

  /** Null where it stays as it is; without a rectangle, where none was found, or nothing of one. */
  #draw([channels, rows, columns]: ImageShape): Erased | null {
    const { generator } = this;
    if (drawUniform(generator) >= this.p) return null;
    for (let attempt = 0; attempt < 10; attempt++) {
      const [height, width] = drawSides(rows * columns, this.scale, this.#logarithms, generator);
      if (height >= rows || width >= columns) continue;
      const noise =
        this.value === "random" ? randn([channels, height, width], generator === undefined ? {} : { generator }) : null;
      const top = drawBelow(rows - height + 1, generator);
      const left = drawBelow(columns - width + 1, generator);
      return height > 0 && width > 0 ? { window: [top, left, height, width], noise } : { window: null };
    }
    return { window: null };
  }

  #erase(image: Tensor, { window, noise = null }: Erased, values: Tensor | null): void {
    if (window === null) return;
    const [top, left, height, width] = window;
    cropped(image, top, left, [height, width]).copy_((noise ?? values)!);
  }

  /** Whether `inplace` or not: a batch is nobody's yet. */
  override get [batching](): Batching<Erased | null> {
    return {
      draw: (shape) => this.#draw(shape),
      apply: (images, drawn) => {
        const shape = images.shape.slice(1) as unknown as ImageShape;
        const values = this.#values(images, shape[0])?.to(images.dtype).toTypedArray() ?? null;
        const pixels = images.toTypedArray() as Uint8Array | Float32Array;
        for (const [at, erased] of drawn.entries()) if (erased !== null) eraseAt(pixels, shape, at, erased, values);
        return tensor(pixels).view(...images.shape);
      },
      isOfFloats: true,
    };
  }

  /** By channel, (C or 1, 1, 1); null for noise. */
  #values(image: Tensor, channels: number): Tensor | null {
    if (this.value === "random") {
      if (image.dtype === "uint8")
        throw new ArgumentError(
          'RandomErasing: a value of "random" is noise of mean 0 and deviation 1, which bytes cannot hold; put ToTensor in front of it',
        );
      return null;
    }
    const values = typeof this.value === "number" ? [this.value] : this.value;
    if (values.length !== 1 && values.length !== channels)
      throw new ShapeError(
        `RandomErasing: If value is a sequence, it should have either a single value or ${channels} (number of input channels), but it has ${values.length}`,
      );
    return tensor(values, { dtype: "float32", device: image.device }).view(-1, 1, 1);
  }

  protected override extraRepr(): string {
    const { p, scale, ratio, value, inplace } = this;
    const written = typeof value === "object" ? tuple(value) : value;
    return `p=${p}, scale=${floats(scale)}, ratio=${floats(ratio)}, value=${written}, inplace=${inplace ? "True" : "False"}`;
  }
}
