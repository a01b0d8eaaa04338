// Samplers: in which order samples are read, and how they are cut into batches. PyTorch's draws, one for one.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  defaultGenerator,
  describe,
  Generator,
  isTensor,
  type Kinds,
  multinomial,
  randint,
  ShapeError,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { checkSized, drawOrder } from "./dataset.js";

/** An order of indices that can be gone through again and again; `length` is how many one pass gives. */
export interface Sampler<Index = number> extends Iterable<Index> {
  readonly length: number;
}

/** What has a length: a dataset, or an array. */
interface Sized {
  readonly length: number;
}

/**
 * 0, 1, 2, … in order. See https://pytorch.org/docs/stable/data.html#torch.utils.data.SequentialSampler.
 *
 * @example
 * ```ts
 * import { SequentialSampler } from "@bernoulli/data";
 * [...new SequentialSampler({ length: 3 })]; // → [0, 1, 2]
 * ```
 */
export class SequentialSampler implements Sampler {
  readonly #source: Sized;

  constructor(source: Sized) {
    checkSized("SequentialSampler", "source", source);
    this.#source = source;
  }

  get length(): number {
    return this.#source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (let index = 0; index < this.#source.length; index++) yield index;
  }
}

export interface RandomSamplerOptions {
  /** Whether an index may come again before the others came. Default: false. */
  readonly replacement?: boolean;
  /** How many indices a pass gives. Default: the length of the source. */
  readonly numSamples?: number;
  /** Where the order is drawn from. Default: a generator of its own for each pass, seeded from the default one. */
  readonly generator?: Generator;
}

const randomKinds: Kinds<RandomSamplerOptions> = {
  replacement: "boolean",
  numSamples: "number",
  generator: "Generator",
};

/** How many indices PyTorch draws at a time with replacement. */
const drawsAtATime = 32;

/**
 * Indices in random order, anew at each pass, in PyTorch's order.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.RandomSampler.
 *
 * @throws ArgumentError if `numSamples`, or the length of the source, is not a positive integer.
 * @example
 * ```ts
 * import { RandomSampler } from "@bernoulli/data";
 * import { Generator } from "@bernoulli/tensor";
 * const generator = new Generator({ seed: 0 });
 * [...new RandomSampler({ length: 10 }, { generator })]; // → [4, 1, 7, 5, 3, 9, 0, 8, 6, 2]
 * ```
 */
export class RandomSampler implements Sampler {
  readonly replacement: boolean;
  readonly generator: Generator | undefined;
  readonly #source: Sized;
  readonly #numSamples: number | undefined;

  constructor(source: Sized, options: RandomSamplerOptions = {}) {
    checkSized("RandomSampler", "source", source);
    checkOptions("RandomSampler", options, randomKinds);
    const { replacement = false, numSamples, generator } = options;
    this.replacement = replacement;
    this.generator = generator;
    this.#source = source;
    this.#numSamples = numSamples;
    const count = this.length;
    if (!Number.isInteger(count) || count <= 0 || source.length === 0) {
      throw new ArgumentError(
        `RandomSampler: numSamples should be a positive integer value, but got numSamples=${count}` +
          (source.length === 0 ? "; the dataset is empty" : ""),
      );
    }
  }

  get length(): number {
    return this.#numSamples ?? this.#source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const generator = this.generator ?? new Generator({ seed: drawSeed(defaultGenerator()) });
    const range = this.#source.length;
    const count = this.length;
    if (this.replacement) {
      for (let left = count; left >= drawsAtATime; left -= drawsAtATime) yield* draws(range, drawsAtATime, generator);
      yield* draws(range, count % drawsAtATime, generator);
      return;
    }
    for (let round = 0; round < Math.floor(count / range); round++) yield* drawOrder(range, generator);
    // PyTorch draws an order for the remainder even where there is none: a generator given by the user feels it.
    yield* drawOrder(range, generator).slice(0, count % range);
  }
}

function draws(range: number, count: number, generator: Generator): number[] {
  return scope(() => Array.from(randint(0, range, [count], { generator }).toTypedArray()));
}

/** A seed of 63 bits, as PyTorch's loaders and samplers draw them: a random int64 that is not negative. */
export function drawSeed(generator: Generator): bigint {
  return generator.random64() & 0x7fff_ffff_ffff_ffffn;
}

export interface SubsetRandomSamplerOptions {
  /** Where the order is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * The given indices in random order, anew at each pass, in PyTorch's order.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.SubsetRandomSampler.
 *
 * @example
 * ```ts
 * import { SubsetRandomSampler } from "@bernoulli/data";
 * import { Generator } from "@bernoulli/tensor";
 * const generator = new Generator({ seed: 0 });
 * [...new SubsetRandomSampler([10, 20, 30, 40], { generator })]; // → [10, 20, 40, 30]
 * ```
 */
export class SubsetRandomSampler implements Sampler {
  readonly indices: readonly number[];
  readonly generator: Generator | undefined;

