// Averages of doubles under windows, and the columns of convolutions of doubles: whatever looks through windows, one element of
// the window at a time for all positions at once (double-taps.ts). Each is a pass of double-pointwise.ts's loops, and no loop of its own is
// emitted.

import type {
  AveragePoolingAttributes,
  KernelFunction,
  Operand,
  PoolingAttributes,
} from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { numbersOfAveragePooling } from "./average-pooling.js";
import { clear } from "./copy.js";
import { copyDoubles } from "./double-copies.js";
import { runDoubles } from "./double-pointwise.js";
import {
  addDoubles,
  positionsOf,
  quotientOfTwo,
  shownBy,
  type Tap,
  type Two,
  tapsOf,
  type Windows,
} from "./double-taps.js";
import { numbersOfPooling } from "./pooling.js";
import { addressOf, type Walked, walked } from "./walk.js";

type Four = readonly [number, number, number, number];

type LikePooling = Pick<PoolingAttributes, "kernelSize" | "stride" | "padding">;

function windowsOf(image: Operand, outputSize: Two, attributes: LikePooling, dilation: Two = [1, 1]): Windows {
  const [, , height, width] = image.shape as Four;
  const { kernelSize, stride, padding } = attributes;
  return { imageSize: [height, width], outputSize, kernelSize, stride, padding, dilation };
}

const sizeOf = ({ shape }: Operand): Two => shape.slice(2) as unknown as Two;

/** Columns [batch, channels · window, positions] of images, with the strides of batch, channel, element of the window, row and column. */
export type ColumnStrides = readonly [number, number, number, number, number];

function columnOf(tap: Tap, { address }: Pick<Walked, "address">, strides: ColumnStrides): Walked {
  const [batch, channel, element, row, column] = strides;
  const own = { address: address + 8 * tap.at * element, bytes: 8, strides: [batch, channel, row, column] };
  return positionsOf(tap, own);
}

/** Calls `move` for each element of the window, with what it shows of images and its place in the columns. */
function eachTap(
  windows: Windows,
  [batch, channels]: Two,
  image: Walked,
  address: number,
  strides: ColumnStrides,
  move: (shape: readonly number[], shown: Walked, column: Walked) => void,
): void {
  for (const tap of tapsOf(windows))
    move([batch, channels, ...tap.count], shownBy(tap, windows, image), columnOf(tap, { address }, strides));
}

type Moved = Parameters<typeof eachTap> extends [...infer Given, unknown] ? Given : never;

/** Lays out what lies under windows; the room of the columns is cleared. */
export function layColumns(runtime: Runtime, ...moved: Moved): void {
  eachTap(...moved, (shape, shown, column) => copyDoubles(runtime, shape, shown, column));
}

/** Adds columns where they lie on images. */
export function addColumns(runtime: Runtime, ...moved: Moved): void {
  eachTap(...moved, (shape, shown, column) => addDoubles(runtime, shape, shown, column));
}

function columnsOf(image: Operand, attributes: PoolingAttributes) {
  const { kernelSize, stride, padding, dilation } = attributes;
  const along = (axis: 0 | 1) =>
    Math.floor(
      (image.shape[2 + axis]! + 2 * padding[axis] - dilation[axis] * (kernelSize[axis] - 1) - 1) / stride[axis],
    ) + 1;
  const outputSize = [along(0), along(1)] as const;
  return { windows: windowsOf(image, outputSize, attributes, dilation), elements: kernelSize[0] * kernelSize[1] };
}

const toColumns: KernelFunction<"im2col"> = ([image], [columns], attributes) => {
  const runtime = runtimeOf(columns!);
  const [batch, channels] = image!.shape as Four;
  const { windows, elements } = columnsOf(image!, attributes);
  const [, across] = windows.outputSize;
  const positions = columns!.shape[2]!;
  const address = addressOf(columns!);
  if (numberOfElements(columns!.shape) === 0) return;
  clear(runtime, address, 8 * numberOfElements(columns!.shape));
  const strides = [channels * elements * positions, elements * positions, positions, across, 1] as const;
  layColumns(runtime, windows, [batch, channels], walked(image!), address, strides);
};

