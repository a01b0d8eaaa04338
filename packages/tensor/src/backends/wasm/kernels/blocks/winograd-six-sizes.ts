// The sizes of a convolution that Winograd's algorithm does at six points, or four, how its tiles are cut into blocks and laid out in
// memory. What is computed is in winograd-six.ts, how in winograd-six-transforms.ts.

import type { Pair } from "../../../../kernels/contract.js";
import type { Tile } from "../../simd.js";

export type KernelSize = 3 | 4 | 5;

export interface WinogradConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns of an image, without any border. */
  readonly imageSize: Pair;
  readonly padding: Pair;
  /** Rows and columns of the kernels. */
  readonly kernelSize: KernelSize;
  /** Rows and columns from one output to the next: two with kernels of 4 × 4, one or two of 3 × 3. */
  readonly stride: 1 | 2;
  /** Default 5. */
  readonly finite?: Scheme["finite"];
}

/** How patches become tiles, in both dimensions alike: the transforms that belong to it are in winograd-six-transforms.ts. */
export interface Scheme {
  readonly kernelSize: KernelSize;
  /** Steps of the image for one of the output: the image gradient of a convolution in steps of two goes in halves. */
  readonly step: 1 | 2 | 0.5;
  /** Points beside ∞: three take more products than five, and err no more than plain sums. */
  readonly finite: 3 | 5;
  /** In halves: whether the first output sees two elements of the kernels, and not one. */
  readonly beginsWithPair: boolean;
}

/** One pass over images: of a convolution, or of its image gradient, which is one of gradients. */
export interface Correlation {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly imageSize: Pair;
  readonly outputSize: Pair;
  /** Rows and columns of zeros in front of the image: where the first patch begins. */
  readonly padding: Pair;
  readonly scheme: Scheme;
}

/** Along one dimension. */
export interface Geometry {
  /** Elements of an image in a patch, and from one patch to the next. */
  readonly patchSize: number;
  readonly patchStep: number;
  /** Outputs of a tile. */
  readonly tileSize: number;
  /** Places of the products: in each, one with the kernel's element of that place, or with its last. */
  readonly places: number;
  readonly kernelPlaces: number;
  /** Parts of a patch, and of a kernel, which have all places each: products of a place are added up over them, as over channels. */
  readonly parts: 1 | 2;
}

export function geometryOf({ kernelSize, step, finite }: Scheme): Geometry {
  const pairs = finite - 1;
  if (kernelSize === 4) {
    const own = { places: finite, kernelPlaces: finite, parts: 2 } as const;
    if (step === 2) return { patchSize: 2 * finite, patchStep: 2 * pairs, tileSize: pairs, ...own };
    const of = { places: 2 * finite, kernelPlaces: 2 * finite, parts: 1 } as const;
    return { patchSize: finite + 1, patchStep: pairs, tileSize: 2 * pairs, ...of };
  }
  const places = { places: finite + pairs, kernelPlaces: finite + 1, parts: 1 } as const;
  if (step === 2) return { patchSize: 2 * pairs + 1, patchStep: 2 * pairs, tileSize: pairs, ...places };
  if (step === 0.5) return { patchSize: finite, patchStep: pairs, tileSize: 2 * pairs, ...places };
  const tileSize = finite + 2 - kernelSize;
  return {
    patchSize: finite + 1,
    patchStep: tileSize,
    tileSize,
    places: finite + 1,
    kernelPlaces: finite + 1,
    parts: 1,
  };
}

/** What products add up over: the channels, of each part of a patch in both dimensions. */
export function depthOf(channels: number, scheme: Scheme): number {
  return channels * geometryOf(scheme).parts ** 2;
}

/** Of both dimensions: planes of transformed kernels. */
export function kernelPlanesOf(scheme: Scheme): number {
  return geometryOf(scheme).kernelPlaces ** 2;
}

