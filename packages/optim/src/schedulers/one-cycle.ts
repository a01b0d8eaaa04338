// OneCycleLR: up to a large rate and down to a tiny one, once, momentum the other way.

import { ArgumentError, type Kinds, type Positional } from "@bernoulli/tensor";
import { momentaOf, setMomentum, startMomenta } from "./momentum.js";
import { readOptions } from "./options.js";
import { cosine } from "./rounded.js";
import { type AnyOptimizer, checkOptimizer, forEachGroup, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";

export interface OneCycleLROptions extends LRSchedulerOptions {
  /** The largest rate, for all groups or one a group. */
  maxLr: number | readonly number[];
  /** The steps of the cycle; or else `epochs` and `stepsPerEpoch`. */
  totalSteps: number | null;
  epochs: number | null;
  stepsPerEpoch: number | null;
  /** The share of steps on which the rate rises, in [0, 1]. Default 0.3. */
  pctStart: number;
  /** Along a cosine, "cos", or a straight line, "linear". Default "cos". */
  annealStrategy: "cos" | "linear";
  /** Whether momentum, or the first of betas, goes the other way. Default true. */
  cycleMomentum: boolean;
  /** Momentum at the largest rate. Default 0.85. */
  baseMomentum: number | readonly number[];
  /** Momentum at both ends. Default 0.95. */
  maxMomentum: number | readonly number[];
  /** The first rate is maxLr over this. Default 25. */
  divFactor: number;
  /** The last rate is the first over this. Default 1e4. */
  finalDivFactor: number;
  /** Whether the rate comes back to the first one as it rose, and then falls to the last. Default false. */
  threePhase: boolean;
}

const kinds: Kinds<OneCycleLROptions> = {
  maxLr: "anything",
  totalSteps: "anything",
  epochs: "anything",
  stepsPerEpoch: "anything",
  pctStart: "number",
  annealStrategy: "string",
  cycleMomentum: "boolean",
  baseMomentum: "anything",
  maxMomentum: "anything",
  divFactor: "number",
  finalDivFactor: "number",
  threePhase: "boolean",
  lastEpoch: "number",
};

type Names = ["maxLr", "totalSteps", "epochs", "stepsPerEpoch"];
const names = ["maxLr", "totalSteps", "epochs", "stepsPerEpoch"] as const satisfies Names;

/** What a phase goes from and to: names of a group's values, PyTorch's. */
type Phase = {
  readonly end_step: number;
  readonly start_lr: string;
  readonly end_lr: string;
  readonly start_momentum: string;
  readonly end_momentum: string;
};

const valueNames: Readonly<Record<string, "initialLr" | "maxLr" | "minLr" | "maxMomentum" | "baseMomentum">> = {
  initial_lr: "initialLr",
  max_lr: "maxLr",
  min_lr: "minLr",
  max_momentum: "maxMomentum",
  base_momentum: "baseMomentum",
};

/**
 * Lets the rate rise from maxLr/divFactor to maxLr, and fall to maxLr/divFactor/finalDivFactor, within totalSteps; momentum goes from maxMomentum
 * to baseMomentum and back. `step` is for each batch, and fails behind the last.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html; Smith and Topin, Super-Convergence,
 * arXiv:1708.07120.
 *
 * @throws ArgumentError for an option that is unknown, missing or out of range, or an optimizer without momentum to cycle; from `step`, behind totalSteps.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { AdamW, OneCycleLR } from "@bernoulli/optim";
 * const optimizer = new AdamW([ones(1, { requiresGrad: true })]);
 * const scheduler = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 9, pctStart: 1 / 3, divFactor: 4, annealStrategy: "linear" });
 * const rates = [];
 * for (let batch = 0; batch < 3; batch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.25, 0.625, 1]
 * ```
 */
export class OneCycleLR extends LRScheduler {
  static override readonly name: string = "OneCycleLR";
  readonly totalSteps: number;
  readonly schedulePhases: readonly Phase[];
  readonly annealFuncType: string;
  readonly cycleMomentum: boolean;
  declare readonly useBeta1: boolean;

  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<OneCycleLROptions>, Names>) {
    const owner = "OneCycleLR";
    const read = readOptions(owner, kinds, names, given, ["maxLr"]);
    const { pctStart = 0.3, annealStrategy = "cos", cycleMomentum = true, lastEpoch = -1 } = read;
    const { baseMomentum = 0.85, maxMomentum = 0.95, divFactor = 25, finalDivFactor = 1e4, threePhase = false } = read;
    checkOptimizer(owner, optimizer);
    const totalSteps = stepsOf(owner, read);
    if (!(pctStart >= 0 && pctStart <= 1))
      throw new ArgumentError(`${owner}: Expected float between 0 and 1 pct_start, but got ${pctStart}`);
    if (annealStrategy !== "cos" && annealStrategy !== "linear")
      throw new ArgumentError(
        `${owner}: anneal_strategy must be one of 'cos' or 'linear', instead got ${String(annealStrategy)}`,
      );
    const maxLrs = forEachGroup("max_lr", optimizer, read.maxLr!);
    const momenta = cycleMomentum ? momentaOf(owner, optimizer, { baseMomentum, maxMomentum }) : null;
    // The base class takes the first of these for where the rates started from.
    if (lastEpoch === -1) {
      for (const [at, group] of optimizer.paramGroups.entries()) {
        group.initialLr = maxLrs[at]! / divFactor;
        group.maxLr = maxLrs[at]!;
        group.minLr = group.initialLr / finalDivFactor;
      }
      if (momenta !== null) startMomenta(optimizer, momenta);
    }
    super(optimizer, lastEpoch);
    this.totalSteps = totalSteps;
    this.schedulePhases = phasesOf(totalSteps, pctStart, threePhase);
    this.annealFuncType = annealStrategy;
    this.cycleMomentum = cycleMomentum;
    if (momenta !== null) this.useBeta1 = momenta.useBeta1;
    this.ready(OneCycleLR);
  }

  #anneal(start: number, end: number, share: number): number {
    if (this.annealFuncType === "linear") return (end - start) * share + start;
    return end + ((start - end) / 2) * (cosine(Math.PI * share) + 1);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const { lastEpoch: step, totalSteps, schedulePhases: phases } = this;
    if (step > totalSteps)
      throw new ArgumentError(
        `OneCycleLR: Tried to step ${step} times. The specified number of total steps is ${totalSteps}`,
      );
    const found = phases.findIndex(({ end_step }) => step <= end_step);
    const at = found < 0 ? phases.length - 1 : found;
    const phase = phases[at]!;
    const from = at === 0 ? 0 : phases[at - 1]!.end_step;
    if (phase.end_step === from)
      throw new ArgumentError(
        `OneCycleLR: phase ${at + 1} of ${phases.length} has no steps to divide; give more totalSteps, or another pctStart`,
      );
    const share = (step - from) / (phase.end_step - from);
    return this.groups.map((group) => {
      const value = (name: string) => group[valueNames[name]!]!;
      if (this.cycleMomentum)
        setMomentum(group, this.useBeta1, this.#anneal(value(phase.start_momentum), value(phase.end_momentum), share));
      return this.#anneal(value(phase.start_lr), value(phase.end_lr), share);
    });
  }
}

