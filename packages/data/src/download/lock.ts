// A file that keeps two processes from writing one download. It names its process; one left by a process that is gone
// counts for nothing.

import { readFileSync, writeFileSync } from "node:fs";
import { noFile, remove } from "../files.js";
import { DownloadError } from "./errors.js";

/**
 * Takes the lock; returns what gives it back.
 *
 * @throws DownloadError if a process that runs holds it, or if it cannot be written.
 */
export function lock(path: string): () => void {
  for (const first of [true, false]) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return () => remove(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST")
        throw new DownloadError(
          "disk",
          `${path} cannot be written (${code}): name another directory in BERNOULLI_CACHE`,
          { cause: error },
        );
      const problem = noFile(path);
      if (problem !== null) throw new DownloadError("disk", `${path} is ${problem}; remove it`);
      const holder = holderOf(path);
      if (first && !isRunning(holder)) remove(path);
      else
        throw new DownloadError(
          "disk",
          `process ${holder} is downloading this file already; wait for it, or remove ${path}`,
        );
    }
  }
  throw new DownloadError("disk", `${path} is taken again and again`);
}

/** The process that a lock names; NaN where it names none, is gone meanwhile, or may not be read. */
function holderOf(path: string): number {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return Number.NaN;
  }
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
