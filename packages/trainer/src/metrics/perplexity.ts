// perplexity: how many words a language model is as unsure between.

import { F } from "@bernoulli/nn";
import { ArgumentError, cat, checkOptions, ShapeError, type TypedArray } from "@bernoulli/tensor";
import { isBinary } from "./scores.js";
import { MeanAccumulator, type StreamingMetric } from "./streaming.js";

export interface PerplexityOptions {
  /** Targets that do not count, such as padding. Default: -100, as of crossEntropy. */
  readonly ignoreIndex?: number;
}

/**
 * e to the mean of −log of the probability of each target, over all targets of all batches: the exponential of the cross-entropy,
 * of which the mean over batches of their own perplexities is not.
 * Shape: logits (N, C, *) and class numbers (N, *).
 *
 * @throws ArgumentError for an option that is no integer; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { MetricStream, perplexity } from "@bernoulli/trainer";
 * const stream = new MetricStream(perplexity());
 * stream.update(zeros(2, 4, 3), zeros([2, 3], { dtype: "int32" }));
 * stream.compute(); // → 4
 * ```
 */
export function perplexity(options: PerplexityOptions = {}): StreamingMetric {
  checkOptions("perplexity", options, ["ignoreIndex"]);
  const { ignoreIndex = -100 } = options;
  if (!Number.isInteger(ignoreIndex))
    throw new ArgumentError(`perplexity: ignoreIndex must be an integer, but got ${String(ignoreIndex)}`);
  return {
    measure: (output, target) => {
      if (isBinary("perplexity", output, target))
        throw new ShapeError(
          `perplexity: expected logits of shape (N, C, *) and class numbers of shape (N, *), got [${output.shape.join(", ")}] twice`,
        );
      const losses = F.crossEntropy(output, target, { reduction: "none", ignoreIndex }).reshape(-1);
      return cat([losses, target.ne(ignoreIndex).to(losses.dtype).reshape(-1)], 0);
    },
    start: (state) => new Exponential(state),
  };
}

class Exponential extends MeanAccumulator {
  override add(measured: TypedArray): void {
    const targets = measured.length / 2;
    const isCounted = (at: number) => Number(measured[targets + at]) === 1;
    super.add(Float64Array.from(measured.subarray(0, targets), Number).filter((_, at) => isCounted(at)));
  }

  override value(): number {
    return Math.exp(super.value());
  }
}
