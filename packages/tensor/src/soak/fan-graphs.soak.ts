// Random graphs of computations with several outputs, eager and compiled, against the same graphs with one output each.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { checkFanGraph } from "../autograd/fan-graphs.testing.js";
import { memoryStats, scope } from "../index.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`${cases} graphs from seed ${firstSeed} have their gradients`, { timeout: 3_600_000 }, () => {
  const before = memoryStats();
  for (let seed = firstSeed; seed < firstSeed + cases; seed++)
    for (const how of ["eager", "compiled"] as const) scope(() => void checkFanGraph(seed, how));
  expect(memoryStats()).toEqual(before);
});
