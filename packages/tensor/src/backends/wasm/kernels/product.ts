// Drives the GEMM module (gemm.ts): packs rows, cuts a product into blocks that fit the caches, and spreads it over threads.
// matmul.ts and convolution.ts say what is multiplied.

import type { Kernel, Runtime } from "../runtime.js";
import { getSimd, type Simd, tiles } from "../simd.js";
import { split } from "../threads/split.js";
import { clear } from "./copy.js";
import { emitGemm, emitGemmOfPanels, type TilesEpilogue, tileBytesOf } from "./gemm.js";
import { columnTableLength, type Gathered } from "./offset-tables.js";

/** Names of kernels without an epilogue: to build one for each call takes longer than to find the kernel. */
const names: { readonly [S in Simd]: { readonly gemm: string; readonly ofPanels: string } } = {
  portable: { gemm: "gemm portable", ofPanels: "gemm of panels portable" },
  relaxed: { gemm: "gemm relaxed", ofPanels: "gemm of panels relaxed" },
  wide: { gemm: "gemm wide", ofPanels: "gemm of panels wide" },
};

function nameOf(name: string, epilogue: TilesEpilogue | null): string {
  return epilogue === null ? name : `${name} ${epilogue.name}`;
}

function gemmOf(runtime: Runtime, epilogue: TilesEpilogue | null = null): Kernel {
  const simd = getSimd();
  return runtime.kernel(nameOf(names[simd].gemm, epilogue), () => emitGemm(tiles[simd], epilogue));
}

function gemmOfPanels(runtime: Runtime, epilogue: TilesEpilogue | null = null): Kernel {
  const simd = getSimd();
  return runtime.kernel(nameOf(names[simd].ofPanels, epilogue), () => emitGemmOfPanels(tiles[simd], epilogue));
}

/** The most that is one block of depth: a panel of 8 columns takes 20 kB and stays in the first cache. */
const depthAtOnce = 640;
/** Deeper sums have blocks of so much, each with a sum of its own: as quick, and half the rounding of longer ones. */
const depthOfBlock = 256;
/** A block of packed rows takes at most 512 kB and stays in the second. */
const packedOfBlock = 128 * 1024;
/** What a multiplication and an addition take, about, in nanoseconds. */
export const nanosecondsOfProduct = 0.05;

/** Rows of floats, `pitch` bytes apart. */
export interface Product {
  readonly address: number;
  readonly pitch: number;
}

/** What is done where a product is stored, with what it is given in a call. */
export interface ProductEpilogue extends TilesEpilogue {
  /** Where the product lies. */
  readonly home: number;
  /** What the kernel is given for it. */
  readonly values: readonly number[];
  /** Of a part of the product: of what lies so many elements, columns and rows behind the first. */
  from(offsets: { readonly each: number; readonly column: number; readonly row: number }): ProductEpilogue;
}

export interface ProductOptions {
  /** Add to what is there, rather than replace it. Default: false. */
  readonly accumulate?: boolean;
  /** The address of a float for each row that its sums start from. Default: zeros. */
  readonly starts?: number;
  /** What is done where the product is stored, when all of its depth is added up. Default: nothing. */
  readonly epilogue?: ProductEpilogue | undefined;
}

const noOptions: ProductOptions = {};

/** A block of rows and of depth, packed for the micro-kernels. */
interface Block {
  readonly packed: number;
  readonly rowBegin: number;
  readonly depthBegin: number;
  readonly depthEnd: number;
  readonly tiles: Tiles;
}

/** The first tiles have `height` rows, the last `shorter` ones one less. So no tile is much smaller than the others. */
interface Tiles {
  readonly count: number;
  readonly height: number;
  readonly shorter: number;
}

/** As few tiles as hold the rows. */
export function tilesOf(rows: number, most: number): Tiles {
  const count = Math.ceil(rows / most);
  const height = Math.ceil(rows / count);
  return { count, height, shorter: count * height - rows };
}

/** The rows before a tile. */
export function rowsBefore({ count, height, shorter }: Tiles, tile: number): number {
  return tile * height - Math.max(0, tile - (count - shorter));
}

