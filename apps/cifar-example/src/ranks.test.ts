// The program in several processes, as mpirun starts it: one report, and a job that was killed goes on to the same bits. Skipped, by name, where there is
// no Open MPI.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "@bernoulli/programs/testing";
import { makeDirectory, Variants } from "@bernoulli/testing";
import { beforeAll, expect, it } from "vitest";
import { source } from "./program.testing.js";

const mpirun = "mpirun.openmpi";
const isThere = spawnSync(mpirun, ["--version"], { stdio: "ignore" }).status === 0;
const variants = new Variants("apps/cifar-example/src/ranks.test.ts");
const isTaken = variants.takes("several processes");
let program = "";
beforeAll(async () => {
  if (isThere && isTaken) program = await bundleProgram(source, "ranks");
});

interface Job {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Kills one rank where `kill` says so of what was printed. */
function run(ranks: number, args: readonly string[], kill: (printed: string) => boolean = () => false): Promise<Job> {
  const options = ["--allow-run-as-root", "--oversubscribe", "-n", String(ranks)];
  const child = spawn(mpirun, [...options, process.execPath, program, ...args], {
    env: { ...process.env, NO_COLOR: "1", BERNOULLI_NUM_THREADS: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr, isKilled] = ["", "", false];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (isKilled || !kill(stdout)) return;
    isKilled = true;
    // Any of the ranks: the launcher ends the others.
    const pids = spawnSync("pgrep", ["-P", String(child.pid)], { encoding: "utf8" })
      .stdout.trim()
      .split("\n");
    process.kill(Number(pids.at(-1)), "SIGKILL");
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

const small = ["--data", "synthetic", "--subset", "240", "--epochs", "3", "--only", "dropout", "--batch-size", "12"];

it.skipIf(!isThere || !isTaken)(
  "trains as one, and goes on to the same bits after a kill",
  { timeout: 300_000 },
  async () => {
    const [whole, killed] = [await makeDirectory(), await makeDirectory()];
    const argsOf = (out: string) => [
      ...small,
      "--out",
      out,
      "--save",
      join(out, "net.safetensors"),
      "--checkpoint-every",
      "4",
    ];
    const left = await run(2, argsOf(whole));
    expect({ code: left.code, stderr: left.stderr.replaceAll(/\r.*/g, "") }).toMatchObject({ code: 0 });
    // One of them is heard.
    expect(left.stdout.match(/written:/g)?.length).toBe(1);
    const metrics = JSON.parse(readFileSync(join(whole, "metrics.json"), "utf8")) as {
      status: string;
      results: { history: { samples: number }[] }[];
    };
    expect(metrics.status).toBe("complete");
    // Each image once an epoch, by whichever rank.
    expect(metrics.results[0]!.history.map(({ samples }) => samples)).toEqual([192, 192, 192]);
    const first = await run(2, argsOf(killed), (printed) => /^ *1 /m.test(printed));
    expect(first.code).not.toBe(0);
    expect(existsSync(join(killed, "checkpoints"))).toBe(true);
    const again = await run(2, [...argsOf(killed), "--resume"]);
    expect(again.code, again.stderr).toBe(0);
    expect(readFileSync(join(killed, "net.safetensors"))).toEqual(readFileSync(join(whole, "net.safetensors")));
  },
);

it.skipIf(!isThere || !isTaken)("says what a batch cannot be divided by", { timeout: 60_000 }, async () => {
  const { code, stderr } = await run(2, ["--data", "synthetic", "--batch-size", "5", "--out", await makeDirectory()]);
  expect(code).not.toBe(0);
  expect(stderr).toContain(
    "--batch-size 5 is of all 2 processes together, and cannot be divided among them; give a multiple of 2",
  );
});

variants.tell(it);
