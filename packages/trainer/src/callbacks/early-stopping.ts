// earlyStopping: ends a fit that gets no better, with the best weights.

import type { Module } from "@bernoulli/nn";
import { ArgumentError, checkArgument, checkOptions, noGrad, scope, type Tensor } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import { type MonitorOptions, monitorOf } from "../monitor.js";

export interface EarlyStoppingOptions extends MonitorOptions {
  /** How many epochs in a row may be no better than the best. Default: 5. */
  readonly patience?: number;
  /** Whether the model gets the weights of the best epoch when the fit ends, unless it was aborted or failed. Default: true. */
  readonly restoreBest?: boolean;
}

/** The best weights so far. */
export interface EarlyStoppingState {
  readonly epoch: number;
  readonly weights: Readonly<Record<string, Tensor>>;
}

export interface EarlyStopping extends Callbacks {
  /** The epoch, from 1, of the best weights; 0 before the first. */
  readonly bestEpoch: number;
  stateDict(): EarlyStoppingState;
  loadStateDict(state: EarlyStoppingState): void;
  /** Frees the best weights. */
  dispose(): void;
}

/**
 * Callbacks that stop a fit once `patience` epochs in a row were no better than the best one, and give the model the weights of that.
 * What counts is the history, so that a run that goes on from a checkpoint stops where it would have; the best weights are its
 * state, for `checkpoint(trainer, { states: { stopping } })`. Batch normalisation's averages are among them.
 *
 * @throws ArgumentError for options out of range, and from the fit where its epochs do not have such a score.
 * @example
 * ```ts
 * import { CrossEntropyLoss, Linear } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { earlyStopping, Trainer } from "@bernoulli/trainer";
 * manualSeed(0);
 * const model = new Linear(1, 2);
 * const batches = [[tensor([[1], [2]]).keep(), tensor([0, 1], { dtype: "int32" }).keep()]] as const;
 * const trainer = new Trainer(model, { optimizer: new SGD(model.parameters(), { lr: 0 }), criterion: new CrossEntropyLoss() });
 * const stopping = earlyStopping(model, { monitor: "live.loss", patience: 2 });
 * (await trainer.fit(batches, { epochs: 50, callbacks: [stopping] })).length; // → 3
 * stopping.bestEpoch; // → 1
 * ```
 */
export function earlyStopping(model: Module, options: EarlyStoppingOptions = {}): EarlyStopping {
  checkArgument("earlyStopping", "model", model, "function");
  checkOptions("earlyStopping", options, ["monitor", "mode", "minDelta", "patience", "restoreBest"]);
  const { patience = 5, restoreBest = true } = options;
  if (!Number.isInteger(patience) || patience < 1)
    throw new ArgumentError(`earlyStopping: patience must be an integer of at least 1, but got ${patience}`);
  const monitor = monitorOf("earlyStopping", options);
  let bestEpoch = 0;
  let best: Record<string, Tensor> = {};
  const free = () => {
    for (const tensor of Object.values(best)) tensor.dispose();
    best = {};
  };
  const take = (epoch: number, weights: Readonly<Record<string, Tensor>>) => {
    const copies = noGrad(() =>
      Object.entries(weights).map(([name, tensor]) => [name, tensor.detach().clone().keep()] as const),
    );
    free();
    best = Object.fromEntries(copies);
    bestEpoch = epoch;
  };
  return {
    get bestEpoch() {
      return bestEpoch;
    },
    onFitStart: ({ history, stop }) => {
      if (history.length === 0) {
        free();
        bestEpoch = 0;
      } else if (history.length - monitor.bestOf(history) >= patience) stop();
    },
    onEpochEnd: ({ epoch, history, stop }) => {
      const at = monitor.bestOf(history);
      if (at === epoch && restoreBest) scope(() => take(epoch, model.stateDict()));
      else if (at === epoch) bestEpoch = epoch;
      if (epoch - at >= patience) stop();
    },
    onFitEnd: ({ reason }) => {
      if (Object.keys(best).length === 0 || reason === "aborted" || reason === "failed") return;
      scope(() => model.loadStateDict(best));
    },
    stateDict: () => ({ epoch: bestEpoch, weights: best }),
    loadStateDict: ({ epoch, weights }) => {
      const own = Object.keys(model.stateDict());
      const foreign = Object.keys(weights).find((name) => !own.includes(name));
      if (foreign !== undefined || !Number.isInteger(epoch))
        throw new ArgumentError(`earlyStopping: the state is of another model: it has ${foreign ?? "no epoch"}`);
      scope(() => take(epoch, weights));
    },
    dispose: free,
  };
}
