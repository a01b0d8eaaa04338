// max and min down neighbouring columns of float32, with their places: row after row, four columns a vector, so that memory is read in its
// order. Rows of neighbours, and other dtypes, are extremes.ts's.

import { type F32x4, type I32, I32x4, loadF32x4, loadF32x4Splat, ModuleBuilder } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";

/** Vectors whose largest and places are held at once. */
const abreast = 4;
/** Columns that a task has at most. */
const columnsOfPart = 256;

/** `run(input, values, indices, size, columns, pitch)`: of so many neighbouring columns, rows being `pitch` bytes apart. */
function emitColumnExtreme(which: "max" | "min"): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    input: "i32",
    values: "i32",
    indices: "i32",
    size: "i32",
    columns: "i32",
    pitch: "i32",
  } as const;
  module.define("run", parameters, (f, { input, values, indices, size, columns, pitch }) => {
    const from = f.local("i32", "from");
    const [value, better] = [f.local("f32x4", "value"), f.local("i32x4", "better")];
    const best = f.locals("f32x4", "best", abreast);
    const places = f.locals("i32x4", "place", abreast);
    const row = f.local("i32x4", "row");
    /** The first of equals, and the first NaN before everything, other NaN included. */
    const look = (at: number): void => {
      const [own, place] = [best[at]!, places[at]!];
      const precedes = which === "max" ? value.greaterThan(own) : value.lessThan(own);
      f.set(better, precedes.or(value.notEquals(value).and(own.equals(own))));
      f.set(own, better.select(value as F32x4, own as F32x4));
      f.set(place, better.select(row as I32x4, place as I32x4));
    };
    const block = (vectors: number, load: (address: I32, offset: number) => F32x4, elements: number) => (): void => {
      f.set(from, input);
      f.set(row, I32x4.of(0));
      for (let at = 0; at < vectors; at += 1) {
        f.set(best[at]!, load(from, 16 * at));
        f.set(places[at]!, I32x4.of(0));
      }
      f.repeat(size.subtract(1), () => {
        f.increase(from, pitch);
        f.set(row, row.add(1));
        for (let at = 0; at < vectors; at += 1) {
          f.set(value, load(from, 16 * at));
          look(at);
        }
      });
      const store = (address: I32, lanes: F32x4 | I32x4, at: number) =>
        elements === 1 ? f.storeLane(address, lanes, 0) : f.store(address, lanes, 16 * at);
      for (let at = 0; at < vectors; at += 1) {
        store(values, best[at]!, at);
        store(indices, places[at]!, at);
      }
      for (const pointer of [input, values, indices]) f.increase(pointer, 4 * elements);
    };
    f.repeat(columns.shiftRightUnsigned(4), block(abreast, loadF32x4, 16));
    f.repeat(columns.shiftRightUnsigned(2).and(3), block(1, loadF32x4, 4));
    f.repeat(
      columns.and(3),
      block(1, (address) => loadF32x4Splat(address), 1),
    );
  });
  return module;
}

/** Of a contiguous input: of each of `outer` blocks, `size` rows of `inner` columns. */
export function extremeOfColumns(
  runtime: Runtime,
  which: "max" | "min",
  [input, values, indices]: readonly [number, number, number],
  [outer, size, inner]: readonly [number, number, number],
): void {
  const kernel = runtime.kernel(`${which} of columns`, () => emitColumnExtreme(which));
  const parts = Math.ceil(inner / columnsOfPart);
  runtime.spread(outer * parts, 0.4 * outer * size * inner, (begin, end) => {
    for (let at = begin; at < end; at += 1) {
      const first = (at % parts) * columnsOfPart;
      const block = Math.floor(at / parts);
      const skipped = 4 * (block * inner + first);
      const from = input + 4 * (block * size * inner + first);
      const columns = Math.min(columnsOfPart, inner - first);
      runtime.call(kernel, "run", from, values + skipped, indices + skipped, size, columns, 4 * inner);
    }
  });
}
