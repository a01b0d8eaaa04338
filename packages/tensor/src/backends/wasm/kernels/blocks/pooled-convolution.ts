// A convolution with bias, ReLU and max pooling as one, on images whose channels lie together. Only a window's largest element gets
// a gradient, and only where ReLU let it through: its code is kept for pooled-gradients.ts. Here the work is cut and spread; the
// kernels are emitted by the files beside this one.

import type { Pair } from "../../../../kernels/contract.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { clear } from "../copy.js";
import { flagNonFinite } from "../finite.js";
import { flagOutliers, withLimits } from "../outliers.js";
import type { Copies } from "./linear.js";
import { directBytes, emitPooledDirect } from "./pooled-direct.js";
import {
  codesOf,
  convolvedSizeOf,
  coveredSizeOf,
  coversAll,
  floatBytes,
  imageBytesOf,
  keyOf,
  nanosecondsOfWeight,
  type PooledConvolution,
  paddedChannels,
  plainImageBytes,
  plainSizeOf,
  pooledSizeOf,
  tileFor,
  vectorBytes,
  windowStepsOf,
  workOf,
} from "./pooled-sizes.js";
import { emitPooledWindows } from "./pooled-windows.js";
import { emitPooledWinograd, suitsPooledWinograd, winogradBytes } from "./pooled-winograd.js";
import { withWholeFours } from "./weight-layouts.js";
import { correlate, imagesOf } from "./winograd-six-correlate.js";
import {
  type Correlation,
  forwardOf,
  geometryOf,
  imageBytesOf as imageBytesOfPass,
  planesOf,
  tileGridOf,
} from "./winograd-six-sizes.js";
import { withTransformedWeights } from "./winograd-six-transformed.js";

export { type PooledConvolution, suitsPooledConvolution } from "./pooled-sizes.js";

/** Multiplications at six points, over those of other ways: at more the transforms eat up what is saved. */
const mostOfOthers = 0.9;
/** For six points; with fewer channels the transforms cost more than they save. */
const [leastInputs, leastOutputs] = [3, 16] as const;

/** Addresses, of contiguous float32 where nothing else is said. */
export interface PooledConvolutionAddresses {
  /** [N, H, W, C], with the border where {@link wantsBorder} says so. */
  readonly image: number;
  /** [O, C, kernel rows, kernel columns] */
  readonly weight: number;
  /** Where the weight is kept from call to call as kernels read it, if it stays as it is. */
  readonly copies: Copies | null;
  readonly bias: number | null;
  /** [N, rows, columns, O] */
  readonly pooled: number;
  /**
   * int32, like pooled: the bytes from the window's first element to its largest, the first of equals, in the image with its
   * border; −1 where ReLU let nothing through. Null where no gradient will be wanted.
   */
  readonly codes: number | null;
  /**
   * int32, set to 1 where an output of the convolution is not finite, or an image that a gradient would be spoilt by, or where an
   * image holds what plain sums are for: outliers.ts.
   */
  readonly flag: number;
}

/** Whether images must have their border of zeros for the forward pass; else none may, and `border` is what they lack. */
export function wantsBorder(sizes: PooledConvolution, border: Pair, precision: "high" | "highest"): boolean {
  return precision === "highest" || sixPointSizes(sizes, border) === null;
}

/** Forward: multiplications, about, and bytes that pass through memory on the way. */
export function effortOfPooled(sizes: PooledConvolution, border: Pair, precision: "high" | "highest") {
  const { batch, inputChannels, outputChannels } = sizes;
  const channels = batch * inputChannels * outputChannels;
  const convolution = precision === "high" ? sixPointSizes(sizes, border) : null;
  if (convolution === null) return { products: channels * shareOfOthers(sizes) * plainProducts(sizes), bytes: 0 };
  const [rows, columns] = convolvedSizeOf(sizes);
  const bytes = isPoolOfTwo(sizes) ? 0 : 2 * floatBytes * batch * rows * columns * outputChannels;
  return { products: channels * productsOfSixPoints(sizes, convolution), bytes };
}

/**
 * pooled = max(0, the largest of each window). High precision may take Winograd's algorithm at six points, which errs more and does
 * not find equals equal; the highest does not.
 */
