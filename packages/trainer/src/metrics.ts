// Metrics and their means over the samples of a pass. Not when they are taken (trainer.ts).

import { ArgumentError, checkArgument, ShapeError, type Tensor } from "@bernoulli/tensor";

/**
 * Judges a batch: (output, target) → a tensor of one value for each sample. What is reported is the mean of all values
 * of all batches, bools counting as 0 and 1; or, of what is no mean, `ofSums` of the batches' tensors added up.
 */
export interface Metric {
  (output: Tensor, target: Tensor): Tensor;
  /** Of the sums over the batches, in float64, element by element: the tensors are of one shape then. */
  readonly ofSums?: (sums: Float64Array) => number;
}

/** The mean loss and the mean of each metric. */
export type Scores<Name extends string = string> = { readonly [Key in Name | "loss"]: number };

/**
 * Whether the class with the highest score is the right one, for each sample.
 * Shape: (N, C) and int32 (N) → bool (N); (N, C, d₁, …) and (N, d₁, …) → bool (N, d₁, …).
 *
 * @throws ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { accuracy } from "@bernoulli/trainer";
 * const scores = tensor([[1, 3], [5, 2]]);
 * accuracy(scores, tensor([1, 1], { dtype: "int32" })).toArray(); // → [true, false]
 * ```
 */
export function accuracy(output: Tensor, target: Tensor): Tensor {
  checkArgument("accuracy", "output", output, "Tensor");
  checkArgument("accuracy", "target", target, "Tensor");
  const wanted = output.shape.filter((_, dim) => dim !== 1);
  if (output.ndim < 2 || wanted.join() !== target.shape.join()) {
    throw new ShapeError(
      `accuracy: expected scores of shape (N, C, *) and class numbers of shape (N, *), got [${output.shape.join(", ")}] and ` +
        `[${target.shape.join(", ")}]; for a model that gives no class scores, set the trainer's metrics (metrics: {} for none)`,
    );
  }
  return output.argmax(1).eq(target);
}

/** What was measured on one batch: the mean loss, and each metric's values. */
export type Measured<Name extends string> = Readonly<Record<Name | "loss", Tensor>>;

/** Sums over a pass, in float64. */
export class RunningScores<Name extends string> {
  samples = 0;
  readonly #sums = new Map<string, { sum: number; count: number }>();
  readonly #elements = new Map<string, Float64Array>();
  readonly #metrics: Readonly<Record<string, Metric>>;

  constructor(metrics: Readonly<Record<string, Metric>>) {
    this.#metrics = metrics;
  }

  /** Reads what was measured on a batch of `size` samples, and frees it. */
  async add(measured: Measured<Name>, size: number): Promise<void> {
    for (const [name, tensor] of Object.entries<Tensor>(measured)) {
      const values = await tensor.read();
      tensor.dispose();
      if (this.#metrics[name]?.ofSums !== undefined) {
        const sums = this.#elements.get(name) ?? new Float64Array(values.length);
        for (let at = 0; at < sums.length; at++) sums[at]! += Number(values[at]);
        this.#elements.set(name, sums);
        continue;
      }
      const total = this.#sums.get(name) ?? { sum: 0, count: 0 };
      // The loss of a batch is a mean: it counts as often as the batch has samples, since the last batch may be smaller.
      const weight = name === "loss" ? size : 1;
      for (const value of values) total.sum += weight * value;
      total.count += weight * values.length;
      this.#sums.set(name, total);
    }
    this.samples += size;
  }

  /** The means so far. */
  means(): Scores<Name> {
    if (this.samples === 0)
      throw new ArgumentError("Trainer: the loader gave no samples, so there is nothing to take a mean of");
    const means = [...this.#sums].map(([name, { sum, count }]) => [name, sum / count] as const);
    const others = [...this.#elements].map(([name, sums]) => [name, this.#metrics[name]!.ofSums!(sums)] as const);
    return Object.fromEntries([...means, ...others]) as Scores<Name>;
  }
}
