// LBFGS: steps by what the last gradients say of the curvature. It computes the loss several times a step, by a closure. What a step does is
// in lbfgs-step.ts, what is remembered and saved in lbfgs-state.ts.

import {
  ArgumentError,
  checkSynchronous,
  describe,
  enableGrad,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters, ParameterGroup } from "../parameter-groups.js";
import { noteStep } from "../schedulers/attached.js";
import type { OptimizerStateDict } from "../state-dict.js";
import { fresh, type LBFGSState, loadedState } from "./lbfgs-state.js";
import { Step } from "./lbfgs-step.js";
import { checkFlag, checkNotNegative } from "./ranges.js";

export interface LBFGSOptions {
  /** The learning rate, ≥ 0: what a step is multiplied by, or the first step that the line search tries. Default 1. */
  lr: number;
  /** Iterations of one `step`. Default 20. */
  maxIter: number;
  /** Computations of the loss in one `step`. Default, and null: 1.25 × maxIter. */
  maxEval: number | null;
  /** A step ends where no element of the gradient is larger. Default 1e-7. */
  toleranceGrad: number;
  /** A step ends where neither loss nor parameters change by more. Default 1e-9. */
  toleranceChange: number;
  /** How many differences of gradients are kept, each as large as all parameters, and steps too. Default 100. */
  historySize: number;
  /** "strong_wolfe", or null for steps of length lr. Default null. */
  lineSearchFn: "strong_wolfe" | null;
  /** Whether to climb instead of descend. Default false. */
  maximize: boolean;
}

const defaults: LBFGSOptions = {
  lr: 1,
  maxIter: 20,
  maxEval: null,
  toleranceGrad: 1e-7,
  toleranceChange: 1e-9,
  historySize: 100,
  lineSearchFn: null,
  maximize: false,
};

/** In PyTorch's order. */
const places = ["lr", "maxIter", "maxEval", "toleranceGrad", "toleranceChange", "historySize", "lineSearchFn"] as const;

/**
 * L-BFGS: q ← −g; for the pairs (y, s) of the last changes of gradient and parameters, newest first, q ← q − (s·q)/(y·s)·y; r ← (y·s)/(y·y)·q;
 * oldest first, r ← r + (a − (y·r)/(y·s))·s with a of the first loop; θ ← θ + t·r, where t is lr, or what a line search by the strong
 * Wolfe conditions finds. All parameters are one vector, in one group; they train on all data, or on large batches.
 * See https://pytorch.org/docs/stable/generated/torch.optim.LBFGS.html; Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.5.
 *
 * @throws ArgumentError for an option that is unknown or out of range, or several groups.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LBFGS } from "@bernoulli/optim";
 * const w = tensor([1, -2], { requiresGrad: true });
 * const optimizer = new LBFGS([w], { lineSearchFn: "strong_wolfe" });
 * const loss = optimizer.step(() => {
 *   optimizer.zeroGrad();
 *   const square = w.sub(3).pow(2).sum();
 *   square.backward();
 *   return square;
 * });
 * loss.item(); // → 29
 * w.toArray(); // → [3, 3]
 * ```
 */
export class LBFGS extends Optimizer<LBFGSOptions, LBFGSState> {
  static override readonly name: string = "LBFGS";
  constructor(params: OptimizerParameters<LBFGSOptions>, ...rest: Positional<Partial<LBFGSOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<LBFGSOptions>>("LBFGS", places, rest));
    if (this.paramGroups.length !== 1)
      throw new ArgumentError("LBFGS: LBFGS doesn't support per-parameter options (parameter groups)");
    const group = this.paramGroups[0]!;
    group.maxEval ??= Math.floor((group.maxIter * 5) / 4);
  }

  protected override checkRanges(options: LBFGSOptions): void {
    const { lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearchFn, maximize } = options;
    checkNotNegative("LBFGS", "learning rate", lr);
    checkNotNegative("LBFGS", "tolerance_grad value", toleranceGrad);
    checkNotNegative("LBFGS", "tolerance_change value", toleranceChange);
    const counts = { max_iter: maxIter, max_eval: maxEval ?? 1, history_size: historySize };
    for (const [name, count] of Object.entries(counts))
      if (!Number.isSafeInteger(count) || count < 1)
        throw new ArgumentError(
          `LBFGS: Invalid ${name} value: ${String(count)}; it must be a whole number of at least 1`,
        );
    if (lineSearchFn !== null && lineSearchFn !== "strong_wolfe")
      throw new ArgumentError(
        `LBFGS: only 'strong_wolfe' is supported as lineSearchFn, but got ${describe(lineSearchFn)}`,
      );
    checkFlag("LBFGS", "maximize", maximize);
  }

  protected override initialState(): LBFGSState {
    return fresh();
  }

  // The step is that of all parameters at once.
  protected override update(): void {}

  /** Computes the loss by a closure as often as it needs to, and returns the first. The closure clears gradients, computes the loss and calls backward(). */
  override step(): never;
  override step(closure: () => Tensor): Tensor;
  override step(closure?: () => Tensor): Tensor {
    if (typeof closure !== "function")
      throw new ArgumentError(
        `LBFGS.step: missing the closure that computes the loss again: optimizer.step(() => { optimizer.zeroGrad(); const loss = …; loss.backward(); return loss; }), but got ${describe(closure)}`,
      );
    noteStep(this);
    this.runStepHooks("before");
    const group = this.paramGroups[0]!;
    this.checkGroup(group);
    const evaluated = () => enableGrad(() => checkSynchronous("LBFGS.step", "the closure", closure()));
    const [first] = group.params;
    const loss = first === undefined ? evaluated() : this.#stepOf(first, group, evaluated);
    this.runStepHooks("behind");
    return loss;
  }

  #stepOf(first: Tensor, group: ParameterGroup<LBFGSOptions>, evaluated: () => Tensor): Tensor {
    let state = this.state.get(first);
    if (state === undefined) {
      state = fresh();
      this.state.set(first, state);
    }
    return new Step(group, state, evaluated).run();
  }

  /** As any optimizer's: the state is PyTorch's, of all parameters together. */
  override loadStateDict(stateDict: OptimizerStateDict): void {
    const saved = (stateDict as Partial<OptimizerStateDict> | null)?.state;
    const [key, values] = Object.entries(saved ?? {}).find(([, own]) => Object.keys(own ?? {}).length > 0) ?? [];
    const [first] = this.paramGroups[0]!.params;
    const size = this.paramGroups[0]!.params.reduce((sum, parameter) => sum + parameter.numel(), 0);
    const loaded = values === undefined || first === undefined ? null : loadedState(key!, values, first, size);
    super.loadStateDict(
      saved === null || typeof saved !== "object" ? stateDict : ({ ...stateDict, state: {} } as OptimizerStateDict),
    );
    if (loaded !== null && first !== undefined) this.state.set(first, loaded());
  }
}
