// A convolution with bias, ReLU and max pooling as one, and its gradients, on images whose channels lie together. Only a
// window's largest element gets a gradient, and only where ReLU let it through: the forward pass keeps its code, and the
// gradients are sums over short lists. Here the work is cut and spread; the kernels are emitted by the files beside this one.

import type { Pair } from "../../../kernels.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import { clear } from "../copy.js";
import { flagNonFinite } from "../finite.js";
import { nanosecondsOfProduct } from "../product.js";
import type { Copies } from "./linear.js";
import { directBytes, emitPooledDirect } from "./pooled-direct.js";
import { emitPooledInputGradient, inputGradientScratchBytes } from "./pooled-input-gradient.js";
import {
  codesOf,
  convolvedSizeOf,
  coveredSizeOf,
  coversAll,
  floatBytes,
  imageBytesOf,
  keyOf,
  type PooledConvolution,
  paddedChannels,
  pooledSizeOf,
  tileFor,
  vectorBytes,
  windowStepsOf,
} from "./pooled-sizes.js";
import {
  emitPooledWeightGradient,
  imagesOfList,
  sumsLayoutOf,
  weightGradientScratchBytes,
} from "./pooled-weight-gradient.js";
import { emitPooledWindows } from "./pooled-windows.js";
import { emitPooledWinograd, suitsPooledWinograd, winogradBytes } from "./pooled-winograd.js";
import { withWholeFours } from "./weight-layouts.js";
import { correlate, type WinogradConvolution, withTransformedWeights } from "./winograd-six.js";
import { forwardOf, geometryOf, planesOf, tileGridOf } from "./winograd-six-sizes.js";

export { type PooledConvolution, suitsPooledConvolution } from "./pooled-sizes.js";

/** Of the weight gradient's sums, each over a part of the batch; together they take no more memory than the images. */
const mostSlices = 8;
/** Multiplications at six points, over those of other ways: at more the transforms eat up what is saved. */
const mostOfOthers = 0.9;
/** For six points; with fewer channels the transforms cost more than they save. */
const [leastInputs, leastOutputs] = [3, 16] as const;
/** To lay out one weight. */
const nanosecondsOfWeight = 1;

