import { T as Tensor, e as isTensor, a as Device, D as DType, c as TypedArray, b as Shape, f as SizeArguments, O as Operand, N as NestedArray } from './operands.js';
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
type Bound$1 = number | "";
type SliceText = `${Bound$1}:${Bound$1}` | `${Bound$1}:${Bound$1}:${Bound$1}`;
type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];
type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;
declare function oneHot(tensor: Tensor, numClasses?: number): Tensor;
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
declare function exp(input: Tensor): Tensor;
declare function log(input: Tensor): Tensor;
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare function neg(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function sqrt(input: Tensor): Tensor;
declare function relu(input: Tensor): Tensor;
declare function relu_(input: Tensor): Tensor;
declare function tanh(input: Tensor): Tensor;
declare function tanh_(input: Tensor): Tensor;
declare function sigmoid(input: Tensor): Tensor;
declare function sigmoid_(input: Tensor): Tensor;
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
declare function bernoulli_(input: Tensor, p?: number, options?: DrawOptions): Tensor;
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
declare function randLike(input: Tensor, options?: RandomOptions): Tensor;
declare function randnLike(input: Tensor, options?: RandomOptions): Tensor;
declare function randintLike(input: Tensor, high: number, options?: RandomOptions): Tensor;
declare function randintLike(input: Tensor, low: number, high: number, options?: RandomOptions): Tensor;
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
  ArgumentError as by,
  AutogradError as bA,
  AutogradFunction as bo,
  BernoulliError as bC,
  DTypeError as bI,
  DeviceError as bJ,
  FreedTensorError as bO,
  Generator as bP,
  IndexError as bU,
  LoopScope as b_,
  OutOfMemoryError as c5,
  Profile as cb,
  ScopeError as cj,
  ShapeError as ck,
  abs as a2,
  add as a4,
  add_ as a5,
  addcdiv_ as a8,
  addcmul_ as a9,
  arange as cu,
  argmax as av,
  argmin as aw,
  argwhere as X,
  asTensor as cv,
  at as L,
  atleast1d as cw,
  atleast2d as cx,
  atleast3d as cy,
  avgPool2d as cz,
  backward as b,
  bernoulli_ as as,
  bool as j,
  broadcastTensors as cA,
  broadcastTo as aQ,
  byte as k,
  cartesianProd as cB,
  cat as cC,
  checkArgument as cD,
  checkOptions as cE,
  checkProbability as cF,
  checkSynchronous as cG,
  chunk as aW,
  clamp as aa,
  clamp_ as ab,
  clone as q,
  columnStack as cH,
  compile as cI,
  concat as cJ,
  concatenate as cK,
  contiguous as s,
  conv2d as cL,
  copy_ as u,
  cpu as c,
  crossEntropy as cM,
  cuda as a,
  defaultGenerator as cN,
  describe as cO,
  describeAll as cP,
  detach as aS,
  device as cQ,
  diag as aT,
  diagEmbed as aU,
  diagonal as aV,
  div as ac,
  div_ as ad,
  double as l,
  dropout as cR,
  dsplit as aX,
  dstack as cS,
  einsum as cT,
  empty as cU,
  emptyLike as cV,
  enableGrad as cW,
  eq as cX,
  exp as ae,
  expand as aA,
  expandAs as aR,
  eye as cY,
  fill_ as v,
  flatten as bg,
  flip as aE,
  fliplr as aF,
  flipud as aG,
  float as m,
  formatTensor as cZ,
  full as c_,
  fullLike as c$,
  gather as M,
  ge as d0,
  getDefaultDevice as d1,
  getNumThreads as d2,
  getSimd as d3,
  grad as bp,
  gradcheck as bq,
  gradgradcheck as br,
  gt as d4,
  half as h,
  hasRelaxedSimd as d5,
  hsplit as aY,
  hstack as d6,
  indexAdd as D,
  indexAdd_ as E,
  indexCopy as F,
  indexCopy_ as G,
  indexFill as H,
  indexFill_ as I,
  indexPut as Z,
  indexPut_ as _,
  indexSelect as N,
  int as n,
  isAsynchronous as d7,
  isGradEnabled as d8,
  isPromise as d9,
  item as i,
  le as da,
  linspace as db,
  log as af,
  logSoftmax as a0,
  logspace as dc,
  long as o,
  lt as dd,
  manualSeed as de,
  maskedFill as S,
  maskedFill_ as T,
  maskedScatter as U,
  maskedScatter_ as V,
  maskedSelect as W,
  matmul as ar,
  max as ax,
  maxPool2d as df,
  mean as az,
  memoryStats as dg,
  meshgrid as dh,
  min as ay,
  moveaxis as b1,
  movedim as b2,
  mul as ag,
  mul_ as ah,
  narrow as bc,
  ne as di,
  neg as ai,
  newEmpty as w,
  newFull as x,
  newOnes as y,
  newTensor as A,
  newZeros as B,
  nllLoss as dj,
  noGrad as dk,
  nonzero as Y,
  normal_ as at,
  oneHot as dl,
  ones as dm,
  onesLike as dn,
  optionsOf as dp,
  pad as dq,
  permute as b3,
  placementOf as dr,
  pow as aj,
  profile as ds,
  rand as dt,
  randLike as du,
  randint as dv,
  randintLike as dw,
  randn as dx,
  randnLike as dy,
  randperm as dz,
  ravel as b8,
  read as r,
  registerHook as d,
  relu as al,
  relu_ as am,
  repeat as aI,
  repeatInterleave as aJ,
  resetWarnings as dA,
  reshape as bh,
  reshapeAs as b9,
  retainGrad as e,
  roll as aL,
  rot90 as aH,
  rowStack as dB,
  scatter as O,
  scatterAdd as Q,
  scatterAdd_ as R,
  scatter_ as P,
  scope as dC,
  select as bd,
  set as $,
  setDefaultDevice as dD,
  setNumThreads as dE,
  setSimd as dF,
  setWorkerUrl as dG,
  sigmoid as an,
  sigmoid_ as ao,
  sign as a3,
  slice as be,
  softmax as a1,
  split as aZ,
  sqrt as ak,
  squeeze as bi,
  stack as dH,
  std as aC,
  sub as a6,
  sub_ as a7,
  sum as aB,
  swapaxes as b4,
  swapdims as b5,
  t as b6,
  take as J,
  takeAlongDim as K,
  tanh as ap,
  tanh_ as aq,
  tensor as dI,
  tensorSplit as a_,
  tile as aK,
  to as C,
  toArray as t,
  toJSON as f,
  toTypedArray as g,
  transpose as b7,
  tril as aM,
  trilIndices as dJ,
  tril_ as aN,
  triu as aO,
  triuIndices as dK,
  triu_ as aP,
  type AtLeast as bz,
  type AvgPool2dOptions as bB,
  type BackwardOptions as bs,
  type ClampOptions as bD,
  type CompileOptions as bE,
  type Compiled as bF,
  type Conv2dOptions as bG,
  type CrossEntropyOptions as bH,
  type DeviceName as bK,
  type Differentiable as bt,
  type DivOptions as bL,
  type DropoutOptions as bM,
  type ExplainOptions as bN,
  type ExtremeResult as bm,
  type FunctionClass as bu,
  type FunctionContext as bv,
  type GradHook as bQ,
  type GradOptions as bw,
  type GradcheckOptions as bx,
  type Index as bR,
  type IndexAddOptions as bS,
  type IndexArray as bT,
  type IndexPutOptions as bV,
  type IndicesOptions as bW,
  type Kind as bX,
  type Kinds as bY,
  type LogspaceOptions as bZ,
  type MaxPool2dOptions as b$,
  type MaxPool2dResult as c0,
  type MemoryStats as c1,
  type MeshgridOptions as c2,
  type NllLossOptions as c3,
  type NonzeroOptions as c4,
  type PadMode as c6,
  type PadOptions as c7,
  type Pair as c8,
  type Placement as c9,
  type Positional as ca,
  type ProfileEvent as cc,
  type ProfileRow as cd,
  type RandomOptions as ce,
  type ReduceOptions as bl,
  type Reduction as cf,
  type RemovableHandle as cg,
  type RepeatInterleaveOptions as ch,
  type ScatterOptions as ci,
  type Simd as cl,
  type SliceText as cm,
  type SoftmaxOptions as cn,
  type SumOptions as co,
  type TensorData as cp,
  type TensorJSON as cq,
  type TensorOptions as cr,
  type ToMethod as bn,
  type ToOptions as cs,
  type VarianceOptions as ct,
  typeAs as p,
  unbind as a$,
  unflatten as ba,
  unfold as bf,
  uniform_ as au,
  unsqueeze as bj,
  variance as aD,
  view as bk,
  viewAs as bb,
  vsplit as b0,
  vstack as dL,
  warnOnce as dM,
  where as dN,
  withGenerator as dO,
  workerSource as dP,
  zero_ as z,
  zeros as dQ,
  zerosLike as dR,
};
