// The sizes of a fused convolution with ReLU and max pooling, and what follows from them. No kernels.

import type { Pair } from "../../../kernels.js";

/** Sizes of conv2d → ReLU → maxPool2d on images whose channels lie together (NHWC). */
export interface PooledConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns of an image as it lies, its border of zeros included: the convolution itself has no padding. */
  readonly imageSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  /** Of the pool; 1 × 1 for none. */
  readonly poolSize: Pair;
  readonly poolStride: Pair;
}

/** Rows and columns of what the convolution gives. */
export function convolvedSize({ imageSize, kernelSize, stride }: PooledConvolution): Pair {
  return [0, 1].map(
    (axis) => Math.floor((imageSize[axis]! - kernelSize[axis]!) / stride[axis]!) + 1,
  ) as unknown as Pair;
}

export function pooledSize(sizes: PooledConvolution): Pair {
  const convolved = convolvedSize(sizes);
  const { poolSize, poolStride } = sizes;
  return [0, 1].map((axis) => {
    return Math.floor((convolved[axis]! - poolSize[axis]!) / poolStride[axis]!) + 1;
  }) as unknown as Pair;
}

/** Whether every output of the convolution lies in a window of the pool. */
export function coversAll(sizes: PooledConvolution): boolean {
  const [convolved, pooled] = [convolvedSize(sizes), pooledSize(sizes)];
  return [0, 1].every((axis) => {
    const [size, step] = [sizes.poolSize[axis]!, sizes.poolStride[axis]!];
    return step <= size && (pooled[axis]! - 1) * step + size === convolved[axis]!;
  });
}

/** Bytes from an image's element to that one row below, and to the one beside it. */
export function imageSteps({ imageSize, inputChannels }: PooledConvolution): Pair {
  return [4 * imageSize[1] * inputChannels, 4 * inputChannels];
}

/** For each element of the pool's window, row by row, the bytes between its place in the image and the first element's. */
export function windowCodes(sizes: PooledConvolution): number[] {
  const [rowStep, columnStep] = imageSteps(sizes);
  const { poolSize, stride } = sizes;
  return Array.from({ length: poolSize[0] * poolSize[1] }, (_, element) => {
    const [row, column] = [Math.floor(element / poolSize[1]), element % poolSize[1]];
    return row * stride[0] * rowStep + column * stride[1] * columnStep;
  });
}

/** Everything that kernels are emitted for: all sizes but the batch. */
export function sizesKey({ batch: _, ...sizes }: PooledConvolution): string {
  return Object.values(sizes).flat().join(",");
}

/** Cuts `count` into parts of at most `most`, as even as can be. */
export function evenParts(count: number, most: number): number[] {
  const parts = Math.ceil(count / most);
  return Array.from(
    { length: parts },
    (_, at) => Math.floor(((at + 1) * count) / parts) - Math.floor((at * count) / parts),
  );
}
