// Metrics that a mean over samples cannot give: what each batch tells is gathered, and the value taken of all of it. Not what
// any of them measures, nor when it is taken (trainer.ts).

import { ArgumentError, checkArgument, noGrad, scope, type Tensor, type TypedArray } from "@bernoulli/tensor";
import type { Metric } from "../metrics.js";

/** What one pass has told so far. */
export interface Accumulator<Value = number> {
  /** Takes in what was measured on a batch. */
  add(measured: TypedArray): void;
  /** The value over all that was taken in; NaN where there is none. */
  value(): Value;
  /** What it holds, from which `start` goes on: a checkpoint within a pass has it. */
  state(): Float64Array;
}

/**
 * A metric in two parts: `measure` runs inside the step, compiled with it, and says what of a batch is needed; `start` makes what
 * gathers that over a pass. A {@link Metric} alone, a function, is the mean of what it gives. Those with a number for a value
 * are the trainer's `metrics`; any can be taken by hand, with a {@link MetricStream}.
 */
export interface StreamingMetric<Value = number> {
  /** (output, target) → whatever the accumulator takes. */
  readonly measure: Metric;
  /** A new accumulator, or one that goes on from another's state. */
  readonly start: (state?: Float64Array) => Accumulator<Value>;
  /** How the states of several processes, each of which measured a part, become that of all. Default: their sum, element by element. */
  readonly join?: (states: readonly Float64Array[]) => Float64Array;
}

/** The mean of all values of all batches, in float64: what a function among the trainer's metrics is. */
export function meanOf(measure: Metric): StreamingMetric {
  return { measure, start: (state) => new MeanAccumulator(state) };
}

/** @throws ArgumentError for what is neither a function nor a streaming metric. */
export function asStreaming(owner: string, name: string, metric: Metric | StreamingMetric): StreamingMetric {
  if (typeof metric === "function") return meanOf(metric);
  if (typeof metric?.measure === "function" && typeof metric.start === "function") return metric;
  throw new ArgumentError(
    `${owner}: ${name} must be a function (output, target) => Tensor or a streaming metric, such as f1({ classes: 10 })`,
  );
}

/** A weighted mean; each value counts once unless a weight is said. */
export class MeanAccumulator implements Accumulator {
  #sum: number;
  #count: number;

  constructor(state: Float64Array = new Float64Array(2)) {
    [this.#sum, this.#count] = state as unknown as [number, number];
  }

  add(measured: TypedArray, weight = 1): void {
    for (const value of measured) this.#sum += weight * Number(value);
    this.#count += weight * measured.length;
  }

  value(): number {
    return this.#sum / this.#count;
  }

  state(): Float64Array {
    return Float64Array.of(this.#sum, this.#count);
  }
}

/**
 * Takes a metric by hand, batch after batch.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { confusionMatrix, MetricStream } from "@bernoulli/trainer";
 * const stream = new MetricStream(confusionMatrix({ classes: 2 }));
 * stream.update(tensor([[3, 1], [2, 5]]), tensor([0, 0], { dtype: "int32" }));
 * stream.update(tensor([[1, 4]]), tensor([1], { dtype: "int32" }));
 * stream.compute(); // → [[1, 1], [0, 1]]
 * ```
 */
export class MetricStream<Value = number> {
  readonly metric: StreamingMetric<Value>;
  #accumulator: Accumulator<Value>;

  constructor(metric: StreamingMetric<Value>) {
    checkArgument("MetricStream", "metric", metric, "object");
    checkArgument("MetricStream", "metric.start", metric.start, "function");
    checkArgument("MetricStream", "metric.measure", metric.measure, "function");
    this.metric = metric;
    this.#accumulator = metric.start();
  }

  /** Takes in a batch. */
  update(output: Tensor, target: Tensor): void {
    noGrad(() => scope(() => this.#accumulator.add(this.metric.measure(output, target).toTypedArray())));
  }

  /** The value over all batches since the beginning, or the last `reset`. */
  compute(): Value {
    return this.#accumulator.value();
  }

  /** Forgets all batches. */
  reset(): void {
    this.#accumulator = this.metric.start();
  }
}
