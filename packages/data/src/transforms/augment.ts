// RandAugment, TrivialAugmentWide, AutoAugment: operations chosen by chance. What is drawn is what torchvision draws; what is done is operations.ts's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describeAll,
  type Generator,
  type Kinds,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { drawBelow, drawUniform } from "./draws.js";
import { magnitudesOf, type Operation, operated, operatedEach, type Step } from "./operations.js";
import { type AutoAugmentPolicy, policies } from "./policies.js";
import { checkBytes } from "./tones.js";
import { type Batching, batching, Transform } from "./transform.js";
import {
  checkLook,
  type Fill,
  type Look,
  type Pair,
  printedFill,
  sidesOfTurned,
  type TurnInterpolation,
} from "./warps.js";

/** What all of them are told about looks. */
interface AugmentOptions {
  /** How turned, moved and sheared pixels are made of their neighbours. Default `"nearest"`. */
  readonly interpolation?: TurnInterpolation;
  /** What stands where no pixel comes from: a number, or one for each channel. Default: 0, with which pixels at the border are mixed too. */
  readonly fill?: Fill | null;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const lookKinds = { interpolation: "anything", fill: "anything", generator: "Generator" } as const;

/** The operations to choose from, in torchvision's order, which its draws count in. */
const chosenFrom: readonly Operation[] = [
  "Identity",
  "ShearX",
  "ShearY",
  "TranslateX",
  "TranslateY",
  "Rotate",
  "Brightness",
  "Color",
  "Contrast",
  "Sharpness",
  "Posterize",
  "Solarize",
  "AutoContrast",
  "Equalize",
];

/** What is done to an image, one after another; null where nothing is. */
type Steps = readonly (Step | null)[];

/** What all of them have in common. */
abstract class Augment extends Transform implements Look {
  readonly interpolation: TurnInterpolation;
  readonly fill: Fill | null;
  readonly generator: Generator | undefined;

  constructor(owner: string, { interpolation = "nearest", fill = null, generator }: AugmentOptions) {
    super();
    checkLook(owner, interpolation, fill ?? 0, null);
    this.interpolation = interpolation;
    this.fill = fill;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    return this.draw(this.#sidesOf(image)).reduce(
      (before, step) => (step === null ? before : operated(before, step, this)),
      image,
    );
  }

  /** Its images get steps of their own in a batch. */
  override get [batching](): Batching<Steps> {
    return {
      draw: ([, rows, columns]) => this.draw([columns, rows]),
      apply: (images, drawn) => {
        this.#sidesOf(images);
        const count = Math.max(...drawn.map((steps) => steps.length));
        return Array.from({ length: count }, (_, at) => drawn.map((steps) => steps[at] ?? null)).reduce(
          (before, steps) => operatedEach(before, steps, this),
          images,
        );
      },
    };
  }

  /** Checked, as all must be before anything is drawn. */
  #sidesOf(image: Tensor): Pair {
    const owner = this.constructor.name;
    checkArgument(owner, "image", image, "Tensor");
    checkBytes(owner, image);
    return sidesOfTurned(owner, image, this.fill ?? 0);
  }

  /** What is to be done to an image of this size. */
  protected abstract draw(sides: Pair): Steps;

  /** One operation of all, as strong as `place` says once it is asked; half of the time the other way, where it has two. */
  protected drawStep(bins: number, size: "wide" | Pair, place: () => number): Step {
    const name = chosenFrom[drawBelow(chosenFrom.length, this.generator)]!;
    const magnitudes = magnitudesOf(name, bins, size);
    if (magnitudes === null) return { name, magnitude: 0 };
    const magnitude = magnitudes.at(place());
    return { name, magnitude: magnitudes.isSigned && drawBelow(2, this.generator) === 1 ? -magnitude : magnitude };
  }

  protected get lookRepr(): string {
    return `interpolation=InterpolationMode.${this.interpolation.toUpperCase()}, fill=${this.fillRepr}`;
  }

  protected get fillRepr(): string {
    return this.fill === null ? "None" : printedFill(this.fill);
  }
}

/** Throws unless it is a whole number, and one of those from `least` to `most`. */
function checkWhole(owner: string, name: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const wanted = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new ArgumentError(`${owner}: ${name} must be a whole number ${wanted}, but got ${String(value)}`);
}

