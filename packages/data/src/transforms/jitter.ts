// ColorJitter, Grayscale, RandomGrayscale: colours changed by chance. What is drawn is what torchvision draws; what is done is color.ts's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describeAll,
  type Generator,
  optionsOf,
  type Positional,
  randperm,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { adjusted, channelsOf, type GrayscaleOptions, outputChannelsOf, rgbToGrayscale } from "./color.js";
import { chanceOf, drawBetween, drawUniform } from "./draws.js";
import { floats } from "./sizes.js";
import { type Batching, batching, Transform } from "./transform.js";

/** How much: from 1 − it, or 0, to 1 + it; or the least and the most. */
export type Jitter = number | readonly [least: number, most: number];

export interface ColorJitterOptions {
  /** How much brighter or darker. Default 0: it stays. */
  readonly brightness?: Jitter;
  /** How much more or less contrast. Default 0: it stays. */
  readonly contrast?: Jitter;
  /** How much more or less colour. Default 0: it stays. */
  readonly saturation?: Jitter;
  /** By which part of a turn hues move, to both sides: at most 0.5. Default 0: they stay. */
  readonly hue?: Jitter;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

type Range = readonly [least: number, most: number];

/** The range of factors; null where nothing would change. */
function rangeOf(name: string, jitter: Jitter, center: 0 | 1): Range | null {
  const bound: Range = center === 1 ? [0, Number.POSITIVE_INFINITY] : [-0.5, 0.5];
  let range = jitter as Range;
  if (typeof jitter === "number") {
    if (!(jitter >= 0))
      throw new ArgumentError(
        `ColorJitter: If ${name} is a single number, it must be non negative, but got ${String(jitter)}`,
      );
    range = [center === 1 ? Math.max(1 - jitter, 0) : -jitter, center + jitter];
  }
  if (!Array.isArray(range) || range.length !== 2 || range.some((end) => typeof end !== "number"))
    throw new ArgumentError(
      `ColorJitter: ${name} should be a single number or a list/tuple with length 2, but got ${describeAll(jitter)}`,
    );
  const [least, most] = range;
  if (!(bound[0] <= least && least <= most && most <= bound[1]))
    throw new ArgumentError(
      `ColorJitter: ${name} values should be between ${floats(bound)}, but got [${range.join(", ")}]`,
    );
  return least === center && most === center ? null : [least, most];
}

const places = ["brightness", "contrast", "saturation", "hue"] as const;

/** What ColorJitter draws: the order of `places`, and the factor of each; null for one that stays. */
interface Jittered {
  readonly order: readonly number[];
  readonly factors: readonly (number | null)[];
}

/** Images of which some are changed, all at once. What lies between is freed at once: it is many times the images. Shape: (N, *) → the same. */
function withSome(images: Tensor, members: readonly number[], change: (some: Tensor) => Tensor): Tensor {
  if (members.length === 0) return images;
  if (members.length === images.size(0)) return scope(() => change(images));
  return scope(() => {
    const index = tensor(members, { dtype: "int32", device: images.device });
    return images.indexCopy(0, index, change(images.indexSelect(0, index)));
  });
}

/**
 * Changes brightness, contrast, saturation and hue of images by drawn factors, in a drawn order, one for all of a batch: the order is drawn first, then
 * the factors of those that may change, as by torchvision. Shape: (*, 1 or 3, H, W) → the same, bytes or floats in [0, 1].
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.ColorJitter.html.
 *
 * @throws ArgumentError for factors below 0, or hues outside of [−0.5, 0.5]. When called: ShapeError for other than one or three channels, DTypeError
 * for other integers than bytes.
 * @example
 * ```ts
 * import { ColorJitter } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * const jitter = new ColorJitter({ brightness: 0.4, hue: 0.1 });
 * String(jitter); // → "ColorJitter(brightness=(0.6, 1.4), contrast=None, saturation=None, hue=(-0.1, 0.1))"
 * jitter(ones(3, 4, 4)).shape; // → [3, 4, 4]
 * ```
 */
export class ColorJitter extends Transform {
  static override readonly name: string = "ColorJitter";
  readonly brightness: Range | null;
  readonly contrast: Range | null;
  readonly saturation: Range | null;
  readonly hue: Range | null;
  readonly generator: Generator | undefined;

  constructor(...rest: Positional<ColorJitterOptions, ["brightness", "contrast", "saturation", "hue"]>) {
    super();
    const options = optionsOf<ColorJitterOptions>("ColorJitter", places, rest);
    checkOptions("ColorJitter", options, {
      brightness: "anything",
      contrast: "anything",
      saturation: "anything",
      hue: "anything",
      generator: "Generator",
    });
    const { brightness = 0, contrast = 0, saturation = 0, hue = 0, generator } = options;
    this.brightness = rangeOf("brightness", brightness, 1);
    this.contrast = rangeOf("contrast", contrast, 1);
    this.saturation = rangeOf("saturation", saturation, 1);
    this.hue = rangeOf("hue", hue, 0);
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument("ColorJitter", "image", image, "Tensor");
    const { order, factors } = this.#draw();
    this.#check(image);
    return order.reduce((result, at) => {
      const factor = factors[at]!;
      return factor === null ? result : adjusted[places[at]!](result, factor);
    }, image);
  }

