// DataLoader: what it reads, in which order and batches, and how it is iterated. The walk itself is loop.ts's.

import {
  ArgumentError,
  checkOptions,
  type Generator,
  isTensor,
  type Kinds,
  optionsOf,
  type Positional,
} from "@bernoulli/tensor";
import { type Collated, defaultCollate } from "./collate.js";
import { asDataset, type Dataset, type ReadOf, type SampleOf, type Samples } from "./dataset.js";
import { numbered } from "./enumerate.js";
import { AsyncLoaderLoop, type BatchSource, LoaderLoop } from "./loop.js";
import { NumberedReading, StreamReading } from "./reading.js";
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler } from "./sampler.js";
import { isStream, type Stream } from "./stream.js";
import { type Crew, hostsWorkers, type WorkerHost, type WorkerSettings } from "./workers/host.js";

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
  /**
   * How many threads read batches ahead. Default: 0, none. It takes a dataset that threads can make for themselves, one of
   * `defineDataset` of `@bernoulli/data/node`; others are read here, when they are asked for, whatever the number. Batches are the same
   * for any number. More than there are cores beside those that compute hold the step up rather than help it.
   */
  readonly numWorkers?: number;
  /** How many batches each worker reads ahead. Default: 2. */
  readonly prefetchFactor?: number;
  /** Whether workers go on living for the next pass, and keep their datasets. Default: false. */
  readonly persistentWorkers?: boolean;
  /** Seconds to wait for a batch of a worker's before that is an error. Default: 0, for ever. */
  readonly timeout?: number;
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
  "timeout",
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
  prefetchFactor: "count",
  persistentWorkers: "boolean",
  timeout: "number",
  pinMemory: "boolean",
};

/** Whether all that `get` gives is there at once. */
type IsSynchronous<D extends Samples | Stream> = [Extract<ReadOf<D>, PromiseLike<unknown>>] extends [never]
  ? true
  : false;

/** A loader's `[Symbol.iterator]`: there is none where the dataset is asynchronous, so that `for … of` does not compile. */
type SynchronousIteration<D extends Samples | Stream, Batch> =
  IsSynchronous<D> extends true ? () => IterableIterator<Batch> : undefined;

