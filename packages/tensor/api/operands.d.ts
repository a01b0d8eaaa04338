type DType = "float32" | "float64" | "int32" | "uint8" | "bool";
type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;
declare function isFloating(dtype: DType): boolean;
declare function promoteTypes(a: DType, b: DType): DType;
interface Numbering {
    readonly numbers: WeakMap<Tensor, bigint>;
    count: number;
}
type Leaves = ReadonlyMap<Numbering, bigint> | "anything";
interface Met {
    readonly oldest: number;
    readonly bits: Uint8Array;
}
interface Behind {
    readonly leaves: Leaves;
    readonly met: Met | null;
}
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
    readonly outputs: readonly (TensorMeta | null)[];
    attributes: unknown;
    edges: readonly Edge[];
    inputs: readonly (InputMeta | null)[];
    saved: ReadonlyMap<string, SavedTensor | null> | null;
    behind: Behind | null;
    constructor(rule: GradientRule, attributes: unknown, edges: readonly Edge[], inputs: readonly (InputMeta | null)[], outputs: readonly (TensorMeta | null)[], saved: ReadonlyMap<string, SavedTensor | null>);
    get name(): string;
    unpack(): Record<string, Tensor | null>;
    retaining(output: number): Tensor | null;
    retain(output: number, tensor: Tensor | null): void;
    release(behind: Behind): void;
}
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
type GradHook = (grad: Tensor) => Tensor | null | undefined | void;
interface RemovableHandle {
    remove(): void;
}
declare function registerHook(input: Tensor, hook: GradHook): RemovableHandle;
declare function retainGrad(input: Tensor): void;
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
type Operand = Tensor | number | boolean;
export {
  Generator as c,
  Scope as j,
  Tensor as T,
  abs as s,
  add as t,
  add_ as u,
  addcdiv_ as v,
  addcmul_ as w,
  arange as x,
  argmax as y,
  argmin as z,
  backward as b,
  bernoulli_ as A,
  clamp as F,
  clamp_ as H,
  clone as I,
  closeScope as J,
  contiguous as K,
  copy_ as L,
  defaultGenerator as M,
  detach as P,
  div as Q,
  div_ as U,
  exp as W,
  expand as X,
  eye as Y,
  fill_ as Z,
  flatten as _,
  full as $,
  fullLike as a0,
  gather as a1,
  grad as g,
  indexSelect as a2,
  isFloating as a3,
  isTensor as i,
  log as a4,
  logSoftmax as a5,
  manualSeed as a6,
  matmul as a7,
  max as a8,
  mean as a9,
  min as aa,
  mul as ab,
  mul_ as ac,
  narrow as ad,
  neg as ae,
  normal_ as af,
  ones as ag,
  onesLike as ah,
  openScope as ai,
  permute as aj,
  pow as ak,
  promoteTypes as al,
  rand as am,
  randint as an,
  randn as ao,
  randperm as ap,
  registerHook as aq,
  relu as ar,
  relu_ as as,
  reshape as at,
  retainGrad as au,
  scatter as av,
  scatterAdd as aw,
  scatterAdd_ as ax,
  scatter_ as ay,
  select as az,
  sigmoid as aA,
  sigmoid_ as aB,
  sign as aC,
  slice as aD,
  softmax as aE,
  sqrt as aF,
  squeeze as aG,
  std as aH,
  sub as aI,
  sub_ as aJ,
  sum as aK,
  t as aL,
  tanh as aM,
  tanh_ as aN,
  tensor as aO,
  to as aP,
  transpose as aQ,
  type BackwardOptions as B,
  type ClampOptions as C,
  type DType as D,
  type Device as a,
  type DivOptions as d,
  type ExtremeResult as E,
  type GradHook as e,
  type GradOptions as G,
  type NestedArray as N,
  type Operand as O,
  type RandomOptions as R,
  type ReduceOptions as f,
  type RemovableHandle as h,
  type ScatterOptions as S,
  type Shape as k,
  type SoftmaxOptions as l,
  type SumOptions as m,
  type TensorData as n,
  type TensorJSON as o,
  type TensorMethods as p,
  type TensorOptions as q,
  type TypedArray as r,
  type VarianceOptions as V,
  uniform_ as aR,
  unsqueeze as aS,
  variance as aT,
  view as aU,
  withGenerator as aV,
  zero_ as aW,
  zeros as aX,
  zerosLike as aY,
};
