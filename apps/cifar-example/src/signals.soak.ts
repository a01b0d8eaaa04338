// The program killed by SIGINT, SIGTERM and SIGHUP at many moments: each time its files are whole, and its exit code says so.
//
// BERNOULLI_SOAK_CASES says how many (default 3,000; a hundredth of them is done), BERNOULLI_SOAK_SEED where they start (1).

import { bundleProgram } from "@bernoulli/programs/testing";
import { it } from "vitest";
import { killOne, source } from "./program.testing.js";

const cases = Math.ceil(Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000) / 100);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it("kills", { timeout: 3_600_000 }, async () => {
  const program = await bundleProgram(source);
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) await killOne(program, seed);
});
