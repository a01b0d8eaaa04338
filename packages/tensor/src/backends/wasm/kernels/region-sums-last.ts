// A region that ends in sums over all but the channels, on images with channels last. Each sum's terms are added in the very order of
// reductions.ts, which walks channel by channel: there sixteen partial sums take turns along each image, so here each channel has
// sixteen, and pixel after pixel goes into the next. They lie in memory, as there are too many of them for registers; which makes
// them independent of each other, and of threads.

import {
  type F32x4,
  type F64x2,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { mostParts, split } from "../threads/split.js";
import { clear } from "./copy.js";
import { motionOf, scalarParameters, scalarsIn } from "./pointwise.js";
import type { Motion } from "./pointwise-bytes.js";
import { isInParts } from "./reductions.js";
import { keyOf, type RegionOperation, walkerOf } from "./region.js";
import { emitNest, numbered, pick, stepsOf, type Walked } from "./walk.js";

/** Partial sums of a channel, and beside them one of the pixels behind the last whole turn of an image. */
const turn = 16;
const partials = turn + 1;
const doubleBytes = 8;

/** Whether a region over images, [N, C, H, W], can be done so, with so many streams by their strides. */
export function canSumChannelsLast(
  shape: readonly number[],
  dims: readonly number[],
  strides: readonly (readonly number[])[],
): boolean {
  if (shape.length !== 4 || !shape.every((size, dim) => size === 1 || dims.includes(dim) === (dim !== 1))) return false;
  const [batch, channels, height, width] = shape as readonly [number, number, number, number];
  // Few sums of many elements have parts, which are cut elsewhere; and along single pixels sums go another way.
  return (
    channels % 4 === 0 &&
    width > 1 &&
    !isInParts(channels, batch * channels * height * width) &&
    strides.every((own) => own[2] === width * own[3]!)
  );
}

/** `shape`: [N, C, H, W]; `walked` have strides in this order; `outputs`: the addresses of the sums, float32, one behind the other. */
export function runRegionSumsLast(
  runtime: Runtime,
  operation: RegionOperation,
  shape: readonly number[],
  walked: readonly Walked[],
  outputs: readonly number[],
  scalars: readonly number[],
): void {
  const [batch, channels, height, width] = shape as readonly [number, number, number, number];
  const pixels = height * width;
  const [turns, rest] = [Math.floor(pixels / turn), pixels % turn];
  const motions = walked.map(({ strides }) => motionOf(strides[1]!));
  const kernel = runtime.kernel(keyOf(operation, motions, "channels last "), () =>
    emitRegionSumsLast(operation, motions),
  );
  const totals = runtime.kernel("totals of channels last", emitTotals);
  const row = doubleBytes * channels;
  const nanoseconds = batch * channels * pixels * (operation.nanoseconds + operation.sums.length * 0.2);
  /** So many pixels after `first`, in each of so many turns, go to as many partial sums. */
  const run = (sums: number, first: number, turnsOfImage: number, pixelsOfTurn: number, toNextTurn: number) => {
    const sizes = [batch, turnsOfImage, pixelsOfTurn, channels];
    const steps = walked.flatMap(({ strides: [image, channel, , pixel], bytes }) =>
      stepsOf(sizes, [image!, toNextTurn * pixel!, pixel!, channel!], bytes),
    );
    const addresses = walked.map(({ address, strides, bytes }) => address + first * strides[3]! * bytes);
    const to = operation.sums.map((_, sum) => sums + row * partials * sum);
    runtime.call(kernel, "run", ...addresses, ...to, ...sizes, ...steps, ...scalars);
  };
  const bytes = row * partials * operation.sums.length;
  runtime.withScratch(bytes, (sums) => {
    clear(runtime, sums, bytes);
    runtime.parallel(nanoseconds, (parts) => {
      for (const [begin, end] of split(turn, turns === 0 ? 0 : Math.min(parts, mostParts / 2)))
        if (turns > 0) runtime.task(() => run(sums + row * begin, begin, turns, end - begin, turn));
      if (rest > 0) runtime.task(() => run(sums + row * turn, turns * turn, rest, 1, 1));
    });
    for (const [sum, output] of outputs.entries())
      runtime.call(totals, "run", sums + row * partials * sum, output, channels, row);
  });
}

/** `run(addresses…, partial sums…, images, turns, pixels of a turn, channels, steps of each stream…, scalars…)` */
export function emitRegionSumsLast(operation: RegionOperation, motions: readonly Motion[]): ModuleBuilder {
  const module = new ModuleBuilder();
  const [count, sums] = [operation.streams.length, operation.sums.length];
  const rank = 4;
  const parameters = {
    ...numbered("i32", "address", count),
    ...numbered("i32", "sum", sums),
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", count * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count);
    const partial = pick(given, "sum", sums);
    const [images, turns, pixels, channels] = pick(given, "size", rank) as unknown as [I32, I32, I32, I32];
    const steps = pick(given, "step", count * rank);
    const stepOf = (stream: number, loop: number): I32 => steps[stream * rank + loop] as I32;
    const scalars = scalarsIn(f, operation, given);
    const walker = walkerOf(f, operation, motions, addresses, (stream) => stepOf(stream, rank - 1), scalars);
    const back = f.local("i32", "back", pixels.multiply(channels).shiftLeft(3));
    const four = (vectors: number) => {
      for (const [at, values] of walker.turn(4, vectors).entries())
        for (const [sum, value] of values.entries()) addFour(f, partial[sum]!, value, 4 * doubleBytes * at);
      for (const address of partial) f.increase(address, 4 * doubleBytes * vectors);
    };
    emitNest(
      f,
      [images, turns, pixels],
      () => {
        walker.enterRow();
        f.repeat(channels.shiftRightUnsigned(4), () => four(4));
        f.repeat(channels.shiftRightUnsigned(2).and(3), () => four(1));
      },
      (loop) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, loop));
        if (loop === 1) for (const address of partial) f.set(address, address.subtract(back));
      },
    );
  });
  return module;
}

