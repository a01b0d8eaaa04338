// Changed data files by the thousand: each is refused in words, or read rightly, and soon.
// BERNOULLI_SOAK_CASES says how many of each kind (100,000), BERNOULLI_SOAK_SEED with which seed they begin.

import { expect, it } from "vitest";
import { type ReaderName, readers, tryChanges } from "./hostile.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 100_000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1_000_000);

it.each(Object.keys(readers) as ReaderName[])("%s", { timeout: 24 * 3_600_000 }, async (name) => {
  const refused = await tryChanges(name, firstSeed, cases);
  process.stdout.write(`${name}: of ${cases} changed files from seed ${firstSeed}, ${refused} were refused\n`);
  expect(refused).toBeGreaterThan(cases / 20);
});
