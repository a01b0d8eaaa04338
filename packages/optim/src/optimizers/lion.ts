// Lion: steps of one size, by the sign of what momentum and gradient agree on.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { constant, update, where } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkBetas, checkFlag, checkNotNegative } from "./ranges.js";

export interface LionOptions extends ImplementationOptions {
  /** The learning rate, ≥ 0: a third to a tenth of AdamW's. Default 1e-4. */
  lr: number;
  /** How much of the average counts in the step, and how much of it is kept, each in [0, 1). Default [0.9, 0.99]. */
  betas: readonly [number, number];
  /** What a parameter loses at each step, times the learning rate, ≥ 0: three to ten times AdamW's. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type LionState = { expAvg: Tensor };

const defaults: LionOptions = {
  lr: 1e-4,
  betas: [0.9, 0.99],
  weightDecay: 0,
  maximize: false,
  foreach: null,
  capturable: false,
  differentiable: false,
  fused: null,
};

const lionStep = update({
  name: "lionStep",
  inputs: ["parameter", "gradient", "expAvg"],
  numbers: ["lr", "beta1", "beta2", "shrink"],
  flags: ["decouples", "maximize"],
  formula: ({ parameter, gradient, expAvg, lr, beta1, beta2, shrink }, flags) => {
    const one = constant(1);
    const g = flags.maximize ? gradient.neg() : gradient;
    const towards = expAvg.mul(beta1).add(g.mul(one.sub(beta1)));
    // NaN stays one, so that a lost training shows.
    const sign = where(towards.gt(0), 1, where(towards.lt(0), -1, towards));
    const start = flags.decouples ? parameter.mul(shrink) : parameter;
    return {
      parameter: start.sub(sign.mul(lr)),
      // Kept to the last subnormal: the smallest average still moves its parameter by a whole step.
      expAvg: expAvg.mul(beta2).add(g.mul(one.sub(beta2))),
    };
  },
});

/** Told in this order, or by name. */
const places = ["lr", "betas", "weightDecay"] as const;

/**
 * Lion: c = β₁·m + (1 − β₁)·grad; θ ← θ − lr·(sign(c) + weightDecay·θ); m ← β₂·m + (1 − β₂)·grad. Half the state of Adam.
 * PyTorch has none; Chen et al., Symbolic Discovery of Optimization Algorithms, arXiv:2302.06675. State dicts are those of the authors'
 * https://github.com/google/automl/tree/master/lion: `exp_avg`.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Lion } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Lion([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class Lion extends Optimizer<LionOptions, LionState> {
  static override readonly name: string = "Lion";
  constructor(params: OptimizerParameters<LionOptions>, ...rest: Positional<Partial<LionOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<LionOptions>>("Lion", places, rest));
  }

  protected override checkRanges(options: LionOptions): void {
    const { lr, betas, weightDecay, maximize } = options;
    checkNotNegative("Lion", "learning rate", lr);
    checkBetas("Lion", betas);
    checkNotNegative("Lion", "weight_decay value", weightDecay);
    checkFlag("Lion", "maximize", maximize);
    checkImplementation("Lion", options);
  }

  protected override initialState(parameter: Tensor): LionState {
    return { expAvg: zerosLike(parameter) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    { expAvg }: LionState,
    { lr, betas: [beta1, beta2], weightDecay, maximize }: LionOptions,
  ): void {
    const shrink = 1 - lr * weightDecay;
    lionStep({ parameter, gradient, expAvg }, { lr, beta1, beta2, shrink, decouples: shrink !== 1, maximize });
  }
}
