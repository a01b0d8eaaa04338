// Emits the input gradient of a convolution behind which ReLU and a pool let one gradient a window through at most: for each
// place of the image that is the largest of windows, a list of their gradients and of their channels' weights, and the sum
// over it, which is added to the patch around the place. Where images have a border it is added up with it in a work space, out
// of which the image is taken while it lies in the cache.

import type { Pair } from "../../../../kernels/contract.js";
import { I32, I32x4, loadF32x4, loadI32, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitInset } from "./pooled-border.js";
import {
  codesOf,
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
import { emitInputsLast } from "./weight-layouts.js";
import { emitEntries, emitWeightedRows, entryBytes, listBytesOf } from "./weighted-rows.js";

/** Elements of a window whose lists are made together. */
const elementsAtOnce = 4;

/** Of the lists, and behind them of an image with its border. */
export function inputGradientScratchBytes(sizes: PooledConvolution, border: Pair): number {
  const image = isBordered(border) ? imageBytesOf(sizes).image : 0;
  return listsBytesOf(sizes) + image;
}

function listsBytesOf({ outputChannels }: PooledConvolution): number {
  return elementsAtOnce * listBytesOf(outputChannels);
}

/** `weights(…)`, then `run(gradient, codes, weights, imageGradient, scratch, images)`: images without the border. */
export function emitPooledInputGradient(sizes: PooledConvolution, border: Pair, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  emitInputsLast(module, sizes);
  const { inputChannels, outputChannels, kernelSize } = sizes;
  const [pooledRows, pooledColumns] = pooledSizeOf(sizes);
  const [down, right] = windowStepsOf(sizes);
  const bytes = imageBytesOf(sizes);
  const channelBytes = kernelSize[0] * bytes.kernelRow;
  const elements = codesOf(sizes);
  const sum = emitWeightedRows(module, tile, {
    rows: kernelSize[0],
    vectors: vectorsOfKernelRow(sizes),
    lastLanes: ((kernelSize[1] * inputChannels - 1) % 4) + 1,
    sumsPitch: bytes.row,
    rowsPitch: bytes.kernelRow,
  });
  const takeOut = isBordered(border) ? emitInset(module, sizes, border, false) : null;
  const parameters = {
    gradient: "i32",
    codes: "i32",
    weights: "i32",
    imageGradient: "i32",
    scratch: "i32",
    images: "i32",
  } as const;
  module.define("run", parameters, (f, { gradient, codes, weights, imageGradient, scratch, images }) => {
    const [window, channel] = [f.local("i32", "window"), f.local("i32", "channel")];
    const code = f.local("i32", "code");
    const rows = f.local("i32x4", "rowsOfChannels");
    const ends = f.locals("i32", "end", elementsAtOnce);
    const listOf = (at: number) => scratch.add(at * listBytesOf(outputChannels));
    const addPlaces = (places: readonly number[]) => {
      for (const i of places.keys()) f.set(ends[i]!, listOf(i));
      f.set(rows, I32x4.splat(weights).add(I32x4.constant(0, channelBytes, 2 * channelBytes, 3 * channelBytes)));
      f.set(channel, 0);
      const addChannels = (count: number) => {
        const entries = emitEntries(f, loadF32x4(gradient.add(channel)), rows);
        for (const [lane, entry] of entries.slice(0, count).entries()) {
          f.set(code, loadI32(codes.add(channel), floatBytes * lane));
          for (const [i, place] of places.entries()) {
            f.store(ends[i]!, entry);
            f.increase(ends[i]!, code.equals(place).multiply(entryBytes));
          }
        }
        f.set(rows, rows.add(4 * channelBytes));
        f.increase(channel, vectorBytes);
      };
      f.while(channel.lessThan(vectorBytes * Math.floor(outputChannels / 4)), () => addChannels(4));
      if (outputChannels % 4 > 0) addChannels(outputChannels % 4);
      for (const [i, place] of places.entries())
        f.if(ends[i]!.notEquals(listOf(i)), () => f.call(sum, listOf(i), ends[i]!, window.add(place)));
    };
    const around = isBordered(border) ? f.local("i32", "around", scratch.add(listsBytesOf(sizes))) : imageGradient;
    f.repeat(images, () => {
      f.clear(around, I32.of(bytes.image));
      f.set(window, around);
      f.repeat(pooledRows, () => {
        f.repeat(pooledColumns, () => {
          for (let at = 0; at < elements.length; at += elementsAtOnce)
            addPlaces(elements.slice(at, at + elementsAtOnce));
          f.increase(gradient, floatBytes * outputChannels);
          f.increase(codes, floatBytes * outputChannels);
          f.increase(window, right);
        });
        f.increase(window, down - pooledColumns * right);
      });
      if (takeOut !== null) f.call(takeOut, imageGradient, around, 1);
      f.increase(imageGradient, plainImageBytes(sizes, border));
    });
  });
  return module;
}
