// sum and reduce against the reference backend. Extremes with their places are extremes.test.ts's.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  anyInteger,
  anyNumber,
  awkwardNumber,
  type Fill,
  integerBelow,
  largestDifference,
  layouts,
  onBoth,
  onEach,
  type Sample,
  sample,
  sampleOf,
  testMemory,
  ulp,
} from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/reductions.test.ts");

const dtype = "float32";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const integers = ["int32", "uint8", "bool"] as const;

/** Large, but some hundreds of them fit. */
const fewHundred: Fill = (random, dtype) =>
  dtype === "int32" ? Math.floor((random() - 0.5) * 2 ** 32 * 0.002) : anyNumber(random, dtype);

/** By each device: sums, or what it says of those that do not fit. */
function integerSums(input: Sample, dims: readonly number[]) {
  const shape = input.shape.filter((_, dim) => !dims.includes(dim));
  const outputs = [{ dtype: "int32", shape }] as const;
  return onEach({ kernel: "sum", dtype: input.dtype, inputs: [input], attributes: { dims, op: "sum" }, outputs });
}

/**
 * How far sums lie from the reference's, the largest distance in units of what is allowed: 2⁻²³ of the magnitudes that were added, as sixteen
 * neighbours meet in float32 first, and a unit in the last place.
 */
function largestLoss(input: Sample, dims: readonly number[], results: number[][], expected: number[][]): number {
  const shape = input.shape.filter((_, dim) => !dims.includes(dim));
  const elements = input.elements.map((value) => (Number.isFinite(value) ? value : 0));
  const magnitudes = onBoth({
    kernel: "reduce",
    dtype,
    inputs: [{ ...input, elements }],
    attributes: { dims, by: "magnitudes" },
    outputs: [{ dtype, shape }],
  }).reference;
  const values = (of: number[][], at: number) => [[of[0]![at]!]];
  return Math.max(
    0,
    ...expected[0]!.map((_, at) =>
      largestDifference(
        values(results, at),
        values(expected, at),
        (value) => 2 ** -23 * magnitudes[0]![at]! + ulp(value),
      ),
    ),
  );
}

/** Every choice of dimensions of a shape. */
function subsets(rank: number): number[][] {
  return Array.from({ length: 2 ** rank }, (_, bits) => [...new Array(rank).keys()].filter((dim) => (bits >> dim) & 1));
}

