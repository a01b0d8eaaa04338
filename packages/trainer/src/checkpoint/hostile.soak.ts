// Changed checkpoints by the thousand: each trains on to finite weights or is refused by a CheckpointError.
//
// BERNOULLI_SOAK_CASES says how many (default 3,000), BERNOULLI_SOAK_SEED where they start (default 1): a failure names its seed.

import { expect, it } from "vitest";
import { type Kind, kinds, tryMutations } from "./hostile.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it.each(Object.keys(kinds) as Kind[])("checkpoints of %s", { timeout: 3_600_000 }, async (kind) => {
  const refused = await tryMutations(kind, firstSeed, cases);
  expect(refused).toBeLessThan(cases);
});
