// How far a study is, by its directory alone: what has a result, who is at work on what, what failed.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { formatDuration } from "@bernoulli/trainer/node";
import { Claims } from "./grid/claims.js";
import { Store } from "./grid/store.js";
import { gridOf, readPlan } from "./plan.js";

/** A cell that has no result, and why. */
interface Waiting {
  readonly key: string;
  readonly name: string;
  /** Why it failed; null for one at work. */
  readonly problem: string | null;
  /** Who is at work on it, and how many seconds ago it was last seen; null for one that failed. */
  readonly worker: { readonly process: number; readonly host: string; readonly seen: number } | null;
}

export interface Status {
  readonly directory: string;
  /** What is studied, on which data. */
  readonly study: string;
  readonly data: readonly string[];
  readonly cells: number;
  readonly done: number;
  /** Of the work, from 0 to 1. */
  readonly share: number;
  readonly running: number;
  readonly failed: number;
  readonly waiting: readonly Waiting[];
}

/** @throws UsageError where there is no study. */
export async function statusOf(directory: string, now = Date.now()): Promise<Status> {
  const store = new Store(directory);
  const plan = await readPlan(store);
  const cells = gridOf(plan);
  const finished = await store.finished();
  const claims = new Claims(store.claims, "status", { stale: 1, beat: 1 });
  const generations = await claims.generations();
  const waiting: Waiting[] = [];
  for (const cell of cells) {
    const { key } = cell;
    const generation = generations.get(key);
    if (generation === undefined || finished.has(key)) continue;
    const record = await claims.read(key, generation);
    const name = `${cell.experiment}: ${cell.setting}, seed ${cell.seed}`;
    if (record?.status === "failed")
      waiting.push({ key, name, problem: record.problem?.split("\n")[0] ?? "no reason", worker: null });
    else if (record?.status === "running") {
      const { mtimeMs } = await fs.stat(join(store.claims, `${key}.${String(generation).padStart(4, "0")}`));
      const seen = Math.max(0, (now - mtimeMs) / 1000);
      waiting.push({ key, name, problem: null, worker: { process: record.process, host: record.host, seen } });
    }
  }
  const done = cells.filter(({ key }) => finished.has(key));
  const cost = (of: readonly { cost: number }[]) => of.reduce((sum, one) => sum + one.cost, 0);
  const running = waiting.filter(({ worker }) => worker !== null).length;
  return {
    directory,
    study: plan.sweep === null ? `${plan.budget} study` : `sweep over ${plan.sweep.name}`,
    data: Object.values(plan.data).filter((name) => name !== null),
    cells: cells.length,
    done: done.length,
    share: cells.length === 0 ? 1 : cost(done) / cost(cells),
    running,
    failed: waiting.length - running,
    waiting,
  };
}

export function statusText({ directory, study, data, cells, done, share, running, failed, waiting }: Status): string {
  return [
    `${directory}: ${study}, ${data.join(" and ") || "no images"}`,
    `${done} of ${cells} cells have a result (${Math.floor(100 * share)} % of the work), ${running} claimed, ${failed} failed, ${cells - done - running - failed} free`,
    ...waiting.map(({ name, problem, worker }) =>
      worker === null
        ? `  failed   ${name}: ${problem}`
        : `  at work  ${name}: process ${worker.process} on ${worker.host}, last seen ${formatDuration(worker.seen)} ago`,
    ),
  ].join("\n");
}
