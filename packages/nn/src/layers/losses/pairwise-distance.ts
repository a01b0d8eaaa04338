// PairwiseDistance: how far rows of two tensors are from each other.

import {
  checkOptions,
  optionsOf,
  type PairwiseDistanceOptions,
  type Positional,
  pairwiseDistance,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";

/**
 * The distance of each row of the one from the same row of the other, by the p-norm of x1 − x2 + eps. Shape: (*, D), (*, D) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html.
 *
 * @throws ArgumentError for an option that is unknown; ShapeError, when called, if the shapes do not broadcast.
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
    const { norm, eps, keepdim } = this;
    return pairwiseDistance(x1, x2, { p: norm, eps, keepdim });
  }
}
