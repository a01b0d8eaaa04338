// Datasets that can only be gone through, from the beginning: IterableDataset, and several one behind the other, ChainDataset.

import { ArgumentError, checkArgument, describe } from "@bernoulli/tensor";

/** What can only be gone through: anything iterable that has no `get`, as a generator's object, or by `for await` alone. */
export type Stream<Sample = any> = Iterable<Sample> | AsyncIterable<Sample>;

/** Whether `value` is a {@link Stream}, not a dataset that is read by number. */
export function isStream(value: unknown): value is Stream {
  if (value === null || typeof value !== "object" || typeof (value as { get?: unknown }).get === "function")
    return false;
  return Symbol.iterator in value || Symbol.asyncIterator in value;
}

/**
 * The base of datasets that are gone through, not read by number. Subclass it and write `[Symbol.iterator]`, most easily as a generator.
 * A {@link DataLoader} asks it anew at each pass, and takes any other iterable too. Whoever wants to shuffle does so in there; workers read none
 * of it. What a generator makes belongs to the step in which it is made: what it holds on to over several samples it keeps by `keep()`.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.IterableDataset.
 *
 * @example
 * ```ts
 * import { DataLoader, IterableDataset } from "@bernoulli/data";
 * class Countdown extends IterableDataset<number> {
 *   *[Symbol.iterator]() {
 *     for (let left = 5; left > 0; left--) yield left;
 *   }
 * }
 * [...new DataLoader(new Countdown(), { batchSize: 2 })].map((batch) => batch.toArray()); // → [[5, 4], [3, 2], [1]]
 * ```
 */
export abstract class IterableDataset<Sample> implements Iterable<Sample> {
  abstract [Symbol.iterator](): Iterator<Sample>;
}

/**
 * Datasets that are gone through one behind the other. See https://pytorch.org/docs/stable/data.html#torch.utils.data.ChainDataset.
 *
 * @throws ArgumentError for what is not iterable, or by `for await` only.
 * @example
 * ```ts
 * import { ChainDataset } from "@bernoulli/data";
 * [...new ChainDataset([new Set([1, 2]), new Set([3])])]; // → [1, 2, 3]
 * ```
 */
export class ChainDataset<Sample> extends IterableDataset<Sample> {
  readonly datasets: readonly Iterable<Sample>[];

  constructor(datasets: Iterable<Iterable<Sample>>) {
    super();
    checkArgument("ChainDataset", "datasets", datasets, "iterable");
    this.datasets = [...datasets];
    for (const [at, dataset] of this.datasets.entries())
      if (dataset === null || typeof dataset !== "object" || !(Symbol.iterator in dataset))
        throw new ArgumentError(
          `ChainDataset: ChainDataset only supports IterableDataset, but datasets[${at}] is ${describe(dataset)}; chain what is read by number with ConcatDataset`,
        );
  }

  *[Symbol.iterator](): Generator<Sample, void, undefined> {
    for (const dataset of this.datasets) yield* dataset;
  }
}
