// within against the reference backend: what is refused, with the same words, wherever it stands.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { integerBelow, onEach, sampleOf } from "../conformance.testing.js";

describe.each(["float32", "float64"] as const)("within, of %s", (dtype) => {
  it.each([
    ["nothing beyond", null],
    ["more", 1.5],
    ["a little less", -1e-30],
    ["NaN", Number.NaN],
    ["an infinity", Number.NEGATIVE_INFINITY],
    ["the upper bound", 1],
  ] as const)("%s", (_, odd) => {
    const random = seeded(`within ${dtype} ${odd}`);
    for (const size of [1, 2, 3, 5, 16, 4099])
      for (const passesNaN of [true, false]) {
        const elements = Array.from({ length: size }, () => Math.fround(random()));
        if (odd !== null) elements[integerBelow(random, size)] = odd;
        const { wasm, reference } = onEach({
          ...{ kernel: "within", dtype, inputs: [sampleOf(dtype, [size], elements)] },
          attributes: { low: 0, high: 1, passesNaN, refusal: "all elements should be between 0 and 1" },
          outputs: [{ dtype, shape: [] }],
        });
        expect(wasm).toEqual(reference);
        const isWithin = odd === null || odd === 1 || (Number.isNaN(odd) && passesNaN);
        expect(typeof wasm).toBe(isWithin ? "object" : "string");
      }
  });
});
