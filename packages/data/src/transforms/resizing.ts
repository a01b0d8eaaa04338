// Resize and RandomResizedCrop: images, and drawn parts of them, with other sizes. What is drawn is what torchvision draws; pixels are interpolate's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  DTypeError,
  describeAll,
  type Generator,
  interpolate,
  isFloating,
  type Kinds,
  optionsOf,
  type Positional,
  ShapeError,
  stack,
  type Tensor,
} from "@bernoulli/tensor";
import { cropped } from "./crops.js";
import { drawBelow } from "./draws.js";
import { checkParts, drawSides, type Ends, logarithmsOf } from "./parts.js";
import { floats, rounded, type Size, sidesOfImage, sizeOf, tuple } from "./sizes.js";
import { type Batching, batching, Transform } from "./transform.js";

/** How pixels are made of their neighbours. */
export type ResizeInterpolation = "nearest" | "nearest-exact" | "bilinear" | "bicubic";

const interpolations: Record<ResizeInterpolation, "near" | "smooth"> = {
  nearest: "near",
  "nearest-exact": "near",
  bilinear: "smooth",
  bicubic: "smooth",
};

interface Method {
  readonly interpolation: ResizeInterpolation;
  readonly antialias: boolean;
}

function checkInterpolation(owner: string, given: unknown): void {
  if (typeof given === "string" && Object.hasOwn(interpolations, given)) return;
  throw new ArgumentError(
    `${owner}: interpolation should be one of ${Object.keys(interpolations).join(", ")}, but got ${describeAll(given)}`,
  );
}

function checkSides(owner: string, rows: number, columns: number): void {
  if (rows < 1 || columns < 1)
    throw new ShapeError(`${owner}: expected images with pixels in them, got ${rows} × ${columns}`);
}

/** Bytes are rounded, a half to the even one. */
function resized(owner: string, image: Tensor, size: readonly [number, number], method: Method): Tensor {
  if (image.dtype !== "uint8" && !isFloating(image.dtype))
    throw new DTypeError(
      `${owner}: expected an image of dtype uint8 or of floats, got ${image.dtype}; convert with .to("float32")`,
    );
  const [rows, columns] = image.shape.slice(-2) as [number, number];
  if (rows === size[0] && columns === size[1]) return image;
  const { interpolation: mode, antialias } = method;
  const planes = (image.dtype === "uint8" ? image.to("float32") : image).reshape(1, -1, rows, columns);
  const isSmooth = interpolations[mode] === "smooth";
  const result = interpolate(planes, { size, mode, antialias: isSmooth && antialias });
  const inRange = mode === "bicubic" && image.dtype === "uint8" ? result.clamp(0, 255) : result;
  return (image.dtype === "uint8" ? inRange.round().to("uint8") : inRange).reshape(
    ...image.shape.slice(0, -2),
    ...size,
  );
}

export interface ResizeOptions {
  /** Default `"bilinear"`. */
  readonly interpolation?: ResizeInterpolation;
  /** The most of the longer side, where `size` is the shorter one. Default: no most. */
  readonly maxSize?: number | null;
  /** Whether what shrinks is smoothed, for `"bilinear"` and `"bicubic"`. Default true. */
  readonly antialias?: boolean;
}

/**
 * Images with another size: of its shorter side, the longer in proportion, or (height, width). Shape: (*, H, W) → (*, height, width).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.Resize.html.
 *
 * @throws ArgumentError for a size or an interpolation that is none, or a `maxSize` of not more than `size`. When called: ShapeError for fewer than two
 * dimensions, DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { Resize } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new Resize([1, 2])(tensor(Uint8Array.of(10, 20, 30, 50)).view(1, 1, 4)).toArray(); // → [[[17, 37]]]
 * String(new Resize(8)); // → "Resize(size=8, interpolation=bilinear, max_size=None, antialias=True)"
 * ```
 */
