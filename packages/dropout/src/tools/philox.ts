// Philox: masks by counter, so that the mask of an element depends on the seed and on its place alone, whatever the batch's size, and
// whoever draws which part. PyTorch's CPU masks, which are a stream, are @bernoulli/nn's.

import {
  ArgumentError,
  checkOptions,
  type NoiseRequest,
  philoxBits,
  type Shape,
  type Tensor,
  tensor,
  where,
  zeros,
} from "@bernoulli/tensor";
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
  const words = new Uint32Array(4);
  const [a, b, c, d] = counter.map((word) => word >>> 0) as [number, number, number, number];
  write(words, 0, a, b, c, d, key[0] >>> 0, key[1] >>> 0);
  return [...words] as [number, number, number, number];
}

/** Writes a block's four words; all numbers are whole ones below 2^32. Without arrays, which would be most of the time. */
function write(
  words: Uint32Array,
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  first: number,
  second: number,
): void {
  for (let round = 0; round < 10; round++) {
    const [highA, highC] = [highOf(0xd2511f53, a), highOf(0xcd9e8d57, c)];
    const [lowA, lowC] = [Math.imul(0xd2511f53, a), Math.imul(0xcd9e8d57, c)];
    a = (highC ^ b ^ first) >>> 0;
    b = lowC >>> 0;
    c = (highA ^ d ^ second) >>> 0;
    d = lowA >>> 0;
    first = (first + 0x9e3779b9) >>> 0;
    second = (second + 0xbb67ae85) >>> 0;
  }
  words[at] = a;
  words[at + 1] = b;
  words[at + 2] = c;
  words[at + 3] = d;
}

/** The upper 32 bits of a product. Each sum is below 2^49, so that doubles hold it. */
const highOf = (x: number, y: number): number =>
  Math.floor((x * (y >>> 16) + Math.floor((x * (y & 0xffff)) / 65536)) / 65536);

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
  const scale = p === 1 ? 0 : 1 / (1 - p);
  // An element is dropped where its word, of 32 bits without a sign, is below so many.
  const bound = Math.ceil(p * 2 ** 32);
  if (bound === 2 ** 32) return zeros(shape);
  const words = philoxBits(shape, { seed, step, index, offset });
  // Integers have signs here: moved by half of them, words keep their order.
  return where(words.bitwiseXor(-(2 ** 31)).lt(bound - 2 ** 31), 0, scale);
}

/** Where an element's words are: see {@link PhiloxMaskOptions}. */
type Place = Readonly<Record<"seed" | "step" | "index" | "offset", number>>;

/** Noise by counter, as {@link philoxMask}'s masks: a word an element, and of normal numbers two, by Box and Muller. */
export function philoxNoise({ shape, dtype, device, distribution }: NoiseRequest, place: Place): Tensor {
  const count = shape.reduce((all, size) => all * size, 1);
  const { name } = distribution;
  const isNormal = name === "normal";
  const words = isNormal ? philoxWords(2 * count, { ...place, offset: 2 * place.offset }) : philoxWords(count, place);
  const values = new Float64Array(count);
  const given = name === "bernoulli" ? distribution.probabilities.contiguous().toTypedArray() : null;
  for (let at = 0; at < count; at++)
    if (isNormal) {
      // From (0, 1], so that the logarithm is finite.
      const radius = Math.sqrt(-2 * Math.log((words[2 * at]! + 1) / 2 ** 32));
      values[at] = radius * Math.cos((2 * Math.PI * words[2 * at + 1]!) / 2 ** 32);
    } else if (name === "bernoulli") values[at] = words[at]! / 2 ** 32 < given![at]! ? 1 : 0;
    else {
      const { from, to } = distribution;
      // Of 24 bits, which float32 holds: so it is never rounded up to `to`.
      const share = (words[at]! >>> 8) / 2 ** 24;
      values[at] = name === "integers" ? from + Math.floor(share * (to - from)) : from + share * (to - from);
    }
  return tensor(values, { dtype, device }).reshape(shape);
}

/** The words at `count` places, `offset` on. */
function philoxWords(count: number, place: Place): Uint32Array {
  return Uint32Array.from(philoxBits([count], place).toTypedArray());
}
