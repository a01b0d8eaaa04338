// Shards of a study of all experiments killed at many moments: every cell is run to its end once, and what was begun goes on.
//
// BERNOULLI_SOAK_CASES says how many studies (default 3,000; a thousandth of them is done), BERNOULLI_SOAK_SEED where they start (1).

import { bundleProgram } from "@bernoulli/programs/testing";
import { expect, it } from "vitest";
import { killShards } from "./process.testing.js";
import { source } from "./program.testing.js";

const cases = Math.ceil(Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000) / 1000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it("kills", { timeout: 3_600_000 }, async () => {
  const program = await bundleProgram(source);
  let again = 0;
  for (let seed = firstSeed; seed < firstSeed + cases; seed++)
    again += await killShards(program, seed, {
      shards: 4,
      kills: 30,
      within: 8000,
      args: ["--trial", "--seeds", "2", "--mnist", "synthetic", "--cifar", "synthetic"],
    });
  // Or nothing was killed that had begun.
  expect(again).toBeGreaterThan(0);
});
