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
  d$ as OutOfMemoryError,
  d3 as AddedProductOptions,
  d4 as AminmaxOptions,
  d5 as ArgumentError,
  d6 as AtLeast,
  d7 as AutogradError,
  d8 as AvgPool2dOptions,
  d9 as BernoulliError,
  dA as HistcOptions,
  dB as HistogramOptions,
  dC as HistogramResult,
  dD as InPlaceOption,
  dE as Index,
  dF as IndexAddOptions,
  dG as IndexArray,
  dH as IndexError,
  dI as IndexPutOptions,
  dJ as IndicesOptions,
  dK as IntegerLimits,
  dL as IsinOptions,
  dM as Kind,
  dN as Kinds,
  dO as LeakyReluOptions,
  dP as LogspaceOptions,
  dQ as LoopScope,
  dR as MaxPool2dOptions,
  dS as MaxPool2dResult,
  dT as MemoryStats,
  dU as MeshgridOptions,
  dV as MultinomialOptions,
  dW as NanToNumOptions,
  dX as NllLossOptions,
  dY as NonzeroOptions,
  dZ as NormOptions,
  d_ as NormalizeOptions,
  da as BincountOptions,
  db as BucketizeOptions,
  dc as CdistOptions,
  dd as ClampOptions,
  de as CloseOptions,
  df as CompileOptions,
  dg as Compiled,
  dh as Conv2dOptions,
  di as CosineSimilarityOptions,
  dj as CovOptions,
  dk as CrossEntropyOptions,
  dl as DTypeError,
  dm as DeviceError,
  dn as DeviceName,
  dp as DiffOptions,
  dq as DivOptions,
  dr as DrawOptions,
  ds as DropoutOptions,
  dt as EluOptions,
  du as ExplainOptions,
  dv as FloatLimits,
  dw as FreedTensorError,
  dx as GeluOptions,
  dy as GradHook,
  dz as HardtanhOptions,
  e$ as celu,
  e0 as PadMode,
  e1 as PadOptions,
  e2 as Pair,
  e3 as PairwiseDistanceOptions,
  e4 as Placement,
  e5 as Positional,
  e6 as Profile,
  e7 as ProfileEvent,
  e8 as ProfileRow,
  e9 as QuantileOptions,
  eA as VarianceOptions,
  eB as acos,
  eC as acosh,
  eD as arange,
  eE as asTensor,
  eF as asin,
  eG as asinh,
  eH as atan,
  eI as atanh,
  eJ as atleast1d,
  eK as atleast2d,
  eL as atleast3d,
  eM as avgPool2d,
  eN as bilinear,
  eO as binomial,
  eP as bitwiseAnd,
  eQ as bitwiseLeftShift,
  eR as bitwiseOr,
  eS as bitwiseRightShift,
  eT as bitwiseXor,
  eU as broadcastTensors,
  eV as bucketize,
  eW as cartesianProd,
  eX as cat,
  eY as cdist,
  eZ as ceil,
  e_ as ceil_,
  ea as RandomOptions,
  eb as Reduction,
  ec as RemovableHandle,
  ed as RepeatInterleaveOptions,
  ee as RoundOptions,
  ef as RreluOptions,
  eg as ScanOptions,
  eh as ScatterOptions,
  ei as ScopeError,
  ej as SearchsortedOptions,
  ek as ShapeError,
  el as ShrinkOptions,
  em as Simd,
  en as SliceText,
  eo as SoftmaxOptions,
  ep as SoftplusOptions,
  eq as SortOptions,
  er as TensorData,
  es as TensorJSON,
  et as TensorOptions,
  eu as TensordotDims,
  ev as ToOptions,
  ew as TopkOptions,
  ex as TrapezoidOptions,
  ey as UniqueConsecutiveOptions,
  ez as UniqueOptions,
  f$ as isInferenceModeEnabled,
  f0 as chainMatmul,
  f1 as checkArgument,
  f2 as checkOptions,
  f3 as checkProbability,
  f4 as checkSynchronous,
  f5 as columnStack,
  f6 as compile,
  f7 as concat,
  f8 as concatenate,
  f9 as conv2d,
  fA as finfo,
  fB as floor,
  fC as floor_,
  fD as formatTensor,
  fE as frac,
  fF as full,
  fG as fullLike,
  fH as ge,
  fI as gelu,
  fJ as getDefaultDevice,
  fK as getNumThreads,
  fL as getRngState,
  fM as getSimd,
  fN as glu,
  fO as gt,
  fP as hardshrink,
  fQ as hardsigmoid,
  fR as hardswish,
  fS as hardtanh,
  fT as hasRelaxedSimd,
  fU as hstack,
  fV as iinfo,
  fW as inferenceMode,
  fX as initialSeed,
  fY as inverse,
  fZ as isAsynchronous,
  f_ as isGradEnabled,
  fa as cos,
  fb as cos_,
  fc as cosh,
  fd as cosineSimilarity,
  fe as crossEntropy,
  ff as cumulativeTrapezoid,
  fg as deg2rad,
  fh as describe,
  fi as describeAll,
  fj as device,
  fk as digamma,
  fl as dropout,
  fm as dstack,
  fn as einsum,
  fo as elu,
  fp as elu_,
  fq as empty,
  fr as emptyLike,
  fs as enableGrad,
  ft as eq,
  fu as erf,
  fv as erfc,
  fw as erfinv,
  fx as exp2,
  fy as expm1,
  fz as eye,
  g$ as searchsorted,
  g0 as isPromise,
  g1 as isfinite,
  g2 as isin,
  g3 as isinf,
  g4 as isnan,
  g5 as isneginf,
  g6 as isposinf,
  g7 as le,
  g8 as leakyRelu,
  g9 as leakyRelu_,
  gA as onesLike,
  gB as optionsOf,
  gC as pad,
  gD as pairwiseDistance,
  gE as pdist,
  gF as pinverse,
  gG as placementOf,
  gH as poisson,
  gI as prelu,
  gJ as profile,
  gK as rad2deg,
  gL as rand,
  gM as randLike,
  gN as randint,
  gO as randintLike,
  gP as randn,
  gQ as randnLike,
  gR as randperm,
  gS as reciprocal,
  gT as reciprocal_,
  gU as relu6,
  gV as resetWarnings,
  gW as rowStack,
  gX as rrelu,
  gY as rsqrt,
  gZ as rsqrt_,
  g_ as scope,
  ga as lgamma,
  gb as linalg,
  gc as linspace,
  gd as log10,
  ge as log1p,
  gf as log2,
  gg as logdet,
  gh as logicalAnd,
  gi as logicalNot,
  gj as logicalOr,
  gk as logicalXor,
  gl as logsigmoid,
  gm as logspace,
  gn as lt,
  go as maxPool2d,
  gp as memoryStats,
  gq as meshgrid,
  gr as mish,
  gs as ne,
  gt as nllLoss,
  gu as noGrad,
  gv as normal,
  gw as normalize,
  gx as numel,
  gy as oneHot,
  gz as ones,
  h0 as seed,
  h1 as selu,
  h2 as setDefaultDevice,
  h3 as setGradEnabled,
  h4 as setNumThreads,
  h5 as setRngState,
  h6 as setSimd,
  h7 as setWorkerUrl,
  h8 as signbit,
  h9 as silu,
  hA as zeros,
  hB as zerosLike,
  ha as sin,
  hb as sin_,
  hc as sinc,
  hd as sinh,
  he as softplus,
  hf as softshrink,
  hg as softsign,
  hh as sparseCooTensor,
  hi as spmm,
  hj as stack,
  hk as stdMean,
  hl as tan,
  hm as tanhshrink,
  hn as tensor,
  ho as tensordot,
  hp as threshold,
  hq as trapezoid,
  hr as trilIndices,
  hs as triuIndices,
  ht as trunc,
  hu as trunc_,
  hv as varMean,
  hw as vstack,
  hx as warnOnce,
  hy as where,
  hz as workerSource,
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
