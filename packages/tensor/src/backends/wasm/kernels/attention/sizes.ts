// What attention's kernels work on: blocks of queries, of which all scores are in work space at once, a query a column. No code is
// emitted here.

import type { Tile } from "../../simd.js";

/** Floats from one row to the next of what is copied: whole panels of a product, filled up with zeros. */
export interface Widths {
  /** Of queries and keys. */
  readonly embed: number;
  /** Of values and what comes out. */
  readonly value: number;
}

export function widthsOf(embed: number, value: number, { columns }: Tile): Widths {
  const whole = (size: number) => Math.ceil(size / columns) * columns;
  return { embed: whole(embed), value: whole(value) };
}

/** Queries of a block: whole tiles of rows, and whole panels of columns. */
export function queriesOfBlock(tile: Tile): number {
  return 8 * tile.rows;
}

/** Bytes from one key's scores to the next key's. */
export function scorePitch(tile: Tile): number {
  return 4 * queriesOfBlock(tile);
}

/** A part of the work area: bytes that it has anyway, and bytes a key. */
export interface Part {
  readonly fixed: number;
  readonly ofKey: number;
}

/** Parts of the work area by name; between them there is room for what is read, and never used, behind an end. */
export type Parts<Name extends string> = Readonly<Record<Name, Part>>;

export function bytesOfParts(parts: Parts<string>, keys: number): number {
  return Object.values(parts).reduce((sum, { fixed, ofKey }) => sum + fixed + ofKey * keys + slack, 0);
}

export const slack = 64;
