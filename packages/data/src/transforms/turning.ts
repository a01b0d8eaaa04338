// RandomRotation and RandomAffine: images turned, moved, scaled and sheared by chance. What is drawn is what torchvision draws; what is done is warps.ts's.

import {
  ArgumentError,
  checkOptions,
  type Generator,
  type Kinds,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { drawBetween } from "./draws.js";
import type { Ends } from "./parts.js";
import { floats, rounded, tuple } from "./sizes.js";
import { type Batching, batching, Transform } from "./transform.js";
import {
  anglesOf,
  checkLook,
  checkNumbers,
  checkOrder,
  expandedSides,
  type Fill,
  inverseMatrix,
  type Pair,
  pivot,
  printedFill,
  sidesOfTurned,
  type TurnInterpolation,
  turned,
} from "./warps.js";

export interface RandomRotationOptions {
  /** Default `"nearest"`. */
  readonly interpolation?: TurnInterpolation;
  /** Whether the result is as large as the turned image needs. Default false: as large as the image. */
  readonly expand?: boolean;
  /** The pixel (x, y) about which it turns, from the upper left corner. Default: the middle. */
  readonly center?: readonly [x: number, y: number] | null;
  /** Default 0. */
  readonly fill?: Fill;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/** What both do to a batch: a matrix for each image, all turned at once. */
function batchedTurns(
  look: Transform & { readonly interpolation: TurnInterpolation; readonly fill: Fill },
  draw: (sides: Pair) => readonly number[],
): Batching<readonly number[]> {
  return {
    draw: ([, rows, columns]) => draw([columns, rows]),
    apply: (images, matrices) =>
      turned(images, matrices, sidesOfTurned(look.constructor.name, images, look.fill), look),
  };
}

/**
 * Turns images by a drawn angle, one for all of a batch, against the clock. Shape: (*, C, H, W) → the same, or (*, C, H', W') with `expand`.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomRotation.html.
 *
 * @throws ArgumentError for angles, a center, a fill or an interpolation that are none. When called: ShapeError for fewer than three dimensions or a fill
 * for another number of channels, DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { RandomRotation } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new RandomRotation([90, 90])(tensor(Uint8Array.of(1, 2, 3, 4)).view(1, 2, 2)).toArray(); // → [[[2, 4], [1, 3]]]
 * String(new RandomRotation(30)); // → "RandomRotation(degrees=[-30.0, 30.0], interpolation=nearest, expand=False, fill=0)"
 * ```
 */
export class RandomRotation extends Transform {
  static override readonly name: string = "RandomRotation";
  readonly degrees: readonly number[];
  readonly interpolation: TurnInterpolation;
  readonly expand: boolean;
  readonly center: Pair | null;
  readonly fill: Fill;
  readonly generator: Generator | undefined;

  constructor(
    degrees: number | Ends,
    ...rest: Positional<RandomRotationOptions, ["interpolation", "expand", "center", "fill"]>
  ) {
    super();
    const names = ["interpolation", "expand", "center", "fill"] as const;
    const options = optionsOf<RandomRotationOptions>("RandomRotation", names, rest);
    checkOptions("RandomRotation", options, {
      interpolation: "anything",
      expand: "boolean",
      center: "anything",
      fill: "anything",
      generator: "Generator",
    });
    const { interpolation = "nearest", expand = false, center = null, fill = 0, generator } = options;
    this.degrees = anglesOf("RandomRotation", "degrees", degrees, [2]);
    checkLook("RandomRotation", interpolation, fill, center);
    this.interpolation = interpolation;
    this.expand = expand;
    this.center = center;
    this.fill = fill;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    const sides = sidesOfTurned("RandomRotation", image, this.fill);
    const matrix = this.#draw(sides);
    return turned(image, [matrix], this.expand ? expandedSides(matrix, ...sides) : sides, this);
  }

  #draw(sides: Pair): readonly number[] {
    const angle = drawBetween(...(this.degrees as Ends), this.generator);
    return inverseMatrix(pivot(this.center, ...sides), -angle, [0, 0], 1, [0, 0]);
  }

  override get [batching](): Batching<readonly number[]> | null {
    // Expanded, each image has a size of its own.
    return this.expand ? null : batchedTurns(this, (sides) => this.#draw(sides));
  }

  protected override extraRepr(): string {
    const center = this.center === null ? "" : `, center=${tuple(this.center)}`;
    return `degrees=${listed(this.degrees)}, interpolation=${this.interpolation}, expand=${this.expand ? "True" : "False"}${center}, fill=${printedFill(this.fill)}`;
  }
}

/** As Python prints a list of floats. */
const listed = (values: readonly number[]): string => `[${floats(values).slice(1, -1)}]`;

export interface RandomAffineOptions {
  /** How far it moves at most, to both sides, in parts of its width and height, each in [0, 1]. Default: it stays. */
  readonly translate?: Pair | null;
  /** By how much it grows, at least and at most. Default: it keeps its size. */
  readonly scale?: Ends | null;
  /** By how many degrees it is sheared along x: from −it to it, or at least and at most, then along y too. Default: it is not. */
  readonly shear?: number | readonly number[] | null;
  /** Default `"nearest"`. */
  readonly interpolation?: TurnInterpolation;
  /** Default 0. */
  readonly fill?: Fill;
  /** The pixel (x, y) about which it turns, from the upper left corner. Default: the middle. */
  readonly center?: readonly [x: number, y: number] | null;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const affineKinds: Kinds<RandomAffineOptions> = {
  translate: "anything",
  scale: "anything",
  shear: "anything",
  interpolation: "anything",
  fill: "anything",
  center: "anything",
  generator: "Generator",
};

/**
 * Turns, moves, scales and shears images by drawn amounts, the same for all of a batch: the angle is drawn first, then ways, scale and shears of those
 * that are given. Shape: (*, C, H, W) → the same. See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomAffine.html.
 *
 * @throws ArgumentError for amounts, a center, a fill or an interpolation that are none. When called: ShapeError for fewer than three dimensions or a fill
 * for another number of channels, DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { RandomAffine } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new RandomAffine([180, 180])(tensor(Uint8Array.of(1, 2, 3, 4)).view(1, 2, 2)).toArray(); // → [[[4, 3], [2, 1]]]
 * String(new RandomAffine(10, { scale: [0.5, 2] })); // → "RandomAffine(degrees=[-10.0, 10.0], scale=(0.5, 2.0))"
 * ```
 */
export class RandomAffine extends Transform {
  static override readonly name: string = "RandomAffine";
  readonly degrees: readonly number[];
  readonly translate: Pair | null;
  readonly scale: Ends | null;
  readonly shear: readonly number[] | null;
  readonly interpolation: TurnInterpolation;
  readonly fill: Fill;
  readonly center: Pair | null;
  readonly generator: Generator | undefined;

  constructor(
    degrees: number | Ends,
    ...rest: Positional<RandomAffineOptions, ["translate", "scale", "shear", "interpolation", "fill", "center"]>
  ) {
    super();
    const names = ["translate", "scale", "shear", "interpolation", "fill", "center"] as const;
    const options = optionsOf<RandomAffineOptions>("RandomAffine", names, rest);
    checkOptions("RandomAffine", options, affineKinds);
    const {
      translate = null,
      scale = null,
      shear = null,
      interpolation = "nearest",
      fill = 0,
      center = null,
    } = options;
    this.degrees = anglesOf("RandomAffine", "degrees", degrees, [2]);
    if (translate !== null) checkNumbers("RandomAffine", "translate", translate, [2]);
    if (translate?.some((part) => part < 0 || part > 1))
      throw new ArgumentError(
        `RandomAffine: translation values should be between 0 and 1, but got [${translate.join(", ")}]`,
      );
    if (scale !== null) {
      checkNumbers("RandomAffine", "scale", scale, [2]);
      checkOrder("RandomAffine", "scale", scale);
    }
    if (scale?.some((factor) => factor <= 0))
      throw new ArgumentError(`RandomAffine: scale values should be positive, but got [${scale.join(", ")}]`);
    checkLook("RandomAffine", interpolation, fill, center);
    this.translate = translate;
    this.scale = scale;
    this.shear = shear === null ? null : anglesOf("RandomAffine", "shear", shear, [2, 4]);
    this.interpolation = interpolation;
    this.fill = fill;
    this.center = center;
    this.generator = options.generator;
  }

  transform(image: Tensor): Tensor {
    const sides = sidesOfTurned("RandomAffine", image, this.fill);
    return turned(image, [this.#draw(sides)], sides, this);
  }

  override get [batching](): Batching<readonly number[]> {
    return batchedTurns(this, (sides) => this.#draw(sides));
  }

  #draw(sides: Pair): readonly number[] {
    const draw = (least: number, most: number): number => drawBetween(least, most, this.generator);
    const angle = draw(...(this.degrees as Ends));
    const way = (at: 0 | 1): number => {
      const most = this.translate![at] * sides[at];
      return rounded(draw(-most, most));
    };
    const ways: Pair = this.translate === null ? [0, 0] : [way(0), way(1)];
    const scale = this.scale === null ? 1 : draw(...this.scale);
    const [least, most, leastY, mostY] = this.shear ?? [];
    const shearX = most === undefined ? 0 : draw(least!, most);
    const shearY = mostY === undefined ? 0 : draw(leastY!, mostY);
    return inverseMatrix(pivot(this.center, ...sides), angle, ways, scale, [shearX, shearY]);
  }

  protected override extraRepr(): string {
    const { degrees, translate, scale, shear, interpolation, fill, center } = this;
    const parts = [
      `degrees=${listed(degrees)}`,
      translate && `translate=${floats(translate)}`,
      scale && `scale=${floats(scale)}`,
      shear && `shear=${listed(shear)}`,
      interpolation !== "nearest" && `interpolation=${interpolation}`,
      fill !== 0 && `fill=${printedFill(fill)}`,
      center && `center=${tuple(center)}`,
    ];
    return parts.filter(Boolean).join(", ");
  }
}
