// RMSprop: steps divided by the root of a running average of squared gradients.

import { optionsOf, type Positional, type Tensor, zerosLike } from "@bernoulli/tensor";
import { update, type Value } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { direction } from "./direction.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative } from "./ranges.js";
import { flushed, squareThresholds } from "./subnormal.js";

export interface RMSpropOptions extends Omit<ImplementationOptions, "fused"> {
  /** The learning rate, ≥ 0. Default 1e-2. */
  lr: number;
  /** How much of the last step is kept, ≥ 0. Default 0. */
  momentum: number;
  /** How much of the averages is kept, ≥ 0. Default 0.99. */
  alpha: number;
  /** Added to the denominator, ≥ 0. Default 1e-8. */
  eps: number;
  /** Whether to divide by the deviation of gradients from their average, instead of by their size. Default false. */
  centered: boolean;
  /** L2 penalty: this share of the parameter is added to its gradient, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type RMSpropState = {
  step: number;
  squareAvg: Tensor;
  /** Null without momentum. */
  momentumBuffer: Tensor | null;
  /** Null unless centered. */
  gradAvg: Tensor | null;
};

const defaults: RMSpropOptions = {
  lr: 1e-2,
  momentum: 0,
  alpha: 0.99,
  eps: 1e-8,
  centered: false,
  weightDecay: 0,
  capturable: false,
  foreach: null,
  maximize: false,
  differentiable: false,
};

const given = {
  numbers: ["lr", "momentum", "alpha", "rest", "eps", "weightDecay", "leastSquare", "leastRoot"],
  flags: ["decays", "maximize"],
} as const;

type Leaves = Readonly<Record<"parameter" | "gradient" | "squareAvg" | (typeof given.numbers)[number], Value>>;
type Flags = Readonly<Record<(typeof given.flags)[number], boolean>>;

/** In PyTorch's order. */
const places = ["lr", "alpha", "eps", "weightDecay", "momentum", "centered"] as const;

/** The direction, and the average of its squares. Rounded as the ops are of which PyTorch's _single_tensor_rmsprop is made. */
function squared({ parameter, gradient, squareAvg, weightDecay, ...rates }: Leaves, flags: Flags) {
  const g = direction(parameter, gradient, weightDecay, flags);
  const seen = flushed(g, rates.leastRoot);
  return { g, square: flushed(squareAvg.mul(rates.alpha).add(rates.rest.mul(seen).mul(seen)), rates.leastSquare) };
}

const averageOf = (gradAvg: Value, g: Value, { alpha, rest }: Leaves) => gradAvg.mul(alpha).add(g.mul(rest));
const rootOf = (square: Value, { eps }: Leaves) => square.sqrt().add(eps);
const centeredRootOf = (square: Value, average: Value, rates: Leaves) =>
  rootOf(square.add(average.neg().mul(average)), rates);

const plainStep = update({
  ...given,
  name: "rmspropStep",
  inputs: ["parameter", "gradient", "squareAvg"],
  formula: (leaves, flags) => {
    const { g, square } = squared(leaves, flags);
    const { parameter, lr } = leaves;
    return { parameter: parameter.add(lr.neg().mul(g).div(rootOf(square, leaves))), squareAvg: square };
  },
});

const momentumStep = update({
  ...given,
  name: "rmspropMomentumStep",
  inputs: ["parameter", "gradient", "squareAvg", "momentumBuffer"],
  formula: ({ momentumBuffer, ...leaves }, flags) => {
    const { g, square } = squared(leaves, flags);
    const { parameter, lr, momentum } = leaves;
    const moved = momentumBuffer.mul(momentum).add(g.div(rootOf(square, leaves)));
    return { parameter: parameter.add(moved.mul(lr.neg())), squareAvg: square, momentumBuffer: moved };
  },
});

const centeredStep = update({
  ...given,
  name: "rmspropCenteredStep",
  inputs: ["parameter", "gradient", "squareAvg", "gradAvg"],
  formula: ({ gradAvg, ...leaves }, flags) => {
    const { g, square } = squared(leaves, flags);
    const { parameter, lr } = leaves;
    const average = averageOf(gradAvg, g, leaves);
    const root = centeredRootOf(square, average, leaves);
    return { parameter: parameter.add(lr.neg().mul(g).div(root)), squareAvg: square, gradAvg: average };
  },
});

