// One net on several ranks is the net that one rank trains on all their batches.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { getSimd } from "@bernoulli/tensor";
import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { chosenOf, has, type Mpi, runRanks } from "./ranks.testing.js";
import { version } from "./version.js";

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

/** Ways to train, each with Open MPI on two ranks; the one with most in it with either MPI, on four too. */
const all = ["norm=sync", "compile=true"];
const cases: readonly (readonly [mpi: Mpi, way: string, parameters: readonly string[], ranks: readonly number[]])[] = [
  ["Open MPI", "op by op", [], [2]],
  ["Open MPI", "compiled", ["compile=true"], [2]],
  ["Open MPI", "with batch norm over all ranks", ["norm=sync"], [2]],
  ["Open MPI", "with batch norm over all ranks, compiled", all, [2]],
  ["Open MPI", "with batch norm over all ranks, compiled, on more ranks than cores", all, [4]],
  ["MPICH", "with batch norm over all ranks, compiled", all, [2]],
  ["MPICH", "with batch norm over all ranks, compiled, on more ranks than cores", all, [4]],
  ["Open MPI by node:ffi (BERNOULLI_TEST_FFI_NODE)", "with batch norm over all ranks, compiled", all, [2]],
  ["the standard ABI (BERNOULLI_TEST_MPI_ABI)", "with batch norm over all ranks, compiled", all, [2]],
];

const variants = new Variants("packages/distributed/src/data-parallel.test.ts");
const chosen = chosenOf(
  variants,
  "100 steps",
  cases,
  ([mpi]) => mpi,
  ([mpi, way]) => `${mpi} ${way}`,
);

for (const [mpi, way, parameters, counts] of chosen)
  test.skipIf(!has(mpi))(
    `${mpi}: 100 steps on 1 and ${counts.join(" and ")} ranks, ${way}: the same losses, and bit-equal ranks`,
    { timeout: 180_000 },
    async () => {
      const [one] = await trained(mpi, 1, ...parameters);
      expect(one!.losses.length).toBe(100);
      expect(one!.losses.at(-1)!).toBeLessThan(0.8 * one!.losses[0]!);
      for (const ranks of counts) {
        const trainedAll = await trained(mpi, ranks, ...parameters);
        expect(new Set(trainedAll.map(({ weights }) => weights)).size).toBe(1);
        for (const { losses } of trainedAll) expect(alike(losses, one!.losses)).toBeLessThan(1e-4);
      }
    },
  );

const python = process.env["TORCH_PYTHON"];

/** Whether there is a Python with PyTorch that can talk to Open MPI. */
function hasPeer(): boolean {
  if (python === undefined || python === "" || !has("Open MPI")) return false;
  return spawnSync(python, ["-c", "import torch, mpi4py"], { stdio: "ignore" }).status === 0;
}

test.skipIf(!hasPeer())(
  "one rank of this library and one of PyTorch train one net (TORCH_PYTHON with mpi4py)",
  { timeout: 180_000 },
  async () => {
    const script = fileURLToPath(new URL("programs/torch_rank.py", import.meta.url));
    const init = `init of @bernoulli/distributed ${version}, ${getSimd()} instructions, seed 3`;
    const peer = [python!, script, init, "steps=50"];
    const { code, stdout } = await runRanks({
      mpi: "Open MPI",
      ranks: 1,
      program: "train",
      parameters: ["steps=50"],
      peer,
    });
    expect(code).toBe(0);
    const [first, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Trained);
    expect(first!.losses.length).toBe(50);
    expect(alike(first!.losses, second!.losses)).toBeLessThan(1e-6);
  },
);

variants.tell(test);
