// HingeEmbeddingLoss, MarginRankingLoss, SoftMarginLoss, MultiMarginLoss, MultiLabelMarginLoss and MultiLabelSoftMarginLoss: what is not
// far enough on the right side.

import {
  ArgumentError,
  hingeEmbeddingLoss,
  type LossOptions,
  lossOptions,
  type MarginLossOptions,
  type MultilabelSoftMarginLossOptions,
  type MultiMarginLossOptions,
  marginRankingLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  multiMarginLoss,
  type Positional,
  softMarginLoss,
  type Tensor,
} from "@bernoulli/tensor";
import { Loss, WeightedLoss } from "./loss.js";

/**
 * Of distances: the mean of themselves where the target is 1, and of max(0, margin − input) where it is −1.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html.
 *
 * @throws when called: what {@link hingeEmbeddingLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { HingeEmbeddingLoss } from "@bernoulli/nn";
 * new HingeEmbeddingLoss({ reduction: "sum" })(tensor([0.5, 0.25]), tensor([1, -1])).item(); // → 1.25
 * ```
 */
export class HingeEmbeddingLoss extends Loss {
  static override readonly name: string = "HingeEmbeddingLoss";
  readonly margin: number;

  constructor(...rest: Positional<MarginLossOptions, ["margin"]>) {
    const kinds = { reduction: "anything", margin: "number" } as const;
    const options = lossOptions<MarginLossOptions>("HingeEmbeddingLoss", ["margin"], kinds, rest);
    super(options.reduction);
    this.margin = options.margin ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return hingeEmbeddingLoss(input, target, { margin, reduction });
  }
}

/**
 * The mean of max(0, −target · (input1 − input2) + margin).
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html.
 *
 * @throws when called: what {@link marginRankingLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MarginRankingLoss } from "@bernoulli/nn";
 * new MarginRankingLoss()(tensor([1, 2]), tensor([2, 1]), tensor([1, 1])).item(); // → 0.5
 * ```
 */
export class MarginRankingLoss extends Loss {
  static override readonly name: string = "MarginRankingLoss";
  readonly margin: number;

  constructor(...rest: Positional<MarginLossOptions, ["margin"]>) {
    const kinds = { reduction: "anything", margin: "number" } as const;
    const options = lossOptions<MarginLossOptions>("MarginRankingLoss", ["margin"], kinds, rest);
    super(options.reduction);
    this.margin = options.margin ?? 0;
  }

  forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    const { margin, reduction } = this;
    return marginRankingLoss(input1, input2, target, { margin, reduction });
  }
}

/**
 * The mean of log(1 + e^(−target · input)).
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html.
 *
 * @throws when called: what {@link softMarginLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SoftMarginLoss } from "@bernoulli/nn";
 * new SoftMarginLoss()(tensor([0, 0]), tensor([1, -1])).item(); // → 0.6931472
 * ```
 */
export class SoftMarginLoss extends Loss {
  static override readonly name: string = "SoftMarginLoss";

  constructor(...rest: Positional<LossOptions, []>) {
    const kinds = { reduction: "anything" } as const;
    const options = lossOptions<LossOptions>("SoftMarginLoss", [], kinds, rest);
    super(options.reduction);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return softMarginLoss(input, target, { reduction: this.reduction });
  }
}

/**
 * The mean of by how much other classes' scores come nearer than a margin to the right one's, to the power p.
 * Shape: (N, C) or (C), target (N) or () of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html.
 *
 * @throws ArgumentError for another power than 1 and 2; when called: what {@link multiMarginLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MultiMarginLoss } from "@bernoulli/nn";
 * const target = tensor([3], { dtype: "int32" });
 * new MultiMarginLoss()(tensor([[0.1, 0.2, 0.4, 0.8]]), target).item(); // → 0.325
 * ```
 */
export class MultiMarginLoss extends WeightedLoss {
  static override readonly name: string = "MultiMarginLoss";
  readonly p: number;
  readonly margin: number;

  constructor(...rest: Positional<MultiMarginLossOptions, ["p", "margin", "weight"]>) {
    const kinds = { reduction: "anything", weight: "anything", p: "number", margin: "number" } as const;
    const options = lossOptions<MultiMarginLossOptions>("MultiMarginLoss", ["p", "margin", "weight"], kinds, rest);
    super(options);
    if (options.p !== undefined && options.p !== 1 && options.p !== 2)
      throw new ArgumentError(`MultiMarginLoss: only p == 1 and p == 2 supported, but got ${options.p}`);
    this.p = options.p ?? 1;
    this.margin = options.margin ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, p, margin, reduction } = this;
    return multiMarginLoss(input, target, { weight, p, margin, reduction });
  }
}

/**
 * The mean of by how much other classes' scores come nearer than 1 to those of the right ones, which stand in front of a row's first −1.
 * Shape: (N, C) or (C), target alike, of int32 → () or, with reduction `"none"`, (N) or ().
 * See https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html.
 *
 * @throws when called: what {@link multilabelMarginLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MultiLabelMarginLoss } from "@bernoulli/nn";
 * const target = tensor([[3, 0, -1, 1]], { dtype: "int32" });
 * new MultiLabelMarginLoss()(tensor([[0.1, 0.2, 0.4, 0.8]]), target).item(); // → 0.85
 * ```
 */
export class MultiLabelMarginLoss extends Loss {
  static override readonly name: string = "MultiLabelMarginLoss";

  constructor(...rest: Positional<LossOptions, []>) {
    const kinds = { reduction: "anything" } as const;
    const options = lossOptions<LossOptions>("MultiLabelMarginLoss", [], kinds, rest);
    super(options.reduction);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return multilabelMarginLoss(input, target, { reduction: this.reduction });
  }
}

/**
 * The mean binary cross entropy of each class's logit.
 * Shape: (*, C), (*, C) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html.
 *
 * @throws when called: what {@link multilabelSoftMarginLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MultiLabelSoftMarginLoss } from "@bernoulli/nn";
 * new MultiLabelSoftMarginLoss()(tensor([[0, 200]]), tensor([[1, 1]])).item(); // → 0.3465736
 * ```
 */
export class MultiLabelSoftMarginLoss extends WeightedLoss {
  static override readonly name: string = "MultiLabelSoftMarginLoss";

  constructor(...rest: Positional<MultilabelSoftMarginLossOptions, ["weight"]>) {
    const kinds = { reduction: "anything", weight: "anything" } as const;
    const options = lossOptions<MultilabelSoftMarginLossOptions>("MultiLabelSoftMarginLoss", ["weight"], kinds, rest);
    super(options);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, reduction } = this;
    return multilabelSoftMarginLoss(input, target, { weight, reduction });
  }
}
