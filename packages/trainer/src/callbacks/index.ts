// The callbacks that need no files. Only re-exports.

export { type AveragedWeights, type EmaOptions, emaWeights, type SwaOptions, swaWeights } from "./averaging.js";
export { type Budget, type BudgetOptions, budget } from "./budget.js";
export {
  type EarlyStopping,
  type EarlyStoppingOptions,
  type EarlyStoppingState,
  earlyStopping,
} from "./early-stopping.js";
export { type FoundRate, findLearningRate, type RateFinderOptions } from "./learning-rate-finder.js";
export { type ScheduledSteps, scheduleSteps } from "./schedule.js";
