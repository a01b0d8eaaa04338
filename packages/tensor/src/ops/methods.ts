// The ops that are methods of tensors too, each function's first argument becoming `this`. Only re-exports.

export { apply_, map_ } from "./creation/by-function.js";
export { bool, byte, double, float, int, long, typeAs } from "./creation/casts.js";
export { clone, contiguous } from "./creation/clone.js";
export { copy_ } from "./creation/copy.js";
export { fill_, zero_ } from "./creation/fill-in-place.js";
export { newEmpty, newFull, newOnes, newTensor, newZeros } from "./creation/new.js";
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
export { type NonzeroStaticOptions, nonzeroStatic, put, put_ } from "./indexing/put-by-place.js";
export {
  indexReduce,
  indexReduce_,
  type ScatterReduceOptions,
  type ScatterReduction,
  scatterReduce,
  scatterReduce_,
} from "./indexing/scatter-reduce.js";
export { toDense } from "./indexing/sparse.js";
export { logSoftmax } from "./norms/log-softmax.js";
export { type SoftmaxOptions, softmax } from "./norms/softmax.js";
export { abs, sign } from "./pointwise/abs.js";
export { add, add_, sub, sub_ } from "./pointwise/add.js";
export { addcdiv, addcdiv_, addcmul, addcmul_ } from "./pointwise/addcmul.js";
export {
  absolute,
  absolute_,
  arccos,
  arccos_,
  arccosh,
  arccosh_,
  arcsin,
  arcsin_,
  arcsinh,
  arcsinh_,
  arctan,
  arctan_,
  arctan2,
  arctan2_,
  arctanh,
  arctanh_,
  clip,
  clip_,
  divide,
  divide_,
  fix,
  fix_,
  greater,
  greater_,
  greaterEqual,
  greaterEqual_,
  less,
  less_,
  lessEqual,
  lessEqual_,
  multiply,
  multiply_,
  negative,
  negative_,
  notEqual,
  notEqual_,
  sgn,
  sgn_,
  subtract,
  subtract_,
  trueDivide,
  trueDivide_,
} from "./pointwise/aliases.js";
export {
  bitwiseAnd,
  bitwiseLeftShift,
  bitwiseNot,
  bitwiseOr,
  bitwiseRightShift,
  bitwiseXor,
} from "./pointwise/bitwise.js";
export { copysign, deg2rad, heaviside, lerp, rad2deg, sinc } from "./pointwise/blends.js";
export { type ClampOptions, clamp, clamp_ } from "./pointwise/clamp.js";
export { allclose, type CloseOptions, equal, isclose } from "./pointwise/close.js";
export { eq, ge, gt, le, lt, ne } from "./pointwise/compare.js";
export { type DivOptions, div, div_ } from "./pointwise/div.js";
export { erf, erfc, erfinv } from "./pointwise/erf.js";
export { exp, log } from "./pointwise/exp.js";
export { clampMax, clampMin, fmax, fmin, maximum, minimum } from "./pointwise/extremes.js";
export {
  isfinite,
  isinf,
  isnan,
  isneginf,
  isposinf,
  type NanToNumOptions,
  nanToNum,
  signbit,
} from "./pointwise/finite.js";
export { digamma, lgamma } from "./pointwise/gamma.js";
export { acosh, asinh, atanh, cosh, sinh } from "./pointwise/hyperbolic.js";
export {
  abs_,
  acos_,
  acosh_,
  asin_,
  asinh_,
  atan_,
  atan2_,
  atanh_,
  bitwiseAnd_,
  bitwiseLeftShift_,
  bitwiseNot_,
  bitwiseOr_,
  bitwiseRightShift_,
  bitwiseXor_,
  clampMax_,
  clampMin_,
  copysign_,
  cosh_,
  deg2rad_,
  digamma_,
  eq_,
  erf_,
  erfc_,
  erfinv_,
  exp_,
  exp2_,
  expm1_,
  floorDivide_,
  fmod_,
  frac_,
  ge_,
  gt_,
  heaviside_,
  hypot_,
  le_,
  lerp_,
  lgamma_,
  log_,
  log1p_,
  log2_,
  log10_,
  logicalAnd_,
  logicalNot_,
  logicalOr_,
  logicalXor_,
  lt_,
  nanToNum_,
  ne_,
  neg_,
  pow_,
  rad2deg_,
  remainder_,
  sign_,
  sinc_,
  sinh_,
  sqrt_,
  square_,
  tan_,
  xlogy_,
} from "./pointwise/in-place-forms.js";
export { exp2, expm1, log1p, log2, log10, logaddexp, logaddexp2, xlogy } from "./pointwise/logarithms.js";
export { logicalAnd, logicalNot, logicalOr, logicalXor } from "./pointwise/logical.js";
export { mul, mul_ } from "./pointwise/mul.js";
export { neg } from "./pointwise/neg.js";
export { pow, sqrt } from "./pointwise/pow.js";
export { angle, conj, conjPhysical, isreal, positive, resolveConj, resolveNeg } from "./pointwise/real.js";
export { relu, relu_ } from "./pointwise/relu.js";
export { floorDivide, fmod, remainder } from "./pointwise/remainder.js";
export { hypot, reciprocal, reciprocal_, rsqrt, rsqrt_, square } from "./pointwise/roots.js";
export {
  ceil,
  ceil_,
  floor,
  floor_,
  frac,
  type RoundOptions,
  round,
  round_,
  trunc,
  trunc_,
} from "./pointwise/rounding.js";
export { sigmoid, sigmoid_, tanh, tanh_ } from "./pointwise/tanh.js";
export { acos, asin, atan, atan2, cos, cos_, sin, sin_, tan } from "./pointwise/trigonometric.js";
export {
  type AddedProductOptions,
  addbmm,
  addbmm_,
  addmm,
  addmm_,
  addmv,
  addmv_,
  addr,
  addr_,
  baddbmm,
  baddbmm_,
} from "./products/added.js";
export { matmul } from "./products/matmul.js";
export { bmm, dot, inner, mm, mv, vdot } from "./products/matrices.js";
export { cross, ger, kron, outer } from "./products/outer.js";
export { bernoulli, bernoulli_ } from "./random/each.js";
export { cauchy_, exponential_, geometric_, logNormal_, random_ } from "./random/fills.js";
export { type MultinomialOptions, multinomial } from "./random/multinomial.js";
export { type DrawOptions, normal_, uniform_ } from "./random/random.js";
export { type CovOptions, corrcoef, cov } from "./reductions/covariance.js";
export { type AminmaxOptions, amax, amin, aminmax } from "./reductions/extremes.js";
export { logsumexp } from "./reductions/logsumexp.js";
export { argmax, argmin, type ExtremeResult, max, min } from "./reductions/max.js";
export { mean } from "./reductions/mean.js";
export { type NormOptions, norm } from "./reductions/norm.js";
export { dist, renorm, renorm_ } from "./reductions/renorm.js";
export {
  type AlongDim,
  type ReduceArguments,
  type ReduceOptions,
  type SumOptions,
  sum,
  type WithDim,
} from "./reductions/sum.js";
export { trace } from "./reductions/trace.js";
export { all, any, countNonzero } from "./reductions/truths.js";
export { std, type VarianceArguments, type VarianceOptions, variance as var } from "./reductions/var.js";
export { nanmean, nansum } from "./reductions/without-nan.js";
export { cummax, cummin } from "./scans/cummax.js";
export { cumprod, cumprod_, cumsum, cumsum_, prod, type ScanOptions } from "./scans/cumsum.js";
export { type DiffOptions, diff } from "./scans/diff.js";
export { logcumsumexp } from "./scans/logcumsumexp.js";
export { flip, fliplr, flipud, rot90 } from "./shapes/flip.js";
export { type RepeatInterleaveOptions, repeat, repeatInterleave, tile } from "./shapes/repeat.js";
export { type RollOptions, roll } from "./shapes/roll.js";
export { tril, tril_, triu, triu_ } from "./shapes/triangles.js";
export {
  type BincountOptions,
  bincount,
  type HistcOptions,
  type HistogramOptions,
  type HistogramResult,
  histc,
  histogram,
} from "./sorting/histograms.js";
export { median, nanmedian, type QuantileOptions, quantile } from "./sorting/median.js";
export { mode } from "./sorting/mode.js";
export { nanquantile } from "./sorting/nanquantile.js";
export { argsort, kthvalue, msort, type SortOptions, sort, type TopkOptions, topk } from "./sorting/sort.js";
export { type UniqueConsecutiveOptions, type UniqueOptions, unique, uniqueConsecutive } from "./sorting/unique.js";
export { asStrided, asStridedScatter } from "./views/as-strided.js";
export { broadcastTo, expandAs, sumToSize } from "./views/broadcast.js";
export { detach, detach_ } from "./views/detach.js";
export { diag, diagEmbed, diagonal } from "./views/diagonal.js";
export { diagonalScatter, selectScatter, sliceScatter } from "./views/embedded.js";
export { diagflat, type FillDiagonalOptions, fillDiagonal_ } from "./views/fill-diagonal.js";
export { expand, reshape, squeeze } from "./views/own.js";
export { narrowCopy, splitWithSizes, unsafeChunk, unsafeSplit, unsafeSplitWithSizes } from "./views/part-names.js";
export { chunk, dsplit, hsplit, split, tensorSplit, unbind, vsplit } from "./views/parts.js";
export { moveaxis, movedim, permute, swapaxes, swapdims, t, transpose } from "./views/permute.js";
export { ravel, reshapeAs, unflatten, viewAs } from "./views/reshapes.js";
export { narrow, select, slice } from "./views/slice.js";
export { unfold } from "./views/unfold.js";
export { type FlattenOptions, flatten, unsqueeze, view } from "./views/view.js";
