// A convolution whose kernel is one element, in all three passes, on images whose channels lie together: a matrix product over
// positions, of all of them or, in steps, of some. What goes element by
// element behind it is done where it is stored; pooling is other kernels' affair.

import type { Pair } from "../../../../kernels/contract.js";
import { contiguousStrides } from "../../../../tensor/shape.js";
import type { Runtime } from "../../runtime.js";
import { clear, copyFloats } from "../copy.js";
import { type EpilogueAt, epilogueWithBias } from "../epilogue.js";
import { multiplyMatrices } from "../matmul.js";
import { sumRows } from "../reductions.js";
import type { Walked } from "../walk.js";
import { type Copies, linear } from "./linear.js";
import { floatBytes } from "./pooled-sizes.js";

export interface UnitConvolution {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly imageSize: Pair;
  readonly stride: Pair;
}

/** Addresses of contiguous float32: images [N, H, W, C], weights [O, C]. */
export interface UnitConvolutionAddresses {
  readonly image: number;
  readonly weight: number;
  readonly copies: Copies | null;
  readonly bias: number | null;
  readonly output: number;
  readonly behind: EpilogueAt | null;
}

/** Rows and columns of the output. */
function outputSizeOf({ imageSize, stride }: UnitConvolution): Pair {
  return [Math.ceil(imageSize[0] / stride[0]), Math.ceil(imageSize[1] / stride[1])];
}

function positionsOf(sizes: UnitConvolution): number {
  const [rows, columns] = outputSizeOf(sizes);
  return sizes.batch * rows * columns;
}

/** The shape of what a convolution sees of images, and how it lies among them. */
function seen(sizes: UnitConvolution, image: number): { readonly shape: readonly number[]; readonly at: Walked } {
  const { batch, inputChannels, imageSize, stride } = sizes;
  const [height, width] = imageSize;
  const row = width * inputChannels;
  return {
    shape: [batch, ...outputSizeOf(sizes), inputChannels],
    at: {
      address: image,
      bytes: floatBytes,
      strides: [height * row, stride[0] * row, stride[1] * inputChannels, 1],
    },
  };
}

export const isDense = ({ stride }: UnitConvolution): boolean => stride.every((step) => step === 1);

/** Lends the positions that are seen, side by side. */
function withPositions(
  runtime: Runtime,
  sizes: UnitConvolution,
  image: number,
  use: (positions: number) => void,
): void {
  if (isDense(sizes)) {
    use(image);
    return;
  }
  const { shape, at } = seen(sizes, image);
  runtime.withScratch(floatBytes * positionsOf(sizes) * sizes.inputChannels, (address) => {
    copyFloats(runtime, shape, at, { address, bytes: floatBytes, strides: contiguousStrides(shape) });
    use(address);
  });
}

export function unitConvolution(runtime: Runtime, sizes: UnitConvolution, at: UnitConvolutionAddresses): void {
  const { inputChannels: inputs, outputChannels: outputs } = sizes;
  const layer = { rows: positionsOf(sizes), inputs, outputs };
  const epilogue = epilogueWithBias(at.behind, at.output, at.bias);
  withPositions(runtime, sizes, at.image, (input) => linear(runtime, layer, { ...at, input, epilogue }));
}

/** The gradient that arrives is [N, rows, columns, O]. */
export interface UnitWeightGradientAddresses {
  readonly image: number;
  readonly gradient: number;
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

/** Sums of the weight's gradient that are kept apart, each of some images, and the positions that each has at least. */
const [leastSlices, mostSlices] = [4, 10];
const positionsOfSlice = 512;

/** Slices of equal length, by the shape alone; 1 where there are too few. */
function slicesOf(positions: number): number {
  for (let count = Math.min(mostSlices, Math.floor(positions / positionsOfSlice)); count >= leastSlices; count -= 1)
    if (positions % count === 0) return count;
  return 1;
}

/** By slices of positions, each multiplied by the thread that has these images in its cache, and added up in their order. */
export function unitWeightGradient(runtime: Runtime, sizes: UnitConvolution, at: UnitWeightGradientAddresses): void {
  const { inputChannels: inputs, outputChannels: outputs } = sizes;
  const positions = positionsOf(sizes);
  const slices = slicesOf(positions);
  const depth = positions / slices;
  const multiply = (address: number, product: number) =>
    multiplyMatrices(
      runtime,
      { batch: slices, rows: outputs, depth, columns: inputs },
      { address: at.gradient, strides: [depth * outputs, 1, outputs] },
      { address, strides: [depth * inputs, inputs, 1] },
      product,
    );
  withPositions(runtime, sizes, at.image, (address) => {
    if (slices === 1) multiply(address, at.weightGradient);
    else
      runtime.withScratch(floatBytes * slices * inputs * outputs, (sums) => {
        multiply(address, sums);
        sumRows(runtime, sums, slices, inputs * outputs, at.weightGradient);
      });
  });
  if (at.biasGradient !== null) sumRows(runtime, at.gradient, positions, outputs, at.biasGradient);
}

export interface UnitInputGradientAddresses {
  readonly gradient: number;
  readonly weight: number;
  /** Like image; all of it is written. */
  readonly imageGradient: number;
  /** Null in steps. */
  readonly behind: EpilogueAt | null;
}

export function unitInputGradient(runtime: Runtime, sizes: UnitConvolution, at: UnitInputGradientAddresses): void {
  const { batch, inputChannels, outputChannels, imageSize } = sizes;
  const layer = { rows: positionsOf(sizes), inputs: outputChannels, outputs: inputChannels };
  const multiply = (product: number, behind: EpilogueAt | null) =>
    runtime.withScratch(floatBytes * inputChannels * outputChannels, (turned) => {
      const own = { address: at.weight, bytes: floatBytes, strides: [1, inputChannels] };
      const shape = [inputChannels, outputChannels];
      copyFloats(runtime, shape, own, { address: turned, bytes: floatBytes, strides: [outputChannels, 1] });
      const epilogue = epilogueWithBias(behind, product, null);
      linear(runtime, layer, { input: at.gradient, weight: turned, copies: null, epilogue });
    });
  if (isDense(sizes)) {
    multiply(at.imageGradient, at.behind);
    return;
  }
  clear(runtime, at.imageGradient, floatBytes * batch * imageSize[0] * imageSize[1] * inputChannels);
  runtime.withScratch(floatBytes * positionsOf(sizes) * inputChannels, (address) => {
    multiply(address, null);
    const { shape, at: place } = seen(sizes, at.imageGradient);
    copyFloats(runtime, shape, { address, bytes: floatBytes, strides: contiguousStrides(shape) }, place);
  });
}
