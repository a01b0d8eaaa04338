// DataLoader: what it reads, in which order and batches, and how it is iterated. The walk itself is loop.ts's.

import { ArgumentError, checkOptions, type Generator, type Kinds, optionsOf, type Positional } from "@bernoulli/tensor";
import { type Collated, defaultCollate } from "./collate.js";
import { asDataset, type Dataset, type ReadOf, type SampleOf, type Samples } from "./dataset.js";
import { numbered } from "./enumerate.js";
import { AsyncLoaderLoop, type BatchSource, LoaderLoop } from "./loop.js";
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler } from "./sampler.js";

export interface DataLoaderOptions<Sample, Batch> {
  /** Samples in a batch. Default: 1. */
  readonly batchSize?: number;
  /** Whether samples come in random order, anew at each pass. Default: false. */
  readonly shuffle?: boolean;
  /** The order of the samples, instead of `shuffle`. */
  readonly sampler?: Sampler;
  /** The order and the batches, instead of `batchSize`, `shuffle`, `sampler` and `dropLast`. */
  readonly batchSampler?: Sampler<readonly number[]>;
  /** Whether to leave out a last batch that is smaller. Default: false. */
  readonly dropLast?: boolean;
  /** Makes a batch of a list of samples. Default: {@link defaultCollate}. */
  readonly collate?: (samples: Sample[]) => Batch;
  /** `collate` by PyTorch's name. */
  readonly collateFn?: (samples: Sample[]) => Batch;
  /** Where orders and seeds are drawn from. Default: the default generator. */
  readonly generator?: Generator;
  /** Accepted for PyTorch's sake, as `pinMemory` is: samples are read here, when they are asked for. */
  readonly numWorkers?: number;
  /** Accepted for PyTorch's sake: there is one memory. */
  readonly pinMemory?: boolean;
}

/** In PyTorch's order. */
const places = [
  "batchSize",
  "shuffle",
  "sampler",
  "batchSampler",
  "numWorkers",
  "collateFn",
  "pinMemory",
  "dropLast",
] as const;

const optionKinds: Kinds<DataLoaderOptions<unknown, unknown>> = {
  batchSize: "number",
  shuffle: "boolean",
  sampler: "iterable",
  batchSampler: "iterable",
  dropLast: "boolean",
  collate: "function",
  generator: "Generator",
  collateFn: "function",
  numWorkers: "count",
  pinMemory: "boolean",
};

/** Whether all that `get` gives is there at once. */
type IsSynchronous<D extends Samples> = [Extract<ReadOf<D>, PromiseLike<unknown>>] extends [never] ? true : false;

/** A loader's `[Symbol.iterator]`: there is none where the dataset is asynchronous, so that `for … of` does not compile. */
type SynchronousIteration<D extends Samples, Batch> =
  IsSynchronous<D> extends true ? () => IterableIterator<Batch> : undefined;

/**
 * Goes through a dataset in batches, in PyTorch's order: `for (const [x, y] of loader)` where the dataset is
 * synchronous, `for await` over any. See https://pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader.
 *
 * Memory: each step of the loop is a scope. What it made is freed when the next batch is asked for or the loop is
 * left, but for parameters, gradients, optimizer state, what was kept by `keep()`, and tensors of up to 1 kB, such as
 * losses. So a batch is used inside its step, or kept. Iterators may be asked in turn, or left: each step ends when its own is asked again.
 * What a step makes behind an `await` (in `for … of`, all that such a step made) is not freed, but left to the garbage collector.
 *
 * Randomness: as in PyTorch, each pass first draws a seed of 63 bits from `generator`, shuffled or not; then a shuffled
 * pass draws its order, from `generator` where one was given, else from one seeded anew.
 *
 * @throws ArgumentError for a batch size that is not a positive integer, options that exclude each other, or
 * `shuffle` over an empty dataset.
 * @example
 * ```ts
 * import { DataLoader } from "@bernoulli/data";
 * import { manualSeed } from "@bernoulli/tensor";
 * manualSeed(123);
 * const digits = { length: 5, get: (index: number) => index };
 * const loader = new DataLoader(digits, { batchSize: 2, shuffle: true });
 * loader.length; // → 3
 * [...loader].map((batch) => batch.numel()); // → [2, 2, 1]
 * [...new DataLoader([[1, "a"], [2, "b"]], 2)].map(([, names]) => names); // → [["a", "b"]]
 * ```
 */
