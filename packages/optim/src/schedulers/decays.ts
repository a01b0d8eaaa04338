// Schedulers whose rates fall: StepLR, MultiStepLR, ExponentialLR, PolynomialLR. Those by a cosine are cosine.ts's, warm-ups warmups.ts's.

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { power } from "./rounded.js";
import { type AnyOptimizer, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";

/** The count of a list's items that are no larger than a value. */
const bisectRight = (sorted: readonly number[], value: number) => sorted.filter((item) => item <= value).length;

function checkSteps(owner: string, name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0)
    throw new ArgumentError(`${owner}: ${name} must be a number of steps above 0, but got ${value}`);
}

export interface StepLROptions extends LRSchedulerOptions {
  /** Steps from one decay to the next. */
  stepSize: number;
  /** What the rate is multiplied by. Default 0.1. */
  gamma: number;
}

const stepKinds: Kinds<StepLROptions> = { stepSize: "number", gamma: "number", lastEpoch: "number" };

/**
 * Multiplies the rate by gamma every stepSize steps.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html.
 *
 * @throws ArgumentError for an option that is unknown, missing or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { SGD, StepLR } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 0.5 });
 * const scheduler = new StepLR(optimizer, 2, { gamma: 0.5 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1)); // the epoch's training
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.5, 0.25, 0.25]
 * ```
 */
export class StepLR extends LRScheduler {
  static override readonly name: string = "StepLR";
  readonly stepSize: number;
  readonly gamma: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<StepLROptions>, ["stepSize", "gamma", "lastEpoch"]>
  ) {
    const names = ["stepSize", "gamma", "lastEpoch"] as const;
    const { stepSize, gamma = 0.1, lastEpoch = -1 } = readOptions("StepLR", stepKinds, names, given, ["stepSize"]);
    super(optimizer, lastEpoch);
    checkSteps("StepLR", "stepSize", stepSize!);
    this.stepSize = stepSize!;
    this.gamma = gamma;
    this.ready(StepLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    if (this.lastEpoch === 0 || this.lastEpoch % this.stepSize !== 0) return this.rates();
    return this.rates().map((lr) => lr * this.gamma);
  }

  protected override getClosedFormLr(): number[] {
    return this.baseLrs.map((lr) => lr * power(this.gamma, Math.floor(this.lastEpoch / this.stepSize)));
  }
}

export interface MultiStepLROptions extends LRSchedulerOptions {
  /** The steps at which the rate falls; one that is there twice counts twice. */
  milestones: readonly number[];
  /** What the rate is multiplied by. Default 0.1. */
  gamma: number;
}

const multiStepKinds: Kinds<MultiStepLROptions> = { milestones: "numbers", gamma: "number", lastEpoch: "number" };

/**
 * Multiplies the rate by gamma at each of the milestones.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html.
 *
 * @throws ArgumentError for an option that is unknown, missing or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MultiStepLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 0.5 });
 * const scheduler = new MultiStepLR(optimizer, [1, 3], { gamma: 0.5 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.25, 0.25, 0.125]
 * ```
 */
export class MultiStepLR extends LRScheduler {
  static override readonly name: string = "MultiStepLR";
  /** How often each step is a milestone. */
  readonly milestones: Readonly<Record<string, number>>;
  readonly gamma: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<MultiStepLROptions>, ["milestones", "gamma", "lastEpoch"]>
  ) {
    const names = ["milestones", "gamma", "lastEpoch"] as const;
    const read = readOptions("MultiStepLR", multiStepKinds, names, given, ["milestones"]);
    const { milestones = [], gamma = 0.1, lastEpoch = -1 } = read;
    super(optimizer, lastEpoch);
    const counts: Record<string, number> = {};
    for (const milestone of milestones) counts[milestone] = (counts[milestone] ?? 0) + 1;
    this.milestones = counts;
    this.gamma = gamma;
    this.ready(MultiStepLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const times = this.milestones[this.lastEpoch];
    if (times === undefined) return this.rates();
    return this.rates().map((lr) => lr * power(this.gamma, times));
  }

  protected override getClosedFormLr(): number[] {
    const all = Object.entries(this.milestones).flatMap(([at, times]) => Array<number>(times).fill(Number(at)));
    return this.baseLrs.map((lr) => lr * power(this.gamma, bisectRight(all, this.lastEpoch)));
  }
}

export interface ExponentialLROptions extends LRSchedulerOptions {
  /** What the rate is multiplied by at each step. */
  gamma: number;
}

const exponentialKinds: Kinds<ExponentialLROptions> = { gamma: "number", lastEpoch: "number" };

/**
 * Multiplies the rate by gamma at each step.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html.
 *
 * @throws ArgumentError for an option that is unknown, missing or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ExponentialLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new ExponentialLR(optimizer, { gamma: 0.5 });
 * optimizer.step(() => ones(1));
 * scheduler.step();
 * scheduler.getLastLr(); // → [0.5]
 * ```
 */
export class ExponentialLR extends LRScheduler {
  static override readonly name: string = "ExponentialLR";
  readonly gamma: number;
  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ExponentialLROptions>, ["gamma", "lastEpoch"]>) {
    const names = ["gamma", "lastEpoch"] as const;
    const { gamma, lastEpoch = -1 } = readOptions("ExponentialLR", exponentialKinds, names, given, ["gamma"]);
    super(optimizer, lastEpoch);
    this.gamma = gamma!;
    this.ready(ExponentialLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    return this.isInitial ? this.rates() : this.rates().map((lr) => lr * this.gamma);
  }

  protected override getClosedFormLr(): number[] {
    return this.baseLrs.map((lr) => lr * power(this.gamma, this.lastEpoch));
  }
}

export interface PolynomialLROptions extends LRSchedulerOptions {
  /** The step at which the rate is zero. Default 5. */
  totalIters: number;
  /** The power of the polynomial. Default 1. */
  power: number;
}

const polynomialKinds: Kinds<PolynomialLROptions> = { totalIters: "number", power: "number", lastEpoch: "number" };

/**
 * Multiplies the first rate by (1 − step/totalIters)^power until that is zero.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html.
 *
 * @throws ArgumentError for an option that is unknown or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { PolynomialLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new PolynomialLR(optimizer, { totalIters: 4 });
 * optimizer.step(() => ones(1));
 * scheduler.step();
 * scheduler.getLastLr(); // → [0.75]
 * ```
 */
export class PolynomialLR extends LRScheduler {
  static override readonly name: string = "PolynomialLR";
  readonly totalIters: number;
  readonly power: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<PolynomialLROptions>, ["totalIters", "power", "lastEpoch"]>
  ) {
    const names = ["totalIters", "power", "lastEpoch"] as const;
    const read = readOptions("PolynomialLR", polynomialKinds, names, given);
    const { totalIters = 5, power: exponent = 1, lastEpoch = -1 } = read;
    super(optimizer, lastEpoch);
    checkSteps("PolynomialLR", "totalIters", totalIters);
    this.totalIters = totalIters;
    this.power = exponent;
    this.ready(PolynomialLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const { totalIters, lastEpoch } = this;
    if (this.isInitial || lastEpoch > totalIters) return this.rates();
    const factor = power((1 - lastEpoch / totalIters) / (1 - (lastEpoch - 1) / totalIters), this.power);
    return this.rates().map((lr) => lr * factor);
  }

  protected override getClosedFormLr(): number[] {
    const { totalIters, lastEpoch } = this;
    return this.baseLrs.map((lr) => lr * power(1 - Math.min(totalIters, lastEpoch) / totalIters, this.power));
  }
}
