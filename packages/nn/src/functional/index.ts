// F: the layers' computations as functions. Only re-exports.

export {
  bilinear,
  cosineSimilarity,
  crossEntropy,
  dropout,
  logSoftmax,
  nllLoss,
  normalize,
  pad,
  pairwiseDistance,
  pdist,
  relu,
  relu_,
  sigmoid,
  softmax,
  tanh,
} from "@bernoulli/tensor";
export { conv2d, type FunctionalConv2dOptions, type Padding } from "./conv2d.js";
export { linear } from "./linear.js";
export { avgPool2d, maxPool2d } from "./pooling.js";
