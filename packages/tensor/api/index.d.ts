import { b as backward, c as cpu, a as cuda$1, i as item, r as read, d as registerHook, e as retainGrad, t as toArray, f as toJSON, g as toTypedArray, h as abs, s as sign, j as add, k as add_, l as sub, m as sub_, n as addcdiv_, o as addcmul_, p as clamp, q as clamp_, u as clone, v as contiguous, w as copy_, x as detach, y as div, z as div_, A as exp, B as log, C as fill_, D as zero_, E as gather, F as indexSelect, G as scatter, H as scatter_, I as scatterAdd, J as scatterAdd_, K as logSoftmax, L as matmul, M as argmax, N as argmin, O as max, P as min, Q as mean, R as mul, S as mul_, T as neg, U as permute, V as t, W as transpose, X as pow, Y as sqrt, Z as bernoulli_, _ as normal_, $ as uniform_, a0 as relu, a1 as relu_, a2 as narrow, a3 as select, a4 as slice, a5 as softmax, a6 as expand, a7 as sum, a8 as sigmoid, a9 as sigmoid_, aa as tanh, ab as tanh_, ac as to, ad as std, ae as variance, af as flatten, ag as reshape, ah as squeeze, ai as unsqueeze, aj as view, ak as ReduceOptions, al as ExtremeResult, am as ToMethod, an as AutogradFunction, ao as grad, ap as gradcheck, aq as gradgradcheck, ar as BackwardOptions, as as Differentiable, at as FunctionClass, au as FunctionContext, av as GradOptions, aw as GradcheckOptions } from './lean.js';
export {
  a$ as Placement,
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
  aL as ExplainOptions,
  aM as FreedTensorError,
  aN as Generator,
  aO as GradHook,
  aP as IndexError,
  aQ as Kind,
  aR as Kinds,
  aS as LoopScope,
  aT as MaxPool2dOptions,
  aU as MaxPool2dResult,
  aV as MemoryStats,
  aW as NllLossOptions,
  aX as OutOfMemoryError,
  aY as PadMode,
  aZ as PadOptions,
  a_ as Pair,
  ax as ArgumentError,
  ay as AutogradError,
  az as AvgPool2dOptions,
  b$ as rand,
  b0 as Positional,
  b1 as Profile,
  b2 as ProfileEvent,
  b3 as ProfileRow,
  b4 as RandomOptions,
  b5 as Reduction,
  b6 as RemovableHandle,
  b7 as ScatterOptions,
  b8 as ScopeError,
  b9 as ShapeError,
  bA as eye,
  bB as formatTensor,
  bC as full,
  bD as fullLike,
  bE as ge,
  bF as getDefaultDevice,
  bG as getNumThreads,
  bH as getSimd,
  bI as gt,
  bJ as hasRelaxedSimd,
  bK as isAsynchronous,
  bL as isGradEnabled,
  bM as isPromise,
  bN as le,
  bO as lt,
  bP as manualSeed,
  bQ as maxPool2d,
  bR as memoryStats,
  bS as ne,
  bT as nllLoss,
  bU as noGrad,
  bV as ones,
  bW as onesLike,
  bX as optionsOf,
  bY as pad,
  bZ as placementOf,
  b_ as profile,
  ba as Simd,
  bb as SoftmaxOptions,
  bc as SumOptions,
  bd as TensorData,
  be as TensorJSON,
  bf as TensorOptions,
  bg as ToOptions,
  bh as VarianceOptions,
  bi as arange,
  bj as avgPool2d,
  bk as cat,
  bl as checkArgument,
  bm as checkOptions,
  bn as checkProbability,
  bo as checkSynchronous,
  bp as compile,
  bq as conv2d,
  br as crossEntropy,
  bs as defaultGenerator,
  bt as describe,
  bu as describeAll,
  bv as device,
  bw as dropout,
  bx as einsum,
  by as enableGrad,
  bz as eq,
  c0 as randint,
  c1 as randn,
  c2 as randperm,
  c3 as resetWarnings,
  c4 as scope,
  c5 as setDefaultDevice,
  c6 as setNumThreads,
  c7 as setSimd,
  c8 as setWorkerUrl,
  c9 as stack,
  ca as tensor,
  cb as warnOnce,
  cc as where,
  cd as withGenerator,
  ce as workerSource,
  cf as zeros,
  cg as zerosLike,
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
