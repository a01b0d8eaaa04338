// scan and recurrence against the reference backend, bit for bit: every layout and dimension, and integers that do not fit. Scans of
// logarithms to the last bit of float32.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { DTypeError } from "../../../checks/errors.js";
import {
  anyNumber,
  awkwardDouble,
  awkwardNumber,
  type Fill,
  largestDifference,
  layouts,
  onBoth,
  sample,
  testMemory,
  ulp,
} from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const shapes = [[1], [7], [3, 5], [4, 1, 6], [2, 3, 4, 5], [2, 700]];

/** What can be multiplied as often as there are elements. */
const sign = (random: () => number) => Math.floor(random() * 3) - 1;

describe.each(["float32", "float64", "int32"] as const)("scan of %s", (dtype) => {
  it("gives what the reference gives", () => {
    const random = seeded(`scan ${dtype}`);
    for (const shape of shapes)
      for (const layout of layouts)
        for (const by of ["sum", "product"] as const)
          for (const last of [false, true]) {
            const dim = Math.floor(random() * shape.length);
            const fill = { float32: awkwardNumber, float64: awkwardDouble, int32: by === "sum" ? anyNumber : sign }[
              dtype
            ];
            const both = onBoth({
              kernel: "scan",
              dtype,
              inputs: [sample(random, dtype, shape, layout, fill)],
              attributes: { dim, by, last, op: "scan" },
              outputs: [{ dtype, shape: last ? shape.with(dim, 1) : shape }],
            });
            expect(both.wasm).toEqual(both.reference);
          }
  });
});

it("scan refuses integers that do not fit, and only what is given", () => {
  const random = seeded("scan");
  const of = (elements: readonly number[], by: "sum" | "product", last: boolean) => () => {
    let at = 0;
    const input = sample(random, "int32", [elements.length], "contiguous", () => elements[at++ % elements.length]!);
    const own = { ...input, offset: 0, elements };
    const attributes = { dim: 0, by, last, op: "cumsum" };
    const outputs = [{ dtype: "int32", shape: [last ? 1 : elements.length] }] as const;
    return onBoth({ kernel: "scan", dtype: "int32", inputs: [own], attributes, outputs });
  };
  expect(of([2 ** 31 - 1, 1], "sum", false)).toThrow(DTypeError);
  expect(of([2 ** 31 - 1, 1, -1], "sum", true)).not.toThrow();
  expect(of([65536, 65536], "product", true)).toThrow(DTypeError);
  expect(of([65536, 65536, 0], "product", true)).not.toThrow();
  expect(
    of(
      Array.from({ length: 60 }, (_, index) => (index === 59 ? 0 : 2 ** 30)),
      "product",
      true,
    ),
  ).not.toThrow();
});

it.each(["float32", "float64"] as const)("recurrence of %s gives what the reference gives", (dtype) => {
  const random = seeded("recurrence");
  for (const shape of shapes)
    for (const layout of layouts) {
      const dim = Math.floor(random() * shape.length);
      const fill = dtype === "float32" ? awkwardNumber : awkwardDouble;
      const inputs = [sample(random, dtype, shape, layout, fill), sample(random, dtype, shape, layout)];
      const outputs = [{ dtype, shape }];
      const both = onBoth({ kernel: "recurrence", dtype, inputs, attributes: { dim }, outputs });
      expect(both.wasm).toEqual(both.reference);
    }
});

/** The kernel's and the reference's logarithms of sums, of all shapes and layouts along each dimension. */
function eachScanOfLogarithms(
  name: string,
  dtype: "float32" | "float64",
  fill: Fill,
  compare: (both: ReturnType<typeof onBoth>, size: number) => void,
): void {
  const random = seeded(name);
  for (const shape of shapes)
    for (const layout of layouts)
      for (const dim of shape.keys()) {
        const inputs = [sample(random, dtype, shape, layout, fill)];
        const outputs = [{ dtype, shape }];
        compare(onBoth({ kernel: "scanLogarithms", dtype, inputs, attributes: { dim }, outputs }), shape[dim]!);
      }
}

it.each([
  ["of all sorts", awkwardNumber],
  ["of many sizes", (random: () => number) => Math.fround((random() - 0.5) * 10 ** (6 * random() - 3))],
] as const)("scanLogarithms of numbers %s gives what the reference gives", (name, fill) =>
  eachScanOfLogarithms(name, "float32", fill, ({ wasm, reference }) =>
    expect(largestDifference(wasm, reference, ulp)).toBeLessThanOrEqual(1),
  ),
);

it.each([
  ["of all sorts", awkwardDouble],
  ["of many sizes", (random: () => number) => (random() - 0.5) * 10 ** (6 * random() - 3)],
  ["beyond float32", (random: () => number) => (random() - 0.5) * 10 ** (300 * random())],
] as const)("scanLogarithms of doubles %s gives what the reference gives, but for its roundings", (name, fill) =>
  eachScanOfLogarithms(name, "float64", fill, ({ wasm, reference }, size) => {
    // The reference rounds each total, each element that it adds.
    const unit = (value: number) => Number.EPSILON * (1 + Math.abs(value));
    expect(largestDifference(wasm, reference, unit)).toBeLessThanOrEqual(size + 2);
  }),
);
