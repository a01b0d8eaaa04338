// A convolution with bias, ReLU and max pooling in one, and its gradients, on images with channels last: lays out the weights
// as the kernels want them, and spreads the images over threads. The kernels are emitted by the files beside this one.

import { contiguousStrides } from "../../../../shape.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import { clear, copyFloats } from "../copy.js";
import { flagNonFinite } from "../finite.js";
import { nanosecondsOfProduct } from "../product.js";
import { sumRows } from "../reductions.js";
import { bandBytes, emitPooledDirect } from "./pooled-direct.js";
import {
  emitPooledInputGradient,
  emitPooledWeightGradient,
  inputListBytes,
  sumsOfChannel,
  weightListBytes,
} from "./pooled-gradients.js";
import { emitPooledWinograd, imagesAtOnce, winogradBytes } from "./pooled-winograd.js";
import { convolvedSize, coversAll, imageSteps, type PooledConvolution, pooledSize, sizesKey } from "./sizes.js";

export type { PooledConvolution } from "./sizes.js";

/** Sums of the weight gradient that are kept apart, each over a part of the batch: fixed, whatever threads there are. */
const mostSlices = 8;
/** From so many channels on Winograd's transforms are worth it. */
const leastChannels = 16;

/** Whether the kernels can do it; otherwise the plain ones have to. */
export function suitsPooledConvolution(sizes: PooledConvolution): boolean {
  const { columns } = tiles[getSimd()];
  return sizes.batch > 0 && sizes.outputChannels % columns === 0 && Math.min(...pooledSize(sizes)) > 0;
}

/** Whether the kernels can do the gradient of the images too. */
export function suitsPooledInputGradient({ inputChannels }: PooledConvolution): boolean {
  return inputChannels % 4 === 0;
}

function suitsWinograd(sizes: PooledConvolution): boolean {
  const { inputChannels, outputChannels, kernelSize, stride, poolSize, poolStride } = sizes;
  return (
    [...kernelSize].every((size) => size === 3) &&
    stride.every((step) => step === 1) &&
    [...poolSize, ...poolStride].every((size) => size === 2) &&
    inputChannels % 4 === 0 &&
    Math.min(inputChannels, outputChannels) >= leastChannels
  );
}

function workOf(sizes: PooledConvolution): number {
  const { batch, inputChannels, outputChannels, kernelSize } = sizes;
  const [rows, columns] = convolvedSize(sizes);
  const products = batch * rows * columns * outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
  return products * nanosecondsOfProduct;
}

/** Addresses, of float32 but for codes and flag. */
export interface PooledForward {
  /** [N, H, W, C] */
  readonly image: number;
  /** [O, C, kH, kW] */
  readonly weight: number;
  readonly bias: number | null;
  /** [N, H′, W′, O] */
  readonly pooled: number;
  /** Like pooled: the bytes from the image position of a window's first element to that of its largest; −1 where ReLU let nothing through. */
  readonly codes: number | null;
  /** Set to 1 where an output of the convolution is not finite, or an image that the gradients depend on. */
  readonly flag: number;
}

export function pooledConvolution(runtime: Runtime, sizes: PooledConvolution, at: PooledForward): void {
  const { batch, outputChannels, imageSize } = sizes;
  // Outputs that no window sees have no gradient, but zero times infinity would be no number.
  if (at.codes !== null && !coversAll(sizes))
    flagNonFinite(runtime, at.image, (batch * imageSize[0] * imageSteps(sizes)[0]) / 4, at.flag);
  runtime.withScratch(4 * outputChannels, (zeros) => {
    if (at.bias === null) clear(runtime, zeros, 4 * outputChannels);
    const given = { ...at, bias: at.bias ?? zeros };
    if (suitsWinograd(sizes)) byWinograd(runtime, sizes, given);
    else directly(runtime, sizes, given);
  });
}

type WithBias = PooledForward & { readonly bias: number };

