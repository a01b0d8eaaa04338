// The weight's gradient of a convolution of any steps, dilations and groups, on images whose channels lie together: for each element of
// the kernel a product of what it sees of the image and the gradient, over a few rows of windows at a time, which lie in the first cache.

import { type I32, type Local, ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile } from "../../simd.js";
import { split } from "../../threads/split.js";
import { clear, copyFloats } from "../copy.js";
import { sumRows } from "../reductions.js";
import { emitRegisterTiles } from "../register-tile.js";
import { type DirectConvolution, nanosecondsOfDirect, tileFor } from "./direct-sizes.js";

/** Of rows of windows and of their image, at once. */
const bytesAtOnce = 24 * 1024;
/** Sums that are kept apart. */
const mostSlices = 10;

/** Floats of a row of sums: the outputs of a group, in whole panels. */
const pitchOf = (columns: number, tile: Tile) => tile.columns * Math.ceil(columns / tile.columns);

/** `run(image, gradient, sums, offsets, end)`: some rows of windows of one image; sums are [group][element][input][output]. */
function emitSums(sizes: DirectConvolution, tile: Tile): ModuleBuilder {
  const { groups, inputChannels, outputChannels, kernelSize, dilation, imageSize, padding } = sizes;
  const outputs = outputChannels / groups;
  // Side by side, as sums are: the channels of all that a row of the kernel sees.
  const isOneRow = groups === 1 && dilation[1] === 1;
  const inputs = isOneRow ? inputChannels * kernelSize[1] : inputChannels / groups;
  const pitch = 4 * pitchOf(outputs, tile);
  const module = new ModuleBuilder();
  const micro = emitRegisterTiles(module, tile, {
    ...{ rowStep: 4, depthStep: null, rightPitch: 4 * outputChannels, productPitch: pitch },
    accumulates: true,
  });
  const parameters = { image: "i32", gradient: "i32", sums: "i32", offsets: "i32", end: "i32" } as const;
  const rowPitch = 4 * inputChannels * (imageSize[1] + 2 * padding[1]);
  module.define("run", parameters, (f, p) => {
    const [line, seen, from] = ["line", "seen", "from"].map((name) => f.local("i32", name)) as [
      Local<I32>,
      Local<I32>,
      Local<I32>,
    ];
    const group = f.local("i32", "group", p.image);
    const emitTile = (height: number) => {
      for (let column = 0; column < pitch; column += 4 * tile.columns)
        f.call(micro[height - 1]!, from, p.gradient.add(column), p.sums.add(column), p.end, p.offsets, 1);
      f.increase(from, 4 * height);
      f.increase(p.sums, height * pitch);
    };
    const height = Math.ceil(inputs / Math.ceil(inputs / tile.rows));
    f.repeat(groups, () => {
      f.set(line, group);
      f.repeat(kernelSize[0], () => {
        f.set(seen, line);
        f.repeat(isOneRow ? 1 : kernelSize[1], () => {
          f.set(from, seen);
          f.repeat(Math.floor(inputs / height), () => emitTile(height));
          if (inputs % height > 0) emitTile(inputs % height);
          f.increase(seen, 4 * inputChannels * dilation[1]);
        });
        f.increase(line, rowPitch * dilation[0]);
      });
      f.increase(group, 4 * inputs);
      f.increase(p.gradient, 4 * outputs);
    });
  });
  return module;
}

export interface DirectWeightGradient {
  /** With a border of the padding. */
  readonly image: number;
  readonly gradient: number;
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

/** Sums of a fixed number of slices, added up in their order: so the result does not depend on the number of threads. */
export function directWeightGradient(
  runtime: Runtime,
  sizes: DirectConvolution,
  { image, gradient, weightGradient, biasGradient }: DirectWeightGradient,
): void {
  const { batch, groups, inputChannels, outputChannels, imageSize, outputSize, kernelSize, stride, padding } = sizes;
  const [inputs, outputs] = [inputChannels / groups, outputChannels / groups];
  const tile = tileFor(outputs);
  const [height, width] = [imageSize[0] + 2 * padding[0], imageSize[1] + 2 * padding[1]];
  const [rows, columns] = outputSize;
  const rowBytes = 4 * columns * (outputChannels + stride[0] * stride[1] * inputChannels);
  const rowsAtOnce = Math.max(1, Math.min(rows, Math.floor(bytesAtOnce / rowBytes)));
  const kernel = runtime.kernel(`direct weight gradient ${getSimd()} ${JSON.stringify({ ...sizes, batch: 0 })}`, () =>
    emitSums(sizes, tile),
  );
  const position = 4 * inputChannels;
  const offsets = new Int32Array(rowsAtOnce * columns);
  for (let row = 0; row < rowsAtOnce; row += 1)
    for (let column = 0; column < columns; column += 1)
      offsets[row * columns + column] = (row * stride[0] * width + column * stride[1]) * position;
  const elements = kernelSize[0] * kernelSize[1];
  const pitch = pitchOf(outputs, tile);
  const floats = groups * elements * inputs * pitch;
  const slices = split(batch, mostSlices);
  runtime.withScratch(4 * (slices.length + 1) * floats + 4 * offsets.length + 64, (sums) => {
    const table = sums + 4 * (slices.length + 1) * floats;
    runtime.table(table, offsets);
    runtime.spread(slices.length, nanosecondsOfDirect(sizes, outputs), (begin, end) => {
      for (let slice = begin; slice < end; slice += 1) {
        const own = sums + 4 * slice * floats;
        clear(runtime, own, 4 * floats);
        for (let at = slices[slice]![0]; at < slices[slice]![1]; at += 1)
          for (let row = 0; row < rows; row += rowsAtOnce) {
            const count = Math.min(rowsAtOnce, rows - row) * columns;
            const from = image + (at * height + row * stride[0]) * width * position;
            const to = gradient + 4 * (at * rows + row) * columns * outputChannels;
            runtime.call(kernel, "run", from, to, own, table, table + 4 * count);
          }
      }
    });
    const total = slices.length === 1 ? sums : sums + 4 * slices.length * floats;
    if (total !== sums) sumRows(runtime, sums, slices.length, floats, total);
    copyFloats(
      runtime,
      [groups, outputs, inputs, elements],
      { address: total, bytes: 4, strides: [elements * inputs * pitch, 1, pitch, inputs * pitch] },
      { address: weightGradient, bytes: 4, strides: [outputs * inputs * elements, inputs * elements, elements, 1] },
    );
  });
  if (biasGradient !== null) sumRows(runtime, gradient, batch * rows * columns, outputChannels, biasGradient);
}
