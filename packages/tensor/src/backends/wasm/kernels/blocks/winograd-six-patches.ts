// Winograd's transform of what a pass reads: the patches of images, Bᵀ d B, or the tiles of gradients, A y Aᵀ. A row of tiles
// at a time, first down the columns into a strip that lies in the first cache, then along its rows, into planes.

import type { Pair } from "../../../../kernels/contract.js";
import {
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  type ModuleBuilder,
} from "../../assembler/index.js";
import { eachAbreast, repeatAbreast, repeatFloatsAbreast } from "../abreast.js";
import { emitJudgement, emitWatch } from "../outliers.js";
import { floatBytes, type Geometry, geometryOf, placeOf, type Scheme, vectorBytes } from "./winograd-six-sizes.js";
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
  readonly scheme: Scheme;
  readonly tileRows: number;
  readonly tileColumns: number;
  /** Whether an element counts only where a mask of the image's layout is above zero. */
  readonly masked: boolean;
  /** Whether elements are added up, a sum a channel. */
  readonly summed: boolean;
  /** Whether elements are looked at for one out of proportion: ../outliers.ts. */
  readonly watched: boolean;
  readonly fused: boolean;
  readonly abreast: number;
  /** Bytes from a tile to the next, and from a plane to the next. */
  readonly pitch: number;
  readonly planeBytes: number;
}

function stripOf(layout: PatchesLayout) {
  const { tileColumns, channelsTaken, size, padding } = layout;
  const { elements, step } = alongOf(layout);
  const columns = (tileColumns - 1) * step + elements;
  const wholeVectors = (floats: number) => vectorBytes * Math.ceil(floats / 4);
  return {
    row: wholeVectors(columns * channelsTaken),
    /** Columns of the image that tiles see. */
    columns: Math.min(size[1], columns - padding[1]),
  };
}

/** Along one dimension: elements of what is transformed, from its first to that of the next, and what they become. */
function alongOf({ kind, scheme }: PatchesLayout): Along {
  const { patchSize, patchStep, tileSize, places, parts } = geometryOf(scheme);
  return kind === "patch"
    ? { elements: patchSize, step: patchStep, places, parts }
    : { elements: tileSize, step: tileSize, places, parts: 1 };
}

interface Along extends Pick<Geometry, "places" | "parts"> {
  readonly elements: number;
  readonly step: number;
}

/** Room for a strip, which must be clear before the first row of tiles: its border is never written. */
export function stripBytesOf(layout: PatchesLayout): number {
  const { places, parts } = alongOf(layout);
  return places * parts * stripOf(layout).row;
}

