// Runs with augmentation, a schedule and an average of weights, killed at random moments by SIGKILL, SIGTERM, SIGHUP and SIGINT, each time
// gone on with: what they leave is what the run left alone leaves, byte for byte.
//
// BERNOULLI_SOAK_CASES says how many kills there are to be (default 3,000; a sixtieth of them is done), BERNOULLI_SOAK_SEED where they start (1).

import { bundleProgram } from "@bernoulli/programs/testing";
import { expect, it } from "vitest";
import { source } from "./program.testing.js";
import { killAndResume, runAlone } from "./resume.testing.js";

const wanted = Math.ceil(Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000) / 60);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it("kills", { timeout: 3_600_000 }, async () => {
  const program = await bundleProgram(source);
  const alone = await runAlone(program);
  let kills = 0;
  for (let seed = firstSeed; kills < wanted; seed++) {
    kills += await killAndResume(program, seed, Math.min(5, wanted - kills), alone);
    console.log(`seed ${seed}: ${kills} kills`);
  }
  expect(kills).toBe(wanted);
});