export interface RandAugmentOptions extends AugmentOptions {
  /** How many operations, one after another; one may come twice. Default 2. */
  readonly numOps?: number;
  /** How strong all of them are: which of the magnitudes, from 0 to `numMagnitudeBins` − 1. Default 9. */
  readonly magnitude?: number;
  /** How many magnitudes there are: at least 2. Default 31. */
  readonly numMagnitudeBins?: number;
}

const randKinds: Kinds<RandAugmentOptions> = {
  numOps: "number",
  magnitude: "number",
  numMagnitudeBins: "number",
  ...lookKinds,
};

/**
 * Does some drawn operations to images of bytes, all as strong: sheared, moved, turned, brighter, sharper and so on, the same to all of a batch. Of each
 * is drawn which it is, then its sign where it has one. Shape: (*, 1 or 3, H, W) → the same. After Cubuk et al., RandAugment: Practical automated data
 * augmentation with a reduced search space, 2019. See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandAugment.html.
 *
 * @throws ArgumentError for numbers, an interpolation or a fill that are none. When called: DTypeError for other than bytes, ShapeError for other than
 * one or three channels or a fill for another number of them.
 * @example
 * ```ts
 * import { RandAugment } from "@bernoulli/data";
 * import { zeros } from "@bernoulli/tensor";
 * const augment = new RandAugment(2, 9);
 * String(augment); // → "RandAugment(num_ops=2, magnitude=9, num_magnitude_bins=31, interpolation=InterpolationMode.NEAREST, fill=None)"
 * augment(zeros([3, 8, 8], { dtype: "uint8" })).shape; // → [3, 8, 8]
 * ```
 */
export class RandAugment extends Augment {
  static override readonly name: string = "RandAugment";
  readonly numOps: number;
  readonly magnitude: number;
  readonly numMagnitudeBins: number;

  constructor(
    ...rest: Positional<RandAugmentOptions, ["numOps", "magnitude", "numMagnitudeBins", "interpolation", "fill"]>
  ) {
    const names = ["numOps", "magnitude", "numMagnitudeBins", "interpolation", "fill"] as const;
    const options = optionsOf<RandAugmentOptions>("RandAugment", names, rest);
    checkOptions("RandAugment", options, randKinds);
    super("RandAugment", options);
    const { numOps = 2, magnitude = 9, numMagnitudeBins = 31 } = options;
    checkWhole("RandAugment", "numOps", numOps, 0);
    checkWhole("RandAugment", "numMagnitudeBins", numMagnitudeBins, 2);
    checkWhole("RandAugment", "magnitude", magnitude, 0, numMagnitudeBins - 1);
    this.numOps = numOps;
    this.magnitude = magnitude;
    this.numMagnitudeBins = numMagnitudeBins;
  }

  protected draw(sides: Pair): Steps {
    return Array.from({ length: this.numOps }, () => this.drawStep(this.numMagnitudeBins, sides, () => this.magnitude));
  }

  protected override extraRepr(): string {
    const { numOps, magnitude, numMagnitudeBins } = this;
    return `num_ops=${numOps}, magnitude=${magnitude}, num_magnitude_bins=${numMagnitudeBins}, ${this.lookRepr}`;
  }
}

export interface TrivialAugmentWideOptions extends AugmentOptions {
  /** How many magnitudes there are: at least 2. Default 31. */
  readonly numMagnitudeBins?: number;
}

const trivialKinds: Kinds<TrivialAugmentWideOptions> = { numMagnitudeBins: "number", ...lookKinds };

/**
 * Does one drawn operation to images of bytes, as strong as is drawn too, the same to all of a batch: which, how strong, and its sign. Shape:
 * (*, 1 or 3, H, W) → the same. After Müller and Hutter, TrivialAugment: Tuning-free Yet State-of-the-Art Data Augmentation, 2021.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.TrivialAugmentWide.html.
 *
 * @throws ArgumentError for a number, an interpolation or a fill that is none. When called: DTypeError for other than bytes, ShapeError for other than one
 * or three channels or a fill for another number of them.
 * @example
 * ```ts
 * import { TrivialAugmentWide } from "@bernoulli/data";
 * import { zeros } from "@bernoulli/tensor";
 * new TrivialAugmentWide({ fill: 128 })(zeros([3, 8, 8], { dtype: "uint8" })).dtype; // → "uint8"
 * ```
 */
