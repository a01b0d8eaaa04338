// Random nets with writes of every kind between the nodes of every fusion, compiled against plain, two calls each; even seeds at
// precision "high", odd ones at "highest". BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { compareNet } from "../compile/written-nets.testing.js";
import { memoryStats } from "../index.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 1000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`agrees with the plain call on ${cases} random nets from seed ${firstSeed}`, { timeout: 36_000_000 }, () => {
  const before = memoryStats();
  const wrong: number[] = [];
  let [fused, refused, jumped] = [0, 0, 0];
  for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
    const one = compareNet(seed, seed % 2 === 0 ? "high" : "highest");
    if (!(one.error < 2e-4)) wrong.push(seed);
    fused += Number(one.fused);
    refused += Number(one.refused);
    jumped += Number(one.jumped);
  }
  expect(wrong).toEqual([]);
  expect(jumped).toBeLessThan(3 + cases / 100);
  expect(refused).toBeLessThan(3 + cases / 10);
  expect(fused).toBeGreaterThan(0.9 * cases);
  expect(memoryStats()).toEqual(before);
});
