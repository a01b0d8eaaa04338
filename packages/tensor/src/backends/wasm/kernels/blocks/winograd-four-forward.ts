// Emits a convolution by Winograd's F(4 × 4, 3 × 3): patches, products and tiles, a block of rows of tiles at a time. The input
// gradient is one too, of gradients with kernels turned round. What the steps do is in the files that they are from.

import { I32, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitPatches, type PatchesLayout, stripBytesOf } from "./winograd-four-patches.js";
import { emitProducts } from "./winograd-four-products.js";
import {
  floatBytes,
  imageBytesOf,
  outputBytesOf,
  outputSizeOf,
  paddedChannels,
  planePadding,
  planes,
  tileGridOf,
  tileRowsOfBlock,
  type WinogradConvolution,
} from "./winograd-four-sizes.js";
import { emitTiles, type TilesLayout, tileStripBytesOf } from "./winograd-four-tiles.js";
import { emitWeights, weightsPlaneOf } from "./winograd-four-weights.js";

export interface ForwardOptions {
  /** Whether it is an input gradient. */
  readonly turned: boolean;
  /** Whether what is read counts only where a mask is above zero. */
  readonly masked: boolean;
  readonly biased: boolean;
  readonly rectified: boolean;
  /** Whether a flag is set where an output is not finite. */
  readonly watched: boolean;
}

function layoutOf(sizes: WinogradConvolution, options: ForwardOptions, tile: Tile) {
  const { inputChannels, outputChannels, imageSize, padding } = sizes;
  const size = outputSizeOf(sizes);
  const [, tileColumns] = tileGridOf(size);
  const outputs = paddedChannels(outputChannels, tile);
  const rowsOfBlock = tileRowsOfBlock(inputChannels + outputs, tileColumns, tile);
  const planeOf = (pitch: number) => rowsOfBlock * tileColumns * pitch + planePadding;
  const [patchPitch, productPitch] = [floatBytes * inputChannels, floatBytes * outputs];
  const { masked, biased, rectified, watched } = options;
  const patches: PatchesLayout = {
    kind: "patch",
    size: imageSize,
    channels: inputChannels,
    channelsTaken: inputChannels,
    padding,
    tileColumns,
    masked,
    summed: false,
    fused: tile.fused,
    pitch: patchPitch,
    planeBytes: planeOf(patchPitch),
  };
  const tiles: TilesLayout = {
    size,
    channels: outputChannels,
    tileColumns,
    biased,
    rectified,
    watched,
    fused: tile.fused,
    pitch: productPitch,
    planeBytes: planeOf(productPitch),
  };
  return { patches, tiles, rowsOfBlock, tileColumns };
}

/** Rows of tiles in a block, and bytes of the work space of a thread. */
export function forwardBlock(sizes: WinogradConvolution, options: ForwardOptions, tile: Tile) {
  const { patches, tiles, rowsOfBlock } = layoutOf(sizes, options, tile);
  const scratchBytes =
    planes * (patches.planeBytes + tiles.planeBytes) + stripBytesOf(patches) + tileStripBytesOf(tiles);
  return { rows: rowsOfBlock, scratchBytes };
}

/** `weights(…)`, and `run(…)`: from row `tileRow` of the first image's tiles on, `rows` rows, and on into the next images. */
export function emitForward(sizes: WinogradConvolution, options: ForwardOptions, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  const { inputChannels, outputChannels } = sizes;
  const { patches, tiles, rowsOfBlock, tileColumns } = layoutOf(sizes, options, tile);
  emitWeights(module, inputChannels, outputChannels, options.turned, tile);
  const transform = emitPatches(module, "patches", patches);
  const multiply = emitProducts(module, tile, {
    rowStep: patches.pitch,
    depthStep: floatBytes,
    rightPitch: floatBytes * tile.columns,
    panelStep: floatBytes * tile.columns * inputChannels,
    panels: paddedChannels(outputChannels, tile) / tile.columns,
    productPitch: tiles.pitch,
    leftPlane: patches.planeBytes,
    rightPlane: weightsPlaneOf(inputChannels, outputChannels, tile),
    productPlane: tiles.planeBytes,
    accumulates: false,
  });
  const finish = emitTiles(module, tiles);
  const [rowsOfImage] = tileGridOf(outputSizeOf(sizes));
  const parameters = {
    image: "i32",
    mask: "i32",
    weights: "i32",
    bias: "i32",
    output: "i32",
    flag: "i32",
    scratch: "i32",
    tileRow: "i32",
    rows: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const products = f.local("i32", "products", p.scratch.add(planes * patches.planeBytes));
    const tileStrip = f.local("i32", "tileStrip", products.add(planes * tiles.planeBytes));
    const strip = f.local("i32", "strip", tileStrip.add(tileStripBytesOf(tiles)));
    const [rows, row] = [f.local("i32", "rowsOfBlock"), f.local("i32", "row")];
    const [to, from] = [f.local("i32", "to"), f.local("i32", "from")];
    f.clear(strip, I32.of(stripBytesOf(patches)));
    f.while(p.rows.greaterThan(0), () => {
      f.set(rows, p.rows.lessThan(rowsOfBlock).select(p.rows as I32, I32.of(rowsOfBlock)));
      f.set(to, p.scratch);
      f.set(row, p.tileRow);
      f.repeat(rows, () => {
        f.call(transform, p.image, p.mask, to, strip, 0, row);
        f.increase(to, tileColumns * patches.pitch);
        f.increase(row, 1);
        f.if(row.equals(rowsOfImage), () => {
          f.set(row, 0);
          f.increase(p.image, imageBytesOf(sizes));
          f.increase(p.mask, imageBytesOf(sizes));
        });
      });
      f.call(multiply, p.scratch, p.weights, products, rows.multiply(tileColumns), floatBytes * inputChannels, 0);
      f.set(from, products);
      f.repeat(rows, () => {
        f.call(finish, from, p.output, p.bias, p.flag, tileStrip, p.tileRow);
        f.increase(from, tileColumns * tiles.pitch);
        f.increase(p.tileRow, 1);
        f.if(p.tileRow.equals(rowsOfImage), () => {
          f.set(p.tileRow, 0);
          f.increase(p.output, outputBytesOf(sizes));
        });
      });
      f.set(p.rows, p.rows.subtract(rows));
    });
  });
  return module;
}
