// Random graphs of computations with several outputs have the gradients, first and second, of the same graphs with one output each.

import { expect, it } from "vitest";
import { checkFanGraph } from "./fan-graphs.testing.js";

it.each(["eager", "compiled"] as const)("60 random graphs, %s", (how) => {
  const counts = { gradients: 0, seconds: 0, retained: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const counted = checkFanGraph(seed, how);
    for (const key of ["gradients", "seconds", "retained"] as const) counts[key] += counted[key];
  }
  // Most leaves are reached, and what is retained is often a function's output.
  expect(counts.gradients).toBeGreaterThan(90);
  expect(counts.seconds).toBeGreaterThan(60);
  expect(counts.retained).toBeGreaterThan(15);
});
