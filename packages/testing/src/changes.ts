// Bytes with something wrong, for tests that readers refuse them in words or read them rightly.

import { seeded } from "./seeded.js";

const texts = ["{", "}", "(", ")", ",", ":", "'", '"', "0", "-1", "1e9", "9007199254740993", "\\u", "None", "\n"];
const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** A copy with one or two changes: bits, bytes, numbers, text, pieces left out, doubled or swapped, an end cut off. */
export function mutated(good: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  const below = (bound: number) => Math.floor(random() * bound);
  let bytes = new Uint8Array(good);
  const splice = (at: number, removed: number, added: Uint8Array) => {
    const result = new Uint8Array(bytes.length - Math.min(removed, bytes.length - at) + added.length);
    result.set(bytes.subarray(0, at));
    result.set(added, at);
    result.set(bytes.subarray(Math.min(at + removed, bytes.length)), at + added.length);
    bytes = result;
  };
  for (let change = below(2); change >= 0 && bytes.length > 0; change--) {
    // Headers stand at the beginning, an archive's directory at the end.
    const near = random();
    const at =
      near < 0.4
        ? below(Math.min(200, bytes.length))
        : near < 0.7
          ? bytes.length - 1 - below(Math.min(600, bytes.length))
          : below(bytes.length);
    const kind = below(8);
    if (kind === 0) bytes[at] = below(256);
    else if (kind === 1) bytes[at]! ^= 1 << below(8);
    else if (kind === 2) splice(at, 1 + below(8), new Uint8Array());
    else if (kind === 3) splice(at, 0, new TextEncoder().encode(texts[below(texts.length)]!));
    else if (kind === 4) splice(at, below(2) * 4, bytes.slice(at, at + 1 + below(16)));
    else if (kind === 5 && at + 4 <= bytes.length)
      new DataView(bytes.buffer).setUint32(at, numbers[below(numbers.length)]!, true);
    else if (kind === 6 && at + 2 <= bytes.length) new DataView(bytes.buffer).setUint16(at, numbers[below(7)]!, true);
    else if (kind === 7) bytes = bytes.slice(0, at);
  }
  return bytes;
}

/**
 * How many of so many changed files were refused by an error of this class. `attempt` changes a file by the numbers that it gets, reads it, and throws
 * where a wrong value came of it; so does this, with the seed, for whatever is not a refusal.
 */
export async function countRefused(
  name: string,
  {
    firstSeed,
    cases,
    refusal,
  }: { firstSeed: number; cases: number; refusal: abstract new (...given: never[]) => Error },
  attempt: (seed: number, random: () => number) => void | Promise<void>,
): Promise<number> {
  let refused = 0;
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    try {
      await attempt(seed, seeded(`${name} ${seed}`));
    } catch (error) {
      if (!(error instanceof refusal)) throw new Error(`${name}, seed ${seed}: ${String(error)}`, { cause: error });
      refused += 1;
    }
  }
  return refused;
}
