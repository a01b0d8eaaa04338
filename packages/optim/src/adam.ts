// Adam: steps scaled by running averages of the gradient and of its square.

import { ArgumentError, describeAll, type Tensor, where, zerosLike } from "@bernoulli/tensor";
import { adamStep, withThresholds } from "./adam-step.js";
import { Optimizer, type OptimizerParameters } from "./optimizer.js";
import { checkFlag, checkNotNegative } from "./ranges.js";

export interface AdamOptions {
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
};

/**
 * Adam: g ← grad + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
 * θ ← θ − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + eps). With amsgrad, the largest v so far stands in v's place.
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
  constructor(params: OptimizerParameters<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(params, defaults, options);
  }

  protected override checkRanges({ lr, betas, eps, weightDecay, amsgrad, maximize }: AdamOptions): void {
    checkNotNegative("Adam", "learning rate", lr);
    checkNotNegative("Adam", "epsilon value", eps);
    if (!Array.isArray(betas) || betas.length !== 2)
      throw new ArgumentError(`Adam: betas must be a pair of numbers, but got ${describeAll(betas)}`);
    for (const [at, beta] of betas.entries()) {
      if (!(Number.isFinite(beta) && beta >= 0 && beta < 1))
        throw new ArgumentError(`Adam: Invalid beta parameter at index ${at}: ${String(beta)}; it must be in [0, 1)`);
    }
    checkNotNegative("Adam", "weight_decay value", weightDecay);
    checkFlag("Adam", "amsgrad", amsgrad);
    checkFlag("Adam", "maximize", maximize);
  }

  protected override initialState(parameter: Tensor): AdamState {
    return { step: 0, expAvg: zerosLike(parameter), expAvgSq: zerosLike(parameter), maxExpAvgSq: null };
  }

  // The order of operations is that of PyTorch's _single_tensor_adam, and so is the rounding.
  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: AdamState,
    { lr, betas, eps, weightDecay, amsgrad, maximize }: AdamOptions,
  ): void {
    const [beta1, beta2] = betas;
    const { expAvg, expAvgSq } = state;
    state.step += 1;
    const correction1 = 1 - beta1 ** state.step;
    const correction2Root = Math.sqrt(1 - beta2 ** state.step);
    const stepSize = lr / correction1;
    if (!amsgrad) {
      const rates = { beta1, beta2, eps, weightDecay, stepSize, correction2Root, maximize };
      adamStep({ parameter, gradient, expAvg, expAvgSq }, withThresholds(parameter, rates));
      return;
    }
    let direction = maximize ? gradient.neg() : gradient;
    if (weightDecay !== 0) direction = direction.add(parameter, { alpha: weightDecay });
    expAvg.mul_(beta1).add_(direction, { alpha: 1 - beta1 });
    expAvgSq.mul_(beta2).addcmul_(direction, direction, { value: 1 - beta2 });
    const denominator = largest(state).sqrt().div_(correction2Root).add_(eps);
    parameter.addcdiv_(expAvg, denominator, { value: -stepSize });
  }
}

/** The largest average of squares so far, brought up to date. */
function largest(state: AdamState): Tensor {
  const { expAvgSq } = state;
  state.maxExpAvgSq ??= zerosLike(expAvgSq);
  const present = state.maxExpAvgSq;
  // torch.maximum hands a NaN on: it is neither smaller nor equal, and stays in the average once it is there.
  return present.copy_(where(expAvgSq.le(present), present, expAvgSq));
}
