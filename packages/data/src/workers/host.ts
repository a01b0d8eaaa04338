// What a DataLoader asks of a dataset that threads can read, and what they say of themselves. Only the agreement: threads are
// Node's, crew.ts.

import type { Reading } from "../reading.js";

/** What a loader's options say of its workers. */
export interface WorkerSettings {
  readonly numWorkers: number;
  /** Batches that each reads ahead. */
  readonly prefetchFactor: number;
  readonly isPersistent: boolean;
  /** Seconds; 0 is for ever. */
  readonly timeout: number;
}

/** With how batches come: whole, as `defaultCollate` makes them, or as lists of samples. */
export interface ReadSettings extends WorkerSettings {
  readonly isWhole: boolean;
}

/** Threads that live, and read one pass after another. */
export interface Crew {
  /** False where one was lost. */
  readonly isAlive: boolean;
  begin(batches: Iterator<readonly number[]>, seed: bigint): Reading;
}

/** Under this a dataset says how threads read it. */
export const hostsWorkers: unique symbol = Symbol("hostsWorkers");

export interface WorkerHost {
  readonly [hostsWorkers]: {
    /** Starts threads. */
    start(settings: ReadSettings): Crew;
    /** Reads what they would read, in this thread. */
    readHere(batches: Iterator<readonly number[]>, seed: bigint, settings: ReadSettings): Reading;
  };
}

/** The same threads, asked for other numbers. */
export function hostThrough(
  host: WorkerHost[typeof hostsWorkers],
  resolve: (index: number) => number,
): WorkerHost[typeof hostsWorkers] {
  const through = function* (batches: Iterator<readonly number[]>): Generator<readonly number[], void, undefined> {
    for (let next = batches.next(); next.done !== true; next = batches.next()) yield next.value.map(resolve);
  };
  return {
    start(settings) {
      const crew = host.start(settings);
      return {
        get isAlive() {
          return crew.isAlive;
        },
        begin: (batches, seed) => crew.begin(through(batches), seed),
      };
    },
    readHere: (batches, seed, settings) => host.readHere(through(batches), seed, settings),
  };
}

/** What a worker knows of itself. */
export interface WorkerInfo {
  /** From 0 to numWorkers − 1. */
  readonly id: number;
  readonly numWorkers: number;
}

let own: WorkerInfo | null = null;

/** Says that this thread is a worker. */
export function setWorkerInfo(info: WorkerInfo): void {
  own = info;
}

/**
 * Which worker of a {@link DataLoader} this thread is; null outside of workers.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.get_worker_info.
 *
 * @example
 * ```ts
 * import { getWorkerInfo } from "@bernoulli/data";
 * getWorkerInfo(); // → null
 * ```
 */
export function getWorkerInfo(): WorkerInfo | null {
  return own;
}
