// The walk through a DataLoader's batches, synchronous and asynchronous, and the step scope that each batch opens.
// Not which batches there are, nor who reads them (reading.ts).

import {
  BernoulliError,
  defaultGenerator,
  type Generator,
  isAsynchronous,
  isPromise,
  LoopScope,
} from "@bernoulli/tensor";
import type { Reading } from "./reading.js";
import { drawSeed } from "./sampler.js";

/** What a walk needs of its loader. */
export interface BatchSource<Batch> {
  /** What messages call the loop. */
  readonly name: string;
  readonly generator: Generator | undefined;
  /** Begins a pass; `seed` is PyTorch's base seed. */
  readonly begin: (seed: bigint) => Reading;
  /** Makes a batch of what was read, once it has settled. */
  readonly assemble: (parts: readonly unknown[]) => Batch;
}

/** One pass: what reads its batches, and the scope of the step that is under way. */
class Pass<Batch> {
  readonly source: BatchSource<Batch>;
  readonly reading: Reading;
  #step: LoopScope | null = null;
  #finished = false;

  constructor(source: BatchSource<Batch>) {
    this.source = source;
    // PyTorch's base seed, which its workers are seeded by. Drawn whether anybody reads it or not: the draw moves the generator on.
    this.reading = source.begin(drawSeed(source.generator ?? defaultGenerator()));
  }

  /** The step under way. */
  get step(): LoopScope | null {
    return this.#step;
  }

  /** Ends the step under way and begins the next, or says that there is none. */
  advance(): boolean {
    this.endStep();
    if (this.#finished) return false;
    let hasNext = false;
    try {
      hasNext = this.reading.advance();
    } finally {
      if (!hasNext) this.finish();
    }
    if (hasNext) this.#step = new LoopScope(this.source.name);
    return hasNext;
  }

  /** Ends the step under way, and the pass. */
  finish(): void {
    this.endStep();
    if (this.#finished) return;
    this.#finished = true;
    this.reading.finish();
  }

  endStep(): void {
    this.#step?.end();
    this.#step = null;
  }
}

const end = { done: true, value: undefined } as const;

/** What `for … of` over a DataLoader walks. */
export class LoaderLoop<Batch> implements IterableIterator<Batch> {
  readonly #pass: Pass<Batch>;

  constructor(source: BatchSource<Batch>) {
    this.#pass = new Pass(source);
  }

  next(): IteratorResult<Batch, undefined> {
    if (!this.#pass.advance()) return end;
    this.#pass.step!.open();
    try {
      const parts = this.#pass.reading.read();
      if (parts === null) {
        this.#pass.finish();
        return end;
      }
      if (parts.some(isPromise)) {
        // Asked of each, so that no rejection is left that nobody takes.
        parts.forEach(isAsynchronous);
        throw new BernoulliError(
          "DataLoader: the dataset is asynchronous (its get() returned a promise); iterate with `for await (… of loader)`",
        );
      }
      return { done: false, value: this.#pass.source.assemble(parts) };
    } catch (error) {
      this.#pass.finish();
      throw error;
    }
  }

  return(): IteratorResult<Batch, undefined> {
    this.#pass.finish();
    return end;
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
      if (!this.#pass.advance()) return end;
      const { reading, source } = this.#pass;
      const step = this.#pass.step!;
      try {
        const parts = reading.readLater
          ? await reading.readLater((work) => step.within(work))
          : step.within(() => reading.read());
        if (parts === null) {
          this.#pass.finish();
          return end;
        }
        const settled = parts.some(isPromise) ? await Promise.all(parts) : parts;
        return { done: false, value: step.within(() => source.assemble(settled)) };
      } catch (error) {
        this.#pass.finish();
        throw error;
      }
    });
  }

  return(): Promise<IteratorResult<Batch, undefined>> {
    return this.#inTurn(async () => {
      this.#pass.finish();
      return end;
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
