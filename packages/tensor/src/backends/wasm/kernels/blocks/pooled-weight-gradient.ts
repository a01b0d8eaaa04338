// Emits the weight gradient of a convolution behind which ReLU and a pool let one gradient a window through at most: for each
// output channel a list of the gradients that came through and of the patches that they belong to, and the sum over it. Images
// without the border of zeros are read in a work space, where they have one.
// A channel's sums lie as rows of whole vectors, [row][column and input]; what fills up a row means nothing.

import type { Pair } from "../../../../kernels/contract.js";
import { I32, I32x4, loadF32x4, loadI32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitInset } from "./pooled-border.js";
import {
  floatBytes,
  imageBytesOf,
  isBordered,
  type PooledConvolution,
  plainImageBytes,
  pooledSizeOf,
  vectorBytes,
  vectorsOfKernelRow,
  windowStepsOf,
} from "./pooled-sizes.js";
import { emitEntries, emitWeightedRows, entryBytes, listBytesOf } from "./weighted-rows.js";

/** Output channels whose lists are made at once: those of a vector. */
const lanes = [0, 1, 2, 3] as const;
/** Images whose gradients share a list: as many as lie in the first cache. */
const imagesAtOnceBytes = 40 * 1024;
const mostImagesAtOnce = 8;

export function imagesOfList(sizes: PooledConvolution): number {
  return Math.max(1, Math.min(mostImagesAtOnce, Math.floor(imagesAtOnceBytes / imageBytesOf(sizes).image)));
}

interface SumsLayout {
  readonly rowBytes: number;
  readonly channelBytes: number;
  /** All sums of a slice of the batch: those of the weights, those of the biases, and a gap. */
  readonly weightBytes: number;
  readonly sliceBytes: number;
}

export function sumsLayoutOf(sizes: PooledConvolution): SumsLayout {
  const rowBytes = vectorBytes * vectorsOfKernelRow(sizes);
  const channelBytes = rowBytes * sizes.kernelSize[0];
  const weightBytes = channelBytes * sizes.outputChannels;
  const biasBytes = vectorBytes * Math.ceil(sizes.outputChannels / 4);
  return { rowBytes, channelBytes, weightBytes, sliceBytes: weightBytes + biasBytes + 64 };
}

function listBytes(sizes: PooledConvolution): number {
  const [rows, columns] = pooledSizeOf(sizes);
  return listBytesOf(imagesOfList(sizes) * rows * columns);
}

/** Of the lists, and behind them of their images with the border. */
export function weightGradientScratchBytes(sizes: PooledConvolution, border: Pair): number {
  const images = isBordered(border) ? imagesOfList(sizes) * imageBytesOf(sizes).image : 0;
  return lanes.length * listBytes(sizes) + images;
}

/** `border`: what the images lack. */
export function emitPooledWeightGradient(
  sizes: PooledConvolution,
  border: Pair,
  tile: Tile,
  slices: number,
): ModuleBuilder {
  const module = new ModuleBuilder();
  emitSums(module, sizes, border, tile);
  emitTotal(module, sizes, slices);
  return module;
}

