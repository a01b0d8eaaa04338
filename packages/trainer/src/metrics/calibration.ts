// expectedCalibrationError: how far a model's confidence is from how often it is right.

import { ArgumentError, cat, checkOptions, linspace, scope, type TypedArray } from "@bernoulli/tensor";
import { checkScoresAre, isBinary, probabilitiesOf, type ScoresAre } from "./scores.js";
import type { Accumulator, StreamingMetric } from "./streaming.js";

export interface CalibrationOptions {
  /** How many bins of equal width from 0 to 1. Default: 15. */
  readonly bins?: number;
  /** What the scores are. Default: "logits". */
  readonly scores?: ScoresAre;
}

/**
 * The mean, over samples, of the difference between the confidence and the share that is right among samples of like confidence:
 * those in one of the bins (0, 1/bins], (1/bins, 2/bins] … The confidence is the answer's probability.
 * Guo et al., On Calibration of Modern Neural Networks, arXiv:1706.04599.
 *
 * @throws ArgumentError for options out of range, and for probabilities outside [0, 1]; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { expectedCalibrationError, MetricStream } from "@bernoulli/trainer";
 * const stream = new MetricStream(expectedCalibrationError({ scores: "probabilities" }));
 * stream.update(tensor([[0.25, 0.75], [0.25, 0.75]]), tensor([1, 0], { dtype: "int32" }));
 * stream.compute(); // → 0.25
 * ```
 */
export function expectedCalibrationError(options: CalibrationOptions = {}): StreamingMetric {
  const owner = "expectedCalibrationError";
  checkOptions(owner, options, ["bins", "scores"]);
  const { bins = 15, scores = "logits" } = options;
  if (!Number.isInteger(bins) || bins < 1)
    throw new ArgumentError(`${owner}: bins must be an integer of at least 1, but got ${bins}`);
  checkScoresAre(owner, scores);
  return {
    measure: (output, target) => {
      const binary = isBinary(owner, output, target);
      const given = probabilitiesOf(output, scores, binary);
      if (binary) {
        const yes = given.gt(0.5);
        const confidence = given.maximum(given.mul(-1).add(1));
        return cat([confidence.reshape(-1), yes.eq(target).to(given.dtype).reshape(-1)], 0);
      }
      const { values, indices } = given.max(1);
      return cat([values.reshape(-1), indices.eq(target).to(given.dtype).reshape(-1)], 0);
    },
    start: (state) => new Bins(bins, state),
  };
}

class Bins implements Accumulator {
  /** Of each bin: samples, the sum of confidences, those that are right. */
  readonly #sums: Float64Array;

  readonly bins: number;

  constructor(bins: number, state?: Float64Array) {
    this.bins = bins;
    this.#sums = state?.slice() ?? new Float64Array(3 * bins);
  }

  add(measured: TypedArray): void {
    const samples = measured.length / 2;
    const borders = this.#bordersFor(measured);
    for (let at = 0; at < samples; at++) {
      const confidence = Number(measured[at]);
      // Sums of float32 may be a little more than 1.
      if (!(confidence >= 0 && confidence <= 1 + 1e-5))
        throw new ArgumentError(
          `expectedCalibrationError: a probability is ${confidence}, not in [0, 1]; for logits, leave scores: "logits"`,
        );
      let bin = Math.min(Math.max(Math.ceil(confidence * this.bins) - 1, 0), this.bins - 1);
      if (bin > 0 && confidence <= borders[bin]!) bin -= 1;
      if (bin < this.bins - 1 && confidence > borders[bin + 1]!) bin += 1;
      this.#sums[3 * bin]! += 1;
      this.#sums[3 * bin + 1]! += confidence;
      this.#sums[3 * bin + 2]! += Number(measured[samples + at]);
    }
  }

  /** In the probabilities' own precision, and with linspace's roundings, as the authors' code: a confidence of 0.3 is not above 0.3. */
  #bordersFor(measured: TypedArray): TypedArray {
    const dtype = measured instanceof Float64Array ? "float64" : "float32";
    return scope(() =>
      linspace(0, 1, this.bins + 1, { dtype })
        .toTypedArray()
        .slice(),
    );
  }

  value(): number {
    let [samples, off] = [0, 0];
    for (let bin = 0; bin < this.bins; bin++) {
      samples += this.#sums[3 * bin]!;
      off += Math.abs(this.#sums[3 * bin + 1]! - this.#sums[3 * bin + 2]!);
    }
    return off / samples;
  }

  state(): Float64Array {
    return this.#sums.slice();
  }
}
