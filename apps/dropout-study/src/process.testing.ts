// Shards as processes that are killed: started again and again over one directory, killed by no signal that they could answer, until one
// ends by itself. Whole groups of processes, as when a machine fails, or one worker of them.

import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "@bernoulli/testing";
import { claimsIn, expectEachOnce, makeFolder } from "./program.testing.js";

export interface KillOptions {
  readonly shards: number;
  readonly kills: number;
  /** Milliseconds between two kills, at most. */
  readonly within: number;
  readonly args: readonly string[];
}

/**
 * Runs a study by shards that are killed at moments by the seed, and expects each cell's result from one run to its end. Returns how
 * many cells were begun more than once.
 */
export async function killShards(program: string, seed: number, options: KillOptions): Promise<number> {
  const { shards, kills, within, args } = options;
  const random = seeded(seed);
  const out = makeFolder();
  const begin = (shard: number): ChildProcess =>
    spawn(
      process.execPath,
      [program, ...args, "--out", out, "--workers", "1", "--shard", `${shard}/${shards}`, "--stale", "5"],
      { detached: true, stdio: "ignore" },
    );
  const running = Array.from({ length: shards }, (_, shard) => begin(shard));
  try {
    for (let kill = 0; kill < kills; kill++) {
      await new Promise((resolve) => setTimeout(resolve, within * random()));
      const shard = Math.floor(shards * random());
      const worker = random() < 0.5 ? workerOf(out) : null;
      if (worker !== null) end(worker);
      else {
        // The whole group: the program with its workers.
        end(-running[shard]!.pid!);
        running[shard] = begin(shard);
      }
    }
    await Promise.all(running.map(ended));
    // Who was killed last left a cell that nobody looked for any more: the study is called once more, as a person would.
    await ended(
      spawn(process.execPath, [program, ...args, "--out", out, "--workers", "1", "--stale", "5"], { stdio: "ignore" }),
    );
    expectEachOnce(out);
    return [...claimsIn(out).values()].filter((claims) => claims.length > 1).length;
  } finally {
    for (const child of running) end(-child.pid!);
  }
}

/** The process that owns some cell at present. */
function workerOf(out: string): number | null {
  try {
    for (const name of readdirSync(join(out, "claims")).reverse()) {
      const { status, process } = JSON.parse(readFileSync(join(out, "claims", name), "utf8"));
      if (status === "running") return process;
    }
  } catch {
    // There is no claim yet, or one is being written.
  }
  return null;
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("close", resolve));
}
