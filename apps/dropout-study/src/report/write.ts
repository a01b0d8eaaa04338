// Says what a study came to, and writes its report. What is in the report is report.ts's.

import { join } from "node:path";
import { keep, type Voice, wantsColour, writeWhole } from "@bernoulli/programs";
import type { Store } from "../grid/store.js";
import type { Plan } from "../plan.js";
import type { Surroundings } from "../surroundings.js";
import { markdownReport, reportPage } from "./page.js";
import { type Making, reportOf } from "./report.js";
import { conclusion } from "./terminal.js";

/** What became of a report. */
export interface Written {
  /** What could not be written where it was asked for. */
  readonly problems: readonly string[];
  readonly written: readonly string[];
}

export async function writeReport(
  store: Store,
  plan: Plan,
  making: Making | null,
  { complain, signal, environment = process.env }: Surroundings,
  { print, tell }: Voice,
): Promise<Written> {
  const report = await reportOf(store, plan, making);
  if (!signal.aborted) {
    print(conclusion(report, wantsColour(process.stdout, environment)));
    for (const { name, findings } of report.sections)
      for (const finding of findings) tell("finding", { experiment: name, ...finding });
  }
  const kept = [
    await keep("study", join(store.directory, "report.html"), (path) => writeWhole(path, reportPage(report))),
    await keep("study", join(store.directory, "report.md"), (path) => writeWhole(path, markdownReport(report))),
  ];
  const problems = kept.flatMap(({ problem }) => problem ?? []);
  for (const problem of problems) complain(`study: ${problem}`);
  const written = kept.flatMap(({ path }) => path ?? []);
  print(`\nwritten: ${written.join(", ")}`);
  return { problems, written };
}
