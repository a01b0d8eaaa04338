// Winograd's transform of what a pass reads: the patches of images, Bᵀ d B, or the tiles of gradients, A y Aᵀ. A row of tiles
// at a time, first down the columns into a strip that lies in the first cache, then along its rows, into planes.

import type { Pair } from "../../../kernels.js";
import { type F32x4, type FunctionBuilder, type I32, loadF32x4, type ModuleBuilder } from "../../assembler/index.js";
import { floatBytes, patchSize, tileSizeOf, vectorBytes } from "./winograd-six-sizes.js";
import { transformsIn } from "./winograd-six-transforms.js";

export interface PatchesLayout {
  readonly kind: "patch" | "gradient";
  /** Rows and columns of an image. */
  readonly size: Pair;
  /**
   * Of a position of the image, and how many of them are transformed: all, or a part in whole vectors. The last vector of a patch
   * may reach beyond its channels.
   */
  readonly channels: number;
  readonly channelsTaken: number;
  /** Rows and columns of zeros around the image. */
  readonly padding: Pair;
  readonly kernelSize: 3 | 5;
  readonly tileColumns: number;
  /** Whether an element counts only where a mask of the image's layout is above zero. */
  readonly masked: boolean;
  /** Whether elements are added up, a sum a channel. */
  readonly summed: boolean;
  readonly fused: boolean;
  /** Bytes from a tile to the next, and from a plane to the next. */
  readonly pitch: number;
  readonly planeBytes: number;
}

function stripOf(layout: PatchesLayout) {
  const { kind, tileColumns, channelsTaken, size, channels, padding } = layout;
  const tileSize = tileSizeOf(layout);
  const columns = tileColumns * tileSize + (kind === "patch" ? patchSize - tileSize : 0);
  const wholeVectors = (floats: number) => vectorBytes * Math.ceil(floats / 4);
  return {
    /** An image's row of zeros, which stands for all that lie outside. */
    zeros: wholeVectors(size[1] * channels),
    row: wholeVectors(columns * channelsTaken),
    /** Columns of the image that tiles see. */
    columns: Math.min(size[1], columns - padding[1]),
  };
}

/** Room for a strip, which must be clear before the first row of tiles: its border is never written. */
export function stripBytesOf(layout: PatchesLayout): number {
  const { zeros, row } = stripOf(layout);
  return zeros + patchSize * row;
}

/** `patches(image, mask, to, strip, sums, tileRow)`: one row of tiles. */
export function emitPatches(module: ModuleBuilder, name: string, layout: PatchesLayout): FunctionBuilder {
  const parameters = { image: "i32", mask: "i32", to: "i32", strip: "i32", sums: "i32", tileRow: "i32" } as const;
  const { size, channels, channelsTaken, padding, kernelSize, masked, summed } = layout;
  const tileSize = tileSizeOf(layout);
  const strip = stripOf(layout);
  const rowBytes = floatBytes * size[1] * channels;
  const count = layout.kind === "patch" ? patchSize : tileSize;
  return module.define(name, parameters, (f, p) => {
    const elements = f.locals("f32x4", "element", count);
    const transform = transformsIn(f, kernelSize, layout.fused)[layout.kind];
    const rows = f.locals("i32", "row", count);
    const maskRows = masked ? f.locals("i32", "maskRow", count) : [];
    const y = f.local("i32", "y", p.tileRow.multiply(tileSize).subtract(padding[0]));
    for (let i = 0; i < count; i += 1) {
      const pick = (image: I32) => y.below(size[0]).select(image.add(y.multiply(rowBytes)), p.strip as I32);
      f.set(rows[i]!, pick(p.image));
      if (masked) f.set(maskRows[i]!, pick(p.mask));
      f.increase(y, 1);
    }
    const at = f.local("i32", "at", 0);
    const to = f.local("i32", "stripTo", p.strip.add(strip.zeros + padding[1] * floatBytes * channelsTaken));
    const sum = f.local("i32", "sum");
    const transformed = f.local("f32x4", "transformed");
    // Where all channels are taken and none summed, the positions of a row are one.
    const together = channels === channelsTaken && !summed;
    f.repeat(together ? 1 : strip.columns, () => {
      if (summed) f.set(sum, p.sums);
      const add = (count: number) => {
        for (const [i, element] of elements.entries()) {
          const value = loadF32x4(rows[i]!.add(at));
          f.set(element, masked ? onlyWhere(loadF32x4(maskRows[i]!.add(at)), value) : value);
        }
        if (summed) {
          f.store(sum, (elements as F32x4[]).reduce((a, b) => a.add(b)).add(loadF32x4(sum)));
          f.increase(sum, vectorBytes);
        }
        transform(elements, (value, row) => {
          f.set(transformed, value);
          f.storeLanes(to, transformed, count, row * strip.row);
        });
        f.increase(at, vectorBytes);
        f.increase(to, vectorBytes);
      };
      const floats = (together ? strip.columns : 1) * channelsTaken;
      f.repeat(Math.floor(floats / 4), () => add(4));
      // What lies beyond the row belongs to the border.
      if (floats % 4 > 0) add(floats % 4);
      if (!together) f.increase(at, floatBytes * (channels - channelsTaken));
    });
    emitAlongRows(f, layout, p.strip.add(strip.zeros), p.to, transform, elements);
  });
}

/** The number where the mask is above zero, else zero. */
function onlyWhere(mask: F32x4, value: F32x4): F32x4 {
  return mask.greaterThan(0).and(value.asI32x4()).asF32x4();
}

function emitAlongRows(
  f: FunctionBuilder,
  layout: PatchesLayout,
  strip: I32,
  to: I32,
  transform: ReturnType<typeof transformsIn>["patch"],
  elements: Parameters<typeof transform>[0],
): void {
  const { channelsTaken, tileColumns, pitch, planeBytes } = layout;
  const row = f.local("i32", "stripRow", strip);
  const planesOfRow = f.local("i32", "planesOfRow", to);
  const [from, target] = [f.local("i32", "from"), f.local("i32", "target")];
  const vectors = Math.ceil(channelsTaken / 4);
  f.repeat(patchSize, () => {
    f.set(from, row);
    f.set(target, planesOfRow);
    f.repeat(tileColumns, () => {
      f.repeat(vectors, () => {
        for (const [i, element] of elements.entries()) f.set(element, loadF32x4(from, i * floatBytes * channelsTaken));
        transform(elements, (value, column) => f.store(target, value, column * planeBytes));
        f.increase(from, vectorBytes);
        f.increase(target, vectorBytes);
      });
      f.increase(from, tileSizeOf(layout) * floatBytes * channelsTaken - vectors * vectorBytes);
      f.increase(target, pitch - vectors * vectorBytes);
    });
    f.increase(row, stripOf(layout).row);
    f.increase(planesOfRow, patchSize * planeBytes);
  });
}
