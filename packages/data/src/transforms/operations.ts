// The operations that RandAugment, TrivialAugmentWide and AutoAugment choose from: what each does for a magnitude, and which magnitudes it may have. What
// is chosen is augment.ts's.

import { linspace, scope, type Tensor, tensor } from "@bernoulli/tensor";
import { adjusted, type Factor } from "./color.js";
import { rounded } from "./sizes.js";
import { autocontrast, equalize, invert, toned } from "./tones.js";
import { inverseMatrix, type Look, type Pair, pivot, turned } from "./warps.js";

const degrees = (radians: number): number => radians * (180 / Math.PI);
const still: Pair = [0, 0];

type MatrixOf = (width: number, height: number, magnitude: number) => readonly number[];

const sheared =
  (shear: (angle: number) => Pair): MatrixOf =>
  (width, height, by) =>
    inverseMatrix(pivot(still, width, height), 0, still, 1, shear(degrees(Math.atan(by))));

/** What turns, moves and shears, all of which is one matrix: images of a batch are done together whichever it is. */
const matrices = {
  ShearX: sheared((angle) => [angle, 0]),
  ShearY: sheared((angle) => [0, angle]),
  TranslateX: (_width, _height, by) => inverseMatrix(still, 0, [Math.trunc(by), 0], 1, still),
  TranslateY: (_width, _height, by) => inverseMatrix(still, 0, [0, Math.trunc(by)], 1, still),
  Rotate: (_width, _height, by) => inverseMatrix(still, -by, still, 1, still),
} as const satisfies Record<string, MatrixOf>;

/** What changes values, by one magnitude for all images or one for each. */
type Change = (images: Tensor, magnitude: Factor) => Tensor;

const fromOne = (by: Factor): Factor => (typeof by === "number" ? 1 + by : by.map((each) => 1 + each));

const changes = {
  Identity: (image) => image,
  Brightness: (image, by) => adjusted.brightness(image, fromOne(by)),
  Color: (image, by) => adjusted.saturation(image, fromOne(by)),
  Contrast: (image, by) => adjusted.contrast(image, fromOne(by)),
  Sharpness: (image, by) => toned.sharpness(image, fromOne(by)),
  Posterize: toned.posterize,
  Solarize: toned.solarize,
  AutoContrast: autocontrast,
  Equalize: equalize,
  Invert: invert,
} as const satisfies Record<string, Change>;

export type Operation = keyof typeof matrices | keyof typeof changes;

/** An operation, and how strong it is; 0 where it has no magnitude. */
export interface Step {
  readonly name: Operation;
  readonly magnitude: number;
}

const matrixOf = (name: Operation) => (Object.hasOwn(matrices, name) ? matrices[name as keyof typeof matrices] : null);

/** Images of bytes, (…, C, H, W), after a step. */
export function operated(images: Tensor, { name, magnitude }: Step, look: Look): Tensor {
  const matrix = matrixOf(name);
  if (matrix === null) return changes[name as keyof typeof changes](images, magnitude);
  const sides: Pair = [images.size(-1), images.size(-2)];
  return turned(images, [matrix(...sides, magnitude)], sides, look);
}

/** Images of bytes, (N, C, H, W), each after a step of its own, null for none: those of one operation together, to the bit as one by one. */
export function operatedEach(images: Tensor, steps: readonly (Step | null)[], look: Look): Tensor {
  const together = new Map<keyof typeof changes | "matrix", number[]>();
  steps.forEach((step, at) => {
    if (step === null || step.name === "Identity") return;
    const kind = matrixOf(step.name) === null ? (step.name as keyof typeof changes) : "matrix";
    const places = together.get(kind);
    if (places === undefined) together.set(kind, [at]);
    else places.push(at);
  });
  if (together.size === 0) return images;
  const [, channels, height, width] = images.shape as [number, number, number, number];
  const bytes = channels * height * width;
  const pixels = images.toTypedArray() as Uint8Array;
  for (const [kind, places] of together) {
    const chosen = new Uint8Array(places.length * bytes);
    places.forEach((at, to) => {
      chosen.set(pixels.subarray(at * bytes, (at + 1) * bytes), to * bytes);
    });
    const given = tensor(chosen).view(places.length, channels, height, width);
    const own = places.map((at) => steps[at]!);
    const made =
      kind === "matrix"
        ? turned(
            given,
            own.map(({ name, magnitude }) => matrixOf(name)!(width, height, magnitude)),
            [width, height],
            look,
          )
        : changes[kind](
            given,
            own.map(({ magnitude }) => magnitude),
          );
    const after = made.toTypedArray() as Uint8Array;
    places.forEach((at, from) => {
      pixels.set(after.subarray(from * bytes, (from + 1) * bytes), at * bytes);
    });
  }
  return tensor(pixels).view(...images.shape);
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
