// Drives the GEMM module (gemm.ts): cuts a product into blocks that fit the caches, and keeps tables and packed rows in
// scratch memory. matmul.ts and convolution.ts say what is multiplied.

import type { Runtime } from "../runtime.js";
import { emitGemm, panelColumns, tileBytes, tileRows } from "./gemm.js";

/** Depth of a block: a panel of 8 columns takes 20 kB and stays in the first cache. */
const depthOfBlock = 640;
/** A block of packed rows takes at most 512 kB and stays in the second. */
const packedOfBlock = 128 * 1024;

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

/** Rows of floats, `pitch` bytes apart. */
export interface Product {
  readonly address: number;
  readonly pitch: number;
}

export interface ProductOptions {
  /** Add to what is there, rather than replace it. Default: false. */
  readonly accumulate?: boolean;
  /** The address of a float for each row that its sums start from. Default: zeros. */
  readonly starts?: number;
}

/** 0, stride, 2 · stride … in bytes. Beyond 2 GiB they wrap, as the sums of addresses do. */
export function multiplesOf(count: number, stride: number): Int32Array {
  const offsets = new Int32Array(count);
  for (let i = 0; i < count; i += 1) offsets[i] = 4 * stride * i;
  return offsets;
}

/** Entries of a table of `columns` lanes: whole panels. */
export function columnTableLength(columns: number): number {
  return Math.ceil(columns / panelColumns) * panelColumns;
}

/**
 * Writes a table of columns. The lanes that fill up the last panel point at what follows the last column: they are read,
 * from the slack behind a block at worst, and multiplied, but never stored.
 */
export function writeColumnTable(runtime: Runtime, address: number, offsets: Int32Array): OffsetTable {
  const count = offsets.length;
  const length = columnTableLength(count);
  const table = new Int32Array(runtime.memory.memory.buffer, address, length);
  table.set(offsets);
  const last = offsets[count - 1] ?? 0;
  for (let i = count; i < length; i += 1) table[i] = last + 4 * (i - count + 1);
  return { address, length: count };
}

export function writeTable(runtime: Runtime, address: number, offsets: Int32Array): OffsetTable {
  new Int32Array(runtime.memory.memory.buffer, address, offsets.length).set(offsets);
  return { address, length: offsets.length };
}

/** Rows packed for the micro-kernels: one block of rows and depth. */
interface PackedRows {
  readonly address: number;
  readonly tiles: number;
  /** Rows of the first tiles; the last `shorter` ones have one less. So no tile is much smaller than the others. */
  readonly height: number;
  readonly shorter: number;
}

function tilesOf(rows: number): Omit<PackedRows, "address"> {
  const tiles = Math.ceil(rows / tileRows);
  const height = Math.ceil(rows / tiles);
  return { tiles, height, shorter: tiles * height - rows };
}

/** Cuts `total` into equal parts of at most `most`: `visit(begin, end)`. */
function forEachBlock(total: number, most: number, visit: (begin: number, end: number) => void): void {
  const blocks = Math.max(1, Math.ceil(total / most));
  for (let block = 0; block < blocks; block += 1) {
    visit(Math.floor((block * total) / blocks), Math.floor(((block + 1) * total) / blocks));
  }
}

function slice({ address }: OffsetTable, begin: number, end: number): OffsetTable {
  return { address: address + 4 * begin, length: end - begin };
}

/**
 * Products of one matrix of rows with several of columns: rows are packed once a block, and `each` is called with a
 * function that multiplies them with columns into a product. A depth of 0 gives zeros, or the starts.
 */
export function multiplyWithEach(
  runtime: Runtime,
  rows: Gathered,
  each: (multiply: (columns: Gathered, product: Product, options?: ProductOptions) => void) => void,
): void {
  const gemm = runtime.kernel("gemm", emitGemm);
  const depth = rows.depths.length;
  const blockDepth = Math.min(depth, depthOfBlock);
  const blockRows = Math.max(tileRows, Math.floor(packedOfBlock / Math.max(1, blockDepth)));
  const mostRows = Math.min(rows.lanes.length, blockRows);
  const packedBytes = 4 * mostRows * blockDepth + 64;
  const zerosBytes = 4 * mostRows;
  const workBytes = tileBytes + 4 * panelColumns * blockDepth;
  runtime.memory.withScratch(packedBytes + zerosBytes + workBytes, (packed) => {
    const zeros = packed + packedBytes;
    const work = zeros + zerosBytes;
    new Uint8Array(runtime.memory.memory.buffer, zeros, zerosBytes).fill(0);
    forEachBlock(rows.lanes.length, blockRows, (rowBegin, rowEnd) => {
      const { tiles, height, shorter } = tilesOf(rowEnd - rowBegin);
      forEachBlock(depth, depthOfBlock, (begin, end) => {
        const lanes = slice(rows.lanes, rowBegin, rowEnd);
        const depths = slice(rows.depths, begin, end);
        gemm.packRows?.(rows.address, lanes.address, depths.address, depths.length, packed, tiles, height, shorter);
        each((columns, { address, pitch }, { accumulate = false, starts } = {}) => {
          const first = begin === 0;
          const startsOfBlock = starts !== undefined && first ? starts + 4 * rowBegin : zeros;
          // Written out: spread arguments reach WebAssembly by a slow path.
          gemm.multiply?.(
            packed,
            tiles,
            height,
            shorter,
            columns.address,
            columns.lanes.address,
            columns.depths.address + 4 * begin,
            end - begin,
            columns.lanes.length,
            address + rowBegin * pitch,
            pitch,
            startsOfBlock,
            accumulate || !first ? 1 : 0,
            work,
          );
        });
      });
    });
  });
}

/** A single product. */
export function multiply(
  runtime: Runtime,
  rows: Gathered,
  columns: Gathered,
  product: Product,
  options?: ProductOptions,
): void {
  multiplyWithEach(runtime, rows, (times) => times(columns, product, options));
}
