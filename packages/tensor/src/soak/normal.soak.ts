// Logarithms, sines and cosines of normal draws: of each uniform number there is, by vectors and one by one.

import { expect, it } from "vitest";
import { differing } from "../backends/wasm/kernels/normal.testing.js";

it("all are the same", { timeout: 600_000 }, () => {
  const block = 2 ** 20;
  for (let first = 0; first < 2 ** 24; first += block)
    expect(differing(Uint32Array.from({ length: block }, (_, at) => first + at))).toEqual([]);
});
