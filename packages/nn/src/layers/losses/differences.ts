// MSELoss, L1Loss, SmoothL1Loss and HuberLoss: how far an input is from its target.

import {
  type HuberLossOptions,
  huberLoss,
  type LossOptions,
  l1Loss,
  lossOptions,
  mseLoss,
  type Positional,
  type SmoothL1LossOptions,
  smoothL1Loss,
  type Tensor,
} from "@bernoulli/tensor";
import { Loss } from "./loss.js";

/**
 * The mean of (input − target)².
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html.
 *
 * @throws when called: what {@link mseLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { MSELoss } from "@bernoulli/nn";
 * new MSELoss()(tensor([1, 2]), tensor([0, 4])).item(); // → 2.5
 * ```
 */
export class MSELoss extends Loss {
  static override readonly name: string = "MSELoss";

  constructor(...rest: Positional<LossOptions, []>) {
    const kinds = { reduction: "anything" } as const;
    const options = lossOptions<LossOptions>("MSELoss", [], kinds, rest);
    super(options.reduction);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return mseLoss(input, target, { reduction: this.reduction });
  }
}

/**
 * The mean of |input − target|.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html.
 *
 * @throws when called: what {@link l1Loss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { L1Loss } from "@bernoulli/nn";
 * new L1Loss({ reduction: "sum" })(tensor([1, 2]), tensor([0, 4])).item(); // → 3
 * ```
 */
export class L1Loss extends Loss {
  static override readonly name: string = "L1Loss";

  constructor(...rest: Positional<LossOptions, []>) {
    const kinds = { reduction: "anything" } as const;
    const options = lossOptions<LossOptions>("L1Loss", [], kinds, rest);
    super(options.reduction);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return l1Loss(input, target, { reduction: this.reduction });
  }
}

/**
 * The mean of 0.5 · d² / beta where d = |input − target| is below beta, else of d − 0.5 · beta.
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html.
 *
 * @throws when called: what {@link smoothL1Loss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SmoothL1Loss } from "@bernoulli/nn";
 * new SmoothL1Loss()(tensor([0.5, 3]), tensor([0, 0])).item(); // → 1.3125
 * ```
 */
export class SmoothL1Loss extends Loss {
  static override readonly name: string = "SmoothL1Loss";
  readonly beta: number;

  constructor(...rest: Positional<SmoothL1LossOptions, []>) {
    const kinds = { reduction: "anything", beta: "number" } as const;
    const options = lossOptions<SmoothL1LossOptions>("SmoothL1Loss", [], kinds, rest);
    super(options.reduction);
    this.beta = options.beta ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { beta, reduction } = this;
    return smoothL1Loss(input, target, { beta, reduction });
  }
}

/**
 * The mean of 0.5 · d² where d = |input − target| is at most delta, else of delta · (d − 0.5 · delta).
 * Shape: (*), (*) → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html.
 *
 * @throws when called: what {@link huberLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { HuberLoss } from "@bernoulli/nn";
 * new HuberLoss({ delta: 2 })(tensor([0.5, 3]), tensor([0, 0])).item(); // → 2.0625
 * ```
 */
export class HuberLoss extends Loss {
  static override readonly name: string = "HuberLoss";
  readonly delta: number;

  constructor(...rest: Positional<Omit<HuberLossOptions, "weight">, ["reduction", "delta"]>) {
    const kinds = { reduction: "anything", delta: "number" } as const;
    const options = lossOptions<Omit<HuberLossOptions, "weight">>("HuberLoss", ["reduction", "delta"], kinds, rest);
    super(options.reduction);
    this.delta = options.delta ?? 1;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { delta, reduction } = this;
    return huberLoss(input, target, { delta, reduction });
  }
}
