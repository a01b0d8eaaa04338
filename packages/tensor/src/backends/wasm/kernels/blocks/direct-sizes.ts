// What the passes of a convolution as products over windows have of sizes: which positions are computed of which, by remainder of the
// steps, and how much there is to lay out. Nothing here is emitted or run.

import type { Pair } from "../../../../kernels/contract.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { axesOf, gradientSpanOf, type Phase, phasesOf } from "../depthwise/windows.js";
import { nanosecondsOfProduct } from "../product.js";

export interface DirectConvolution {
  readonly batch: number;
  readonly groups: number;
  /** Of all groups. */
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Without a border. */
  readonly imageSize: Pair;
  readonly outputSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
}

/** Where columns of a group fill half a tile at most, tiles are half as wide and twice as high. */
export function tileFor(columns: number): Tile {
  const tile = tiles[getSimd()];
  const isNarrow = tile.abreast === 1 && columns % tile.columns > 0 && columns % tile.columns <= tile.columns / 2;
  return isNarrow ? { ...tile, rows: 2 * tile.rows, columns: tile.columns / 2 } : tile;
}

export function nanosecondsOfDirect(
  { batch, groups, inputChannels, outputChannels, outputSize, kernelSize }: DirectConvolution,
  columns: number,
): number {
  const tile = tileFor(columns);
  const filled = columns / (tile.columns * Math.ceil(columns / tile.columns));
  const products = batch * outputSize[0] * outputSize[1] * kernelSize[0] * kernelSize[1] * inputChannels;
  return ((products * outputChannels) / groups / filled) * nanosecondsOfProduct;
}

/** A pass: which channels of a group become which. */
export interface Pass {
  readonly name: string;
  readonly batch: number;
  readonly groups: number;
  /** Of a group. */
  readonly depth: number;
  readonly columns: number;
  /** Rows and columns of what is read, and of what is written. */
  readonly source: Pair;
  readonly target: Pair;
  /** From a position to the next, where it is read and where it is written. */
  readonly sourceStep: Pair;
  readonly targetStep: Pair;
  /** Shifts are not negative. */
  readonly phases: readonly [rows: readonly Phase[], columns: readonly Phase[]];
  readonly kernelSize: Pair;
  /** Steps of the weight, [element][output][input of a group], from a group, a channel that is read, and one that is written. */
  readonly weightSteps: readonly [group: number, depth: number, column: number];
  readonly nanoseconds: number;
}

export function forwardPass(sizes: DirectConvolution): Pass {
  const { batch, groups, imageSize, outputSize, kernelSize, padding } = sizes;
  const [depth, columns] = [sizes.inputChannels / groups, sizes.outputChannels / groups];
  const phases = axesOf(sizes).map(({ output, kernel, dilation }) => [
    { first: 0, count: output, taps: Array.from({ length: kernel }, (_, at) => ({ at, shift: at * dilation })) },
  ]);
  return {
    ...{ name: "forward", batch, groups, depth, columns, kernelSize },
    source: [imageSize[0] + 2 * padding[0], imageSize[1] + 2 * padding[1]],
    target: outputSize,
    sourceStep: sizes.stride,
    targetStep: [1, 1],
    phases: phases as unknown as Pass["phases"],
    weightSteps: [columns * depth, 1, depth],
    nanoseconds: nanosecondsOfDirect(sizes, columns),
  };
}

export function gradientPass(sizes: DirectConvolution): Pass {
  const { batch, groups, imageSize, kernelSize } = sizes;
  const [depth, columns] = [sizes.outputChannels / groups, sizes.inputChannels / groups];
  const axes = axesOf(sizes);
  const spans = axes.map(gradientSpanOf);
  const phases = axes.map((axis, at) =>
    phasesOf(axis).map((phase) => ({
      ...phase,
      taps: phase.taps.map((tap) => ({ ...tap, shift: tap.shift + spans[at]!.before })),
    })),
  );
  return {
    ...{ name: "input gradient", batch, groups, depth, columns, kernelSize },
    source: spans.map(({ length }) => length) as unknown as Pair,
    target: imageSize,
    sourceStep: [1, 1],
    targetStep: sizes.stride,
    phases: phases as unknown as Pass["phases"],
    weightSteps: [columns * depth, columns, 1],
    nanoseconds: nanosecondsOfDirect(sizes, columns),
  };
}

export interface Part {
  readonly rows: Phase;
  readonly columns: Phase;
  /** Elements of a window, and floats of its panels before those of this part, and offsets. */
  readonly elements: number;
  readonly panelsBefore: number;
  readonly offsetsBefore: number;
}

/** By remainder of rows, those of columns. */
export function partsOf({ phases, groups, depth, columns }: Pass, tile: Tile): readonly (readonly Part[])[] {
  let [panelsBefore, offsetsBefore] = [0, 0];
  return phases[0].map((rows) =>
    phases[1].map((own) => {
      const elements = rows.taps.length * own.taps.length * depth;
      const part = { rows, columns: own, elements, panelsBefore, offsetsBefore };
      panelsBefore += groups * Math.ceil(columns / tile.columns) * elements * tile.columns;
      offsetsBefore += elements;
      return part;
    }),
  );
}
