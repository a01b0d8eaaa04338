// Logarithms, sines and cosines of normal draws, by vectors and one by one; all 2²⁴ of them in soak/normal.soak.ts.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { differing } from "./normal.testing.js";

it("are the same where a sum lies in the middle of two float32", () => {
  // Rounded away from zero everywhere, or with the angle in float32 alone, the first seven would be others.
  const middles = [3_051_298, 5_303_322, 16_777_205, 8_388_607, 12_582_909, 12_582_912, 12_582_913];
  expect(differing(Uint32Array.of(...middles, 0))).toEqual([]);
});

it("are the same for some", () => {
  const random = seeded(5);
  const ends = Array.from({ length: 2 ** 10 }, (_, at) => [at, 2 ** 24 - 1 - at]).flat();
  const some = Array.from({ length: 2 ** 16 }, () => Math.floor(random() * 2 ** 24));
  expect(differing(Uint32Array.from([...ends, ...some]))).toEqual([]);
});
