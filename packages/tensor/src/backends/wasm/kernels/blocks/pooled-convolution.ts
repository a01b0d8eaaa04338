// A convolution with bias, ReLU and max pooling as one, and its gradients, on images whose channels lie together. Only a
// window's largest element gets a gradient, and only where ReLU let it through: the forward pass keeps its code, and the
// gradients are sums over short lists. Here the work is cut and spread; the kernels are emitted by the files beside this one.

import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import { clear } from "../copy.js";
import { flagNonFinite } from "../finite.js";
import { nanosecondsOfProduct } from "../product.js";
import { directBytes, emitPooledDirect } from "./pooled-direct.js";
import { emitPooledInputGradient, inputGradientScratchBytes } from "./pooled-input-gradient.js";
import {
  codesOf,
  coversAll,
  floatBytes,
  imageBytesOf,
  keyOf,
  type PooledConvolution,
  paddedChannels,
  pooledSizeOf,
  windowStepsOf,
} from "./pooled-sizes.js";
import {
  emitPooledWeightGradient,
  imagesOfList,
  sumsLayoutOf,
  weightGradientScratchBytes,
} from "./pooled-weight-gradient.js";
import { emitPooledWinograd, isThreeByTwo, suitsPooledWinograd, winogradBytes } from "./pooled-winograd.js";
import { correlate } from "./winograd-four.js";

export { type PooledConvolution, suitsPooledConvolution, suitsPooledInputGradient } from "./pooled-sizes.js";

/** Of the weight gradient's sums, each over a part of the batch; together they take no more memory than the images. */
const mostSlices = 8;
/** Multiplications of larger tiles, over those of tiles that are windows. */
const mostOfSmallTiles = 0.9;
/** For larger tiles; with fewer channels their transforms cost more than they save. */
const [leastInputs, leastOutputs] = [3, 16] as const;
/** To lay out one weight. */
const nanosecondsOfWeight = 1;

/** Addresses, of contiguous float32 where nothing else is said. */
export interface PooledConvolutionAddresses {
  /** [N, H, W, C] */
  readonly image: number;
  /** [O, C, kernel rows, kernel columns] */
  readonly weight: number;
  readonly bias: number | null;
  /** [N, rows, columns, O] */
  readonly pooled: number;
  /**
   * int32, like pooled: the bytes from the image position of the window's first element to that of its largest, the first of
   * equals; −1 where ReLU let nothing through. Null where no gradient will be wanted.
   */
  readonly codes: number | null;
  /** int32, set to 1 where an output of the convolution is not finite, or an image that a gradient would be spoilt by. */
  readonly flag: number;
}

/**
 * pooled = max(0, the largest of each window). `mostTile`: rows and columns that tiles of Winograd's may have; those of 4 err more,
 * and do not find equals equal.
 */
export function pooledConvolution(
  runtime: Runtime,
  sizes: PooledConvolution,
  at: PooledConvolutionAddresses,
  mostTile: 2 | 4,
): void {
  const { batch, outputChannels } = sizes;
  // Outputs that no window covers have gradients of zero, but of what they saw zero times infinity would be no number.
  if (at.codes !== null && !coversAll(sizes))
    flagNonFinite(runtime, at.image, (batch * imageBytesOf(sizes).image) / floatBytes, at.flag);
  const pool = mostTile === 4 && suitsWinogradFour(sizes) ? poolByWinogradFour : poolByRows;
  if (at.bias !== null) {
    pool(runtime, sizes, { ...at, bias: at.bias });
    return;
  }
  runtime.withScratch(floatBytes * outputChannels, (zeros) => {
    clear(runtime, zeros, floatBytes * outputChannels);
    pool(runtime, sizes, { ...at, bias: zeros });
  });
}

type WithBias = PooledConvolutionAddresses & { readonly bias: number };

/** Larger tiles than windows, where they save enough multiplications to be worth their larger errors. */
function suitsWinogradFour(sizes: PooledConvolution): boolean {
  const [rows, columns] = pooledSizeOf(sizes);
  const multiplications = 36 * Math.ceil(rows / 2) * Math.ceil(columns / 2);
  return (
    isThreeByTwo(sizes) &&
    sizes.inputChannels >= leastInputs &&
    sizes.outputChannels >= leastOutputs &&
    multiplications < mostOfSmallTiles * 16 * rows * columns
  );
}

function poolByWinogradFour(runtime: Runtime, sizes: PooledConvolution, at: WithBias): void {
  const { batch, inputChannels, outputChannels, imageSize } = sizes;
  const convolution = { batch, inputChannels, outputChannels, imageSize, padding: [0, 0] } as const;
  const finish = { pooledSize: pooledSizeOf(sizes), codes: codesOf(sizes), withCodes: at.codes !== null };
  const addresses = { ...at, mask: 0, output: at.pooled, codes: at.codes ?? 0 };
  correlate(runtime, convolution, { turned: false, masked: false, finish }, addresses);
}

