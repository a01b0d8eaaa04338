// Winograd's way back: out of the products of a row of tiles the outputs, Aᵀ m A, with bias and what goes element by element behind it, or
// with bias, ReLU and pooling. First down the columns of the tiles into a strip that lies in the first cache, then along its rows. Nothing
// beyond the image is written.

import type { Pair } from "../../../../kernels/contract.js";
import { type F32x4, type FunctionBuilder, I32, loadF32x4, type ModuleBuilder } from "../../assembler/index.js";
import { eachAbreast, repeatAbreast, repeatFloatsAbreast } from "../abreast.js";
import { type Epilogue, epilogueIn, type ProductVector, parametersOfEpilogue } from "../epilogue.js";
import { emitReport } from "../finite.js";
import { WindowMaximum } from "./window-maximum.js";
import { floatBytes, geometryOf, type Scheme, vectorBytes } from "./winograd-six-sizes.js";
import { transformsIn } from "./winograd-six-transforms.js";

export interface TilesLayout {
  /** Rows and columns of what is computed: of an image, or of the part of it that is pooled. */
  readonly size: Pair;
  /** Of those that outputs have, so many are taken together. */
  readonly channels: number;
  readonly channelsTaken: number;
  readonly scheme: Scheme;
  readonly tileColumns: number;
  readonly fused: boolean;
  readonly abreast: number;
  /** Bytes from a tile to the next, and from a plane to the next. */
  readonly pitch: number;
  readonly planeBytes: number;
}

/** What is done with outputs that are not pooled. */
export interface Finish {
  /** Whether a bias is added, negative numbers become zero, and a flag tells of what is not finite. */
  readonly biased: boolean;
  readonly rectified: boolean;
  readonly watched: boolean;
  /** What is stored in their place; the flag still tells of the outputs themselves. */
  readonly behind: Epilogue | null;
}

/** Bias, ReLU and a pool of 2 × 2. */
export interface Pooling {
  /** Rows and columns of what is pooled. */
  readonly pooledSize: Pair;
  /** Of a window's elements. */
  readonly codes: readonly number[];
  /** Whether they are stored. */
  readonly withCodes: boolean;
}

export function keyOfFinish(finish: Finish | Pooling): string {
  if ("pooledSize" in finish) return Object.values(finish).join();
  const { behind, ...flags } = finish;
  return [...Object.values(flags), behind?.name].join();
}

/** Further parameters of what has such a finish, of images how far they lie behind the outputs. */
export function parametersOfFinish(finish: Finish | Pooling): Record<string, "i32" | "f32"> {
  return "pooledSize" in finish || finish.behind === null ? {} : parametersOfEpilogue(finish.behind);
}

const mostLinksAlone = 4;

/** Of both functions: one row of tiles, of the image whose outputs begin at `output`. */
const parameters = {
  products: "i32",
  output: "i32",
  codes: "i32",
  bias: "i32",
  flag: "i32",
  strip: "i32",
  tileRow: "i32",
} as const;

export function tileStripBytesOf(layout: TilesLayout): number {
  const { tileColumns, pitch, scheme } = layout;
  const { tileSize, places } = geometryOf(scheme);
  return tileSize * places * tileColumns * pitch;
}

