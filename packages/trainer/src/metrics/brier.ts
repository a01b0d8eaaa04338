// brier: the squared error of probabilities.

import { arange, checkOptions } from "@bernoulli/tensor";
import type { Metric } from "../metrics.js";
import { checkScoresAre, isBinary, probabilitiesOf, type ScoresAre } from "./scores.js";

export interface BrierOptions {
  /** What the scores are. Default: "logits". */
  readonly scores?: ScoresAre;
}

/**
 * The squared difference between the probabilities and what is, for each sample: of one score a sample (p − y)², from 0 to 1; of classes
 * the sum of it over them, from 0 to 2, as Brier has it and `sklearn.metrics.brier_score_loss` with `scale_by_half=False`.
 * Shape: scores (N, C, *) and class numbers (N, *), or one score for each target → (N, *).
 *
 * @throws ArgumentError for another word in scores; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { brier } from "@bernoulli/trainer";
 * brier({ scores: "probabilities" })(tensor([0.75, 0.5]), tensor([1, 0])).toArray(); // → [0.0625, 0.25]
 * ```
 */
export function brier(options: BrierOptions = {}): Metric {
  checkOptions("brier", options, ["scores"]);
  const { scores = "logits" } = options;
  checkScoresAre("brier", scores);
  return (output, target) => {
    const binary = isBinary("brier", output, target);
    const given = probabilitiesOf(output, scores, binary);
    if (binary) return given.sub(target).pow(2);
    const { device } = output;
    const classes = arange(output.size(1), { dtype: "int32", device }).reshape(
      1,
      -1,
      ...output.shape.slice(2).map(() => 1),
    );
    return given.sub(target.unsqueeze(1).eq(classes).to(given.dtype)).pow(2).sum(1);
  };
}
