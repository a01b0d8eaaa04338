// One step of LBFGS: iterations along the directions that its history gives, each as far as a line search or the rate says, until one of the
// tolerances is met. lbfgs.ts is the optimizer.

import { cat, isTensor, noGrad, scope, type Tensor, zeros } from "@bernoulli/tensor";
import type { ParameterGroup } from "../parameter-groups.js";
import type { LBFGSOptions } from "./lbfgs.js";
import type { LBFGSState } from "./lbfgs-state.js";
import { type Point, strongWolfe } from "./strong-wolfe.js";

/** One call of `step`. */
export class Step {
  readonly #group: ParameterGroup<LBFGSOptions>;
  readonly #state: LBFGSState;
  readonly #closure: () => Tensor;
  /** What the step made and may free, and what it began with. */
  readonly #made = new Set<Tensor>();

  constructor(group: ParameterGroup<LBFGSOptions>, state: LBFGSState, closure: () => Tensor) {
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
