// The metrics beside accuracy. Only re-exports.

export { type AurocOptions, auroc } from "./auroc.js";
export { type BrierOptions, brier } from "./brier.js";
export { type CalibrationOptions, expectedCalibrationError } from "./calibration.js";
export { type Confusion, type ConfusionOptions, confusionMatrix } from "./confusion.js";
export { type PerplexityOptions, perplexity } from "./perplexity.js";
export { type Average, type ClassScoreOptions, f1, precision, recall } from "./precision-recall.js";
export type { ScoresAre } from "./scores.js";
export { type Accumulator, MetricStream, type StreamingMetric } from "./streaming.js";
export { topK } from "./top-k.js";
