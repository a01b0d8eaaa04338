// precision, recall and F1 of classes, from the confusion matrix.

import { checkOptions } from "@bernoulli/tensor";
import { oneOfWords } from "../words.js";
import { type Confusion, type ConfusionOptions, countingConfusion } from "./confusion.js";
import type { StreamingMetric } from "./streaming.js";

/**
 * How the classes' values become one: their mean; the mean by how many samples each class has; the value of all samples together,
 * which is the accuracy; or that of class 1 of two.
 */
export type Average = "macro" | "weighted" | "micro" | "binary";

export interface ClassScoreOptions extends ConfusionOptions {
  /** Default: "binary" for two classes, else "macro". */
  readonly average?: Average;
}

/** What there is of one class, or of all together. */
interface Share {
  /** Answered so, and so it is. */
  readonly right: number;
  /** Answered so. */
  readonly answered: number;
  /** So it is. */
  readonly actual: number;
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/**
 * Of the samples that were taken for a class, the share that is of it: as `sklearn.metrics.precision_score` with all labels; 0 where
 * nothing was taken for it.
 *
 * @throws ArgumentError for options out of range, and for a target that is no class; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MetricStream, precision } from "@bernoulli/trainer";
 * const stream = new MetricStream(precision());
 * stream.update(tensor([2, 3, -1]), tensor([0, 1, 1]));
 * stream.compute(); // → 0.5
 * ```
 */
export function precision(options: ClassScoreOptions = {}): StreamingMetric {
  return classScore("precision", options, ({ right, answered }) => ratio(right, answered));
}

/**
 * Of the samples of a class, the share that was taken for it: as `sklearn.metrics.recall_score` with all labels; 0 for a class without samples.
 *
 * @throws ArgumentError for options out of range, and for a target that is no class; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MetricStream, recall } from "@bernoulli/trainer";
 * const stream = new MetricStream(recall());
 * stream.update(tensor([2, 3, -1, 1]), tensor([0, 1, 1, 1]));
 * stream.compute(); // → 0.6666666666666666
 * ```
 */
export function recall(options: ClassScoreOptions = {}): StreamingMetric {
  return classScore("recall", options, ({ right, actual }) => ratio(right, actual));
}

/**
 * The harmonic mean of precision and recall: as `sklearn.metrics.f1_score` with all labels.
 *
 * @throws ArgumentError for options out of range, and for a target that is no class; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { f1, MetricStream } from "@bernoulli/trainer";
 * const stream = new MetricStream(f1({ classes: 3 }));
 * stream.update(tensor([[2, 0, 0], [0, 2, 0], [0, 2, 0]]), tensor([0, 1, 2], { dtype: "int32" }));
 * stream.compute(); // → 0.5555555555555555
 * ```
 */
export function f1(options: ClassScoreOptions = {}): StreamingMetric {
  return classScore("f1", options, ({ right, answered, actual }) => ratio(2 * right, answered + actual));
}

function classScore(owner: string, options: ClassScoreOptions, scoreOf: (share: Share) => number): StreamingMetric {
  checkOptions(owner, options, ["classes", "scores", "average"]);
  const { average = (options.classes ?? 2) === 2 ? "binary" : "macro" } = options;
  oneOfWords(owner, "average", average, ["macro", "weighted", "micro", "binary"]);
  if (average === "binary" && (options.classes ?? 2) !== 2)
    oneOfWords(owner, "average of more than two classes", average, ["macro", "weighted", "micro"]);
  return countingConfusion(owner, options, (matrix) => {
    const shares = matrix.map((_, at) => shareOf(matrix, at));
    const total = (of: (share: Share) => number) => shares.reduce((sum, share) => sum + of(share), 0);
    const samples = total(({ actual }) => actual);
    if (samples === 0) return Number.NaN;
    const means: Readonly<Record<Average, () => number>> = {
      macro: () => total(scoreOf) / shares.length,
      weighted: () => total((share) => share.actual * scoreOf(share)) / samples,
      micro: () =>
        scoreOf({ right: total(({ right }) => right), answered: total(({ answered }) => answered), actual: samples }),
      binary: () => scoreOf(shares[1]!),
    };
    return means[average]();
  });
}

function shareOf(matrix: Confusion, at: number): Share {
  return {
    right: matrix[at]![at]!,
    answered: matrix.reduce((sum, row) => sum + row[at]!, 0),
    actual: matrix[at]!.reduce((sum, count) => sum + count, 0),
  };
}