/** Rows of pooled positions, each by itself. */
function poolByRows(runtime: Runtime, sizes: PooledConvolution, at: WithBias): void {
  const { batch, outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const tile = tiles[simd];
  const isWinograd = suitsPooledWinograd(sizes);
  const emit = isWinograd ? emitPooledWinograd : emitPooledDirect;
  const bytes = (isWinograd ? winogradBytes : directBytes)(sizes, tile);
  const withCodes = at.codes !== null;
  const kernel = runtime.kernel(`pooled convolution ${simd} ${withCodes} ${keyOf(sizes)}`, () =>
    emit(sizes, tile, withCodes),
  );
  const imageBytes = imageBytesOf(sizes).image;
  const [rows, columns] = pooledSizeOf(sizes);
  const [down] = windowStepsOf(sizes);
  runtime.withScratch(bytes.weights, (weights) => {
    if (paddedChannels(sizes, tile) > outputChannels) clear(runtime, weights, bytes.weights);
    const elements = outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
    runtime.spread(outputChannels / 4, nanosecondsOfWeight * elements, (begin, end) =>
      runtime.call(kernel, "weights", at.weight, weights, begin, end),
    );
    runtime.spread(batch * rows, workOf(sizes) * (isWinograd ? 0.5 : 1), (begin, end) =>
      runtime.withScratch(bytes.scratch, (scratch) => {
        const firstRow = begin % rows;
        const image = at.image + ((begin - firstRow) / rows) * imageBytes + firstRow * down;
        const offset = floatBytes * begin * columns * outputChannels;
        const codes = at.codes === null ? 0 : at.codes + offset;
        const addresses = [image, weights, at.bias, at.pooled + offset, codes, at.flag, scratch];
        runtime.call(kernel, "run", ...addresses, firstRow, end - begin);
      }),
    );
  });
}

/** What the plain sums of a pass would take. */
function workOf(sizes: PooledConvolution): number {
  const { batch, outputChannels, inputChannels, kernelSize, poolStride } = sizes;
  const [rows, columns] = pooledSizeOf(sizes);
  const positions = batch * rows * columns * poolStride[0] * poolStride[1];
  return positions * outputChannels * inputChannels * kernelSize[0] * kernelSize[1] * nanosecondsOfProduct;
}

/** The same for its gradients, where one position of a window has one. */
const workOfGradient = (sizes: PooledConvolution) => workOf(sizes) / (sizes.poolStride[0] * sizes.poolStride[1]);

/** Addresses, as for the forward pass; the gradient is that of pooled. */
export interface PooledWeightGradientAddresses {
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
  at: PooledWeightGradientAddresses,
): void {
  const { outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const slices = slicesOf(sizes);
  const kernel = runtime.kernel(`pooled weight gradient ${simd} ${slices.length} ${keyOf(sizes)}`, () =>
    emitPooledWeightGradient(sizes, tiles[simd], slices.length),
  );
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * outputChannels;
  const imageBytes = imageBytesOf(sizes).image;
  const { channelBytes, weightBytes, sliceBytes } = sumsLayoutOf(sizes);
  runtime.withScratch(slices.length * sliceBytes, (sums) => {
    const sumSlice = (slice: number, first: number, last: number) =>
      runtime.withScratch(weightGradientScratchBytes(sizes), (lists) => {
        const [begin, end] = slices[slice]!;
        const channels = begin * pooledBytes + floatBytes * first;
        const own = sums + slice * sliceBytes;
        const from = [at.image + begin * imageBytes, at.gradient + channels, at.codes + channels];
        const to = [own + first * channelBytes, own + weightBytes + floatBytes * first];
        runtime.call(kernel, "sums", ...from, ...to, lists, end - begin, last - first);
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
  /** Like image, its border included; all of it is written. */
  readonly imageGradient: number;
}

export function pooledInputGradient(
  runtime: Runtime,
  sizes: PooledConvolution,
  at: PooledInputGradientAddresses,
): void {
  const { batch, outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const kernel = runtime.kernel(`pooled input gradient ${simd} ${keyOf(sizes)}`, () =>
    emitPooledInputGradient(sizes, tiles[simd]),
  );
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * outputChannels;
  const imageBytes = imageBytesOf(sizes).image;
  const elements = outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
  runtime.withScratch(floatBytes * elements, (weights) => {
    runtime.spread(outputChannels, nanosecondsOfWeight * elements, (begin, end) =>
      runtime.call(kernel, "weights", at.weight, weights, begin, end),
    );
    runtime.spread(batch, workOfGradient(sizes), (begin, end) =>
      runtime.withScratch(inputGradientScratchBytes(sizes), (list) => {
        const from = [at.gradient + begin * pooledBytes, at.codes + begin * pooledBytes, weights];
        runtime.call(kernel, "run", ...from, at.imageGradient + begin * imageBytes, list, end - begin);
      }),
    );
  });
}
