// F: the layers' computations as functions. Only re-exports.

export {celu_, hardtanh_, relu, rrelu_, selu_, threshold_} from "./activations.js";
export {type AttentionOptions, scaledDotProductAttention} from "./attention.js";
export {fold, unfold} from "./columns.js";
export {conv1d, conv2d, conv3d, convTranspose1d, convTranspose2d, convTranspose3d, type FunctionalConv1dOptions, type FunctionalConv2dOptions, type FunctionalConv3dOptions, type Padding, type PaddingOf, type Three} from "./convolutions.js";
export {embedding, embeddingBag} from "./embedding.js";
export {linear} from "./linear.js";
export {type MultiHeadAttentionOptions, multiHeadAttentionForward} from "./multi-head-attention.js";
export {type GumbelSoftmaxOptions, gumbelSoftmax, softmin} from "./softmax.js";
export {adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d, adaptiveMaxPool1d, adaptiveMaxPool2d, adaptiveMaxPool3d, affineGrid, avgPool1d, avgPool2d, avgPool3d, batchNorm, bilinear, celu, channelShuffle, cosineSimilarity, crossEntropy, dropout, elu, elu_, gelu, glu, gridSample, groupNorm, hardshrink, hardsigmoid, hardswish, hardtanh, instanceNorm, interpolate, layerNorm, leakyRelu, leakyRelu_, localResponseNorm, logSoftmax, logsigmoid, lpPool1d, lpPool2d, lpPool3d, maxPool1d, maxPool2d, maxPool3d, maxUnpool1d, maxUnpool2d, maxUnpool3d, mish, nllLoss, normalize, oneHot, pad, pairwiseDistance, pdist, pixelShuffle, pixelUnshuffle, prelu, relu_, relu6, rmsNorm, rrelu, selu, sigmoid, silu, softmax, softplus, softshrink, softsign, tanh, tanhshrink, threshold, upsample} from "@bernoulli/tensor";
