// Adam: steps scaled by running averages of the gradient and of its square.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { adamStep, amsgradStep, withThresholds } from "./adam-step.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkAdaptiveRates, checkFlag } from "./ranges.js";

export interface AdamOptions extends ImplementationOptions {
  /** The learning rate, ≥ 0. Default 1e-3. */
  lr: number;
  /** How much is kept of the averages of the gradient and of its square, each in [0, 1). Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to the denominator, ≥ 0. Default 1e-8. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to divide by the largest average of squares so far. Default false. */
  amsgrad: boolean;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
  /** Whether weight decay shrinks the parameter itself, as AdamW's, instead of joining the gradient. Default false. */
  decoupledWeightDecay: boolean;
}

type AdamState = {
  step: number;
  expAvg: Tensor;
  expAvgSq: Tensor;
  /** Null without amsgrad. */
  maxExpAvgSq: Tensor | null;
};

const defaults: AdamOptions = {
  lr: 1e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  amsgrad: false,
  maximize: false,
  foreach: null,
  capturable: false,
  differentiable: false,
  fused: null,
  decoupledWeightDecay: false,
};

/** In PyTorch's order. */
export const places = ["lr", "betas", "eps", "weightDecay", "amsgrad"] as const;

/**
 * Adam: g ← grad + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
 * θ ← θ − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + eps). With amsgrad, the largest v so far stands in v's place; with
 * decoupledWeightDecay, weight decay is AdamW's.
 * See https://pytorch.org/docs/stable/generated/torch.optim.Adam.html; Kingma and Ba, arXiv:1412.6980; Reddi et al.,
 * On the Convergence of Adam and Beyond, 2018.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Adam } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Adam([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class Adam extends Optimizer<AdamOptions, AdamState> {
  static override readonly name: string = "Adam";
  constructor(params: OptimizerParameters<AdamOptions>, ...rest: Positional<Partial<AdamOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<AdamOptions>>("Adam", places, rest));
  }

  protected override checkRanges(options: AdamOptions): void {
    const owner = this.constructor.name;
    const { amsgrad, maximize, decoupledWeightDecay } = options;
    checkAdaptiveRates(owner, options);
    checkFlag(owner, "amsgrad", amsgrad);
    checkFlag(owner, "maximize", maximize);
    checkFlag(owner, "decoupled_weight_decay", decoupledWeightDecay);
    checkImplementation(owner, options);
  }

  protected override initialState(parameter: Tensor): AdamState {
    return { step: 0, expAvg: zerosLike(parameter), expAvgSq: zerosLike(parameter), maxExpAvgSq: null };
  }

  // The order of operations is that of PyTorch's _single_tensor_adam, and so is the rounding.
  protected override update(parameter: Tensor, gradient: Tensor, state: AdamState, options: AdamOptions): void {
    const { lr, betas, eps, weightDecay, amsgrad, maximize, decoupledWeightDecay } = options;
    const [beta1, beta2] = betas;
    const { expAvg, expAvgSq } = state;
    state.step += 1;
    const correction1 = 1 - beta1 ** state.step;
    const correction2Root = Math.sqrt(1 - beta2 ** state.step);
    const rates = withThresholds(parameter, {
      beta1,
      beta2,
      eps,
      weightDecay: decoupledWeightDecay ? 0 : weightDecay,
      shrink: decoupledWeightDecay ? 1 - lr * weightDecay : 1,
      stepSize: lr / correction1,
      correction2Root,
      maximize,
    });
    if (!amsgrad) {
      adamStep({ parameter, gradient, expAvg, expAvgSq }, rates);
      return;
    }
    // amsgrad may be switched on between steps.
    state.maxExpAvgSq ??= zerosLike(expAvgSq);
    amsgradStep({ parameter, gradient, expAvg, expAvgSq, maxExpAvgSq: state.maxExpAvgSq }, rates);
  }
}
