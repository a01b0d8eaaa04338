// A convolution of 3 × 3 or 5 × 5 by Winograd's algorithm at six points, with a quarter or a third of the multiplications, of
// 3 × 3 in steps of two with nine in sixteen of them and of 4 × 4 with 25 in 64, and its gradients, on images whose channels lie together. Here the work is
// cut and spread; the kernels are emitted by the files beside this one.
// Its errors, by norm and for 32 to 128 channels, are 0.6 to 1.3e-6, where tiles of 2 × 2 and plain sums have 0.2 to 0.4e-6. These tiles are those
// of four points (`finite: 3`), which ops by themselves take: ../four-points.ts.

import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { getNumThreads } from "../../threads/count.js";
import { mostSpread, split } from "../../threads/split.js";
import { clear } from "../copy.js";
import { argumentsOfEpilogue, type EpilogueAt, epilogueFrom } from "../epilogue.js";
import { type Images, withLimits } from "../outliers.js";
import { nanosecondsOfProduct } from "../product.js";
import type { Copies } from "./linear.js";
import { tileFor } from "./pooled-sizes.js";
import { withWholeFours } from "./weight-layouts.js";
import { emitForward, type ForwardOptions, forwardBlock, outputsTakenOf } from "./winograd-six-forward.js";
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
  outputsAtOnce,
  paddedChannels,
  planesOf,
  rowsOfMostTiles,
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
/** Of the memory that it takes to keep all weights, to keep all patches has to take less. */
const mostShareOfKept = 0.85;

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

type Addresses = CorrelateAddresses & { readonly weight: number; readonly copies: Copies | null };

/** Any of the convolutions that winograd-six-forward.ts emits. */
export function correlate(runtime: Runtime, sizes: Correlation, options: ForwardOptions, at: Addresses): void {
  withLimits(runtime, imagesOf(sizes, at.image), (limits) => {
    const kept = at.copies === null ? keptPatchesOf(sizes, options) : null;
    if (kept === null) correlateAtOnce(runtime, sizes, options, { ...at, limits });
    else correlateInParts(runtime, sizes, options, { ...at, limits }, kept);
  });
}

function correlateAtOnce(
  runtime: Runtime,
  sizes: Correlation,
  options: ForwardOptions,
  { weight, copies, ...at }: Addresses & { readonly limits: number },
): void {
  withTransformedWeights(runtime, sizes, options, { weight, copies }, (transformed) => {
    const { run, rowsOfBlock, scratchBytes } = transformed;
    const unit = Math.min(rowsOfBlock, rowsForThreads(sizes, transformed));
    const epilogue = at.behind == null ? [] : argumentsOfEpilogue(fromOutput(at.behind, at.output));
    const compute = (begin: number, end: number) =>
      runtime.withScratch(scratchBytes, (scratch) => {
        const { row, own } = fromRow(sizes, transformed, at, begin);
        run({ ...at, ...own, epilogue }, scratch, row, end - begin);
      });
    runtime.parallel(nanosecondsOfPass(sizes), (parts) => {
      const total = sizes.batch * transformed.tileRows;
      for (const [begin, end] of split(total, parts === 1 ? 1 : mostSpread, unit))
        runtime.task(() => compute(begin, end));
    });
  });
}

/** Rows of a block that leave enough of them for the threads to share: whole blocks, unless there are too few. */
function rowsForThreads({ batch }: Correlation, { tileRows, tileColumns }: ReturnType<typeof forwardBlock>): number {
  const most = Math.max(1, Math.floor((batch * tileRows) / enoughParts));
  return bestRows(most, tileColumns, tiles[getSimd()]);
}