describe("sum", () => {
  it.each([[[]], [[1]], [[13]], [[3, 7]], [[4, 1, 9]], [[2, 3, 5, 11]], [[2, 0, 3]]])(
    "of %j over all choices of dimensions and layouts",
    (shape) => {
      const random = seeded(1);
      for (const dims of subsets(shape.length)) {
        const kept = shape.filter((_, dim) => !dims.includes(dim));
        if (kept.includes(0)) continue;
        for (const layout of layouts) {
          const input = sample(random, dtype, shape, layout);
          const both = onBoth({
            kernel: "sum",
            dtype,
            inputs: [input],
            attributes: { dims },
            outputs: [{ dtype, shape: kept }],
          });
          expect(largestLoss(input, dims, both.wasm, both.reference)).toBeLessThanOrEqual(1);
          for (const dtype of integers) {
            for (const fill of [anyInteger, fewHundred]) {
              const sums = integerSums(sample(random, dtype, shape, layout, fill), dims);
              expect(sums.wasm).toEqual(sums.reference);
              if (fill === fewHundred) expect(sums.wasm).not.toBeTypeOf("string");
            }
          }
        }
      }
    },
  );

  it.each(variants.of("sums of many integers", integers, String))(
    "of many %s, by threads, is the same or refused",
    (dtype) => {
      const random = seeded(4);
      for (const [shape, dims] of [
        [[300_001], [0]],
        [[3, 70_000], [1]],
        [[1000, 77], [0]],
      ] as const) {
        for (const layout of layouts) {
          for (const fill of [anyInteger, anyNumber]) {
            const { wasm, reference } = integerSums(sample(random, dtype, shape, layout, fill), dims);
            expect(wasm).toEqual(reference);
            if (fill === anyNumber) expect(wasm).not.toBeTypeOf("string");
          }
        }
      }
    },
  );

  it("of integers is refused from one beyond the ends of int32 on, wherever it stands", () => {
    const random = seeded("ends");
    for (const columns of [1, 2, 3, 5, 17, 37])
      for (const [rows, dim] of [
        [6, 0],
        [23, 0],
        [70_000 / columns, 1],
      ] as const) {
        const [many, sums] = [2 * Math.ceil(rows / 2) + 1, columns];
        for (const end of [2 ** 31 - 1, -(2 ** 31)])
          for (const beyond of [0, 1]) {
            const wanted = Array.from({ length: sums }, () => integerBelow(random, 100));
            wanted[integerBelow(random, sums)] = end + Math.sign(end) * beyond;
            // Underway far beyond: each sum is of numbers near an end, and their opposites.
            const own = wanted.map((sum) => {
              const first = Math.trunc(sum / 2);
              const half = new Array<number>(Math.floor((many - 2) / 2)).fill(2 ** 31 - 1);
              return [first, ...half, ...half.map((large) => -large), sum - first, 0].slice(0, many);
            });
            const elements = dim === 1 ? own.flat() : own[0]!.flatMap((_, row) => own.map((column) => column[row]!));
            const shape = dim === 1 ? [sums, many] : [many, sums];
            const { wasm, reference } = integerSums(sampleOf("int32", shape, elements), [dim]);
            expect(wasm).toEqual(reference);
            if (beyond === 0) expect(wasm).toEqual([wanted]);
            else expect(wasm).toMatch(/^sum: a result does not fit int32/);
          }
      }
  });

  it.each([
    ["of both signs", anyNumber],
    ["of all sizes", (next: () => number) => Math.fround((next() - 0.5) * 2 ** (60 * next()))],
    ["that cancel", (next: () => number) => (next() < 0.5 ? 1e8 : -1e8) + 8 * Math.floor(8 * next())],
  ] as const)("of a hundred thousand numbers %s loses no more than sixteen neighbours do", (_, fill) => {
    const input = sample(seeded(2), dtype, [100003], "contiguous", fill);
    const both = onBoth({
      kernel: "sum",
      dtype,
      inputs: [input],
      attributes: { dims: [0] },
      outputs: [{ dtype, shape: [] }],
    });
    expect(largestLoss(input, [0], both.wasm, both.reference)).toBeLessThanOrEqual(1);
  });

  it("of few numbers, and of whole ones that fit, is exact", () => {
    for (const size of [15, 16, 4096, 70_003]) {
      const elements = Array.from({ length: size }, (_, at) => (size < 16 ? [1e8, 1, -1e8][at % 3]! : (at % 5) - 1));
      const exact = elements.reduce((sum, value) => sum + value, 0);
      const outputs = [{ dtype, shape: [] }] as const;
      const run = {
        kernel: "sum",
        dtype,
        inputs: [sampleOf(dtype, [size], elements)],
        attributes: { dims: [0] },
        outputs,
      } as const;
      expect(onBoth(run).wasm).toEqual([[exact]]);
    }
  });
});

const reductions = ["product", "sum", "squares", "magnitudes", "numbers", "largest", "smallest"] as const;