/** Where the images from `begin` on lie, what is made of them, and its codes. */
function partOf(sizes: PooledConvolution, { image, pooled, codes }: PooledForward, begin: number) {
  const [rows, columns] = pooledSize(sizes);
  const offset = 4 * begin * rows * columns * sizes.outputChannels;
  return {
    image: image + begin * sizes.imageSize[0] * imageSteps(sizes)[0],
    pooled: pooled + offset,
    codes: codes === null ? 0 : codes + offset,
  };
}

function directly(runtime: Runtime, sizes: PooledConvolution, at: WithBias): void {
  const { batch, inputChannels, outputChannels, kernelSize } = sizes;
  const tile = tiles[getSimd()];
  const withCodes = at.codes !== null;
  const kernel = runtime.kernel(`pooled convolution ${getSimd()} ${withCodes} ${sizesKey(sizes)}`, () =>
    emitPooledDirect(sizes, tile, withCodes),
  );
  const [rowStep, columnStep] = imageSteps(sizes);
  const depth = kernelSize[0] * kernelSize[1] * inputChannels;
  runtime.withScratch(4 * depth * (outputChannels + 1), (weights) => {
    const table = weights + 4 * depth * outputChannels;
    const offsets = new Int32Array(runtime.memory.memory.buffer, table, depth);
    for (let i = 0; i < depth; i += 1) {
      const [row, inRow] = [Math.floor(i / (kernelSize[1] * inputChannels)), i % (kernelSize[1] * inputChannels)];
      offsets[i] = row * rowStep + Math.floor(inRow / inputChannels) * columnStep + 4 * (inRow % inputChannels);
    }
    const panels = [outputChannels / tile.columns, kernelSize[0] * kernelSize[1], inputChannels, tile.columns];
    const window = kernelSize[0] * kernelSize[1];
    const from = {
      address: at.weight,
      bytes: 4,
      strides: [tile.columns * inputChannels * window, 1, window, inputChannels * window],
    };
    copyFloats(runtime, panels, from, { address: weights, bytes: 4, strides: contiguousStrides(panels) });
    runtime.spread(batch, workOf(sizes), (begin, end) =>
      runtime.withScratch(bandBytes(sizes), (band) => {
        const { image, pooled, codes } = partOf(sizes, at, begin);
        const tables = [weights, table, table + 4 * depth];
        runtime.call(kernel, "run", image, ...tables, at.bias, pooled, codes, at.flag, band, end - begin);
      }),
    );
  });
}

function byWinograd(runtime: Runtime, sizes: PooledConvolution, at: WithBias): void {
  const { batch, inputChannels, outputChannels } = sizes;
  const withCodes = at.codes !== null;
  const kernel = runtime.kernel(`pooled Winograd ${getSimd()} ${withCodes} ${sizesKey(sizes)}`, () =>
    emitPooledWinograd(sizes, tiles[getSimd()], withCodes),
  );
  const bytes = winogradBytes(sizes);
  withInputsLast(runtime, sizes, at.weight, (kernels) =>
    runtime.withScratch(bytes.weights, (weights) => {
      runtime.spread(outputChannels, 10 * outputChannels * inputChannels, (begin, end) =>
        runtime.call(kernel, "weights", kernels, weights, begin, end),
      );
      runtime.spread(
        batch,
        workOf(sizes) / 2,
        (begin, end) =>
          runtime.withScratch(bytes.patches + bytes.products, (patches) => {
            const { image, pooled, codes } = partOf(sizes, at, begin);
            const room = [patches, patches + bytes.patches];
            runtime.call(kernel, "run", image, weights, at.bias, pooled, codes, at.flag, ...room, end - begin);
          }),
        imagesAtOnce(sizes),
      );
    }),
  );
}