/** Aᵀ m of a row of tiles: [row of the outputs][column of the products][tile][channel]. */
function emitColumns(f: FunctionBuilder, layout: TilesLayout, products: I32, strip: I32) {
  const { tileColumns, pitch, planeBytes, abreast, scheme } = layout;
  const { places } = geometryOf(scheme);
  const columnBytes = tileColumns * pitch;
  const lanes = eachAbreast(abreast, () => ({
    elements: f.locals("f32x4", "element", places),
    tile: transformsIn(f, scheme, layout.fused).tile,
  }));
  const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
  const column = f.local("i32", "column", products);
  const stripColumn = f.local("i32", "stripColumn", strip);
  f.repeat(places, () => {
    f.set(from, column);
    f.set(to, stripColumn);
    repeatAbreast(
      f,
      columnBytes / vectorBytes,
      abreast,
      (neighbour) => {
        const { elements, tile } = lanes[neighbour]!;
        const offset = neighbour * vectorBytes;
        for (const [i, element] of elements.entries())
          f.set(element, loadF32x4(from, offset + i * places * planeBytes));
        tile(elements, (value, row) => f.store(to, value, offset + row * places * columnBytes));
      },
      (vectors) => {
        for (const address of [from, to]) f.increase(address, vectors * vectorBytes);
      },
    );
    f.increase(column, planeBytes);
    f.increase(stripColumn, columnBytes);
  });
  /** A tile's outputs of the strip's row that begins at `row`, for four channels; a neighbour's are the next four. */
  const outputs = (neighbour: number, row: I32, offset: number, use: (value: F32x4, at: number) => void) => {
    const { elements, tile } = lanes[neighbour]!;
    for (const [i, element] of elements.entries())
      f.set(element, loadF32x4(row, neighbour * vectorBytes + offset + i * columnBytes));
    tile(elements, use);
  };
  return { from, to, outputs, rowBytes: places * columnBytes };
}

export function emitTiles(module: ModuleBuilder, layout: TilesLayout, finish: Finish): FunctionBuilder {
  const { biased, rectified, watched } = finish;
  const { size, channels, channelsTaken, tileColumns, pitch, abreast } = layout;
  const { tileSize } = geometryOf(layout.scheme);
  const [positionBytes, takenBytes] = [floatBytes * channels, floatBytes * channelsTaken];
  return module.define("tiles", { ...parameters, ...parametersOfFinish(finish) }, (f, p) => {
    const { from, to, outputs, rowBytes } = emitColumns(f, layout, p.products, p.strip);
    const biasAt = f.local("i32", "biasAt");
    const behind = finish.behind && epilogueIn(f, finish.behind, p);
    const channel = f.local("i32", "channel");
    // A short one needs no others side by side, and outputs that wait take registers.
    const isShort = behind === null || finish.behind!.operation.links.length <= mostLinksAlone;
    const lanes = eachAbreast(abreast, () => ({
      bias: f.local("f32x4", "bias"),
      outputs: f.locals("f32x4", "output", tileSize),
      all: f.local("f32x4", "all"),
      // A sum of zeros, but for what is not finite: its difference from itself is NaN. A tile's outputs are added up first: so
      // additions of one tile need not wait for those of another.
      spoilt: f.local("f32x4", "spoilt"),
    }));
    const emitTile = (columns: number) => {
      if (biased) f.set(biasAt, p.bias);
      if (behind !== null) f.set(channel, 0);
      repeatFloatsAbreast(
        f,
        channelsTaken,
        abreast,
        (neighbour, count) => {
          const { bias, outputs: own, all, spoilt } = lanes[neighbour]!;
          const offset = neighbour * vectorBytes;
          if (biased) f.set(bias, loadF32x4(biasAt, offset));
          const vectors: ProductVector[] = [];
          outputs(neighbour, from, 0, (value, at) => {
            if (at >= columns) return;
            const output = own[isShort ? 0 : at]!;
            f.set(output, biased ? value.add(bias) : value);
            if (watched) f.set(all, at === 0 ? output : all.add(output));
            if (rectified) f.set(output, output.replaceBelow(0));
            const place = { element: to, elementOffset: offset + at * positionBytes, row: null };
            if (behind === null) f.storeLanes(to, output, count, place.elementOffset);
            else vectors.push({ product: output, place: { ...place, column: channel, columnOffset: offset } });
            if (isShort) behind?.(vectors.splice(0), count, 1);
          });
          if (!isShort) behind?.(vectors, count, 1);
          if (watched) f.set(spoilt, spoilt.add(all.subtract(all)));
        },
        (floats) => {
          const moving = [from, to, ...(biased ? [biasAt] : []), ...(behind === null ? [] : [channel])];
          for (const address of moving) f.increase(address, floatBytes * floats);
        },
      );
      f.increase(from, pitch - takenBytes);
      f.increase(to, tileSize * positionBytes - takenBytes);
    };
    const row = f.local("i32", "imageRow", p.output.add(p.tileRow.multiply(tileSize * size[1] * positionBytes)));
    const stripRow = f.local("i32", "stripRow", p.strip);
    const rowsLeft = f.local("i32", "rowsLeft", I32.of(size[0]).subtract(p.tileRow.multiply(tileSize)));
    const over = tileColumns * tileSize - size[1];
    f.repeat(rowsLeft.lessThan(tileSize).select(rowsLeft as I32, I32.of(tileSize)), () => {
      f.set(from, stripRow);
      f.set(to, row);
      f.repeat(over === 0 ? tileColumns : tileColumns - 1, () => emitTile(tileSize));
      if (over > 0) emitTile(tileSize - over);
      f.increase(stripRow, rowBytes);
      f.increase(row, size[1] * positionBytes);
    });
    if (watched)
      emitReport(
        f,
        lanes.map(({ spoilt }) => spoilt),
        p.flag,
      );
  });
}

