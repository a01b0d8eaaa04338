import { T as Tensor, e as isTensor, a as Device, D as DType, c as TypedArray, b as Shape, f as SizeArguments, N as NestedArray } from './tensor.js';
import { c as cholesky, a as cond, b as cross$1, d as det, f as eigh, g as eigvalsh, i as inv, l as lstsq, m as matrixNorm, h as matrixPower, j as matrixRank, k as multiDot, n as norm$1, p as pinv, q as qr, o as slogdet, r as solve, t as solveTriangular, u as svd, v as svdvals, w as vectorNorm, C as CholeskyOptions, x as CrossOptions, E as EighOptions, y as EighResult, L as LstsqOptions, z as LstsqResult, M as MatrixNormOptions, A as MatrixOrder, N as NormOptions$1, Q as QrOptions, B as QrResult, D as SlogdetResult, F as SolveOptions, G as SolveTriangularOptions, H as SvdOptions, I as SvdResult, T as ToleranceOptions, V as VectorNormOptions, J as Dims, R as ReduceOptions, S as SumOptions } from './linalg.js';
import { O as Operand } from './operands.js';
import { G as Generator } from './generator.js';
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
declare const precisions: readonly [
    "high",
    "highest"
];
type Precision = (typeof precisions)[number];
interface ExplainOptions {
    readonly why?: boolean;
}
interface CompileOptions {
    readonly keepGrads?: boolean;
    readonly precision?: Precision;
}
interface Compiled<Arguments extends readonly unknown[], Result> {
    (...inputs: Arguments): Result;
    explain(options?: ExplainOptions): string;
}
declare function compile<Arguments extends readonly unknown[], Result>(body: (...inputs: Arguments) => Result, options?: CompileOptions): Compiled<Arguments, Result>;
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
type DeviceName = Device | "cuda" | `cuda:${number}`;
declare function getDefaultDevice(): Device;
declare function setDefaultDevice(device: DeviceName): void;
declare function device(name: DeviceName | (string & {})): Device;
interface TensorOptions {
    readonly dtype?: DType;
    readonly requiresGrad?: boolean;
    readonly device?: DeviceName;
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
declare function empty(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function emptyLike(input: Tensor, options?: TensorOptions): Tensor;
declare function newZeros(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newOnes(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newEmpty(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newFull(input: Tensor, size: Shape, fillValue: number | boolean, options?: TensorOptions): Tensor;
declare function newTensor(input: Tensor, data: TensorData | Tensor, options?: TensorOptions): Tensor;
declare function asTensor(data: TensorData | Tensor, options?: Pick<TensorOptions, "dtype" | "device">): Tensor;
declare function linspace(start: number | Tensor, end: number | Tensor, steps: number, options?: TensorOptions): Tensor;
interface LogspaceOptions extends TensorOptions {
    readonly base?: number;
}
declare function logspace(start: number | Tensor, end: number | Tensor, steps: number, options?: LogspaceOptions): Tensor;
interface ToOptions {
    readonly device?: DeviceName;
    readonly dtype?: DType;
    readonly nonBlocking?: boolean;
    readonly copy?: boolean;
}
type Rest = Positional<Pick<ToOptions, "nonBlocking" | "copy">, [
    "nonBlocking",
    "copy"
]>;
type RestBehindDevice = Positional<Omit<ToOptions, "device">, [
    "dtype",
    "nonBlocking",
    "copy"
]>;
interface ToMethod {
    (dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
    (device: DeviceName, ...rest: RestBehindDevice): Tensor;
    (options: ToOptions): Tensor;
}
declare function to(input: Tensor, dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
declare function to(input: Tensor, device: DeviceName, ...rest: RestBehindDevice): Tensor;
declare function to(input: Tensor, options: ToOptions): Tensor;
declare function cpu(input: Tensor): Tensor;
declare function cuda(input: Tensor, _device?: number | DeviceName, _options?: {
    readonly nonBlocking?: boolean;
}): Tensor;
interface Placement {
    readonly device: Device | null;
    readonly dtype: DType | null;
    readonly copy: boolean;
}
declare function placementOf(owner: string, given: readonly unknown[], isModule?: boolean): Placement;
interface InPlaceOption {
    readonly inplace?: boolean;
}
type Bound$1 = number | "";
type SliceText = `${Bound$1}:${Bound$1}` | `${Bound$1}:${Bound$1}:${Bound$1}`;
type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];
type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;
declare function oneHot(tensor: Tensor, numClasses?: number): Tensor;
declare const linalg: {
    cholesky: typeof cholesky;
    cond: typeof cond;
    cross: typeof cross$1;
    det: typeof det;
    eigh: typeof eigh;
    eigvalsh: typeof eigvalsh;
    inv: typeof inv;
    lstsq: typeof lstsq;
    matrixNorm: typeof matrixNorm;
    matrixPower: typeof matrixPower;
    matrixRank: typeof matrixRank;
    multiDot: typeof multiDot;
    norm: typeof norm$1;
    pinv: typeof pinv;
    qr: typeof qr;
    slogdet: typeof slogdet;
    solve: typeof solve;
    solveTriangular: typeof solveTriangular;
    svd: typeof svd;
    svdvals: typeof svdvals;
    vectorNorm: typeof vectorNorm;
};
declare namespace linalg {
    type CholeskyOptions = CholeskyOptions;
    type CrossOptions = CrossOptions;
    type EighOptions = EighOptions;
    type EighResult = EighResult;
    type LstsqOptions = LstsqOptions;
    type LstsqResult = LstsqResult;
    type MatrixNormOptions = MatrixNormOptions;
    type MatrixOrder = MatrixOrder;
    type NormOptions = NormOptions$1;
    type QrOptions = QrOptions;
    type QrResult = QrResult;
    type SlogdetResult = SlogdetResult;
    type SolveOptions = SolveOptions;
    type SolveTriangularOptions = SolveTriangularOptions;
    type SvdOptions = SvdOptions;
    type SvdResult = SvdResult;
    type ToleranceOptions = ToleranceOptions;
    type VectorNormOptions = VectorNormOptions;
}
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
declare function float(input: Tensor): Tensor;
declare function double(input: Tensor): Tensor;
declare function int(input: Tensor): Tensor;
declare function bool(input: Tensor): Tensor;
declare function byte(input: Tensor): Tensor;
declare function long(input: Tensor): Tensor;
declare function half(input: Tensor): Tensor;
declare function typeAs(input: Tensor, other: Tensor): Tensor;
declare function clone(input: Tensor): Tensor;
declare function contiguous(input: Tensor): Tensor;
declare function copy_(input: Tensor, source: Tensor): Tensor;
declare function fill_(input: Tensor, given: number | boolean): Tensor;
declare function zero_(input: Tensor): Tensor;
declare function take(input: Tensor, index: Tensor): Tensor;
declare function takeAlongDim(input: Tensor, index: Tensor, dim?: number): Tensor;
interface IndexAddOptions {
    readonly alpha?: number | boolean;
}
declare function indexAdd(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: IndexAddOptions): Tensor;
declare function indexAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: IndexAddOptions): Tensor;
declare function indexCopy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function indexCopy_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function indexFill(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor;
declare function indexFill_(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor;
declare function at(input: Tensor, ...indices: readonly Index[]): Tensor;
declare function gather(input: Tensor, dim: number, index: Tensor): Tensor;
declare function indexSelect(input: Tensor, dim: number, index: Tensor): Tensor;
interface ScatterOptions {
    readonly reduce?: "add" | "multiply";
}
declare function scatter(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scatter_(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scatterAdd(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function scatterAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function maskedFill(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
declare function maskedFill_(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
declare function maskedSelect(input: Tensor, mask: Tensor): Tensor;
declare function maskedScatter(input: Tensor, mask: Tensor, source: Tensor): Tensor;
declare function maskedScatter_(input: Tensor, mask: Tensor, source: Tensor): Tensor;
interface NonzeroOptions {
    readonly asTuple?: boolean;
}
declare function nonzero(input: Tensor, options: {
    readonly asTuple: true;
}): Tensor[];
declare function nonzero(input: Tensor, options?: {
    readonly asTuple?: false;
}): Tensor;
declare function argwhere(input: Tensor): Tensor;
declare function set(input: Tensor, index: Index | readonly Index[], value: Tensor | number | boolean): Tensor;
interface IndexPutOptions {
    readonly accumulate?: boolean;
}
declare function indexPut(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: IndexPutOptions): Tensor;
declare function indexPut_(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: IndexPutOptions): Tensor;
interface SoftmaxOptions {
    readonly dtype?: DType;
}
declare function softmax(input: Tensor, dim?: number, options?: SoftmaxOptions): Tensor;
declare function logSoftmax(input: Tensor, dim?: number, options?: SoftmaxOptions): Tensor;
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
declare function addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare const bitwiseAnd: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseOr: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseXor: (input: Tensor, other: Operand) => Tensor;
declare function bitwiseNot(input: Tensor): Tensor;
declare const bitwiseLeftShift: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseRightShift: (input: Tensor, other: Operand) => Tensor;
declare function lerp(input: Tensor, end: Tensor, weight: number | Tensor): Tensor;
declare function copysign(input: Tensor, other: Operand): Tensor;
declare function heaviside(input: Tensor, values: Tensor): Tensor;
declare const sinc: (input: Tensor) => Tensor;
declare const deg2rad: (input: Tensor) => Tensor;
declare const rad2deg: (input: Tensor) => Tensor;
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
interface CloseOptions {
    readonly rtol?: number;
    readonly atol?: number;
    readonly equalNan?: boolean;
}
declare function isclose(input: Tensor, other: Tensor, options?: CloseOptions): Tensor;
declare function allclose(input: Tensor, other: Tensor, options?: CloseOptions): boolean;
declare function equal(input: Tensor, other: Tensor): boolean;
declare const eq: (input: Tensor, other: Operand) => Tensor;
declare const ne: (input: Tensor, other: Operand) => Tensor;
declare const lt: (input: Tensor, other: Operand) => Tensor;
declare const le: (input: Tensor, other: Operand) => Tensor;
declare const gt: (input: Tensor, other: Operand) => Tensor;
declare const ge: (input: Tensor, other: Operand) => Tensor;
interface DivOptions {
    readonly roundingMode?: "trunc" | "floor" | null;
}
declare function div(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare function div_(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare const erf: (input: Tensor) => Tensor;
declare const erfc: (input: Tensor) => Tensor;
declare const erfinv: (input: Tensor) => Tensor;
declare function exp(input: Tensor): Tensor;
declare function log(input: Tensor): Tensor;
declare function maximum(input: Tensor, other: Tensor): Tensor;
declare function minimum(input: Tensor, other: Tensor): Tensor;
declare function fmax(input: Tensor, other: Tensor): Tensor;
declare function fmin(input: Tensor, other: Tensor): Tensor;
declare function clampMin(input: Tensor, min: number | boolean | Tensor): Tensor;
declare function clampMax(input: Tensor, max: number | boolean | Tensor): Tensor;
declare const isnan: (input: Tensor) => Tensor;
declare const isinf: (input: Tensor) => Tensor;
declare const isfinite: (input: Tensor) => Tensor;
declare const isposinf: (input: Tensor) => Tensor;
declare const isneginf: (input: Tensor) => Tensor;
declare const signbit: (input: Tensor) => Tensor;
interface NanToNumOptions {
    readonly nan?: number;
    readonly posinf?: number;
    readonly neginf?: number;
}
declare function nanToNum(input: Tensor, options?: NanToNumOptions): Tensor;
declare const lgamma: (input: Tensor) => Tensor;
declare const digamma: (input: Tensor) => Tensor;
declare const sinh: (input: Tensor) => Tensor;
declare const cosh: (input: Tensor) => Tensor;
declare const asinh: (input: Tensor) => Tensor;
declare const acosh: (input: Tensor) => Tensor;
declare const atanh: (input: Tensor) => Tensor;
declare const exp2: (input: Tensor) => Tensor;
declare const expm1: (input: Tensor) => Tensor;
declare const log1p: (input: Tensor) => Tensor;
declare const log2: (input: Tensor) => Tensor;
declare const log10: (input: Tensor) => Tensor;
declare function logaddexp(input: Tensor, other: Tensor): Tensor;
declare function logaddexp2(input: Tensor, other: Tensor): Tensor;
declare function xlogy(input: Tensor, other: Operand): Tensor;
declare const logicalAnd: (input: Tensor, other: Tensor) => Tensor;
declare const logicalOr: (input: Tensor, other: Tensor) => Tensor;
declare const logicalXor: (input: Tensor, other: Tensor) => Tensor;
declare const logicalNot: (input: Tensor) => Tensor;
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare function neg(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function sqrt(input: Tensor): Tensor;
declare function relu(input: Tensor): Tensor;
declare function relu_(input: Tensor): Tensor;
declare function fmod(input: Tensor, other: Operand): Tensor;
declare function remainder(input: Tensor, other: Operand): Tensor;
declare function floorDivide(input: Tensor, other: Operand): Tensor;
declare const rsqrt: (input: Tensor) => Tensor;
declare const rsqrt_: (input: Tensor) => Tensor;
declare const reciprocal: (input: Tensor) => Tensor;
declare const reciprocal_: (input: Tensor) => Tensor;
declare function square(input: Tensor): Tensor;
declare function hypot(input: Tensor, other: Tensor): Tensor;
declare const floor: (input: Tensor) => Tensor;
declare const floor_: (input: Tensor) => Tensor;
declare const ceil: (input: Tensor) => Tensor;
declare const ceil_: (input: Tensor) => Tensor;
declare const trunc: (input: Tensor) => Tensor;
declare const trunc_: (input: Tensor) => Tensor;
interface RoundOptions {
    readonly decimals?: number;
}
declare function round(input: Tensor, options?: RoundOptions): Tensor;
declare function round_(input: Tensor, options?: RoundOptions): Tensor;
declare const frac: (input: Tensor) => Tensor;
declare function tanh(input: Tensor): Tensor;
declare function tanh_(input: Tensor): Tensor;
declare function sigmoid(input: Tensor): Tensor;
declare function sigmoid_(input: Tensor): Tensor;
declare const sin: (input: Tensor) => Tensor;
declare const sin_: (input: Tensor) => Tensor;
declare const cos: (input: Tensor) => Tensor;
declare const cos_: (input: Tensor) => Tensor;
declare const tan: (input: Tensor) => Tensor;
declare const asin: (input: Tensor) => Tensor;
declare const acos: (input: Tensor) => Tensor;
declare const atan: (input: Tensor) => Tensor;
declare function atan2(input: Tensor, other: Tensor): Tensor;
interface AddedProductOptions {
    readonly beta?: number;
    readonly alpha?: number;
}
declare function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options?: AddedProductOptions): Tensor;
declare function addmv(input: Tensor, mat: Tensor, vec: Tensor, options?: AddedProductOptions): Tensor;
declare function addr(input: Tensor, vec1: Tensor, vec2: Tensor, options?: AddedProductOptions): Tensor;
declare function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function matmul(input: Tensor, other: Tensor): Tensor;
declare function mm(input: Tensor, mat2: Tensor): Tensor;
declare function bmm(input: Tensor, mat2: Tensor): Tensor;
declare function mv(input: Tensor, vec: Tensor): Tensor;
declare function dot(input: Tensor, tensor: Tensor): Tensor;
declare function vdot(input: Tensor, other: Tensor): Tensor;
declare function inner(input: Tensor, other: Tensor): Tensor;
declare function outer(input: Tensor, vec2: Tensor): Tensor;
declare function ger(input: Tensor, vec2: Tensor): Tensor;
declare function kron(input: Tensor, other: Tensor): Tensor;
type TensordotDims = number | readonly [
    a: readonly number[],
    b: readonly number[]
];
declare function tensordot(a: Tensor, b: Tensor, dims?: TensordotDims): Tensor;
declare function cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
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
declare function bernoulli_(input: Tensor, p?: number | Tensor, options?: DrawOptions): Tensor;
declare function bernoulli(input: Tensor, ...rest: [
    DrawOptions?
] | [
    p: number,
    options?: DrawOptions
]): Tensor;
declare function poisson(input: Tensor, options?: DrawOptions): Tensor;
declare function exponential_(input: Tensor, lambd?: number, options?: DrawOptions): Tensor;
declare function geometric_(input: Tensor, p: number, options?: DrawOptions): Tensor;
declare function cauchy_(input: Tensor, median?: number, sigma?: number, options?: DrawOptions): Tensor;
declare function logNormal_(input: Tensor, mean?: number, std?: number, options?: DrawOptions): Tensor;
type RandomArguments = [
    options?: DrawOptions
] | [
    to: number,
    options?: DrawOptions
] | [
    from: number,
    to: number | null,
    options?: DrawOptions
];
declare function random_(input: Tensor, ...rest: RandomArguments): Tensor;
interface MultinomialOptions {
    readonly replacement?: boolean;
    readonly generator?: Generator;
}
declare function multinomial(input: Tensor, numSamples: number, options?: MultinomialOptions): Tensor;
declare function amax(input: Tensor, dim?: Dims, options?: ReduceOptions): Tensor;
declare function amin(input: Tensor, dim?: Dims, options?: ReduceOptions): Tensor;
interface AminmaxOptions extends ReduceOptions {
    readonly dim?: number;
}
declare function aminmax(input: Tensor, options?: AminmaxOptions): {
    readonly min: Tensor;
    readonly max: Tensor;
};
declare function logsumexp(input: Tensor, dim: Dims, options?: ReduceOptions): Tensor;
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
interface NormOptions extends ReduceOptions {
    readonly dtype?: DType;
}
declare function norm(input: Tensor, p?: number | "fro", dim?: Dims, options?: NormOptions): Tensor;
declare function trace(input: Tensor): Tensor;
declare function all(input: Tensor, dim?: Dims, options?: ReduceOptions): Tensor;
declare function any(input: Tensor, dim?: Dims, options?: ReduceOptions): Tensor;
declare function countNonzero(input: Tensor, dim?: Dims): Tensor;
interface VarianceOptions extends ReduceOptions {
    readonly correction?: number;
}
declare function variance(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
declare function std(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
declare function nansum(input: Tensor, dim?: Dims, options?: SumOptions): Tensor;
declare function nanmean(input: Tensor, dim?: Dims, options?: SumOptions): Tensor;
interface ScanOptions {
    readonly dtype?: DType;
}
declare function cumsum(input: Tensor, dim: number, options?: ScanOptions): Tensor;
declare function cumprod(input: Tensor, dim: number, options?: ScanOptions): Tensor;
declare function prod(input: Tensor, dim?: number, options?: SumOptions): Tensor;
declare function flip(input: Tensor, ...dims: number[] | [
    readonly number[]
]): Tensor;
declare function fliplr(input: Tensor): Tensor;
declare function flipud(input: Tensor): Tensor;
declare function rot90(input: Tensor, k?: number, dims?: readonly number[]): Tensor;
type Sizes = readonly number[] | readonly [
    Shape
];
declare function view(input: Tensor, ...sizes: Sizes): Tensor;
declare function reshape(input: Tensor, ...sizes: Sizes): Tensor;
declare function flatten(input: Tensor, startDim?: number, endDim?: number): Tensor;
declare function unsqueeze(input: Tensor, dim: number): Tensor;
declare function squeeze(input: Tensor, dim?: number | readonly number[]): Tensor;
declare function repeat(input: Tensor, ...sizes: Sizes): Tensor;
declare function tile(input: Tensor, ...dims: Sizes): Tensor;
interface RepeatInterleaveOptions {
    readonly outputSize?: number;
}
declare function repeatInterleave(input: Tensor, repeats?: number | Tensor, dim?: number | null, options?: RepeatInterleaveOptions): Tensor;
declare function roll(input: Tensor, shifts: number | readonly number[], dims?: number | readonly number[]): Tensor;
declare function tril(input: Tensor, diagonal?: number): Tensor;
declare function triu(input: Tensor, diagonal?: number): Tensor;
declare function tril_(input: Tensor, diagonal?: number): Tensor;
declare function triu_(input: Tensor, diagonal?: number): Tensor;
interface IndicesOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
declare function trilIndices(row: number, col: number, offset?: number, options?: IndicesOptions): Tensor;
declare function triuIndices(row: number, col: number, offset?: number, options?: IndicesOptions): Tensor;
declare function median(input: Tensor): Tensor;
declare function median(input: Tensor, dim: number, options?: ReduceOptions): ExtremeResult;
declare function nanmedian(input: Tensor): Tensor;
declare function nanmedian(input: Tensor, dim: number, options?: ReduceOptions): ExtremeResult;
declare const interpolations: readonly [
    "linear",
    "lower",
    "higher",
    "midpoint",
    "nearest"
];
interface QuantileOptions extends ReduceOptions {
    readonly interpolation?: (typeof interpolations)[number];
}
declare function quantile(input: Tensor, q: number | readonly number[] | Tensor, dim?: number, options?: QuantileOptions): Tensor;
interface SortOptions {
    readonly dim?: number;
    readonly descending?: boolean;
    readonly stable?: boolean;
}
declare function sort(input: Tensor, options?: SortOptions): ExtremeResult;
declare function argsort(input: Tensor, options?: SortOptions): Tensor;
declare function msort(input: Tensor): Tensor;
interface TopkOptions {
    readonly dim?: number;
    readonly largest?: boolean;
    readonly sorted?: boolean;
}
declare function topk(input: Tensor, k: number, options?: TopkOptions): ExtremeResult;
declare function kthvalue(input: Tensor, k: number, dim?: number, options?: ReduceOptions): ExtremeResult;
declare function expandAs(input: Tensor, other: Tensor): Tensor;
declare function broadcastTo(input: Tensor, size: Shape): Tensor;
declare function broadcastTensors(...tensors: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor[];
declare function detach(input: Tensor): Tensor;
declare function diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diagEmbed(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diag(input: Tensor, diagonal?: number): Tensor;
declare function chunk(input: Tensor, chunks: number, dim?: number): Tensor[];
declare function split(input: Tensor, splitSizeOrSections: number | readonly number[], dim?: number): Tensor[];
declare function tensorSplit(input: Tensor, indicesOrSections: number | readonly number[] | Tensor, dim?: number): Tensor[];
declare function hsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function vsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function dsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function unbind(input: Tensor, dim?: number): Tensor[];
declare function permute(input: Tensor, ...dims: number[] | [
    readonly number[]
]): Tensor;
declare function transpose(input: Tensor, dim0: number, dim1: number): Tensor;
declare function swapaxes(input: Tensor, axis0: number, axis1: number): Tensor;
declare function swapdims(input: Tensor, dim0: number, dim1: number): Tensor;
declare function movedim(input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
declare function moveaxis(input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
declare function t(input: Tensor): Tensor;
declare function unflatten(input: Tensor, dim: number, sizes: readonly number[]): Tensor;
declare function viewAs(input: Tensor, other: Tensor): Tensor;
declare function reshapeAs(input: Tensor, other: Tensor): Tensor;
declare function ravel(input: Tensor): Tensor;
interface AtLeast {
    (input: Tensor): Tensor;
    (tensors: readonly Tensor[]): Tensor[];
    (...tensors: Tensor[]): Tensor[];
}
declare const atleast1d: AtLeast;
declare const atleast2d: AtLeast;
declare const atleast3d: AtLeast;
declare function narrow(input: Tensor, dim: number, startOrTensor: number | Tensor, length: number): Tensor;
declare function select(input: Tensor, dim: number, index: number): Tensor;
declare function slice(input: Tensor, dim?: number, start?: number, end?: number, step?: number): Tensor;
declare function unfold(input: Tensor, dimension: number, size: number, step: number): Tensor;
interface NormalizeOptions {
    readonly p?: number;
    readonly dim?: Dims;
    readonly eps?: number;
}
declare function normalize(input: Tensor, options?: NormalizeOptions): Tensor;
interface EluOptions extends InPlaceOption {
    readonly alpha?: number;
}
declare function elu(input: Tensor, ...rest: Positional<EluOptions, [
    "alpha"
]>): Tensor;
declare function elu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, [
    "alpha"
]>): Tensor;
declare function selu(input: Tensor, options?: InPlaceOption): Tensor;
declare function celu(input: Tensor, ...rest: Positional<EluOptions, [
    "alpha"
]>): Tensor;
interface GeluOptions {
    readonly approximate?: "none" | "tanh";
}
declare function gelu(input: Tensor, options?: GeluOptions): Tensor;
declare function silu(input: Tensor, options?: InPlaceOption): Tensor;
declare function mish(input: Tensor, options?: InPlaceOption): Tensor;
declare function glu(input: Tensor, dim?: number): Tensor;
interface HardtanhOptions extends InPlaceOption {
    readonly minVal?: number;
    readonly maxVal?: number;
}
declare function hardtanh(input: Tensor, ...rest: Positional<HardtanhOptions, [
    "minVal",
    "maxVal"
]>): Tensor;
declare function relu6(input: Tensor, options?: InPlaceOption): Tensor;
declare function hardsigmoid(input: Tensor, options?: InPlaceOption): Tensor;
declare function hardswish(input: Tensor, options?: InPlaceOption): Tensor;
interface LeakyReluOptions extends InPlaceOption {
    readonly negativeSlope?: number;
}
declare function leakyRelu(input: Tensor, ...rest: Positional<LeakyReluOptions, [
    "negativeSlope"
]>): Tensor;
declare function leakyRelu_(input: Tensor, ...rest: Positional<Omit<LeakyReluOptions, "inplace">, [
    "negativeSlope"
]>): Tensor;
declare function prelu(input: Tensor, weight: Tensor): Tensor;
interface RreluOptions extends InPlaceOption {
    readonly lower?: number;
    readonly upper?: number;
    readonly training?: boolean;
}
declare function rrelu(input: Tensor, ...rest: Positional<RreluOptions, [
    "lower",
    "upper",
    "training"
]>): Tensor;
declare function threshold(input: Tensor, threshold: number, value: number, options?: InPlaceOption): Tensor;
interface ShrinkOptions {
    readonly lambd?: number;
}
declare function hardshrink(input: Tensor, ...rest: Positional<ShrinkOptions, [
    "lambd"
]>): Tensor;
declare function softshrink(input: Tensor, ...rest: Positional<ShrinkOptions, [
    "lambd"
]>): Tensor;
declare const tanhshrink: (input: Tensor) => Tensor;
interface SoftplusOptions {
    readonly beta?: number;
    readonly threshold?: number;
}
declare function softplus(input: Tensor, ...rest: Positional<SoftplusOptions, [
    "beta",
    "threshold"
]>): Tensor;
declare const softsign: (input: Tensor) => Tensor;
declare const logsigmoid: (input: Tensor) => Tensor;
declare function where(condition: Tensor, input: Operand, other: Operand): Tensor;
interface AvgPool2dOptions {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly ceilMode?: boolean;
    readonly countIncludePad?: boolean;
    readonly divisorOverride?: number;
}
declare function avgPool2d(input: Tensor, kernelSize: number | Pair, options?: AvgPool2dOptions): Tensor;
declare function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
declare function chainMatmul(...matrices: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor;
interface Conv2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
declare function conv2d(input: Tensor, weight: Tensor, options?: Conv2dOptions): Tensor;
declare const computeModes: readonly [
    "use_mm_for_euclid_dist_if_necessary",
    "use_mm_for_euclid_dist",
    "donot_use_mm_for_euclid_dist"
];
interface CdistOptions {
    readonly p?: number;
    readonly computeMode?: (typeof computeModes)[number];
}
declare function cdist(x1: Tensor, x2: Tensor, options?: CdistOptions): Tensor;
declare function pdist(input: Tensor, p?: number): Tensor;
interface PairwiseDistanceOptions {
    readonly p?: number;
    readonly eps?: number;
    readonly keepdim?: boolean;
}
declare function pairwiseDistance(x1: Tensor, x2: Tensor, options?: PairwiseDistanceOptions): Tensor;
interface CosineSimilarityOptions {
    readonly dim?: number;
    readonly eps?: number;
}
declare function cosineSimilarity(x1: Tensor, x2: Tensor, options?: CosineSimilarityOptions): Tensor;
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
interface DropoutOptions {
    readonly p?: number;
    readonly training: boolean;
    readonly inplace?: boolean;
    readonly generator?: Generator;
}
declare function dropout(input: Tensor, options: DropoutOptions): Tensor;
declare function checkProbability(p: number): void;
declare function randLike(input: Tensor, options?: RandomOptions): Tensor;
declare function randnLike(input: Tensor, options?: RandomOptions): Tensor;
declare function randintLike(input: Tensor, high: number, options?: RandomOptions): Tensor;
declare function randintLike(input: Tensor, low: number, high: number, options?: RandomOptions): Tensor;
declare function normal(mean: number | Tensor, std?: number | Tensor, ...rest: [
    options?: RandomOptions
] | [
    size: Shape,
    options?: RandomOptions
]): Tensor;
declare function varMean(input: Tensor, dim?: Dims, options?: VarianceOptions): [
    Tensor,
    Tensor
];
declare function stdMean(input: Tensor, dim?: Dims, options?: VarianceOptions): [
    Tensor,
    Tensor
];
declare function cat(tensors: readonly Tensor[], dim?: number): Tensor;
declare function concat(tensors: readonly Tensor[], dim?: number): Tensor;
declare function concatenate(tensors: readonly Tensor[], dim?: number): Tensor;
declare function stack(tensors: readonly Tensor[], dim?: number): Tensor;
interface MeshgridOptions {
    readonly indexing?: "ij" | "xy";
}
type TensorsThen<Options> = readonly Tensor[] | readonly [
    ...tensors: [
        ...Tensor[],
        Options
    ]
] | readonly [
    tensors: readonly Tensor[],
    options?: Options
];
declare function meshgrid(...given: TensorsThen<MeshgridOptions>): Tensor[];
declare function cartesianProd(...tensors: readonly Tensor[]): Tensor;
type PadMode = "constant" | "reflect" | "replicate" | "circular";
interface PadOptions {
    readonly mode?: PadMode;
    readonly value?: number | boolean;
}
declare function pad(input: Tensor, padding: readonly number[], options?: PadOptions): Tensor;
declare function hstack(tensors: readonly Tensor[]): Tensor;
declare function vstack(tensors: readonly Tensor[]): Tensor;
declare function rowStack(tensors: readonly Tensor[]): Tensor;
declare function dstack(tensors: readonly Tensor[]): Tensor;
declare function columnStack(tensors: readonly Tensor[]): Tensor;
declare function getRngState(): Uint8Array;
declare function setRngState(state: Uint8Array | Tensor): void;
declare function initialSeed(): bigint;
declare function seed(): bigint;
declare function formatTensor(tensor: Tensor): string;
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
interface FunctionContext {
    saveForBackward(...tensors: readonly (Tensor | null)[]): void;
    readonly savedTensors: readonly (Tensor | null)[];
    readonly needsInputGrad: readonly boolean[];
    markNonDifferentiable(...outputs: readonly Tensor[]): void;
    setMaterializeGrads(value: boolean): void;
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
export {
  ArgumentError as cE,
  AutogradError as cG,
  AutogradFunction as cs,
  BernoulliError as cI,
  DTypeError as cR,
  DeviceError as cS,
  FreedTensorError as cZ,
  IndexError as d5,
  LoopScope as dc,
  OutOfMemoryError as dn,
  Profile as dv,
  ScopeError as dH,
  ShapeError as dI,
  abs as a2,
  acos as dW,
  acosh as dX,
  add as a4,
  add_ as a5,
  addbmm as aS,
  addcdiv as a8,
  addcdiv_ as a9,
  addcmul as aa,
  addcmul_ as ab,
  addmm as aT,
  addmv as aU,
  addr as aV,
  all as br,
  allclose as ai,
  amax as bg,
  amin as bh,
  aminmax as bi,
  any as bs,
  arange as dY,
  argmax as bk,
  argmin as bl,
  argsort as bQ,
  argwhere as X,
  asTensor as dZ,
  asin as d_,
  asinh as d$,
  at as L,
  atan as e0,
  atan2 as aR,
  atanh as e1,
  atleast1d as e2,
  atleast2d as e3,
  atleast3d as e4,
  avgPool2d as e5,
  backward as b,
  baddbmm as aW,
  bernoulli as b6,
  bernoulli_ as b7,
  bilinear as e6,
  bitwiseAnd as e7,
  bitwiseLeftShift as e8,
  bitwiseNot as ac,
  bitwiseOr as e9,
  bitwiseRightShift as ea,
  bitwiseXor as eb,
  bmm as aY,
  bool as j,
  broadcastTensors as ec,
  broadcastTo as bV,
  byte as k,
  cartesianProd as ed,
  cat as ee,
  cauchy_ as b8,
  cdist as ef,
  ceil as eg,
  ceil_ as eh,
  celu as ei,
  chainMatmul as ej,
  checkArgument as ek,
  checkOptions as el,
  checkProbability as em,
  checkSynchronous as en,
  chunk as b$,
  clamp as ag,
  clampMax as ap,
  clampMin as aq,
  clamp_ as ah,
  clone as q,
  columnStack as eo,
  compile as ep,
  concat as eq,
  concatenate as er,
  contiguous as s,
  conv2d as es,
  copy_ as u,
  copysign as ad,
  cos as et,
  cos_ as eu,
  cosh as ev,
  cosineSimilarity as ew,
  countNonzero as bt,
  cpu as c,
  cross as b2,
  crossEntropy as ex,
  cuda as a,
  cumprod as by,
  cumsum as bz,
  deg2rad as ey,
  describe as ez,
  describeAll as eA,
  detach as bX,
  device as eB,
  diag as bY,
  diagEmbed as bZ,
  diagonal as b_,
  digamma as eC,
  div as al,
  div_ as am,
  dot as aZ,
  double as l,
  dropout as eD,
  dsplit as c0,
  dstack as eE,
  einsum as eF,
  elu as eG,
  elu_ as eH,
  empty as eI,
  emptyLike as eJ,
  enableGrad as eK,
  eq as eL,
  equal as aj,
  erf as eM,
  erfc as eN,
  erfinv as eO,
  exp as an,
  exp2 as eP,
  expandAs as bW,
  expm1 as eQ,
  exponential_ as b9,
  eye as eR,
  fill_ as v,
  flatten as cl,
  flip as bB,
  fliplr as bC,
  flipud as bD,
  float as m,
  floor as eS,
  floorDivide as aG,
  floor_ as eT,
  fmax as ar,
  fmin as as,
  fmod as aH,
  formatTensor as eU,
  frac as eV,
  full as eW,
  fullLike as eX,
  gather as M,
  ge as eY,
  gelu as eZ,
  geometric_ as ba,
  ger as b3,
  getDefaultDevice as e_,
  getNumThreads as e$,
  getRngState as f0,
  getSimd as f1,
  glu as f2,
  grad as ct,
  gradcheck as cu,
  gradgradcheck as cv,
  gt as f3,
  half as h,
  hardshrink as f4,
  hardsigmoid as f5,
  hardswish as f6,
  hardtanh as f7,
  hasRelaxedSimd as f8,
  heaviside as ae,
  hsplit as c1,
  hstack as f9,
  hypot as aJ,
  indexAdd as D,
  indexAdd_ as E,
  indexCopy as F,
  indexCopy_ as G,
  indexFill as H,
  indexFill_ as I,
  indexPut as Z,
  indexPut_ as _,
  indexSelect as N,
  initialSeed as fa,
  inner as a_,
  int as n,
  isAsynchronous as fb,
  isGradEnabled as fc,
  isPromise as fd,
  isclose as ak,
  isfinite as fe,
  isinf as ff,
  isnan as fg,
  isneginf as fh,
  isposinf as fi,
  item as i,
  kron as b4,
  kthvalue as bR,
  le as fj,
  leakyRelu as fk,
  leakyRelu_ as fl,
  lerp as af,
  lgamma as fm,
  linalg as fn,
  linspace as fo,
  log as ao,
  log10 as fp,
  log1p as fq,
  log2 as fr,
  logNormal_ as bb,
  logSoftmax as a0,
  logaddexp as aw,
  logaddexp2 as ax,
  logicalAnd as fs,
  logicalNot as ft,
  logicalOr as fu,
  logicalXor as fv,
  logsigmoid as fw,
  logspace as fx,
  logsumexp as bj,
  long as o,
  lt as fy,
  maskedFill as S,
  maskedFill_ as T,
  maskedScatter as U,
  maskedScatter_ as V,
  maskedSelect as W,
  matmul as aX,
  max as bm,
  maxPool2d as fz,
  maximum as at,
  mean as bo,
  median as bN,
  memoryStats as fA,
  meshgrid as fB,
  min as bn,
  minimum as au,
  mish as fC,
  mm as a$,
  moveaxis as c6,
  movedim as c7,
  msort as bS,
  mul as az,
  mul_ as aA,
  multinomial as bd,
  mv as b0,
  nanToNum as av,
  nanmean as bw,
  nanmedian as bO,
  nansum as bx,
  narrow as ch,
  ne as fD,
  neg as aB,
  newEmpty as w,
  newFull as x,
  newOnes as y,
  newTensor as A,
  newZeros as B,
  nllLoss as fE,
  noGrad as fF,
  nonzero as Y,
  norm as bp,
  normal as fG,
  normal_ as be,
  normalize as fH,
  oneHot as fI,
  ones as fJ,
  onesLike as fK,
  optionsOf as fL,
  outer as b5,
  pad as fM,
  pairwiseDistance as fN,
  pdist as fO,
  permute as c8,
  placementOf as fP,
  poisson as fQ,
  pow as aC,
  prelu as fR,
  prod as bA,
  profile as fS,
  quantile as bP,
  rad2deg as fT,
  rand as fU,
  randLike as fV,
  randint as fW,
  randintLike as fX,
  randn as fY,
  randnLike as fZ,
  random_ as bc,
  randperm as f_,
  ravel as cd,
  read as r,
  reciprocal as f$,
  reciprocal_ as g0,
  registerHook as d,
  relu as aE,
  relu6 as g1,
  relu_ as aF,
  remainder as aI,
  repeat as bF,
  repeatInterleave as bG,
  resetWarnings as g2,
  reshape as cm,
  reshapeAs as ce,
  retainGrad as e,
  roll as bI,
  rot90 as bE,
  round as aL,
  round_ as aM,
  rowStack as g3,
  rrelu as g4,
  rsqrt as g5,
  rsqrt_ as g6,
  scatter as O,
  scatterAdd as Q,
  scatterAdd_ as R,
  scatter_ as P,
  scope as g7,
  seed as g8,
  select as ci,
  selu as g9,
  set as $,
  setDefaultDevice as ga,
  setNumThreads as gb,
  setRngState as gc,
  setSimd as gd,
  setWorkerUrl as ge,
  sigmoid as aN,
  sigmoid_ as aO,
  sign as a3,
  signbit as gf,
  silu as gg,
  sin as gh,
  sin_ as gi,
  sinc as gj,
  sinh as gk,
  slice as cj,
  softmax as a1,
  softplus as gl,
  softshrink as gm,
  softsign as gn,
  sort as bT,
  split as c2,
  sqrt as aD,
  square as aK,
  squeeze as cn,
  stack as go,
  std as bu,
  stdMean as gp,
  sub as a6,
  sub_ as a7,
  swapaxes as c9,
  swapdims as ca,
  t as cb,
  take as J,
  takeAlongDim as K,
  tan as gq,
  tanh as aP,
  tanh_ as aQ,
  tanhshrink as gr,
  tensor as gs,
  tensorSplit as c3,
  tensordot as gt,
  threshold as gu,
  tile as bH,
  to as C,
  toArray as t,
  toJSON as f,
  toTypedArray as g,
  topk as bU,
  trace as bq,
  transpose as cc,
  tril as bJ,
  trilIndices as gv,
  tril_ as bK,
  triu as bL,
  triuIndices as gw,
  triu_ as bM,
  trunc as gx,
  trunc_ as gy,
  type AddedProductOptions as cC,
  type AminmaxOptions as cD,
  type AtLeast as cF,
  type AvgPool2dOptions as cH,
  type BackwardOptions as cw,
  type CdistOptions as cJ,
  type ClampOptions as cK,
  type CloseOptions as cL,
  type CompileOptions as cM,
  type Compiled as cN,
  type Conv2dOptions as cO,
  type CosineSimilarityOptions as cP,
  type CrossEntropyOptions as cQ,
  type DeviceName as cT,
  type Differentiable as cx,
  type DivOptions as cU,
  type DrawOptions as cV,
  type DropoutOptions as cW,
  type EluOptions as cX,
  type ExplainOptions as cY,
  type ExtremeResult as cq,
  type FunctionClass as cy,
  type FunctionContext as cz,
  type GeluOptions as c_,
  type GradHook as c$,
  type GradOptions as cA,
  type GradcheckOptions as cB,
  type HardtanhOptions as d0,
  type InPlaceOption as d1,
  type Index as d2,
  type IndexAddOptions as d3,
  type IndexArray as d4,
  type IndexPutOptions as d6,
  type IndicesOptions as d7,
  type Kind as d8,
  type Kinds as d9,
  type LeakyReluOptions as da,
  type LogspaceOptions as db,
  type MaxPool2dOptions as dd,
  type MaxPool2dResult as de,
  type MemoryStats as df,
  type MeshgridOptions as dg,
  type MultinomialOptions as dh,
  type NanToNumOptions as di,
  type NllLossOptions as dj,
  type NonzeroOptions as dk,
  type NormOptions as dl,
  type NormalizeOptions as dm,
  type PadMode as dp,
  type PadOptions as dq,
  type Pair as dr,
  type PairwiseDistanceOptions as ds,
  type Placement as dt,
  type Positional as du,
  type ProfileEvent as dw,
  type ProfileRow as dx,
  type QuantileOptions as dy,
  type RandomOptions as dz,
  type Reduction as dA,
  type RemovableHandle as dB,
  type RepeatInterleaveOptions as dC,
  type RoundOptions as dD,
  type RreluOptions as dE,
  type ScanOptions as dF,
  type ScatterOptions as dG,
  type ShrinkOptions as dJ,
  type Simd as dK,
  type SliceText as dL,
  type SoftmaxOptions as dM,
  type SoftplusOptions as dN,
  type SortOptions as dO,
  type TensorData as dP,
  type TensorJSON as dQ,
  type TensorOptions as dR,
  type TensordotDims as dS,
  type ToMethod as cr,
  type ToOptions as dT,
  type TopkOptions as dU,
  type VarianceOptions as dV,
  typeAs as p,
  unbind as c4,
  unflatten as cf,
  unfold as ck,
  uniform_ as bf,
  unsqueeze as co,
  varMean as gz,
  variance as bv,
  vdot as b1,
  view as cp,
  viewAs as cg,
  vsplit as c5,
  vstack as gA,
  warnOnce as gB,
  where as gC,
  workerSource as gD,
  xlogy as ay,
  zero_ as z,
  zeros as gE,
  zerosLike as gF,
};
