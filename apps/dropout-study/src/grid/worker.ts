// A worker: takes one free cell after another, runs it, and writes what came of it. How many workers there are, and where, it does not know.

import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonValue } from "@bernoulli/trainer/node";
import { getSimd } from "bernoulli";
import type { Cell } from "./cell.js";
import { type Claim, Claims } from "./claims.js";
import type { Store } from "./store.js";

/** What a worker tells of its work. */
export type WorkerEvent =
  | { readonly kind: "start"; readonly key: string; readonly attempt: number }
  | { readonly kind: "share"; readonly key: string; readonly share: number }
  | {
      readonly kind: "end";
      readonly key: string;
      readonly status: "done" | "released" | "failed";
      readonly problem: string | null;
    };

/** Runs a cell: null where the signal ended it. `share` tells how much is done, from 0 to 1. */
export type RunCell = (
  cell: Cell,
  how: { readonly directory: string; readonly signal: AbortSignal; readonly share: (share: number) => void },
) => Promise<JsonValue | null>;

export interface WorkerOptions {
  /** The cells, in the order in which this worker looks for a free one. */
  readonly cells: readonly Cell[];
  readonly store: Store;
  readonly owner: string;
  readonly run: RunCell;
  readonly signal: AbortSignal;
  readonly tell: (event: WorkerEvent) => void;
  /** Whether cells that failed before this worker began are tried again. */
  readonly retry: boolean;
  readonly stale: number;
  readonly beat: number;
}

/** Works until there is no cell left to take: each has a result, has failed, or has an owner that lives. */
export async function work(options: WorkerOptions): Promise<void> {
  const { cells, store, owner, signal, retry, stale, beat } = options;
  const claims = new Claims(store.claims, owner, { stale, beat });
  const failedBefore = retry ? await claims.generations() : new Map<string, number>();
  while (!signal.aborted) {
    const finished = await store.finished();
    const generations = await claims.generations();
    let unsure = 0;
    let claim: Claim | null = null;
    let taken: Cell | null = null;
    for (const cell of cells) {
      if (finished.has(cell.key)) continue;
      const generation = generations.get(cell.key) ?? 0;
      const standing = await claims.standing(cell.key, generation);
      if (standing === "unsure") unsure += 1;
      const again = standing === "failed" && generation > 0 && failedBefore.get(cell.key) === generation;
      // It may have been done since this look began; or its result was taken away, to have it run again.
      const gone = standing === "done" && !(await store.finished()).has(cell.key);
      if (standing !== "free" && !again && !gone) continue;
      claim = await claims.take(cell.key, generation);
      taken = cell;
      if (claim !== null) break;
      // Somebody was faster: who, the next look will tell.
      unsure += 1;
    }
    if (claim !== null) await runClaimed(taken!, claim, options);
    else if (unsure === 0) return;
    else await sleep(Math.min(1000 * beat, 250 * stale), undefined, { signal }).catch(() => {});
  }
}

async function runClaimed(cell: Cell, claim: Claim, { store, owner, run, signal, tell }: WorkerOptions): Promise<void> {
  const { key } = cell;
  // The result may have come between the look and the claim.
  if ((await store.finished()).has(key)) return claim.end("released", "it had a result");
  tell({ kind: "start", key, attempt: claim.generation });
  const start = process.cpuUsage();
  const ended = async (status: "done" | "released" | "failed", problem: string | null = null) => {
    await claim.end(status, problem);
    tell({ kind: "end", key, status, problem });
  };
  try {
    const share = (share: number) => tell({ kind: "share", key, share });
    const result = await run(cell, {
      directory: store.work(key),
      signal: AbortSignal.any([signal, claim.lost]),
      share,
    });
    if (result === null) return await ended("released");
    const { user, system } = process.cpuUsage(start);
    const { key: _, cost, ...definition } = cell;
    if (await claim.isOwn())
      await store.publish({
        key,
        cell: definition,
        result,
        seconds: (user + system) / 1e6,
        owner,
        attempts: claim.generation,
        environment: { node: process.version, processor: cpus()[0]?.model.trim() ?? "unknown", simd: getSimd() },
      });
    await ended("done");
  } catch (error) {
    if (claim.lost.aborted || (signal.aborted && error === signal.reason)) return await ended("released");
    await ended("failed", (error as Error).stack ?? String(error));
  }
}
