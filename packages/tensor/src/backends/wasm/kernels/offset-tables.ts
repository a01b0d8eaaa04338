// Tables of byte offsets, by which the GEMM of gemm.ts finds the elements of its operands.

import type { Runtime } from "../runtime.js";
import { getSimd, tiles } from "../simd.js";

/** A table of byte offsets in memory, and how many it holds. */
export interface OffsetTable {
  readonly address: number;
  readonly length: number;
}

/** Where element (lane, depth) lies: `address + lanes[lane] + depths[depth]`. */
export interface Gathered {
  readonly address: number;
  readonly lanes: OffsetTable;
  readonly depths: OffsetTable;
}

/** 0, stride, 2 · stride … in bytes. Beyond 2 GiB they wrap, as the sums of addresses do. */
export function multiplesOf(count: number, stride: number): Int32Array {
  const offsets = new Int32Array(count);
  for (let i = 0; i < count; i += 1) offsets[i] = 4 * stride * i;
  return offsets;
}

/** Entries of a table of `columns` lanes: whole panels. */
export function columnTableLength(columns: number): number {
  const panel = tiles[getSimd()].columns;
  return Math.ceil(columns / panel) * panel;
}

/**
 * Writes a table of columns. The lanes that fill up the last panel point at what follows the last column: they are read,
 * from the slack behind a block at worst, and multiplied, but never stored.
 */
export function writeColumnTable(runtime: Runtime, address: number, offsets: Int32Array): OffsetTable {
  const count = offsets.length;
  const length = columnTableLength(count);
  const table = new Int32Array(length);
  table.set(offsets);
  const last = offsets[count - 1] ?? 0;
  for (let i = count; i < length; i += 1) table[i] = last + 4 * (i - count + 1);
  runtime.table(address, table);
  return { address, length: count };
}

export function writeTable(runtime: Runtime, address: number, offsets: Int32Array): OffsetTable {
  runtime.table(address, offsets);
  return { address, length: offsets.length };
}