export function pooledConvolution(
  runtime: Runtime,
  sizes: PooledConvolution,
  border: Pair,
  at: PooledConvolutionAddresses,
  precision: "high" | "highest",
): void {
  const { batch, outputChannels } = sizes;
  const convolution = precision === "high" ? sixPointSizes(sizes, border) : null;
  const imageBytes = convolution === null ? imageBytesOf(sizes).image : plainImageBytes(sizes, border);
  // Outputs that no window covers have gradients of zero, but of what they saw zero times infinity would be no number.
  if (at.codes !== null && !coversAll(sizes))
    flagNonFinite(runtime, at.image, (batch * imageBytes) / floatBytes, at.flag);
  if (convolution === null && suitsPooledWinograd(sizes))
    flagOutliers(runtime, { address: at.image, batch, floats: imageBytes / floatBytes }, at.flag);
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
function sixPointSizes(sizes: PooledConvolution, border: Pair): Correlation | null {
  const { batch, inputChannels, outputChannels, kernelSize, stride } = sizes;
  const [size] = kernelSize;
  if ((size !== 3 && size !== 5) || kernelSize[1] !== size || stride.some((step) => step !== 1)) return null;
  if (inputChannels < leastInputs || outputChannels < leastOutputs) return null;
  if (border.some((amount) => amount >= size)) return null;
  const convolution = forwardOf({
    ...{ batch, inputChannels, outputChannels, kernelSize: size, stride: 1 },
    imageSize: plainSizeOf(sizes, border),
    padding: border,
  });
  const most = mostOfOthers * shareOfOthers(sizes) * plainProducts(sizes);
  return productsOfSixPoints(sizes, convolution) > most ? null : convolution;
}

/** Of one channel to one, in an image. */
function productsOfSixPoints(sizes: PooledConvolution, { scheme }: Correlation): number {
  const computed = isPoolOfTwo(sizes) ? coveredSizeOf(sizes) : convolvedSizeOf(sizes);
  const [rows, columns] = tileGridOf(computed, geometryOf(scheme).tileSize);
  return planesOf(scheme) * rows * columns;
}

/** The same by plain sums. */
function plainProducts(sizes: PooledConvolution): number {
  const [rows, columns] = coveredSizeOf(sizes);
  return rows * columns * sizes.kernelSize[0] * sizes.kernelSize[1];
}

/** Of them, what is multiplied where six points are not taken. */
function shareOfOthers(sizes: PooledConvolution): number {
  return suitsPooledWinograd(sizes) ? 16 / 36 : 1;
}

function isPoolOfTwo({ poolSize, poolStride }: PooledConvolution): boolean {
  return [...poolSize, ...poolStride].every((size) => size === 2);
}

/** Tiles hold whole windows. */
function poolInTiles(runtime: Runtime, sizes: PooledConvolution, convolution: Correlation, at: WithBias): void {
  const finish = { pooledSize: pooledSizeOf(sizes), codes: codesOf(sizes), withCodes: at.codes !== null };
  const addresses = { ...at, mask: 0, output: at.pooled, codes: at.codes ?? 0 };
  correlate(runtime, convolution, { turned: false, masked: false, finish }, addresses);
}

/** Image by image: first the convolution, then its windows. */
function poolBehind(runtime: Runtime, sizes: PooledConvolution, convolution: Correlation, at: WithBias): void {
  const withCodes = at.codes !== null;
  const simd = getSimd();
  const kernel = runtime.kernel(`pooled windows ${simd} ${withCodes} ${keyOf(sizes)}`, () =>
    emitPooledWindows(sizes, tiles[simd], withCodes),
  );
  const finish = { biased: false, rectified: false, watched: false, behind: null };
  const [rows, columns] = pooledSizeOf(sizes);
  const pooledBytes = floatBytes * rows * columns * sizes.outputChannels;
  const imageBytes = imageBytesOfPass(convolution);
  const options = { turned: false, masked: false, finish };
  withTransformedWeights(runtime, convolution, options, at, ({ run, outputBytes, scratchBytes, tileRows }) =>
    withLimits(runtime, imagesOf(convolution, at.image), (limits) =>
      runtime.spread(sizes.batch, workOf(sizes) / 2, (begin, end) =>
        runtime.withScratch(outputBytes + scratchBytes, (output) => {
          for (let image = begin; image < end; image += 1) {
            const own = { image: at.image + image * imageBytes, limits: limits + floatBytes * image, flag: at.flag };
            run({ ...own, mask: 0, bias: 0, codes: 0, output }, output + outputBytes, 0, tileRows);
            const [pooled, codes] = [at.pooled, at.codes ?? 0].map((address) => address + image * pooledBytes);
            runtime.call(kernel, "pool", output, at.bias, pooled!, codes!, at.flag);
          }
        }),
      ),
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
