// linspace and oneHot against the reference backend, bit for bit, also where threads share them.

import { seeded } from "@bernoulli/testing";
import { afterEach, expect, it } from "vitest";
import { integerBelow, layouts, onBoth, sample, testMemory } from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

it.each(["float32", "float64"] as const)(
  "linspace of %s counts from both ends, whose zeros keep their signs",
  (dtype) => {
    const random = seeded("linspace");
    const stored = (value: number) => (dtype === "float32" ? Math.fround(value) : value);
    for (const length of [1, 2, 3, 4, 5, 9, 100, 70_001])
      for (const zero of [1, 0, -0]) {
        // A zero for an end, then for both, then for neither.
        const start = stored(length % 2 === 0 ? random() * 20 - 10 : zero * 3);
        const end = stored(zero === 1 ? random() * 20 - 10 : zero);
        const attributes = { start, end, step: stored(stored(end - start) / Math.max(1, length - 1)) };
        const both = onBoth({
          kernel: "linspace",
          dtype,
          inputs: [],
          attributes,
          outputs: [{ dtype, shape: [length] }],
        });
        expect(both.wasm).toEqual(both.reference);
      }
  },
);

it.each(["float32", "float64", "int32", "uint8"] as const)(
  "arange of %s begins with the zero that it is given",
  (dtype) => {
    for (const start of [-0, 0, -4])
      for (const step of [-1, 2, 0.5])
        for (const length of [1, 3, 15, 16, 40, 9000]) {
          const whole = dtype === "int32" || dtype === "uint8";
          const attributes = { start, step: whole ? Math.ceil(step) : step };
          const both = onBoth({
            kernel: "arange",
            dtype,
            inputs: [],
            attributes,
            outputs: [{ dtype, shape: [length] }],
          });
          expect(both.wasm).toEqual(both.reference);
        }
  },
);

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
