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

it.each(["int32", "uint8"] as const)("linspace of %s is cut off", (dtype) => {
  const random = seeded("cut");
  const most = dtype === "int32" ? 2 ** 31 : 256;
  for (const length of [1, 2, 3, 4, 9, 100, 70_001])
    for (let round = 0; round < 20; round++) {
      const end = () => Math.floor(random() * most) * (dtype === "int32" && random() < 0.5 ? -1 : 1);
      const [start, last] = [end(), end()];
      const attributes = { start, end: last, step: (last - start) / Math.max(1, length - 1) };
      const both = onBoth({ kernel: "linspace", dtype, inputs: [], attributes, outputs: [{ dtype, shape: [length] }] });
      expect(both.wasm).toEqual(both.reference);
    }
});

it("linspace and arange of floats round where the reference does", () => {
  const random = seeded("ties");
  const number = () => Math.fround((random() - 0.5) * 2 ** Math.floor(random() * 100 - 50));
  for (let round = 0; round < 400; round++) {
    const [start, end, length] = [number(), random() < 0.1 ? 0 : number(), 2 + integerBelow(random, 60)];
    const apart = Math.fround(Math.fround(end - start) / (length - 1));
    const outputs = [{ dtype: "float32", shape: [length] }] as const;
    const given = { dtype: "float32", inputs: [], outputs } as const;
    const spaced = onBoth({ ...given, kernel: "linspace", attributes: { start, end, step: apart } });
    expect(spaced.wasm).toEqual(spaced.reference);
    const counted = onBoth({ ...given, kernel: "arange", attributes: { start, step: (end - start) / length } });
    expect(counted.wasm).toEqual(counted.reference);
  }
});

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
