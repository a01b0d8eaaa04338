// The `cpu` device's own kernels, by name and dtype. float32 is what nets train in; of the other dtypes this device has what is cheap
// or often used, and the rest is computed by the reference device's loops. Only re-exports: who uses one loads no other.

export { arange, linspace } from "./kernels/arange.js";
export { avgPool2d, avgPool2dBackward } from "./kernels/average-pooling.js";
export { bernoulli, dropout } from "./kernels/bernoulli.js";
export { col2im, im2col } from "./kernels/columns.js";
export { conv2d, conv2dInputGradient, conv2dWeightGradient } from "./kernels/convolution-ways.js";
export { cat, copy, embed } from "./kernels/copy.js";
export { ctcLoss, ctcLossBackward } from "./kernels/ctc.js";
export { randint, randperm, uniform } from "./kernels/draws.js";
export { max, min } from "./kernels/extremes.js";
export { fill } from "./kernels/fill.js";
export {
  gather,
  oneHot,
  scatter,
  scatterAdd,
  scatterMaximum,
  scatterMinimum,
  scatterMultiply,
} from "./kernels/indexing.js";
export { flip, fold, roll, triangle } from "./kernels/layouts.js";
export { nllLoss, nllLossBackward } from "./kernels/losses.js";
export { matmul } from "./kernels/matmul.js";
export { normal } from "./kernels/normal.js";
export { philoxBits } from "./kernels/philox.js";
export { nonzero, wrapIndex } from "./kernels/places.js";
export { maxPool2dBackward, maxPool2dGather } from "./kernels/pooled-places.js";
export { maxPool2d } from "./kernels/pooling.js";
export { reduce } from "./kernels/reduce.js";
export { sum } from "./kernels/reductions.js";
export { resample } from "./kernels/resample.js";
export { divRounded } from "./kernels/rounded-division.js";
export { sampled, sampledEach } from "./kernels/sampled.js";
export { bernoulliEach, multinomial, sampledLogarithm } from "./kernels/samples.js";
export { scanExtreme } from "./kernels/scan-extremes.js";
export { scanLogarithms } from "./kernels/scan-logarithms.js";
export { recurrence, scan } from "./kernels/scans.js";
export { searchSorted } from "./kernels/search.js";
export { logSoftmax, softmax } from "./kernels/softmax.js";
export { sort } from "./kernels/sorting.js";
export { within } from "./kernels/within.js";
