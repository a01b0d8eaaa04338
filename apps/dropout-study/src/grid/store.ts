// A study's directory: the plan, results, claims, and what is half done. A result is there as a whole or not at all, and who comes second
// does not replace it. Not what the numbers mean.

import { createHash } from "node:crypto";
import { promises as fs, statSync } from "node:fs";
import { join } from "node:path";
import { makeDirectory } from "@bernoulli/data/node";
import { makeWritable, UsageError } from "@bernoulli/programs";
import { type JsonValue, replaceFile } from "@bernoulli/trainer/node";
import { type Cell, canonical } from "./cell.js";

/** What came of a cell, and how. */
export interface CellResult {
  readonly key: string;
  readonly cell: Omit<Cell, "key" | "cost">;
  readonly result: JsonValue;
  /** The processor's seconds of the attempt that finished it. */
  readonly seconds: number;
  /** The owner that wrote it, and how many claims there had been with its own. */
  readonly owner: string;
  readonly attempts: number;
  readonly environment: { readonly node: string; readonly processor: string; readonly simd: string };
}

const isResult = (found: Partial<CellResult>): found is CellResult => found.key !== undefined;

/** A digest of all that a result's file says, so that one that was changed, or is damaged, is not taken for what was measured. */
function digestOf(result: CellResult): string {
  return createHash("sha256")
    .update(canonical(JSON.parse(JSON.stringify(result)) as JsonValue))
    .digest("hex");
}

export class Store {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  get claims(): string {
    return join(this.directory, "claims");
  }

  /** @throws UsageError where nothing can be written. */
  prepare(): void {
    makeWritable(this.directory, "--out");
    for (const name of ["cells", "claims", "work"]) makeDirectory(join(this.directory, name));
  }

  /** The keys of the cells that have a result. */
  async finished(): Promise<Set<string>> {
    const names = await namesIn(join(this.directory, "cells"));
    return new Set(names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length)));
  }

  /** @throws UsageError for a file that holds no result. */
  async read(key: string): Promise<CellResult> {
    const path = join(this.directory, "cells", `${key}.json`);
    try {
      const { digest, ...found } = {
        ...(JSON.parse(await fs.readFile(path, "utf8")) as (CellResult & { digest?: string }) | null),
      };
      if (isResult(found) && found.key === key && digest === digestOf(found)) return found;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    throw new UsageError(
      `${path} is not as the study wrote it: damaged, or changed by hand; remove it, and run the study again`,
    );
  }

  /** Where a cell keeps what it needs to go on; it is made. */
  work(key: string): string {
    const path = join(this.directory, "work", key);
    makeDirectory(path);
    return path;
  }

  /** Writes a result, unless there is one; then takes away what was half done. */
  async publish(result: CellResult): Promise<void> {
    await publishFile(
      join(this.work(result.key), `result-${process.pid}-${result.attempts}.json`),
      join(this.directory, "cells", `${result.key}.json`),
      `${JSON.stringify({ ...result, digest: digestOf(result) })}\n`,
    );
    await this.clear(result.key);
  }

  /** Takes away what is left of cells that have a result: of who was killed behind writing it. */
  async tidy(): Promise<void> {
    const finished = await this.finished();
    for (const name of await fs.readdir(join(this.directory, "work"))) if (finished.has(name)) await this.clear(name);
  }

  async clear(key: string): Promise<void> {
    await fs.rm(join(this.directory, "work", key), { recursive: true, force: true }).catch(() => {});
  }

  /** The text of `study.json`; null where there is none. */
  async plan(): Promise<string | null> {
    return fs.readFile(join(this.directory, "study.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
      throw new UsageError(`${this.directory} cannot be read (${error.code}); name another directory`);
    });
  }

  /** Writes `study.json`, unless another process does so at the same time; returns what is there then. */
  async settlePlan(text: string): Promise<string> {
    const path = join(this.directory, "study.json");
    if (statSync(path, { throwIfNoEntry: false }) === undefined)
      await publishFile(join(this.directory, "work", `study-${process.pid}-${asides++}.json`), path, text);
    return (await this.plan())!;
  }
}

/** The files of a directory; none where it is not there: results are copied without claims, to be looked at elsewhere. */
export async function namesIn(directory: string): Promise<string[]> {
  return fs.readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** Plans that this process has written aside: calls at once have files of their own. */
let asides = 0;

/** Makes a file as a whole, by another one beside; leaves one that is there. */
async function publishFile(aside: string, path: string, text: string): Promise<void> {
  await replaceFile(aside, text);
  try {
    await fs.link(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file system without links: who comes second replaces it, by the same numbers.
    if (code !== "EEXIST") await fs.rename(aside, path);
  }
  await fs.rm(aside, { force: true });
}
