// Loops over neighbouring vectors, some of them side by side, so that V8 can pair them where it does: ../simd.ts says how many.
// What is done with a vector is the callers' affair.

import type { FunctionBuilder } from "../assembler/index.js";

/** What each of the vectors that go side by side has of its own: locals, and what holds such. */
export function eachAbreast<T>(count: number, make: () => T): readonly T[] {
  return Array.from({ length: count }, make);
}

/**
 * Emits a loop over `count` vectors, `most` of them at a time, and the rest by themselves. `body` is as `abreast` wants it;
 * `advance`, told how many vectors are done, ends each turn.
 */
export function repeatAbreast(
  f: FunctionBuilder,
  count: number,
  most: number,
  body: (neighbour: number) => void,
  advance: (vectors: number) => void,
): void {
  const turn = (vectors: number) => () => {
    f.abreast(vectors, body);
    advance(vectors);
  };
  if (count >= most) f.repeat(Math.floor(count / most), turn(most));
  for (let rest = count % most; rest > 0; rest -= 1) turn(1)();
}

/** Emits `store(at)` for vectors 0 … count − 1, so many of which are stored side by side. */
export function storeAbreast(f: FunctionBuilder, count: number, most: number, store: (at: number) => void): void {
  for (let first = 0; first < count; first += most)
    f.abreast(Math.min(most, count - first), (neighbour) => store(first + neighbour));
}

/**
 * The same over so many floats: the last vector may be a part of one, of as many lanes as `body` is told, and goes by itself.
 * `advance` is told how many floats are done.
 */
export function repeatFloatsAbreast(
  f: FunctionBuilder,
  floats: number,
  most: number,
  body: (neighbour: number, lanes: number) => void,
  advance: (floats: number) => void,
): void {
  const whole = (neighbour: number) => body(neighbour, 4);
  repeatAbreast(f, Math.floor(floats / 4), most, whole, (vectors) => advance(4 * vectors));
  const rest = floats % 4;
  if (rest === 0) return;
  body(0, rest);
  advance(rest);
}
