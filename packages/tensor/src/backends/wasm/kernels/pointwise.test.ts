// fill, copy and what lays tensors out anew against the reference backend. Formulas are formulas.test.ts's.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { DType } from "../../../tensor/dtype.js";
import { type Layout, layouts, onBoth, sample, shapes, testMemory } from "../conformance.testing.js";

const elementTypes: readonly DType[] = ["float32", "int32", "uint8", "bool"];

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

describe("fill", () => {
  it.each(elementTypes)("fills a tensor of %s", (dtype) => {
    for (const shape of shapes) {
      const both = onBoth({ kernel: "fill", dtype, inputs: [], attributes: { value: 3 }, outputs: [{ dtype, shape }] });
      expect(both.wasm).toEqual(both.reference);
    }
  });
});

describe("arange", () => {
  it.each(["float32", "int32", "uint8"] as const)("counts in %s as the reference does", (dtype) => {
    const random = seeded("arange");
    for (const size of [1, 2, 3, 4, 5, 1023, 4097, 50_001]) {
      for (const whole of [true, dtype !== "float32"]) {
        const [start, step] = [random() * 2000 - 1000, random() * 2 ** 20 - 2 ** 19];
        const attributes = whole ? { start: Math.trunc(start), step: Math.trunc(step) } : { start, step: step * 1e-7 };
        const both = onBoth({ kernel: "arange", dtype, inputs: [], attributes, outputs: [{ dtype, shape: [size] }] });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });
});

describe("copy", () => {
  it("converts every dtype into every other", () => {
    const random = seeded(2);
    for (const from of elementTypes) {
      for (const to of [...elementTypes, "float64" as const]) {
        for (const layout of layouts) {
          const input = sample(random, from, [3, 2, 7], layout);
          const both = onBoth({
            kernel: "copy",
            dtype: from,
            inputs: [input],
            attributes: {},
            outputs: [{ dtype: to, shape: [3, 2, 7] }],
          });
          // A negative float has no byte of its own: PyTorch leaves it to the machine.
          if (from === "float32" && to === "uint8") continue;
          expect(both.wasm).toEqual(both.reference);
        }
      }
    }
  });
});

describe("cat and embed", () => {
  it("lay inputs of any layout side by side", () => {
    const random = seeded(3);
    const inputs = [
      [2, 3, 4],
      [2, 0, 4],
      [2, 5, 4],
    ].map((shape, i) => sample(random, "float32", shape, layouts[i] as Layout));
    const both = onBoth({
      kernel: "cat",
      dtype: "float32",
      inputs,
      attributes: { dim: 1 },
      outputs: [{ dtype: "float32", shape: [2, 8, 4] }],
    });
    expect(both.wasm).toEqual(both.reference);
  });

  it("write a slice's gradient into zeros", () => {
    const input = sample(seeded(4), "float32", [2, 3, 4], "permuted");
    const both = onBoth({
      kernel: "embed",
      dtype: "float32",
      inputs: [input],
      attributes: { dim: 1, start: 1, step: 2 },
      outputs: [{ dtype: "float32", shape: [2, 7, 4] }],
    });
    expect(both.wasm).toEqual(both.reference);
  });
});
