// @bernoulli/dropout: the kinds of dropout that are not PyTorch's, and what looks at masks. Only re-exports.

export type { DrawOptions, DropOptions } from "./drawing.js";
export { dropEdge, dropEdgeFacts, dropNode, dropNodeFacts } from "./graphs/graphs.js";
export { ConcreteDropout, type ConcreteOptions } from "./learned/concrete.js";
export { FlipoutConv2d, FlipoutLinear } from "./learned/flipout.js";
export { GaussianVariationalConv2d, GaussianVariationalLinear } from "./learned/gaussian.js";
export { SparseVariationalConv2d, SparseVariationalLinear } from "./learned/sparse.js";
export type { VariationalConv2dOptions, VariationalLinearOptions } from "./learned/variational.js";
export { DropBlock2d, DropBlock3d, type DropBlockOptions, dropBlock2d, dropBlock3d } from "./masks/drop-block.js";
export { GaussianDropout, GaussianNoise, gaussianDropout, gaussianNoise } from "./masks/gaussian.js";
export {
  Cutout,
  type CutoutOptions,
  cutout,
  PatchDropout,
  type PatchDropoutOptions,
  patchDropout,
} from "./masks/patches.js";
export { SharedDropout, type SharedDropoutOptions, sharedDropout } from "./masks/shared.js";
export {
  DropPath,
  depthRates,
  dropPath,
  StochasticDepth,
  type StochasticDepthMode,
  stochasticDepth,
} from "./masks/stochastic-depth.js";
export { LayerDrop } from "./nets/layer-drop.js";
export { MultiSampleDropout, type MultiSampleOptions, rDropLoss } from "./nets/several.js";
export { ShakeDrop, shakeDrop } from "./nets/shake-drop.js";
export { Standout, type StandoutOptions } from "./nets/standout.js";
export {
  embeddedDropout,
  embeddedDropoutFacts,
  LockedDropout,
  lockedDropout,
  wordDropout,
  wordDropoutFacts,
} from "./recurrent/locked.js";
export {
  type Cell,
  type RecurrentState,
  type VariationalOptions,
  VariationalRecurrent,
  Zoneout,
  type ZoneoutOptions,
} from "./recurrent/steps.js";
export { type DroppedPair, inspectMasks, type MaskReport, thinnedNet } from "./tools/inspect.js";
export {
  type PhiloxOptions,
  type RecordedMask,
  type RecordedNoise,
  type ReplayOptions,
  recordMasks,
  replayMasks,
  withPhilox,
} from "./tools/masks.js";
export { type PhiloxMaskOptions, philox, philoxMask } from "./tools/philox.js";
export {
  curriculumDropout,
  earlyDropout,
  lateDropout,
  linearDropout,
  type RateSchedule,
  setDropout,
} from "./tools/schedules.js";
export {
  type McDropout,
  type McDropoutOptions,
  mcDropout,
  type Reliability,
  type ReliabilityBin,
  reliability,
} from "./tools/uncertainty.js";
export { DropConnect, type DropConnectOptions, dropConnect } from "./weights/drop-connect.js";
export { constrainMaxNorm_, maxNorm_ } from "./weights/max-norm.js";
export { Mixout, mixout, mixoutWeights } from "./weights/mixout.js";
export {
  type TargetedOptions,
  TargetedWeightDropout,
  targetedUnitDropout,
  targetedUnitDropoutFacts,
  targetedWeightDropout,
} from "./weights/targeted.js";
