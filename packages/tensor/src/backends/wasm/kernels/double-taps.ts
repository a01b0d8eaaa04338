// What one element of all windows shows of images: a strided view, without what lies in the border.

import type { F64x2 } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { type DoublePointwise, runDoubles } from "./double-pointwise.js";
import type { Walked } from "./walk.js";

export type Two = readonly [number, number];

/** How windows lie on images. */
export interface Windows {
  readonly imageSize: Two;
  readonly outputSize: Two;
  readonly kernelSize: Two;
  readonly stride: Two;
  readonly padding: Two;
  readonly dilation: Two;
}

/** One element of all windows: where it lies within the image. */
export interface Tap {
  /** Which of the window's it is, counted row by row. */
  readonly at: number;
  /** The positions of windows of which it does. */
  readonly first: Two;
  readonly count: Two;
  /** What it shows at the first of those. */
  readonly from: Two;
}

/** The elements of windows in their order; those that always lie in the border are left out. */
export function tapsOf({ imageSize, outputSize, kernelSize, stride, padding, dilation }: Windows): readonly Tap[] {
  const along = (axis: 0 | 1) =>
    Array.from({ length: kernelSize[axis] }, (_, at) => {
      const start = at * dilation[axis] - padding[axis];
      const first = Math.max(0, Math.ceil(-start / stride[axis]));
      const end = Math.min(outputSize[axis], Math.floor((imageSize[axis] - 1 - start) / stride[axis]) + 1);
      return { at, first, count: end - first, from: start + first * stride[axis] };
    });
  const [rows, columns] = [along(0), along(1)];
  return rows
    .flatMap((row) =>
      columns.map((column): Tap => {
        return {
          at: row.at * kernelSize[1] + column.at,
          first: [row.first, column.first],
          count: [row.count, column.count],
          from: [row.from, column.from],
        };
      }),
    )
    .filter(({ count }) => count[0] > 0 && count[1] > 0);
}

/** What a tap shows of images, whose last two strides are those of rows and columns. */
export function shownBy({ from }: Tap, { stride }: Windows, image: Walked): Walked {
  const [row, column] = image.strides.slice(-2) as [number, number];
  return {
    address: image.address + image.bytes * (from[0] * row + from[1] * column),
    bytes: image.bytes,
    strides: [...image.strides.slice(0, -2), row * stride[0], column * stride[1]],
  };
}

/** The positions that a tap shows something at, of what has one element a position. */
export function positionsOf({ first }: Tap, positions: Walked): Walked {
  const [row, column] = positions.strides.slice(-2) as [number, number];
  return { ...positions, address: positions.address + positions.bytes * (first[0] * row + first[1] * column) };
}

/** @__NO_SIDE_EFFECTS__ */
function ofTwo(name: string, compute: (a: F64x2, b: F64x2) => F64x2): DoublePointwise {
  return {
    ...{ name, inputs: ["float64", "float64"], output: "float64", numbers: 0, alsoWrites: [], nanoseconds: 0.9 },
    compute: (_, [a, b]) => [compute(a as F64x2, b as F64x2)],
  };
}

const sumOfTwo = /* @__PURE__ */ ofTwo("sum of two", (a, b) => a.add(b));
export const quotientOfTwo = /* @__PURE__ */ ofTwo("quotient of two", (a, b) => a.divide(b));

/** Adds `from` to what is there. */
export function addDoubles(runtime: Runtime, shape: readonly number[], to: Walked, from: Walked): void {
  runDoubles(runtime, sumOfTwo, shape, [to, from, to]);
}
