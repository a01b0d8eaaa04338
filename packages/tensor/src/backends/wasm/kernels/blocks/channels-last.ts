// Images between PyTorch's order, channels first, and channels last, which the kernels of this folder want. On the side of
// channels last an image may have a border. Four channels by four columns are turned in registers.

import type { Pair } from "../../../../kernels/contract.js";
import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  ModuleBuilder,
} from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile, tiles } from "../../simd.js";
import { eachAbreast, repeatAbreast } from "../abreast.js";
import { clear, copyFloats } from "../copy.js";

/** Images in memory, and the border that the side of channels last has around them. */
export interface Images {
  readonly from: number;
  readonly to: number;
  readonly batch: number;
  readonly channels: number;
  readonly size: Pair;
  /** Rows above and below, columns left and right. */
  readonly border: Pair;
  /** Elements from an image to the next on the side of channels first, where they have others between them. */
  readonly pitch?: number;
}

/** Columns whose channels are all turned before the next: a cache line of each channel. */
const columnsAtOnce = 16;
const vectorBytes = 16;
/** To move a float. */
const nanosecondsOfFloat = 0.3;

interface Layout {
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes from a channel, and from an image, to the next, of channels first. */
  readonly plane: number;
  readonly pitch: number;
  /** Bytes of a position, a row and an image, and from an image to what is inside its border, of channels last. */
  readonly position: number;
  readonly row: number;
  readonly image: number;
  readonly inset: number;
}

/** Without a border all rows are one. */
function layoutOf({ channels, size: [height, width], border: [vertical, horizontal], pitch }: Images): Layout {
  const position = 4 * channels;
  const row = position * (width + 2 * horizontal);
  const isOneRow = horizontal === 0;
  return {
    channels,
    rows: isOneRow ? 1 : height,
    columns: isOneRow ? height * width : width,
    plane: 4 * height * width,
    pitch: 4 * (pitch ?? channels * height * width),
    position,
    row,
    image: row * (height + 2 * vertical),
    inset: vertical * row + horizontal * position,
  };
}

type Four = readonly [F32x4, F32x4, F32x4, F32x4];

/** Four vectors turned round: the i-th of each becomes the i-th vector. */
function transposed(f: FunctionBuilder, vectors: readonly Local<F32x4>[], halves: readonly Local<F32x4>[]): Four {
  const [a, b, c, d] = vectors as unknown as Four;
  const [low, nextLow, high, nextHigh] = halves as unknown as Four;
  f.set(halves[0]!, a.shuffle(b, [0, 4, 1, 5]));
  f.set(halves[1]!, c.shuffle(d, [0, 4, 1, 5]));
  f.set(halves[2]!, a.shuffle(b, [2, 6, 3, 7]));
  f.set(halves[3]!, c.shuffle(d, [2, 6, 3, 7]));
  // Not put into locals: V8 takes what loops keep for a reason not to widen them.
  return [
    low.shuffle(nextLow, [0, 1, 4, 5]),
    low.shuffle(nextLow, [2, 3, 6, 7]),
    high.shuffle(nextHigh, [0, 1, 4, 5]),
    high.shuffle(nextHigh, [2, 3, 6, 7]),
  ];
}

/** `toLast(first, last, images)` and `toFirst(first, last, images)`, `last` being inside the border. */
function emitTurns(layout: Layout, tile: Tile): ModuleBuilder {
  const module = new ModuleBuilder();
  for (const toLast of [true, false]) emitTurn(module, layout, tile, toLast);
  return module;
}

