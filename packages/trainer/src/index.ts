// @bernoulli/trainer: the training loop, its metrics and its callbacks, and the safetensors format. Only re-exports. What
// draws on a terminal or needs files is in @bernoulli/trainer/node.

export { brierScore, type CalibrationOptions, calibrationError } from "./calibration.js";
export type { BatchEvent, Callbacks, EpochEndEvent, EpochEvent, FitEvent, Phase } from "./callbacks.js";
export { BusyError, CheckpointError } from "./errors.js";
export type { Batch, Loader } from "./loader.js";
export { accuracy, type Metric, type Scores } from "./metrics.js";
export type { FileDType } from "./safetensors/dtypes.js";
export type { SafetensorsHeader, TensorEntry } from "./safetensors/header.js";
export { type Bytes, deserialize, type LoadOptions } from "./safetensors/read.js";
export { serialize } from "./safetensors/write.js";
export { type Model, Trainer } from "./trainer.js";
export type { EpochRecord, EvaluateOptions, FitOptions, TrainerOptions, TrainerScheduler } from "./trainer-options.js";
