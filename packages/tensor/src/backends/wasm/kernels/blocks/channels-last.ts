// Images between PyTorch's order, channels first, and channels last, which the kernels of this folder want. On the side of
// channels last an image may have a border. Four channels by four columns are turned in registers.

import type { Pair } from "../../../kernels.js";
import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  ModuleBuilder,
} from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
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
}

/** To move a float. */
const nanosecondsOfFloat = 0.3;

interface Layout {
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes from a channel to the next, of channels first. */
  readonly plane: number;
  /** Bytes of a position, a row and an image, and from an image to what is inside its border, of channels last. */
  readonly position: number;
  readonly row: number;
  readonly image: number;
  readonly inset: number;
}

/** Without a border all rows are one. */
function layoutOf({ channels, size: [height, width], border: [vertical, horizontal] }: Images): Layout {
  const position = 4 * channels;
  const row = position * (width + 2 * horizontal);
  const isOneRow = horizontal === 0;
  return {
    channels,
    rows: isOneRow ? 1 : height,
    columns: isOneRow ? height * width : width,
    plane: 4 * height * width,
    position,
    row,
    image: row * (height + 2 * vertical),
    inset: vertical * row + horizontal * position,
  };
}

type Four = readonly [F32x4, F32x4, F32x4, F32x4];

/** Turns four vectors round: the i-th of each becomes the i-th vector. */
function transpose(f: FunctionBuilder, vectors: readonly Local<F32x4>[], halves: readonly Local<F32x4>[]): void {
  const [a, b, c, d] = vectors as unknown as Four;
  const [low, nextLow, high, nextHigh] = halves as unknown as Four;
  f.set(halves[0]!, a.shuffle(b, [0, 4, 1, 5]));
  f.set(halves[1]!, c.shuffle(d, [0, 4, 1, 5]));
  f.set(halves[2]!, a.shuffle(b, [2, 6, 3, 7]));
  f.set(halves[3]!, c.shuffle(d, [2, 6, 3, 7]));
  f.set(vectors[0]!, low.shuffle(nextLow, [0, 1, 4, 5]));
  f.set(vectors[1]!, low.shuffle(nextLow, [2, 3, 6, 7]));
  f.set(vectors[2]!, high.shuffle(nextHigh, [0, 1, 4, 5]));
  f.set(vectors[3]!, high.shuffle(nextHigh, [2, 3, 6, 7]));
}

/** `toLast(first, last, images)` and `toFirst(first, last, images)`, `last` being inside the border. */
function emitTurns(layout: Layout): ModuleBuilder {
  const module = new ModuleBuilder();
  for (const toLast of [true, false]) emitTurn(module, layout, toLast);
  return module;
}

function emitTurn(module: ModuleBuilder, layout: Layout, toLast: boolean): void {
  const { channels, rows, columns, plane, position, row, image } = layout;
  const parameters = { first: "i32", last: "i32", images: "i32" } as const;
  module.define(toLast ? "toLast" : "toFirst", parameters, (f, { first, last, images }) => {
    const vectors = f.locals("f32x4", "vector", 4);
    const halves = f.locals("f32x4", "half", 4);
    const [firstRow, lastRow] = [f.local("i32", "firstRow"), f.local("i32", "lastRow")];
    const [firstAt, lastAt] = [f.local("i32", "firstAt"), f.local("i32", "lastAt")];
    /** A block of up to four channels by up to four columns. What lies beyond is read, but not written. */
    const block = (height: number, width: number) => {
      for (const [i, vector] of vectors.entries()) {
        if (i < (toLast ? height : width))
          f.set(vector, loadF32x4(toLast ? firstAt : lastAt, i * (toLast ? plane : position)));
      }
      transpose(f, vectors, halves);
      const [to, pitch, count, lanes] = toLast
        ? ([lastAt, position, width, height] as const)
        : ([firstAt, plane, height, width] as const);
      for (const [i, vector] of vectors.slice(0, count).entries()) {
        if (lanes === 4) f.store(to, vector, i * pitch);
        else
          for (const lane of ([0, 1, 2, 3] as const).slice(0, lanes))
            f.storeLane(to, vector, lane, i * pitch + 4 * lane);
      }
    };
    const rowOfChannels = (height: number) => {
      f.set(firstAt, firstRow);
      f.set(lastAt, lastRow);
      f.repeat(Math.floor(columns / 4), () => {
        if (toLast && height === channels && channels === 3) threeToLast(f, firstAt, lastAt, plane, vectors);
        else block(height, 4);
        f.increase(firstAt, 16);
        f.increase(lastAt, 4 * position);
      });
      if (columns % 4 > 0) block(height, columns % 4);
    };
    f.repeat(images, () => {
      f.repeat(rows, () => {
        f.set(firstRow, first);
        f.set(lastRow, last);
        f.repeat(Math.floor(channels / 4), () => {
          rowOfChannels(4);
          f.increase(firstRow, 4 * plane);
          f.increase(lastRow, 16);
        });
        if (channels % 4 > 0) rowOfChannels(channels % 4);
        f.increase(first, 4 * columns);
        f.increase(last, row);
      });
      f.increase(first, channels * plane - 4 * rows * columns);
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
  const kernel = runtime.kernel(`channels last ${channels},${size},${images.border}`, () => emitTurns(layout));
  const imageBytes = channels * layout.plane;
  const [first, last] = toLast ? [images.from, images.to] : [images.to, images.from];
  runtime.spread(batch, (nanosecondsOfFloat * batch * imageBytes) / 4, (begin, end) => {
    const inside = last + layout.inset + begin * layout.image;
    runtime.call(kernel, toLast ? "toLast" : "toFirst", first + begin * imageBytes, inside, end - begin);
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

/** Channels last on both sides: the border is left out. */
export function dropBorder(runtime: Runtime, images: Images): void {
  const { shape, plain, bordered, inset } = rowsOf(images);
  copyFloats(runtime, shape, { ...bordered, address: images.from + inset }, { ...plain, address: images.to });
}
