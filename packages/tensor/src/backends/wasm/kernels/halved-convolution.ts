// Convolutions of 4 × 4 in steps of two behind a border of one, and their input gradients, which transposed convolutions are: of every
// second row and column they are convolutions of 2 × 2 in steps of one, which Winograd's algorithm (winograd-convolution.ts) computes by 9 products
// where the plain sum takes 16. The kernel's third row and column are zero, and with them a quarter and more of the planes.

import type { Operand } from "../../../kernels/contract.js";
import { contiguousStrides } from "../../../tensor/shape.js";
import type { Runtime } from "../runtime.js";
import type { Four, Geometry } from "./convolution-geometry.js";
import { clear, copyFloats } from "./copy.js";
import { nanosecondsOfProduct } from "./product.js";
import { addressOf } from "./walk.js";
import { patch, tile } from "./winograd.js";
import { type Block, correlate } from "./winograd-convolution.js";

/** In all: for fewer the kernels' own transform costs more than is saved. */
const leastTiles = 96;
/** For each channel before and behind, and position: laying apart, transforms, putting together. */
const nanosecondsOfTransform = 3.5;
/** Of 16: what the plain sum would take for an output. */
const products = 9;

export interface HalvedSizes {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly outputSize: readonly [number, number];
}

/** What either pass takes, in nanoseconds. */
export function nanosecondsOfHalved({ batch, inputChannels, outputChannels, outputSize }: HalvedSizes): number {
  const positions = batch * tile * tile * Math.ceil(outputSize[0] / tile) * Math.ceil(outputSize[1] / tile);
  const passed = (4 * inputChannels + outputChannels) * nanosecondsOfTransform;
  return positions * (products * inputChannels * outputChannels * nanosecondsOfProduct + passed);
}

/** Whether a convolution is one of these, and they are quicker than plain sums. */
export function suitsHalves(geometry: Omit<Geometry, "windowElements" | "positions">): boolean {
  const { batch, kernelSize, stride, dilation, padding, groups, inputSize, outputSize } = geometry;
  const positions = batch * outputSize[0] * outputSize[1];
  return (
    kernelSize.every((size) => size === 4) &&
    stride.every((step) => step === 2) &&
    [...padding, ...dilation, groups].every((value) => value === 1) &&
    inputSize.every((size, at) => size === 2 * outputSize[at]!) &&
    Math.min(...outputSize) >= patch &&
    positions >= leastTiles * tile * tile &&
    nanosecondsOfHalved(geometry) <
      0.8 * 16 * positions * geometry.inputChannels * geometry.outputChannels * nanosecondsOfProduct
  );
}

const bytes = 4;
const halves = [0, 1] as const;

/** Kernels of 3 × 3 of the rows and columns of each half, with zeros where `gapAt` says, lent as [outer][half, half, inner][9]. */
function withHalvedKernels(
  runtime: Runtime,
  weight: Operand,
  /** The weight's dimensions that run outside and inside, and whether the halves are the outer's. */
  { outer, inner, isOuter }: { readonly outer: 0 | 1; readonly inner: 0 | 1; readonly isOuter: boolean },
  /** Of a half: the row of the kernel that comes first, the step to the next, and their place among three. */
  rowsOf: (half: 0 | 1) => { readonly first: number; readonly step: number; readonly at: number },
  use: (address: number, steps: Four) => void,
): void {
  const own = weight.strides as Four;
  const counts = [weight.shape[outer]!, weight.shape[inner]!] as const;
  const length = 4 * counts[0] * counts[1] * 9;
  const steps: Four = isOuter ? [counts[1] * 9, 9, 3, 1] : [4 * counts[1] * 9, 9, 3, 1];
  const blockStep = isOuter ? counts[0] * counts[1] * 9 : counts[1] * 9;
  runtime.withScratch(bytes * length, (address) => {
    clear(runtime, address, bytes * length);
    for (const vertical of halves) {
      for (const horizontal of halves) {
        const [rows, columns] = [rowsOf(vertical), rowsOf(horizontal)];
        const from = addressOf(weight) + bytes * (rows.first * own[2] + columns.first * own[3]);
        const to = address + bytes * ((2 * vertical + horizontal) * blockStep + 3 * rows.at + columns.at);
        copyFloats(
          runtime,
          [...counts, 2, 2],
          { address: from, bytes, strides: [own[outer], own[inner], rows.step * own[2], columns.step * own[3]] },
          { address: to, bytes, strides: steps },
        );
      }
    }
    use(address, steps);
  });
}

