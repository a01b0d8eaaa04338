// Images turned, moved, scaled and sheared by a matrix: what RandomRotation and RandomAffine have in common. Where pixels come from is worked out in
// torchvision's order of float32 operations, and they are gridSample's. Nothing is drawn here; turning.ts draws.

import {
  ArgumentError,
  cat,
  checkArgument,
  DTypeError,
  describeAll,
  gridSample,
  isFloating,
  linspace,
  onesLike,
  ShapeError,
  scope,
  stack,
  type Tensor,
  tensor,
  where,
} from "@bernoulli/tensor";
import { tuple } from "./sizes.js";

/** How pixels are made of their neighbours. */
export type TurnInterpolation = "nearest" | "bilinear";

/** What stands where no pixel comes from: a number, or one for each channel. */
export type Fill = number | readonly number[];

/** As Python prints it. */
export const printedFill = (fill: Fill): string => (typeof fill === "number" ? String(fill) : tuple(fill));

/** Throws unless these are `lengths` many finite numbers. */
export function checkNumbers(owner: string, name: string, given: unknown, lengths: readonly number[]): void {
  if (Array.isArray(given) && lengths.includes(given.length) && given.every(Number.isFinite)) return;
  throw new ArgumentError(
    `${owner}: ${name} should be a sequence of length ${lengths.join(" or ")}, of finite numbers, but got ${describeAll(given)}`,
  );
}

/** Throws unless each even place holds no more than the place behind it. */
export function checkOrder(owner: string, name: string, ends: readonly number[]): void {
  if (ends.some((end, at) => at % 2 === 1 && end < ends[at - 1]!))
    throw new ArgumentError(`${owner}: ${name} should be of kind (min, max), but got [${ends.join(", ")}]`);
}

/** A range of angles: from −x to x for one. */
export function anglesOf(owner: string, name: string, given: number | readonly number[], lengths: readonly number[]) {
  if (typeof given === "number" && given < 0)
    throw new ArgumentError(`${owner}: If ${name} is a single number, it must be positive, but got ${given}`);
  const angles = typeof given === "number" ? [-given, given] : given;
  checkNumbers(owner, name, angles, lengths);
  checkOrder(owner, name, angles);
  return angles;
}

/** How what was turned looks. Without a fill, pixels at the border are mixed with zeros, and no others. */
export interface Look {
  readonly interpolation: TurnInterpolation;
  readonly fill: Fill | null;
}

export function checkLook(owner: string, interpolation: unknown, fill: unknown, center: unknown): void {
  if (interpolation !== "nearest" && interpolation !== "bilinear")
    throw new ArgumentError(
      `${owner}: interpolation should be one of nearest, bilinear, but got ${describeAll(interpolation)}`,
    );
  const values = typeof fill === "number" ? [fill] : fill;
  if (!Array.isArray(values) || values.length === 0 || !values.every(Number.isFinite))
    throw new ArgumentError(`${owner}: Fill should be either a sequence or a number, but got ${describeAll(fill)}`);
  if (center !== null) checkNumbers(owner, "center", center, [2]);
}

/** Width and height of an image that can be turned, and that its channels have each a fill. */
export function sidesOfTurned(owner: string, image: Tensor, fill: Fill): readonly [width: number, height: number] {
  checkArgument(owner, "image", image, "Tensor");
  if (image.ndim < 3)
    throw new ShapeError(`${owner}: expected images of shape (…, C, H, W), got [${image.shape.join(", ")}]`);
  if (image.dtype !== "uint8" && !isFloating(image.dtype))
    throw new DTypeError(
      `${owner}: expected an image of dtype uint8 or of floats, got ${image.dtype}; convert with .to("float32")`,
    );
  const [channels, height, width] = image.shape.slice(-3) as [number, number, number];
  if (typeof fill !== "number" && fill.length !== 1 && fill.length !== channels)
    throw new ShapeError(
      `${owner}: The number of elements in 'fill' cannot broadcast to match the number of channels of the image (${fill.length} != ${channels})`,
    );
  return [width, height];
}

export type Pair = readonly [number, number];

