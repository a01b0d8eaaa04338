import { b as backward, c as cpu, a as cuda$1, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, h as clone, j as contiguous, k as copy_, l as fill_, z as zero_, m as to, n as indexAdd, o as indexAdd_, p as indexCopy, q as indexCopy_, s as indexFill, u as indexFill_, v as take, w as takeAlongDim, x as at, y as gather, A as indexSelect, B as scatter, C as scatter_, D as scatterAdd, E as scatterAdd_, F as maskedFill, G as maskedFill_, H as maskedScatter, I as maskedScatter_, J as maskedSelect, K as argwhere, L as nonzero, M as indexPut, N as indexPut_, O as set, P as logSoftmax, Q as softmax, R as abs, S as sign, T as add, U as add_, V as sub, W as sub_, X as addcdiv_, Y as addcmul_, Z as clamp, _ as clamp_, $ as div, a0 as div_, a1 as exp, a2 as log, a3 as logaddexp, a4 as logaddexp2, a5 as xlogy, a6 as mul, a7 as mul_, a8 as neg, a9 as pow, aa as sqrt, ab as relu, ac as relu_, ad as hypot, ae as square, af as sigmoid, ag as sigmoid_, ah as tanh, ai as tanh_, aj as atan2, ak as matmul, al as bernoulli, am as bernoulli_, an as cauchy_, ao as exponential_, ap as geometric_, aq as logNormal_, ar as random_, as as multinomial, at as normal_, au as uniform_, av as argmax, aw as argmin, ax as max, ay as min, az as mean, aA as expand, aB as sum, aC as std, aD as variance, aE as flip, aF as fliplr, aG as flipud, aH as rot90, aI as repeat, aJ as repeatInterleave, aK as tile, aL as roll, aM as tril, aN as tril_, aO as triu, aP as triu_, aQ as broadcastTo, aR as expandAs, aS as detach, aT as diag, aU as diagEmbed, aV as diagonal, aW as chunk, aX as split, aY as tensorSplit, aZ as unbind, a_ as moveaxis, a$ as movedim, b0 as permute, b1 as swapaxes, b2 as swapdims, b3 as t, b4 as transpose, b5 as ravel, b6 as reshapeAs, b7 as unflatten, b8 as viewAs, b9 as narrow, ba as select, bb as slice, bc as unfold, bd as flatten, be as reshape, bf as squeeze, bg as unsqueeze, bh as view, bi as ReduceOptions, bj as ExtremeResult, bk as ToMethod, bl as AutogradFunction, bm as grad, bn as gradcheck, bo as gradgradcheck, bp as BackwardOptions, bq as Differentiable, br as FunctionClass, bs as FunctionContext, bt as GradOptions, bu as GradcheckOptions } from './lean.js';
export {
  b$ as MultinomialOptions,
  bA as ClampOptions,
  bB as CompileOptions,
  bC as Compiled,
  bD as Conv2dOptions,
  bE as CrossEntropyOptions,
  bF as DTypeError,
  bG as DeviceError,
  bH as DeviceName,
  bI as DivOptions,
  bJ as DrawOptions,
  bK as DropoutOptions,
  bL as ExplainOptions,
  bM as FreedTensorError,
  bN as GradHook,
  bO as Index,
  bP as IndexAddOptions,
  bQ as IndexArray,
  bR as IndexError,
  bS as IndexPutOptions,
  bT as IndicesOptions,
  bU as Kind,
  bV as Kinds,
  bW as LoopScope,
  bX as MaxPool2dOptions,
  bY as MaxPool2dResult,
  bZ as MemoryStats,
  b_ as MeshgridOptions,
  bv as ArgumentError,
  bw as AtLeast,
  bx as AutogradError,
  by as AvgPool2dOptions,
  bz as BernoulliError,
  c$ as erf,
  c0 as NllLossOptions,
  c1 as NonzeroOptions,
  c2 as OutOfMemoryError,
  c3 as PadMode,
  c4 as PadOptions,
  c5 as Pair,
  c6 as Placement,
  c7 as Positional,
  c8 as Profile,
  c9 as ProfileEvent,
  cA as atleast3d,
  cB as avgPool2d,
  cC as broadcastTensors,
  cD as cartesianProd,
  cE as cat,
  cF as checkArgument,
  cG as checkOptions,
  cH as checkProbability,
  cI as checkSynchronous,
  cJ as columnStack,
  cK as compile,
  cL as concat,
  cM as concatenate,
  cN as conv2d,
  cO as cos,
  cP as cos_,
  cQ as cosh,
  cR as crossEntropy,
  cS as describe,
  cT as describeAll,
  cU as device,
  cV as digamma,
  cW as dropout,
  cX as dstack,
  cY as einsum,
  cZ as enableGrad,
  c_ as eq,
  ca as ProfileRow,
  cb as RandomOptions,
  cc as Reduction,
  cd as RemovableHandle,
  ce as RepeatInterleaveOptions,
  cf as ScatterOptions,
  cg as ScopeError,
  ch as ShapeError,
  ci as Simd,
  cj as SliceText,
  ck as SoftmaxOptions,
  cl as SumOptions,
  cm as TensorData,
  cn as TensorJSON,
  co as TensorOptions,
  cp as ToOptions,
  cq as VarianceOptions,
  cr as acos,
  cs as acosh,
  ct as arange,
  cu as asin,
  cv as asinh,
  cw as atan,
  cx as atanh,
  cy as atleast1d,
  cz as atleast2d,
  d$ as tensor,
  d0 as erfc,
  d1 as erfinv,
  d2 as exp2,
  d3 as expm1,
  d4 as eye,
  d5 as formatTensor,
  d6 as full,
  d7 as fullLike,
  d8 as ge,
  d9 as getDefaultDevice,
  dA as optionsOf,
  dB as pad,
  dC as placementOf,
  dD as poisson,
  dE as profile,
  dF as rand,
  dG as randint,
  dH as randn,
  dI as randperm,
  dJ as reciprocal,
  dK as reciprocal_,
  dL as resetWarnings,
  dM as rowStack,
  dN as rsqrt,
  dO as rsqrt_,
  dP as scope,
  dQ as seed,
  dR as setDefaultDevice,
  dS as setNumThreads,
  dT as setRngState,
  dU as setSimd,
  dV as setWorkerUrl,
  dW as sin,
  dX as sin_,
  dY as sinh,
  dZ as stack,
  d_ as tan,
  da as getNumThreads,
  db as getRngState,
  dc as getSimd,
  dd as gt,
  de as hasRelaxedSimd,
  df as hstack,
  dg as initialSeed,
  dh as isAsynchronous,
  di as isGradEnabled,
  dj as isPromise,
  dk as le,
  dl as lgamma,
  dm as log10,
  dn as log1p,
  dp as log2,
  dq as lt,
  dr as maxPool2d,
  ds as memoryStats,
  dt as meshgrid,
  du as ne,
  dv as nllLoss,
  dw as noGrad,
  dx as normal,
  dy as ones,
  dz as onesLike,
  e0 as trilIndices,
  e1 as triuIndices,
  e2 as vstack,
  e3 as warnOnce,
  e4 as where,
  e5 as workerSource,
  e6 as zeros,
  e7 as zerosLike,
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
    item: typeof item;
    read: typeof read;
    registerHook: typeof registerHook;
    retainGrad: typeof retainGrad;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    toTypedArray: typeof toTypedArray;
    clone: typeof clone;
    contiguous: typeof contiguous;
    copy_: typeof copy_;
    fill_: typeof fill_;
    zero_: typeof zero_;
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
    addcdiv_: typeof addcdiv_;
    addcmul_: typeof addcmul_;
    clamp: typeof clamp;
    clamp_: typeof clamp_;
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
    mul: typeof mul;
    mul_: typeof mul_;
    neg: typeof neg;
    pow: typeof pow;
    sqrt: typeof sqrt;
    relu: typeof relu;
    relu_: typeof relu_;
    hypot: typeof hypot;
    reciprocal: (input: Tensor) => Tensor;
    reciprocal_: (input: Tensor) => Tensor;
    rsqrt: (input: Tensor) => Tensor;
    rsqrt_: (input: Tensor) => Tensor;
    square: typeof square;
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
    matmul: typeof matmul;
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
    argmax: typeof argmax;
    argmin: typeof argmin;
    max: typeof max;
    min: typeof min;
    mean: typeof mean;
    expand: typeof expand;
    sum: typeof sum;
    std: typeof std;
    var: typeof variance;
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
    broadcastTo: typeof broadcastTo;
    expandAs: typeof expandAs;
    detach: typeof detach;
    diag: typeof diag;
    diagEmbed: typeof diagEmbed;
    diagonal: typeof diagonal;
    chunk: typeof chunk;
    split: typeof split;
    tensorSplit: typeof tensorSplit;
    unbind: typeof unbind;
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
  addcdiv_,
  addcmul_,
  argmax,
  argmin,
  argwhere,
  at,
  atan2,
  autograd,
  backward,
  bernoulli,
  bernoulli_,
  broadcastTo,
  cauchy_,
  chunk,
  clamp,
  clamp_,
  clone,
  contiguous,
  copy_,
  cuda,
  detach,
  diag,
  diagEmbed,
  diagonal,
  div,
  div_,
  exp,
  expand,
  expandAs,
  exponential_,
  fill_,
  flatten,
  flip,
  fliplr,
  flipud,
  gather,
  geometric_,
  grad,
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
  log,
  logNormal_,
  logSoftmax,
  logaddexp,
  logaddexp2,
  maskedFill,
  maskedFill_,
  maskedScatter,
  maskedScatter_,
  maskedSelect,
  matmul,
  max,
  mean,
  min,
  moveaxis,
  movedim,
  mul,
  mul_,
  multinomial,
  narrow,
  neg,
  nonzero,
  normal_,
  permute,
  pow,
  random_,
  ravel,
  registerHook,
  relu,
  relu_,
  repeat,
  repeatInterleave,
  reshape,
  reshapeAs,
  retainGrad,
  roll,
  rot90,
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
  transpose,
  tril,
  tril_,
  triu,
  triu_,
  type BackwardOptions,
  type GradOptions,
  type TensorMethods,
  unbind,
  unflatten,
  unfold,
  uniform_,
  unsqueeze,
  variance as var,
  view,
  viewAs,
  xlogy,
  zero_,
};
