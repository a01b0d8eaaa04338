// Random training steps of all families of layers, losses and optimizers, with what people do between them, compiled against op by op: a
// few seeds of what steps.soak.ts does for as long as one likes.

import { expect, it } from "vitest";
import { compareSteps } from "./compared.testing.js";

it("agree bit for bit, where convolutions are left to their own kernels", () => {
  expect(compareSteps({ seed: 1, cases: 24, isExact: true }).wrong).toEqual([]);
});

it("agree by norm, where convolutions are fused", () => {
  expect(compareSteps({ seed: 101, cases: 8, isExact: false }).wrong).toEqual([]);
});