/** `sums(image, gradient, codes, weights, biases, scratch, images, channels)`: of some images and some channels, from zero. */
function emitSums(module: ModuleBuilder, sizes: PooledConvolution, border: Pair, tile: Tile): void {
  const [rows, columns] = pooledSizeOf(sizes);
  const [down, right] = windowStepsOf(sizes);
  const bytes = imageBytesOf(sizes);
  const { rowBytes, channelBytes } = sumsLayoutOf(sizes);
  const position = floatBytes * sizes.outputChannels;
  const most = imagesOfList(sizes);
  // Lanes beyond the last channel have lists too, which nobody sums.
  const isWhole = sizes.outputChannels % 4 === 0;
  const sum = emitWeightedRows(module, tile, {
    rows: sizes.kernelSize[0],
    vectors: vectorsOfKernelRow(sizes),
    lastLanes: 4,
    sumsPitch: rowBytes,
    rowsPitch: bytes.row,
  });
  const surround = isBordered(border) ? emitInset(module, sizes, border, true) : null;
  const parameters = {
    image: "i32",
    gradient: "i32",
    codes: "i32",
    weights: "i32",
    biases: "i32",
    scratch: "i32",
    images: "i32",
    channels: "i32",
  } as const;
  module.define("sums", parameters, (f, p) => {
    const ends = f.locals("i32", "end", lanes.length);
    const [code, passed] = [f.local("i32x4", "code"), f.local("i32x4", "passed")];
    const own = f.local("f32x4", "own");
    const [gradient, codes] = [f.local("i32", "gradientAt"), f.local("i32", "codesAt")];
    const [weights, biases] = [f.local("i32", "weightsAt"), f.local("i32", "biasesAt")];
    const window = f.local("i32", "window");
    const [images, channel] = [f.local("i32", "imagesOfList"), f.local("i32", "channel")];
    const bias = f.local("f32x4", "bias");
    const listOf = (lane: number) => p.scratch.add(lane * listBytes(sizes));
    const around = isBordered(border) ? f.local("i32", "around", listOf(lanes.length)) : p.image;
    if (isBordered(border)) f.clear(around, I32.of(most * bytes.image));
    f.clear(p.weights, p.channels.multiply(channelBytes));
    f.clear(p.biases, p.channels.add(3).shiftRightUnsigned(2).shiftLeft(4));
    f.while(p.images.greaterThan(0), () => {
      f.set(images, p.images.lessThan(most).select(p.images as I32, I32.of(most)));
      if (isBordered(border)) f.call(surround!, p.image, around, images);
      f.set(weights, p.weights);
      f.set(biases, p.biases);
      f.set(channel, 0);
      f.while(channel.lessThan(p.channels), () => {
        for (const [lane, end] of ends.entries()) f.set(end, listOf(lane));
        f.set(gradient, p.gradient.add(channel.shiftLeft(2)));
        f.set(codes, p.codes.add(channel.shiftLeft(2)));
        f.set(window, around);
        f.set(bias, loadF32x4(biases));
        f.repeat(images, () => {
          f.repeat(rows, () => {
            f.repeat(columns, () => {
              f.set(code, loadI32x4(codes));
              f.set(passed, code.greaterThan(-1));
              f.set(own, loadF32x4(gradient));
              f.set(bias, bias.add(passed.and(own.asI32x4()).asF32x4()));
              f.set(passed, passed.and(f.constant("i32x4", entryBytes)));
              const entries = emitEntries(f, own, code.add(I32x4.splat(window)));
              for (const lane of lanes) {
                f.store(ends[lane]!, entries[lane]!);
                f.increase(ends[lane]!, passed.lane(lane));
              }
              f.increase(gradient, position);
              f.increase(codes, position);
              f.increase(window, right);
            });
            f.increase(window, down - columns * right);
          });
          f.increase(window, bytes.image - rows * down);
        });
        f.store(biases, bias);
        f.increase(biases, vectorBytes);
        for (const [lane, end] of ends.entries()) {
          const add = () => f.call(sum, listOf(lane), end, weights);
          if (isWhole) add();
          else f.if(channel.add(lane).lessThan(p.channels), add);
          f.increase(weights, channelBytes);
        }
        f.increase(channel, lanes.length);
      });
      f.increase(p.image, most * plainImageBytes(sizes, border));
      f.increase(p.gradient, most * rows * columns * position);
      f.increase(p.codes, most * rows * columns * position);
      f.set(p.images, p.images.subtract(most));
    });
  });
}

/**
 * `total(sums, weightGradient, biases, biasGradient, channels)`: adds the slices up in their order, and lays the sums out as
 * [output][input][row][column]. Where no gradient of the bias is wanted its address is 0.
 */
function emitTotal(module: ModuleBuilder, sizes: PooledConvolution, slices: number): void {
  const { inputChannels, kernelSize } = sizes;
  const { rowBytes, sliceBytes } = sumsLayoutOf(sizes);
  const elements = kernelSize[0] * kernelSize[1];
  const parameters = {
    sums: "i32",
    weightGradient: "i32",
    biases: "i32",
    biasGradient: "i32",
    channels: "i32",
  } as const;
  module.define("total", parameters, (f, p) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const four = f.local("f32x4", "four");
    const add = (address: I32) =>
      Array.from({ length: slices }, (_, slice) => loadF32x4(address, slice * sliceBytes)).reduce((a, b) => a.add(b));
    const storeLanes = (count: number) => {
      f.set(four, add(from));
      for (const lane of ([0, 1, 2, 3] as const).slice(0, count))
        f.storeLane(to, four, lane, floatBytes * elements * lane);
    };
    const rest = inputChannels % 4;
    f.repeat(p.channels, () => {
      for (let row = 0; row < kernelSize[0]; row += 1) {
        for (let column = 0; column < kernelSize[1]; column += 1) {
          f.set(from, p.sums.add(row * rowBytes + column * floatBytes * inputChannels));
          f.set(to, p.weightGradient.add(floatBytes * (row * kernelSize[1] + column)));
          f.repeat(Math.floor(inputChannels / 4), () => {
            storeLanes(4);
            f.increase(from, vectorBytes);
            f.increase(to, vectorBytes * elements);
          });
          if (rest > 0) storeLanes(rest);
        }
      }
      f.increase(p.sums, kernelSize[0] * rowBytes);
      f.increase(p.weightGradient, floatBytes * elements * inputChannels);
    });
    const addBiases = (count: number) => {
      f.set(four, add(p.biases));
      f.storeLanes(p.biasGradient, four, count);
      f.increase(p.biases, vectorBytes);
      f.increase(p.biasGradient, vectorBytes);
    };
    const restOfBiases = sizes.outputChannels % 4;
    f.if(p.biasGradient, () => {
      f.repeat(p.channels.shiftRightUnsigned(2), () => addBiases(4));
      if (restOfBiases > 0) f.if(p.channels.and(3), () => addBiases(restOfBiases));
    });
  });
}
