// The pointwise kernels against the reference backend, over layouts, odd sizes, special values and in-place writes.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { DType } from "../../../dtype.js";
import type { KernelAttributes, KernelName } from "../../kernels.js";
import {
  awkwardNumber,
  integerBelow,
  type Layout,
  largestDifference,
  onBoth,
  sample,
  sampleOf,
  testMemory,
  ulp,
} from "../conformance.testing.js";

const layouts: readonly Layout[] = ["contiguous", "permuted", "stepped", "expanded"];
const shapes: readonly (readonly number[])[] = [
  [],
  [1],
  [3],
  [4],
  [17],
  [2, 5],
  [3, 1, 9],
  [2, 3, 4, 5],
  [5, 2, 3, 2, 3],
];

interface Case<K extends KernelName = KernelName> {
  readonly kernel: K;
  readonly attributes?: KernelAttributes[K];
  readonly inputs: (dtype: DType) => readonly DType[];
  readonly output?: DType;
  readonly dtypes: readonly DType[];
  /** The error allowed, in ulps of the result. Default: none. */
  readonly ulps?: number;
  readonly inPlace?: boolean;
}

const same = (count: number) => (dtype: DType) => new Array<DType>(count).fill(dtype);
const elementTypes: readonly DType[] = ["float32", "int32", "uint8", "bool"];

const cases: readonly Case[] = [
  { kernel: "add", attributes: { alpha: -0.5 }, inputs: same(2), dtypes: ["float32"], ulps: 1, inPlace: true },
  { kernel: "add", attributes: { alpha: -3 }, inputs: same(2), dtypes: ["int32"], inPlace: true },
  { kernel: "add", attributes: { alpha: 1 }, inputs: same(2), dtypes: ["float32"], inPlace: true },
  { kernel: "mul", inputs: same(2), dtypes: ["float32", "int32"], inPlace: true },
  { kernel: "div", inputs: same(2), dtypes: ["float32"], inPlace: true },
  { kernel: "neg", inputs: same(1), dtypes: ["float32", "int32"], inPlace: true },
  { kernel: "sqrt", inputs: same(1), dtypes: ["float32"], inPlace: true },
  { kernel: "exp", inputs: same(1), dtypes: ["float32"], ulps: 1.5, inPlace: true },
  { kernel: "log", inputs: same(1), dtypes: ["float32"], ulps: 1.5, inPlace: true },
  { kernel: "relu", inputs: same(1), dtypes: ["float32", "int32"], inPlace: true },
  { kernel: "reluBackward", inputs: same(2), dtypes: ["float32"], inPlace: true },
  ...(["eq", "ne", "lt", "le", "gt", "ge"] as const).map(
    (kernel): Case => ({ kernel, inputs: same(2), output: "bool", dtypes: elementTypes }),
  ),
  { kernel: "where", inputs: (dtype) => ["bool", dtype, dtype], dtypes: elementTypes },
  {
    kernel: "maskedScale",
    attributes: { scale: 1.25 },
    inputs: () => ["float32", "bool"],
    dtypes: ["float32"],
    inPlace: true,
  },
  { kernel: "fill", attributes: { value: 3 }, inputs: () => [], dtypes: elementTypes },
];

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

describe.each(cases)("$kernel", ({ kernel, attributes = {}, inputs, output, dtypes, ulps = 0, inPlace = false }) => {
  it.each(dtypes)("%s agrees with the reference over all layouts", (dtype) => {
    const random = seeded(1);
    for (const shape of shapes) {
      for (const layout of layouts) {
        const given = inputs(dtype).map((type) => {
          const own = random() < 0.5 ? layout : (layouts[integerBelow(random, layouts.length)] as Layout);
          return sample(random, type, shape, own, awkwardNumber);
        });
        const run = { kernel, dtype, inputs: given, attributes: attributes as never };
        const fresh = onBoth({ ...run, outputs: [{ dtype: output ?? dtype, shape }] });
        expect(largestDifference(fresh.wasm, fresh.reference, ulp)).toBeLessThanOrEqual(ulps);
        if (!inPlace || layout === "expanded") continue;
        const [first, ...rest] = given;
        const target = { ...(first as (typeof given)[0]), ...sample(random, dtype, shape, layout, awkwardNumber) };
        const overwritten = onBoth({ ...run, inputs: [target, ...rest], outputs: "inPlace" });
        expect(largestDifference(overwritten.wasm, overwritten.reference, ulp)).toBeLessThanOrEqual(ulps);
      }
    }
  });
});

describe.each(["addcmul", "addcdiv"] as const)("%s", (kernel) => {
  it("agrees with the reference to rounding, in place too", () => {
    const random = seeded(5);
    for (const shape of shapes) {
      for (const layout of ["contiguous", "permuted", "stepped"] as const) {
        // Away from zero, so that neither the quotient nor a cancellation enlarges the rounding.
        const inputs = [0, 1, 2].map(() => sample(random, "float32", shape, layout, (next) => Math.fround(1 + next())));
        const run = { kernel, dtype: "float32" as const, inputs, attributes: { value: 0.3 } };
        for (const outputs of ["inPlace", [{ dtype: "float32", shape }]] as const) {
          const both = onBoth({ ...run, outputs });
          expect(largestDifference(both.wasm, both.reference, ulp)).toBeLessThanOrEqual(3);
        }
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

describe("exp and log", () => {
  const over = (kernel: "exp" | "log", values: readonly number[]) => {
    const shape = [values.length];
    const { wasm, reference } = onBoth({
      kernel,
      dtype: "float32",
      inputs: [sampleOf("float32", shape, values.map(Math.fround))],
      attributes: {},
      outputs: [{ dtype: "float32", shape }],
    });
    return { results: wasm[0] as number[], difference: largestDifference(wasm, reference, ulp) };
  };

  it("are within 1.5 ulp over their whole range, subnormal results and arguments included", () => {
    const steps = Array.from({ length: 20001 }, (_, i) => i / 20000);
    expect(
      over(
        "exp",
        steps.map((t) => -104 + 193 * t),
      ).difference,
    ).toBeLessThan(1.5);
    expect(
      over(
        "log",
        steps.map((t) => 2 ** (-149 + 276 * t)),
      ).difference,
    ).toBeLessThan(1.5);
    expect(
      over(
        "log",
        steps.map((t) => 0.9 + 0.2 * t),
      ).difference,
    ).toBeLessThan(1.5);
  });

  it("take special values to special values", () => {
    const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number;
    expect(over("exp", [nan, inf, minusInf, 0, -0, 200, -200]).results).toEqual([nan, inf, 0, 1, 1, inf, 0]);
    expect(over("log", [nan, inf, minusInf, 0, -0, 1, -1]).results).toEqual([
      nan,
      inf,
      nan,
      minusInf,
      minusInf,
      0,
      nan,
    ]);
  });
});