function emitTurn(module: ModuleBuilder, layout: Layout, { abreast }: Tile, toLast: boolean): void {
  const { channels, rows, columns, plane, pitch, position, row, image } = layout;
  const parameters = { first: "i32", last: "i32", images: "i32" } as const;
  module.define(toLast ? "toLast" : "toFirst", parameters, (f, { first, last, images }) => {
    const lanes = eachAbreast(abreast, () => ({
      vectors: f.locals("f32x4", "vector", 4),
      halves: f.locals("f32x4", "half", 4),
    }));
    const [firstRow, lastRow] = [f.local("i32", "firstRow"), f.local("i32", "lastRow")];
    const [firstChannel, lastChannel] = [f.local("i32", "firstChannel"), f.local("i32", "lastChannel")];
    const [firstAt, lastAt] = [f.local("i32", "firstAt"), f.local("i32", "lastAt")];
    /**
     * A block of up to four channels by up to four columns. What lies beyond is read, but not written. Neighbours are the next
     * channels, or the next columns, whichever lie side by side where they are written.
     */
    const block = (height: number, width: number, neighbour: number) => {
      const { vectors, halves } = lanes[neighbour]!;
      const [from, fromPitch, known] = toLast
        ? ([firstAt, plane, height] as const)
        : ([lastAt, position, width] as const);
      for (const [i, vector] of vectors.entries())
        if (i < known) f.set(vector, loadF32x4(from, (4 * neighbour + i) * fromPitch));
      const turned = transposed(f, vectors, halves);
      const [to, pitch, count, written] = toLast
        ? ([lastAt, position, width, height] as const)
        : ([firstAt, plane, height, width] as const);
      const offset = vectorBytes * neighbour;
      for (const [i, vector] of turned.slice(0, count).entries()) {
        if (written === 4) f.store(to, vector, offset + i * pitch);
        else {
          f.set(vectors[i]!, vector);
          for (const lane of ([0, 1, 2, 3] as const).slice(0, written))
            f.storeLane(to, vectors[i]!, lane, offset + i * pitch + 4 * lane);
        }
      }
    };
    /** So many blocks of channels by so many columns. */
    const rowOfChannels = (blocks: number, height: number, width: number) => {
      f.set(firstAt, firstChannel);
      f.set(lastAt, lastChannel);
      const advance = (done: number) => {
        f.increase(firstAt, done * vectorBytes);
        f.increase(lastAt, done * 4 * position);
      };
      const whole = (neighbour: number) => block(height, 4, neighbour);
      const count = Math.floor(width / 4);
      if (toLast)
        f.repeat(count, () => {
          if (channels === 3) threeToLast(f, firstAt, lastAt, plane, lanes[0]!.vectors);
          else f.abreast(blocks, whole);
          advance(1);
        });
      else repeatAbreast(f, count, abreast, whole, advance);
      if (width % 4 > 0) for (let own = 0; own < blocks; own += 1) block(height, width % 4, own);
      f.increase(firstChannel, blocks * 4 * plane);
      f.increase(lastChannel, blocks * vectorBytes);
    };
    const allChannels = (width: number) => {
      f.set(firstChannel, firstRow);
      f.set(lastChannel, lastRow);
      const together = toLast ? abreast : 1;
      const blocks = Math.floor(channels / 4);
      if (blocks >= together) f.repeat(Math.floor(blocks / together), () => rowOfChannels(together, 4, width));
      if (blocks % together > 0) rowOfChannels(1, 4, width);
      if (channels % 4 > 0) rowOfChannels(1, channels % 4, width);
      f.increase(firstRow, 4 * width);
      f.increase(lastRow, width * position);
    };
    const chunk = channels > 4 ? Math.min(columns, columnsAtOnce) : columns;
    f.repeat(images, () => {
      f.repeat(rows, () => {
        f.set(firstRow, first);
        f.set(lastRow, last);
        f.repeat(Math.floor(columns / chunk), () => allChannels(chunk));
        if (columns % chunk > 0) allChannels(columns % chunk);
        f.increase(first, 4 * columns);
        f.increase(last, row);
      });
      f.increase(first, pitch - 4 * rows * columns);
      f.increase(last, image - rows * row);
    });
  });
}

/** Four columns of three channels are three vectors on either side. */
function threeToLast(f: FunctionBuilder, from: I32, to: I32, plane: number, vectors: readonly Local<F32x4>[]): void {
  const [a, b, c, mixed] = vectors as unknown as readonly [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];
  for (const [i, vector] of [a, b, c].entries()) f.set(vector, loadF32x4(from, i * plane));
  f.set(mixed, a.shuffle(c, [1, 4, 3, 6]));
  // a0 b0 c0 a1, b1 c1 a2 b2, c2 a3 b3 c3
  f.store(to, a.shuffle(b, [0, 4, 0, 1]).shuffle(mixed, [0, 1, 5, 4]));
  f.store(to, b.shuffle(c, [1, 5, 2, 2]).shuffle(a, [0, 1, 6, 2]), 16);
  f.store(to, mixed.shuffle(b, [3, 2, 7, 0]).shuffle(c, [0, 1, 2, 7]), 32);
}

function turn(runtime: Runtime, images: Images, toLast: boolean): void {
  const { batch, channels, size } = images;
  const layout = layoutOf(images);
  const simd = getSimd();
  const kernel = runtime.kernel(`channels last ${simd} ${channels},${size},${images.border},${layout.pitch}`, () =>
    emitTurns(layout, tiles[simd]),
  );
  const imageBytes = channels * layout.plane;
  const [first, last] = toLast ? [images.from, images.to] : [images.to, images.from];
  runtime.spread(batch, (nanosecondsOfFloat * batch * imageBytes) / 4, (begin, end) => {
    const inside = last + layout.inset + begin * layout.image;
    runtime.call(kernel, toLast ? "toLast" : "toFirst", first + begin * layout.pitch, inside, end - begin);
  });
}

function clearBorder(runtime: Runtime, images: Images): void {
  const [vertical, horizontal] = images.border;
  if (vertical + horizontal > 0) clear(runtime, images.to, images.batch * layoutOf(images).image);
}

/** From channels first to channels last, with a border of zeros. */
export function toChannelsLast(runtime: Runtime, images: Images): void {
  clearBorder(runtime, images);
  turn(runtime, images, true);
}

/** From channels last, whose border is left out, to channels first. */
export function toChannelsFirst(runtime: Runtime, images: Images): void {
  turn(runtime, images, false);
}

/** Images with channels last, without their border and with it, as rows of floats. */
function rowsOf({ batch, channels, size: [height, width], border: [vertical, horizontal] }: Images) {
  const row = channels * (width + 2 * horizontal);
  return {
    shape: [batch, height, channels * width],
    plain: { bytes: 4, strides: [height * width * channels, width * channels, 1] },
    bordered: { bytes: 4, strides: [row * (height + 2 * vertical), row, 1] },
    inset: 4 * (vertical * row + horizontal * channels),
  };
}

/** Channels last on both sides: a border of zeros is put around. */
export function addBorder(runtime: Runtime, images: Images): void {
  const { shape, plain, bordered, inset } = rowsOf(images);
  clearBorder(runtime, images);
  copyFloats(runtime, shape, { ...plain, address: images.from }, { ...bordered, address: images.to + inset });
}