/** The same, pooled over windows of 2 × 2; `codes` of a window's elements, and whether they are stored. */
export function emitPooledTiles(
  module: ModuleBuilder,
  layout: TilesLayout,
  codes: readonly number[],
  withCodes: boolean,
): FunctionBuilder {
  const { size, channels, tileColumns, pitch, abreast } = layout;
  const { tileSize } = geometryOf(layout.scheme);
  const positionBytes = floatBytes * channels;
  const pooledRowBytes = (size[1] / 2) * positionBytes;
  return module.define("tiles", parameters, (f, p) => {
    const { from, to, outputs, rowBytes } = emitColumns(f, layout, p.products, p.strip);
    const lanes = eachAbreast(abreast, () => ({
      upper: f.locals("f32x4", "upper", tileSize),
      lower: f.locals("f32x4", "lower", tileSize),
      maximum: new WindowMaximum(f, codes),
    }));
    const [biasAt, codesTo] = [f.local("i32", "biasAt"), f.local("i32", "codesTo")];
    const emitTile = (windows: number) => {
      f.set(biasAt, p.bias);
      repeatFloatsAbreast(
        f,
        channels,
        abreast,
        (neighbour, count) => {
          const { upper, lower, maximum } = lanes[neighbour]!;
          const own = neighbour * vectorBytes;
          outputs(neighbour, from, 0, (value, at) => f.set(upper[at]!, value));
          outputs(neighbour, from, rowBytes, (value, at) => f.set(lower[at]!, value));
          for (let window = 0; window < windows; window += 1) {
            const columns = [2 * window, 2 * window + 1];
            const elements = [upper, lower].flatMap((row) => columns.map((column) => row[column]!));
            const target = {
              pooled: to,
              codes: withCodes ? codesTo : null,
              offset: own + window * positionBytes,
              count,
            };
            maximum.emit(elements, { ...target, bias: loadF32x4(biasAt, own) });
          }
        },
        (floats) => {
          for (const address of [from, to, codesTo, biasAt]) f.increase(address, floatBytes * floats);
        },
      );
      f.increase(from, pitch - positionBytes);
      for (const address of [to, codesTo]) f.increase(address, (windows - 1) * positionBytes);
    };
    const offset = f.local("i32", "offset", p.tileRow.multiply((tileSize / 2) * pooledRowBytes));
    const stripRow = f.local("i32", "stripRow", p.strip);
    const rowsLeft = f.local("i32", "rowsLeft", I32.of(size[0] / 2).subtract(p.tileRow.multiply(tileSize / 2)));
    const isOver = tileColumns * tileSize > size[1];
    f.repeat(rowsLeft.lessThan(tileSize / 2).select(rowsLeft as I32, I32.of(tileSize / 2)), () => {
      f.set(from, stripRow);
      f.set(to, p.output.add(offset));
      f.set(codesTo, p.codes.add(offset));
      f.repeat(isOver ? tileColumns - 1 : tileColumns, () => emitTile(tileSize / 2));
      if (isOver) emitTile(tileSize / 2 - 1);
      f.increase(stripRow, 2 * rowBytes);
      f.increase(offset, pooledRowBytes);
    });
    emitReport(
      f,
      lanes.map(({ maximum }) => maximum.watch),
      p.flag,
    );
  });
}