function stepsOf(owner: string, { totalSteps, epochs, stepsPerEpoch }: Partial<OneCycleLROptions>): number {
  const counted = (name: string, count: number) => {
    if (Number.isInteger(count) && count > 0) return count;
    throw new ArgumentError(`${owner}: Expected positive integer ${name}, but got ${String(count)}`);
  };
  if (totalSteps !== undefined && totalSteps !== null) return counted("total_steps", totalSteps);
  if (epochs === undefined || epochs === null || stepsPerEpoch === undefined || stepsPerEpoch === null)
    throw new ArgumentError(
      `${owner}: You must define either total_steps OR (epochs AND steps_per_epoch): totalSteps, or epochs and stepsPerEpoch`,
    );
  return counted("epochs", epochs) * counted("steps_per_epoch", stepsPerEpoch);
}

function phasesOf(totalSteps: number, pctStart: number, threePhase: boolean): Phase[] {
  const phase = (end_step: number, lrs: readonly [string, string], momenta: readonly [string, string]): Phase => ({
    end_step,
    start_lr: lrs[0],
    end_lr: lrs[1],
    start_momentum: momenta[0],
    end_momentum: momenta[1],
  });
  const up = phase(pctStart * totalSteps - 1, ["initial_lr", "max_lr"], ["max_momentum", "base_momentum"]);
  if (!threePhase) return [up, phase(totalSteps - 1, ["max_lr", "min_lr"], ["base_momentum", "max_momentum"])];
  return [
    up,
    phase(2 * pctStart * totalSteps - 2, ["max_lr", "initial_lr"], ["base_momentum", "max_momentum"]),
    phase(totalSteps - 1, ["initial_lr", "min_lr"], ["max_momentum", "max_momentum"]),
  ];
}
