// Winograd's way back: out of the products of a row of tiles the outputs, Aᵀ m A, with bias and ReLU. First down the columns
// of the tiles into a strip that lies in the first cache, then along its rows. Nothing beyond the image is written.

import type { Pair } from "../../../kernels.js";
import { type FunctionBuilder, I32, loadF32x4, type ModuleBuilder } from "../../assembler/index.js";
import { floatBytes, patchSize, tileSize, vectorBytes } from "./winograd-four-sizes.js";
import { transformsIn } from "./winograd-four-transforms.js";

export interface TilesLayout {
  /** Rows and columns of an image. */
  readonly size: Pair;
  readonly channels: number;
  readonly tileColumns: number;
  /** Whether a bias is added, negative numbers become zero, and a flag tells of what is not finite. */
  readonly biased: boolean;
  readonly rectified: boolean;
  readonly watched: boolean;
  readonly fused: boolean;
  /** Bytes from a tile to the next, and from a plane to the next. */
  readonly pitch: number;
  readonly planeBytes: number;
}

export function tileStripBytesOf({ tileColumns, pitch }: TilesLayout): number {
  return tileSize * patchSize * tileColumns * pitch;
}

/** `tiles(products, image, bias, flag, strip, tileRow)`: one row of tiles. */
export function emitTiles(module: ModuleBuilder, layout: TilesLayout): FunctionBuilder {
  const parameters = { products: "i32", image: "i32", bias: "i32", flag: "i32", strip: "i32", tileRow: "i32" } as const;
  const { size, channels, tileColumns, biased, rectified, watched, pitch, planeBytes } = layout;
  const columnBytes = tileColumns * pitch;
  const positionBytes = floatBytes * channels;
  return module.define("tiles", parameters, (f, p) => {
    const elements = f.locals("f32x4", "element", patchSize);
    const { tile } = transformsIn(f, layout.fused);
    const from = f.local("i32", "from");
    const to = f.local("i32", "to");
    const column = f.local("i32", "column", p.products);
    const stripColumn = f.local("i32", "stripColumn", p.strip);
    f.repeat(patchSize, () => {
      f.set(from, column);
      f.set(to, stripColumn);
      f.repeat(columnBytes / vectorBytes, () => {
        for (const [i, element] of elements.entries()) f.set(element, loadF32x4(from, i * patchSize * planeBytes));
        tile(elements, (value, row) => f.store(to, value, row * patchSize * columnBytes));
        f.increase(from, vectorBytes);
        f.increase(to, vectorBytes);
      });
      f.increase(column, planeBytes);
      f.increase(stripColumn, columnBytes);
    });

    const bias = f.local("f32x4", "bias");
    const biasAt = f.local("i32", "biasAt");
    const output = f.local("f32x4", "output");
    // A sum of zeros, but for what is not finite: its difference from itself is NaN.
    const spoilt = f.local("f32x4", "spoilt");
    const emitTile = (columns: number) => {
      if (biased) f.set(biasAt, p.bias);
      f.repeat(channels / 4, () => {
        if (biased) {
          f.set(bias, loadF32x4(biasAt));
          f.increase(biasAt, vectorBytes);
        }
        for (const [i, element] of elements.entries()) f.set(element, loadF32x4(from, i * columnBytes));
        tile(elements, (value, at) => {
          if (at >= columns) return;
          f.set(output, biased ? value.add(bias) : value);
          if (watched) f.set(spoilt, spoilt.add(output.subtract(output)));
          f.store(to, rectified ? output.replaceBelow(0) : output, at * positionBytes);
        });
        f.increase(from, vectorBytes);
        f.increase(to, vectorBytes);
      });
      f.increase(from, pitch - positionBytes);
      f.increase(to, (tileSize - 1) * positionBytes);
    };
    const row = f.local("i32", "imageRow", p.image.add(p.tileRow.multiply(tileSize * size[1] * positionBytes)));
    const stripRow = f.local("i32", "stripRow", p.strip);
    const rowsLeft = f.local("i32", "rowsLeft", I32.of(size[0]).subtract(p.tileRow.multiply(tileSize)));
    const over = tileColumns * tileSize - size[1];
    f.repeat(rowsLeft.lessThan(tileSize).select(rowsLeft as I32, I32.of(tileSize)), () => {
      f.set(from, stripRow);
      f.set(to, row);
      f.repeat(over === 0 ? tileColumns : tileColumns - 1, () => emitTile(tileSize));
      if (over > 0) emitTile(tileSize - over);
      f.increase(stripRow, patchSize * columnBytes);
      f.increase(row, size[1] * positionBytes);
    });
    if (watched) f.if(spoilt.notEquals(0).anyTrue(), () => f.store(p.flag, I32.of(1)));
  });
}
