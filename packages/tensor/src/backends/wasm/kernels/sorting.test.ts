// sort against the reference backend, bit for bit: every dtype and layout, rows of all lengths, few of many, equals and NaN.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { anyNumber, awkwardNumber, type Fill, layouts, onBoth, sample, testMemory } from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/sorting.test.ts");

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

describe.each(variants.of("dtypes", ["float32", "float64", "int32", "uint8", "bool"] as const, String))(
  "sort of %s",
  (dtype) => {
    const random = seeded(`sort ${dtype}`);
    const ofWholeRange: Fill = (draw) => Math.floor((draw() * 2 - 1) * 2 ** 31);
    const awkward: Fill = (draw) => awkwardNumber(draw, "float32");
    const fills: readonly Fill[] = {
      float32: [awkward, (draw: () => number) => Math.fround((draw() * 2 - 1) ** 9)],
      // Of some the higher words are all the same, and of some the lower.
      float64: [awkward, (draw: () => number) => (draw() * 2 - 1) ** 9, (draw: () => number) => 1 + draw() * 2 ** -24],
      int32: [anyNumber, ofWholeRange],
      uint8: [anyNumber],
      bool: [anyNumber],
    }[dtype];

    it("gives what the reference gives", () => {
      for (const shape of [[1], [2], [31], [33], [3, 70, 2], [300, 2], [2, 5000], [3, 263], [1, 1, 3], [2, 3, 4, 5]])
        for (const layout of layouts)
          for (const fill of fills) {
            const dim = Math.floor(random() * shape.length);
            const descending = random() < 0.5;
            const size = shape[dim]!;
            const tenth = Math.ceil(size / 10);
            const middle = Math.floor((size - 1) / 2);
            for (const [first, count] of [
              [0, size],
              [0, 1],
              [0, tenth],
              [middle, 1],
              [size - tenth, tenth],
              [middle, size - middle],
              [Math.floor(random() * (size - tenth + 1)), tenth],
            ] as const) {
              const output = shape.with(dim, count);
              const both = onBoth({
                kernel: "sort",
                dtype,
                inputs: [sample(random, dtype, shape, layout, fill)],
                attributes: { dim, descending, first, count },
                outputs: [
                  { dtype, shape: output },
                  { dtype: "int32", shape: output },
                ],
              });
              expect(both.wasm).toEqual(both.reference);
            }
          }
    });
  },
);
variants.tell(it);
