// budget: ends a fit after so much time, or so many steps.

import { ArgumentError, checkOptions } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";

export interface BudgetOptions {
  /** Seconds, over all runs that go on from each other. Default: no end. */
  readonly seconds?: number;
  /** Steps of the optimizer, over all such runs. Default: no end. */
  readonly steps?: number;
  /** Milliseconds. Default: performance.now. */
  readonly clock?: () => number;
}

export interface Budget extends Callbacks {
  /** What was spent so far. */
  stateDict(): { readonly seconds: number; readonly steps: number };
  loadStateDict(state: { readonly seconds: number; readonly steps: number }): void;
}

/**
 * Callbacks that stop a fit once it has taken so many seconds, or made so many steps of the optimizer: behind that step, so that a
 * checkpoint with `everySteps` saves it there. The epoch under way is not recorded.
 *
 * @throws ArgumentError for a limit that is not more than 0, and where there is none.
 * @example
 * ```ts
 * import { Linear, MSELoss } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { budget, Trainer } from "@bernoulli/trainer";
 * const model = new Linear(1, 1);
 * const trainer = new Trainer(model, { optimizer: new SGD(model.parameters(), { lr: 0.1 }), criterion: new MSELoss(), metrics: {} });
 * const limit = budget({ steps: 5 });
 * const history = await trainer.fit([[ones(2, 1).keep(), zeros(2, 1).keep()]], { epochs: 100, callbacks: [limit] });
 * [history.length, limit.stateDict().steps]; // → [4, 5]
 * ```
 */
export function budget(options: BudgetOptions): Budget {
  checkOptions("budget", options, { seconds: "number", steps: "number", clock: "function" });
  const {
    seconds = Number.POSITIVE_INFINITY,
    steps = Number.POSITIVE_INFINITY,
    clock = () => performance.now(),
  } = options;
  for (const [name, value] of Object.entries({ seconds, steps }))
    if (!(value > 0)) throw new ArgumentError(`budget: ${name} must be more than 0, but got ${value}`);
  if (options.seconds === undefined && options.steps === undefined)
    throw new ArgumentError("budget: give it seconds, steps or both");
  const spent = { seconds: 0, steps: 0 };
  let last = clock();
  return {
    onFitStart: ({ stop }) => {
      last = clock();
      if (spent.seconds >= seconds || spent.steps >= steps) stop();
    },
    onBatchEnd: ({ updated, stop }) => {
      const now = clock();
      spent.seconds += (now - last) / 1000;
      last = now;
      if (updated) spent.steps += 1;
      if (spent.seconds >= seconds || spent.steps >= steps) stop();
    },
    stateDict: () => ({ ...spent }),
    loadStateDict: (state) => {
      if (!(state?.seconds >= 0 && state.steps >= 0)) throw new ArgumentError("budget: the state is no budget's");
      Object.assign(spent, state);
    },
  };
}