/**
 * Goes through a dataset in batches, in PyTorch's order: `for (const [x, y] of loader)` where the dataset is
 * synchronous, `for await` over any. A dataset is what is read by number ({@link Dataset}, an array, a tensor) or what can only be gone
 * through ({@link IterableDataset}, any iterable). See https://pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader.
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
 * `shuffle` over an empty dataset. While it is gone through: what the dataset throws; of workers a LoaderWorkerError.
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
export class DataLoader<D extends Samples | Stream, Batch = Collated<SampleOf<D>>> implements AsyncIterable<Batch> {
  readonly dataset: D;
  /** Null where a `batchSampler` was given. */
  readonly batchSize: number | null;
  readonly dropLast: boolean;
  /** The order of the samples; null where a `batchSampler` was given, or the dataset can only be gone through. */
  readonly sampler: Sampler | null;
  /** Null where the dataset can only be gone through. */
  readonly batchSampler: Sampler<readonly number[]> | null;
  readonly numWorkers: number;
  readonly collate: (samples: SampleOf<D>[]) => Batch;
  readonly generator: Generator | undefined;
  /** What is read by number; null where the dataset can only be gone through. */
  readonly #samples: Dataset<SampleOf<D>> | null;
  readonly #workers: WorkerSettings;
  #crew: Crew | null = null;

  constructor(dataset: D, ...rest: Positional<DataLoaderOptions<SampleOf<D>, Batch>, typeof places>) {
    const isNumbered = Array.isArray(dataset) || isTensor(dataset) || !isStream(dataset);
    this.#samples = isNumbered ? asDataset("DataLoader", dataset as Samples<SampleOf<D>>) : null;
    const options = optionsOf<DataLoaderOptions<SampleOf<D>, Batch>>("DataLoader", places, rest);
    checkOptions("DataLoader", options, optionKinds);
    const { batchSize, shuffle = false, sampler, batchSampler, dropLast = false, generator } = options;
    if (options.collate !== undefined && options.collateFn !== undefined)
      throw new ArgumentError("DataLoader: collate and collateFn say the same; give one of them");
    const collate = options.collate ?? options.collateFn;
    if (sampler !== undefined && shuffle)
      throw new ArgumentError("DataLoader: sampler option is mutually exclusive with shuffle");
    if (batchSampler !== undefined && (batchSize !== undefined || shuffle || sampler !== undefined || dropLast)) {
      throw new ArgumentError(
        "DataLoader: batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast",
      );
    }
    this.dataset = dataset;
    this.generator = generator;
    this.collate = collate ?? (defaultCollate as unknown as (samples: SampleOf<D>[]) => Batch);
    this.dropLast = dropLast;
    this.numWorkers = options.numWorkers ?? 0;
    this.#workers = workerSettings(this.numWorkers, options);
    if (batchSampler !== undefined && this.#samples !== null) {
      this.batchSize = null;
      this.sampler = null;
      this.batchSampler = batchSampler;
      return;
    }
    this.batchSize = batchSize ?? 1;
    if (!Number.isInteger(this.batchSize) || this.batchSize < 1)
      throw new ArgumentError(
        `BatchSampler: batchSize should be a positive integer value, but got batchSize=${this.batchSize}`,
      );
    if (this.#samples === null) {
      for (const [name, value] of Object.entries({ shuffle: shuffle || undefined, sampler, batchSampler }))
        if (value !== undefined)
          throw new ArgumentError(
            `DataLoader: DataLoader with IterableDataset: expected unspecified ${name} option; the dataset says itself in which order its samples come`,
          );
      this.sampler = null;
      this.batchSampler = null;
      return;
    }
    this.sampler =
      sampler ??
      (shuffle
        ? new RandomSampler(this.#samples, generator === undefined ? {} : { generator })
        : new SequentialSampler(this.#samples));
    this.batchSampler = new BatchSampler(this.sampler, { batchSize: this.batchSize, dropLast });
  }

  /**
   * The number of batches.
   *
   * @throws ArgumentError where the dataset can only be gone through, and has no `length`.
   */
  get length(): number {
    if (this.batchSampler !== null) return this.batchSampler.length;
    const { length } = this.dataset as { readonly length?: unknown };
    if (typeof length !== "number")
      throw new ArgumentError(
        "DataLoader: the dataset can only be gone through, and so has no length; count its batches",
      );
    return this.dropLast ? Math.floor(length / this.batchSize!) : Math.ceil(length / this.batchSize!);
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
    const { collate, generator } = this;
    const dataset = this.#samples;
    if (dataset === null)
      return {
        name: "DataLoader loop over a stream",
        generator,
        begin: () => new StreamReading(this.dataset as Stream, this.batchSize!, this.dropLast),
        assemble: (parts) => collate(parts as SampleOf<D>[]),
      };
    const isWhole = (collate as unknown) === defaultCollate;
    const host = (dataset as Partial<WorkerHost>)[hostsWorkers];
    const batches = () => this.batchSampler![Symbol.iterator]();
    const named = { name: `DataLoader loop over ${dataset.length} samples`, generator };
    if (host !== undefined) {
      const begin = (seed: bigint) => {
        const settings = { ...this.#workers, isWhole };
        if (this.numWorkers === 0) return host.readHere(batches(), seed, settings);
        const crew = this.#crew?.isAlive ? this.#crew : host.start(settings);
        this.#crew = settings.isPersistent ? crew : null;
        return crew.begin(batches(), seed);
      };
      return { ...named, begin, assemble: (parts) => (isWhole ? parts[0] : collate(parts as SampleOf<D>[])) as Batch };
    }
    const fast = isWhole && dataset.getBatch !== undefined;
    const read = (indices: readonly number[]) =>
      fast ? [dataset.getBatch!(indices)] : indices.map((index) => dataset.get(index));
    return {
      ...named,
      begin: () => new NumberedReading(batches(), read),
      assemble: (parts) => (fast ? parts[0] : collate(parts as SampleOf<D>[])) as Batch,
    };
  }
}

/** What the options say of workers. */
function workerSettings(
  numWorkers: number,
  options: Pick<DataLoaderOptions<never, never>, "prefetchFactor" | "persistentWorkers" | "timeout">,
): WorkerSettings {
  const { prefetchFactor = 2, persistentWorkers = false, timeout = 0 } = options;
  if (!(timeout >= 0)) throw new ArgumentError("DataLoader: timeout option should be non-negative");
  if (numWorkers === 0 && timeout > 0)
    throw new ArgumentError(
      "DataLoader: timeout option only makes sense with numWorkers > 0: nothing else is waited for",
    );
  if (numWorkers === 0 && options.prefetchFactor !== undefined)
    throw new ArgumentError(
      "DataLoader: prefetch_factor option could only be specified in multiprocessing: let numWorkers > 0 to enable it, or leave prefetchFactor out",
    );
  if (numWorkers === 0 && persistentWorkers)
    throw new ArgumentError("DataLoader: persistent_workers option needs num_workers > 0");
  if (prefetchFactor < 1)
    throw new ArgumentError(`DataLoader: prefetchFactor must be at least 1, but got ${prefetchFactor}`);
  return { numWorkers, prefetchFactor, isPersistent: persistentWorkers, timeout };
}
