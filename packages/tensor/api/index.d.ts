import { T as Tensor, B as BackwardOptions, G as GradOptions, b as backward, g as grad, a as Device, c as Generator, O as Operand, i as isTensor } from './operands.js';
export {
  $ as full,
  A as bernoulli_,
  C as ClampOptions,
  D as DType,
  E as ExtremeResult,
  F as clamp,
  H as clamp_,
  I as clone,
  J as closeScope,
  K as contiguous,
  L as copy_,
  M as defaultGenerator,
  N as NestedArray,
  P as detach,
  Q as div,
  R as RandomOptions,
  S as ScatterOptions,
  U as div_,
  V as VarianceOptions,
  W as exp,
  X as expand,
  Y as eye,
  Z as fill_,
  _ as flatten,
  a0 as fullLike,
  a1 as gather,
  a2 as indexSelect,
  a3 as isFloating,
  a4 as log,
  a5 as logSoftmax,
  a6 as manualSeed,
  a7 as matmul,
  a8 as max,
  a9 as mean,
  aA as sigmoid,
  aB as sigmoid_,
  aC as sign,
  aD as slice,
  aE as softmax,
  aF as sqrt,
  aG as squeeze,
  aH as std,
  aI as sub,
  aJ as sub_,
  aK as sum,
  aL as t,
  aM as tanh,
  aN as tanh_,
  aO as tensor,
  aP as to,
  aQ as transpose,
  aR as uniform_,
  aS as unsqueeze,
  aT as var,
  aU as view,
  aV as withGenerator,
  aW as zero_,
  aX as zeros,
  aY as zerosLike,
  aa as min,
  ab as mul,
  ac as mul_,
  ad as narrow,
  ae as neg,
  af as normal_,
  ag as ones,
  ah as onesLike,
  ai as openScope,
  aj as permute,
  ak as pow,
  al as promoteTypes,
  am as rand,
  an as randint,
  ao as randn,
  ap as randperm,
  aq as registerHook,
  ar as relu,
  as as relu_,
  at as reshape,
  au as retainGrad,
  av as scatter,
  aw as scatterAdd,
  ax as scatterAdd_,
  ay as scatter_,
  az as select,
  d as DivOptions,
  e as GradHook,
  f as ReduceOptions,
  h as RemovableHandle,
  j as Scope,
  k as Shape,
  l as SoftmaxOptions,
  m as SumOptions,
  n as TensorData,
  o as TensorJSON,
  p as TensorMethods,
  q as TensorOptions,
  r as TypedArray,
  s as abs,
  t as add,
  u as add_,
  v as addcdiv_,
  w as addcmul_,
  x as arange,
  y as argmax,
  z as argmin,
} from './operands.js';
declare function isPromise(value: unknown): value is PromiseLike<unknown>;
declare function isAsynchronous(result: unknown): boolean;
declare function checkSynchronous<Result>(owner: string, what: string, result: Result): Result;
declare function isGradEnabled(): boolean;
declare function noGrad<Result>(body: () => Result): Result;
declare function enableGrad<Result>(body: () => Result): Result;
interface FunctionContext {
    saveForBackward(...tensors: readonly (Tensor | null)[]): void;
    readonly savedTensors: readonly (Tensor | null)[];
    readonly needsInputGrad: readonly boolean[];
    markNonDifferentiable(...outputs: readonly Tensor[]): void;
    [name: string]: any;
}
interface FunctionClass {
    readonly name: string;
    forward(context: FunctionContext, ...inputs: any[]): Tensor | readonly Tensor[];
    backward(context: FunctionContext, ...gradients: any[]): Tensor | null | readonly (Tensor | null | undefined)[];
}
type InputsOf<Class extends FunctionClass> = Parameters<Class["forward"]> extends [
    any,
    ...infer Inputs
] ? Inputs : [
];
declare abstract class AutogradFunction {
    static apply<Class extends FunctionClass>(this: Class, ...inputs: InputsOf<Class>): ReturnType<Class["forward"]>;
}
interface GradcheckOptions {
    readonly eps?: number;
    readonly atol?: number;
    readonly rtol?: number;
    readonly raiseException?: boolean;
}
type Differentiable = (...inputs: Tensor[]) => Tensor | readonly Tensor[];
declare function gradcheck(fn: Differentiable, inputs: readonly Tensor[], options?: GradcheckOptions): boolean;
declare function gradgradcheck(fn: Differentiable, inputs: readonly Tensor[], gradOutputs?: readonly Tensor[] | null, options?: GradcheckOptions): boolean;
declare const index_BackwardOptions: typeof BackwardOptions;
type index_Differentiable = Differentiable;
type index_FunctionClass = FunctionClass;
type index_FunctionContext = FunctionContext;
declare const index_GradOptions: typeof GradOptions;
type index_GradcheckOptions = GradcheckOptions;
declare const index_backward: typeof backward;
declare const index_grad: typeof grad;
declare const index_gradcheck: typeof gradcheck;
declare const index_gradgradcheck: typeof gradgradcheck;
declare namespace index {
    export { index_BackwardOptions as BackwardOptions, type index_Differentiable as Differentiable, AutogradFunction as Function, type index_FunctionClass as FunctionClass, type index_FunctionContext as FunctionContext, index_GradOptions as GradOptions, type index_GradcheckOptions as GradcheckOptions, index_backward as backward, index_grad as grad, index_gradcheck as gradcheck, index_gradgradcheck as gradgradcheck };
}
type Pair = readonly [
    number,
    number
];
type Simd = "portable" | "relaxed" | "wide";
declare function hasRelaxedSimd(): boolean;
declare function getSimd(): Simd;
declare function setSimd(simd: Simd): void;
declare function getNumThreads(): number;
declare function setNumThreads(count: number): void;
declare function setWorkerUrl(url: string | URL): void;
declare const workerSource: string;
type Precision = "high" | "highest";
interface CompileOptions {
    readonly keepGrads?: boolean;
    readonly precision?: Precision;
}
interface Compiled<Arguments extends readonly unknown[], Result> {
    (...inputs: Arguments): Result;
    explain(): string;
}
declare function compile<Arguments extends readonly unknown[], Result>(body: (...inputs: Arguments) => Result, options?: CompileOptions): Compiled<Arguments, Result>;
declare function describe(given: unknown): string;
declare function describeAll(given: unknown): string;
declare function getDefaultDevice(): Device;
declare function setDefaultDevice(device: Device): void;
declare class BernoulliError extends Error {
    name: string;
}
declare class ShapeError extends BernoulliError {
    name: string;
}
declare class DTypeError extends BernoulliError {
    name: string;
}
declare class DeviceError extends BernoulliError {
    name: string;
}
declare class IndexError extends BernoulliError {
    name: string;
}
declare class ArgumentError extends BernoulliError {
    name: string;
}
declare class AutogradError extends BernoulliError {
    name: string;
}
declare class FreedTensorError extends BernoulliError {
    name: string;
}
declare class ScopeError extends BernoulliError {
    name: string;
}
declare class OutOfMemoryError extends BernoulliError {
    name: string;
}
declare class LoopScope {
    #private;
    constructor(label: string);
    open(): this;
    within<Result>(body: () => Result): Result;
    enter(): void;
    suspend(): void;
    end(): void;
}
interface MemoryStats {
    readonly storages: number;
    readonly bytes: number;
    readonly scopes: number;
}
declare function memoryStats(): MemoryStats;
declare function scope<Result>(body: () => Result): Result;
interface AvgPool2dOptions {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly ceilMode?: boolean;
    readonly countIncludePad?: boolean;
    readonly divisorOverride?: number;
}
declare function avgPool2d(input: Tensor, kernelSize: number | Pair, options?: AvgPool2dOptions): Tensor;
declare function cat(tensors: readonly Tensor[], dim?: number): Tensor;
declare function stack(tensors: readonly Tensor[], dim?: number): Tensor;
interface Conv2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
declare function conv2d(input: Tensor, weight: Tensor, options?: Conv2dOptions): Tensor;
type Reduction = "mean" | "sum" | "none";
interface NllLossOptions {
    readonly weight?: Tensor | null;
    readonly ignoreIndex?: number;
    readonly reduction?: Reduction;
}
interface CrossEntropyOptions extends NllLossOptions {
    readonly labelSmoothing?: number;
}
declare function nllLoss(input: Tensor, target: Tensor, options?: NllLossOptions): Tensor;
declare function crossEntropy(input: Tensor, target: Tensor, options?: CrossEntropyOptions): Tensor;
interface DropoutOptions {
    readonly p?: number;
    readonly training: boolean;
    readonly inplace?: boolean;
    readonly generator?: Generator;
}
declare function dropout(input: Tensor, options: DropoutOptions): Tensor;
declare function checkProbability(p: number): void;
declare function einsum(equation: string, ...operands: readonly Tensor[]): Tensor;
interface MaxPool2dOptions {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly ceilMode?: boolean;
}
interface MaxPool2dResult {
    readonly output: Tensor;
    readonly indices: Tensor;
}
declare function maxPool2d(input: Tensor, kernelSize: number | Pair, options: MaxPool2dOptions & {
    readonly returnIndices: true;
}): MaxPool2dResult;
declare function maxPool2d(input: Tensor, kernelSize: number | Pair, options?: MaxPool2dOptions & {
    readonly returnIndices?: false;
}): Tensor;
declare const eq: (input: Tensor, other: Operand) => Tensor;
declare const ne: (input: Tensor, other: Operand) => Tensor;
declare const lt: (input: Tensor, other: Operand) => Tensor;
declare const le: (input: Tensor, other: Operand) => Tensor;
declare const gt: (input: Tensor, other: Operand) => Tensor;
declare const ge: (input: Tensor, other: Operand) => Tensor;
type PadMode = "constant" | "reflect" | "replicate" | "circular";
interface PadOptions {
    readonly mode?: PadMode;
    readonly value?: number | boolean;
}
declare function pad(input: Tensor, padding: readonly number[], options?: PadOptions): Tensor;
declare function where(condition: Tensor, input: Operand, other: Operand): Tensor;
declare const kinds: {
    anything: [
        string,
        () => true
    ];
    boolean: [
        string,
        (value: unknown) => value is boolean
    ];
    number: [
        string,
        (value: unknown) => value is number
    ];
    count: [
        string,
        (value: unknown) => boolean
    ];
    string: [
        string,
        (value: unknown) => value is string
    ];
    function: [
        string,
        (value: unknown) => value is Function
    ];
    object: [
        string,
        (value: unknown) => value is Record<PropertyKey, unknown>
    ];
    array: [
        string,
        (value: unknown) => value is any[]
    ];
    numbers: [
        string,
        (value: unknown) => value is number[]
    ];
    iterable: [
        string,
        (value: unknown) => boolean
    ];
    Tensor: [
        string,
        typeof isTensor
    ];
    Generator: [
        string,
        (value: unknown) => boolean
    ];
};
type Kind = keyof typeof kinds;
type Kinds<Options> = {
    readonly [Name in keyof Required<Options>]: Kind;
};
declare function checkOptions(owner: string, given: unknown, known: readonly string[] | Readonly<Record<string, Kind>>): void;
type Positional<Options, Names extends readonly (keyof Options)[], Done extends keyof Options = never> = readonly [
    options?: Omit<Options, Done>
] | (Names extends readonly [
    infer First extends keyof Options,
    ...infer Rest extends readonly (keyof Options)[]
] ? readonly [
    first: Options[First] | null,
    ...rest: Positional<Options, Rest, Done | First>
] : never);
declare function optionsOf<Options extends object>(owner: string, names: readonly (keyof Options & string)[], given: readonly unknown[]): Options;
declare function checkArgument(owner: string, name: string, given: unknown, kind: Kind): void;
declare function formatTensor(tensor: Tensor): string;
interface ProfileEvent {
    readonly name: string;
    readonly start: number;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly flops: number;
    readonly shapes: string;
}
interface ProfileRow {
    readonly name: string;
    readonly calls: number;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly flops: number;
}
declare class Profile {
    readonly events: readonly ProfileEvent[];
    readonly milliseconds: number;
    constructor(events: readonly ProfileEvent[], milliseconds: number);
    get ops(): readonly ProfileRow[];
    toString(): string;
    toTrace(): string;
}
declare function profile(body: () => unknown): Profile;
declare function warnOnce(key: string, text: string): void;
declare function resetWarnings(): void;
export {
  ArgumentError,
  AutogradError,
  BackwardOptions,
  BernoulliError,
  DTypeError,
  Device,
  DeviceError,
  FreedTensorError,
  Generator,
  GradOptions,
  IndexError,
  LoopScope,
  Operand,
  OutOfMemoryError,
  Profile,
  ScopeError,
  ShapeError,
  Tensor,
  avgPool2d,
  backward,
  cat,
  checkArgument,
  checkOptions,
  checkProbability,
  checkSynchronous,
  compile,
  conv2d,
  crossEntropy,
  describe,
  describeAll,
  dropout,
  einsum,
  enableGrad,
  eq,
  formatTensor,
  ge,
  getDefaultDevice,
  getNumThreads,
  getSimd,
  grad,
  gt,
  hasRelaxedSimd,
  index as autograd,
  isAsynchronous,
  isGradEnabled,
  isPromise,
  isTensor,
  le,
  lt,
  maxPool2d,
  memoryStats,
  ne,
  nllLoss,
  noGrad,
  optionsOf,
  pad,
  profile,
  resetWarnings,
  scope,
  setDefaultDevice,
  setNumThreads,
  setSimd,
  setWorkerUrl,
  stack,
  type AvgPool2dOptions,
  type CompileOptions,
  type Compiled,
  type Conv2dOptions,
  type CrossEntropyOptions,
  type DropoutOptions,
  type Kind,
  type Kinds,
  type MaxPool2dOptions,
  type MaxPool2dResult,
  type MemoryStats,
  type NllLossOptions,
  type PadMode,
  type PadOptions,
  type Pair,
  type Positional,
  type ProfileEvent,
  type ProfileRow,
  type Reduction,
  type Simd,
  warnOnce,
  where,
  workerSource,
};
