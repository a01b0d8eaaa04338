// How far a study is, by its directory alone: what has a result, who is at work on what, what failed.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { formatDuration } from "@bernoulli/trainer/node";
import { Claims } from "./grid/claims.js";
import { Store } from "./grid/store.js";
import { gridOf, readPlan } from "./plan.js";

/** @throws UsageError where there is no study. */
export async function statusOf(directory: string, now = Date.now()): Promise<string> {
  const store = new Store(directory);
  const plan = await readPlan(store);
  const cells = gridOf(plan);
  const finished = await store.finished();
  const claims = new Claims(store.claims, "status", { stale: 1, beat: 1 });
  const generations = await claims.generations();
  const lines: string[] = [];
  let [running, failed] = [0, 0];
  for (const cell of cells) {
    const generation = generations.get(cell.key);
    if (generation === undefined || finished.has(cell.key)) continue;
    const record = await claims.read(cell.key, generation);
    const name = `${cell.experiment}: ${cell.setting}, seed ${cell.seed}`;
    if (record?.status === "failed") {
      failed += 1;
      lines.push(`  failed   ${name}: ${record.problem?.split("\n")[0] ?? "no reason"}`);
    } else if (record?.status === "running") {
      running += 1;
      const name_ = `${cell.key}.${String(generation).padStart(4, "0")}`;
      const { mtimeMs } = await fs.stat(join(store.claims, name_));
      const age = Math.max(0, (now - mtimeMs) / 1000);
      lines.push(
        `  at work  ${name}: process ${record.process} on ${record.host}, last seen ${formatDuration(age)} ago`,
      );
    }
  }
  const done = cells.filter(({ key }) => finished.has(key));
  const cost = (of: readonly { cost: number }[]) => of.reduce((sum, one) => sum + one.cost, 0);
  const share = cells.length === 0 ? 1 : cost(done) / cost(cells);
  return [
    `${directory}: ${plan.sweep === null ? `${plan.budget} study` : `sweep over ${plan.sweep.name}`}, ${Object.values(plan.data).join(" and ") || "no images"}`,
    `${done.length} of ${cells.length} cells have a result (${Math.floor(100 * share)} % of the work), ${running} claimed, ${failed} failed, ${cells.length - done.length - running - failed} free`,
    ...lines,
  ].join("\n");
}
