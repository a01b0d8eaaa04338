// A tile of a matrix product, kept in registers: some rows times a panel of columns, over all of their depth.
// Which rows and panels, and what becomes of the sums, is the callers' affair.

import {
  type F32x4,
  type FunctionBuilder,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { storeAbreast } from "../abreast.js";

export interface ProductLayout {
  readonly depth: number;
  /** Bytes from one row to the next. */
  readonly rowPitch: number;
  readonly productPitch: number;
  /** Whether a row's elements lie at the byte offsets of a table, `depths`, rather than side by side. */
  readonly gathered: boolean;
}

/** Functions for tiles of one row, two rows … and as many as fit: `(rows, panel, product, depths)`. */
export function emitProductTiles(module: ModuleBuilder, tile: Tile, layout: ProductLayout): readonly FunctionBuilder[] {
  return Array.from({ length: tile.rows }, (_, i) => emitProductTile(module, tile, i + 1, layout));
}

function emitProductTile(
  module: ModuleBuilder,
  { columns: width, fused, abreast }: Tile,
  height: number,
  { depth, rowPitch, productPitch, gathered }: ProductLayout,
): FunctionBuilder {
  const parameters = { rows: "i32", panel: "i32", product: "i32", depths: "i32" } as const;
  return module.define(`tile of ${height}`, parameters, (f, { rows, panel, product, depths }) => {
    const sums = Array.from({ length: height }, (_, i) => f.locals("f32x4", `sum${i}_`, width / 4));
    const columns = f.locals("f32x4", "columns", width / 4);
    const row = f.local("f32x4", "row");
    const at = gathered ? f.local("i32", "at") : rows;
    const turn = gathered ? depths : rows;
    const end = f.local("i32", "end", turn.add(4 * depth));
    f.while(turn.below(end), () => {
      if (gathered) f.set(at, rows.add(loadI32(depths)));
      for (const [j, vector] of columns.entries()) f.set(vector, loadF32x4(panel, 16 * j));
      sums.forEach((own, i) => {
        f.set(row, loadF32x4Splat(at, i * rowPitch));
        for (const [j, sum] of own.entries())
          f.set(sum, fused ? row.multiplyAdd(columns[j]!, sum) : sum.add(row.multiply(columns[j]!)));
      });
      f.increase(panel, 4 * width);
      f.increase(turn, 4);
    });
    sums.forEach((own, i) => {
      storeAbreast(f, own.length, abreast, (j) => f.store(product, own[j] as F32x4, i * productPitch + 16 * j));
    });
  });
}