/** The image within its border of one, even rows and columns apart from odd: [half, half, channel], and 2 × 2 kernels from each place on. */
export function halvedForward(
  runtime: Runtime,
  { inputChannels, outputSize, batch }: Geometry,
  [input, weight]: readonly [Operand, Operand],
  bias: number | null,
  output: Operand,
): boolean {
  const [image, channel, row, column] = input.strides as Four;
  const [rows, columns] = outputSize;
  const shape = [inputChannels, rows, columns];
  const lay = (at: number, border: number, strides: readonly number[]) => {
    for (const vertical of halves) {
      for (const horizontal of halves) {
        // Of the border's rows 0, 2, 4, … the first is the border itself, and behind it lie the image's odd ones.
        const [y, x] = [1 - vertical, 1 - horizontal];
        const half = 2 * vertical + horizontal;
        const from = addressOf(input) + bytes * (at * image + y * row + x * column);
        const to = border + bytes * (half * inputChannels * strides[0]! + y * strides[1]! + x);
        copyFloats(
          runtime,
          shape,
          { address: from, bytes, strides: [channel, 2 * row, 2 * column] },
          { address: to, bytes, strides },
        );
      }
    }
  };
  const outputs = output.shape[1]!;
  const blocks = planesWithin(0, 0).map((plane): Block => ({ plane, firstOutput: 0, outputs }));
  const halved = { ...input, shape: [batch, 4 * inputChannels, rows + 1, columns + 1] };
  let done = false;
  withHalvedKernels(
    runtime,
    weight,
    { outer: 0, inner: 1, isOuter: false },
    (half) => ({ first: half, step: 2, at: 0 }),
    (address, weightSteps) => {
      const own = { input: halved, output, weight: address, weightSteps, bias, padding: [0, 0] as const };
      done = correlate(runtime, { ...own, blocks, lay }, input);
    },
  );
  return done;
}

/** Even rows and columns of the image apart from odd ones, each a convolution of 2 × 2, put together behind. */
export function halvedInputGradient(
  runtime: Runtime,
  { inputChannels, outputSize, batch }: Geometry,
  [grad, weight]: readonly [Operand, Operand],
  result: Operand,
): boolean {
  const [image, channel, row, column] = result.strides as Four;
  const [rows, columns] = outputSize;
  const shape = [batch, 4 * inputChannels, rows, columns];
  const own = contiguousStrides(shape);
  const take = (at: number, from: number) => {
    for (const vertical of halves) {
      for (const horizontal of halves) {
        const half = 2 * vertical + horizontal;
        const to = addressOf(result) + bytes * (at * image + vertical * row + horizontal * column);
        copyFloats(
          runtime,
          [inputChannels, rows, columns],
          { address: from + bytes * half * inputChannels * own[1]!, bytes, strides: own.slice(1) },
          { address: to, bytes, strides: [channel, 2 * row, 2 * column] },
        );
      }
    }
  };
  const blocks = halves.flatMap((vertical) =>
    halves.flatMap((horizontal) => {
      const firstOutput = (2 * vertical + horizontal) * inputChannels;
      return planesWithin(vertical, horizontal).map((plane): Block => ({ plane, firstOutput, outputs: inputChannels }));
    }),
  );
  const output = { ...result, shape, strides: own };
  let done = false;
  withHalvedKernels(
    runtime,
    weight,
    { outer: 1, inner: 0, isOuter: true },
    // Row 2j sees what lies before it by the kernel's row 3, and what lies with it by 1; row 2j + 1 by 2, and behind it by 0.
    (half) => ({ first: 3 - half, step: -2, at: half }),
    (address, weightSteps) => {
      const given = { input: grad, output, weight: address, weightSteps, bias: null, padding: [1, 1] as const };
      done = correlate(runtime, { ...given, blocks, take });
    },
  );
  return done;
}

/** The planes that are not zero for kernels of which the last row is zero, or the first, and the columns likewise. */
function planesWithin(vertical: 0 | 1, horizontal: 0 | 1): number[] {
  const three = [0, 1, 2];
  return three.flatMap((i) => three.map((j) => (i + vertical) * patch + j + horizontal));
}
