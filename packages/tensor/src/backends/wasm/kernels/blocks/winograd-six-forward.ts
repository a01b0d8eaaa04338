// Emits a convolution by Winograd's algorithm: patches, products and tiles, a block of rows of tiles at a time, pooled or
// not. The input gradient is one too, of gradients with kernels turned round. What the steps do is in the files that they are
// from.

import type { Pair } from "../../../../kernels/contract.js";
import { type FunctionBuilder, I32, type Local, loadI32, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitPatches, type PatchesLayout, stripBytesOf } from "./winograd-six-patches.js";
import { emitProducts } from "./winograd-six-products.js";
import {
  type Correlation,
  depthOf,
  floatBytes,
  geometryOf,
  imageBytesOf,
  kernelPlanesOf,
  paddedChannels,
  planePadding,
  planesOf,
  tileGridOf,
  tileRowsOfBlock,
  vectorBytes,
} from "./winograd-six-sizes.js";
import {
  emitPooledTiles,
  emitTiles,
  type Finish,
  type Pooling,
  parametersOfFinish,
  type TilesLayout,
  tileStripBytesOf,
} from "./winograd-six-tiles.js";
import { emitWeights, weightsPlaneOf } from "./winograd-six-weights.js";

export interface ForwardOptions {
  /** Whether it is an input gradient. */
  readonly turned: boolean;
  /** Whether what is read counts only where a mask is above zero. */
  readonly masked: boolean;
  readonly finish: Finish | Pooling;
  /** How many output channels are computed together, from any on; all, where nothing is said. Pooled ones are. */
  readonly outputsTaken?: number;
  /** Where patches are kept, for one part of the output channels after the other: rows of a block. */
  readonly rowsKept?: number;
}

export function outputsTakenOf(
  { outputChannels }: Correlation,
  { outputsTaken = outputChannels }: ForwardOptions,
): number {
  return outputsTaken;
}

function layoutOf(sizes: Correlation, options: ForwardOptions, tile: Tile) {
  const { inputChannels, outputChannels, imageSize, outputSize, padding, scheme } = sizes;
  const { masked, finish } = options;
  const pooled = "pooledSize" in finish ? finish.pooledSize : null;
  const size: Pair = pooled === null ? outputSize : [2 * pooled[0], 2 * pooled[1]];
  const [tileRows, tileColumns] = tileGridOf(size, geometryOf(scheme).tileSize);
  const taken = outputsTakenOf(sizes, options);
  const outputs = paddedChannels(taken, tile);
  const depth = depthOf(inputChannels, scheme);
  const weightsBytes = kernelPlanesOf(scheme) * weightsPlaneOf(depth, taken, tile);
  const rowsOfBlock = options.rowsKept ?? tileRowsOfBlock(scheme, depth + outputs, tileColumns, tile, weightsBytes);
  const planeOf = (pitch: number) => rowsOfBlock * tileColumns * pitch + planePadding;
  const patchPitch = vectorBytes * depthOf(Math.ceil(inputChannels / 4), scheme);
  const productPitch = floatBytes * outputs;
  const patches: PatchesLayout = {
    kind: "patch",
    size: imageSize,
    channels: inputChannels,
    channelsTaken: inputChannels,
    padding,
    scheme,
    tileRows,
    tileColumns,
    masked,
    summed: false,
    watched: true,
    fused: tile.fused,
    abreast: tile.abreast,
    pitch: patchPitch,
    planeBytes: planeOf(patchPitch),
  };
  const tiles: TilesLayout = {
    size,
    channels: outputChannels,
    channelsTaken: taken,
    scheme,
    tileColumns,
    fused: tile.fused,
    abreast: tile.abreast,
    pitch: productPitch,
    planeBytes: planeOf(productPitch),
  };
  const outputBytes = floatBytes * (pooled ?? size)[0] * (pooled ?? size)[1] * outputChannels;
  return { patches, tiles, rowsOfBlock, tileRows, tileColumns, outputBytes };
}

/**
 * Rows and columns of tiles in an image, rows in a block, bytes of an image's outputs, and of the work space of a thread: in all, and of that
 * for a block's patches, and for the rest that `lay` and `finish` want.
 */
export function forwardBlock(sizes: Correlation, options: ForwardOptions, tile: Tile) {
  const { patches, tiles, rowsOfBlock, tileRows, tileColumns, outputBytes } = layoutOf(sizes, options, tile);
  const planes = planesOf(sizes.scheme);
  const patchesBytes = planes * patches.planeBytes;
  const layBytes = stripBytesOf(patches);
  const finishBytes = planes * tiles.planeBytes + tileStripBytesOf(tiles);
  const scratchBytes = patchesBytes + finishBytes + layBytes;
  return { tileRows, tileColumns, rowsOfBlock, outputBytes, scratchBytes, patchesBytes, layBytes, finishBytes };
}

/**
 * Of `run(…)`: from row `tileRow` of the first image's tiles on, `rows` rows, and on into the next images. The addresses are those
 * of the first image, of its limit (../outliers.ts), of its outputs, and of their codes where there are such; behind these come what the finish wants.
 */
