// Metrics of how far a net's probabilities are to be trusted: the expected calibration error, over a whole pass, and the Brier score. The
// diagram behind them, of outputs that one has, is reliability of @bernoulli/dropout.

import {
  ArgumentError,
  arange,
  cat,
  checkArgument,
  checkOptions,
  linspace,
  oneHot,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import type { Metric } from "./metrics.js";

export interface CalibrationOptions {
  /** Into how many bins of equal width confidences are sorted. Default 15. */
  readonly bins?: number;
  /** Whether outputs are logits, of which probabilities are made first; else they are probabilities. Default true. */
  readonly logits?: boolean;
}

/** (N, C) and (N), or more dimensions behind the classes → probabilities (M, C) and classes (M). */
function rowsOf(metric: string, output: Tensor, target: Tensor, logits: boolean): readonly [Tensor, Tensor] {
  checkArgument(metric, "output", output, "Tensor");
  checkArgument(metric, "target", target, "Tensor");
  const wanted = output.shape.filter((_, dim) => dim !== 1);
  if (output.ndim < 2 || wanted.join() !== target.shape.join())
    throw new ShapeError(
      `${metric}: expected scores of shape (N, C, *) and class numbers of shape (N, *), got [${output.shape.join(", ")}] and [${target.shape.join(", ")}]`,
    );
  const rows = output.movedim(1, -1).reshape(-1, output.size(1));
  return [logits ? rows.softmax(1) : rows, target.reshape(-1)];
}

/**
 * A metric: the expected calibration error of a pass, Σ count/N · |accuracy − confidence| over bins of the largest probability, in [0, 1].
 * Bins are filled over all batches, so that it is that of the whole pass and not a mean of batches. It is NaN where a largest probability
 * is none: NaN, or outside of [0, 1], as of logits. Shape: (N, C, *) and int32 (N, *).
 * See Guo et al., ICML 2017 (https://arxiv.org/abs/1706.04599), §2.
 *
 * @throws ArgumentError if bins is no whole number of 1 or more; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { calibrationError } from "@bernoulli/trainer";
 * const metric = calibrationError({ bins: 2, logits: false });
 * const sums = metric(tensor([[0.75, 0.25], [0.25, 0.75]]), tensor([0, 0], { dtype: "int32" }));
 * metric.ofSums?.(Float64Array.from(sums.flatten().toTypedArray() as Float32Array)); // → 0.25
 * ```
 */
export function calibrationError(options: CalibrationOptions = {}): Metric {
  checkOptions("calibrationError", options, { bins: "number", logits: "boolean" });
  const { bins = 15, logits = true } = options;
  if (!Number.isSafeInteger(bins) || bins < 1)
    throw new ArgumentError(`calibrationError: bins must be a whole number of 1 or more, but got ${String(bins)}`);
  /** Of a batch: each bin's count, its right predictions and its confidences, (3, bins). */
  const sumsOf = (output: Tensor, target: Tensor): Tensor => {
    const [probabilities, classes] = rowsOf("calibrationError", output, target, logits);
    const { values: confidence, indices } = probabilities.max(1);
    const { dtype, device } = probabilities;
    const borders = linspace(0, 1, bins + 1, { dtype, device });
    // What is no probability is in no bin, and has no confidence: the error is NaN then, and not that of the others. A mean of roundings
    // may be a little above 1.
    const isNone = confidence.ge(0).logicalAnd(confidence.lt(1.001)).logicalNot();
    const certain = confidence.maskedFill(isNone, Number.NaN);
    const column = confidence.clamp({ max: 1 }).unsqueeze(1);
    // A confidence on a border belongs to the bin below it; 0, which has none below, to the first.
    const isAbove = column.gt(borders.narrow(0, 0, bins));
    const isFirst = arange(bins, { device }).eq(0).logicalAnd(column.le(0));
    const isInside = isAbove.logicalOr(isFirst).logicalAnd(column.le(borders.narrow(0, 1, bins)));
    const inside = isInside.to(dtype);
    const of = (value: Tensor) => inside.mul(value.to(dtype).unsqueeze(1)).sum(0, true);
    return cat([inside.sum(0, true), of(indices.eq(classes)), of(certain)], 0);
  };
  const ofSums = (sums: Float64Array): number => {
    const [counts, rights, confidences] = [0, 1, 2].map((row) => sums.subarray(row * bins, (row + 1) * bins)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const all = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, _, bin) => sum + Math.abs(rights[bin]! - confidences[bin]!) / all, 0);
  };
  return Object.assign(sumsOf, { ofSums });
}

/**
 * A metric: the Brier score, Σ (p − 1 for the right class, else 0)² over the classes, a value for each sample, in [0, 2].
 * Shape: (N, C, *) and int32 (N, *) → (N · *).
 * See Brier, Monthly Weather Review 78 (1950); https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html.
 *
 * @throws ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { brierScore } from "@bernoulli/trainer";
 * brierScore({ logits: false })(tensor([[0.5, 0.5]]), tensor([1], { dtype: "int32" })).toArray(); // → [0.5]
 * ```
 */
export function brierScore(options: { readonly logits?: boolean } = {}): Metric {
  checkOptions("brierScore", options, { logits: "boolean" });
  const { logits = true } = options;
  return (output, target) => {
    const [probabilities, classes] = rowsOf("brierScore", output, target, logits);
    const right = oneHot(classes, probabilities.size(1)).to(probabilities.dtype);
    return probabilities.sub(right).square().sum(1);
  };
}
