// Ranks as srun starts them, on this machine, by Open MPI's way to say hello and by MPICH's. Where Slurm is not installed this is left out, and says so.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Variants } from "@bernoulli/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, has, run } from "./ranks.testing.js";

const local = fileURLToPath(new URL("../../../tooling/slurm/local.sh", import.meta.url));
const path = `${process.env["PATH"]}:/usr/sbin`;
const isThere = (name: string) => spawnSync("sh", ["-c", `command -v ${name}`], { env: { PATH: path } }).status === 0;
const missing = ["munged", "slurmctld", "slurmd", "srun"].filter((name) => !isThere(name));
const isRoot = process.getuid?.() === 0 ? "" : "slurmd needs root";
const variants = new Variants("packages/distributed/src/slurm.test.ts");
const isTaken = variants.takes("ranks by srun");
const because = missing.length > 0 ? `${missing.join(", ")} not installed: apt-get install slurm-wlm munge` : isRoot;

describe.skipIf(because !== "" || !isTaken)(`Slurm${because === "" ? "" : ` (left out: ${because})`}`, () => {
  const folder = because === "" && isTaken ? mkdtempSync(join(tmpdir(), "ranks-slurm-")) : "";
  const environment = { ...process.env, PATH: path, NO_COLOR: "1", SLURM_CONF: join(folder, "slurm.conf") };

  beforeAll(() => void execFileSync(local, ["start", folder], { env: environment }), 180_000);
  afterAll(() => {
    execFileSync(local, ["stop", folder], { env: environment });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const ways = [
    { mpi: "Open MPI", plugin: "pmix" },
    { mpi: "MPICH", plugin: "pmi2" },
  ] as const;
  for (const { mpi, plugin } of ways) {
    const options = [`--mpi=${plugin}`, "--kill-on-bad-exit=1", "-n", "2", process.execPath];

    it.skipIf(!has(mpi))(`srun --mpi=${plugin} trains on two ranks by ${mpi}`, { timeout: 120_000 }, async () => {
      const { code, stdout, stderr } = await run("srun", [...options, await fileOf("train"), "steps=20"], environment);
      expect({ code, stderr }).toMatchObject({ code: 0 });
      const told = stdout.trim().split("\n");
      const weights = told.map((line) => (JSON.parse(line) as { weights: string }).weights);
      expect([weights.length, new Set(weights).size]).toEqual([2, 1]);
    });

    it.skipIf(!has(mpi))(
      `srun ends the job of a rank that throws, and one that is killed, by ${mpi}`,
      {
        timeout: 120_000,
      },
      async () => {
        const thrown = await run("srun", [...options, await fileOf("faults"), "throws"], environment);
        expect(thrown.code).not.toBe(0);
        expect(thrown.stderr).toMatch(/rank 1: rank 1 threw RangeError: the batch is of 3 samples/);
        const killed = await run("srun", [...options, await fileOf("faults"), "killed"], environment);
        expect(killed.code).not.toBe(0);
        expect(killed.stderr).toMatch(/task 1: Killed/);
      },
    );
  }
});

variants.tell(it);
