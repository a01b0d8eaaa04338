import { T as Tensor, a as Device, D as DType, c as TypedArray, b as Shape, f as SizeArguments, e as isTensor, N as NestedArray } from './tensor.js';
import { D as Dims, R as ReduceOptions, a as SumOptions, c as cholesky, f as cond, g as cross$1, d as det, h as eigh, i as eigvalsh, j as inv, l as lstsq, k as matrixNorm, m as matrixPower, n as matrixRank, o as multiDot, p as norm$1, q as pinv, r as qr, b as slogdet, t as solve, u as solveTriangular, v as svd, w as svdvals, x as vectorNorm, C as CholeskyOptions, y as CrossOptions, E as EighOptions, z as EighResult, L as LstsqOptions, A as LstsqResult, M as MatrixNormOptions, B as MatrixOrder, N as NormOptions$1, Q as QrOptions, F as QrResult, S as SlogdetResult, G as SolveOptions, H as SolveTriangularOptions, I as SvdOptions, J as SvdResult, T as ToleranceOptions, V as VectorNormOptions } from './linalg.js';
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
declare function logdet(A: Tensor): Tensor;
declare function inverse(A: Tensor): Tensor;
declare function pinverse(A: Tensor, rcond?: number): Tensor;
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
  ArgumentError as d5,
  AutogradError as d7,
  AutogradFunction as cV,
  BernoulliError as d9,
  DTypeError as dl,
  DeviceError as dm,
  FreedTensorError as dw,
  IndexError as dH,
  LoopScope as dQ,
  OutOfMemoryError as d$,
  Profile as e6,
  ScopeError as ei,
  ShapeError as ek,
  abs as ab,
  acos as eB,
  acosh as eC,
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
  all as bH,
  allclose as ar,
  amax as bw,
  amin as bx,
  aminmax as by,
  any as bI,
  arange as eD,
  argmax as bA,
  argmin as bB,
  argsort as cf,
  argwhere as a3,
  asTensor as eE,
  asin as eF,
  asinh as eG,
  at as T,
  atan as eH,
  atan2 as a_,
  atanh as eI,
  atleast1d as eJ,
  atleast2d as eK,
  atleast3d as eL,
  avgPool2d as eM,
  backward as b,
  baddbmm as b7,
  baddbmm_ as b8,
  bernoulli as bk,
  bernoulli_ as bl,
  bilinear as eN,
  bincount as c7,
  binomial as eO,
  bitwiseAnd as eP,
  bitwiseLeftShift as eQ,
  bitwiseNot as al,
  bitwiseOr as eR,
  bitwiseRightShift as eS,
  bitwiseXor as eT,
  bmm as ba,
  bool as q,
  broadcastTensors as eU,
  broadcastTo as cm,
  bucketize as eV,
  byte as u,
  cartesianProd as eW,
  cat as eX,
  cauchy_ as bm,
  cdist as eY,
  ceil as eZ,
  ceil_ as e_,
  celu as e$,
  chainMatmul as f0,
  checkArgument as f1,
  checkOptions as f2,
  checkProbability as f3,
  checkSynchronous as f4,
  chunk as cs,
  clamp as ap,
  clampMax as ay,
  clampMin as az,
  clamp_ as aq,
  clone as A,
  columnStack as f5,
  compile as f6,
  concat as f7,
  concatenate as f8,
  contiguous as B,
  conv2d as f9,
  copy_ as C,
  copysign as am,
  corrcoef as bu,
  cos as fa,
  cos_ as fb,
  cosh as fc,
  cosineSimilarity as fd,
  countNonzero as bJ,
  cov as bv,
  cpu as c,
  cross as bg,
  crossEntropy as fe,
  cuda as a,
  cummax as bO,
  cummin as bP,
  cumprod as bQ,
  cumprod_ as bR,
  cumsum as bS,
  cumsum_ as bT,
  cumulativeTrapezoid as ff,
  deg2rad as fg,
  describe as fh,
  describeAll as fi,
  detach as co,
  device as fj,
  diag as cp,
  diagEmbed as cq,
  diagonal as cr,
  diff as bV,
  digamma as fk,
  div as au,
  div_ as av,
  dot as bb,
  double as v,
  dropout as fl,
  dsplit as ct,
  dstack as fm,
  einsum as fn,
  elementSize as e,
  elu as fo,
  elu_ as fp,
  empty as fq,
  emptyLike as fr,
  enableGrad as fs,
  eq as ft,
  equal as as,
  erf as fu,
  erfc as fv,
  erfinv as fw,
  exp as aw,
  exp2 as fx,
  expandAs as cn,
  expm1 as fy,
  exponential_ as bn,
  eye as fz,
  fill_ as D,
  finfo as fA,
  flatten as cO,
  flip as bX,
  fliplr as bY,
  flipud as bZ,
  float as w,
  floor as fB,
  floorDivide as aP,
  floor_ as fC,
  fmax as aA,
  fmin as aB,
  fmod as aQ,
  formatTensor as fD,
  frac as fE,
  full as fF,
  fullLike as fG,
  gather as U,
  ge as fH,
  gelu as fI,
  geometric_ as bo,
  ger as bh,
  getDefaultDevice as fJ,
  getNumThreads as fK,
  getRngState as fL,
  getSimd as fM,
  glu as fN,
  grad as cW,
  gradcheck as cX,
  gradgradcheck as cY,
  gt as fO,
  half as h,
  hardshrink as fP,
  hardsigmoid as fQ,
  hardswish as fR,
  hardtanh as fS,
  hasRelaxedSimd as fT,
  heaviside as an,
  histc as c8,
  histogram as c9,
  hsplit as cu,
  hstack as fU,
  hypot as aS,
  iinfo as fV,
  indexAdd as L,
  indexAdd_ as M,
  indexCopy as N,
  indexCopy_ as O,
  indexFill as P,
  indexFill_ as Q,
  indexPut as a5,
  indexPut_ as a6,
  indexSelect as V,
  inferenceMode as fW,
  initialSeed as fX,
  inner as bc,
  int as x,
  inverse as fY,
  isAsynchronous as fZ,
  isContiguous as i,
  isFloatingPoint as d,
  isGradEnabled as f_,
  isInferenceModeEnabled as f$,
  isPromise as g0,
  isclose as at,
  isfinite as g1,
  isin as g2,
  isinf as g3,
  isnan as g4,
  isneginf as g5,
  isposinf as g6,
  item as f,
  kron as bi,
  kthvalue as cg,
  le as g7,
  leakyRelu as g8,
  leakyRelu_ as g9,
  lerp as ao,
  lgamma as ga,
  linalg as gb,
  linspace as gc,
  log as ax,
  log10 as gd,
  log1p as ge,
  log2 as gf,
  logNormal_ as bp,
  logSoftmax as a9,
  logaddexp as aF,
  logaddexp2 as aG,
  logcumsumexp as bW,
  logdet as gg,
  logicalAnd as gh,
  logicalNot as gi,
  logicalOr as gj,
  logicalXor as gk,
  logsigmoid as gl,
  logspace as gm,
  logsumexp as bz,
  long as y,
  lt as gn,
  maskedFill as _,
  maskedFill_ as $,
  maskedScatter as a0,
  maskedScatter_ as a1,
  maskedSelect as a2,
  matmul as b9,
  max as bC,
  maxPool2d as go,
  maximum as aC,
  mean as bE,
  median as ca,
  memoryStats as gp,
  meshgrid as gq,
  min as bD,
  minimum as aD,
  mish as gr,
  mm as bd,
  mode as cd,
  moveaxis as cz,
  movedim as cA,
  msort as ch,
  mul as aI,
  mul_ as aJ,
  multinomial as br,
  mv as be,
  nanToNum as aE,
  nanmean as bM,
  nanmedian as cb,
  nanquantile as ce,
  nansum as bN,
  narrow as cK,
  ndimension as n,
  ne as gs,
  neg as aK,
  nelement as g,
  newEmpty as F,
  newFull as G,
  newOnes as H,
  newTensor as I,
  newZeros as J,
  nllLoss as gt,
  noGrad as gu,
  nonzero as a4,
  norm as bF,
  normal as gv,
  normal_ as bs,
  normalize as gw,
  numel as gx,
  oneHot as gy,
  ones as gz,
  onesLike as gA,
  optionsOf as gB,
  outer as bj,
  pad as gC,
  pairwiseDistance as gD,
  pdist as gE,
  permute as cB,
  pinverse as gF,
  placementOf as gG,
  poisson as gH,
  pow as aL,
  prelu as gI,
  prod as bU,
  profile as gJ,
  quantile as cc,
  rad2deg as gK,
  rand as gL,
  randLike as gM,
  randint as gN,
  randintLike as gO,
  randn as gP,
  randnLike as gQ,
  random_ as bq,
  randperm as gR,
  ravel as cG,
  read as r,
  reciprocal as gS,
  reciprocal_ as gT,
  registerHook as j,
  relu as aN,
  relu6 as gU,
  relu_ as aO,
  remainder as aR,
  repeat as b$,
  repeatInterleave as c0,
  resetWarnings as gV,
  reshape as cP,
  reshapeAs as cH,
  retainGrad as k,
  roll as c2,
  rot90 as b_,
  round as aU,
  round_ as aV,
  rowStack as gW,
  rrelu as gX,
  rsqrt as gY,
  rsqrt_ as gZ,
  scatter as W,
  scatterAdd as Y,
  scatterAdd_ as Z,
  scatter_ as X,
  scope as g_,
  searchsorted as g$,
  seed as h0,
  select as cL,
  selu as h1,
  set as a7,
  setDefaultDevice as h2,
  setGradEnabled as h3,
  setNumThreads as h4,
  setRngState as h5,
  setSimd as h6,
  setWorkerUrl as h7,
  sigmoid as aW,
  sigmoid_ as aX,
  sign as ac,
  signbit as h8,
  silu as h9,
  sin as ha,
  sin_ as hb,
  sinc as hc,
  sinh as hd,
  slice as cM,
  softmax as aa,
  softplus as he,
  softshrink as hf,
  softsign as hg,
  sort as ci,
  sparseCooTensor as hh,
  split as cv,
  spmm as hi,
  sqrt as aM,
  square as aT,
  squeeze as cQ,
  stack as hj,
  std as bK,
  stdMean as hk,
  stride as s,
  sub as af,
  sub_ as ag,
  swapaxes as cC,
  swapdims as cD,
  t as cE,
  take as R,
  takeAlongDim as S,
  tan as hl,
  tanh as aY,
  tanh_ as aZ,
  tanhshrink as hm,
  tensor as hn,
  tensorSplit as cw,
  tensordot as ho,
  threshold as hp,
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
  trapezoid as hq,
  tril as c3,
  trilIndices as hr,
  tril_ as c4,
  triu as c5,
  triuIndices as hs,
  triu_ as c6,
  trunc as ht,
  trunc_ as hu,
  type AddedProductOptions as d3,
  type AminmaxOptions as d4,
  type AtLeast as d6,
  type AvgPool2dOptions as d8,
  type BackwardOptions as cZ,
  type BincountOptions as da,
  type BucketizeOptions as db,
  type CdistOptions as dc,
  type ClampOptions as dd,
  type CloseOptions as de,
  type CompileOptions as df,
  type Compiled as dg,
  type Conv2dOptions as dh,
  type CosineSimilarityOptions as di,
  type CovOptions as dj,
  type CrossEntropyOptions as dk,
  type DeviceName as dn,
  type DiffOptions as dp,
  type Differentiable as c_,
  type DivOptions as dq,
  type DrawOptions as dr,
  type DropoutOptions as ds,
  type EluOptions as dt,
  type ExplainOptions as du,
  type ExtremeResult as cT,
  type FloatLimits as dv,
  type FunctionClass as c$,
  type FunctionContext as d0,
  type GeluOptions as dx,
  type GradHook as dy,
  type GradOptions as d1,
  type GradcheckOptions as d2,
  type HardtanhOptions as dz,
  type HistcOptions as dA,
  type HistogramOptions as dB,
  type HistogramResult as dC,
  type InPlaceOption as dD,
  type Index as dE,
  type IndexAddOptions as dF,
  type IndexArray as dG,
  type IndexPutOptions as dI,
  type IndicesOptions as dJ,
  type IntegerLimits as dK,
  type IsinOptions as dL,
  type Kind as dM,
  type Kinds as dN,
  type LeakyReluOptions as dO,
  type LogspaceOptions as dP,
  type MaxPool2dOptions as dR,
  type MaxPool2dResult as dS,
  type MemoryStats as dT,
  type MeshgridOptions as dU,
  type MultinomialOptions as dV,
  type NanToNumOptions as dW,
  type NllLossOptions as dX,
  type NonzeroOptions as dY,
  type NormOptions as dZ,
  type NormalizeOptions as d_,
  type PadMode as e0,
  type PadOptions as e1,
  type Pair as e2,
  type PairwiseDistanceOptions as e3,
  type Placement as e4,
  type Positional as e5,
  type ProfileEvent as e7,
  type ProfileRow as e8,
  type QuantileOptions as e9,
  type RandomOptions as ea,
  type Reduction as eb,
  type RemovableHandle as ec,
  type RepeatInterleaveOptions as ed,
  type RoundOptions as ee,
  type RreluOptions as ef,
  type ScanOptions as eg,
  type ScatterOptions as eh,
  type SearchsortedOptions as ej,
  type ShrinkOptions as el,
  type Simd as em,
  type SliceText as en,
  type SoftmaxOptions as eo,
  type SoftplusOptions as ep,
  type SortOptions as eq,
  type TensorData as er,
  type TensorJSON as es,
  type TensorOptions as et,
  type TensordotDims as eu,
  type ToMethod as cU,
  type ToOptions as ev,
  type TopkOptions as ew,
  type TrapezoidOptions as ex,
  type UniqueConsecutiveOptions as ey,
  type UniqueOptions as ez,
  type VarianceOptions as eA,
  type as p,
  typeAs as z,
  unbind as cx,
  unflatten as cI,
  unfold as cN,
  uniform_ as bt,
  unique as ck,
  uniqueConsecutive as cl,
  unsqueeze as cR,
  varMean as hv,
  variance as bL,
  vdot as bf,
  view as cS,
  viewAs as cJ,
  vsplit as cy,
  vstack as hw,
  warnOnce as hx,
  where as hy,
  workerSource as hz,
  xlogy as aH,
  zero_ as E,
  zeros as hA,
  zerosLike as hB,
};
