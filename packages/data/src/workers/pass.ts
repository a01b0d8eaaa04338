// A loader's crew: it hands out batches ahead of time to threads of any kind, takes them in order, and knows who died. How threads are started, and
// how news come from them, is crew.ts's in Node and pages.ts's in browsers.

import { LoaderWorkerError } from "../errors.js";
import type { Reading } from "../reading.js";
import type { Crew, ReadSettings } from "./host.js";
import type { News, Task, Thrown } from "./messages.js";
import { unpack } from "./wire.js";

/** What was heard of a batch. */
export type Answer = Extract<News, { kind: "batch" | "error" }>;

/** What threads there are, and what they said. */
export interface Threads {
  readonly isOpen: boolean;
  readonly answers: Answers;
  /** Why a worker gives nothing more. */
  readonly lost: ReadonlyMap<number, LoaderWorkerError>;
  /** Who has made its dataset. */
  readonly begun: ReadonlySet<number>;
  send(worker: number, task: Task): void;
  /** Takes in what has come. Returns what {@link wait} is then given. */
  drain(): number;
  /** Waits for what has come since, and gives way to nothing; false where the time is over. Throws where this thread may not wait. */
  wait(since: number, milliseconds: number): boolean;
  /** Settles when there is news, or the time is over: then it says false. The program lives on meanwhile. */
  news(milliseconds: number): Promise<boolean>;
  /** The sample that a worker is at; null for none, or where it is not known. */
  sampleAt(worker: number): number | null;
  close(): void;
}

/** The answers of all passes: what was heard and not taken, but for what a pass that ended early waits for no more. */
export class Answers {
  readonly #heard = new Map<string, Answer>();
  readonly #unwanted = new Set<string>();

  /** How many there are. */
  get size(): number {
    return this.#heard.size;
  }

