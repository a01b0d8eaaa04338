// @bernoulli/nn: modules, layers, losses, initial values. Only re-exports.

export type { FunctionalConv2dOptions, GumbelSoftmaxOptions, Padding } from "./functional/index.js";
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
export { AvgPool2d } from "./layers/avg-pool2d.js";
export { CosineSimilarity, PairwiseDistance } from "./layers/containers/distances.js";
export { Flatten, type FlattenOptions, Unflatten } from "./layers/containers/flatten.js";
export { Identity } from "./layers/containers/identity.js";
export { ModuleDict } from "./layers/containers/module-dict.js";
export { ModuleList } from "./layers/containers/module-list.js";
export { ParameterDict, ParameterList } from "./layers/containers/parameters.js";
export { Sequential } from "./layers/containers/sequential.js";
export { Conv2d, type Conv2dLayerOptions } from "./layers/conv2d.js";
export { CrossEntropyLoss } from "./layers/cross-entropy-loss.js";
export { Dropout, type DropoutLayerOptions } from "./layers/dropout.js";
export { Linear, type LinearOptions } from "./layers/linear.js";
export { MaxPool2d } from "./layers/max-pool2d.js";
export { NLLLoss } from "./layers/nll-loss.js";
export type { ParameterizedOptions } from "./layers/options.js";
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
