// @bernoulli/nn: modules, layers, losses, initial values. Only re-exports.

export type { FunctionalConv2dOptions, Padding } from "./functional/index.js";
export * as F from "./functional/index.js";
export * as functional from "./functional/index.js";
export { type FunctionalCallOptions, functionalCall } from "./functional-call.js";
export type { Gradients } from "./hooks.js";
export * as init from "./init/index.js";
export { Conv2d, type Conv2dLayerOptions } from "./layers/conv2d.js";
export { CrossEntropyLoss } from "./layers/cross-entropy-loss.js";
export { Sigmoid, Tanh } from "./layers/curves.js";
export { Dropout, type DropoutLayerOptions } from "./layers/dropout.js";
export { Flatten } from "./layers/flatten.js";
export { Identity } from "./layers/identity.js";
export { Linear, type LinearOptions } from "./layers/linear.js";
export { ModuleList } from "./layers/module-list.js";
export { NLLLoss } from "./layers/nll-loss.js";
export type { ParameterizedOptions } from "./layers/options.js";
export {
  type Border,
  CircularPad1d,
  CircularPad2d,
  CircularPad3d,
  ConstantPad1d,
  ConstantPad2d,
  ConstantPad3d,
  ReflectionPad1d,
  ReflectionPad2d,
  ReflectionPad3d,
  ReplicationPad1d,
  ReplicationPad2d,
  ReplicationPad3d,
  ZeroPad1d,
  ZeroPad2d,
  ZeroPad3d,
} from "./layers/padding/borders.js";
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AdaptiveMaxPool3d,
} from "./layers/pooling/adaptive.js";
export { AvgPool1d, AvgPool2d, AvgPool3d } from "./layers/pooling/average.js";
export { LPPool1d, LPPool2d, LPPool3d } from "./layers/pooling/lp.js";
export { MaxPool1d, MaxPool2d, MaxPool3d } from "./layers/pooling/maximum.js";
export { MaxUnpool1d, MaxUnpool2d, MaxUnpool3d } from "./layers/pooling/unpool.js";
export { ReLU, type ReLUOptions } from "./layers/relu.js";
export { Sequential } from "./layers/sequential.js";
export { LogSoftmax, Softmax } from "./layers/softmax.js";
export { ChannelShuffle, PixelShuffle, PixelUnshuffle } from "./layers/vision/shuffles.js";
export { Upsample, UpsamplingBilinear2d, UpsamplingNearest2d } from "./layers/vision/upsample.js";
export { Module } from "./module.js";
export type { ModuleToOptions, RecurseOptions, RegisterBufferOptions, ZeroGradOptions } from "./module-options.js";
export { Parameter, type ParameterOptions } from "./parameter.js";
export { type LoadResult, type LoadStateDictOptions, type StateDict, StateDictError } from "./state-dict.js";
export { formatSummary, type Summary, type SummaryOptions, type SummaryRow, summary } from "./summary.js";
