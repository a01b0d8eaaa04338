// The operations that RandAugment, TrivialAugmentWide and AutoAugment choose from: what each does for a magnitude, and which magnitudes it may have. What
// is chosen is augment.ts's.

import { linspace, scope, type Tensor } from "@bernoulli/tensor";
import { adjustBrightness, adjustContrast, adjustSaturation } from "./color.js";
import { rounded } from "./sizes.js";
import { adjustSharpness, autocontrast, equalize, invert, posterize, solarize } from "./tones.js";
import { inverseMatrix, type Look, type Pair, pivot, turned } from "./warps.js";

type Operate = (image: Tensor, magnitude: number, look: Look) => Tensor;

/** Turned, moved and sheared as the matrix says that it is made of. */
const warped =
  (center: Pair | null, matrixOf: (pivot: Pair, magnitude: number) => readonly number[]): Operate =>
  (image, magnitude, look) => {
    const sides: Pair = [image.size(-1), image.size(-2)];
    return turned(image, [matrixOf(pivot(center, ...sides), magnitude)], sides, look);
  };

const degrees = (radians: number): number => radians * (180 / Math.PI);
const corner: Pair = [0, 0];
const still: Pair = [0, 0];

const operate = {
  Identity: (image) => image,
  ShearX: warped(corner, (center, by) => inverseMatrix(center, 0, still, 1, [degrees(Math.atan(by)), 0])),
  ShearY: warped(corner, (center, by) => inverseMatrix(center, 0, still, 1, [0, degrees(Math.atan(by))])),
  TranslateX: warped(null, (center, by) => inverseMatrix(center, 0, [Math.trunc(by), 0], 1, still)),
  TranslateY: warped(null, (center, by) => inverseMatrix(center, 0, [0, Math.trunc(by)], 1, still)),
  Rotate: warped(null, (center, by) => inverseMatrix(center, -by, still, 1, still)),
  Brightness: (image, by) => adjustBrightness(image, 1 + by),
  Color: (image, by) => adjustSaturation(image, 1 + by),
  Contrast: (image, by) => adjustContrast(image, 1 + by),
  Sharpness: (image, by) => adjustSharpness(image, 1 + by),
  Posterize: (image, bits) => posterize(image, bits),
  Solarize: (image, threshold) => solarize(image, threshold),
  AutoContrast: (image) => autocontrast(image),
  Equalize: (image) => equalize(image),
  Invert: (image) => invert(image),
} as const satisfies Record<string, Operate>;

export type Operation = keyof typeof operate;

/** What the operation makes of an image of bytes. */
export function operated(name: Operation, image: Tensor, magnitude: number, look: Look): Tensor {
  return operate[name](image, magnitude, look);
}

/** The magnitudes of an operation, from the least to the most, and whether half of the time they are less than nothing; null where it has none. */
type Span = readonly [from: number, to: number, isSigned: boolean] | null;
type Spans = Readonly<Record<Operation, Span>>;

const colored = (most: number) => ({
  Brightness: [0, most, true] as const,
  Color: [0, most, true] as const,
  Contrast: [0, most, true] as const,
  Sharpness: [0, most, true] as const,
});
const common = { Identity: null, Solarize: [255, 0, false], AutoContrast: null, Equalize: null, Invert: null } as const;

/** Those of RandAugment and AutoAugment: an image moves by at most 150 of 331 parts of it. */
const usual = (width: number, height: number): Spans => ({
  ...common,
  ...colored(0.9),
  ShearX: [0, 0.3, true],
  ShearY: [0, 0.3, true],
  TranslateX: [0, (150 / 331) * width, true],
  TranslateY: [0, (150 / 331) * height, true],
  Rotate: [0, 30, true],
  Posterize: [8, 4, false],
});

/** Those of TrivialAugmentWide. */
const wide: Spans = {
  ...common,
  ...colored(0.99),
  ShearX: [0, 0.99, true],
  ShearY: [0, 0.99, true],
  TranslateX: [0, 32, true],
  TranslateY: [0, 32, true],
  Rotate: [0, 135, true],
  Posterize: [8, 2, false],
};

/** Which magnitudes an operation has; null for one that has none. */
export interface Magnitudes {
  readonly isSigned: boolean;
  /** The magnitude at a place, a float32. */
  readonly at: (place: number) => number;
}

/** The magnitudes of an operation on images of this size, so many of them. */
export function magnitudesOf(name: Operation, bins: number, size: "wide" | Pair): Magnitudes | null {
  const span = (size === "wide" ? wide : usual(...size))[name];
  if (span === null) return null;
  const [from, to, isSigned] = span;
  const { fround } = Math;
  const at =
    name === "Posterize"
      ? (place: number) => from - rounded(fround(place / fround((bins - 1) / (from - to))))
      : (place: number) => scope(() => linspace(from, to, bins).select(0, place).item());
  return { isSigned, at };
}
