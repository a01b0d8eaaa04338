// LBFGS: steps by what the last gradients say of the curvature. It computes the loss several times a step, by a closure.

import {
  ArgumentError,
  cat,
  checkSynchronous,
  describe,
  enableGrad,
  isTensor,
  noGrad,
  optionsOf,
  type Positional,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "@bernoulli/tensor";
import { Optimizer, type OptimizerParameters, type ParameterGroup } from "../optimizer.js";
import { noteStep } from "../schedulers/attached.js";
import type { OptimizerStateDict } from "../state-dict.js";
import { checkFlag, checkNotNegative } from "./ranges.js";
import { type Point, strongWolfe } from "./strong-wolfe.js";

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

/** Of all parameters together, under the first of them, as PyTorch has it. */
type LBFGSState = {
  funcEvals: number;
  nIter: number;
  /** The direction, and how far along it was gone. */
  d: Tensor | null;
  t: number | null;
  /** Differences of gradients, steps, and one over their products. */
  oldDirs: readonly Tensor[];
  oldStps: readonly Tensor[];
  ro: readonly number[];
  hDiag: number | null;
  prevFlatGrad: Tensor | null;
  prevLoss: number | null;
};

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

const fresh = (): LBFGSState => ({
  funcEvals: 0,
  nIter: 0,
  d: null,
  t: null,
  oldDirs: [],
  oldStps: [],
  ro: [],
  hDiag: null,
  prevFlatGrad: null,
  prevLoss: null,
});

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

/** One call of `step`. */
class Step {
  readonly #group: LBFGSOptions & { readonly params: readonly Tensor[] };
  readonly #state: LBFGSState;
  readonly #closure: () => Tensor;
  /** What the step made and may free, and what it began with. */
  readonly #made = new Set<Tensor>();

  constructor(group: LBFGSOptions & { readonly params: readonly Tensor[] }, state: LBFGSState, closure: () => Tensor) {
    this.#group = group;
    this.#state = state;
    this.#closure = closure;
    for (const value of Object.values(state).flat()) if (isTensor(value)) this.#made.add(value);
  }

  run(): Tensor {
    const state = this.#state;
    const { lr, maxIter, toleranceGrad, toleranceChange, lineSearchFn } = this.#group;
    const maxEval = this.#group.maxEval ?? Math.floor((maxIter * 5) / 4);
    const first = this.#closure();
    let loss = this.#signed(first);
    let evaluations = 1;
    state.funcEvals += 1;
    let gradient = this.#gradient();
    try {
      if (largest(gradient) <= toleranceGrad) return first;
      for (let iteration = 1; iteration <= maxIter; iteration += 1) {
        state.nIter += 1;
        const d = this.#direction(gradient);
        state.d = d;
        state.prevFlatGrad = gradient;
        const previous = loss;
        state.prevLoss = loss;
        let t = state.nIter === 1 ? Math.min(1, 1 / sizeOf(gradient)) * lr : lr;
        state.t = t;
        const slope = dot(gradient, d);
        if (slope > -toleranceChange) break;
        let inner = 0;
        if (lineSearchFn !== null) {
          const start: Point = { t: 0, loss, gradient, slope };
          const found = this.#search(start, t, maxEval - evaluations);
          ({ t, loss, gradient } = found.point);
          state.t = t;
          inner = found.evaluations;
          this.#move(t, d);
        } else {
          this.#move(t, d);
          // A last gradient would be of no use: the next step computes its own.
          if (iteration !== maxIter) {
            loss = this.#signed(this.#closure());
            gradient = this.#gradient();
            inner = 1;
          }
        }
        evaluations += inner;
        state.funcEvals += inner;
        if (iteration === maxIter || evaluations >= maxEval) break;
        if (largest(gradient) <= toleranceGrad) break;
        if (largest(d) * Math.abs(t) <= toleranceChange) break;
        if (Math.abs(loss - previous) < toleranceChange) break;
      }
    } finally {
      this.#free();
    }
    return first;
  }

  #signed(loss: Tensor): number {
    return this.#group.maximize ? -loss.item() : loss.item();
  }

  /** A tensor that lasts until the step is over, or for as long as the state has it. */
  #keep(body: () => Tensor): Tensor {
    const made = noGrad(() => scope(() => body().keep()));
    this.#made.add(made);
    return made;
  }

  #free(): void {
    const live = new Set(Object.values(this.#state).flat());
    for (const made of this.#made) if (!live.has(made)) made.dispose();
  }

  #gradient(): Tensor {
    const { params, maximize } = this.#group;
    return this.#keep(() => {
      const parts = params.map(({ grad, shape, dtype, device }) =>
        grad === null ? zeros(shape, { dtype, device }).reshape(-1) : grad.detach().reshape(-1),
      );
      const flat = cat(parts, 0);
      return maximize ? flat.neg() : flat.clone();
    });
  }

  /** θ ← θ + t·d. */
  #move(t: number, d: Tensor): void {
    noGrad(() =>
      scope(() => {
        let offset = 0;
        for (const parameter of this.#group.params) {
          const size = parameter.numel();
          parameter.add_(d.narrow(0, offset, size).view(parameter.shape), { alpha: t });
          offset += size;
        }
      }),
    );
  }

  #search(start: Point, t: number, most: number) {
    const { params, toleranceChange } = this.#group;
    const d = this.#state.d!;
    const before = params.map((parameter) => this.#keep(() => parameter.clone()));
    const evaluate = (at: number): Point => {
      this.#move(at, d);
      const loss = this.#signed(this.#closure());
      const gradient = this.#gradient();
      noGrad(() => {
        for (const [index, parameter] of params.entries()) parameter.copy_(before[index]!);
      });
      return { t: at, loss, gradient, slope: dot(gradient, d) };
    };
    return strongWolfe({ evaluate, start, t, longest: largest(d), toleranceChange, most });
  }

  /** −H·g, where H is what the pairs make of the inverse of the Hessian. */
  #direction(gradient: Tensor): Tensor {
    const state = this.#state;
    if (state.nIter === 1) {
      Object.assign(state, { oldDirs: [], oldStps: [], ro: [], hDiag: 1 });
      return this.#keep(() => gradient.neg());
    }
    const y = this.#keep(() => gradient.sub(state.prevFlatGrad!));
    const s = this.#keep(() => state.d!.mul(state.t!));
    const ys = dot(y, s);
    if (ys > 1e-10) {
      const kept = this.#group.historySize - 1;
      const latest = <Item>(items: readonly Item[]) => (kept === 0 ? [] : items.slice(-kept));
      state.oldDirs = [...latest(state.oldDirs), y];
      state.oldStps = [...latest(state.oldStps), s];
      state.ro = [...latest(state.ro), 1 / ys];
      state.hDiag = ys / dot(y, y);
    }
    const { oldDirs, oldStps, ro, hDiag } = state;
    return this.#keep(() => {
      const q = gradient.neg();
      const weights: number[] = [];
      for (let at = ro.length - 1; at >= 0; at -= 1) {
        weights[at] = dot(oldStps[at]!, q) * ro[at]!;
        q.add_(oldDirs[at]!, { alpha: -weights[at]! });
      }
      const r = q.mul_(hDiag!);
      for (let at = 0; at < ro.length; at += 1)
        r.add_(oldStps[at]!, { alpha: weights[at]! - dot(oldDirs[at]!, r) * ro[at]! });
      return r;
    });
  }
}

