// emaWeights and swaWeights: averages of a model's weights, taken as a fit goes on. The averages themselves are @bernoulli/nn's.

import type { Module } from "@bernoulli/nn";
import { AveragedModel, getEmaMultiAvgFn } from "@bernoulli/nn/swa-utils";
import { ArgumentError, checkOptions, type Tensor } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";

export interface AveragedWeights<Averaged extends Module = Module> extends Callbacks {
  /** The model of the average: evaluate with it, save it. */
  readonly averaged: AveragedModel<Averaged>;
  stateDict(): Readonly<Record<string, Tensor>>;
  loadStateDict(state: Readonly<Record<string, Tensor>>): void;
}

export interface EmaOptions {
  /** The share of the average that stays, at each update, from 0 to 1. Default: 0.999. */
  readonly decay?: number;
  /** Whether buffers, as batch normalisation's, are averaged too; else they are the model's last. Default: false. */
  readonly useBuffers?: boolean;
}

/**
 * Callbacks that keep an exponential moving average of a model's weights, updated behind each step of the optimizer.
 * Its state goes into checkpoints: `checkpoint(trainer, { states: { ema } })`.
 *
 * @throws ArgumentError for a decay outside [0, 1], and for a model that cannot be copied.
 * @example
 * ```ts
 * import { Linear, MSELoss } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { emaWeights, Trainer } from "@bernoulli/trainer";
 * const model = new Linear(1, 1);
 * const ema = emaWeights(model, { decay: 0.9 });
 * const trainer = new Trainer(model, { optimizer: new SGD(model.parameters(), { lr: 0.1 }), criterion: new MSELoss(), metrics: {} });
 * await trainer.fit([[ones(2, 1).keep(), zeros(2, 1).keep()]], { epochs: 3, callbacks: [ema] });
 * ema.averaged.nAveraged.item(); // → 3
 * ```
 */
export function emaWeights<Averaged extends Module>(
  model: Averaged,
  options: EmaOptions = {},
): AveragedWeights<Averaged> {
  checkOptions("emaWeights", options, { decay: "number", useBuffers: "boolean" });
  const { decay = 0.999, useBuffers = false } = options;
  if (!(decay >= 0 && decay <= 1)) throw new ArgumentError(`emaWeights: decay must be in [0, 1], but got ${decay}`);
  const averaged = new AveragedModel(model, { multiAvgFn: getEmaMultiAvgFn(decay), useBuffers });
  return {
    ...stateOf(averaged),
    onBatchEnd: ({ updated }) => {
      if (updated) averaged.updateParameters(model);
    },
  };
}

export interface SwaOptions {
  /** The first epoch, from 1, whose weights count. Default: 1. */
  readonly from?: number;
}

/**
 * Callbacks that keep the mean of a model's weights behind each epoch from `from` on: stochastic weight averaging, for which the rate is
 * held by an SWALR. Of batch normalisation the averages are the model's last: take them anew by `updateBn` of `@bernoulli/nn/swa-utils`.
 * Izmailov et al., arXiv:1803.05407.
 *
 * @throws ArgumentError unless `from` is an integer of at least 1, and for a model that cannot be copied.
 * @example
 * ```ts
 * import { Linear, MSELoss } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { swaWeights, Trainer } from "@bernoulli/trainer";
 * const model = new Linear(1, 1);
 * const swa = swaWeights(model, { from: 3 });
 * const trainer = new Trainer(model, { optimizer: new SGD(model.parameters(), { lr: 0.1 }), criterion: new MSELoss(), metrics: {} });
 * await trainer.fit([[ones(2, 1).keep(), zeros(2, 1).keep()]], { epochs: 4, callbacks: [swa] });
 * swa.averaged.nAveraged.item(); // → 2
 * ```
 */
export function swaWeights<Averaged extends Module>(
  model: Averaged,
  options: SwaOptions = {},
): AveragedWeights<Averaged> {
  checkOptions("swaWeights", options, { from: "count" });
  const { from = 1 } = options;
  if (from < 1) throw new ArgumentError("swaWeights: from must be an integer of at least 1, but got 0");
  const averaged = new AveragedModel(model);
  return {
    ...stateOf(averaged),
    onEpochEnd: ({ epoch }) => {
      if (epoch >= from) averaged.updateParameters(model);
    },
  };
}

function stateOf<Averaged extends Module>(averaged: AveragedModel<Averaged>) {
  return {
    averaged,
    stateDict: () => averaged.stateDict(),
    loadStateDict: (state: Readonly<Record<string, Tensor>>) => void averaged.loadStateDict(state),
  };
}
