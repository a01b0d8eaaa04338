// RAdam: Adam that starts without its denominator, until the average of squares can be trusted.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { averaged } from "./averages.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkAdaptiveRates, checkFlag } from "./ranges.js";
import { averageThreshold, squareThresholds } from "./subnormal.js";

export interface RAdamOptions extends Omit<ImplementationOptions, "fused"> {
  /** The learning rate, ≥ 0. Default 1e-3. */
  lr: number;
  /** How much is kept of the averages of the gradient and of its square, each in [0, 1). Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to the denominator, ≥ 0. Default 1e-8. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
  /** Whether weight decay shrinks the parameter itself, as AdamW's, instead of joining the gradient. Default false. */
  decoupledWeightDecay: boolean;
}

type RAdamState = { step: number; expAvg: Tensor; expAvgSq: Tensor };

const defaults: RAdamOptions = {
  lr: 1e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  maximize: false,
  foreach: null,
  capturable: false,
  decoupledWeightDecay: false,
  differentiable: false,
};

/** In PyTorch's order. */
const places = ["lr", "betas", "eps", "weightDecay", "decoupledWeightDecay"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_radam is made. */
const radamStep = update({
  name: "radamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  numbers: [
    ...(["beta1", "beta2", "lr", "eps", "weightDecay", "shrink", "correction1", "correction2Root"] as const),
    ...(["rectification", "leastAverage", "leastSquare", "leastRoot"] as const),
  ],
  flags: ["decays", "decouples", "maximize", "rectifies"],
  formula: (leaves, flags) => {
    const { start, average, squares } = averaged(leaves, flags);
    const plain = average.div(leaves.correction1).mul(leaves.lr);
    const adaptive = leaves.correction2Root.div(squares.sqrt().add(leaves.eps));
    const moved = flags.rectifies ? plain.mul(adaptive).mul(leaves.rectification) : plain;
    return { parameter: start.sub(moved), expAvg: average, expAvgSq: squares };
  },
});

/**
 * RAdam: g ← grad + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; ρ∞ = 2/(1 − β₂) − 1; ρ = ρ∞ − 2t·β₂ᵗ/(1 − β₂ᵗ).
 * Where ρ > 5, θ ← θ − lr/(1 − β₁ᵗ)·m · √(1 − β₂ᵗ)/(√v + eps) · √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ)); before that,
 * θ ← θ − lr/(1 − β₁ᵗ)·m. With decoupledWeightDecay, weight decay is AdamW's.
 * See https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html; Liu et al., arXiv:1908.03265.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { RAdam } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new RAdam([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step(); // the first steps go by the gradient's size
 * w.toArray(); // → [0.5, -1]
 * ```
 */
export class RAdam extends Optimizer<RAdamOptions, RAdamState> {
  static override readonly name: string = "RAdam";
  constructor(params: OptimizerParameters<RAdamOptions>, ...rest: Positional<Partial<RAdamOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<RAdamOptions>>("RAdam", places, rest));
  }

  protected override checkRanges(options: RAdamOptions): void {
    const { maximize, decoupledWeightDecay } = options;
    checkAdaptiveRates("RAdam", options);
    checkFlag("RAdam", "maximize", maximize);
    checkFlag("RAdam", "decoupled_weight_decay", decoupledWeightDecay);
    checkImplementation("RAdam", options);
  }

  protected override initialState(parameter: Tensor): RAdamState {
    return { step: 0, expAvg: zerosLike(parameter), expAvgSq: zerosLike(parameter) };
  }

  protected override update(parameter: Tensor, gradient: Tensor, state: RAdamState, options: RAdamOptions): void {
    const { lr, betas, eps, weightDecay, maximize, decoupledWeightDecay } = options;
    const [beta1, beta2] = betas;
    const { expAvg, expAvgSq } = state;
    state.step += 1;
    const { step } = state;
    const correction1 = 1 - beta1 ** step;
    const correction2 = 1 - beta2 ** step;
    const longest = 2 / (1 - beta2) - 1;
    const length = longest - (2 * step * beta2 ** step) / correction2;
    const rectifies = length > 5;
    const rectification = rectifies
      ? Math.sqrt(((length - 4) * (length - 2) * longest) / ((longest - 4) * (longest - 2) * length))
      : 1;
    const shrink = decoupledWeightDecay ? 1 - lr * weightDecay : 1;
    const correction2Root = Math.sqrt(correction2);
    const rate = (lr / correction1) * (rectifies ? correction2Root * rectification : 1);
    const leastAverage = averageThreshold(parameter, { keep: beta1, rate, eps: rectifies ? eps : 1 });
    const [leastSquare, leastRoot] = squareThresholds(parameter, { keep: beta2, eps });
    radamStep(
      { parameter, gradient, expAvg, expAvgSq },
      {
        ...{ beta1, beta2, lr, eps, weightDecay, shrink, correction1, correction2Root, rectification },
        ...{ leastAverage, leastSquare, leastRoot },
        ...{ decays: weightDecay !== 0 && !decoupledWeightDecay, decouples: shrink !== 1, maximize, rectifies },
      },
    );
  }
}
