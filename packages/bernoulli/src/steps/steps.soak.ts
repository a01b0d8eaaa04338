// Random training steps, compiled against op by op: bit for bit, where convolutions are left to their own kernels, and by norm where they
// are fused; even seeds on one thread, odd ones on two. BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { compareSteps } from "./compared.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 1000);
const seed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`agrees bit for bit on ${cases} from seed ${seed}`, { timeout: 36_000_000 }, () => {
  expect(compareSteps({ seed, cases, isExact: true }).wrong).toEqual([]);
});

it(`agrees by norm on ${cases} from seed ${seed} with convolutions fused`, { timeout: 36_000_000 }, () => {
  const { wrong, jumped } = compareSteps({ seed, cases, isExact: false });
  expect(wrong).toEqual([]);
  expect(jumped).toBeLessThan(3 + cases / 50);
});
