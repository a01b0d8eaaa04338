// Convolutions of 3 × 3 in steps of one, and their input gradients, by Winograd's F(2 × 2, 3 × 3): half the multiplications,
// and errors like those of the plain sum. The transforms are winograd.ts's, the products product.ts's.

import type { Operand } from "../../../kernels/contract.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import type { Runtime } from "../runtime.js";
import type { Four, Geometry } from "./convolution-geometry.js";
import { withTables } from "./convolution-geometry.js";
import { clear, copyFloats } from "./copy.js";
import { columnTableLength, multiplesOf } from "./offset-tables.js";
import { flagOutliers } from "./outliers.js";
import { multiplyPacked, nanosecondsOfProduct, type PackedRows, withAllPackedRows } from "./product.js";
import { addressOf } from "./walk.js";
import { emitWinograd, patch, planes, tile } from "./winograd.js";

/** Tiles that are taken at once: their planes lie in the second cache. */
const tilesAtOnce = 128;
/** Channels on either side from which on the transforms are worth it. */
const leastChannels = 16;
/** In all: for fewer, as for a single image, the kernels' own transform costs more than is saved. */
const leastTiles = 96;
/** Of the plain sum's multiplications: at more the transforms eat up what is saved. */
const mostMultiplications = 0.7;
/** Room for two rows of a vector of tiles that hang over. */
const edgeBytes = 64;

/** A convolution, or an input gradient seen as one. */
export interface Correlation {
  readonly input: Operand;
  /** Contiguous. */
  readonly output: Operand;
  /** Where the kernel's first element lies, and the steps to the next output, input, row and column, in floats. */
  readonly weight: number;
  readonly weightSteps: Four;
  /** The address of a float for each output, or null. */
  readonly bias: number | null;
  readonly padding: readonly [number, number];
  /** The products that there are; without, all outputs on each plane. What is in none of them is zero. */
  readonly blocks?: readonly Block[];
  /** Lays an image into a border that is zero, of these strides; without, it is copied behind the padding. */
  readonly lay?: (image: number, border: number, strides: readonly number[]) => void;
  /** Takes an image that was computed, contiguous, from there; without, it is written into the output. */
  readonly take?: (image: number, from: number) => void;
}

/** Some of the outputs on one plane. */
export interface Block {
  readonly plane: number;
  readonly firstOutput: number;
  readonly outputs: number;
}

/**
 * Whether a convolution is one for Winograd, or its input gradient: where tiles hang far over what is computed, or the
 * gradient of a few outputs is spread over many inputs, too few multiplications are saved.
 */
export function suitsWinograd(geometry: Geometry, computed: "output" | "input"): boolean {
  const { kernelSize, stride, dilation, padding, groups, inputChannels, outputChannels } = geometry;
  const { inputSize, outputSize, positions } = geometry;
  const [rows, columns] = computed === "output" ? outputSize : inputSize;
  const tiles = Math.ceil(rows / tile) * Math.ceil(columns / tile);
  return (
    geometry.batch * tiles >= leastTiles &&
    tiles * planes <= mostMultiplications * 9 * positions &&
    kernelSize.every((size) => size === 3) &&
    [...stride, ...dilation, groups].every((value) => value === 1) &&
    padding.every((value) => value <= 2) &&
    Math.min(inputChannels, outputChannels) >= leastChannels &&
    Math.min(...outputSize, ...inputSize) >= patch
  );
}

/**
 * Computes it, unless an output is not finite, or the input holds what plain sums are for (outliers.ts): then false, and what lies
 * in the output is of no use. `read` is what the input is laid from.
 */
export function correlate(runtime: Runtime, correlation: Correlation, read = correlation.input): boolean {
  // What is computed hangs on what is found.
  runtime.cannotRepeat();
  return !hasOutliers(runtime, read) && correlateTiles(runtime, correlation);
}

function hasOutliers(runtime: Runtime, input: Operand): boolean {
  const { shape, strides } = input;
  const floats = numberOfElements(shape);
  const look = (address: number) =>
    runtime.withScratch(4, (flag) => {
      const found = () => new Int32Array(runtime.memory.memory.buffer, flag, 1);
      found()[0] = 0;
      flagOutliers(runtime, { address, batch: shape[0]!, floats: floats / shape[0]! }, flag);
      return found()[0] !== 0;
    });
  if (isContiguous(input)) return look(addressOf(input));
  return runtime.withScratch(4 * floats, (copy) => {
    const bytes = 4;
    copyFloats(
      runtime,
      shape,
      { address: addressOf(input), bytes, strides },
      { address: copy, bytes, strides: contiguousStrides(shape) },
    );
    return look(copy);
  });
}