  constructor(indices: readonly number[], options: SubsetRandomSamplerOptions = {}) {
    checkArgument("SubsetRandomSampler", "indices", indices, "numbers");
    checkOptions("SubsetRandomSampler", options, { generator: "Generator" });
    this.indices = indices;
    this.generator = options.generator;
  }

  get length(): number {
    return this.indices.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (const at of drawOrder(this.indices.length, this.generator)) yield this.indices[at]!;
  }
}

export interface WeightedRandomSamplerOptions {
  /** Whether an index may come again in a pass. Default: true. */
  readonly replacement?: boolean;
  /** Where the indices are drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * Indices of `weights`, each as likely as its weight says, `numSamples` a pass; PyTorch's draws.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.WeightedRandomSampler.
 *
 * @throws ArgumentError unless `numSamples` is a positive integer; ShapeError unless the weights are a list; and, when a pass begins, for weights that
 * are no probabilities, or too few of them without replacement.
 * @example
 * ```ts
 * import { WeightedRandomSampler } from "@bernoulli/data";
 * import { Generator } from "@bernoulli/tensor";
 * const generator = new Generator({ seed: 0 });
 * [...new WeightedRandomSampler([0, 1, 0, 1], 6, { generator })].every((index) => index % 2 === 1); // → true
 * ```
 */
export class WeightedRandomSampler implements Sampler {
  readonly weights: readonly number[];
  readonly replacement: boolean;
  readonly generator: Generator | undefined;
  readonly length: number;

  constructor(weights: readonly number[] | Tensor, numSamples: number, options: WeightedRandomSamplerOptions = {}) {
    checkOptions("WeightedRandomSampler", options, { replacement: "boolean", generator: "Generator" });
    if (!Number.isInteger(numSamples) || numSamples <= 0)
      throw new ArgumentError(
        `WeightedRandomSampler: numSamples should be a positive integer value, but got numSamples=${describe(numSamples)}`,
      );
    if (isTensor(weights) && weights.ndim !== 1)
      throw new ShapeError(
        `WeightedRandomSampler: weights should be a 1d sequence but given weights have shape [${weights.shape.join(", ")}]`,
      );
    const list = isTensor(weights) ? Array.from(weights.toTypedArray(), Number) : weights;
    checkArgument("WeightedRandomSampler", "weights", list, "numbers");
    this.weights = list;
    this.length = numSamples;
    this.replacement = options.replacement ?? true;
    this.generator = options.generator;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { weights, length, replacement, generator } = this;
    const drawing = generator === undefined ? {} : { generator };
    yield* scope(() =>
      Array.from(
        multinomial(tensor(weights, { dtype: "float64" }), length, { replacement, ...drawing }).toTypedArray(),
        Number,
      ),
    );
  }
}

export interface BatchSamplerOptions {
  readonly batchSize: number;
  /** Whether to leave out a last batch that is smaller. Default: false. */
  readonly dropLast?: boolean;
}

const batchKinds: Kinds<BatchSamplerOptions> = { batchSize: "number", dropLast: "boolean" };

/**
 * The indices of another sampler, in batches.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.BatchSampler.
 *
 * @throws ArgumentError if `batchSize` is not a positive integer.
 * @example
 * ```ts
 * import { BatchSampler, SequentialSampler } from "@bernoulli/data";
 * const sampler = new SequentialSampler({ length: 5 });
 * [...new BatchSampler(sampler, { batchSize: 2 })]; // → [[0, 1], [2, 3], [4]]
 * [...new BatchSampler(sampler, { batchSize: 2, dropLast: true })]; // → [[0, 1], [2, 3]]
 * ```
 */
export class BatchSampler implements Sampler<number[]> {
  readonly sampler: Sampler;
  readonly batchSize: number;
  readonly dropLast: boolean;

  constructor(sampler: Sampler, options: BatchSamplerOptions) {
    checkArgument("BatchSampler", "sampler", sampler, "iterable");
    checkOptions("BatchSampler", options, batchKinds);
    const { batchSize, dropLast = false } = options;
    if (!Number.isInteger(batchSize) || batchSize <= 0) {
      throw new ArgumentError(
        `BatchSampler: batchSize should be a positive integer value, but got batchSize=${batchSize}`,
      );
    }
    this.sampler = sampler;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
  }

  get length(): number {
    const batches = this.sampler.length / this.batchSize;
    return this.dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  *[Symbol.iterator](): IterableIterator<number[]> {
    let batch: number[] = [];
    for (const index of this.sampler) {
      batch.push(index);
      if (batch.length < this.batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0 && !this.dropLast) yield batch;
  }
}
