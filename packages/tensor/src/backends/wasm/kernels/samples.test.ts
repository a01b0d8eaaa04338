// exponential, geometric, bernoulli of probabilities and multinomial against the reference backend's, with the generators left alike.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { Generator } from "../../../random/generator.js";
import { integerBelow, largestDifference, onBoth, sampleOf, testMemory } from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/samples.test.ts");

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

/** A generator for each backend, and what asks for the one and then for the other. */
function generatorsAfter(drawn: number) {
  const generators = [0, 1].map(() => new Generator({ seed: 123 }));
  for (const generator of generators) for (let at = 0; at < drawn; at++) generator.random();
  const left = [...generators];
  return { generators, next: () => left.shift() as Generator };
}

const sizes = [1, 2, 3, 4, 5, 17, 311, 312, 313, 4991, 4992, 4993, 30_001];
type Floats = "float32" | "float64";
const dtypes: readonly Floats[] = ["float32", "float64"];

const digits = { float32: 23, float64: 52 };
const smallestExponents = { float32: -126, float64: -1022 };

/** The unit in the last place of a dtype, of numbers about as large as `least` or larger. */
const unitOf = (dtype: Floats, least = 0) => {
  const smallest = smallestExponents[dtype];
  return (value: number): number =>
    2 **
    (Math.max(Math.floor(Math.log2(Math.max(Math.abs(value), Math.abs(least)) || 2 ** smallest)), smallest) -
      digits[dtype]);
};
const roundedTo = (dtype: Floats, value: number): number => (dtype === "float32" ? Math.fround(value) : value);

