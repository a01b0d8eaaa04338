// The same programs as in interleaving.test.ts, many. BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { defaultGenerator, isGradEnabled, memoryStats } from "@bernoulli/tensor";
import { Guard } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { runProgram } from "./actors.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 2000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`${cases} programs from seed ${firstSeed} give, all at once, what their parts give alone`, {
  timeout: 3_600_000,
}, async () => {
  const generator = defaultGenerator();
  const { scopes } = memoryStats();
  let parts = 0;
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    // Memory is as before behind each of them.
    const guard = new Guard();
    const { alone, together } = await runProgram(seed);
    parts += alone.length;
    expect(together, `program ${seed}`).toEqual(alone);
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(guard.end(), `program ${seed}`).toEqual([]);
    expect([memoryStats().scopes, isGradEnabled(), defaultGenerator() === generator]).toEqual([scopes, true, true]);
  }
  process.stdout.write(`interleaved programs: ${cases} right, of ${parts} parts\n`);
});
