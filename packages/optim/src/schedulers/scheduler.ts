// LRScheduler: what all schedulers share: the rates that they start from, the count of steps, and their state dicts, which are
// PyTorch's. The rates themselves are the subclass's.

import { ArgumentError, describe, isTensor, type Positional, warnOnce } from "@bernoulli/tensor";
import { Optimizer } from "../optimizer.js";
import type { ParameterGroup } from "../parameter-groups.js";
import { type Attached, attach, begun, hasStepped } from "./attached.js";
import { readOptions } from "./options.js";
import { loadValues, type SchedulerStateDict, savedAs } from "./state.js";

/** Any optimizer whose groups have a learning rate. */
export type AnyOptimizer = Optimizer<any, any>;

export interface LRSchedulerOptions {
  /** The last step of a run that is gone on with; −1 starts a new one. Default −1. */
  lastEpoch: number;
}

/** The state that every scheduler has, in PyTorch's order, behind its own. */
const shared = ["baseLrs", "lastEpoch", "stepCount", "isInitial", "getLrCalledWithinStep", "lastLr"];

/** Given in the options' place by schedulers that are not made of rates of their own. */
export const composed = Symbol("composed");

/**
 * The base class of learning-rate schedulers: `getLr()` says what the rates of all groups are at step `lastEpoch`. A class of one's own
 * extends it and ends its constructor by `this.begin()`, which sets the first rates; without that they are set when the scheduler is first
 * asked, or its optimizer steps. State dicts hold all fields of numbers, texts, lists and plain objects, by PyTorch's names.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LRScheduler.html.
 *
 * @throws ArgumentError for an optimizer that is none, or whose groups have no rate.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LRScheduler, type Optimizer, SGD } from "@bernoulli/optim";
 * class Warmup extends LRScheduler {
 *   readonly steps: number;
 *   constructor(optimizer: Optimizer, steps: number) {
 *     super(optimizer);
 *     this.steps = steps;
 *     this.begin();
 *   }
 *   override getLr() {
 *     return this.baseLrs.map((lr) => lr * Math.min(1, (this.lastEpoch + 1) / this.steps));
 *   }
 * }
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new Warmup(optimizer, 4);
 * scheduler.getLastLr(); // → [0.25]
 * optimizer.step(() => ones(1));
 * scheduler.step();
 * scheduler.getLastLr(); // → [0.5]
 * ```
 */
export class LRScheduler implements Attached {
  readonly optimizer: AnyOptimizer;
  /** The rate that each group started from. */
  declare baseLrs: number[];
  /** Steps since the start: 0 before the first. */
  declare lastEpoch: number;
  declare protected stepCount: number;
  declare protected isInitial: boolean;
  declare protected getLrCalledWithinStep: boolean;
  declare protected lastLr: number[];
  #begun = false;

  constructor(
    optimizer: AnyOptimizer,
    ...given: Positional<Partial<LRSchedulerOptions>, ["lastEpoch"]> | readonly [typeof composed]
  ) {
    const owner = this.constructor.name;
    checkOptimizer(owner, optimizer);
    this.optimizer = optimizer;
    if (given[0] === composed) {
      this.#begun = true;
      return;
    }
    const { lastEpoch = -1 } = readOptions<LRSchedulerOptions>(owner, { lastEpoch: "number" }, ["lastEpoch"], given);
    for (const [at, group] of this.groups.entries()) {
      if (isTensor(group.lr) || !Number.isFinite(group.lr))
        throw new ArgumentError(`${owner}: group ${at} of the optimizer has no learning rate lr, of a number`);
      if (lastEpoch === -1) group.initialLr ??= group.lr;
      else if (group.initialLr === undefined)
        throw new ArgumentError(
          `${owner}: param 'initial_lr' is not specified in param_groups[${at}] when resuming scheduler with last_epoch >= 0; load the optimizer's state dict first, or give the group its initialLr`,
        );
    }
    this.baseLrs = this.groups.map(({ initialLr }) => initialLr!);
    this.lastEpoch = lastEpoch;
    this.stepCount = 0;
    this.isInitial = false;
    this.getLrCalledWithinStep = false;
    this.lastLr = this.rates();
    attach(optimizer, this);
  }

  protected get groups(): readonly ParameterGroup<{ lr: number }>[] {
    return this.optimizer.paramGroups as ParameterGroup<{ lr: number }>[];
  }

  protected rates(): number[] {
    return this.groups.map(({ lr }) => lr);
  }

  /** Sets the first rates, once. A subclass calls it at the end of its constructor. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    begun(this.optimizer, this);
    this.initialStep();
  }

  /** `begin`, where a class is made itself and not for a subclass, whose fields are still to come. */
  protected ready(owner: new (...given: never) => LRScheduler): void {
    if (this.constructor === owner) this.begin();
  }

