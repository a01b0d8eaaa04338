// Pad, CenterCrop, RandomCrop: a border around images, and a part of them. What is drawn is what torchvision draws.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  type Generator,
  type Kinds,
  optionsOf,
  type Positional,
  pad,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import { padded, windowed } from "./bytes.js";
import { drawBelow } from "./draws.js";
import { type Border, rounded, type Size, sidesOf, sidesOfImage, sizeOf, tuple } from "./sizes.js";
import { type Placing, placing, Transform } from "./transform.js";

/** What stands in a border: one number, the image mirrored at its edge, or its edge. */
export type BorderMode = "constant" | "reflect" | "edge";

const modes = { constant: "constant", reflect: "reflect", edge: "replicate" } as const;

export interface PadOptions {
  /** What a constant border is made of. Default 0. */
  readonly fill?: number;
  /** Default `"constant"`. */
  readonly paddingMode?: BorderMode;
}

/** With a border around it; `pad` takes a value for the constant mode alone. */
function bordered(image: Tensor, sides: readonly number[], fill: number, mode: BorderMode): Tensor {
  return mode === "constant" ? pad(image, sides, { value: fill }) : pad(image, sides, { mode: modes[mode] });
}

function checkMode(owner: string, mode: unknown): void {
  if (typeof mode !== "string" || !Object.hasOwn(modes, mode))
    throw new ArgumentError(
      `${owner}: Padding mode should be either constant, edge or reflect, but got ${String(mode)}`,
    );
}

/** Whether its border is what a placement has: one byte, and nothing is cut off by it. */
function isPlaced(
  { fill, paddingMode }: { readonly fill: number; readonly paddingMode: BorderMode },
  borders: readonly (readonly number[])[],
): boolean {
  const isByte = Number.isInteger(fill) && fill >= 0 && fill <= 255;
  return isByte && paddingMode === "constant" && borders.every((sides) => sides.every((side) => side >= 0));
}

/**
 * Puts a border around images. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.Pad.html.
 *
 * @throws ArgumentError for a border or a mode that is none.
 * @example
 * ```ts
 * import { Pad } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * new Pad([1, 0])(ones(1, 1, 1)).toArray(); // → [[[0, 1, 0]]]
 * ```
 */
export class Pad extends Transform {
  static override readonly name: string = "Pad";
  readonly padding: Border;
  readonly fill: number;
  readonly paddingMode: BorderMode;

  constructor(padding: Border, ...rest: Positional<PadOptions, ["fill", "paddingMode"]>) {
    super();
    const options = optionsOf<PadOptions>("Pad", ["fill", "paddingMode"], rest);
    checkOptions("Pad", options, { fill: "number", paddingMode: "anything" });
    sidesOf("Pad", padding);
    this.padding = padding;
    this.fill = options.fill ?? 0;
    this.paddingMode = options.paddingMode ?? "constant";
    checkMode("Pad", this.paddingMode);
  }

  transform(image: Tensor): Tensor {
    checkArgument("Pad", "image", image, "Tensor");
    sidesOfImage("Pad", image);
    return bordered(image, sidesOf("Pad", this.padding), this.fill, this.paddingMode);
  }

  override get [placing](): Placing | null {
    const sides = sidesOf("Pad", this.padding);
    if (!isPlaced(this, [sides])) return null;
    return { fill: this.fill, place: (before) => padded(before, sides, this.fill) };
  }

  protected override extraRepr(): string {
    return `padding=${typeof this.padding === "number" ? this.padding : tuple(this.padding)}, fill=${this.fill}, padding_mode=${this.paddingMode}`;
  }
}

/**
 * The middle of images; what is smaller gets a border of zeros. Shape: (*, H, W) → (*, height, width).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.CenterCrop.html.
 *
 * @throws ArgumentError for a size that is none.
 * @example
 * ```ts
 * import { CenterCrop } from "@bernoulli/data";
 * import { arange } from "@bernoulli/tensor";
 * new CenterCrop(1)(arange(9).view(1, 3, 3)).toArray(); // → [[[4]]]
 * ```
 */
export class CenterCrop extends Transform {
  static override readonly name: string = "CenterCrop";
  readonly size: readonly [height: number, width: number];

  constructor(size: Size) {
    super();
    this.size = sizeOf("CenterCrop", size);
  }

  transform(image: Tensor): Tensor {
    checkArgument("CenterCrop", "image", image, "Tensor");
    const [rows, columns] = sidesOfImage("CenterCrop", image);
    const { around, top, left } = this.#window(rows, columns);
    return cropped(around.some((side) => side > 0) ? pad(image, around) : image, top, left, this.size);
  }

  /** The border that it takes, and where the middle begins. */
  #window(rows: number, columns: number) {
    const [height, width] = this.size;
    const [down, right] = [Math.max(height - rows, 0), Math.max(width - columns, 0)];
    const around = [
      Math.floor(right / 2),
      Math.floor((right + 1) / 2),
      Math.floor(down / 2),
      Math.floor((down + 1) / 2),
    ];
    return {
      around,
      top: rounded((Math.max(rows, height) - height) / 2),
      left: rounded((Math.max(columns, width) - width) / 2),
    };
  }

  override get [placing](): Placing {
    return {
      fill: 0,
      place: (before) => {
        const { around, top, left } = this.#window(before.rows, before.columns);
        return windowed(padded(before, around, 0), top, left, ...this.size);
      },
    };
  }

  protected override extraRepr(): string {
    return `size=${tuple(this.size)}`;
  }
}

