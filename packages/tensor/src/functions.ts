// The functions and types of every entry: tensors, autograd, ops, random generators. Only re-exports.

export { type BackwardOptions, backward, type GradOptions, grad } from "./autograd/backward.js";
export {
  enableGrad,
  inferenceMode,
  isGradEnabled,
  isInferenceModeEnabled,
  noGrad,
  setGradEnabled,
} from "./autograd/grad-mode.js";
export {
  type GradHook,
  type PostAccumulateGradHook,
  type RemovableHandle,
  registerHook,
  registerPostAccumulateGradHook,
} from "./autograd/hooks.js";
export { type BackwardObserver, observeBackward } from "./autograd/observers.js";
export { type NanOrigin, nanOriginOf } from "./autograd/origins.js";
export { retainGrad } from "./autograd/retain-grad.js";
export { getSimd, hasRelaxedSimd, type Simd, setSimd } from "./backends/wasm/simd.js";
export { getNumThreads, setNumThreads } from "./backends/wasm/threads/count.js";
export { setWorkerUrl } from "./backends/wasm/threads/host.js";
export { pause } from "./backends/wasm/threads/pause.js";
export { ready } from "./backends/wasm/threads/ready.js";
export { workerSource } from "./backends/wasm/threads/worker.js";
export { checkSynchronous, isAsynchronous, isPromise } from "./checks/asynchronous.js";
export { describe, describeAll } from "./checks/describe.js";
export * from "./checks/errors.js";
export {
  type ByName,
  checkArgument,
  checkOptions,
  inPlace,
  type Kind,
  type Kinds,
  optionsOf,
  type Positional,
} from "./checks/options.js";
export { resetWarnings, warnOnce } from "./checks/warn.js";
export { type Compiled, type CompileOptions, compile, isCompiling } from "./compile/compile.js";
export type { ExplainOptions } from "./compile/explain.js";
export { computeOutward, type OutwardOp, outwardOp } from "./door/outward.js";
export { Profile, type ProfileEvent, type ProfileRow, profile } from "./door/profile.js";
export { type WitnessedCall, type WitnessedFunction, type WitnessOptions, witness } from "./door/witness.js";
export { isMapping } from "./func/samples.js";
export type { Pair } from "./kernels/contract.js";
export { LoopScope } from "./memory/loop-scope.js";
export { peakMemory } from "./memory/peak.js";
export { closeScope, openScope, type Scope } from "./memory/scope.js";
export { type MemoryStats, memoryStats } from "./memory/stats.js";
export { scope } from "./memory/step-scope.js";
export type { Device } from "./memory/storage.js";
export {
  arange,
  eye,
  full,
  fullLike,
  type NumericArray,
  ones,
  onesLike,
  type TensorData,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from "./ops/creation/creation.js";
export { asTensor, empty, emptyLike } from "./ops/creation/new.js";
export { type LogspaceOptions, linspace, logspace } from "./ops/creation/ranges.js";
export { type AsarrayOptions, asarray, scalarTensor } from "./ops/creation/scalars.js";
export { type Placement, placementOf } from "./ops/creation/to.js";
export {
  bartlettWindow,
  blackmanWindow,
  type HammingOptions,
  hammingWindow,
  hannWindow,
  type KaiserOptions,
  kaiserWindow,
  type WindowOptions,
} from "./ops/creation/windows.js";
export type { InPlaceOption } from "./ops/curve.js";
export { type EmbeddingOptions, embedding } from "./ops/indexing/embedding.js";
export { type EmbeddingBagMode, type EmbeddingBagOptions, embeddingBag } from "./ops/indexing/embedding-bag.js";
export type { Index, IndexArray, SliceText } from "./ops/indexing/index-list.js";
export { oneHot } from "./ops/indexing/one-hot.js";
export { unravelIndex } from "./ops/indexing/put-by-place.js";
export { sparseCooTensor, spmm } from "./ops/indexing/sparse.js";
export { where } from "./ops/indexing/where.js";
export { det, type SlogdetResult, slogdet } from "./ops/linalg/determinants.js";
export { matrixExp } from "./ops/linalg/exponential.js";
export {
  type LowrankResult,
  type PcaLowrankOptions,
  pcaLowrank,
  type SvdLowrankOptions,
  svdLowrank,
} from "./ops/linalg/low-rank.js";
export { type LuUnpackOptions, luUnpack } from "./ops/linalg/lu.js";
export { linalg } from "./ops/linalg/namespace.js";
export { matrixPower } from "./ops/linalg/powers.js";
export {
  type BinaryCrossEntropyOptions,
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
} from "./ops/losses/binary.js";
export { type MultiMarginLossOptions, multilabelMarginLoss, multiMarginLoss } from "./ops/losses/class-margins.js";
export { type CrossEntropyOptions, crossEntropy, type NllLossOptions, nllLoss } from "./ops/losses/cross-entropy.js";
export { type CtcLossOptions, ctcLoss } from "./ops/losses/ctc.js";
export {
  type HuberLossOptions,
  huberLoss,
  l1Loss,
  mseLoss,
  type SmoothL1LossOptions,
  smoothL1Loss,
  type WeightedLossOptions,
} from "./ops/losses/differences.js";
export {
  cosineEmbeddingLoss,
  type TripletMarginLossOptions,
  type TripletMarginWithDistanceLossOptions,
  tripletMarginLoss,
  tripletMarginWithDistanceLoss,
} from "./ops/losses/embeddings.js";
export {
  type GaussianNllLossOptions,
  gaussianNllLoss,
  type KlDivOptions,
  klDiv,
  type PoissonNllLossOptions,
  poissonNllLoss,
} from "./ops/losses/likelihoods.js";
export {
  hingeEmbeddingLoss,
  type MarginLossOptions,
  type MultilabelSoftMarginLossOptions,
  marginRankingLoss,
  multilabelSoftMarginLoss,
  softMarginLoss,
} from "./ops/losses/margins.js";
export { type LossOptions, lossOptions, type Reduction } from "./ops/losses/reduction.js";
export * from "./ops/methods.js";
export { type BatchNormOptions, batchNorm, type InstanceNormOptions, instanceNorm } from "./ops/norms/batch-norm.js";
export {
  groupNorm,
  type LayerNormOptions,
  type LocalResponseNormOptions,
  layerNorm,
  localResponseNorm,
  type RmsNormOptions,
  rmsNorm,
} from "./ops/norms/layer-norm.js";
export { type NormalizeOptions, normalize } from "./ops/norms/normalize.js";
export type { Operand } from "./ops/operands.js";
export { type FrexpResult, floatPower, floatPower_, frexp, ldexp, ldexp_ } from "./ops/pointwise/binary-floats.js";
export { gcd, gcd_, lcm, lcm_ } from "./ops/pointwise/divisors.js";
export { celu, type EluOptions, elu, elu_, selu } from "./ops/pointwise/elu.js";
export { type GeluOptions, gelu, mish, silu } from "./ops/pointwise/gelu.js";
export { glu } from "./ops/pointwise/glu.js";
export { type HardtanhOptions, hardsigmoid, hardswish, hardtanh, relu6 } from "./ops/pointwise/hardtanh.js";
export {
  type LeakyReluOptions,
  leakyRelu,
  leakyRelu_,
  prelu,
  type RreluOptions,
  rrelu,
  threshold,
} from "./ops/pointwise/leaky-relu.js";
export { logit, logit_ } from "./ops/pointwise/logit.js";
export { nextafter, nextafter_ } from "./ops/pointwise/nextafter.js";
export { real, rsub } from "./ops/pointwise/real.js";
export { hardshrink, type ShrinkOptions, softshrink, tanhshrink } from "./ops/pointwise/shrink.js";
export { logsigmoid, type SoftplusOptions, softplus, softsign } from "./ops/pointwise/softplus.js";
export {
  type AdaptiveMaxPoolOptions,
  type AdaptiveSize1d,
  type AdaptiveSize2d,
  type AdaptiveSize3d,
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
} from "./ops/pooling/adaptive.js";
export {
  type AvgPool1dOptions,
  type AvgPool2dOptions,
  type AvgPool3dOptions,
  avgPool1d,
  avgPool2d,
  avgPool3d,
} from "./ops/pooling/average.js";
export {
  type LpPool1dOptions,
  type LpPool2dOptions,
  type LpPool3dOptions,
  lpPool1d,
  lpPool2d,
  lpPool3d,
} from "./ops/pooling/lp.js";
export {
  type MaxPool1dOptions,
  type MaxPool2dOptions,
  type MaxPool3dOptions,
  type MaxPoolResult,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  type WithIndices,
} from "./ops/pooling/maximum.js";
export {
  type MaxUnpool1dOptions,
  type MaxUnpool2dOptions,
  type MaxUnpool3dOptions,
  maxUnpool1d,
  maxUnpool2d,
  maxUnpool3d,
} from "./ops/pooling/unpool.js";
export type { Size1d, Size2d, Size3d } from "./ops/pooling/windows.js";
export { type AttentionOptions, scaledDotProductAttention } from "./ops/products/attention.js";
export { bilinear } from "./ops/products/bilinear.js";
export { chainMatmul } from "./ops/products/chain.js";
export { type ColumnOptions, col2im, im2col } from "./ops/products/columns.js";
export { type Conv2dOptions, conv2d } from "./ops/products/conv2d.js";
export { type Conv1dOptions, type Conv3dOptions, conv1d, conv3d } from "./ops/products/convolutions.js";
export {
  type CdistOptions,
  type CosineSimilarityOptions,
  cdist,
  cosineSimilarity,
  type PairwiseDistanceOptions,
  pairwiseDistance,
  pdist,
} from "./ops/products/distances.js";
export { einsum } from "./ops/products/einsum.js";
export { type CholeskyFactorOptions, choleskyInverse, choleskySolve } from "./ops/products/of-cholesky.js";
export {
  inverse,
  logdet,
  luSolve,
  pinverse,
  type TriangularSolveOptions,
  type TriangularSolveResult,
  triangularSolve,
} from "./ops/products/of-linalg.js";
export { type TensordotDims, tensordot } from "./ops/products/outer.js";
export {
  type ConvTranspose1dOptions,
  type ConvTranspose2dOptions,
  type ConvTranspose3dOptions,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
} from "./ops/products/transposed-convolutions.js";
export { checkProbability, type DropoutArguments, type DropoutOptions, dropout } from "./ops/random/dropout.js";
export { alphaDropout, dropout1d, dropout2d, dropout3d, featureAlphaDropout } from "./ops/random/dropouts.js";
export { binomial, poisson } from "./ops/random/each.js";
export { randintLike, randLike, randnLike } from "./ops/random/like.js";
export { normal } from "./ops/random/normal.js";
export { type PhiloxOptions, philoxBits } from "./ops/random/philox.js";
export { type RandomOptions, rand, randint, randn, randperm } from "./ops/random/random.js";
export { stdMean, varMean } from "./ops/reductions/spread-and-mean.js";
export { cumulativeTrapezoid, type TrapezoidOptions, trapezoid, trapz } from "./ops/scans/diff.js";
export { type GradientOptions, gradient } from "./ops/scans/gradient.js";
export { blockDiag, type CombinationsOptions, combinations } from "./ops/shapes/blocks.js";
export { cat, concat, concatenate, stack } from "./ops/shapes/cat.js";
export { cartesianProd, type MeshgridOptions, meshgrid } from "./ops/shapes/grids.js";
export { type PadMode, type PadOptions, pad } from "./ops/shapes/pad.js";
export { columnStack, dstack, hstack, rowStack, vstack } from "./ops/shapes/stacks.js";
export { type IndicesOptions, trilIndices, triuIndices } from "./ops/shapes/triangles.js";
export {
  type BucketizeOptions,
  bucketize,
  type IsinOptions,
  isin,
  type SearchsortedOptions,
  searchsorted,
} from "./ops/sorting/search.js";
export { i0, i0_ } from "./ops/special/bessel.js";
export {
  igamma,
  igamma_,
  igammac,
  igammac_,
  mvlgamma,
  mvlgamma_,
  polygamma,
  polygamma_,
} from "./ops/special/gammas.js";
export { special } from "./ops/special/namespace.js";
export { broadcastShapes, broadcastTensors } from "./ops/views/broadcast.js";
export { type AtLeast, atleast1d, atleast2d, atleast3d } from "./ops/views/reshapes.js";
export {
  type AffineGridOptions,
  affineGrid,
  type GridSampleMode,
  type GridSampleOptions,
  type GridSamplePadding,
  gridSample,
} from "./ops/vision/grid-sample.js";
export {
  type InterpolateMode,
  type InterpolateOptions,
  interpolate,
  type UpsampleOptions,
  upsample,
} from "./ops/vision/interpolate.js";
export { channelShuffle, pixelShuffle, pixelUnshuffle } from "./ops/vision/pixels.js";
export { defaultGenerator, Generator, manualSeed, withGenerator } from "./random/generator.js";
export {
  hasMaskSource,
  type MaskRequest,
  type MaskSource,
  maskFrom,
  type NoiseDistribution,
  type NoiseRequest,
  noiseFrom,
  withMasks,
} from "./random/mask-source.js";
export { getRngState, initialSeed, seed, setRngState } from "./random/state.js";
export { type DeviceName, device, getDefaultDevice, setDefaultDevice } from "./tensor/device.js";
export { canCast, type DType, isFloating, promoteTypes, type TypedArray } from "./tensor/dtype.js";
export { elementsInPlace } from "./tensor/elements-in-place.js";
export { type FloatLimits, finfo, type IntegerLimits, iinfo } from "./tensor/limits.js";
export { type FromImageOptions, fromImage, type PixelSource, toImageData } from "./tensor/pixels.js";
export { formatTensor } from "./tensor/print.js";
export { type PrintOptions, setPrintoptions } from "./tensor/print-options.js";
export { isComplex, isFloatingPoint, isNonzero, isSameSize, isSigned, numel } from "./tensor/questions.js";
export type { TensorJSON } from "./tensor/reads.js";
export {
  areDeterministicAlgorithmsEnabled,
  getDefaultDtype,
  getFloat32MatmulPrecision,
  getNumInteropThreads,
  resultType,
  setDefaultDtype,
  setFloat32MatmulPrecision,
  setNumInteropThreads,
  useDeterministicAlgorithms,
} from "./tensor/settings.js";
export type { Shape } from "./tensor/shape.js";
export { isTensor, type NestedArray, Tensor } from "./tensor/tensor.js";
