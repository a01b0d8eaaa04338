// CosineEmbeddingLoss, TripletMarginLoss and TripletMarginWithDistanceLoss: what is alike near, and what is not far.

import {
  ArgumentError,
  cosineEmbeddingLoss,
  lossOptions,
  type MarginLossOptions,
  type Positional,
  type Tensor,
  type TripletMarginLossOptions,
  type TripletMarginWithDistanceLossOptions,
  tripletMarginLoss,
  tripletMarginWithDistanceLoss,
} from "@bernoulli/tensor";
import { registerModules } from "../../keys.js";
import { Module } from "../../module.js";
import { PairwiseDistance } from "../containers/distances.js";
import { Loss } from "./loss.js";

function checkMargin(owner: string, margin = 1): void {
  if (!(margin > 0)) throw new ArgumentError(`${owner}: expected margin to be greater than 0, got ${margin} instead`);
}

/**
 * Of pairs of rows: the mean of 1 − the cosine of their angle where the target is 1, and of max(0, cosine − margin) where it is −1.
 * Shape: (N, D), (N, D), target (N), or (D), (D), target () → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html.
 *
 * @throws when called: what {@link cosineEmbeddingLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { CosineEmbeddingLoss } from "@bernoulli/nn";
 * new CosineEmbeddingLoss()(tensor([[1, 0]]), tensor([[0, 2]]), tensor([1])).item(); // → 1
 * ```
 */
export class CosineEmbeddingLoss extends Loss {
  static override readonly name: string = "CosineEmbeddingLoss";
  readonly margin: number;

  constructor(...rest: Positional<MarginLossOptions, ["margin"]>) {
    const kinds = { reduction: "anything", margin: "number" } as const;
    const options = lossOptions<MarginLossOptions>("CosineEmbeddingLoss", ["margin"], kinds, rest);
    super(options.reduction);
    this.margin = options.margin ?? 0;
  }

  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return cosineEmbeddingLoss(input1, input2, target, { margin, reduction });
  }
}

/**
 * The mean of max(0, margin + |anchor − positive| − |anchor − negative|).
 * Shape: (*, D), (*, D), (*, D) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html.
 *
 * @throws ArgumentError unless the margin is positive; when called: what {@link tripletMarginLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { TripletMarginLoss } from "@bernoulli/nn";
 * const [a, p, n] = [tensor([[0, 0]]), tensor([[3, 4]]), tensor([[0, 5.5]])] as const;
 * new TripletMarginLoss({ eps: 0 })(a, p, n).item(); // → 0.5
 * ```
 */
export class TripletMarginLoss extends Loss {
  static override readonly name: string = "TripletMarginLoss";
  readonly margin: number;
  readonly p: number;
  readonly eps: number;
  readonly swap: boolean;

  constructor(...rest: Positional<TripletMarginLossOptions, ["margin", "p", "eps", "swap"]>) {
    const kinds = { reduction: "anything", margin: "number", p: "number", eps: "number", swap: "boolean" } as const;
    const options = lossOptions<TripletMarginLossOptions>(
      "TripletMarginLoss",
      ["margin", "p", "eps", "swap"],
      kinds,
      rest,
    );
    super(options.reduction);
    checkMargin("TripletMarginLoss", options.margin);
    this.margin = options.margin ?? 1;
    this.p = options.p ?? 2;
    this.eps = options.eps ?? 1e-6;
    this.swap = options.swap ?? false;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap, reduction } = this;
    return tripletMarginLoss(anchor, positive, negative, { margin, p, eps, swap, reduction });
  }
}

/**
 * {@link TripletMarginLoss} by a distance of one's own.
 * Shape: (*, D), (*, D), (*, D) → () or, with reduction `"none"`, that of the distance.
 * See https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginWithDistanceLoss.html.
 *
 * @throws ArgumentError unless the margin is positive; when called: what {@link tripletMarginWithDistanceLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { TripletMarginWithDistanceLoss } from "@bernoulli/nn";
 * import { F } from "@bernoulli/nn";
 * const criterion = new TripletMarginWithDistanceLoss({ distanceFunction: (a, b) => F.pairwiseDistance(a, b, { p: 1, eps: 0 }) });
 * criterion(tensor([[0, 0]]), tensor([[3, 4]]), tensor([[0, 5.5]])).item(); // → 2.5
 * ```
 */
export class TripletMarginWithDistanceLoss extends Loss {
  static override readonly name: string = "TripletMarginWithDistanceLoss";
  declare distanceFunction: (a: Tensor, b: Tensor) => Tensor;
  readonly margin: number;
  readonly swap: boolean;

  constructor(...rest: Positional<TripletMarginWithDistanceLossOptions, []>) {
    const kinds = { reduction: "anything", distanceFunction: "anything", margin: "number", swap: "boolean" } as const;
    const options = lossOptions<TripletMarginWithDistanceLossOptions>("TripletMarginWithDistanceLoss", [], kinds, rest);
    super(options.reduction);
    checkMargin("TripletMarginWithDistanceLoss", options.margin);
    const distance = options.distanceFunction ?? new PairwiseDistance();
    if (distance instanceof Module) registerModules(this, { distance_function: distance });
    else this.distanceFunction = distance;
    this.margin = options.margin ?? 1;
    this.swap = options.swap ?? false;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distanceFunction, margin, swap, reduction } = this;
    return tripletMarginWithDistanceLoss(anchor, positive, negative, { distanceFunction, margin, swap, reduction });
  }
}
