// Random programs of in-place writes over views of shared storages, eager and compiled, against exact slopes.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { drawProgram } from "../autograd/programs/draw.testing.js";
import { check } from "../autograd/programs/run.testing.js";
import { memoryStats } from "../index.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`${cases} programs from seed ${firstSeed} have the right values and gradients, or are refused`, {
  timeout: 3_600_000,
}, () => {
  const before = memoryStats();
  const counts = { right: 0, refused: 0 };
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    const program = drawProgram(seed);
    const label = `program ${seed}`;
    counts[check(program, "eager", "float64", `${label}, eager`)] += 1;
    check(program, "compiled", seed % 4 === 0 ? "float32" : "float64", `${label}, compiled`);
  }
  process.stdout.write(`in-place programs: ${counts.right} right, ${counts.refused} refused, none wrong\n`);
  expect(memoryStats()).toEqual(before);
});
