// philoxBits: Philox4x32-10 over four blocks at once, by products of 64 bits. What a word's place is to its block's counter is
// backends/reference/philox.ts's to say.

import type { KernelFunction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { keySteps, multipliers, rounds } from "../../reference/philox.js";
import { type FunctionBuilder, I32x4, type I64x2, type Local, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { addressOf } from "./walk.js";

const wordsOfTurn = 16;
const bytesOfTurn = 4 * wordsOfTurn;
const nanosecondsOfWord = 3;

const parameters = {
  ...({ output: "i32", turns: "i32", blockLow: "i32", blockHigh: "i32" } as const),
  ...({ step: "i32", index: "i32", keyLow: "i32", keyHigh: "i32" } as const),
} as const;

/** The upper and the lower halves of four products. */
function emitProduct(f: FunctionBuilder, a: I32x4, factor: I32x4) {
  const low = f.local("i64x2", "low", a.timesLow(factor));
  const high = f.local("i64x2", "high", a.timesHigh(factor));
  const words = (of: readonly [number, number, number, number]) =>
    (low as I64x2).asF32x4().shuffle(high.asF32x4(), of).asI32x4();
  return { high: words([1, 3, 5, 7]), low: words([0, 2, 4, 6]) };
}

/** `run(…)`: sixteen words a turn, of four blocks from the one of that number on; `copy(to, from, bytes)`. */
function emitPhilox(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, p) => {
    const keysOf = (first: Local<I32x4>, step: number) => {
      const keys = [first];
      while (keys.length < rounds) keys.push(f.local("i32x4", "key", keys.at(-1)!.add(f.constant("i32x4", step))));
      return keys;
    };
    const low = keysOf(f.local("i32x4", "keyLow", I32x4.splat(p.keyLow)), keySteps[0]);
    const high = keysOf(f.local("i32x4", "keyHigh", I32x4.splat(p.keyHigh)), keySteps[1]);
    const first = f.local("i32x4", "first");
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => f.local("i32x4", name)) as [
      Local<I32x4>,
      Local<I32x4>,
      Local<I32x4>,
      Local<I32x4>,
    ];
    f.repeat(p.turns, () => {
      f.set(first, I32x4.splat(p.blockLow));
      f.set(a, first.add(I32x4.constant(0, 1, 2, 3)));
      // What went beyond 2³² is carried.
      f.set(b, I32x4.splat(p.blockHigh).subtract(a.below(first)));
      f.set(c, I32x4.splat(p.step));
      f.set(d, I32x4.splat(p.index));
      for (let round = 0; round < rounds; round += 1) {
        const [ofA, ofC] = [
          emitProduct(f, a, f.constant("i32x4", multipliers[0])),
          emitProduct(f, c, f.constant("i32x4", multipliers[1])),
        ];
        const next = [ofC.high.xor(b).xor(low[round]!), ofC.low, ofA.high.xor(d).xor(high[round]!), ofA.low].map(
          (own) => f.local("i32x4", "next", own),
        );
        for (const [at, own] of [a, b, c, d].entries()) f.set(own, next[at]!);
      }
      const pair = (x: I32x4, y: I32x4, of: readonly [number, number, number, number]) =>
        f.local("f32x4", "pair", x.asF32x4().shuffle(y.asF32x4(), of));
      for (const [half, of] of [[0, [0, 4, 1, 5]] as const, [1, [2, 6, 3, 7]] as const]) {
        const [left, right] = [pair(a, b, of), pair(c, d, of)];
        f.store(p.output, left.shuffle(right, [0, 1, 4, 5]), 32 * half);
        f.store(p.output, left.shuffle(right, [2, 3, 6, 7]), 32 * half + 16);
      }
      f.increase(p.output, bytesOfTurn);
      f.set(first, I32x4.splat(p.blockLow).add(f.constant("i32x4", 4)));
      f.set(p.blockHigh, p.blockHigh.subtract(first.below(f.constant("i32x4", 4)).lane(0)));
      f.increase(p.blockLow, 4);
    });
  });
  module.define("copy", { to: "i32", from: "i32", bytes: "i32" }, (f, { to, from, bytes }) => f.copy(to, from, bytes));
  return module;
}

const philoxInt32: KernelFunction<"philoxBits"> = (_, [output], { seed, step, index, offset }) => {
  const runtime = runtimeOf(output!);
  const kernel = runtime.kernel("philox", emitPhilox);
  const [count, to] = [numberOfElements(output!.shape), addressOf(output!)];
  const key = [seed | 0, Math.floor(seed / 2 ** 32)];
  const run = (address: number, turns: number, block: number): void => {
    const counter = [block | 0, Math.floor(block / 2 ** 32), step | 0, index | 0];
    runtime.call(kernel, "run", address, turns, ...counter, ...key);
  };
  const first = Math.floor(offset / 4);
  // Blocks begin before the first place at times, and the last turn ends behind the last.
  const before = offset % 4;
  const whole = before === 0 ? Math.floor(count / wordsOfTurn) : 0;
  runtime.spread(whole, whole * wordsOfTurn * nanosecondsOfWord, (begin, end) =>
    run(to + bytesOfTurn * begin, end - begin, first + 4 * begin),
  );
  const done = whole * wordsOfTurn;
  if (done === count) return;
  const turns = Math.ceil((before + count - done) / wordsOfTurn);
  runtime.withScratch(bytesOfTurn * turns, (scratch) => {
    runtime.spread(turns, turns * wordsOfTurn * nanosecondsOfWord, (begin, end) =>
      run(scratch + bytesOfTurn * begin, end - begin, first + 4 * (whole + begin)),
    );
    runtime.call(kernel, "copy", to + 4 * done, scratch + 4 * before, 4 * (count - done));
  });
};

export const philoxBits = { int32: philoxInt32 };
