// DistributedSampler: the part of a data set's indices that a rank reads, in PyTorch's order.

import { ArgumentError, checkArgument, checkOptions, Generator, type Kinds, randperm, scope } from "@bernoulli/tensor";
import { getRank, getWorldSize } from "./world.js";

export interface DistributedSamplerOptions {
  /** How many parts there are. Default: the world's size. */
  readonly numReplicas?: number;
  /** Which of them this is, from 0 on. Default: the process's rank. */
  readonly rank?: number;
  /** Whether the order is drawn anew in each epoch. Default: true. */
  readonly shuffle?: boolean;
  /** What the order is drawn from, with the epoch added; the same on all ranks. Default: 0. */
  readonly seed?: number;
  /** Whether the last indices are left out where they do not make a part each; else some come twice. Default: false. */
  readonly dropLast?: boolean;
}

const optionKinds: Kinds<DistributedSamplerOptions> = {
  numReplicas: "count",
  rank: "count",
  shuffle: "boolean",
  seed: "number",
  dropLast: "boolean",
};

/**
 * The indices of a data set that this rank reads: every `numReplicas`-th of an order that all ranks draw alike, in PyTorch's order. All
 * ranks have as many. Call {@link DistributedSampler.setEpoch} before each epoch, or all have the same order.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler.
 *
 * @throws ArgumentError for a rank that is not below numReplicas, or a data set without a length.
 * @example
 * ```ts
 * import { DistributedSampler } from "@bernoulli/distributed";
 * const sampler = new DistributedSampler({ length: 5 }, { numReplicas: 2, rank: 1, shuffle: false });
 * [...sampler]; // → [1, 3, 0]
 * sampler.length; // → 3
 * ```
 */
export class DistributedSampler implements Iterable<number> {
  readonly numReplicas: number;
  readonly rank: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly dropLast: boolean;
  epoch = 0;
  readonly #source: { readonly length: number };

  constructor(dataset: { readonly length: number }, options: DistributedSamplerOptions = {}) {
    checkOptions("DistributedSampler", options, optionKinds);
    checkArgument("DistributedSampler", "dataset.length", dataset?.length, "count");
    const { numReplicas = getWorldSize(), rank = getRank() } = options;
    if (!(numReplicas >= 1) || rank >= numReplicas)
      throw new ArgumentError(
        `DistributedSampler: Invalid rank ${rank}, rank should be in the interval [0, ${numReplicas - 1}]`,
      );
    this.#source = dataset;
    this.numReplicas = numReplicas;
    this.rank = rank;
    this.shuffle = options.shuffle ?? true;
    this.seed = options.seed ?? 0;
    this.dropLast = options.dropLast ?? false;
  }

  /** How many indices a pass gives. */
  get length(): number {
    const share = this.#source.length / this.numReplicas;
    return this.dropLast ? Math.floor(share) : Math.ceil(share);
  }

  /** Says which epoch's order the next pass has. */
  setEpoch(epoch: number): void {
    checkArgument("DistributedSampler.setEpoch", "epoch", epoch, "count");
    this.epoch = epoch;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { length: count } = this.#source;
    const order = this.shuffle
      ? drawn(count, this.seed + this.epoch)
      : Int32Array.from({ length: count }, (_, at) => at);
    // Behind its end the order begins again, as often as the ranks need it.
    for (let at = 0; at < this.length; at++) yield order[(this.rank + at * this.numReplicas) % count]!;
  }
}

function drawn(count: number, seed: number): ArrayLike<number> {
  return scope(() => randperm(count, { generator: new Generator({ seed }) }).toTypedArray());
}
