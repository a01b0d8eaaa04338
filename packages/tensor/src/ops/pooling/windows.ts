// What poolings share: sizes along one, two or three dimensions, images with and without a batch, and how many windows fit.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { windowCount } from "../products/geometry.js";
import { reshape, reshapeResult } from "../views/view.js";

/** Along how many dimensions windows move. */
export type Dims = 1 | 2 | 3;

/** One size for every dimension, or one for each. */
export type Size1d = number | readonly [number];
export type Size2d = number | readonly [number, number];
export type Size3d = number | readonly [number, number, number];

const several = { 1: "", 2: " or a pair of them", 3: " or three of them" } as const;

/** One number for all dimensions, or one for each; integers of at least `least`. */
export function sizesAlong(
  op: string,
  name: string,
  value: number | readonly number[],
  dims: Dims,
  least: 0 | 1,
): readonly number[] {
  const given = Array.isArray(value) ? (value as readonly number[]) : [value as number];
  if (
    (given.length !== 1 && given.length !== dims) ||
    [...given].some((size) => !Number.isInteger(size) || size < least)
  )
    throw new ArgumentError(
      `${op}: ${name} must be ${least === 0 ? "a non-negative" : "a positive"} integer${several[dims]}, but got ${describeAll(value)}`,
    );
  return given.length === dims ? given : Array.from({ length: dims }, () => given[0]!);
}

/** An input as a batch, and its results as the input was. */
export interface Image {
  readonly batched: Tensor;
  readonly sizes: readonly number[];
  readonly back: (result: Tensor) => Tensor;
}

/** Whether a pool takes images without channels: never, one image alone but no batch of them, or always; as PyTorch's do. */
export type NoChannels = "refused" | "alone" | "taken";

/**
 * Throws unless the input is of `dims` dimensions behind its channels, or behind batch and channels, none of them empty but
 * the batch, and the channels where `noChannels` says so.
 */
export function imageOf(op: string, input: Tensor, dims: Dims, noChannels: NoChannels): Image {
  const { ndim, shape } = input;
  if (ndim !== dims + 1 && ndim !== dims + 2)
    throw new ShapeError(
      `${op}: expected ${dims + 1}D (unbatched) or ${dims + 2}D (batched) input, but got input of size: ${formatShape(shape)}`,
    );
  const sizes = shape.slice(-dims);
  if (sizes.includes(0))
    throw new ShapeError(
      `${op}: expected ${dims === 2 ? "images with non-zero height and width" : "input with non-zero sizes behind its channels"}, but got input of size: ${formatShape(shape)}`,
    );
  const isBatch = ndim === dims + 2;
  if (shape[ndim - dims - 1] === 0 && (noChannels === "refused" || (noChannels === "alone" && isBatch)))
    throw new ShapeError(
      `${op}: expected input to have non-zero size for non-batch dimensions, but got input of size: ${formatShape(shape)}, which has no channels`,
    );
  return {
    batched: isBatch ? input : reshape(input, [1, ...shape]),
    sizes,
    back: (result) => (isBatch ? result : reshapeResult(result, result.shape.slice(1))),
  };
}

/** How windows move, a number for each dimension. */
export interface Windows {
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly ceilMode: boolean;
}

interface WindowOptions {
  readonly stride?: number | readonly number[];
  readonly padding?: number | readonly number[];
  readonly dilation?: number | readonly number[];
  readonly ceilMode?: boolean;
}

export function windowsOf(
  op: string,
  kernelSize: number | readonly number[],
  options: WindowOptions,
  dims: Dims,
): Windows {
  const window = sizesAlong(op, "kernelSize", kernelSize, dims, 1);
  const padding = sizesAlong(op, "padding", options.padding ?? 0, dims, 0);
  if (padding.some((size, at) => size > window[at]! / 2))
    throw new ArgumentError(
      `${op}: pad should be at most half of effective kernel size, but got padding=${padding.join("x")} and kernelSize=${window.join("x")}`,
    );
  return {
    kernelSize: window,
    stride: sizesAlong(op, "stride", options.stride ?? window, dims, 1),
    padding,
    dilation: sizesAlong(op, "dilation", options.dilation ?? 1, dims, 1),
    ceilMode: options.ceilMode ?? false,
  };
}

/** How many windows there are along each dimension. */
function pooledSizes(
  sizes: readonly number[],
  { kernelSize, stride, padding, dilation, ceilMode }: Windows,
): readonly number[] {
  return sizes.map((size, at) =>
    windowCount(size, kernelSize[at]!, stride[at]!, padding[at]!, dilation[at]!, ceilMode),
  );
}

/** {@link pooledSizes}; throws where no window fits. */
export function checkedSizes(op: string, { sizes, batched }: Image, windows: Windows): readonly number[] {
  const pooled = pooledSizes(sizes, windows);
  const channels = batched.shape[1]!;
  if (pooled.some((size) => size < 1))
    throw new ShapeError(
      `${op}: given input size: (${[channels, ...sizes].join("x")}). Calculated output size: (${[channels, ...pooled].join("x")}). Output size is too small`,
    );
  return pooled;
}

/** Batch and channels with other sizes behind them. */
export function behindChannels({ shape }: Tensor, ...sizes: readonly number[]): Shape {
  return [shape[0]!, shape[1]!, ...sizes];
}
