// The sizes of a convolution that Winograd's algorithm does at six points, how its tiles are cut into blocks and laid out in
// memory. Of kernels of 3 × 3 tiles are 4 × 4, of 5 × 5 they are 2 × 2. What is computed is in winograd-six.ts.

import type { Pair } from "../../../kernels.js";
import type { Tile } from "../../simd.js";

export interface WinogradConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns of an image, without any border. */
  readonly imageSize: Pair;
  readonly padding: Pair;
  /** Rows and columns of the kernels. */
  readonly kernelSize: 3 | 5;
}

/** Rows and columns of inputs in a patch, and of outputs in the tile that it gives. */
export const patchSize = 6;
export const tileSizeOf = ({ kernelSize }: Pick<WinogradConvolution, "kernelSize">) => patchSize + 1 - kernelSize;
/** Places of a patch: in each, products of matrices, tiles by input channels by output channels. */
export const planes = patchSize * patchSize;
/** Behind each plane, so that planes keep off the powers of two, which would crowd a few sets of the cache. */
export const planePadding = 64;

export const floatBytes = 4;
export const vectorBytes = 16;

/** With fewer outputs, or with fewer inputs of 5 × 5, the transforms cost more than they save. */
const leastOutputs = 8;
const leastInputs = { 3: 1, 5: 16 } as const;
const leastSize = 8;
/** Computed over wanted: where tiles hang farther over the image, smaller tiles save as much. */
const mostWaste = 1.7;

/** Rows and columns of the output. */
export function outputSizeOf({ imageSize, padding, kernelSize }: WinogradConvolution): Pair {
  const size = (axis: 0 | 1) => imageSize[axis] + 2 * padding[axis] + 1 - kernelSize;
  return [size(0), size(1)];
}

export function imageBytesOf({ imageSize: [rows, columns], inputChannels }: WinogradConvolution): number {
  return floatBytes * rows * columns * inputChannels;
}

export function outputBytesOf(sizes: WinogradConvolution): number {
  const [rows, columns] = outputSizeOf(sizes);
  return floatBytes * rows * columns * sizes.outputChannels;
}

/** All but the batch, which kernels do not depend on. */
export function keyOf({ inputChannels, outputChannels, imageSize, padding, kernelSize }: WinogradConvolution): string {
  return [inputChannels, outputChannels, ...imageSize, ...padding, kernelSize].join();
}

/** Rows and columns of tiles that cover so many rows and columns. */
export function tileGridOf([rows, columns]: Pair, tileSize: number): Pair {
  return [Math.ceil(rows / tileSize), Math.ceil(columns / tileSize)];
}

/** Whether these sizes are served, and quicker than otherwise, in all three passes. */
export function suitsWinogradSix(sizes: WinogradConvolution): boolean {
  const { batch, inputChannels, outputChannels, imageSize, padding, kernelSize } = sizes;
  const tileSize = tileSizeOf(sizes);
  const waste = (size: Pair) => {
    const [rows, columns] = tileGridOf(size, tileSize);
    return (rows * columns * tileSize * tileSize) / (size[0] * size[1]);
  };
  return (
    batch > 0 &&
    inputChannels >= leastInputs[kernelSize] &&
    outputChannels >= leastOutputs &&
    outputChannels % 4 === 0 &&
    imageSize.every((size) => size >= leastSize) &&
    padding.every((amount) => Number.isInteger(amount) && amount >= 0 && amount < kernelSize) &&
    Math.max(waste(imageSize), waste(outputSizeOf(sizes))) < mostWaste
  );
}

/** What the convolution reads to give the image's gradient: the output's, with the channels' roles exchanged. */
export function turnedRound(sizes: WinogradConvolution): WinogradConvolution {
  return {
    batch: sizes.batch,
    inputChannels: sizes.outputChannels,
    outputChannels: sizes.inputChannels,
    imageSize: outputSizeOf(sizes),
    padding: [sizes.kernelSize - 1 - sizes.padding[0], sizes.kernelSize - 1 - sizes.padding[1]],
    kernelSize: sizes.kernelSize,
  };
}

/** Channels, rounded up to whole panels of a product. */
export function paddedChannels(channels: number, { columns }: Tile): number {
  return columns * Math.ceil(channels / columns);
}

/** A block of tiles should be about as large: enough rows for a product, and planes that the second cache holds. */
const mostTiles = 64;
const leastTiles = 20;
const mostBlockBytes = 640 * 1024;

/** How many rows of tiles make a block. */
export function tileRowsOfBlock(channels: number, tileColumns: number, tile: Tile): number {
  const fitting = Math.floor(mostBlockBytes / (planes * floatBytes * channels));
  const most = Math.floor(Math.min(mostTiles, Math.max(leastTiles, fitting)) / tileColumns);
  return bestRows(Math.max(1, most), tileColumns, tile);
}

/** Up to so many rows of tiles: among the larger numbers the one that the products' tiles divide best. */
export function bestRows(most: number, tileColumns: number, { rows: height }: Tile): number {
  let best = most;
  let bestUse = 0;
  for (let rows = most; rows > most / 2; rows -= 1) {
    const tiles = rows * tileColumns;
    const use = tiles / (height * Math.ceil(tiles / height));
    if (use > bestUse) [best, bestUse] = [rows, use];
  }
  return best;
}
