import { Pair, Conv1dOptions, Conv2dOptions, Conv3dOptions, Tensor, Positional, ConvTranspose1dOptions, ConvTranspose2dOptions, ConvTranspose3dOptions, DType, DeviceName, GeluOptions, Generator as Generator$1, DropoutOptions, Shape, PadMode, EmbeddingOptions, EmbeddingBagMode, EmbeddingBagOptions, MaxPoolResult, Size1d, MaxPool2dOptions, MaxPool1dOptions, Size2d, Size3d, MaxPool3dOptions, AdaptiveSize1d, AdaptiveSize2d, AdaptiveSize3d, AvgPool1dOptions, AvgPool2dOptions, AvgPool3dOptions } from '@bernoulli/tensor';
import { M as Module, P as Parameter, i as isList, s as settle } from './module.js';
type Three = readonly [
    number,
    number,
    number
];
type PaddingOf<Size> = Size | "same" | "valid";
type Padding = PaddingOf<number | Pair>;
interface FunctionalConv1dOptions extends Omit<Conv1dOptions, "bias" | "padding"> {
    readonly padding?: PaddingOf<number | readonly [
        number
    ]>;
}
interface FunctionalConv2dOptions extends Omit<Conv2dOptions, "bias" | "padding"> {
    readonly padding?: Padding;
}
interface FunctionalConv3dOptions extends Omit<Conv3dOptions, "bias" | "padding"> {
    readonly padding?: PaddingOf<number | Three>;
}
type Places$2 = [
    "stride",
    "padding",
    "dilation",
    "groups"
];
type TransposedPlaces = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "dilation"
];
declare function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv1dOptions, Places$2>): Tensor;
declare function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv2dOptions, Places$2>): Tensor;
declare function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv3dOptions, Places$2>): Tensor;
declare function convTranspose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose1dOptions, "bias">, TransposedPlaces>): Tensor;
declare function convTranspose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose2dOptions, "bias">, TransposedPlaces>): Tensor;
declare function convTranspose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose3dOptions, "bias">, TransposedPlaces>): Tensor;
type Setting = number | boolean | string;
type SettingsOf<Settings> = {
    readonly [Name in keyof Settings]?: Settings[Name];
};
declare abstract class Activation extends Module {
    private readonly names;
    protected constructor(owner: string, defaults: Readonly<Record<string, Setting>>, given: readonly unknown[]);
    extraRepr(): string;
}
type InPlaceSettings = SettingsOf<{
    inplace: boolean;
}>;
type ReLUOptions = InPlaceSettings;
type LeakyReLUOptions = SettingsOf<{
    negativeSlope: number;
    inplace: boolean;
}>;
type RReLUOptions = SettingsOf<{
    lower: number;
    upper: number;
    inplace: boolean;
}>;
interface PReLUOptions {
    readonly numParameters?: number;
    readonly init?: number;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
declare class ReLU extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<ReLUOptions, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class ReLU6 extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class LeakyReLU extends Activation {
    static readonly name: string;
    negativeSlope: number;
    inplace: boolean;
    constructor(...rest: Positional<LeakyReLUOptions, [
        "negativeSlope",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class RReLU extends Activation {
    static readonly name: string;
    lower: number;
    upper: number;
    inplace: boolean;
    constructor(...rest: Positional<RReLUOptions, [
        "lower",
        "upper",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Threshold extends Activation {
    static readonly name: string;
    threshold: number;
    value: number;
    inplace: boolean;
    constructor(threshold: number, value: number, ...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class PReLU extends Module {
    static readonly name: string;
    readonly numParameters: number;
    weight: Parameter;
    constructor(...rest: Positional<PReLUOptions, [
        "numParameters",
        "init"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class GELU extends Activation {
    static readonly name: string;
    approximate: NonNullable<GeluOptions["approximate"]>;
    constructor(...rest: Positional<GeluOptions, [
        "approximate"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class SiLU extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Mish extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class GLU extends Module {
    static readonly name: string;
    readonly dim: number;
    constructor(dim?: number);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
interface ParameterizedOptions {
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator$1;
}
type LinearOptions = ParameterizedOptions;
declare class Linear extends Module {
    static readonly name: string;
    readonly inFeatures: number;
    readonly outFeatures: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(inFeatures: number, outFeatures: number, ...rest: Positional<LinearOptions, [
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
    extraRepr(): string;
}
declare class ModuleList<Element extends Module = Module> extends Module {
    static readonly name: string;
    [index: number]: Element;
    constructor(modules?: Iterable<Element>);
    get length(): number;
    [Symbol.iterator](): Generator<Element>;
    get [isList](): boolean;
    [settle](): void;
    at(index: number): Element;
    append(module: Element): this;
    extend(modules: Iterable<Element>): this;
    insert(index: number, module: Element): this;
    pop(index?: number): Element;
    slice(start?: number, end?: number): ModuleList<Element>;
    forward(): never;
}
interface DropoutFacts {
    readonly decides: ("element" | "channel" | "sample" | "batch" | "sequence" | "block" | "square") | ("weight" | "word" | "token" | "layer" | "edge" | "node" | "own shape");
    readonly distribution: "bernoulli" | "normal" | "uniform" | "concrete" | "subset";
    readonly dropped: "zero" | "saturation" | "previous" | "target" | "unknown" | "absent" | null;
    readonly scale: ((p: number) => number) | null;
    readonly keeps: readonly ("mean" | "variance")[];
    readonly variance: ((p: number) => number) | null;
    readonly evaluation: "identity" | "mean" | "thinned";
    readonly backward: "the same draws" | "other draws";
    readonly place: "net" | "input";
}
interface DropoutLayerOptions {
    readonly p?: number;
    readonly inplace?: boolean;
    readonly generator?: Generator$1;
}
type DropoutLayerArguments = Positional<DropoutLayerOptions, [
    "p",
    "inplace"
]>;
declare abstract class DropoutBase extends Module {
    p: number;
    readonly inplace: boolean;
    readonly generator: Generator$1 | null;
    constructor(owner: string, given: DropoutLayerArguments);
    protected get options(): DropoutOptions;
    abstract forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Dropout extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class Dropout1d extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class Dropout2d extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class Dropout3d extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class AlphaDropout extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class FeatureAlphaDropout extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
interface MadeOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface LayerNormLayerOptions extends MadeOptions {
    readonly eps?: number;
    readonly elementwiseAffine?: boolean;
    readonly bias?: boolean;
}
interface RMSNormOptions extends MadeOptions {
    readonly eps?: number | null;
    readonly elementwiseAffine?: boolean;
}
interface GroupNormOptions extends MadeOptions {
    readonly eps?: number;
    readonly affine?: boolean;
    readonly bias?: boolean;
}
interface LocalResponseNormLayerOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
declare class LayerNorm extends Module {
    static readonly name: string;
    readonly normalizedShape: Shape;
    eps: number;
    readonly elementwiseAffine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(normalizedShape: number | Shape, ...rest: Positional<LayerNormLayerOptions, [
        "eps",
        "elementwiseAffine",
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class RMSNorm extends Module {
    static readonly name: string;
    readonly normalizedShape: Shape;
    eps: number | null;
    readonly elementwiseAffine: boolean;
    weight: Parameter | null;
    constructor(normalizedShape: number | Shape, ...rest: Positional<RMSNormOptions, [
        "eps",
        "elementwiseAffine"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class GroupNorm extends Module {
    static readonly name: string;
    readonly numGroups: number;
    readonly numChannels: number;
    eps: number;
    readonly affine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(numGroups: number, numChannels: number, ...rest: Positional<GroupNormOptions, [
        "eps",
        "affine"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class LocalResponseNorm extends Module {
    static readonly name: string;
    readonly size: number;
    alpha: number;
    beta: number;
    k: number;
    constructor(size: number, ...rest: Positional<LocalResponseNormLayerOptions, [
        "alpha",
        "beta",
        "k"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
type InputsOf<Layers extends readonly Module[]> = Layers extends readonly [
    infer First extends Module,
    ...unknown[]
] ? Parameters<First["forward"]> : any[];
type OutputOf<Layers extends readonly Module[]> = Layers extends readonly [
    ...unknown[],
    infer Last extends Module
] ? ReturnType<Last["forward"]> : any;
type Chained<Layers extends readonly Module[]> = Layers extends readonly [
    infer First extends Module,
    infer Second extends Module,
    ...infer Rest extends Module[]
] ? [
    ReturnType<First["forward"]>
] extends Parameters<Second["forward"]> ? [
    First,
    ...Chained<[
        Second,
        ...Rest
    ]>
] : [
    First,
    "this layer does not take what the layer before it gives",
    ...Rest
] : Layers;
declare class Sequential<const Layers extends readonly Module[] = readonly Module[]> extends Module {
    static readonly name: string;
    readonly [index: number]: Module;
    constructor(layers: Readonly<Record<string, Module>>);
    constructor(...layers: Layers & Chained<Layers>);
    get length(): number;
    [Symbol.iterator](): Generator<Module>;
    at(index: number): Module;
    slice(start?: number, end?: number): Sequential;
    append(layer: Module): this;
    extend(layers: Iterable<Module>): this;
    insert(index: number, layer: Module): this;
    forward(...inputs: InputsOf<Layers>): OutputOf<Layers>;
}
type PaddingMode = "zeros" | Exclude<PadMode, "constant">;
interface GivenConvolution extends ParameterizedOptions {
    readonly stride?: number | readonly number[];
    readonly padding?: PaddingOf<number | readonly number[]>;
    readonly outputPadding?: number | readonly number[];
    readonly dilation?: number | readonly number[];
    readonly groups?: number;
    readonly paddingMode?: PaddingMode;
}
interface Plan {
    readonly owner: string;
    readonly rank: 1 | 2 | 3;
    readonly isTransposed: boolean;
    readonly inChannels: number;
    readonly outChannels: number;
    readonly kernelSize: number | readonly number[];
    readonly options: GivenConvolution;
}
declare abstract class Convolution<Size extends readonly number[]> extends Module {
    readonly inChannels: number;
    readonly outChannels: number;
    readonly kernelSize: Size;
    readonly stride: Size;
    readonly padding: PaddingOf<Size>;
    readonly outputPadding: Size;
    readonly dilation: Size;
    readonly groups: number;
    readonly paddingMode: PaddingMode;
    weight: Parameter;
    bias: Parameter | null;
    constructor({ owner, rank, isTransposed, inChannels, outChannels, kernelSize, options }: Plan);
    extraRepr(): string;
}
interface Shared extends ParameterizedOptions {
    readonly groups?: number;
    readonly paddingMode?: PaddingMode;
}
interface Conv1dLayerOptions extends Shared {
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: PaddingOf<number | readonly [
        number
    ]>;
    readonly dilation?: number | readonly [
        number
    ];
}
interface Conv2dLayerOptions extends Shared {
    readonly stride?: number | Pair;
    readonly padding?: Padding;
    readonly dilation?: number | Pair;
}
interface Conv3dLayerOptions extends Shared {
    readonly stride?: number | Three;
    readonly padding?: PaddingOf<number | Three>;
    readonly dilation?: number | Three;
}
type Places$1 = [
    "stride",
    "padding",
    "dilation",
    "groups",
    "bias",
    "paddingMode"
];
declare class Conv1d extends Convolution<readonly [
    number
]> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number
    ], ...rest: Positional<Conv1dLayerOptions, Places$1>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
declare class Conv2d extends Convolution<Pair> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Pair, ...rest: Positional<Conv2dLayerOptions, Places$1>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
declare class Conv3d extends Convolution<Three> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Three, ...rest: Positional<Conv3dLayerOptions, Places$1>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
type TableOptions = Omit<ParameterizedOptions, "bias">;
interface EmbeddingLayerOptions extends EmbeddingOptions, TableOptions {
}
interface EmbeddingBagLayerOptions extends Omit<EmbeddingBagOptions, "offsets" | "perSampleWeights">, TableOptions {
}
type FromPretrainedOptions<Options> = Omit<Options, keyof TableOptions> & {
    readonly freeze?: boolean;
};
declare const embeddingPlaces: readonly [
    "paddingIdx",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "sparse"
];
declare const bagPlaces: readonly [
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "mode",
    "sparse"
];
declare const given: unique symbol;
interface Given {
    readonly [given]?: Parameter;
}
declare abstract class Table extends Module {
    readonly numEmbeddings: number;
    readonly embeddingDim: number;
    readonly paddingIdx: number | null;
    readonly maxNorm: number | null;
    readonly normType: number;
    readonly scaleGradByFreq: boolean;
    readonly sparse: boolean;
    weight: Parameter;
    constructor(owner: string, numEmbeddings: number, embeddingDim: number, { paddingIdx, maxNorm, normType, scaleGradByFreq, sparse, generator, [given]: table, ...options }: EmbeddingLayerOptions & Given);
    resetParameters(options?: Pick<TableOptions, "generator">): void;
}
declare class Embedding extends Table {
    static readonly name: string;
    constructor(numEmbeddings: number, embeddingDim: number, ...rest: Positional<EmbeddingLayerOptions, typeof embeddingPlaces>);
    static fromPretrained(embeddings: Tensor, ...rest: Positional<FromPretrainedOptions<EmbeddingLayerOptions>, [
        "freeze",
        "paddingIdx",
        "maxNorm",
        "normType",
        "scaleGradByFreq",
        "sparse"
    ]>): Embedding;
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class EmbeddingBag extends Table {
    static readonly name: string;
    readonly mode: EmbeddingBagMode;
    readonly includeLastOffset: boolean;
    constructor(numEmbeddings: number, embeddingDim: number, ...rest: Positional<EmbeddingBagLayerOptions, typeof bagPlaces>);
    static fromPretrained(embeddings: Tensor, ...rest: Positional<FromPretrainedOptions<EmbeddingBagLayerOptions>, [
        "freeze",
        "maxNorm",
        "normType",
        "scaleGradByFreq",
        "mode",
        "sparse",
        "includeLastOffset",
        "paddingIdx"
    ]>): EmbeddingBag;
    forward(input: Tensor, offsets?: Tensor | null, perSampleWeights?: Tensor | null): Tensor;
    extraRepr(): string;
}
interface RunningNormOptions {
    readonly eps?: number;
    readonly momentum?: number | null;
    readonly affine?: boolean;
    readonly trackRunningStats?: boolean;
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
type RunningNormRest = Positional<RunningNormOptions, [
    "eps",
    "momentum",
    "affine",
    "trackRunningStats"
]>;
declare abstract class RunningNorm extends Module {
    readonly numFeatures: number;
    eps: number;
    momentum: number | null;
    readonly affine: boolean;
    readonly trackRunningStats: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    runningMean: Tensor | null;
    runningVar: Tensor | null;
    numBatchesTracked: Tensor | null;
    constructor(owner: string, numFeatures: number, rest: readonly unknown[], defaults: {
        readonly affine: boolean;
        readonly trackRunningStats: boolean;
    });
    resetRunningStats(): void;
    extraRepr(): string;
}
declare abstract class BatchNorm extends RunningNorm {
    protected abstract checkInput(input: Tensor): void;
    constructor(owner: string, numFeatures: number, rest: readonly unknown[]);
    forward(input: Tensor): Tensor;
    protected countBatch({ dtype }: Tensor): number | Tensor;
}
declare class BatchNorm1d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
declare class BatchNorm2d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
declare class BatchNorm3d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
interface ProcessGroup {
    readonly worldSize: number;
    sum(input: Tensor): Tensor;
}
declare class SyncBatchNorm extends BatchNorm {
    static readonly name: string;
    processGroup: ProcessGroup | null;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    forward(input: Tensor): Tensor;
    private forwardOverAll;
    private keep;
    protected checkInput(input: Tensor): void;
    static convertSyncBatchnorm<Converted extends Module>(module: Converted, processGroup?: ProcessGroup | null): Converted;
}
type Dims = 1 | 2 | 3;
type Size = number | readonly number[];
type Pooled<Indices extends boolean> = Indices extends true ? MaxPoolResult : Tensor;
type WithReturn<Options, Indices extends boolean> = Options & {
    readonly returnIndices?: Indices;
};
type MaxPoolArguments<Options, Given, Indices extends boolean> = readonly [
    options?: WithReturn<Options, Indices>
] | readonly [
    stride: Given | null,
    options?: WithReturn<Omit<Options, "stride">, Indices>
] | readonly [
    stride: Given | null,
    padding: Given | null,
    options?: WithReturn<Omit<Options, "stride" | "padding">, Indices>
] | readonly [
    stride: Given | null,
    padding: Given | null,
    dilation: Given | null,
    options?: WithReturn<Omit<Options, "stride" | "padding" | "dilation">, Indices>
] | readonly [
    stride: Given | null,
    padding: Given | null,
    dilation: Given | null,
    returnIndices: Indices,
    options?: Pick<MaxPool2dOptions, "ceilMode"> | boolean
];
declare abstract class MaxPool<Given extends Size, Indices extends boolean> extends Module {
    readonly kernelSize: Given;
    readonly stride: Given;
    readonly padding: Given;
    readonly dilation: Given;
    readonly returnIndices: boolean;
    readonly ceilMode: boolean;
    private readonly dims;
    constructor(owner: string, dims: Dims, kernelSize: Given, rest: readonly unknown[]);
    forward(input: Tensor): Pooled<Indices>;
    extraRepr(): string;
}
declare class MaxPool1d<Indices extends boolean = false> extends MaxPool<Size1d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size1d, ...rest: MaxPoolArguments<MaxPool1dOptions, Size1d, Indices>);
}
declare class MaxPool2d<Indices extends boolean = false> extends MaxPool<Size2d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size2d, ...rest: MaxPoolArguments<MaxPool2dOptions, Size2d, Indices>);
}
declare class MaxPool3d<Indices extends boolean = false> extends MaxPool<Size3d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size3d, ...rest: MaxPoolArguments<MaxPool3dOptions, Size3d, Indices>);
}
type AdaptiveSize = AdaptiveSize1d | AdaptiveSize2d | AdaptiveSize3d;
declare abstract class AdaptivePool<Given extends AdaptiveSize> extends Module {
    readonly outputSize: Given;
    constructor(owner: string, outputSize: Given);
    extraRepr(): string;
}
type IndicesPlace<Indices extends boolean> = readonly [
    options?: {
        readonly returnIndices?: Indices;
    }
] | readonly [
    returnIndices: Indices
];
declare abstract class AdaptiveMaxPool<Given extends AdaptiveSize, Indices extends boolean> extends AdaptivePool<Given> {
    readonly returnIndices: boolean;
    private readonly pool;
    constructor(owner: string, outputSize: Given, rest: readonly unknown[], pool: (input: Tensor, size: Given, options: {
        readonly returnIndices: boolean;
    }) => Tensor | MaxPoolResult);
    forward(input: Tensor): Pooled<Indices>;
}
declare class AdaptiveAvgPool1d extends AdaptivePool<AdaptiveSize1d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize1d);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveAvgPool2d extends AdaptivePool<AdaptiveSize2d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize2d);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveAvgPool3d extends AdaptivePool<AdaptiveSize3d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize3d);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveMaxPool1d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize1d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize1d, ...rest: IndicesPlace<Indices>);
}
declare class AdaptiveMaxPool2d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize2d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize2d, ...rest: IndicesPlace<Indices>);
}
declare class AdaptiveMaxPool3d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize3d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize3d, ...rest: IndicesPlace<Indices>);
}
type Places1d = [
    "stride",
    "padding",
    "ceilMode",
    "countIncludePad"
];
type Places = [
    ...Places1d,
    "divisorOverride"
];
declare abstract class AvgPool<Given extends Size> extends Module {
    readonly kernelSize: Given;
    readonly stride: Given;
    readonly padding: Given;
    readonly ceilMode: boolean;
    readonly countIncludePad: boolean;
    readonly divisorOverride: number | null;
    private readonly dims;
    constructor(owner: string, dims: Dims, kernelSize: Given, rest: readonly unknown[]);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class AvgPool1d extends AvgPool<Size1d> {
    static readonly name: string;
    constructor(kernelSize: Size1d, ...rest: Positional<AvgPool1dOptions, Places1d>);
}
declare class AvgPool2d extends AvgPool<Size2d> {
    static readonly name: string;
    constructor(kernelSize: Size2d, ...rest: Positional<AvgPool2dOptions, Places>);
}
declare class AvgPool3d extends AvgPool<Size3d> {
    static readonly name: string;
    constructor(kernelSize: Size3d, ...rest: Positional<AvgPool3dOptions, Places>);
}
export {
  Activation as A,
  AdaptiveAvgPool1d as G,
  AdaptiveAvgPool2d as H,
  AdaptiveAvgPool3d as J,
  AdaptiveMaxPool1d as K,
  AdaptiveMaxPool2d as N,
  AdaptiveMaxPool3d as O,
  AlphaDropout as Q,
  AvgPool1d as U,
  AvgPool2d as V,
  AvgPool3d as W,
  BatchNorm as E,
  BatchNorm1d as B,
  BatchNorm2d as v,
  BatchNorm3d as w,
  Conv1d as l,
  Conv2d as n,
  Conv3d as p,
  Convolution as C,
  Dropout as D,
  Dropout1d as X,
  Dropout2d as Y,
  Dropout3d as Z,
  Embedding as a0,
  EmbeddingBag as a1,
  FeatureAlphaDropout as a4,
  GELU as a6,
  GLU as a7,
  GroupNorm as a8,
  LayerNorm as j,
  LeakyReLU as ab,
  Linear as L,
  LocalResponseNorm as ad,
  MaxPool1d as af,
  MaxPool2d as ag,
  MaxPool3d as ah,
  Mish as ai,
  ModuleList as M,
  PReLU as aj,
  RMSNorm as an,
  RReLU as ap,
  ReLU as ar,
  ReLU6 as as,
  RunningNorm as R,
  Sequential as s,
  SiLU as au,
  SyncBatchNorm as av,
  Threshold as aw,
  conv1d as d,
  conv2d as e,
  conv3d as f,
  convTranspose1d as g,
  convTranspose2d as h,
  convTranspose3d as i,
  type Conv1dLayerOptions as m,
  type Conv2dLayerOptions as o,
  type Conv3dLayerOptions as q,
  type Dims as z,
  type DropoutFacts as _,
  type DropoutLayerOptions as $,
  type EmbeddingBagLayerOptions as a2,
  type EmbeddingLayerOptions as a3,
  type FromPretrainedOptions as a5,
  type FunctionalConv1dOptions as F,
  type FunctionalConv2dOptions as a,
  type FunctionalConv3dOptions as b,
  type GroupNormOptions as a9,
  type InPlaceSettings as I,
  type LayerNormLayerOptions as aa,
  type LeakyReLUOptions as ac,
  type LinearOptions as r,
  type LocalResponseNormLayerOptions as ae,
  type PReLUOptions as ak,
  type Padding as P,
  type PaddingMode as al,
  type PaddingOf as c,
  type ParameterizedOptions as k,
  type Pooled as x,
  type ProcessGroup as am,
  type RMSNormOptions as ao,
  type RReLUOptions as aq,
  type ReLUOptions as at,
  type RunningNormOptions as u,
  type RunningNormRest as t,
  type SettingsOf as S,
  type Size as y,
  type Three as T,
};
