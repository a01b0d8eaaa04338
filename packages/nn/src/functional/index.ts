// F: the layers' computations as functions. Only re-exports.

export {
  crossEntropy,
  dropout,
  logSoftmax,
  nllLoss,
  normalize,
  pad,
  relu,
  relu_,
  sigmoid,
  softmax,
  tanh,
} from "@bernoulli/tensor";
export { conv2d, type FunctionalConv2dOptions, type Padding } from "./conv2d.js";
export { linear } from "./linear.js";
export { avgPool2d, maxPool2d } from "./pooling.js";
