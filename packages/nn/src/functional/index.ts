// F: the layers' computations as functions. Only re-exports.

export {
  bilinear,
  celu,
  cosineSimilarity,
  crossEntropy,
  dropout,
  elu,
  elu_,
  gelu,
  glu,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  leakyRelu,
  leakyRelu_,
  logSoftmax,
  logsigmoid,
  mish,
  nllLoss,
  normalize,
  oneHot,
  pad,
  pairwiseDistance,
  pdist,
  prelu,
  relu_,
  relu6,
  rrelu,
  selu,
  sigmoid,
  silu,
  softmax,
  softplus,
  softshrink,
  softsign,
  tanh,
  tanhshrink,
  threshold,
} from "@bernoulli/tensor";
export { celu_, hardtanh_, relu, rrelu_, selu_, threshold_ } from "./activations.js";
export { conv2d, type FunctionalConv2dOptions, type Padding } from "./conv2d.js";
export { linear } from "./linear.js";
export { avgPool2d, maxPool2d } from "./pooling.js";
export { type GumbelSoftmaxOptions, gumbelSoftmax, softmin } from "./softmax.js";
