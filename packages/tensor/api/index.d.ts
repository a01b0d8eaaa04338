import { b as backward, c as cpu, a as cuda$1, h as half, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, j as bool, k as byte, l as double, m as float, n as int, o as long, p as typeAs, q as clone, s as contiguous, u as copy_, v as fill_, z as zero_, w as newEmpty, x as newFull, y as newOnes, A as newTensor, B as newZeros, C as to, D as indexAdd, E as indexAdd_, F as indexCopy, G as indexCopy_, H as indexFill, I as indexFill_, J as take, K as takeAlongDim, L as at, M as gather, N as indexSelect, O as scatter, P as scatter_, Q as scatterAdd, R as scatterAdd_, S as maskedFill, T as maskedFill_, U as maskedScatter, V as maskedScatter_, W as maskedSelect, X as argwhere, Y as nonzero, Z as indexPut, _ as indexPut_, $ as set, a0 as logSoftmax, a1 as softmax, a2 as abs, a3 as sign, a4 as add, a5 as add_, a6 as sub, a7 as sub_, a8 as addcdiv, a9 as addcdiv_, aa as addcmul, ab as addcmul_, ac as bitwiseNot, ad as copysign, ae as heaviside, af as lerp, ag as clamp, ah as clamp_, ai as allclose, aj as equal, ak as isclose, al as div, am as div_, an as exp, ao as log, ap as clampMax, aq as clampMin, ar as fmax, as as fmin, at as maximum, au as minimum, av as nanToNum, aw as logaddexp, ax as logaddexp2, ay as xlogy, az as mul, aA as mul_, aB as neg, aC as pow, aD as sqrt, aE as relu, aF as relu_, aG as floorDivide, aH as fmod, aI as remainder, aJ as hypot, aK as square, aL as round, aM as round_, aN as sigmoid, aO as sigmoid_, aP as tanh, aQ as tanh_, aR as atan2, aS as addbmm, aT as addmm, aU as addmv, aV as addr, aW as baddbmm, aX as matmul, aY as bmm, aZ as dot, a_ as inner, a$ as mm, b0 as mv, b1 as vdot, b2 as cross, b3 as ger, b4 as kron, b5 as outer, b6 as bernoulli, b7 as bernoulli_, b8 as cauchy_, b9 as exponential_, ba as geometric_, bb as logNormal_, bc as random_, bd as multinomial, be as normal_, bf as uniform_, bg as amax, bh as amin, bi as aminmax, bj as logsumexp, bk as argmax, bl as argmin, bm as max, bn as min, bo as mean, bp as norm, bq as trace, br as all, bs as any, bt as countNonzero, bu as std, bv as variance, bw as nanmean, bx as nansum, by as cumprod, bz as cumsum, bA as prod, bB as flip, bC as fliplr, bD as flipud, bE as rot90, bF as repeat, bG as repeatInterleave, bH as tile, bI as roll, bJ as tril, bK as tril_, bL as triu, bM as triu_, bN as median, bO as nanmedian, bP as quantile, bQ as argsort, bR as kthvalue, bS as msort, bT as sort, bU as topk, bV as broadcastTo, bW as expandAs, bX as detach, bY as diag, bZ as diagEmbed, b_ as diagonal, b$ as chunk, c0 as dsplit, c1 as hsplit, c2 as split, c3 as tensorSplit, c4 as unbind, c5 as vsplit, c6 as moveaxis, c7 as movedim, c8 as permute, c9 as swapaxes, ca as swapdims, cb as t, cc as transpose, cd as ravel, ce as reshapeAs, cf as unflatten, cg as viewAs, ch as narrow, ci as select, cj as slice, ck as unfold, cl as flatten, cm as reshape, cn as squeeze, co as unsqueeze, cp as view, cq as ExtremeResult, cr as ToMethod, cs as AutogradFunction, ct as grad, cu as gradcheck, cv as gradgradcheck, cw as BackwardOptions, cx as Differentiable, cy as FunctionClass, cz as FunctionContext, cA as GradOptions, cB as GradcheckOptions } from './lean.js';
export {
  c$ as GradHook,
  cC as AddedProductOptions,
  cD as AminmaxOptions,
  cE as ArgumentError,
  cF as AtLeast,
  cG as AutogradError,
  cH as AvgPool2dOptions,
  cI as BernoulliError,
  cJ as CdistOptions,
  cK as ClampOptions,
  cL as CloseOptions,
  cM as CompileOptions,
  cN as Compiled,
  cO as Conv2dOptions,
  cP as CosineSimilarityOptions,
  cQ as CrossEntropyOptions,
  cR as DTypeError,
  cS as DeviceError,
  cT as DeviceName,
  cU as DivOptions,
  cV as DrawOptions,
  cW as DropoutOptions,
  cX as EluOptions,
  cY as ExplainOptions,
  cZ as FreedTensorError,
  c_ as GeluOptions,
  d$ as asinh,
  d0 as HardtanhOptions,
  d1 as InPlaceOption,
  d2 as Index,
  d3 as IndexAddOptions,
  d4 as IndexArray,
  d5 as IndexError,
  d6 as IndexPutOptions,
  d7 as IndicesOptions,
  d8 as Kind,
  d9 as Kinds,
  dA as Reduction,
  dB as RemovableHandle,
  dC as RepeatInterleaveOptions,
  dD as RoundOptions,
  dE as RreluOptions,
  dF as ScanOptions,
  dG as ScatterOptions,
  dH as ScopeError,
  dI as ShapeError,
  dJ as ShrinkOptions,
  dK as Simd,
  dL as SliceText,
  dM as SoftmaxOptions,
  dN as SoftplusOptions,
  dO as SortOptions,
  dP as TensorData,
  dQ as TensorJSON,
  dR as TensorOptions,
  dS as TensordotDims,
  dT as ToOptions,
  dU as TopkOptions,
  dV as VarianceOptions,
  dW as acos,
  dX as acosh,
  dY as arange,
  dZ as asTensor,
  d_ as asin,
  da as LeakyReluOptions,
  db as LogspaceOptions,
  dc as LoopScope,
  dd as MaxPool2dOptions,
  de as MaxPool2dResult,
  df as MemoryStats,
  dg as MeshgridOptions,
  dh as MultinomialOptions,
  di as NanToNumOptions,
  dj as NllLossOptions,
  dk as NonzeroOptions,
  dl as NormOptions,
  dm as NormalizeOptions,
  dn as OutOfMemoryError,
  dp as PadMode,
  dq as PadOptions,
  dr as Pair,
  ds as PairwiseDistanceOptions,
  dt as Placement,
  du as Positional,
  dv as Profile,
  dw as ProfileEvent,
  dx as ProfileRow,
  dy as QuantileOptions,
  dz as RandomOptions,
  e$ as getNumThreads,
  e0 as atan,
  e1 as atanh,
  e2 as atleast1d,
  e3 as atleast2d,
  e4 as atleast3d,
  e5 as avgPool2d,
  e6 as bilinear,
  e7 as bitwiseAnd,
  e8 as bitwiseLeftShift,
  e9 as bitwiseOr,
  eA as describeAll,
  eB as device,
  eC as digamma,
  eD as dropout,
  eE as dstack,
  eF as einsum,
  eG as elu,
  eH as elu_,
  eI as empty,
  eJ as emptyLike,
  eK as enableGrad,
  eL as eq,
  eM as erf,
  eN as erfc,
  eO as erfinv,
  eP as exp2,
  eQ as expm1,
  eR as eye,
  eS as floor,
  eT as floor_,
  eU as formatTensor,
  eV as frac,
  eW as full,
  eX as fullLike,
  eY as ge,
  eZ as gelu,
  e_ as getDefaultDevice,
  ea as bitwiseRightShift,
  eb as bitwiseXor,
  ec as broadcastTensors,
  ed as cartesianProd,
  ee as cat,
  ef as cdist,
  eg as ceil,
  eh as ceil_,
  ei as celu,
  ej as chainMatmul,
  ek as checkArgument,
  el as checkOptions,
  em as checkProbability,
  en as checkSynchronous,
  eo as columnStack,
  ep as compile,
  eq as concat,
  er as concatenate,
  es as conv2d,
  et as cos,
  eu as cos_,
  ev as cosh,
  ew as cosineSimilarity,
  ex as crossEntropy,
  ey as deg2rad,
  ez as describe,
  f$ as reciprocal,
  f0 as getRngState,
  f1 as getSimd,
  f2 as glu,
  f3 as gt,
  f4 as hardshrink,
  f5 as hardsigmoid,
  f6 as hardswish,
  f7 as hardtanh,
  f8 as hasRelaxedSimd,
  f9 as hstack,
  fA as memoryStats,
  fB as meshgrid,
  fC as mish,
  fD as ne,
  fE as nllLoss,
  fF as noGrad,
  fG as normal,
  fH as normalize,
  fI as oneHot,
  fJ as ones,
  fK as onesLike,
  fL as optionsOf,
  fM as pad,
  fN as pairwiseDistance,
  fO as pdist,
  fP as placementOf,
  fQ as poisson,
  fR as prelu,
  fS as profile,
  fT as rad2deg,
  fU as rand,
  fV as randLike,
  fW as randint,
  fX as randintLike,
  fY as randn,
  fZ as randnLike,
  f_ as randperm,
  fa as initialSeed,
  fb as isAsynchronous,
  fc as isGradEnabled,
  fd as isPromise,
  fe as isfinite,
  ff as isinf,
  fg as isnan,
  fh as isneginf,
  fi as isposinf,
  fj as le,
  fk as leakyRelu,
  fl as leakyRelu_,
  fm as lgamma,
  fn as linalg,
  fo as linspace,
  fp as log10,
  fq as log1p,
  fr as log2,
  fs as logicalAnd,
  ft as logicalNot,
  fu as logicalOr,
  fv as logicalXor,
  fw as logsigmoid,
  fx as logspace,
  fy as lt,
  fz as maxPool2d,
  g0 as reciprocal_,
  g1 as relu6,
  g2 as resetWarnings,
  g3 as rowStack,
  g4 as rrelu,
  g5 as rsqrt,
  g6 as rsqrt_,
  g7 as scope,
  g8 as seed,
  g9 as selu,
  gA as vstack,
  gB as warnOnce,
  gC as where,
  gD as workerSource,
  gE as zeros,
  gF as zerosLike,
  ga as setDefaultDevice,
  gb as setNumThreads,
  gc as setRngState,
  gd as setSimd,
  ge as setWorkerUrl,
  gf as signbit,
  gg as silu,
  gh as sin,
  gi as sin_,
  gj as sinc,
  gk as sinh,
  gl as softplus,
  gm as softshrink,
  gn as softsign,
  go as stack,
  gp as stdMean,
  gq as tan,
  gr as tanhshrink,
  gs as tensor,
  gt as tensordot,
  gu as threshold,
  gv as trilIndices,
  gw as triuIndices,
  gx as trunc,
  gy as trunc_,
  gz as varMean,
} from './lean.js';
import { T as Tensor } from './tensor.js';
export {
  D as DType,
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
import { e as expand, s as sum, R as ReduceOptions } from './linalg.js';
export {
  S as SumOptions,
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
    half: typeof half;
    item: typeof item;
    read: typeof read;
    registerHook: typeof registerHook;
    retainGrad: typeof retainGrad;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    toTypedArray: typeof toTypedArray;
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
    addmm: typeof addmm;
    addmv: typeof addmv;
    addr: typeof addr;
    baddbmm: typeof baddbmm;
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
    cumprod: typeof cumprod;
    cumsum: typeof cumsum;
    prod: typeof prod;
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
    median: typeof median;
    nanmedian: typeof nanmedian;
    quantile: typeof quantile;
    argsort: typeof argsort;
    kthvalue: typeof kthvalue;
    msort: typeof msort;
    sort: typeof sort;
    topk: typeof topk;
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
type Plain = Omit<Functions, "max" | "min" | "nonzero" | "to">;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & ExtremeMethods & {
    readonly T: Tensor;
    readonly mT: Tensor;
    to: ToMethod;
    toString(): string;
    [Symbol.iterator](): IterableIterator<Tensor>;
};
declare global {
    interface BernoulliTensorMethods extends TensorMethods {
    }
}
interface ExtremeMethods {
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(dim: number, options?: ReduceOptions): ExtremeResult;
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(dim: number, options?: ReduceOptions): ExtremeResult;
    nonzero(options: {
        readonly asTuple: true;
    }): Tensor[];
    nonzero(options?: {
        readonly asTuple?: false;
    }): Tensor;
}
declare const autograd: {
    Function: typeof AutogradFunction;
    backward: typeof backward;
    grad: typeof grad;
    gradcheck: typeof gradcheck;
    gradgradcheck: typeof gradgradcheck;
};
declare namespace autograd {
    type BackwardOptions = BackwardOptions;
    type Differentiable = Differentiable;
    type Function = AutogradFunction;
    type FunctionClass = FunctionClass;
    type FunctionContext = FunctionContext;
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
  ExtremeResult,
  Operand,
  ReduceOptions,
  Tensor,
  ToMethod,
  abs,
  add,
  add_,
  addbmm,
  addcdiv,
  addcdiv_,
  addcmul,
  addcmul_,
  addmm,
  addmv,
  addr,
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
  bernoulli,
  bernoulli_,
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
  countNonzero,
  cross,
  cuda,
  cumprod,
  cumsum,
  detach,
  diag,
  diagEmbed,
  diagonal,
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
  isclose,
  kron,
  kthvalue,
  lerp,
  log,
  logNormal_,
  logSoftmax,
  logaddexp,
  logaddexp2,
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
  unsqueeze,
  variance as var,
  vdot,
  view,
  viewAs,
  vsplit,
  xlogy,
  zero_,
};