describe.each(variants.of("reductions", reductions, String))("reduce by %s", (by) => {
  const both = (input: Sample, dims: readonly number[]) => {
    const outputs = [{ dtype, shape: input.shape.filter((_, dim) => !dims.includes(dim)) }] as const;
    return onBoth({ kernel: "reduce", dtype, inputs: [input], attributes: { dims, by }, outputs });
  };

  it("over all choices of dimensions and layouts", () => {
    const random = seeded(11);
    for (const shape of [[], [1], [13], [3, 7], [4, 1, 9], [37, 2], [2, 3, 5, 11], [3, 70]])
      for (const dims of subsets(shape.length))
        for (const layout of layouts)
          for (const fill of [anyNumber, awkwardNumber]) {
            const input = sample(random, dtype, shape, layout, fill);
            const { wasm, reference } = both(input, dims);
            // A product of infinities and zeros is what it is in any order, but for what lies beyond doubles on the way.
            const most =
              by === "numbers" ? largestLoss(input, dims, wasm, reference) : largestDifference(wasm, reference, ulp);
            expect(most, `${shape} over ${dims}, ${layout}`).toBeLessThanOrEqual(1);
          }
  });

  it("of many, by threads, as of one", () => {
    const random = seeded(12);
    const nearOne: Fill = (next) => Math.fround(1 + (next() - 0.5) / 1000);
    for (const [shape, dims] of [
      [[300_001], [0]],
      [[3, 70_000], [1]],
      [[1000, 77], [0]],
      [
        [16, 24, 16, 16],
        [0, 2, 3],
      ],
      [
        [7, 9, 8, 163],
        [0, 3],
      ],
    ] as const) {
      const { wasm, reference } = both(sample(random, dtype, shape, "contiguous", nearOne), dims);
      expect(largestDifference(wasm, reference, ulp)).toBeLessThanOrEqual(1);
    }
  });

  it("of many, what is no number among them", () => {
    for (const strange of [
      [Number.NaN],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      [Number.NEGATIVE_INFINITY],
    ]) {
      const elements = Array.from({ length: 3 * 70_000 }, (_, at) => strange[at - 100_000] ?? 1);
      for (const shape of [[3 * 70_000], [3, 70_000]]) {
        const { wasm, reference } = both(sampleOf(dtype, shape, elements), [shape.length - 1]);
        expect(wasm).toEqual(reference);
      }
    }
  });

  it("finds a NaN wherever it stands", () => {
    for (let at = 0; at < 70; at += 1) {
      const elements = Array.from({ length: 70 }, (_, place) => (place === at ? Number.NaN : 1));
      for (const [shape, dims] of [
        [[70], [0]],
        [[2, 35], [0]],
        [[2, 35], [1]],
      ] as const) {
        const { wasm, reference } = both(sampleOf(dtype, shape, elements), dims);
        expect(wasm).toEqual(reference);
      }
    }
  });
});

describe.each(variants.of("reductions of doubles", ["sum", ...reductions] as const, String))("%s of doubles", (by) => {
  /** The distance from a double to the next. */
  const unit = (value: number): number => 2 ** (Math.floor(Math.log2(Math.max(Math.abs(value), 2 ** -1022))) - 52);
  const some: Fill = (next) => (next() < 0.5 ? 1 : -1) * (0.5 + next());
  const strange: Fill = (next) => {
    const all = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    return next() < 0.1 ? all[integerBelow(next, all.length)]! : some(next, "float64");
  };

  const both = (input: Sample, dims: readonly number[]) => {
    const outputs = [{ dtype: "float64", shape: input.shape.filter((_, dim) => !dims.includes(dim)) }] as const;
    const run = { dtype: "float64", inputs: [input], outputs } as const;
    return by === "sum"
      ? onBoth({ ...run, kernel: "sum", attributes: { dims } })
      : onBoth({ ...run, kernel: "reduce", attributes: { dims, by } });
  };
  /** Each order of sums and products has its own roundings, in units of the most that such a sum comes to without its signs. */
  const compare = (input: Sample, dims: readonly number[]): void => {
    const { wasm, reference } = both(input, dims);
    const count = dims.reduce((all, dim) => all * input.shape[dim]!, 1);
    const isExact = by === "largest" || by === "smallest";
    const scale = by === "product" ? unit : (value: number) => Math.max(unit(value), unit(2.25 * count));
    const most = isExact ? 0 : by === "product" ? count : 4 * Math.sqrt(count);
    expect(largestDifference(wasm, reference, scale), `${input.shape} over ${dims}`).toBeLessThanOrEqual(most);
  };

  it("over all choices of dimensions and layouts", () => {
    const random = seeded(`doubles ${by}`);
    for (const shape of [[], [1], [13], [3, 7], [4, 1, 9], [37, 2], [2, 3, 5, 11], [3, 70]])
      for (const dims of subsets(shape.length))
        for (const layout of layouts)
          for (const fill of [some, strange]) compare(sample(random, "float64", shape, layout, fill), dims);
  });

  it("of many, in parts", () => {
    const random = seeded(`many doubles ${by}`);
    for (const [shape, dims] of [
      [[300_001], [0]],
      [[3, 70_000], [1]],
      [[1000, 77], [0]],
      [
        [16, 24, 16, 16],
        [0, 2, 3],
      ],
    ] as const)
      compare(
        sample(random, "float64", shape, "contiguous", by === "product" ? (next) => 1 + (next() - 0.5) / 1000 : some),
        dims,
      );
  });
});

variants.tell(it);
