// CyclicLR: rates that go up and down between two bounds, momentum the other way.

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { momentaOf, setMomentum, startMomenta } from "./momentum.js";
import { readOptions } from "./options.js";
import { power } from "./rounded.js";
import { type AnyOptimizer, checkOptimizer, forEachGroup, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";
import type { SchedulerStateDict } from "./state.js";

export interface CyclicLROptions extends LRSchedulerOptions {
  /** The lower bound, for all groups or one a group. */
  baseLr: number | readonly number[];
  /** The upper bound. */
  maxLr: number | readonly number[];
  /** Steps of the way up. Default 2000. */
  stepSizeUp: number;
  /** Steps of the way down. Default, and null: as up. */
  stepSizeDown: number | null;
  /** How the height of cycles changes: "triangular" not, "triangular2" by half each cycle, "exp_range" by gamma each step. Default "triangular". */
  mode: "triangular" | "triangular2" | "exp_range";
  /** What "exp_range" multiplies the height by. Default 1. */
  gamma: number;
  /** The height's factor, at a cycle's number from 1, or at a step, instead of `mode`. Default null. */
  scaleFn: ((x: number) => number) | null;
  /** What scaleFn is given: the "cycle" or the "iterations". Default "cycle". */
  scaleMode: "cycle" | "iterations";
  /** Whether momentum, or the first of betas, goes the other way. Default true. */
  cycleMomentum: boolean;
  /** Momentum at the upper bound. Default 0.8. */
  baseMomentum: number | readonly number[];
  /** Momentum at the lower bound. Default 0.9. */
  maxMomentum: number | readonly number[];
}

const kinds: Kinds<CyclicLROptions> = {
  baseLr: "anything",
  maxLr: "anything",
  stepSizeUp: "number",
  stepSizeDown: "anything",
  mode: "string",
  gamma: "number",
  scaleFn: "anything",
  scaleMode: "string",
  cycleMomentum: "boolean",
  baseMomentum: "anything",
  maxMomentum: "anything",
  lastEpoch: "number",
};

type Names = ["baseLr", "maxLr", "stepSizeUp", "stepSizeDown", "mode", "gamma", "scaleFn"];
const names = ["baseLr", "maxLr", "stepSizeUp", "stepSizeDown", "mode", "gamma", "scaleFn"] as const satisfies Names;

/**
 * Lets rates go up and down between two bounds on straight lines, and momentum down and up. `step` is for each batch.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html; Smith, Cyclical Learning Rates for Training Neural
 * Networks, arXiv:1506.01186. A scaleFn is not in state dicts.
 *
 * @throws ArgumentError for an option that is unknown, missing or of another kind, or an optimizer without momentum to cycle.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CyclicLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new CyclicLR(optimizer, 0.5, 1, { stepSizeUp: 2, cycleMomentum: false });
 * const rates = [];
 * for (let batch = 0; batch < 5; batch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.75, 1, 0.75, 0.5]
 * ```
 */
export class CyclicLR extends LRScheduler {
  static override readonly name: string = "CyclicLR";
  readonly maxLrs: number[];
  readonly totalSize: number;
  readonly stepRatio: number;
  readonly mode: string;
  readonly gamma: number;
  readonly scaleMode: string;
  readonly cycleMomentum: boolean;
  declare readonly useBeta1: boolean;
  declare readonly baseMomentums: number[];
  declare readonly maxMomentums: number[];
  readonly #scale: ((x: number) => number) | null;

  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<CyclicLROptions>, Names>) {
    const owner = "CyclicLR";
    const read = readOptions(owner, kinds, names, given, ["baseLr", "maxLr"]);
    const { stepSizeUp = 2000, mode = "triangular", gamma = 1, scaleFn = null, scaleMode = "cycle" } = read;
    const { cycleMomentum = true, baseMomentum = 0.8, maxMomentum = 0.9, lastEpoch = -1 } = read;
    checkOptimizer(owner, optimizer);
    const baseLrs = forEachGroup("base_lr", optimizer, read.baseLr!);
    const maxLrs = forEachGroup("max_lr", optimizer, read.maxLr!);
    const stepSizeDown = read.stepSizeDown ?? stepSizeUp;
    if (!(stepSizeUp > 0 && stepSizeDown >= 0))
      throw new ArgumentError(
        `${owner}: stepSizeUp must be above 0 and stepSizeDown at least 0, but got ${stepSizeUp} and ${stepSizeDown}`,
      );
    if (scaleFn === null && !["triangular", "triangular2", "exp_range"].includes(mode))
      throw new ArgumentError(
        `${owner}: mode is invalid and scale_fn is None: take "triangular", "triangular2" or "exp_range", not "${mode}"`,
      );
    const momenta = cycleMomentum ? momentaOf(owner, optimizer, { baseMomentum, maxMomentum }) : null;
    // The base class takes these for where the rates started from.
    if (lastEpoch === -1) {
      for (const [at, group] of optimizer.paramGroups.entries()) (group as { lr: number }).lr = baseLrs[at]!;
      if (momenta !== null) startMomenta(optimizer, momenta);
    }
    super(optimizer, lastEpoch);
    this.maxLrs = maxLrs;
    this.totalSize = stepSizeUp + stepSizeDown;
    this.stepRatio = stepSizeUp / this.totalSize;
    this.mode = mode;
    this.gamma = gamma;
    this.#scale = scaleFn;
    this.scaleMode = scaleFn === null ? (mode === "exp_range" ? "iterations" : "cycle") : scaleMode;
    this.cycleMomentum = cycleMomentum;
    if (momenta !== null) {
      this.useBeta1 = momenta.useBeta1;
      this.baseMomentums = momenta.base;
      this.maxMomentums = momenta.most;
    }
    this.baseLrs = baseLrs;
    this.ready(CyclicLR);
  }

  /** The factor of the height, at a cycle or a step. */
  scaleFn(x: number): number {
    if (this.#scale !== null) return this.#scale(x);
    if (this.mode === "triangular2") return 1 / 2 ** (x - 1);
    return this.mode === "exp_range" ? power(this.gamma, x) : 1;
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const { lastEpoch, totalSize, stepRatio } = this;
    const cycle = Math.floor(1 + lastEpoch / totalSize);
    const x = 1 + lastEpoch / totalSize - cycle;
    const factor = x <= stepRatio ? x / stepRatio : (x - 1) / (stepRatio - 1);
    const scale = () => this.scaleFn(this.scaleMode === "cycle" ? cycle : lastEpoch);
    const rates = this.baseLrs.map((lr, at) => lr + (this.maxLrs[at]! - lr) * factor * scale());
    if (this.cycleMomentum)
      for (const [at, group] of this.groups.entries()) {
        const most = this.maxMomentums[at]!;
        setMomentum(group, this.useBeta1, most - (most - this.baseMomentums[at]!) * factor * scale());
      }
    return rates;
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), _scale_fn_custom: null };
  }

  override loadStateDict(stateDict: SchedulerStateDict): void {
    const isObject = typeof stateDict === "object" && stateDict !== null;
    const { _scale_fn_custom: _, ...rest } = isObject ? stateDict : {};
    super.loadStateDict(isObject ? (rest as SchedulerStateDict) : stateDict);
  }
}
