// The schedulers of learning rates, as `lrScheduler`. Only re-exports.

export { ChainedScheduler, SequentialLR } from "./composed.js";
export {
  CosineAnnealingLR,
  type CosineAnnealingLROptions,
  CosineAnnealingWarmRestarts,
  type CosineAnnealingWarmRestartsOptions,
} from "./cosine.js";
export { CyclicLR, type CyclicLROptions } from "./cyclic.js";
export {
  ExponentialLR,
  type ExponentialLROptions,
  MultiStepLR,
  type MultiStepLROptions,
  PolynomialLR,
  type PolynomialLROptions,
  StepLR,
  type StepLROptions,
} from "./decays.js";
export { LambdaLR, type LambdaLROptions, type LrLambda, MultiplicativeLR } from "./lambdas.js";
export { OneCycleLR, type OneCycleLROptions } from "./one-cycle.js";
export { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from "./plateau.js";
export { type AnyOptimizer, LRScheduler, LRScheduler as _LRScheduler, type LRSchedulerOptions } from "./scheduler.js";
export type { SchedulerStateDict, SchedulerValue } from "./state.js";
export { SWALR, type SWALROptions } from "./swa.js";
export { ConstantLR, type ConstantLROptions, LinearLR, type LinearLROptions } from "./warmups.js";
