// Schedulers of schedulers: one after another, and all at once.

import { ArgumentError, describe } from "@bernoulli/tensor";
import { ReduceLROnPlateau } from "./plateau.js";
import { type AnyOptimizer, composed, LRScheduler } from "./scheduler.js";
import type { SchedulerStateDict } from "./state.js";

/** Shared by both: their state dicts hold those of their parts. */
abstract class Composed extends LRScheduler {
  readonly #parts: readonly LRScheduler[];

  protected constructor(
    owner: string,
    what: string,
    optimizer: AnyOptimizer | undefined,
    parts: readonly LRScheduler[],
  ) {
    if (!Array.isArray(parts) || parts.length < 1)
      throw new ArgumentError(
        `${owner}: ${owner} expects at least one scheduler${what}, but got ${Array.isArray(parts) ? "no scheduler" : describe(parts)}`,
      );
    for (const [at, part] of parts.entries()) {
      if (!(part instanceof LRScheduler))
        throw new ArgumentError(
          `${owner}: ${owner} at index ${at} should have \`optimizer\` as its attribute, but is ${describe(part)}`,
        );
      if (part instanceof ReduceLROnPlateau)
        throw new ArgumentError(
          `${owner}: ${owner} does not support \`ReduceLROnPlateau\` scheduler as it requires additional kwargs to be specified when calling \`step\`, but got one at index ${at} in the given schedulers sequence.`,
        );
      if (part.optimizer !== (optimizer ?? parts[0]!.optimizer))
        throw new ArgumentError(
          `${owner}: ${owner} expects all schedulers to belong to the same optimizer, but got scheduler ${part.constructor.name} at index ${at}, which has another`,
        );
      part.begin();
    }
    super(optimizer ?? parts[0]!.optimizer, composed);
    this.#parts = [...parts];
  }

  protected get parts(): readonly LRScheduler[] {
    return this.#parts;
  }

  /** Takes back a first step, for schedulers that are not to be at work yet. */
  undo(): void {
    for (const part of this.#parts) {
      if (part instanceof Composed) part.undo();
      else part.lastEpoch -= 1;
    }
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), _schedulers: this.#parts.map((part) => part.stateDict()) };
  }

  override loadStateDict(stateDict: SchedulerStateDict): void {
    const owner = this.constructor.name;
    const isObject = typeof stateDict === "object" && stateDict !== null;
    const { _schedulers: states, ...rest } = isObject ? stateDict : ({} as SchedulerStateDict);
    if (isObject && (!Array.isArray(states) || states.length !== this.#parts.length))
      throw new ArgumentError(
        `${owner}: _schedulers in the loaded state dict must be a list of ${this.#parts.length}; was it saved by another scheduler?`,
      );
    // All or none.
    const before = [this, ...this.#parts].map((part) => part.stateDict());
    super.loadStateDict(isObject ? rest : stateDict);
    try {
      for (const [at, part] of this.#parts.entries()) part.loadStateDict((states as SchedulerStateDict[])[at]!);
    } catch (error) {
      const { _schedulers: _, ...own } = before[0]!;
      super.loadStateDict(own);
      for (const [at, part] of this.#parts.entries()) part.loadStateDict(before[at + 1]!);
      throw error;
    }
  }
}

/**
 * Schedulers one after another: the second from the first milestone on, the third from the second, each as at its own start.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html.
 *
 * @throws ArgumentError for schedulers that are none or of other optimizers, a ReduceLROnPlateau among them, or milestones that are not one less.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConstantLR, ExponentialLR, SequentialLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const warm = new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 });
 * const decay = new ExponentialLR(optimizer, { gamma: 0.5 });
 * const scheduler = new SequentialLR(optimizer, [warm, decay], [2]);
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.5, 1, 0.5]
 * ```
 */
export class SequentialLR extends Composed {
  static override readonly name: string = "SequentialLR";
  readonly boundaries: readonly number[];

  constructor(
    optimizer: AnyOptimizer,
    schedulers: readonly LRScheduler[],
    milestones: readonly number[],
    lastEpoch = -1,
  ) {
    super("SequentialLR", "", optimizer, schedulers);
    if (!Array.isArray(milestones) || milestones.length !== schedulers.length - 1)
      throw new ArgumentError(
        `SequentialLR: Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${Array.isArray(milestones) ? milestones.length : describe(milestones)}`,
      );
    this.boundaries = [...milestones];
    this.lastEpoch = lastEpoch + 1;
    for (const group of this.groups) group.lr = group.initialLr!;
    this.undo();
    const first = this.#at(0);
    first.initialStep();
    this.lastLr = first.getLastLr();
  }

  #at(step: number): LRScheduler {
    return this.parts[this.boundaries.filter((milestone) => milestone <= step).length]!;
  }

  override step(): void {
    this.lastEpoch += 1;
    const scheduler = this.#at(this.lastEpoch);
    if (this.boundaries.includes(this.lastEpoch)) scheduler.updateLr(0);
    else scheduler.step();
    this.lastLr = scheduler.getLastLr();
  }

  protected override savedNames(): readonly string[] {
    return ["boundaries", "lastEpoch", "lastLr"];
  }
}

/**
 * Schedulers at once: each step is one of all of them, in order, so that their factors multiply.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html.
 *
 * @throws ArgumentError for schedulers that are none or of several optimizers, or a ReduceLROnPlateau among them.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ChainedScheduler, ConstantLR, ExponentialLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const warm = new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 });
 * const decay = new ExponentialLR(optimizer, { gamma: 0.5 });
 * const scheduler = new ChainedScheduler([warm, decay]);
 * const rates = [];
 * for (let epoch = 0; epoch < 4; epoch += 1) {
 *   rates.push(scheduler.getLastLr()[0]);
 *   optimizer.step(() => ones(1));
 *   scheduler.step();
 * }
 * rates; // → [0.5, 0.25, 0.25, 0.125]
 * ```
 */
export class ChainedScheduler extends Composed {
  static override readonly name: string = "ChainedScheduler";

  constructor(schedulers: readonly LRScheduler[], optimizer?: AnyOptimizer) {
    super("ChainedScheduler", " to be chained", optimizer, schedulers);
    this.lastLr = this.rates();
  }

  override step(): void {
    for (const scheduler of this.parts) scheduler.step();
    this.lastLr = this.rates();
  }

  protected override savedNames(): readonly string[] {
    return ["lastLr"];
  }
}
