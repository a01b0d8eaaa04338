// The ops that are methods of tensors too, each function's first argument becoming `this`. Only re-exports.

export { clone, contiguous } from "./creation/clone.js";
export { copy_ } from "./creation/copy.js";
export { fill_, zero_ } from "./creation/fill.js";
export { type ToMethod, type ToOptions, to } from "./creation/to.js";
export {
  type IndexAddOptions,
  indexAdd,
  indexAdd_,
  indexCopy,
  indexCopy_,
  indexFill,
  indexFill_,
  take,
  takeAlongDim,
} from "./indexing/along.js";
export { at } from "./indexing/at.js";
export {
  gather,
  indexSelect,
  type ScatterOptions,
  scatter,
  scatter_,
  scatterAdd,
  scatterAdd_,
} from "./indexing/gather.js";
export { maskedFill, maskedFill_, maskedScatter, maskedScatter_, maskedSelect } from "./indexing/masks.js";
export { argwhere, type NonzeroOptions, nonzero } from "./indexing/places.js";
export { type IndexPutOptions, indexPut, indexPut_, set } from "./indexing/put.js";
export { logSoftmax } from "./norms/log-softmax.js";
export { type SoftmaxOptions, softmax } from "./norms/softmax.js";
export { abs, sign } from "./pointwise/abs.js";
export { add, add_, sub, sub_ } from "./pointwise/add.js";
export { addcdiv_, addcmul_ } from "./pointwise/addcmul.js";
export { type ClampOptions, clamp, clamp_ } from "./pointwise/clamp.js";
export { eq, ge, gt, le, lt, ne } from "./pointwise/compare.js";
export { type DivOptions, div, div_ } from "./pointwise/div.js";
export { erf, erfc, erfinv } from "./pointwise/erf.js";
export { exp, log } from "./pointwise/exp.js";
export { digamma, lgamma } from "./pointwise/gamma.js";
export { acosh, asinh, atanh, cosh, sinh } from "./pointwise/hyperbolic.js";
export { exp2, expm1, log1p, log2, log10, logaddexp, logaddexp2, xlogy } from "./pointwise/logarithms.js";
export { mul, mul_ } from "./pointwise/mul.js";
export { neg } from "./pointwise/neg.js";
export { pow, sqrt } from "./pointwise/pow.js";
export { relu, relu_ } from "./pointwise/relu.js";
export { hypot, reciprocal, reciprocal_, rsqrt, rsqrt_, square } from "./pointwise/roots.js";
export { sigmoid, sigmoid_, tanh, tanh_ } from "./pointwise/tanh.js";
export { acos, asin, atan, atan2, cos, cos_, sin, sin_, tan } from "./pointwise/trigonometric.js";
export { matmul } from "./products/matmul.js";
export { bernoulli, bernoulli_ } from "./random/each.js";
export { cauchy_, exponential_, geometric_, logNormal_, random_ } from "./random/fills.js";
export { type MultinomialOptions, multinomial } from "./random/multinomial.js";
export { type DrawOptions, normal_, uniform_ } from "./random/random.js";
export { argmax, argmin, type ExtremeResult, max, min } from "./reductions/max.js";
export { mean } from "./reductions/mean.js";
export { expand, type ReduceOptions, type SumOptions, sum } from "./reductions/sum.js";
export { std, type VarianceOptions, variance as var } from "./reductions/var.js";
export { flip, fliplr, flipud, rot90 } from "./shapes/flip.js";
export { type RepeatInterleaveOptions, repeat, repeatInterleave, tile } from "./shapes/repeat.js";
export { roll } from "./shapes/roll.js";
export { tril, tril_, triu, triu_ } from "./shapes/triangles.js";
export { broadcastTo, expandAs } from "./views/broadcast.js";
export { detach } from "./views/detach.js";
export { diag, diagEmbed, diagonal } from "./views/diagonal.js";
export { chunk, split, tensorSplit, unbind } from "./views/parts.js";
export { moveaxis, movedim, permute, swapaxes, swapdims, t, transpose } from "./views/permute.js";
export { ravel, reshapeAs, unflatten, viewAs } from "./views/reshapes.js";
export { narrow, select, slice } from "./views/slice.js";
export { unfold } from "./views/unfold.js";
export { flatten, reshape, squeeze, unsqueeze, view } from "./views/view.js";