const toImage: KernelFunction<"col2im"> = ([columns], [image], attributes) => {
  const runtime = runtimeOf(image!);
  const [batch, channels] = image!.shape as Four;
  const { windows, elements } = columnsOf(image!, attributes);
  const { address, strides } = walked(columns!);
  const [outer, element, position] = strides as [number, number, number];
  if (numberOfElements(image!.shape) === 0) return;
  clear(runtime, addressOf(image!), 8 * numberOfElements(image!.shape));
  const own = [outer, element * elements, element, position * windows.outputSize[1], position] as const;
  addColumns(runtime, windows, [batch, channels], walked(image!), address, own);
};

/** Lends what sums are divided by, one number for each position. */
function withDivisors(
  runtime: Runtime,
  { imageSize, outputSize, kernelSize, stride, padding }: Windows,
  { countIncludePad, divisorOverride }: AveragePoolingAttributes,
  use: (divisors: Walked) => void,
): void {
  const along = (axis: 0 | 1) =>
    Array.from({ length: outputSize[axis] }, (_, at) => {
      const start = at * stride[axis] - padding[axis];
      const border = countIncludePad ? padding[axis] : 0;
      const end = Math.min(start + kernelSize[axis], imageSize[axis] + border);
      return end - Math.max(start, -border);
    });
  const [rows, columns] = [along(0), along(1)];
  const all = rows.flatMap((row) => columns.map((column) => divisorOverride ?? row * column));
  runtime.withScratch(8 * all.length, (address) => {
    runtime.table(address, new Int32Array(Float64Array.from(all).buffer));
    use({ address, bytes: 8, strides: [0, 0, outputSize[1], 1] });
  });
}

const averagePool: KernelFunction<"avgPool2d"> = ([input], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const windows = windowsOf(input!, sizeOf(output!), attributes);
  const { shape } = output!;
  const sums = walked(output!);
  if (numberOfElements(shape) === 0) return;
  clear(runtime, sums.address, 8 * numberOfElements(shape));
  for (const tap of tapsOf(windows))
    addDoubles(
      runtime,
      [...shape.slice(0, 2), ...tap.count],
      positionsOf(tap, sums),
      shownBy(tap, windows, walked(input!)),
    );
  withDivisors(runtime, windows, attributes, (divisors) =>
    runDoubles(runtime, quotientOfTwo, shape, [sums, divisors, sums]),
  );
};

const averagePoolBackward: KernelFunction<"avgPool2dBackward"> = ([grad], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const windows = windowsOf(output!, sizeOf(grad!), attributes);
  const { shape } = grad!;
  const image = walked(output!);
  clear(runtime, image.address, 8 * numberOfElements(output!.shape));
  if (numberOfElements(shape) === 0) return;
  runtime.withScratch(8 * numberOfElements(shape), (address) => {
    const shares: Walked = { address, bytes: 8, strides: contiguousStrides(shape) };
    withDivisors(runtime, windows, attributes, (divisors) =>
      runDoubles(runtime, quotientOfTwo, shape, [walked(grad!), divisors, shares]),
    );
    // From the last: so an element hears its windows from the first to the last.
    for (const tap of tapsOf(windows).toReversed())
      addDoubles(runtime, [...shape.slice(0, 2), ...tap.count], shownBy(tap, windows, image), positionsOf(tap, shares));
  });
};

export const avgPoolOfDoubles = /* @__PURE__ */ repeats<"avgPool2d">(averagePool, numbersOfAveragePooling);
export const avgPoolBackwardOfDoubles = /* @__PURE__ */ repeats<"avgPool2dBackward">(
  averagePoolBackward,
  numbersOfAveragePooling,
);
export const im2colOfDoubles = /* @__PURE__ */ repeats<"im2col">(toColumns, numbersOfPooling);
export const col2imOfDoubles = /* @__PURE__ */ repeats<"col2im">(toImage, numbersOfPooling);
