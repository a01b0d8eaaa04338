// Files of a program's results: whole or not there, in directories that are tried before the work begins. What is in them is each
// program's; what cannot be written in the end is keep.ts's.

import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDirectory } from "@bernoulli/data/node";
import { UsageError } from "./options.js";

/**
 * Writes a file under another name first, so that it is whole or it is not there.
 *
 * @throws UsageError that names the option that asked for the directory.
 */
export function writeWhole(path: string, text: string, option = "--out"): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    try {
      rmSync(part, { force: true });
    } catch {
      // What is on its way says more.
    }
    throw cannotWrite(path, option, error);
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