  /** Counts from here on. SequentialLR calls it of its first scheduler again. */
  initialStep(): void {
    this.stepCount = 0;
    this.isInitial = true;
    try {
      this.step();
    } finally {
      this.isInitial = false;
    }
  }

  /** The rates of all groups at step `lastEpoch`. `step` calls it; what it set, `getLastLr` says. */
  getLr(): number[] {
    throw new ArgumentError(`${this.constructor.name}: a scheduler needs a getLr() that returns a rate for each group`);
  }

  /** The rates at step `lastEpoch`, of that alone; where there is one, `step(epoch)` takes it. */
  protected getClosedFormLr?(): number[];

  /** The rates that the last step has set, of each group. */
  getLastLr(): number[] {
    this.begin();
    return [...this.lastLr];
  }

  /**
   * Sets the next rates: after the optimizer's step, once an epoch or once a batch, as the schedule counts. With an epoch, which PyTorch
   * discourages, those of that.
   */
  step(epoch?: number | null): void {
    this.begin();
    if (this.stepCount === 1 && !hasStepped(this.optimizer))
      warnOnce(
        "scheduler before optimizer",
        "Detected call of `scheduler.step()` before `optimizer.step()`; call them in the opposite order, or the first value of the learning rate schedule is skipped. See https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
      );
    this.stepCount += 1;
    if (epoch !== undefined && epoch !== null) warnOfEpoch();
    this.updateLr(epoch ?? null);
  }

  /** Sets the rates of the next step, or of an epoch. */
  updateLr(epoch: number | null): void {
    let values: number[];
    this.getLrCalledWithinStep = true;
    try {
      if (epoch === null) {
        this.lastEpoch += 1;
        values = this.getLr();
      } else {
        this.lastEpoch = epoch;
        values = this.getClosedFormLr?.() ?? this.getLr();
      }
    } finally {
      this.getLrCalledWithinStep = false;
    }
    this.setRates(values);
  }

  protected setRates(values: readonly number[]): void {
    const owner = this.constructor.name;
    if (!Array.isArray(values) || values.length !== this.groups.length)
      throw new ArgumentError(
        `${owner}: getLr() must return a rate for each of the optimizer's ${this.groups.length} parameter groups, but gave ${Array.isArray(values) ? values.length : describe(values)}; make the scheduler after the groups`,
      );
    for (const [at, value] of values.entries())
      if (!Number.isFinite(value))
        throw new ArgumentError(
          `${owner}: the learning rate of group ${at} at step ${this.lastEpoch} comes to ${describe(value)}`,
        );
    for (const [at, group] of this.groups.entries()) group.lr = values[at]!;
    this.lastLr = this.rates();
  }

  /** PyTorch warns too: called by hand, it gives the rates of a step that is not taken. */
  protected warnOutsideStep(): void {
    if (!this.getLrCalledWithinStep)
      warnOnce("getLr", "To get the last learning rate computed by the scheduler, please use `getLastLr()`.");
  }

  /** The names of the fields that state dicts hold, in PyTorch's order. */
  protected savedNames(): readonly string[] {
    const own = Object.keys(this).filter(
      (name) => name !== "optimizer" && !shared.includes(name) && typeof this[name as keyof this] !== "function",
    );
    return [...own, ...shared];
  }

  /**
   * All that changes from step to step, and all options but functions; the rates themselves are in the optimizer's. Plain data, fit for JSON.
   * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LRScheduler.html.
   */
  stateDict(): SchedulerStateDict {
    this.begin();
    const saved = this.savedNames().map((name) => [savedAs(name), structuredClone(this[name as keyof this])]);
    return Object.fromEntries(saved) as SchedulerStateDict;
  }

  /**
   * Takes over what another scheduler's `stateDict()` gave, or PyTorch's `state_dict()`. Load the optimizer's as well: the rates are there.
   *
   * @throws ArgumentError for what another scheduler saved; nothing has changed then.
   */
  loadStateDict(stateDict: SchedulerStateDict): void {
    this.begin();
    Object.assign(this, loadValues(this.constructor.name, this, this.savedNames(), stateDict));
  }
}

export function checkOptimizer(owner: string, optimizer: unknown): asserts optimizer is AnyOptimizer {
  if (!(optimizer instanceof Optimizer))
    throw new ArgumentError(`${owner}: ${describe(optimizer)} is not an Optimizer; make the optimizer first`);
}

export function warnOfEpoch(): void {
  warnOnce(
    "scheduler epoch",
    "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` to step the scheduler.",
  );
}

/** A number for each group: as given, or the same for all. */
export function forEachGroup(name: string, optimizer: AnyOptimizer, given: number | readonly number[]): number[] {
  const { length } = optimizer.paramGroups;
  if (!Array.isArray(given)) return Array<number>(length).fill(given as number);
  if (given.length !== length)
    throw new ArgumentError(
      `${name} must have the same length as optimizer.param_groups. ${name} has ${given.length} values, param_groups has ${length}.`,
    );
  return [...given];
}