/** Where a transformed element lies: its plane, and its part. */
export function placeOf(row: number, column: number, places: number, parts: number) {
  const part = (at: number) => Math.floor(at / places);
  return { plane: (row % places) * places + (column % places), part: part(row) * parts + part(column) };
}

/** Of both dimensions: products of matrices, tiles by input channels by output channels. */
export function planesOf(scheme: Scheme): number {
  return geometryOf(scheme).places ** 2;
}

/** Behind each plane, so that planes keep off the powers of two, which would crowd a few sets of the cache. */
export const planePadding = 64;

export const floatBytes = 4;
export const vectorBytes = 16;

/** With fewer outputs, or with fewer inputs of 5 × 5, the transforms cost more than they save. */
const leastOutputs = 8;
const leastInputs = { 3: 1, 4: 16, 5: 16 } as const;
const leastInputsOfTwo = 16;
/** Smaller images have a tile each, and kernels to transform for each tile more than others. */
const [leastSize, leastSizeOfMany, manyTiles] = [8, 4, 32] as const;
/** Computed over wanted: where tiles hang farther over the image, other ways save as much. */
const mostWaste = { 1: 1.7, 2: 1.35 } as const;

/** The forward pass of a convolution. */
export function forwardOf(sizes: WinogradConvolution): Correlation {
  const { batch, inputChannels, outputChannels, imageSize, padding, kernelSize, stride, finite = 5 } = sizes;
  const size = (axis: 0 | 1) => Math.floor((imageSize[axis] + 2 * padding[axis] - kernelSize) / stride) + 1;
  const scheme = { kernelSize, step: stride, finite, beginsWithPair: false };
  return { batch, inputChannels, outputChannels, imageSize, outputSize: [size(0), size(1)], padding, scheme };
}

/** The pass that gives the image's gradient: over the output's, with the channels' roles exchanged and kernels turned round. */
export function backwardOf(sizes: WinogradConvolution): Correlation {
  const { batch, inputChannels, outputChannels, imageSize, outputSize } = forwardOf(sizes);
  const { padding, kernelSize, stride, finite = 5 } = sizes;
  /** How many gradients the first element of the image sees in front of its own. */
  const front = (axis: 0 | 1) => Math.floor((kernelSize - 1 - padding[axis]) / stride);
  return {
    batch,
    inputChannels: outputChannels,
    outputChannels: inputChannels,
    imageSize: outputSize,
    outputSize: imageSize,
    padding: [front(0), front(1)],
    scheme: { kernelSize, step: stride === 2 ? 0.5 : 1, finite, beginsWithPair: stride === 2 && padding[0] % 2 === 0 },
  };
}

/** Rows and columns of the output. */
export function outputSizeOf(sizes: WinogradConvolution): Pair {
  return forwardOf(sizes).outputSize;
}

export function imageBytesOf({ imageSize: [rows, columns], inputChannels }: Correlation): number {
  return floatBytes * rows * columns * inputChannels;
}

export function outputBytesOf({ outputSize: [rows, columns], outputChannels }: Correlation): number {
  return floatBytes * rows * columns * outputChannels;
}

/** All but the batch, which kernels do not depend on. */
export function keyOf({ inputChannels, outputChannels, imageSize, outputSize, padding, scheme }: Correlation): string {
  const sizes = [inputChannels, outputChannels, ...imageSize, ...outputSize, ...padding];
  return [...sizes, ...Object.values(scheme)].join();
}

/** Rows and columns of tiles that cover so many rows and columns. */
export function tileGridOf([rows, columns]: Pair, tileSize: number): Pair {
  return [Math.ceil(rows / tileSize), Math.ceil(columns / tileSize)];
}

