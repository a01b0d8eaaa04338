// The directory that a run writes to. A file there is whole or it is not there: it is written under another name first.

import { statSync } from "node:fs";
import { join } from "node:path";
import { type Kept, keep, makeWritable, UsageError, writeWhole } from "@bernoulli/programs";
import type { data } from "bernoulli";
import { gap } from "./report/findings.js";
import { markdownReport } from "./report/markdown.js";
import { reportPage } from "./report/page.js";
import type { Run } from "./run.js";

export class Output {
  readonly directory: string;
  readonly #writes: boolean;

  /**
   * Makes the directory, where this process writes, before anything is trained, so that a run does not end with nowhere to go.
   *
   * @throws UsageError if nothing can be written there.
   */
  constructor(directory: string, { writes }: { readonly writes: boolean }) {
    this.directory = directory;
    this.#writes = writes;
    if (!writes) return;
    makeWritable(directory, "--out");
    for (const name of Object.values(names)) {
      const path = join(directory, name);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
        throw new UsageError(
          `${path} is a directory, where a file is to be written; name another directory with --out`,
        );
    }
  }

  /** Writes metrics.json while the run goes on: what cannot be written now may be at the next epoch's end. */
  noteMetrics(run: Run): void {
    if (!this.#writes) return;
    try {
      writeWhole(join(this.directory, names.metrics), metricsOf(run));
    } catch {
      // Told at the end, if it is so still.
    }
  }

  /** Writes the report while the run goes on, in the same way. */
  noteReport(run: Run, test: data.ImageDataset): void {
    try {
      writeWhole(join(this.directory, names.page), reportPage(run, test));
      writeWhole(join(this.directory, names.text), markdownReport(run));
    } catch {
      // Told at the end, if it is so still.
    }
  }

  /** Writes metrics.json. */
  async writeMetrics(run: Run): Promise<Kept[]> {
    return this.#writes ? [await this.#keep(names.metrics, metricsOf(run))] : [];
  }

  /** Writes report.html and report.md. */
  async writeReport(run: Run, test: data.ImageDataset): Promise<Kept[]> {
    return [await this.#keep(names.page, reportPage(run, test)), await this.#keep(names.text, markdownReport(run))];
  }

  #keep(name: string, text: string): Promise<Kept> {
    return keep("cifar", join(this.directory, name), (path) => writeWhole(path, text));
  }
}

const names = { metrics: "metrics.json", page: "report.html", text: "report.md" } as const;

function metricsOf(run: Run): string {
  const results = run.results.map((result) => ({ ...result, gap: gap(result) }));
  return `${JSON.stringify({ ...run, results }, null, 2)}\n`;
}