export class Resize extends Transform {
  static override readonly name: string = "Resize";
  readonly size: number | readonly number[];
  readonly interpolation: ResizeInterpolation;
  readonly maxSize: number | null;
  readonly antialias: boolean;

  constructor(
    size: number | readonly [shorter: number] | readonly [height: number, width: number],
    ...rest: Positional<ResizeOptions, ["interpolation", "maxSize", "antialias"]>
  ) {
    super();
    const options = optionsOf<ResizeOptions>("Resize", ["interpolation", "maxSize", "antialias"], rest);
    checkOptions("Resize", options, { interpolation: "anything", maxSize: "anything", antialias: "boolean" });
    const { interpolation = "bilinear", maxSize = null, antialias = true } = options;
    const sides: readonly unknown[] = typeof size === "number" ? [size] : size;
    if (!Array.isArray(sides) || ![1, 2].includes(sides.length) || ![...sides].every(isSide))
      throw new ArgumentError(
        `Resize: Size must be an int or a 1 or 2 element tuple/list of positive ones, but got ${describeAll(size)}`,
      );
    checkInterpolation("Resize", interpolation);
    if (maxSize !== null && sides.length !== 1)
      throw new ArgumentError(
        "Resize: max_size should only be passed if size specifies the length of the smaller edge",
      );
    if (maxSize !== null && !(isSide(maxSize) && maxSize > (sides[0] as number)))
      throw new ArgumentError(
        `Resize: max_size = ${describeAll(maxSize)} must be strictly greater than the requested size for the smaller edge size = ${String(sides[0])}`,
      );
    this.size = size;
    this.interpolation = interpolation;
    this.maxSize = maxSize;
    this.antialias = antialias;
  }

  transform(image: Tensor): Tensor {
    checkArgument("Resize", "image", image, "Tensor");
    return resized("Resize", image, this.#sides(...sidesOfImage("Resize", image)), this);
  }

  override get [batching](): Batching<null> {
    return {
      draw: () => null,
      apply: (images) => this.transform(images),
      sides: (rows, columns) => this.#sides(rows, columns),
    };
  }

  #sides(rows: number, columns: number): readonly [number, number] {
    checkSides("Resize", rows, columns);
    const sides = typeof this.size === "number" ? [this.size] : this.size;
    if (sides.length === 2) return [sides[0]!, sides[1]!];
    let [shorter] = sides as [number];
    let longer = Math.trunc((shorter * Math.max(rows, columns)) / Math.min(rows, columns));
    if (this.maxSize !== null && longer > this.maxSize) {
      shorter = Math.trunc((this.maxSize * shorter) / longer);
      longer = this.maxSize;
    }
    if (shorter < 1)
      throw new ShapeError(
        `Resize: of an image of ${rows} × ${columns} nothing is left where its longer side has ${longer}; give a larger maxSize`,
      );
    return columns <= rows ? [longer, shorter] : [shorter, longer];
  }

  protected override extraRepr(): string {
    const size = typeof this.size === "number" ? this.size : tuple(this.size);
    return `size=${size}, interpolation=${this.interpolation}, max_size=${this.maxSize ?? "None"}, antialias=${this.antialias ? "True" : "False"}`;
  }
}

const isSide = (side: unknown): boolean => Number.isSafeInteger(side) && (side as number) > 0;