const centeredMomentumStep = update({
  ...given,
  name: "rmspropCenteredMomentumStep",
  inputs: ["parameter", "gradient", "squareAvg", "momentumBuffer", "gradAvg"],
  formula: ({ momentumBuffer, gradAvg, ...leaves }, flags) => {
    const { g, square } = squared(leaves, flags);
    const { parameter, lr, momentum } = leaves;
    const average = averageOf(gradAvg, g, leaves);
    const moved = momentumBuffer.mul(momentum).add(g.div(centeredRootOf(square, average, leaves)));
    const moving = { squareAvg: square, momentumBuffer: moved, gradAvg: average };
    return { parameter: parameter.add(moved.mul(lr.neg())), ...moving };
  },
});

/**
 * RMSprop: g ← grad + weightDecay·θ; v ← alpha·v + (1 − alpha)·g²; θ ← θ − lr·g / (√v + eps), or with momentum
 * b ← momentum·b + g / (√v + eps); θ ← θ − lr·b. Centered, m ← alpha·m + (1 − alpha)·g and v − m² stands in v's place.
 * See https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html; Hinton, lecture 6 of Neural Networks for Machine
 * Learning, 2012; centered, Graves, arXiv:1308.0850.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { RMSprop } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new RMSprop([w], { lr: 0.5, alpha: 0 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class RMSprop extends Optimizer<RMSpropOptions, RMSpropState> {
  static override readonly name: string = "RMSprop";
  constructor(
    params: OptimizerParameters<RMSpropOptions>,
    ...rest: Positional<Partial<RMSpropOptions>, typeof places>
  ) {
    super(params, defaults, optionsOf<Partial<RMSpropOptions>>("RMSprop", places, rest));
  }

  protected override checkRanges(options: RMSpropOptions): void {
    const { lr, momentum, alpha, eps, centered, weightDecay, maximize } = options;
    checkNotNegative("RMSprop", "learning rate", lr);
    checkNotNegative("RMSprop", "epsilon value", eps);
    checkNotNegative("RMSprop", "momentum value", momentum);
    checkNotNegative("RMSprop", "weight_decay value", weightDecay);
    checkNotNegative("RMSprop", "alpha value", alpha);
    checkFlag("RMSprop", "centered", centered);
    checkFlag("RMSprop", "maximize", maximize);
    checkImplementation("RMSprop", options);
  }

  protected override initialState(parameter: Tensor, { momentum, centered }: RMSpropOptions): RMSpropState {
    return {
      step: 0,
      squareAvg: zerosLike(parameter),
      momentumBuffer: momentum > 0 ? zerosLike(parameter) : null,
      gradAvg: centered ? zerosLike(parameter) : null,
    };
  }

  protected override update(parameter: Tensor, gradient: Tensor, state: RMSpropState, options: RMSpropOptions): void {
    const { lr, momentum, alpha, eps, centered, weightDecay, maximize } = options;
    state.step += 1;
    // Momentum and centering may be switched on between steps.
    if (momentum > 0) state.momentumBuffer ??= zerosLike(parameter);
    if (centered) state.gradAvg ??= zerosLike(parameter);
    const { squareAvg, momentumBuffer, gradAvg } = state;
    const [leastSquare, leastRoot] = squareThresholds(parameter, { keep: alpha, eps });
    const rates = {
      ...{ lr, momentum, alpha, rest: 1 - alpha, eps, weightDecay, leastSquare, leastRoot },
      ...{ decays: weightDecay !== 0, maximize },
    };
    const tensors = { parameter, gradient, squareAvg };
    if (momentum > 0 && momentumBuffer !== null) {
      if (centered && gradAvg !== null) centeredMomentumStep({ ...tensors, momentumBuffer, gradAvg }, rates);
      else momentumStep({ ...tensors, momentumBuffer }, rates);
    } else if (centered && gradAvg !== null) centeredStep({ ...tensors, gradAvg }, rates);
    else plainStep(tensors, rates);
  }
}
