// What reads the batches of one pass: a dataset by its sampler's numbers, or one that can only be gone through. Those that
// workers read are workers/reading.ts's; what becomes of the parts is loop.ts's.

import { BernoulliError } from "@bernoulli/tensor";

/** Reads the batches of one pass, one after another. */
export interface Reading {
  /** Begins the next batch; false behind the last. */
  advance(): boolean;
  /** The samples of the batch (or one whole batch), each of which may be a promise; null where there are none after all. */
  read(): readonly unknown[] | null;
  /** The same where it must be waited for; `within` runs what belongs to the step. Without it, `read` is asked by `for await` too. */
  readLater?(within: <T>(work: () => T) => T): Promise<readonly unknown[] | null>;
  /** The pass has ended, by its end, by an error, or because the loop was left. */
  finish(): void;
}

/** Reads by number, when asked. */
export class NumberedReading implements Reading {
  readonly #batches: Iterator<readonly number[]>;
  readonly #read: (indices: readonly number[]) => readonly unknown[];
  #indices: readonly number[] = [];

  constructor(batches: Iterator<readonly number[]>, read: (indices: readonly number[]) => readonly unknown[]) {
    this.#batches = batches;
    this.#read = read;
  }

  advance(): boolean {
    const next = this.#batches.next();
    if (next.done !== true) this.#indices = next.value;
    return next.done !== true;
  }

  read(): readonly unknown[] {
    return this.#read(this.#indices);
  }

  finish(): void {}
}

/** Takes the next samples of what can only be gone through. */
export class StreamReading implements Reading {
  readonly #stream: Partial<Iterable<unknown> & AsyncIterable<unknown>>;
  readonly #batchSize: number;
  readonly #dropLast: boolean;
  readonly readLater?: NonNullable<Reading["readLater"]>;
  #iterator: Iterator<unknown> | AsyncIterator<unknown> | null = null;
  #ended = false;

  constructor(stream: Iterable<unknown> | AsyncIterable<unknown>, batchSize: number, dropLast: boolean) {
    this.#stream = stream;
    this.#batchSize = batchSize;
    this.#dropLast = dropLast;
    if (this.#stream[Symbol.iterator] === undefined) this.readLater = (within) => this.#readLater(within);
  }

  advance(): boolean {
    return !this.#ended;
  }

  read(): readonly unknown[] | null {
    if (this.#stream[Symbol.iterator] === undefined)
      throw new BernoulliError(
        "DataLoader: the dataset is asynchronous (it has no [Symbol.iterator]()); iterate with `for await (… of loader)`",
      );
    this.#iterator ??= this.#stream[Symbol.iterator]!();
    const samples: unknown[] = [];
    while (samples.length < this.#batchSize && !this.#ended)
      this.#take(this.#iterator.next() as IteratorResult<unknown>, samples);
    return this.#whole(samples);
  }

  async #readLater(within: <T>(work: () => T) => T): Promise<readonly unknown[] | null> {
    this.#iterator ??= within(() => this.#stream[Symbol.asyncIterator]!());
    const samples: unknown[] = [];
    while (samples.length < this.#batchSize && !this.#ended)
      this.#take(await within(() => this.#iterator!.next()), samples);
    return this.#whole(samples);
  }

  #take(next: IteratorResult<unknown>, samples: unknown[]): void {
    if (next.done === true) this.#ended = true;
    else samples.push(next.value);
  }

  #whole(samples: readonly unknown[]): readonly unknown[] | null {
    return samples.length === 0 || (this.#dropLast && samples.length < this.#batchSize) ? null : samples;
  }

  /** Lets a generator that was left run its `finally`. */
  finish(): void {
    const iterator = this.#iterator;
    this.#iterator = null;
    if (this.#ended || iterator === null) return;
    this.#ended = true;
    const left: unknown = iterator.return?.();
    // Nobody waits for it; a rejection is no reason to end the program.
    if (left instanceof Promise) left.catch(() => {});
  }
}