const loadTwo = (address: I32, offset: number): F64x2 => loadF32x4(address, offset).asF64x2();

function addFour(f: FunctionBuilder, address: Local<I32>, value: F32x4, offset: number): void {
  f.store(address, loadTwo(address, offset).add(value.lowToF64x2()), offset);
  f.store(address, loadTwo(address, offset + 16).add(value.highHalf().lowToF64x2()), offset + 16);
}

/** `run(partial sums, output, channels, bytes from a partial sum to the next)`: in the order in which `emitRowSum` of reductions.ts does it. */
function emitTotals(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { from: "i32", output: "i32", channels: "i32", pitch: "i32" }, (f, { from, output, ...p }) => {
    const at = f.local("i32", "at");
    const pairs = f.locals("f64x2", "pair", 2);
    const alternate = f.locals("f64x2", "alternate", 2);
    f.repeat(p.channels.shiftRightUnsigned(2), () => {
      f.set(at, from);
      for (const [half, pair] of pairs.entries()) {
        f.set(pair, loadTwo(at, 16 * half));
        f.set(alternate[half]!, loadTwo(at.add(p.pitch), 16 * half));
      }
      f.repeat(f.local("i32", "pairs", turn / 2 - 1), () => {
        f.increase(at, p.pitch.shiftLeft(1));
        for (const [half, pair] of pairs.entries()) {
          f.set(pair, pair.add(loadTwo(at, 16 * half)));
          f.set(alternate[half]!, alternate[half]!.add(loadTwo(at.add(p.pitch), 16 * half)));
        }
      });
      f.increase(at, p.pitch.shiftLeft(1));
      const total = (half: number) =>
        loadTwo(at, 16 * half)
          .add(pairs[half]!.add(alternate[half]!))
          .toF32x4();
      f.store(output, total(0).shuffle(total(1), [0, 1, 4, 5]));
      f.increase(from, 4 * doubleBytes);
      f.increase(output, 16);
    });
  });
  return module;
}
