// One net on several ranks is the net that one rank trains on all their batches.

import { describe, expect, test } from "vitest";
import { has, type Mpi, mpis, runRanks } from "./ranks.testing.js";

interface Trained {
  readonly losses: readonly number[];
  readonly weights: string;
}

async function trained(mpi: Mpi, ranks: number, ...parameters: readonly string[]): Promise<readonly Trained[]> {
  const { code, stdout, stderr } = await runRanks({ mpi, ranks, program: "train", parameters });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Trained);
}

const alike = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, at) => Math.abs(value - b[at]!)));

describe.each(mpis)("%s", (mpi) => {
  test.skipIf(!has(mpi)).each([
    ["op by op", []],
    ["compiled", ["compile=true"]],
    ["with batch norm over all ranks", ["norm=sync"]],
    ["with batch norm over all ranks, compiled", ["norm=sync", "compile=true"]],
  ])(
    "100 steps on 1, 2 and 4 ranks, %s: the same losses, and bit-equal ranks",
    { timeout: 120_000 },
    async (_, parameters) => {
      const [one] = await trained(mpi, 1, ...parameters);
      expect(one!.losses.length).toBe(100);
      expect(one!.losses.at(-1)!).toBeLessThan(0.8 * one!.losses[0]!);
      for (const ranks of [2, 4]) {
        const all = await trained(mpi, ranks, ...parameters);
        expect(new Set(all.map(({ weights }) => weights)).size).toBe(1);
        for (const { losses } of all) expect(alike(losses, one!.losses)).toBeLessThan(1e-4);
      }
    },
  );
});
