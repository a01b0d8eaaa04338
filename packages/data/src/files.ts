// The file system as data sets meet it: what lies at a path, whole files, directories that are made. What their bytes mean
// is the formats' affair.

import { mkdirSync, readFileSync, rmSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { DataFileError } from "./errors.js";

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** What lies at a path, links followed; null for nothing. What may not be looked at is an "unreadable" one. */
export function kindAt(path: string): "file" | "directory" | "pipe" | "other" | "unreadable" | null {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch {
    return "unreadable";
  }
  if (found === undefined) return null;
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "directory";
  return found.isFIFO() ? "pipe" : "other";
}

const descriptions = {
  directory: "a directory",
  pipe: "a named pipe",
  other: "neither a file nor a directory",
  unreadable: "nothing that may be looked at",
} as const;

/** Why a path cannot be opened as a file; null where it is one, or nothing. Opening a pipe would wait for its writer for ever. */
export function noFile(path: string): string | null {
  const kind = kindAt(path);
  return kind === null || kind === "file" ? null : `${descriptions[kind]}, where a file is expected`;
}

/**
 * The bytes of a data set's file.
 *
 * @throws DataFileError that names the path and the cure, for what is missing, no file, or may not be read.
 */
export function readDataFile(dataset: string, path: string, cure: string): Uint8Array {
  const problem = noFile(path);
  if (problem !== null) throw new DataFileError(`${dataset}: ${path} is ${problem}: ${cure}`);
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "ENOENT") throw new DataFileError(`${dataset}: the file ${path} is missing: ${cure}`);
    const remedy = code === "EACCES" || code === "EPERM" ? "make it readable, or name another directory" : cure;
    throw new DataFileError(`${dataset}: ${path} cannot be read (${code}): ${remedy}`, { cause });
  }
}

/**
 * Makes a directory and those above it, where they are not there: what `mkdirSync(path, { recursive: true })` is to do. Node 20
 * never returns from that where the parent is there and takes no directories, as under /proc, or was deleted meanwhile.
 *
 * @throws the system's error, as `mkdirSync` does.
 * @example
 * ```ts
 * import { existsSync, rmSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { makeDirectory } from "@bernoulli/data/node";
 * const path = join(tmpdir(), "bernoulli-directory-example", "inner");
 * makeDirectory(path);
 * existsSync(path); // → true
 * rmSync(join(path, ".."), { recursive: true });
 * ```
 */
export function makeDirectory(path: string): void {
  const missing: string[] = [];
  for (let at = path; statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  while (missing.length > 0) {
    const next = missing.pop()!;
    try {
      mkdirSync(next);
    } catch (error) {
      // Somebody else may have made it meanwhile.
      if (codeOf(error) !== "EEXIST" || kindAt(next) !== "directory") throw error;
    }
  }
  if (kindAt(path) === "directory") return;
  throw Object.assign(new Error(`EEXIST: there is something that is no directory, mkdir '${path}'`), {
    code: "EEXIST",
  });
}

/** Removes what is there. Where that is not allowed, the error that is on its way says more. */
export function remove(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {}
}
