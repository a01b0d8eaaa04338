// The gradients of a convolution with bias, ReLU and max pooling: sums over short lists, since only a window's largest element gets
// a gradient, and only where ReLU let it through. Here the work is cut and spread; the kernels are emitted by the files beside this
// one.

import type { Pair } from "../../../../kernels/contract.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import { emitPooledInputGradient, inputGradientScratchBytes } from "./pooled-input-gradient.js";
import {
  floatBytes,
  imageBytesOf,
  keyOf,
  nanosecondsOfWeight,
  type PooledConvolution,
  plainImageBytes,
  pooledSizeOf,
  workOf,
} from "./pooled-sizes.js";
import {
  emitPooledWeightGradient,
  imagesOfList,
  sumsLayoutOf,
  weightGradientScratchBytes,
} from "./pooled-weight-gradient.js";

/** Of the weight gradient's sums, each over a part of the batch; together they take no more memory than the images. */
const mostSlices = 8;

/** The same for its gradients, where one position of a window has one. */
const workOfGradient = (sizes: PooledConvolution) => workOf(sizes) / (sizes.poolStride[0] * sizes.poolStride[1]);

/** Addresses, as for the forward pass; the gradient is that of pooled. */
export interface PooledWeightGradientAddresses {
  /** With or without the border, as it is said. */
  readonly image: number;
  readonly gradient: number;
  readonly codes: number;
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

function slicesOf(sizes: PooledConvolution) {
  const imagesBytes = sizes.batch * imageBytesOf(sizes).image;
  const most = Math.min(mostSlices, Math.max(1, Math.floor(imagesBytes / sumsLayoutOf(sizes).sliceBytes)));
  return split(sizes.batch, most, imagesOfList(sizes));
}

/** The batch is cut into slices by its size alone, so that sums do not depend on the number of threads. */
export function pooledWeightGradient(
  runtime: Runtime,
  sizes: PooledConvolution,
  border: Pair,
  at: PooledWeightGradientAddresses,
): void {
  const { outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const slices = slicesOf(sizes);
  const kernel = runtime.kernel(`pooled weight gradient ${simd} ${slices.length} ${border} ${keyOf(sizes)}`, () =>
    emitPooledWeightGradient(sizes, border, tiles[simd], slices.length),
  );
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * outputChannels;
  const imageBytes = plainImageBytes(sizes, border);
  const { channelBytes, weightBytes, sliceBytes } = sumsLayoutOf(sizes);
  runtime.withScratch(slices.length * sliceBytes, (sums) => {
    const sumSlice = (slice: number, first: number, last: number) =>
      runtime.withScratch(weightGradientScratchBytes(sizes, border), (scratch) => {
        const [begin, end] = slices[slice]!;
        const channels = begin * pooledBytes + floatBytes * first;
        const own = sums + slice * sliceBytes;
        const from = [at.image + begin * imageBytes, at.gradient + channels, at.codes + channels];
        const to = [own + first * channelBytes, own + weightBytes + floatBytes * first];
        runtime.call(kernel, "sums", ...from, ...to, scratch, end - begin, last - first);
      });
    runtime.parallel(workOfGradient(sizes), (parts) => {
      // Each range of channels reads the images anew: no more of them than keep threads busy.
      const ranges = split(outputChannels, Math.ceil(Math.min(parts, mostSlices) / slices.length), 4);
      for (let slice = 0; slice < slices.length; slice += 1)
        for (const [first, last] of ranges) runtime.task(() => sumSlice(slice, first, last));
    });
    const weightsOfChannel = inputChannels * kernelSize[0] * kernelSize[1];
    const work = nanosecondsOfWeight * outputChannels * weightsOfChannel;
    runtime.parallel(work, (parts) => {
      for (const [first, last] of split(outputChannels, parts, 4)) {
        const weights = [sums + first * channelBytes, at.weightGradient + floatBytes * first * weightsOfChannel];
        const biases = [
          sums + weightBytes + floatBytes * first,
          at.biasGradient === null ? 0 : at.biasGradient + floatBytes * first,
        ];
        runtime.task(() => runtime.call(kernel, "total", ...weights, ...biases, last - first));
      }
    });
  });
}

/** Addresses, as for the forward pass. */
export interface PooledInputGradientAddresses {
  readonly gradient: number;
  readonly codes: number;
  readonly weight: number;
  /** [N, H, W, C], without the border; all of it is written. */
  readonly imageGradient: number;
}

export function pooledInputGradient(
  runtime: Runtime,
  sizes: PooledConvolution,
  border: Pair,
  at: PooledInputGradientAddresses,
): void {
  const { batch, outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const kernel = runtime.kernel(`pooled input gradient ${simd} ${border} ${keyOf(sizes)}`, () =>
    emitPooledInputGradient(sizes, border, tiles[simd]),
  );
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * outputChannels;
  const imageBytes = plainImageBytes(sizes, border);
  const elements = outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
  runtime.withScratch(floatBytes * elements, (weights) => {
    runtime.spread(outputChannels, nanosecondsOfWeight * elements, (begin, end) =>
      runtime.call(kernel, "weights", at.weight, weights, begin, end),
    );
    runtime.spread(batch, workOfGradient(sizes), (begin, end) =>
      runtime.withScratch(inputGradientScratchBytes(sizes, border), (scratch) => {
        const from = [at.gradient + begin * pooledBytes, at.codes + begin * pooledBytes, weights];
        runtime.call(kernel, "run", ...from, at.imageGradient + begin * imageBytes, scratch, end - begin);
      }),
    );
  });
}