/** Which row of which image that is, of all images' rows of tiles, and the addresses from that image on. */
function fromRow(
  sizes: Correlation,
  { tileRows, outputBytes }: ReturnType<typeof forwardBlock>,
  at: PartAddresses,
  begin: number,
) {
  const row = begin % tileRows;
  const image = (begin - row) / tileRows;
  const [from, to] = [image * imageBytesOf(sizes), image * outputBytes];
  const own = { image: at.image + from, mask: at.mask + from, output: at.output + to, codes: at.codes + to };
  return { row, own: { ...own, limits: at.limits + 4 * image } };
}

/** How a pass is cut whose weights are transformed a part at a time. */
interface KeptPatches {
  readonly outputsTaken: number;
  readonly rowsKept: number;
}

/**
 * Where transformed weights are large, and images few, all patches are kept, and the output channels are taken some at a time, so that their
 * weights lie in the cache too; null where it is better to keep all weights, and to make a block's patches when they are wanted.
 */
function keptPatchesOf(sizes: Correlation, options: ForwardOptions): KeptPatches | null {
  if ("pooledSize" in options.finish) return null;
  const tile = tileFor(sizes, tiles[getSimd()]);
  const weightsBytes = weightsBytesOf(sizes, sizes.outputChannels, tile);
  const outputsTaken = outputsAtOnce(sizes.outputChannels, weightsBytes, tile);
  if (outputsTaken === sizes.outputChannels) return null;
  const whole = forwardBlock(sizes, options, tile);
  const total = sizes.batch * whole.tileRows;
  const most = getNumThreads() === 1 ? rowsOfMostTiles(whole.tileColumns) : rowsForThreads(sizes, whole);
  const rowsKept = Math.ceil(total / Math.ceil(total / most));
  const parted = forwardBlock(sizes, { ...options, outputsTaken, rowsKept }, tile);
  const bytes =
    weightsBytesOf(sizes, outputsTaken, tile) +
    Math.ceil(total / rowsKept) * parted.patchesBytes +
    Math.max(parted.layBytes, parted.finishBytes);
  return bytes < mostShareOfKept * (weightsBytes + whole.scratchBytes) ? { outputsTaken, rowsKept } : null;
}

function correlateInParts(
  runtime: Runtime,
  sizes: Correlation,
  options: ForwardOptions,
  { weight, copies, ...at }: Addresses & { readonly limits: number },
  { outputsTaken, rowsKept }: KeptPatches,
): void {
  const { batch, outputChannels } = sizes;
  const tile = tileFor(sizes, tiles[getSimd()]);
  const optionsOf = (taken: number) => ({ ...options, outputsTaken: taken, rowsKept });
  const { tileRows, patchesBytes, layBytes } = forwardBlock(sizes, optionsOf(outputsTaken), tile);
  const total = batch * tileRows;
  const blocks = Math.ceil(total / rowsKept);
  const nanoseconds = nanosecondsOfPass(sizes);
  runtime.withScratch(blocks * patchesBytes, (patches) => {
    /** A task for each block. */
    const eachBlock = (scratchBytes: number, use: (block: number, scratch: number) => void) =>
      runtime.parallel(nanoseconds, () => {
        for (let block = 0; block < blocks; block += 1)
          runtime.task(() => runtime.withScratch(scratchBytes, (scratch) => use(block, scratch)));
      });
    let isLaid = false;
    for (let first = 0; first < outputChannels; first += outputsTaken) {
      const own = optionsOf(Math.min(outputsTaken, outputChannels - first));
      withTransformedWeights(runtime, sizes, own, { weight, copies, first }, (transformed) => {
        const { lay, finish, finishBytes } = transformed;
        const here = (block: number) => {
          const begin = block * rowsKept;
          const { row, own } = fromRow(sizes, transformed, at, begin);
          return {
            all: { ...at, ...own },
            row,
            rows: Math.min(rowsKept, total - begin),
            kept: patches + block * patchesBytes,
          };
        };
        if (!isLaid)
          eachBlock(layBytes, (block, scratch) => {
            const { all, row, rows, kept } = here(block);
            lay(all, scratch, row, rows, kept);
          });
        isLaid = true;
        const behind = at.behind == null ? null : fromOutput(at.behind, at.output);
        const epilogue =
          behind === null ? [] : argumentsOfEpilogue(epilogueFrom(behind, { each: 0, column: first, row: 0 }));
        eachBlock(finishBytes, (block, scratch) => {
          const { all, row, rows, kept } = here(block);
          const [bias, output] = [all.bias, all.output].map((address) => address + floatBytes * first) as [
            number,
            number,
          ];
          finish({ ...all, bias, output, epilogue }, scratch, row, rows, kept);
        });
      });
    }
  });
}

