// The walk through a DataLoader's batches, synchronous and asynchronous, and the step scope that each batch opens.
// Not which batches there are (sampler.ts).

import {
  BernoulliError,
  defaultGenerator,
  type Generator,
  isAsynchronous,
  isPromise,
  LoopScope,
} from "@bernoulli/tensor";
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

/** One pass: its batches of indices, and the scope of the step that is under way. */
class Pass<Batch> {
  readonly source: BatchSource<Batch>;
  readonly #batches: Iterator<readonly number[]>;
  #step: LoopScope | null = null;
  #finished = false;

  constructor(source: BatchSource<Batch>) {
    this.source = source;
    this.#batches = source.batchSampler[Symbol.iterator]();
    // PyTorch's base seed, which its workers are seeded by: nobody reads it here, but the draw moves the generator on.
    drawSeed(source.generator ?? defaultGenerator());
  }

  /** The step under way. */
  get step(): LoopScope | null {
    return this.#step;
  }

  /** Ends the step under way and makes the next: its indices, or null after the last. */
  advance(): readonly number[] | null {
    this.endStep();
    if (this.#finished) return null;
    const next = this.#batches.next();
    if (next.done === true) {
      this.#finished = true;
      return null;
    }
    this.#step = new LoopScope(this.source.name);
    return next.value;
  }

  /** Ends the step under way, and the pass. */
  finish(): void {
    this.#finished = true;
    this.endStep();
  }

  endStep(): void {
    this.#step?.end();
    this.#step = null;
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
    this.#pass.step!.open();
    try {
      const parts = read(indices);
      if (parts.some(isPromise)) {
        // Asked of each, so that no rejection is left that nobody takes.
        parts.forEach(isAsynchronous);
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
  /** Settles when the call before has been served; null when none is under way. */
  #last: Promise<void> | null = null;

  constructor(source: BatchSource<Batch>) {
    this.#pass = new Pass(source);
  }

  next(): Promise<IteratorResult<Batch, undefined>> {
    return this.#inTurn(async () => {
      const indices = this.#pass.advance();
      if (indices === null) return { done: true, value: undefined };
      const { read, assemble } = this.#pass.source;
      const step = this.#pass.step!;
      try {
        const parts = step.within(() => read(indices));
        const settled = parts.some(isPromise) ? await Promise.all(parts) : parts;
        return { done: false, value: step.within(() => assemble(settled)) };
      } catch (error) {
        this.#pass.finish();
        throw error;
      }
    });
  }

  return(): Promise<IteratorResult<Batch, undefined>> {
    return this.#inTurn(async () => {
      this.#pass.finish();
      return { done: true, value: undefined };
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /**
   * Serves a call when the one before has been served. The step is open while that which awaits the call runs without a break, and
   * only then: the reactions to a promise run one behind the other, ours first, and what is queued right after it settles is next.
   */
  #inTurn(work: () => Promise<IteratorResult<Batch, undefined>>): Promise<IteratorResult<Batch, undefined>> {
    const before = this.#last;
    const result = new Promise<IteratorResult<Batch, undefined>>((resolve, reject) => {
      const begin = () =>
        void work().then((value) => {
          const { step } = this.#pass;
          resolve(value);
          queueMicrotask(() => step?.suspend());
        }, reject);
      if (before === null) begin();
      else before.then(begin);
    });
    const served = () => {
      if (this.#last === last) this.#last = null;
    };
    const last = result.then(() => {
      this.#pass.step?.enter();
      served();
    }, served);
    this.#last = last;
    return result;
  }
}
