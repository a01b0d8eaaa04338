// scanExtreme and searchSorted against the reference backend, bit for bit: every layout, equals, NaN, and nothing to search in.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  anyNumber,
  awkwardDouble,
  awkwardNumber,
  type Fill,
  integerBelow,
  layouts,
  onBoth,
  sample,
  sampleOf,
  testMemory,
} from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/search.test.ts");

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const dtypes = ["float32", "float64", "int32", "uint8"] as const;

describe.each(variants.of("dtypes", dtypes, String))("of %s", (dtype) => {
  const least = dtype === "uint8" ? 0 : -2;
  const few: Fill = (draw) => integerBelow(draw, 4) + least;
  const near: Fill = (draw) => 1 + integerBelow(draw, 3) * Number.EPSILON;
  const fills: readonly Fill[] = {
    float32: [awkwardNumber, few],
    float64: [awkwardDouble, few, near],
    int32: [anyNumber, few],
    uint8: [anyNumber, few],
  }[dtype];

  it("scanExtreme gives what the reference gives", () => {
    if (dtype === "uint8") return;
    const random = seeded(`scan extreme ${dtype}`);
    for (const shape of [[1], [7], [3, 5], [4, 1, 6], [2, 3, 4, 5], [2, 700], [40_000, 2]])
      for (const layout of layouts)
        for (const fill of fills)
          for (const which of ["max", "min"] as const) {
            const dim = integerBelow(random, shape.length);
            const both = onBoth({
              kernel: "scanExtreme",
              dtype,
              inputs: [sample(random, dtype, shape, layout, fill)],
              attributes: { dim, which },
              outputs: [
                { dtype, shape },
                { dtype: "int32", shape },
              ],
            });
            expect(both.wasm).toEqual(both.reference);
          }
  });

  it("searchSorted gives what the reference gives", () => {
    const random = seeded(`search ${dtype}`);
    for (const [rows, columns] of [
      [1, 1],
      [1, 40],
      [3, 7],
      [5, 9000],
    ] as const)
      for (const size of [0, 1, 2, 7, 64, 1000])
        for (const fill of fills)
          for (const right of [false, true]) {
            const shared = random() < 0.5;
            const sorted = Array.from({ length: shared ? 1 : rows }, () =>
              // NaN at the end, where sort puts them.
              [...Float64Array.from({ length: size }, () => fill(random, dtype)).sort()],
            );
            const both = onBoth({
              kernel: "searchSorted",
              dtype,
              inputs: [
                sampleOf(dtype, [sorted.length, size], sorted.flat()),
                sample(random, dtype, [rows, columns], layouts[integerBelow(random, 4)]!, fill),
              ],
              attributes: { right },
              outputs: [{ dtype: "int32", shape: [rows, columns] }],
            });
            expect(both.wasm).toEqual(both.reference);
          }
  });
});
variants.tell(it);
