// Dataset, and the datasets made of tensors or of a part of others: TensorDataset, Subset, randomSplit. Those of several are in joined.ts.
// Not the order in which samples are read (sampler.ts), nor how they become batches (collate.ts).

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  type Generator,
  IndexError,
  isTensor,
  optionsOf,
  type Positional,
  randperm,
  ShapeError,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import type { Collated } from "./collate.js";
import type { Stream } from "./stream.js";
import { hostsWorkers, hostThrough, type WorkerHost } from "./workers/host.js";

/**
 * Samples by number. `Sample` is a promise where reading is asynchronous: a {@link DataLoader} over such a dataset
 * can be iterated by `for await` only. See https://pytorch.org/docs/stable/data.html#map-style-datasets.
 *
 * @example
 * ```ts
 * import { DataLoader } from "@bernoulli/data";
 * const squares = { length: 4, get: (index: number) => index * index };
 * [...new DataLoader(squares, { batchSize: 2 })].map((batch) => batch.toArray()); // → [[0, 1], [4, 9]]
 * ```
 */
export interface Dataset<Sample = any> {
  /** The number of samples. */
  readonly length: number;
  /** The sample of a number from 0 to length − 1. */
  get(index: number): Sample;
  /**
   * What {@link defaultCollate} would make of these samples, one or more of them, had faster than one by one. Optional; a loader
   * uses it unless it was given a `collate` of its own.
   */
  getBatch?(indices: readonly number[]): MapAwaited<Sample>;
}

/** What a batch of `Sample` is, as a promise where `Sample` is one. */
type MapAwaited<Sample> = Sample extends PromiseLike<infer Settled> ? Promise<Collated<Settled>> : Collated<Sample>;

/**
 * What samples can be read from: a dataset, or, as in PyTorch, what has a length and rows of its own: an array of samples, or a tensor.
 */
export type Samples<Sample = any> = Dataset<Sample> | readonly Sample[] | Tensor;

/** What reading gives: what an array has, a dataset's `get` gives, or is come upon by going through. */
export type ReadOf<D extends Samples | Stream> = D extends Tensor
  ? Tensor
  : D extends readonly (infer Sample)[]
    ? Sample
    : D extends Dataset
      ? ReturnType<D["get"]>
      : D extends Iterable<infer Sample>
        ? Sample
        : D extends AsyncIterable<infer Sample>
          ? Promise<Sample>
          : never;

/** A dataset's sample, once it has settled. */
export type SampleOf<D extends Samples | Stream> = Awaited<ReadOf<D>>;

/**
 * The dataset that arrays and tensors are.
 *
 * @throws ArgumentError for what has no length, or no `get`.
 */
export function asDataset<Sample>(owner: string, given: Samples<Sample>): Dataset<Sample> {
  if (Array.isArray(given) || isTensor(given)) {
    const at = (index: number) => {
      checkIndex(owner, index, given.length);
      return (Array.isArray(given) ? given[index] : given.select(0, index)) as Sample;
    };
    return {
      get length() {
        return given.length;
      },
      get: at,
    };
  }
  checkDataset(owner, given as Dataset<Sample>);
  return given as Dataset<Sample>;
}

/** Throws unless `source` tells its length. */
export function checkSized(owner: string, name: string, source: { readonly length: number }): void {
  checkArgument(owner, name, source, "object");
  checkArgument(owner, `the length of ${name}`, source.length, "count");
}

/** Throws unless `dataset` has a length and a `get`. */
function checkDataset(owner: string, dataset: Dataset): void {
  checkSized(owner, "dataset", dataset);
  checkArgument(owner, "dataset.get", dataset.get, "function");
}

/** Throws unless `index` numbers one of `length` samples. */
export function checkIndex(what: string, index: number, length: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    const wanted = length === 0 ? "there are no samples" : `expected an integer from 0 to ${length - 1}`;
    throw new IndexError(`${what}: index ${describe(index)} is out of range: ${wanted}`);
  }
}

/** Throws unless `indices` are the numbers of one or more samples, as a `getBatch` is asked for. */
export function checkIndices(what: string, indices: readonly number[], length: number): void {
  checkArgument(`${what}.getBatch`, "indices", indices, "numbers");
  if (indices.length === 0)
    throw new ShapeError(`${what}.getBatch: expected the numbers of one or more samples, got an empty list`);
  for (const index of indices) checkIndex(what, index, length);
}

/**
 * A dataset of tensors of equal first dimension; sample i is row i of each.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.TensorDataset.
 *
 * Shapes: tensors (N, *) → samples (*). The rows are views: they share the tensors' memory.
 *
 * @throws ShapeError if the tensors' first dimensions differ.
 * @example
 * ```ts
 * import { TensorDataset } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const dataset = new TensorDataset(tensor([[1, 2], [3, 4]]), tensor([0, 1], { dtype: "int32" }));
 * dataset.length; // → 2
 * const [x, y] = dataset.get(1);
 * x.toArray(); // → [3, 4]
 * y.item(); // → 1
 * ```
 */
export class TensorDataset<const Tensors extends readonly Tensor[]> implements Dataset<Rows<Tensors>> {
  readonly tensors: Tensors;
  readonly length: number;

  constructor(...tensors: Tensors) {
    for (const [at, tensor] of tensors.entries()) checkArgument("TensorDataset", `argument ${at}`, tensor, "Tensor");
    const sizes = tensors.map((tensor) => tensor.shape[0]);
    const length = sizes[0];
    if (length === undefined || sizes.some((size) => size !== length)) {
      throw new ShapeError(
        "TensorDataset: size mismatch between tensors: expected one or more tensors of equal first dimension, got shapes " +
          `${tensors.map(({ shape }) => `[${shape.join(", ")}]`).join(", ") || "none"}`,
      );
    }
    this.tensors = tensors;
    this.length = length;
  }

