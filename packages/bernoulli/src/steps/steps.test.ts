// Random training steps of all families of layers, losses and optimizers, with what people do between them, compiled against op by op: a
// few seeds of what steps.soak.ts does for as long as one likes.

import { Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { compareSteps } from "./compared.testing.js";

const variants = new Variants("packages/bernoulli/src/steps/steps.test.ts");
const seedsFrom = (first: number, count: number) =>
  variants.of(
    `steps from ${first}`,
    Array.from({ length: count }, (_, at) => first + at),
    String,
  );

it.each(seedsFrom(1, 24))("agree bit for bit, where convolutions are left to their own kernels, seed %i", (seed) => {
  expect(compareSteps({ seed, cases: 1, isExact: true }).wrong).toEqual([]);
});

it.each(seedsFrom(101, 8))("agree by norm, where convolutions are fused, seed %i", (seed) => {
  expect(compareSteps({ seed, cases: 1, isExact: false }).wrong).toEqual([]);
});

variants.tell(it);
