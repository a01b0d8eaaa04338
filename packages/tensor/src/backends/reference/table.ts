// The reference device's kernels, by name: plain loops, for every dtype that a kernel serves, since typed arrays convert on reading
// and writing. The oracle of the tests; slow on purpose. Only re-exports.

export { col2im, im2col } from "./columns.js";
export { ctcLoss, ctcLossBackward } from "./ctc.js";
export {
  gather,
  nonzero,
  oneHot,
  scatter,
  scatterAdd,
  scatterMaximum,
  scatterMinimum,
  scatterMultiply,
  wrapIndex,
} from "./indexing.js";
export { flip, fold, roll, triangle } from "./layouts.js";
export {
  cholesky,
  cofactors,
  cofactorsGradient,
  determinant,
  eigh,
  inverse,
  logDeterminant,
  lu,
  pinv,
  qr,
  solve,
  solveTriangular,
  svd,
} from "./linalg.js";
export { conv2d, conv2dInputGradient, conv2dWeightGradient, matmul } from "./linear.js";
export { philoxBits } from "./philox.js";
export { arange, copy, divRounded, fill, linspace } from "./pointwise.js";
export { avgPool2d, avgPool2dBackward, maxPool2d, maxPool2dBackward, maxPool2dGather } from "./pooling.js";
export { bernoulli, dropout, normal, randint, randperm, uniform } from "./random.js";
export {
  cat,
  embed,
  logSoftmax,
  max,
  min,
  nllLoss,
  nllLossBackward,
  reduce,
  softmax,
  sum,
  within,
} from "./reductions.js";
export { resample } from "./resample.js";
export {
  bernoulliEach,
  dirichletSlope,
  gammaSlope,
  multinomial,
  sampled,
  sampledEach,
  sampledLogarithm,
} from "./samples.js";
export { recurrence, scan, scanExtreme, scanLogarithms } from "./scans.js";
export { searchSorted, sort } from "./sorting.js";
