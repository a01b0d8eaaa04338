// @bernoulli/optim: optimizers. Only re-exports.

export { Adam, type AdamOptions } from "./adam.js";
export {
  Optimizer,
  type OptimizerParameters,
  type ParameterGroup,
  type ParameterGroupInput,
  type ParameterState,
  type ZeroGradOptions,
} from "./optimizer.js";
export { SGD, type SGDOptions } from "./sgd.js";
export type { OptimizerStateDict } from "./state-dict.js";
