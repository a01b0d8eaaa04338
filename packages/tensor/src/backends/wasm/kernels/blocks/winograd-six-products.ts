// The products of matrices between Winograd's transforms: one a plane, left · right, whose operands lie as the transforms leave
// them. The same code multiplies patches with kernels, and sums patches times gradients over tiles. Where patches have more places
// than kernels, the kernels' last one is used for the rest.

import type { FunctionBuilder, I32, Local, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitRegisterTiles, type TileLayout } from "../register-tile.js";
import { geometryOf, type Scheme } from "./winograd-six-sizes.js";

/** Rows are those of the left matrix. */
export interface ProductsLayout extends TileLayout {
  readonly productPitch: number;
  /** From one panel of the right matrix to the next. */
  readonly panelStep: number;
  readonly panels: number;
  readonly leftPlane: number;
  readonly rightPlane: number;
  readonly productPlane: number;
  /** Which of the three is the kernels': it has a plane for each of their places, the others one for each of a patch's. */
  readonly kernels: "right" | "product";
}

/** `products(left, right, product, rows, depth, accumulate)`: depth is counted in bytes of `depthStep` each. */
export function emitProducts(
  module: ModuleBuilder,
  scheme: Scheme,
  tile: Tile,
  layout: ProductsLayout,
): FunctionBuilder {
  const micro = emitRegisterTiles(module, tile, layout);
  const parameters = {
    left: "i32",
    right: "i32",
    product: "i32",
    rows: "i32",
    depthBytes: "i32",
    accumulate: "i32",
  } as const;
  return module.define("products", parameters, (f, { left, right, product, rows, depthBytes, accumulate }) => {
    const [from, to, panel, target] = (["from", "to", "panel", "target"] as const).map((name) =>
      f.local("i32", name),
    ) as [Local<I32>, Local<I32>, Local<I32>, Local<I32>];
    const remaining = f.local("i32", "remaining");
    // Products that one place of the kernels gets from several of a patch are added up.
    const [adds, addsInRow] = [f.local("i32", "adds"), f.local("i32", "addsInRow", accumulate)];
    const addFromNow = (flag: Local<I32>) => {
      if (layout.kernels === "product") f.set(flag, 1);
    };
    const multiply = (height: number) => {
      f.call(micro[height - 1]!, from, panel, to, from.add(depthBytes), ...(layout.accumulates ? [adds] : []));
      f.increase(from, height * layout.rowStep);
      f.increase(to, height * layout.productPitch);
      f.set(remaining, remaining.subtract(height));
    };
    const multiplyPlane = () => {
      f.set(panel, right);
      f.set(target, product);
      f.repeat(layout.panels, () => {
        f.set(from, left);
        f.set(to, target);
        f.set(remaining, rows);
        f.while(remaining.atLeast(tile.rows), () => multiply(tile.rows));
        for (let height = 1; height < tile.rows; height += 1) f.if(remaining.equals(height), () => multiply(height));
        f.increase(panel, layout.panelStep);
        f.increase(target, 4 * tile.columns);
      });
      f.increase(left, layout.leftPlane);
      if (layout.kernels === "right") f.increase(product, layout.productPlane);
      else f.increase(right, layout.rightPlane);
    };
    const kernels = layout.kernels === "right" ? right : product;
    const kernelPlane = layout.kernels === "right" ? layout.rightPlane : layout.productPlane;
    const { places, kernelPlaces } = geometryOf(scheme);
    const timesOfLast = places - (kernelPlaces - 1);
    const kernelRow = f.local("i32", "kernelRow", kernels);
    const multiplyRow = () => {
      f.set(kernels, kernelRow);
      f.set(adds, addsInRow);
      f.repeat(kernelPlaces - 1, () => {
        multiplyPlane();
        f.increase(kernels, kernelPlane);
      });
      f.repeat(timesOfLast, () => {
        multiplyPlane();
        addFromNow(adds);
      });
    };
    f.repeat(kernelPlaces - 1, () => {
      multiplyRow();
      f.increase(kernelRow, kernelPlaces * kernelPlane);
    });
    f.repeat(timesOfLast, () => {
      multiplyRow();
      addFromNow(addsInRow);
    });
  });
}
