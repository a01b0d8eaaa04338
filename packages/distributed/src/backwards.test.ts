// Every backward through a DistributedDataParallel gives the ranks one gradient, whatever came before it.

import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { chosenOf, has, mpis, runRanks } from "./ranks.testing.js";

const variants = new Variants("packages/distributed/src/backwards.test.ts");

for (const mpi of chosenOf(variants, "backwards", mpis, (mpi) => mpi, String))
  test.skipIf(!has(mpi))(
    `${mpi}: each backward averages, but for those within noSync`,
    { timeout: 60_000 },
    async () => {
      const { code, stdout, stderr } = await runRanks({ mpi, ranks: 2, program: "backwards" });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const told = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { readonly rank: number })
        .sort((a, b) => a.rank - b.rank);
      const both = {
        "two losses of one forward": [4.5],
        "two forwards, then two backwards": [3],
        "in evaluation mode": [1.5],
        "a penalty on some parameters behind": [2.5, 1],
        "within noSync, then outside": [3],
        "a rank that does not use all": [1.5, 0.5],
        thawed:
          "DistributedError: in DistributedDataParallel: DistributedDataParallel: weight required no gradient when the model was wrapped, and would not be averaged; wrap model.module anew",
        "wrapped anew": [3, 2],
      };
      expect(told).toEqual([
        { rank: 0, ...both, "within noSync alone": [2.5] },
        { rank: 1, ...both, "within noSync alone": [3.5] },
      ]);
    },
  );

variants.tell(test);