const read = (body: () => Tensor) => noGrad(() => scope(() => body().item()));
const dot = (a: Tensor, b: Tensor) => read(() => a.dot(b));
const largest = (values: Tensor) => read(() => values.abs().max());
const sizeOf = (values: Tensor) => read(() => values.abs().sum());

/** A state as it was saved, checked; what makes the copy is called when all else fits. PyTorch's `al` is a work area. */
function loadedState(
  number: string,
  values: OptimizerStateDict["state"][number],
  { dtype, device }: Tensor,
  size: number,
): () => LBFGSState {
  const wrong = (name: string, wanted: string) =>
    new ArgumentError(
      `LBFGS: ${name} of parameter ${number} in the loaded state dict must be ${wanted}; was it saved by another optimizer?`,
    );
  const known = new Set(
    ["func_evals", "n_iter", "al", "d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad"].concat(
      "prev_loss",
    ),
  );
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new ArgumentError(
      `LBFGS: the loaded state of parameter ${number} has "${unknown}", which LBFGS does not know; was it saved by another optimizer?`,
    );
  const asNumber = (name: string, value: unknown): number => {
    const read = isTensor(value) && value.numel() === 1 ? value.item() : value;
    if (typeof read !== "number" || Number.isNaN(read)) throw wrong(name, "a number");
    return read;
  };
  const number_ = (name: string) => {
    const value = values[name] ?? null;
    return value === null ? null : asNumber(name, value);
  };
  const vector = (name: string, value: unknown): Tensor => {
    if (!isTensor(value) || value.ndim !== 1 || value.shape[0] !== size)
      throw wrong(name, `a vector of the ${size} elements of all parameters`);
    return value;
  };
  const list = (name: string): readonly unknown[] => {
    const items = values[name] ?? [];
    if (!Array.isArray(items)) throw wrong(name, "a list");
    return items;
  };
  const d = values["d"] == null ? null : vector("d", values["d"]);
  const prevFlatGrad = values["prev_flat_grad"] == null ? null : vector("prev_flat_grad", values["prev_flat_grad"]);
  const oldDirs = list("old_dirs").map((item) => vector("old_dirs", item));
  const oldStps = list("old_stps").map((item) => vector("old_stps", item));
  const ro = list("ro").map((item) => asNumber("ro", item));
  if (oldStps.length !== oldDirs.length || ro.length !== oldDirs.length)
    throw wrong("old_stps and ro", "as long as old_dirs");
  const numbers = {
    funcEvals: number_("func_evals") ?? 0,
    nIter: number_("n_iter") ?? 0,
    t: number_("t"),
    hDiag: number_("H_diag"),
    prevLoss: number_("prev_loss"),
  };
  const copy = (value: Tensor) => tensor(value.toTypedArray(), { dtype, device }).keep();
  return () => ({
    ...numbers,
    d: d && copy(d),
    oldDirs: oldDirs.map(copy),
    oldStps: oldStps.map(copy),
    ro,
    prevFlatGrad: prevFlatGrad && copy(prevFlatGrad),
  });
}
