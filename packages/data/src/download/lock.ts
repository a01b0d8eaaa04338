// A file that keeps two processes from writing one download. It names its process; one left by a process that is gone
// counts for nothing.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
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
      return () => rmSync(path, { force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST")
        throw new DownloadError(
          "disk",
          `${path} cannot be written (${code}): name another directory in BERNOULLI_CACHE`,
          { cause: error },
        );
      const holder = Number(readFileSync(path, "utf8"));
      if (first && !isRunning(holder)) rmSync(path, { force: true });
      else
        throw new DownloadError(
          "disk",
          `process ${holder} is downloading this file already; wait for it, or remove ${path}`,
        );
    }
  }
  throw new DownloadError("disk", `${path} is taken again and again`);
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
