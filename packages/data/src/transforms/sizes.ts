// Sizes of pictures as torchvision's hands write them, and numbers as it prints and rounds them.

import { ArgumentError, describeAll, ShapeError, type Tensor } from "@bernoulli/tensor";

/** One size for both directions, or (height, width). */
export type Size = number | readonly [height: number, width: number];

/** Both sizes, checked. */
export function sizeOf(owner: string, size: Size): readonly [height: number, width: number] {
  const both = typeof size === "number" ? [size, size] : size;
  if (!Array.isArray(both) || both.length !== 2 || [...both].some((side) => !Number.isInteger(side) || side < 1))
    throw new ArgumentError(`${owner}: Please provide only two dimensions (h, w) for size, got ${describeAll(size)}`);
  return both as unknown as readonly [number, number];
}

/** One border on all sides, (left and right, top and bottom), or (left, top, right, bottom). */
export type Border =
  | number
  | readonly [horizontal: number, vertical: number]
  | readonly [left: number, top: number, right: number, bottom: number];

/** The border as `pad` takes it: left, right, top, bottom. */
export function sidesOf(owner: string, border: Border): readonly number[] {
  const given = typeof border === "number" ? [border] : border;
  if (!Array.isArray(given) || ![1, 2, 4].includes(given.length) || [...given].some((side) => !Number.isInteger(side)))
    throw new ArgumentError(
      `${owner}: Padding must be an int or a 1, 2, or 4 element tuple, got ${describeAll(border)}`,
    );
  const [left, top = left, right = left, bottom = top] = given as number[];
  return [left!, right!, top!, bottom!];
}

/** Height and width of an image, or of a batch. */
export function sidesOfImage(owner: string, image: Tensor): readonly [height: number, width: number] {
  if (image.ndim < 2)
    throw new ShapeError(`${owner}: expected images of shape (…, H, W), got [${image.shape.join(", ")}]`);
  return [image.size(-2), image.size(-1)];
}

/** As Python prints a tuple. */
export function tuple(values: readonly number[]): string {
  return `(${values.join(", ")}${values.length === 1 ? "," : ""})`;
}

/** A float as Python prints it: 1.0, 1e-05, inf. */
export function float(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "inf").replace("NaN", "nan");
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16))
    return value.toExponential().replace(/(\d+)$/, (digits) => digits.padStart(2, "0"));
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A tuple of floats as Python prints it. */
export function floats(values: readonly number[]): string {
  return `(${values.map(float).join(", ")}${values.length === 1 ? "," : ""})`;
}

/** Rounded as Python rounds: a half to the even one. */
export function rounded(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
