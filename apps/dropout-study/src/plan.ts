// What a study is to do: experiments, budget, seeds and data, as `study.json` holds it. Of a plan the grid of cells follows, the same in
// every process. Not how cells are run.

import { UsageError } from "@bernoulli/programs";
import type { JsonValue } from "@bernoulli/trainer/node";
import type { Experiment } from "./experiments/experiment.js";
import { experiments } from "./experiments/index.js";
import { type BudgetName, type Cell, canonical, cellOf, type DataName } from "./grid/cell.js";
import type { Store } from "./grid/store.js";
import type { DataKind, Sources } from "./images.js";
import { type SweepPlan, sweepOf } from "./sweep/experiment.js";

export interface Plan {
  readonly version: 1;
  readonly budget: BudgetName;
  /** The names of the experiments; null for a sweep over a module. */
  readonly experiments: readonly string[] | null;
  /** Null for each experiment's own number. */
  readonly seeds: number | null;
  /** What the images are, of the data sets that are needed. */
  readonly data: { readonly [Kind in DataKind]?: DataName };
  /** Of those that were read from files, what tells them from others: shards with other files must not share a study. */
  readonly fingerprints: { readonly [Kind in DataKind]?: string };
  readonly sweep: SweepPlan | null;
}

/** The experiments of a plan. */
export function experimentsOf(plan: Plan): readonly Experiment[] {
  if (plan.sweep !== null) return [sweepOf(plan.sweep)];
  return (plan.experiments ?? []).map((name) => findExperiment(name));
}

/** @throws UsageError for a name that no experiment has. */
export function findExperiment(name: string): Experiment {
  const found = experiments.find((experiment) => experiment.name === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `there is no experiment ${name}; there are ${experiments.map((experiment) => experiment.name).join(", ")}`,
  );
}

/** The data sets that experiments need. */
export function kindsOf(wanted: readonly Experiment[]): DataKind[] {
  return [...new Set(wanted.flatMap(({ data }) => (data === null ? [] : [data])))];
}

export function planOf(
  wanted: Pick<Plan, "budget" | "experiments" | "seeds" | "sweep">,
  sources: Partial<Sources>,
  fingerprints: Plan["fingerprints"],
): Plan {
  const data = Object.fromEntries(Object.entries(sources).map(([kind, { name }]) => [kind, name]));
  return { version: 1, ...wanted, data, fingerprints };
}

/** The cells of a plan, the longest first. */
export function gridOf(plan: Plan): Cell[] {
  const cells = experimentsOf(plan).flatMap((experiment) => {
    const seeds = plan.seeds ?? experiment.seeds[plan.budget];
    const data = experiment.data === null ? null : (plan.data[experiment.data] ?? null);
    return experiment.settings(plan.budget).flatMap(({ name, parameters, cost }) =>
      Array.from({ length: seeds }, (_, seed) =>
        cellOf(
          {
            experiment: experiment.name,
            setting: name,
            seed,
            budget: plan.budget,
            data,
            parameters: parameters as JsonValue,
          },
          cost,
        ),
      ),
    );
  });
  return cells.sort((a, b) => b.cost - a.cost || (a.key < b.key ? -1 : 1));
}

/**
 * Writes a plan into a study's directory, or sees that it is the one that is there: shards begin at the same time, and a study goes on.
 *
 * @throws UsageError where the directory holds another study.
 */
export async function settle(store: Store, plan: Plan): Promise<void> {
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  const found = parsePlan(await store.settlePlan(text), store.directory);
  if (canonical(found as unknown as JsonValue) === canonical(plan as unknown as JsonValue)) return;
  const differing = (Object.keys(plan) as (keyof Plan)[]).filter(
    (key) => canonical((found[key] ?? null) as JsonValue) !== canonical(plan[key] as JsonValue),
  );
  if (differing.every((key) => key === "fingerprints"))
    throw new UsageError(
      `${store.directory} holds a study of other files, though their data set's name is the same; give the same files with --mnist or --cifar, or name another directory with --out`,
    );
  const tell = (of: Plan) =>
    differing
      .map((key) => `${key} ${key === "sweep" ? "of another module or options" : JSON.stringify(of[key])}`)
      .join(", ");
  throw new UsageError(
    `${store.directory} holds another study: ${tell(found)}, but wanted is ${tell(plan)}; name another directory with --out, or ask for the same`,
  );
}

/** @throws UsageError where there is no study. */
export async function readPlan(store: Store): Promise<Plan> {
  const text = await store.plan();
  if (text === null)
    throw new UsageError(`there is no study in ${store.directory}; name the directory that study run had as --out`);
  return parsePlan(text, store.directory);
}

function parsePlan(text: string, directory: string): Plan {
  try {
    const plan = JSON.parse(text) as Plan;
    const isWhole = plan.version === 1 && ["trial", "quick", "paper"].includes(plan.budget);
    if (isWhole && (plan.experiments === null ? plan.sweep != null : Array.isArray(plan.experiments))) {
      if (typeof plan.data === "object" && plan.data !== null && gridOf(plan).length > 0) return plan;
    }
  } catch (error) {
    // An experiment that there is none of any more: another version of the program wrote it.
    if (error instanceof UsageError) throw error;
  }
  throw new UsageError(
    `${directory}/study.json is no plan of a study; remove the directory, or name another with --out`,
  );
}
