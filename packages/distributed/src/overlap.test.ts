// Gradients go over to the other ranks while backward goes on, from the last layer to the first, and are those of a sum behind it to the last bit.

import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { chosenOf, has, mpis, runRanks } from "./ranks.testing.js";

const cases = mpis.flatMap((mpi) => [1, 2, 4].map((ranks) => [mpi, ranks] as const));

const variants = new Variants("packages/distributed/src/overlap.test.ts");
const chosen = chosenOf(
  variants,
  "buckets",
  cases,
  ([mpi]) => mpi,
  ([mpi, ranks]) => `${mpi} ${ranks}`,
);

for (const [mpi, ranks] of chosen)
  test.skipIf(!has(mpi))(`${mpi}: buckets of ${ranks} ranks`, { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await runRanks({ mpi, ranks, program: "overlap" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const told = stdout.trim().split("\n");
    expect(told.length).toBe(ranks);
    // In which order more than two are added is the library's affair, and MPICH 5 has another for calls that wait than for those that do not.
    const near = mpi.startsWith("the standard ABI") && ranks > 2 ? expect.closeTo(0, 6) : 0;
    for (const line of told) {
      const { rank, ...results } = JSON.parse(line);
      expect(results, `rank ${rank}`).toEqual({
        order:
          ranks === 1
            ? ["layer 2", "layer 1", "layer 0"]
            : [
                "layer 2",
                "sum while backward goes on: 2 tensors of 72 elements",
                "layer 1",
                "sum while backward goes on: 2 tensors of 72 elements",
                "layer 0",
                "sum: 2 tensors of 72 elements",
              ],
        same: near,
        "accumulated within noSync": near,
        unused: [near, [true, true, false, false, true, true]],
        failed: "RangeError: no",
        "behind a failed walk": near,
        "a walk within a walk": near,
        compiled: near,
        "compiled convolutions": [near, true, true],
        "one plan": [false, ranks > 1],
        "order in a compiled step": ranks === 1 ? [] : ["sum of 216", "max of 5", "sum of 216"],
      });
    }
  });

variants.tell(test);