describe.each(variants.of("words drawn before", [0, 1, 300, 623, 624, 1000], String, (drawn) => drawn === 623))(
  "of %i words drawn before",
  (drawn) => {
    it.each([
      ["exponential", 1],
      ["exponential", 0.3],
      ["geometric", 0.3],
      ["geometric", 0.999],
      ["geometric", 1e-5],
    ] as const)("%s of %d", (sampler, first) => {
      for (const [dtype, size] of dtypes.flatMap((own) => sizes.map((size) => [own, size] as const))) {
        const { generators, next } = generatorsAfter(drawn);
        const both = onBoth({
          kernel: "sampledLogarithm",
          dtype,
          inputs: [sampleOf(dtype, [size], new Array<number>(size).fill(0))],
          attributes: {
            ...{ sampler, first, second: 0, op: "test" },
            get generator() {
              return next();
            },
          },
          outputs: "inPlace",
        });
        // Logarithms of doubles differ in their last bits, and so, once in a hundred million, does what is rounded.
        const most = sampler === "geometric" ? 0 : dtype === "float32" ? 1 : 3;
        expect(largestDifference(both.wasm, both.reference, unitOf(dtype))).toBeLessThanOrEqual(most);
        expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
      }
    });

    it.each([
      ["cauchy", 0, 1],
      ["cauchy", -3, 1e-3],
      ["logNormal", 1, 2],
      ["logNormal", -90, 20],
      ["logNormal", 80, 9],
    ] as const)("%s of %d and %d, with and without a normal draw that waits", (sampler, first, second) => {
      for (const [dtype, size] of dtypes.flatMap((own) => sizes.map((size) => [own, size] as const)))
        for (const waiting of [null, 0.25]) {
          const { generators, next } = generatorsAfter(drawn);
          for (const generator of generators) generator.cachedNormal = waiting;
          const both = onBoth({
            kernel: "sampled",
            dtype,
            inputs: [sampleOf(dtype, [size], new Array<number>(size).fill(0))],
            attributes: {
              ...{ sampler, first, second, op: "test" },
              get generator() {
                return next();
              },
            },
            outputs: "inPlace",
          });
          // A sum has the last bits of its terms, and a power those of its exponent.
          const most = dtype === "float32" ? 1 : sampler === "cauchy" ? 8 : 2 * (Math.abs(first) + 5 * second) + 8;
          expect(
            largestDifference(both.wasm, both.reference, unitOf(dtype, sampler === "cauchy" ? first : 0)),
          ).toBeLessThanOrEqual(most);
          expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
          if (dtype === "float64") continue;
          const same = both.wasm[0]!.filter((value, at) => value === both.reference[0]![at]).length;
          expect(same / size).toBeGreaterThan(0.9999);
        }
    });

    it.each([
      ["poisson", (random: () => number) => [0, 0.1, 1, 9.99, 10, 30, 1e5, 7 * random(), 100 * random()]],
      ["gamma", (random: () => number) => [0, 1e-3, 0.3, 1, 1.5, 40, 1e6, 3 * random(), Number.NaN, -0.5, 1e-45]],
      ["gammaPart", (random: () => number) => [0, 1e-3, 0.3, 1, 1.5, 40, 1e6, 3 * random()]],
    ] as const)("%s, with and without a normal draw that waits", (sampler, choices) => {
      const random = seeded(`${sampler} ${drawn}`);
      for (const [dtype, size] of dtypes.flatMap((own) => sizes.map((size) => [own, size] as const)))
        for (const waiting of [null, -1.5]) {
          const { generators, next } = generatorsAfter(drawn);
          for (const generator of generators) generator.cachedNormal = waiting;
          const parameters = Array.from({ length: size }, () => {
            const all = choices(random);
            return roundedTo(dtype, all[integerBelow(random, all.length)]!);
          });
          const both = onBoth({
            kernel: "sampledEach",
            dtype,
            inputs: [sampleOf(dtype, [size], parameters)],
            attributes: {
              ...{ sampler, op: "test" },
              get generator() {
                return next();
              },
            },
            outputs: [{ dtype, shape: [size] }],
          });
          // The sum of one and a normal draw may be little, of which the last bits are the draw's: once in some thousand times.
          const most = sampler === "poisson" ? 0 : dtype === "float32" ? 1 : 2 ** 17;
          const unit = unitOf(dtype);
          const far = both.wasm[0]!.filter((value, at) => {
            const expected = both.reference[0]![at]!;
            return Math.abs(value - expected) > 32 * unit(expected);
          });
          expect(far.length).toBeLessThanOrEqual(2 + size / 500);
          expect(largestDifference(both.wasm, both.reference, unit)).toBeLessThanOrEqual(most);
          // The sine and the cosine of a draw that waits differ in their last bits.
          const [ours, theirs] = generators.map(({ cachedNormal }) => cachedNormal);
          if (theirs === null) expect(ours).toBeNull();
          else expect(ours).toBeCloseTo(theirs!, 12);
          for (const generator of generators) generator.cachedNormal = null;
          expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
        }
    });

    it("bernoulli by probabilities", () => {
      const random = seeded(drawn);
      for (const [dtype, size] of dtypes.flatMap((own) => sizes.map((size) => [own, size] as const))) {
        const { generators, next } = generatorsAfter(drawn);
        const p = Array.from({ length: size }, () => roundedTo(dtype, [0, 1, 0.5, random()][integerBelow(random, 4)]!));
        const both = onBoth({
          kernel: "bernoulliEach",
          dtype,
          inputs: [sampleOf(dtype, [size], p)],
          attributes: {
            ...{ sampler: "bernoulli", op: "test" },
            get generator() {
              return next();
            },
          },
          outputs: [{ dtype, shape: [size] }],
        });
        expect(both.wasm).toEqual(both.reference);
        expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
      }
    });

    it.each([
      [1, false],
      [2, false],
      [5, false],
      [5001, false],
      [1, true],
      [2, true],
      [5003, true],
    ] as const)("multinomial, %i of each row, with replacement: %s", (count, replacement) => {
      const random = seeded(drawn);
      const shapes = [
        [1, 2],
        [3, 5],
        [100, 7],
        [2, 5001],
        [3, 1],
      ] as const;
      for (const [dtype, [rows, categories]] of dtypes.flatMap((own) => shapes.map((shape) => [own, shape] as const))) {
        if (!replacement && count > categories) continue;
        const { generators, next } = generatorsAfter(drawn);
        const weights = Array.from({ length: rows * categories }, () =>
          roundedTo(dtype, random() < 0.2 ? 0 : random()),
        );
        for (let row = 0; row < rows; row++) weights[row * categories] = 1;
        const both = onBoth({
          kernel: "multinomial",
          dtype,
          inputs: [sampleOf(dtype, [rows, categories], weights)],
          attributes: {
            ...{ count, replacement },
            get generator() {
              return next();
            },
          },
          outputs: [{ dtype: "int32", shape: [rows, count] }],
        });
        expect(both.wasm).toEqual(both.reference);
        expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
      }
    });
  },
);

