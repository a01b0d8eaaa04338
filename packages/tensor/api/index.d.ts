import { b as backward, c as cpu, a as cuda$1, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, h as clone, j as contiguous, k as copy_, l as fill_, z as zero_, m as to, n as indexAdd, o as indexAdd_, p as indexCopy, q as indexCopy_, s as indexFill, u as indexFill_, v as take, w as takeAlongDim, x as at, y as gather, A as indexSelect, B as scatter, C as scatter_, D as scatterAdd, E as scatterAdd_, F as maskedFill, G as maskedFill_, H as maskedScatter, I as maskedScatter_, J as maskedSelect, K as argwhere, L as nonzero, M as indexPut, N as indexPut_, O as set, P as logSoftmax, Q as softmax, R as abs, S as sign, T as add, U as add_, V as sub, W as sub_, X as addcdiv_, Y as addcmul_, Z as clamp, _ as clamp_, $ as div, a0 as div_, a1 as exp, a2 as log, a3 as mul, a4 as mul_, a5 as neg, a6 as pow, a7 as sqrt, a8 as relu, a9 as relu_, aa as sigmoid, ab as sigmoid_, ac as tanh, ad as tanh_, ae as matmul, af as bernoulli_, ag as normal_, ah as uniform_, ai as argmax, aj as argmin, ak as max, al as min, am as mean, an as expand, ao as sum, ap as std, aq as variance, ar as flip, as as fliplr, at as flipud, au as rot90, av as repeat, aw as repeatInterleave, ax as tile, ay as roll, az as tril, aA as tril_, aB as triu, aC as triu_, aD as broadcastTo, aE as expandAs, aF as detach, aG as diag, aH as diagEmbed, aI as diagonal, aJ as chunk, aK as split, aL as tensorSplit, aM as unbind, aN as moveaxis, aO as movedim, aP as permute, aQ as swapaxes, aR as swapdims, aS as t, aT as transpose, aU as ravel, aV as reshapeAs, aW as unflatten, aX as viewAs, aY as narrow, aZ as select, a_ as slice, a$ as unfold, b0 as flatten, b1 as reshape, b2 as squeeze, b3 as unsqueeze, b4 as view, b5 as ReduceOptions, b6 as ExtremeResult, b7 as ToMethod, b8 as AutogradFunction, b9 as grad, ba as gradcheck, bb as gradgradcheck, bc as BackwardOptions, bd as Differentiable, be as FunctionClass, bf as FunctionContext, bg as GradOptions, bh as GradcheckOptions } from './lean.js';
export {
  b$ as RemovableHandle,
  bA as GradHook,
  bB as Index,
  bC as IndexAddOptions,
  bD as IndexArray,
  bE as IndexError,
  bF as IndexPutOptions,
  bG as IndicesOptions,
  bH as Kind,
  bI as Kinds,
  bJ as LoopScope,
  bK as MaxPool2dOptions,
  bL as MaxPool2dResult,
  bM as MemoryStats,
  bN as MeshgridOptions,
  bO as NllLossOptions,
  bP as NonzeroOptions,
  bQ as OutOfMemoryError,
  bR as PadMode,
  bS as PadOptions,
  bT as Pair,
  bU as Placement,
  bV as Positional,
  bW as Profile,
  bX as ProfileEvent,
  bY as ProfileRow,
  bZ as RandomOptions,
  b_ as Reduction,
  bi as ArgumentError,
  bj as AtLeast,
  bk as AutogradError,
  bl as AvgPool2dOptions,
  bm as BernoulliError,
  bn as ClampOptions,
  bo as CompileOptions,
  bp as Compiled,
  bq as Conv2dOptions,
  br as CrossEntropyOptions,
  bs as DTypeError,
  bt as DeviceError,
  bu as DeviceName,
  bv as DivOptions,
  bw as DropoutOptions,
  bx as ExplainOptions,
  by as FreedTensorError,
  bz as Generator,
  c$ as ones,
  c0 as RepeatInterleaveOptions,
  c1 as ScatterOptions,
  c2 as ScopeError,
  c3 as ShapeError,
  c4 as Simd,
  c5 as SliceText,
  c6 as SoftmaxOptions,
  c7 as SumOptions,
  c8 as TensorData,
  c9 as TensorJSON,
  cA as dstack,
  cB as einsum,
  cC as enableGrad,
  cD as eq,
  cE as eye,
  cF as formatTensor,
  cG as full,
  cH as fullLike,
  cI as ge,
  cJ as getDefaultDevice,
  cK as getNumThreads,
  cL as getSimd,
  cM as gt,
  cN as hasRelaxedSimd,
  cO as hstack,
  cP as isAsynchronous,
  cQ as isGradEnabled,
  cR as isPromise,
  cS as le,
  cT as lt,
  cU as manualSeed,
  cV as maxPool2d,
  cW as memoryStats,
  cX as meshgrid,
  cY as ne,
  cZ as nllLoss,
  c_ as noGrad,
  ca as TensorOptions,
  cb as ToOptions,
  cc as VarianceOptions,
  cd as arange,
  ce as atleast1d,
  cf as atleast2d,
  cg as atleast3d,
  ch as avgPool2d,
  ci as broadcastTensors,
  cj as cartesianProd,
  ck as cat,
  cl as checkArgument,
  cm as checkOptions,
  cn as checkProbability,
  co as checkSynchronous,
  cp as columnStack,
  cq as compile,
  cr as concat,
  cs as concatenate,
  ct as conv2d,
  cu as crossEntropy,
  cv as defaultGenerator,
  cw as describe,
  cx as describeAll,
  cy as device,
  cz as dropout,
  d0 as onesLike,
  d1 as optionsOf,
  d2 as pad,
  d3 as placementOf,
  d4 as profile,
  d5 as rand,
  d6 as randint,
  d7 as randn,
  d8 as randperm,
  d9 as resetWarnings,
  da as rowStack,
  db as scope,
  dc as setDefaultDevice,
  dd as setNumThreads,
  de as setSimd,
  df as setWorkerUrl,
  dg as stack,
  dh as tensor,
  di as trilIndices,
  dj as triuIndices,
  dk as vstack,
  dl as warnOnce,
  dm as where,
  dn as withGenerator,
  dp as workerSource,
  dq as zeros,
  dr as zerosLike,
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
  autograd,
  backward,
  bernoulli_,
  broadcastTo,
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
  fill_,
  flatten,
  flip,
  fliplr,
  flipud,
  gather,
  grad,
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
  logSoftmax,
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
  unbind,
  unflatten,
  unfold,
  uniform_,
  unsqueeze,
  variance as var,
  view,
  viewAs,
  zero_,
};
