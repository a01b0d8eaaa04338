// linspace and oneHot against the reference backend, bit for bit, also where threads share them.

import { seeded } from "@bernoulli/testing";
import { afterEach, expect, it } from "vitest";
import { integerBelow, layouts, onBoth, sample, testMemory } from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

it("linspace counts from both ends", () => {
  const random = seeded("linspace");
  for (const length of [2, 3, 4, 5, 9, 100, 70_001]) {
    const [start, end] = [Math.fround(random() * 20 - 10), Math.fround(random() * 20 - 10)] as const;
    const attributes = { start, end, step: Math.fround(Math.fround(end - start) / (length - 1)) };
    const outputs = [{ dtype: "float32", shape: [length] }] as const;
    const both = onBoth({ kernel: "linspace", dtype: "float32", inputs: [], attributes, outputs });
    expect(both.wasm).toEqual(both.reference);
  }
});

it("oneHot puts a one where the reference puts it", () => {
  const random = seeded("oneHot");
  for (const shape of [[], [1], [7], [3, 5], [20_000]])
    for (const layout of layouts) {
      const labels = sample(random, "int32", shape, layout, () => integerBelow(random, 6));
      const outputs = [{ dtype: "int32", shape: [...shape, 6] }] as const;
      const both = onBoth({
        kernel: "oneHot",
        dtype: "int32",
        inputs: [labels],
        attributes: { checks: "oneHot" },
        outputs,
      });
      expect(both.wasm).toEqual(both.reference);
    }
});
