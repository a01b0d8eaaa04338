// The products of matrices between Winograd's transforms: one a plane, left · right, whose operands lie as the transforms leave
// them. The same code multiplies patches with kernels, and sums patches times gradients over tiles. Where patches have more places
// than kernels, the kernels' last one is used for the rest.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { storeAbreast } from "../abreast.js";
import { geometryOf, kernelPlaces, type Scheme } from "./winograd-six-sizes.js";

/** Where elements lie, in bytes. */
export interface RowsLayout {
  /** From one row of the left matrix to the next, and from one depth to the next. */
  readonly rowStep: number;
  readonly depthStep: number;
  /** From one depth of a panel of the right matrix to the next. */
  readonly rightPitch: number;
  readonly productPitch: number;
  /** Whether `accumulate` says if products are added to what is there. */
  readonly accumulates: boolean;
}

export interface ProductsLayout extends RowsLayout {
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
  const micro = Array.from({ length: tile.rows }, (_, i) => emitMicroKernel(module, tile, i + 1, layout));
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
      f.call(micro[height - 1]!, from, panel, to, from.add(depthBytes), adds);
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
    const timesOfLast = geometryOf(scheme).places - (kernelPlaces - 1);
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

/** Some rows times a panel: `(rows, panel, product, end of the first row, accumulate)`. */
export function emitMicroKernel(
  module: ModuleBuilder,
  { columns: width, fused, abreast }: Tile,
  height: number,
  { rowStep, depthStep, rightPitch, productPitch, accumulates }: RowsLayout,
): FunctionBuilder {
  const parameters = { rows: "i32", panel: "i32", product: "i32", end: "i32", accumulate: "i32" } as const;
  return module.define(`rows${height}`, parameters, (f, { rows, panel, product, end, accumulate }) => {
    const sums = Array.from({ length: height }, (_, i) => f.locals("f32x4", `sum${i}_`, width / 4));
    const columns = f.locals("f32x4", "columns", width / 4);
    const row = f.local("f32x4", "row");
    f.while(rows.below(end), () => {
      for (const [j, vector] of columns.entries()) f.set(vector, loadF32x4(panel, 16 * j));
      sums.forEach((own, i) => {
        f.set(row, loadF32x4Splat(rows, i * rowStep));
        for (const [j, sum] of own.entries())
          f.set(sum, fused ? row.multiplyAdd(columns[j]!, sum) : sum.add(row.multiply(columns[j]!)));
      });
      f.increase(panel, rightPitch);
      f.increase(rows, depthStep);
    });
    const store = () => {
      sums.forEach((own, i) => {
        storeAbreast(f, own.length, abreast, (j) => f.store(product, own[j] as F32x4, i * productPitch + 16 * j));
      });
    };
    if (!accumulates) {
      store();
      return;
    }
    // Two branches, since a load of the product beside the accumulators would cost registers within the loop.
    const add = () => {
      sums.forEach((own, i) => {
        for (const [j, sum] of own.entries()) f.set(sum, loadF32x4(product, i * productPitch + 16 * j).add(sum));
        storeAbreast(f, own.length, abreast, (j) => f.store(product, own[j] as F32x4, i * productPitch + 16 * j));
      });
    };
    f.if(accumulate, add, store);
  });
}
