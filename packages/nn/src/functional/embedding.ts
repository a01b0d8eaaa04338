// F.embedding and F.embeddingBag: tensor's, which also take their options where PyTorch's hands write them.

import {
  type EmbeddingBagOptions,
  type EmbeddingOptions,
  optionsOf,
  type Positional,
  type Tensor,
  embedding as tensorEmbedding,
  embeddingBag as tensorEmbeddingBag,
} from "@bernoulli/tensor";

const embeddingPlaces = ["paddingIdx", "maxNorm", "normType", "scaleGradByFreq", "sparse"] as const;
const bagPlaces = [
  "offsets",
  "maxNorm",
  "normType",
  "scaleGradByFreq",
  "mode",
  "sparse",
  "perSampleWeights",
  "includeLastOffset",
  "paddingIdx",
] as const;

/**
 * The rows of `weight` at the places that `input` names, all of them int32 from 0 on.
 * Shape: input (*), weight (rows, size) → (*, size). With `maxNorm` it writes `weight`, as PyTorch does.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding.html.
 *
 * @throws IndexError for a place that is no row; DTypeError unless places are int32; ShapeError unless `weight` is a matrix;
 * ArgumentError for a `paddingIdx` that is no row, and for `sparse`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.embedding(tensor([1, 0], { dtype: "int32" }), tensor([[1, 2], [3, 4]])).toArray(); // → [[3, 4], [1, 2]]
 * ```
 */
export function embedding(
  input: Tensor,
  weight: Tensor,
  ...rest: Positional<EmbeddingOptions, typeof embeddingPlaces>
): Tensor {
  return tensorEmbedding(input, weight, optionsOf<EmbeddingOptions>("embedding", embeddingPlaces, rest));
}

/**
 * Sums, means or largest elements of rows of `weight`, one for each bag of places; an empty bag gives zeros. A matrix of places has
 * a bag a row, a vector is cut where `offsets` says. Shape: input (bags, n), or (n) with offsets (bags), weight (rows, size) → (bags, size).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding_bag.html.
 *
 * @throws as `embedding`; ShapeError where input, offsets and weights do not fit; ArgumentError for options that do not go together.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * const places = tensor([[0, 1]], { dtype: "int32" });
 * F.embeddingBag(places, tensor([[1, 2], [3, 4]])).toArray(); // → [[2, 3]]
 * ```
 */
export function embeddingBag(
  input: Tensor,
  weight: Tensor,
  ...rest: Positional<EmbeddingBagOptions, typeof bagPlaces>
): Tensor {
  return tensorEmbeddingBag(input, weight, optionsOf<EmbeddingBagOptions>("embeddingBag", bagPlaces, rest));
}
