// @bernoulli/optim: optimizers. Only re-exports.

export { Optimizer, type ParameterState, type StateValue, type StepHook, type ZeroGradOptions } from "./optimizer.js";
export { Adadelta, type AdadeltaOptions } from "./optimizers/adadelta.js";
export { Adafactor, type AdafactorOptions } from "./optimizers/adafactor.js";
export { Adagrad, type AdagradOptions } from "./optimizers/adagrad.js";
export { Adam, type AdamOptions } from "./optimizers/adam.js";
export { Adamax, type AdamaxOptions } from "./optimizers/adamax.js";
export { AdamW, type AdamWOptions } from "./optimizers/adamw.js";
export { ASGD, type ASGDOptions } from "./optimizers/asgd.js";
export { LBFGS, type LBFGSOptions } from "./optimizers/lbfgs.js";
export { Lion, type LionOptions } from "./optimizers/lion.js";
export { Muon, type MuonOptions } from "./optimizers/muon.js";
export { NAdam, type NAdamOptions } from "./optimizers/nadam.js";
export { RAdam, type RAdamOptions } from "./optimizers/radam.js";
export { RMSprop, type RMSpropOptions } from "./optimizers/rmsprop.js";
export { Rprop, type RpropOptions } from "./optimizers/rprop.js";
export { SGD, type SGDOptions } from "./optimizers/sgd.js";
export type { OptimizerParameters, ParameterGroup, ParameterGroupInput, ScheduledValues } from "./parameter-groups.js";
export * from "./schedulers/index.js";
export * as lrScheduler from "./schedulers/index.js";
export type { OptimizerStateDict } from "./state-dict.js";
