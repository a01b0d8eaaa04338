// A region that ends in sums over all but the channels, on images with channels last. Each sum's terms are added in the very order of
// reductions.ts, which walks channel by channel: there each turn of sixteen neighbours becomes four sums, which go into as many partial
// ones; so here each channel has four, every fourth pixel of a turn goes into the same, and what these four pixels come to is added first.
// All lie in memory, as there are too many of them for registers; which makes them independent of each other, and of threads.

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
import { scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { sums as addingUp, bytesOfFloat, type FloatType, sumOfTurn } from "./reducers.js";
import { isInParts, partsOfSums, totalOf } from "./reduction-parts.js";
import { keyOf, type RegionOperation, walkerOf } from "./region.js";
import type { Motion } from "./walk.js";
import { emitNest, motionOf, numbered, pick, stepsOf, type Walked } from "./walk.js";

/** Pixels of a turn, and how many of them go into one partial sum. */
const turn = 16;
const together = 4;
/** Partial sums of a channel, and beside them one of the pixels behind the last whole turn of an image. */
const lanes = turn / together;
const partials = lanes + 1;
/** Channels are cut at multiples of it: a cache line. */
const channelUnit = 16;
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
  const kernelOf = (part: Part) =>
    runtime.kernel(keyOf(operation, motions, `channels last ${part} `), () =>
      emitRegionSumsLast(operation, motions, part),
    );
  const row = doubleBytes * channels;
  const partBytes = row * partials;
  const nanoseconds = batch * channels * pixels * (operation.nanoseconds + operation.sums.length * 0.2);
  const run = (
    part: Part,
    [image, imageEnd]: readonly [number, number],
    sums: number,
    [first, some]: readonly [number, number],
    [begin, end]: readonly [number, number],
  ) => {
    const images = imageEnd - image;
    // Of a turn every fourth pixel; of what is left all, one after the other.
    const sizes = part === "turns" ? [images, turns, some, together, end - begin] : [images, some, end - begin];
    const steps = walked.flatMap(({ strides: [image, channel, , pixel], bytes }) => {
      const within = part === "turns" ? [turn * pixel!, pixel!, lanes * pixel!] : [pixel!];
      return stepsOf(sizes, [image!, ...within, channel!], bytes);
    });
    const addresses = walked.map(
      ({ address, strides, bytes }) =>
        address + (image * strides[0]! + first * strides[3]! + begin * strides[1]!) * bytes,
    );
    const to = operation.sums.map((_, sum) => sums + partBytes * sum + doubleBytes * begin);
    runtime.withScratch(4 * together * (end - begin) * operation.sums.length, (terms) =>
      runtime.call(kernelOf(part), "run", ...addresses, ...to, terms, row, ...sizes, ...steps, ...scalars),
    );
  };
  const cuts = split(batch, partsOfSums(shape, [0, 2, 3]));
  const bytes = partBytes * operation.sums.length;
  const all: readonly [number, number] = [0, channels];
  runtime.withScratch(bytes * cuts.length, (sums) => {
    if (cuts.length === 1) clear(runtime, sums, bytes);
    runtime.parallel(nanoseconds, (parts) => {
      if (cuts.length > 1) {
        for (const [part, cut] of cuts.entries())
          runtime.task(() => {
            const own = sums + bytes * part;
            clear(runtime, own, bytes);
            if (turns > 0) run("turns", cut, own, [0, lanes], all);
            if (rest > 0) run("rest", cut, own + row * lanes, [turn * turns, rest], all);
          });
        return;
      }
      const wanted = Math.min(parts, mostParts / 2);
      if (turns > 0)
        for (const [begin, end] of split(lanes, Math.min(wanted, lanes)))
          for (const some of split(channels, Math.ceil(wanted / lanes), channelUnit))
            runtime.task(() => run("turns", cuts[0]!, sums + row * begin, [begin, end - begin], some));
      if (rest > 0) runtime.task(() => run("rest", cuts[0]!, sums + row * lanes, [turn * turns, rest], all));
    });
    const totals = (as: FloatType) => runtime.kernel(`totals of channels last ${as}`, () => emitTotals(as));
    if (cuts.length === 1) {
      for (const [sum, output] of outputs.entries())
        runtime.call(totals("float32"), "run", sums + partBytes * sum, output, channels, row);
      return;
    }
    runtime.withScratch(row * cuts.length, (wide) => {
      for (const [sum, output] of outputs.entries()) {
        for (const part of cuts.keys())
          runtime.call(
            totals("float64"),
            "run",
            sums + bytes * part + partBytes * sum,
            wide + row * part,
            channels,
            row,
          );
        totalOf(runtime, addingUp.float32, { address: wide, count: channels, parts: cuts.length, output });
      }
    });
  });
}

