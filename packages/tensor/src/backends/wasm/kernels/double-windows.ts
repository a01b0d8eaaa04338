// Pooling of doubles, and of integers as such, and the columns of convolutions of doubles: whatever looks through windows, one element of
// the window at a time for all positions at once (double-taps.ts). Each is a pass of double-pointwise.ts's loops, and no loop of its own is
// emitted.

import type {
  AveragePoolingAttributes,
  KernelFunction,
  Operand,
  PoolingAttributes,
} from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import type { F64x2 } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { numbersOfAveragePooling } from "./average-pooling.js";
import { clear } from "./copy.js";
import { copyDoubles } from "./double-copies.js";
import { type DoubleElement, type DoublePointwise, runDoubles } from "./double-pointwise.js";
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

/** Lays out what lies under windows; the room of the columns is cleared. */
export function layColumns(
  runtime: Runtime,
  windows: Windows,
  [batch, channels]: Two,
  image: Walked,
  address: number,
  strides: ColumnStrides,
): void {
  for (const tap of tapsOf(windows))
    copyDoubles(
      runtime,
      [batch, channels, ...tap.count],
      shownBy(tap, windows, image),
      columnOf(tap, { address }, strides),
    );
}

/** Adds columns where they lie on images. */
export function addColumns(
  runtime: Runtime,
  windows: Windows,
  [batch, channels]: Two,
  image: Walked,
  address: number,
  strides: ColumnStrides,
): void {
  for (const tap of tapsOf(windows))
    addDoubles(
      runtime,
      [batch, channels, ...tap.count],
      shownBy(tap, windows, image),
      columnOf(tap, { address }, strides),
    );
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

const least = { float32: Number.NEGATIVE_INFINITY, float64: Number.NEGATIVE_INFINITY, int32: -(2 ** 31), uint8: 0 };

/**
 * What a tap shows, the largest before and its place, and the place of each window's corner; numbers are how far from that it lies. The
 * last NaN of a window wins, and among equals the first.
 *
 * @__NO_SIDE_EFFECTS__
 */
function largestOf(type: Exclude<DoubleElement, "truth">): DoublePointwise {
  return {
    name: `largest of windows of ${type}`,
    inputs: [type, type, "int32", "int32"],
    output: type,
    numbers: 1,
    alsoWrites: [2],
    nanoseconds: 1.5,
    compute: (f, given, [offset]) => {
      const [shown, before, place, corner] = given as readonly F64x2[];
      const isFirst = place!.lessThan(f.constant("f64x2", 0));
      const better = f.local("i64x2", "better", shown!.greaterThan(before!).or(shown!.notEquals(shown!)).or(isFirst));
      return [better.select(shown!, before!), better.select(corner!.add(offset!), place!)];
    },
  };
}

const largest = {
  float64: /* @__PURE__ */ largestOf("float64"),
  int32: /* @__PURE__ */ largestOf("int32"),
  uint8: /* @__PURE__ */ largestOf("uint8"),
};

const maxPool: KernelFunction<"maxPool2d"> = ([first], [output, second], attributes) => {
  const [input, result, indices] = [first as Operand, output as Operand, second as Operand];
  const runtime = runtimeOf(result);
  const dtype = result.dtype as keyof typeof largest;
  if (numberOfElements(result.shape) === 0) return;
  const windows = windowsOf(input, sizeOf(result), attributes, attributes.dilation);
  const { imageSize, outputSize, stride, padding, dilation, kernelSize } = windows;
  const [values, places] = [walked(result), walked(indices)];
  runDoubles(runtime, constant(dtype), result.shape, [values], [least[dtype]]);
  runDoubles(runtime, constant("int32"), result.shape, [places], [-1]);
  const [rows, columns] = outputSize;
  runtime.withScratch(4 * rows * columns, (corners) => {
    const all = Int32Array.from({ length: rows * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      return (row * stride[0] - padding[0]) * imageSize[1] + column * stride[1] - padding[1];
    });
    runtime.table(corners, all);
    const corner: Walked = { address: corners, bytes: 4, strides: [0, 0, columns, 1] };
    for (const tap of tapsOf(windows)) {
      const [row, column] = [Math.floor(tap.at / kernelSize[1]), tap.at % kernelSize[1]];
      const offset = row * dilation[0] * imageSize[1] + column * dilation[1];
      const [largestAt, placeAt, cornerAt] = [values, places, corner].map((own) => positionsOf(tap, own));
      runDoubles(
        runtime,
        largest[dtype],
        [...result.shape.slice(0, 2), ...tap.count],
        [shownBy(tap, windows, walked(input)), largestAt!, placeAt!, cornerAt!, largestAt!],
        [offset],
      );
    }
  });
};

/** One number everywhere. */
function constant(output: Exclude<DoubleElement, "truth">): DoublePointwise {
  return {
    ...{ name: `constant ${output}`, inputs: [], output, numbers: 1, alsoWrites: [], nanoseconds: 0.3 },
    compute: (_, __, [value]) => [value!],
  };
}

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

export const maxPoolOfDoubles = /* @__PURE__ */ repeats<"maxPool2d">(maxPool, numbersOfPooling);
export const avgPoolOfDoubles = /* @__PURE__ */ repeats<"avgPool2d">(averagePool, numbersOfAveragePooling);
export const avgPoolBackwardOfDoubles = /* @__PURE__ */ repeats<"avgPool2dBackward">(
  averagePoolBackward,
  numbersOfAveragePooling,
);
export const im2colOfDoubles = /* @__PURE__ */ repeats<"im2col">(toColumns, numbersOfPooling);
export const col2imOfDoubles = /* @__PURE__ */ repeats<"col2im">(toImage, numbersOfPooling);
