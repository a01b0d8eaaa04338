// AdamW: Adam whose weight decay shrinks the parameters themselves.

import { ArgumentError, optionsOf, type Positional } from "@bernoulli/tensor";
import type { OptimizerParameters } from "../parameter-groups.js";
import type { OptimizerStateDict } from "../state-dict.js";
import { Adam, type AdamOptions, places } from "./adam.js";

export interface AdamWOptions extends Omit<AdamOptions, "weightDecay" | "decoupledWeightDecay"> {
  /** What a parameter loses at each step, times the learning rate, ≥ 0. Default 1e-2. */
  weightDecay: number;
}

/**
 * Adam with decoupled weight decay: θ ← θ − lr·weightDecay·θ, then Adam's step of the gradient alone: m ← β₁·m + (1 − β₁)·grad;
 * v ← β₂·v + (1 − β₂)·grad²; θ ← θ − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + eps).
 * See https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html; Loshchilov and Hutter, Decoupled Weight Decay
 * Regularization, arXiv:1711.05101.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { AdamW } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new AdamW([w], { lr: 0.5, weightDecay: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.25, -1]
 * ```
 */
export class AdamW extends Adam {
  static override readonly name: string = "AdamW";
  constructor(params: OptimizerParameters<AdamWOptions>, ...rest: Positional<Partial<AdamWOptions>, typeof places>) {
    const options = optionsOf<Partial<AdamWOptions>>("AdamW", places, rest);
    const { weightDecay = 1e-2 } = options;
    super(params as OptimizerParameters<AdamOptions>, { decoupledWeightDecay: true, ...options, weightDecay });
  }

  protected override checkRanges(options: AdamOptions): void {
    super.checkRanges(options);
    if (!options.decoupledWeightDecay)
      throw new ArgumentError("AdamW: its weight decay is always decoupled; for the other, take Adam with weightDecay");
  }

  /** As any optimizer's; what Adam saved, too, goes on with decoupled decay. */
  override loadStateDict(stateDict: OptimizerStateDict): void {
    const groups = (stateDict as Partial<OptimizerStateDict> | null)?.param_groups;
    if (!Array.isArray(groups)) super.loadStateDict(stateDict);
    else {
      const decoupled = (groups as OptimizerStateDict["param_groups"]).map((group) => ({
        ...group,
        decoupled_weight_decay: true,
      }));
      super.loadStateDict({ ...stateDict, param_groups: decoupled });
    }
  }
}
