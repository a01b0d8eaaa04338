// Emits the weight gradient of a convolution by Winograd's algorithm: in each place of a patch the sum over all tiles of
// patch times gradient, which is a product of matrices; the sums are transformed back once, at the end.

import { I32, loadI32, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitPatches, type PatchesLayout, stripBytesOf } from "./winograd-six-patches.js";
import { emitProducts } from "./winograd-six-products.js";
import {
  type Correlation,
  depthOf,
  floatBytes,
  geometryOf,
  imageBytesOf,
  outputBytesOf,
  paddedChannels,
  planePadding,
  planesOf,
  tileGridOf,
  tileRowsOfBlock,
} from "./winograd-six-sizes.js";
import { emitTotal, weightsPlaneOf } from "./winograd-six-weights.js";

export interface WeightGradientOptions {
  /** Whether a gradient counts only where a mask is above zero. */
  readonly masked: boolean;
  /** Whether gradients are added up for the bias. */
  readonly summed: boolean;
  /** Whether gradients are looked at for one out of proportion: ../outliers.ts. */
  readonly watched: boolean;
  /** Input channels that are taken together, a divisor of all. */
  readonly channelsTaken: number;
  /** A multiple of those: input channels whose sums are held at once. */
  readonly channelsHeld: number;
  readonly slices: number;
}

function layoutOf(sizes: Correlation, options: WeightGradientOptions, tile: Tile) {
  const { inputChannels, outputChannels, imageSize, outputSize, padding, scheme } = sizes;
  const { channelsTaken, masked, summed, watched } = options;
  const [tileRows, tileColumns] = tileGridOf(outputSize, geometryOf(scheme).tileSize);
  const outputs = paddedChannels(outputChannels, tile);
  const depth = depthOf(channelsTaken, scheme);
  const rowsOfBlock = tileRowsOfBlock(scheme, depth + outputs, tileColumns, tile);
  const planeOf = (pitch: number) => rowsOfBlock * tileColumns * pitch + planePadding;
  const [patchPitch, gradientPitch] = [floatBytes * depth, floatBytes * outputs];
  const shared = { scheme, tileRows, tileColumns, fused: tile.fused, abreast: tile.abreast } as const;
  const patches: PatchesLayout = {
    ...shared,
    kind: "patch",
    size: imageSize,
    channels: inputChannels,
    channelsTaken,
    padding,
    masked: false,
    summed: false,
    watched: false,
    pitch: patchPitch,
    planeBytes: planeOf(patchPitch),
  };
  const gradients: PatchesLayout = {
    ...shared,
    kind: "gradient",
    size: outputSize,
    channels: outputChannels,
    channelsTaken: outputChannels,
    padding: [0, 0],
    masked,
    summed,
    watched,
    pitch: gradientPitch,
    planeBytes: planeOf(gradientPitch),
  };
  return { patches, gradients, rowsOfBlock, tileColumns };
}

/** Bytes of the work space of a thread. */
export function weightGradientScratchBytes(sizes: Correlation, options: WeightGradientOptions, tile: Tile): number {
  const { patches, gradients } = layoutOf(sizes, options, tile);
  return (
    planesOf(sizes.scheme) * (patches.planeBytes + gradients.planeBytes) +
    stripBytesOf(patches) +
    stripBytesOf(gradients)
  );
}

/**
 * `sums(image, gradient, mask, sums, biasSums, scratch, images, limits, flag)`: of the channels that begin at `image`, over some images; and
 * `total(…)`.
 */
export function emitWeightGradient(sizes: Correlation, options: WeightGradientOptions, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  const { outputChannels, outputSize, scheme } = sizes;
  const planes = planesOf(scheme);
  const depth = depthOf(options.channelsTaken, scheme);
  const { patches, gradients, rowsOfBlock, tileColumns } = layoutOf(sizes, options, tile);
  const outputs = paddedChannels(outputChannels, tile);
  emitTotal(module, sizes, options, tile);
  const transformPatches = emitPatches(module, "patches", patches);
  const transformGradients = emitPatches(module, "gradients", gradients);
  const multiply = emitProducts(module, scheme, tile, {
    rowStep: floatBytes,
    depthStep: patches.pitch,
    rightPitch: gradients.pitch,
    panelStep: floatBytes * tile.columns,
    panels: outputs / tile.columns,
    productPitch: floatBytes * outputs,
    leftPlane: patches.planeBytes,
    rightPlane: gradients.planeBytes,
    productPlane: weightsPlaneOf(depthOf(options.channelsHeld, scheme), outputChannels, tile),
    accumulates: true,
    kernels: "product",
  });
  const [rowsOfImage] = tileGridOf(outputSize, geometryOf(scheme).tileSize);
  const parameters = {
    image: "i32",
    gradient: "i32",
    mask: "i32",
    sums: "i32",
    biasSums: "i32",
    scratch: "i32",
    images: "i32",
    limits: "i32",
    flag: "i32",
  } as const;
  module.define("sums", parameters, (f, p) => {
    const gradientPlanes = f.local("i32", "gradientPlanes", p.scratch.add(planes * patches.planeBytes));
    const strip = f.local("i32", "strip", gradientPlanes.add(planes * gradients.planeBytes));
    const gradientStrip = f.local("i32", "gradientStrip", strip.add(stripBytesOf(patches)));
    const row = f.local("i32", "row");
    const [rows, rowsLeft] = [f.local("i32", "rowsOfBlock"), f.local("i32", "rowsLeft")];
    const [to, gradientTo] = [f.local("i32", "to"), f.local("i32", "gradientTo")];
    const accumulate = f.local("i32", "accumulate");
    f.clear(strip, I32.of(stripBytesOf(patches) + stripBytesOf(gradients)));
    // What fills up the last panel is multiplied too: memory as it comes might hold denormal numbers, which are slow.
    if (outputs > outputChannels) f.clear(gradientPlanes, I32.of(planes * gradients.planeBytes));
    if (gradients.summed) f.clear(p.biasSums, I32.of(floatBytes * outputChannels));
    f.set(rowsLeft, p.images.multiply(rowsOfImage));
    f.while(rowsLeft.greaterThan(0), () => {
      f.set(rows, rowsLeft.lessThan(rowsOfBlock).select(rowsLeft as I32, I32.of(rowsOfBlock)));
      f.set(to, p.scratch);
      f.set(gradientTo, gradientPlanes);
      f.repeat(rows, () => {
        f.call(transformPatches, p.image, 0, to, strip, 0, row, 0, 0);
        f.call(
          transformGradients,
          ...[p.gradient, p.mask, gradientTo, gradientStrip, p.biasSums, row],
          options.watched ? loadI32(p.limits) : 0,
          p.flag,
        );
        f.increase(to, tileColumns * patches.pitch);
        f.increase(gradientTo, tileColumns * gradients.pitch);
        f.increase(row, 1);
        f.if(row.equals(rowsOfImage), () => {
          f.set(row, 0);
          f.increase(p.image, imageBytesOf(sizes));
          f.increase(p.limits, 4);
          for (const address of [p.gradient, p.mask]) f.increase(address, outputBytesOf(sizes));
        });
      });
      const depthBytes = rows.multiply(tileColumns * patches.pitch);
      f.call(multiply, p.scratch, gradientPlanes, p.sums, depth, depthBytes, accumulate);
      f.set(accumulate, 1);
      f.set(rowsLeft, rowsLeft.subtract(rows));
    });
  });
  return module;
}