function weightsBytesOf({ inputChannels, scheme }: Correlation, taken: number, tile: Tile): number {
  return kernelPlanesOf(scheme) * weightsPlaneOf(depthOf(inputChannels, scheme), taken, tile);
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
  /** Where patches are kept, at an address for each block: makes them, and computes outputs of them. */
  lay(at: PartAddresses, scratch: number, row: number, rows: number, patches: number): void;
  finish(at: PartAddresses, scratch: number, row: number, rows: number, patches: number): void;
}

interface Weights {
  readonly weight: number;
  readonly copies: Copies | null;
  /** The first output channel that is taken, of whole panels; default 0. */
  readonly first?: number;
}

/** Lends the convolution with these weights. */
export function withTransformedWeights(
  runtime: Runtime,
  sizes: Correlation,
  options: ForwardOptions,
  { weight, copies, first = 0 }: Weights,
  use: (transformed: TransformedWeights) => void,
): void {
  const { inputChannels, outputChannels, scheme } = sizes;
  const simd = getSimd();
  const tile = tileFor(sizes, tiles[simd]);
  const { turned, masked, finish } = options;
  const taken = outputsTakenOf(sizes, options);
  const key = `winograd six ${simd} ${turned} ${masked} ${taken} ${options.rowsKept} ${keyOfFinish(finish)} ${keyOf(sizes)}`;
  const kernel = runtime.kernel(key, () => emitForward(sizes, options, tile));
  const weightsBytes = weightsBytesOf(sizes, taken, tile);
  const beforeFirst = floatBytes * depthOf(inputChannels, scheme) * first;
  const transform = (weights: number) => {
    if (paddedChannels(taken, tile) > taken) clear(runtime, weights, weightsBytes);
    const elements = scheme.kernelSize ** 2;
    const matrices = turned
      ? ([inputChannels, outputChannels, elements] as const)
      : ([1, outputChannels, inputChannels * elements] as const);
    withWholeFours(runtime, matrices, weight, (from) =>
      runtime.spread(Math.ceil(taken / 4), nanosecondsOfKernel * inputChannels * taken, (begin, end) =>
        runtime.call(kernel, "weights", from, weights - beforeFirst, first / 4 + begin, first / 4 + end),
      ),
    );
  };
  const lend = (weights: number) => {
    const reading = ({ image, mask, limits }: PartAddresses) => [image, mask, limits];
    const writing = ({ bias, output, codes }: PartAddresses) => [weights, bias, output, codes];
    use({
      ...forwardBlock(sizes, options, tile),
      run: (at, scratch, row, rows) => {
        const own = [...reading(at), ...writing(at), at.flag, scratch, row, rows];
        runtime.call(kernel, "run", ...own, ...(at.epilogue ?? []));
      },
      lay: (at, scratch, row, rows, patches) =>
        runtime.call(kernel, "lay", ...reading(at), at.flag, scratch, row, rows, patches),
      finish: (at, scratch, row, rows, patches) => {
        const own = [...writing(at), at.flag, scratch, row, rows, patches];
        runtime.call(kernel, "finish", ...own, ...(at.epilogue ?? []));
      },
    });
  };
  if (copies !== null)
    lend(copies.copyAs(`${scheme.finite} points ${scheme.step} ${simd} ${tile.columns}`, weightsBytes, transform));
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