  hear(answer: Answer): void {
    const key = keyOf(answer.pass, answer.batch);
    if (!this.#unwanted.delete(key)) this.#heard.set(key, answer);
  }

  take(pass: number, batch: number): Answer | undefined {
    const key = keyOf(pass, batch);
    const answer = this.#heard.get(key);
    this.#heard.delete(key);
    return answer;
  }

  /** Throws one away that was not taken, now or when it comes. */
  dismiss(pass: number, batch: number): void {
    const key = keyOf(pass, batch);
    if (!this.#heard.delete(key)) this.#unwanted.add(key);
  }
}

const keyOf = (pass: number, batch: number) => `${pass} ${batch}`;

function during(threads: Threads, worker: number): string {
  const index = threads.sampleAt(worker);
  return index === null ? "" : ` while it read sample ${index}`;
}

/** What a worker is lost to: how it ended, what it was at, and what it threw. */
export function lossOf(
  threads: Threads,
  worker: number,
  how: string,
  thrown: Thrown | Error | null,
): LoaderWorkerError {
  const said = thrown === null ? "" : `: ${thrown.name}: ${thrown.message}`;
  return errorOf(threads, worker, `${how}${during(threads, worker)}${said}`, thrown);
}

function errorOf(threads: Threads, worker: number, text: string, thrown: Thrown | Error | null): LoaderWorkerError {
  const options = thrown === null ? {} : { cause: thrown instanceof Error ? thrown : revived(thrown) };
  return new LoaderWorkerError(`DataLoader: worker ${worker} ${text}`, worker, threads.sampleAt(worker), options);
}

/** The error that was thrown in a worker, with its stack there. */
function revived({ name, message, stack }: Thrown): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** How much longer than its timeout a worker may take for its first batch. */
const loadingSeconds = 60;

/** Ends the threads of crews that nobody has any more. */
let abandoned: FinalizationRegistry<Threads> | null = null;

export class ThreadCrew implements Crew {
  readonly threads: Threads;
  readonly settings: ReadSettings;
  #passes = 0;

  constructor(threads: Threads, settings: ReadSettings) {
    this.threads = threads;
    this.settings = settings;
    abandoned ??= new FinalizationRegistry((threads) => threads.close());
    abandoned.register(this, this.threads);
  }

  get isAlive(): boolean {
    return this.threads.isOpen;
  }

  begin(batches: Iterator<readonly number[]>, seed: bigint): Reading {
    return new CrewReading(this, batches, seed, this.#passes++);
  }
}

/** One pass, whose batch b worker b mod numWorkers reads. */
class CrewReading implements Reading {
  readonly #crew: ThreadCrew;
  readonly #batches: Iterator<readonly number[]>;
  readonly #seed: bigint;
  readonly #pass: number;
  /** The indices of batches that were handed out and not taken. */
  readonly #handedOut = new Map<number, readonly number[]>();
  #next = 0;
  #current = -1;
  /** The last batch that was taken. */
  #taken = -1;
  #isAllHandedOut = false;

  constructor(crew: ThreadCrew, batches: Iterator<readonly number[]>, seed: bigint, pass: number) {
    this.#crew = crew;
    this.#batches = batches;
    this.#seed = seed;
    this.#pass = pass;
  }

  advance(): boolean {
    const { numWorkers, prefetchFactor } = this.#crew.settings;
    this.#handedOut.delete(this.#current);
    while (!this.#isAllHandedOut && this.#handedOut.size < numWorkers * prefetchFactor) this.#handOut();
    if (this.#handedOut.size === 0) return false;
    this.#current++;
    return true;
  }

  #handOut(): void {
    const next = this.#batches.next();
    if (next.done === true) {
      this.#isAllHandedOut = true;
      return;
    }
    const batch = this.#next++;
    this.#handedOut.set(batch, next.value);
    const task = { pass: this.#pass, batch, seed: this.#seed + BigInt(batch), indices: next.value };
    this.#crew.threads.send(this.#workerOf(batch), task);
  }

  #workerOf(batch: number): number {
    return batch % this.#crew.settings.numWorkers;
  }

  read(): readonly unknown[] {
    const { threads } = this.#crew;
    const begin = performance.now();
    for (;;) {
      const since = threads.drain();
      const parts = this.#take();
      if (parts !== null) return parts;
      const left = this.#deadline(begin) - performance.now();
      if (left <= 0 || !threads.wait(since, left)) throw this.#tooLate();
    }
  }

  async readLater(within: <T>(work: () => T) => T): Promise<readonly unknown[]> {
    const begin = performance.now();
    for (;;) {
      this.#crew.threads.drain();
      const parts = within(() => this.#take());
      if (parts !== null) return parts;
      if (!(await this.#crew.threads.news(this.#deadline(begin) - performance.now()))) throw this.#tooLate();
    }
  }

  /** Until when a batch is waited for. A worker that still loads its module has longer. */
  #deadline(begin: number): number {
    const { settings, threads } = this.#crew;
    if (settings.timeout === 0) return Number.POSITIVE_INFINITY;
    return begin + 1000 * (settings.timeout + (threads.begun.has(this.#workerOf(this.#current)) ? 0 : loadingSeconds));
  }

  /** The current batch, null if it has not come; throws what came instead. */
  #take(): readonly unknown[] | null {
    const { threads } = this.#crew;
    const worker = this.#workerOf(this.#current);
    const answer = threads.answers.take(this.#pass, this.#current);
    if (answer === undefined) {
      const lost = threads.lost.get(worker);
      if (lost === undefined) return null;
      // Who is lost is not replaced: the next pass has others.
      threads.close();
      throw lost;
    }
    this.#taken = this.#current;
    if (answer.kind === "batch") return answer.parts.map(unpack);
    const { index, thrown } = answer;
    const what = index === null ? `the samples ${this.#handedOut.get(this.#current)!.join(", ")}` : `sample ${index}`;
    throw new LoaderWorkerError(
      `DataLoader: worker ${worker} could not read ${what}: ${thrown.name}: ${thrown.message}`,
      worker,
      index,
      { cause: revived(thrown) },
    );
  }

  #tooLate(): LoaderWorkerError {
    const { threads, settings } = this.#crew;
    const worker = this.#workerOf(this.#current);
    const error = errorOf(
      threads,
      worker,
      `timed out after ${settings.timeout} seconds${during(threads, worker)}; give a longer timeout, or none`,
      null,
    );
    threads.close();
    return error;
  }

  finish(): void {
    const { threads, settings } = this.#crew;
    if (!settings.isPersistent) threads.close();
    // What is on its way is thrown away when it comes: nobody asks for it.
    for (const batch of this.#handedOut.keys()) if (batch > this.#taken) threads.answers.dismiss(this.#pass, batch);
  }
}
