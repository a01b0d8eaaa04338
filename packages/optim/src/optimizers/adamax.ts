// Adamax: Adam by the largest gradient lately, instead of an average of squares.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { constant, update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { direction } from "./direction.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkAdaptiveRates, checkFlag } from "./ranges.js";
import { averageThreshold, flushed } from "./subnormal.js";

export interface AdamaxOptions extends Omit<ImplementationOptions, "fused"> {
  /** The learning rate, ≥ 0. Default 2e-3. */
  lr: number;
  /** How much is kept of the average of gradients and of the largest one, each in [0, 1). Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to a gradient's size, ≥ 0. Default 1e-8. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type AdamaxState = { step: number; expAvg: Tensor; expInf: Tensor };

const defaults: AdamaxOptions = {
  lr: 2e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  foreach: null,
  maximize: false,
  differentiable: false,
  capturable: false,
};

/** In PyTorch's order. */
const places = ["lr", "betas", "eps", "weightDecay"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_adamax is made. NaN is handed on. */
const adamaxStep = update({
  name: "adamaxStep",
  inputs: ["parameter", "gradient", "expAvg", "expInf"],
  numbers: ["beta1", "beta2", "eps", "weightDecay", "stepSize", "leastAverage"],
  flags: ["decays", "maximize"],
  formula: ({ parameter, gradient, expAvg, expInf, beta1, beta2, eps, weightDecay, ...rates }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const average = flushed(expAvg.mul(beta1).add(g.mul(constant(1).sub(beta1))), rates.leastAverage);
    const largest = expInf.mul(beta2).maximum(g.abs().add(eps));
    return {
      parameter: parameter.add(rates.stepSize.neg().mul(average).div(largest)),
      expAvg: average,
      expInf: largest,
    };
  },
});

/**
 * Adamax: g ← grad + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; u ← max(β₂·u, |g| + eps); θ ← θ − lr/(1 − β₁ᵗ) · m/u.
 * See https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html; Kingma and Ba, arXiv:1412.6980.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Adamax } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Adamax([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class Adamax extends Optimizer<AdamaxOptions, AdamaxState> {
  static override readonly name: string = "Adamax";
  constructor(params: OptimizerParameters<AdamaxOptions>, ...rest: Positional<Partial<AdamaxOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<AdamaxOptions>>("Adamax", places, rest));
  }

  protected override checkRanges(options: AdamaxOptions): void {
    const { maximize } = options;
    checkAdaptiveRates("Adamax", options);
    checkFlag("Adamax", "maximize", maximize);
    checkImplementation("Adamax", options);
  }

  protected override initialState(parameter: Tensor): AdamaxState {
    return { step: 0, expAvg: zerosLike(parameter), expInf: zerosLike(parameter) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: AdamaxState,
    { lr, betas: [beta1, beta2], eps, weightDecay, maximize }: AdamaxOptions,
  ): void {
    state.step += 1;
    const { expAvg, expInf } = state;
    const stepSize = lr / (1 - beta1 ** state.step);
    const leastAverage = averageThreshold(parameter, { keep: beta1, rate: stepSize, eps });
    adamaxStep(
      { parameter, gradient, expAvg, expInf },
      { beta1, beta2, eps, weightDecay, stepSize, leastAverage, decays: weightDecay !== 0, maximize },
    );
  }
}