  get(index: number): Rows<Tensors> {
    checkIndex("TensorDataset", index, this.length);
    return this.tensors.map((tensor) => tensor.select(0, index)) as Rows<Tensors>;
  }
}

/** A tuple of as many tensors. */
export type Rows<Tensors extends readonly Tensor[]> = { -readonly [At in keyof Tensors]: Tensor };

/**
 * Some samples of a dataset, in the order of `indices`.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.Subset.
 *
 * @throws IndexError if an index is not one of the dataset's.
 * @example
 * ```ts
 * import { Subset } from "@bernoulli/data";
 * const letters = { length: 3, get: (index: number) => ["a", "b", "c"][index] as string };
 * new Subset(letters, [2, 0]).get(0); // → "c"
 * ```
 */
export class Subset<Sample> implements Dataset<Sample> {
  readonly dataset: Samples<Sample>;
  readonly indices: readonly number[];
  readonly #source: Dataset<Sample>;
  /** How threads read the whole dataset, where they can. @internal */
  readonly [hostsWorkers]?: WorkerHost[typeof hostsWorkers];
  /** The whole dataset's `getBatch`, where it has one. */
  readonly getBatch?: NonNullable<Dataset<Sample>["getBatch"]>;

  constructor(given: Samples<Sample>, indices: readonly number[]) {
    const source = asDataset("Subset", given);
    checkArgument("Subset", "indices", indices, "array");
    for (const index of indices) checkIndex("Subset", index, source.length);
    this.dataset = given;
    this.indices = indices;
    this.#source = source;
    if (source.getBatch !== undefined) {
      this.getBatch = (wanted) => {
        checkIndices("Subset", wanted, this.indices.length);
        return source.getBatch!(wanted.map((index) => this.indices[index]!));
      };
    }
    const host = (source as Partial<WorkerHost>)[hostsWorkers];
    if (host !== undefined) {
      this[hostsWorkers] = hostThrough(host, (index) => this.#resolve(index));
    }
  }

  get length(): number {
    return this.indices.length;
  }

  get(index: number): Sample {
    return this.#source.get(this.#resolve(index));
  }

  #resolve(index: number): number {
    checkIndex("Subset", index, this.indices.length);
    return this.indices[index]!;
  }
}

export interface RandomSplitOptions {
  /** Where the order is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/** Whether a sum of fractions is 1 but for rounding, as Python's math.isclose has it. */
const isOne = (sum: number): boolean => Math.abs(sum - 1) <= 1e-9 * Math.max(sum, 1) && sum <= 1;

/** Fractions of `length`, rounded down; what is left over goes to the parts in turn, from the first on. */
function lengthsOfFractions(fractions: readonly number[], length: number): number[] {
  fractions.forEach((fraction, part) => {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new ArgumentError(`randomSplit: fraction at index ${part} is not between 0 and 1: ${fraction}`);
    }
  });
  const lengths = fractions.map((fraction) => Math.floor(length * fraction));
  const left = length - lengths.reduce((sum, part) => sum + part, 0);
  for (let given = 0; given < left; given++) lengths[given % lengths.length]! += 1;
  return lengths;
}

/**
 * Splits a dataset at random into parts of the given lengths, or of the given fractions where they sum to 1; the
 * order is PyTorch's. See https://pytorch.org/docs/stable/data.html#torch.utils.data.random_split.
 *
 * @throws ArgumentError if lengths do not sum to the dataset's, or a fraction is outside [0, 1].
 * @example
 * ```ts
 * import { randomSplit } from "@bernoulli/data";
 * import { Generator } from "@bernoulli/tensor";
 * const digits = { length: 10, get: (index: number) => index };
 * const [train, validation] = randomSplit(digits, [0.8, 0.2], { generator: new Generator({ seed: 0 }) });
 * train.indices; // → [4, 1, 7, 5, 3, 9, 0, 8]
 * validation.indices; // → [6, 2]
 * ```
 */
export function randomSplit<Sample, const Lengths extends readonly number[]>(
  given: Samples<Sample>,
  lengths: Lengths,
  ...rest: Positional<RandomSplitOptions, ["generator"]>
): { -readonly [At in keyof Lengths]: Subset<Sample> } {
  const dataset = asDataset("randomSplit", given);
  checkArgument("randomSplit", "lengths", lengths, "numbers");
  const options = optionsOf<RandomSplitOptions>("randomSplit", ["generator"], rest);
  checkOptions("randomSplit", options, { generator: "Generator" });
  const sum = lengths.reduce((total, length) => total + length, 0);
  const parts = isOne(sum) ? lengthsOfFractions(lengths, dataset.length) : lengths;
  const total = parts.reduce((before, length) => before + length, 0);
  if (total !== dataset.length || parts.some((length) => !Number.isInteger(length) || length < 0)) {
    throw new ArgumentError(
      "randomSplit: sum of input lengths does not equal the length of the input dataset: expected whole lengths that " +
        `sum to ${dataset.length}, or fractions that sum to 1, got [${lengths.join(", ")}]`,
    );
  }
  const order = drawOrder(dataset.length, options.generator);
  let start = 0;
  return parts.map((length) => {
    start += length;
    return new Subset(dataset, order.slice(start - length, start));
  }) as { -readonly [At in keyof Lengths]: Subset<Sample> };
}

/** randperm as plain numbers, its tensor freed at once. */
export function drawOrder(length: number, generator: Generator | undefined): number[] {
  return scope(() => Array.from(randperm(length, generator === undefined ? {} : { generator }).toTypedArray()));
}
