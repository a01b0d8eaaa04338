// What a study came to: the sections of all experiments that have results, and what is said of the whole. How it looks, page.ts and
// markdown.ts say.

import type { Cell } from "../grid/cell.js";
import type { CellResult, Store } from "../grid/store.js";
import { drawnLengths } from "../images.js";
import { experimentsOf, gridOf, type Plan } from "../plan.js";
import type { Section } from "./section.js";

export interface Report {
  readonly title: string;
  /** What nobody must overlook: drawn data, cells that are missing. */
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  /** How it was made, as pairs of a name and a text. */
  readonly settings: readonly (readonly [name: string, text: string])[];
}

/** What whoever runs a study knows beside its directory. */
export interface Making {
  /** As it was typed. */
  readonly command: string;
  /** Seconds from its beginning to its end; null where other processes had a part in it. */
  readonly seconds: number | null;
  readonly workers: number | null;
  /** Why data is drawn, where it is. */
  readonly offline: readonly string[];
}

/** Reads what there is. @param making null for a report that is merged */
export async function reportOf(store: Store, plan: Plan, making: Making | null): Promise<Report> {
  const cells = gridOf(plan);
  const finished = await store.finished();
  const results = new Map<string, CellResult>();
  for (const { key } of cells) if (finished.has(key)) results.set(key, await store.read(key));
  const sections = experimentsOf(plan).flatMap((experiment) => {
    const outcomes = experiment.settings(plan.budget).flatMap(({ name, parameters }) =>
      cells
        .filter((cell) => cell.experiment === experiment.name && cell.setting === name && results.has(cell.key))
        .sort((a, b) => a.seed - b.seed)
        .map((cell) => ({
          setting: name,
          seed: cell.seed,
          parameters,
          result: results.get(cell.key)!.result as object,
        })),
    );
    return outcomes.length === 0 ? [] : [experiment.report(outcomes, plan.budget)];
  });
  return {
    title: plan.sweep === null ? "What the dropout paper found, run again" : `A sweep over ${plan.sweep.name}`,
    notices: noticesOf(plan, cells, results, making),
    sections,
    settings: settingsOf(plan, cells, [...results.values()], making),
  };
}

function noticesOf(
  plan: Plan,
  cells: readonly Cell[],
  results: ReadonlyMap<string, CellResult>,
  making: Making | null,
): string[] {
  const drawn = Object.entries(plan.data).filter(([, name]) => name === "synthetic");
  const missing = cells.length - results.size;
  const most = drawnLengths.train;
  const asked = cells.map(({ data, parameters }) =>
    data === "synthetic" ? ((parameters as { samples?: number }).samples ?? 0) : 0,
  );
  return [
    ...drawn.map(
      ([kind]) =>
        `Synthetic data: drawn shapes, not ${kind === "mnist" ? "MNIST" : "CIFAR-10"}. The errors are not to be held against the paper's.`,
    ),
    ...(Math.max(0, ...asked) > most
      ? [`Of drawn shapes there are ${most.toLocaleString("en")}: settings of more training images have these alone.`]
      : []),
    ...(making?.offline ?? []).map((reason) => `It could not be downloaded: ${reason}.`),
    ...(missing > 0 ? [`${missing} of ${cells.length} cells have no result yet; what follows is of the others.`] : []),
    ...(plan.budget === "trial"
      ? ["The budget is a trial: it shows that the program runs, and nothing of dropout."]
      : []),
  ];
}

function settingsOf(
  plan: Plan,
  cells: readonly Cell[],
  results: readonly CellResult[],
  making: Making | null,
): [string, string][] {
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  const list = (values: readonly string[]) => [...new Set(values)].sort().join("; ");
  const again = results.filter(({ attempts }) => attempts > 1).length;
  return [
    ...(making === null ? [] : ([["command", making.command]] as [string, string][])),
    ["budget", plan.budget],
    ["data", Object.values(plan.data).join(", ") || "none"],
    ["cells", `${results.length} of ${cells.length}${again > 0 ? `, ${again} of them begun more than once` : ""}`],
    ...(making?.seconds == null
      ? []
      : ([["time", `${(making.seconds / 60).toFixed(1)} minutes, ${making.workers} workers`]] as [string, string][])),
    ["processor time", `${(seconds / 60).toFixed(1)} minutes`],
    ["processor", list(results.map(({ environment }) => environment.processor))],
    ["Node", list(results.map(({ environment }) => environment.node))],
    ["vector instructions", list(results.map(({ environment }) => environment.simd))],
  ];
}
