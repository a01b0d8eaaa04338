import { T as Tensor, a as Device, D as DType, e as TypedArray, d as Shape, j as SizeArguments, N as NestedArray } from './tensor.js';
import { P as Positional, R as ReduceArguments, b as ReduceOptions, A as AlongDim, D as Dims, j as Several, c as SumOptions, W as WithDim, N as NamedArgument, k as DimArgument, n as cholesky, p as cond, q as cross$1, g as det, r as diagonal$1, t as eigh, u as eigvalsh, v as householderProduct, w as inv, x as lstsq, y as lu, z as luFactor, B as luSolve$1, m as matrixExp, C as matrixNorm, h as matrixPower, E as matrixRank, F as multiDot, G as norm$1, H as pinv, I as qr, i as slogdet, J as solve, M as solveTriangular, O as svd, Q as svdvals, T as tensorinv, U as tensorsolve, V as vander, X as vecdot, Y as vectorNorm, Z as CholeskyOptions, _ as CrossOptions, $ as EighOptions, a0 as EighResult, a1 as LstsqOptions, a2 as LstsqResult, a3 as LuFactorResult, a4 as LuResult, a5 as LuSolveOptions, a6 as MatrixNormOptions, a7 as MatrixOrder, a8 as NormOptions$1, a9 as QrOptions, aa as QrResult, S as SlogdetResult, ab as SolveOptions, ac as SolveTriangularOptions, ad as SvdOptions, ae as SvdResult, af as ToleranceOptions, ag as VanderOptions, ah as VectorNormOptions, a as Kinds } from './linalg.js';
import { O as Operand, P as Pair } from './witness.js';
import './samples.js';
import { G as Generator } from './generator.js';
declare function apply_(input: Tensor, fn: (value: number) => number): Tensor;
declare function map_(input: Tensor, other: Tensor, fn: (value: number, other: number) => number): Tensor;
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
declare function fill_(input: Tensor, given: number | boolean | Tensor): Tensor;
declare function zero_(input: Tensor): Tensor;
declare class BernoulliError extends Error {
    name: string;
    readonly code: `BERNOULLI_${string}`;
}
declare class ShapeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_SHAPE";
}
declare class DTypeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DTYPE";
}
declare class DeviceError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DEVICE";
}
declare class IndexError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_INDEX";
}
declare class ArgumentError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_ARGUMENT";
}
declare class AutogradError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_AUTOGRAD";
}
declare class FreedTensorError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_FREED_TENSOR";
}
declare class ScopeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_SCOPE";
}
declare class OutOfMemoryError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_OUT_OF_MEMORY";
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
type NumericArray = TypedArray | Uint8ClampedArray | Int8Array | Int16Array | Uint16Array | Uint32Array | BigInt64Array | BigUint64Array | (typeof globalThis extends {
    Float16Array: {
        readonly prototype: infer Half;
    };
} ? Half : never);
type TensorData = number | boolean | readonly TensorData[] | NumericArray;
declare function tensor(data: TensorData, options?: TensorOptions): Tensor;
declare function empty(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function emptyLike(input: Tensor, options?: TensorOptions): Tensor;
declare function newZeros(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newOnes(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newEmpty(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newFull(input: Tensor, size: Shape, fillValue: number | boolean, options?: TensorOptions): Tensor;
declare function newTensor(input: Tensor, data: TensorData | Tensor, options?: TensorOptions): Tensor;
declare function asTensor(data: TensorData | Tensor, options?: Pick<TensorOptions, "dtype" | "device">): Tensor;
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
type Bound$1 = number | "" | `-${number}`;
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
type Value = Tensor | number | boolean;
type SetArguments = readonly [
    index: Index | readonly Index[],
    value: Value
] | readonly [
    first: Index,
    second: Index,
    ...others: readonly Index[],
    value: Value
];
declare function set(input: Tensor, ...given: SetArguments): Tensor;
interface IndexPutOptions {
    readonly accumulate?: boolean;
}
declare function indexPut(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, ...rest: Positional<IndexPutOptions, [
    "accumulate"
]>): Tensor;
declare function indexPut_(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, ...rest: Positional<IndexPutOptions, [
    "accumulate"
]>): Tensor;
declare function put(input: Tensor, index: Tensor, source: Tensor, options?: IndexPutOptions): Tensor;
declare const put_: typeof put;
declare function unravelIndex(indices: Tensor, shape: Shape): Tensor[];
interface NonzeroStaticOptions {
    readonly size: number;
    readonly fillValue?: number;
}
declare function nonzeroStatic(input: Tensor, options: NonzeroStaticOptions): Tensor;
type ScatterReduction = "sum" | "prod" | "mean" | "amax" | "amin";
interface ScatterReduceOptions {
    readonly includeSelf?: boolean;
}
declare function scatterReduce(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: ScatterReduction, options?: ScatterReduceOptions): Tensor;
declare const scatterReduce_: typeof scatterReduce;
declare function indexReduce(input: Tensor, dim: number, index: Tensor, source: Tensor, reduce: Exclude<ScatterReduction, "sum">, options?: ScatterReduceOptions): Tensor;
declare const indexReduce_: typeof indexReduce;
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
declare const sinh: (input: Tensor) => Tensor;
declare const cosh: (input: Tensor) => Tensor;
declare const asinh: (input: Tensor) => Tensor;
declare const acosh: (input: Tensor) => Tensor;
declare const atanh: (input: Tensor) => Tensor;
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
declare function nanToNum(input: Tensor, ...rest: Positional<NanToNumOptions, [
    "nan",
    "posinf",
    "neginf"
]>): Tensor;
declare const lgamma: (input: Tensor) => Tensor;
declare const digamma: (input: Tensor) => Tensor;
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
declare function neg(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function sqrt(input: Tensor): Tensor;
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
declare const sin: (input: Tensor) => Tensor;
declare const sin_: (input: Tensor) => Tensor;
declare const cos: (input: Tensor) => Tensor;
declare const cos_: (input: Tensor) => Tensor;
declare const tan: (input: Tensor) => Tensor;
declare const asin: (input: Tensor) => Tensor;
declare const acos: (input: Tensor) => Tensor;
declare const atan: (input: Tensor) => Tensor;
declare function atan2(input: Tensor, other: Tensor): Tensor;
declare const abs_: typeof abs;
declare const acos_: typeof acos;
declare const acosh_: typeof acosh;
declare const asin_: typeof asin;
declare const asinh_: typeof asinh;
declare const atan_: typeof atan;
declare const atan2_: typeof atan2;
declare const atanh_: typeof atanh;
declare const bitwiseAnd_: typeof bitwiseAnd;
declare const bitwiseLeftShift_: typeof bitwiseLeftShift;
declare const bitwiseNot_: typeof bitwiseNot;
declare const bitwiseOr_: typeof bitwiseOr;
declare const bitwiseRightShift_: typeof bitwiseRightShift;
declare const bitwiseXor_: typeof bitwiseXor;
declare const clampMax_: typeof clampMax;
declare const clampMin_: typeof clampMin;
declare const copysign_: typeof copysign;
declare const cosh_: typeof cosh;
declare const deg2rad_: typeof deg2rad;
declare const digamma_: typeof digamma;
declare const eq_: typeof eq;
declare const erf_: typeof erf;
declare const erfc_: typeof erfc;
declare const erfinv_: typeof erfinv;
declare const exp_: typeof exp;
declare const exp2_: typeof exp2;
declare const expm1_: typeof expm1;
declare const floorDivide_: typeof floorDivide;
declare const fmod_: typeof fmod;
declare const frac_: typeof frac;
declare const ge_: typeof ge;
declare const gt_: typeof gt;
declare const heaviside_: typeof heaviside;
declare const hypot_: typeof hypot;
declare const le_: typeof le;
declare const lerp_: typeof lerp;
declare const lgamma_: typeof lgamma;
declare const log_: typeof log;
declare const log10_: typeof log10;
declare const log1p_: typeof log1p;
declare const log2_: typeof log2;
declare const logicalAnd_: typeof logicalAnd;
declare const logicalNot_: typeof logicalNot;
declare const logicalOr_: typeof logicalOr;
declare const logicalXor_: typeof logicalXor;
declare const lt_: typeof lt;
declare const nanToNum_: typeof nanToNum;
declare const ne_: typeof ne;
declare const neg_: typeof neg;
declare const pow_: typeof pow;
declare const rad2deg_: typeof rad2deg;
declare const remainder_: typeof remainder;
declare const sign_: typeof sign;
declare const sinc_: typeof sinc;
declare const sinh_: typeof sinh;
declare const sqrt_: typeof sqrt;
declare const square_: typeof square;
declare const tan_: typeof tan;
declare const xlogy_: typeof xlogy;
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare const absolute: typeof abs;
declare const absolute_: typeof abs_;
declare const arccos: typeof acos;
declare const arccos_: typeof acos_;
declare const arccosh: typeof acosh;
declare const arccosh_: typeof acosh_;
declare const arcsin: typeof asin;
declare const arcsin_: typeof asin_;
declare const arcsinh: typeof asinh;
declare const arcsinh_: typeof asinh_;
declare const arctan: typeof atan;
declare const arctan_: typeof atan_;
declare const arctan2: typeof atan2;
declare const arctan2_: typeof atan2_;
declare const arctanh: typeof atanh;
declare const arctanh_: typeof atanh_;
declare const clip: typeof clamp;
declare const clip_: typeof clamp_;
declare const divide: typeof div;
declare const divide_: typeof div_;
declare const fix: typeof trunc;
declare const fix_: typeof trunc_;
declare const greater: typeof gt;
declare const greater_: typeof gt_;
declare const greaterEqual: typeof ge;
declare const greaterEqual_: typeof ge_;
declare const less: typeof lt;
declare const less_: typeof lt_;
declare const lessEqual: typeof le;
declare const lessEqual_: typeof le_;
declare const multiply: typeof mul;
declare const multiply_: typeof mul_;
declare const negative: typeof neg;
declare const negative_: typeof neg_;
declare const notEqual: typeof ne;
declare const notEqual_: typeof ne_;
declare const sgn: typeof sign;
declare const sgn_: typeof sign_;
declare const subtract: typeof sub;
declare const subtract_: typeof sub_;
declare const trueDivide: (input: Tensor, other: Operand) => Tensor;
declare const trueDivide_: (input: Tensor, other: Operand) => Tensor;
interface CloseOptions {
    readonly rtol?: number;
    readonly atol?: number;
    readonly equalNan?: boolean;
}
type CloseArguments = Positional<CloseOptions, [
    "rtol",
    "atol",
    "equalNan"
]>;
declare function isclose(input: Tensor, other: Tensor, ...rest: CloseArguments): Tensor;
declare function allclose(input: Tensor, other: Tensor, ...rest: CloseArguments): boolean;
declare function equal(input: Tensor, other: Tensor): boolean;
declare function real(input: Tensor): Tensor;
declare const conj: typeof real;
declare const conjPhysical: typeof real;
declare const resolveConj: typeof real;
declare const resolveNeg: typeof real;
declare function positive(input: Tensor): Tensor;
declare function isreal(input: Tensor): Tensor;
declare const angle: (input: Tensor) => Tensor;
declare function rsub(input: Tensor, other: Operand): Tensor;
declare function relu(input: Tensor): Tensor;
declare function relu_(input: Tensor): Tensor;
declare function tanh(input: Tensor): Tensor;
declare function tanh_(input: Tensor): Tensor;
declare function sigmoid(input: Tensor): Tensor;
declare function sigmoid_(input: Tensor): Tensor;
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
declare function multinomial(input: Tensor, numSamples: number, ...rest: Positional<MultinomialOptions, [
    "replacement"
]>): Tensor;
interface CovOptions {
    readonly correction?: number;
    readonly fweights?: Tensor;
    readonly aweights?: Tensor;
}
declare function cov(input: Tensor, options?: CovOptions): Tensor;
declare function corrcoef(input: Tensor): Tensor;
declare function amax(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function amin(input: Tensor, ...rest: ReduceArguments): Tensor;
interface AminmaxOptions extends ReduceOptions {
    readonly dim?: number;
}
declare function aminmax(input: Tensor, options?: AminmaxOptions): {
    readonly min: Tensor;
    readonly max: Tensor;
};
declare function logsumexp(input: Tensor, ...rest: AlongDim<Dims>): Tensor;
interface ExtremeResult extends Several<"values" | "indices"> {
    readonly values: Tensor;
    readonly indices: Tensor;
    readonly 0: Tensor;
    readonly 1: Tensor;
}
declare function max(input: Tensor): Tensor;
declare function max(input: Tensor, other: Tensor): Tensor;
declare function max(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function min(input: Tensor): Tensor;
declare function min(input: Tensor, other: Tensor): Tensor;
declare function min(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function argmax(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor;
declare function argmin(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor;
declare function mean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
interface NormOptions extends ReduceOptions {
    readonly dtype?: DType;
    readonly p?: number | "fro";
}
declare function norm(input: Tensor, ...rest: Positional<WithDim<NormOptions>, [
    "p",
    "dim",
    "keepdim"
]>): Tensor;
declare function renorm(input: Tensor, p: number, dim: number, maxnorm: number): Tensor;
declare const renorm_: typeof renorm;
declare function dist(input: Tensor, other: Tensor, p?: number): Tensor;
declare function trace(input: Tensor): Tensor;
declare function all(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function any(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function countNonzero(input: Tensor, ...rest: Positional<{
    readonly dim?: Dims;
}, [
    "dim"
]>): Tensor;
interface VarianceOptions extends ReduceOptions {
    readonly correction?: number;
    readonly unbiased?: boolean;
}
type VarianceArguments = Positional<WithDim<VarianceOptions>, [
    "dim",
    "unbiased",
    "keepdim"
]> | readonly [
    unbiased: boolean
];
declare function variance(input: Tensor, ...rest: VarianceArguments): Tensor;
declare function std(input: Tensor, ...rest: VarianceArguments): Tensor;
declare function nansum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function nanmean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function cummax(input: Tensor, dim: number): ExtremeResult;
declare function cummin(input: Tensor, dim: number): ExtremeResult;
interface ScanOptions {
    readonly dtype?: DType;
}
type ScanArguments = readonly [
    dim: number,
    options?: ScanOptions | undefined
] | readonly [
    options: ScanOptions & {
        readonly dim: number;
    }
];
declare function cumsum(input: Tensor, ...rest: ScanArguments): Tensor;
declare function cumsum_(input: Tensor, dim: number): Tensor;
declare function cumprod(input: Tensor, ...rest: ScanArguments): Tensor;
declare function cumprod_(input: Tensor, dim: number): Tensor;
declare function prod(input: Tensor, ...rest: ReduceArguments<SumOptions, number>): Tensor;
interface DiffOptions {
    readonly n?: number;
    readonly dim?: number;
    readonly prepend?: Tensor;
    readonly append?: Tensor;
}
declare function diff(input: Tensor, ...rest: Positional<DiffOptions, [
    "n",
    "dim",
    "prepend",
    "append"
]>): Tensor;
interface TrapezoidOptions {
    readonly dx?: number;
    readonly dim?: number;
}
declare function trapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare function cumulativeTrapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare const trapz: typeof trapezoid;
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
interface FlattenOptions {
    readonly startDim?: number;
    readonly endDim?: number;
}
declare function flatten(input: Tensor, ...rest: Positional<FlattenOptions, [
    "startDim",
    "endDim"
]>): Tensor;
declare function unsqueeze(input: Tensor, dim: number | {
    readonly dim: number;
}): Tensor;
declare function squeeze(input: Tensor, ...rest: NamedArgument<"dim", number | readonly number[]>): Tensor;
declare function repeat(input: Tensor, ...sizes: Sizes): Tensor;
declare function tile(input: Tensor, ...dims: Sizes): Tensor;
interface RepeatInterleaveOptions {
    readonly outputSize?: number;
}
declare function repeatInterleave(input: Tensor, repeats?: number | Tensor, dim?: number | null, options?: RepeatInterleaveOptions): Tensor;
interface RollOptions {
    readonly shifts: number | readonly number[];
    readonly dims?: number | readonly number[];
}
type RollArguments = readonly [
    options: RollOptions
] | readonly [
    shifts: RollOptions["shifts"],
    ...rest: Positional<Omit<RollOptions, "shifts">, [
        "dims"
    ]>
];
declare function roll(input: Tensor, ...rest: RollArguments): Tensor;
type DiagonalArgument = NamedArgument<"diagonal", number>;
declare function tril(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function triu(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function tril_(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function triu_(input: Tensor, ...rest: DiagonalArgument): Tensor;
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
declare function bincount(input: Tensor, ...rest: Positional<BincountOptions, [
    "weights",
    "minlength"
]>): Tensor;
interface HistcOptions {
    readonly bins?: number;
    readonly min?: number;
    readonly max?: number;
}
declare function histc(input: Tensor, ...rest: Positional<HistcOptions, [
    "bins",
    "min",
    "max"
]>): Tensor;
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
declare function median(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function nanmedian(input: Tensor): Tensor;
declare function nanmedian(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare const interpolations: readonly [
    "linear",
    "lower",
    "higher",
    "midpoint",
    "nearest"
];
interface QuantileOptions extends ReduceOptions {
    readonly dim?: number;
    readonly interpolation?: (typeof interpolations)[number];
}
declare function quantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor;
type QuantileArguments = Positional<QuantileOptions, [
    "dim",
    "keepdim"
]>;
declare function mode(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): ExtremeResult;
declare function nanquantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor;
interface SortOptions {
    readonly dim?: number;
    readonly descending?: boolean;
    readonly stable?: boolean;
}
type SortArguments = Positional<SortOptions, [
    "dim",
    "descending"
]>;
declare function sort(input: Tensor, ...rest: SortArguments): ExtremeResult;
declare function argsort(input: Tensor, ...rest: SortArguments): Tensor;
declare function msort(input: Tensor): Tensor;
interface TopkOptions {
    readonly dim?: number;
    readonly largest?: boolean;
    readonly sorted?: boolean;
}
declare function topk(input: Tensor, k: number, ...rest: Positional<TopkOptions, [
    "dim",
    "largest",
    "sorted"
]>): ExtremeResult;
declare function kthvalue(input: Tensor, k: number, ...rest: Positional<WithDim<ReduceOptions, number>, [
    "dim",
    "keepdim"
]>): ExtremeResult;
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
declare function asStrided(input: Tensor, size: Shape, stride: readonly number[], storageOffset?: number): Tensor;
declare function asStridedScatter(input: Tensor, source: Tensor, size: Shape, stride: readonly number[], storageOffset?: number): Tensor;
declare function expandAs(input: Tensor, other: Tensor): Tensor;
declare function broadcastTo(input: Tensor, size: Shape): Tensor;
declare function broadcastTensors(...tensors: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor[];
declare function broadcastShapes(...shapes: readonly Shape[]): number[];
declare function sumToSize(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
declare function detach(input: Tensor): Tensor;
declare function detach_(input: Tensor): Tensor;
declare function diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diagEmbed(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diag(input: Tensor, diagonal?: number): Tensor;
declare function diagonalScatter(input: Tensor, source: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function selectScatter(input: Tensor, source: Tensor, dim: number, index: number): Tensor;
declare function sliceScatter(input: Tensor, source: Tensor, dim?: number, start?: number, end?: number, step?: number): Tensor;
interface FillDiagonalOptions {
    readonly wrap?: boolean;
}
declare function fillDiagonal_(input: Tensor, fillValue: number | boolean, options?: FillDiagonalOptions): Tensor;
declare function diagflat(input: Tensor, offset?: number): Tensor;
declare function narrowCopy(input: Tensor, dim: number, start: number | Tensor, length: number): Tensor;
declare const splitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
declare const unsafeSplit: (input: Tensor, splitSize: number, dim?: number) => Tensor[];
declare const unsafeSplitWithSizes: typeof splitWithSizes;
declare const unsafeChunk: (input: Tensor, chunks: number, dim?: number) => Tensor[];
declare function chunk(input: Tensor, chunks: number, ...rest: DimArgument): Tensor[];
declare function split(input: Tensor, splitSizeOrSections: number | readonly number[], ...rest: DimArgument): Tensor[];
declare function tensorSplit(input: Tensor, indicesOrSections: number | readonly number[] | Tensor, ...rest: DimArgument): Tensor[];
declare function hsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function vsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function dsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function unbind(input: Tensor, ...rest: DimArgument): Tensor[];
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
type PostAccumulateGradHook = (param: Tensor) => void;
declare function registerPostAccumulateGradHook(input: Tensor, hook: PostAccumulateGradHook): RemovableHandle;
type BackwardObserver = (output: Tensor) => (() => void) | undefined | void;
declare function observeBackward(watch: BackwardObserver): RemovableHandle;
interface NanOrigin {
    readonly op: string | null;
    readonly inBackward: boolean;
    readonly infinityFrom: string | null;
}
declare function nanOriginOf(body: () => unknown): NanOrigin | null;
declare function retainGrad(input: Tensor): void;
type Simd = "portable" | "relaxed" | "wide";
declare function hasRelaxedSimd(): boolean;
declare function getSimd(): Simd;
declare function setSimd(simd: Simd): void;
declare function getNumThreads(): number;
declare function setNumThreads(count: number): void;
declare function setWorkerUrl(url: string | URL): void;
declare function pause(): Promise<void>;
declare function ready(): Promise<number>;
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
    readonly memory?: boolean;
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
declare function isCompiling(): boolean;
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
declare function peakMemory(body: () => void): number;
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
declare function scalarTensor(value: number | boolean, options?: TensorOptions): Tensor;
interface AsarrayOptions extends Pick<TensorOptions, "dtype" | "device"> {
    readonly copy?: boolean;
}
declare function asarray(data: TensorData | Tensor, options?: AsarrayOptions): Tensor;
interface WindowOptions extends TensorOptions {
    readonly periodic?: boolean;
}
interface HammingOptions extends WindowOptions {
    readonly alpha?: number;
    readonly beta?: number;
}
interface KaiserOptions extends WindowOptions {
    readonly beta?: number;
}
declare function hannWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function hammingWindow(windowLength: number, options?: HammingOptions): Tensor;
declare function blackmanWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function bartlettWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function kaiserWindow(windowLength: number, options?: KaiserOptions): Tensor;
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
declare function oneHot(tensor: Tensor, ...rest: NamedArgument<"numClasses", number>): Tensor;
type LowrankResult = Several<"U" | "S" | "V">;
interface SvdLowrankOptions {
    readonly q?: number;
    readonly niter?: number;
    readonly M?: Tensor | null;
}
declare function svdLowrank(A: Tensor, options?: SvdLowrankOptions): LowrankResult;
interface PcaLowrankOptions extends Omit<SvdLowrankOptions, "q" | "M"> {
    readonly q?: number | null;
    readonly center?: boolean;
}
declare function pcaLowrank(A: Tensor, options?: PcaLowrankOptions): LowrankResult;
declare const linalg: {
    cholesky: typeof cholesky;
    cond: typeof cond;
    cross: typeof cross$1;
    det: typeof det;
    diagonal: typeof diagonal$1;
    eigh: typeof eigh;
    eigvalsh: typeof eigvalsh;
    householderProduct: typeof householderProduct;
    inv: typeof inv;
    lstsq: typeof lstsq;
    lu: typeof lu;
    luFactor: typeof luFactor;
    luSolve: typeof luSolve$1;
    matrixExp: typeof matrixExp;
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
    tensorsolve: typeof tensorsolve;
    vander: typeof vander;
    vecdot: typeof vecdot;
    vectorNorm: typeof vectorNorm;
};
declare namespace linalg {
    type CholeskyOptions = CholeskyOptions;
    type CrossOptions = CrossOptions;
    type EighOptions = EighOptions;
    type EighResult = EighResult;
    type LstsqOptions = LstsqOptions;
    type LstsqResult = LstsqResult;
    type LuFactorResult = LuFactorResult;
    type LuResult = LuResult;
    type LuSolveOptions = LuSolveOptions;
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
declare function normalize(input: Tensor, ...rest: Positional<NormalizeOptions, [
    "p",
    "dim",
    "eps"
]>): Tensor;
interface FrexpResult {
    readonly mantissa: Tensor;
    readonly exponent: Tensor;
}
declare function ldexp(input: Tensor, other: Tensor): Tensor;
declare const ldexp_: typeof ldexp;
declare function frexp(input: Tensor): FrexpResult;
declare function floatPower(input: Tensor, exponent: Operand): Tensor;
declare function floatPower_(input: Tensor, exponent: Operand): Tensor;
declare const gcd: (input: Tensor, other: Tensor) => Tensor;
declare const lcm: (input: Tensor, other: Tensor) => Tensor;
declare const gcd_: typeof gcd;
declare const lcm_: typeof lcm;
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
declare function logit(input: Tensor, eps?: number | null): Tensor;
declare const logit_: typeof logit;
declare function nextafter(input: Tensor, other: Tensor): Tensor;
declare const nextafter_: typeof nextafter;
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
interface AttentionOptions {
    readonly attnMask?: Tensor | null;
    readonly dropoutP?: number;
    readonly isCausal?: boolean;
    readonly scale?: number | null;
    readonly enableGqa?: boolean;
}
declare function scaledDotProductAttention(query: Tensor, key: Tensor, value: Tensor, ...rest: Positional<AttentionOptions, [
    "attnMask",
    "dropoutP",
    "isCausal"
]>): Tensor;
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
declare function cdist(x1: Tensor, x2: Tensor, ...rest: Positional<CdistOptions, [
    "p",
    "computeMode"
]>): Tensor;
declare function pdist(input: Tensor, p?: number): Tensor;
interface PairwiseDistanceOptions {
    readonly p?: number;
    readonly eps?: number;
    readonly keepdim?: boolean;
}
declare function pairwiseDistance(x1: Tensor, x2: Tensor, ...rest: Positional<PairwiseDistanceOptions, [
    "p",
    "eps",
    "keepdim"
]>): Tensor;
interface CosineSimilarityOptions {
    readonly dim?: number;
    readonly eps?: number;
}
declare function cosineSimilarity(x1: Tensor, x2: Tensor, ...rest: Positional<CosineSimilarityOptions, [
    "dim",
    "eps"
]>): Tensor;
declare function einsum(equation: string, ...operands: readonly Tensor[]): Tensor;
interface CholeskyFactorOptions {
    readonly upper?: boolean;
}
declare function choleskySolve(B: Tensor, L: Tensor, options?: CholeskyFactorOptions): Tensor;
declare function choleskyInverse(L: Tensor, options?: CholeskyFactorOptions): Tensor;
declare function logdet(A: Tensor): Tensor;
declare function inverse(A: Tensor): Tensor;
declare function pinverse(A: Tensor, rcond?: number): Tensor;
declare function luSolve(B: Tensor, LU: Tensor, pivots: Tensor): Tensor;
interface TriangularSolveOptions {
    readonly upper?: boolean;
    readonly transpose?: boolean;
    readonly unitriangular?: boolean;
}
type TriangularSolveResult = Several<"solution" | "clonedCoefficient">;
declare function triangularSolve(B: Tensor, A: Tensor, options?: TriangularSolveOptions): TriangularSolveResult;
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
type DropoutArguments = readonly [
    options: DropoutOptions
] | readonly [
    p: number | null | undefined,
    options: Omit<DropoutOptions, "p">
] | readonly [
    p: number | null | undefined,
    training: boolean,
    ...rest: Positional<Omit<DropoutOptions, "p" | "training">, [
        "inplace"
    ]>
];
declare function dropout(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function checkProbability(p: number): void;
declare function dropout1d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dropout2d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dropout3d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function alphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function featureAlphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor;
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
interface PhiloxOptions {
    readonly seed: number;
    readonly step?: number;
    readonly index?: number;
    readonly offset?: number;
    readonly device?: Device;
}
declare function philoxBits(shape: Shape, options: PhiloxOptions): Tensor;
declare function varMean(input: Tensor, ...rest: VarianceArguments): [
    Tensor,
    Tensor
];
declare function stdMean(input: Tensor, ...rest: VarianceArguments): [
    Tensor,
    Tensor
];
type Spacing = number | Tensor;
interface GradientOptions {
    readonly spacing?: number | readonly Spacing[];
    readonly dim?: number | readonly number[];
    readonly edgeOrder?: 1 | 2;
}
declare function gradient(input: Tensor, options?: GradientOptions): Tensor[];
declare function blockDiag(...tensors: readonly Tensor[]): Tensor;
interface CombinationsOptions {
    readonly withReplacement?: boolean;
}
declare function combinations(input: Tensor, r?: number, options?: CombinationsOptions): Tensor;
declare function cat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function concat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function concatenate(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function stack(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
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
declare const i0: (input: Tensor) => Tensor;
declare const i0_: typeof i0;
declare function polygamma(n: number, input: Tensor): Tensor;
declare const polygamma_: (input: Tensor, n: number) => Tensor;
declare function mvlgamma(input: Tensor, p: number): Tensor;
declare const mvlgamma_: typeof mvlgamma;
declare const igamma: (input: Tensor, other: Tensor) => Tensor;
declare const igamma_: typeof igamma;
declare const igammac: (input: Tensor, other: Tensor) => Tensor;
declare const igammac_: typeof igammac;
declare function xlog1py(input: Tensor, other: Operand): Tensor;
declare const special: {
    digamma: (input: Tensor) => Tensor;
    entr: (input: Tensor) => Tensor;
    erf: (input: Tensor) => Tensor;
    erfc: (input: Tensor) => Tensor;
    erfcx: (input: Tensor) => Tensor;
    erfinv: (input: Tensor) => Tensor;
    exp2: (input: Tensor) => Tensor;
    expit: typeof sigmoid;
    expm1: (input: Tensor) => Tensor;
    gammainc: (input: Tensor, other: Tensor) => Tensor;
    gammaincc: (input: Tensor, other: Tensor) => Tensor;
    gammaln: (input: Tensor) => Tensor;
    i0: (input: Tensor) => Tensor;
    i0e: (input: Tensor) => Tensor;
    i1: (input: Tensor) => Tensor;
    i1e: (input: Tensor) => Tensor;
    log1p: (input: Tensor) => Tensor;
    logNdtr: (input: Tensor) => Tensor;
    logSoftmax: typeof logSoftmax;
    logit: typeof logit;
    logsumexp: typeof logsumexp;
    multigammaln: typeof mvlgamma;
    ndtr: (input: Tensor) => Tensor;
    ndtri: (input: Tensor) => Tensor;
    polygamma: typeof polygamma;
    psi: (input: Tensor) => Tensor;
    round: typeof round;
    sinc: (input: Tensor) => Tensor;
    softmax: typeof softmax;
    xlog1py: typeof xlog1py;
    xlogy: typeof xlogy;
};
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
interface MaskRequest {
    readonly op: string;
    readonly shape: Shape;
    readonly p: number;
    readonly device: Device;
}
interface MaskSource {
    mask(request: MaskRequest, draw: () => Tensor): Tensor;
    noise?(request: NoiseRequest, draw: () => Tensor): Tensor;
}
interface NoiseRequest {
    readonly op: string;
    readonly shape: Shape;
    readonly dtype: DType;
    readonly device: Device;
    readonly distribution: NoiseDistribution;
    readonly kept?: (noise: Tensor) => Tensor;
}
type NoiseDistribution = {
    readonly name: "normal";
} | {
    readonly name: "uniform" | "integers";
    readonly from: number;
    readonly to: number;
} | {
    readonly name: "bernoulli";
    readonly probabilities: Tensor;
};
declare function withMasks<Result>(source: MaskSource, body: () => Result): Result;
declare function hasMaskSource(): boolean;
declare function maskFrom(request: MaskRequest, draw: () => Tensor): Tensor;
declare function noiseFrom(request: NoiseRequest, draw: () => Tensor): Tensor;
declare function getRngState(): Uint8Array;
declare function setRngState(state: Uint8Array | Tensor): void;
declare function initialSeed(): bigint;
declare function seed(): bigint;
declare function elementsInPlace(input: Tensor, access: "read" | "write"): TypedArray;
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
type PixelSource = Pick<ImageData, "data" | "width" | "height"> | CanvasImageSource;
interface FromImageOptions {
    readonly channels?: 1 | 3 | 4;
    readonly device?: DeviceName;
}
declare function fromImage(image: PixelSource, options?: FromImageOptions): Tensor;
declare function toImageData(image: Tensor): ImageData;
declare function formatTensor(tensor: Tensor): string;
interface PrintOptions {
    readonly precision?: number;
    readonly threshold?: number;
    readonly edgeitems?: number;
    readonly linewidth?: number;
    readonly profile?: "default" | "short" | "full";
    readonly sciMode?: boolean | null;
}
declare function setPrintoptions(options: PrintOptions): void;
declare function numel(input: Tensor): number;
declare function nelement(input: Tensor): number;
declare function ndimension(input: Tensor): number;
declare function isContiguous(input: Tensor): boolean;
declare function isFloatingPoint(input: Tensor): boolean;
declare function isComplex(input: Tensor): false;
declare function isSigned(input: Tensor): boolean;
declare function isSameSize(input: Tensor, other: Tensor): boolean;
declare function isNonzero(input: Tensor): boolean;
declare function storageOffset(input: Tensor): number;
declare function getDevice(input: Tensor): -1;
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
declare function getDefaultDtype(): DType;
declare function setDefaultDtype(dtype: DType): void;
declare function resultType(a: Operand, b: Operand): DType;
declare function useDeterministicAlgorithms(mode: boolean): void;
declare function areDeterministicAlgorithmsEnabled(): boolean;
declare function setFloat32MatmulPrecision(given: "highest" | "high" | "medium"): void;
declare function getFloat32MatmulPrecision(): "highest" | "high" | "medium";
declare function getNumInteropThreads(): number;
declare function setNumInteropThreads(count: number): void;
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
  ArgumentError as dD,
  AutogradError as dH,
  AutogradFunction as dl,
  BernoulliError as dN,
  DTypeError as e8,
  DeviceError as e9,
  FreedTensorError as eo,
  IndexError as eI,
  LoopScope as eW,
  OutOfMemoryError as fp,
  Profile as fA,
  ScopeError as fQ,
  ShapeError as fS,
  abs as ao,
  abs_ as gl,
  absolute as gm,
  absolute_ as gn,
  acos as go,
  acos_ as gp,
  acosh as gq,
  acosh_ as gr,
  adaptiveAvgPool1d as gs,
  adaptiveAvgPool2d as gt,
  adaptiveAvgPool3d as gu,
  adaptiveMaxPool1d as gv,
  adaptiveMaxPool2d as gw,
  adaptiveMaxPool3d as gx,
  add as aq,
  add_ as ar,
  addbmm as bf,
  addbmm_ as bg,
  addcdiv as au,
  addcdiv_ as av,
  addcmul as aw,
  addcmul_ as ax,
  addmm as bh,
  addmm_ as bi,
  addmv as bj,
  addmv_ as bk,
  addr as bl,
  addr_ as bm,
  affineGrid as gy,
  all as bZ,
  allclose as aK,
  alphaDropout as gz,
  amax as bM,
  amin as bN,
  aminmax as bO,
  angle as gA,
  any as b_,
  apply_ as A,
  arange as gB,
  arccos as gC,
  arccos_ as gD,
  arccosh as gE,
  arccosh_ as gF,
  arcsin as gG,
  arcsin_ as gH,
  arcsinh as gI,
  arcsinh_ as gJ,
  arctan as gK,
  arctan2 as gL,
  arctan2_ as gM,
  arctan_ as gN,
  arctanh as gO,
  arctanh_ as gP,
  areDeterministicAlgorithmsEnabled as gQ,
  argmax as bQ,
  argmin as bR,
  argsort as cx,
  argwhere as ac,
  asStrided as cE,
  asStridedScatter as cF,
  asTensor as gR,
  asarray as gS,
  asin as gT,
  asin_ as gU,
  asinh as gV,
  asinh_ as gW,
  at as a0,
  atan as gX,
  atan2 as ay,
  atan2_ as gY,
  atan_ as gZ,
  atanh as g_,
  atanh_ as g$,
  atleast1d as h0,
  atleast2d as h1,
  atleast3d as h2,
  avgPool1d as h3,
  avgPool2d as h4,
  avgPool3d as h5,
  backward as b,
  baddbmm as bn,
  baddbmm_ as bo,
  bartlettWindow as h6,
  batchNorm as h7,
  bernoulli as bA,
  bernoulli_ as bB,
  bilinear as h8,
  binaryCrossEntropy as h9,
  binaryCrossEntropyWithLogits as ha,
  bincount as cp,
  binomial as hb,
  bitwiseAnd as hc,
  bitwiseAnd_ as hd,
  bitwiseLeftShift as he,
  bitwiseLeftShift_ as hf,
  bitwiseNot as aG,
  bitwiseNot_ as hg,
  bitwiseOr as hh,
  bitwiseOr_ as hi,
  bitwiseRightShift as hj,
  bitwiseRightShift_ as hk,
  bitwiseXor as hl,
  bitwiseXor_ as hm,
  blackmanWindow as hn,
  blockDiag as ho,
  bmm as bq,
  bool as C,
  broadcastShapes as hp,
  broadcastTensors as hq,
  broadcastTo as cG,
  bucketize as hr,
  byte as D,
  cartesianProd as hs,
  cat as ht,
  cauchy_ as bC,
  cdist as hu,
  ceil as hv,
  ceil_ as hw,
  celu as hx,
  chainMatmul as hy,
  channelShuffle as hz,
  checkProbability as hA,
  checkSynchronous as hB,
  choleskyInverse as hC,
  choleskySolve as hD,
  chunk as cU,
  clamp as az,
  clampMax as aP,
  clampMax_ as hE,
  clampMin as aQ,
  clampMin_ as hF,
  clamp_ as aA,
  clip as hG,
  clip_ as hH,
  clone as J,
  col2im as hI,
  columnStack as hJ,
  combinations as hK,
  compile as hL,
  concat as hM,
  concatenate as hN,
  conj as hO,
  conjPhysical as hP,
  contiguous as K,
  conv1d as hQ,
  conv2d as hR,
  conv3d as hS,
  convTranspose1d as hT,
  convTranspose2d as hU,
  convTranspose3d as hV,
  copy_ as L,
  copysign as aH,
  copysign_ as hW,
  corrcoef as bK,
  cos as hX,
  cos_ as hY,
  cosh as hZ,
  cosh_ as h_,
  cosineEmbeddingLoss as h$,
  cosineSimilarity as i0,
  countNonzero as b$,
  cov as bL,
  cpu as c,
  cross as bw,
  crossEntropy as i1,
  ctcLoss as i2,
  cuda as a,
  cummax as c4,
  cummin as c5,
  cumprod as c6,
  cumprod_ as c7,
  cumsum as c8,
  cumsum_ as c9,
  cumulativeTrapezoid as i3,
  deg2rad as i4,
  deg2rad_ as i5,
  describe as i6,
  describeAll as i7,
  detach as cJ,
  detach_ as cK,
  device as i8,
  diag as cL,
  diagEmbed as cM,
  diagflat as cR,
  diagonal as cN,
  diagonalScatter as cO,
  diff as cb,
  digamma as i9,
  digamma_ as ia,
  dist as bW,
  div as aB,
  div_ as aC,
  divide as ib,
  divide_ as ic,
  dot as br,
  double as E,
  dropout as id,
  dropout1d as ie,
  dropout2d as ig,
  dropout3d as ih,
  dsplit as cV,
  dstack as ii,
  einsum as ij,
  elementSize as e,
  elementsInPlace as ik,
  elu as il,
  elu_ as im,
  embedding as io,
  embeddingBag as ip,
  empty as iq,
  emptyLike as ir,
  enableGrad as is,
  eq as it,
  eq_ as iu,
  equal as aL,
  erf as iv,
  erf_ as iw,
  erfc as ix,
  erfc_ as iy,
  erfinv as iz,
  erfinv_ as iA,
  exp as aN,
  exp2 as iB,
  exp2_ as iC,
  exp_ as iD,
  expandAs as cH,
  expm1 as iE,
  expm1_ as iF,
  exponential_ as bD,
  eye as iG,
  featureAlphaDropout as iH,
  fillDiagonal_ as cS,
  fill_ as M,
  finfo as iI,
  fix as iJ,
  fix_ as iK,
  flatten as de,
  flip as cd,
  fliplr as ce,
  flipud as cf,
  float as F,
  floatPower as iL,
  floatPower_ as iM,
  floor as iN,
  floorDivide as aW,
  floorDivide_ as iO,
  floor_ as iP,
  fmax as aR,
  fmin as aS,
  fmod as aX,
  fmod_ as iQ,
  formatTensor as iR,
  frac as iS,
  frac_ as iT,
  frexp as iU,
  fromImage as iV,
  full as iW,
  fullLike as iX,
  gather as a1,
  gaussianNllLoss as iY,
  gcd as iZ,
  gcd_ as i_,
  ge as i$,
  ge_ as j0,
  gelu as j1,
  geometric_ as bE,
  ger as bx,
  getDefaultDevice as j2,
  getDefaultDtype as j3,
  getDevice as g,
  getFloat32MatmulPrecision as j4,
  getNumInteropThreads as j5,
  getNumThreads as j6,
  getRngState as j7,
  getSimd as j8,
  glu as j9,
  grad as dm,
  gradcheck as dn,
  gradgradcheck as dp,
  gradient as ja,
  greater as jb,
  greaterEqual as jc,
  greaterEqual_ as jd,
  greater_ as je,
  gridSample as jf,
  groupNorm as jg,
  gt as jh,
  gt_ as ji,
  half as h,
  hammingWindow as jj,
  hannWindow as jk,
  hardshrink as jl,
  hardsigmoid as jm,
  hardswish as jn,
  hardtanh as jo,
  hasMaskSource as jp,
  hasRelaxedSimd as jq,
  heaviside as aI,
  heaviside_ as jr,
  hingeEmbeddingLoss as js,
  histc as cq,
  histogram as cr,
  hsplit as cW,
  hstack as jt,
  huberLoss as ju,
  hypot as aY,
  hypot_ as jv,
  i0 as jw,
  i0_ as jx,
  igamma as jy,
  igamma_ as jz,
  igammac as jA,
  igammac_ as jB,
  iinfo as jC,
  im2col as jD,
  indexAdd as U,
  indexAdd_ as V,
  indexCopy as W,
  indexCopy_ as X,
  indexFill as Y,
  indexFill_ as Z,
  indexPut as ae,
  indexPut_ as af,
  indexReduce as aj,
  indexReduce_ as jE,
  indexSelect as a2,
  inferenceMode as jF,
  initialSeed as jG,
  inner as bs,
  instanceNorm as jH,
  int as G,
  interpolate as jI,
  inverse as jJ,
  isAsynchronous as jK,
  isCompiling as jL,
  isComplex as i,
  isContiguous as d,
  isFloatingPoint as f,
  isGradEnabled as jM,
  isInferenceModeEnabled as jN,
  isNonzero as j,
  isPromise as jO,
  isSameSize as k,
  isSigned as l,
  isclose as aM,
  isfinite as jP,
  isin as jQ,
  isinf as jR,
  isnan as jS,
  isneginf as jT,
  isposinf as jU,
  isreal as b5,
  item as m,
  kaiserWindow as jV,
  klDiv as jW,
  kron as by,
  kthvalue as cy,
  l1Loss as jX,
  layerNorm as jY,
  lcm as jZ,
  lcm_ as j_,
  ldexp as j$,
  ldexp_ as k0,
  le as k1,
  le_ as k2,
  leakyRelu as k3,
  leakyRelu_ as k4,
  lerp as aJ,
  lerp_ as k5,
  less as k6,
  lessEqual as k7,
  lessEqual_ as k8,
  less_ as k9,
  lgamma as ka,
  lgamma_ as kb,
  linalg as kc,
  linspace as kd,
  localResponseNorm as ke,
  log as aO,
  log10 as kf,
  log10_ as kg,
  log1p as kh,
  log1p_ as ki,
  log2 as kj,
  log2_ as kk,
  logNormal_ as bF,
  logSoftmax as am,
  log_ as kl,
  logaddexp as b2,
  logaddexp2 as b3,
  logcumsumexp as cc,
  logdet as km,
  logicalAnd as kn,
  logicalAnd_ as ko,
  logicalNot as kp,
  logicalNot_ as kq,
  logicalOr as kr,
  logicalOr_ as ks,
  logicalXor as kt,
  logicalXor_ as ku,
  logit as kv,
  logit_ as kw,
  logsigmoid as kx,
  logspace as ky,
  logsumexp as bP,
  long as H,
  lossOptions as kz,
  lpPool1d as kA,
  lpPool2d as kB,
  lpPool3d as kC,
  lt as kD,
  lt_ as kE,
  luSolve as kF,
  map_ as B,
  marginRankingLoss as kG,
  maskFrom as kH,
  maskedFill as a7,
  maskedFill_ as a8,
  maskedScatter as a9,
  maskedScatter_ as aa,
  maskedSelect as ab,
  matmul as bp,
  max as bS,
  maxPool1d as kI,
  maxPool2d as kJ,
  maxPool3d as kK,
  maxUnpool1d as kL,
  maxUnpool2d as kM,
  maxUnpool3d as kN,
  maximum as aT,
  mean as bU,
  median as cs,
  memoryStats as kO,
  meshgrid as kP,
  min as bT,
  minimum as aU,
  mish as kQ,
  mm as bt,
  mode as cv,
  moveaxis as c$,
  movedim as d0,
  mseLoss as kR,
  msort as cz,
  mul as aD,
  mul_ as aE,
  multiMarginLoss as kS,
  multilabelMarginLoss as kT,
  multilabelSoftMarginLoss as kU,
  multinomial as bH,
  multiply as kV,
  multiply_ as kW,
  mv as bu,
  mvlgamma as kX,
  mvlgamma_ as kY,
  nanOriginOf as kZ,
  nanToNum as aV,
  nanToNum_ as k_,
  nanmean as c2,
  nanmedian as ct,
  nanquantile as cw,
  nansum as c3,
  narrow as da,
  narrowCopy as cT,
  ndimension as n,
  ne as k$,
  ne_ as l0,
  neg as aF,
  neg_ as l1,
  negative as l2,
  negative_ as l3,
  nelement as o,
  newEmpty as O,
  newFull as P,
  newOnes as Q,
  newTensor as R,
  newZeros as S,
  nextafter as l4,
  nextafter_ as l5,
  nllLoss as l6,
  noGrad as l7,
  noiseFrom as l8,
  nonzero as ad,
  nonzeroStatic as ah,
  norm as bV,
  normal as l9,
  normal_ as bI,
  normalize as la,
  notEqual as lb,
  notEqual_ as lc,
  numel as ld,
  observeBackward as le,
  oneHot as lf,
  ones as lg,
  onesLike as lh,
  outer as bz,
  pad as li,
  pairwiseDistance as lj,
  pause as lk,
  pcaLowrank as ll,
  pdist as lm,
  peakMemory as ln,
  permute as d1,
  philoxBits as lo,
  pinverse as lp,
  pixelShuffle as lq,
  pixelUnshuffle as lr,
  placementOf as ls,
  poisson as lt,
  poissonNllLoss as lu,
  polygamma as lv,
  polygamma_ as lw,
  positive as b6,
  pow as aZ,
  pow_ as lx,
  prelu as ly,
  prod as ca,
  profile as lz,
  put as ai,
  put_ as lA,
  quantile as cu,
  rad2deg as lB,
  rad2deg_ as lC,
  rand as lD,
  randLike as lE,
  randint as lF,
  randintLike as lG,
  randn as lH,
  randnLike as lI,
  random_ as bG,
  randperm as lJ,
  ravel as d6,
  read as r,
  ready as lK,
  real as b4,
  reciprocal as lL,
  reciprocal_ as lM,
  registerHook as p,
  registerPostAccumulateGradHook as q,
  relu as b7,
  relu6 as lN,
  relu_ as b8,
  remainder as a_,
  remainder_ as lO,
  renorm as bX,
  renorm_ as lP,
  repeat as ch,
  repeatInterleave as ci,
  resetWarnings as lQ,
  reshape as df,
  reshapeAs as d7,
  resolveConj as lR,
  resolveNeg as lS,
  resultType as lT,
  retainGrad as s,
  rmsNorm as lU,
  roll as ck,
  rot90 as cg,
  round as b9,
  round_ as ba,
  rowStack as lV,
  rrelu as lW,
  rsqrt as lX,
  rsqrt_ as lY,
  rsub as lZ,
  scalarTensor as l_,
  scaledDotProductAttention as l$,
  scatter as a3,
  scatterAdd as a5,
  scatterAdd_ as a6,
  scatterReduce as ak,
  scatterReduce_ as m0,
  scatter_ as a4,
  scope as m1,
  searchsorted as m2,
  seed as m3,
  select as db,
  selectScatter as cP,
  selu as m4,
  set as ag,
  setDefaultDevice as m5,
  setDefaultDtype as m6,
  setFloat32MatmulPrecision as m7,
  setGradEnabled as m8,
  setNumInteropThreads as m9,
  setNumThreads as ma,
  setPrintoptions as mb,
  setRngState as mc,
  setSimd as md,
  setWorkerUrl as me,
  sgn as mf,
  sgn_ as mg,
  sigmoid as bb,
  sigmoid_ as bc,
  sign as ap,
  sign_ as mh,
  signbit as mi,
  silu as mj,
  sin as mk,
  sin_ as ml,
  sinc as mm,
  sinc_ as mn,
  sinh as mo,
  sinh_ as mp,
  slice as dc,
  sliceScatter as cQ,
  smoothL1Loss as mq,
  softMarginLoss as mr,
  softmax as an,
  softplus as ms,
  softshrink as mt,
  softsign as mu,
  sort as cA,
  sparseCooTensor as mv,
  special as mw,
  split as cX,
  splitWithSizes as mx,
  spmm as my,
  sqrt as a$,
  sqrt_ as mz,
  square as b0,
  square_ as mA,
  squeeze as dg,
  stack as mB,
  std as c0,
  stdMean as mC,
  storageOffset as t,
  stride as u,
  sub as as,
  sub_ as at,
  subtract as mD,
  subtract_ as mE,
  sumToSize as cI,
  svdLowrank as mF,
  swapaxes as d2,
  swapdims as d3,
  t as d4,
  take as _,
  takeAlongDim as $,
  tan as mG,
  tan_ as mH,
  tanh as bd,
  tanh_ as be,
  tanhshrink as mI,
  tensor as mJ,
  tensorSplit as cY,
  tensordot as mK,
  threshold as mL,
  tile as cj,
  to as T,
  toArray as v,
  toDense as al,
  toImageData as mM,
  toJSON as w,
  toTypedArray as y,
  tolist as x,
  topk as cB,
  trace as bY,
  transpose as d5,
  trapezoid as mN,
  trapz as mO,
  triangularSolve as mP,
  tril as cl,
  trilIndices as mQ,
  tril_ as cm,
  tripletMarginLoss as mR,
  tripletMarginWithDistanceLoss as mS,
  triu as cn,
  triuIndices as mT,
  triu_ as co,
  trueDivide as mU,
  trueDivide_ as mV,
  trunc as mW,
  trunc_ as mX,
  type AdaptiveMaxPoolOptions as dw,
  type AdaptiveSize1d as dx,
  type AdaptiveSize2d as dy,
  type AdaptiveSize3d as dz,
  type AddedProductOptions as dA,
  type AffineGridOptions as dB,
  type AminmaxOptions as dC,
  type AsarrayOptions as dE,
  type AtLeast as dF,
  type AttentionOptions as dG,
  type AvgPool1dOptions as dI,
  type AvgPool2dOptions as dJ,
  type AvgPool3dOptions as dK,
  type BackwardObserver as dL,
  type BackwardOptions as dq,
  type BatchNormOptions as dM,
  type BinaryCrossEntropyOptions as dO,
  type BinaryCrossEntropyWithLogitsOptions as dP,
  type BincountOptions as dQ,
  type BucketizeOptions as dR,
  type CdistOptions as dS,
  type CholeskyFactorOptions as dT,
  type ClampOptions as dU,
  type CloseOptions as dV,
  type ColumnOptions as dW,
  type CombinationsOptions as dX,
  type CompileOptions as dY,
  type Compiled as dZ,
  type Conv1dOptions as d_,
  type Conv2dOptions as d$,
  type Conv3dOptions as e0,
  type ConvTranspose1dOptions as e1,
  type ConvTranspose2dOptions as e2,
  type ConvTranspose3dOptions as e3,
  type CosineSimilarityOptions as e4,
  type CovOptions as e5,
  type CrossEntropyOptions as e6,
  type CtcLossOptions as e7,
  type DeviceName as ea,
  type DiffOptions as eb,
  type Differentiable as dr,
  type DivOptions as ec,
  type DrawOptions as ed,
  type DropoutArguments as ee,
  type DropoutOptions as ef,
  type EluOptions as eg,
  type EmbeddingBagMode as eh,
  type EmbeddingBagOptions as ei,
  type EmbeddingOptions as ej,
  type ExplainOptions as ek,
  type ExtremeResult as dj,
  type FillDiagonalOptions as el,
  type FlattenOptions as em,
  type FloatLimits as en,
  type FrexpResult as ep,
  type FromImageOptions as eq,
  type FunctionClass as ds,
  type FunctionContext as dt,
  type GaussianNllLossOptions as er,
  type GeluOptions as es,
  type GradHook as et,
  type GradOptions as du,
  type GradcheckOptions as dv,
  type GradientOptions as eu,
  type GridSampleMode as ev,
  type GridSampleOptions as ew,
  type GridSamplePadding as ex,
  type HammingOptions as ey,
  type HardtanhOptions as ez,
  type HistcOptions as eA,
  type HistogramOptions as eB,
  type HistogramResult as eC,
  type HuberLossOptions as eD,
  type InPlaceOption as eE,
  type Index as eF,
  type IndexAddOptions as eG,
  type IndexArray as eH,
  type IndexPutOptions as eJ,
  type IndicesOptions as eK,
  type InstanceNormOptions as eL,
  type IntegerLimits as eM,
  type InterpolateMode as eN,
  type InterpolateOptions as eO,
  type IsinOptions as eP,
  type KaiserOptions as eQ,
  type KlDivOptions as eR,
  type LayerNormOptions as eS,
  type LeakyReluOptions as eT,
  type LocalResponseNormOptions as eU,
  type LogspaceOptions as eV,
  type LossOptions as eX,
  type LowrankResult as eY,
  type LpPool1dOptions as eZ,
  type LpPool2dOptions as e_,
  type LpPool3dOptions as e$,
  type MarginLossOptions as f0,
  type MaskRequest as f1,
  type MaskSource as f2,
  type MaxPool1dOptions as f3,
  type MaxPool2dOptions as f4,
  type MaxPool3dOptions as f5,
  type MaxPoolResult as f6,
  type MaxUnpool1dOptions as f7,
  type MaxUnpool2dOptions as f8,
  type MaxUnpool3dOptions as f9,
  type MemoryStats as fa,
  type MeshgridOptions as fb,
  type MultiMarginLossOptions as fc,
  type MultilabelSoftMarginLossOptions as fd,
  type MultinomialOptions as fe,
  type NanOrigin as ff,
  type NanToNumOptions as fg,
  type NllLossOptions as fh,
  type NoiseDistribution as fi,
  type NoiseRequest as fj,
  type NonzeroOptions as fk,
  type NonzeroStaticOptions as fl,
  type NormOptions as fm,
  type NormalizeOptions as fn,
  type NumericArray as fo,
  type PadMode as fq,
  type PadOptions as fr,
  type PairwiseDistanceOptions as fs,
  type PcaLowrankOptions as ft,
  type PhiloxOptions as fu,
  type PixelSource as fv,
  type Placement as fw,
  type PoissonNllLossOptions as fx,
  type PostAccumulateGradHook as fy,
  type PrintOptions as fz,
  type ProfileEvent as fB,
  type ProfileRow as fC,
  type QuantileOptions as fD,
  type RandomOptions as fE,
  type Reduction as fF,
  type RemovableHandle as fG,
  type RepeatInterleaveOptions as fH,
  type RmsNormOptions as fI,
  type RollOptions as fJ,
  type RoundOptions as fK,
  type RreluOptions as fL,
  type ScanOptions as fM,
  type ScatterOptions as fN,
  type ScatterReduceOptions as fO,
  type ScatterReduction as fP,
  type SearchsortedOptions as fR,
  type ShrinkOptions as fT,
  type Simd as fU,
  type Size1d as fV,
  type Size2d as fW,
  type Size3d as fX,
  type SliceText as fY,
  type SmoothL1LossOptions as fZ,
  type SoftmaxOptions as f_,
  type SoftplusOptions as f$,
  type SortOptions as g0,
  type SvdLowrankOptions as g1,
  type TensorData as g2,
  type TensorJSON as g3,
  type TensorOptions as g4,
  type TensordotDims as g5,
  type ToMethod as dk,
  type ToOptions as g6,
  type TopkOptions as g7,
  type TrapezoidOptions as g8,
  type TriangularSolveOptions as g9,
  type TriangularSolveResult as ga,
  type TripletMarginLossOptions as gb,
  type TripletMarginWithDistanceLossOptions as gc,
  type UniqueConsecutiveOptions as gd,
  type UniqueOptions as ge,
  type UpsampleOptions as gf,
  type VarianceArguments as gg,
  type VarianceOptions as gh,
  type WeightedLossOptions as gi,
  type WindowOptions as gj,
  type WithIndices as gk,
  type as z,
  typeAs as I,
  unbind as cZ,
  unflatten as d8,
  unfold as dd,
  uniform_ as bJ,
  unique as cC,
  uniqueConsecutive as cD,
  unravelIndex as mY,
  unsafeChunk as mZ,
  unsafeSplit as m_,
  unsafeSplitWithSizes as m$,
  unsqueeze as dh,
  upsample as n0,
  useDeterministicAlgorithms as n1,
  varMean as n2,
  variance as c1,
  vdot as bv,
  view as di,
  viewAs as d9,
  vsplit as c_,
  vstack as n3,
  warnOnce as n4,
  where as n5,
  withMasks as n6,
  workerSource as n7,
  xlogy as b1,
  xlogy_ as n8,
  zero_ as N,
  zeros as n9,
  zerosLike as na,
};
