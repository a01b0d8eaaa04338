import { b as backward, c as cpu, a as cuda$1, h as half, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, j as bool, k as byte, l as double, m as float, n as int, o as long, p as typeAs, q as clone, s as contiguous, u as copy_, v as fill_, z as zero_, w as newEmpty, x as newFull, y as newOnes, A as newTensor, B as newZeros, C as to, D as indexAdd, E as indexAdd_, F as indexCopy, G as indexCopy_, H as indexFill, I as indexFill_, J as take, K as takeAlongDim, L as at, M as gather, N as indexSelect, O as scatter, P as scatter_, Q as scatterAdd, R as scatterAdd_, S as maskedFill, T as maskedFill_, U as maskedScatter, V as maskedScatter_, W as maskedSelect, X as argwhere, Y as nonzero, Z as indexPut, _ as indexPut_, $ as set, a0 as logSoftmax, a1 as softmax, a2 as abs, a3 as sign, a4 as add, a5 as add_, a6 as sub, a7 as sub_, a8 as addcdiv_, a9 as addcmul_, aa as clamp, ab as clamp_, ac as div, ad as div_, ae as exp, af as log, ag as mul, ah as mul_, ai as neg, aj as pow, ak as sqrt, al as relu, am as relu_, an as sigmoid, ao as sigmoid_, ap as tanh, aq as tanh_, ar as matmul, as as bernoulli_, at as normal_, au as uniform_, av as argmax, aw as argmin, ax as max, ay as min, az as mean, aA as expand, aB as sum, aC as std, aD as variance, aE as flip, aF as fliplr, aG as flipud, aH as rot90, aI as repeat, aJ as repeatInterleave, aK as tile, aL as roll, aM as tril, aN as tril_, aO as triu, aP as triu_, aQ as broadcastTo, aR as expandAs, aS as detach, aT as diag, aU as diagEmbed, aV as diagonal, aW as chunk, aX as dsplit, aY as hsplit, aZ as split, a_ as tensorSplit, a$ as unbind, b0 as vsplit, b1 as moveaxis, b2 as movedim, b3 as permute, b4 as swapaxes, b5 as swapdims, b6 as t, b7 as transpose, b8 as ravel, b9 as reshapeAs, ba as unflatten, bb as viewAs, bc as narrow, bd as select, be as slice, bf as unfold, bg as flatten, bh as reshape, bi as squeeze, bj as unsqueeze, bk as view, bl as ReduceOptions, bm as ExtremeResult, bn as ToMethod, bo as AutogradFunction, bp as grad, bq as gradcheck, br as gradgradcheck, bs as BackwardOptions, bt as Differentiable, bu as FunctionClass, bv as FunctionContext, bw as GradOptions, bx as GradcheckOptions } from './lean.js';
export {
  b$ as MaxPool2dOptions,
  bA as AutogradError,
  bB as AvgPool2dOptions,
  bC as BernoulliError,
  bD as ClampOptions,
  bE as CompileOptions,
  bF as Compiled,
  bG as Conv2dOptions,
  bH as CrossEntropyOptions,
  bI as DTypeError,
  bJ as DeviceError,
  bK as DeviceName,
  bL as DivOptions,
  bM as DropoutOptions,
  bN as ExplainOptions,
  bO as FreedTensorError,
  bP as Generator,
  bQ as GradHook,
  bR as Index,
  bS as IndexAddOptions,
  bT as IndexArray,
  bU as IndexError,
  bV as IndexPutOptions,
  bW as IndicesOptions,
  bX as Kind,
  bY as Kinds,
  bZ as LogspaceOptions,
  b_ as LoopScope,
  by as ArgumentError,
  bz as AtLeast,
  c$ as fullLike,
  c0 as MaxPool2dResult,
  c1 as MemoryStats,
  c2 as MeshgridOptions,
  c3 as NllLossOptions,
  c4 as NonzeroOptions,
  c5 as OutOfMemoryError,
  c6 as PadMode,
  c7 as PadOptions,
  c8 as Pair,
  c9 as Placement,
  cA as broadcastTensors,
  cB as cartesianProd,
  cC as cat,
  cD as checkArgument,
  cE as checkOptions,
  cF as checkProbability,
  cG as checkSynchronous,
  cH as columnStack,
  cI as compile,
  cJ as concat,
  cK as concatenate,
  cL as conv2d,
  cM as crossEntropy,
  cN as defaultGenerator,
  cO as describe,
  cP as describeAll,
  cQ as device,
  cR as dropout,
  cS as dstack,
  cT as einsum,
  cU as empty,
  cV as emptyLike,
  cW as enableGrad,
  cX as eq,
  cY as eye,
  cZ as formatTensor,
  c_ as full,
  ca as Positional,
  cb as Profile,
  cc as ProfileEvent,
  cd as ProfileRow,
  ce as RandomOptions,
  cf as Reduction,
  cg as RemovableHandle,
  ch as RepeatInterleaveOptions,
  ci as ScatterOptions,
  cj as ScopeError,
  ck as ShapeError,
  cl as Simd,
  cm as SliceText,
  cn as SoftmaxOptions,
  co as SumOptions,
  cp as TensorData,
  cq as TensorJSON,
  cr as TensorOptions,
  cs as ToOptions,
  ct as VarianceOptions,
  cu as arange,
  cv as asTensor,
  cw as atleast1d,
  cx as atleast2d,
  cy as atleast3d,
  cz as avgPool2d,
  d0 as ge,
  d1 as getDefaultDevice,
  d2 as getNumThreads,
  d3 as getSimd,
  d4 as gt,
  d5 as hasRelaxedSimd,
  d6 as hstack,
  d7 as isAsynchronous,
  d8 as isGradEnabled,
  d9 as isPromise,
  dA as resetWarnings,
  dB as rowStack,
  dC as scope,
  dD as setDefaultDevice,
  dE as setNumThreads,
  dF as setSimd,
  dG as setWorkerUrl,
  dH as stack,
  dI as tensor,
  dJ as trilIndices,
  dK as triuIndices,
  dL as vstack,
  dM as warnOnce,
  dN as where,
  dO as withGenerator,
  dP as workerSource,
  dQ as zeros,
  dR as zerosLike,
  da as le,
  db as linspace,
  dc as logspace,
  dd as lt,
  de as manualSeed,
  df as maxPool2d,
  dg as memoryStats,
  dh as meshgrid,
  di as ne,
  dj as nllLoss,
  dk as noGrad,
  dl as oneHot,
  dm as ones,
  dn as onesLike,
  dp as optionsOf,
  dq as pad,
  dr as placementOf,
  ds as profile,
  dt as rand,
  du as randLike,
  dv as randint,
  dw as randintLike,
  dx as randn,
  dy as randnLike,
  dz as randperm,
} from './lean.js';
import { T as Tensor, O as Operand } from './operands.js';
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
} from './operands.js';
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
    exp: typeof exp;
    log: typeof log;
    mul: typeof mul;
    mul_: typeof mul_;
    neg: typeof neg;
    pow: typeof pow;
    sqrt: typeof sqrt;
    relu: typeof relu;
    relu_: typeof relu_;
    sigmoid: typeof sigmoid;
    sigmoid_: typeof sigmoid_;
    tanh: typeof tanh;
    tanh_: typeof tanh_;
    matmul: typeof matmul;
    bernoulli_: typeof bernoulli_;
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
  addcdiv_,
  addcmul_,
  argmax,
  argmin,
  argwhere,
  at,
  autograd,
  backward,
  bernoulli_,
  bool,
  broadcastTo,
  byte,
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
  double,
  dsplit,
  exp,
  expand,
  expandAs,
  fill_,
  flatten,
  flip,
  fliplr,
  flipud,
  float,
  gather,
  grad,
  hsplit,
  indexAdd,
  indexAdd_,
  indexCopy,
  indexCopy_,
  indexFill,
  indexFill_,
  indexPut,
  indexPut_,
  indexSelect,
  int,
  log,
  logSoftmax,
  long,
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
  narrow,
  neg,
  newEmpty,
  newFull,
  newOnes,
  newTensor,
  newZeros,
  nonzero,
  normal_,
  permute,
  pow,
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
  typeAs,
  unbind,
  unflatten,
  unfold,
  uniform_,
  unsqueeze,
  variance as var,
  view,
  viewAs,
  vsplit,
  zero_,
};
