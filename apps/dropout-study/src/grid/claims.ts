// Who runs which cell. A claim is a file that only one process can make, `KEY.0001`; whoever takes a cell over from an owner that is gone
// makes `KEY.0002`, which again only one can. So nothing is ever removed, no two processes own a cell, and an owner that was only asleep
// sees that it no longer is one. Needs nothing but a directory that all share: no clocks that agree, no messages.

import { promises as fs, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { replaceFile } from "@bernoulli/trainer/node";
import { namesIn } from "./store.js";

export type ClaimStatus = "running" | "released" | "failed" | "done";

/** What a claim's file says. */
export interface ClaimRecord {
  readonly status: ClaimStatus;
  readonly owner: string;
  /** The host and its start, where the system tells: only there is a process's number known. */
  readonly machine: string | null;
  readonly host: string;
  readonly process: number;
  /** When the process began, as the system counts: its number may be another's by now. */
  readonly began: string | null;
  /** What went wrong, where it failed. */
  readonly problem: string | null;
}

export interface ClaimOptions {
  /** Seconds without a sign of life after which an owner counts as gone. */
  readonly stale: number;
  /** Seconds between two signs of life. */
  readonly beat: number;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/** How a cell stands: free to take, with an owner that lives or may, failed, or done: then it has a result, or somebody took that away. */
export type Standing = "free" | "alive" | "unsure" | "failed" | "done";

interface Seen {
  readonly generation: number;
  readonly changed: number;
  /** When this process saw it first so, by its own clock. */
  readonly since: number;
  /** Whether it has changed under this process's eyes. */
  readonly beats: boolean;
}

const pattern = /^(.+)\.(\d{4})$/;
const nameOf = (key: string, generation: number) => `${key}.${String(generation).padStart(4, "0")}`;

export class Claims {
  readonly directory: string;
  readonly #options: Required<ClaimOptions>;
  readonly #seen = new Map<string, Seen>();
  readonly #me: Omit<ClaimRecord, "status" | "problem">;

  /** @param directory it must be there */
  constructor(directory: string, owner: string, options: ClaimOptions) {
    this.directory = directory;
    this.#options = { clock: () => performance.now(), ...options };
    this.#me = { owner, machine: machineName(), host: hostname(), process: process.pid, began: beginOf(process.pid) };
  }

  /** The last generation of each cell that was ever claimed. */
  async generations(): Promise<Map<string, number>> {
    const last = new Map<string, number>();
    for (const name of await namesIn(this.directory)) {
      const [, key, generation] = pattern.exec(name) ?? [];
      if (key !== undefined) last.set(key, Math.max(last.get(key) ?? 0, Number(generation)));
    }
    return last;
  }

  /** What the claim of a generation says; null while it is being written, or was when its owner ended. */
  async read(key: string, generation: number): Promise<ClaimRecord | null> {
    try {
      return JSON.parse(await fs.readFile(join(this.directory, nameOf(key, generation)), "utf8")) as ClaimRecord;
    } catch {
      return null;
    }
  }

  /** How a cell that had no result a moment ago stands. `generation` is its last one, 0 for none. */
  async standing(key: string, generation: number): Promise<Standing> {
    if (generation === 0) return "free";
    const record = await this.read(key, generation);
    if (record !== null && record.status !== "running") return record.status === "released" ? "free" : record.status;
    if (record !== null && record.machine !== null && record.machine === this.#me.machine) {
      const began = beginOf(record.process);
      if (began !== null) return began === record.began ? "alive" : "free";
      if (!mayBeThere(record.process)) return "free";
    }
    return this.#watch(key, generation);
  }

  async #watch(key: string, generation: number): Promise<Standing> {
    const found = await fs.stat(join(this.directory, nameOf(key, generation))).catch(() => null);
    if (found === null) return "unsure";
    const now = this.#options.clock();
    const before = this.#seen.get(key);
    if (before === undefined || before.generation !== generation || before.changed !== found.mtimeMs) {
      const beats = before !== undefined && before.generation === generation;
      this.#seen.set(key, { generation, changed: found.mtimeMs, since: now, beats });
      return beats ? "alive" : "unsure";
    }
    if (now - before.since >= 1000 * this.#options.stale) return "free";
    return before.beats ? "alive" : "unsure";
  }

  /** Frees a cell whose owner is known to have ended: whoever started it knows that on every system, and at once. */
  async free(key: string, owner: number): Promise<void> {
    const generation = (await this.generations()).get(key) ?? 0;
    const record = await this.read(key, generation);
    if (record === null || record.status !== "running" || record.process !== owner || record.host !== this.#me.host)
      return;
    const path = join(this.directory, nameOf(key, generation));
    await replaceFile(path, JSON.stringify({ ...record, status: "released", problem: "its process ended" }));
  }

  /** Makes the next generation's claim; null if somebody else was faster. */
  async take(key: string, generation: number): Promise<Claim | null> {
    const path = join(this.directory, nameOf(key, generation + 1));
    const record: ClaimRecord = { ...this.#me, status: "running", problem: null };
    const file = await fs.open(path, "wx").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return null;
      throw error;
    });
    if (file === null) return null;
    try {
      await file.writeFile(JSON.stringify(record));
    } catch (error) {
      // A full disk: left empty, all would wait for signs of life of whom there is none.
      await fs.rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return new Claim(this, key, generation + 1, path, record, this.#options.beat);
  }
}

/** A cell that this process owns: it shows signs of life until it ends. */
export class Claim {
  readonly key: string;
  readonly generation: number;
  readonly #claims: Claims;
  readonly #path: string;
  readonly #record: ClaimRecord;
  readonly #timer: NodeJS.Timeout;
  readonly #lost = new AbortController();
  /** Aborted when somebody has taken the cell over: this process slept, or could not be seen. */
  readonly lost: AbortSignal = this.#lost.signal;

  constructor(claims: Claims, key: string, generation: number, path: string, record: ClaimRecord, beat: number) {
    [this.#claims, this.key, this.generation, this.#path, this.#record] = [claims, key, generation, path, record];
    this.#timer = setInterval(() => {
      const now = new Date();
      // What cannot be touched now may be at the next beat; who has taken the cell over is asked before the result is written.
      fs.utimes(path, now, now).catch(() => {});
      this.isOwn().then(
        (own) => (own ? undefined : this.#lost.abort(new Error("another process has taken this cell over"))),
        () => {},
      );
    }, 1000 * beat);
    this.#timer.unref();
  }

  /** Whether nobody has taken the cell over. */
  async isOwn(): Promise<boolean> {
    return (await this.#claims.generations()).get(this.key) === this.generation;
  }

  /** Ends it, and says how. */
  async end(status: Exclude<ClaimStatus, "running">, problem: string | null = null): Promise<void> {
    clearInterval(this.#timer);
    const text = JSON.stringify({ ...this.#record, status, problem });
    for (let tries = 1; ; tries++) {
      try {
        return await replaceFile(this.#path, text);
      } catch (error) {
        // Windows replaces no file that somebody is reading at that moment.
        if (tries === 5) throw error;
        await sleep(50 * tries);
      }
    }
  }
}

/** Whether there is a process of this number, whoever's: one that may not be signalled is there. */
function mayBeThere(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process of this machine began; null where there is none of that number, or the system does not tell of another user's. */
function beginOf(number: number): string | null {
  try {
    // Behind the program's name, which may hold anything: the 20th field.
    const stat = readFileSync(`/proc/${number}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // One that has ended and that nobody has asked for yet does nothing any more.
    return fields[0] === "Z" ? "ended" : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** What tells one running system, and one container on it, from all others; null where nothing does: there signs of life decide. */
function machineName(): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${hostname()} ${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return null;
  }
}
