import { T as Tensor, D as DType } from './tensor.js';
export {
  N as NestedArray,
  a as Device,
  c as Scope,
  d as Shape,
  e as TypedArray,
  f as canCast,
  g as closeScope,
  h as isTensor,
  i as isFloating,
  o as openScope,
  p as promoteTypes,
} from './tensor.js';
import { b as backward, c as cpu, a as cuda$2, e as elementSize, g as getDevice, h as half, i as isComplex, d as isContiguous, f as isFloatingPoint, j as isNonzero, k as isSameSize, l as isSigned, m as item, n as ndimension, o as nelement, r as read, p as registerHook, q as registerPostAccumulateGradHook, s as retainGrad, t as storageOffset, u as stride, v as toArray, w as toJSON, x as tolist, y as toTypedArray, z as type, A as apply_, B as map_, C as bool, D as byte, E as double, F as float, G as int, H as long, I as typeAs, J as clone, K as contiguous, L as copy_, M as fill_, N as zero_, O as newEmpty, P as newFull, Q as newOnes, R as newTensor, S as newZeros, T as to, U as indexAdd, V as indexAdd_, W as indexCopy, X as indexCopy_, Y as indexFill, Z as indexFill_, _ as take, $ as takeAlongDim, a0 as at, a1 as gather, a2 as indexSelect, a3 as scatter, a4 as scatter_, a5 as scatterAdd, a6 as scatterAdd_, a7 as maskedFill, a8 as maskedFill_, a9 as maskedScatter, aa as maskedScatter_, ab as maskedSelect, ac as argwhere, ad as nonzero, ae as indexPut, af as indexPut_, ag as set, ah as nonzeroStatic, ai as put, aj as indexReduce, ak as scatterReduce, al as toDense, am as logSoftmax, an as softmax, ao as abs, ap as sign, aq as add, ar as add_, as as sub, at as sub_, au as addcdiv, av as addcdiv_, aw as addcmul, ax as addcmul_, ay as atan2, az as clamp, aA as clamp_, aB as div, aC as div_, aD as mul, aE as mul_, aF as neg, aG as bitwiseNot, aH as copysign, aI as heaviside, aJ as lerp, aK as allclose, aL as equal, aM as isclose, aN as exp, aO as log, aP as clampMax, aQ as clampMin, aR as fmax, aS as fmin, aT as maximum, aU as minimum, aV as nanToNum, aW as floorDivide, aX as fmod, aY as hypot, aZ as pow, a_ as remainder, a$ as sqrt, b0 as square, b1 as xlogy, b2 as logaddexp, b3 as logaddexp2, b4 as real, b5 as isreal, b6 as positive, b7 as relu, b8 as relu_, b9 as round, ba as round_, bb as sigmoid, bc as sigmoid_, bd as tanh, be as tanh_, bf as addbmm, bg as addbmm_, bh as addmm, bi as addmm_, bj as addmv, bk as addmv_, bl as addr, bm as addr_, bn as baddbmm, bo as baddbmm_, bp as matmul, bq as bmm, br as dot, bs as inner, bt as mm, bu as mv, bv as vdot, bw as cross, bx as ger, by as kron, bz as outer, bA as bernoulli, bB as bernoulli_, bC as cauchy_, bD as exponential_, bE as geometric_, bF as logNormal_, bG as random_, bH as multinomial, bI as normal_, bJ as uniform_, bK as corrcoef, bL as cov, bM as amax, bN as amin, bO as aminmax, bP as logsumexp, bQ as argmax, bR as argmin, bS as max, bT as min, bU as mean, bV as norm, bW as dist, bX as renorm, bY as trace, bZ as all, b_ as any, b$ as countNonzero, c0 as std, c1 as variance, c2 as nanmean, c3 as nansum, c4 as cummax, c5 as cummin, c6 as cumprod, c7 as cumprod_, c8 as cumsum, c9 as cumsum_, ca as prod, cb as diff, cc as logcumsumexp, cd as flip, ce as fliplr, cf as flipud, cg as rot90, ch as repeat, ci as repeatInterleave, cj as tile, ck as roll, cl as tril, cm as tril_, cn as triu, co as triu_, cp as bincount, cq as histc, cr as histogram, cs as median, ct as nanmedian, cu as quantile, cv as mode, cw as nanquantile, cx as argsort, cy as kthvalue, cz as msort, cA as sort, cB as topk, cC as unique, cD as uniqueConsecutive, cE as asStrided, cF as asStridedScatter, cG as broadcastTo, cH as expandAs, cI as sumToSize, cJ as detach, cK as detach_, cL as diag, cM as diagEmbed, cN as diagonal, cO as diagonalScatter, cP as selectScatter, cQ as sliceScatter, cR as diagflat, cS as fillDiagonal_, cT as narrowCopy, cU as chunk, cV as dsplit, cW as hsplit, cX as split, cY as tensorSplit, cZ as unbind, c_ as vsplit, c$ as moveaxis, d0 as movedim, d1 as permute, d2 as swapaxes, d3 as swapdims, d4 as t, d5 as transpose, d6 as ravel, d7 as reshapeAs, d8 as unflatten, d9 as viewAs, da as narrow, db as select, dc as slice, dd as unfold, de as flatten, df as reshape, dg as squeeze, dh as unsqueeze, di as view, dj as ExtremeResult, dk as ToMethod, dl as AutogradFunction, dm as grad, dn as gradcheck, dp as gradgradcheck, dq as BackwardOptions, dr as Differentiable, ds as FunctionClass, dt as FunctionContext, du as GradOptions, dv as GradcheckOptions } from './lean.js';
export {
  d$ as Conv2dOptions,
  dA as AddedProductOptions,
  dB as AffineGridOptions,
  dC as AminmaxOptions,
  dD as ArgumentError,
  dE as AsarrayOptions,
  dF as AtLeast,
  dG as AttentionOptions,
  dH as AutogradError,
  dI as AvgPool1dOptions,
  dJ as AvgPool2dOptions,
  dK as AvgPool3dOptions,
  dL as BackwardObserver,
  dM as BatchNormOptions,
  dN as BernoulliError,
  dO as BinaryCrossEntropyOptions,
  dP as BinaryCrossEntropyWithLogitsOptions,
  dQ as BincountOptions,
  dR as BucketizeOptions,
  dS as CdistOptions,
  dT as CholeskyFactorOptions,
  dU as ClampOptions,
  dV as CloseOptions,
  dW as ColumnOptions,
  dX as CombinationsOptions,
  dY as CompileOptions,
  dZ as Compiled,
  d_ as Conv1dOptions,
  dw as AdaptiveMaxPoolOptions,
  dx as AdaptiveSize1d,
  dy as AdaptiveSize2d,
  dz as AdaptiveSize3d,
  e$ as LpPool3dOptions,
  e0 as Conv3dOptions,
  e1 as ConvTranspose1dOptions,
  e2 as ConvTranspose2dOptions,
  e3 as ConvTranspose3dOptions,
  e4 as CosineSimilarityOptions,
  e5 as CovOptions,
  e6 as CrossEntropyOptions,
  e7 as CtcLossOptions,
  e8 as DTypeError,
  e9 as DeviceError,
  eA as HistcOptions,
  eB as HistogramOptions,
  eC as HistogramResult,
  eD as HuberLossOptions,
  eE as InPlaceOption,
  eF as Index,
  eG as IndexAddOptions,
  eH as IndexArray,
  eI as IndexError,
  eJ as IndexPutOptions,
  eK as IndicesOptions,
  eL as InstanceNormOptions,
  eM as IntegerLimits,
  eN as InterpolateMode,
  eO as InterpolateOptions,
  eP as IsinOptions,
  eQ as KaiserOptions,
  eR as KlDivOptions,
  eS as LayerNormOptions,
  eT as LeakyReluOptions,
  eU as LocalResponseNormOptions,
  eV as LogspaceOptions,
  eW as LoopScope,
  eX as LossOptions,
  eY as LowrankResult,
  eZ as LpPool1dOptions,
  e_ as LpPool2dOptions,
  ea as DeviceName,
  eb as DiffOptions,
  ec as DivOptions,
  ed as DrawOptions,
  ee as DropoutArguments,
  ef as DropoutOptions,
  eg as EluOptions,
  eh as EmbeddingBagMode,
  ei as EmbeddingBagOptions,
  ej as EmbeddingOptions,
  ek as ExplainOptions,
  el as FillDiagonalOptions,
  em as FlattenOptions,
  en as FloatLimits,
  eo as FreedTensorError,
  ep as FrexpResult,
  eq as FromImageOptions,
  er as GaussianNllLossOptions,
  es as GeluOptions,
  et as GradHook,
  eu as GradientOptions,
  ev as GridSampleMode,
  ew as GridSampleOptions,
  ex as GridSamplePadding,
  ey as HammingOptions,
  ez as HardtanhOptions,
  f$ as SoftplusOptions,
  f0 as MarginLossOptions,
  f1 as MaskRequest,
  f2 as MaskSource,
  f3 as MaxPool1dOptions,
  f4 as MaxPool2dOptions,
  f5 as MaxPool3dOptions,
  f6 as MaxPoolResult,
  f7 as MaxUnpool1dOptions,
  f8 as MaxUnpool2dOptions,
  f9 as MaxUnpool3dOptions,
  fA as Profile,
  fB as ProfileEvent,
  fC as ProfileRow,
  fD as QuantileOptions,
  fE as RandomOptions,
  fF as Reduction,
  fG as RemovableHandle,
  fH as RepeatInterleaveOptions,
  fI as RmsNormOptions,
  fJ as RollOptions,
  fK as RoundOptions,
  fL as RreluOptions,
  fM as ScanOptions,
  fN as ScatterOptions,
  fO as ScatterReduceOptions,
  fP as ScatterReduction,
  fQ as ScopeError,
  fR as SearchsortedOptions,
  fS as ShapeError,
  fT as ShrinkOptions,
  fU as Simd,
  fV as Size1d,
  fW as Size2d,
  fX as Size3d,
  fY as SliceText,
  fZ as SmoothL1LossOptions,
  f_ as SoftmaxOptions,
  fa as MemoryStats,
  fb as MeshgridOptions,
  fc as MultiMarginLossOptions,
  fd as MultilabelSoftMarginLossOptions,
  fe as MultinomialOptions,
  ff as NanOrigin,
  fg as NanToNumOptions,
  fh as NllLossOptions,
  fi as NoiseDistribution,
  fj as NoiseRequest,
  fk as NonzeroOptions,
  fl as NonzeroStaticOptions,
  fm as NormOptions,
  fn as NormalizeOptions,
  fo as NumericArray,
  fp as OutOfMemoryError,
  fq as PadMode,
  fr as PadOptions,
  fs as PairwiseDistanceOptions,
  ft as PcaLowrankOptions,
  fu as PhiloxOptions,
  fv as PixelSource,
  fw as Placement,
  fx as PoissonNllLossOptions,
  fy as PostAccumulateGradHook,
  fz as PrintOptions,
  g$ as atanh_,
  g0 as SortOptions,
  g1 as SvdLowrankOptions,
  g2 as TensorData,
  g3 as TensorJSON,
  g4 as TensorOptions,
  g5 as TensordotDims,
  g6 as ToOptions,
  g7 as TopkOptions,
  g8 as TrapezoidOptions,
  g9 as TriangularSolveOptions,
  gA as angle,
  gB as arange,
  gC as arccos,
  gD as arccos_,
  gE as arccosh,
  gF as arccosh_,
  gG as arcsin,
  gH as arcsin_,
  gI as arcsinh,
  gJ as arcsinh_,
  gK as arctan,
  gL as arctan2,
  gM as arctan2_,
  gN as arctan_,
  gO as arctanh,
  gP as arctanh_,
  gQ as areDeterministicAlgorithmsEnabled,
  gR as asTensor,
  gS as asarray,
  gT as asin,
  gU as asin_,
  gV as asinh,
  gW as asinh_,
  gX as atan,
  gY as atan2_,
  gZ as atan_,
  g_ as atanh,
  ga as TriangularSolveResult,
  gb as TripletMarginLossOptions,
  gc as TripletMarginWithDistanceLossOptions,
  gd as UniqueConsecutiveOptions,
  ge as UniqueOptions,
  gf as UpsampleOptions,
  gg as VarianceArguments,
  gh as VarianceOptions,
  gi as WeightedLossOptions,
  gj as WindowOptions,
  gk as WithIndices,
  gl as abs_,
  gm as absolute,
  gn as absolute_,
  go as acos,
  gp as acos_,
  gq as acosh,
  gr as acosh_,
  gs as adaptiveAvgPool1d,
  gt as adaptiveAvgPool2d,
  gu as adaptiveAvgPool3d,
  gv as adaptiveMaxPool1d,
  gw as adaptiveMaxPool2d,
  gx as adaptiveMaxPool3d,
  gy as affineGrid,
  gz as alphaDropout,
  h$ as cosineEmbeddingLoss,
  h0 as atleast1d,
  h1 as atleast2d,
  h2 as atleast3d,
  h3 as avgPool1d,
  h4 as avgPool2d,
  h5 as avgPool3d,
  h6 as bartlettWindow,
  h7 as batchNorm,
  h8 as bilinear,
  h9 as binaryCrossEntropy,
  hA as checkProbability,
  hB as checkSynchronous,
  hC as choleskyInverse,
  hD as choleskySolve,
  hE as clampMax_,
  hF as clampMin_,
  hG as clip,
  hH as clip_,
  hI as col2im,
  hJ as columnStack,
  hK as combinations,
  hL as compile,
  hM as concat,
  hN as concatenate,
  hO as conj,
  hP as conjPhysical,
  hQ as conv1d,
  hR as conv2d,
  hS as conv3d,
  hT as convTranspose1d,
  hU as convTranspose2d,
  hV as convTranspose3d,
  hW as copysign_,
  hX as cos,
  hY as cos_,
  hZ as cosh,
  h_ as cosh_,
  ha as binaryCrossEntropyWithLogits,
  hb as binomial,
  hc as bitwiseAnd,
  hd as bitwiseAnd_,
  he as bitwiseLeftShift,
  hf as bitwiseLeftShift_,
  hg as bitwiseNot_,
  hh as bitwiseOr,
  hi as bitwiseOr_,
  hj as bitwiseRightShift,
  hk as bitwiseRightShift_,
  hl as bitwiseXor,
  hm as bitwiseXor_,
  hn as blackmanWindow,
  ho as blockDiag,
  hp as broadcastShapes,
  hq as broadcastTensors,
  hr as bucketize,
  hs as cartesianProd,
  ht as cat,
  hu as cdist,
  hv as ceil,
  hw as ceil_,
  hx as celu,
  hy as chainMatmul,
  hz as channelShuffle,
  i$ as ge,
  i0 as cosineSimilarity,
  i1 as crossEntropy,
  i2 as ctcLoss,
  i3 as cumulativeTrapezoid,
  i4 as deg2rad,
  i5 as deg2rad_,
  i6 as describe,
  i7 as describeAll,
  i8 as device,
  i9 as digamma,
  iA as erfinv_,
  iB as exp2,
  iC as exp2_,
  iD as exp_,
  iE as expm1,
  iF as expm1_,
  iG as eye,
  iH as featureAlphaDropout,
  iI as finfo,
  iJ as fix,
  iK as fix_,
  iL as floatPower,
  iM as floatPower_,
  iN as floor,
  iO as floorDivide_,
  iP as floor_,
  iQ as fmod_,
  iR as formatTensor,
  iS as frac,
  iT as frac_,
  iU as frexp,
  iV as fromImage,
  iW as full,
  iX as fullLike,
  iY as gaussianNllLoss,
  iZ as gcd,
  i_ as gcd_,
  ia as digamma_,
  ib as divide,
  ic as divide_,
  id as dropout,
  ie as dropout1d,
  ig as dropout2d,
  ih as dropout3d,
  ii as dstack,
  ij as einsum,
  ik as elementsInPlace,
  il as elu,
  im as elu_,
  io as embedding,
  ip as embeddingBag,
  iq as empty,
  ir as emptyLike,
  is as enableGrad,
  it as eq,
  iu as eq_,
  iv as erf,
  iw as erf_,
  ix as erfc,
  iy as erfc_,
  iz as erfinv,
  j$ as ldexp,
  j0 as ge_,
  j1 as gelu,
  j2 as getDefaultDevice,
  j3 as getDefaultDtype,
  j4 as getFloat32MatmulPrecision,
  j5 as getNumInteropThreads,
  j6 as getNumThreads,
  j7 as getRngState,
  j8 as getSimd,
  j9 as glu,
  jA as igammac,
  jB as igammac_,
  jC as iinfo,
  jD as im2col,
  jE as indexReduce_,
  jF as inferenceMode,
  jG as initialSeed,
  jH as instanceNorm,
  jI as interpolate,
  jJ as inverse,
  jK as isAsynchronous,
  jL as isCompiling,
  jM as isGradEnabled,
  jN as isInferenceModeEnabled,
  jO as isPromise,
  jP as isfinite,
  jQ as isin,
  jR as isinf,
  jS as isnan,
  jT as isneginf,
  jU as isposinf,
  jV as kaiserWindow,
  jW as klDiv,
  jX as l1Loss,
  jY as layerNorm,
  jZ as lcm,
  j_ as lcm_,
  ja as gradient,
  jb as greater,
  jc as greaterEqual,
  jd as greaterEqual_,
  je as greater_,
  jf as gridSample,
  jg as groupNorm,
  jh as gt,
  ji as gt_,
  jj as hammingWindow,
  jk as hannWindow,
  jl as hardshrink,
  jm as hardsigmoid,
  jn as hardswish,
  jo as hardtanh,
  jp as hasMaskSource,
  jq as hasRelaxedSimd,
  jr as heaviside_,
  js as hingeEmbeddingLoss,
  jt as hstack,
  ju as huberLoss,
  jv as hypot_,
  jw as i0,
  jx as i0_,
  jy as igamma,
  jz as igamma_,
  k$ as ne,
  k0 as ldexp_,
  k1 as le,
  k2 as le_,
  k3 as leakyRelu,
  k4 as leakyRelu_,
  k5 as lerp_,
  k6 as less,
  k7 as lessEqual,
  k8 as lessEqual_,
  k9 as less_,
  kA as lpPool1d,
  kB as lpPool2d,
  kC as lpPool3d,
  kD as lt,
  kE as lt_,
  kF as luSolve,
  kG as marginRankingLoss,
  kH as maskFrom,
  kI as maxPool1d,
  kJ as maxPool2d,
  kK as maxPool3d,
  kL as maxUnpool1d,
  kM as maxUnpool2d,
  kN as maxUnpool3d,
  kO as memoryStats,
  kP as meshgrid,
  kQ as mish,
  kR as mseLoss,
  kS as multiMarginLoss,
  kT as multilabelMarginLoss,
  kU as multilabelSoftMarginLoss,
  kV as multiply,
  kW as multiply_,
  kX as mvlgamma,
  kY as mvlgamma_,
  kZ as nanOriginOf,
  k_ as nanToNum_,
  ka as lgamma,
  kb as lgamma_,
  kc as linalg,
  kd as linspace,
  ke as localResponseNorm,
  kf as log10,
  kg as log10_,
  kh as log1p,
  ki as log1p_,
  kj as log2,
  kk as log2_,
  kl as log_,
  km as logdet,
  kn as logicalAnd,
  ko as logicalAnd_,
  kp as logicalNot,
  kq as logicalNot_,
  kr as logicalOr,
  ks as logicalOr_,
  kt as logicalXor,
  ku as logicalXor_,
  kv as logit,
  kw as logit_,
  kx as logsigmoid,
  ky as logspace,
  kz as lossOptions,
  l$ as scaledDotProductAttention,
  l0 as ne_,
  l1 as neg_,
  l2 as negative,
  l3 as negative_,
  l4 as nextafter,
  l5 as nextafter_,
  l6 as nllLoss,
  l7 as noGrad,
  l8 as noiseFrom,
  l9 as normal,
  lA as put_,
  lB as rad2deg,
  lC as rad2deg_,
  lD as rand,
  lE as randLike,
  lF as randint,
  lG as randintLike,
  lH as randn,
  lI as randnLike,
  lJ as randperm,
  lK as ready,
  lL as reciprocal,
  lM as reciprocal_,
  lN as relu6,
  lO as remainder_,
  lP as renorm_,
  lQ as resetWarnings,
  lR as resolveConj,
  lS as resolveNeg,
  lT as resultType,
  lU as rmsNorm,
  lV as rowStack,
  lW as rrelu,
  lX as rsqrt,
  lY as rsqrt_,
  lZ as rsub,
  l_ as scalarTensor,
  la as normalize,
  lb as notEqual,
  lc as notEqual_,
  ld as numel,
  le as observeBackward,
  lf as oneHot,
  lg as ones,
  lh as onesLike,
  li as pad,
  lj as pairwiseDistance,
  lk as pause,
  ll as pcaLowrank,
  lm as pdist,
  ln as peakMemory,
  lo as philoxBits,
  lp as pinverse,
  lq as pixelShuffle,
  lr as pixelUnshuffle,
  ls as placementOf,
  lt as poisson,
  lu as poissonNllLoss,
  lv as polygamma,
  lw as polygamma_,
  lx as pow_,
  ly as prelu,
  lz as profile,
  m$ as unsafeSplitWithSizes,
  m0 as scatterReduce_,
  m1 as scope,
  m2 as searchsorted,
  m3 as seed,
  m4 as selu,
  m5 as setDefaultDevice,
  m6 as setDefaultDtype,
  m7 as setFloat32MatmulPrecision,
  m8 as setGradEnabled,
  m9 as setNumInteropThreads,
  mA as square_,
  mB as stack,
  mC as stdMean,
  mD as subtract,
  mE as subtract_,
  mF as svdLowrank,
  mG as tan,
  mH as tan_,
  mI as tanhshrink,
  mJ as tensor,
  mK as tensordot,
  mL as threshold,
  mM as toImageData,
  mN as trapezoid,
  mO as trapz,
  mP as triangularSolve,
  mQ as trilIndices,
  mR as tripletMarginLoss,
  mS as tripletMarginWithDistanceLoss,
  mT as triuIndices,
  mU as trueDivide,
  mV as trueDivide_,
  mW as trunc,
  mX as trunc_,
  mY as unravelIndex,
  mZ as unsafeChunk,
  m_ as unsafeSplit,
  ma as setNumThreads,
  mb as setPrintoptions,
  mc as setRngState,
  md as setSimd,
  me as setWorkerUrl,
  mf as sgn,
  mg as sgn_,
  mh as sign_,
  mi as signbit,
  mj as silu,
  mk as sin,
  ml as sin_,
  mm as sinc,
  mn as sinc_,
  mo as sinh,
  mp as sinh_,
  mq as smoothL1Loss,
  mr as softMarginLoss,
  ms as softplus,
  mt as softshrink,
  mu as softsign,
  mv as sparseCooTensor,
  mw as special,
  mx as splitWithSizes,
  my as spmm,
  mz as sqrt_,
  n0 as upsample,
  n1 as useDeterministicAlgorithms,
  n2 as varMean,
  n3 as vstack,
  n4 as warnOnce,
  n5 as where,
  n6 as withMasks,
  n7 as workerSource,
  n8 as xlogy_,
  n9 as zeros,
  na as zerosLike,
} from './lean.js';
import { e as expand, s as sum, A as AlongDim, P as Positional } from './linalg.js';
export {
  K as Kind,
  L as LuUnpackOptions,
  R as ReduceArguments,
  S as SlogdetResult,
  W as WithDim,
  a as Kinds,
  b as ReduceOptions,
  c as SumOptions,
  d as checkArgument,
  f as checkOptions,
  g as det,
  h as matrixPower,
  i as slogdet,
  l as luUnpack,
  m as matrixExp,
  o as optionsOf,
} from './linalg.js';
import { O as Operand } from './witness.js';
export {
  P as Pair,
  W as WitnessOptions,
  a as WitnessedCall,
  b as WitnessedFunction,
  w as witness,
} from './witness.js';
export {
  i as isMapping,
} from './samples.js';
export {
  G as Generator,
  d as defaultGenerator,
  m as manualSeed,
  w as withGenerator,
} from './generator.js';
declare const functions: {
    backward: typeof backward;
    cpu: typeof cpu;
    cuda: typeof cuda$2;
    elementSize: typeof elementSize;
    getDevice: typeof getDevice;
    half: typeof half;
    isComplex: typeof isComplex;
    isContiguous: typeof isContiguous;
    isFloatingPoint: typeof isFloatingPoint;
    isNonzero: typeof isNonzero;
    isSameSize: typeof isSameSize;
    isSigned: typeof isSigned;
    item: typeof item;
    ndimension: typeof ndimension;
    nelement: typeof nelement;
    read: typeof read;
    registerHook: typeof registerHook;
    registerPostAccumulateGradHook: typeof registerPostAccumulateGradHook;
    retainGrad: typeof retainGrad;
    storageOffset: typeof storageOffset;
    stride: typeof stride;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    tolist: typeof tolist;
    toTypedArray: typeof toTypedArray;
    type: typeof type;
    apply_: typeof apply_;
    map_: typeof map_;
    bool: typeof bool;
    byte: typeof byte;
    double: typeof double;
    float: typeof float;
    int: typeof int;
    long: typeof long;
    typeAs: typeof typeAs;
    clone: typeof clone;
    contiguous: typeof contiguous;
    copy_: typeof copy_;
    fill_: typeof fill_;
    zero_: typeof zero_;
    newEmpty: typeof newEmpty;
    newFull: typeof newFull;
    newOnes: typeof newOnes;
    newTensor: typeof newTensor;
    newZeros: typeof newZeros;
    to: typeof to;
    indexAdd: typeof indexAdd;
    indexAdd_: typeof indexAdd_;
    indexCopy: typeof indexCopy;
    indexCopy_: typeof indexCopy_;
    indexFill: typeof indexFill;
    indexFill_: typeof indexFill_;
    take: typeof take;
    takeAlongDim: typeof takeAlongDim;
    at: typeof at;
    gather: typeof gather;
    indexSelect: typeof indexSelect;
    scatter: typeof scatter;
    scatter_: typeof scatter_;
    scatterAdd: typeof scatterAdd;
    scatterAdd_: typeof scatterAdd_;
    maskedFill: typeof maskedFill;
    maskedFill_: typeof maskedFill_;
    maskedScatter: typeof maskedScatter;
    maskedScatter_: typeof maskedScatter_;
    maskedSelect: typeof maskedSelect;
    argwhere: typeof argwhere;
    nonzero: typeof nonzero;
    indexPut: typeof indexPut;
    indexPut_: typeof indexPut_;
    set: typeof set;
    nonzeroStatic: typeof nonzeroStatic;
    put: typeof put;
    put_: typeof put;
    indexReduce: typeof indexReduce;
    indexReduce_: typeof indexReduce;
    scatterReduce: typeof scatterReduce;
    scatterReduce_: typeof scatterReduce;
    toDense: typeof toDense;
    logSoftmax: typeof logSoftmax;
    softmax: typeof softmax;
    abs: typeof abs;
    sign: typeof sign;
    add: typeof add;
    add_: typeof add_;
    sub: typeof sub;
    sub_: typeof sub_;
    addcdiv: typeof addcdiv;
    addcdiv_: typeof addcdiv_;
    addcmul: typeof addcmul;
    addcmul_: typeof addcmul_;
    absolute: typeof abs;
    absolute_: typeof abs;
    arccos: (input: Tensor) => Tensor;
    arccos_: (input: Tensor) => Tensor;
    arccosh: (input: Tensor) => Tensor;
    arccosh_: (input: Tensor) => Tensor;
    arcsin: (input: Tensor) => Tensor;
    arcsin_: (input: Tensor) => Tensor;
    arcsinh: (input: Tensor) => Tensor;
    arcsinh_: (input: Tensor) => Tensor;
    arctan: (input: Tensor) => Tensor;
    arctan_: (input: Tensor) => Tensor;
    arctan2: typeof atan2;
    arctan2_: typeof atan2;
    arctanh: (input: Tensor) => Tensor;
    arctanh_: (input: Tensor) => Tensor;
    clip: typeof clamp;
    clip_: typeof clamp_;
    divide: typeof div;
    divide_: typeof div_;
    fix: (input: Tensor) => Tensor;
    fix_: (input: Tensor) => Tensor;
    greater: (input: Tensor, other: Operand) => Tensor;
    greater_: (input: Tensor, other: Operand) => Tensor;
    greaterEqual: (input: Tensor, other: Operand) => Tensor;
    greaterEqual_: (input: Tensor, other: Operand) => Tensor;
    less: (input: Tensor, other: Operand) => Tensor;
    less_: (input: Tensor, other: Operand) => Tensor;
    lessEqual: (input: Tensor, other: Operand) => Tensor;
    lessEqual_: (input: Tensor, other: Operand) => Tensor;
    multiply: typeof mul;
    multiply_: typeof mul_;
    negative: typeof neg;
    negative_: typeof neg;
    notEqual: (input: Tensor, other: Operand) => Tensor;
    notEqual_: (input: Tensor, other: Operand) => Tensor;
    sgn: typeof sign;
    sgn_: typeof sign;
    subtract: typeof sub;
    subtract_: typeof sub_;
    trueDivide: (input: Tensor, other: Operand) => Tensor;
    trueDivide_: (input: Tensor, other: Operand) => Tensor;
    bitwiseAnd: (input: Tensor, other: Operand) => Tensor;
    bitwiseLeftShift: (input: Tensor, other: Operand) => Tensor;
    bitwiseNot: typeof bitwiseNot;
    bitwiseOr: (input: Tensor, other: Operand) => Tensor;
    bitwiseRightShift: (input: Tensor, other: Operand) => Tensor;
    bitwiseXor: (input: Tensor, other: Operand) => Tensor;
    copysign: typeof copysign;
    deg2rad: (input: Tensor) => Tensor;
    heaviside: typeof heaviside;
    lerp: typeof lerp;
    rad2deg: (input: Tensor) => Tensor;
    sinc: (input: Tensor) => Tensor;
    clamp: typeof clamp;
    clamp_: typeof clamp_;
    allclose: typeof allclose;
    equal: typeof equal;
    isclose: typeof isclose;
    eq: (input: Tensor, other: Operand) => Tensor;
    ge: (input: Tensor, other: Operand) => Tensor;
    gt: (input: Tensor, other: Operand) => Tensor;
    le: (input: Tensor, other: Operand) => Tensor;
    lt: (input: Tensor, other: Operand) => Tensor;
    ne: (input: Tensor, other: Operand) => Tensor;
    div: typeof div;
    div_: typeof div_;
    erf: (input: Tensor) => Tensor;
    erfc: (input: Tensor) => Tensor;
    erfinv: (input: Tensor) => Tensor;
    exp: typeof exp;
    log: typeof log;
    clampMax: typeof clampMax;
    clampMin: typeof clampMin;
    fmax: typeof fmax;
    fmin: typeof fmin;
    maximum: typeof maximum;
    minimum: typeof minimum;
    isfinite: (input: Tensor) => Tensor;
    isinf: (input: Tensor) => Tensor;
    isnan: (input: Tensor) => Tensor;
    isneginf: (input: Tensor) => Tensor;
    isposinf: (input: Tensor) => Tensor;
    nanToNum: typeof nanToNum;
    signbit: (input: Tensor) => Tensor;
    digamma: (input: Tensor) => Tensor;
    lgamma: (input: Tensor) => Tensor;
    acosh: (input: Tensor) => Tensor;
    asinh: (input: Tensor) => Tensor;
    atanh: (input: Tensor) => Tensor;
    cosh: (input: Tensor) => Tensor;
    sinh: (input: Tensor) => Tensor;
    abs_: typeof abs;
    acos_: (input: Tensor) => Tensor;
    acosh_: (input: Tensor) => Tensor;
    asin_: (input: Tensor) => Tensor;
    asinh_: (input: Tensor) => Tensor;
    atan_: (input: Tensor) => Tensor;
    atan2_: typeof atan2;
    atanh_: (input: Tensor) => Tensor;
    bitwiseAnd_: (input: Tensor, other: Operand) => Tensor;
    bitwiseLeftShift_: (input: Tensor, other: Operand) => Tensor;
    bitwiseNot_: typeof bitwiseNot;
    bitwiseOr_: (input: Tensor, other: Operand) => Tensor;
    bitwiseRightShift_: (input: Tensor, other: Operand) => Tensor;
    bitwiseXor_: (input: Tensor, other: Operand) => Tensor;
    clampMax_: typeof clampMax;
    clampMin_: typeof clampMin;
    copysign_: typeof copysign;
    cosh_: (input: Tensor) => Tensor;
    deg2rad_: (input: Tensor) => Tensor;
    digamma_: (input: Tensor) => Tensor;
    eq_: (input: Tensor, other: Operand) => Tensor;
    erf_: (input: Tensor) => Tensor;
    erfc_: (input: Tensor) => Tensor;
    erfinv_: (input: Tensor) => Tensor;
    exp_: typeof exp;
    exp2_: (input: Tensor) => Tensor;
    expm1_: (input: Tensor) => Tensor;
    floorDivide_: typeof floorDivide;
    fmod_: typeof fmod;
    frac_: (input: Tensor) => Tensor;
    ge_: (input: Tensor, other: Operand) => Tensor;
    gt_: (input: Tensor, other: Operand) => Tensor;
    heaviside_: typeof heaviside;
    hypot_: typeof hypot;
    le_: (input: Tensor, other: Operand) => Tensor;
    lerp_: typeof lerp;
    lgamma_: (input: Tensor) => Tensor;
    log_: typeof log;
    log1p_: (input: Tensor) => Tensor;
    log2_: (input: Tensor) => Tensor;
    log10_: (input: Tensor) => Tensor;
    logicalAnd_: (input: Tensor, other: Tensor) => Tensor;
    logicalNot_: (input: Tensor) => Tensor;
    logicalOr_: (input: Tensor, other: Tensor) => Tensor;
    logicalXor_: (input: Tensor, other: Tensor) => Tensor;
    lt_: (input: Tensor, other: Operand) => Tensor;
    nanToNum_: typeof nanToNum;
    ne_: (input: Tensor, other: Operand) => Tensor;
    neg_: typeof neg;
    pow_: typeof pow;
    rad2deg_: (input: Tensor) => Tensor;
    remainder_: typeof remainder;
    sign_: typeof sign;
    sinc_: (input: Tensor) => Tensor;
    sinh_: (input: Tensor) => Tensor;
    sqrt_: typeof sqrt;
    square_: typeof square;
    tan_: (input: Tensor) => Tensor;
    xlogy_: typeof xlogy;
    exp2: (input: Tensor) => Tensor;
    expm1: (input: Tensor) => Tensor;
    log1p: (input: Tensor) => Tensor;
    log2: (input: Tensor) => Tensor;
    log10: (input: Tensor) => Tensor;
    logaddexp: typeof logaddexp;
    logaddexp2: typeof logaddexp2;
    xlogy: typeof xlogy;
    logicalAnd: (input: Tensor, other: Tensor) => Tensor;
    logicalNot: (input: Tensor) => Tensor;
    logicalOr: (input: Tensor, other: Tensor) => Tensor;
    logicalXor: (input: Tensor, other: Tensor) => Tensor;
    mul: typeof mul;
    mul_: typeof mul_;
    neg: typeof neg;
    pow: typeof pow;
    sqrt: typeof sqrt;
    angle: (input: Tensor) => Tensor;
    conj: typeof real;
    conjPhysical: typeof real;
    isreal: typeof isreal;
    positive: typeof positive;
    resolveConj: typeof real;
    resolveNeg: typeof real;
    relu: typeof relu;
    relu_: typeof relu_;
    floorDivide: typeof floorDivide;
    fmod: typeof fmod;
    remainder: typeof remainder;
    hypot: typeof hypot;
    reciprocal: (input: Tensor) => Tensor;
    reciprocal_: (input: Tensor) => Tensor;
    rsqrt: (input: Tensor) => Tensor;
    rsqrt_: (input: Tensor) => Tensor;
    square: typeof square;
    ceil: (input: Tensor) => Tensor;
    ceil_: (input: Tensor) => Tensor;
    floor: (input: Tensor) => Tensor;
    floor_: (input: Tensor) => Tensor;
    frac: (input: Tensor) => Tensor;
    round: typeof round;
    round_: typeof round_;
    trunc: (input: Tensor) => Tensor;
    trunc_: (input: Tensor) => Tensor;
    sigmoid: typeof sigmoid;
    sigmoid_: typeof sigmoid_;
    tanh: typeof tanh;
    tanh_: typeof tanh_;
    acos: (input: Tensor) => Tensor;
    asin: (input: Tensor) => Tensor;
    atan: (input: Tensor) => Tensor;
    atan2: typeof atan2;
    cos: (input: Tensor) => Tensor;
    cos_: (input: Tensor) => Tensor;
    sin: (input: Tensor) => Tensor;
    sin_: (input: Tensor) => Tensor;
    tan: (input: Tensor) => Tensor;
    addbmm: typeof addbmm;
    addbmm_: typeof addbmm_;
    addmm: typeof addmm;
    addmm_: typeof addmm_;
    addmv: typeof addmv;
    addmv_: typeof addmv_;
    addr: typeof addr;
    addr_: typeof addr_;
    baddbmm: typeof baddbmm;
    baddbmm_: typeof baddbmm_;
    matmul: typeof matmul;
    bmm: typeof bmm;
    dot: typeof dot;
    inner: typeof inner;
    mm: typeof mm;
    mv: typeof mv;
    vdot: typeof vdot;
    cross: typeof cross;
    ger: typeof ger;
    kron: typeof kron;
    outer: typeof outer;
    bernoulli: typeof bernoulli;
    bernoulli_: typeof bernoulli_;
    cauchy_: typeof cauchy_;
    exponential_: typeof exponential_;
    geometric_: typeof geometric_;
    logNormal_: typeof logNormal_;
    random_: typeof random_;
    multinomial: typeof multinomial;
    normal_: typeof normal_;
    uniform_: typeof uniform_;
    corrcoef: typeof corrcoef;
    cov: typeof cov;
    amax: typeof amax;
    amin: typeof amin;
    aminmax: typeof aminmax;
    logsumexp: typeof logsumexp;
    argmax: typeof argmax;
    argmin: typeof argmin;
    max: typeof max;
    min: typeof min;
    mean: typeof mean;
    norm: typeof norm;
    dist: typeof dist;
    renorm: typeof renorm;
    renorm_: typeof renorm;
    expand: typeof expand;
    sum: typeof sum;
    trace: typeof trace;
    all: typeof all;
    any: typeof any;
    countNonzero: typeof countNonzero;
    std: typeof std;
    var: typeof variance;
    nanmean: typeof nanmean;
    nansum: typeof nansum;
    cummax: typeof cummax;
    cummin: typeof cummin;
    cumprod: typeof cumprod;
    cumprod_: typeof cumprod_;
    cumsum: typeof cumsum;
    cumsum_: typeof cumsum_;
    prod: typeof prod;
    diff: typeof diff;
    logcumsumexp: typeof logcumsumexp;
    flip: typeof flip;
    fliplr: typeof fliplr;
    flipud: typeof flipud;
    rot90: typeof rot90;
    repeat: typeof repeat;
    repeatInterleave: typeof repeatInterleave;
    tile: typeof tile;
    roll: typeof roll;
    tril: typeof tril;
    tril_: typeof tril_;
    triu: typeof triu;
    triu_: typeof triu_;
    bincount: typeof bincount;
    histc: typeof histc;
    histogram: typeof histogram;
    median: typeof median;
    nanmedian: typeof nanmedian;
    quantile: typeof quantile;
    mode: typeof mode;
    nanquantile: typeof nanquantile;
    argsort: typeof argsort;
    kthvalue: typeof kthvalue;
    msort: typeof msort;
    sort: typeof sort;
    topk: typeof topk;
    unique: typeof unique;
    uniqueConsecutive: typeof uniqueConsecutive;
    asStrided: typeof asStrided;
    asStridedScatter: typeof asStridedScatter;
    broadcastTo: typeof broadcastTo;
    expandAs: typeof expandAs;
    sumToSize: typeof sumToSize;
    detach: typeof detach;
    detach_: typeof detach_;
    diag: typeof diag;
    diagEmbed: typeof diagEmbed;
    diagonal: typeof diagonal;
    diagonalScatter: typeof diagonalScatter;
    selectScatter: typeof selectScatter;
    sliceScatter: typeof sliceScatter;
    diagflat: typeof diagflat;
    fillDiagonal_: typeof fillDiagonal_;
    narrowCopy: typeof narrowCopy;
    splitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
    unsafeChunk: (input: Tensor, chunks: number, dim?: number) => Tensor[];
    unsafeSplit: (input: Tensor, splitSize: number, dim?: number) => Tensor[];
    unsafeSplitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
    chunk: typeof chunk;
    dsplit: typeof dsplit;
    hsplit: typeof hsplit;
    split: typeof split;
    tensorSplit: typeof tensorSplit;
    unbind: typeof unbind;
    vsplit: typeof vsplit;
    moveaxis: typeof moveaxis;
    movedim: typeof movedim;
    permute: typeof permute;
    swapaxes: typeof swapaxes;
    swapdims: typeof swapdims;
    t: typeof t;
    transpose: typeof transpose;
    ravel: typeof ravel;
    reshapeAs: typeof reshapeAs;
    unflatten: typeof unflatten;
    viewAs: typeof viewAs;
    narrow: typeof narrow;
    select: typeof select;
    slice: typeof slice;
    unfold: typeof unfold;
    flatten: typeof flatten;
    reshape: typeof reshape;
    squeeze: typeof squeeze;
    unsqueeze: typeof unsqueeze;
    view: typeof view;
};
type Functions = typeof functions;
interface DocumentedFunctions {
    abs: Functions["abs"];
    abs_: Functions["abs_"];
    absolute: Functions["absolute"];
    absolute_: Functions["absolute_"];
    acos: Functions["acos"];
    acos_: Functions["acos_"];
    acosh: Functions["acosh"];
    acosh_: Functions["acosh_"];
    add: Functions["add"];
    add_: Functions["add_"];
    addbmm: Functions["addbmm"];
    addbmm_: Functions["addbmm_"];
    addcdiv: Functions["addcdiv"];
    addcdiv_: Functions["addcdiv_"];
    addcmul: Functions["addcmul"];
    addcmul_: Functions["addcmul_"];
    addmm: Functions["addmm"];
    addmm_: Functions["addmm_"];
    addmv: Functions["addmv"];
    addmv_: Functions["addmv_"];
    addr: Functions["addr"];
    addr_: Functions["addr_"];
    all: Functions["all"];
    allclose: Functions["allclose"];
    amax: Functions["amax"];
    amin: Functions["amin"];
    aminmax: Functions["aminmax"];
    angle: Functions["angle"];
    any: Functions["any"];
    apply_: Functions["apply_"];
    arccos: Functions["arccos"];
    arccos_: Functions["arccos_"];
    arccosh: Functions["arccosh"];
    arccosh_: Functions["arccosh_"];
    arcsin: Functions["arcsin"];
    arcsin_: Functions["arcsin_"];
    arcsinh: Functions["arcsinh"];
    arcsinh_: Functions["arcsinh_"];
    arctan: Functions["arctan"];
    arctan2: Functions["arctan2"];
    arctan2_: Functions["arctan2_"];
    arctan_: Functions["arctan_"];
    arctanh: Functions["arctanh"];
    arctanh_: Functions["arctanh_"];
    argmax: Functions["argmax"];
    argmin: Functions["argmin"];
    argsort: Functions["argsort"];
    argwhere: Functions["argwhere"];
    asStrided: Functions["asStrided"];
    asStridedScatter: Functions["asStridedScatter"];
    asin: Functions["asin"];
    asin_: Functions["asin_"];
    asinh: Functions["asinh"];
    asinh_: Functions["asinh_"];
    at: Functions["at"];
    atan: Functions["atan"];
    atan2: Functions["atan2"];
    atan2_: Functions["atan2_"];
    atan_: Functions["atan_"];
    atanh: Functions["atanh"];
    atanh_: Functions["atanh_"];
    backward: Functions["backward"];
    baddbmm: Functions["baddbmm"];
    baddbmm_: Functions["baddbmm_"];
    bernoulli: Functions["bernoulli"];
    bernoulli_: Functions["bernoulli_"];
    bincount: Functions["bincount"];
    bitwiseAnd: Functions["bitwiseAnd"];
    bitwiseAnd_: Functions["bitwiseAnd_"];
    bitwiseLeftShift: Functions["bitwiseLeftShift"];
    bitwiseLeftShift_: Functions["bitwiseLeftShift_"];
    bitwiseNot: Functions["bitwiseNot"];
    bitwiseNot_: Functions["bitwiseNot_"];
    bitwiseOr: Functions["bitwiseOr"];
    bitwiseOr_: Functions["bitwiseOr_"];
    bitwiseRightShift: Functions["bitwiseRightShift"];
    bitwiseRightShift_: Functions["bitwiseRightShift_"];
    bitwiseXor: Functions["bitwiseXor"];
    bitwiseXor_: Functions["bitwiseXor_"];
    bmm: Functions["bmm"];
    bool: Functions["bool"];
    broadcastTo: Functions["broadcastTo"];
    byte: Functions["byte"];
    cauchy_: Functions["cauchy_"];
    ceil: Functions["ceil"];
    ceil_: Functions["ceil_"];
    chunk: Functions["chunk"];
    clamp: Functions["clamp"];
    clampMax: Functions["clampMax"];
    clampMax_: Functions["clampMax_"];
    clampMin: Functions["clampMin"];
    clampMin_: Functions["clampMin_"];
    clamp_: Functions["clamp_"];
    clip: Functions["clip"];
    clip_: Functions["clip_"];
    clone: Functions["clone"];
    conj: Functions["conj"];
    conjPhysical: Functions["conjPhysical"];
    contiguous: Functions["contiguous"];
    copy_: Functions["copy_"];
    copysign: Functions["copysign"];
    copysign_: Functions["copysign_"];
    corrcoef: Functions["corrcoef"];
    cos: Functions["cos"];
    cos_: Functions["cos_"];
    cosh: Functions["cosh"];
    cosh_: Functions["cosh_"];
    countNonzero: Functions["countNonzero"];
    cov: Functions["cov"];
    cpu: Functions["cpu"];
    cross: Functions["cross"];
    cuda: Functions["cuda"];
    cummax: Functions["cummax"];
    cummin: Functions["cummin"];
    cumprod: Functions["cumprod"];
    cumprod_: Functions["cumprod_"];
    cumsum: Functions["cumsum"];
    cumsum_: Functions["cumsum_"];
    deg2rad: Functions["deg2rad"];
    deg2rad_: Functions["deg2rad_"];
    detach: Functions["detach"];
    detach_: Functions["detach_"];
    diag: Functions["diag"];
    diagEmbed: Functions["diagEmbed"];
    diagflat: Functions["diagflat"];
    diagonal: Functions["diagonal"];
    diagonalScatter: Functions["diagonalScatter"];
    diff: Functions["diff"];
    digamma: Functions["digamma"];
    digamma_: Functions["digamma_"];
    dist: Functions["dist"];
    div: Functions["div"];
    div_: Functions["div_"];
    divide: Functions["divide"];
    divide_: Functions["divide_"];
    dot: Functions["dot"];
    double: Functions["double"];
    dsplit: Functions["dsplit"];
    elementSize: Functions["elementSize"];
    eq: Functions["eq"];
    eq_: Functions["eq_"];
    equal: Functions["equal"];
    erf: Functions["erf"];
    erf_: Functions["erf_"];
    erfc: Functions["erfc"];
    erfc_: Functions["erfc_"];
    erfinv: Functions["erfinv"];
    erfinv_: Functions["erfinv_"];
    exp: Functions["exp"];
    exp2: Functions["exp2"];
    exp2_: Functions["exp2_"];
    exp_: Functions["exp_"];
    expand: Functions["expand"];
    expandAs: Functions["expandAs"];
    expm1: Functions["expm1"];
    expm1_: Functions["expm1_"];
    exponential_: Functions["exponential_"];
    fillDiagonal_: Functions["fillDiagonal_"];
    fill_: Functions["fill_"];
    fix: Functions["fix"];
    fix_: Functions["fix_"];
    flatten: Functions["flatten"];
    flip: Functions["flip"];
    fliplr: Functions["fliplr"];
    flipud: Functions["flipud"];
    float: Functions["float"];
    floor: Functions["floor"];
    floorDivide: Functions["floorDivide"];
    floorDivide_: Functions["floorDivide_"];
    floor_: Functions["floor_"];
    fmax: Functions["fmax"];
    fmin: Functions["fmin"];
    fmod: Functions["fmod"];
    fmod_: Functions["fmod_"];
    frac: Functions["frac"];
    frac_: Functions["frac_"];
    gather: Functions["gather"];
    ge: Functions["ge"];
    ge_: Functions["ge_"];
    geometric_: Functions["geometric_"];
    ger: Functions["ger"];
    getDevice: Functions["getDevice"];
    greater: Functions["greater"];
    greaterEqual: Functions["greaterEqual"];
    greaterEqual_: Functions["greaterEqual_"];
    greater_: Functions["greater_"];
    gt: Functions["gt"];
    gt_: Functions["gt_"];
    half: Functions["half"];
    heaviside: Functions["heaviside"];
    heaviside_: Functions["heaviside_"];
    histc: Functions["histc"];
    histogram: Functions["histogram"];
    hsplit: Functions["hsplit"];
    hypot: Functions["hypot"];
    hypot_: Functions["hypot_"];
    indexAdd: Functions["indexAdd"];
    indexAdd_: Functions["indexAdd_"];
    indexCopy: Functions["indexCopy"];
    indexCopy_: Functions["indexCopy_"];
    indexFill: Functions["indexFill"];
    indexFill_: Functions["indexFill_"];
    indexPut: Functions["indexPut"];
    indexPut_: Functions["indexPut_"];
    indexReduce: Functions["indexReduce"];
    indexReduce_: Functions["indexReduce_"];
    indexSelect: Functions["indexSelect"];
    inner: Functions["inner"];
    int: Functions["int"];
    isComplex: Functions["isComplex"];
    isContiguous: Functions["isContiguous"];
    isFloatingPoint: Functions["isFloatingPoint"];
    isNonzero: Functions["isNonzero"];
    isSameSize: Functions["isSameSize"];
    isSigned: Functions["isSigned"];
    isclose: Functions["isclose"];
    isfinite: Functions["isfinite"];
    isinf: Functions["isinf"];
    isnan: Functions["isnan"];
    isneginf: Functions["isneginf"];
    isposinf: Functions["isposinf"];
    isreal: Functions["isreal"];
    item: Functions["item"];
    kron: Functions["kron"];
    kthvalue: Functions["kthvalue"];
    le: Functions["le"];
    le_: Functions["le_"];
    lerp: Functions["lerp"];
    lerp_: Functions["lerp_"];
    less: Functions["less"];
    lessEqual: Functions["lessEqual"];
    lessEqual_: Functions["lessEqual_"];
    less_: Functions["less_"];
    lgamma: Functions["lgamma"];
    lgamma_: Functions["lgamma_"];
    log: Functions["log"];
    log10: Functions["log10"];
    log10_: Functions["log10_"];
    log1p: Functions["log1p"];
    log1p_: Functions["log1p_"];
    log2: Functions["log2"];
    log2_: Functions["log2_"];
    logNormal_: Functions["logNormal_"];
    logSoftmax: Functions["logSoftmax"];
    log_: Functions["log_"];
    logaddexp: Functions["logaddexp"];
    logaddexp2: Functions["logaddexp2"];
    logcumsumexp: Functions["logcumsumexp"];
    logicalAnd: Functions["logicalAnd"];
    logicalAnd_: Functions["logicalAnd_"];
    logicalNot: Functions["logicalNot"];
    logicalNot_: Functions["logicalNot_"];
    logicalOr: Functions["logicalOr"];
    logicalOr_: Functions["logicalOr_"];
    logicalXor: Functions["logicalXor"];
    logicalXor_: Functions["logicalXor_"];
    logsumexp: Functions["logsumexp"];
    long: Functions["long"];
    lt: Functions["lt"];
    lt_: Functions["lt_"];
    map_: Functions["map_"];
    maskedFill: Functions["maskedFill"];
    maskedFill_: Functions["maskedFill_"];
    maskedScatter: Functions["maskedScatter"];
    maskedScatter_: Functions["maskedScatter_"];
    maskedSelect: Functions["maskedSelect"];
    matmul: Functions["matmul"];
    max: Functions["max"];
    maximum: Functions["maximum"];
    mean: Functions["mean"];
    median: Functions["median"];
    min: Functions["min"];
    minimum: Functions["minimum"];
    mm: Functions["mm"];
    mode: Functions["mode"];
    moveaxis: Functions["moveaxis"];
    movedim: Functions["movedim"];
    msort: Functions["msort"];
    mul: Functions["mul"];
    mul_: Functions["mul_"];
    multinomial: Functions["multinomial"];
    multiply: Functions["multiply"];
    multiply_: Functions["multiply_"];
    mv: Functions["mv"];
    nanToNum: Functions["nanToNum"];
    nanToNum_: Functions["nanToNum_"];
    nanmean: Functions["nanmean"];
    nanmedian: Functions["nanmedian"];
    nanquantile: Functions["nanquantile"];
    nansum: Functions["nansum"];
    narrow: Functions["narrow"];
    narrowCopy: Functions["narrowCopy"];
    ndimension: Functions["ndimension"];
    ne: Functions["ne"];
    ne_: Functions["ne_"];
    neg: Functions["neg"];
    neg_: Functions["neg_"];
    negative: Functions["negative"];
    negative_: Functions["negative_"];
    nelement: Functions["nelement"];
    newEmpty: Functions["newEmpty"];
    newFull: Functions["newFull"];
    newOnes: Functions["newOnes"];
    newTensor: Functions["newTensor"];
    newZeros: Functions["newZeros"];
    nonzero: Functions["nonzero"];
    nonzeroStatic: Functions["nonzeroStatic"];
    norm: Functions["norm"];
    normal_: Functions["normal_"];
    notEqual: Functions["notEqual"];
    notEqual_: Functions["notEqual_"];
    outer: Functions["outer"];
    permute: Functions["permute"];
    positive: Functions["positive"];
    pow: Functions["pow"];
    pow_: Functions["pow_"];
    prod: Functions["prod"];
    put: Functions["put"];
    put_: Functions["put_"];
    quantile: Functions["quantile"];
    rad2deg: Functions["rad2deg"];
    rad2deg_: Functions["rad2deg_"];
    random_: Functions["random_"];
    ravel: Functions["ravel"];
    read: Functions["read"];
    reciprocal: Functions["reciprocal"];
    reciprocal_: Functions["reciprocal_"];
    registerHook: Functions["registerHook"];
    registerPostAccumulateGradHook: Functions["registerPostAccumulateGradHook"];
    relu: Functions["relu"];
    relu_: Functions["relu_"];
    remainder: Functions["remainder"];
    remainder_: Functions["remainder_"];
    renorm: Functions["renorm"];
    renorm_: Functions["renorm_"];
    repeat: Functions["repeat"];
    repeatInterleave: Functions["repeatInterleave"];
    reshape: Functions["reshape"];
    reshapeAs: Functions["reshapeAs"];
    resolveConj: Functions["resolveConj"];
    resolveNeg: Functions["resolveNeg"];
    retainGrad: Functions["retainGrad"];
    roll: Functions["roll"];
    rot90: Functions["rot90"];
    round: Functions["round"];
    round_: Functions["round_"];
    rsqrt: Functions["rsqrt"];
    rsqrt_: Functions["rsqrt_"];
    scatter: Functions["scatter"];
    scatterAdd: Functions["scatterAdd"];
    scatterAdd_: Functions["scatterAdd_"];
    scatterReduce: Functions["scatterReduce"];
    scatterReduce_: Functions["scatterReduce_"];
    scatter_: Functions["scatter_"];
    select: Functions["select"];
    selectScatter: Functions["selectScatter"];
    set: Functions["set"];
    sgn: Functions["sgn"];
    sgn_: Functions["sgn_"];
    sigmoid: Functions["sigmoid"];
    sigmoid_: Functions["sigmoid_"];
    sign: Functions["sign"];
    sign_: Functions["sign_"];
    signbit: Functions["signbit"];
    sin: Functions["sin"];
    sin_: Functions["sin_"];
    sinc: Functions["sinc"];
    sinc_: Functions["sinc_"];
    sinh: Functions["sinh"];
    sinh_: Functions["sinh_"];
    slice: Functions["slice"];
    sliceScatter: Functions["sliceScatter"];
    softmax: Functions["softmax"];
    sort: Functions["sort"];
    split: Functions["split"];
    splitWithSizes: Functions["splitWithSizes"];
    sqrt: Functions["sqrt"];
    sqrt_: Functions["sqrt_"];
    square: Functions["square"];
    square_: Functions["square_"];
    squeeze: Functions["squeeze"];
    std: Functions["std"];
    storageOffset: Functions["storageOffset"];
    stride: Functions["stride"];
    sub: Functions["sub"];
    sub_: Functions["sub_"];
    subtract: Functions["subtract"];
    subtract_: Functions["subtract_"];
    sum: Functions["sum"];
    sumToSize: Functions["sumToSize"];
    swapaxes: Functions["swapaxes"];
    swapdims: Functions["swapdims"];
    t: Functions["t"];
    take: Functions["take"];
    takeAlongDim: Functions["takeAlongDim"];
    tan: Functions["tan"];
    tan_: Functions["tan_"];
    tanh: Functions["tanh"];
    tanh_: Functions["tanh_"];
    tensorSplit: Functions["tensorSplit"];
    tile: Functions["tile"];
    to: Functions["to"];
    toArray: Functions["toArray"];
    toDense: Functions["toDense"];
    toJSON: Functions["toJSON"];
    toTypedArray: Functions["toTypedArray"];
    tolist: Functions["tolist"];
    topk: Functions["topk"];
    trace: Functions["trace"];
    transpose: Functions["transpose"];
    tril: Functions["tril"];
    tril_: Functions["tril_"];
    triu: Functions["triu"];
    triu_: Functions["triu_"];
    trueDivide: Functions["trueDivide"];
    trueDivide_: Functions["trueDivide_"];
    trunc: Functions["trunc"];
    trunc_: Functions["trunc_"];
    type: Functions["type"];
    typeAs: Functions["typeAs"];
    unbind: Functions["unbind"];
    unflatten: Functions["unflatten"];
    unfold: Functions["unfold"];
    uniform_: Functions["uniform_"];
    unique: Functions["unique"];
    uniqueConsecutive: Functions["uniqueConsecutive"];
    unsafeChunk: Functions["unsafeChunk"];
    unsafeSplit: Functions["unsafeSplit"];
    unsafeSplitWithSizes: Functions["unsafeSplitWithSizes"];
    unsqueeze: Functions["unsqueeze"];
    var: Functions["var"];
    vdot: Functions["vdot"];
    view: Functions["view"];
    viewAs: Functions["viewAs"];
    vsplit: Functions["vsplit"];
    xlogy: Functions["xlogy"];
    xlogy_: Functions["xlogy_"];
    zero_: Functions["zero_"];
}
type Plain = Omit<DocumentedFunctions, "max" | "median" | "min" | "nanmedian" | "nonzero" | "stride" | "to" | "type">;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & OverloadedMethods & {
    readonly T: Tensor;
    readonly H: Tensor;
    readonly mT: Tensor;
    readonly mH: Tensor;
    readonly nbytes: number;
    readonly itemsize: number;
    readonly isCpu: boolean;
    readonly isCuda: boolean;
    to: ToMethod;
    toString(): string;
    [Symbol.iterator](): IterableIterator<Tensor>;
};
declare global {
    interface BernoulliTensorMethods extends TensorMethods {
    }
}
interface OverloadedMethods {
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(...rest: AlongDim): ExtremeResult;
    median(): Tensor;
    median(...rest: AlongDim): ExtremeResult;
    nanmedian(): Tensor;
    nanmedian(...rest: AlongDim): ExtremeResult;
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(...rest: AlongDim): ExtremeResult;
    nonzero(options: {
        readonly asTuple: true;
    }): Tensor[];
    nonzero(options?: {
        readonly asTuple?: false;
    }): Tensor;
    stride(): readonly number[];
    stride(dim: number): number;
    type(): string;
    type(dtype: DType): Tensor;
}
interface AutocastOptions {
    readonly dtype?: "bfloat16" | "float16" | "float32";
    readonly enabled?: boolean;
    readonly cacheEnabled?: boolean;
}
declare function autocast$1<Result>(deviceType: string, body: () => Result): Result;
declare function autocast$1<Result>(deviceType: string, options: AutocastOptions, body: () => Result): Result;
declare function autocast$1<Result>(deviceType: string, dtype: AutocastOptions["dtype"] | null, body: () => Result): Result;
declare function autocast$1<Result>(deviceType: string, dtype: AutocastOptions["dtype"] | null, options: boolean | Omit<AutocastOptions, "dtype">, body: () => Result): Result;
declare function isAutocastAvailable(deviceType: string): boolean;
interface GradScalerOptions {
    readonly initScale?: number;
    readonly growthFactor?: number;
    readonly backoffFactor?: number;
    readonly growthInterval?: number;
    readonly enabled?: boolean;
}
type Places = [
    "initScale",
    "growthFactor",
    "backoffFactor",
    "growthInterval",
    "enabled"
];
interface ScaledOptimizer {
    readonly paramGroups: readonly {
        readonly params: readonly Tensor[];
    }[];
    step(closure?: any): any;
}
type Scalable = Tensor | readonly Scalable[];
interface GradScalerState {
    readonly scale: number;
    readonly growth_factor: number;
    readonly backoff_factor: number;
    readonly growth_interval: number;
    readonly _growth_tracker: number;
}
declare class GradScaler$1 {
    #private;
    constructor(device?: string, ...rest: Positional<GradScalerOptions, Places>);
    scale<Outputs extends Scalable>(outputs: Outputs): Outputs;
    unscale_(optimizer: ScaledOptimizer): void;
    step(optimizer: ScaledOptimizer, closure?: () => Tensor): Tensor | undefined;
    update(newScale?: number | Tensor | null): void;
    getScale(): number;
    isEnabled(): boolean;
    getGrowthFactor(): number;
    setGrowthFactor(newFactor: number): void;
    getBackoffFactor(): number;
    setBackoffFactor(newFactor: number): void;
    getGrowthInterval(): number;
    setGrowthInterval(newInterval: number): void;
    stateDict(): GradScalerState | Record<string, never>;
    loadStateDict(stateDict: Readonly<Partial<GradScalerState>>): void;
}
type index_AutocastOptions = AutocastOptions;
type index_GradScalerOptions = GradScalerOptions;
type index_GradScalerState = GradScalerState;
type index_Scalable = Scalable;
type index_ScaledOptimizer = ScaledOptimizer;
declare const index_isAutocastAvailable: typeof isAutocastAvailable;
declare namespace index {
    export { type index_AutocastOptions as AutocastOptions, GradScaler$1 as GradScaler, type index_GradScalerOptions as GradScalerOptions, type index_GradScalerState as GradScalerState, type index_Scalable as Scalable, type index_ScaledOptimizer as ScaledOptimizer, autocast$1 as autocast, index_isAutocastAvailable as isAutocastAvailable };
}
interface AnomalyOptions {
    readonly checkNan?: boolean;
}
declare function setDetectAnomaly(mode: boolean, options?: AnomalyOptions): void;
declare function detectAnomaly<Result>(body: () => Result, options?: AnomalyOptions): Result;
declare function isAnomalyEnabled(): boolean;
type Tensors = Tensor | readonly Tensor[];
type Spread<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? [
    ...Inputs
] : [
    Inputs
];
type Like<Given extends Tensors> = Given extends readonly Tensor[] ? {
    [At in keyof Given]: Tensor;
} : Tensor;
interface FunctionalOptions {
    readonly createGraph?: boolean;
    readonly strict?: boolean;
}
type Jacobian<Inputs extends Tensors, Outputs extends Tensors> = Outputs extends readonly Tensor[] ? {
    [At in keyof Outputs]: OfInputs<Inputs>;
} : OfInputs<Inputs>;
type OfInputs<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? {
    [At in keyof Inputs]: Tensor;
} : Tensor;
declare function jacobian<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, options?: FunctionalOptions): Jacobian<Inputs, Outputs>;
declare function hessian<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, options?: FunctionalOptions): Inputs extends readonly Tensor[] ? {
    [Row in keyof Inputs]: {
        [At in keyof Inputs]: Tensor;
    };
} : Tensor;
declare function vjp<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, v?: Like<Outputs> | null, options?: FunctionalOptions): [
    outputs: Outputs,
    product: Like<Inputs>
];
declare function jvp<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    outputs: Outputs,
    product: Like<Outputs>
];
declare function vhp<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    output: Tensor,
    product: Like<Inputs>
];
declare function hvp<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    output: Tensor,
    product: Like<Inputs>
];
declare const autograd: {
    Function: typeof AutogradFunction;
    backward: typeof backward;
    detectAnomaly: typeof detectAnomaly;
    functional: {
        hessian: typeof hessian;
        hvp: typeof hvp;
        jacobian: typeof jacobian;
        jvp: typeof jvp;
        vhp: typeof vhp;
        vjp: typeof vjp;
    };
    grad: typeof grad;
    gradcheck: typeof gradcheck;
    gradgradcheck: typeof gradgradcheck;
    isAnomalyEnabled: typeof isAnomalyEnabled;
    setDetectAnomaly: typeof setDetectAnomaly;
};
declare namespace autograd {
    type AnomalyOptions = AnomalyOptions;
    type BackwardOptions = BackwardOptions;
    type Differentiable = Differentiable;
    type Function = AutogradFunction;
    type FunctionClass = FunctionClass;
    type FunctionContext = FunctionContext;
    type FunctionalOptions = FunctionalOptions;
    type GradOptions = GradOptions;
    type GradcheckOptions = GradcheckOptions;
}
declare function autocast<Result>(body: () => Result): Result;
declare function autocast<Result>(options: AutocastOptions, body: () => Result): Result;
declare function autocast<Result>(enabled: boolean, body: () => Result): Result;
declare function autocast<Result>(enabled: boolean, options: Omit<AutocastOptions, "enabled">, body: () => Result): Result;
declare class GradScaler extends GradScaler$1 {
    constructor(...rest: Positional<GradScalerOptions, [
        "initScale",
        "growthFactor",
        "backoffFactor",
        "growthInterval",
        "enabled"
    ]>);
}
type cuda$1_GradScaler = GradScaler;
declare const cuda$1_GradScaler: typeof GradScaler;
declare const cuda$1_autocast: typeof autocast;
declare namespace cuda$1 {
    export { cuda$1_GradScaler as GradScaler, cuda$1_autocast as autocast };
}
declare function isAvailable(): boolean;
declare function deviceCount(): number;
declare function manualSeed(seed: number): void;
declare function manualSeedAll(seed: number): void;
declare const cuda_deviceCount: typeof deviceCount;
declare const cuda_isAvailable: typeof isAvailable;
declare const cuda_manualSeed: typeof manualSeed;
declare const cuda_manualSeedAll: typeof manualSeedAll;
declare namespace cuda {
    export { cuda$1 as amp, cuda_deviceCount as deviceCount, cuda_isAvailable as isAvailable, cuda_manualSeed as manualSeed, cuda_manualSeedAll as manualSeedAll };
}
export {
  AlongDim,
  DType,
  ExtremeResult,
  Operand,
  Positional,
  Tensor,
  ToMethod,
  abs,
  add,
  add_,
  addbmm,
  addbmm_,
  addcdiv,
  addcdiv_,
  addcmul,
  addcmul_,
  addmm,
  addmm_,
  addmv,
  addmv_,
  addr,
  addr_,
  all,
  allclose,
  amax,
  amin,
  aminmax,
  any,
  apply_,
  argmax,
  argmin,
  argsort,
  argwhere,
  asStrided,
  asStridedScatter,
  at,
  atan2,
  autograd,
  backward,
  baddbmm,
  baddbmm_,
  bernoulli,
  bernoulli_,
  bincount,
  bitwiseNot,
  bmm,
  bool,
  broadcastTo,
  byte,
  cauchy_,
  chunk,
  clamp,
  clampMax,
  clampMin,
  clamp_,
  clone,
  contiguous,
  copy_,
  copysign,
  corrcoef,
  countNonzero,
  cov,
  cross,
  cuda,
  cummax,
  cummin,
  cumprod,
  cumprod_,
  cumsum,
  cumsum_,
  detach,
  detach_,
  diag,
  diagEmbed,
  diagflat,
  diagonal,
  diagonalScatter,
  diff,
  dist,
  div,
  div_,
  dot,
  double,
  dsplit,
  equal,
  exp,
  expand,
  expandAs,
  exponential_,
  fillDiagonal_,
  fill_,
  flatten,
  flip,
  fliplr,
  flipud,
  float,
  floorDivide,
  fmax,
  fmin,
  fmod,
  gather,
  geometric_,
  ger,
  grad,
  heaviside,
  histc,
  histogram,
  hsplit,
  hypot,
  index as amp,
  indexAdd,
  indexAdd_,
  indexCopy,
  indexCopy_,
  indexFill,
  indexFill_,
  indexPut,
  indexPut_,
  indexReduce,
  indexSelect,
  inner,
  int,
  isComplex,
  isFloatingPoint,
  isNonzero,
  isSameSize,
  isSigned,
  isclose,
  isreal,
  kron,
  kthvalue,
  lerp,
  log,
  logNormal_,
  logSoftmax,
  logaddexp,
  logaddexp2,
  logcumsumexp,
  logsumexp,
  long,
  map_,
  maskedFill,
  maskedFill_,
  maskedScatter,
  maskedScatter_,
  maskedSelect,
  matmul,
  max,
  maximum,
  mean,
  median,
  min,
  minimum,
  mm,
  mode,
  moveaxis,
  movedim,
  msort,
  mul,
  mul_,
  multinomial,
  mv,
  nanToNum,
  nanmean,
  nanmedian,
  nanquantile,
  nansum,
  narrow,
  narrowCopy,
  neg,
  newEmpty,
  newFull,
  newOnes,
  newTensor,
  newZeros,
  nonzero,
  nonzeroStatic,
  norm,
  normal_,
  outer,
  permute,
  positive,
  pow,
  prod,
  put,
  quantile,
  random_,
  ravel,
  real,
  registerHook,
  registerPostAccumulateGradHook,
  relu,
  relu_,
  remainder,
  renorm,
  repeat,
  repeatInterleave,
  reshape,
  reshapeAs,
  retainGrad,
  roll,
  rot90,
  round,
  round_,
  scatter,
  scatterAdd,
  scatterAdd_,
  scatterReduce,
  scatter_,
  select,
  selectScatter,
  set,
  sigmoid,
  sigmoid_,
  sign,
  slice,
  sliceScatter,
  softmax,
  sort,
  split,
  sqrt,
  square,
  squeeze,
  std,
  sub,
  sub_,
  sum,
  sumToSize,
  swapaxes,
  swapdims,
  t,
  take,
  takeAlongDim,
  tanh,
  tanh_,
  tensorSplit,
  tile,
  to,
  toDense,
  topk,
  trace,
  transpose,
  tril,
  tril_,
  triu,
  triu_,
  type BackwardOptions,
  type GradOptions,
  type TensorMethods,
  typeAs,
  unbind,
  unflatten,
  unfold,
  uniform_,
  unique,
  uniqueConsecutive,
  unsqueeze,
  variance as var,
  vdot,
  view,
  viewAs,
  vsplit,
  xlogy,
  zero_,
};
