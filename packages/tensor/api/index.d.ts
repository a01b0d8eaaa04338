import { T as Tensor, D as DType } from './tensor.js';
export {
  N as NestedArray,
  S as Scope,
  a as Device,
  b as Shape,
  c as TypedArray,
  d as canCast,
  e as closeScope,
  f as isTensor,
  i as isFloating,
  o as openScope,
  p as promoteTypes,
} from './tensor.js';
import { b as backward, c as cpu, a as cuda$2, e as elementSize, g as getDevice, h as half, i as isComplex, d as isContiguous, f as isFloatingPoint, j as isNonzero, k as isSameSize, l as isSigned, m as item, n as ndimension, o as nelement, r as read, p as registerHook, q as registerPostAccumulateGradHook, s as retainGrad, t as storageOffset, u as stride, v as toArray, w as toJSON, x as tolist, y as toTypedArray, z as type, A as apply_, B as map_, C as bool, D as byte, E as double, F as float, G as int, H as long, I as typeAs, J as clone, K as contiguous, L as copy_, M as fill_, N as zero_, O as newEmpty, P as newFull, Q as newOnes, R as newTensor, S as newZeros, T as to, U as indexAdd, V as indexAdd_, W as indexCopy, X as indexCopy_, Y as indexFill, Z as indexFill_, _ as take, $ as takeAlongDim, a0 as at, a1 as gather, a2 as indexSelect, a3 as scatter, a4 as scatter_, a5 as scatterAdd, a6 as scatterAdd_, a7 as maskedFill, a8 as maskedFill_, a9 as maskedScatter, aa as maskedScatter_, ab as maskedSelect, ac as argwhere, ad as nonzero, ae as indexPut, af as indexPut_, ag as set, ah as nonzeroStatic, ai as put, aj as indexReduce, ak as scatterReduce, al as toDense, am as logSoftmax, an as softmax, ao as abs, ap as sign, aq as add, ar as add_, as as sub, at as sub_, au as addcdiv, av as addcdiv_, aw as addcmul, ax as addcmul_, ay as atan2, az as clamp, aA as clamp_, aB as div, aC as div_, aD as mul, aE as mul_, aF as neg, aG as bitwiseNot, aH as copysign, aI as heaviside, aJ as lerp, aK as allclose, aL as equal, aM as isclose, aN as exp, aO as log, aP as clampMax, aQ as clampMin, aR as fmax, aS as fmin, aT as maximum, aU as minimum, aV as nanToNum, aW as floorDivide, aX as fmod, aY as hypot, aZ as pow, a_ as remainder, a$ as sqrt, b0 as square, b1 as xlogy, b2 as logaddexp, b3 as logaddexp2, b4 as real, b5 as isreal, b6 as positive, b7 as relu, b8 as relu_, b9 as round, ba as round_, bb as sigmoid, bc as sigmoid_, bd as tanh, be as tanh_, bf as addbmm, bg as addbmm_, bh as addmm, bi as addmm_, bj as addmv, bk as addmv_, bl as addr, bm as addr_, bn as baddbmm, bo as baddbmm_, bp as matmul, bq as bmm, br as dot, bs as inner, bt as mm, bu as mv, bv as vdot, bw as cross, bx as ger, by as kron, bz as outer, bA as bernoulli, bB as bernoulli_, bC as cauchy_, bD as exponential_, bE as geometric_, bF as logNormal_, bG as random_, bH as multinomial, bI as normal_, bJ as uniform_, bK as corrcoef, bL as cov, bM as amax, bN as amin, bO as aminmax, bP as logsumexp, bQ as argmax, bR as argmin, bS as max, bT as min, bU as mean, bV as norm, bW as dist, bX as renorm, bY as trace, bZ as all, b_ as any, b$ as countNonzero, c0 as std, c1 as variance, c2 as nanmean, c3 as nansum, c4 as cummax, c5 as cummin, c6 as cumprod, c7 as cumprod_, c8 as cumsum, c9 as cumsum_, ca as prod, cb as diff, cc as logcumsumexp, cd as flip, ce as fliplr, cf as flipud, cg as rot90, ch as repeat, ci as repeatInterleave, cj as tile, ck as roll, cl as tril, cm as tril_, cn as triu, co as triu_, cp as bincount, cq as histc, cr as histogram, cs as median, ct as nanmedian, cu as quantile, cv as mode, cw as nanquantile, cx as argsort, cy as kthvalue, cz as msort, cA as sort, cB as topk, cC as unique, cD as uniqueConsecutive, cE as asStrided, cF as asStridedScatter, cG as broadcastTo, cH as expandAs, cI as sumToSize, cJ as detach, cK as detach_, cL as diag, cM as diagEmbed, cN as diagonal, cO as diagonalScatter, cP as selectScatter, cQ as sliceScatter, cR as diagflat, cS as fillDiagonal_, cT as narrowCopy, cU as chunk, cV as dsplit, cW as hsplit, cX as split, cY as tensorSplit, cZ as unbind, c_ as vsplit, c$ as moveaxis, d0 as movedim, d1 as permute, d2 as swapaxes, d3 as swapdims, d4 as t, d5 as transpose, d6 as ravel, d7 as reshapeAs, d8 as unflatten, d9 as viewAs, da as narrow, db as select, dc as slice, dd as unfold, de as flatten, df as reshape, dg as squeeze, dh as unsqueeze, di as view, dj as ExtremeResult, dk as ToMethod, dl as AutogradFunction, dm as grad, dn as gradcheck, dp as gradgradcheck, dq as BackwardOptions, dr as Differentiable, ds as FunctionClass, dt as FunctionContext, du as GradOptions, dv as GradcheckOptions } from './lean.js';
export {
  d$ as Conv3dOptions,
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
  dL as BatchNormOptions,
  dM as BernoulliError,
  dN as BinaryCrossEntropyOptions,
  dO as BinaryCrossEntropyWithLogitsOptions,
  dP as BincountOptions,
  dQ as BucketizeOptions,
  dR as CdistOptions,
  dS as CholeskyFactorOptions,
  dT as ClampOptions,
  dU as CloseOptions,
  dV as ColumnOptions,
  dW as CombinationsOptions,
  dX as CompileOptions,
  dY as Compiled,
  dZ as Conv1dOptions,
  d_ as Conv2dOptions,
  dw as AdaptiveMaxPoolOptions,
  dx as AdaptiveSize1d,
  dy as AdaptiveSize2d,
  dz as AdaptiveSize3d,
  e$ as MaxPool1dOptions,
  e0 as ConvTranspose1dOptions,
  e1 as ConvTranspose2dOptions,
  e2 as ConvTranspose3dOptions,
  e3 as CosineSimilarityOptions,
  e4 as CovOptions,
  e5 as CrossEntropyOptions,
  e6 as CtcLossOptions,
  e7 as DTypeError,
  e8 as DeviceError,
  e9 as DeviceName,
  eA as HuberLossOptions,
  eB as InPlaceOption,
  eC as Index,
  eD as IndexAddOptions,
  eE as IndexArray,
  eF as IndexError,
  eG as IndexPutOptions,
  eH as IndicesOptions,
  eI as InstanceNormOptions,
  eJ as IntegerLimits,
  eK as InterpolateMode,
  eL as InterpolateOptions,
  eM as IsinOptions,
  eN as KaiserOptions,
  eO as KlDivOptions,
  eP as LayerNormOptions,
  eQ as LeakyReluOptions,
  eR as LocalResponseNormOptions,
  eS as LogspaceOptions,
  eT as LoopScope,
  eU as LossOptions,
  eV as LpPool1dOptions,
  eW as LpPool2dOptions,
  eX as LpPool3dOptions,
  eY as MarginLossOptions,
  eZ as MaskRequest,
  e_ as MaskSource,
  ea as DiffOptions,
  eb as DivOptions,
  ec as DrawOptions,
  ed as DropoutArguments,
  ee as DropoutOptions,
  ef as EluOptions,
  eg as EmbeddingBagMode,
  eh as EmbeddingBagOptions,
  ei as EmbeddingOptions,
  ej as ExplainOptions,
  ek as FillDiagonalOptions,
  el as FlattenOptions,
  em as FloatLimits,
  en as FreedTensorError,
  eo as FrexpResult,
  ep as GaussianNllLossOptions,
  eq as GeluOptions,
  er as GradHook,
  es as GridSampleMode,
  et as GridSampleOptions,
  eu as GridSamplePadding,
  ev as HammingOptions,
  ew as HardtanhOptions,
  ex as HistcOptions,
  ey as HistogramOptions,
  ez as HistogramResult,
  f$ as TripletMarginWithDistanceLossOptions,
  f0 as MaxPool2dOptions,
  f1 as MaxPool3dOptions,
  f2 as MaxPoolResult,
  f3 as MaxUnpool1dOptions,
  f4 as MaxUnpool2dOptions,
  f5 as MaxUnpool3dOptions,
  f6 as MemoryStats,
  f7 as MeshgridOptions,
  f8 as MultiMarginLossOptions,
  f9 as MultilabelSoftMarginLossOptions,
  fA as RoundOptions,
  fB as RreluOptions,
  fC as ScanOptions,
  fD as ScatterOptions,
  fE as ScatterReduceOptions,
  fF as ScatterReduction,
  fG as ScopeError,
  fH as SearchsortedOptions,
  fI as ShapeError,
  fJ as ShrinkOptions,
  fK as Simd,
  fL as Size1d,
  fM as Size2d,
  fN as Size3d,
  fO as SliceText,
  fP as SmoothL1LossOptions,
  fQ as SoftmaxOptions,
  fR as SoftplusOptions,
  fS as SortOptions,
  fT as TensorData,
  fU as TensorJSON,
  fV as TensorOptions,
  fW as TensordotDims,
  fX as ToOptions,
  fY as TopkOptions,
  fZ as TrapezoidOptions,
  f_ as TripletMarginLossOptions,
  fa as MultinomialOptions,
  fb as NanToNumOptions,
  fc as NllLossOptions,
  fd as NonzeroOptions,
  fe as NonzeroStaticOptions,
  ff as NormOptions,
  fg as NormalizeOptions,
  fh as OutOfMemoryError,
  fi as PadMode,
  fj as PadOptions,
  fk as Pair,
  fl as PairwiseDistanceOptions,
  fm as Placement,
  fn as PoissonNllLossOptions,
  fo as PostAccumulateGradHook,
  fp as PrintOptions,
  fq as Profile,
  fr as ProfileEvent,
  fs as ProfileRow,
  ft as QuantileOptions,
  fu as RandomOptions,
  fv as Reduction,
  fw as RemovableHandle,
  fx as RepeatInterleaveOptions,
  fy as RmsNormOptions,
  fz as RollOptions,
  g$ as bitwiseAnd,
  g0 as UniqueConsecutiveOptions,
  g1 as UniqueOptions,
  g2 as UpsampleOptions,
  g3 as VarianceArguments,
  g4 as VarianceOptions,
  g5 as WeightedLossOptions,
  g6 as WindowOptions,
  g7 as WithIndices,
  g8 as abs_,
  g9 as absolute,
  gA as arctan_,
  gB as arctanh,
  gC as arctanh_,
  gD as areDeterministicAlgorithmsEnabled,
  gE as asTensor,
  gF as asarray,
  gG as asin,
  gH as asin_,
  gI as asinh,
  gJ as asinh_,
  gK as atan,
  gL as atan2_,
  gM as atan_,
  gN as atanh,
  gO as atanh_,
  gP as atleast1d,
  gQ as atleast2d,
  gR as atleast3d,
  gS as avgPool1d,
  gT as avgPool2d,
  gU as avgPool3d,
  gV as bartlettWindow,
  gW as batchNorm,
  gX as bilinear,
  gY as binaryCrossEntropy,
  gZ as binaryCrossEntropyWithLogits,
  g_ as binomial,
  ga as absolute_,
  gb as acos,
  gc as acos_,
  gd as acosh,
  ge as acosh_,
  gf as adaptiveAvgPool1d,
  gg as adaptiveAvgPool2d,
  gh as adaptiveAvgPool3d,
  gi as adaptiveMaxPool1d,
  gj as adaptiveMaxPool2d,
  gk as adaptiveMaxPool3d,
  gl as affineGrid,
  gm as alphaDropout,
  gn as angle,
  go as arange,
  gp as arccos,
  gq as arccos_,
  gr as arccosh,
  gs as arccosh_,
  gt as arcsin,
  gu as arcsin_,
  gv as arcsinh,
  gw as arcsinh_,
  gx as arctan,
  gy as arctan2,
  gz as arctan2_,
  h$ as dropout,
  h0 as bitwiseAnd_,
  h1 as bitwiseLeftShift,
  h2 as bitwiseLeftShift_,
  h3 as bitwiseNot_,
  h4 as bitwiseOr,
  h5 as bitwiseOr_,
  h6 as bitwiseRightShift,
  h7 as bitwiseRightShift_,
  h8 as bitwiseXor,
  h9 as bitwiseXor_,
  hA as concatenate,
  hB as conj,
  hC as conv1d,
  hD as conv2d,
  hE as conv3d,
  hF as convTranspose1d,
  hG as convTranspose2d,
  hH as convTranspose3d,
  hI as copysign_,
  hJ as cos,
  hK as cos_,
  hL as cosh,
  hM as cosh_,
  hN as cosineEmbeddingLoss,
  hO as cosineSimilarity,
  hP as crossEntropy,
  hQ as ctcLoss,
  hR as cumulativeTrapezoid,
  hS as deg2rad,
  hT as deg2rad_,
  hU as describe,
  hV as describeAll,
  hW as device,
  hX as digamma,
  hY as digamma_,
  hZ as divide,
  h_ as divide_,
  ha as blackmanWindow,
  hb as blockDiag,
  hc as broadcastShapes,
  hd as broadcastTensors,
  he as bucketize,
  hf as cartesianProd,
  hg as cat,
  hh as cdist,
  hi as ceil,
  hj as ceil_,
  hk as celu,
  hl as chainMatmul,
  hm as channelShuffle,
  hn as checkProbability,
  ho as checkSynchronous,
  hp as choleskyInverse,
  hq as choleskySolve,
  hr as clampMax_,
  hs as clampMin_,
  ht as clip,
  hu as clip_,
  hv as col2im,
  hw as columnStack,
  hx as combinations,
  hy as compile,
  hz as concat,
  i$ as groupNorm,
  i0 as dropout1d,
  i1 as dropout2d,
  i2 as dropout3d,
  i3 as dstack,
  i4 as einsum,
  i5 as elu,
  i6 as elu_,
  i7 as embedding,
  i8 as embeddingBag,
  i9 as empty,
  iA as floor_,
  iB as fmod_,
  iC as formatTensor,
  iD as frac,
  iE as frac_,
  iF as frexp,
  iG as full,
  iH as fullLike,
  iI as gaussianNllLoss,
  iJ as gcd,
  iK as gcd_,
  iL as ge,
  iM as ge_,
  iN as gelu,
  iO as getDefaultDevice,
  iP as getDefaultDtype,
  iQ as getFloat32MatmulPrecision,
  iR as getNumInteropThreads,
  iS as getNumThreads,
  iT as getRngState,
  iU as getSimd,
  iV as glu,
  iW as greater,
  iX as greaterEqual,
  iY as greaterEqual_,
  iZ as greater_,
  i_ as gridSample,
  ia as emptyLike,
  ib as enableGrad,
  ic as eq,
  id as eq_,
  ie as erf,
  ig as erf_,
  ih as erfc,
  ii as erfc_,
  ij as erfinv,
  ik as erfinv_,
  il as exp2,
  im as exp2_,
  io as exp_,
  ip as expm1,
  iq as expm1_,
  ir as eye,
  is as featureAlphaDropout,
  it as finfo,
  iu as fix,
  iv as fix_,
  iw as floatPower,
  ix as floatPower_,
  iy as floor,
  iz as floorDivide_,
  j$ as log2_,
  j0 as gt,
  j1 as gt_,
  j2 as hammingWindow,
  j3 as hannWindow,
  j4 as hardshrink,
  j5 as hardsigmoid,
  j6 as hardswish,
  j7 as hardtanh,
  j8 as hasMaskSource,
  j9 as hasRelaxedSimd,
  jA as kaiserWindow,
  jB as klDiv,
  jC as l1Loss,
  jD as layerNorm,
  jE as lcm,
  jF as lcm_,
  jG as ldexp,
  jH as ldexp_,
  jI as le,
  jJ as le_,
  jK as leakyRelu,
  jL as leakyRelu_,
  jM as lerp_,
  jN as less,
  jO as lessEqual,
  jP as lessEqual_,
  jQ as less_,
  jR as lgamma,
  jS as lgamma_,
  jT as linalg,
  jU as linspace,
  jV as localResponseNorm,
  jW as log10,
  jX as log10_,
  jY as log1p,
  jZ as log1p_,
  j_ as log2,
  ja as heaviside_,
  jb as hingeEmbeddingLoss,
  jc as hstack,
  jd as huberLoss,
  je as hypot_,
  jf as i0,
  jg as igamma,
  jh as igammac,
  ji as iinfo,
  jj as im2col,
  jk as indexReduce_,
  jl as inferenceMode,
  jm as initialSeed,
  jn as instanceNorm,
  jo as interpolate,
  jp as inverse,
  jq as isAsynchronous,
  jr as isGradEnabled,
  js as isInferenceModeEnabled,
  jt as isPromise,
  ju as isfinite,
  jv as isin,
  jw as isinf,
  jx as isnan,
  jy as isneginf,
  jz as isposinf,
  k$ as poissonNllLoss,
  k0 as log_,
  k1 as logdet,
  k2 as logicalAnd,
  k3 as logicalAnd_,
  k4 as logicalNot,
  k5 as logicalNot_,
  k6 as logicalOr,
  k7 as logicalOr_,
  k8 as logicalXor,
  k9 as logicalXor_,
  kA as multiply_,
  kB as mvlgamma,
  kC as nanToNum_,
  kD as ne,
  kE as ne_,
  kF as neg_,
  kG as negative,
  kH as negative_,
  kI as nllLoss,
  kJ as noGrad,
  kK as normal,
  kL as normalize,
  kM as notEqual,
  kN as notEqual_,
  kO as numel,
  kP as oneHot,
  kQ as ones,
  kR as onesLike,
  kS as pad,
  kT as pairwiseDistance,
  kU as pdist,
  kV as peakMemory,
  kW as pinverse,
  kX as pixelShuffle,
  kY as pixelUnshuffle,
  kZ as placementOf,
  k_ as poisson,
  ka as logit,
  kb as logit_,
  kc as logsigmoid,
  kd as logspace,
  ke as lossOptions,
  kf as lpPool1d,
  kg as lpPool2d,
  kh as lpPool3d,
  ki as lt,
  kj as lt_,
  kk as marginRankingLoss,
  kl as maskFrom,
  km as maxPool1d,
  kn as maxPool2d,
  ko as maxPool3d,
  kp as maxUnpool1d,
  kq as maxUnpool2d,
  kr as maxUnpool3d,
  ks as memoryStats,
  kt as meshgrid,
  ku as mish,
  kv as mseLoss,
  kw as multiMarginLoss,
  kx as multilabelMarginLoss,
  ky as multilabelSoftMarginLoss,
  kz as multiply,
  l$ as square_,
  l0 as polygamma,
  l1 as pow_,
  l2 as prelu,
  l3 as profile,
  l4 as put_,
  l5 as rad2deg,
  l6 as rad2deg_,
  l7 as rand,
  l8 as randLike,
  l9 as randint,
  lA as setFloat32MatmulPrecision,
  lB as setGradEnabled,
  lC as setNumInteropThreads,
  lD as setNumThreads,
  lE as setPrintoptions,
  lF as setRngState,
  lG as setSimd,
  lH as setWorkerUrl,
  lI as sign_,
  lJ as signbit,
  lK as silu,
  lL as sin,
  lM as sin_,
  lN as sinc,
  lO as sinc_,
  lP as sinh,
  lQ as sinh_,
  lR as smoothL1Loss,
  lS as softMarginLoss,
  lT as softplus,
  lU as softshrink,
  lV as softsign,
  lW as sparseCooTensor,
  lX as special,
  lY as splitWithSizes,
  lZ as spmm,
  l_ as sqrt_,
  la as randintLike,
  lb as randn,
  lc as randnLike,
  ld as randperm,
  le as reciprocal,
  lf as reciprocal_,
  lg as relu6,
  lh as remainder_,
  li as renorm_,
  lj as resetWarnings,
  lk as resultType,
  ll as rmsNorm,
  lm as rowStack,
  ln as rrelu,
  lo as rsqrt,
  lp as rsqrt_,
  lq as rsub,
  lr as scalarTensor,
  ls as scaledDotProductAttention,
  lt as scatterReduce_,
  lu as scope,
  lv as searchsorted,
  lw as seed,
  lx as selu,
  ly as setDefaultDevice,
  lz as setDefaultDtype,
  m0 as stack,
  m1 as stdMean,
  m2 as subtract,
  m3 as subtract_,
  m4 as tan,
  m5 as tan_,
  m6 as tanhshrink,
  m7 as tensor,
  m8 as tensordot,
  m9 as threshold,
  ma as trapezoid,
  mb as trapz,
  mc as trilIndices,
  md as tripletMarginLoss,
  me as tripletMarginWithDistanceLoss,
  mf as triuIndices,
  mg as trueDivide,
  mh as trueDivide_,
  mi as trunc,
  mj as trunc_,
  mk as unravelIndex,
  ml as unsafeChunk,
  mm as unsafeSplit,
  mn as unsafeSplitWithSizes,
  mo as upsample,
  mp as useDeterministicAlgorithms,
  mq as varMean,
  mr as vstack,
  ms as warnOnce,
  mt as where,
  mu as withMasks,
  mv as workerSource,
  mw as xlogy_,
  mx as zeros,
  my as zerosLike,
} from './lean.js';
import { e as expand, s as sum, A as AlongDim, P as Positional } from './linalg.js';
export {
  K as Kind,
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
  m as matrixExp,
  o as optionsOf,
} from './linalg.js';
import { O as Operand } from './operands.js';
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
    isreal: typeof isreal;
    positive: typeof positive;
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
