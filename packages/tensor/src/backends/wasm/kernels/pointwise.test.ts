// fill, copy and what lays tensors out anew against the reference backend. Formulas are formulas.test.ts's.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { DType } from "../../../tensor/dtype.js";
import {
  awkwardNumber,
  type Fill,
  integerBelow,
  type Layout,
  layouts,
  onBoth,
  sample,
  sampleOf,
  shapes,
  testMemory,
} from "../conformance.testing.js";

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
  it.each(["float32", "float64", "int32", "uint8"] as const)("counts in %s as the reference does", (dtype) => {
    const random = seeded("arange");
    for (const size of [1, 2, 3, 4, 5, 1023, 4097, 50_001]) {
      for (const whole of [true, dtype === "int32" || dtype === "uint8"]) {
        const [start, step] = [random() * 2000 - 1000, random() * 2 ** 20 - 2 ** 19];
        const attributes = whole ? { start: Math.trunc(start), step: Math.trunc(step) } : { start, step: step * 1e-7 };
        const both = onBoth({ kernel: "arange", dtype, inputs: [], attributes, outputs: [{ dtype, shape: [size] }] });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });
});

describe("linspace", () => {
  it.each(["float32", "float64"] as const)("divides in %s as the reference does", (dtype) => {
    const random = seeded("linspace");
    for (const size of [1, 2, 3, 6, 1023, 4097, 50_001])
      for (const scale of [1, 1e-7, 1e12]) {
        const [start, end] = [(random() - 0.5) * scale, (random() - 0.5) * scale];
        const attributes = { start, end, step: (end - start) / Math.max(1, size - 1) };
        const outputs = [{ dtype, shape: [size] }];
        const both = onBoth({ kernel: "linspace", dtype, inputs: [], attributes, outputs });
        expect(both.wasm).toEqual(both.reference);
      }
  });
});

describe.each(["floor", "trunc"] as const)("div, %s", (rounding) => {
  const attributes = { rounding, op: "div" };

  it.each(["float32", "int32", "uint8"] as const)("of %s is the reference's, bit for bit", (dtype) => {
    const random = seeded(`${rounding} ${dtype}`);
    const divisor: Fill = (next) => awkwardNumber(next, dtype) || 3;
    for (const shape of shapes) {
      for (const layout of layouts) {
        const inputs = [
          sample(random, dtype, shape, layout, awkwardNumber),
          sample(random, dtype, shape, layout, divisor),
        ];
        const both = onBoth({ kernel: "divRounded", dtype, inputs, attributes, outputs: [{ dtype, shape }] });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });

  it("of floats of all sizes, and of products and their neighbours", () => {
    const random = seeded(`products ${rounding}`);
    const near = (value: number) => Math.fround(value * (1 + (integerBelow(random, 5) - 2) * 2 ** -23));
    const special = [
      0,
      -0,
      1,
      -1,
      3e38,
      -3e38,
      1e-45,
      -1e-45,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ];
    const pairs = Array.from({ length: 60_000 }, (): readonly [number, number] => {
      const b = Math.fround((random() - 0.5) * 2 ** (random() * 60 - 30));
      const whole = integerBelow(random, 2 ** integerBelow(random, 40));
      return [random() < 0.5 ? near(b * whole * (random() < 0.5 ? 1 : -1)) : Math.fround(random() * 1e3), b];
    });
    for (const a of special) for (const b of [...special, 0.3, -7]) pairs.push([a, b], [b, a]);
    const shape = [pairs.length];
    const inputs = [0, 1].map((at) =>
      sampleOf(
        "float32",
        shape,
        pairs.map((pair) => pair[at]!),
      ),
    );
    const dtype = "float32";
    const { wasm, reference } = onBoth({
      kernel: "divRounded",
      dtype,
      inputs,
      attributes,
      outputs: [{ dtype, shape }],
    });
    const at = wasm[0]!.findIndex((value, index) => !Object.is(value, reference[0]![index]));
    expect([at, pairs[at], wasm[0]![at], reference[0]![at]]).toEqual([-1, undefined, undefined, undefined]);
  });

  it("of integers at their ends, and refuses zeros before anything is written", () => {
    const shape = [5];
    const dtype = "int32";
    const least = -(2 ** 31);
    const a = sampleOf(dtype, shape, [least, least, 2 ** 31 - 1, -7, 7]);
    const run = (divisors: readonly number[]) =>
      onBoth({
        kernel: "divRounded",
        dtype,
        inputs: [a, sampleOf(dtype, shape, divisors)],
        attributes,
        outputs: "inPlace",
      });
    for (const divisors of [
      [-1, 3, -2, 2, -2],
      [1, least, least, 3, 3],
    ]) {
      const { wasm, reference } = run(divisors);
      expect(wasm).toEqual(reference);
    }
    expect(() => run([1, 1, 1, 1, 0])).toThrow("ZeroDivisionError");
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
      attributes: { strides: [28, 8, 1], start: 4 },
      outputs: [{ dtype: "float32", shape: [2, 7, 4] }],
    });
    expect(both.wasm).toEqual(both.reference);
  });
});
