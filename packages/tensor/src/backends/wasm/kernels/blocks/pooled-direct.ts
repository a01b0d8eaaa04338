// Emits a convolution with bias, ReLU and max pooling by plain sums: a band of the convolution's rows, as high as a pool's
// window, lies in a small work space; from there it is pooled.

import { type FunctionBuilder, type I32, loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { eachAbreast, repeatFloatsAbreast } from "../abreast.js";
import { emitReport } from "../finite.js";
import { emitRegisterTiles } from "../register-tile.js";
import {
  codesOf,
  coveredSizeOf,
  floatBytes,
  forwardParameters,
  imageBytesOf,
  type PooledConvolution,
  paddedChannels,
  pooledSizeOf,
  vectorBytes,
  windowStepsOf,
} from "./pooled-sizes.js";
import { emitPanels } from "./weight-layouts.js";
import { WindowMaximum } from "./window-maximum.js";

/** Bytes of the weights' panels, and of the work space: the table of a window's offsets, then the band. */
export function directBytes(sizes: PooledConvolution, tile: Tile): { weights: number; scratch: number } {
  const { table, band } = layoutOf(sizes, tile);
  return { weights: depthOf(sizes) * floatBytes * paddedChannels(sizes, tile), scratch: table + band };
}

function depthOf({ inputChannels, kernelSize }: PooledConvolution): number {
  return kernelSize[0] * kernelSize[1] * inputChannels;
}

function layoutOf(sizes: PooledConvolution, tile: Tile) {
  const position = floatBytes * paddedChannels(sizes, tile);
  const row = position * coveredSizeOf(sizes)[1];
  return { table: vectorBytes * Math.ceil(depthOf(sizes) / 4), position, row, band: sizes.poolSize[0] * row };
}

/** In each turn of the loops that pool. */
const vectorsAtOnce = 2;

export function emitPooledDirect(sizes: PooledConvolution, tile: Tile, withCodes: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  emitPanels(module, sizes, tile);
  const convolve = emitConvolveRows(module, sizes, tile);
  const pool = emitPoolBand(module, sizes, tile, withCodes);
  const { poolSize, poolStride, stride, outputChannels } = sizes;
  const { table, row } = layoutOf(sizes, tile);
  const bytes = imageBytesOf(sizes);
  const [rows, columns] = pooledSizeOf(sizes);
  const [down] = windowStepsOf(sizes);
  // Windows that overlap share the last rows of a band: they become the first rows of the next.
  const shared = Math.max(0, poolSize[0] - poolStride[0]);
  module.define("run", forwardParameters, (f, p) => {
    const offsets = p.scratch;
    const band = f.local("i32", "band", p.scratch.add(table));
    emitTable(f, sizes, offsets);
    const rowOfImage = f.local("i32", "rowOfImage", p.firstRow);
    const isFirst = f.local("i32", "isFirst");
    f.set(isFirst, 1);
    f.repeat(p.rows, () => {
      const whole = () => f.call(convolve, p.image, p.weights, band, offsets, poolSize[0]);
      if (shared === 0) whole();
      else
        f.if(isFirst, whole, () => {
          f.copy(band, band.add((poolSize[0] - shared) * row), shared * row);
          const image = p.image.add(shared * stride[0] * bytes.row);
          f.call(convolve, image, p.weights, band.add(shared * row), offsets, poolSize[0] - shared);
        });
      f.call(pool, band, p.bias, p.pooled, p.codes, p.flag);
      for (const address of [p.pooled, p.codes]) f.increase(address, floatBytes * columns * outputChannels);
      f.increase(p.image, down);
      f.increase(rowOfImage, 1);
      f.set(isFirst, rowOfImage.equals(rows));
      f.if(isFirst, () => {
        f.increase(p.image, bytes.image - rows * down);
        f.set(rowOfImage, 0);
      });
    });
  });
  return module;
}

/** Writes down where the elements of a window lie, in bytes behind its first: a row of the kernel lies in one piece. */
function emitTable(f: FunctionBuilder, sizes: PooledConvolution, table: I32): void {
  const { kernelSize } = sizes;
  const bytes = imageBytesOf(sizes);
  const at = f.local("i32", "tableEntry", table);
  const offset = f.local("i32", "offset");
  f.set(offset, 0);
  f.repeat(kernelSize[0], () => {
    f.repeat(bytes.kernelRow / floatBytes, () => {
      f.store(at, offset);
      f.increase(at, floatBytes);
      f.increase(offset, floatBytes);
    });
    f.increase(offset, bytes.row - bytes.kernelRow);
  });
}

/** `convolve rows(image, weights, to, offsets, rows)`, as many columns as windows cover; a panel at a time. */
function emitConvolveRows(module: ModuleBuilder, sizes: PooledConvolution, tile: Tile): FunctionBuilder {
  const { inputChannels, stride } = sizes;
  const { position, row } = layoutOf(sizes, tile);
  const [, width] = coveredSizeOf(sizes);
  const depth = depthOf(sizes);
  const rowPitch = floatBytes * inputChannels * stride[1];
  const tiles = emitRegisterTiles(module, tile, {
    rowStep: rowPitch,
    depthStep: null,
    rightPitch: floatBytes * tile.columns,
    productPitch: position,
  });
  // Tiles as high as each other, or one lower.
  const count = Math.ceil(width / tile.rows);
  const height = Math.ceil(width / count);
  const lower = count * height - width;
  const parameters = { image: "i32", weights: "i32", to: "i32", offsets: "i32", rows: "i32" } as const;
  return module.define("convolve rows", parameters, (f, { image, weights, to, offsets, rows }) => {
    const [from, target] = [f.local("i32", "from"), f.local("i32", "target")];
    const [fromRow, targetRow] = [f.local("i32", "fromRow"), f.local("i32", "targetRow")];
    f.repeat(paddedChannels(sizes, tile) / tile.columns, () => {
      f.set(fromRow, image);
      f.set(targetRow, to);
      f.repeat(rows, () => {
        f.set(from, fromRow);
        f.set(target, targetRow);
        for (const [own, times] of [
          [height, count - lower],
          [height - 1, lower],
        ] as const) {
          if (times === 0) continue;
          f.repeat(times, () => {
            f.call(tiles[own - 1]!, from, weights, target, offsets.add(floatBytes * depth), offsets);
            f.increase(from, own * rowPitch);
            f.increase(target, own * position);
          });
        }
        f.increase(fromRow, stride[0] * imageBytesOf(sizes).row);
        f.increase(targetRow, row);
      });
      f.increase(weights, depth * floatBytes * tile.columns);
      f.increase(to, floatBytes * tile.columns);
    });
  });
}

/** `pool band(band, bias, pooled, codes, flag)`: a row of pooled positions. */
function emitPoolBand(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  tile: Tile,
  withCodes: boolean,
): FunctionBuilder {
  const { outputChannels, poolSize, poolStride } = sizes;
  const { position, row } = layoutOf(sizes, tile);
  const [, columns] = pooledSizeOf(sizes);
  const places = Array.from({ length: poolSize[0] * poolSize[1] }, (_, at) => {
    return Math.floor(at / poolSize[1]) * row + (at % poolSize[1]) * position;
  });
  const parameters = { band: "i32", bias: "i32", pooled: "i32", codes: "i32", flag: "i32" } as const;
  return module.define("pool band", parameters, (f, { band, bias, pooled, codes, flag }) => {
    const maximums = eachAbreast(vectorsAtOnce, () => new WindowMaximum(f, codesOf(sizes)));
    const biasAt = f.local("i32", "biasAt");
    f.repeat(columns, () => {
      f.set(biasAt, bias);
      repeatFloatsAbreast(
        f,
        outputChannels,
        vectorsAtOnce,
        (neighbour, count) => {
          const offset = vectorBytes * neighbour;
          const elements = places.map((place) => loadF32x4(band, place + offset));
          const target = { bias: loadF32x4(biasAt, offset), pooled, codes: withCodes ? codes : null, offset, count };
          maximums[neighbour]!.emit(elements, target);
        },
        (floats) => {
          for (const address of [band, biasAt, pooled, codes]) f.increase(address, floatBytes * floats);
        },
      );
      f.increase(band, poolStride[1] * position - floatBytes * outputChannels);
    });
    emitReport(
      f,
      maximums.map(({ watch }) => watch),
      flag,
    );
  });
}
