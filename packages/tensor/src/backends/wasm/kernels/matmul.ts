// Batched matrix products of any strides: tables of multiples of the strides for the GEMM of gemm.ts.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import {
  columnTableLength,
  multiplesOf,
  multiply,
  nanosecondsOfProduct,
  writeColumnTable,
  writeTable,
} from "./product.js";
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

/** left · right, for each of a batch; the products lie one behind the other. */
export function multiplyMatrices(
  runtime: Runtime,
  { batch, rows, depth, columns }: MatrixSizes,
  left: Matrices,
  right: Matrices,
  product: number,
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
        multiply(runtime, from, by, { address: product + 4 * i * rows * columns, pitch: 4 * columns });
      }
    });
  });
}

function matricesOf(operand: Operand): Matrices {
  return { address: addressOf(operand), strides: operand.strides as Matrices["strides"] };
}

export const matmul: { readonly float32: KernelFunction<"matmul"> } = {
  float32: repeats<"matmul">(([left, right], [output]) => {
    const [a, b, c] = [left as Operand, right as Operand, output as Operand];
    const [batch, rows, columns] = c.shape as [number, number, number];
    const sizes = { batch, rows, depth: a.shape[2] as number, columns };
    multiplyMatrices(runtimeOf(c), sizes, matricesOf(a), matricesOf(b), addressOf(c));
  }),
};
