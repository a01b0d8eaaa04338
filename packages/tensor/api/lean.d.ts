import { T as Tensor, a as Device, D as DType, c as TypedArray, b as Shape, f as SizeArguments, e as isTensor, N as NestedArray } from './tensor.js';
import './samples.js';
import { D as Dims, R as ReduceOptions, a as SumOptions, c as cholesky, f as cond, g as cross$1, d as det, h as eigh, i as eigvalsh, j as inv, l as lstsq, k as matrixNorm, m as matrixPower, n as matrixRank, o as multiDot, p as norm$1, q as pinv, r as qr, b as slogdet, t as solve, u as solveTriangular, v as svd, w as svdvals, x as tensorinv, y as vander, z as vectorNorm, C as CholeskyOptions, A as CrossOptions, E as EighOptions, B as EighResult, L as LstsqOptions, F as LstsqResult, M as MatrixNormOptions, G as MatrixOrder, N as NormOptions$1, Q as QrOptions, H as QrResult, S as SlogdetResult, I as SolveOptions, J as SolveTriangularOptions, K as SvdOptions, O as SvdResult, T as ToleranceOptions, V as VanderOptions, P as VectorNormOptions } from './linalg.js';
import { O as Operand } from './operands.js';
import { G as Generator } from './generator.js';
type Pair = readonly [
    number,
    number
];
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
type Bound$1 = number | "";
type SliceText = `${Bound$1}:${Bound$1}` | `${Bound$1}:${Bound$1}:${Bound$1}`;
type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];
type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;
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
declare function sparseCooTensor(indices: Tensor, values: Tensor, size?: Shape): Tensor;
declare function toDense(input: Tensor): Tensor;
declare function spmm(mat1: Tensor, mat2: Tensor): Tensor;
interface SoftmaxOptions {
    readonly dim?: number;
    readonly dtype?: DType;
}
declare function softmax(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
declare function logSoftmax(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
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
declare function addmm_(input: Tensor, mat1: Tensor, mat2: Tensor, options?: AddedProductOptions): Tensor;
declare function addmv_(input: Tensor, mat: Tensor, vec: Tensor, options?: AddedProductOptions): Tensor;
declare function addr_(input: Tensor, vec1: Tensor, vec2: Tensor, options?: AddedProductOptions): Tensor;
declare function baddbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function addbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
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
declare function randint(high: number, shape: Shape, options?: RandomOptions): Tensor;
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
declare function binomial(count: Tensor, prob: Tensor, options?: DrawOptions): Tensor;
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
interface CovOptions {
    readonly correction?: number;
    readonly fweights?: Tensor;
    readonly aweights?: Tensor;
}
declare function cov(input: Tensor, options?: CovOptions): Tensor;
declare function corrcoef(input: Tensor): Tensor;
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
declare function cummax(input: Tensor, dim: number): ExtremeResult;
declare function cummin(input: Tensor, dim: number): ExtremeResult;
interface ScanOptions {
    readonly dtype?: DType;
}
declare function cumsum(input: Tensor, dim: number, options?: ScanOptions): Tensor;
declare function cumsum_(input: Tensor, dim: number): Tensor;
declare function cumprod(input: Tensor, dim: number, options?: ScanOptions): Tensor;
declare function cumprod_(input: Tensor, dim: number): Tensor;
declare function prod(input: Tensor, dim?: number, options?: SumOptions): Tensor;
interface DiffOptions {
    readonly n?: number;
    readonly dim?: number;
    readonly prepend?: Tensor;
    readonly append?: Tensor;
}
declare function diff(input: Tensor, options?: DiffOptions): Tensor;
interface TrapezoidOptions {
    readonly dx?: number;
    readonly dim?: number;
}
declare function trapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare function cumulativeTrapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare function logcumsumexp(input: Tensor, dim: number): Tensor;
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
interface BincountOptions {
    readonly weights?: Tensor;
    readonly minlength?: number;
}
declare function bincount(input: Tensor, options?: BincountOptions): Tensor;
interface HistcOptions {
    readonly bins?: number;
    readonly min?: number;
    readonly max?: number;
}
declare function histc(input: Tensor, options?: HistcOptions): Tensor;
interface HistogramOptions {
    readonly range?: readonly [
        min: number,
        max: number
    ];
    readonly weight?: Tensor;
    readonly density?: boolean;
}
interface HistogramResult {
    readonly hist: Tensor;
    readonly binEdges: Tensor;
}
declare function histogram(input: Tensor, bins: number | Tensor, options?: HistogramOptions): HistogramResult;
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
declare function mode(input: Tensor, dim?: number, options?: ReduceOptions): ExtremeResult;
declare function nanquantile(input: Tensor, q: number | readonly number[] | Tensor, dim?: number, options?: QuantileOptions): Tensor;
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
interface UniqueConsecutiveOptions {
    readonly returnInverse?: boolean;
    readonly returnCounts?: boolean;
    readonly dim?: number;
}
interface UniqueOptions extends UniqueConsecutiveOptions {
    readonly sorted?: boolean;
}
type Inverse = {
    readonly returnInverse: true;
};
type Counts = {
    readonly returnCounts: true;
};
declare function unique(input: Tensor, options: UniqueOptions & Inverse & Counts): [
    Tensor,
    Tensor,
    Tensor
];
declare function unique(input: Tensor, options: UniqueOptions & (Inverse | Counts)): [
    Tensor,
    Tensor
];
declare function unique(input: Tensor, options?: UniqueOptions): Tensor;
declare function uniqueConsecutive(input: Tensor, options: UniqueConsecutiveOptions & Inverse & Counts): [
    Tensor,
    Tensor,
    Tensor
];
declare function uniqueConsecutive(input: Tensor, options: UniqueConsecutiveOptions & (Inverse | Counts)): [
    Tensor,
    Tensor
];
declare function uniqueConsecutive(input: Tensor, options?: UniqueConsecutiveOptions): Tensor;
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
declare function isInferenceModeEnabled(): boolean;
declare function noGrad<Result>(body: () => Result): Result;
declare function enableGrad<Result>(body: () => Result): Result;
declare function setGradEnabled(mode: boolean): void;
declare function setGradEnabled<Result>(mode: boolean, body: () => Result): Result;
declare function inferenceMode<Result>(body: () => Result): Result;
declare function inferenceMode<Result>(mode: boolean, body: () => Result): Result;
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
declare function linspace(start: number | Tensor, end: number | Tensor, steps: number, options?: TensorOptions): Tensor;
interface LogspaceOptions extends TensorOptions {
    readonly base?: number;
}
declare function logspace(start: number | Tensor, end: number | Tensor, steps: number, options?: LogspaceOptions): Tensor;
interface InPlaceOption {
    readonly inplace?: boolean;
}
interface EmbeddingOptions {
    readonly paddingIdx?: number | null;
    readonly maxNorm?: number | null;
    readonly normType?: number;
    readonly scaleGradByFreq?: boolean;
    readonly sparse?: boolean;
}
declare function embedding(input: Tensor, weight: Tensor, options?: EmbeddingOptions): Tensor;
type EmbeddingBagMode = "sum" | "mean" | "max";
interface EmbeddingBagOptions extends EmbeddingOptions {
    readonly offsets?: Tensor | null;
    readonly mode?: EmbeddingBagMode;
    readonly perSampleWeights?: Tensor | null;
    readonly includeLastOffset?: boolean;
}
declare function embeddingBag(input: Tensor, weight: Tensor, options?: EmbeddingBagOptions): Tensor;
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
    tensorinv: typeof tensorinv;
    vander: typeof vander;
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
    type VanderOptions = VanderOptions;
    type VectorNormOptions = VectorNormOptions;
}
type Reduction = "mean" | "sum" | "none";
interface LossOptions {
    readonly reduction?: Reduction;
}
declare function lossOptions<Options extends {
    readonly reduction?: string;
}>(op: string, names: readonly (keyof Options & string)[], kinds: Kinds<Options>, given: readonly unknown[], more?: readonly string[]): Options;
interface BinaryCrossEntropyOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
interface BinaryCrossEntropyWithLogitsOptions extends BinaryCrossEntropyOptions {
    readonly posWeight?: Tensor | null;
}
declare function binaryCrossEntropy(input: Tensor, target: Tensor, ...rest: Positional<BinaryCrossEntropyOptions, [
    "weight"
]>): Tensor;
declare function binaryCrossEntropyWithLogits(input: Tensor, target: Tensor, ...rest: Positional<BinaryCrossEntropyWithLogitsOptions, [
    "weight"
]>): Tensor;
interface MultiMarginLossOptions extends LossOptions {
    readonly p?: number;
    readonly margin?: number;
    readonly weight?: Tensor | null;
}
declare function multiMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<MultiMarginLossOptions, [
    "p",
    "margin",
    "weight"
]>): Tensor;
declare function multilabelMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, [
]>): Tensor;
interface NllLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
    readonly ignoreIndex?: number;
    readonly reduction?: Reduction;
}
interface CrossEntropyOptions extends NllLossOptions {
    readonly labelSmoothing?: number;
}
declare function nllLoss(input: Tensor, target: Tensor, ...rest: Positional<NllLossOptions, [
    "weight"
]>): Tensor;
declare function crossEntropy(input: Tensor, target: Tensor, ...rest: Positional<CrossEntropyOptions, [
    "weight"
]>): Tensor;
interface CtcLossOptions extends LossOptions {
    readonly blank?: number;
    readonly zeroInfinity?: boolean;
}
declare function ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor | readonly number[] | number, targetLengths: Tensor | readonly number[] | number, ...rest: Positional<CtcLossOptions, [
    "blank",
    "reduction",
    "zeroInfinity"
]>): Tensor;
interface WeightedLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
declare function mseLoss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, [
]>): Tensor;
declare function l1Loss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, [
]>): Tensor;
interface SmoothL1LossOptions extends LossOptions {
    readonly beta?: number;
}
declare function smoothL1Loss(input: Tensor, target: Tensor, ...rest: Positional<SmoothL1LossOptions, [
]>): Tensor;
interface HuberLossOptions extends WeightedLossOptions {
    readonly delta?: number;
}
declare function huberLoss(input: Tensor, target: Tensor, ...rest: Positional<HuberLossOptions, [
    "reduction",
    "delta"
]>): Tensor;
interface MarginLossOptions extends LossOptions {
    readonly margin?: number;
}
declare function hingeEmbeddingLoss(input: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
declare function marginRankingLoss(input1: Tensor, input2: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
declare function softMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, [
]>): Tensor;
interface MultilabelSoftMarginLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
declare function multilabelSoftMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<MultilabelSoftMarginLossOptions, [
    "weight"
]>): Tensor;
declare function cosineEmbeddingLoss(input1: Tensor, input2: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
interface TripletMarginLossOptions extends LossOptions {
    readonly margin?: number;
    readonly p?: number;
    readonly eps?: number;
    readonly swap?: boolean;
}
declare function tripletMarginLoss(anchor: Tensor, positive: Tensor, negative: Tensor, ...rest: Positional<TripletMarginLossOptions, [
    "margin",
    "p",
    "eps",
    "swap"
]>): Tensor;
interface TripletMarginWithDistanceLossOptions extends LossOptions {
    readonly distanceFunction?: ((a: Tensor, b: Tensor) => Tensor) | null;
    readonly margin?: number;
    readonly swap?: boolean;
}
declare function tripletMarginWithDistanceLoss(anchor: Tensor, positive: Tensor, negative: Tensor, ...rest: Positional<TripletMarginWithDistanceLossOptions, [
]>): Tensor;
interface KlDivOptions {
    readonly reduction?: Reduction | "batchmean";
    readonly logTarget?: boolean;
}
declare function klDiv(input: Tensor, target: Tensor, ...rest: Positional<KlDivOptions, [
]>): Tensor;
interface PoissonNllLossOptions extends LossOptions {
    readonly logInput?: boolean;
    readonly full?: boolean;
    readonly eps?: number;
}
declare function poissonNllLoss(input: Tensor, target: Tensor, ...rest: Positional<PoissonNllLossOptions, [
    "logInput",
    "full"
]>): Tensor;
interface GaussianNllLossOptions extends LossOptions {
    readonly full?: boolean;
    readonly eps?: number;
}
declare function gaussianNllLoss(input: Tensor, target: Tensor, variance: Tensor | number, ...rest: Positional<GaussianNllLossOptions, [
    "full",
    "eps",
    "reduction"
]>): Tensor;
interface BatchNormOptions {
    readonly weight?: Tensor | null;
    readonly bias?: Tensor | null;
    readonly training?: boolean;
    readonly momentum?: number | Tensor;
    readonly eps?: number;
}
interface InstanceNormOptions extends Omit<BatchNormOptions, "training"> {
    readonly runningMean?: Tensor | null;
    readonly runningVar?: Tensor | null;
    readonly useInputStats?: boolean;
}
declare function batchNorm(input: Tensor, runningMean?: Tensor | null, runningVar?: Tensor | null, ...rest: Positional<BatchNormOptions, [
    "weight",
    "bias",
    "training",
    "momentum",
    "eps"
]>): Tensor;
declare function instanceNorm(input: Tensor, ...rest: Positional<InstanceNormOptions, [
    "runningMean",
    "runningVar",
    "weight",
    "bias",
    "useInputStats",
    "momentum",
    "eps"
]>): Tensor;
interface LayerNormOptions {
    readonly weight?: Tensor | null;
    readonly bias?: Tensor | null;
    readonly eps?: number;
}
interface RmsNormOptions {
    readonly weight?: Tensor | null;
    readonly eps?: number | null;
}
interface LocalResponseNormOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
declare function layerNorm(input: Tensor, normalizedShape: number | Shape, ...rest: Positional<LayerNormOptions, [
    "weight",
    "bias",
    "eps"
]>): Tensor;
declare function rmsNorm(input: Tensor, normalizedShape: number | Shape, ...rest: Positional<RmsNormOptions, [
    "weight",
    "eps"
]>): Tensor;
declare function groupNorm(input: Tensor, numGroups: number, ...rest: Positional<LayerNormOptions, [
    "weight",
    "bias",
    "eps"
]>): Tensor;
declare function localResponseNorm(input: Tensor, size: number, ...rest: Positional<LocalResponseNormOptions, [
    "alpha",
    "beta",
    "k"
]>): Tensor;
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
    "alpha",
    "inplace"
]>): Tensor;
declare function elu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, [
    "alpha"
]>): Tensor;
declare function selu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function celu(input: Tensor, ...rest: Positional<EluOptions, [
    "alpha",
    "inplace"
]>): Tensor;
interface GeluOptions {
    readonly approximate?: "none" | "tanh";
}
declare function gelu(input: Tensor, options?: GeluOptions): Tensor;
declare function silu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function mish(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function glu(input: Tensor, dim?: number): Tensor;
interface HardtanhOptions extends InPlaceOption {
    readonly minVal?: number;
    readonly maxVal?: number;
}
declare function hardtanh(input: Tensor, ...rest: Positional<HardtanhOptions, [
    "minVal",
    "maxVal",
    "inplace"
]>): Tensor;
declare function relu6(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function hardsigmoid(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function hardswish(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
interface LeakyReluOptions extends InPlaceOption {
    readonly negativeSlope?: number;
}
declare function leakyRelu(input: Tensor, ...rest: Positional<LeakyReluOptions, [
    "negativeSlope",
    "inplace"
]>): Tensor;
declare function leakyRelu_(input: Tensor, ...rest: Positional<Omit<LeakyReluOptions, "inplace">, [
    "negativeSlope"
]>): Tensor;
declare function prelu(input: Tensor, weight: Tensor): Tensor;
interface RreluOptions extends InPlaceOption {
    readonly lower?: number;
    readonly upper?: number;
    readonly training?: boolean;
    readonly generator?: Generator;
}
declare function rrelu(input: Tensor, ...rest: Positional<RreluOptions, [
    "lower",
    "upper",
    "training",
    "inplace"
]>): Tensor;
declare function threshold(input: Tensor, threshold: number, value: number, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
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
type Size1d = number | readonly [
    number
];
type Size2d = number | readonly [
    number,
    number
];
type Size3d = number | readonly [
    number,
    number,
    number
];
interface MaxPoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly dilation?: Size;
    readonly ceilMode?: boolean;
}
interface MaxPool1dOptions extends MaxPoolOptions<Size1d> {
}
interface MaxPool2dOptions extends MaxPoolOptions<Size2d> {
}
interface MaxPool3dOptions extends MaxPoolOptions<Size3d> {
}
interface MayReturnIndices {
    readonly returnIndices?: boolean;
}
interface WithIndices {
    readonly returnIndices: true;
}
interface MaxPoolResult extends Iterable<Tensor> {
    readonly output: Tensor;
    readonly indices: Tensor;
}
type Places$4 = [
    "stride",
    "padding",
    "dilation",
    "ceilMode",
    "returnIndices"
];
declare function maxPool1d(input: Tensor, kernelSize: Size1d, options: MaxPool1dOptions & WithIndices): MaxPoolResult;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, stride: Size1d, options: Omit<MaxPool1dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, ...rest: Positional<MaxPool1dOptions & {
    readonly returnIndices?: false;
}, Places$4>): Tensor;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, ...rest: Positional<MaxPool1dOptions & MayReturnIndices, Places$4>): Tensor | MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, options: MaxPool2dOptions & WithIndices): MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, stride: Size2d, options: Omit<MaxPool2dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, ...rest: Positional<MaxPool2dOptions & {
    readonly returnIndices?: false;
}, Places$4>): Tensor;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, ...rest: Positional<MaxPool2dOptions & MayReturnIndices, Places$4>): Tensor | MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, options: MaxPool3dOptions & WithIndices): MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, stride: Size3d, options: Omit<MaxPool3dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, ...rest: Positional<MaxPool3dOptions & {
    readonly returnIndices?: false;
}, Places$4>): Tensor;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, ...rest: Positional<MaxPool3dOptions & MayReturnIndices, Places$4>): Tensor | MaxPoolResult;
type AdaptiveSize1d = number | readonly [
    number | null
];
type AdaptiveSize2d = number | null | readonly [
    number | null,
    number | null
];
type AdaptiveSize3d = number | null | readonly [
    number | null,
    number | null,
    number | null
];
declare function adaptiveAvgPool1d(input: Tensor, outputSize: AdaptiveSize1d): Tensor;
declare function adaptiveAvgPool2d(input: Tensor, outputSize: AdaptiveSize2d): Tensor;
declare function adaptiveAvgPool3d(input: Tensor, outputSize: AdaptiveSize3d): Tensor;
interface AdaptiveMaxPoolOptions {
    readonly returnIndices?: boolean;
}
type IndicesPlace = [
    options: WithIndices
] | [
    returnIndices: true
];
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
interface AvgPoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly ceilMode?: boolean;
    readonly countIncludePad?: boolean;
}
interface Divided {
    readonly divisorOverride?: number | null;
}
interface AvgPool1dOptions extends AvgPoolOptions<Size1d> {
}
interface AvgPool2dOptions extends AvgPoolOptions<Size2d>, Divided {
}
interface AvgPool3dOptions extends AvgPoolOptions<Size3d>, Divided {
}
type Places1d = [
    "stride",
    "padding",
    "ceilMode",
    "countIncludePad"
];
type Places$3 = [
    ...Places1d,
    "divisorOverride"
];
declare function avgPool1d(input: Tensor, kernelSize: Size1d, ...rest: Positional<AvgPool1dOptions, Places1d>): Tensor;
declare function avgPool2d(input: Tensor, kernelSize: Size2d, ...rest: Positional<AvgPool2dOptions, Places$3>): Tensor;
declare function avgPool3d(input: Tensor, kernelSize: Size3d, ...rest: Positional<AvgPool3dOptions, Places$3>): Tensor;
interface LpPoolOptions<Size> {
    readonly stride?: Size;
    readonly ceilMode?: boolean;
}
interface LpPool1dOptions extends LpPoolOptions<Size1d> {
}
interface LpPool2dOptions extends LpPoolOptions<Size2d> {
}
interface LpPool3dOptions extends LpPoolOptions<Size3d> {
}
type Places$2 = [
    "stride",
    "ceilMode"
];
declare function lpPool1d(input: Tensor, normType: number, kernelSize: Size1d, ...rest: Positional<LpPool1dOptions, Places$2>): Tensor;
declare function lpPool2d(input: Tensor, normType: number, kernelSize: Size2d, ...rest: Positional<LpPool2dOptions, Places$2>): Tensor;
declare function lpPool3d(input: Tensor, normType: number, kernelSize: Size3d, ...rest: Positional<LpPool3dOptions, Places$2>): Tensor;
interface MaxUnpoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly outputSize?: readonly number[];
}
interface MaxUnpool1dOptions extends MaxUnpoolOptions<Size1d> {
}
interface MaxUnpool2dOptions extends MaxUnpoolOptions<Size2d> {
}
interface MaxUnpool3dOptions extends MaxUnpoolOptions<Size3d> {
}
type Places$1 = [
    "stride",
    "padding",
    "outputSize"
];
declare function maxUnpool1d(input: Tensor, indices: Tensor, kernelSize: Size1d, ...rest: Positional<MaxUnpool1dOptions, Places$1>): Tensor;
declare function maxUnpool2d(input: Tensor, indices: Tensor, kernelSize: Size2d, ...rest: Positional<MaxUnpool2dOptions, Places$1>): Tensor;
declare function maxUnpool3d(input: Tensor, indices: Tensor, kernelSize: Size3d, ...rest: Positional<MaxUnpool3dOptions, Places$1>): Tensor;
declare function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
declare function chainMatmul(...matrices: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor;
interface ColumnOptions {
    readonly dilation?: number | Pair;
    readonly padding?: number | Pair;
    readonly stride?: number | Pair;
}
declare function im2col(input: Tensor, kernelSize: number | Pair, options?: ColumnOptions): Tensor;
declare function col2im(columns: Tensor, outputSize: number | Pair, kernelSize: number | Pair, options?: ColumnOptions): Tensor;
interface Conv2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
declare function conv2d(input: Tensor, weight: Tensor, options?: Conv2dOptions): Tensor;
interface Conv1dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly dilation?: number | readonly [
        number
    ];
    readonly groups?: number;
}
interface Conv3dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number,
        number
    ];
    readonly dilation?: number | readonly [
        number,
        number,
        number
    ];
    readonly groups?: number;
}
declare function conv1d(input: Tensor, weight: Tensor, options?: Conv1dOptions): Tensor;
declare function conv3d(input: Tensor, weight: Tensor, options?: Conv3dOptions): Tensor;
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
declare function logdet(A: Tensor): Tensor;
declare function inverse(A: Tensor): Tensor;
declare function pinverse(A: Tensor, rcond?: number): Tensor;
interface ConvTranspose1dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly outputPadding?: number | readonly [
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number
    ];
}
interface ConvTranspose2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number
    ];
    readonly outputPadding?: number | readonly [
        number,
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number,
        number
    ];
}
interface ConvTranspose3dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number,
        number
    ];
    readonly outputPadding?: number | readonly [
        number,
        number,
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number,
        number,
        number
    ];
}
declare function convTranspose1d(input: Tensor, weight: Tensor, options?: ConvTranspose1dOptions): Tensor;
declare function convTranspose2d(input: Tensor, weight: Tensor, options?: ConvTranspose2dOptions): Tensor;
declare function convTranspose3d(input: Tensor, weight: Tensor, options?: ConvTranspose3dOptions): Tensor;
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
    readonly value?: number | boolean | null;
}
declare function pad(input: Tensor, padding: readonly number[], ...rest: Positional<PadOptions, [
    "mode",
    "value"
]>): Tensor;
declare function hstack(tensors: readonly Tensor[]): Tensor;
declare function vstack(tensors: readonly Tensor[]): Tensor;
declare function rowStack(tensors: readonly Tensor[]): Tensor;
declare function dstack(tensors: readonly Tensor[]): Tensor;
declare function columnStack(tensors: readonly Tensor[]): Tensor;
interface SearchsortedOptions {
    readonly right?: boolean;
    readonly side?: "left" | "right";
    readonly sorter?: Tensor;
}
declare function searchsorted(sortedSequence: Tensor, values: Operand, options?: SearchsortedOptions): Tensor;
interface BucketizeOptions {
    readonly right?: boolean;
}
declare function bucketize(input: Operand, boundaries: Tensor, options?: BucketizeOptions): Tensor;
interface IsinOptions {
    readonly assumeUnique?: boolean;
    readonly invert?: boolean;
}
declare function isin(elements: Operand, testElements: Operand, options?: IsinOptions): Tensor;
type GridSampleMode = "bilinear" | "nearest" | "bicubic";
type GridSamplePadding = "zeros" | "border" | "reflection";
interface GridSampleOptions {
    readonly mode?: GridSampleMode;
    readonly paddingMode?: GridSamplePadding;
    readonly alignCorners?: boolean | null;
}
declare function gridSample(input: Tensor, grid: Tensor, ...rest: Positional<GridSampleOptions, [
    "mode",
    "paddingMode",
    "alignCorners"
]>): Tensor;
declare function affineGrid(theta: Tensor, size: Shape, ...rest: Positional<AffineGridOptions, [
    "alignCorners"
]>): Tensor;
interface AffineGridOptions {
    readonly alignCorners?: boolean | null;
}
type InterpolateMode = "nearest" | "nearest-exact" | "linear" | "bilinear" | "trilinear" | "bicubic" | "lanczos" | "area";
interface InterpolateOptions {
    readonly size?: number | readonly number[] | null;
    readonly scaleFactor?: number | readonly number[] | null;
    readonly mode?: InterpolateMode;
    readonly alignCorners?: boolean | null;
    readonly recomputeScaleFactor?: boolean | null;
    readonly antialias?: boolean;
}
type Places = [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners",
    "recomputeScaleFactor",
    "antialias"
];
declare function interpolate(input: Tensor, ...rest: Positional<InterpolateOptions, Places>): Tensor;
interface UpsampleOptions extends Omit<InterpolateOptions, "antialias"> {
}
declare function upsample(input: Tensor, ...rest: Positional<Omit<UpsampleOptions, "recomputeScaleFactor">, [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners"
]>): Tensor;
declare function pixelShuffle(input: Tensor, upscaleFactor: number): Tensor;
declare function pixelUnshuffle(input: Tensor, downscaleFactor: number): Tensor;
declare function channelShuffle(input: Tensor, groups: number): Tensor;
declare function getRngState(): Uint8Array;
declare function setRngState(state: Uint8Array | Tensor): void;
declare function initialSeed(): bigint;
declare function seed(): bigint;
interface FloatLimits {
    readonly dtype: DType;
    readonly bits: number;
    readonly eps: number;
    readonly min: number;
    readonly max: number;
    readonly tiny: number;
    readonly smallestNormal: number;
    readonly resolution: number;
}
interface IntegerLimits {
    readonly dtype: DType;
    readonly bits: number;
    readonly min: number;
    readonly max: number;
}
declare function finfo(dtype?: DType): FloatLimits;
declare function iinfo(dtype: DType): IntegerLimits;
declare function formatTensor(tensor: Tensor): string;
declare function numel(input: Tensor): number;
declare function nelement(input: Tensor): number;
declare function ndimension(input: Tensor): number;
declare function isContiguous(input: Tensor): boolean;
declare function isFloatingPoint(input: Tensor): boolean;
declare function elementSize(input: Tensor): number;
declare function stride(input: Tensor): readonly number[];
declare function stride(input: Tensor, dim: number): number;
declare function type(input: Tensor): string;
declare function type(input: Tensor, dtype: DType): Tensor;
declare function toTypedArray(input: Tensor): TypedArray;
declare function read(input: Tensor): Promise<TypedArray>;
declare function item(input: Tensor): number;
declare function toArray(input: Tensor): NestedArray;
declare function tolist(input: Tensor): NestedArray;
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
  ArgumentError as da,
  AutogradError as dc,
  AutogradFunction as cV,
  BernoulliError as dh,
  DTypeError as dD,
  DeviceError as dE,
  FreedTensorError as dQ,
  IndexError as e4,
  LoopScope as ej,
  OutOfMemoryError as eG,
  Profile as eO,
  ScopeError as e$,
  ShapeError as f1,
  abs as ab,
  acos as fr,
  acosh as fs,
  adaptiveAvgPool1d as ft,
  adaptiveAvgPool2d as fu,
  adaptiveAvgPool3d as fv,
  adaptiveMaxPool1d as fw,
  adaptiveMaxPool2d as fx,
  adaptiveMaxPool3d as fy,
  add as ad,
  add_ as ae,
  addbmm as a$,
  addbmm_ as b0,
  addcdiv as ah,
  addcdiv_ as ai,
  addcmul as aj,
  addcmul_ as ak,
  addmm as b1,
  addmm_ as b2,
  addmv as b3,
  addmv_ as b4,
  addr as b5,
  addr_ as b6,
  affineGrid as fz,
  all as bH,
  allclose as ar,
  amax as bw,
  amin as bx,
  aminmax as by,
  any as bI,
  arange as fA,
  argmax as bA,
  argmin as bB,
  argsort as cf,
  argwhere as a3,
  asTensor as fB,
  asin as fC,
  asinh as fD,
  at as T,
  atan as fE,
  atan2 as a_,
  atanh as fF,
  atleast1d as fG,
  atleast2d as fH,
  atleast3d as fI,
  avgPool1d as fJ,
  avgPool2d as fK,
  avgPool3d as fL,
  backward as b,
  baddbmm as b7,
  baddbmm_ as b8,
  batchNorm as fM,
  bernoulli as bk,
  bernoulli_ as bl,
  bilinear as fN,
  binaryCrossEntropy as fO,
  binaryCrossEntropyWithLogits as fP,
  bincount as c7,
  binomial as fQ,
  bitwiseAnd as fR,
  bitwiseLeftShift as fS,
  bitwiseNot as al,
  bitwiseOr as fT,
  bitwiseRightShift as fU,
  bitwiseXor as fV,
  bmm as ba,
  bool as q,
  broadcastTensors as fW,
  broadcastTo as cm,
  bucketize as fX,
  byte as u,
  cartesianProd as fY,
  cat as fZ,
  cauchy_ as bm,
  cdist as f_,
  ceil as f$,
  ceil_ as g0,
  celu as g1,
  chainMatmul as g2,
  channelShuffle as g3,
  checkArgument as g4,
  checkOptions as g5,
  checkProbability as g6,
  checkSynchronous as g7,
  chunk as cs,
  clamp as ap,
  clampMax as ay,
  clampMin as az,
  clamp_ as aq,
  clone as A,
  col2im as g8,
  columnStack as g9,
  compile as ga,
  concat as gb,
  concatenate as gc,
  contiguous as B,
  conv1d as gd,
  conv2d as ge,
  conv3d as gf,
  convTranspose1d as gg,
  convTranspose2d as gh,
  convTranspose3d as gi,
  copy_ as C,
  copysign as am,
  corrcoef as bu,
  cos as gj,
  cos_ as gk,
  cosh as gl,
  cosineEmbeddingLoss as gm,
  cosineSimilarity as gn,
  countNonzero as bJ,
  cov as bv,
  cpu as c,
  cross as bg,
  crossEntropy as go,
  ctcLoss as gp,
  cuda as a,
  cummax as bO,
  cummin as bP,
  cumprod as bQ,
  cumprod_ as bR,
  cumsum as bS,
  cumsum_ as bT,
  cumulativeTrapezoid as gq,
  deg2rad as gr,
  describe as gs,
  describeAll as gt,
  detach as co,
  device as gu,
  diag as cp,
  diagEmbed as cq,
  diagonal as cr,
  diff as bV,
  digamma as gv,
  div as au,
  div_ as av,
  dot as bb,
  double as v,
  dropout as gw,
  dsplit as ct,
  dstack as gx,
  einsum as gy,
  elementSize as e,
  elu as gz,
  elu_ as gA,
  embedding as gB,
  embeddingBag as gC,
  empty as gD,
  emptyLike as gE,
  enableGrad as gF,
  eq as gG,
  equal as as,
  erf as gH,
  erfc as gI,
  erfinv as gJ,
  exp as aw,
  exp2 as gK,
  expandAs as cn,
  expm1 as gL,
  exponential_ as bn,
  eye as gM,
  fill_ as D,
  finfo as gN,
  flatten as cO,
  flip as bX,
  fliplr as bY,
  flipud as bZ,
  float as w,
  floor as gO,
  floorDivide as aP,
  floor_ as gP,
  fmax as aA,
  fmin as aB,
  fmod as aQ,
  formatTensor as gQ,
  frac as gR,
  full as gS,
  fullLike as gT,
  gather as U,
  gaussianNllLoss as gU,
  ge as gV,
  gelu as gW,
  geometric_ as bo,
  ger as bh,
  getDefaultDevice as gX,
  getNumThreads as gY,
  getRngState as gZ,
  getSimd as g_,
  glu as g$,
  grad as cW,
  gradcheck as cX,
  gradgradcheck as cY,
  gridSample as h0,
  groupNorm as h1,
  gt as h2,
  half as h,
  hardshrink as h3,
  hardsigmoid as h4,
  hardswish as h5,
  hardtanh as h6,
  hasRelaxedSimd as h7,
  heaviside as an,
  hingeEmbeddingLoss as h8,
  histc as c8,
  histogram as c9,
  hsplit as cu,
  hstack as h9,
  huberLoss as ha,
  hypot as aS,
  iinfo as hb,
  im2col as hc,
  indexAdd as L,
  indexAdd_ as M,
  indexCopy as N,
  indexCopy_ as O,
  indexFill as P,
  indexFill_ as Q,
  indexPut as a5,
  indexPut_ as a6,
  indexSelect as V,
  inferenceMode as hd,
  initialSeed as he,
  inner as bc,
  instanceNorm as hf,
  int as x,
  interpolate as hg,
  inverse as hh,
  isAsynchronous as hi,
  isContiguous as i,
  isFloatingPoint as d,
  isGradEnabled as hj,
  isInferenceModeEnabled as hk,
  isPromise as hl,
  isclose as at,
  isfinite as hm,
  isin as hn,
  isinf as ho,
  isnan as hp,
  isneginf as hq,
  isposinf as hr,
  item as f,
  klDiv as hs,
  kron as bi,
  kthvalue as cg,
  l1Loss as ht,
  layerNorm as hu,
  le as hv,
  leakyRelu as hw,
  leakyRelu_ as hx,
  lerp as ao,
  lgamma as hy,
  linalg as hz,
  linspace as hA,
  localResponseNorm as hB,
  log as ax,
  log10 as hC,
  log1p as hD,
  log2 as hE,
  logNormal_ as bp,
  logSoftmax as a9,
  logaddexp as aF,
  logaddexp2 as aG,
  logcumsumexp as bW,
  logdet as hF,
  logicalAnd as hG,
  logicalNot as hH,
  logicalOr as hI,
  logicalXor as hJ,
  logsigmoid as hK,
  logspace as hL,
  logsumexp as bz,
  long as y,
  lossOptions as hM,
  lpPool1d as hN,
  lpPool2d as hO,
  lpPool3d as hP,
  lt as hQ,
  marginRankingLoss as hR,
  maskedFill as _,
  maskedFill_ as $,
  maskedScatter as a0,
  maskedScatter_ as a1,
  maskedSelect as a2,
  matmul as b9,
  max as bC,
  maxPool1d as hS,
  maxPool2d as hT,
  maxPool3d as hU,
  maxUnpool1d as hV,
  maxUnpool2d as hW,
  maxUnpool3d as hX,
  maximum as aC,
  mean as bE,
  median as ca,
  memoryStats as hY,
  meshgrid as hZ,
  min as bD,
  minimum as aD,
  mish as h_,
  mm as bd,
  mode as cd,
  moveaxis as cz,
  movedim as cA,
  mseLoss as h$,
  msort as ch,
  mul as aI,
  mul_ as aJ,
  multiMarginLoss as i0,
  multilabelMarginLoss as i1,
  multilabelSoftMarginLoss as i2,
  multinomial as br,
  mv as be,
  nanToNum as aE,
  nanmean as bM,
  nanmedian as cb,
  nanquantile as ce,
  nansum as bN,
  narrow as cK,
  ndimension as n,
  ne as i3,
  neg as aK,
  nelement as g,
  newEmpty as F,
  newFull as G,
  newOnes as H,
  newTensor as I,
  newZeros as J,
  nllLoss as i4,
  noGrad as i5,
  nonzero as a4,
  norm as bF,
  normal as i6,
  normal_ as bs,
  normalize as i7,
  numel as i8,
  oneHot as i9,
  ones as ia,
  onesLike as ib,
  optionsOf as ic,
  outer as bj,
  pad as id,
  pairwiseDistance as ie,
  pdist as ig,
  permute as cB,
  pinverse as ih,
  pixelShuffle as ii,
  pixelUnshuffle as ij,
  placementOf as ik,
  poisson as il,
  poissonNllLoss as im,
  pow as aL,
  prelu as io,
  prod as bU,
  profile as ip,
  quantile as cc,
  rad2deg as iq,
  rand as ir,
  randLike as is,
  randint as it,
  randintLike as iu,
  randn as iv,
  randnLike as iw,
  random_ as bq,
  randperm as ix,
  ravel as cG,
  read as r,
  reciprocal as iy,
  reciprocal_ as iz,
  registerHook as j,
  relu as aN,
  relu6 as iA,
  relu_ as aO,
  remainder as aR,
  repeat as b$,
  repeatInterleave as c0,
  resetWarnings as iB,
  reshape as cP,
  reshapeAs as cH,
  retainGrad as k,
  rmsNorm as iC,
  roll as c2,
  rot90 as b_,
  round as aU,
  round_ as aV,
  rowStack as iD,
  rrelu as iE,
  rsqrt as iF,
  rsqrt_ as iG,
  scatter as W,
  scatterAdd as Y,
  scatterAdd_ as Z,
  scatter_ as X,
  scope as iH,
  searchsorted as iI,
  seed as iJ,
  select as cL,
  selu as iK,
  set as a7,
  setDefaultDevice as iL,
  setGradEnabled as iM,
  setNumThreads as iN,
  setRngState as iO,
  setSimd as iP,
  setWorkerUrl as iQ,
  sigmoid as aW,
  sigmoid_ as aX,
  sign as ac,
  signbit as iR,
  silu as iS,
  sin as iT,
  sin_ as iU,
  sinc as iV,
  sinh as iW,
  slice as cM,
  smoothL1Loss as iX,
  softMarginLoss as iY,
  softmax as aa,
  softplus as iZ,
  softshrink as i_,
  softsign as i$,
  sort as ci,
  sparseCooTensor as j0,
  split as cv,
  spmm as j1,
  sqrt as aM,
  square as aT,
  squeeze as cQ,
  stack as j2,
  std as bK,
  stdMean as j3,
  stride as s,
  sub as af,
  sub_ as ag,
  swapaxes as cC,
  swapdims as cD,
  t as cE,
  take as R,
  takeAlongDim as S,
  tan as j4,
  tanh as aY,
  tanh_ as aZ,
  tanhshrink as j5,
  tensor as j6,
  tensorSplit as cw,
  tensordot as j7,
  threshold as j8,
  tile as c1,
  to as K,
  toArray as t,
  toDense as a8,
  toJSON as l,
  toTypedArray as o,
  tolist as m,
  topk as cj,
  trace as bG,
  transpose as cF,
  trapezoid as j9,
  tril as c3,
  trilIndices as ja,
  tril_ as c4,
  tripletMarginLoss as jb,
  tripletMarginWithDistanceLoss as jc,
  triu as c5,
  triuIndices as jd,
  triu_ as c6,
  trunc as je,
  trunc_ as jf,
  type AdaptiveMaxPoolOptions as d3,
  type AdaptiveSize1d as d4,
  type AdaptiveSize2d as d5,
  type AdaptiveSize3d as d6,
  type AddedProductOptions as d7,
  type AffineGridOptions as d8,
  type AminmaxOptions as d9,
  type AtLeast as db,
  type AvgPool1dOptions as dd,
  type AvgPool2dOptions as de,
  type AvgPool3dOptions as df,
  type BackwardOptions as cZ,
  type BatchNormOptions as dg,
  type BinaryCrossEntropyOptions as di,
  type BinaryCrossEntropyWithLogitsOptions as dj,
  type BincountOptions as dk,
  type BucketizeOptions as dl,
  type CdistOptions as dm,
  type ClampOptions as dn,
  type CloseOptions as dp,
  type ColumnOptions as dq,
  type CompileOptions as dr,
  type Compiled as ds,
  type Conv1dOptions as dt,
  type Conv2dOptions as du,
  type Conv3dOptions as dv,
  type ConvTranspose1dOptions as dw,
  type ConvTranspose2dOptions as dx,
  type ConvTranspose3dOptions as dy,
  type CosineSimilarityOptions as dz,
  type CovOptions as dA,
  type CrossEntropyOptions as dB,
  type CtcLossOptions as dC,
  type DeviceName as dF,
  type DiffOptions as dG,
  type Differentiable as c_,
  type DivOptions as dH,
  type DrawOptions as dI,
  type DropoutOptions as dJ,
  type EluOptions as dK,
  type EmbeddingBagMode as dL,
  type EmbeddingBagOptions as dM,
  type EmbeddingOptions as dN,
  type ExplainOptions as dO,
  type ExtremeResult as cT,
  type FloatLimits as dP,
  type FunctionClass as c$,
  type FunctionContext as d0,
  type GaussianNllLossOptions as dR,
  type GeluOptions as dS,
  type GradHook as dT,
  type GradOptions as d1,
  type GradcheckOptions as d2,
  type GridSampleMode as dU,
  type GridSampleOptions as dV,
  type GridSamplePadding as dW,
  type HardtanhOptions as dX,
  type HistcOptions as dY,
  type HistogramOptions as dZ,
  type HistogramResult as d_,
  type HuberLossOptions as d$,
  type InPlaceOption as e0,
  type Index as e1,
  type IndexAddOptions as e2,
  type IndexArray as e3,
  type IndexPutOptions as e5,
  type IndicesOptions as e6,
  type InstanceNormOptions as e7,
  type IntegerLimits as e8,
  type InterpolateMode as e9,
  type InterpolateOptions as ea,
  type IsinOptions as eb,
  type Kind as ec,
  type Kinds as ed,
  type KlDivOptions as ee,
  type LayerNormOptions as ef,
  type LeakyReluOptions as eg,
  type LocalResponseNormOptions as eh,
  type LogspaceOptions as ei,
  type LossOptions as ek,
  type LpPool1dOptions as el,
  type LpPool2dOptions as em,
  type LpPool3dOptions as en,
  type MarginLossOptions as eo,
  type MaxPool1dOptions as ep,
  type MaxPool2dOptions as eq,
  type MaxPool3dOptions as er,
  type MaxPoolResult as es,
  type MaxUnpool1dOptions as et,
  type MaxUnpool2dOptions as eu,
  type MaxUnpool3dOptions as ev,
  type MemoryStats as ew,
  type MeshgridOptions as ex,
  type MultiMarginLossOptions as ey,
  type MultilabelSoftMarginLossOptions as ez,
  type MultinomialOptions as eA,
  type NanToNumOptions as eB,
  type NllLossOptions as eC,
  type NonzeroOptions as eD,
  type NormOptions as eE,
  type NormalizeOptions as eF,
  type PadMode as eH,
  type PadOptions as eI,
  type Pair as eJ,
  type PairwiseDistanceOptions as eK,
  type Placement as eL,
  type PoissonNllLossOptions as eM,
  type Positional as eN,
  type ProfileEvent as eP,
  type ProfileRow as eQ,
  type QuantileOptions as eR,
  type RandomOptions as eS,
  type Reduction as eT,
  type RemovableHandle as eU,
  type RepeatInterleaveOptions as eV,
  type RmsNormOptions as eW,
  type RoundOptions as eX,
  type RreluOptions as eY,
  type ScanOptions as eZ,
  type ScatterOptions as e_,
  type SearchsortedOptions as f0,
  type ShrinkOptions as f2,
  type Simd as f3,
  type Size1d as f4,
  type Size2d as f5,
  type Size3d as f6,
  type SliceText as f7,
  type SmoothL1LossOptions as f8,
  type SoftmaxOptions as f9,
  type SoftplusOptions as fa,
  type SortOptions as fb,
  type TensorData as fc,
  type TensorJSON as fd,
  type TensorOptions as fe,
  type TensordotDims as ff,
  type ToMethod as cU,
  type ToOptions as fg,
  type TopkOptions as fh,
  type TrapezoidOptions as fi,
  type TripletMarginLossOptions as fj,
  type TripletMarginWithDistanceLossOptions as fk,
  type UniqueConsecutiveOptions as fl,
  type UniqueOptions as fm,
  type UpsampleOptions as fn,
  type VarianceOptions as fo,
  type WeightedLossOptions as fp,
  type WithIndices as fq,
  type as p,
  typeAs as z,
  unbind as cx,
  unflatten as cI,
  unfold as cN,
  uniform_ as bt,
  unique as ck,
  uniqueConsecutive as cl,
  unsqueeze as cR,
  upsample as jg,
  varMean as jh,
  variance as bL,
  vdot as bf,
  view as cS,
  viewAs as cJ,
  vsplit as cy,
  vstack as ji,
  warnOnce as jj,
  where as jk,
  workerSource as jl,
  xlogy as aH,
  zero_ as E,
  zeros as jm,
  zerosLike as jn,
};