/** Addresses, of contiguous float32 where nothing else is said. */
export interface PooledConvolutionAddresses {
  /** [N, H, W, C] */
  readonly image: number;
  /** [O, C, kernel rows, kernel columns] */
  readonly weight: number;
  /** Where the weight is kept from call to call as kernels read it, if it stays as it is. */
  readonly copies: Copies | null;
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
 * pooled = max(0, the largest of each window). High precision may take Winograd's algorithm at six points, which errs more and does
 * not find equals equal; the highest does not.
 */
export function pooledConvolution(
  runtime: Runtime,
  sizes: PooledConvolution,
  at: PooledConvolutionAddresses,
  precision: "high" | "highest",
): void {
  const { batch, outputChannels } = sizes;
  // Outputs that no window covers have gradients of zero, but of what they saw zero times infinity would be no number.
  if (at.codes !== null && !coversAll(sizes))
    flagNonFinite(runtime, at.image, (batch * imageBytesOf(sizes).image) / floatBytes, at.flag);
  const convolution = precision === "high" ? sixPointSizes(sizes) : null;
  const pool = (bias: number) => {
    if (convolution === null) poolByRows(runtime, sizes, { ...at, bias });
    else (isPoolOfTwo(sizes) ? poolInTiles : poolBehind)(runtime, sizes, convolution, { ...at, bias });
  };
  if (at.bias !== null) {
    withWholeFours(runtime, [1, outputChannels, 1], at.bias, pool);
    return;
  }
  const bytes = vectorBytes * Math.ceil(outputChannels / 4);
  runtime.withScratch(bytes, (zeros) => {
    clear(runtime, zeros, bytes);
    pool(zeros);
  });
}

type WithBias = PooledConvolutionAddresses & { readonly bias: number };

/** Sizes that Winograd's algorithm at six points serves better than others, with larger errors; null for the rest. */
function sixPointSizes(sizes: PooledConvolution): WinogradConvolution | null {
  const { batch, inputChannels, outputChannels, imageSize, kernelSize, stride } = sizes;
  const [size] = kernelSize;
  if ((size !== 3 && size !== 5) || kernelSize[1] !== size || stride.some((step) => step !== 1)) return null;
  if (inputChannels < leastInputs || outputChannels < leastOutputs) return null;
  const computed = isPoolOfTwo(sizes) ? coveredSizeOf(sizes) : convolvedSizeOf(sizes);
  const convolution = {
    batch,
    inputChannels,
    outputChannels,
    imageSize,
    padding: [0, 0],
    kernelSize: size,
    stride: 1,
  } as const;
  const { scheme } = forwardOf(convolution);
  const [rows, columns] = tileGridOf(computed, geometryOf(scheme).tileSize);
  const [coveredRows, coveredColumns] = coveredSizeOf(sizes);
  const plain = coveredRows * coveredColumns * size * size;
  const others = suitsPooledWinograd(sizes) ? 16 / 36 : 1;
  return planesOf(scheme) * rows * columns > mostOfOthers * others * plain ? null : convolution;
}

function isPoolOfTwo({ poolSize, poolStride }: PooledConvolution): boolean {
  return [...poolSize, ...poolStride].every((size) => size === 2);
}

/** Tiles hold whole windows. */
function poolInTiles(runtime: Runtime, sizes: PooledConvolution, convolution: WinogradConvolution, at: WithBias): void {
  const finish = { pooledSize: pooledSizeOf(sizes), codes: codesOf(sizes), withCodes: at.codes !== null };
  const addresses = { ...at, mask: 0, output: at.pooled, codes: at.codes ?? 0 };
  correlate(runtime, forwardOf(convolution), { turned: false, masked: false, finish }, addresses);
}

/** Image by image: first the convolution, then its windows. */
function poolBehind(runtime: Runtime, sizes: PooledConvolution, convolution: WinogradConvolution, at: WithBias): void {
  const withCodes = at.codes !== null;
  const simd = getSimd();
  const kernel = runtime.kernel(`pooled windows ${simd} ${withCodes} ${keyOf(sizes)}`, () =>
    emitPooledWindows(sizes, tiles[simd], withCodes),
  );
  const finish = { biased: false, rectified: false, watched: false, behind: null };
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * sizes.outputChannels;
  const imageBytes = imageBytesOf(sizes).image;
  const options = { turned: false, masked: false, finish };
  withTransformedWeights(runtime, forwardOf(convolution), options, at, ({ run, outputBytes, scratchBytes, tileRows }) =>
    runtime.spread(sizes.batch, workOf(sizes) / 2, (begin, end) =>
      runtime.withScratch(outputBytes + scratchBytes, (output) => {
        for (let image = begin; image < end; image += 1) {
          const addresses = { mask: 0, bias: 0, codes: 0, flag: 0, output, image: at.image + image * imageBytes };
          run(addresses, output + outputBytes, 0, tileRows);
          const [pooled, codes] = [at.pooled, at.codes ?? 0].map((address) => address + image * pooledBytes);
          runtime.call(kernel, "pool", output, at.bias, pooled!, codes!, at.flag);
        }
      }),
    ),
  );
}

/** Rows of pooled positions, each by itself. */
function poolByRows(runtime: Runtime, sizes: PooledConvolution, at: WithBias): void {
  const { batch, outputChannels, inputChannels, kernelSize } = sizes;
  const simd = getSimd();
  const tile = tileFor(sizes, tiles[simd]);
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
  const layOut = (weights: number) => {
    if (paddedChannels(sizes, tile) > outputChannels) clear(runtime, weights, bytes.weights);
    const elements = outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
    withWholeFours(runtime, [1, outputChannels, elements / outputChannels], at.weight, (weight) =>
      runtime.spread(Math.ceil(outputChannels / 4), nanosecondsOfWeight * elements, (begin, end) =>
        runtime.call(kernel, "weights", weight, weights, begin, end),
      ),
    );
  };
  const run = (weights: number) =>
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
  if (at.copies !== null)
    run(at.copies.copyAs(`${isWinograd ? "four points" : "panels"} ${simd} ${tile.columns}`, bytes.weights, layOut));
  else
    runtime.withScratch(bytes.weights, (weights) => {
      layOut(weights);
      run(weights);
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
  const [height, width] = sizes.imageSize;
  const imageBytes = floatBytes * (height - 2 * border[0]) * (width - 2 * border[1]) * inputChannels;
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
