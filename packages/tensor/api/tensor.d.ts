type DType = "float32" | "float64" | "int32" | "uint8" | "bool";
type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;
declare function isFloating(dtype: DType): boolean;
declare function promoteTypes(a: DType, b: DType): DType;
declare function canCast(from: DType, to: DType): boolean;
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
    isInference: boolean;
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
    toHost(): void;
    moveToHost(): boolean;
    toDevice(): boolean;
}
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
interface Recomputing {
    add(node: GradNode): void;
    write(tensor: Tensor): void;
    recompute(): void;
}
type Edge = {
    readonly node: GradNode | Tensor;
    readonly output: number;
} | null;
interface InputMeta extends TensorMeta {
    readonly strides: readonly number[];
}
interface OutputMeta extends TensorMeta {
    readonly device: Device;
}
interface GradientContext {
    readonly grad: Tensor | null;
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
    readonly storage: Storage;
    readonly version: number;
}
interface Recorded {
    readonly rule: GradientRule;
    readonly attributes: unknown;
    readonly edges: readonly Edge[];
    readonly inputs: readonly (InputMeta | null)[];
    readonly outputs: readonly (OutputMeta | null)[];
    readonly saved: ReadonlyMap<string, SavedTensor | null>;
}
declare class GradNode implements Omit<Recorded, "saved"> {
    #private;
    readonly id: number;
    readonly rule: GradientRule;
    readonly outputs: readonly (OutputMeta | null)[];
    attributes: unknown;
    edges: readonly Edge[];
    inputs: readonly (InputMeta | null)[];
    saved: ReadonlyMap<string, SavedTensor | null> | null;
    behind: Behind | null;
    readonly recomputing: Recomputing | null;
    constructor({ rule, attributes, edges, inputs, outputs, saved }: Recorded);
    get name(): string;
    unpack(): Record<string, Tensor | null>;
    retaining(output: number): Tensor | null;
    retain(output: number, tensor: Tensor | null): void;
    release(behind: Behind): void;
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
type NestedArray = number | boolean | NestedArray[];
interface TensorMeta {
    readonly shape: Shape;
    readonly dtype: DType;
}
declare global {
    interface BernoulliTensorMethods {
    }
}
interface Tensor extends BernoulliTensorMethods {
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
    functionOutput: {
        readonly name: string;
        readonly refusal: string;
    } | null;
    constructor(storage: Storage, dtype: DType, layout: Layout, base?: Tensor | null);
    get device(): Device;
    get ndim(): number;
    dim(): number;
    numel(): number;
    get length(): number;
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
    isInference(): boolean;
    requiresGrad_(value?: boolean): this;
    get isLeaf(): boolean;
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    become({ storage, dtype, shape, strides, offset }: Tensor): void;
    keep(): this;
    keepAsGradient(leaf: Tensor): void;
    dispose(): void;
}
declare function isTensor(value: unknown): value is Tensor;
export {
  Scope as c,
  Storage as S,
  Tensor as T,
  canCast as f,
  closeScope as g,
  isFloating as i,
  isTensor as h,
  openScope as o,
  promoteTypes as p,
  type DType as D,
  type Device as a,
  type InputMeta as I,
  type Layout as L,
  type NestedArray as N,
  type Shape as d,
  type SizeArguments as j,
  type TensorMeta as b,
  type TypedArray as e,
};
