// @bernoulli/nn: modules, layers, losses, initial values. Only re-exports.

export type { FunctionalConv2dOptions, Padding } from "./functional/index.js";
export * as F from "./functional/index.js";
export * as functional from "./functional/index.js";
export { type FunctionalCallOptions, functionalCall } from "./functional-call.js";
export type { Gradients } from "./hooks.js";
export * as init from "./init/index.js";
export { AvgPool2d } from "./layers/avg-pool2d.js";
export { Conv2d, type Conv2dLayerOptions } from "./layers/conv2d.js";
export { CrossEntropyLoss } from "./layers/cross-entropy-loss.js";
export { Sigmoid, Tanh } from "./layers/curves.js";
export { Dropout, type DropoutLayerOptions } from "./layers/dropout.js";
export { Bilinear } from "./layers/embeddings/bilinear.js";
export {
  Embedding,
  EmbeddingBag,
  type EmbeddingBagLayerOptions,
  type EmbeddingLayerOptions,
  type FromPretrainedOptions,
} from "./layers/embeddings/embedding.js";
export { Flatten } from "./layers/flatten.js";
export { Identity } from "./layers/identity.js";
export { Linear, type LinearOptions } from "./layers/linear.js";
export { MaxPool2d } from "./layers/max-pool2d.js";
export { ModuleList } from "./layers/module-list.js";
export { NLLLoss } from "./layers/nll-loss.js";
export type { ParameterizedOptions } from "./layers/options.js";
export { ReLU, type ReLUOptions } from "./layers/relu.js";
export { Sequential } from "./layers/sequential.js";
export { LogSoftmax, Softmax } from "./layers/softmax.js";
export { Module } from "./module.js";
export type { ModuleToOptions, RecurseOptions, RegisterBufferOptions, ZeroGradOptions } from "./module-options.js";
export { Parameter, type ParameterOptions } from "./parameter.js";
export { type LoadResult, type LoadStateDictOptions, type StateDict, StateDictError } from "./state-dict.js";
export { formatSummary, type Summary, type SummaryOptions, type SummaryRow, summary } from "./summary.js";