describe.each(["int32", "uint8"] as const)("geometric of %s", (dtype) => {
  const run = (p: number, size: number, next: () => Generator) =>
    onBoth({
      kernel: "sampledLogarithm",
      dtype,
      inputs: [sampleOf(dtype, [size], new Array<number>(size).fill(7))],
      attributes: {
        ...({ sampler: "geometric", first: p, second: 0, op: "geometric_" } as const),
        get generator() {
          return next();
        },
      },
      outputs: "inPlace",
    });

  it("is that of doubles", () => {
    for (const size of sizes) {
      const { generators, next } = generatorsAfter(300);
      const both = run(0.3, size, next);
      expect(both.wasm).toEqual(both.reference);
      expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
    }
  });

  it("refuses what the dtype does not hold", () => {
    expect(() => run(1e-12, 100, generatorsAfter(0).next)).toThrow(
      /geometric_: drew \d+, which u?int\d+ does not hold/,
    );
  });
});

it.each(["float32", "float64", "int32"] as const)("whole numbers of %s", (dtype) => {
  for (const [most, least] of [
    [2 ** 31 - 1, 0],
    [2 ** 24, 0],
    [2 ** 53, 0],
    [2 ** 53, -5],
    [2 ** 53, 2 ** 52 + 1],
  ] as const) {
    if (dtype === "int32" && most > 2 ** 31) continue;
    for (const size of sizes) {
      const { generators, next } = generatorsAfter(300);
      const both = onBoth({
        kernel: "sampled",
        dtype,
        inputs: [sampleOf(dtype, [size], new Array<number>(size).fill(0))],
        attributes: {
          ...({ sampler: "whole", first: most, second: least, op: "random_" } as const),
          get generator() {
            return next();
          },
        },
        outputs: "inPlace",
      });
      expect(both.wasm).toEqual(both.reference);
      expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
    }
  }
});

it("refuses what is no rate, wherever it stands", () => {
  for (const [dtype, wrong] of dtypes.flatMap((own) => [-0.1, Number.NaN].map((wrong) => [own, wrong] as const)))
    for (const at of [0, 5, 10]) {
      const rates = Array.from({ length: 11 }, (_, place) => (place === at ? wrong : 0.5));
      const run = () =>
        onBoth({
          kernel: "sampledEach",
          dtype,
          inputs: [sampleOf(dtype, [11], rates)],
          attributes: { generator: new Generator({ seed: 1 }), sampler: "poisson", op: "poisson" },
          outputs: [{ dtype, shape: [11] }],
        });
      expect(run).toThrow(/poisson: invalid Poisson rate/);
    }
});

it("refuses what is no probability, wherever it stands", () => {
  for (const [dtype, wrong] of dtypes.flatMap((own) => [-0.1, 1.5, Number.NaN].map((wrong) => [own, wrong] as const)))
    for (let at = 0; at < 11; at++) {
      const p = Array.from({ length: 11 }, (_, place) => (place === at ? wrong : 0.5));
      const run = () =>
        onBoth({
          kernel: "bernoulliEach",
          dtype,
          inputs: [sampleOf(dtype, [11], p)],
          attributes: { generator: new Generator({ seed: 1 }), sampler: "bernoulli", op: "bernoulli" },
          outputs: [{ dtype, shape: [11] }],
        });
      expect(run).toThrow(/bernoulli: Expected p_in >= 0 && p_in <= 1/);
    }
});
variants.tell(it);
