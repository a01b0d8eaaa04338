// The main thread's side of a loader's workers: it starts them, hands out batches ahead of time, takes them in order, and knows who
// died. A wait is a real one under `for … of`, so that nothing here hangs on events: news come by ports that are asked.

import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ArgumentError } from "@bernoulli/tensor";
import { LoaderWorkerError } from "../errors.js";
import type { Reading } from "../reading.js";
import type { Crew, ReadSettings } from "./host.js";
import {
  type News,
  newsCount,
  sampleOf,
  type Task,
  type Thrown,
  type WorkerStart,
  wardenSource,
  workerSource,
} from "./messages.js";
import { unpack } from "./wire.js";

/** What was heard of a batch. */
type Answer = Extract<News, { kind: "batch" | "error" }>;

/** What threads there are, and what they said. Events refer to it, never to the crew, so that a crew that nobody has is collected. */
class Threads {
  readonly shared: Int32Array;
  readonly answers = new Map<string, Answer>();
  /** Why a worker gives nothing more. */
  readonly lost = new Map<number, LoaderWorkerError>();
  /** Who has made its dataset. */
  readonly begun = new Set<number>();
  isOpen = true;
  readonly #warden: Worker;
  readonly #ports: readonly MessagePort[];
  /** Who waits for news. */
  #wake: () => void = () => {};

  constructor(url: string, given: unknown, settings: ReadSettings) {
    const { numWorkers, isWhole } = settings;
    this.shared = new Int32Array(new SharedArrayBuffer(4 * sampleOf(numWorkers))).fill(-1);
    this.shared[newsCount] = 0;
    const channels = Array.from({ length: numWorkers + 1 }, () => new MessageChannel());
    const [own, ...others] = channels as [MessageChannel, ...MessageChannel[]];
    const starts = others.map(
      ({ port2 }, id): WorkerStart => ({
        url,
        settings: given,
        id,
        numWorkers,
        isWhole,
        port: port2,
        shared: this.shared,
      }),
    );
    try {
      this.#warden = new Worker(wardenSource, {
        eval: true,
        workerData: { starts, source: workerSource, port: own.port2, shared: this.shared },
        transferList: channels.map(({ port2 }) => port2),
        name: "bernoulli loader",
      });
    } catch (cause) {
      for (const { port1 } of channels) port1.close();
      throw new ArgumentError(
        `DataLoader: workers cannot be started (${(cause as Error).message}); the settings of a dataset that defineDataset made are plain values, which can be copied to another thread`,
        { cause },
      );
    }
    this.#warden.unref();
    this.#warden.on("error", (error) => {
      for (let worker = 0; worker < numWorkers; worker++) this.#lose(worker, `died with its warden`, error);
      this.#wake();
    });
    this.#ports = channels.map(({ port1 }) => port1);
    this.#ports.forEach((port, at) => {
      port.on("message", (news: News) => {
        this.#hear(news, at - 1);
        this.#wake();
      });
      port.unref();
    });
  }

  send(worker: number, task: Task): void {
    this.#ports[worker + 1]!.postMessage(task);
  }

  /** Takes in what has come. */
  drain(): void {
    this.#ports.forEach((port, at) => {
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
        this.#hear(next.message as News, at - 1);
    });
  }

  /** Settles when there is news, or the time is over: then it says false. The program lives on meanwhile. */
  async news(milliseconds: number): Promise<boolean> {
    for (const port of this.#ports) port.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<boolean>((resolve) => {
        this.#wake = () => resolve(true);
        if (milliseconds < Number.POSITIVE_INFINITY) timer = setTimeout(() => resolve(false), milliseconds);
      });
    } finally {
      clearTimeout(timer);
      this.#wake = () => {};
      for (const port of this.#ports) port.unref();
    }
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    for (const port of this.#ports) port.close();
    void this.#warden.terminate();
  }

  #hear(news: News, from: number): void {
    if (news.kind === "batch" || news.kind === "error") this.answers.set(keyOf(news), news);
    else if (news.kind === "begun") this.begun.add(from);
    else if (news.kind === "unable") this.#lose(from, "could not begin", news.thrown);
    else this.#lose(news.worker, `died (exit code ${news.code})`, news.thrown);
  }

  /** The first word about a worker's end is the reason. */
  #lose(worker: number, how: string, thrown: Thrown | Error | null): void {
    if (this.lost.has(worker)) return;
    const said = thrown === null ? "" : `: ${thrown.name}: ${thrown.message}`;
    this.lost.set(worker, errorOf(this.shared, worker, `${how}${during(this.shared, worker)}${said}`, thrown));
  }
}

const keyOf = ({ pass, batch }: { readonly pass: number; readonly batch: number }) => `${pass} ${batch}`;

/** The sample that a worker is at; null for none. */
function sampleAt(shared: Int32Array, worker: number): number | null {
  const index = Atomics.load(shared, sampleOf(worker));
  return index < 0 ? null : index;
}

function during(shared: Int32Array, worker: number): string {
  const index = sampleAt(shared, worker);
  return index === null ? "" : ` while it read sample ${index}`;
}

function errorOf(shared: Int32Array, worker: number, text: string, thrown: Thrown | Error | null): LoaderWorkerError {
  const options = thrown === null ? {} : { cause: thrown instanceof Error ? thrown : revived(thrown) };
  return new LoaderWorkerError(`DataLoader: worker ${worker} ${text}`, worker, sampleAt(shared, worker), options);
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

  constructor(url: string, given: unknown, settings: ReadSettings) {
    this.threads = new Threads(url, given, settings);
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
      const seen = Atomics.load(threads.shared, newsCount);
      threads.drain();
      const parts = this.#take();
      if (parts !== null) return parts;
      const left = this.#deadline(begin) - performance.now();
      if (left <= 0 || Atomics.wait(threads.shared, newsCount, seen, left) === "timed-out") throw this.#tooLate();
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
    const key = keyOf({ pass: this.#pass, batch: this.#current });
    const answer = threads.answers.get(key);
    if (answer === undefined) {
      const lost = threads.lost.get(worker);
      if (lost === undefined) return null;
      // Who is lost is not replaced: the next pass has others.
      threads.close();
      throw lost;
    }
    threads.answers.delete(key);
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
      threads.shared,
      worker,
      `timed out after ${settings.timeout} seconds${during(threads.shared, worker)}; give a longer timeout, or none`,
      null,
    );
    threads.close();
    return error;
  }

  finish(): void {
    const { threads, settings } = this.#crew;
    if (!settings.isPersistent) threads.close();
    // What is on its way is thrown away when it comes: nobody asks for it.
    for (const batch of this.#handedOut.keys()) threads.answers.delete(keyOf({ pass: this.#pass, batch }));
  }
}
