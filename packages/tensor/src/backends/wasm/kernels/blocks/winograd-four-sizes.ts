// The sizes of a convolution of 3 × 3 that Winograd's F(4 × 4, 3 × 3) does, and how its tiles are cut into blocks and laid out
// in memory. What is computed is in winograd-four.ts.

import type { Pair } from "../../../kernels.js";
import type { Tile } from "../../simd.js";

export interface WinogradConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns of an image, without any border. */
  readonly imageSize: Pair;
  readonly padding: Pair;
}

/** Rows and columns of outputs in a tile, and of inputs in the patch that it sees. */
export const tileSize = 4;
export const patchSize = 6;
/** Places of a patch: in each, products of matrices, tiles by input channels by output channels. */
export const planes = patchSize * patchSize;
/** Behind each plane, so that planes keep off the powers of two, which would crowd a few sets of the cache. */
export const planePadding = 64;

export const floatBytes = 4;
export const vectorBytes = 16;

const leastChannels = 16;
const leastSize = 8;
const mostPadding = 2;
/** Computed over wanted: where tiles hang farther over the image, smaller tiles save as much. */
const mostWaste = 1.7;

/** Rows and columns of the output. */
export function outputSizeOf({ imageSize, padding }: WinogradConvolution): Pair {
  return [imageSize[0] + 2 * padding[0] - 2, imageSize[1] + 2 * padding[1] - 2];
}

export function imageBytesOf({ imageSize: [rows, columns], inputChannels }: WinogradConvolution): number {
  return floatBytes * rows * columns * inputChannels;
}

export function outputBytesOf(sizes: WinogradConvolution): number {
  const [rows, columns] = outputSizeOf(sizes);
  return floatBytes * rows * columns * sizes.outputChannels;
}

/** All but the batch, which kernels do not depend on. */
export function keyOf({ inputChannels, outputChannels, imageSize, padding }: WinogradConvolution): string {
  return [inputChannels, outputChannels, ...imageSize, ...padding].join();
}

/** Rows and columns of tiles that cover so many rows and columns. */
export function tileGridOf([rows, columns]: Pair): Pair {
  return [Math.ceil(rows / tileSize), Math.ceil(columns / tileSize)];
}

/** Whether these sizes are served, and quicker than by smaller tiles, in all three passes. */
export function suitsWinogradFour(sizes: WinogradConvolution): boolean {
  const { batch, inputChannels, outputChannels, imageSize, padding } = sizes;
  const waste = (size: Pair) => {
    const [rows, columns] = tileGridOf(size);
    return (rows * columns * tileSize * tileSize) / (size[0] * size[1]);
  };
  return (
    batch > 0 &&
    [inputChannels, outputChannels].every((channels) => channels >= leastChannels && channels % 4 === 0) &&
    imageSize.every((size) => size >= leastSize) &&
    padding.every((amount) => Number.isInteger(amount) && amount >= 0 && amount <= mostPadding) &&
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
    padding: [mostPadding - sizes.padding[0], mostPadding - sizes.padding[1]],
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
