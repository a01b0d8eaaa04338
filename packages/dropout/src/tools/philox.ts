// Philox: masks by counter, so that the mask of an element depends on the seed and on its place alone, whatever the batch's size, and
// whoever draws which part. PyTorch's CPU masks, which are a stream, are @bernoulli/nn's.

import { ArgumentError, checkOptions, type Shape, type Tensor, tensor } from "@bernoulli/tensor";
import { checkRate } from "../drawing.js";

/**
 * Philox4x32-10: four words of 32 bits for a counter of four and a key of two.
 * See Salmon et al., SC 2011 (https://doi.org/10.1145/2063384.2063405).
 *
 * @example
 * ```ts
 * import { philox } from "@bernoulli/dropout";
 * philox([0, 0, 0, 0], [0, 0]).map((word) => word.toString(16)); // → ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"]
 * ```
 */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  let [a, b, c, d] = counter.map((word) => word >>> 0) as [number, number, number, number];
  let [first, second] = key.map((word) => word >>> 0) as [number, number];
  for (let round = 0; round < 10; round++) {
    const [highA, lowA] = wideProduct(0xd2511f53, a);
    const [highC, lowC] = wideProduct(0xcd9e8d57, c);
    [a, b, c, d] = [(highC ^ b ^ first) >>> 0, lowC, (highA ^ d ^ second) >>> 0, lowA];
    first = (first + 0x9e3779b9) >>> 0;
    second = (second + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** The upper and lower 32 bits of a product. */
function wideProduct(x: number, y: number): [high: number, low: number] {
  const [xHigh, xLow, yHigh, yLow] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff];
  const low = xLow * yLow;
  const middle = xHigh * yLow + (low >>> 16);
  const other = xLow * yHigh + (middle & 0xffff);
  // Each term is below 2^32, and the whole fits 53 bits.
  const high = xHigh * yHigh + Math.floor(middle / 65536) + Math.floor(other / 65536);
  return [high >>> 0, Math.imul(x, y) >>> 0];
}

export interface PhiloxMaskOptions {
  /** The probability that an element is DROPPED. Default 0.5. */
  readonly p?: number;
  /** Whose mask: a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Which of the seed's steps: a whole number below 2^32. Default 0. */
  readonly step?: number;
  /** Which of a step's masks: a whole number below 2^32. Default 0. */
  readonly index?: number;
  /** The place of the first element in the whole of which this is a part: rows before it times their length. Default 0. */
  readonly offset?: number;
}

/**
 * A mask of elements 1/(1 − p) or 0, each by its place: `offset` on. What is masked in parts, or in batches of other sizes, gets the same
 * mask as the whole. Multiply by it. Shape: `shape`, float32.
 * See Salmon et al., SC 2011.
 *
 * @throws ArgumentError if p is outside [0, 1], or a number is no whole one.
 * @example
 * ```ts
 * import { philoxMask } from "@bernoulli/dropout";
 * const whole = philoxMask([4, 3], { p: 0.5, seed: 7 });
 * const half = philoxMask([2, 3], { p: 0.5, seed: 7, offset: 6 });
 * whole.narrow(0, 2, 2).equal(half); // → true
 * ```
 */
export function philoxMask(shape: Shape, options: PhiloxMaskOptions): Tensor {
  checkOptions("philoxMask", options, {
    p: "number",
    seed: "number",
    step: "number",
    index: "number",
    offset: "number",
  });
  const { p = 0.5, seed, step = 0, index = 0, offset = 0 } = options;
  checkRate("philoxMask", p);
  for (const [name, value] of Object.entries({ seed, step, index, offset })) {
    const most = name === "step" || name === "index" ? 2 ** 32 - 1 : Number.MAX_SAFE_INTEGER;
    if (!Number.isSafeInteger(value) || value < 0 || value > most)
      throw new ArgumentError(`philoxMask: ${name} must be a whole number from 0 to ${most}, but got ${String(value)}`);
  }
  const count = shape.reduce((all, size) => all * size, 1);
  const values = new Float32Array(count);
  const scale = p === 1 ? 0 : 1 / (1 - p);
  const split = (value: number): [number, number] => [value % 2 ** 32, Math.floor(value / 2 ** 32)];
  const key = split(seed);
  // An element is dropped where its word, of 32 bits, is below p · 2^32.
  const bound = p * 2 ** 32;
  let block = Number.NaN;
  let words: readonly number[] = [];
  for (let at = 0; at < count; at++) {
    const place = offset + at;
    const own = Math.floor(place / 4);
    if (own !== block) {
      block = own;
      words = philox([...split(own), step, index], key);
    }
    values[at] = words[place % 4]! < bound ? 0 : scale;
  }
  return tensor(values).reshape(shape);
}
