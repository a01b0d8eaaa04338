// SGD: stochastic gradient descent, with momentum where wanted.

import { ArgumentError, optionsOf, type Positional, type Tensor } from "@bernoulli/tensor";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative, checkNumber } from "./ranges.js";
import { sgdStep, sgdThreshold } from "./sgd-step.js";

export interface SGDOptions extends Omit<ImplementationOptions, "capturable"> {
  /** The learning rate, ≥ 0. Default 1e-3. */
  lr: number;
  /** How much of the last direction is kept, ≥ 0. Default 0. */
  momentum: number;
  /** How much of the gradient is left out of the direction. Default 0. */
  dampening: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to look ahead by one momentum step. Default false. */
  nesterov: boolean;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type SGDState = {
  /** The direction; null without momentum. */
  momentumBuffer: Tensor | null;
};

const defaults: SGDOptions = {
  lr: 1e-3,
  momentum: 0,
  dampening: 0,
  weightDecay: 0,
  nesterov: false,
  maximize: false,
  foreach: null,
  differentiable: false,
  fused: null,
};

/** In PyTorch's order. */
const places = ["lr", "momentum", "dampening", "weightDecay", "nesterov"] as const;

/**
 * Stochastic gradient descent: g ← grad + weightDecay·θ; b ← momentum·b + (1 − dampening)·g (b ← g at first);
 * θ ← θ − lr·b, or with nesterov θ ← θ − lr·(g + momentum·b).
 * See https://pytorch.org/docs/stable/generated/torch.optim.SGD.html.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SGD } from "@bernoulli/optim";
 * const w = tensor([1, 2], { requiresGrad: true });
 * const optimizer = new SGD([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0, 0]
 * new SGD([w], 0.1, 0.9).defaults.momentum; // → 0.9
 * ```
 */
export class SGD extends Optimizer<SGDOptions, SGDState> {
  static override readonly name: string = "SGD";
  constructor(params: OptimizerParameters<SGDOptions>, ...rest: Positional<Partial<SGDOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<SGDOptions>>("SGD", places, rest));
  }

  protected override checkRanges(options: SGDOptions): void {
    const { lr, momentum, dampening, weightDecay, nesterov, maximize } = options;
    checkNotNegative("SGD", "learning rate", lr);
    checkNotNegative("SGD", "momentum value", momentum);
    checkNotNegative("SGD", "weight_decay value", weightDecay);
    checkNumber("SGD", "dampening value", dampening);
    checkFlag("SGD", "nesterov", nesterov);
    checkFlag("SGD", "maximize", maximize);
    checkImplementation("SGD", options);
    if (nesterov && (momentum <= 0 || dampening !== 0))
      throw new ArgumentError("SGD: Nesterov momentum requires a momentum and zero dampening");
  }

  protected override initialState(): SGDState {
    return { momentumBuffer: null };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: SGDState,
    { lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions,
  ): void {
    if (momentum !== 0 && state.momentumBuffer !== null) {
      const { momentumBuffer } = state;
      const rates = { lr, momentum, dampening, weightDecay, ...sgdThreshold(parameter, { lr, momentum }) };
      sgdStep({ parameter, gradient, momentumBuffer }, { ...rates, decays: weightDecay !== 0, nesterov, maximize });
      return;
    }
    let direction = maximize ? gradient.neg() : gradient;
    if (weightDecay !== 0) direction = direction.add(parameter, { alpha: weightDecay });
    if (momentum !== 0) {
      // The first direction is the buffer, undampened.
      state.momentumBuffer = direction.clone();
      if (nesterov) direction = direction.add(state.momentumBuffer, { alpha: momentum });
    }
    parameter.add_(direction, { alpha: -lr });
  }
}
