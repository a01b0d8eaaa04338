import { T as Tensor, D as DType } from './tensor.js';
export {
  N as NestedArray,
  S as Scope,
  a as Device,
  b as Shape,
  c as TypedArray,
  d as closeScope,
  e as isTensor,
  i as isFloating,
  o as openScope,
  p as promoteTypes,
} from './tensor.js';
import { b as backward, c as cpu, a as cuda$1, e as elementSize, h as half, i as isContiguous, d as isFloatingPoint, f as item, n as ndimension, g as nelement, r as read, j as registerHook, k as retainGrad, s as stride, t as toArray, l as toJSON, m as tolist, o as toTypedArray, p as type, q as bool, u as byte, v as double, w as float, x as int, y as long, z as typeAs, A as clone, B as contiguous, C as copy_, D as fill_, E as zero_, F as newEmpty, G as newFull, H as newOnes, I as newTensor, J as newZeros, K as to, L as indexAdd, M as indexAdd_, N as indexCopy, O as indexCopy_, P as indexFill, Q as indexFill_, R as take, S as takeAlongDim, T as at, U as gather, V as indexSelect, W as scatter, X as scatter_, Y as scatterAdd, Z as scatterAdd_, _ as maskedFill, $ as maskedFill_, a0 as maskedScatter, a1 as maskedScatter_, a2 as maskedSelect, a3 as argwhere, a4 as nonzero, a5 as indexPut, a6 as indexPut_, a7 as set, a8 as toDense, a9 as logSoftmax, aa as softmax, ab as abs, ac as sign, ad as add, ae as add_, af as sub, ag as sub_, ah as addcdiv, ai as addcdiv_, aj as addcmul, ak as addcmul_, al as bitwiseNot, am as copysign, an as heaviside, ao as lerp, ap as clamp, aq as clamp_, ar as allclose, as as equal, at as isclose, au as div, av as div_, aw as exp, ax as log, ay as clampMax, az as clampMin, aA as fmax, aB as fmin, aC as maximum, aD as minimum, aE as nanToNum, aF as logaddexp, aG as logaddexp2, aH as xlogy, aI as mul, aJ as mul_, aK as neg, aL as pow, aM as sqrt, aN as relu, aO as relu_, aP as floorDivide, aQ as fmod, aR as remainder, aS as hypot, aT as square, aU as round, aV as round_, aW as sigmoid, aX as sigmoid_, aY as tanh, aZ as tanh_, a_ as atan2, a$ as addbmm, b0 as addbmm_, b1 as addmm, b2 as addmm_, b3 as addmv, b4 as addmv_, b5 as addr, b6 as addr_, b7 as baddbmm, b8 as baddbmm_, b9 as matmul, ba as bmm, bb as dot, bc as inner, bd as mm, be as mv, bf as vdot, bg as cross, bh as ger, bi as kron, bj as outer, bk as bernoulli, bl as bernoulli_, bm as cauchy_, bn as exponential_, bo as geometric_, bp as logNormal_, bq as random_, br as multinomial, bs as normal_, bt as uniform_, bu as corrcoef, bv as cov, bw as amax, bx as amin, by as aminmax, bz as logsumexp, bA as argmax, bB as argmin, bC as max, bD as min, bE as mean, bF as norm, bG as trace, bH as all, bI as any, bJ as countNonzero, bK as std, bL as variance, bM as nanmean, bN as nansum, bO as cummax, bP as cummin, bQ as cumprod, bR as cumprod_, bS as cumsum, bT as cumsum_, bU as prod, bV as diff, bW as logcumsumexp, bX as flip, bY as fliplr, bZ as flipud, b_ as rot90, b$ as repeat, c0 as repeatInterleave, c1 as tile, c2 as roll, c3 as tril, c4 as tril_, c5 as triu, c6 as triu_, c7 as bincount, c8 as histc, c9 as histogram, ca as median, cb as nanmedian, cc as quantile, cd as mode, ce as nanquantile, cf as argsort, cg as kthvalue, ch as msort, ci as sort, cj as topk, ck as unique, cl as uniqueConsecutive, cm as broadcastTo, cn as expandAs, co as detach, cp as diag, cq as diagEmbed, cr as diagonal, cs as chunk, ct as dsplit, cu as hsplit, cv as split, cw as tensorSplit, cx as unbind, cy as vsplit, cz as moveaxis, cA as movedim, cB as permute, cC as swapaxes, cD as swapdims, cE as t, cF as transpose, cG as ravel, cH as reshapeAs, cI as unflatten, cJ as viewAs, cK as narrow, cL as select, cM as slice, cN as unfold, cO as flatten, cP as reshape, cQ as squeeze, cR as unsqueeze, cS as view, cT as ExtremeResult, cU as ToMethod, cV as AutogradFunction, cW as grad, cX as gradcheck, cY as gradgradcheck, cZ as BackwardOptions, c_ as Differentiable, c$ as FunctionClass, d0 as FunctionContext, d1 as GradOptions, d2 as GradcheckOptions } from './lean.js';
export {
  d$ as HuberLossOptions,
  d3 as AdaptiveMaxPoolOptions,
  d4 as AdaptiveSize1d,
  d5 as AdaptiveSize2d,
  d6 as AdaptiveSize3d,
  d7 as AddedProductOptions,
  d8 as AffineGridOptions,
  d9 as AminmaxOptions,
  dA as CovOptions,
  dB as CrossEntropyOptions,
  dC as CtcLossOptions,
  dD as DTypeError,
  dE as DeviceError,
  dF as DeviceName,
  dG as DiffOptions,
  dH as DivOptions,
  dI as DrawOptions,
  dJ as DropoutOptions,
  dK as EluOptions,
  dL as EmbeddingBagMode,
  dM as EmbeddingBagOptions,
  dN as EmbeddingOptions,
  dO as ExplainOptions,
  dP as FloatLimits,
  dQ as FreedTensorError,
  dR as GaussianNllLossOptions,
  dS as GeluOptions,
  dT as GradHook,
  dU as GridSampleMode,
  dV as GridSampleOptions,
  dW as GridSamplePadding,
  dX as HardtanhOptions,
  dY as HistcOptions,
  dZ as HistogramOptions,
  d_ as HistogramResult,
  da as ArgumentError,
  db as AtLeast,
  dc as AutogradError,
  dd as AvgPool1dOptions,
  de as AvgPool2dOptions,
  df as AvgPool3dOptions,
  dg as BatchNormOptions,
  dh as BernoulliError,
  di as BinaryCrossEntropyOptions,
  dj as BinaryCrossEntropyWithLogitsOptions,
  dk as BincountOptions,
  dl as BucketizeOptions,
  dm as CdistOptions,
  dn as ClampOptions,
  dp as CloseOptions,
  dq as ColumnOptions,
  dr as CompileOptions,
  ds as Compiled,
  dt as Conv1dOptions,
  du as Conv2dOptions,
  dv as Conv3dOptions,
  dw as ConvTranspose1dOptions,
  dx as ConvTranspose2dOptions,
  dy as ConvTranspose3dOptions,
  dz as CosineSimilarityOptions,
  e$ as ScopeError,
  e0 as InPlaceOption,
  e1 as Index,
  e2 as IndexAddOptions,
  e3 as IndexArray,
  e4 as IndexError,
  e5 as IndexPutOptions,
  e6 as IndicesOptions,
  e7 as InstanceNormOptions,
  e8 as IntegerLimits,
  e9 as InterpolateMode,
  eA as MultinomialOptions,
  eB as NanToNumOptions,
  eC as NllLossOptions,
  eD as NonzeroOptions,
  eE as NormOptions,
  eF as NormalizeOptions,
  eG as OutOfMemoryError,
  eH as PadMode,
  eI as PadOptions,
  eJ as Pair,
  eK as PairwiseDistanceOptions,
  eL as Placement,
  eM as PoissonNllLossOptions,
  eN as Positional,
  eO as Profile,
  eP as ProfileEvent,
  eQ as ProfileRow,
  eR as QuantileOptions,
  eS as RandomOptions,
  eT as Reduction,
  eU as RemovableHandle,
  eV as RepeatInterleaveOptions,
  eW as RmsNormOptions,
  eX as RoundOptions,
  eY as RreluOptions,
  eZ as ScanOptions,
  e_ as ScatterOptions,
  ea as InterpolateOptions,
  eb as IsinOptions,
  ec as Kind,
  ed as Kinds,
  ee as KlDivOptions,
  ef as LayerNormOptions,
  eg as LeakyReluOptions,
  eh as LocalResponseNormOptions,
  ei as LogspaceOptions,
  ej as LoopScope,
  ek as LossOptions,
  el as LpPool1dOptions,
  em as LpPool2dOptions,
  en as LpPool3dOptions,
  eo as MarginLossOptions,
  ep as MaxPool1dOptions,
  eq as MaxPool2dOptions,
  er as MaxPool3dOptions,
  es as MaxPoolResult,
  et as MaxUnpool1dOptions,
  eu as MaxUnpool2dOptions,
  ev as MaxUnpool3dOptions,
  ew as MemoryStats,
  ex as MeshgridOptions,
  ey as MultiMarginLossOptions,
  ez as MultilabelSoftMarginLossOptions,
  f$ as ceil,
  f0 as SearchsortedOptions,
  f1 as ShapeError,
  f2 as ShrinkOptions,
  f3 as Simd,
  f4 as Size1d,
  f5 as Size2d,
  f6 as Size3d,
  f7 as SliceText,
  f8 as SmoothL1LossOptions,
  f9 as SoftmaxOptions,
  fA as arange,
  fB as asTensor,
  fC as asin,
  fD as asinh,
  fE as atan,
  fF as atanh,
  fG as atleast1d,
  fH as atleast2d,
  fI as atleast3d,
  fJ as avgPool1d,
  fK as avgPool2d,
  fL as avgPool3d,
  fM as batchNorm,
  fN as bilinear,
  fO as binaryCrossEntropy,
  fP as binaryCrossEntropyWithLogits,
  fQ as binomial,
  fR as bitwiseAnd,
  fS as bitwiseLeftShift,
  fT as bitwiseOr,
  fU as bitwiseRightShift,
  fV as bitwiseXor,
  fW as broadcastTensors,
  fX as bucketize,
  fY as cartesianProd,
  fZ as cat,
  f_ as cdist,
  fa as SoftplusOptions,
  fb as SortOptions,
  fc as TensorData,
  fd as TensorJSON,
  fe as TensorOptions,
  ff as TensordotDims,
  fg as ToOptions,
  fh as TopkOptions,
  fi as TrapezoidOptions,
  fj as TripletMarginLossOptions,
  fk as TripletMarginWithDistanceLossOptions,
  fl as UniqueConsecutiveOptions,
  fm as UniqueOptions,
  fn as UpsampleOptions,
  fo as VarianceOptions,
  fp as WeightedLossOptions,
  fq as WithIndices,
  fr as acos,
  fs as acosh,
  ft as adaptiveAvgPool1d,
  fu as adaptiveAvgPool2d,
  fv as adaptiveAvgPool3d,
  fw as adaptiveMaxPool1d,
  fx as adaptiveMaxPool2d,
  fy as adaptiveMaxPool3d,
  fz as affineGrid,
  g$ as glu,
  g0 as ceil_,
  g1 as celu,
  g2 as chainMatmul,
  g3 as channelShuffle,
  g4 as checkArgument,
  g5 as checkOptions,
  g6 as checkProbability,
  g7 as checkSynchronous,
  g8 as col2im,
  g9 as columnStack,
  gA as elu_,
  gB as embedding,
  gC as embeddingBag,
  gD as empty,
  gE as emptyLike,
  gF as enableGrad,
  gG as eq,
  gH as erf,
  gI as erfc,
  gJ as erfinv,
  gK as exp2,
  gL as expm1,
  gM as eye,
  gN as finfo,
  gO as floor,
  gP as floor_,
  gQ as formatTensor,
  gR as frac,
  gS as full,
  gT as fullLike,
  gU as gaussianNllLoss,
  gV as ge,
  gW as gelu,
  gX as getDefaultDevice,
  gY as getNumThreads,
  gZ as getRngState,
  g_ as getSimd,
  ga as compile,
  gb as concat,
  gc as concatenate,
  gd as conv1d,
  ge as conv2d,
  gf as conv3d,
  gg as convTranspose1d,
  gh as convTranspose2d,
  gi as convTranspose3d,
  gj as cos,
  gk as cos_,
  gl as cosh,
  gm as cosineEmbeddingLoss,
  gn as cosineSimilarity,
  go as crossEntropy,
  gp as ctcLoss,
  gq as cumulativeTrapezoid,
  gr as deg2rad,
  gs as describe,
  gt as describeAll,
  gu as device,
  gv as digamma,
  gw as dropout,
  gx as dstack,
  gy as einsum,
  gz as elu,
  h$ as mseLoss,
  h0 as gridSample,
  h1 as groupNorm,
  h2 as gt,
  h3 as hardshrink,
  h4 as hardsigmoid,
  h5 as hardswish,
  h6 as hardtanh,
  h7 as hasRelaxedSimd,
  h8 as hingeEmbeddingLoss,
  h9 as hstack,
  hA as linspace,
  hB as localResponseNorm,
  hC as log10,
  hD as log1p,
  hE as log2,
  hF as logdet,
  hG as logicalAnd,
  hH as logicalNot,
  hI as logicalOr,
  hJ as logicalXor,
  hK as logsigmoid,
  hL as logspace,
  hM as lossOptions,
  hN as lpPool1d,
  hO as lpPool2d,
  hP as lpPool3d,
  hQ as lt,
  hR as marginRankingLoss,
  hS as maxPool1d,
  hT as maxPool2d,
  hU as maxPool3d,
  hV as maxUnpool1d,
  hW as maxUnpool2d,
  hX as maxUnpool3d,
  hY as memoryStats,
  hZ as meshgrid,
  h_ as mish,
  ha as huberLoss,
  hb as iinfo,
  hc as im2col,
  hd as inferenceMode,
  he as initialSeed,
  hf as instanceNorm,
  hg as interpolate,
  hh as inverse,
  hi as isAsynchronous,
  hj as isGradEnabled,
  hk as isInferenceModeEnabled,
  hl as isPromise,
  hm as isfinite,
  hn as isin,
  ho as isinf,
  hp as isnan,
  hq as isneginf,
  hr as isposinf,
  hs as klDiv,
  ht as l1Loss,
  hu as layerNorm,
  hv as le,
  hw as leakyRelu,
  hx as leakyRelu_,
  hy as lgamma,
  hz as linalg,
  i$ as softsign,
  i0 as multiMarginLoss,
  i1 as multilabelMarginLoss,
  i2 as multilabelSoftMarginLoss,
  i3 as ne,
  i4 as nllLoss,
  i5 as noGrad,
  i6 as normal,
  i7 as normalize,
  i8 as numel,
  i9 as oneHot,
  iA as relu6,
  iB as resetWarnings,
  iC as rmsNorm,
  iD as rowStack,
  iE as rrelu,
  iF as rsqrt,
  iG as rsqrt_,
  iH as scope,
  iI as searchsorted,
  iJ as seed,
  iK as selu,
  iL as setDefaultDevice,
  iM as setGradEnabled,
  iN as setNumThreads,
  iO as setRngState,
  iP as setSimd,
  iQ as setWorkerUrl,
  iR as signbit,
  iS as silu,
  iT as sin,
  iU as sin_,
  iV as sinc,
  iW as sinh,
  iX as smoothL1Loss,
  iY as softMarginLoss,
  iZ as softplus,
  i_ as softshrink,
  ia as ones,
  ib as onesLike,
  ic as optionsOf,
  id as pad,
  ie as pairwiseDistance,
  ig as pdist,
  ih as pinverse,
  ii as pixelShuffle,
  ij as pixelUnshuffle,
  ik as placementOf,
  il as poisson,
  im as poissonNllLoss,
  io as prelu,
  ip as profile,
  iq as rad2deg,
  ir as rand,
  is as randLike,
  it as randint,
  iu as randintLike,
  iv as randn,
  iw as randnLike,
  ix as randperm,
  iy as reciprocal,
  iz as reciprocal_,
  j0 as sparseCooTensor,
  j1 as spmm,
  j2 as stack,
  j3 as stdMean,
  j4 as tan,
  j5 as tanhshrink,
  j6 as tensor,
  j7 as tensordot,
  j8 as threshold,
  j9 as trapezoid,
  ja as trilIndices,
  jb as tripletMarginLoss,
  jc as tripletMarginWithDistanceLoss,
  jd as triuIndices,
  je as trunc,
  jf as trunc_,
  jg as upsample,
  jh as varMean,
  ji as vstack,
  jj as warnOnce,
  jk as where,
  jl as workerSource,
  jm as zeros,
  jn as zerosLike,
} from './lean.js';
import { e as expand, s as sum, R as ReduceOptions } from './linalg.js';
export {
  S as SlogdetResult,
  a as SumOptions,
  b as slogdet,
  d as det,
  m as matrixPower,
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
    cuda: typeof cuda$1;
    elementSize: typeof elementSize;
    half: typeof half;
    isContiguous: typeof isContiguous;
    isFloatingPoint: typeof isFloatingPoint;
    item: typeof item;
    ndimension: typeof ndimension;
    nelement: typeof nelement;
    read: typeof read;
    registerHook: typeof registerHook;
    retainGrad: typeof retainGrad;
    stride: typeof stride;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    tolist: typeof tolist;
    toTypedArray: typeof toTypedArray;
    type: typeof type;
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
    broadcastTo: typeof broadcastTo;
    expandAs: typeof expandAs;
    detach: typeof detach;
    diag: typeof diag;
    diagEmbed: typeof diagEmbed;
    diagonal: typeof diagonal;
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
    acos: Functions["acos"];
    acosh: Functions["acosh"];
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
    any: Functions["any"];
    argmax: Functions["argmax"];
    argmin: Functions["argmin"];
    argsort: Functions["argsort"];
    argwhere: Functions["argwhere"];
    asin: Functions["asin"];
    asinh: Functions["asinh"];
    at: Functions["at"];
    atan: Functions["atan"];
    atan2: Functions["atan2"];
    atanh: Functions["atanh"];
    backward: Functions["backward"];
    baddbmm: Functions["baddbmm"];
    baddbmm_: Functions["baddbmm_"];
    bernoulli: Functions["bernoulli"];
    bernoulli_: Functions["bernoulli_"];
    bincount: Functions["bincount"];
    bitwiseAnd: Functions["bitwiseAnd"];
    bitwiseLeftShift: Functions["bitwiseLeftShift"];
    bitwiseNot: Functions["bitwiseNot"];
    bitwiseOr: Functions["bitwiseOr"];
    bitwiseRightShift: Functions["bitwiseRightShift"];
    bitwiseXor: Functions["bitwiseXor"];
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
    clampMin: Functions["clampMin"];
    clamp_: Functions["clamp_"];
    clone: Functions["clone"];
    contiguous: Functions["contiguous"];
    copy_: Functions["copy_"];
    copysign: Functions["copysign"];
    corrcoef: Functions["corrcoef"];
    cos: Functions["cos"];
    cos_: Functions["cos_"];
    cosh: Functions["cosh"];
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
    detach: Functions["detach"];
    diag: Functions["diag"];
    diagEmbed: Functions["diagEmbed"];
    diagonal: Functions["diagonal"];
    diff: Functions["diff"];
    digamma: Functions["digamma"];
    div: Functions["div"];
    div_: Functions["div_"];
    dot: Functions["dot"];
    double: Functions["double"];
    dsplit: Functions["dsplit"];
    elementSize: Functions["elementSize"];
    eq: Functions["eq"];
    equal: Functions["equal"];
    erf: Functions["erf"];
    erfc: Functions["erfc"];
    erfinv: Functions["erfinv"];
    exp: Functions["exp"];
    exp2: Functions["exp2"];
    expand: Functions["expand"];
    expandAs: Functions["expandAs"];
    expm1: Functions["expm1"];
    exponential_: Functions["exponential_"];
    fill_: Functions["fill_"];
    flatten: Functions["flatten"];
    flip: Functions["flip"];
    fliplr: Functions["fliplr"];
    flipud: Functions["flipud"];
    float: Functions["float"];
    floor: Functions["floor"];
    floorDivide: Functions["floorDivide"];
    floor_: Functions["floor_"];
    fmax: Functions["fmax"];
    fmin: Functions["fmin"];
    fmod: Functions["fmod"];
    frac: Functions["frac"];
    gather: Functions["gather"];
    ge: Functions["ge"];
    geometric_: Functions["geometric_"];
    ger: Functions["ger"];
    gt: Functions["gt"];
    half: Functions["half"];
    heaviside: Functions["heaviside"];
    histc: Functions["histc"];
    histogram: Functions["histogram"];
    hsplit: Functions["hsplit"];
    hypot: Functions["hypot"];
    indexAdd: Functions["indexAdd"];
    indexAdd_: Functions["indexAdd_"];
    indexCopy: Functions["indexCopy"];
    indexCopy_: Functions["indexCopy_"];
    indexFill: Functions["indexFill"];
    indexFill_: Functions["indexFill_"];
    indexPut: Functions["indexPut"];
    indexPut_: Functions["indexPut_"];
    indexSelect: Functions["indexSelect"];
    inner: Functions["inner"];
    int: Functions["int"];
    isContiguous: Functions["isContiguous"];
    isFloatingPoint: Functions["isFloatingPoint"];
    isclose: Functions["isclose"];
    isfinite: Functions["isfinite"];
    isinf: Functions["isinf"];
    isnan: Functions["isnan"];
    isneginf: Functions["isneginf"];
    isposinf: Functions["isposinf"];
    item: Functions["item"];
    kron: Functions["kron"];
    kthvalue: Functions["kthvalue"];
    le: Functions["le"];
    lerp: Functions["lerp"];
    lgamma: Functions["lgamma"];
    log: Functions["log"];
    log10: Functions["log10"];
    log1p: Functions["log1p"];
    log2: Functions["log2"];
    logNormal_: Functions["logNormal_"];
    logSoftmax: Functions["logSoftmax"];
    logaddexp: Functions["logaddexp"];
    logaddexp2: Functions["logaddexp2"];
    logcumsumexp: Functions["logcumsumexp"];
    logicalAnd: Functions["logicalAnd"];
    logicalNot: Functions["logicalNot"];
    logicalOr: Functions["logicalOr"];
    logicalXor: Functions["logicalXor"];
    logsumexp: Functions["logsumexp"];
    long: Functions["long"];
    lt: Functions["lt"];
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
    mv: Functions["mv"];
    nanToNum: Functions["nanToNum"];
    nanmean: Functions["nanmean"];
    nanmedian: Functions["nanmedian"];
    nanquantile: Functions["nanquantile"];
    nansum: Functions["nansum"];
    narrow: Functions["narrow"];
    ndimension: Functions["ndimension"];
    ne: Functions["ne"];
    neg: Functions["neg"];
    nelement: Functions["nelement"];
    newEmpty: Functions["newEmpty"];
    newFull: Functions["newFull"];
    newOnes: Functions["newOnes"];
    newTensor: Functions["newTensor"];
    newZeros: Functions["newZeros"];
    nonzero: Functions["nonzero"];
    norm: Functions["norm"];
    normal_: Functions["normal_"];
    outer: Functions["outer"];
    permute: Functions["permute"];
    pow: Functions["pow"];
    prod: Functions["prod"];
    quantile: Functions["quantile"];
    rad2deg: Functions["rad2deg"];
    random_: Functions["random_"];
    ravel: Functions["ravel"];
    read: Functions["read"];
    reciprocal: Functions["reciprocal"];
    reciprocal_: Functions["reciprocal_"];
    registerHook: Functions["registerHook"];
    relu: Functions["relu"];
    relu_: Functions["relu_"];
    remainder: Functions["remainder"];
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
    scatter_: Functions["scatter_"];
    select: Functions["select"];
    set: Functions["set"];
    sigmoid: Functions["sigmoid"];
    sigmoid_: Functions["sigmoid_"];
    sign: Functions["sign"];
    signbit: Functions["signbit"];
    sin: Functions["sin"];
    sin_: Functions["sin_"];
    sinc: Functions["sinc"];
    sinh: Functions["sinh"];
    slice: Functions["slice"];
    softmax: Functions["softmax"];
    sort: Functions["sort"];
    split: Functions["split"];
    sqrt: Functions["sqrt"];
    square: Functions["square"];
    squeeze: Functions["squeeze"];
    std: Functions["std"];
    stride: Functions["stride"];
    sub: Functions["sub"];
    sub_: Functions["sub_"];
    sum: Functions["sum"];
    swapaxes: Functions["swapaxes"];
    swapdims: Functions["swapdims"];
    t: Functions["t"];
    take: Functions["take"];
    takeAlongDim: Functions["takeAlongDim"];
    tan: Functions["tan"];
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
    unsqueeze: Functions["unsqueeze"];
    var: Functions["var"];
    vdot: Functions["vdot"];
    view: Functions["view"];
    viewAs: Functions["viewAs"];
    vsplit: Functions["vsplit"];
    xlogy: Functions["xlogy"];
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
    max(dim: number, options?: ReduceOptions): ExtremeResult;
    median(): Tensor;
    median(dim: number, options?: ReduceOptions): ExtremeResult;
    nanmedian(): Tensor;
    nanmedian(dim: number, options?: ReduceOptions): ExtremeResult;
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(dim: number, options?: ReduceOptions): ExtremeResult;
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
declare function isAvailable(): boolean;
declare function deviceCount(): number;
declare function manualSeed(seed: number): void;
declare function manualSeedAll(seed: number): void;
declare const cuda_deviceCount: typeof deviceCount;
declare const cuda_isAvailable: typeof isAvailable;
declare const cuda_manualSeed: typeof manualSeed;
declare const cuda_manualSeedAll: typeof manualSeedAll;
declare namespace cuda {
    export { cuda_deviceCount as deviceCount, cuda_isAvailable as isAvailable, cuda_manualSeed as manualSeed, cuda_manualSeedAll as manualSeedAll };
}
export {
  DType,
  ExtremeResult,
  Operand,
  ReduceOptions,
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
  argmax,
  argmin,
  argsort,
  argwhere,
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
  diag,
  diagEmbed,
  diagonal,
  diff,
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
  indexAdd,
  indexAdd_,
  indexCopy,
  indexCopy_,
  indexFill,
  indexFill_,
  indexPut,
  indexPut_,
  indexSelect,
  inner,
  int,
  isFloatingPoint,
  isclose,
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
  neg,
  newEmpty,
  newFull,
  newOnes,
  newTensor,
  newZeros,
  nonzero,
  norm,
  normal_,
  outer,
  permute,
  pow,
  prod,
  quantile,
  random_,
  ravel,
  registerHook,
  relu,
  relu_,
  remainder,
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
  scatter_,
  select,
  set,
  sigmoid,
  sigmoid_,
  sign,
  slice,
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
