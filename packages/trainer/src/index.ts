// @bernoulli/trainer: the training loop, its metrics and its callbacks. Only re-exports. What draws on a terminal or
// needs files is in @bernoulli/trainer/node. The safetensors format is @bernoulli/formats', and can be had from here too.

export {
  type Bytes,
  deserialize,
  type FileDType,
  FormatError,
  type FormatErrorDetails,
  type LoadOptions,
  type SafetensorsHeader,
  serialize,
  type TensorEntry,
} from "@bernoulli/formats";
export * from "./callbacks/index.js";
export type {
  BatchEvent,
  Callbacks,
  EpochEndEvent,
  EpochEvent,
  FitEndEvent,
  FitEvent,
  PassStartEvent,
  Phase,
} from "./callbacks.js";
export { type Doctor, type DoctorOptions, doctor } from "./doctor/doctor.js";
export {
  type DoctorCode,
  type DoctorSettings,
  type DoctorWarning,
  doctorCodes,
  formatWarning,
} from "./doctor/warnings.js";
export { BusyError, CheckpointError, WorkerRunError } from "./errors.js";
export type { Batch, Loader } from "./loader.js";
export * from "./metrics/index.js";
export { accuracy, type Metric, type Scores } from "./metrics.js";
export type { MonitorOptions } from "./monitor.js";
export type { EpochPlace, PassPlace } from "./place.js";
export type { Ranks } from "./ranks.js";
export { type Model, Trainer } from "./trainer.js";
export type { EpochRecord, EvaluateOptions, FitOptions, TrainerOptions, TrainerScheduler } from "./trainer-options.js";
export { type Run, type RunContext, type StartRunOptions, serveRun, startRun } from "./workers/run.js";