function correlateTiles(runtime: Runtime, correlation: Correlation): boolean {
  const { input, output, weight, weightSteps, bias, padding, lay, take } = correlation;
  const kernel = runtime.kernel("winograd", emitWinograd);
  const [batch, inputs, height, width] = input.shape as Four;
  const [, outputs, rows, columns] = output.shape as Four;
  const [tileRows, tileColumns] = [Math.ceil(rows / tile), Math.ceil(columns / tile)];
  const tilesOfImage = tileRows * tileColumns;
  const imagesAtOnce = Math.max(1, Math.min(batch, Math.floor(tilesAtOnce / tilesOfImage)));
  const tiles = imagesAtOnce * tilesOfImage;
  // Behind a row of tiles lies what its last vectors hang over; sizes keep off the powers of two.
  const rowOfTiles = 4 * Math.ceil(tiles / 4) + 20;
  const rowOfTilesBytes = 4 * rowOfTiles;
  const [patchesPlane, productsPlane] = [inputs, outputs].map((count) => count * rowOfTilesBytes + 64) as [
    number,
    number,
  ];
  const weightsPlane = 4 * outputs * inputs + 64;
  // Where the patches cover the image exactly it is read as it lies.
  const bordered = [inputs, tileRows * tile + 2, tileColumns * tile + 2] as const;
  const own = input.strides as Four;
  const asItLies =
    lay === undefined &&
    padding[0] + padding[1] === 0 &&
    bordered[1] === height &&
    bordered[2] === width &&
    own[3] === 1;
  const borderStrides = contiguousStrides(bordered);
  const borderBytes = asItLies ? 0 : 4 * bordered[0] * borderStrides[0]!;
  const outputStrides = output.strides as Four;
  const takenBytes = take === undefined ? 0 : 4 * outputs * rows * columns;
  const all = Array.from({ length: planes }, (_, plane) => ({ plane, firstOutput: 0, outputs }));
  const blocks = correlation.blocks ?? all;
  const work = batch * outputs * inputs * rows * columns * 4 * nanosecondsOfProduct;

  const images = (begin: number, end: number, packed: readonly PackedRows[], tables: Tables) => {
    const patchesBytes = planes * patchesPlane;
    const productsBytes = planes * productsPlane;
    runtime.withScratch(borderBytes + patchesBytes + productsBytes + edgeBytes + takenBytes, (border) => {
      const patches = border + borderBytes;
      const products = patches + patchesBytes;
      const edge = products + productsBytes;
      const taken = edge + edgeBytes;
      // The patches too: what the last panel of columns reads behind them is multiplied, and denormal numbers, which is what
      // integers look like, make that ten times as slow.
      clear(runtime, border, borderBytes + patchesBytes + (blocks === all ? 0 : productsBytes));
      for (let image = begin; image < end; image += imagesAtOnce) {
        const count = Math.min(imagesAtOnce, end - image);
        for (let i = 0; i < count; i += 1) {
          const source = addressOf(input) + 4 * (image + i) * own[0];
          if (lay !== undefined) lay(image + i, border, borderStrides);
          else if (!asItLies) {
            const inside = border + 4 * (padding[0] * borderStrides[1]! + padding[1]);
            copyFloats(
              runtime,
              [inputs, height, width],
              { address: source, bytes: 4, strides: own.slice(1) },
              { address: inside, bytes: 4, strides: borderStrides },
            );
          }
          runtime.call(
            kernel,
            "patches",
            asItLies ? source : border,
            patches + 4 * i * tilesOfImage,
            inputs,
            tileRows,
            tileColumns,
            4 * (asItLies ? own[1] : borderStrides[0]!),
            4 * (asItLies ? own[2] : borderStrides[1]!),
            rowOfTilesBytes,
            patchesPlane,
          );
        }
        const lanes = { ...tables.tiles, length: count * tilesOfImage };
        for (const [at, plan] of packed.entries()) {
          const { plane, firstOutput } = blocks[at]!;
          const from = { address: patches + plane * patchesPlane, lanes, depths: tables.channels };
          const to = products + plane * productsPlane + firstOutput * rowOfTilesBytes;
          multiplyPacked(runtime, plan, from, { address: to, pitch: rowOfTilesBytes });
        }
        for (let i = 0; i < count; i += 1) {
          runtime.call(
            kernel,
            "tiles",
            products + 4 * i * tilesOfImage,
            take === undefined ? addressOf(output) + 4 * (image + i) * outputStrides[0] : taken,
            tables.bias,
            edge,
            tables.flag,
            outputs,
            tileRows,
            tileColumns,
            rows,
            columns,
            4 * outputStrides[1],
            4 * outputStrides[2],
            rowOfTilesBytes,
            productsPlane,
          );
          take?.(image + i, taken);
        }
      }
    });
  };

  let finite = true;
  const tableLength = columnTableLength(tiles) + 3 * inputs + outputs + outputs + 1;
  withTables(runtime, tableLength, (table) => {
    const tables: Tables = {
      tiles: table(multiplesOf(tiles, 1), "columns"),
      channels: table(multiplesOf(inputs, rowOfTiles)),
      bias: bias ?? table(multiplesOf(outputs, 0)).address,
      flag: table(multiplesOf(1, 0)).address,
    };
    const lanes = table(multiplesOf(outputs, inputs));
    const depths = table(multiplesOf(inputs, 1));
    runtime.withScratch(planes * weightsPlane, (weights) => {
      const steps = weightSteps.map((step) => 4 * step) as unknown as Four;
      runtime.spread(outputs, 20 * outputs * inputs, (begin, end) => {
        const [from, to] = [weight + begin * steps[0], weights + 4 * begin * inputs];
        runtime.call(kernel, "weights", from, to, end - begin, inputs, ...steps, weightsPlane);
      });
      const matrices = blocks.map(({ plane, firstOutput, outputs: count }) => ({
        address: weights + plane * weightsPlane + 4 * firstOutput * inputs,
        lanes: { ...lanes, length: count },
        depths,
      }));
      withAllPackedRows(runtime, matrices, (packed) =>
        runtime.spread(batch, work, (begin, end) => images(begin, end, packed, tables)),
      );
    });
    finite = new Int32Array(runtime.memory.memory.buffer, tables.flag, 1)[0] === 0;
  });
  return finite;
}

interface Tables {
  readonly tiles: { readonly address: number; readonly length: number };
  readonly channels: { readonly address: number; readonly length: number };
  readonly bias: number;
  readonly flag: number;
}
