// A file that keeps two processes from writing one download. Its holder writes a new count into it over and over; a lock whose
// count stands still is nobody's. Process numbers alone do not tell: they are given out anew, and another machine's say nothing here.

import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { noFile, remove } from "../files.js";
import { DownloadError } from "./errors.js";

/** Milliseconds from one count to the next. */
const beat = 500;
/** Milliseconds from one look at a lock to the next. */
const look = 100;

/** Who holds a lock. */
interface Holder {
  readonly process: number;
  readonly host: string;
  /** Of this one hold. */
  readonly token: string;
  readonly count: number;
}

/**
 * Takes the lock; resolves to what gives it back. A holder is watched for signs of life; one of this machine whose process is gone is not.
 *
 * @param patience Milliseconds that a holder may be busy with something else before its lock counts for nothing.
 * @throws DownloadError if a process that runs holds it, or if it cannot be written.
 */
export async function lock(path: string, patience = 5000): Promise<() => void> {
  const token = randomUUID();
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      writeFileSync(path, textOf(token, 0), { flag: "wx" });
      return hold(path, token);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST")
        throw new DownloadError(
          "disk",
          `${path} cannot be written (${code}): name another directory in BERNOULLI_CACHE`,
          { cause: error },
        );
    }
    const problem = noFile(path);
    if (problem !== null) throw new DownloadError("disk", `${path} is ${problem}; remove it`);
    const found = contentsOf(path);
    if (found === null) continue;
    const holder = holderIn(found);
    if (!isGone(holder) && (await changes(path, found, patience)))
      throw new DownloadError(
        "disk",
        `process ${holder?.process ?? "of another program"}${isHere(holder) ? "" : ` on ${holder!.host}`} is downloading this file already; wait for it, or remove ${path}`,
      );
    takeAway(path, found);
  }
  throw new DownloadError("disk", `${path} is taken again and again`);
}

const textOf = (token: string, count: number): string =>
  JSON.stringify({ process: process.pid, host: hostname(), token, count } satisfies Holder);

/** Counts on, for as long as the lock is this hold's, without keeping the program alive. */
function hold(path: string, token: string): () => void {
  let count = 0;
  const isOurs = () => holderIn(contentsOf(path) ?? "")?.token === token;
  const timer = setInterval(() => {
    try {
      if (isOurs()) writeFileSync(path, textOf(token, ++count));
    } catch {
      // A disk that is full for a moment. The download itself says so, where it lasts.
    }
  }, beat);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isOurs()) remove(path);
  };
}

/** Whether a lock is written to, or goes away, before the patience is over. */
async function changes(path: string, before: string, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += look) {
    await new Promise((resolve) => setTimeout(resolve, look));
    const now = contentsOf(path);
    if (now === null) return false;
    if (now !== before) return true;
  }
  return false;
}

/** Removes the lock that was looked at. One that somebody took meanwhile is put back. */
function takeAway(path: string, seen: string): void {
  const aside = `${path}-${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    // Somebody else was faster.
    return;
  }
  if (contentsOf(aside) !== seen) renameSync(aside, path);
  else remove(aside);
}

/** Null where there is none any more, or it may not be read. */
function contentsOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Null for a lock of before, which held a number alone, and for one that is being written. */
function holderIn(contents: string): Holder | null {
  try {
    const found: unknown = JSON.parse(contents);
    const isHolder = found !== null && typeof found === "object" && "token" in found && "host" in found;
    return isHolder ? (found as Holder) : null;
  } catch {
    return null;
  }
}

const isHere = (holder: Holder | null): boolean => holder === null || holder.host === hostname();

/** Whether the process is known to have ended: one of this machine that no signal reaches. */
function isGone(holder: Holder | null): boolean {
  if (holder === null || !isHere(holder)) return false;
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (error) {
    // A process of somebody else may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
