// Cuts a convolution at six points and spreads it: by rows of tiles with all weights at hand, or, where transformed weights are large and images
// few, by output channels too, over patches that are kept.

import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { getNumThreads } from "../../threads/count.js";
import { mostSpread, split } from "../../threads/split.js";
import { argumentsOfEpilogue, type EpilogueAt, epilogueFrom } from "../epilogue.js";
import { type Images, withLimits } from "../outliers.js";
import type { Copies } from "./linear.js";
import { tileFor } from "./pooled-sizes.js";
import { type ForwardOptions, forwardBlock } from "./winograd-six-forward.js";
import {
  bestRows,
  type Correlation,
  floatBytes,
  imageBytesOf,
  outputsAtOnce,
  rowsOfMostTiles,
} from "./winograd-six-sizes.js";
import {
  nanosecondsOfPass,
  type PartAddresses,
  weightsBytesOf,
  withTransformedWeights,
} from "./winograd-six-transformed.js";

/** Enough parts for the threads to share. */
const enoughParts = 8;
/** Of the memory that it takes to keep all weights, to keep all patches has to take less. */
const mostShareOfKept = 0.85;

/** What a pass reads. */
export function imagesOf(sizes: Correlation, address: number): Images {
  return { address, batch: sizes.batch, floats: imageBytesOf(sizes) / floatBytes };
}

/** Zeros where there is none. */
export interface CorrelateAddresses extends Omit<PartAddresses, "limits" | "epilogue"> {
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

/** Images lie as far behind the outputs of any part as behind the first. */
function fromOutput(behind: EpilogueAt, output: number): EpilogueAt {
  const { addresses, spreads, home } = behind;
  const distance = (address: number, i: number) =>
    i === home ? 0 : spreads[i] === "each" ? address - output : address;
  return { ...behind, addresses: addresses.map(distance) };
}
