// Random convolutions in groups, of single channels, of dilated kernels, in steps and transposed, of whole numbers: on the device against the
// reference, and compiled against the ops one by one.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { distanceOf } from "../backends/wasm/fusions/convolutions.testing.js";
import {
  comparedLayer,
  depthwiseLayer,
  directLayer,
  passesOf,
  randomLayer,
} from "../backends/wasm/fusions/random-layers.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 1000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);
const seeds = Array.from({ length: cases }, (_, at) => firstSeed + at);
const timeout = 3_600_000;

it(`${cases} layers from seed ${firstSeed} are what the reference makes of them`, { timeout }, () => {
  for (const seed of seeds) {
    const layer = randomLayer(seed, 1 + (seed % 3));
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device));
    for (const [at, own] of actual!.entries())
      expect(distanceOf(own, expected![at]!), `seed ${seed}: ${JSON.stringify(layer)}`).toBe(0);
  }
});

it.each([false, true, "transposed"] as const)("compiled, with what goes behind: %s", { timeout }, (behind) => {
  for (const seed of seeds)
    for (const layer of [depthwiseLayer(seed), directLayer(seed)]) {
      const { furthest, ...found } = comparedLayer(layer, seed, behind);
      // Some take Winograd's algorithm.
      expect(furthest, `seed ${seed}: ${JSON.stringify({ layer, ...found })}`).toBeLessThan(4e-6);
    }
});
