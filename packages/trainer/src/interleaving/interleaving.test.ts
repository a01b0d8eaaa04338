// Random programs of loops, trainers, timers and mistakes at once: each part gives what it gives alone. The soak has more.

import { defaultGenerator, isGradEnabled, memoryStats } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { runProgram } from "./actors.testing.js";

it("what runs at once gives what it gives alone, and leaves no scope and no mode behind", async () => {
  const generator = defaultGenerator();
  const { scopes } = memoryStats();
  for (let seed = 1; seed <= 20; seed++) {
    const { alone, together } = await runProgram(seed);
    expect(together, `program ${seed}`).toEqual(alone);
    expect([memoryStats().scopes, isGradEnabled(), defaultGenerator() === generator]).toEqual([scopes, true, true]);
  }
});
