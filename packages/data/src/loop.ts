// The walk through a DataLoader's batches, synchronous and asynchronous, and the step scope that each batch opens.
// Not which batches there are (sampler.ts).

import { BernoulliError, closeScope, defaultGenerator, type Generator, openScope, type Scope } from "@bernoulli/tensor";
import { drawSeed, type Sampler } from "./sampler.js";

/** What a walk needs of its loader. */
export interface BatchSource<Batch> {
  /** What messages call the loop. */
  readonly name: string;
  readonly batchSampler: Sampler<readonly number[]>;
  readonly generator: Generator | undefined;
  /** Reads samples (or one whole batch), each of which may be a promise. */
  readonly read: (indices: readonly number[]) => readonly unknown[];
  /** Makes a batch of what was read, once it has settled. */
  readonly assemble: (parts: readonly unknown[]) => Batch;
}

const isPromise = (value: unknown): boolean =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";

/** One pass: its batches of indices, and the scope of the step that is under way. */
class Pass<Batch> {
  readonly source: BatchSource<Batch>;
  readonly #batches: Iterator<readonly number[]>;
  #scope: Scope | null = null;
  #finished = false;

  constructor(source: BatchSource<Batch>) {
    this.source = source;
    this.#batches = source.batchSampler[Symbol.iterator]();
    // PyTorch's base seed, which its workers are seeded by: nobody reads it here, but the draw moves the generator on.
    drawSeed(source.generator ?? defaultGenerator());
  }

  /** Ends the step under way and begins the next: its indices, or null after the last. */
  advance(): readonly number[] | null {
    this.#endStep();
    if (this.#finished) return null;
    const next = this.#batches.next();
    if (next.done === true) {
      this.#finished = true;
      return null;
    }
    this.#scope = openScope(this.source.name);
    return next.value;
  }

  /** Ends the step under way, and the pass. */
  finish(): void {
    this.#finished = true;
    this.#endStep();
  }

  #endStep(): void {
    const scope = this.#scope;
    if (scope === null) return;
    closeScope(scope);
    this.#scope = null;
  }
}

/** What `for … of` over a DataLoader walks. */
export class LoaderLoop<Batch> implements IterableIterator<Batch> {
  readonly #pass: Pass<Batch>;

  constructor(source: BatchSource<Batch>) {
    this.#pass = new Pass(source);
  }

  next(): IteratorResult<Batch, undefined> {
    const indices = this.#pass.advance();
    if (indices === null) return { done: true, value: undefined };
    const { read, assemble } = this.#pass.source;
    try {
      const parts = read(indices);
      if (parts.some(isPromise)) {
        for (const part of parts) Promise.resolve(part).catch(() => {});
        throw new BernoulliError(
          "DataLoader: the dataset is asynchronous (its get() returned a promise); iterate with `for await (… of loader)`",
        );
      }
      return { done: false, value: assemble(parts) };
    } catch (error) {
      this.#pass.finish();
      throw error;
    }
  }

  return(): IteratorResult<Batch, undefined> {
    this.#pass.finish();
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** What `for await` over a DataLoader walks. Calls are served one after another, as an async generator's are. */
export class AsyncLoaderLoop<Batch> implements AsyncIterableIterator<Batch> {
  readonly #pass: Pass<Batch>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: BatchSource<Batch>) {
    this.#pass = new Pass(source);
  }

  next(): Promise<IteratorResult<Batch, undefined>> {
    return this.#afterTheLast(async () => {
      const indices = this.#pass.advance();
      if (indices === null) return { done: true, value: undefined };
      const { read, assemble } = this.#pass.source;
      try {
        const parts = read(indices);
        // A batch that is there at once is assembled at once: nothing else comes in between.
        return { done: false, value: assemble(parts.some(isPromise) ? await Promise.all(parts) : parts) };
      } catch (error) {
        this.#pass.finish();
        throw error;
      }
    });
  }

  return(): Promise<IteratorResult<Batch, undefined>> {
    return this.#afterTheLast(async () => {
      this.#pass.finish();
      return { done: true, value: undefined };
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #afterTheLast<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => {});
    return result;
  }
}
