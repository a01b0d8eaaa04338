// Schedulers by functions: LambdaLR and MultiplicativeLR.

import { ArgumentError, describe, type Kinds, type Positional } from "@bernoulli/tensor";
import { readOptions } from "./options.js";
import { type AnyOptimizer, LRScheduler, type LRSchedulerOptions } from "./scheduler.js";
import type { SchedulerStateDict } from "./state.js";

/** A factor for the rate at a step. */
export type LrLambda = (epoch: number) => number;

export interface LambdaLROptions extends LRSchedulerOptions {
  /** The factor at a step, for all groups, or one function a group. */
  lrLambda: LrLambda | readonly LrLambda[];
}

const kinds: Kinds<LambdaLROptions> = { lrLambda: "anything", lastEpoch: "number" };
const names = ["lrLambda", "lastEpoch"] as const;

/** State dicts say that there were functions, which are not saved. */
abstract class ByFunctions extends LRScheduler {
  readonly #functions: readonly LrLambda[];

  protected constructor(owner: string, optimizer: AnyOptimizer, given: readonly unknown[]) {
    const { lrLambda, lastEpoch = -1 } = readOptions(owner, kinds, names, given, ["lrLambda"]);
    super(optimizer, lastEpoch);
    const groups = this.groups.length;
    const functions = Array.isArray(lrLambda)
      ? (lrLambda as LrLambda[])
      : Array<LrLambda>(groups).fill(lrLambda as LrLambda);
    if (functions.length !== groups)
      throw new ArgumentError(`${owner}: Expected ${groups} lr_lambdas, but got ${functions.length}`);
    for (const one of functions)
      if (typeof one !== "function")
        throw new ArgumentError(`${owner}: lr_lambda should be a function, but got ${describe(one)}`);
    this.#functions = functions;
  }

  protected factors(): number[] {
    return this.#functions.map((factor) => factor(this.lastEpoch));
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), lr_lambdas: this.#functions.map(() => null) };
  }

  override loadStateDict(stateDict: SchedulerStateDict): void {
    const { lr_lambdas: functions, ...rest } = stateDict ?? {};
    const saved = Array.isArray(functions) ? functions : null;
    if (stateDict !== null && typeof stateDict === "object" && saved?.length !== this.#functions.length)
      throw new ArgumentError(
        `${this.constructor.name}: lr_lambdas in the loaded state dict must be a list of ${this.#functions.length}; was it saved by another scheduler?`,
      );
    super.loadStateDict(stateDict === null || typeof stateDict !== "object" ? stateDict : rest);
  }
}

/**
 * Multiplies the first rate by what a function makes of the step.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html. Functions are not in state dicts: make the
 * scheduler of the same ones.
 *
 * @throws ArgumentError for no functions, or not one for each group.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LambdaLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new LambdaLR(optimizer, (epoch) => 1 / (epoch + 1));
 * optimizer.step(() => ones(1));
 * scheduler.step();
 * scheduler.getLastLr(); // → [0.5]
 * ```
 */
export class LambdaLR extends ByFunctions {
  static override readonly name: string = "LambdaLR";
  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, ["lrLambda", "lastEpoch"]>) {
    super("LambdaLR", optimizer, given);
    this.ready(LambdaLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    const factors = this.factors();
    return this.baseLrs.map((lr, at) => lr * factors[at]!);
  }
}

/**
 * Multiplies the last rate by what a function makes of the step.
 * See https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html. Functions are not in state dicts: make the
 * scheduler of the same ones.
 *
 * @throws ArgumentError for no functions, or not one for each group.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { MultiplicativeLR, SGD } from "@bernoulli/optim";
 * const optimizer = new SGD([ones(1, { requiresGrad: true })], { lr: 1 });
 * const scheduler = new MultiplicativeLR(optimizer, () => 0.5);
 * optimizer.step(() => ones(1));
 * scheduler.step();
 * scheduler.getLastLr(); // → [0.5]
 * ```
 */
export class MultiplicativeLR extends ByFunctions {
  static override readonly name: string = "MultiplicativeLR";
  constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, ["lrLambda", "lastEpoch"]>) {
    super("MultiplicativeLR", optimizer, given);
    this.ready(MultiplicativeLR);
  }

  override getLr(): number[] {
    this.warnOutsideStep();
    if (this.isInitial) return this.rates();
    const factors = this.factors();
    return this.rates().map((lr, at) => lr * factors[at]!);
  }
}
