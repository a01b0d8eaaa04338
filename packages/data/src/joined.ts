// Datasets made of several others: one behind the other, ConcatDataset, or beside each other, StackDataset.

import { ArgumentError, checkArgument, isTensor, ShapeError } from "@bernoulli/tensor";
import { asDataset, checkIndex, type Dataset, type ReadOf, type Samples } from "./dataset.js";

/**
 * Datasets one behind the other. See https://pytorch.org/docs/stable/data.html#torch.utils.data.ConcatDataset.
 *
 * @throws ArgumentError for none; IndexError, when read, for an index that is not one of theirs.
 * @example
 * ```ts
 * import { ConcatDataset } from "@bernoulli/data";
 * const letters = new ConcatDataset([["a", "b"], ["c"]]);
 * letters.length; // → 3
 * letters.get(2); // → "c"
 * ```
 */
export class ConcatDataset<Sample> implements Dataset<Sample> {
  readonly datasets: readonly Samples<Sample>[];
  /** Where each dataset ends. */
  readonly cumulativeSizes: readonly number[];
  readonly #sources: readonly Dataset<Sample>[];

  constructor(datasets: readonly Samples<Sample>[]) {
    checkArgument("ConcatDataset", "datasets", datasets, "array");
    this.datasets = [...datasets];
    if (this.datasets.length === 0) throw new ArgumentError("ConcatDataset: datasets should not be an empty iterable");
    this.#sources = this.datasets.map((dataset) => asDataset("ConcatDataset", dataset));
    let end = 0;
    this.cumulativeSizes = this.#sources.map(({ length }) => {
      end += length;
      return end;
    });
  }

  get length(): number {
    return this.cumulativeSizes.at(-1)!;
  }

  get(index: number): Sample {
    checkIndex("ConcatDataset", index, this.length);
    const at = this.cumulativeSizes.findIndex((end) => index < end);
    return this.#sources[at]!.get(index - (at === 0 ? 0 : this.cumulativeSizes[at - 1]!));
  }
}

type Named = Readonly<Record<string, Samples>>;

/** What a StackDataset gives: a sample of each, in an array or by name. */
export type Stacked<Datasets extends readonly Samples[] | readonly [Named]> = Datasets extends readonly [infer One]
  ? One extends Samples
    ? [ReadOf<One>]
    : { -readonly [Name in keyof One]: One[Name] extends Samples ? ReadOf<One[Name]> : never }
  : { -readonly [At in keyof Datasets]: Datasets[At] extends Samples ? ReadOf<Datasets[At]> : never };

/**
 * Datasets beside each other, as arguments or by name: sample i is an array, or an object, of sample i of each.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.StackDataset.
 *
 * @throws ArgumentError for none; ShapeError if their lengths differ; IndexError, when read, for an index that is not one of theirs.
 * @example
 * ```ts
 * import { StackDataset } from "@bernoulli/data";
 * const numbers = { length: 2, get: (index: number) => index };
 * new StackDataset(numbers, ["a", "b"]).get(1); // → [1, "b"]
 * new StackDataset({ number: numbers, letter: ["a", "b"] }).get(0); // → { "number": 0, "letter": "a" }
 * ```
 */
export class StackDataset<const Datasets extends readonly Samples[] | readonly [Named]>
  implements Dataset<Stacked<Datasets>>
{
  readonly datasets: Datasets;
  readonly length: number;
  readonly #sources: readonly (readonly [name: string, source: Dataset])[];
  readonly #isNamed: boolean;

  constructor(...datasets: Datasets) {
    const [first] = datasets;
    const isDataset = (value: unknown) =>
      Array.isArray(value) || isTensor(value) || typeof (value as Partial<Dataset>)?.get === "function";
    this.#isNamed = datasets.length === 1 && first !== null && typeof first === "object" && !isDataset(first);
    const named = this.#isNamed ? (first as Named) : (datasets as readonly Samples[]);
    this.#sources = Object.entries(named).map(([name, dataset]) => [name, asDataset("StackDataset", dataset)]);
    const lengths = this.#sources.map(([, { length }]) => length);
    if (lengths.length === 0) throw new ArgumentError("StackDataset: At least one dataset should be passed");
    if (lengths.some((length) => length !== lengths[0]))
      throw new ShapeError(`StackDataset: Size mismatch between datasets: their lengths are ${lengths.join(", ")}`);
    this.datasets = datasets;
    this.length = lengths[0]!;
  }

  get(index: number): Stacked<Datasets> {
    checkIndex("StackDataset", index, this.length);
    const samples = this.#sources.map(([name, source]) => [name, source.get(index)] as const);
    return (this.#isNamed ? Object.fromEntries(samples) : samples.map(([, sample]) => sample)) as Stacked<Datasets>;
  }
}
