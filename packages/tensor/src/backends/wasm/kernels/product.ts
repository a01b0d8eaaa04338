// Drives the GEMM module (gemm.ts): has operands packed (packed-operands.ts), multiplies them, and spreads a product over threads.
// matmul.ts and convolution.ts say what is multiplied.

import type { Runtime } from "../runtime.js";
import { getSimd, tiles } from "../simd.js";
import { split } from "../threads/split.js";
import { clear } from "./copy.js";
import { gemmOf, gemmOfPanels, type TilesEpilogue, tileBytesOf } from "./gemm.js";
import type { Gathered } from "./offset-tables.js";
import {
  type Block,
  depthsOf,
  longestOf,
  type PackedColumns,
  type PackedRows,
  packBlocks,
  packedOfBlock,
  withPackedColumns,
  withPackedRows,
} from "./packed-operands.js";
import { rowsBefore, someOf, tilesOf } from "./row-tiles.js";

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
      const multiplication = { rows, columns: own, product: to, options: { ...options, epilogue } };
      for (let part = 0; part < down; part += 1) runtime.task(() => multiplyPart(runtime, multiplication, part, down));
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
  const product = { address: address + 4 * begin, pitch };
  multiplyPart(runtime, { rows, columns: { columns, begin, end }, product, options: noOptions });
}

/** Columns of a table, or of panels, from the first of a panel on. */
interface SomeColumns {
  readonly columns: Gathered | PackedColumns;
  readonly begin: number;
  readonly end: number;
}

/** Rows and columns that are multiplied, and where the product goes. */
interface Multiplication {
  readonly rows: PackedRows;
  readonly columns: SomeColumns;
  readonly product: Product;
  readonly options: ProductOptions;
}

/** One of `parts` parts of the rows, of every block. */
function multiplyPart(runtime: Runtime, multiplication: Multiplication, part = 0, parts = 1): void {
  const { rows, columns, options } = multiplication;
  const tile = tiles[getSimd()];
  const isPacked = "panels" in columns.columns;
  const kernel = isPacked ? gemmOfPanels(runtime, options.epilogue) : gemmOf(runtime, options.epilogue);
  const panelBytes = isPacked ? 0 : 4 * tile.columns * longestOf(depthsOf(rows.depth));
  runtime.withScratch(tileBytesOf(tile) + panelBytes, (work) => {
    for (const block of rows.blocks) {
      const { count } = block.tiles;
      const first = Math.floor((part * count) / parts);
      const last = Math.floor(((part + 1) * count) / parts);
      if (first < last) runtime.callWith(kernel, "multiply", valuesOf(multiplication, block, first, last, work));
    }
  });
}

/** What `multiply` is given for some tiles of a block. An array that is written to, and no lists within: it is made for every call. */
function valuesOf(
  { rows, columns: part, product, options }: Multiplication,
  { packed, rowBegin, depthBegin, depthEnd, tiles }: Block,
  first: number,
  last: number,
  work: number,
): number[] {
  const { depth, zeros } = rows;
  const { columns, begin: column, end } = part;
  const { address, pitch } = product;
  const { accumulate, starts, epilogue } = options;
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
            const rowsInTurn = { blocks, rows: count, depth, zeros };
            multiplyPart(runtime, { rows: rowsInTurn, columns: all, product, options });
          }
        });
      });
  });
}
