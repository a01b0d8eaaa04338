// F: the layers' computations as functions. Only re-exports.

export { crossEntropy, dropout, logSoftmax, nllLoss, relu, relu_ } from "@bernoulli/tensor";
export { conv2d, type FunctionalConv2dOptions, type Padding } from "./conv2d.js";
export { linear } from "./linear.js";
export { maxPool2d } from "./max-pool2d.js";
