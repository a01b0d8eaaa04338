// @bernoulli/nn: modules, layers, losses, initial values. Only re-exports.

export { Buffer, type BufferOptions } from "./buffer.js";
export { deepcopy } from "./copy.js";
export type {
  AttentionOptions,
  FractionalMaxPoolOptions,
  FunctionalConv1dOptions,
  FunctionalConv2dOptions,
  FunctionalConv3dOptions,
  GumbelSoftmaxOptions,
  LinearCrossEntropyOptions,
  MultiHeadAttentionOptions,
  Padding,
  PaddingOf,
  Three,
} from "./functional/index.js";
export * as F from "./functional/index.js";
export * as functional from "./functional/index.js";
export { type FunctionalCallOptions, functionalCall } from "./functional-call.js";
export type { Gradients } from "./hooks.js";
export * as init from "./init/index.js";
export { LogSigmoid, Sigmoid, Softplus, Softsign, Tanh } from "./layers/activations/curves.js";
export { CELU, ELU, type ELUOptions, SELU } from "./layers/activations/exponential.js";
export { GELU, GLU, Mish, SiLU } from "./layers/activations/gated.js";
export { Hardshrink, Hardsigmoid, Hardswish, Hardtanh, Softshrink, Tanhshrink } from "./layers/activations/hard.js";
export {
  type InPlaceSettings,
  LeakyReLU,
  type LeakyReLUOptions,
  PReLU,
  type PReLUOptions,
  ReLU,
  ReLU6,
  type ReLUOptions,
  RReLU,
  type RReLUOptions,
  Threshold,
} from "./layers/activations/rectified.js";
export { LogSoftmax, Softmax, Softmax2d, Softmin } from "./layers/activations/softmax.js";
export {
  MultiheadAttention,
  type MultiheadAttentionCallOptions,
  type MultiheadAttentionOptions,
} from "./layers/attention/multihead-attention.js";
export {
  Transformer,
  type TransformerCallOptions,
  TransformerDecoder,
  type TransformerDecoderOptions,
  TransformerEncoder,
  type TransformerEncoderCallOptions,
  type TransformerEncoderOptions,
  type TransformerOptions,
} from "./layers/attention/transformer.js";
export {
  type DecoderCallOptions,
  type EncoderLayerCallOptions,
  type TransformerActivation,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type TransformerLayerOptions,
} from "./layers/attention/transformer-layers.js";
export { DataParallel } from "./layers/containers/data-parallel.js";
export { CosineSimilarity, PairwiseDistance } from "./layers/containers/distances.js";
export { Flatten, type FlattenOptions, Unflatten } from "./layers/containers/flatten.js";
export { Identity } from "./layers/containers/identity.js";
export { ModuleDict } from "./layers/containers/module-dict.js";
export { ModuleList } from "./layers/containers/module-list.js";
export { ParameterDict, ParameterList } from "./layers/containers/parameters.js";
export { Sequential } from "./layers/containers/sequential.js";
export { Fold, Unfold } from "./layers/convolutions/columns.js";
export type { PaddingMode } from "./layers/convolutions/convolution.js";
export {
  Conv1d,
  type Conv1dLayerOptions,
  Conv2d,
  type Conv2dLayerOptions,
  Conv3d,
  type Conv3dLayerOptions,
} from "./layers/convolutions/convolutions.js";
export {
  LazyConv1d,
  LazyConv2d,
  LazyConv3d,
  LazyConvTranspose1d,
  LazyConvTranspose2d,
  LazyConvTranspose3d,
} from "./layers/convolutions/lazy.js";
export {
  ConvTranspose1d,
  type ConvTranspose1dLayerOptions,
  ConvTranspose2d,
  type ConvTranspose2dLayerOptions,
  ConvTranspose3d,
  type ConvTranspose3dLayerOptions,
  type TransposedCallOptions,
} from "./layers/convolutions/transposed.js";
export {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  type DropoutLayerOptions,
  FeatureAlphaDropout,
} from "./layers/dropout.js";
export type { DropoutFacts } from "./layers/dropout-facts.js";
export { Bilinear } from "./layers/embeddings/bilinear.js";
export {
  Embedding,
  EmbeddingBag,
  type EmbeddingBagLayerOptions,
  type EmbeddingLayerOptions,
  type FromPretrainedOptions,
} from "./layers/embeddings/embedding.js";
export type { LazyOptions } from "./layers/lazy.js";
export { LazyLinear } from "./layers/lazy-linear.js";
export { Linear, type LinearOptions } from "./layers/linear.js";
export {
  type AdaptiveLogSoftmaxOptions,
  type AdaptiveLogSoftmaxResult,
  AdaptiveLogSoftmaxWithLoss,
} from "./layers/losses/adaptive-log-softmax.js";
export { CrossEntropyLoss } from "./layers/losses/cross-entropy-loss.js";
export { CTCLoss } from "./layers/losses/ctc-loss.js";
export { HuberLoss, L1Loss, MSELoss, SmoothL1Loss } from "./layers/losses/differences.js";
export { CosineEmbeddingLoss, TripletMarginLoss, TripletMarginWithDistanceLoss } from "./layers/losses/embeddings.js";
export {
  LinearCrossEntropyLoss,
  type LinearCrossEntropyLossOptions,
} from "./layers/losses/linear-cross-entropy-loss.js";
export {
  HingeEmbeddingLoss,
  MarginRankingLoss,
  MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss,
  MultiMarginLoss,
  SoftMarginLoss,
} from "./layers/losses/margins.js";
export { NLLLoss, NLLLoss2d } from "./layers/losses/nll-loss.js";
export {
  BCELoss,
  BCEWithLogitsLoss,
  GaussianNLLLoss,
  KLDivLoss,
  PoissonNLLLoss,
} from "./layers/losses/probabilities.js";
export { BatchNorm1d, BatchNorm2d, BatchNorm3d, type ProcessGroup, SyncBatchNorm } from "./layers/norms/batch-norm.js";
export { CrossMapLRN2d, type CrossMapLRNOptions } from "./layers/norms/cross-map-lrn.js";
export { InstanceNorm1d, InstanceNorm2d, InstanceNorm3d } from "./layers/norms/instance-norm.js";
export {
  GroupNorm,
  type GroupNormOptions,
  LayerNorm,
  type LayerNormLayerOptions,
  LocalResponseNorm,
  type LocalResponseNormLayerOptions,
  RMSNorm,
  type RMSNormOptions,
} from "./layers/norms/layer-norm.js";
export {
  LazyBatchNorm1d,
  LazyBatchNorm2d,
  LazyBatchNorm3d,
  LazyInstanceNorm1d,
  LazyInstanceNorm2d,
  LazyInstanceNorm3d,
} from "./layers/norms/lazy.js";
export type { RunningNormOptions } from "./layers/norms/running.js";
export type { ParameterizedOptions } from "./layers/options.js";
export {
  CircularPad1d,
  CircularPad2d,
  CircularPad3d,
  ReflectionPad1d,
  ReflectionPad2d,
  ReflectionPad3d,
  ReplicationPad1d,
  ReplicationPad2d,
  ReplicationPad3d,
} from "./layers/padding/borders.js";
export {
  ConstantPad1d,
  ConstantPad2d,
  ConstantPad3d,
  ZeroPad1d,
  ZeroPad2d,
  ZeroPad3d,
} from "./layers/padding/constant.js";
export type { Border } from "./layers/padding/pad-layer.js";
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AdaptiveMaxPool3d,
} from "./layers/pooling/adaptive.js";
export { AvgPool1d, AvgPool2d, AvgPool3d } from "./layers/pooling/average.js";
export {
  FractionalMaxPool2d,
  FractionalMaxPool3d,
  type FractionalMaxPoolLayerOptions,
} from "./layers/pooling/fractional.js";
export { LPPool1d, LPPool2d, LPPool3d } from "./layers/pooling/lp.js";
export { MaxPool1d, MaxPool2d, MaxPool3d } from "./layers/pooling/maximum.js";
export { MaxUnpool1d, MaxUnpool2d, MaxUnpool3d } from "./layers/pooling/unpool.js";
export type { RecurrentOptions } from "./layers/recurrent/base.js";
export { type CellOptions, GRUCell, LSTMCell, RNNCell, type RNNCellOptions } from "./layers/recurrent/cells.js";
export { GRU, LSTM, type LSTMOptions, RNN, type RNNOptions } from "./layers/recurrent/recurrent.js";
export { ChannelShuffle, PixelShuffle, PixelUnshuffle } from "./layers/vision/shuffles.js";
export { Upsample, UpsamplingBilinear2d, UpsamplingNearest2d } from "./layers/vision/upsample.js";
export { Module } from "./module.js";
export type {
  ForwardHookOptions,
  HookOptions,
  ModuleToOptions,
  NamedModulesOptions,
  NamedOptions,
  RecurseOptions,
  RegisterBufferOptions,
  StateDictOptions,
  ZeroGradOptions,
} from "./module-options.js";
export { Parameter, type ParameterOptions } from "./parameter.js";
export { type LoadResult, type LoadStateDictOptions, type StateDict, StateDictError } from "./state-dict.js";
export { formatSummary, type Summary, type SummaryOptions, type SummaryRow, summary } from "./summary.js";
export {
  UninitializedBuffer,
  type UninitializedOptions,
  UninitializedParameter,
  type UninitializedParameterOptions,
} from "./uninitialized.js";
export * as utils from "./utils/index.js";
