// BCELoss, BCEWithLogitsLoss, KLDivLoss, PoissonNLLLoss and GaussianNLLLoss: how unlikely a target is under what the input says.

import {
  type BinaryCrossEntropyOptions,
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  type GaussianNllLossOptions,
  gaussianNllLoss,
  type KlDivOptions,
  klDiv,
  lossOptions,
  type PoissonNllLossOptions,
  type Positional,
  poissonNllLoss,
  type Reduction,
  type Tensor,
} from "@bernoulli/tensor";
import { registerBuffers } from "../../keys.js";
import { Loss, WeightedLoss } from "./loss.js";

/**
 * The mean binary cross entropy of probabilities.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html.
 *
 * @throws when called: what {@link binaryCrossEntropy} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { BCELoss } from "@bernoulli/nn";
 * new BCELoss()(tensor([0.5, 0.9]), tensor([0, 1])).item(); // → 0.3992538
 * ```
 */
export class BCELoss extends WeightedLoss {
  static override readonly name: string = "BCELoss";

  constructor(...rest: Positional<BinaryCrossEntropyOptions, ["weight"]>) {
    const kinds = { reduction: "anything", weight: "anything" } as const;
    const options = lossOptions<BinaryCrossEntropyOptions>("BCELoss", ["weight"], kinds, rest);
    super(options);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, reduction } = this;
    return binaryCrossEntropy(input, target, { weight, reduction });
  }
}

/**
 * The mean binary cross entropy of sigmoid(input); `weight` and `pos_weight` are buffers.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html.
 *
 * @throws when called: what {@link binaryCrossEntropyWithLogits} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { BCEWithLogitsLoss } from "@bernoulli/nn";
 * new BCEWithLogitsLoss({ posWeight: tensor([3]) })(tensor([0]), tensor([1])).item(); // → 2.079442
 * ```
 */
export class BCEWithLogitsLoss extends WeightedLoss {
  static override readonly name: string = "BCEWithLogitsLoss";
  declare posWeight: Tensor | null;

  constructor(...rest: Positional<BinaryCrossEntropyWithLogitsOptions, ["weight"]>) {
    const kinds = { reduction: "anything", weight: "anything", posWeight: "anything" } as const;
    const options = lossOptions<BinaryCrossEntropyWithLogitsOptions>("BCEWithLogitsLoss", ["weight"], kinds, rest);
    super(options);
    registerBuffers(this, { pos_weight: options.posWeight ?? null });
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, posWeight, reduction } = this;
    return binaryCrossEntropyWithLogits(input, target, { weight, posWeight, reduction });
  }
}

/**
 * The divergence of the target's distribution from that of which the input holds the logarithms. `"batchmean"` is the divergence itself.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html.
 *
 * @throws when called: what {@link klDiv} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { KLDivLoss } from "@bernoulli/nn";
 * const input = tensor([[0.5, 0.5]]).log();
 * new KLDivLoss({ reduction: "batchmean" })(input, tensor([[0, 1]])).item(); // → 0.6931472
 * ```
 */
export class KLDivLoss extends Loss<Reduction | "batchmean"> {
  static override readonly name: string = "KLDivLoss";
  readonly logTarget: boolean;

  constructor(...rest: Positional<KlDivOptions, []>) {
    const kinds = { reduction: "anything", logTarget: "boolean" } as const;
    const options = lossOptions<KlDivOptions>("KLDivLoss", [], kinds, rest, ["batchmean"]);
    super(options.reduction);
    this.logTarget = options.logTarget ?? false;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { logTarget, reduction } = this;
    return klDiv(input, target, { logTarget, reduction });
  }
}

/**
 * The negative log-likelihood of counts under Poisson distributions of the input's rates, or their logarithms.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html.
 *
 * @throws when called: what {@link poissonNllLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { PoissonNLLLoss } from "@bernoulli/nn";
 * new PoissonNLLLoss()(tensor([0, 1]), tensor([1, 2])).item(); // → 0.8591409
 * ```
 */
export class PoissonNLLLoss extends Loss {
  static override readonly name: string = "PoissonNLLLoss";
  readonly logInput: boolean;
  readonly full: boolean;
  readonly eps: number;

  constructor(...rest: Positional<PoissonNllLossOptions, ["logInput", "full"]>) {
    const kinds = { reduction: "anything", logInput: "boolean", full: "boolean", eps: "number" } as const;
    const options = lossOptions<PoissonNllLossOptions>("PoissonNLLLoss", ["logInput", "full"], kinds, rest);
    super(options.reduction);
    this.logInput = options.logInput ?? true;
    this.full = options.full ?? false;
    this.eps = options.eps ?? 1e-8;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { logInput, full, eps, reduction } = this;
    return poissonNllLoss(input, target, { logInput, full, eps, reduction });
  }
}

/**
 * The negative log-likelihood of a target under normal distributions of the input's means and of variances.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.GaussianNLLLoss.html.
 *
 * @throws when called: what {@link gaussianNllLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { GaussianNLLLoss } from "@bernoulli/nn";
 * new GaussianNLLLoss()(tensor([1, 2]), tensor([2, 2]), tensor([1, 1])).item(); // → 0.25
 * ```
 */
export class GaussianNLLLoss extends Loss {
  static override readonly name: string = "GaussianNLLLoss";
  readonly full: boolean;
  readonly eps: number;

  constructor(...rest: Positional<GaussianNllLossOptions, []>) {
    const kinds = { reduction: "anything", full: "boolean", eps: "number" } as const;
    const options = lossOptions<GaussianNllLossOptions>("GaussianNLLLoss", [], kinds, rest);
    super(options.reduction);
    this.full = options.full ?? false;
    this.eps = options.eps ?? 1e-6;
  }

  forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor {
    const { full, eps, reduction } = this;
    return gaussianNllLoss(input, target, variance, { full, eps, reduction });
  }
}
