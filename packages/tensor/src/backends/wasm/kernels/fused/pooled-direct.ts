// Emits a convolution with bias, ReLU and max pooling as plain sums: a band of rows of the convolution, as high as the pool's
// window, then the pool over that band.

import { type F32x4, type FunctionBuilder, I32, I32x4, loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitMicroKernels } from "./micro-kernel.js";
import { evenParts, imageSteps, type PooledConvolution, pooledSize, windowCodes } from "./sizes.js";

/** Columns of the convolution that some window of the pool sees. */
export function bandColumns(sizes: PooledConvolution): number {
  return (pooledSize(sizes)[1] - 1) * sizes.poolStride[1] + sizes.poolSize[1];
}

export function bandBytes(sizes: PooledConvolution): number {
  return 4 * sizes.poolSize[0] * bandColumns(sizes) * sizes.outputChannels;
}

/** `run(image, weights, table, tableEnd, bias, pooled, codes, flag, band, images)`. */
export function emitPooledDirect(sizes: PooledConvolution, tile: Tile, withCodes: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { outputChannels, kernelSize, inputChannels, imageSize, poolSize, poolStride, stride } = sizes;
  const [rows, columns] = pooledSize(sizes);
  const [rowStep, columnStep] = imageSteps(sizes);
  const width = bandColumns(sizes);
  const bandRow = 4 * width * outputChannels;
  const panelBytes = 4 * kernelSize[0] * kernelSize[1] * inputChannels * tile.columns;
  const parts = evenParts(width, tile.rows);
  const layout = { rowBytes: stride[1] * columnStep, productBytes: 4 * outputChannels, byTable: true };
  const micro = emitMicroKernels(module, "convolve", tile, parts, layout);
  const pool = emitPoolOfBand(module, sizes, withCodes);
  const parameters = {
    image: "i32",
    weights: "i32",
    table: "i32",
    tableEnd: "i32",
    bias: "i32",
    pooled: "i32",
    codes: "i32",
    flag: "i32",
    band: "i32",
    images: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const [top, panel, product] = [f.local("i32", "top"), f.local("i32", "panel"), f.local("i32", "product")];
    const band = (firstRow: number) => {
      f.set(panel, p.weights);
      f.set(product, p.band);
      f.repeat(outputChannels / tile.columns, () => {
        for (let row = firstRow; row < poolSize[0]; row += 1) {
          let column = 0;
          for (const part of parts) {
            const at = top.add(row * stride[0] * rowStep + column * stride[1] * columnStep);
            const to = product.add(row * bandRow + column * 4 * outputChannels);
            f.call(micro.get(part)!, at, p.table, p.tableEnd, panel, to);
            column += part;
          }
        }
        f.increase(panel, panelBytes);
        f.increase(product, 4 * tile.columns);
      });
      f.call(pool, p.band, p.bias, p.pooled, p.codes, p.flag);
      f.increase(p.pooled, 4 * columns * outputChannels);
      if (withCodes) f.increase(p.codes, 4 * columns * outputChannels);
    };
    // Windows that overlap share rows: the last ones of a band are the first ones of the next.
    const shared = Math.max(0, poolSize[0] - poolStride[0]);
    f.repeat(p.images, () => {
      f.set(top, p.image);
      band(0);
      f.repeat(rows - 1, () => {
        f.increase(top, poolStride[0] * stride[0] * rowStep);
        if (shared > 0) f.copy(p.band, p.band.add((poolSize[0] - shared) * bandRow), shared * bandRow);
        band(shared);
      });
      f.increase(p.image, imageSize[0] * rowStep);
    });
  });
  return module;
}

/** The pool over one band: `(band, bias, pooled, codes, flag)`. */
function emitPoolOfBand(module: ModuleBuilder, sizes: PooledConvolution, withCodes: boolean): FunctionBuilder {
  const { outputChannels, poolSize, poolStride } = sizes;
  const pitch = 4 * outputChannels;
  const codes = windowCodes(sizes);
  const offsets = codes.map((_, element) => {
    return (Math.floor(element / poolSize[1]) * bandColumns(sizes) + (element % poolSize[1])) * pitch;
  });
  const parameters = { band: "i32", bias: "i32", pooled: "i32", codes: "i32", flag: "i32" } as const;
  return module.define("pool", parameters, (f, p) => {
    const finish = emitMaximum(f, codes, withCodes);
    const bias = f.local("i32", "biasAt");
    f.repeat(pooledSize(sizes)[1], () => {
      f.set(bias, p.bias);
      f.repeat(outputChannels / 4, () => {
        finish.four(
          offsets.map((offset) => loadF32x4(p.band, offset)),
          bias,
          p.pooled,
          p.codes,
        );
        for (const address of [p.band, bias, p.pooled, ...(withCodes ? [p.codes] : [])]) f.increase(address, 16);
      });
      f.increase(p.band, (poolStride[1] - 1) * pitch);
    });
    finish.raise(p.flag);
  });
}

/** Emits the largest of some vectors, the first of equals, with bias and ReLU, and the code of its place. */
export function emitMaximum(f: FunctionBuilder, codes: readonly number[], withCodes: boolean) {
  const best = f.local("f32x4", "best");
  const total = f.local("f32x4", "total");
  const value = f.local("f32x4", "value");
  const code = f.local("i32x4", "code");
  const better = f.local("i32x4", "better");
  const positive = f.local("i32x4", "positive");
  const spoilt = f.local("i32x4", "spoilt");
  return {
    four(values: readonly F32x4[], bias: I32, pooled: I32, codeAt: I32): void {
      for (const [element, one] of values.entries()) {
        if (element === 0) {
          f.set(best, one);
          f.set(total, best as F32x4);
          if (withCodes) f.set(code, I32x4.of(codes[0]!));
          continue;
        }
        f.set(value, one);
        f.set(total, total.add(value));
        if (withCodes) {
          f.set(better, value.greaterThan(best));
          f.set(code, better.select(I32x4.of(codes[element]!), code as I32x4));
        }
        f.set(best, best.replaceBelow(value));
      }
      f.set(best, best.add(loadF32x4(bias)));
      // A sum of all is not finite if one of them is not: x − x is zero, but for such.
      f.set(total, total.add(best));
      f.set(spoilt, spoilt.or(total.subtract(total).notEquals(0)));
      f.set(positive, best.greaterThan(0));
      f.store(pooled, best.asI32x4().and(positive));
      if (withCodes) f.store(codeAt, code.or(positive.not()));
    },
    raise(flag: I32): void {
      f.if(spoilt.anyTrue(), () => f.store(flag, I32.of(1)));
    },
  };
}
