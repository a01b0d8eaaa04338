// Ranks that are killed at random, by seed: each job ends by itself, and the next goes on to the bits of a run that nobody disturbed.
// `BERNOULLI_SOAK_CASES` kills, 20 by default, from `BERNOULLI_SOAK_SEED`, for each MPI that is there.

import { spawnSync } from "node:child_process";
import { makeDirectory } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { has, type Mpi, mpis, runRanks } from "./ranks.testing.js";

const kills = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 20);
const seed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);
const [ranks, epochs] = [2, 2];
const stepsInAll = epochs * 12;
/** A job with a killed rank that is there still has hung. */
const mostSeconds = 60;

/** Uniform in [0, 1): a linear congruence, since a run is to be repeated, no more. */
function drawsOf(from: number): () => number {
  let state = from >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** The processes of a job that run the program, whatever the launcher put in between. */
function ranksOf(directory: string): readonly number[] {
  const { stdout } = spawnSync("pgrep", ["-f", `^${process.execPath} .*resumed.* ${directory}`], { encoding: "utf8" });
  return stdout.trim().split("\n").filter(Boolean).map(Number);
}

async function job(mpi: Mpi, directory: string, kill: { readonly step: number; readonly rank: number } | null) {
  let [steps, killedAt] = [0, 0];
  const { code, stdout, stderr, seconds } = await runRanks({
    mpi,
    ranks,
    program: "resumed",
    parameters: [directory, String(epochs)],
    onOutput: (text) => {
      steps += text.match(/^step/gm)?.length ?? 0;
      if (kill === null || killedAt > 0 || steps < kill.step) return;
      const pids = ranksOf(directory);
      if (pids[kill.rank] === undefined) return;
      process.kill(pids[kill.rank]!, "SIGKILL");
      killedAt = performance.now();
    },
  });
  const lasted = killedAt === 0 ? 0 : (performance.now() - killedAt) / 1000;
  return {
    code,
    stderr,
    seconds,
    lasted,
    wasKilled: killedAt > 0,
    weights: new Set(stdout.match(/^weights .*$/gm) ?? []),
  };
}

for (const mpi of mpis)
  test.skipIf(!has(mpi))(`${mpi}: ${kills} kills from seed ${seed}`, { timeout: 3_600_000 }, async () => {
    const draw = drawsOf(seed);
    const whole = await job(mpi, await makeDirectory(), null);
    expect({ code: whole.code, stderr: whole.stderr }).toEqual({ code: 0, stderr: "" });
    expect(whole.weights.size).toBe(1);
    let [killed, runs, longest] = [0, 0, 0];
    while (killed < kills) {
      const directory = await makeDirectory();
      runs += 1;
      for (;;) {
        // Behind which of the lines that all ranks print, and which rank; some are beyond what is left to do.
        const kill = { step: Math.floor(draw() * stepsInAll) + 1, rank: Math.floor(draw() * ranks) };
        const { code, wasKilled, lasted, weights } = await job(mpi, directory, killed < kills ? kill : null);
        if (wasKilled) {
          killed += 1;
          longest = Math.max(longest, lasted);
          expect(lasted).toBeLessThan(mostSeconds);
        }
        if (code === 0) {
          expect(weights).toEqual(whole.weights);
          break;
        }
        expect(wasKilled).toBe(true);
      }
    }
    process.stdout.write(
      `${mpi}: ${killed} kills in ${runs} runs, all to the same bits; a job ended ${longest.toFixed(1)} s behind a kill at most\n`,
    );
  });
