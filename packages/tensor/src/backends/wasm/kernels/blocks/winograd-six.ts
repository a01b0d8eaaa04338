// A convolution of 3 × 3 or 5 × 5 by Winograd's algorithm at six points, with a quarter or a third of the multiplications, of
// 3 × 3 in steps of two with nine in sixteen of them and of 4 × 4 with 25 in 64, and its gradients, on images whose channels lie together. Here the work is
// cut and spread; the kernels are emitted by the files beside this one.
// Its errors, by norm and for 32 to 128 channels, are 0.6 to 1.3e-6, where tiles of 2 × 2 and plain sums have 0.2 to 0.4e-6.

import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { mostSpread, split } from "../../threads/split.js";
import { clear } from "../copy.js";
import { argumentsOfEpilogue, type EpilogueAt } from "../epilogue.js";
import { type Images, withLimits } from "../outliers.js";
import { nanosecondsOfProduct } from "../product.js";
import type { Copies } from "./linear.js";
import { tileFor } from "./pooled-sizes.js";
import { withWholeFours } from "./weight-layouts.js";
import { emitForward, type ForwardOptions, forwardBlock } from "./winograd-six-forward.js";
import {
  backwardOf,
  bestRows,
  type Correlation,
  depthOf,
  floatBytes,
  forwardOf,
  geometryOf,
  imageBytesOf,
  kernelPlanesOf,
  keyOf,
  paddedChannels,
  planesOf,
  tileGridOf,
  type WinogradConvolution,
} from "./winograd-six-sizes.js";
import { keyOfFinish } from "./winograd-six-tiles.js";
import { weightsPlaneOf } from "./winograd-six-weights.js";

export { hindranceOfWinogradSix, outputSizeOf, type WinogradConvolution } from "./winograd-six-sizes.js";

/** To transform one kernel. */
export const nanosecondsOfKernel = 20;
/** Enough parts for the threads to share. */
const enoughParts = 8;

/** Addresses of contiguous float32. */
export interface WinogradForwardAddresses {
  /** [N, H, W, C] */
  readonly image: number;
  /** [O, C, kernel rows, kernel columns] */
  readonly weight: number;
  /** Where the transformed weight is kept from call to call, if it stays as it is. */
  readonly copies: Copies | null;
  readonly bias: number | null;
  /** [N, rows, columns, O] */
  readonly output: number;
  /** Whether negative outputs become zero. */
  readonly rectify: boolean;
  readonly behind: EpilogueAt | null;
  /** int32, set to 1 where an output of the convolution is not finite, or an image holds what plain sums are for: outliers.ts. */
  readonly flag: number;
}

export function winogradForward(runtime: Runtime, sizes: WinogradConvolution, at: WinogradForwardAddresses): void {
  const options = {
    turned: false,
    masked: false,
    finish: { biased: at.bias !== null, rectified: at.rectify, watched: true, behind: at.behind },
  } as const;
  correlate(runtime, forwardOf(sizes), options, { ...at, mask: 0, bias: at.bias ?? 0, codes: 0 });
}

/** What a pass reads. */
export function imagesOf(sizes: Correlation, address: number): Images {
  return { address, batch: sizes.batch, floats: imageBytesOf(sizes) / floatBytes };
}

/** Addresses, as for the forward pass; the gradient is that of the output. */
export interface WinogradInputGradientAddresses {
  readonly gradient: number;
  /** Where it is given the gradient counts only where it is above zero. */
  readonly output: number | null;
  readonly weight: number;
  /** Like image. */
  readonly imageGradient: number;
  readonly behind: EpilogueAt | null;
  /** int32, set to 1 where a gradient holds what plain sums are for: outliers.ts. */
  readonly flag: number;
}

export function winogradInputGradient(
  runtime: Runtime,
  sizes: WinogradConvolution,
  { gradient, output, weight, imageGradient, behind, flag }: WinogradInputGradientAddresses,
): void {
  const options = {
    turned: true,
    masked: output !== null,
    finish: { biased: false, rectified: false, watched: false, behind },
  } as const;
  const addresses = {
    behind,
    image: gradient,
    mask: output ?? 0,
    weight,
    copies: null,
    bias: 0,
    output: imageGradient,
    codes: 0,
    flag,
  };
  correlate(runtime, backwardOf(sizes), options, addresses);
}

/** Zeros where there is none. */
export interface CorrelateAddresses {
  readonly image: number;
  readonly mask: number;
  readonly bias: number;
  readonly output: number;
  readonly codes: number;
  readonly flag: number;
  /** What is done where outputs are stored, which are its streams' home. */
  readonly behind?: EpilogueAt | null;
}

