// The directory that a run writes to. A file there is whole or it is not there: it is written under another name first.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { data } from "bernoulli";
import { UsageError } from "./options.js";
import { gap } from "./report/findings.js";
import { markdownReport } from "./report/markdown.js";
import { reportPage } from "./report/page.js";
import type { Run } from "./run.js";

export class Output {
  readonly directory: string;

  /**
   * Makes the directory before anything is trained, so that a run does not end with nowhere to go.
   *
   * @throws UsageError if nothing can be written there.
   */
  constructor(directory: string) {
    this.directory = directory;
    makeWritable(directory, "--out");
  }

  /** Writes metrics.json; returns its path. */
  writeMetrics(run: Run): string {
    const results = run.results.map((result) => ({ ...result, gap: gap(result) }));
    return this.#write("metrics.json", `${JSON.stringify({ ...run, results }, null, 2)}\n`);
  }

  /** Writes report.html and report.md; returns their paths. */
  writeReport(run: Run, test: data.ImageDataset): string[] {
    return [this.#write("report.html", reportPage(run, test)), this.#write("report.md", markdownReport(run))];
  }

  #write(name: string, text: string): string {
    const path = join(this.directory, name);
    const part = `${path}.part`;
    try {
      writeFileSync(part, text);
      renameSync(part, path);
    } catch (error) {
      rmSync(part, { force: true });
      throw cannotWrite(path, "--out", error);
    }
    return path;
  }
}

/**
 * Makes a directory, and tries whether files can be written there.
 *
 * @throws UsageError that names the option that asked for it.
 */
export function makeWritable(directory: string, option: string): void {
  try {
    makeDirectory(directory);
    const probe = join(directory, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw cannotWrite(directory, option, error);
  }
}

function cannotWrite(path: string, option: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  const cure = code === "ENOSPC" ? "the disk is full" : `name another directory with ${option}`;
  return new UsageError(`${path} cannot be written (${code}); ${cure}`);
}

// Not mkdirSync's own recursion, which never returns where a parent exists but takes no directories (Node 20, /proc).
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
}
