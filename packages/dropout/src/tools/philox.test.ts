// Masks by counter: the published words, parts of a whole, and how often they drop.

import { philoxBits } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import * as dropouts from "../index.js";

describe("philox", () => {
  it("gives Random123's known answers", () => {
    const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0"));
    const all = 0xffffffff;
    expect(hex(dropouts.philox([0, 0, 0, 0], [0, 0]))).toEqual(["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"]);
    expect(hex(dropouts.philox([all, all, all, all], [all, all]))).toEqual([
      "408f276d",
      "41c83b0e",
      "a20bc7c6",
      "6d5451fd",
    ]);
    const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;
    expect(hex(dropouts.philox(pi, [0xa4093822, 0x299f31d0]))).toEqual([
      "d16cfe09",
      "94fdcceb",
      "5001e420",
      "24126ea1",
    ]);
  });

  it("has the words of the kernel, threads and parts of vectors or not", () => {
    for (const [count, offset, step] of [
      [40_003, 2 ** 34 - 101, 2 ** 32 - 1],
      [4096, 8, 0],
      [5, 2, 1],
    ] as const) {
      const seed = 2 ** 40 + 12_345;
      const words = philoxBits([count], { seed, step, index: 6, offset }).toTypedArray();
      const blocks = new Map<number, readonly number[]>();
      const expected = Int32Array.from({ length: count }, (_, at) => {
        const block = Math.floor((offset + at) / 4);
        if (!blocks.has(block))
          blocks.set(
            block,
            dropouts.philox([block, Math.floor(block / 2 ** 32), step, 6], [seed, Math.floor(seed / 2 ** 32)]),
          );
        return blocks.get(block)![(offset + at) % 4]! | 0;
      });
      expect(words).toEqual(expected);
    }
  });

  it("drops whose word is below p, and all where p is 1", () => {
    const [shape, place] = [[1001], { seed: 3, step: 1, offset: 2 }] as const;
    const words = Uint32Array.from(philoxBits(shape, place).toTypedArray());
    for (const p of [0, 1e-9, 0.3, 0.5, words[7]! / 2 ** 32, 1 - 2 ** -33, 1 - 2 ** -53, 1])
      expect([...dropouts.philoxMask(shape, { p, ...place }).toTypedArray()]).toEqual(
        [...words].map((word) => (word < p * 2 ** 32 ? 0 : Math.fround(1 / (1 - p)))),
      );
  });

  it("masks a part as it masks the whole, whatever the parts, beyond 2^32 elements too", () => {
    for (const base of [0, 3, 2 ** 32 - 5, 2 ** 40 + 1]) {
      const whole = dropouts.philoxMask([7, 5], { p: 0.3, seed: 11, step: 2, offset: base }).toArray() as number[][];
      for (const rows of [1, 2, 3, 7])
        for (let at = 0; at < 7; at += rows) {
          const part = dropouts.philoxMask([Math.min(rows, 7 - at), 5], {
            ...{ p: 0.3, seed: 11, step: 2 },
            offset: base + 5 * at,
          });
          expect(part.toArray()).toEqual(whole.slice(at, at + rows));
        }
    }
  });

  it("drops the share p, differently for each seed and step", () => {
    const mask = (seed: number, step: number) =>
      [...dropouts.philoxMask([20_000], { p: 0.25, seed, step }).toTypedArray()] as number[];
    const masks = [mask(0, 0), mask(1, 0), mask(0, 1), mask(2 ** 33, 0)];
    for (const one of masks) {
      const zeros = one.filter((value) => value === 0).length / one.length;
      expect(Math.abs(zeros - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / one.length));
      for (const other of masks)
        if (other !== one) {
          const both = one.filter((value, at) => value === 0 && other[at] === 0).length / one.length;
          expect(Math.abs(both - 0.0625)).toBeLessThan(5 * Math.sqrt((0.0625 * 0.9375) / one.length));
        }
    }
  });
});