/** A window of it. */
export function cropped(image: Tensor, top: number, left: number, [height, width]: readonly [number, number]): Tensor {
  return image.narrow(-2, top, height).narrow(-1, left, width);
}

export interface RandomCropOptions extends PadOptions {
  /** A border put around the image first. Default: none. */
  readonly padding?: Border | null;
  /** Whether a border makes images large enough that are smaller than the crop. Default false. */
  readonly padIfNeeded?: boolean;
  /** Where the place is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const randomCropKinds: Kinds<RandomCropOptions> = {
  padding: "anything",
  padIfNeeded: "boolean",
  fill: "number",
  paddingMode: "anything",
  generator: "Generator",
};

/**
 * A part of images at a drawn place, one for all of a batch: two numbers are drawn where there is a choice, as by torchvision.
 * Shape: (*, H, W) → (*, height, width). See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomCrop.html.
 *
 * @throws ArgumentError for a size, border or mode that is none; ShapeError, when called, for an image that is too small.
 * @example
 * ```ts
 * import { RandomCrop } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * new RandomCrop(32, { padding: 4 })(ones(3, 32, 32)).shape; // → [3, 32, 32]
 * ```
 */
export class RandomCrop extends Transform {
  static override readonly name: string = "RandomCrop";
  readonly size: readonly [height: number, width: number];
  readonly padding: Border | null;
  readonly padIfNeeded: boolean;
  readonly fill: number;
  readonly paddingMode: BorderMode;
  readonly generator: Generator | undefined;

  constructor(size: Size, ...rest: Positional<RandomCropOptions, ["padding", "padIfNeeded", "fill", "paddingMode"]>) {
    super();
    const options = optionsOf<RandomCropOptions>("RandomCrop", ["padding", "padIfNeeded", "fill", "paddingMode"], rest);
    checkOptions("RandomCrop", options, randomCropKinds);
    const { padding = null, padIfNeeded = false, fill = 0, paddingMode = "constant", generator } = options;
    this.size = sizeOf("RandomCrop", size);
    if (padding !== null) sidesOf("RandomCrop", padding);
    checkMode("RandomCrop", paddingMode);
    this.padding = padding;
    this.padIfNeeded = padIfNeeded;
    this.fill = fill;
    this.paddingMode = paddingMode;
    this.generator = generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument("RandomCrop", "image", image, "Tensor");
    const { borders, window } = this.#draw(...sidesOfImage("RandomCrop", image));
    const whole = borders.reduce((of, sides) => bordered(of, sides, this.fill, this.paddingMode), image);
    return window === null ? whole : cropped(whole, ...window, this.size);
  }

  /** The borders that it takes, and the drawn place; null where there is no choice. */
  #draw(rows: number, columns: number): { borders: number[][]; window: [top: number, left: number] | null } {
    const [height, width] = this.size;
    const [left, right, top, bottom] = this.padding === null ? [0, 0, 0, 0] : sidesOf("RandomCrop", this.padding);
    const borders = this.padding === null ? [] : [[left!, right!, top!, bottom!]];
    let [allRows, allColumns] = [rows + top! + bottom!, columns + left! + right!];
    const [down, across] = this.padIfNeeded ? [Math.max(height - allRows, 0), Math.max(width - allColumns, 0)] : [0, 0];
    if (across > 0) borders.push([across, across, 0, 0]);
    if (down > 0) borders.push([0, 0, down, down]);
    allRows += 2 * down;
    allColumns += 2 * across;
    if (allRows < height || allColumns < width)
      throw new ShapeError(
        `RandomCrop: Required crop size ${tuple(this.size)} is larger than input image size ${tuple([allRows, allColumns])}; give a padding, or padIfNeeded`,
      );
    if (allRows === height && allColumns === width) return { borders, window: null };
    const y = drawBelow(allRows - height + 1, this.generator);
    return { borders, window: [y, drawBelow(allColumns - width + 1, this.generator)] };
  }

  override get [placing](): Placing | null {
    if (!isPlaced(this, this.padding === null ? [] : [sidesOf("RandomCrop", this.padding)])) return null;
    return {
      fill: this.padding === null && !this.padIfNeeded ? null : this.fill,
      place: (before) => {
        const { borders, window } = this.#draw(before.rows, before.columns);
        const whole = borders.reduce((of, sides) => padded(of, sides, this.fill), before);
        return window === null ? whole : windowed(whole, ...window, ...this.size);
      },
    };
  }

  protected override extraRepr(): string {
    const border =
      this.padding === null ? "None" : typeof this.padding === "number" ? this.padding : tuple(this.padding);
    return `size=${tuple(this.size)}, padding=${border}`;
  }
}
