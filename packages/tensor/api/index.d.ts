import { b as backward, c as cpu, a as cuda$1, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, h as abs, s as sign, j as add, k as add_, l as sub, m as sub_, n as addcdiv_, o as addcmul_, p as clamp, q as clamp_, u as clone, v as contiguous, w as copy_, x as detach, y as div, z as div_, A as exp, B as log, C as fill_, D as zero_, E as gather, F as indexSelect, G as scatter, H as scatter_, I as scatterAdd, J as scatterAdd_, K as logSoftmax, L as matmul, M as argmax, N as argmin, O as max, P as min, Q as mean, R as mul, S as mul_, T as neg, U as permute, V as t, W as transpose, X as pow, Y as sqrt, Z as bernoulli_, _ as normal_, $ as uniform_, a0 as relu, a1 as relu_, a2 as narrow, a3 as select, a4 as slice, a5 as softmax, a6 as expand, a7 as sum, a8 as sigmoid, a9 as sigmoid_, aa as tanh, ab as tanh_, ac as to, ad as std, ae as variance, af as flatten, ag as reshape, ah as squeeze, ai as unsqueeze, aj as view, ak as ReduceOptions, al as ExtremeResult, am as ToMethod, an as AutogradFunction, ao as grad, ap as gradcheck, aq as gradgradcheck, ar as BackwardOptions, as as Differentiable, at as FunctionClass, au as FunctionContext, av as GradOptions, aw as GradcheckOptions } from './lean.js';
export {
  a$ as Positional,
  aA as BernoulliError,
  aB as ClampOptions,
  aC as CompileOptions,
  aD as Compiled,
  aE as Conv2dOptions,
  aF as CrossEntropyOptions,
  aG as DTypeError,
  aH as DeviceError,
  aI as DeviceName,
  aJ as DivOptions,
  aK as DropoutOptions,
  aL as FreedTensorError,
  aM as Generator,
  aN as GradHook,
  aO as IndexError,
  aP as Kind,
  aQ as Kinds,
  aR as LoopScope,
  aS as MaxPool2dOptions,
  aT as MaxPool2dResult,
  aU as MemoryStats,
  aV as NllLossOptions,
  aW as OutOfMemoryError,
  aX as PadMode,
  aY as PadOptions,
  aZ as Pair,
  a_ as Placement,
  ax as ArgumentError,
  ay as AutogradError,
  az as AvgPool2dOptions,
  b$ as randint,
  b0 as Profile,
  b1 as ProfileEvent,
  b2 as ProfileRow,
  b3 as RandomOptions,
  b4 as Reduction,
  b5 as RemovableHandle,
  b6 as ScatterOptions,
  b7 as ScopeError,
  b8 as ShapeError,
  b9 as Simd,
  bA as formatTensor,
  bB as full,
  bC as fullLike,
  bD as ge,
  bE as getDefaultDevice,
  bF as getNumThreads,
  bG as getSimd,
  bH as gt,
  bI as hasRelaxedSimd,
  bJ as isAsynchronous,
  bK as isGradEnabled,
  bL as isPromise,
  bM as le,
  bN as lt,
  bO as manualSeed,
  bP as maxPool2d,
  bQ as memoryStats,
  bR as ne,
  bS as nllLoss,
  bT as noGrad,
  bU as ones,
  bV as onesLike,
  bW as optionsOf,
  bX as pad,
  bY as placementOf,
  bZ as profile,
  b_ as rand,
  ba as SoftmaxOptions,
  bb as SumOptions,
  bc as TensorData,
  bd as TensorJSON,
  be as TensorOptions,
  bf as ToOptions,
  bg as VarianceOptions,
  bh as arange,
  bi as avgPool2d,
  bj as cat,
  bk as checkArgument,
  bl as checkOptions,
  bm as checkProbability,
  bn as checkSynchronous,
  bo as compile,
  bp as conv2d,
  bq as crossEntropy,
  br as defaultGenerator,
  bs as describe,
  bt as describeAll,
  bu as device,
  bv as dropout,
  bw as einsum,
  bx as enableGrad,
  by as eq,
  bz as eye,
  c0 as randn,
  c1 as randperm,
  c2 as resetWarnings,
  c3 as scope,
  c4 as setDefaultDevice,
  c5 as setNumThreads,
  c6 as setSimd,
  c7 as setWorkerUrl,
  c8 as stack,
  c9 as tensor,
  ca as warnOnce,
  cb as where,
  cc as withGenerator,
  cd as workerSource,
  ce as zeros,
  cf as zerosLike,
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
    clone: typeof clone;
    contiguous: typeof contiguous;
    eq: (input: Tensor, other: Operand) => Tensor;
    ge: (input: Tensor, other: Operand) => Tensor;
    gt: (input: Tensor, other: Operand) => Tensor;
    le: (input: Tensor, other: Operand) => Tensor;
    lt: (input: Tensor, other: Operand) => Tensor;
    ne: (input: Tensor, other: Operand) => Tensor;
    copy_: typeof copy_;
    detach: typeof detach;
    div: typeof div;
    div_: typeof div_;
    exp: typeof exp;
    log: typeof log;
    fill_: typeof fill_;
    zero_: typeof zero_;
    gather: typeof gather;
    indexSelect: typeof indexSelect;
    scatter: typeof scatter;
    scatter_: typeof scatter_;
    scatterAdd: typeof scatterAdd;
    scatterAdd_: typeof scatterAdd_;
    logSoftmax: typeof logSoftmax;
    matmul: typeof matmul;
    argmax: typeof argmax;
    argmin: typeof argmin;
    max: typeof max;
    min: typeof min;
    mean: typeof mean;
    mul: typeof mul;
    mul_: typeof mul_;
    neg: typeof neg;
    permute: typeof permute;
    t: typeof t;
    transpose: typeof transpose;
    pow: typeof pow;
    sqrt: typeof sqrt;
    bernoulli_: typeof bernoulli_;
    normal_: typeof normal_;
    uniform_: typeof uniform_;
    relu: typeof relu;
    relu_: typeof relu_;
    narrow: typeof narrow;
    select: typeof select;
    slice: typeof slice;
    softmax: typeof softmax;
    expand: typeof expand;
    sum: typeof sum;
    sigmoid: typeof sigmoid;
    sigmoid_: typeof sigmoid_;
    tanh: typeof tanh;
    tanh_: typeof tanh_;
    to: typeof to;
    std: typeof std;
    var: typeof variance;
    flatten: typeof flatten;
    reshape: typeof reshape;
    squeeze: typeof squeeze;
    unsqueeze: typeof unsqueeze;
    view: typeof view;
};
type Functions = typeof functions;
type Plain = Omit<Functions, "max" | "min" | "to">;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & ExtremeMethods & {
    to: ToMethod;
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
  autograd,
  backward,
  bernoulli_,
  clamp,
  clamp_,
  clone,
  contiguous,
  copy_,
  cuda,
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
