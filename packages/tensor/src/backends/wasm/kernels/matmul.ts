// Batched matrix products of any strides: tables of multiples of the strides for the GEMM of gemm.ts.

import type { Kernel, Operand } from "../../kernels.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import {
  columnTableLength,
  multiplesOf,
  multiply,
  nanosecondsOfProduct,
  writeColumnTable,
  writeTable,
} from "./product.js";
import { addressOf } from "./walk.js";

export const matmul: { readonly float32: Kernel<"matmul"> } = {
  float32: repeats<"matmul">(([left, right], [output]) => {
    const [a, b, c] = [left as Operand, right as Operand, output as Operand];
    const runtime = runtimeOf(c);
    const [batch, rows, columns] = c.shape as [number, number, number];
    const depth = a.shape[2] as number;
    const [aBatch, aRow, aDepth] = a.strides as [number, number, number];
    const [bBatch, bDepth, bColumn] = b.strides as [number, number, number];
    const tableBytes = 4 * (rows + 2 * depth + columnTableLength(columns));
    runtime.withScratch(tableBytes, (address) => {
      const lanesOfRows = writeTable(runtime, address, multiplesOf(rows, aRow));
      const depthsOfRows = writeTable(runtime, address + 4 * rows, multiplesOf(depth, aDepth));
      const depthsOfColumns = writeTable(runtime, address + 4 * (rows + depth), multiplesOf(depth, bDepth));
      const lanesOfColumns = writeColumnTable(runtime, address + 4 * (rows + 2 * depth), multiplesOf(columns, bColumn));
      const work = batch * rows * columns * depth * nanosecondsOfProduct;
      runtime.spread(batch, work, (begin, end) => {
        for (let i = begin; i < end; i += 1) {
          const from = { address: addressOf(a) + 4 * i * aBatch, lanes: lanesOfRows, depths: depthsOfRows };
          const by = { address: addressOf(b) + 4 * i * bBatch, lanes: lanesOfColumns, depths: depthsOfColumns };
          multiply(runtime, from, by, { address: addressOf(c) + 4 * i * rows * columns, pitch: 4 * columns });
        }
      });
    });
  }),
};
