// Bernoulli draws against the reference backend's, bit for bit, with the generators left alike.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { Generator } from "../../../random/generator.js";
import {
  awkwardDouble,
  awkwardNumber,
  integerBelow,
  layouts,
  onBoth,
  type Sample,
  sample,
  testMemory,
} from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

/** Draws over `input` on both backends, each from its own generator in the state that `prepare` left. */
function draw(input: Sample, p: number, prepare: (generator: Generator) => void = () => {}) {
  const generators = [0, 1].map(() => new Generator({ seed: 123 }));
  generators.forEach(prepare);
  const left = [...generators];
  const attributes = {
    p,
    get generator() {
      return left.shift() as Generator;
    },
  };
  const both = onBoth({ kernel: "bernoulli", dtype: input.dtype, inputs: [input], attributes, outputs: "inPlace" });
  return { ...both, states: generators.map((generator) => generator.getState()) };
}

/** A number that decides by its second word: the first 53 bits of seed 123, and its neighbours. */
const firstUniform = (() => {
  const generator = new Generator({ seed: 123 });
  return ((generator.random() & 0x1fffff) * 2 ** 32 + generator.random()) * 2 ** -53;
})();

describe("bernoulli", () => {
  it.each([0, 1, 2, 3, 5, 311, 312, 313, 624, 2183, 2184, 2185, 5000, 20_011])("of %i words drawn before", (drawn) => {
    const random = seeded(drawn);
    for (const size of [1, 2, 3, 4, 7, 311, 312, 313, 2500, 4999, 10_000]) {
      const { wasm, reference, states } = draw(sample(random, "bool", [size]), random(), (generator) => {
        for (let at = 0; at < drawn; at++) generator.random();
      });
      expect(wasm).toEqual(reference);
      expect(states[0]).toEqual(states[1]);
    }
  });

  it("of every dtype, and only where the output lies", () => {
    const random = seeded(1);
    for (const dtype of ["float32", "float64", "int32", "uint8", "bool"] as const) {
      for (const layout of ["contiguous", "permuted", "stepped"] as const) {
        const { wasm, reference } = draw(sample(random, dtype, [1 + integerBelow(random, 9), 7, 3], layout), 0.3);
        expect(wasm).toEqual(reference);
      }
    }
  });

  it.each([0, 2 ** -53, 2 ** -22, 0.25, 0.1, 1 - 2 ** -53, 1])("with probability %d", (p) => {
    const { wasm, reference } = draw(sample(seeded(2), "bool", [50_000]), p);
    expect(wasm).toEqual(reference);
  });

  it("where only the second word decides", () => {
    for (const [p, wanted] of [
      [firstUniform - 2 ** -53, 0],
      [firstUniform, 0],
      [firstUniform + 2 ** -53, 1],
    ] as const) {
      for (const size of [1, 4]) {
        const { wasm, reference } = draw({ ...sample(seeded(3), "bool", [size]), offset: 0 }, p);
        expect(wasm).toEqual(reference);
        expect(wasm[0]?.[0]).toBe(wanted);
      }
    }
  });
});

it.each(["float32", "float64"] as const)("dropout of %s drops what the reference drops", (dtype) => {
  const random = seeded("dropout");
  const fill = dtype === "float64" ? awkwardDouble : awkwardNumber;
  for (const shape of [[1], [5], [3, 7], [2, 3, 4], [20_011]])
    for (const layout of layouts)
      for (const [p, scale] of [
        [0.7, 1 / 0.7],
        [1, 1],
        [0, Number.POSITIVE_INFINITY],
      ] as const) {
        const generators = [0, 1].map(() => new Generator({ seed: 5 }));
        const left = [...generators];
        const attributes = {
          ...{ p, scale: dtype === "float32" ? Math.fround(scale) : scale },
          get generator() {
            return left.shift() as Generator;
          },
        };
        const both = onBoth({
          ...{ kernel: "dropout", dtype, attributes },
          inputs: [sample(random, dtype, shape, layout, fill)],
          outputs: [
            { dtype, shape },
            { dtype: "bool", shape },
          ],
        });
        expect(both.wasm).toEqual(both.reference);
        expect(generators[0]!.getState()).toEqual(generators[1]!.getState());
      }
});