export class TrivialAugmentWide extends Augment {
  static override readonly name: string = "TrivialAugmentWide";
  readonly numMagnitudeBins: number;

  constructor(...rest: Positional<TrivialAugmentWideOptions, ["numMagnitudeBins", "interpolation", "fill"]>) {
    const names = ["numMagnitudeBins", "interpolation", "fill"] as const;
    const options = optionsOf<TrivialAugmentWideOptions>("TrivialAugmentWide", names, rest);
    checkOptions("TrivialAugmentWide", options, trivialKinds);
    super("TrivialAugmentWide", options);
    const { numMagnitudeBins = 31 } = options;
    checkWhole("TrivialAugmentWide", "numMagnitudeBins", numMagnitudeBins, 2);
    this.numMagnitudeBins = numMagnitudeBins;
  }

  protected draw(): Steps {
    return [this.drawStep(this.numMagnitudeBins, "wide", () => drawBelow(this.numMagnitudeBins, this.generator))];
  }

  protected override extraRepr(): string {
    return `num_magnitude_bins=${this.numMagnitudeBins}, ${this.lookRepr}`;
  }
}

export interface AutoAugmentOptions extends AugmentOptions {
  /** For which data set the operations were found. Default `"imagenet"`. */
  readonly policy?: AutoAugmentPolicy;
}

const autoKinds: Kinds<AutoAugmentOptions> = { policy: "anything", ...lookKinds };

/**
 * Does a drawn pair of 25 to images of bytes, the same to all of a batch: operations as likely and as strong as was found best for a data set. Which
 * pair is drawn first, then two numbers for whether, and two for signs. Shape: (*, 1 or 3, H, W) → the same. After Cubuk et al., AutoAugment: Learning
 * Augmentation Policies from Data, 2019. See https://pytorch.org/vision/stable/generated/torchvision.transforms.AutoAugment.html.
 *
 * @throws ArgumentError for a policy, an interpolation or a fill that is none. When called: DTypeError for other than bytes, ShapeError for other than
 * one or three channels or a fill for another number of them.
 * @example
 * ```ts
 * import { AutoAugment } from "@bernoulli/data";
 * import { zeros } from "@bernoulli/tensor";
 * const augment = new AutoAugment("cifar10");
 * String(augment); // → "AutoAugment(policy=AutoAugmentPolicy.CIFAR10, fill=None)"
 * augment(zeros([3, 8, 8], { dtype: "uint8" })).shape; // → [3, 8, 8]
 * ```
 */
export class AutoAugment extends Augment {
  static override readonly name: string = "AutoAugment";
  readonly policy: AutoAugmentPolicy;

  constructor(...rest: Positional<AutoAugmentOptions, ["policy", "interpolation", "fill"]>) {
    const options = optionsOf<AutoAugmentOptions>("AutoAugment", ["policy", "interpolation", "fill"], rest);
    checkOptions("AutoAugment", options, autoKinds);
    super("AutoAugment", options);
    const { policy = "imagenet" } = options;
    if (typeof policy !== "string" || !Object.hasOwn(policies, policy))
      throw new ArgumentError(
        `AutoAugment: policy should be one of ${Object.keys(policies).join(", ")}, but got ${describeAll(policy)}`,
      );
    this.policy = policy;
  }

  protected draw(sides: Pair): Steps {
    const pairs = policies[this.policy];
    const pair = pairs[drawBelow(pairs.length, this.generator)]!;
    const drawn = pair.map(() => drawUniform(this.generator));
    const isNegative = pair.map(() => drawBelow(2, this.generator) === 0);
    return pair.map(([name, p, place], at) => {
      if (drawn[at]! > Math.fround(p)) return null;
      const magnitudes = place === null ? null : magnitudesOf(name, 10, sides);
      const magnitude = magnitudes === null ? 0 : magnitudes.at(place!);
      return { name, magnitude: magnitudes?.isSigned && isNegative[at] ? -magnitude : magnitude };
    });
  }

  protected override extraRepr(): string {
    return `policy=AutoAugmentPolicy.${this.policy.toUpperCase()}, fill=${this.fillRepr}`;
  }
}
