// Products of some rows at a time with one matrix, which lies in panels meanwhile: what a recurrent layer does step by step. Of few
// rows it takes as long to lay the matrix out as to multiply by it.

import type { Operand, ProductsWith } from "../../../kernels/contract.js";
import { runtimeOf } from "../runtime.js";
import { columnTableLength, multiplesOf, writeColumnTable, writeTable } from "./offset-tables.js";
import { multiplyPacked, withPackedColumns, withPackedRows } from "./product.js";
import { addressOf } from "./walk.js";

export const productsWith: ProductsWith = (left: Operand, right: Operand, product: Operand, use) => {
  const runtime = runtimeOf(right);
  const [depth, columns] = right.shape as [number, number];
  const [rightDepth, rightColumn] = right.strides as [number, number];
  const [leftRow, leftDepth] = left.strides as [number, number];
  const most = product.shape[0]!;
  const tableBytes = 4 * (most + 2 * depth + columnTableLength(columns));
  runtime.withScratch(tableBytes, (address) => {
    const lanes = writeTable(runtime, address, multiplesOf(most, leftRow));
    const depths = writeTable(runtime, address + 4 * most, multiplesOf(depth, leftDepth));
    const by = {
      address: addressOf(right),
      depths: writeTable(runtime, address + 4 * (most + depth), multiplesOf(depth, rightDepth)),
      lanes: writeColumnTable(runtime, address + 4 * (most + 2 * depth), multiplesOf(columns, rightColumn)),
    };
    const [from, to] = [addressOf(left), { address: addressOf(product), pitch: 4 * columns }];
    withPackedColumns(runtime, by, (packed) =>
      use((start, size) => {
        const rows = { address: from + 4 * start * leftRow, lanes: { ...lanes, length: size }, depths };
        withPackedRows(runtime, rows, (some) => multiplyPacked(runtime, some, packed, to));
      }),
    );
  });
};