const reading = { image: "i32", mask: "i32", limits: "i32" } as const;
const writing = { weights: "i32", bias: "i32", output: "i32", codes: "i32" } as const;
const both = { flag: "i32", scratch: "i32", tileRow: "i32", rows: "i32" } as const;

/**
 * `weights(…)`; and `run(…)`, or, where blocks' patches are kept, for one block `lay(…)` and, of outputs that are taken together,
 * `finish(…)`: then the addresses of output and bias are those of the first.
 */
export function emitForward(sizes: Correlation, options: ForwardOptions, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  const { inputChannels, scheme } = sizes;
  const { finish, rowsKept = null } = options;
  const taken = outputsTakenOf(sizes, options);
  const planes = planesOf(scheme);
  const depth = depthOf(inputChannels, scheme);
  const { patches, tiles, rowsOfBlock, tileRows, tileColumns, outputBytes } = layoutOf(sizes, options, tile);
  emitWeights(module, sizes, { turned: options.turned, taken }, tile);
  const transform = emitPatches(module, "patches", patches);
  const multiply = emitProducts(module, scheme, tile, {
    rowStep: patches.pitch,
    depthStep: floatBytes,
    rightPitch: floatBytes * tile.columns,
    panelStep: floatBytes * tile.columns * depth,
    panels: paddedChannels(taken, tile) / tile.columns,
    productPitch: tiles.pitch,
    leftPlane: patches.planeBytes,
    rightPlane: weightsPlaneOf(depth, taken, tile),
    productPlane: tiles.planeBytes,
    kernels: "right",
    accumulates: false,
  });
  const finishTiles =
    "pooledSize" in finish
      ? emitPooledTiles(module, tiles, finish.codes, finish.withCodes)
      : emitTiles(module, tiles, finish);
  const more = parametersOfFinish(finish);

  type Reading = Readonly<Record<keyof typeof reading | "flag", Local<I32>>>;
  /** Emits the patches of a block's rows, from a row of tiles on; `strip` begins as zeros. */
  const layIn = (f: FunctionBuilder, p: Reading, strip: I32, tileRow: I32) => {
    const [to, row] = [f.local("i32", "to"), f.local("i32", "row", tileRow)];
    return (begin: I32, rows: I32) => {
      f.set(to, begin);
      f.repeat(rows, () => {
        f.call(transform, p.image, p.mask, to, strip, 0, row, loadI32(p.limits), p.flag);
        f.increase(to, tileColumns * patches.pitch);
        f.increase(row, 1);
        f.if(row.equals(tileRows), () => {
          f.set(row, 0);
          for (const address of [p.image, p.mask]) f.increase(address, imageBytesOf(sizes));
          f.increase(p.limits, 4);
        });
      });
    };
  };
  type Writing = Readonly<Record<keyof typeof writing | "flag" | "tileRow", Local<I32>>>;
  /** Emits the outputs of a block whose patches lie at `begin`. */
  const finishIn = (f: FunctionBuilder, p: Writing, products: I32) => {
    const given = Object.keys(more).map((name) => p[name as keyof typeof p]);
    const tileStrip = f.local("i32", "tileStrip", products.add(planes * tiles.planeBytes));
    const from = f.local("i32", "from");
    return (begin: I32, rows: I32) => {
      f.call(multiply, begin, p.weights, products, rows.multiply(tileColumns), floatBytes * depth, 0);
      f.set(from, products);
      f.repeat(rows, () => {
        f.call(finishTiles, from, p.output, p.codes, p.bias, p.flag, tileStrip, p.tileRow, ...given);
        f.increase(from, tileColumns * tiles.pitch);
        f.increase(p.tileRow, 1);
        f.if(p.tileRow.equals(tileRows), () => {
          f.set(p.tileRow, 0);
          for (const address of [p.output, p.codes]) f.increase(address, outputBytes);
        });
      });
    };
  };

  if (rowsKept !== null) {
    module.define("lay", { ...reading, ...both, patches: "i32" }, (f, p) => {
      f.clear(p.scratch, I32.of(stripBytesOf(patches)));
      layIn(f, p, p.scratch, p.tileRow)(p.patches, p.rows);
    });
    module.define("finish", { ...writing, ...both, patches: "i32", ...more }, (f, p) => {
      finishIn(f, p, p.scratch)(p.patches, p.rows);
    });
    return module;
  }
  module.define("run", { ...reading, ...writing, ...both, ...more }, (f, p) => {
    const products = f.local("i32", "products", p.scratch.add(planes * patches.planeBytes));
    const strip = f.local("i32", "strip", products.add(planes * tiles.planeBytes + tileStripBytesOf(tiles)));
    const rows = f.local("i32", "rowsOfBlock");
    const [lay, finishRows] = [layIn(f, p, strip, p.tileRow), finishIn(f, p, products)];
    f.clear(strip, I32.of(stripBytesOf(patches)));
    f.while(p.rows.greaterThan(0), () => {
      f.set(rows, p.rows.lessThan(rowsOfBlock).select(p.rows as I32, I32.of(rowsOfBlock)));
      lay(p.scratch, rows);
      finishRows(p.scratch, rows);
      f.set(p.rows, p.rows.subtract(rows));
    });
  });
  return module;
}
