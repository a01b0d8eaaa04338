// scheduleSteps: a schedule by steps of the optimizer. One by epochs is the trainer's own `scheduler`.

import type { SchedulerStateDict } from "@bernoulli/optim";
import { checkArgument, checkSynchronous } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import type { RestorableScheduler } from "../checkpoint/restore.js";
import type { TrainerScheduler } from "../trainer-options.js";

export interface ScheduledSteps extends Callbacks {
  stateDict(): SchedulerStateDict;
  loadStateDict(state: SchedulerStateDict): void;
}

/**
 * Callbacks that step a scheduler behind each step of the optimizer, as a OneCycleLR or a warm-up wants it. Its state goes into checkpoints:
 * `checkpoint(trainer, { states: { schedule } })`. List it before the checkpoint.
 *
 * @example
 * ```ts
 * import { Linear, MSELoss } from "@bernoulli/nn";
 * import { LinearLR, SGD } from "@bernoulli/optim";
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { scheduleSteps, Trainer } from "@bernoulli/trainer";
 * const model = new Linear(1, 1);
 * const optimizer = new SGD(model.parameters(), { lr: 1 });
 * const schedule = scheduleSteps(new LinearLR(optimizer, { startFactor: 0.5, totalIters: 2 }));
 * const trainer = new Trainer(model, { optimizer, criterion: new MSELoss(), metrics: {} });
 * await trainer.fit([[ones(2, 1).keep(), zeros(2, 1).keep()]], { epochs: 1, callbacks: [schedule] });
 * optimizer.paramGroups[0].lr; // → 0.75
 * ```
 */
export function scheduleSteps(scheduler: TrainerScheduler & RestorableScheduler): ScheduledSteps {
  checkArgument("scheduleSteps", "scheduler", scheduler, "object");
  return {
    onBatchEnd: ({ updated }) => {
      if (updated) checkSynchronous("scheduleSteps", "the scheduler's step", scheduler.step());
    },
    stateDict: () => scheduler.stateDict(),
    loadStateDict: (state) => scheduler.loadStateDict(state),
  };
}
