// The sizes of a convolution with ReLU and max pooling behind it, what follows from them, and which of them the kernels of
// this folder serve. What is computed is in pooled-convolution.ts.

import type { Pair } from "../../../../kernels/contract.js";
import type { Tile } from "../../simd.js";
import { nanosecondsOfProduct } from "../product.js";

/** Sizes of conv2d → ReLU → maxPool2d on images whose channels lie together (NHWC). */
export interface PooledConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns of an image as it lies, its border of zeros included: the convolution itself has no padding. */
  readonly imageSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly poolSize: Pair;
  readonly poolStride: Pair;
}

/** Loops over the elements of a kernel and of a pool's window are unrolled. */
const mostKernelElements = 169;
const mostPoolElements = 64;
/** So are those over the vectors of all rows of a kernel. */
const mostVectors = 2048;

/** To lay out one weight. */
export const nanosecondsOfWeight = 1;

export const floatBytes = 4;
export const vectorBytes = 16;

/** Rows and columns of the convolution. */
export function convolvedSizeOf({ imageSize, kernelSize, stride }: PooledConvolution): Pair {
  const size = (axis: 0 | 1) => Math.floor((imageSize[axis] - kernelSize[axis]) / stride[axis]) + 1;
  return [size(0), size(1)];
}

/** Rows and columns after pooling. */
export function pooledSizeOf(sizes: PooledConvolution): Pair {
  const convolved = convolvedSizeOf(sizes);
  const { poolSize, poolStride } = sizes;
  const size = (axis: 0 | 1) => Math.floor((convolved[axis] - poolSize[axis]) / poolStride[axis]) + 1;
  return [size(0), size(1)];
}

/** Rows and columns of the convolution that the pool's windows cover. */
export function coveredSizeOf(sizes: PooledConvolution): Pair {
  const pooled = pooledSizeOf(sizes);
  const size = (axis: 0 | 1) => (pooled[axis] - 1) * sizes.poolStride[axis] + sizes.poolSize[axis];
  return [size(0), size(1)];
}

/** Whether windows cover every output of the convolution, and those every place of the image. */
export function coversAll(sizes: PooledConvolution): boolean {
  const covered = coveredSizeOf(sizes);
  return ([0, 1] as const).every((axis) => {
    const [step, size] = [sizes.stride[axis], sizes.kernelSize[axis]];
    const seen = (covered[axis] - 1) * step + size;
    return step <= size && sizes.poolStride[axis] <= sizes.poolSize[axis] && seen === sizes.imageSize[axis];
  });
}

/** Bytes of one image, of one of its rows, and of one row of a kernel, which lies there in one piece. */
export function imageBytesOf({ imageSize: [height, width], kernelSize, inputChannels }: PooledConvolution) {
  const row = floatBytes * width * inputChannels;
  return { image: height * row, row, kernelRow: floatBytes * kernelSize[1] * inputChannels };
}

/** Bytes between a window and its neighbour below and on the right, in the image. */
export function windowStepsOf({ imageSize, stride, poolStride, inputChannels }: PooledConvolution): Pair {
  const position = floatBytes * inputChannels;
  return [poolStride[0] * stride[0] * imageSize[1] * position, poolStride[1] * stride[1] * position];
}

/** Where each element of a pool's window lies in the image, in bytes behind the first: what the codes say. */
export function codesOf({ imageSize, stride, poolSize, inputChannels }: PooledConvolution): readonly number[] {
  return Array.from({ length: poolSize[0] * poolSize[1] }, (_, at) => {
    const [y, x] = [Math.floor(at / poolSize[1]), at % poolSize[1]];
    return floatBytes * inputChannels * (y * stride[0] * imageSize[1] + x * stride[1]);
  });
}

/** A tile of panels half as wide, and twice as high, where channels would not fill half of a panel. */
export function tileFor({ outputChannels }: { readonly outputChannels: number }, tile: Tile): Tile {
  const columns = tile.columns / 2;
  return outputChannels <= columns ? { ...tile, rows: 2 * tile.rows, columns } : tile;
}

/** Channels in whole panels of columns; those that fill up the last panel have weights of zero. */
export function paddedChannels({ outputChannels }: PooledConvolution, { columns }: Tile): number {
  return Math.ceil(outputChannels / columns) * columns;
}

/**
 * Of a forward kernel, `run(…)`: rows of pooled positions, from row `firstRow` of the image on, and on into the next images.
 * The addresses are those of the first row; `image` is that of its first window.
 */
export const forwardParameters = {
  image: "i32",
  weights: "i32",
  bias: "i32",
  pooled: "i32",
  codes: "i32",
  flag: "i32",
  scratch: "i32",
  firstRow: "i32",
  rows: "i32",
} as const;

export function isBordered(border: Pair): boolean {
  return border[0] + border[1] > 0;
}

/** Rows and columns of an image without that border. */
export function plainSizeOf({ imageSize }: PooledConvolution, border: Pair): Pair {
  return [imageSize[0] - 2 * border[0], imageSize[1] - 2 * border[1]];
}

export function plainImageBytes(sizes: PooledConvolution, border: Pair): number {
  const [height, width] = plainSizeOf(sizes, border);
  return floatBytes * height * width * sizes.inputChannels;
}

/** All but the batch, which kernels do not depend on. */
export function keyOf(sizes: PooledConvolution): string {
  const { inputChannels, outputChannels, imageSize, kernelSize, stride, poolSize, poolStride } = sizes;
  return [inputChannels, outputChannels, ...imageSize, ...kernelSize, ...stride, ...poolSize, ...poolStride].join();
}

/** Vectors of a row of a kernel; the last one may reach beyond it. */
export function vectorsOfKernelRow({ kernelSize, inputChannels }: PooledConvolution): number {
  return Math.ceil((kernelSize[1] * inputChannels) / 4);
}

/** Whether the kernels serve these sizes. */
export function suitsPooledConvolution(sizes: PooledConvolution): boolean {
  const { batch, outputChannels, kernelSize, poolSize } = sizes;
  return (
    batch > 0 &&
    outputChannels > 0 &&
    pooledSizeOf(sizes).every((size) => size > 0) &&
    kernelSize[0] * kernelSize[1] <= mostKernelElements &&
    poolSize[0] * poolSize[1] <= mostPoolElements &&
    kernelSize[0] * vectorsOfKernelRow(sizes) <= mostVectors
  );
}

/** What the plain sums of a pass would take. */
export function workOf(sizes: PooledConvolution): number {
  const { batch, outputChannels, inputChannels, kernelSize, poolStride } = sizes;
  const [rows, columns] = pooledSizeOf(sizes);
  const positions = batch * rows * columns * poolStride[0] * poolStride[1];
  return positions * outputChannels * inputChannels * kernelSize[0] * kernelSize[1] * nanosecondsOfProduct;
}
