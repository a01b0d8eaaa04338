import { Pair, Conv2dOptions, Tensor, Positional, AvgPool2dOptions, MaxPool2dOptions, MaxPool2dResult, bilinear, celu, cosineSimilarity, crossEntropy, dropout, elu, elu_, gelu, glu, hardshrink, hardsigmoid, hardswish, hardtanh, leakyRelu, leakyRelu_, logSoftmax, logsigmoid, mish, nllLoss, normalize, oneHot, pad, pairwiseDistance, pdist, prelu, relu, relu6, relu_, rrelu, selu, sigmoid, silu, softmax, softplus, softshrink, softsign, tanh, tanhshrink, threshold, DeviceName, DType, BernoulliError, RemovableHandle, Generator as Generator$1, Reduction, NllLossOptions, CrossEntropyOptions, Shape } from '@bernoulli/tensor';
type Padding = number | Pair | "same" | "valid";
interface FunctionalConv2dOptions extends Omit<Conv2dOptions, "bias" | "padding"> {
    readonly padding?: Padding;
}
declare function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv2dOptions, [
    "stride",
    "padding",
    "dilation",
    "groups"
]>): Tensor;
declare function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
declare function maxPool2d(input: Tensor, kernelSize: number | Pair, options: MaxPool2dOptions & WithIndices): MaxPool2dResult;
declare function maxPool2d(input: Tensor, kernelSize: number | Pair, stride: number | Pair, options: Omit<MaxPool2dOptions, "stride"> & WithIndices): MaxPool2dResult;
declare function maxPool2d(input: Tensor, kernelSize: number | Pair, ...rest: Positional<MaxPool2dOptions, [
    "stride",
    "padding"
]>): Tensor;
interface WithIndices {
    readonly returnIndices: true;
}
declare function avgPool2d(input: Tensor, kernelSize: number | Pair, ...rest: Positional<AvgPool2dOptions, [
    "stride",
    "padding"
]>): Tensor;
type index_FunctionalConv2dOptions = FunctionalConv2dOptions;
type index_Padding = Padding;
declare const index_avgPool2d: typeof avgPool2d;
declare const index_bilinear: typeof bilinear;
declare const index_celu: typeof celu;
declare const index_conv2d: typeof conv2d;
declare const index_cosineSimilarity: typeof cosineSimilarity;
declare const index_crossEntropy: typeof crossEntropy;
declare const index_dropout: typeof dropout;
declare const index_elu: typeof elu;
declare const index_elu_: typeof elu_;
declare const index_gelu: typeof gelu;
declare const index_glu: typeof glu;
declare const index_hardshrink: typeof hardshrink;
declare const index_hardsigmoid: typeof hardsigmoid;
declare const index_hardswish: typeof hardswish;
declare const index_hardtanh: typeof hardtanh;
declare const index_leakyRelu: typeof leakyRelu;
declare const index_leakyRelu_: typeof leakyRelu_;
declare const index_linear: typeof linear;
declare const index_logSoftmax: typeof logSoftmax;
declare const index_logsigmoid: typeof logsigmoid;
declare const index_maxPool2d: typeof maxPool2d;
declare const index_mish: typeof mish;
declare const index_nllLoss: typeof nllLoss;
declare const index_normalize: typeof normalize;
declare const index_oneHot: typeof oneHot;
declare const index_pad: typeof pad;
declare const index_pairwiseDistance: typeof pairwiseDistance;
declare const index_pdist: typeof pdist;
declare const index_prelu: typeof prelu;
declare const index_relu: typeof relu;
declare const index_relu6: typeof relu6;
declare const index_relu_: typeof relu_;
declare const index_rrelu: typeof rrelu;
declare const index_selu: typeof selu;
declare const index_sigmoid: typeof sigmoid;
declare const index_silu: typeof silu;
declare const index_softmax: typeof softmax;
declare const index_softplus: typeof softplus;
declare const index_softshrink: typeof softshrink;
declare const index_softsign: typeof softsign;
declare const index_tanh: typeof tanh;
declare const index_tanhshrink: typeof tanhshrink;
declare const index_threshold: typeof threshold;
declare namespace index {
    export { type index_FunctionalConv2dOptions as FunctionalConv2dOptions, type index_Padding as Padding, index_avgPool2d as avgPool2d, index_bilinear as bilinear, index_celu as celu, index_conv2d as conv2d, index_cosineSimilarity as cosineSimilarity, index_crossEntropy as crossEntropy, index_dropout as dropout, index_elu as elu, index_elu_ as elu_, index_gelu as gelu, index_glu as glu, index_hardshrink as hardshrink, index_hardsigmoid as hardsigmoid, index_hardswish as hardswish, index_hardtanh as hardtanh, index_leakyRelu as leakyRelu, index_leakyRelu_ as leakyRelu_, index_linear as linear, index_logSoftmax as logSoftmax, index_logsigmoid as logsigmoid, index_maxPool2d as maxPool2d, index_mish as mish, index_nllLoss as nllLoss, index_normalize as normalize, index_oneHot as oneHot, index_pad as pad, index_pairwiseDistance as pairwiseDistance, index_pdist as pdist, index_prelu as prelu, index_relu as relu, index_relu6 as relu6, index_relu_ as relu_, index_rrelu as rrelu, index_selu as selu, index_sigmoid as sigmoid, index_silu as silu, index_softmax as softmax, index_softplus as softplus, index_softshrink as softshrink, index_softsign as softsign, index_tanh as tanh, index_tanhshrink as tanhshrink, index_threshold as threshold };
}
declare const settle: unique symbol;
declare const lend: unique symbol;
declare const isList: unique symbol;
declare abstract class Callable {
    constructor();
    protected abstract run(inputs: readonly unknown[]): unknown;
}
type Gradients = readonly (Tensor | null)[];
interface RegisterBufferOptions {
    readonly persistent?: boolean;
}
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
interface ModuleToOptions {
    readonly device?: DeviceName;
    readonly dtype?: DType;
    readonly nonBlocking?: boolean;
}
interface RecurseOptions {
    readonly recurse?: boolean;
}
interface ParameterOptions {
    readonly requiresGrad?: boolean;
}
declare class Parameter extends Tensor {
    protected readonly parameter: true;
    constructor(data: Tensor, options?: ParameterOptions);
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    keep(): this;
    toString(): string;
}
type StateDict = Record<string, Tensor>;
interface LoadStateDictOptions {
    readonly strict?: boolean;
}
interface LoadResult {
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
}
declare class StateDictError extends BernoulliError implements LoadResult {
    name: string;
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
    constructor(message: string, { missingKeys, unexpectedKeys }: LoadResult);
}
declare const forwardInputs: unique symbol;
declare const forwardOutput: unique symbol;
interface Module {
    readonly [forwardInputs]: Parameters<this["forward"]>;
    readonly [forwardOutput]: ReturnType<this["forward"]>;
    (...inputs: this[typeof forwardInputs]): this[typeof forwardOutput];
}
declare abstract class Module extends Callable {
    #private;
    training: boolean;
    abstract forward(...inputs: any[]): any;
    protected run(inputs: readonly unknown[]): unknown;
    namedParameters(options?: RecurseOptions): Generator<[
        name: string,
        parameter: Parameter
    ]>;
    parameters(options?: RecurseOptions): Generator<Parameter>;
    namedModules(): Generator<[
        name: string,
        module: Module
    ]>;
    modules(): Generator<Module>;
    namedChildren(): Generator<[
        name: string,
        module: Module
    ]>;
    children(): Generator<Module>;
    namedBuffers(options?: RecurseOptions): Generator<[
        name: string,
        buffer: Tensor
    ]>;
    buffers(options?: RecurseOptions): Generator<Tensor>;
    registerBuffer<Value extends Tensor | null>(name: string, tensor: Value, options?: RegisterBufferOptions): Value;
    registerForwardPreHook(hook: (module: this, inputs: Parameters<this["forward"]>) => unknown): RemovableHandle;
    registerForwardHook(hook: (module: this, inputs: Parameters<this["forward"]>, output: ReturnType<this["forward"]>) => unknown): RemovableHandle;
    registerFullBackwardHook(hook: (module: this, gradInput: Gradients, gradOutput: Gradients) => unknown): RemovableHandle;
    get [isList](): boolean;
    [lend](name: string, tensor: Tensor): () => Tensor | null;
    [settle](): void;
    train(mode?: boolean): this;
    eval(): this;
    to(dtypeOrTensor: DType | Tensor, ...rest: Positional<Pick<ModuleToOptions, "nonBlocking">, [
        "nonBlocking"
    ]>): this;
    to(device: DeviceName, ...rest: Positional<Omit<ModuleToOptions, "device">, [
        "dtype",
        "nonBlocking"
    ]>): this;
    to(options: ModuleToOptions): this;
    cpu(): this;
    cuda(_device?: number | DeviceName): this;
    apply(fn: (module: Module) => void): this;
    zeroGrad(options?: ZeroGradOptions): void;
    requiresGrad_(value?: boolean): this;
    stateDict(): StateDict;
    loadStateDict(stateDict: Readonly<Record<string, Tensor>>, options?: LoadStateDictOptions): LoadResult;
    dispose(): void;
    multiplyAccumulates(_inputs: readonly unknown[], _output: unknown): number;
    extraRepr(): string;
    toString(): string;
}
interface FunctionalCallOptions {
    readonly tieWeights?: boolean;
    readonly strict?: boolean;
}
type Tensors = Readonly<Record<string, Tensor>>;
declare function functionalCall<Called extends Module>(module: Called, parametersAndBuffers: Tensors | readonly Tensors[], inputs: Readonly<Parameters<Called["forward"]>> | Parameters<Called["forward"]>[0], options?: FunctionalCallOptions): ReturnType<Called["forward"]>;
interface InitOptions {
    readonly generator?: Generator$1;
}
type FanMode = "fan_in" | "fan_out";
type Nonlinearity = "linear" | "conv1d" | "conv2d" | "conv3d" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu";
declare function calculateGain(nonlinearity: Nonlinearity, param?: number): number;
declare function calculateFanInAndFanOut(tensor: Tensor): {
    readonly fanIn: number;
    readonly fanOut: number;
};
declare function uniform_(tensor: Tensor, a?: number, b?: number, options?: InitOptions): Tensor;
declare function normal_(tensor: Tensor, mean?: number, std?: number, options?: InitOptions): Tensor;
declare function truncNormal_(tensor: Tensor, mean?: number, std?: number, a?: number, b?: number, options?: InitOptions): Tensor;
declare function constant_(tensor: Tensor, value: number): Tensor;
declare function zeros_(tensor: Tensor): Tensor;
declare function ones_(tensor: Tensor): Tensor;
interface KaimingOptions extends InitOptions {
    readonly a?: number;
    readonly mode?: FanMode;
    readonly nonlinearity?: Nonlinearity;
}
declare function kaimingUniform_(tensor: Tensor, options?: KaimingOptions): Tensor;
declare function kaimingNormal_(tensor: Tensor, options?: KaimingOptions): Tensor;
interface XavierOptions extends InitOptions {
    readonly gain?: number;
}
declare function xavierUniform_(tensor: Tensor, options?: XavierOptions): Tensor;
declare function xavierNormal_(tensor: Tensor, options?: XavierOptions): Tensor;
type init_FanMode = FanMode;
type init_InitOptions = InitOptions;
type init_KaimingOptions = KaimingOptions;
type init_Nonlinearity = Nonlinearity;
type init_XavierOptions = XavierOptions;
declare const init_calculateFanInAndFanOut: typeof calculateFanInAndFanOut;
declare const init_calculateGain: typeof calculateGain;
declare const init_constant_: typeof constant_;
declare const init_kaimingNormal_: typeof kaimingNormal_;
declare const init_kaimingUniform_: typeof kaimingUniform_;
declare const init_normal_: typeof normal_;
declare const init_ones_: typeof ones_;
declare const init_truncNormal_: typeof truncNormal_;
declare const init_uniform_: typeof uniform_;
declare const init_xavierNormal_: typeof xavierNormal_;
declare const init_xavierUniform_: typeof xavierUniform_;
declare const init_zeros_: typeof zeros_;
declare namespace init {
    export { type init_FanMode as FanMode, type init_InitOptions as InitOptions, type init_KaimingOptions as KaimingOptions, type init_Nonlinearity as Nonlinearity, type init_XavierOptions as XavierOptions, init_calculateFanInAndFanOut as calculateFanInAndFanOut, init_calculateGain as calculateGain, init_constant_ as constant_, init_kaimingNormal_ as kaimingNormal_, init_kaimingUniform_ as kaimingUniform_, init_normal_ as normal_, init_ones_ as ones_, init_truncNormal_ as truncNormal_, init_uniform_ as uniform_, init_xavierNormal_ as xavierNormal_, init_xavierUniform_ as xavierUniform_, init_zeros_ as zeros_ };
}
declare class AvgPool2d extends Module {
    static readonly name: string;
    readonly kernelSize: number | Pair;
    readonly stride: number | Pair;
    readonly padding: number | Pair;
    readonly ceilMode: boolean;
    readonly countIncludePad: boolean;
    readonly divisorOverride: number | null;
    constructor(kernelSize: number | Pair, ...rest: Positional<AvgPool2dOptions, [
        "stride",
        "padding"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
interface ParameterizedOptions {
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator$1;
}
interface Conv2dLayerOptions extends ParameterizedOptions {
    readonly stride?: number | Pair;
    readonly padding?: Padding;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
declare class Conv2d extends Module {
    static readonly name: string;
    readonly inChannels: number;
    readonly outChannels: number;
    readonly kernelSize: Pair;
    readonly stride: Pair;
    readonly padding: Pair | "same" | "valid";
    readonly dilation: Pair;
    readonly groups: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Pair, ...rest: Positional<Conv2dLayerOptions, [
        "stride",
        "padding",
        "dilation",
        "groups"
    ]>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
    extraRepr(): string;
}
declare abstract class WeightedLoss extends Module {
    weight: Tensor | null;
    readonly ignoreIndex: number;
    readonly reduction: Reduction;
    constructor(owner: string, options: NllLossOptions, more?: readonly string[]);
}
declare class CrossEntropyLoss extends WeightedLoss {
    static readonly name: string;
    readonly labelSmoothing: number;
    constructor(options?: CrossEntropyOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class Tanh extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Sigmoid extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
interface DropoutLayerOptions {
    readonly inplace?: boolean;
    readonly generator?: Generator$1;
}
declare class Dropout extends Module {
    static readonly name: string;
    p: number;
    readonly inplace: boolean;
    readonly generator: Generator$1 | null;
    constructor(p?: number, ...rest: Positional<DropoutLayerOptions, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Flatten extends Module {
    static readonly name: string;
    readonly startDim: number;
    readonly endDim: number;
    constructor(startDim?: number, endDim?: number);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Identity extends Module {
    static readonly name: string;
    forward<Input>(input: Input): Input;
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
declare class MaxPool2d extends Module {
    static readonly name: string;
    readonly kernelSize: number | Pair;
    readonly stride: number | Pair;
    readonly padding: number | Pair;
    readonly dilation: number | Pair;
    readonly ceilMode: boolean;
    constructor(kernelSize: number | Pair, ...rest: Positional<MaxPool2dOptions, [
        "stride",
        "padding"
    ]>);
    forward(input: Tensor): Tensor;
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
    forward(): never;
}
declare class NLLLoss extends WeightedLoss {
    static readonly name: string;
    constructor(options?: NllLossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
}
interface ReLUOptions {
    readonly inplace?: boolean;
}
declare class ReLU extends Module {
    static readonly name: string;
    readonly inplace: boolean;
    constructor(...rest: Positional<ReLUOptions, [
        "inplace"
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
    forward(...inputs: InputsOf<Layers>): OutputOf<Layers>;
}
declare abstract class AlongDim extends Module {
    readonly dim: number;
    constructor(owner: string, dim: number);
    extraRepr(): string;
}
declare class LogSoftmax extends AlongDim {
    static readonly name: string;
    constructor(dim: number);
    forward(input: Tensor): Tensor;
}
declare class Softmax extends AlongDim {
    static readonly name: string;
    constructor(dim: number);
    forward(input: Tensor): Tensor;
}
interface SummaryOptions {
    readonly dtype?: DType;
}
interface SummaryRow {
    readonly path: string;
    readonly layer: string;
    readonly outputShape: Shape | null;
    readonly parameters: number;
    readonly macs: number;
}
interface Summary {
    readonly model: string;
    readonly inputShape: Shape;
    readonly rows: readonly SummaryRow[];
    readonly totalParameters: number;
    readonly trainableParameters: number;
    readonly totalMacs: number;
}
declare function summary(model: Module, inputShape: Shape, options?: SummaryOptions): Summary;
declare function formatSummary(given: Summary): string;
export {
  AvgPool2d,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Flatten,
  Identity,
  Linear,
  LogSoftmax,
  MaxPool2d,
  Module,
  ModuleList,
  NLLLoss,
  Parameter,
  ReLU,
  Sequential,
  Sigmoid,
  Softmax,
  StateDictError,
  Tanh,
  formatSummary,
  functionalCall,
  index as F,
  index as functional,
  init,
  summary,
  type Conv2dLayerOptions,
  type DropoutLayerOptions,
  type FunctionalCallOptions,
  type FunctionalConv2dOptions,
  type Gradients,
  type LinearOptions,
  type LoadResult,
  type LoadStateDictOptions,
  type ModuleToOptions,
  type Padding,
  type ParameterOptions,
  type ParameterizedOptions,
  type ReLUOptions,
  type RecurseOptions,
  type RegisterBufferOptions,
  type StateDict,
  type Summary,
  type SummaryOptions,
  type SummaryRow,
  type ZeroGradOptions,
};