export class DataLoader<D extends Samples, Batch = Collated<SampleOf<D>>> implements AsyncIterable<Batch> {
  readonly dataset: D;
  /** Null where a `batchSampler` was given. */
  readonly batchSize: number | null;
  readonly dropLast: boolean;
  /** The order of the samples; null where a `batchSampler` was given. */
  readonly sampler: Sampler | null;
  readonly batchSampler: Sampler<readonly number[]>;
  readonly collate: (samples: SampleOf<D>[]) => Batch;
  readonly generator: Generator | undefined;
  readonly #samples: Dataset<SampleOf<D>>;

  constructor(dataset: D, ...rest: Positional<DataLoaderOptions<SampleOf<D>, Batch>, typeof places>) {
    this.#samples = asDataset("DataLoader", dataset);
    const options = optionsOf<DataLoaderOptions<SampleOf<D>, Batch>>("DataLoader", places, rest);
    checkOptions("DataLoader", options, optionKinds);
    const { batchSize, shuffle = false, sampler, batchSampler, dropLast = false, generator } = options;
    if (options.collate !== undefined && options.collateFn !== undefined)
      throw new ArgumentError("DataLoader: collate and collateFn say the same; give one of them");
    const collate = options.collate ?? options.collateFn;
    if (sampler !== undefined && shuffle) {
      throw new ArgumentError("DataLoader: sampler option is mutually exclusive with shuffle");
    }
    if (batchSampler !== undefined && (batchSize !== undefined || shuffle || sampler !== undefined || dropLast)) {
      throw new ArgumentError(
        "DataLoader: batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast",
      );
    }
    this.dataset = dataset;
    this.generator = generator;
    this.collate = collate ?? (defaultCollate as unknown as (samples: SampleOf<D>[]) => Batch);
    this.dropLast = dropLast;
    if (batchSampler !== undefined) {
      this.batchSize = null;
      this.sampler = null;
      this.batchSampler = batchSampler;
      return;
    }
    this.batchSize = batchSize ?? 1;
    this.sampler =
      sampler ??
      (shuffle
        ? new RandomSampler(dataset, generator === undefined ? {} : { generator })
        : new SequentialSampler(dataset));
    this.batchSampler = new BatchSampler(this.sampler, { batchSize: this.batchSize, dropLast });
  }

  /** The number of batches. */
  get length(): number {
    return this.batchSampler.length;
  }

  // A getter, because a method could not be absent from the type where the dataset is asynchronous.
  get [Symbol.iterator](): SynchronousIteration<D, Batch> {
    return (() => new LoaderLoop(this.#source())) as unknown as SynchronousIteration<D, Batch>;
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Batch> {
    return new AsyncLoaderLoop(this.#source());
  }

  /** The batches with their numbers, as `enumerate` asks for them. @internal */
  [numbered](start: number): Iterable<[number, Batch]> & AsyncIterable<[number, Batch]> {
    const source = (): BatchSource<[number, Batch]> => {
      const { assemble, ...own } = this.#source();
      let at = start;
      return { ...own, assemble: (parts) => [at++, assemble(parts)] };
    };
    return {
      [Symbol.iterator]: () => new LoaderLoop(source()),
      [Symbol.asyncIterator]: () => new AsyncLoaderLoop(source()),
    };
  }

  #source(): BatchSource<Batch> {
    const { collate } = this;
    const dataset = this.#samples;
    const fast = (collate as unknown) === defaultCollate && dataset.getBatch !== undefined;
    return {
      name: `DataLoader loop over ${dataset.length} samples`,
      batchSampler: this.batchSampler,
      generator: this.generator,
      read: (indices) => (fast ? [dataset.getBatch!(indices)] : indices.map((index) => dataset.get(index))),
      assemble: (parts) => (fast ? parts[0] : collate(parts as SampleOf<D>[])) as Batch,
    };
  }
}
