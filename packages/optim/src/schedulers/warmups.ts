// Schedulers that multiply rates by a factor for the first steps, to warm up: ConstantLR by one that stays, LinearLR by one that moves.

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { type AnyOptimizer, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";

export interface ConstantLROptions extends LRSchedulerOptions {
  /** What the rate is multiplied by until totalIters, in [0, 1]. Default 1/3. */
  factor: number;
  /** The step at which the rate is whole again. Default 5. */
  totalIters: number;
}

const constantKinds: Kinds<ConstantLROptions> = { factor: "number", totalIters: "number", lastEpoch: "number" };

/**
 * Multiplies the rate by a factor until step totalIters.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html.
 *
 * @throws ArgumentError for an option that is unknown, out of range or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConstantLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 0.5 });
 * const scheduler = new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.25, 0.25, 0.5, 0.5]
 * ```
 */
export class ConstantLR extends LRScheduler {
  static override readonly name: string = "ConstantLR";
  readonly factor: number;
  readonly totalIters: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<ConstantLROptions>, ["factor", "totalIters", "lastEpoch"]>
  ) {
    const names = ["factor", "totalIters", "lastEpoch"] as const;
    const { factor = 1 / 3, totalIters = 5, lastEpoch = -1 } = readOptions("ConstantLR", constantKinds, names, given);
    super(optimizer, lastEpoch);
    if (!(factor >= 0 && factor <= 1))
      throw new ArgumentError(
        `ConstantLR: Constant multiplicative factor expected to be between 0 and 1, but got ${factor}`,
      );
    this.factor = factor;
    this.totalIters = totalIters;
    this.ready(ConstantLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    if (this.lastEpoch === 0) return this.rates().map((lr) => lr * this.factor);
    if (this.lastEpoch !== this.totalIters) return this.rates();
    return this.rates().map((lr) => lr * (1 / this.factor));
  }

  protected override getClosedFormLr(): number[] {
    const isOver = Number(this.lastEpoch >= this.totalIters);
    return this.baseLrs.map((lr) => lr * (this.factor + isOver * (1 - this.factor)));
  }
}

export interface LinearLROptions extends LRSchedulerOptions {
  /** What the rate is multiplied by at first, in (0, 1]. Default 1/3. */
  startFactor: number;
  /** What it is multiplied by in the end, in [0, 1]. Default 1. */
  endFactor: number;
  /** Steps from one to the other. Default 5. */
  totalIters: number;
}

const linearKinds: Kinds<LinearLROptions> = {
  startFactor: "number",
  endFactor: "number",
  totalIters: "number",
  lastEpoch: "number",
};

/**
 * Multiplies the rate by a factor that goes from startFactor to endFactor on a straight line: to warm up, or to come to rest.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html.
 *
 * @throws ArgumentError for an option that is unknown, out of range or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LinearLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new LinearLR(optimizer, { startFactor: 0.5, totalIters: 2 });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.75, 1, 1]
 * ```
 */
export class LinearLR extends LRScheduler {
  static override readonly name: string = "LinearLR";
  readonly startFactor: number;
  readonly endFactor: number;
  readonly totalIters: number;
  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<LinearLROptions>, ["startFactor", "endFactor", "totalIters", "lastEpoch"]>
  ) {
    const names = ["startFactor", "endFactor", "totalIters", "lastEpoch"] as const;
    const read = readOptions("LinearLR", linearKinds, names, given);
    const { startFactor = 1 / 3, endFactor = 1, totalIters = 5, lastEpoch = -1 } = read;
    super(optimizer, lastEpoch);
    if (!(startFactor > 0 && startFactor <= 1))
      throw new ArgumentError(
        `LinearLR: Starting multiplicative factor expected to be greater than 0 and less or equal to 1, but got ${startFactor}`,
      );
    if (!(endFactor >= 0 && endFactor <= 1))
      throw new ArgumentError(
        `LinearLR: Ending multiplicative factor expected to be between 0 and 1, but got ${endFactor}`,
      );
    this.startFactor = startFactor;
    this.endFactor = endFactor;
    this.totalIters = totalIters;
    this.ready(LinearLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const { startFactor, endFactor, totalIters, lastEpoch } = this;
    if (lastEpoch === 0) return this.rates().map((lr) => lr * startFactor);
    if (this.isInitial || lastEpoch > totalIters) return this.rates();
    const change = endFactor - startFactor;
    return this.rates().map((lr) => lr * (1 + change / (totalIters * startFactor + (lastEpoch - 1) * change)));
  }

  protected override getClosedFormLr(): number[] {
    const { startFactor, endFactor, totalIters, lastEpoch } = this;
    const done = Math.min(totalIters, lastEpoch);
    return this.baseLrs.map((lr) => lr * (startFactor + ((endFactor - startFactor) * done) / totalIters));
  }
}
