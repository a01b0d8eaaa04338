// Adadelta: steps of the size of earlier steps, over that of gradients, so that no rate is to be found.

import { ArgumentError, optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { update } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { direction } from "./direction.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative } from "./ranges.js";
import { flushed, squareThresholds } from "./subnormal.js";

export interface AdadeltaOptions extends Omit<ImplementationOptions, "fused"> {
  /** What a step is multiplied by before it is taken, ≥ 0. Default 1. */
  lr: number;
  /** How much of the averages is kept, in [0, 1]. Default 0.9. */
  rho: number;
  /** Added under both roots, ≥ 0. Default 1e-6. */
  eps: number;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type AdadeltaState = { step: number; squareAvg: Tensor; accDelta: Tensor };

const defaults: AdadeltaOptions = {
  lr: 1,
  rho: 0.9,
  eps: 1e-6,
  weightDecay: 0,
  maximize: false,
  capturable: false,
  foreach: null,
  differentiable: false,
};

/** In PyTorch's order. */
const places = ["lr", "rho", "eps", "weightDecay"] as const;

/** Rounded as the ops are of which PyTorch's _single_tensor_adadelta is made. */
const adadeltaStep = update({
  name: "adadeltaStep",
  inputs: ["parameter", "gradient", "squareAvg", "accDelta"],
  numbers: ["lr", "rho", "rest", "eps", "weightDecay", "leastSquare", "leastRoot"],
  flags: ["decays", "maximize"],
  formula: ({ parameter, gradient, squareAvg, accDelta, lr, rho, rest, eps, weightDecay, ...least }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const seen = flushed(g, least.leastRoot);
    const squares = flushed(squareAvg.mul(rho).add(rest.mul(seen).mul(seen)), least.leastSquare);
    const delta = accDelta.add(eps).sqrt().div(squares.add(eps).sqrt()).mul(g);
    const counted = flushed(delta, least.leastRoot);
    const deltas = flushed(accDelta.mul(rho).add(rest.mul(counted).mul(counted)), least.leastSquare);
    return { parameter: parameter.add(delta.mul(lr.neg())), squareAvg: squares, accDelta: deltas };
  },
});

/**
 * Adadelta: g ← grad + weightDecay·θ; v ← rho·v + (1 − rho)·g²; d ← √(u + eps) / √(v + eps) · g; u ← rho·u + (1 − rho)·d²;
 * θ ← θ − lr·d.
 * See https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html; Zeiler, arXiv:1212.5701.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Adadelta } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Adadelta([w], { rho: 0, eps: 4 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [-0.4142135, -0.2111456]
 * ```
 */
export class Adadelta extends Optimizer<AdadeltaOptions, AdadeltaState> {
  static override readonly name: string = "Adadelta";
  constructor(
    params: OptimizerParameters<AdadeltaOptions>,
    ...rest: Positional<Partial<AdadeltaOptions>, typeof places>
  ) {
    super(params, defaults, optionsOf<Partial<AdadeltaOptions>>("Adadelta", places, rest));
  }

  protected override checkRanges(options: AdadeltaOptions): void {
    const { lr, rho, eps, weightDecay, maximize } = options;
    checkNotNegative("Adadelta", "learning rate", lr);
    if (!(rho >= 0 && rho <= 1))
      throw new ArgumentError(`Adadelta: Invalid rho value: ${String(rho)}; it must be in [0, 1]`);
    checkNotNegative("Adadelta", "epsilon value", eps);
    checkNotNegative("Adadelta", "weight_decay value", weightDecay);
    checkFlag("Adadelta", "maximize", maximize);
    checkImplementation("Adadelta", options);
  }

  protected override initialState(parameter: Tensor): AdadeltaState {
    return { step: 0, squareAvg: zerosLike(parameter), accDelta: zerosLike(parameter) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: AdadeltaState,
    { lr, rho, eps, weightDecay, maximize }: AdadeltaOptions,
  ): void {
    state.step += 1;
    const { squareAvg, accDelta } = state;
    // Both stand beside eps under a root, where it hides more than outside.
    const [leastSquare, leastRoot] = squareThresholds(parameter, { keep: rho, eps });
    adadeltaStep(
      { parameter, gradient, squareAvg, accDelta },
      { lr, rho, rest: 1 - rho, eps, weightDecay, leastSquare, leastRoot, decays: weightDecay !== 0, maximize },
    );
  }
}
