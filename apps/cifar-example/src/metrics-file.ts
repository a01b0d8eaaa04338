// metrics.json: what a run measured, as data. Written anew after every epoch, so that a run that ends early leaves what
// it had; a reader never sees half a file.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EpochRecord } from "@bernoulli/trainer";
import type { NetName, Result } from "./experiment.js";
import { type Options, UsageError } from "./options.js";
import { gap } from "./report.js";

/** `running` until the run ends; a run that was killed stays so. */
export type Status = "running" | "complete" | "interrupted";

/** A net that has not been tested yet. */
export interface Unfinished {
  readonly net: NetName;
  readonly history: readonly EpochRecord[];
}

export class MetricsFile {
  readonly path: string;
  readonly #options: Options;

  /**
   * Makes the directory before anything is trained, so that a run does not end with nowhere to go.
   *
   * @throws UsageError if nothing can be written there.
   */
  constructor(options: Options) {
    this.path = join(options.out, "metrics.json");
    this.#options = options;
    try {
      makeDirectory(options.out);
      this.write([], null, "running");
    } catch (error) {
      throw new UsageError(
        `--out ${options.out} cannot be written to (${(error as NodeJS.ErrnoException).code}); name another directory`,
      );
    }
  }

  write(results: readonly Result[], unfinished: Unfinished | null, status: Status): void {
    const metrics = {
      status,
      options: this.#options,
      node: process.version,
      results: [
        ...results.map((result) => ({ ...result, gap: gap(result) })),
        ...(unfinished === null ? [] : [{ ...unfinished, test: null, demonstration: null, gap: null }]),
      ],
    };
    const part = `${this.path}.part`;
    try {
      writeFileSync(part, `${JSON.stringify(metrics, null, 2)}\n`);
      renameSync(part, this.path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  }
}

// Not mkdirSync's own recursion, which never returns where a parent exists but takes no directories (Node 20, /proc).
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
}
