// CosineSimilarity and PairwiseDistance: how alike vectors are.

import {
  type CosineSimilarityOptions,
  checkOptions,
  cosineSimilarity,
  optionsOf,
  type PairwiseDistanceOptions,
  type Positional,
  pairwiseDistance,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";

/**
 * The cosine of the angle between vectors along `dim`. Shape: two that broadcast to (…, D, …) → the same without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { CosineSimilarity } from "@bernoulli/nn";
 * new CosineSimilarity()(tensor([[1, 0]]), tensor([[3, 4]])).toArray(); // → [0.6]
 * ```
 */
export class CosineSimilarity extends Module {
  static override readonly name: string = "CosineSimilarity";
  readonly dim: number;
  readonly eps: number;

  constructor(...rest: Positional<CosineSimilarityOptions, ["dim", "eps"]>) {
    super();
    const options = optionsOf<CosineSimilarityOptions>("CosineSimilarity", ["dim", "eps"], rest);
    checkOptions("CosineSimilarity", options, { dim: "number", eps: "number" });
    this.dim = options.dim ?? 1;
    this.eps = options.eps ?? 1e-8;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return cosineSimilarity(x1, x2, { dim: this.dim, eps: this.eps });
  }
}

/**
 * The p-norm of the difference of vectors, to which eps is added. Shape: (N, D) or (D) → (N), (N, 1) with keepdim, or ().
 * See https://pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { PairwiseDistance } from "@bernoulli/nn";
 * new PairwiseDistance({ eps: 0 })(tensor([[0, 0]]), tensor([[3, 4]])).toArray(); // → [5]
 * ```
 */
export class PairwiseDistance extends Module {
  static override readonly name: string = "PairwiseDistance";
  readonly norm: number;
  readonly eps: number;
  readonly keepdim: boolean;

  constructor(...rest: Positional<PairwiseDistanceOptions, ["p", "eps", "keepdim"]>) {
    super();
    const options = optionsOf<PairwiseDistanceOptions>("PairwiseDistance", ["p", "eps", "keepdim"], rest);
    checkOptions("PairwiseDistance", options, { p: "number", eps: "number", keepdim: "boolean" });
    this.norm = options.p ?? 2;
    this.eps = options.eps ?? 1e-6;
    this.keepdim = options.keepdim ?? false;
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    const { norm: p, eps, keepdim } = this;
    return pairwiseDistance(x1, x2, { p, eps, keepdim });
  }
}
