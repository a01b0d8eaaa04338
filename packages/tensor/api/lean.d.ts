import { T as Tensor, a as Device, O as Operand, D as DType, b as Shape, c as TypedArray, f as SizeArguments, N as NestedArray, e as isTensor } from './operands.js';
declare class Mt19937 {
    #private;
    readonly state: Uint32Array<ArrayBuffer>;
    left: number;
    next: number;
    constructor(seed: number);
    seed(seed: number): void;
    random(): number;
    fill(words: Uint32Array): void;
    get taken(): number;
    resume(state: Uint32Array, taken: number): void;
}
interface GeneratorOptions {
    readonly seed?: number | bigint;
}
declare class Generator {
    #private;
    cachedNormal: number | null;
    constructor(options?: GeneratorOptions);
    get engine(): Mt19937;
    manualSeed(seed: number | bigint): this;
    initialSeed(): bigint;
    seed(): bigint;
    random(): number;
    random64(): bigint;
    getState(): Uint8Array;
    setState(state: Uint8Array): this;
}
declare function defaultGenerator(): Generator;
declare function manualSeed(seed: number | bigint): Generator;
declare function withGenerator<Result>(generator: Generator, body: () => Result): Result;
type Pair = readonly [
    number,
    number
];
interface BackwardOptions {
    readonly gradient?: Tensor;
    readonly retainGraph?: boolean;
    readonly createGraph?: boolean;
}
interface GradOptions extends Omit<BackwardOptions, "gradient"> {
    readonly gradOutputs?: readonly (Tensor | null)[];
    readonly allowUnused?: boolean;
}
declare function backward(input: Tensor, options?: BackwardOptions): void;
declare function grad(outputs: Tensor | readonly Tensor[], inputs: readonly Tensor[], options: GradOptions & {
    readonly allowUnused: true;
}): (Tensor | null)[];
declare function grad<Count extends readonly Tensor[]>(outputs: Tensor | readonly Tensor[], inputs: readonly [
    ...Count
], options?: GradOptions): {
    [At in keyof Count]: Tensor;
};
declare function isGradEnabled(): boolean;
declare function noGrad<Result>(body: () => Result): Result;
declare function enableGrad<Result>(body: () => Result): Result;
type GradHook = (grad: Tensor) => Tensor | null | undefined | void;
interface RemovableHandle {
    remove(): void;
}
declare function registerHook(input: Tensor, hook: GradHook): RemovableHandle;
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
declare function retainGrad(input: Tensor): void;
type Simd = "portable" | "relaxed" | "wide";
declare function hasRelaxedSimd(): boolean;
declare function getSimd(): Simd;
declare function setSimd(simd: Simd): void;
declare function getNumThreads(): number;
declare function setNumThreads(count: number): void;
declare function setWorkerUrl(url: string | URL): void;
declare const workerSource: string;
declare function isPromise(value: unknown): value is PromiseLike<unknown>;
declare function isAsynchronous(result: unknown): boolean;
declare function checkSynchronous<Result>(owner: string, what: string, result: Result): Result;
declare function describe(given: unknown): string;
declare function describeAll(given: unknown): string;
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
declare const precisions: readonly [
    "high",
    "highest"
];
type Precision = (typeof precisions)[number];
interface CompileOptions {
    readonly keepGrads?: boolean;
    readonly precision?: Precision;
}
interface Compiled<Arguments extends readonly unknown[], Result> {
    (...inputs: Arguments): Result;
    explain(): string;
}
declare function compile<Arguments extends readonly unknown[], Result>(body: (...inputs: Arguments) => Result, options?: CompileOptions): Compiled<Arguments, Result>;
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
declare function getDefaultDevice(): Device;
declare function setDefaultDevice(device: Device): void;
declare function abs(input: Tensor): Tensor;
declare function sign(input: Tensor): Tensor;
interface AddOptions {
    readonly alpha?: number | boolean;
}
declare function add(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function sub(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function add_(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function sub_(input: Tensor, other: Operand, options?: AddOptions): Tensor;
interface ValueOptions {
    readonly value?: number | boolean;
}
declare function addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
type Bound = number | boolean | Tensor;
interface ClampOptions {
    readonly min?: Bound;
    readonly max?: Bound;
}
type ClampArguments = readonly [
    options: ClampOptions
] | readonly [
    min: Bound | null | undefined,
    max?: Bound | null
];
declare function clamp(input: Tensor, ...bounds: ClampArguments): Tensor;
declare function clamp_(input: Tensor, ...bounds: ClampArguments): Tensor;
declare function clone(input: Tensor): Tensor;
declare function contiguous(input: Tensor): Tensor;
declare const eq: (input: Tensor, other: Operand) => Tensor;
declare const ne: (input: Tensor, other: Operand) => Tensor;
declare const lt: (input: Tensor, other: Operand) => Tensor;
declare const le: (input: Tensor, other: Operand) => Tensor;
declare const gt: (input: Tensor, other: Operand) => Tensor;
declare const ge: (input: Tensor, other: Operand) => Tensor;
declare function copy_(input: Tensor, source: Tensor): Tensor;
declare function detach(input: Tensor): Tensor;
interface DivOptions {
    readonly roundingMode?: "trunc" | "floor" | null;
}
declare function div(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare function div_(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare function exp(input: Tensor): Tensor;
declare function log(input: Tensor): Tensor;
declare function fill_(input: Tensor, given: number | boolean): Tensor;
declare function zero_(input: Tensor): Tensor;
declare function gather(input: Tensor, dim: number, index: Tensor): Tensor;
declare function indexSelect(input: Tensor, dim: number, index: Tensor): Tensor;
interface ScatterOptions {
    readonly reduce?: "add" | "multiply";
}
declare function scatter(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scatter_(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scatterAdd(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function scatterAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
interface SoftmaxOptions {
    readonly dtype?: DType;
}
declare function softmax(input: Tensor, dim: number, options?: SoftmaxOptions): Tensor;
declare function logSoftmax(input: Tensor, dim: number, options?: SoftmaxOptions): Tensor;
declare function matmul(input: Tensor, other: Tensor): Tensor;
interface ReduceOptions {
    readonly keepdim?: boolean;
}
interface SumOptions extends ReduceOptions {
    readonly dtype?: DType;
}
type Dims = number | readonly number[];
declare function sum(input: Tensor, dim?: Dims, options?: SumOptions): Tensor;
declare function expand(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
interface ExtremeResult extends Iterable<Tensor> {
    readonly values: Tensor;
    readonly indices: Tensor;
}
declare function max(input: Tensor): Tensor;
declare function max(input: Tensor, other: Tensor): Tensor;
declare function max(input: Tensor, dim: number, options?: ReduceOptions): ExtremeResult;
declare function min(input: Tensor): Tensor;
declare function min(input: Tensor, other: Tensor): Tensor;
declare function min(input: Tensor, dim: number, options?: ReduceOptions): ExtremeResult;
declare function argmax(input: Tensor, dim?: number, options?: ReduceOptions): Tensor;
declare function argmin(input: Tensor, dim?: number, options?: ReduceOptions): Tensor;
declare function mean(input: Tensor, dim?: Dims, options?: SumOptions): Tensor;
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare function neg(input: Tensor): Tensor;
declare function permute(input: Tensor, ...dims: number[] | [
    readonly number[]
]): Tensor;
declare function transpose(input: Tensor, dim0: number, dim1: number): Tensor;
declare function t(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function sqrt(input: Tensor): Tensor;
interface TensorOptions {
    readonly dtype?: DType;
    readonly requiresGrad?: boolean;
    readonly device?: Device;
}
declare function zeros(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function ones(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function full(shape: Shape, value: number | boolean, options?: TensorOptions): Tensor;
declare function zerosLike(input: Tensor, options?: TensorOptions): Tensor;
declare function onesLike(input: Tensor, options?: TensorOptions): Tensor;
declare function fullLike(input: Tensor, value: number | boolean, options?: TensorOptions): Tensor;
declare function arange(...given: readonly [
    ...bounds: number[]
] | readonly [
    ...bounds: [
        ...number[],
        TensorOptions
    ]
]): Tensor;
declare function eye(n: number, options?: TensorOptions): Tensor;
declare function eye(n: number, m: number, options?: TensorOptions): Tensor;
type TensorData = number | boolean | readonly TensorData[] | TypedArray;
declare function tensor(data: TensorData, options?: TensorOptions): Tensor;
interface RandomOptions extends TensorOptions {
    readonly generator?: Generator;
}
declare function rand(...sizes: SizeArguments<RandomOptions>): Tensor;
declare function randn(...sizes: SizeArguments<RandomOptions>): Tensor;
declare function randint(low: number, high: number, shape: Shape, options?: RandomOptions): Tensor;
declare function randperm(n: number, options?: RandomOptions): Tensor;
interface DrawOptions {
    readonly generator?: Generator;
}
declare function uniform_(input: Tensor, from?: number, to?: number, options?: DrawOptions): Tensor;
declare function normal_(input: Tensor, mean?: number, std?: number, options?: DrawOptions): Tensor;
declare function bernoulli_(input: Tensor, p?: number, options?: DrawOptions): Tensor;
declare function relu(input: Tensor): Tensor;
declare function relu_(input: Tensor): Tensor;
declare function narrow(input: Tensor, dim: number, startOrTensor: number | Tensor, length: number): Tensor;
declare function select(input: Tensor, dim: number, index: number): Tensor;
declare function slice(input: Tensor, dim?: number, start?: number, end?: number, step?: number): Tensor;
declare function tanh(input: Tensor): Tensor;
declare function tanh_(input: Tensor): Tensor;
declare function sigmoid(input: Tensor): Tensor;
declare function sigmoid_(input: Tensor): Tensor;
declare function to(input: Tensor, dtypeOrLike: DType | Tensor): Tensor;
interface VarianceOptions extends ReduceOptions {
    readonly correction?: number;
}
declare function variance(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
declare function std(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
type Sizes = readonly number[] | readonly [
    Shape
];
declare function view(input: Tensor, ...sizes: Sizes): Tensor;
declare function reshape(input: Tensor, ...sizes: Sizes): Tensor;
declare function flatten(input: Tensor, startDim?: number, endDim?: number): Tensor;
declare function unsqueeze(input: Tensor, dim: number): Tensor;
declare function squeeze(input: Tensor, dim?: number | readonly number[]): Tensor;
declare function toTypedArray(input: Tensor): TypedArray;
declare function read(input: Tensor): Promise<TypedArray>;
declare function item(input: Tensor): number;
declare function toArray(input: Tensor): NestedArray;
interface TensorJSON {
    readonly shape: Shape;
    readonly dtype: string;
    readonly values: readonly (number | string)[];
}
declare function toJSON(input: Tensor): TensorJSON;
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
declare function warnOnce(key: string, text: string): void;
declare function resetWarnings(): void;
interface ProfileEvent {
    readonly name: string;
    readonly start: number;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly flops: number;
    readonly shapes: string;
    readonly by: "own" | "reference";
}
interface ProfileRow {
    readonly name: string;
    readonly by: ProfileEvent["by"];
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
type PadMode = "constant" | "reflect" | "replicate" | "circular";
interface PadOptions {
    readonly mode?: PadMode;
    readonly value?: number | boolean;
}
declare function pad(input: Tensor, padding: readonly number[], options?: PadOptions): Tensor;
declare function where(condition: Tensor, input: Operand, other: Operand): Tensor;
declare function formatTensor(tensor: Tensor): string;
export {
  ArgumentError as au,
  AutogradError as av,
  AutogradFunction as A,
  BernoulliError as ax,
  DTypeError as aD,
  DeviceError as aE,
  FreedTensorError as aH,
  Generator as aI,
  IndexError as aK,
  LoopScope as aN,
  OutOfMemoryError as aS,
  Profile as aX,
  ScopeError as b2,
  ShapeError as b3,
  abs as l,
  add as m,
  add_ as n,
  addcdiv_ as o,
  addcmul_ as p,
  arange as bb,
  argmax as q,
  argmin as s,
  avgPool2d as bc,
  backward as b,
  bernoulli_ as u,
  cat as bd,
  checkArgument as be,
  checkOptions as bf,
  checkProbability as bg,
  checkSynchronous as bh,
  clamp as v,
  clamp_ as w,
  clone as x,
  compile as bi,
  contiguous as y,
  conv2d as bj,
  copy_ as z,
  crossEntropy as bk,
  defaultGenerator as bl,
  describe as bm,
  describeAll as bn,
  detach as C,
  div as E,
  div_ as H,
  dropout as bo,
  einsum as bp,
  enableGrad as bq,
  eq as br,
  exp as I,
  expand as J,
  eye as bs,
  fill_ as K,
  flatten as L,
  formatTensor as bt,
  full as bu,
  fullLike as bv,
  gather as M,
  ge as bw,
  getDefaultDevice as bx,
  getNumThreads as by,
  getSimd as bz,
  grad as g,
  gradcheck as a,
  gradgradcheck as c,
  gt as bA,
  hasRelaxedSimd as bB,
  indexSelect as N,
  isAsynchronous as bC,
  isGradEnabled as bD,
  isPromise as bE,
  item as i,
  le as bF,
  log as O,
  logSoftmax as P,
  lt as bG,
  manualSeed as bH,
  matmul as Q,
  max as R,
  maxPool2d as bI,
  mean as S,
  memoryStats as bJ,
  min as T,
  mul as U,
  mul_ as V,
  narrow as W,
  ne as bK,
  neg as X,
  nllLoss as bL,
  noGrad as bM,
  normal_ as Y,
  ones as bN,
  onesLike as bO,
  optionsOf as bP,
  pad as bQ,
  permute as Z,
  pow as _,
  profile as bR,
  rand as bS,
  randint as bT,
  randn as bU,
  randperm as bV,
  read as r,
  registerHook as f,
  relu as $,
  relu_ as a0,
  resetWarnings as bW,
  reshape as a1,
  retainGrad as h,
  scatter as a2,
  scatterAdd as a4,
  scatterAdd_ as a5,
  scatter_ as a3,
  scope as bX,
  select as a6,
  setDefaultDevice as bY,
  setNumThreads as bZ,
  setSimd as b_,
  setWorkerUrl as b$,
  sigmoid as a7,
  sigmoid_ as a8,
  sign as a9,
  slice as aa,
  softmax as ab,
  sqrt as ac,
  squeeze as ad,
  stack as c0,
  std as ae,
  sub as af,
  sub_ as ag,
  sum as ah,
  t as ai,
  tanh as aj,
  tanh_ as ak,
  tensor as c1,
  to as al,
  toArray as t,
  toJSON as j,
  toTypedArray as k,
  transpose as am,
  type AvgPool2dOptions as aw,
  type BackwardOptions as B,
  type ClampOptions as ay,
  type CompileOptions as az,
  type Compiled as aA,
  type Conv2dOptions as aB,
  type CrossEntropyOptions as aC,
  type Differentiable as D,
  type DivOptions as aF,
  type DropoutOptions as aG,
  type ExtremeResult as at,
  type FunctionClass as F,
  type FunctionContext as d,
  type GradHook as aJ,
  type GradOptions as G,
  type GradcheckOptions as e,
  type Kind as aL,
  type Kinds as aM,
  type MaxPool2dOptions as aO,
  type MaxPool2dResult as aP,
  type MemoryStats as aQ,
  type NllLossOptions as aR,
  type PadMode as aT,
  type PadOptions as aU,
  type Pair as aV,
  type Positional as aW,
  type ProfileEvent as aY,
  type ProfileRow as aZ,
  type RandomOptions as a_,
  type ReduceOptions as as,
  type Reduction as a$,
  type RemovableHandle as b0,
  type ScatterOptions as b1,
  type Simd as b4,
  type SoftmaxOptions as b5,
  type SumOptions as b6,
  type TensorData as b7,
  type TensorJSON as b8,
  type TensorOptions as b9,
  type VarianceOptions as ba,
  uniform_ as an,
  unsqueeze as ao,
  variance as ap,
  view as aq,
  warnOnce as c2,
  where as c3,
  withGenerator as c4,
  workerSource as c5,
  zero_ as ar,
  zeros as c6,
  zerosLike as c7,
};
