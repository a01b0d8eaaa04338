// Adafactor: Adam's denominator of the sums of rows and columns, so that a matrix needs two vectors of state.

import {
  ArgumentError,
  describeAll,
  finfo,
  optionsOf,
  type Positional,
  type Tensor,
  zeros,
  zerosLike,
} from "@bernoulli/tensor";
import { pointwise } from "@bernoulli/tensor/formulas";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters } from "../parameter-groups.js";
import { checkImplementation, type ImplementationOptions } from "./implementation.js";
import { checkFlag } from "./ranges.js";

export interface AdafactorOptions extends Pick<ImplementationOptions, "foreach"> {
  /** The largest relative step, and what weight decay is multiplied by, ≥ 0. Default 1e-2. */
  lr: number;
  /** The power by which what is new loses weight in the averages: tᵇᵉᵗᵃ²ᵈᵉᶜᵃʸ of step t. ≤ 0. Default −0.8. */
  beta2Decay: number;
  /** The least root of an average of squares, null for the dtype's own eps, and the least size of a parameter. Default [null, 1e-3]. */
  eps: readonly [number | null, number];
  /** The size, as root of the mean square, to which an update is cut, ≥ 1. Default 1. */
  d: number;
  /** What a parameter loses at each step, times the learning rate, ≥ 0. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

type AdafactorState = { step: number; rowVar: Tensor; colVar: Tensor } | { step: number; variance: Tensor };

const defaults: AdafactorOptions = {
  lr: 1e-2,
  beta2Decay: -0.8,
  eps: [null, 1e-3],
  d: 1,
  weightDecay: 0,
  foreach: null,
  maximize: false,
};

/** In PyTorch's order. */
const places = ["lr", "beta2Decay", "eps", "d", "weightDecay"] as const;

/** The gradient over the root of what rows and columns say of its square, in one pass. */
const byFactors = pointwise({
  name: "adafactorByFactors",
  inputs: ["gradient", "row", "column", "mean"],
  numbers: ["least"],
  formula: ({ gradient, row, column, mean, least }) => gradient.div(row.mul(column).div(mean).maximum(least).sqrt()),
});

const byVariance = pointwise({
  name: "adafactorByVariance",
  inputs: ["gradient", "variance"],
  numbers: ["least"],
  formula: ({ gradient, variance, least }) => gradient.div(variance.maximum(least).sqrt()),
});

/**
 * Adafactor: w = t^beta2Decay; of a matrix, and of the last two dimensions of what has more, R ← R + w·(mean of grad² along rows − R),
 * C as R along columns, V = R·C / mean(R); of a vector, V ← V + w·(grad² − V); u = grad / max(√V, eps[0]);
 * θ ← θ − lr·weightDecay·θ − max(eps[1], rms(θ))·min(lr, 1/√t) · u / max(1, rms(u)/d).
 * See https://pytorch.org/docs/stable/generated/torch.optim.Adafactor.html, of which it is; Shazeer and Stern, arXiv:1804.04235, use eps otherwise.
 *
 * @throws ArgumentError for an option that is unknown or out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Adafactor } from "@bernoulli/optim";
 * const w = ones(3, 2, { requiresGrad: true });
 * const optimizer = new Adafactor([w], { lr: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]
 * Object.keys(optimizer.stateDict().state[0]!); // → ["step", "row_var", "col_var"]
 * ```
 */
export class Adafactor extends Optimizer<AdafactorOptions, AdafactorState> {
  static override readonly name: string = "Adafactor";
  constructor(
    params: OptimizerParameters<AdafactorOptions>,
    ...rest: Positional<Partial<AdafactorOptions>, typeof places>
  ) {
    super(params, defaults, optionsOf<Partial<AdafactorOptions>>("Adafactor", places, rest));
  }

  protected override checkRanges(options: AdafactorOptions): void {
    const { lr, beta2Decay, eps, d, weightDecay, maximize } = options;
    const wrong = (what: string, value: unknown) =>
      new ArgumentError(`Adafactor: ${what} but is: ${describeAll(value)}`);
    const isAtLeast = (value: number, least: number) => Number.isFinite(value) && value >= least;
    if (!isAtLeast(lr, 0)) throw wrong("Learning rate should be >= 0", lr);
    if (!isAtLeast(-beta2Decay, 0)) throw wrong("beta2_decay should be <= 0", beta2Decay);
    if (!Array.isArray(eps) || eps.length !== 2)
      throw wrong("eps should be a pair, of a number or null and a number,", eps);
    if (eps[0] !== null && !isAtLeast(eps[0], 0)) throw wrong("epsilon1 should be >= 0", eps[0]);
    if (!isAtLeast(eps[1], 0)) throw wrong("epsilon2 should be >= 0", eps[1]);
    if (!isAtLeast(d, 1)) throw wrong("Clipping threshold d should be >= 1", d);
    if (!isAtLeast(weightDecay, 0)) throw wrong("weight_decay should be >= 0", weightDecay);
    checkFlag("Adafactor", "maximize", maximize);
    checkImplementation("Adafactor", options);
  }

  protected override initialState(parameter: Tensor): AdafactorState {
    const { shape, ndim, dtype, device } = parameter;
    if (ndim < 2) return { step: 0, variance: zerosLike(parameter) };
    return {
      step: 0,
      rowVar: zeros(shape.with(-1, 1), { dtype, device }),
      colVar: zeros(shape.with(-2, 1), { dtype, device }),
    };
  }

  // The numbers that all elements share stay tensors, so that a compiled step need not wait for them; PyTorch reads them.
  protected override update(parameter: Tensor, given: Tensor, state: AdafactorState, options: AdafactorOptions): void {
    const { lr, beta2Decay, eps, d, weightDecay, maximize } = options;
    const gradient = maximize ? given.neg() : given;
    const eps1 = eps[0] ?? finfo(parameter.dtype).eps;
    state.step += 1;
    const weight = state.step ** beta2Decay;
    const relative = Math.min(lr, 1 / Math.sqrt(state.step));
    const root = Math.sqrt(parameter.numel());
    const alpha = parameter.norm().div(root).clampMin(eps[1]).mul(relative);
    if (weightDecay !== 0) parameter.mul_(1 - lr * weightDecay);
    const least = eps1 * eps1;
    let direction: Tensor;
    if ("rowVar" in state) {
      const { rowVar, colVar } = state;
      for (const [average, dim] of [[rowVar, -1] as const, [colVar, -2] as const]) {
        const mean = gradient.norm(2, dim, { keepdim: true }).square().div(gradient.size(dim));
        average.mul_(1 - weight).add_(mean, { alpha: weight });
      }
      direction = byFactors(gradient, rowVar, colVar, rowVar.mean(-2, { keepdim: true }).clampMin(eps1), { least });
    } else {
      state.variance.mul_(1 - weight).addcmul_(gradient, gradient, { value: weight });
      direction = byVariance(gradient, state.variance, { least });
    }
    const cut = direction
      .norm()
      .div(root * d)
      .clampMin(1);
    parameter.addcmul_(direction, alpha.div(cut), { value: -1 });
  }
}