/** Any of the convolutions that winograd-six-forward.ts emits. */
export function correlate(
  runtime: Runtime,
  sizes: Correlation,
  options: ForwardOptions,
  { weight, copies, ...at }: CorrelateAddresses & { readonly weight: number; readonly copies: Copies | null },
): void {
  withTransformedWeights(runtime, sizes, options, { weight, copies }, (transformed) => {
    const { run, tileRows, tileColumns, rowsOfBlock, outputBytes, scratchBytes } = transformed;
    const total = sizes.batch * tileRows;
    // Whole blocks, unless there are too few of them.
    const most = Math.max(1, Math.floor(total / enoughParts));
    const unit = Math.min(rowsOfBlock, bestRows(most, tileColumns, tiles[getSimd()]));
    const imageBytes = imageBytesOf(sizes);
    const { behind = null } = at;
    const epilogue = behind === null ? [] : argumentsOfEpilogue(fromOutput(behind, at.output));
    const compute = (begin: number, end: number, limits: number) =>
      runtime.withScratch(scratchBytes, (scratch) => {
        const row = begin % tileRows;
        const first = (begin - row) / tileRows;
        const from = first * imageBytes;
        const to = first * outputBytes;
        const own = { image: at.image + from, mask: at.mask + from, output: at.output + to, codes: at.codes + to };
        run({ ...at, ...own, epilogue, limits: limits + 4 * first }, scratch, row, end - begin);
      });
    withLimits(runtime, imagesOf(sizes, at.image), (limits) =>
      runtime.parallel(nanosecondsOfPass(sizes), (parts) => {
        for (const [begin, end] of split(total, parts === 1 ? 1 : mostSpread, unit))
          runtime.task(() => compute(begin, end, limits));
      }),
    );
  });
}

/** Images lie as far behind the outputs of any part as behind the first. */
function fromOutput(behind: EpilogueAt, output: number): EpilogueAt {
  const { addresses, spreads, home } = behind;
  const distance = (address: number, i: number) =>
    i === home ? 0 : spreads[i] === "each" ? address - output : address;
  return { ...behind, addresses: addresses.map(distance) };
}

interface PartAddresses extends Omit<CorrelateAddresses, "behind"> {
  /** Of the first image: outliers.ts. */
  readonly limits: number;
  readonly epilogue?: readonly number[];
}

export interface TransformedWeights extends ReturnType<typeof forwardBlock> {
  /** Computes rows of tiles, from `row` of the image on; within a task. */
  run(at: PartAddresses, scratch: number, row: number, rows: number): void;
}

/** Lends the convolution with these weights. */
export function withTransformedWeights(
  runtime: Runtime,
  sizes: Correlation,
  options: ForwardOptions,
  { weight, copies }: { readonly weight: number; readonly copies: Copies | null },
  use: (transformed: TransformedWeights) => void,
): void {
  const { inputChannels, outputChannels, scheme } = sizes;
  const simd = getSimd();
  const tile = tileFor(sizes, tiles[simd]);
  const { turned, masked, finish } = options;
  const kernel = runtime.kernel(`winograd six ${simd} ${turned} ${masked} ${keyOfFinish(finish)} ${keyOf(sizes)}`, () =>
    emitForward(sizes, options, tile),
  );
  const weightsBytes = kernelPlanesOf(scheme) * weightsPlaneOf(depthOf(inputChannels, scheme), outputChannels, tile);
  const transform = (weights: number) => {
    if (paddedChannels(outputChannels, tile) > outputChannels) clear(runtime, weights, weightsBytes);
    const elements = scheme.kernelSize ** 2;
    const matrices = turned
      ? ([inputChannels, outputChannels, elements] as const)
      : ([1, outputChannels, inputChannels * elements] as const);
    withWholeFours(runtime, matrices, weight, (from) =>
      runtime.spread(
        Math.ceil(outputChannels / 4),
        nanosecondsOfKernel * inputChannels * outputChannels,
        (begin, end) => runtime.call(kernel, "weights", from, weights, begin, end),
      ),
    );
  };
  const lend = (weights: number) =>
    use({
      ...forwardBlock(sizes, options, tile),
      run: (at, scratch, row, rows) =>
        runtime.call(
          kernel,
          "run",
          ...[at.image, at.mask, weights, at.bias, at.output, at.codes, at.flag, at.limits, scratch, row, rows],
          ...(at.epilogue ?? []),
        ),
    });
  if (copies !== null)
    lend(copies.copyAs(`six points ${scheme.step} ${simd} ${tile.columns}`, weightsBytes, transform));
  else
    runtime.withScratch(weightsBytes, (weights) => {
      transform(weights);
      lend(weights);
    });
}

/** What the products of a pass take on one thread, about. */
export function nanosecondsOfPass({ batch, inputChannels, outputChannels, outputSize, scheme }: Correlation): number {
  const [rows, columns] = tileGridOf(outputSize, geometryOf(scheme).tileSize);
  const products = batch * rows * columns * planesOf(scheme) * depthOf(inputChannels, scheme) * outputChannels;
  return products * nanosecondsOfProduct;
}