export interface RandomResizedCropOptions {
  /** The part of the area that is taken, at least and at most. Default [0.08, 1]. */
  readonly scale?: Ends;
  /** Its width by its height, at least and at most. Default [3 / 4, 4 / 3]. */
  readonly ratio?: Ends;
  /** Default `"bilinear"`. */
  readonly interpolation?: ResizeInterpolation;
  /** Whether what shrinks is smoothed, for `"bilinear"` and `"bicubic"`. Default true. */
  readonly antialias?: boolean;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const kinds: Kinds<RandomResizedCropOptions> = {
  scale: "numbers",
  ratio: "numbers",
  interpolation: "anything",
  antialias: "boolean",
  generator: "Generator",
};

type Window = readonly [top: number, left: number, height: number, width: number];

/**
 * A drawn part of images, one for all of a batch, resized: area and ratio are drawn until the part fits, ten times at most, then its place; where none
 * fits it is the middle. Shape: (*, H, W) → (*, height, width).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.RandomResizedCrop.html.
 *
 * @throws ArgumentError for a size, ends or an interpolation that are none. When called: ShapeError for fewer than two dimensions, DTypeError for other
 * integers than bytes.
 * @example
 * ```ts
 * import { RandomResizedCrop } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * new RandomResizedCrop(8)(ones(3, 20, 30)).shape; // → [3, 8, 8]
 * ```
 */
export class RandomResizedCrop extends Transform {
  static override readonly name: string = "RandomResizedCrop";
  readonly size: readonly [height: number, width: number];
  readonly scale: Ends;
  readonly ratio: Ends;
  readonly #logarithms: Ends;
  readonly interpolation: ResizeInterpolation;
  readonly antialias: boolean;
  readonly generator: Generator | undefined;

  constructor(
    size: Size,
    ...rest: Positional<RandomResizedCropOptions, ["scale", "ratio", "interpolation", "antialias"]>
  ) {
    super();
    const options = optionsOf<RandomResizedCropOptions>(
      "RandomResizedCrop",
      ["scale", "ratio", "interpolation", "antialias"],
      rest,
    );
    checkOptions("RandomResizedCrop", options, kinds);
    const { scale = [0.08, 1], ratio = [3 / 4, 4 / 3], interpolation = "bilinear" } = options;
    this.size = sizeOf("RandomResizedCrop", size);
    checkParts("RandomResizedCrop", scale, ratio, Number.POSITIVE_INFINITY);
    checkInterpolation("RandomResizedCrop", interpolation);
    this.scale = scale;
    this.ratio = ratio;
    this.#logarithms = logarithmsOf(ratio);
    this.interpolation = interpolation;
    this.antialias = options.antialias ?? true;
    this.generator = options.generator;
  }

  transform(image: Tensor): Tensor {
    checkArgument("RandomResizedCrop", "image", image, "Tensor");
    const [top, left, height, width] = this.#draw(...sidesOfImage("RandomResizedCrop", image));
    return resized("RandomResizedCrop", cropped(image, top, left, [height, width]), this.size, this);
  }

  override get [batching](): Batching<Window> {
    return {
      draw: ([, rows, columns]) => this.#draw(rows, columns),
      apply: (images, drawn) =>
        stack(
          drawn.map(([top, left, height, width], at) =>
            resized("RandomResizedCrop", cropped(images.select(0, at), top, left, [height, width]), this.size, this),
          ),
        ),
      sides: () => this.size,
    };
  }

  #draw(rows: number, columns: number): Window {
    checkSides("RandomResizedCrop", rows, columns);
    for (let attempt = 0; attempt < 10; attempt++) {
      const [width, height] = drawSides(rows * columns, this.scale, this.#logarithms, this.generator);
      if (width < 1 || width > columns || height < 1 || height > rows) continue;
      const top = drawBelow(rows - height + 1, this.generator);
      return [top, drawBelow(columns - width + 1, this.generator), height, width];
    }
    const [least, most] = this.ratio;
    const own = columns / rows;
    const height = own < least ? rounded(columns / least) : rows;
    const width = own > most ? rounded(rows * most) : columns;
    return [Math.floor((rows - height) / 2), Math.floor((columns - width) / 2), height, width];
  }

  protected override extraRepr(): string {
    const [scale, ratio] = [this.scale, this.ratio].map((ends) => floats(ends.map((end) => rounded(end * 1e4) / 1e4)));
    return `size=${tuple(this.size)}, scale=${scale}, ratio=${ratio}, interpolation=${this.interpolation}, antialias=${this.antialias ? "True" : "False"}`;
  }
}
