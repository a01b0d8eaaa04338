// The innermost loop of a matrix product whose rows are read where they lie: a tile of some rows and a panel of columns is kept
// in registers. A row's elements lie behind one another, or at the offsets in a table: the window of a convolution.

import {
  type FunctionBuilder,
  type I32,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";

export interface MicroKernelLayout {
  /** Bytes from a row to the next, and from a row of the product to the next. */
  readonly rowBytes: number;
  readonly productBytes: number;
  /** Whether the depth is walked by a table of byte offsets. */
  readonly byTable: boolean;
}

/** A micro-kernel for each height in use: `(rows, from, to, panel, product)`; the depth runs from `from` to `to`. */
export type MicroKernels = ReadonlyMap<number, FunctionBuilder>;

/**
 * product[i][j] = Σ over depth of rows[i][d] · panel[d][j]. Without a table `from` and `to` are addresses in the first row;
 * with one, in the table.
 */
export function emitMicroKernels(
  module: ModuleBuilder,
  name: string,
  tile: Tile,
  heights: readonly number[],
  { rowBytes, productBytes, byTable }: MicroKernelLayout,
): MicroKernels {
  const parameters = { rows: "i32", from: "i32", to: "i32", panel: "i32", product: "i32" } as const;
  const vectors = tile.columns / 4;
  const emit = (height: number) =>
    module.define(`${name}${height}`, parameters, (f, { rows, from, to, panel, product }) => {
      const sums = Array.from({ length: height }, (_, i) => f.locals("f32x4", `sum${i}_`, vectors));
      const columns = f.locals("f32x4", "columns", vectors);
      const row = f.local("f32x4", "row");
      const at = byTable ? f.local("i32", "at") : from;
      f.while(from.below(to), () => {
        if (byTable) f.set(at, rows.add(loadI32(from)));
        for (const [j, vector] of columns.entries()) f.set(vector, loadF32x4(panel, 16 * j));
        for (const [i, own] of sums.entries()) {
          f.set(row, loadF32x4Splat(at as I32, i * rowBytes));
          for (const [j, sum] of own.entries())
            f.set(sum, tile.fused ? row.multiplyAdd(columns[j]!, sum) : sum.add(row.multiply(columns[j]!)));
        }
        f.increase(from, 4);
        f.increase(panel, 4 * tile.columns);
      });
      for (const [i, own] of sums.entries())
        for (const [j, sum] of own.entries()) f.store(product, sum, i * productBytes + 16 * j);
    });
  return new Map([...new Set(heights)].map((height) => [height, emit(height)]));
}
