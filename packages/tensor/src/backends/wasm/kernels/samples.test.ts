// exponential, geometric, bernoulli of probabilities and multinomial against the reference backend's, with the generators left alike.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { Generator } from "../../../random/generator.js";
import { integerBelow, largestDifference, onBoth, sampleOf, testMemory, ulp } from "../conformance.testing.js";

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
const dtype = "float32";

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
      for (const size of sizes) {
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
        expect(largestDifference(both.wasm, both.reference, ulp)).toBeLessThanOrEqual(sampler === "geometric" ? 0 : 1);
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
      for (const size of sizes)
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
          expect(largestDifference(both.wasm, both.reference, ulp)).toBeLessThanOrEqual(1);
          const same = both.wasm[0]!.filter((value, at) => value === both.reference[0]![at]).length;
          expect(same / size).toBeGreaterThan(0.9999);
          expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
        }
    });

    it.each([
      ["poisson", (random: () => number) => [0, 0.1, 1, 9.99, 10, 30, 1e5, 7 * random(), 100 * random()]],
      ["gamma", (random: () => number) => [0, 1e-3, 0.3, 1, 1.5, 40, 1e6, 3 * random(), Number.NaN, -0.5, 1e-45]],
      ["gammaPart", (random: () => number) => [0, 1e-3, 0.3, 1, 1.5, 40, 1e6, 3 * random()]],
    ] as const)("%s, with and without a normal draw that waits", (sampler, choices) => {
      const random = seeded(`${sampler} ${drawn}`);
      for (const size of sizes)
        for (const waiting of [null, -1.5]) {
          const { generators, next } = generatorsAfter(drawn);
          for (const generator of generators) generator.cachedNormal = waiting;
          const parameters = Array.from({ length: size }, () => {
            const all = choices(random);
            return Math.fround(all[integerBelow(random, all.length)]!);
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
          expect(largestDifference(both.wasm, both.reference, ulp)).toBeLessThanOrEqual(sampler === "poisson" ? 0 : 1);
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
      for (const size of sizes) {
        const { generators, next } = generatorsAfter(drawn);
        const p = Array.from({ length: size }, () => Math.fround([0, 1, 0.5, random()][integerBelow(random, 4)]!));
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
      [1, true],
      [2, true],
      [5003, true],
    ] as const)("multinomial, %i of each row, with replacement: %s", (count, replacement) => {
      const random = seeded(drawn);
      for (const [rows, categories] of [
        [1, 2],
        [3, 5],
        [100, 7],
        [2, 5001],
        [3, 1],
      ] as const) {
        if (!replacement && count > categories) continue;
        const { generators, next } = generatorsAfter(drawn);
        const weights = Array.from({ length: rows * categories }, () => Math.fround(random() < 0.2 ? 0 : random()));
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

it("refuses what is no rate, wherever it stands", () => {
  for (const wrong of [-0.1, Number.NaN])
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
  for (const wrong of [-0.1, 1.5, Number.NaN])
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
