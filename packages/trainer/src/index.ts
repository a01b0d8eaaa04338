// @bernoulli/trainer: the training loop, its metrics and its callbacks. Only re-exports. What draws on a terminal is in
// @bernoulli/trainer/node.

export type { BatchEvent, Callbacks, EpochEndEvent, EpochEvent, FitEvent, Phase } from "./callbacks.js";
export type { Batch, Loader } from "./loader.js";
export { accuracy, type Metric, type Scores } from "./metrics.js";
export {
  type EpochRecord,
  type EvaluateOptions,
  type FitOptions,
  type Model,
  Trainer,
  type TrainerOptions,
} from "./trainer.js";
