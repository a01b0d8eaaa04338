declare function isPromise(value: unknown): value is PromiseLike<unknown>;
declare function isAsynchronous(result: unknown): boolean;
declare function checkSynchronous<Result>(owner: string, what: string, result: Result): Result;
type Edge = {
    readonly node: GradNode | Tensor;
    readonly output: number;
} | null;
interface InputMeta extends TensorMeta {
    readonly strides: readonly number[];
}
interface GradientContext {
    readonly grad: Tensor;
    readonly grads: readonly (Tensor | null)[];
    readonly attributes: unknown;
    readonly inputs: readonly (InputMeta | null)[];
    readonly needs: readonly boolean[];
}
interface GradientRule {
    readonly name: string;
    readonly isUsers?: true;
    backward(context: GradientContext): readonly (Tensor | null)[];
}
interface SavedTensor {
    readonly tensor: Tensor;
    readonly version: number;
}
declare class GradNode {
    #private;
    readonly id: number;
    readonly rule: GradientRule;
    readonly attributes: unknown;
    readonly edges: readonly Edge[];
    readonly inputs: readonly (InputMeta | null)[];
    readonly outputs: readonly (TensorMeta | null)[];
    saved: ReadonlyMap<string, SavedTensor | null> | null;
    constructor(rule: GradientRule, attributes: unknown, edges: readonly Edge[], inputs: readonly (InputMeta | null)[], outputs: readonly (TensorMeta | null)[], saved: ReadonlyMap<string, SavedTensor | null>);
    get name(): string;
    unpack(): Record<string, Tensor | null>;
    retaining(output: number): Tensor | null;
    retain(output: number, tensor: Tensor | null): void;
    release(): void;
}
type DType = "float32" | "float64" | "int32" | "uint8" | "bool";
type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;
declare function isFloating(dtype: DType): boolean;
declare function promoteTypes(a: DType, b: DType): DType;
declare class Scope {
    readonly label: string;
    readonly isSoft: boolean;
    readonly born: Set<Storage>;
    around: Scope | null;
    readonly suspended: Set<Scope>;
    isOpen: boolean;
    room: number;
    constructor(label: string, isSoft?: boolean);
}
declare function openScope(label: string): Scope;
declare function closeScope(scope: Scope): void;
type Device = "cpu" | "reference";
interface Allocator {
    readonly device: Device;
    allocate(byteLength: number): number;
    free(address: number): void;
    locate(address: number): {
        readonly buffer: ArrayBufferLike;
        readonly byteOffset: number;
    };
}
declare class Storage {
    #private;
    readonly allocator: Allocator;
    readonly byteLength: number;
    version: number;
    home: Scope | null;
    isUnscoped: boolean;
    lastUse: number;
    isListed: boolean;
    readonly madeBy: string;
    constructor(allocator: Allocator, byteLength: number, madeBy: string, compute?: (() => void) | null);
    get kept(): boolean;
    set kept(value: boolean);
    keepAsGradientOf(leaf: Storage): void;
    releaseAsGradient(): void;
    get freed(): boolean;
    get promised(): boolean;
    await(compute: (() => void) | null): void;
    materialize(lent?: number | null): void;
    evaporate(): void;
    settle(): void;
    abandon(obituary: string): void;
    get onHost(): boolean;
    get address(): number;
    read(dtype: DType): TypedArray;
    elements(dtype: DType): TypedArray;
    copyAs(name: string, byteLength: number, fill: (address: number) => void): number;
    get copiesState(): readonly [
        mark: number,
        version: number
    ];
    free(): void;
    moveToHost(): boolean;
    toHost(): void;
    toDevice(): boolean;
}
type GradHook = (grad: Tensor) => Tensor | null | undefined | void;
interface RemovableHandle {
    remove(): void;
}
declare function registerHook(input: Tensor, hook: GradHook): RemovableHandle;
declare function retainGrad(input: Tensor): void;
declare function abs(input: Tensor): Tensor;
declare function sign(input: Tensor): Tensor;
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
interface AdamStepAttributes {
    readonly beta1: number;
    readonly beta2: number;
    readonly eps: number;
    readonly weightDecay: number;
    readonly stepSize: number;
    readonly correction2Root: number;
    readonly maximize: boolean;
}
interface SgdStepAttributes {
    readonly lr: number;
    readonly momentum: number;
    readonly dampening: number;
    readonly weightDecay: number;
    readonly nesterov: boolean;
    readonly maximize: boolean;
}
type Shape = readonly number[];
interface Layout {
    readonly shape: Shape;
    readonly strides: readonly number[];
    readonly offset: number;
}
type SizeArguments<Options> = readonly [
    ...sizes: number[]
] | readonly [
    ...sizes: [
        ...number[],
        Options
    ]
] | readonly [
    sizes: Shape,
    options?: Options
];
type Operand = Tensor | number | boolean;
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
declare const functions: {
    backward: typeof backward;
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
type Plain = Omit<Functions, "max" | "min">;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & ExtremeMethods & {
    toString(): string;
};
interface ExtremeMethods {
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(dim: number, options?: ReduceOptions): ExtremeResult;
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(dim: number, options?: ReduceOptions): ExtremeResult;
}
type NestedArray = number | boolean | NestedArray[];
interface TensorMeta {
    readonly shape: Shape;
    readonly dtype: DType;
}
interface Tensor extends TensorMethods {
}
declare class Tensor {
    #private;
    readonly uncloneable: symbol;
    readonly storage: Storage;
    readonly dtype: DType;
    readonly shape: Shape;
    readonly strides: readonly number[];
    readonly offset: number;
    readonly base: Tensor | null;
    functionOutput: string | null;
    constructor(storage: Storage, dtype: DType, layout: Layout, base?: Tensor | null);
    get device(): Device;
    get ndim(): number;
    dim(): number;
    numel(): number;
    size(): Shape;
    size(dim: number): number;
    get data(): Tensor;
    set data(_: never);
    get gradNode(): GradNode | null;
    get gradEdge(): Edge;
    set gradEdge(edge: Edge);
    retainsGradient(): void;
    checkWritable(): void;
    get requiresGrad(): boolean;
    set requiresGrad(value: boolean);
    requiresGrad_(value?: boolean): this;
    get isLeaf(): boolean;
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    keep(): this;
    keepAsGradient(leaf: Tensor): void;
    dispose(): void;
}
declare function isTensor(value: unknown): value is Tensor;
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
type index_BackwardOptions = BackwardOptions;
type index_Differentiable = Differentiable;
type index_FunctionClass = FunctionClass;
type index_FunctionContext = FunctionContext;
type index_GradOptions = GradOptions;
type index_GradcheckOptions = GradcheckOptions;
declare const index_backward: typeof backward;
declare const index_grad: typeof grad;
declare const index_gradcheck: typeof gradcheck;
declare const index_gradgradcheck: typeof gradgradcheck;
declare namespace index {
    export { type index_BackwardOptions as BackwardOptions, type index_Differentiable as Differentiable, AutogradFunction as Function, type index_FunctionClass as FunctionClass, type index_FunctionContext as FunctionContext, type index_GradOptions as GradOptions, type index_GradcheckOptions as GradcheckOptions, index_backward as backward, index_grad as grad, index_gradcheck as gradcheck, index_gradgradcheck as gradgradcheck };
}
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
declare function adamStep_(parameter: Tensor, gradient: Tensor, expAvg: Tensor, expAvgSq: Tensor, options: AdamStepAttributes): Tensor;
declare function sgdStep_(parameter: Tensor, gradient: Tensor, momentumBuffer: Tensor, options: SgdStepAttributes): Tensor;
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
  BernoulliError,
  DTypeError,
  DeviceError,
  FreedTensorError,
  Generator,
  IndexError,
  LoopScope,
  OutOfMemoryError,
  Profile,
  Scope,
  ScopeError,
  ShapeError,
  Tensor,
  abs,
  adamStep_,
  add,
  add_,
  addcdiv_,
  addcmul_,
  arange,
  argmax,
  argmin,
  avgPool2d,
  backward,
  bernoulli_,
  cat,
  checkArgument,
  checkOptions,
  checkProbability,
  checkSynchronous,
  clamp,
  clamp_,
  clone,
  closeScope,
  compile,
  contiguous,
  conv2d,
  copy_,
  crossEntropy,
  defaultGenerator,
  describe,
  describeAll,
  detach,
  div,
  div_,
  dropout,
  einsum,
  enableGrad,
  eq,
  exp,
  expand,
  eye,
  fill_,
  flatten,
  formatTensor,
  full,
  fullLike,
  gather,
  ge,
  getDefaultDevice,
  getNumThreads,
  getSimd,
  grad,
  gt,
  hasRelaxedSimd,
  index as autograd,
  indexSelect,
  isAsynchronous,
  isFloating,
  isGradEnabled,
  isPromise,
  isTensor,
  le,
  log,
  logSoftmax,
  lt,
  manualSeed,
  matmul,
  max,
  maxPool2d,
  mean,
  memoryStats,
  min,
  mul,
  mul_,
  narrow,
  ne,
  neg,
  nllLoss,
  noGrad,
  normal_,
  ones,
  onesLike,
  openScope,
  optionsOf,
  pad,
  permute,
  pow,
  profile,
  promoteTypes,
  rand,
  randint,
  randn,
  randperm,
  registerHook,
  relu,
  relu_,
  resetWarnings,
  reshape,
  retainGrad,
  scatter,
  scatterAdd,
  scatterAdd_,
  scatter_,
  scope,
  select,
  setDefaultDevice,
  setNumThreads,
  setSimd,
  setWorkerUrl,
  sgdStep_,
  sigmoid,
  sigmoid_,
  sign,
  slice,
  softmax,
  sqrt,
  squeeze,
  stack,
  std,
  sub,
  sub_,
  sum,
  t,
  tanh,
  tanh_,
  tensor,
  to,
  transpose,
  type AvgPool2dOptions,
  type BackwardOptions,
  type ClampOptions,
  type CompileOptions,
  type Compiled,
  type Conv2dOptions,
  type CrossEntropyOptions,
  type DType,
  type Device,
  type DivOptions,
  type DropoutOptions,
  type ExtremeResult,
  type GradHook,
  type GradOptions,
  type Kind,
  type Kinds,
  type MaxPool2dOptions,
  type MaxPool2dResult,
  type MemoryStats,
  type NestedArray,
  type NllLossOptions,
  type Operand,
  type PadMode,
  type PadOptions,
  type Pair,
  type Positional,
  type ProfileEvent,
  type ProfileRow,
  type RandomOptions,
  type ReduceOptions,
  type Reduction,
  type RemovableHandle,
  type ScatterOptions,
  type Shape,
  type Simd,
  type SoftmaxOptions,
  type SumOptions,
  type TensorData,
  type TensorJSON,
  type TensorMethods,
  type TensorOptions,
  type TypedArray,
  type VarianceOptions,
  uniform_,
  unsqueeze,
  variance as var,
  view,
  warnOnce,
  where,
  withGenerator,
  workerSource,
  zero_,
  zeros,
  zerosLike,
};