/** Whole turns, pixels of which meet before they go into doubles, or what is left behind them. */
type Part = "turns" | "rest";

/**
 * `run(addresses…, partial sums…, terms, bytes from a partial sum to the next, sizes…, steps of each stream…, scalars…)`: the sizes are
 * images, turns, partial sums, pixels of one in a turn and channels, or images, pixels and channels.
 */
function emitRegionSumsLast(operation: RegionOperation, motions: readonly Motion[], part: Part): ModuleBuilder {
  const module = new ModuleBuilder();
  const [count, sums] = [operation.streams.length, operation.sums.length];
  const rank = part === "turns" ? 5 : 3;
  const parameters = {
    ...numbered("i32", "address", count),
    ...numbered("i32", "sum", sums),
    ...({ terms: "i32", pitch: "i32" } as const),
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", count * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count);
    const partial = pick(given, "sum", sums);
    const sizes = pick(given, "size", rank);
    const channels = sizes.at(-1)!;
    const steps = pick(given, "step", count * rank);
    const stepOf = (stream: number, loop: number): I32 => steps[stream * rank + loop] as I32;
    const { terms, pitch } = given as unknown as Record<"terms" | "pitch", Local<I32>>;
    const walker = walkerOf(
      f,
      operation,
      motions,
      addresses,
      (stream) => stepOf(stream, rank - 1),
      scalarsIn(f, operation, given),
    );
    const at = f.locals("i32", "at", sums);
    const [to, next] = [f.local("i32", "to"), f.local("i32", "next")];
    const line = f.local("i32", "line", channels.shiftLeft(2));
    /** Where a sum's terms lie, those of the first of the pixels that meet. */
    const firstTerms = (sum: number): I32 => terms.add(line.multiply(together * sum));
    const startTerms = () => {
      for (const [sum, address] of at.entries()) f.set(address, firstTerms(sum));
    };
    const four = (vectors: number) => {
      for (const [vector, values] of walker.turn(4, vectors).entries())
        for (const [sum, value] of values.entries()) {
          if (part === "turns") f.store(at[sum]!, value, 16 * vector);
          else addFour(f, at[sum]!, value, 4 * doubleBytes * vector);
        }
      for (const address of at) f.increase(address, (part === "turns" ? 16 : 4 * doubleBytes) * vectors);
    };
    const meet = () => {
      startTerms();
      for (const [sum, address] of partial.entries()) {
        f.set(to, address);
        f.repeat(channels.shiftRightUnsigned(2), () => {
          f.set(next, at[sum]!);
          const pixels = f.locals("f32x4", "pixel", together);
          for (const pixel of pixels) {
            f.set(pixel, loadF32x4(next));
            f.increase(next, line);
          }
          addFour(f, to, f.local("f32x4", "ofTurn", sumOfTurn(pixels)), 0);
          f.increase(at[sum]!, 16);
          f.increase(to, 4 * doubleBytes);
        });
        f.increase(address, pitch);
      }
      startTerms();
    };
    if (part === "turns") startTerms();
    emitNest(
      f,
      sizes.slice(0, -1),
      () => {
        walker.enterRow();
        if (part === "rest") for (const [sum, address] of at.entries()) f.set(address, partial[sum]!);
        f.repeat(channels.shiftRightUnsigned(4), () => four(4));
        f.repeat(channels.shiftRightUnsigned(2).and(3), () => four(1));
      },
      (loop) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, loop));
        if (part === "rest") return;
        if (loop === 2) meet();
        if (loop === 1) for (const address of partial) f.set(address, address.subtract(pitch.multiply(sizes[2]!)));
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

/**
 * `run(partial sums, output, channels, bytes from a partial sum to the next)`: in the order in which `emitRowSum` of reductions.ts does it;
 * rounded, or as a part that others are put to.
 */
function emitTotals(as: FloatType): ModuleBuilder {
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
      f.repeat(f.local("i32", "pairs", lanes / 2 - 1), () => {
        f.increase(at, p.pitch.shiftLeft(1));
        for (const [half, pair] of pairs.entries()) {
          f.set(pair, pair.add(loadTwo(at, 16 * half)));
          f.set(alternate[half]!, alternate[half]!.add(loadTwo(at.add(p.pitch), 16 * half)));
        }
      });
      f.increase(at, p.pitch.shiftLeft(1));
      const total = (half: number) => loadTwo(at, 16 * half).add(pairs[half]!.add(alternate[half]!));
      if (as === "float32") f.store(output, total(0).toF32x4().shuffle(total(1).toF32x4(), [0, 1, 4, 5]));
      else for (const half of [0, 1]) f.store(output, total(half), 16 * half);
      f.increase(from, 4 * doubleBytes);
      f.increase(output, 4 * bytesOfFloat[as]);
    });
  });
  return module;
}
