// A convolution at six points with transformed weights: the weights are transformed, or lie ready, and whoever computes is lent the kernel with
// them. How the work is cut is winograd-six-correlate.ts's.

import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { clear } from "../copy.js";
import { nanosecondsOfProduct } from "../product.js";
import type { Copies } from "./linear.js";
import { tileFor } from "./pooled-sizes.js";
import { withWholeFours } from "./weight-layouts.js";
import { emitForward, type ForwardOptions, forwardBlock, outputsTakenOf } from "./winograd-six-forward.js";
import {
  type Correlation,
  depthOf,
  floatBytes,
  geometryOf,
  kernelPlanesOf,
  keyOf,
  paddedChannels,
  planesOf,
  tileGridOf,
} from "./winograd-six-sizes.js";
import { keyOfFinish } from "./winograd-six-tiles.js";
import { weightsPlaneOf } from "./winograd-six-weights.js";

/** To transform one kernel. */
export const nanosecondsOfKernel = 20;

export function weightsBytesOf({ inputChannels, scheme }: Correlation, taken: number, tile: Tile): number {
  return kernelPlanesOf(scheme) * weightsPlaneOf(depthOf(inputChannels, scheme), taken, tile);
}

/** Zeros where there is none. */
export interface PartAddresses {
  readonly image: number;
  readonly mask: number;
  readonly bias: number;
  readonly output: number;
  readonly codes: number;
  readonly flag: number;
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
