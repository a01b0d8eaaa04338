// RandomHorizontalFlip and RandomVerticalFlip: images mirrored by chance. What is drawn is what torchvision draws.

import { checkArgument, type Generator, type Positional, type Tensor } from "@bernoulli/tensor";
import { mirrored } from "./bytes.js";
import { chanceOf, drawUniform } from "./draws.js";
import { sidesOfImage } from "./sizes.js";
import { type Placing, placing, Transform } from "./transform.js";

export interface RandomFlipOptions {
  /** How likely it is, in [0, 1]. Default 0.5. */
  readonly p?: number;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/** Mirrors along `dim`, or not: one number is drawn each time. */
abstract class RandomFlip extends Transform {
  readonly p: number;
  readonly generator: Generator | undefined;
  protected abstract readonly dim: -1 | -2;

  constructor(owner: string, rest: Positional<RandomFlipOptions, ["p"]>) {
    super();
    const { p, generator } = chanceOf(owner, 0.5, rest);
    this.p = p;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument(this.constructor.name, "image", image, "Tensor");
    sidesOfImage(this.constructor.name, image);
    return drawUniform(this.generator) < this.p ? image.flip(this.dim) : image;
  }

  override get [placing](): Placing {
    return {
      fill: null,
      place: (before) => (drawUniform(this.generator) < this.p ? mirrored(before, this.dim) : before),
    };
  }

  protected override extraRepr(): string {
    return `p=${this.p}`;
  }
}

/**
 * Mirrors images from left to right, all of a batch or none. Shape: (*, H, W) → (*, H, W).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomHorizontalFlip.html.
 *
 * @throws ArgumentError for a probability outside [0, 1].
 * @example
 * ```ts
 * import { RandomHorizontalFlip } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new RandomHorizontalFlip(1)(tensor([[1, 2, 3]])).toArray(); // → [[3, 2, 1]]
 * ```
 */
export class RandomHorizontalFlip extends RandomFlip {
  static override readonly name: string = "RandomHorizontalFlip";
  protected readonly dim = -1;
  constructor(...rest: Positional<RandomFlipOptions, ["p"]>) {
    super("RandomHorizontalFlip", rest);
  }
}

/**
 * Mirrors images from top to bottom, all of a batch or none. Shape: (*, H, W) → (*, H, W).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomVerticalFlip.html.
 *
 * @throws ArgumentError for a probability outside [0, 1].
 * @example
 * ```ts
 * import { RandomVerticalFlip } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new RandomVerticalFlip(1)(tensor([[1], [2]])).toArray(); // → [[2], [1]]
 * ```
 */
export class RandomVerticalFlip extends RandomFlip {
  static override readonly name: string = "RandomVerticalFlip";
  protected readonly dim = -2;
  constructor(...rest: Positional<RandomFlipOptions, ["p"]>) {
    super("RandomVerticalFlip", rest);
  }
}
