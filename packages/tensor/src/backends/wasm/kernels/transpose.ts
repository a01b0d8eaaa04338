// Copies matrices of floats whose rows are the other's columns, by blocks of 4 × 4: element by element, as any layout can be
// copied, one side of such a copy would take a cache line for each float.

import { type F32x4, type FunctionBuilder, type Local, loadF32, loadF32x4, ModuleBuilder } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { mergeDimensions, type Walked } from "./walk.js";

type FourLocals = [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];

/** The rows and columns of four vectors exchanged. */
export function emitTransposed(
  f: FunctionBuilder,
  [a, b, c, d]: readonly [F32x4, F32x4, F32x4, F32x4],
): readonly [F32x4, F32x4, F32x4, F32x4] {
  const lowAB = f.local("f32x4", "lowAB", a.shuffle(b, [0, 4, 1, 5]));
  const lowCD = f.local("f32x4", "lowCD", c.shuffle(d, [0, 4, 1, 5]));
  const highAB = f.local("f32x4", "highAB", a.shuffle(b, [2, 6, 3, 7]));
  const highCD = f.local("f32x4", "highCD", c.shuffle(d, [2, 6, 3, 7]));
  return [
    lowAB.shuffle(lowCD, [0, 1, 4, 5]),
    lowAB.shuffle(lowCD, [2, 3, 6, 7]),
    highAB.shuffle(highCD, [0, 1, 4, 5]),
    highAB.shuffle(highCD, [2, 3, 6, 7]),
  ];
}

/** `run(from, to, rows, columns, rowBytes, columnBytes)`: to[column][row] = from[row][column]. */
function emitTranspose(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    from: "i32",
    to: "i32",
    rows: "i32",
    columns: "i32",
    rowBytes: "i32",
    columnBytes: "i32",
  } as const;
  module.define("run", parameters, (f, { from, to, rows, columns, rowBytes, columnBytes }) => {
    const vectors = f.locals("f32x4", "row", 4) as FourLocals;
    const [source, target] = [f.local("i32", "source"), f.local("i32", "target")];
    const [at, left, column] = [f.local("i32", "at"), f.local("i32", "left"), f.local("i32", "column")];
    /** So many times four rows: four columns of them at a time, and what columns are left one by one. */
    const rowsAtOnce = (groups: number) => {
      f.set(source, from);
      f.set(target, to);
      f.set(left, columns);
      f.while(left.atLeast(4), () => {
        f.set(at, source);
        for (let group = 0; group < groups; group += 1) {
          for (const vector of vectors) {
            f.set(vector, loadF32x4(at));
            f.increase(at, rowBytes);
          }
          f.set(column, target);
          for (const own of emitTransposed(f, vectors)) {
            f.store(column, own, 16 * group);
            f.increase(column, columnBytes);
          }
        }
        f.set(target, column);
        f.increase(source, 16);
        f.set(left, left.subtract(4));
      });
      f.repeat(left, () => {
        f.set(at, source);
        for (let row = 0; row < 4 * groups; row += 1) {
          f.store(target, loadF32(at), 4 * row);
          f.increase(at, rowBytes);
        }
        f.increase(source, 4);
        f.increase(target, columnBytes);
      });
      f.increase(from, rowBytes.multiply(4 * groups));
      f.increase(to, 16 * groups);
      f.set(rows, rows.subtract(4 * groups));
    };
    // A column of sixteen rows is a cache line, which is written whole.
    f.while(rows.atLeast(16), () => rowsAtOnce(4));
    f.while(rows.atLeast(4), () => rowsAtOnce(1));
    f.repeat(rows, () => {
      f.set(source, from);
      f.set(target, to);
      f.repeat(columns, () => {
        f.store(target, loadF32(source));
        f.increase(source, 4);
        f.increase(target, columnBytes);
      });
      f.increase(from, rowBytes);
      f.increase(to, 4);
    });
  });
  return module;
}

/** Below this many floats a matrix the blocks do not pay. */
const leastElements = 12;

/** Copies floats where the two layouts are one another's transpose, in two dimensions or behind a third; false for others. */
export function copyTransposed(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): boolean {
  const { sizes, strides } = mergeDimensions(shape, [from.strides, to.strides]);
  const rank = sizes.length;
  if (rank !== 2 && rank !== 3) return false;
  const [source, target] = strides as readonly [readonly number[], readonly number[]];
  // The columns lie together in what is read, the rows in what is written.
  const [columns, rows] = [source.indexOf(1), target.indexOf(1)];
  if (columns < 0 || rows < 0 || columns === rows) return false;
  const outer = [0, 1, 2].find((dimension) => dimension < rank && dimension !== columns && dimension !== rows);
  const [rowCount, columnCount] = [sizes[rows]!, sizes[columns]!];
  if (rowCount * columnCount < leastElements || Math.min(rowCount, columnCount) < 3) return false;
  const kernel = runtime.kernel("transpose", emitTranspose);
  const [rowBytes, columnBytes] = [4 * source[rows]!, 4 * target[columns]!];
  const run = (fromAddress: number, toAddress: number, count: number) =>
    runtime.call(kernel, "run", fromAddress, toAddress, count, columnCount, rowBytes, columnBytes);
  const work = 0.4 * sizes.reduce((product, size) => product * size, 1);
  if (outer === undefined) {
    runtime.spread(
      rowCount,
      work,
      (begin, end) => run(from.address + begin * rowBytes, to.address + 4 * begin, end - begin),
      16,
    );
    return true;
  }
  runtime.spread(sizes[outer]!, work, (begin, end) => {
    for (let at = begin; at < end; at += 1)
      run(from.address + 4 * at * source[outer]!, to.address + 4 * at * target[outer]!, rowCount);
  });
  return true;
}
