// ASGD: gradient descent beside which the average of all parameters so far is kept.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { direction } from "./direction.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative, checkNumber } from "./ranges.js";

export interface ASGDOptions extends Omit<ImplementationOptions, "fused"> {
  /** The first learning rate, ≥ 0. Default 1e-2. */
  lr: number;
  /** What a parameter loses at each step, times the rate, and how fast the rate falls, ≥ 0. Default 1e-4. */
  lambd: number;
  /** The power by which the rate falls, ≥ 0. Default 0.75. */
  alpha: number;
  /** The step at which averaging starts. Default 1e6. */
  t0: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type ASGDState = {
  step: number;
  /** The rate, and the weight of the next parameters in the average: floats, as PyTorch has them. */
  eta: number;
  mu: number;
  /** The average. */
  ax: Tensor;
};

const defaults: ASGDOptions = {
  lr: 1e-2,
  lambd: 1e-4,
  alpha: 0.75,
  t0: 1e6,
  weightDecay: 0,
  foreach: null,
  maximize: false,
  differentiable: false,
  capturable: false,
};

/** In PyTorch's order. */
const places = ["lr", "lambd", "alpha", "t0", "weightDecay"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_asgd is made. */
const asgdStep = update({
  name: "asgdStep",
  inputs: ["parameter", "gradient", "ax"],
  numbers: ["eta", "mu", "shrink", "weightDecay"],
  flags: ["decays", "maximize", "averages"],
  formula: ({ parameter, gradient, ax, eta, mu, shrink, weightDecay }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const moved = parameter.mul(shrink).add(g.mul(eta.neg()));
    return { parameter: moved, ax: flags.averages ? ax.add(moved.sub(ax).mul(mu)) : moved };
  },
});

/**
 * ASGD: g ← grad + weightDecay·θ; θ ← (1 − lambd·η)·θ − η·g; a ← a + μ·(θ − a); then η ← lr/(1 + lambd·lr·t)^alpha and
 * μ ← 1/max(1, t − t0). The averages are the state's `ax`.
 * See https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html; Polyak and Juditsky, Acceleration of Stochastic
 * Approximation by Averaging, 1992.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ASGD } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new ASGD([w], { lr: 0.25, lambd: 0 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1]
 * optimizer.state.get(w)?.ax.toArray(); // → [0.5, -1]
 * ```
 */
export class ASGD extends Optimizer<ASGDOptions, ASGDState> {
  static override readonly name: string = "ASGD";
  constructor(params: OptimizerParameters<ASGDOptions>, ...rest: Positional<Partial<ASGDOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<ASGDOptions>>("ASGD", places, rest));
  }

  protected override checkRanges(options: ASGDOptions): void {
    const { lr, lambd, alpha, t0, weightDecay, maximize } = options;
    checkNotNegative("ASGD", "learning rate", lr);
    checkNotNegative("ASGD", "lambd value", lambd);
    checkNotNegative("ASGD", "alpha value", alpha);
    checkNumber("ASGD", "t0 value", t0);
    checkNotNegative("ASGD", "weight_decay value", weightDecay);
    checkFlag("ASGD", "maximize", maximize);
    checkImplementation("ASGD", options);
  }

  protected override initialState(parameter: Tensor, { lr }: ASGDOptions): ASGDState {
    return { step: 0, eta: Math.fround(lr), mu: 1, ax: zerosLike(parameter) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: ASGDState,
    { lr, lambd, alpha, t0, weightDecay, maximize }: ASGDOptions,
  ): void {
    const { eta, mu, ax } = state;
    asgdStep(
      { parameter, gradient, ax },
      { eta, mu, shrink: 1 - lambd * eta, weightDecay, decays: weightDecay !== 0, maximize, averages: mu !== 1 },
    );
    state.step += 1;
    state.eta = Math.fround(lr / (1 + lambd * lr * state.step) ** alpha);
    state.mu = Math.fround(1 / Math.max(1, state.step - t0));
  }
}
