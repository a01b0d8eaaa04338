// uniform, normal, randint and randperm against the reference backend's, bit for bit, with the generators left alike.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { KernelAttributes } from "../../../kernels/contract.js";
import { Generator } from "../../../random/generator.js";
import type { DType } from "../../../tensor/dtype.js";
import { type Layout, onBoth, sample, testMemory } from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

type Drawn = "uniform" | "normal" | "randint" | "randperm";
type Numbers<K extends Drawn> = Omit<KernelAttributes[K], "generator">;

interface Setting {
  readonly dtype?: DType;
  readonly layout?: Layout;
  /** Words that were drawn before. */
  readonly drawn?: number;
  readonly seed?: number;
}

/** Draws over a tensor on both backends, each from its own generator, and compares all that is left. */
function compare<K extends Drawn>(
  kernel: K,
  shape: readonly number[],
  numbers: Numbers<K>,
  setting: Setting = {},
): void {
  const { dtype = "float32", layout = "contiguous", drawn = 0, seed = 123 } = setting;
  const generators = [0, 1].map(() => new Generator({ seed }));
  for (const generator of generators) for (let at = 0; at < drawn; at++) generator.random();
  const left = [...generators];
  const attributes = {
    ...numbers,
    get generator() {
      return left.shift() as Generator;
    },
  };
  const inputs = [sample(seeded(drawn), dtype, shape, layout)];
  const both = onBoth({ kernel, dtype, inputs, attributes: attributes as never, outputs: "inPlace" });
  expect(both.wasm[0]!.findIndex((value, at) => !Object.is(value, both.reference[0]![at]))).toBe(-1);
  expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
}

const sizes = [1, 2, 3, 4, 15, 16, 17, 623, 624, 625, 9983, 9984, 9985, 30_001];
const uniforms: readonly Numbers<"uniform">[] = [
  { from: 0, to: 1 },
  { from: -0.1, to: 0.3 },
  { from: 5, to: 5 },
];

describe.each([0, 1, 300, 623, 624, 1000])("of %i words drawn before", (drawn) => {
  it("all draw the same words, and leave the rest", () => {
    for (const size of sizes) {
      for (const numbers of uniforms)
        for (const dtype of ["float32", "float64"] as const) compare("uniform", [size], numbers, { drawn, dtype });
      compare("normal", [size], { mean: 0, std: 1 }, { drawn });
      for (const dtype of ["int32", "float64"] as const) {
        compare("randint", [size], { low: -7, high: 1000 }, { drawn, dtype });
        compare("randint", [size], { low: -7, high: 2 ** 30 }, { drawn, dtype });
        compare("randperm", [size], {}, { drawn, dtype });
      }
    }
  });
});

describe("uniform", () => {
  it("is fused, whatever the range", () => {
    const random = seeded("ranges");
    for (let round = 0; round < 40; round++) {
      const from = Math.fround((random() - 0.5) * 2 ** (random() * 40 - 20));
      const numbers = { from, to: from + random() * 2 ** (random() * 40 - 20) };
      for (const dtype of ["float32", "float64"] as const) compare("uniform", [5000], numbers, { seed: round, dtype });
    }
  });

  it("of doubles beyond float32, to an infinite range", () => {
    for (const [from, to] of [
      [-1e-300, 1e-290],
      [-1e308, 1e308],
      [1e300, 1.5e300],
      [-0, 0],
    ] as const)
      compare("uniform", [777], { from, to }, { dtype: "float64" });
  });
});

describe("normal", () => {
  it("is the same over many numbers, doubtful sums among them", () => {
    for (const [seed, mean, std] of [
      [0, 0, 1],
      [1, 2, 0.5],
      [2, -1e-3, 1e-3],
      [3, 7, 0],
    ] as const)
      compare("normal", [400_003], { mean, std }, { seed });
  });
});

describe("normal of doubles", () => {
  it.each([1, 15, 16, 17, 31, 625, 9985, 30_001])("%i", (size) => {
    for (const [drawn, mean, std] of [
      [0, 0, 1],
      [623, 2, 0.5],
      [1000, 7, 0],
    ] as const) {
      const [own, expected] = [0, 1].map(() => new Generator({ seed: 5 })) as [Generator, Generator];
      for (const generator of [own, expected]) for (let at = 0; at < drawn; at++) generator.random();
      const left = [own, expected];
      const attributes = {
        ...{ mean, std },
        get generator() {
          return left.shift() as Generator;
        },
      };
      const inputs = [sample(seeded(drawn), "float64", [size])];
      const both = onBoth({ kernel: "normal", dtype: "float64", inputs, attributes, outputs: "inPlace" });
      // Of radius, sine and cosine the last bits differ, and beside the mean no others count.
      const most = Math.max(...both.wasm[0]!.map((value, at) => Math.abs(value - both.reference[0]![at]!)));
      expect(most).toBeLessThanOrEqual(std * 4e-15);
      expect(own.getState()).toEqual(expected.getState());
    }
  });
});

describe("every dtype and layout", () => {
  it.each(["contiguous", "permuted", "stepped"] as const)("%s", (layout) => {
    for (const dtype of ["float32", "float64", "int32", "uint8", "bool"] as const) {
      for (const shape of [[3, 7, 5], [40]]) {
        compare("randint", shape, { low: 0, high: 2 }, { dtype, layout });
        if (dtype === "float32") {
          compare("uniform", shape, { from: 0, to: 1 }, { layout });
          compare("uniform", shape, { from: 0, to: 1 }, { layout, dtype: "float64" });
          compare("normal", shape, { mean: 0, std: 1 }, { layout });
        }
      }
    }
  });

  it("randint near the ends of its ranges", () => {
    compare("randint", [999], { low: 2 ** 31 - 5, high: 2 ** 31 }, { dtype: "int32" });
    compare("randint", [999], { low: -(2 ** 31), high: -(2 ** 31) + 2 ** 28 - 1 }, { dtype: "int32" });
    compare("randint", [999], { low: -(2 ** 31), high: 2 ** 31 }, { dtype: "int32" });
    compare("randint", [999], { low: 2 ** 24 - 9, high: 2 ** 27 });
    compare("randint", [999], { low: 0, high: 256 }, { dtype: "uint8" });
  });

  it("randint of floats, of as many as they hold", () => {
    for (const dtype of ["float32", "float64"] as const)
      for (const [low, high] of [
        [-(2 ** 53), 2 ** 53],
        [2 ** 40, 2 ** 40 + 1000],
        [-(2 ** 53), 5 - 2 ** 53],
        [0, 2 ** 28],
        [0, 2 ** 28 - 1],
      ] as const)
        compare("randint", [999], { low, high }, { dtype });
  });

  it("randperm of floats", () => {
    for (const dtype of ["float32", "float64"] as const) compare("randperm", [20_000], {}, { dtype });
  });
});
