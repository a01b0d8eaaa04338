// NAdam: Adam with Nesterov's look ahead.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { averaged } from "./averages.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkAdaptiveRates, checkFlag, checkNotNegative } from "./ranges.js";
import { averageThreshold, squareThresholds } from "./subnormal.js";

export interface NAdamOptions extends Omit<ImplementationOptions, "fused"> {
  /** The learning rate, ≥ 0. Default 2e-3. */
  lr: number;
  /** How much is kept of the averages of the gradient and of its square, each in [0, 1). Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to the denominator, ≥ 0. Default 1e-8. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** How fast the momentum grows to β₁, ≥ 0. Default 4e-3. */
  momentumDecay: number;
  /** Whether weight decay shrinks the parameter itself, as AdamW's, instead of joining the gradient. Default false. */
  decoupledWeightDecay: boolean;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type NAdamState = {
  step: number;
  /** The product of all momenta so far: a float, as PyTorch has it. */
  muProduct: number;
  expAvg: Tensor;
  expAvgSq: Tensor;
};

const defaults: NAdamOptions = {
  lr: 2e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  momentumDecay: 4e-3,
  decoupledWeightDecay: false,
  maximize: false,
  foreach: null,
  capturable: false,
  differentiable: false,
};

/** In PyTorch's order. */
const places = ["lr", "betas", "eps", "weightDecay", "momentumDecay", "decoupledWeightDecay"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_nadam is made. */
const nadamStep = update({
  name: "nadamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  numbers: [
    ...(["beta1", "beta2", "eps", "weightDecay", "shrink", "correction2", "ofGradient", "ofAverage"] as const),
    ...(["leastAverage", "leastSquare", "leastRoot"] as const),
  ],
  flags: ["decays", "decouples", "maximize"],
  formula: (leaves, flags) => {
    const { start, g, average, squares } = averaged(leaves, flags);
    const denominator = squares.div(leaves.correction2).sqrt().add(leaves.eps);
    const first = start.add(leaves.ofGradient.mul(g).div(denominator));
    return {
      parameter: first.add(leaves.ofAverage.mul(average).div(denominator)),
      expAvg: average,
      expAvgSq: squares,
    };
  },
});

/**
 * NAdam: μₜ = β₁·(1 − ½·0.96^(t·momentumDecay)), Π their product; g ← grad + weightDecay·θ; m ← β₁·m + (1 − β₁)·g;
 * v ← β₂·v + (1 − β₂)·g²; θ ← θ − lr · ((1 − μₜ)/(1 − Πₜ)·g + μₜ₊₁/(1 − Πₜ₊₁)·m) / (√(v/(1 − β₂ᵗ)) + eps). With
 * decoupledWeightDecay, weight decay is AdamW's.
 * See https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html; Dozat, Incorporating Nesterov Momentum into Adam, 2016.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { NAdam } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new NAdam([w], { lr: 0.5, betas: [0, 0.999] });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class NAdam extends Optimizer<NAdamOptions, NAdamState> {
  static override readonly name: string = "NAdam";
  constructor(params: OptimizerParameters<NAdamOptions>, ...rest: Positional<Partial<NAdamOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<NAdamOptions>>("NAdam", places, rest));
  }

  protected override checkRanges(options: NAdamOptions): void {
    const { momentumDecay, decoupledWeightDecay, maximize } = options;
    checkAdaptiveRates("NAdam", options);
    checkNotNegative("NAdam", "momentum_decay value", momentumDecay);
    checkFlag("NAdam", "decoupled_weight_decay", decoupledWeightDecay);
    checkFlag("NAdam", "maximize", maximize);
    checkImplementation("NAdam", options);
  }

  protected override initialState(parameter: Tensor): NAdamState {
    return { step: 0, muProduct: 1, expAvg: zerosLike(parameter), expAvgSq: zerosLike(parameter) };
  }

  protected override update(parameter: Tensor, gradient: Tensor, state: NAdamState, options: NAdamOptions): void {
    const { lr, betas, eps, weightDecay, momentumDecay, decoupledWeightDecay, maximize } = options;
    const [beta1, beta2] = betas;
    const { expAvg, expAvgSq } = state;
    state.step += 1;
    const momentumAt = (step: number) => beta1 * (1 - 0.5 * 0.96 ** (step * momentumDecay));
    const momentum = momentumAt(state.step);
    const next = momentumAt(state.step + 1);
    state.muProduct = Math.fround(state.muProduct * Math.fround(momentum));
    const correction2 = 1 - beta2 ** state.step;
    const ofGradient = (-lr * (1 - momentum)) / (1 - state.muProduct);
    const ofAverage = (-lr * next) / (1 - state.muProduct * next);
    const shrink = decoupledWeightDecay ? 1 - lr * weightDecay : 1;
    const [leastSquare, leastRoot] = squareThresholds(parameter, { keep: beta2, eps, scale: Math.sqrt(correction2) });
    nadamStep(
      { parameter, gradient, expAvg, expAvgSq },
      {
        ...{ beta1, beta2, eps, weightDecay, shrink, correction2, ofGradient, ofAverage },
        ...{ leastAverage: averageThreshold(parameter, { keep: beta1, rate: ofAverage, eps }), leastSquare, leastRoot },
        ...{ decays: weightDecay !== 0 && !decoupledWeightDecay, decouples: shrink !== 1, maximize },
      },
    );
  }
}
