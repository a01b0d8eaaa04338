// Schedulers along a cosine: CosineAnnealingLR, and with restarts.

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { cosine } from "./rounded.js";
import { type AnyOptimizer, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";

export interface CosineAnnealingLROptions extends LRSchedulerOptions {
  /** Steps until the rate is etaMin. PyTorch's T_max. */
  tMax: number;
  /** The least rate. Default 0. */
  etaMin: number;
}

const annealingKinds: Kinds<CosineAnnealingLROptions> = { tMax: "number", etaMin: "number", lastEpoch: "number" };

/**
 * Lets the rate fall along half a cosine: etaMin + (lr − etaMin)·(1 + cos(π·step/tMax))/2; behind tMax it rises again.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html; Loshchilov and Hutter, SGDR,
 * arXiv:1608.03983.
 *
 * @throws ArgumentError for an option that is unknown, missing or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CosineAnnealingLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new CosineAnnealingLR(optimizer, { tMax: 3 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(Number(scheduler.getLastLr()[0]?.toFixed(4)));
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [1, 0.75, 0.25, 0]
 * ```
 */
export class CosineAnnealingLR extends LRScheduler {
  static override readonly name: string = "CosineAnnealingLR";
  readonly tMax: number;
  readonly etaMin: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<CosineAnnealingLROptions>, ["tMax", "etaMin", "lastEpoch"]>
  ) {
    const names = ["tMax", "etaMin", "lastEpoch"] as const;
    const read = readOptions("CosineAnnealingLR", annealingKinds, names, given, ["tMax"]);
    const { tMax, etaMin = 0, lastEpoch = -1 } = read;
    super(optimizer, lastEpoch);
    if (!(tMax! > 0)) throw new ArgumentError(`CosineAnnealingLR: tMax must be above 0, but got ${tMax}`);
    this.tMax = tMax!;
    this.etaMin = etaMin;
    this.ready(CosineAnnealingLR);
  }

  // The order of operations is PyTorch's: each rate comes from the last one.
  override getLr(): number[] {
    this.warnOutsideStep();
    const { tMax, etaMin, lastEpoch } = this;
    if (this.isInitial) return this.rates();
    if (this.stepCount === 1 && lastEpoch > 0)
      return this.baseLrs.map((lr) => etaMin + ((lr - etaMin) * (1 + cosine((lastEpoch * Math.PI) / tMax))) / 2);
    if ((lastEpoch - 1 - tMax) % (2 * tMax) === 0) {
      const rates = this.rates();
      return this.baseLrs.map((lr, at) => rates[at]! + ((lr - etaMin) * (1 - cosine(Math.PI / tMax))) / 2);
    }
    const factor = (1 + cosine((Math.PI * lastEpoch) / tMax)) / (1 + cosine((Math.PI * (lastEpoch - 1)) / tMax));
    return this.rates().map((lr) => factor * (lr - etaMin) + etaMin);
  }

  protected override getClosedFormLr(): number[] {
    const { tMax, etaMin, lastEpoch } = this;
    return this.baseLrs.map((lr) => etaMin + ((lr - etaMin) * (1 + cosine((Math.PI * lastEpoch) / tMax))) / 2);
  }
}

export interface CosineAnnealingWarmRestartsOptions extends LRSchedulerOptions {
  /** Steps until the first restart. PyTorch's T_0. */
  t0: number;
  /** What the steps until a restart are multiplied by after each, a whole number. Default 1. PyTorch's T_mult. */
  tMult: number;
  /** The least rate. Default 0. */
  etaMin: number;
}

const restartKinds: Kinds<CosineAnnealingWarmRestartsOptions> = {
  t0: "number",
  tMult: "number",
  etaMin: "number",
  lastEpoch: "number",
};

/**
 * Lets the rate fall along half a cosine, and start anew: etaMin + (lr − etaMin)·(1 + cos(π·tCur/tI))/2, tCur steps after a restart of which
 * the next is tI later. `step(epoch)` takes fractions: `scheduler.step(epoch + batch / batches)`.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html; Loshchilov and Hutter, SGDR,
 * arXiv:1608.03983.
 *
 * @throws ArgumentError for an option that is unknown, missing or out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CosineAnnealingWarmRestarts, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new CosineAnnealingWarmRestarts(optimizer, { t0: 2 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [1, 0.5, 1, 0.5]
 * ```
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  static override readonly name: string = "CosineAnnealingWarmRestarts";
  readonly t0: number;
  tI: number;
  readonly tMult: number;
  readonly etaMin: number;
  tCur: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<CosineAnnealingWarmRestartsOptions>, ["t0", "tMult", "etaMin", "lastEpoch"]>
  ) {
    const owner = "CosineAnnealingWarmRestarts";
    const names = ["t0", "tMult", "etaMin", "lastEpoch"] as const;
    const { t0, tMult = 1, etaMin = 0, lastEpoch = -1 } = readOptions(owner, restartKinds, names, given, ["t0"]);
    super(optimizer, lastEpoch);
    if (!Number.isInteger(t0) || t0! <= 0)
      throw new ArgumentError(`${owner}: Expected positive integer T_0, but got ${t0} as t0`);
    if (!Number.isInteger(tMult) || tMult < 1)
      throw new ArgumentError(`${owner}: Expected integer T_mult >= 1, but got ${tMult} as tMult`);
    this.t0 = t0!;
    this.tI = t0!;
    this.tMult = tMult;
    this.etaMin = etaMin;
    this.tCur = lastEpoch;
    this.ready(CosineAnnealingWarmRestarts);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const { etaMin, tCur, tI } = this;
    return this.baseLrs.map((lr) => etaMin + ((lr - etaMin) * (1 + cosine((Math.PI * tCur) / tI))) / 2);
  }

  override step(epoch?: number | null): void {
    this.begin();
    let at = epoch ?? (this.lastEpoch < 0 ? 0 : null);
    if (at === null) {
      at = this.lastEpoch + 1;
      this.tCur += 1;
      if (this.tCur >= this.tI) {
        this.tCur %= this.tI;
        this.tI *= this.tMult;
      }
    } else {
      if (!(at >= 0))
        throw new ArgumentError(`CosineAnnealingWarmRestarts: Expected non-negative epoch, but got ${at}`);
      this.#place(at);
    }
    this.lastEpoch = Math.floor(at);
    this.getLrCalledWithinStep = true;
    try {
      this.setRates(this.getLr());
    } finally {
      this.getLrCalledWithinStep = false;
    }
  }

  #place(epoch: number): void {
    const { t0, tMult } = this;
    if (epoch < t0) {
      this.tI = t0;
      this.tCur = epoch;
    } else if (tMult === 1) this.tCur = epoch % t0;
    else {
      const restarts = Math.trunc(Math.log((epoch / t0) * (tMult - 1) + 1) / Math.log(tMult));
      this.tCur = epoch - (t0 * (tMult ** restarts - 1)) / (tMult - 1);
      this.tI = t0 * tMult ** restarts;
    }
  }

  protected override savedNames(): readonly string[] {
    return ["t0", "tI", "tMult", "etaMin", "tCur", ...super.savedNames().slice(5)];
  }
}
