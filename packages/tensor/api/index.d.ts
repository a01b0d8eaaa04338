import { A as AutogradFunction, b as backward, g as grad, a as gradcheck, c as gradgradcheck, B as BackwardOptions, D as Differentiable, F as FunctionClass, d as FunctionContext, G as GradOptions, e as GradcheckOptions, i as item, r as read, f as registerHook, h as retainGrad, t as toArray, j as toJSON, k as toTypedArray, l as abs, m as add, n as add_, o as addcdiv_, p as addcmul_, q as argmax, s as argmin, u as bernoulli_, v as clamp, w as clamp_, x as clone, y as contiguous, z as copy_, C as detach, E as div, H as div_, I as exp, J as expand, K as fill_, L as flatten, M as gather, N as indexSelect, O as log, P as logSoftmax, Q as matmul, R as max, S as mean, T as min, U as mul, V as mul_, W as narrow, X as neg, Y as normal_, Z as permute, _ as pow, $ as relu, a0 as relu_, a1 as reshape, a2 as scatter, a3 as scatter_, a4 as scatterAdd, a5 as scatterAdd_, a6 as select, a7 as sigmoid, a8 as sigmoid_, a9 as sign, aa as slice, ab as softmax, ac as sqrt, ad as squeeze, ae as std, af as sub, ag as sub_, ah as sum, ai as t, aj as tanh, ak as tanh_, al as to, am as transpose, an as uniform_, ao as unsqueeze, ap as variance, aq as view, ar as zero_, as as ReduceOptions, at as ExtremeResult } from './lean.js';
export {
  a$ as Reduction,
  aA as Compiled,
  aB as Conv2dOptions,
  aC as CrossEntropyOptions,
  aD as DTypeError,
  aE as DeviceError,
  aF as DivOptions,
  aG as DropoutOptions,
  aH as FreedTensorError,
  aI as Generator,
  aJ as GradHook,
  aK as IndexError,
  aL as Kind,
  aM as Kinds,
  aN as LoopScope,
  aO as MaxPool2dOptions,
  aP as MaxPool2dResult,
  aQ as MemoryStats,
  aR as NllLossOptions,
  aS as OutOfMemoryError,
  aT as PadMode,
  aU as PadOptions,
  aV as Pair,
  aW as Positional,
  aX as Profile,
  aY as ProfileEvent,
  aZ as ProfileRow,
  a_ as RandomOptions,
  au as ArgumentError,
  av as AutogradError,
  aw as AvgPool2dOptions,
  ax as BernoulliError,
  ay as ClampOptions,
  az as CompileOptions,
  b$ as setWorkerUrl,
  b0 as RemovableHandle,
  b1 as ScatterOptions,
  b2 as ScopeError,
  b3 as ShapeError,
  b4 as Simd,
  b5 as SoftmaxOptions,
  b6 as SumOptions,
  b7 as TensorData,
  b8 as TensorJSON,
  b9 as TensorOptions,
  bA as gt,
  bB as hasRelaxedSimd,
  bC as isAsynchronous,
  bD as isGradEnabled,
  bE as isPromise,
  bF as le,
  bG as lt,
  bH as manualSeed,
  bI as maxPool2d,
  bJ as memoryStats,
  bK as ne,
  bL as nllLoss,
  bM as noGrad,
  bN as ones,
  bO as onesLike,
  bP as optionsOf,
  bQ as pad,
  bR as profile,
  bS as rand,
  bT as randint,
  bU as randn,
  bV as randperm,
  bW as resetWarnings,
  bX as scope,
  bY as setDefaultDevice,
  bZ as setNumThreads,
  b_ as setSimd,
  ba as VarianceOptions,
  bb as arange,
  bc as avgPool2d,
  bd as cat,
  be as checkArgument,
  bf as checkOptions,
  bg as checkProbability,
  bh as checkSynchronous,
  bi as compile,
  bj as conv2d,
  bk as crossEntropy,
  bl as defaultGenerator,
  bm as describe,
  bn as describeAll,
  bo as dropout,
  bp as einsum,
  bq as enableGrad,
  br as eq,
  bs as eye,
  bt as formatTensor,
  bu as full,
  bv as fullLike,
  bw as ge,
  bx as getDefaultDevice,
  by as getNumThreads,
  bz as getSimd,
  c0 as stack,
  c1 as tensor,
  c2 as warnOnce,
  c3 as where,
  c4 as withGenerator,
  c5 as workerSource,
  c6 as zeros,
  c7 as zerosLike,
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
declare const functions: {
    backward: typeof backward;
    item: typeof item;
    read: typeof read;
    registerHook: typeof registerHook;
    retainGrad: typeof retainGrad;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    toTypedArray: typeof toTypedArray;
    abs: typeof abs;
    add: typeof add;
    add_: typeof add_;
    addcdiv_: typeof addcdiv_;
    addcmul_: typeof addcmul_;
    argmax: typeof argmax;
    argmin: typeof argmin;
    bernoulli_: typeof bernoulli_;
    clamp: typeof clamp;
    clamp_: typeof clamp_;
    clone: typeof clone;
    contiguous: typeof contiguous;
    copy_: typeof copy_;
    detach: typeof detach;
    div: typeof div;
    div_: typeof div_;
    eq: (input: Tensor, other: Operand) => Tensor;
    exp: typeof exp;
    expand: typeof expand;
    fill_: typeof fill_;
    flatten: typeof flatten;
    gather: typeof gather;
    ge: (input: Tensor, other: Operand) => Tensor;
    gt: (input: Tensor, other: Operand) => Tensor;
    indexSelect: typeof indexSelect;
    le: (input: Tensor, other: Operand) => Tensor;
    log: typeof log;
    logSoftmax: typeof logSoftmax;
    lt: (input: Tensor, other: Operand) => Tensor;
    matmul: typeof matmul;
    max: typeof max;
    mean: typeof mean;
    min: typeof min;
    mul: typeof mul;
    mul_: typeof mul_;
    narrow: typeof narrow;
    ne: (input: Tensor, other: Operand) => Tensor;
    neg: typeof neg;
    normal_: typeof normal_;
    permute: typeof permute;
    pow: typeof pow;
    relu: typeof relu;
    relu_: typeof relu_;
    reshape: typeof reshape;
    scatter: typeof scatter;
    scatter_: typeof scatter_;
    scatterAdd: typeof scatterAdd;
    scatterAdd_: typeof scatterAdd_;
    select: typeof select;
    sigmoid: typeof sigmoid;
    sigmoid_: typeof sigmoid_;
    sign: typeof sign;
    slice: typeof slice;
    softmax: typeof softmax;
    sqrt: typeof sqrt;
    squeeze: typeof squeeze;
    std: typeof std;
    sub: typeof sub;
    sub_: typeof sub_;
    sum: typeof sum;
    t: typeof t;
    tanh: typeof tanh;
    tanh_: typeof tanh_;
    to: typeof to;
    transpose: typeof transpose;
    uniform_: typeof uniform_;
    unsqueeze: typeof unsqueeze;
    var: typeof variance;
    view: typeof view;
    zero_: typeof zero_;
};
type Functions = typeof functions;
type Plain = Omit<Functions, "max" | "min">;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & ExtremeMethods & {
    toString(): string;
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
}
export {
  ExtremeResult,
  Operand,
  ReduceOptions,
  Tensor,
  abs,
  add,
  add_,
  addcdiv_,
  addcmul_,
  argmax,
  argmin,
  autograd,
  backward,
  bernoulli_,
  clamp,
  clamp_,
  clone,
  contiguous,
  copy_,
  detach,
  div,
  div_,
  exp,
  expand,
  fill_,
  flatten,
  gather,
  grad,
  indexSelect,
  log,
  logSoftmax,
  matmul,
  max,
  mean,
  min,
  mul,
  mul_,
  narrow,
  neg,
  normal_,
  permute,
  pow,
  registerHook,
  relu,
  relu_,
  reshape,
  retainGrad,
  scatter,
  scatterAdd,
  scatterAdd_,
  scatter_,
  select,
  sigmoid,
  sigmoid_,
  sign,
  slice,
  softmax,
  sqrt,
  squeeze,
  std,
  sub,
  sub_,
  sum,
  t,
  tanh,
  tanh_,
  to,
  transpose,
  type BackwardOptions,
  type GradOptions,
  type TensorMethods,
  uniform_,
  unsqueeze,
  variance as var,
  view,
  zero_,
};
