// Sums of rows times coefficients: what both gradients behind a pool are made of. A list holds the coefficients and where
// their rows lie; the sums are kept in registers, some vectors at a time, while the list is walked.

import {
  type F32x4,
  type FunctionBuilder,
  type I32x4,
  type Local,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { split } from "../../threads/split.js";
import { storeAbreast } from "../abreast.js";
import { vectorBytes } from "./pooled-sizes.js";

/** A coefficient and an address. */
export const entryBytes = 8;

/** Of a list of at most so many entries. Entries are written as whole vectors, and so is one behind the last. */
export function listBytesOf(entries: number): number {
  return entryBytes * entries + vectorBytes;
}

/**
 * Four entries, each in the low half of a vector. They are written to the end of a list in any case, and the end is moved
 * where they count: branches would be mispredicted.
 */
export function emitEntries(f: FunctionBuilder, coefficients: F32x4, addresses: I32x4): readonly Local<F32x4>[] {
  const entries = f.locals("f32x4", "entry", 4);
  const rows = f.local("i32x4", "rows", addresses);
  const all = f.local("f32x4", "coefficients", coefficients);
  f.set(entries[0]!, all.shuffle(rows.asF32x4(), [0, 4, 1, 5]));
  f.set(entries[2]!, all.shuffle(rows.asF32x4(), [2, 6, 3, 7]));
  f.set(entries[1]!, entries[0]!.highHalf());
  f.set(entries[3]!, entries[2]!.highHalf());
  return entries;
}

interface Block {
  /** Rows of so many vectors, in the sums and where the addresses point, and the bytes from each to the next. */
  readonly rows: number;
  readonly vectors: number;
  /** Floats of a row's last vector that are summed; others are read, but not written. */
  readonly lastLanes: number;
  readonly sumsPitch: number;
  readonly rowsPitch: number;
}

/** Sums in registers, beside a coefficient and a product: more than in a product's tile, since rows are not shared. */
const registersOf = ({ rows, columns }: Tile) => Math.max(12, (rows * columns) / 4);

/** `weighted rows(list, end, sums)`: adds to each element of a block of sums. */
export function emitWeightedRows(module: ModuleBuilder, tile: Tile, block: Block): FunctionBuilder {
  const { rows, vectors, lastLanes, sumsPitch, rowsPitch } = block;
  const places = Array.from({ length: rows * vectors }, (_, at) => {
    const [row, vector] = [Math.floor(at / vectors), at % vectors];
    const offset = vectorBytes * vector;
    const count = vector === vectors - 1 ? lastLanes : 4;
    return { sum: row * sumsPitch + offset, from: row * rowsPitch + offset, count };
  });
  const groups = split(places.length, Math.ceil(places.length / registersOf(tile)));
  return module.define("weighted rows", { list: "i32", end: "i32", sums: "i32" }, (f, { list, end, sums }) => {
    const kept = f.locals("f32x4", "sum", Math.min(places.length, registersOf(tile)));
    const coefficient = f.local("f32x4", "coefficient");
    const [entry, address] = [f.local("i32", "entry"), f.local("i32", "address")];
    const add = (sum: Local<F32x4>, row: F32x4) =>
      f.set(sum, tile.fused ? coefficient.multiplyAdd(row, sum) : sum.add(coefficient.multiply(row)));
    for (const [begin, stop] of groups) {
      const group = places.slice(begin, stop);
      for (const [i, { sum }] of group.entries()) f.set(kept[i]!, loadF32x4(sums, sum));
      f.set(entry, list);
      f.while(entry.below(end), () => {
        f.set(coefficient, loadF32x4Splat(entry));
        f.set(address, loadI32(entry, 4));
        for (const [i, { from }] of group.entries()) add(kept[i]!, loadF32x4(address, from));
        f.increase(entry, entryBytes);
      });
      // Parts of vectors are stored lane by lane: they do not go abreast.
      const abreast = group.every(({ count }) => count === 4) ? tile.abreast : 1;
      storeAbreast(f, group.length, abreast, (i) => f.storeLanes(sums, kept[i]!, group[i]!.count, group[i]!.sum));
    }
  });
}
