// max and min along a dimension, with their places, against the reference backend.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  anyInteger,
  awkwardNumber,
  type Fill,
  integerBelow,
  layouts,
  onBoth,
  sample,
  testMemory,
} from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/extremes.test.ts");

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

describe.each(["max", "min"] as const)("%s", (kernel) => {
  it.each(["float32", "float64", "int32", "uint8", "bool"] as const)(
    "of %s finds the first of equals and the first NaN, in every layout",
    (dtype) => {
      const random = seeded(3);
      for (const shape of [[7], [3, 5], [2, 4, 3]]) {
        for (let dim = 0; dim < shape.length; dim += 1) {
          for (const layout of layouts) {
            const few: Fill = (next) =>
              (dtype === "float32" || dtype === "float64") && next() < 0.2
                ? Number.NaN
                : integerBelow(next, dtype === "bool" ? 2 : 4);
            for (const fill of [few, anyInteger]) {
              const input = sample(random, dtype, shape, layout, fill);
              const reduced = shape.filter((_, other) => other !== dim);
              const outputs = [
                { dtype, shape: reduced },
                { dtype: "int32", shape: reduced },
              ] as const;
              const both = onBoth({ kernel, dtype, inputs: [input], attributes: { dim }, outputs });
              expect(both.wasm).toEqual(both.reference);
            }
          }
        }
      }
    },
  );
});

describe.each(["max", "min"] as const)("%s of rows", (kernel) => {
  it("finds the first of equals, of zeros by its sign, and the first NaN, wherever it stands", () => {
    const random = seeded(7);
    for (let size = 1; size <= 70; size += 1) {
      const shape = [6, size];
      // Rows without a NaN, with some, and of nothing but zeros of both signs.
      for (const chance of [0, 1 / size, 1]) {
        const fill: Fill = (next) => {
          if (chance < 1) return next() < chance ? Number.NaN : awkwardNumber(next, "float32");
          return next() < 0.5 ? 0 : -0;
        };
        const input = sample(random, "float32", shape, "contiguous", fill);
        const outputs = [
          { dtype: "float32", shape: [6] },
          { dtype: "int32", shape: [6] },
        ] as const;
        const both = onBoth({ kernel, dtype: "float32", inputs: [input], attributes: { dim: 1 }, outputs });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });
});

describe.each(["max", "min"] as const)("%s of many", (kernel) => {
  const sizes = [
    ["float32", [1, 70_001], 1],
    ["float32", [3, 30_000], 1],
    ["float64", [1, 70_001], 1],
    ["int32", [2, 40_000], 1],
    ["float32", [9000], 0],
    ["float32", [70, 301], 0],
    ["float32", [2, 5, 23], 1],
  ] as const;
  it.each(variants.of(`${kernel} of many`, sizes, String))(
    "of %s, %j along %i, finds the first of equals and the first NaN",
    (dtype, shape, dim) => {
      const random = seeded(`${kernel} of many`);
      const fills: readonly Fill[] = [
        (next) => awkwardNumber(next, dtype),
        (next) => Math.trunc(next() * 50),
        // One NaN or none, somewhere.
        (next) => (dtype !== "int32" && next() < 2 / 70_000 ? Number.NaN : Math.trunc(next() * 2 ** 22)),
        (next) => (next() < 0.5 ? 0 : -0),
        (next) => -1 - Math.trunc(next() * 9),
      ];
      for (const fill of fills) {
        const inputs = [sample(random, dtype, shape, "contiguous", fill)];
        const reduced = shape.filter((_, at) => at !== dim);
        const outputs = [
          { dtype, shape: reduced },
          { dtype: "int32", shape: reduced },
        ] as const;
        const both = onBoth({ kernel, dtype, inputs, attributes: { dim }, outputs });
        expect(both.wasm).toEqual(both.reference);
      }
    },
  );
});

variants.tell(it);
