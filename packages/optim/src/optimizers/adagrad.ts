// Adagrad: steps divided by the root of the sum of all squared gradients so far.

import { fullLike, optionsOf, type Positional, type Tensor } from "@bernoulli/tensor";
import { update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { direction } from "./direction.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative } from "./ranges.js";

export interface AdagradOptions extends Omit<ImplementationOptions, "capturable"> {
  /** The learning rate, ≥ 0. Default 1e-2. */
  lr: number;
  /** By how much the rate falls: at step t it is lr / (1 + (t − 1)·lrDecay). ≥ 0. Default 0. */
  lrDecay: number;
  /** Added to the denominator, ≥ 0. Default 1e-10. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** What the sum of squares begins with, ≥ 0. Default 0. */
  initialAccumulatorValue: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type AdagradState = { step: number; sum: Tensor };

const defaults: AdagradOptions = {
  lr: 1e-2,
  lrDecay: 0,
  eps: 1e-10,
  weightDecay: 0,
  initialAccumulatorValue: 0,
  foreach: null,
  maximize: false,
  differentiable: false,
  fused: null,
};

/** In PyTorch's order. */
const places = ["lr", "lrDecay", "weightDecay", "initialAccumulatorValue", "eps"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_adagrad is made. */
const adagradStep = update({
  name: "adagradStep",
  inputs: ["parameter", "gradient", "sum"],
  numbers: ["rate", "eps", "weightDecay"],
  flags: ["decays", "maximize"],
  formula: ({ parameter, gradient, sum, rate, eps, weightDecay }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const squares = sum.add(g.mul(g));
    return { parameter: parameter.add(rate.neg().mul(g).div(squares.sqrt().add(eps))), sum: squares };
  },
});

/**
 * Adagrad: g ← grad + weightDecay·θ; s ← s + g²; θ ← θ − lr/(1 + (t − 1)·lrDecay) · g / (√s + eps).
 * See https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html; Duchi, Hazan and Singer, Adaptive Subgradient Methods,
 * 2011. As in PyTorch the sums are there from the start, of every parameter.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Adagrad } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Adagrad([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class Adagrad extends Optimizer<AdagradOptions, AdagradState> {
  static override readonly name: string = "Adagrad";
  constructor(
    params: OptimizerParameters<AdagradOptions>,
    ...rest: Positional<Partial<AdagradOptions>, typeof places>
  ) {
    super(params, defaults, optionsOf<Partial<AdagradOptions>>("Adagrad", places, rest));
    for (const group of this.paramGroups) {
      for (const parameter of group.params) {
        const state = this.initialState(parameter);
        state.sum.keep();
        this.state.set(parameter, state);
      }
    }
  }

  protected override checkRanges(options: AdagradOptions): void {
    const { lr, lrDecay, eps, weightDecay, initialAccumulatorValue, maximize } = options;
    checkNotNegative("Adagrad", "learning rate", lr);
    checkNotNegative("Adagrad", "lr_decay value", lrDecay);
    checkNotNegative("Adagrad", "weight_decay value", weightDecay);
    checkNotNegative("Adagrad", "initial_accumulator_value value", initialAccumulatorValue);
    checkNotNegative("Adagrad", "epsilon value", eps);
    checkFlag("Adagrad", "maximize", maximize);
    checkImplementation("Adagrad", options);
  }

  // PyTorch takes the value of the optimizer, not of the group.
  protected override initialState(parameter: Tensor): AdagradState {
    return { step: 0, sum: fullLike(parameter, this.defaults.initialAccumulatorValue, { requiresGrad: false }) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: AdagradState,
    { lr, lrDecay, eps, weightDecay, maximize }: AdagradOptions,
  ): void {
    state.step += 1;
    const rate = lr / (1 + (state.step - 1) * lrDecay);
    adagradStep(
      { parameter, gradient, sum: state.sum },
      { rate, eps, weightDecay, decays: weightDecay !== 0, maximize },
    );
  }
}
