// A Trainer on several ranks: masks by sample, and evaluation with one rank's averages.

import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { has, type Mpi, runRanks } from "./ranks.testing.js";

interface Told {
  readonly rank: number;
  readonly losses: readonly number[];
  readonly averages: unknown;
  readonly "own averages": unknown;
  readonly "predicted alone": number;
  readonly loss: number;
}

async function told(mpi: Mpi, ranks: number): Promise<readonly Told[]> {
  const { code, stdout, stderr } = await runRanks({ mpi, ranks, program: "trainer" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Told).sort((a, b) => a.rank - b.rank);
}

const variants = new Variants("packages/distributed/src/trainer.test.ts");
const isTaken = variants.takes("a Trainer on several ranks");

test.skipIf(!isTaken || !has("Open MPI"))(
  "Open MPI: a net with dropout has the same losses on 1, 2 and 4 ranks, and evaluates by rank 0's averages",
  { timeout: 180_000 },
  async () => {
    const [one] = await told("Open MPI", 1);
    expect(one!.losses.at(-1)!).toBeLessThan(one!.losses[0]!);
    for (const ranks of [2, 4]) {
      const all = await told("Open MPI", ranks);
      expect(all.map(({ rank }) => rank)).toEqual(Array.from({ length: ranks }, (_, rank) => rank));
      for (const { losses, averages, loss } of all) {
        for (const [at, value] of losses.entries()) expect(Math.abs(value - one!.losses[at]!)).toBeLessThan(1e-5);
        expect([averages, loss]).toEqual([all[0]!["own averages"], all[0]!.loss]);
      }
      expect(all[1]!["own averages"]).not.toEqual(all[0]!["own averages"]);
      // Rank 0 ran the model between steps, and asked nobody.
      expect(all.map((each) => each["predicted alone"])).toEqual([12, ...Array(ranks - 1).fill(0)]);
    }
  },
);

variants.tell(test);
