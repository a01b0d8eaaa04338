// Rprop: each number has a step of its own, which grows while its gradient keeps its sign and shrinks when that turns.

import {
  ArgumentError,
  describeAll,
  fullLike,
  optionsOf,
  type Positional,
  type Tensor,
  zerosLike,
} from "@bernoulli/tensor";
import { constant, update, type Value, where } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag, checkNotNegative } from "./ranges.js";

export interface RpropOptions extends Omit<ImplementationOptions, "fused"> {
  /** The first step of each number, ≥ 0. Default 1e-2. */
  lr: number;
  /** What a step is multiplied by where the sign has turned, in (0, 1), and where not, > 1. Default [0.5, 1.2]. */
  etas: readonly [number, number];
  /** The smallest and the largest step. Default [1e-6, 50]. */
  stepSizes: readonly [number, number];
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type RpropState = { step: number; prev: Tensor; stepSize: Tensor };

const defaults: RpropOptions = {
  lr: 1e-2,
  etas: [0.5, 1.2],
  stepSizes: [1e-6, 50],
  foreach: null,
  maximize: false,
  differentiable: false,
  capturable: false,
};

/** In PyTorch's order. */
const places = ["lr", "etas", "stepSizes"] as const;

/** torch.sign: 0 of NaN. */
const sign = (value: Value) => where(value.gt(0), 1, where(value.lt(0), -1, 0));

/** Rounded as the ops are of which PyTorch's _single_tensor_rprop is made. */
const rpropStep = update({
  name: "rpropStep",
  inputs: ["parameter", "gradient", "prev", "stepSize"],
  numbers: ["shrinks", "grows", "least", "most"],
  flags: ["maximize"],
  formula: ({ parameter, gradient, prev, stepSize, shrinks, grows, least, most }, flags) => {
    const g = flags.maximize ? gradient.neg() : gradient;
    const both = g.mul(prev);
    const hasTurned = both.lt(0);
    const factor = where(both.gt(0), grows, where(hasTurned, shrinks, constant(1)));
    const size = stepSize.mul(factor).maximum(least).minimum(most);
    // Where it has turned, the number rests, and its next gradient counts as of the same sign.
    const kept = where(hasTurned, 0, g);
    return { parameter: parameter.sub(sign(kept).mul(size)), prev: kept, stepSize: size };
  },
});

/**
 * Rprop: a step size for each number, at first lr; ← size·etas[1] where its gradient has the sign of the last one, size·etas[0]
 * where that has turned, within stepSizes; θ ← θ − sign(g)·size, or as it was where the sign has turned. For gradients of all data,
 * not of batches.
 * See https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html; Riedmiller and Braun, 1993.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Rprop } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new Rprop([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [0.5, -1.5]
 * ```
 */
export class Rprop extends Optimizer<RpropOptions, RpropState> {
  static override readonly name: string = "Rprop";
  constructor(params: OptimizerParameters<RpropOptions>, ...rest: Positional<Partial<RpropOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<RpropOptions>>("Rprop", places, rest));
  }

  protected override checkRanges(options: RpropOptions): void {
    const { lr, etas, stepSizes, maximize } = options;
    checkNotNegative("Rprop", "learning rate", lr);
    for (const [name, pair] of [["etas", etas] as const, ["stepSizes", stepSizes] as const])
      if (!Array.isArray(pair) || pair.length !== 2 || ![...pair].every((value) => Number.isFinite(value)))
        throw new ArgumentError(`Rprop: ${name} must be a pair of numbers, but got ${describeAll(pair)}`);
    const [shrinks, grows] = etas;
    if (!(0 < shrinks && shrinks < 1 && 1 < grows))
      throw new ArgumentError(
        `Rprop: Invalid eta values: ${shrinks}, ${grows}; the first must be in (0, 1), the second above 1`,
      );
    checkFlag("Rprop", "maximize", maximize);
    checkImplementation("Rprop", options);
  }

  protected override initialState(parameter: Tensor, { lr }: RpropOptions): RpropState {
    return { step: 0, prev: zerosLike(parameter), stepSize: fullLike(parameter, lr, { requiresGrad: false }) };
  }

  protected override update(
    parameter: Tensor,
    gradient: Tensor,
    state: RpropState,
    { etas: [shrinks, grows], stepSizes: [least, most], maximize }: RpropOptions,
  ): void {
    state.step += 1;
    const { prev, stepSize } = state;
    rpropStep({ parameter, gradient, prev, stepSize }, { shrinks, grows, least, most, maximize });
  }
}
