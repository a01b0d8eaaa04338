// Attention's products, between what lies in work space as it is: no operand is packed for one of them alone. Three kinds, by where the
// rows of the register tile lie and what runs along the depth.

import type { FunctionBuilder, I32, Local, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitRegisterTiles, type TileLayout } from "../register-tile.js";
import { scorePitch } from "./sizes.js";

/** Keys or values, a row each, with a block of queries or gradients as columns: what each key has for each query. */
export function emitOfKeys(module: ModuleBuilder, tile: Tile, width: number): FunctionBuilder {
  return emitSweep(module, tile, `of keys ${width}`, 4 * tile.columns * width, {
    ...{ rowStep: 4 * width, depthStep: 4, rightPitch: 4 * tile.columns, productPitch: scorePitch(tile) },
  });
}

/** Queries by what keys have for them, with keys or values: what each query gets. */
export function emitOfQueries(module: ModuleBuilder, tile: Tile, width: number): FunctionBuilder {
  return emitSweep(module, tile, `of queries ${width}`, 4 * tile.columns, {
    ...{ rowStep: 4, depthStep: scorePitch(tile), rightPitch: 4 * width, productPitch: 4 * width },
  });
}

/** Keys by what they have for a block of queries, with these queries or their gradients: added to what each key has got. */
export function emitBackToKeys(module: ModuleBuilder, tile: Tile, width: number): FunctionBuilder {
  return emitSweep(module, tile, `back to keys ${width}`, 4 * tile.columns, {
    ...{ rowStep: scorePitch(tile), depthStep: 4, rightPitch: 4 * width, productPitch: 4 * width },
    accumulates: true,
  });
}

/** `sweep(rows, count, depthBytes, panel, panels, product)`: all tiles of a product, panel by panel. */
function emitSweep(
  module: ModuleBuilder,
  tile: Tile,
  name: string,
  panelStep: number,
  layout: TileLayout & { readonly productPitch: number },
): FunctionBuilder {
  const ofHeight = emitRegisterTiles(module, tile, { ...layout, name: `tile ${name}` });
  const parameters = {
    ...({ rows: "i32", count: "i32", depthBytes: "i32" } as const),
    ...({ panel: "i32", panels: "i32", product: "i32" } as const),
  };
  return module.define(name, parameters, (f, { rows, count, depthBytes, panel, panels, product }) => {
    const at = f.local("i32", "at");
    const to = f.local("i32", "to");
    const left = f.local("i32", "left");
    const call = (height: number) =>
      f.call(ofHeight[height - 1]!, at, panel, to, at.add(depthBytes), ...(layout.accumulates === true ? [1] : []));
    const rest = (height: number): void => {
      if (height === 0) return;
      f.if(
        left.equals(height),
        () => call(height),
        () => rest(height - 1),
      );
    };
    f.repeat(panels, () => {
      f.set(at, rows);
      f.set(to, product);
      f.set(left, count);
      f.while(left.atLeast(tile.rows), () => {
        call(tile.rows);
        f.increase(at, tile.rows * layout.rowStep);
        f.increase(to, tile.rows * layout.productPitch);
        f.set(left, left.subtract(tile.rows));
      });
      rest(tile.rows - 1);
      f.increase(panel, panelStep);
      f.increase(product, 4 * tile.columns);
    });
  });
}

/** Whole panels of so many columns. */
export function panelsOf(columns: I32 | Local<I32>, tile: Tile): I32 {
  return columns.add(tile.columns - 1).shiftRightUnsigned(Math.log2(tile.columns));
}
