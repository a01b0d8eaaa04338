// ReduceLROnPlateau: a smaller rate when a metric has stopped improving.

import { ArgumentError, describe, isTensor, type Kinds, type Positional, type Tensor } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { type AnyOptimizer, composed, LRScheduler, warnOfEpoch } from "./scheduler.js";

export interface ReduceLROnPlateauOptions {
  /** Whether a smaller metric is better, "min", or a larger one, "max". Default "min". */
  mode: "min" | "max";
  /** What the rate is multiplied by, below 1. Default 0.1. */
  factor: number;
  /** Steps without improvement that are borne. Default 10. */
  patience: number;
  /** By how much a metric must be better to count. Default 1e-4. */
  threshold: number;
  /** Of the best metric, "rel", or "abs". Default "rel". */
  thresholdMode: "rel" | "abs";
  /** Steps after a reduction that do not count. Default 0. */
  cooldown: number;
  /** The least rate, for all groups or one a group. Default 0. */
  minLr: number | readonly number[];
  /** Smaller reductions are not made. Default 1e-8. */
  eps: number;
}

const kinds: Kinds<ReduceLROnPlateauOptions> = {
  mode: "string",
  factor: "number",
  patience: "number",
  threshold: "number",
  thresholdMode: "string",
  cooldown: "number",
  minLr: "anything",
  eps: "number",
};

type Names = ["mode", "factor", "patience", "threshold"];
const names = ["mode", "factor", "patience", "threshold"] as const satisfies Names;

const saved = [
  ...["factor", "defaultMinLr", "minLrs", "patience", "cooldown", "eps", "lastEpoch", "lastLr"],
  ...["modeWorse", "mode", "threshold", "thresholdMode", "best", "cooldownCounter", "numBadEpochs"],
];

/**
 * Multiplies the rate by a factor when a metric, which `step` is given, has not improved for more than `patience` steps.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html.
 *
 * @throws ArgumentError for an option that is unknown, out of range or of another kind.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReduceLROnPlateau, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new ReduceLROnPlateau(optimizer, "min", { patience: 1, factor: 0.5 });
 * for (const loss of [3, 2, 2, 2]) scheduler.step(loss);
 * scheduler.getLastLr(); // → [0.5]
 * ```
 */
export class ReduceLROnPlateau extends LRScheduler {
  static override readonly name: string = "ReduceLROnPlateau";
  readonly factor: number;
  readonly defaultMinLr: number | null;
  minLrs: number[];
  readonly patience: number;
  readonly cooldown: number;
  readonly eps: number;
  /** What is worse than any metric. */
  readonly modeWorse: number;
  readonly mode: string;
  readonly threshold: number;
  readonly thresholdMode: string;
  /** The best metric so far. */
  best: number;
  cooldownCounter = 0;
  numBadEpochs = 0;

  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ReduceLROnPlateauOptions>, Names>) {
    const owner = "ReduceLROnPlateau";
    const read = readOptions(owner, kinds, names, given);
    const { mode = "min", factor = 0.1, patience = 10, threshold = 1e-4, thresholdMode = "rel" } = read;
    const { cooldown = 0, minLr = 0, eps = 1e-8 } = read;
    super(optimizer, composed);
    if (!(factor < 1)) throw new ArgumentError(`${owner}: Factor should be < 1.0, but got ${factor}`);
    if (Array.isArray(minLr) && minLr.length !== this.groups.length)
      throw new ArgumentError(`${owner}: expected ${this.groups.length} min_lrs, got ${minLr.length}`);
    if (mode !== "min" && mode !== "max")
      throw new ArgumentError(`${owner}: mode ${String(mode)} is unknown! Take "min" or "max"`);
    if (thresholdMode !== "rel" && thresholdMode !== "abs")
      throw new ArgumentError(`${owner}: threshold mode ${String(thresholdMode)} is unknown! Take "rel" or "abs"`);
    this.factor = factor;
    this.defaultMinLr = Array.isArray(minLr) ? null : (minLr as number);
    this.minLrs = forAll(minLr, this.groups.length);
    this.patience = patience;
    this.cooldown = cooldown;
    this.eps = eps;
    this.lastEpoch = 0;
    this.lastLr = this.rates();
    this.modeWorse = mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    this.mode = mode;
    this.threshold = threshold;
    this.thresholdMode = thresholdMode;
    this.best = this.modeWorse;
  }

  /** Counts a metric, a number or a tensor of one, and sets the rates. */
  override step(metrics?: number | Tensor | null, epoch?: number | null): void {
    const current = isTensor(metrics) ? metrics.item() : metrics;
    if (typeof current !== "number")
      throw new ArgumentError(
        `ReduceLROnPlateau: step needs the metric that it looks at, a number or a tensor of one: scheduler.step(loss), but got ${describe(metrics)}`,
      );
    if (epoch !== undefined && epoch !== null) warnOfEpoch();
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    if (this.#isBetter(current)) {
      this.best = current;
      this.numBadEpochs = 0;
    } else this.numBadEpochs += 1;
    if (this.inCooldown) {
      this.cooldownCounter -= 1;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs > this.patience) {
      this.#reduce();
      this.cooldownCounter = this.cooldown;
      this.numBadEpochs = 0;
    }
    this.lastLr = this.rates();
  }

  get inCooldown(): boolean {
    return this.cooldownCounter > 0;
  }

  #isBetter(value: number): boolean {
    const { best, mode, threshold, thresholdMode } = this;
    if (mode === "min") return value < (thresholdMode === "rel" ? best * (1 - threshold) : best - threshold);
    return value > (thresholdMode === "rel" ? best * (threshold + 1) : best + threshold);
  }

  #reduce(): void {
    const { groups } = this;
    if (groups.length !== this.minLrs.length) {
      if (this.defaultMinLr === null)
        throw new ArgumentError(
          `ReduceLROnPlateau: The number of param groups in the \`optimizer\` (${groups.length}) differs from when \`ReduceLROnPlateau\` was initialized (${this.minLrs.length}), usually due to a new param group being added to the optimizer. Please modify the \`minLrs\` field to match the length of the \`optimizer\` param groups.`,
        );
      this.minLrs = forAll(this.defaultMinLr, groups.length);
    }
    for (const [at, group] of groups.entries()) {
      const next = Math.max(group.lr * this.factor, this.minLrs[at]!);
      if (group.lr - next > this.eps) group.lr = next;
    }
  }

  protected override savedNames(): readonly string[] {
    return saved;
  }
}

const forAll = (given: number | readonly number[], groups: number): number[] =>
  Array.isArray(given) ? [...given] : Array<number>(groups).fill(given as number);
