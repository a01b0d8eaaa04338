// The operands of a product, packed as the micro-kernels of gemm.ts read them: rows in tiles, in blocks that fit the caches, and columns in
// panels. Threads share the packing. product.ts multiplies them; packing.ts and packing-rows.ts emit what packs.

import type { Runtime } from "../runtime.js";
import { getSimd, tiles } from "../simd.js";
import { split } from "../threads/split.js";
import { clear } from "./copy.js";
import { gemmOf, gemmOfPanels } from "./gemm.js";
import { columnTableLength, type Gathered } from "./offset-tables.js";
import { rowsBefore, someOf, type Tiles, tilesOf } from "./row-tiles.js";

/** The most that is one block of depth: a panel of 8 columns takes 20 kB and stays in the first cache. */
const depthAtOnce = 640;
/** Deeper sums have blocks of so much, each with a sum of its own: as quick, and half the rounding of longer ones. */
const depthOfBlock = 256;
/** A block of packed rows takes at most 512 kB and stays in the second. */
export const packedOfBlock = 128 * 1024;

/** A block of rows and of depth, packed for the micro-kernels. */
export interface Block {
  readonly packed: number;
  readonly rowBegin: number;
  readonly depthBegin: number;
  readonly depthEnd: number;
  readonly tiles: Tiles;
}

/** Rows that are packed, and zeros for sums that start from nothing. */
export interface PackedRows {
  readonly blocks: readonly Block[];
  readonly rows: number;
  readonly depth: number;
  readonly zeros: number;
}

/** Columns that lie in panels: a block of depth behind the other, and in it panel by panel. */
export interface PackedColumns {
  readonly panels: number;
  readonly count: number;
  /** With those that fill up the last panel. */
  readonly filled: number;
}

/** The blocks of depth. */
export function depthsOf(depth: number): readonly (readonly [begin: number, end: number])[] {
  return split(depth, depth <= depthAtOnce ? 1 : Math.ceil(depth / depthOfBlock));
}

export function longestOf(depths: ReturnType<typeof depthsOf>): number {
  return Math.max(...depths.map(([begin, end]) => end - begin));
}

/** The blocks of a product, one depth after the other: all that ends in an element is added up in their order. */
function blocksOf(rows: number, depth: number, address: number, tileRows: number): readonly Block[] {
  const depths = depthsOf(depth);
  const most = Math.max(tileRows, Math.floor(packedOfBlock / Math.max(1, longestOf(depths))));
  return depths.flatMap(([depthBegin, depthEnd]) =>
    split(rows, Math.ceil(rows / most)).map(([rowBegin, rowEnd]) => ({
      packed: address + 4 * (rows * depthBegin + rowBegin * (depthEnd - depthBegin)),
      rowBegin,
      depthBegin,
      depthEnd,
      tiles: tilesOf(rowEnd - rowBegin, tileRows),
    })),
  );
}

/** Packs rows for any number of products with them, and lends them to `use`. */
export function withPackedRows(runtime: Runtime, rows: Gathered, use: (packed: PackedRows) => void): void {
  withPlaceOfRows(runtime, rows.lanes.length, rows.depths.length, (pack) => use(pack(rows)));
}

/** Lends `use` what packs rows, `most` at the most and all of one depth, where the rows before lay. */
export function withPlaceOfRows(
  runtime: Runtime,
  most: number,
  depth: number,
  use: (pack: (rows: Gathered) => PackedRows) => void,
): void {
  const tileRows = tiles[getSimd()].rows;
  const zeroBytes = 4 * most;
  const packedBytes = 4 * most * depth + 64;
  runtime.withScratch(packedBytes + zeroBytes, (address) => {
    const zeros = address + packedBytes;
    clear(runtime, zeros, zeroBytes);
    let packed: PackedRows | null = null;
    use((rows) => {
      const count = rows.lanes.length;
      if (packed?.rows !== count)
        packed = { blocks: blocksOf(count, depth, address, tileRows), rows: count, depth, zeros };
      const { blocks } = packed;
      runtime.parallel(count * depth, (parts) => packBlocks(runtime, rows, blocks, parts));
      return packed;
    });
  });
}

/** Each block's tiles in so many tasks, or a few more. */
export function packBlocks(runtime: Runtime, rows: Gathered, blocks: readonly Block[], parts: number): void {
  const tasks = Math.ceil(parts / blocks.length);
  for (const block of blocks) {
    if (tasks === 1) packTiles(runtime, rows, block, block.tiles, 0);
    else
      for (const [begin, end] of split(block.tiles.count, tasks))
        packTiles(runtime, rows, block, someOf(block.tiles, begin, end), rowsBefore(block.tiles, begin));
  }
}

/** Some tiles of a block, `before` rows behind its first, as a task. */
function packTiles(
  runtime: Runtime,
  { address, lanes, depths }: Gathered,
  { packed, rowBegin, depthBegin, depthEnd }: Block,
  { count, height, shorter }: Tiles,
  before: number,
): void {
  const length = depthEnd - depthBegin;
  runtime.task(() =>
    runtime.call(
      gemmOf(runtime),
      "packRows",
      address,
      lanes.address + 4 * (rowBegin + before),
      depths.address + 4 * depthBegin,
      length,
      packed + 4 * before * length,
      count,
      height,
      shorter,
    ),
  );
}

/** Packs columns for any number of products with them. */
export function withPackedColumns(runtime: Runtime, columns: Gathered, use: (packed: PackedColumns) => void): void {
  const kernel = gemmOfPanels(runtime);
  const { lanes, depths } = columns;
  const width = tiles[getSimd()].columns;
  const filled = columnTableLength(lanes.length);
  runtime.withScratch(4 * filled * depths.length, (panels) => {
    runtime.parallel(filled * depths.length, (parts) => {
      for (const [begin, end] of depthsOf(depths.length))
        for (const [from, to] of split(filled / width, parts))
          runtime.task(() =>
            runtime.call(
              kernel,
              "packPanels",
              columns.address,
              lanes.address + 4 * width * from,
              depths.address + 4 * begin,
              end - begin,
              panels + 4 * (filled * begin + width * from * (end - begin)),
              to - from,
            ),
          );
    });
    use({ panels, count: lanes.length, filled });
  });
}
