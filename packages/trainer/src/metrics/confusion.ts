// confusionMatrix, and the counting that precision, recall and F1 share with it.

import { ArgumentError, checkOptions, type TypedArray } from "@bernoulli/tensor";
import { answersOf, checkClasses, checkCount, checkScoresAre, isBinary, type ScoresAre } from "./scores.js";
import type { Accumulator, StreamingMetric } from "./streaming.js";

export interface ConfusionOptions {
  /** How many classes there are. Default: 2. */
  readonly classes?: number;
  /** What the scores are: it matters for one score a sample, which is even at 0 or at 0.5. Default: "logits". */
  readonly scores?: ScoresAre;
}

/** Rows are the targets, columns the answers. */
export type Confusion = readonly (readonly number[])[];

/**
 * How often each class was taken for each: `matrix[target][answer]`, as `sklearn.metrics.confusion_matrix`.
 * Shape: scores (N, C, *) and class numbers (N, *), or for two classes one score a sample, of the targets' shape.
 *
 * @throws ArgumentError for options out of range, and for a target that is no class; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { confusionMatrix, MetricStream } from "@bernoulli/trainer";
 * const stream = new MetricStream(confusionMatrix());
 * stream.update(tensor([-1, 2, 3]), tensor([0, 0, 1]));
 * stream.compute(); // → [[1, 1], [0, 1]]
 * ```
 */
export function confusionMatrix(options: ConfusionOptions = {}): StreamingMetric<Confusion> {
  checkOptions("confusionMatrix", options, ["classes", "scores"]);
  return countingConfusion("confusionMatrix", options, (matrix) => matrix);
}

/** A metric that is a function of the confusion matrix. */
export function countingConfusion<Value>(
  owner: string,
  { classes = 2, scores = "logits" }: ConfusionOptions,
  read: (matrix: Confusion) => Value,
): StreamingMetric<Value> {
  checkCount(owner, classes);
  checkScoresAre(owner, scores);
  return {
    measure: (output, target) => {
      if (!isBinary(owner, output, target)) checkClasses(owner, output, classes);
      return target
        .to("int32")
        .mul(classes)
        .add(answersOf(owner, output, target, scores));
    },
    start: (state) => new Counts(owner, classes, read, state),
  };
}

class Counts<Value> implements Accumulator<Value> {
  readonly #counts: Float64Array;

  readonly owner: string;
  readonly classes: number;
  readonly #read: (matrix: Confusion) => Value;

  constructor(owner: string, classes: number, read: (matrix: Confusion) => Value, state?: Float64Array) {
    this.owner = owner;
    this.classes = classes;
    this.#read = read;
    this.#counts = state?.slice() ?? new Float64Array(classes * classes);
  }

  add(measured: TypedArray): void {
    for (const place of measured) {
      const at = Number(place);
      if (!(at >= 0 && at < this.#counts.length))
        throw new ArgumentError(
          `${this.owner}: the target ${Math.floor(at / this.classes)} is none of the ${this.classes} classes, 0 to ${this.classes - 1}`,
        );
      this.#counts[at]! += 1;
    }
  }

  value(): Value {
    const { classes } = this;
    return this.#read(
      Array.from({ length: classes }, (_, row) => [...this.#counts.subarray(row * classes, (row + 1) * classes)]),
    );
  }

  state(): Float64Array {
    return this.#counts.slice();
  }
}