/** Hands `use` a copy of the weights as [output][row][column][input]. */
function withInputsLast(
  runtime: Runtime,
  { outputChannels, inputChannels, kernelSize }: PooledConvolution,
  weight: number,
  use: (address: number) => void,
): void {
  const window = kernelSize[0] * kernelSize[1];
  const shape = [outputChannels, window, inputChannels];
  runtime.withScratch(4 * outputChannels * window * inputChannels, (address) => {
    const from = { address: weight, bytes: 4, strides: [inputChannels * window, 1, window] };
    copyFloats(runtime, shape, from, { address, bytes: 4, strides: contiguousStrides(shape) });
    use(address);
  });
}

/** Addresses, of float32 but for the codes of the way forward. */
export interface PooledWeightGradient {
  readonly image: number;
  /** [N, H′, W′, O] */
  readonly gradient: number;
  readonly codes: number;
  /** [O, C, kH, kW] */
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

/** The batch is cut into slices by its size alone, each with its own sums, which are added up in their order. */
export function pooledWeightGradient(runtime: Runtime, sizes: PooledConvolution, at: PooledWeightGradient): void {
  const { batch, inputChannels, outputChannels, kernelSize } = sizes;
  const { fused } = tiles[getSimd()];
  const kernel = runtime.kernel(`pooled weight gradient ${fused} ${sizesKey(sizes)}`, () =>
    emitPooledWeightGradient(sizes, fused),
  );
  const { rows, rowLength } = sumsOfChannel(sizes);
  const slices = split(batch, mostSlices);
  const weights = outputChannels * rows * rowLength;
  const sliceBytes = 4 * (weights + outputChannels);
  runtime.withScratch((slices.length + 1) * sliceBytes, (sums) => {
    runtime.spread(slices.length, workOf(sizes) / 4, (first, last) =>
      runtime.withScratch(weightListBytes(sizes), (lists) => {
        for (let slice = first; slice < last; slice += 1) {
          const [begin, end] = slices[slice]!;
          const own = sums + slice * sliceBytes;
          clear(runtime, own, sliceBytes);
          const given = { ...at, pooled: at.gradient, flag: 0, weight: 0, bias: null };
          const { image, pooled, codes } = partOf(sizes, given, begin);
          runtime.call(kernel, "run", pooled, codes, image, own, own + 4 * weights, lists, end - begin);
        }
      }),
    );
    const total = sums + slices.length * sliceBytes;
    sumRows(runtime, sums, slices.length, sliceBytes / 4, total);
    const shape = [outputChannels, inputChannels, kernelSize[0], kernelSize[1]];
    const from = { address: total, bytes: 4, strides: [rows * rowLength, 1, rowLength, inputChannels] };
    const to = { address: at.weightGradient, bytes: 4, strides: contiguousStrides(shape) };
    copyFloats(runtime, shape, from, to);
    if (at.biasGradient === null) return;
    const biases = { address: total + 4 * weights, bytes: 4, strides: [1] };
    copyFloats(runtime, [outputChannels], biases, { address: at.biasGradient, bytes: 4, strides: [1] });
  });
}

export interface PooledInputGradient {
  readonly gradient: number;
  readonly codes: number;
  readonly weight: number;
  /** [N, H, W, C], border included; all of it is written. */
  readonly imageGradient: number;
}

export function pooledInputGradient(runtime: Runtime, sizes: PooledConvolution, at: PooledInputGradient): void {
  const { fused } = tiles[getSimd()];
  const kernel = runtime.kernel(`pooled input gradient ${fused} ${sizesKey(sizes)}`, () =>
    emitPooledInputGradient(sizes, fused),
  );
  withInputsLast(runtime, sizes, at.weight, (weights) =>
    runtime.spread(sizes.batch, workOf(sizes) / 4, (begin, end) =>
      runtime.withScratch(inputListBytes(sizes), (room) => {
        const given = { ...at, image: at.imageGradient, pooled: at.gradient, flag: 0, bias: null };
        const { image, pooled, codes } = partOf(sizes, given, begin);
        runtime.call(kernel, "run", pooled, codes, weights, image, room, end - begin);
      }),
    ),
  );
}