/** Some of the tiles, as tiles of their own. */
export function someOf({ count, height, shorter }: Tiles, begin: number, end: number): Tiles {
  return { count: end - begin, height, shorter: Math.max(0, end - Math.max(begin, count - shorter)) };
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
function depthsOf(depth: number): readonly (readonly [begin: number, end: number])[] {
  return split(depth, depth <= depthAtOnce ? 1 : Math.ceil(depth / depthOfBlock));
}

function longestOf(depths: ReturnType<typeof depthsOf>): number {
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
function packBlocks(runtime: Runtime, rows: Gathered, blocks: readonly Block[], parts: number): void {
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

/** Multiplies packed rows with columns. A depth of 0 gives zeros, or the starts. */
export function multiplyPacked(
  runtime: Runtime,
  rows: PackedRows,
  columns: Gathered | PackedColumns,
  product: Product,
  options: ProductOptions = {},
): void {
  const panel = tiles[getSimd()].columns;
  const count = "panels" in columns ? columns.count : columns.lanes.length;
  const panels = Math.ceil(count / panel);
  const work = rows.rows * rows.depth * count * nanosecondsOfProduct;
  runtime.parallel(work, (parts) => {
    const across = Math.min(parts, panels);
    const down = Math.ceil(parts / across);
    for (const [begin, end] of split(count, across, panel)) {
      const own = { columns, begin, end };
      const to = { ...product, address: product.address + 4 * begin };
      const epilogue = options.epilogue?.from({ each: begin, column: begin, row: 0 });
      for (let part = 0; part < down; part += 1)
        runtime.task(() => multiplyPart(runtime, rows, own, to, { ...options, epilogue }, part, down));
    }
  });
}

/** The same of columns in panels, from the first of a panel on, within a task. */
export function multiplyColumns(
  runtime: Runtime,
  rows: PackedRows,
  columns: PackedColumns,
  { address, pitch }: Product,
  begin: number,
  end: number,
): void {
  multiplyPart(runtime, rows, { columns, begin, end }, { address: address + 4 * begin, pitch }, noOptions, 0, 1);
}

/** Columns of a table, or of panels, from the first of a panel on. */
interface SomeColumns {
  readonly columns: Gathered | PackedColumns;
  readonly begin: number;
  readonly end: number;
}

/** One of `parts` parts of the rows, of every block. */
function multiplyPart(
  runtime: Runtime,
  rows: PackedRows,
  columns: SomeColumns,
  product: Product,
  options: ProductOptions,
  part: number,
  parts: number,
): void {
  const tile = tiles[getSimd()];
  const isPacked = "panels" in columns.columns;
  const kernel = isPacked ? gemmOfPanels(runtime, options.epilogue) : gemmOf(runtime, options.epilogue);
  const panelBytes = isPacked ? 0 : 4 * tile.columns * longestOf(depthsOf(rows.depth));
  runtime.withScratch(tileBytesOf(tile) + panelBytes, (work) => {
    for (const block of rows.blocks) {
      const { count } = block.tiles;
      const first = Math.floor((part * count) / parts);
      const last = Math.floor(((part + 1) * count) / parts);
      if (first < last)
        runtime.callWith(kernel, "multiply", valuesOf(rows, block, first, last, columns, product, options, work));
    }
  });
}

/** What `multiply` is given for some tiles of a block. An array that is written to, and no lists within: it is made for every call. */
function valuesOf(
  { depth, zeros }: PackedRows,
  { packed, rowBegin, depthBegin, depthEnd, tiles }: Block,
  first: number,
  last: number,
  { columns, begin: column, end }: SomeColumns,
  { address, pitch }: Product,
  { accumulate, starts, epilogue }: ProductOptions,
  work: number,
): number[] {
  const length = depthEnd - depthBegin;
  const before = rowsBefore(tiles, first);
  const some = last - first === tiles.count ? tiles : someOf(tiles, first, last);
  const row = rowBegin + before;
  const isFirst = depthBegin === 0;
  const isPacked = "panels" in columns;
  const values = [
    packed + 4 * before * length,
    some.count,
    some.height,
    some.shorter,
    isPacked ? columns.panels + 4 * (columns.filled * depthBegin + column * length) : columns.address,
    isPacked ? 0 : columns.lanes.address + 4 * column,
    isPacked ? 0 : columns.depths.address + 4 * depthBegin,
    length,
    end - column,
    address + row * pitch,
    pitch,
    starts !== undefined && isFirst ? starts + 4 * row : zeros,
    accumulate === true || !isFirst ? 1 : 0,
    work,
  ];
  if (epilogue !== undefined)
    values.push(depthEnd === depth ? 1 : 0, ...epilogue.from({ each: row * (pitch / 4), column: 0, row }).values);
  return values;
}

/** A single product. */
export function multiply(
  runtime: Runtime,
  rows: Gathered,
  columns: Gathered,
  product: Product,
  options: ProductOptions = {},
): void {
  const [count, depth] = [rows.lanes.length, rows.depths.length];
  if (count * depth > packedOfBlock && count >= columns.lanes.length)
    withPackedColumns(runtime, columns, (panels) => multiplyInTurn(runtime, rows, panels, product, options));
  else withPackedRows(runtime, rows, (packed) => multiplyPacked(runtime, packed, columns, product, options));
}

/**
 * The same block by block: rows are packed where the block before lay, in the second cache, and are multiplied while they are there. Of
 * many rows and few columns packing is a good part of the work, and most of it is memory.
 */
function multiplyInTurn(
  runtime: Runtime,
  rows: Gathered,
  columns: PackedColumns,
  product: Product,
  options: ProductOptions,
): void {
  const tile = tiles[getSimd()];
  const [count, depth, width] = [rows.lanes.length, rows.depths.length, columns.count];
  const depths = depthsOf(depth);
  const longest = longestOf(depths);
  const fewest = Math.ceil(count / Math.max(tile.rows, Math.floor(packedOfBlock / longest)));
  const all = { columns, begin: 0, end: width };
  runtime.parallel(count * depth * width * nanosecondsOfProduct, (parts) => {
    for (const [rowBegin, rowEnd] of split(count, Math.max(fewest, parts), tile.rows))
      runtime.task(() => {
        const own = rowEnd - rowBegin;
        const packedBytes = 4 * own * longest + 64;
        const ofRows = tilesOf(own, tile.rows);
        runtime.withScratch(packedBytes + 4 * own, (packed) => {
          const zeros = packed + packedBytes;
          clear(runtime, zeros, 4 * own);
          for (const [depthBegin, depthEnd] of depths) {
            const blocks = [{ packed, rowBegin, depthBegin, depthEnd, tiles: ofRows }];
            packBlocks(runtime, rows, blocks, 1);
            multiplyPart(runtime, { blocks, rows: count, depth, zeros }, all, product, options, 0, 1);
          }
        });
      });
  });
}
