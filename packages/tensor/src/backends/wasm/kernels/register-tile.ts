// The one tile of all matrix products, kept in registers: some rows times a panel of columns, over all of their depth. Which rows and
// panels, and what becomes of the sums, is the callers' affair.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  type ModuleBuilder,
} from "../assembler/index.js";
import type { Tile } from "../simd.js";
import { storeAbreast } from "./abreast.js";

/** Where elements lie, in bytes. */
export interface TileLayout {
  /** What the functions are called after, where a module has tiles of several layouts. */
  readonly name?: string;
  /** From one row to the next. */
  readonly rowStep: number;
  /** From one element of a row to the next; null where a table, `depths`, says how far each lies behind the row's address. */
  readonly depthStep: number | null;
  /** From one depth of the panel to the next. */
  readonly rightPitch: number;
  /** From one row of the product to the next; null where `pitch` says so. */
  readonly productPitch: number | null;
  /** Whether `start` is the address of a float for each row that its sums start from, rather than zero. */
  readonly starts?: boolean;
  /** Whether `accumulate` says if products are added to what is there. */
  readonly accumulates?: boolean;
}

/**
 * Functions for tiles of one row, two rows … and as many as fit: `(rows, panel, product, end, …)`, of which `end` is where the first
 * row ends, or the table; behind these come, where the layout asks for them, `depths`, `pitch`, `start` and `accumulate`.
 */
export function emitRegisterTiles(
  module: ModuleBuilder,
  tile: Tile,
  layoutOf: TileLayout | ((height: number) => TileLayout),
): readonly FunctionBuilder[] {
  return Array.from({ length: tile.rows }, (_, i) =>
    emitTile(module, tile, i + 1, typeof layoutOf === "function" ? layoutOf(i + 1) : layoutOf),
  );
}

/** Of rows that are packed into tiles, and panels that follow each other: `(rows, panel, product, end, pitch, start, accumulate)`. */
export function emitTilesOfPacked(module: ModuleBuilder, tile: Tile): readonly FunctionBuilder[] {
  return emitRegisterTiles(module, tile, (height) => ({
    rowStep: 4,
    depthStep: 4 * height,
    rightPitch: 4 * tile.columns,
    productPitch: null,
    starts: true,
    accumulates: true,
  }));
}

function emitTile(
  module: ModuleBuilder,
  { columns: width, fused, abreast }: Tile,
  height: number,
  { name = "tile", rowStep, depthStep, rightPitch, productPitch, starts = false, accumulates = false }: TileLayout,
): FunctionBuilder {
  const parameters: Record<string, "i32"> = {
    ...({ rows: "i32", panel: "i32", product: "i32", end: "i32" } as const),
    ...(depthStep === null ? { depths: "i32" as const } : {}),
    ...(productPitch === null ? { pitch: "i32" as const } : {}),
    ...(starts ? { start: "i32" as const } : {}),
    ...(accumulates ? { accumulate: "i32" as const } : {}),
  };
  return module.define(`${name} of ${height}`, parameters, (f, given) => {
    const { rows, panel, product, end, depths, pitch, start, accumulate } = given as Record<string, Local<I32>>;
    const sums = Array.from({ length: height }, (_, i) => f.locals("f32x4", `sum${i}_`, width / 4));
    const columns = f.locals("f32x4", "columns", width / 4);
    const row = f.local("f32x4", "row");
    if (starts)
      sums.forEach((own, i) => {
        f.set(row, loadF32x4Splat(start!, 4 * i));
        for (const sum of own) f.set(sum, row);
      });
    const at = depthStep === null ? f.local("i32", "at") : rows!;
    const turn = depthStep === null ? depths! : rows!;
    f.while(turn.below(end!), () => {
      if (depthStep === null) f.set(at, rows!.add(loadI32(turn)));
      for (const [j, vector] of columns.entries()) f.set(vector, loadF32x4(panel!, 16 * j));
      sums.forEach((own, i) => {
        f.set(row, loadF32x4Splat(at, i * rowStep));
        for (const [j, sum] of own.entries())
          f.set(sum, fused ? row.multiplyAdd(columns[j]!, sum) : sum.add(row.multiply(columns[j]!)));
      });
      f.increase(panel!, rightPitch);
      f.increase(turn, depthStep ?? 4);
    });
    // All of a row is loaded before it is stored: V8 widens only what is not interleaved.
    const finish = (adds: boolean) => () =>
      sums.forEach((own, i) => {
        const offset = i * (productPitch ?? 0);
        if (adds) for (const [j, sum] of own.entries()) f.set(sum, loadF32x4(product!, offset + 16 * j).add(sum));
        storeAbreast(f, own.length, abreast, (j) => f.store(product!, own[j] as F32x4, offset + 16 * j));
        if (productPitch === null && i + 1 < height) f.increase(product!, pitch!);
      });
    // Two branches, since a load of the product beside the accumulators would cost registers within the loop.
    if (accumulates) f.if(accumulate!, finish(true), finish(false));
    else finish(false)();
  });
}
