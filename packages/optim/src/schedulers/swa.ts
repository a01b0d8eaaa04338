// SWALR: to the rate at which weights are averaged, and there it stays. The averages are @bernoulli/nn's (utils/averages).

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { cosine } from "./rounded.js";
import { type AnyOptimizer, checkOptimizer, forEachGroup, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";

export interface SWALROptions extends LRSchedulerOptions {
  /** The rate in the end, for all groups or one a group. */
  swaLr: number | readonly number[];
  /** Steps until then, a whole number. Default 10. */
  annealEpochs: number;
  /** Along a cosine, "cos", or a straight line, "linear". Default "cos". */
  annealStrategy: "cos" | "linear";
}

const kinds: Kinds<SWALROptions> = {
  swaLr: "anything",
  annealEpochs: "number",
  annealStrategy: "string",
  lastEpoch: "number",
};

type Names = ["swaLr", "annealEpochs", "annealStrategy", "lastEpoch"];
const names = ["swaLr", "annealEpochs", "annealStrategy", "lastEpoch"] as const satisfies Names;

/**
 * Takes the rate from what it is to swaLr within annealEpochs steps, where it stays while an `AveragedModel` averages the weights.
 * See https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema; Izmailov et al., Averaging Weights Leads to Wider Optima,
 * arXiv:1803.05407.
 *
 * @throws ArgumentError for an option that is unknown, missing or out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { SGD, SWALR } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new SWALR(optimizer, { swaLr: 0.5, annealEpochs: 2, annealStrategy: "linear" });
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [1, 0.75, 0.5, 0.5]
 * ```
 */
export class SWALR extends LRScheduler {
  static override readonly name: string = "SWALR";
  readonly annealStrategy: string;
  readonly annealEpochs: number;

  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<SWALROptions>, Names>) {
    const owner = "SWALR";
    const read = readOptions(owner, kinds, names, given, ["swaLr"]);
    const { annealEpochs = 10, annealStrategy = "cos", lastEpoch = -1 } = read;
    checkOptimizer(owner, optimizer);
    const rates = forEachGroup("swa_lr", optimizer, read.swaLr!);
    if (annealStrategy !== "cos" && annealStrategy !== "linear")
      throw new ArgumentError(
        `${owner}: anneal_strategy must be one of 'cos' or 'linear', instead got ${String(annealStrategy)}`,
      );
    if (!Number.isInteger(annealEpochs) || annealEpochs < 0)
      throw new ArgumentError(`${owner}: anneal_epochs must be equal or greater than 0, got ${annealEpochs}`);
    for (const [at, rate] of rates.entries())
      if (!Number.isFinite(rate))
        throw new ArgumentError(`${owner}: swaLr must be a number, but is ${String(rate)} for group ${at}`);
    for (const [at, group] of optimizer.paramGroups.entries()) group.swaLr = rates[at]!;
    super(optimizer, lastEpoch);
    this.annealStrategy = annealStrategy;
    this.annealEpochs = annealEpochs;
    this.ready(SWALR);
  }

  /** The way that is behind, in [0, 1]. */
  private share(step: number): number {
    const t = Math.max(0, Math.min(1, step / Math.max(1, this.annealEpochs)));
    return this.annealStrategy === "linear" ? t : (1 - cosine(Math.PI * t)) / 2;
  }

  // The order of operations is PyTorch's: where a rate came from is computed back from what it is.
  override getLr(): number[] {
    this.warnOutsideStep();
    const counted = this.stepCount - 1;
    const step = this.annealEpochs === 0 ? Math.max(1, counted) : counted;
    const [before, now] = [this.share(step - 1), this.share(step)];
    return this.groups.map(({ lr, swaLr }) => {
      const end = swaLr!;
      const start = before === 1 ? end : (lr - before * end) / (1 - before);
      return end * now + start * (1 - now);
    });
  }
}
