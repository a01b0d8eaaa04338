import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { chosenOf, has, mpis, runRanks } from "./ranks.testing.js";

const variants = new Variants("packages/distributed/src/collectives.test.ts");

for (const mpi of chosenOf(variants, "collectives", mpis, (mpi) => mpi, String))
  test.skipIf(!has(mpi))(`${mpi}: collectives give every rank what PyTorch's give`, { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await runRanks({ mpi, ranks: 3, program: "collectives" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ rank }) => rank).sort()).toEqual([0, 1, 2]);
    const own = (rank: number) => [1, 2, 3].map((x) => x * (rank + 1));
    for (const { rank, ...results } of lines)
      expect(results).toEqual({
        worldSize: 3,
        agree: [rank, 3],
        sum: [6, 12, 18],
        mean: [2, 4, 6],
        prod: [6, 48, 162],
        max: [3, 6, 9],
        min: [1, 2, 3],
        int32: [2, 2 ** 30],
        "sums of integers": [
          [3, 3 * 2 ** 29],
          `BernoulliError: allReduce: a sum of ${3 * 2 ** 30} does not fit into int32; convert to float64 before`,
          [3, 255],
          "BernoulliError: allReduce: a sum of 258 does not fit into uint8; convert to float64 before",
        ],
        float64: [2, 4, 6],
        broadcast: [5, 8, 11],
        gathered: [
          [own(0), own(1), own(2)],
          [...own(0), ...own(1), ...own(2)],
        ],
        list: [own(0), own(1), own(2)],
        moved: [6, 12, 18],
        async: [
          [6, 12, 18],
          [3, 6, 9],
          [6, 12, 18],
        ],
      });
  });

variants.tell(test);
