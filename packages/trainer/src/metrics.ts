// What a metric is, accuracy, and the values over the samples of a pass. Not when they are taken (trainer.ts), nor the other
// metrics (metrics/).

import { ArgumentError, checkArgument, ShapeError, type Tensor } from "@bernoulli/tensor";
import { type Accumulator, MeanAccumulator, type StreamingMetric } from "./metrics/streaming.js";
import { ofAll, type Ranks } from "./ranks.js";

/**
 * Judges a batch: (output, target) → a tensor of one value for each sample. What is reported is the mean of all values
 * of all batches, bools counting as 0 and 1.
 */
export type Metric = (output: Tensor, target: Tensor) => Tensor;

/** The mean loss and the value of each metric. */
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

/** What a pass has measured so far: of the loss, and of each metric. */
export class RunningScores<Name extends string> {
  samples: number;
  readonly #accumulators: ReadonlyMap<string, Accumulator>;
  readonly #loss: MeanAccumulator;

  /** @param state what another one's `state` gave, to go on from */
  constructor(metrics: Readonly<Record<string, StreamingMetric>>, state: RunningState | null = null) {
    this.samples = state?.samples ?? 0;
    this.#loss = new MeanAccumulator(state?.sums["loss"]);
    this.#accumulators = new Map(
      Object.entries(metrics).map(([name, metric]) => [name, metric.start(state?.sums[name])]),
    );
  }

  /** Reads what was measured on a batch of `size` samples, and frees it. */
  async add(measured: Measured<Name>, size: number): Promise<void> {
    for (const [name, tensor] of Object.entries<Tensor>(measured)) {
      const values = await tensor.read();
      tensor.dispose();
      // The loss of a batch is a mean: it counts as often as the batch has samples, since the last batch may be smaller.
      if (name === "loss") this.#loss.add(values, size);
      else this.#accumulators.get(name)!.add(values);
    }
    this.samples += size;
  }

  /** The values so far. */
  values(): Scores<Name> {
    if (this.samples === 0)
      throw new ArgumentError("Trainer: the loader gave no samples, so there is nothing to take a mean of");
    const values = [...this.#accumulators].map(([name, accumulator]) => [name, accumulator.value()]);
    return { loss: this.#loss.value(), ...Object.fromEntries(values) } as Scores<Name>;
  }

  /** What all ranks measured together; all ask for it together. */
  ofAll(ranks: Ranks, metrics: Readonly<Record<string, StreamingMetric>>): RunningScores<Name> {
    return ranks.worldSize === 1 ? this : new RunningScores(metrics, ofAll(ranks, this.state(), metrics));
  }

  state(): RunningState {
    const sums = [...this.#accumulators].map(([name, accumulator]) => [name, accumulator.state()]);
    return { samples: this.samples, sums: { loss: this.#loss.state(), ...Object.fromEntries(sums) } };
  }
}

/** What a pass has measured so far, as plain numbers. */
export interface RunningState {
  readonly samples: number;
  readonly sums: Readonly<Record<string, Float64Array>>;
}
