// Batched matrix products of any strides: tables of multiples of the strides for the GEMM of gemm.ts.

import type { Operand } from "../../../kernels/contract.js";
import { matmulOfBytes, matmulOfDoubles, matmulOfIntegers } from "../additions/dtypes.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { columnTableLength, multiplesOf, writeColumnTable, writeTable } from "./offset-tables.js";
import { multiply, nanosecondsOfProduct, type ProductEpilogue } from "./product.js";
import { addressOf } from "./walk.js";

/** Matrices of floats: where they lie, and their strides in elements. */
export interface Matrices {
  readonly address: number;
  readonly strides: readonly [batch: number, rows: number, columns: number];
}

export interface MatrixSizes {
  readonly batch: number;
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
}

/** left · right, for each of a batch; the products lie one behind the other, and are the home of their epilogue. */
export function multiplyMatrices(
  runtime: Runtime,
  { batch, rows, depth, columns }: MatrixSizes,
  left: Matrices,
  right: Matrices,
  product: number,
  epilogue?: ProductEpilogue,
): void {
  const [leftBatch, leftRow, leftDepth] = left.strides;
  const [rightBatch, rightDepth, rightColumn] = right.strides;
  const tableBytes = 4 * (rows + 2 * depth + columnTableLength(columns));
  runtime.withScratch(tableBytes, (address) => {
    const lanesOfRows = writeTable(runtime, address, multiplesOf(rows, leftRow));
    const depthsOfRows = writeTable(runtime, address + 4 * rows, multiplesOf(depth, leftDepth));
    const depthsOfColumns = writeTable(runtime, address + 4 * (rows + depth), multiplesOf(depth, rightDepth));
    const lanes = multiplesOf(columns, rightColumn);
    const lanesOfColumns = writeColumnTable(runtime, address + 4 * (rows + 2 * depth), lanes);
    const work = batch * rows * columns * depth * nanosecondsOfProduct;
    runtime.spread(batch, work, (begin, end) => {
      for (let i = begin; i < end; i += 1) {
        const from = { address: left.address + 4 * i * leftBatch, lanes: lanesOfRows, depths: depthsOfRows };
        const by = { address: right.address + 4 * i * rightBatch, lanes: lanesOfColumns, depths: depthsOfColumns };
        const to = { address: product + 4 * i * rows * columns, pitch: 4 * columns };
        const offsets = { each: i * rows * columns, row: i * rows, column: 0 };
        multiply(runtime, from, by, to, { epilogue: epilogue?.from(offsets) });
      }
    });
  });
}

function matricesOf(operand: Operand): Matrices {
  return { address: addressOf(operand), strides: operand.strides as Matrices["strides"] };
}

/** As the kernel is given them; with an epilogue its home is where the product lies. */
export function multiplyOperands(a: Operand, b: Operand, c: Operand, epilogue?: ProductEpilogue): void {
  const [batch, rows, depth] = a.shape as [number, number, number];
  const sizes = { batch, rows, depth, columns: b.shape[2]! };
  const address = epilogue?.home ?? addressOf(c);
  multiplyMatrices(runtimeOf(c), sizes, matricesOf(a), matricesOf(b), address, epilogue);
}

export const matmul = {
  float64: matmulOfDoubles,
  int32: matmulOfIntegers,
  uint8: matmulOfBytes,
  float32: repeats<"matmul">(([left, right], [output]) => multiplyOperands(left!, right!, output!)),
};
