// Emits sums over windows of one plane: rows of vectors in registers, to each of which every element of the kernel adds in its order.
// And sums over positions, one for each element of the kernel: its gradient.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { split } from "../../threads/split.js";
import { firstLanes } from "./planes.js";

/** Bytes throughout. */
export interface Correlation {
  readonly rows: number;
  readonly columns: number;
  /** From a row of windows to the next. */
  readonly sourceStep: number;
  readonly targetStep: number;
  /** Rows of the kernel: how many, and from one to the next. */
  readonly kernelRows: number;
  readonly tapStep: number;
  readonly filterStep: number;
  /** Within a row of the kernel, in the order in which they add. */
  readonly taps: readonly { readonly source: number; readonly filter: number }[];
}

/** Sums in registers beside an element of the kernel, four of the plane, and a product. */
const mostSums = 8;

/** `start`: what sums start from; null where they are added to what is there. */
export function emitCorrelation(
  f: FunctionBuilder,
  { fused }: Pick<Tile, "fused">,
  correlation: Correlation,
  { source, filter, target, start }: Record<"source" | "filter" | "target", I32> & { readonly start: F32x4 | null },
): void {
  const { rows, columns, sourceStep, targetStep, kernelRows, tapStep, filterStep, taps } = correlation;
  const vectors = Math.ceil(columns / 4);
  const lastLanes = columns - 4 * (vectors - 1);
  const chunks = split(vectors, Math.ceil(vectors / mostSums)).map(([begin, end]) => end - begin);
  const rowsAtOnce = Math.min(rows, Math.floor(mostSums / Math.max(...chunks)));
  const sums = f.locals("f32x4", "sum", mostSums);
  const tap = f.local("f32x4", "tap");
  const [sourceRow, targetRow] = [f.local("i32", "sourceRow", source), f.local("i32", "targetRow", target)];
  const [column, to] = [f.local("i32", "column"), f.local("i32", "to")];
  const [from, filterAt] = [f.local("i32", "from"), f.local("i32", "filterAt")];
  const block = (height: number, width: number, lanes: number) => {
    const own = Array.from({ length: height * width }, (_, at) => {
      const [row, vector] = [Math.floor(at / width), at % width];
      const bytes = 16 * vector;
      const count = vector === width - 1 ? lanes : 4;
      return { sum: sums[at]!, from: row * sourceStep + bytes, to: row * targetStep + bytes, count };
    });
    for (const { sum, to: offset } of own) f.set(sum, start ?? loadF32x4(to, offset));
    f.set(from, column);
    f.set(filterAt, filter);
    f.repeat(taps.length === 0 ? 0 : kernelRows, () => {
      for (const { source: offset, filter: element } of taps) {
        f.set(tap, loadF32x4Splat(filterAt, element));
        for (const { sum, from: place } of own) {
          const four = loadF32x4(from, offset + place);
          f.set(sum, fused ? four.multiplyAdd(tap, sum) : sum.add(four.multiply(tap)));
        }
      }
      f.increase(from, tapStep);
      f.increase(filterAt, filterStep);
    });
    for (const { sum, to: offset, count } of own) f.storeLanes(to, sum, count, offset);
    f.increase(column, 16 * width);
    f.increase(to, 16 * width);
  };
  const rowsOfBlocks = (height: number) => {
    f.set(column, sourceRow);
    f.set(to, targetRow);
    // Chunks differ by one vector at most: runs of equal ones are loops.
    const whole = chunks.slice(0, -1);
    for (const width of [...new Set(whole)])
      f.repeat(whole.filter((other) => other === width).length, () => block(height, width, 4));
    block(height, chunks.at(-1)!, lastLanes);
    f.increase(sourceRow, height * sourceStep);
    f.increase(targetRow, height * targetStep);
  };
  f.repeat(Math.floor(rows / rowsAtOnce), () => rowsOfBlocks(rowsAtOnce));
  if (rows % rowsAtOnce > 0) rowsOfBlocks(rows % rowsAtOnce);
}

export interface KernelSums {
  readonly rows: number;
  readonly columns: number;
  readonly sourceStep: number;
  readonly gradientStep: number;
  /** Of each element of the kernel, where it meets the source at the first position. */
  readonly taps: readonly number[];
}

const mostTaps = 10;

/** Stores a float for each element of the kernel. */
export function emitKernelSums(
  f: FunctionBuilder,
  { fused }: Pick<Tile, "fused">,
  { rows, columns, sourceStep, gradientStep, taps }: KernelSums,
  { source, gradient, result }: Record<"source" | "gradient" | "result", I32>,
): void {
  const sums = f.locals("f32x4", "sum", mostTaps);
  const four = f.local("f32x4", "four");
  const [sourceRow, gradientRow] = [f.local("i32", "sourceRow"), f.local("i32", "gradientRow")];
  const [from, at] = [f.local("i32", "from"), f.local("i32", "at")];
  for (const [begin, end] of split(taps.length, Math.ceil(taps.length / mostTaps))) {
    const own = taps.slice(begin, end).map((offset, i) => ({ offset, sum: sums[i]! }));
    const turn = (lanes: number) => {
      f.set(four, firstLanes(f, loadF32x4(at), lanes));
      for (const { offset, sum } of own) {
        const seen = firstLanes(f, loadF32x4(from, offset), lanes);
        f.set(sum, fused ? seen.multiplyAdd(four, sum) : sum.add(seen.multiply(four)));
      }
      f.increase(from, 16);
      f.increase(at, 16);
    };
    for (const { sum } of own) f.set(sum as Local<F32x4>, f.constant("f32x4", 0));
    f.set(sourceRow, source);
    f.set(gradientRow, gradient);
    f.repeat(rows, () => {
      f.set(from, sourceRow);
      f.set(at, gradientRow);
      f.repeat(Math.floor(columns / 4), () => turn(4));
      if (columns % 4 > 0) turn(columns % 4);
      f.increase(sourceRow, sourceStep);
      f.increase(gradientRow, gradientStep);
    });
    for (const [i, { sum }] of own.entries())
      f.store(
        result,
        sum
          .lane(0)
          .add(sum.lane(1))
          .add(sum.lane(2).add(sum.lane(3))),
        4 * (begin + i),
      );
  }
}
