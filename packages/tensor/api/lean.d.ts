import { T as Tensor, e as isTensor, a as Device, D as DType, c as TypedArray, b as Shape, f as SizeArguments, N as NestedArray } from './tensor.js';
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
type Bound$1 = number | "";
type SliceText = `${Bound$1}:${Bound$1}` | `${Bound$1}:${Bound$1}:${Bound$1}`;
type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];
type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;
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
declare function softmax(input: Tensor, dim: number, options?: SoftmaxOptions): Tensor;
declare function logSoftmax(input: Tensor, dim: number, options?: SoftmaxOptions): Tensor;
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
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare function neg(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function sqrt(input: Tensor): Tensor;
declare function relu(input: Tensor): Tensor;
declare function relu_(input: Tensor): Tensor;
declare const rsqrt: (input: Tensor) => Tensor;
declare const rsqrt_: (input: Tensor) => Tensor;
declare const reciprocal: (input: Tensor) => Tensor;
declare const reciprocal_: (input: Tensor) => Tensor;
declare function square(input: Tensor): Tensor;
declare function hypot(input: Tensor, other: Tensor): Tensor;
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
declare function matmul(input: Tensor, other: Tensor): Tensor;
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
interface VarianceOptions extends ReduceOptions {
    readonly correction?: number;
}
declare function variance(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
declare function std(input: Tensor, dim?: Dims, options?: VarianceOptions): Tensor;
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
declare function where(condition: Tensor, input: Operand, other: Operand): Tensor;
interface AvgPool2dOptions {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly ceilMode?: boolean;
    readonly countIncludePad?: boolean;
    readonly divisorOverride?: number;
}
declare function avgPool2d(input: Tensor, kernelSize: number | Pair, options?: AvgPool2dOptions): Tensor;
interface Conv2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
declare function conv2d(input: Tensor, weight: Tensor, options?: Conv2dOptions): Tensor;
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
declare function normal(mean: number | Tensor, std?: number | Tensor, ...rest: [
    options?: RandomOptions
] | [
    size: Shape,
    options?: RandomOptions
]): Tensor;
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
  ArgumentError as bv,
  AutogradError as bx,
  AutogradFunction as bl,
  BernoulliError as bz,
  DTypeError as bF,
  DeviceError as bG,
  FreedTensorError as bM,
  IndexError as bR,
  LoopScope as bW,
  OutOfMemoryError as c2,
  Profile as c8,
  ScopeError as cg,
  ShapeError as ch,
  abs as R,
  acos as cr,
  acosh as cs,
  add as T,
  add_ as U,
  addcdiv_ as X,
  addcmul_ as Y,
  arange as ct,
  argmax as av,
  argmin as aw,
  argwhere as K,
  asin as cu,
  asinh as cv,
  at as x,
  atan as cw,
  atan2 as aj,
  atanh as cx,
  atleast1d as cy,
  atleast2d as cz,
  atleast3d as cA,
  avgPool2d as cB,
  backward as b,
  bernoulli as al,
  bernoulli_ as am,
  broadcastTensors as cC,
  broadcastTo as aQ,
  cartesianProd as cD,
  cat as cE,
  cauchy_ as an,
  checkArgument as cF,
  checkOptions as cG,
  checkProbability as cH,
  checkSynchronous as cI,
  chunk as aW,
  clamp as Z,
  clamp_ as _,
  clone as h,
  columnStack as cJ,
  compile as cK,
  concat as cL,
  concatenate as cM,
  contiguous as j,
  conv2d as cN,
  copy_ as k,
  cos as cO,
  cos_ as cP,
  cosh as cQ,
  cpu as c,
  crossEntropy as cR,
  cuda as a,
  describe as cS,
  describeAll as cT,
  detach as aS,
  device as cU,
  diag as aT,
  diagEmbed as aU,
  diagonal as aV,
  digamma as cV,
  div as $,
  div_ as a0,
  dropout as cW,
  dstack as cX,
  einsum as cY,
  enableGrad as cZ,
  eq as c_,
  erf as c$,
  erfc as d0,
  erfinv as d1,
  exp as a1,
  exp2 as d2,
  expand as aA,
  expandAs as aR,
  expm1 as d3,
  exponential_ as ao,
  eye as d4,
  fill_ as l,
  flatten as bd,
  flip as aE,
  fliplr as aF,
  flipud as aG,
  formatTensor as d5,
  full as d6,
  fullLike as d7,
  gather as y,
  ge as d8,
  geometric_ as ap,
  getDefaultDevice as d9,
  getNumThreads as da,
  getRngState as db,
  getSimd as dc,
  grad as bm,
  gradcheck as bn,
  gradgradcheck as bo,
  gt as dd,
  hasRelaxedSimd as de,
  hstack as df,
  hypot as ad,
  indexAdd as n,
  indexAdd_ as o,
  indexCopy as p,
  indexCopy_ as q,
  indexFill as s,
  indexFill_ as u,
  indexPut as M,
  indexPut_ as N,
  indexSelect as A,
  initialSeed as dg,
  isAsynchronous as dh,
  isGradEnabled as di,
  isPromise as dj,
  item as i,
  le as dk,
  lgamma as dl,
  log as a2,
  log10 as dm,
  log1p as dn,
  log2 as dp,
  logNormal_ as aq,
  logSoftmax as P,
  logaddexp as a3,
  logaddexp2 as a4,
  lt as dq,
  maskedFill as F,
  maskedFill_ as G,
  maskedScatter as H,
  maskedScatter_ as I,
  maskedSelect as J,
  matmul as ak,
  max as ax,
  maxPool2d as dr,
  mean as az,
  memoryStats as ds,
  meshgrid as dt,
  min as ay,
  moveaxis as a_,
  movedim as a$,
  mul as a6,
  mul_ as a7,
  multinomial as as,
  narrow as b9,
  ne as du,
  neg as a8,
  nllLoss as dv,
  noGrad as dw,
  nonzero as L,
  normal as dx,
  normal_ as at,
  ones as dy,
  onesLike as dz,
  optionsOf as dA,
  pad as dB,
  permute as b0,
  placementOf as dC,
  poisson as dD,
  pow as a9,
  profile as dE,
  rand as dF,
  randint as dG,
  randn as dH,
  random_ as ar,
  randperm as dI,
  ravel as b5,
  read as r,
  reciprocal as dJ,
  reciprocal_ as dK,
  registerHook as d,
  relu as ab,
  relu_ as ac,
  repeat as aI,
  repeatInterleave as aJ,
  resetWarnings as dL,
  reshape as be,
  reshapeAs as b6,
  retainGrad as e,
  roll as aL,
  rot90 as aH,
  rowStack as dM,
  rsqrt as dN,
  rsqrt_ as dO,
  scatter as B,
  scatterAdd as D,
  scatterAdd_ as E,
  scatter_ as C,
  scope as dP,
  seed as dQ,
  select as ba,
  set as O,
  setDefaultDevice as dR,
  setNumThreads as dS,
  setRngState as dT,
  setSimd as dU,
  setWorkerUrl as dV,
  sigmoid as af,
  sigmoid_ as ag,
  sign as S,
  sin as dW,
  sin_ as dX,
  sinh as dY,
  slice as bb,
  softmax as Q,
  split as aX,
  sqrt as aa,
  square as ae,
  squeeze as bf,
  stack as dZ,
  std as aC,
  sub as V,
  sub_ as W,
  sum as aB,
  swapaxes as b1,
  swapdims as b2,
  t as b3,
  take as v,
  takeAlongDim as w,
  tan as d_,
  tanh as ah,
  tanh_ as ai,
  tensor as d$,
  tensorSplit as aY,
  tile as aK,
  to as m,
  toArray as t,
  toJSON as f,
  toTypedArray as g,
  transpose as b4,
  tril as aM,
  trilIndices as e0,
  tril_ as aN,
  triu as aO,
  triuIndices as e1,
  triu_ as aP,
  type AtLeast as bw,
  type AvgPool2dOptions as by,
  type BackwardOptions as bp,
  type ClampOptions as bA,
  type CompileOptions as bB,
  type Compiled as bC,
  type Conv2dOptions as bD,
  type CrossEntropyOptions as bE,
  type DeviceName as bH,
  type Differentiable as bq,
  type DivOptions as bI,
  type DrawOptions as bJ,
  type DropoutOptions as bK,
  type ExplainOptions as bL,
  type ExtremeResult as bj,
  type FunctionClass as br,
  type FunctionContext as bs,
  type GradHook as bN,
  type GradOptions as bt,
  type GradcheckOptions as bu,
  type Index as bO,
  type IndexAddOptions as bP,
  type IndexArray as bQ,
  type IndexPutOptions as bS,
  type IndicesOptions as bT,
  type Kind as bU,
  type Kinds as bV,
  type MaxPool2dOptions as bX,
  type MaxPool2dResult as bY,
  type MemoryStats as bZ,
  type MeshgridOptions as b_,
  type MultinomialOptions as b$,
  type NllLossOptions as c0,
  type NonzeroOptions as c1,
  type PadMode as c3,
  type PadOptions as c4,
  type Pair as c5,
  type Placement as c6,
  type Positional as c7,
  type ProfileEvent as c9,
  type ProfileRow as ca,
  type RandomOptions as cb,
  type ReduceOptions as bi,
  type Reduction as cc,
  type RemovableHandle as cd,
  type RepeatInterleaveOptions as ce,
  type ScatterOptions as cf,
  type Simd as ci,
  type SliceText as cj,
  type SoftmaxOptions as ck,
  type SumOptions as cl,
  type TensorData as cm,
  type TensorJSON as cn,
  type TensorOptions as co,
  type ToMethod as bk,
  type ToOptions as cp,
  type VarianceOptions as cq,
  unbind as aZ,
  unflatten as b7,
  unfold as bc,
  uniform_ as au,
  unsqueeze as bg,
  variance as aD,
  view as bh,
  viewAs as b8,
  vstack as e2,
  warnOnce as e3,
  where as e4,
  workerSource as e5,
  xlogy as a5,
  zero_ as z,
  zeros as e6,
  zerosLike as e7,
};