/** The two rows of the matrix that leads from places of the result to those of the image; angles in degrees, places from the middle. */
export function inverseMatrix(
  center: Pair,
  angle: number,
  translate: Pair,
  scale: number,
  shear: Pair,
): readonly number[] {
  const [rotation, shearX, shearY] = [angle, ...shear].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const { cos, sin, tan } = Math;
  const a = cos(rotation - shearY) / cos(shearY);
  const b = (-cos(rotation - shearY) * tan(shearX)) / cos(shearY) - sin(rotation);
  const c = sin(rotation - shearY) / cos(shearY);
  const d = (-sin(rotation - shearY) * tan(shearX)) / cos(shearY) + cos(rotation);
  const rows = [
    [d / scale, -b / scale],
    [-c / scale, a / scale],
  ] as const;
  const [x, y] = [-center[0] - translate[0], -center[1] - translate[1]];
  return rows.flatMap((row, at) => [...row, row[0] * x + row[1] * y + center[at as 0 | 1]]);
}

/** How large the whole turned image is: what four corners need, but for a ten-thousandth of a pixel. */
export function expandedSides(matrix: readonly number[], width: number, height: number): readonly [number, number] {
  return scope(() => {
    const [x, y] = [width / 2, height / 2];
    const corners = tensor([
      [-x, -y, 1],
      [-x, y, 1],
      [x, y, 1],
      [x, -y, 1],
    ]);
    const turned = corners.matmul(tensor(matrix).view(2, 3).t());
    const cut = (ends: Tensor): Tensor =>
      ends
        .add(tensor([x, y]))
        .div(1e-4)
        .trunc()
        .mul(1e-4);
    const most = cut(turned.amax({ dim: 0 })).ceil();
    return most.sub(cut(turned.amin({ dim: 0 })).floor()).toArray() as [number, number];
  });
}

/** Images whose pixels come from where the matrix leads, one for all of them or one for each of (N, C, H, W). Bytes are rounded, a half to the even one. */
export function turned(
  image: Tensor,
  matrices: readonly (readonly number[])[],
  [columns, rows]: readonly [number, number],
  { interpolation: mode, fill }: Look,
): Tensor {
  const [channels, height, width] = image.shape.slice(-3) as [number, number, number];
  const isBytes = image.dtype === "uint8";
  const images = (isBytes ? image.to("float32") : image).reshape(-1, channels, height, width);
  const { dtype, device } = images;
  const settings = { dtype, device } as const;
  const across = (count: number): Tensor => linspace(-count / 2 + 0.5, count / 2 - 0.5, count, settings);
  const [x, y] = [across(columns).expand(rows, columns), across(rows).unsqueeze(-1).expand(rows, columns)];
  const places = stack([x, y, onesLike(x)], { dim: -1 }).view(rows * columns, 3);
  const rescaled = tensor(matrices, settings)
    .view(-1, 2, 3)
    .transpose(1, 2)
    .div(tensor([width / 2, height / 2], settings));
  const grid = places.matmul(rescaled).view(-1, rows, columns, 2).expand(images.size(0), rows, columns, 2);
  const filled = sampled(images, grid, { interpolation: mode, fill });
  return (isBytes ? filled.round().to("uint8") : filled).reshape(...image.shape.slice(0, -2), rows, columns);
}

function sampled(images: Tensor, grid: Tensor, { interpolation: mode, fill }: Look): Tensor {
  if (fill === null) return gridSample(images, grid, { mode, alignCorners: false });
  // One channel more says what shows.
  const shown = cat([images, onesLike(images.narrow(1, 0, 1))], { dim: 1 });
  const all = gridSample(shown, grid, { mode, alignCorners: false });
  const channels = images.size(1);
  const [pixels, mask] = [all.narrow(1, 0, channels), all.narrow(1, channels, 1)];
  const { dtype, device } = images;
  const border = tensor(typeof fill === "number" ? [fill] : fill, { dtype, device }).view(1, -1, 1, 1);
  return mode === "nearest" ? where(mask.lt(0.5), border, pixels) : pixels.mul(mask).add(mask.neg().add(1).mul(border));
}

/** The pivot from the middle of the image. */
export function pivot(center: Pair | null, width: number, height: number): Pair {
  return center === null ? [0, 0] : [center[0] - width / 2, center[1] - height / 2];
}