/** Why these sizes are not served, or not quicker than otherwise, in all three passes; null where they are. */
export function hindranceOfWinogradSix(sizes: WinogradConvolution): string | null {
  const { batch, inputChannels, outputChannels, imageSize, padding, kernelSize, stride } = sizes;
  const waste = ({ outputSize, scheme }: Correlation) => {
    const { tileSize } = geometryOf(scheme);
    const [rows, columns] = tileGridOf(outputSize, tileSize);
    return (rows * columns * tileSize * tileSize) / (outputSize[0] * outputSize[1]);
  };
  const inputs = stride === 1 ? leastInputs[kernelSize] : leastInputsOfTwo;
  if (batch === 0) return "there is no image";
  if (kernelSize === 5 && sizes.finite === 3) return "kernels of 5 × 5 want six points";
  if (kernelSize === 4 && (stride !== 2 || padding.some((amount) => amount !== 1)))
    return "of kernels of 4 × 4 only those in steps of two, with a border of one, are taken";
  if (kernelSize === 4 && inputChannels % 4 > 0) return "the channels before it do not come in fours";
  if (stride === 2 && (kernelSize === 5 || padding[0] % 2 !== padding[1] % 2))
    return "in steps of two, only kernels of 3 × 3 with borders both odd or both even are taken";
  if (inputChannels < inputs) return `it has fewer than ${inputs} channels before it`;
  if (outputChannels < leastOutputs || outputChannels % 4 > 0)
    return `the channels behind it are fewer than ${leastOutputs}, or do not come in fours`;
  const [rows, columns] = tileGridOf(outputSizeOf(sizes), geometryOf(forwardOf(sizes).scheme).tileSize);
  const least = batch * rows * columns < manyTiles ? leastSize : leastSizeOfMany;
  if (imageSize.some((size) => size < least)) return `its images are smaller than ${least} × ${least}`;
  if (padding.some((amount) => amount >= kernelSize)) return "its border is wider than its kernel reaches";
  if (Math.max(waste(forwardOf(sizes)), waste(backwardOf(sizes))) >= mostWaste[stride])
    return "its tiles hang too far over the images";
  return null;
}

/** Channels, rounded up to whole panels of a product. */
export function paddedChannels(channels: number, { columns }: Tile): number {
  return columns * Math.ceil(channels / columns);
}

/** A block of tiles should be about as large: enough rows for a product, and planes that the second cache holds. */
const mostTiles = 64;
const leastTiles = 20;
/** Where weights lie in no cache: more would take hardly less time, and more room. */
const tilesOfMany = 32;
const mostBlockBytes = 640 * 1024;
const mostWeightsBytes = 8 * 1024 * 1024;
/** Transformed weights that lie in memory at once, where patches are kept. */
const mostWeightsAtOnce = 10 * 1024 * 1024;

/** How many output channels are taken together, in whole panels, where all of them have so many bytes of transformed weights. */
export function outputsAtOnce(outputChannels: number, weightsBytes: number, { columns }: Tile): number {
  const panels = Math.ceil(outputChannels / columns);
  const parts = Math.min(panels, Math.ceil(weightsBytes / mostWeightsAtOnce));
  return Math.min(outputChannels, columns * Math.ceil(panels / parts));
}

/**
 * How many rows of tiles make a block, of so many channels before and behind the products together. `weightsBytes`: what is read anew for
 * each block; where that is in no cache, as few blocks as may be.
 */
export function tileRowsOfBlock(
  scheme: Scheme,
  channels: number,
  tileColumns: number,
  tile: Tile,
  weightsBytes = 0,
): number {
  const fitting = Math.floor(mostBlockBytes / (planesOf(scheme) * floatBytes * channels));
  const least = weightsBytes > mostWeightsBytes ? tilesOfMany : leastTiles;
  const most = Math.floor(Math.min(mostTiles, Math.max(least, fitting)) / tileColumns);
  return bestRows(Math.max(1, most), tileColumns, tile);
}

/** How many rows of tiles a block has at most. */
export function rowsOfMostTiles(tileColumns: number): number {
  return Math.max(1, Math.floor(mostTiles / tileColumns));
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
