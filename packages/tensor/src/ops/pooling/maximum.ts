// maxPool1d, maxPool2d and maxPool3d: the largest element of each window, and the way back to where it stood. One kernel, over images, serves
// them: a row is an image of one row, and in three dimensions the largest of planes are compared along the depth, in PyTorch's order.

import { type ByName, checkOptions, checkTensor, inPlace, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { Pair, PoolingAttributes } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import type { Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { gather } from "../indexing/gather.js";
import { add } from "../pointwise/add.js";
import { lt } from "../pointwise/compare.js";
import { clampMin } from "../pointwise/extremes.js";
import { logicalOr } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { floorDivide } from "../pointwise/remainder.js";
import { where } from "../pointwise/where.js";
import { windowCount } from "../products/geometry.js";
import { reshape, reshapeResult } from "../views/view.js";
import {
  behindChannels,
  checkedSizes,
  type Dims,
  imageOf,
  type Size1d,
  type Size2d,
  type Size3d,
  type Windows,
  windowsOf,
} from "./windows.js";

const maxPool2dOp = defineOp({
  extra: attributes<{ readonly ceilMode: boolean }>(),
  name: "maxPool2d",
  inputs: ["input"],
  outputs: ["output", "indices"],
  kernel: kernels.maxPool2d,
  infer: ([{ shape, dtype }], attributes) => {
    const pooled = pooledShape(shape, attributes);
    return [
      { shape: pooled, dtype },
      { shape: pooled, dtype: "int32" },
    ];
  },
  save: { indices: ["input"] },
  backward: ({ grad, indices, inputs: [{ shape }] }): Gradients => [apply(backwardOp, [grad, indices], { shape })],
});

const backwardOp = defineOp({
  extra: attributes<{ readonly shape: Shape }>(),
  name: "maxPool2dBackward",
  inputs: ["grad", "indices"],
  kernel: kernels.maxPool2dBackward,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  save: { indices: ["grad"] },
  backward: ({ grad, indices }): Gradients => [apply(gatherOp, [grad, indices]), null],
});

const gatherOp = defineOp({
  name: "maxPool2dGather",
  inputs: ["input", "indices"],
  kernel: kernels.maxPool2dGather,
  infer: ([{ dtype }, { shape }]) => [{ shape, dtype }],
  save: { indices: ["input"] },
  backward: ({ grad, indices, inputs: [{ shape }] }): Gradients => [
    apply(backwardOp, [grad, indices], { shape }),
    null,
  ],
});

function pooledShape(
  [batch, channels, height, width]: Shape,
  { kernelSize, stride, padding, dilation, ceilMode }: PoolingAttributes & { readonly ceilMode: boolean },
): number[] {
  const count = (size: number, at: 0 | 1) =>
    windowCount(size, kernelSize[at], stride[at], padding[at], dilation[at], ceilMode);
  return [batch!, channels!, count(height!, 0), count(width!, 1)];
}

interface MaxPoolOptions<Size> {
  /** Steps of the window. Default: its size. */
  readonly stride?: Size;
  /** Border of −∞ on each side; at most half the window. Default 0. */
  readonly padding?: Size;
  /** Distance between the window's elements. Default 1. */
  readonly dilation?: Size;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
}

export interface MaxPool1dOptions extends MaxPoolOptions<Size1d> {}
export interface MaxPool2dOptions extends MaxPoolOptions<Size2d> {}
export interface MaxPool3dOptions extends MaxPoolOptions<Size3d> {}

/** Whether places are given beside the largest elements. */
interface MayReturnIndices {
  readonly returnIndices?: boolean;
}

/** Asks for the places of the largest elements too. */
export interface WithIndices {
  readonly returnIndices: true;
}

/** What a max pooling gives with `returnIndices: true`; `const [output, indices] = …` takes it apart too. */
export interface MaxPoolResult extends Iterable<Tensor> {
  readonly output: Tensor;
  /** int32: where in its plane, or volume, flattened, each element stood. */
  readonly indices: Tensor;
}

export const pooledPair = (output: Tensor, indices: Tensor): MaxPoolResult => ({
  output,
  indices,
  *[Symbol.iterator]() {
    yield output;
    yield indices;
  },
});

type Places = ["stride", "padding", "dilation", "ceilMode", "returnIndices"];
const names: Readonly<Places> = ["stride", "padding", "dilation", "ceilMode", "returnIndices"];

/** The largest of windows, and, where wanted, where they stood. */
interface Maxima {
  readonly output: Tensor;
  readonly indices: Tensor | null;
}

/** Takes the largest of windows over [N, C, …sizes], `pooled` of them along each dimension. */
type TakeMaxima = (input: Tensor, pooled: readonly number[], windows: Windows, wantsIndices: boolean) => Maxima;

/** `take` is told by who knows how many dimensions there are, so that images do not bring along what volumes need. */
function largest(
  op: string,
  dims: Dims,
  take: TakeMaxima,
  input: Tensor,
  given: unknown,
  places: readonly unknown[],
): Tensor | MaxPoolResult {
  checkTensor(op, "input", input);
  const [kernelSize, rest] = inPlace<number | readonly number[], readonly unknown[]>(op, "kernelSize", given, places);
  const options = optionsOf<MaxPoolOptions<number | readonly number[]> & MayReturnIndices>(op, names, rest);
  checkOptions(op, options, names);
  const windows = windowsOf(op, kernelSize, options, dims);
  const image = imageOf(op, input, dims, "refused");
  const pooled = checkedSizes(op, image, windows);
  const { output, indices } = take(image.batched, pooled, windows, options.returnIndices === true);
  return indices === null ? image.back(output) : pooledPair(image.back(output), image.back(indices));
}

/** One pass of the kernel: over the images' dimensions from `at` on, or down the rows alone. */
function over(image: Tensor, { kernelSize, stride, padding, dilation, ceilMode }: Windows, at: number, rows = true) {
  const pick = (from: readonly number[], none: number) =>
    (from.length === 1 ? [none, from[0]!] : rows ? from.slice(at, at + 2) : [from[at]!, none]) as unknown as Pair;
  return apply(maxPool2dOp, [image], {
    ...{ kernelSize: pick(kernelSize, 1), stride: pick(stride, 1), padding: pick(padding, 0) },
    ...{ dilation: pick(dilation, 1), ceilMode },
  }) as unknown as [Tensor, Tensor];
}

/** Of images, or of rows. */
const maximaOfImages: TakeMaxima = (input, pooled, windows, wantsIndices) => {
  const shape = behindChannels(input, ...pooled);
  const image = pooled.length === 2 ? input : reshape(input, behindChannels(input, 1, input.shape[2]!));
  const [output, indices] = over(image, windows, 0);
  return { output: reshapeResult(output, shape), indices: wantsIndices ? reshapeResult(indices, shape) : null };
};

/** Of volumes. */
const maximaOfVolumes: TakeMaxima = (input, pooled, windows, wantsIndices) => {
  const shape = behindChannels(input, ...pooled);
  const [batch, channels, depth, height, width] = input.shape as readonly [number, number, number, number, number];
  const [planes, placesInPlanes] = over(reshape(input, [batch, channels * depth, height, width]), windows, 1);
  const plane = pooled[1]! * pooled[2]!;
  const [deep, placesAlong] = over(reshape(planes, [batch, channels, depth, plane]), windows, 0, false);
  const output = reshapeResult(deep, shape);
  if (!wantsIndices) return { output, indices: null };
  // A window may lie wholly in the padding: −1, in either pass.
  const along = reshape(placesAlong, [batch, channels, pooled[0]! * plane]);
  const chosen = gather(reshape(placesInPlanes, [batch, channels, depth * plane]), 2, clampMin(along, 0));
  const places = add(mul(floorDivide(along, plane), height * width), chosen);
  const indices = where(logicalOr(lt(along, 0), lt(chosen, 0)), -1, places);
  return { output, indices: reshapeResult(indices, shape) };
};

/** Of either. */
export const maxima: TakeMaxima = (input, pooled, windows, wantsIndices) =>
  (pooled.length < 3 ? maximaOfImages : maximaOfVolumes)(input, pooled, windows, wantsIndices);

/**
 * The largest element of each window; options may stand behind it in PyTorch's order. Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with
 * L' = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. With `returnIndices: true` also where they stood.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { maxPool1d, tensor } from "@bernoulli/tensor";
 * maxPool1d(tensor([[1, 3, 7, 5]]), 2).toArray(); // → [[3, 7]]
 * ```
 */
export function maxPool1d(input: Tensor, kernelSize: Size1d, options: MaxPool1dOptions & WithIndices): MaxPoolResult;
export function maxPool1d(
  input: Tensor,
  kernelSize: Size1d,
  stride: Size1d,
  options: Omit<MaxPool1dOptions, "stride"> & WithIndices,
): MaxPoolResult;
export function maxPool1d(
  input: Tensor,
  kernelSize: Size1d | ByName<"kernelSize", Size1d, MaxPool1dOptions & { readonly returnIndices?: false }>,
  ...rest: Positional<MaxPool1dOptions & { readonly returnIndices?: false }, Places>
): Tensor;
export function maxPool1d(
  input: Tensor,
  kernelSize: Size1d,
  ...rest: Positional<MaxPool1dOptions & MayReturnIndices, Places>
): Tensor | MaxPoolResult;
export function maxPool1d(input: Tensor, given: unknown, ...rest: readonly unknown[]): Tensor | MaxPoolResult {
  return largest("maxPool1d", 1, maximaOfImages, input, given, rest);
}

/**
 * The largest element of each window; options may stand behind it in PyTorch's order. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) →
 * (C, H', W'), with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise. With `returnIndices: true` also where
 * they stood. See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { arange, maxPool2d } from "@bernoulli/tensor";
 * maxPool2d(arange(16).to("float32").view(1, 4, 4), 2).toArray(); // → [[[5, 7], [13, 15]]]
 * ```
 */
export function maxPool2d(input: Tensor, kernelSize: Size2d, options: MaxPool2dOptions & WithIndices): MaxPoolResult;
export function maxPool2d(
  input: Tensor,
  kernelSize: Size2d,
  stride: Size2d,
  options: Omit<MaxPool2dOptions, "stride"> & WithIndices,
): MaxPoolResult;
export function maxPool2d(
  input: Tensor,
  kernelSize: Size2d | ByName<"kernelSize", Size2d, MaxPool2dOptions & { readonly returnIndices?: false }>,
  ...rest: Positional<MaxPool2dOptions & { readonly returnIndices?: false }, Places>
): Tensor;
export function maxPool2d(
  input: Tensor,
  kernelSize: Size2d,
  ...rest: Positional<MaxPool2dOptions & MayReturnIndices, Places>
): Tensor | MaxPoolResult;
export function maxPool2d(input: Tensor, given: unknown, ...rest: readonly unknown[]): Tensor | MaxPoolResult {
  return largest("maxPool2d", 2, maximaOfImages, input, given, rest);
}

/**
 * The largest element of each window; options may stand behind it in PyTorch's order. Shape: (N, C, D, H, W) → (N, C, D', H', W') or
 * (C, D, H, W) → (C, D', H', W'), with D' = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and H' and W' likewise. With
 * `returnIndices: true` also where they stood. See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool3d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { arange, maxPool3d } from "@bernoulli/tensor";
 * maxPool3d(arange(8).to("float32").view(1, 2, 2, 2), 2).toArray(); // → [[[[7]]]]
 * ```
 */
export function maxPool3d(input: Tensor, kernelSize: Size3d, options: MaxPool3dOptions & WithIndices): MaxPoolResult;
export function maxPool3d(
  input: Tensor,
  kernelSize: Size3d,
  stride: Size3d,
  options: Omit<MaxPool3dOptions, "stride"> & WithIndices,
): MaxPoolResult;
export function maxPool3d(
  input: Tensor,
  kernelSize: Size3d | ByName<"kernelSize", Size3d, MaxPool3dOptions & { readonly returnIndices?: false }>,
  ...rest: Positional<MaxPool3dOptions & { readonly returnIndices?: false }, Places>
): Tensor;
export function maxPool3d(
  input: Tensor,
  kernelSize: Size3d,
  ...rest: Positional<MaxPool3dOptions & MayReturnIndices, Places>
): Tensor | MaxPoolResult;
export function maxPool3d(input: Tensor, given: unknown, ...rest: readonly unknown[]): Tensor | MaxPoolResult {
  return largest("maxPool3d", 3, maximaOfVolumes, input, given, rest);
}
