// Winograd's transform of what a pass reads: the patches of images, Bᵀ d B, or the tiles of gradients, A y Aᵀ. A row of tiles
// at a time, first down the columns into a strip that lies in the first cache, then along its rows, into planes.

import type { Pair } from "../../../kernels.js";
import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  type ModuleBuilder,
} from "../../assembler/index.js";
import { eachAbreast, repeatAbreast } from "../abreast.js";
import { floatBytes, patchSize, tileSizeOf, vectorBytes } from "./winograd-six-sizes.js";
import { type Transforms, transformsIn } from "./winograd-six-transforms.js";

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
  readonly abreast: number;
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
    const lanes = eachAbreast(layout.abreast, () => ({
      elements: f.locals("f32x4", "element", count),
      sum: f.local("f32x4", "sum"),
      transform: transformsIn(f, kernelSize, layout.fused)[layout.kind],
    }));
    const rows = f.locals("i32", "row", count);
    const maskRows = masked ? f.locals("i32", "maskRow", count) : [];
    const y = f.local("i32", "y", p.tileRow.multiply(tileSize).subtract(padding[0]));
    for (let i = 0; i < count; i += 1) {
      const pick = (image: I32) => y.below(size[0]).select(image.add(y.multiply(rowBytes)), p.strip as I32);
      f.set(rows[i]!, pick(p.image));
      if (masked) f.set(maskRows[i]!, pick(p.mask));
      f.increase(y, 1);
    }
    const to = f.local("i32", "stripTo", p.strip.add(strip.zeros + padding[1] * floatBytes * channelsTaken));
    const sumAt = f.local("i32", "sumAt");
    // Where all channels are taken and none summed, the positions of a row are one.
    const together = channels === channelsTaken && !summed;
    f.repeat(together ? 1 : strip.columns, () => {
      if (summed) f.set(sumAt, p.sums);
      repeatAbreast(
        f,
        Math.ceil(((together ? strip.columns : 1) * channelsTaken) / 4),
        layout.abreast,
        (neighbour) => {
          const { elements, sum, transform } = lanes[neighbour]!;
          const offset = neighbour * vectorBytes;
          for (const [i, element] of elements.entries()) {
            const value = loadF32x4(rows[i]!, offset);
            f.set(element, masked ? onlyWhere(loadF32x4(maskRows[i]!, offset), value) : value);
          }
          if (summed) {
            f.set(sum, (elements as F32x4[]).reduce((a, b) => a.add(b)).add(loadF32x4(sumAt, offset)));
            f.store(sumAt, sum as F32x4, offset);
          }
          transform(elements, (value, row) => f.store(to, value, offset + row * strip.row));
        },
        (vectors) => {
          for (const address of [...rows, ...maskRows, to]) f.increase(address, vectors * vectorBytes);
          if (summed) f.increase(sumAt, vectors * vectorBytes);
        },
      );
      if (channels > channelsTaken)
        for (const address of [...rows, ...maskRows]) f.increase(address, floatBytes * (channels - channelsTaken));
    });
    emitAlongRows(f, layout, p.strip.add(strip.zeros), p.to, lanes);
  });
}

/** The number where the mask is above zero, else zero. */
function onlyWhere(mask: F32x4, value: F32x4): F32x4 {
  return mask.greaterThan(0).and(value.asI32x4()).asF32x4();
}

/** What a vector has of its own. */
interface Lane {
  readonly elements: readonly Local<F32x4>[];
  readonly transform: Transforms["patch"];
}

function emitAlongRows(f: FunctionBuilder, layout: PatchesLayout, strip: I32, to: I32, lanes: readonly Lane[]): void {
  const { channelsTaken, tileColumns, pitch, planeBytes, abreast } = layout;
  const row = f.local("i32", "stripRow", strip);
  const planesOfRow = f.local("i32", "planesOfRow", to);
  const [from, target] = [f.local("i32", "from"), f.local("i32", "target")];
  const vectors = Math.ceil(channelsTaken / 4);
  const tileBytes = tileSizeOf(layout) * floatBytes * channelsTaken;
  /** Vectors that lie side by side in a plane, and come from places `step` bytes apart. */
  const emitVectors = (count: number, step: number) =>
    repeatAbreast(
      f,
      count,
      abreast,
      (neighbour) => {
        const { elements, transform } = lanes[neighbour]!;
        for (const [i, element] of elements.entries())
          f.set(element, loadF32x4(from, neighbour * step + i * floatBytes * channelsTaken));
        transform(elements, (value, column) => f.store(target, value, neighbour * vectorBytes + column * planeBytes));
      },
      (done) => {
        f.increase(from, done * step);
        f.increase(target, done * vectorBytes);
      },
    );
  f.repeat(patchSize, () => {
    f.set(from, row);
    f.set(target, planesOfRow);
    // Where a tile has but one vector, those of its neighbours go side by side.
    if (pitch === vectorBytes) emitVectors(tileColumns, tileBytes);
    else
      f.repeat(tileColumns, () => {
        emitVectors(vectors, vectorBytes);
        f.increase(from, tileBytes - vectors * vectorBytes);
        f.increase(target, pitch - vectors * vectorBytes);
      });
    f.increase(row, stripOf(layout).row);
    f.increase(planesOfRow, patchSize * planeBytes);
  });
}
