// Flipout where its deviations are large.

import { ones } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("Flipout's deviations do not overflow", () => {
  const layer = new dropouts.FlipoutLinear(2, 2, { rho: 100 });
  layer(ones(2, 2)).sum().backward();
  expect(Number.isFinite(layer.rho.grad!.sum().item())).toBe(true);
});