  /** Where nothing changes, torchvision takes any image. */
  #check(image: Tensor): void {
    if (places.some((name) => this[name] !== null)) channelsOf("ColorJitter", image);
  }

  #draw(): Jittered {
    const { generator } = this;
    const order = scope(() => randperm(4, generator === undefined ? {} : { generator }).toArray() as number[]);
    const factors = places.map((name) => (this[name] === null ? null : drawBetween(...this[name], generator)));
    return { order, factors };
  }

  override get [batching](): Batching<Jittered> {
    return {
      draw: () => this.#draw(),
      apply: (images, drawn) => {
        this.#check(images);
        // Each of the four at each place of the order, to all images that have it there.
        const turns = places.flatMap((_, place) => places.map((name, at) => ({ place, name, at })));
        return turns.reduce((result, { place, name, at }) => {
          const members = drawn.flatMap(({ order, factors }, n) =>
            order[place] === at && factors[at] !== null ? [n] : [],
          );
          const own = members.map((n) => drawn[n]!.factors[at]!);
          return withSome(result, members, (some) => adjusted[name](some, own));
        }, images);
      },
    };
  }

  protected override extraRepr(): string {
    return places.map((name) => `${name}=${this[name] === null ? "None" : floats(this[name])}`).join(", ");
  }
}

/**
 * Images in grey. Shape: (*, 3, H, W) → (*, 1, H, W), or (*, 3, H, W) of three alike.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.Grayscale.html.
 *
 * @throws ArgumentError for other than one or three channels asked. When called: ShapeError for other than one or three channels, DTypeError for other
 * integers than bytes.
 * @example
 * ```ts
 * import { Grayscale } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new Grayscale(3)(tensor(Uint8Array.of(0, 255, 0)).view(3, 1, 1)).flatten().toArray(); // → [149, 149, 149]
 * ```
 */
export class Grayscale extends Transform {
  static override readonly name: string = "Grayscale";
  readonly numOutputChannels: 1 | 3;

  constructor(...rest: Positional<GrayscaleOptions, ["numOutputChannels"]>) {
    super();
    this.numOutputChannels = outputChannelsOf("Grayscale", rest);
  }

  transform(image: Tensor): Tensor {
    return rgbToGrayscale(image, this.numOutputChannels);
  }

  override get [batching](): Batching<null> {
    return { draw: () => null, apply: (images) => this.transform(images), channels: this.numOutputChannels };
  }

  protected override extraRepr(): string {
    return `num_output_channels=${this.numOutputChannels}`;
  }
}

/** In grey, with as many channels. */
const greyed = (image: Tensor): Tensor => rgbToGrayscale(image, image.ndim > 2 && image.size(-3) === 3 ? 3 : 1);
const membersOf = (drawn: readonly boolean[]): readonly number[] => drawn.flatMap((is, at) => (is ? [at] : []));

export interface RandomGrayscaleOptions {
  /** How likely it is, in [0, 1]. Default 0.1. */
  readonly p?: number;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * Images in grey by chance, with as many channels as they had, all of a batch or none: one number is drawn each time. Shape: (*, 1 or 3, H, W) → the
 * same. See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomGrayscale.html.
 *
 * @throws ArgumentError for a probability outside [0, 1]. When called: ShapeError for other than one or three channels, DTypeError for other integers
 * than bytes.
 * @example
 * ```ts
 * import { RandomGrayscale } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new RandomGrayscale(1)(tensor(Uint8Array.of(0, 0, 255)).view(3, 1, 1)).flatten().toArray(); // → [29, 29, 29]
 * ```
 */
export class RandomGrayscale extends Transform {
  static override readonly name: string = "RandomGrayscale";
  readonly p: number;
  readonly generator: Generator | undefined;

  constructor(...rest: Positional<RandomGrayscaleOptions, ["p"]>) {
    super();
    const { p, generator } = chanceOf("RandomGrayscale", 0.1, rest);
    this.p = p;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument("RandomGrayscale", "image", image, "Tensor");
    return drawUniform(this.generator) < this.p ? greyed(image) : image;
  }

  override get [batching](): Batching<boolean> {
    return {
      draw: () => drawUniform(this.generator) < this.p,
      apply: (images, drawn) => withSome(images, membersOf(drawn), greyed),
    };
  }

  protected override extraRepr(): string {
    return `p=${this.p}`;
  }
}
