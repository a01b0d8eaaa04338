// topK: whether the right class is among those with the highest scores. accuracy, in metrics.ts, is the first of them.

import { ArgumentError, describe, ShapeError } from "@bernoulli/tensor";
import type { Metric } from "../metrics.js";
import { isBinary } from "./scores.js";

/**
 * Whether the right class is among the k with the highest scores, for each sample.
 * Shape: (N, C, *) and class numbers (N, *) → bool (N, *).
 *
 * @throws ArgumentError unless k is an integer of at least 1; when measured, ShapeError if the shapes do not fit or k > C.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { topK } from "@bernoulli/trainer";
 * const scores = tensor([[1, 3, 2], [5, 2, 1]]);
 * topK(2)(scores, tensor([2, 2], { dtype: "int32" })).toArray(); // → [true, false]
 * ```
 */
export function topK(k: number): Metric {
  if (!Number.isInteger(k) || k < 1)
    throw new ArgumentError(`topK: k must be an integer of at least 1, but got ${describe(k)}`);
  return (output, target) => {
    if (isBinary("topK", output, target) || output.size(1) < k)
      throw new ShapeError(
        `topK: expected scores of at least ${k} classes along dimension 1, got [${output.shape.join(", ")}]`,
      );
    return output.topk(k, 1).indices.eq(target.unsqueeze(1)).any(1);
  };
}
