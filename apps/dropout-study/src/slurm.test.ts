// The study as an array job of Slurm on this machine, by the script that people submit: tasks share the grid, one is killed, and the same
// script submitted again does what is left. Where Slurm is not installed this is left out, and says so.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleProgram } from "@bernoulli/programs/testing";
import { Variants } from "@bernoulli/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, claimsIn, expectEachOnce, makeFolder, source } from "./program.testing.js";

const local = join(import.meta.dirname, "../../../tooling/slurm/local.sh");
const script = join(import.meta.dirname, "../cluster/study.sbatch");
const path = `${process.env["PATH"]}:/usr/sbin`;
const isThere = (name: string) => spawnSync("sh", ["-c", `command -v ${name}`], { env: { PATH: path } }).status === 0;
const missing = ["munged", "slurmctld", "slurmd", "sbatch"].filter((name) => !isThere(name));
const variants = new Variants("apps/dropout-study/src/slurm.test.ts");
const isTaken = variants.takes("an array job");
const because =
  missing.length > 0
    ? `${missing.join(", ")} not installed: apt-get install slurm-wlm munge`
    : process.getuid?.() === 0
      ? ""
      : "slurmd needs root";

describe.skipIf(because !== "" || !isTaken)(`Slurm${because === "" ? "" : ` (left out: ${because})`}`, () => {
  const folder = because === "" && isTaken ? mkdtempSync(join(tmpdir(), "study-slurm-")) : "";
  const environment: NodeJS.ProcessEnv = { ...process.env, PATH: path, SLURM_CONF: join(folder, "slurm.conf") };
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: "utf8", env: environment });
  let program = "";

  beforeAll(async () => {
    program = await bundleProgram(source, "slurm");
    run(local, "start", folder);
  }, 180_000);
  afterAll(() => {
    run(local, "stop", folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const submit = (out: string, array: string) =>
    execFileSync("sbatch", ["--parsable", `--array=${array}`, "--cpus-per-task=1", `--output=${out}-%a.log`, script], {
      encoding: "utf8",
      env: {
        ...environment,
        STUDY: "--trial --only linear --seeds 10",
        STUDY_OUT: out,
        STUDY_PROGRAM: program,
      },
    }).trim();
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const isQueued = (job: string) => run("squeue", "--noheader", `--jobs=${job}`).trim() !== "";

  it("tasks take cells of one grid; what is killed is run again, nothing twice", { timeout: 400_000 }, async () => {
    const out = join(makeFolder(), "out");
    const first = submit(out, "1-3");
    await until(() => existsSync(join(out, "cells")) && readdirSync(join(out, "cells")).length > 1);
    run("scancel", "--signal=KILL", "--full", `${first}_2`);
    await until(() => !isQueued(first));
    const log = readFileSync(`${out}-1.log`, "utf8");
    expect(log).toContain("1 workers; shard 0 of 3 (SLURM_ARRAY_TASK_ID)");
    const second = submit(out, "1-2");
    await until(() => !isQueued(second));
    expectEachOnce(out);
    expect(new Set([...claimsIn(out).values()].map((records) => records.at(-1)!.process)).size).toBeGreaterThan(1);
    expect((await call(["merge", out])).code).toBe(0);
  });
});

variants.tell(it);