/** `patches(image, mask, to, strip, sums, tileRow, limit, flag)`: one row of tiles. */
export function emitPatches(module: ModuleBuilder, name: string, layout: PatchesLayout): FunctionBuilder {
  const parameters = {
    image: "i32",
    mask: "i32",
    to: "i32",
    strip: "i32",
    sums: "i32",
    tileRow: "i32",
    limit: "i32",
    flag: "i32",
  } as const;
  const { size, channels, channelsTaken, padding, scheme, masked, summed, watched } = layout;
  const { elements: count, step } = alongOf(layout);
  const strip = stripOf(layout);
  const rowBytes = floatBytes * size[1] * channels;
  return module.define(name, parameters, (f, p) => {
    const lanes = eachAbreast(layout.abreast, () => ({
      elements: f.locals("f32x4", "element", count),
      sum: f.local("f32x4", "sum"),
      largest: f.local("i32x4", "largest"),
      transformed: f.local("f32x4", "transformed"),
      transform: transformsIn(f, scheme, layout.fused)[layout.kind],
    }));
    const [from, mask] = [f.local("i32", "rowFrom"), f.local("i32", "maskFrom")];
    const [to, sumAt] = [f.local("i32", "stripTo"), f.local("i32", "sumAt")];
    // Where all channels are taken and none summed, the positions of a row are one.
    const together = channels === channelsTaken && !summed;
    const floats = (together ? strip.columns : 1) * channelsTaken;
    const rest = together ? 0 : floatBytes * (channels - channelsTaken);
    const emitColumns = ({ begin, end, isLast }: TileRows) => {
      const emitVector = (neighbour: number, lanesOfVector: number) => {
        const { elements, sum, largest, transformed, transform } = lanes[neighbour]!;
        const own = neighbour * vectorBytes;
        for (const [i, element] of elements.entries()) {
          const offset = own + (i - begin) * rowBytes;
          if (i < begin || i >= end) f.set(element, F32x4.of(0));
          else if (masked) f.set(element, onlyWhere(loadF32x4(mask, offset), loadF32x4(from, offset)));
          else f.set(element, loadF32x4(from, offset));
          // What lies behind the first step is in the next row of tiles.
          if (watched && i >= begin && i < (isLast ? end : Math.min(step, end)))
            emitWatch(f, largest, element as F32x4, lanesOfVector);
        }
        if (summed) {
          f.set(sum, (elements as F32x4[]).reduce((a, b) => a.add(b)).add(loadF32x4(sumAt, own)));
          f.store(sumAt, sum as F32x4, own);
        }
        transform(elements, (value, row) => {
          // Only a part of a vector is stored lane by lane, out of a local.
          if (lanesOfVector === 4) f.store(to, value, own + row * strip.row);
          else {
            f.set(transformed, value);
            f.storeLanes(to, transformed, lanesOfVector, own + row * strip.row);
          }
        });
      };
      const first = p.tileRow
        .multiply(step)
        .add(begin - padding[0])
        .multiply(rowBytes);
      f.set(from, p.image.add(first));
      if (masked) f.set(mask, p.mask.add(first));
      f.set(to, p.strip.add(padding[1] * floatBytes * channelsTaken));
      f.repeat(together ? 1 : strip.columns, () => {
        if (summed) f.set(sumAt, p.sums);
        // What lies beyond the row belongs to the border.
        repeatFloatsAbreast(f, floats, layout.abreast, emitVector, (done) => {
          for (const address of masked ? [from, mask, to] : [from, to]) f.increase(address, floatBytes * done);
          if (summed) f.increase(sumAt, floatBytes * done);
        });
        if (rest > 0) for (const address of masked ? [from, mask] : [from]) f.increase(address, rest);
      });
    };
    const emitKinds = ([own, ...others]: readonly TileRows[]): void => {
      const [next] = others;
      if (next === undefined) emitColumns(own!);
      else
        f.if(
          p.tileRow.below(next.from),
          () => emitColumns(own!),
          () => emitKinds(others),
        );
    };
    emitKinds(kindsOfTileRows(layout));
    if (watched)
      emitJudgement(
        f,
        lanes.map(({ largest }) => largest),
        p.limit,
        p.flag,
      );
    emitAlongRows(f, layout, p.strip, p.to, lanes);
  });
}

/** Rows of tiles from one on, of whose elements down a column only those from `begin` to `end` lie in the image. */
interface TileRows {
  readonly from: number;
  readonly begin: number;
  readonly end: number;
  /** Whether the image's last row of tiles is one. */
  readonly isLast: boolean;
}

/**
 * Each kind gets code of its own: then rows lie at constant distances. Addresses chosen one by one V8 would compute anew in the
 * innermost loop.
 */
function kindsOfTileRows(layout: PatchesLayout): readonly TileRows[] {
  const { size, padding, tileRows } = layout;
  const { elements: count, step } = alongOf(layout);
  const kinds: TileRows[] = [];
  for (let from = 0; from < tileRows; from += 1) {
    const first = from * step - padding[0];
    const [begin, end] = [Math.min(count, Math.max(0, -first)), Math.max(0, Math.min(count, size[0] - first))];
    const last = kinds.at(-1);
    if (last?.begin !== begin || last.end !== end) kinds.push({ from, begin, end, isLast: false });
  }
  return kinds.map((kind, at) => ({ ...kind, isLast: at === kinds.length - 1 }));
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
  const planesOfRow = f.local("i32", "planesOfRow");
  const [from, target] = [f.local("i32", "from"), f.local("i32", "target")];
  const vectors = Math.ceil(channelsTaken / 4);
  const { step, places, parts } = alongOf(layout);
  const tileBytes = step * floatBytes * channelsTaken;
  /** From one part of a patch to the next: its channels lie side by side. */
  const partBytes = vectors * vectorBytes;
  const offsetOf = (column: number) => {
    const { plane, part } = placeOf(0, column, places, parts);
    return plane * planeBytes + part * partBytes;
  };
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
        transform(elements, (value, column) => f.store(target, value, neighbour * vectorBytes + offsetOf(column)));
      },
      (done) => {
        f.increase(from, done * step);
        f.increase(target, done * vectorBytes);
      },
    );
  for (let part = 0; part < parts; part += 1) {
    f.set(planesOfRow, to.add(part * parts * partBytes));
    f.repeat(places, () => {
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
      f.increase(planesOfRow, places * planeBytes);
    });
  }
}
