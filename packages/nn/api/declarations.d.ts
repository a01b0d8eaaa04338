declare abstract class Activation extends Module {
    private readonly names;
    protected constructor(owner: string, defaults: Readonly<Record<string, Setting>>, given: readonly unknown[]);
    extraRepr(): string;
}
declare abstract class AdaptiveMaxPool<Given extends AdaptiveSize, Indices extends boolean> extends AdaptivePool<Given> {
    readonly returnIndices: boolean;
    private readonly pool;
    constructor(owner: string, outputSize: Given, rest: readonly unknown[], pool: (input: Tensor, size: Given, options: {
        readonly returnIndices: boolean;
    }) => Tensor | MaxPoolResult);
    forward(input: Tensor): Pooled<Indices>;
}
declare abstract class AdaptivePool<Given extends AdaptiveSize> extends Module {
    readonly outputSize: Given;
    constructor(owner: string, outputSize: Given);
    extraRepr(): string;
}
declare abstract class AlongDim extends Module {
    dim: number | null;
    constructor(owner: string, dim: number | {
        readonly dim?: number | null;
    } | null);
    extraRepr(): string;
}
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
declare abstract class BatchNorm extends RunningNorm {
    protected abstract checkInput(input: Tensor): void;
    constructor(owner: string, numFeatures: number, rest: readonly unknown[]);
    forward(input: Tensor): Tensor;
    protected countBatch({ dtype }: Tensor): number | Tensor;
}
declare abstract class Callable {
    constructor();
    protected abstract run(inputs: readonly unknown[]): unknown;
}
declare abstract class CellBase extends Module {
    readonly inputSize: number;
    readonly hiddenSize: number;
    readonly bias: boolean;
    weightIh: Parameter;
    weightHh: Parameter;
    biasIh: Parameter | null;
    biasHh: Parameter | null;
    private readonly gates;
    constructor(owner: string, gates: number, inputSize: number, hiddenSize: number, options: CellOptions);
    protected step(owner: string, cell: CellName, input: Tensor, given: readonly (Tensor | null)[]): State;
    multiplyAccumulates([input]: readonly unknown[]): number;
    extraRepr(): string;
}
declare abstract class ConstantPad extends PadLayer {
    readonly value: number | boolean;
    constructor(owner: string, dims: 1 | 2 | 3, padding: Border, value: number | boolean);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
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
declare abstract class DropoutBase extends Module {
    p: number;
    readonly inplace: boolean;
    readonly generator: Generator | null;
    constructor(owner: string, given: DropoutLayerArguments);
    protected get options(): DropoutOptions;
    abstract forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare abstract class FractionalMaxPool<Indices extends boolean> extends Module {
    readonly kernelSize: readonly number[];
    readonly outputSize: readonly number[] | null;
    readonly outputRatio: readonly number[] | null;
    readonly returnIndices: boolean;
    randomSamples: Tensor | null;
    constructor(owner: string, dims: 2 | 3, kernelSize: Sizes, rest: readonly unknown[]);
    protected abstract pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
    forward(input: Tensor): Pooled<Indices>;
}
declare abstract class InstanceNorm extends RunningNorm {
    constructor(owner: string, numFeatures: number, rest: readonly unknown[]);
    protected abstract rank(): 3 | 4 | 5;
    forward(input: Tensor): Tensor;
    private normalize;
    private refuse;
}
declare abstract class LPPool<Given extends Size> extends Module {
    readonly normType: number;
    readonly kernelSize: Given;
    readonly stride: Given | null;
    readonly ceilMode: boolean;
    private readonly dims;
    constructor(owner: string, dims: Dims, normType: number, kernelSize: Given, rest: readonly unknown[]);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare abstract class Loss<Option extends string = Reduction> extends Module {
    readonly reduction: Option;
    constructor(reduction: Option | undefined);
}
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
declare abstract class MaxUnpool extends Module {
    readonly kernelSize: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    private readonly dims;
    constructor(owner: string, dims: Dims, kernelSize: Size, rest: readonly unknown[]);
    forward(input: Tensor, indices: Tensor, ...rest: OutputSize): Tensor;
    extraRepr(): string;
}
declare abstract class Module extends Callable {
    #private;
    training: boolean;
    abstract forward(...inputs: any[]): any;
    protected run(inputs: readonly unknown[]): unknown;
    namedParameters(...rest: Positional<NamedOptions, [
        "prefix",
        "recurse"
    ]>): Generator<[
        name: string,
        parameter: Parameter
    ]>;
    parameters(...rest: Positional<RecurseOptions, [
        "recurse"
    ]>): Generator<Parameter>;
    namedModules(options?: NamedModulesOptions): Generator<[
        name: string,
        module: Module
    ]>;
    modules(): Generator<Module>;
    namedChildren(): Generator<[
        name: string,
        module: Module
    ]>;
    children(): Generator<Module>;
    namedBuffers(...rest: Positional<NamedOptions, [
        "prefix",
        "recurse"
    ]>): Generator<[
        name: string,
        buffer: Tensor
    ]>;
    buffers(...rest: Positional<RecurseOptions, [
        "recurse"
    ]>): Generator<Tensor>;
    getSubmodule(target: string): Module;
    getParameter(target: string): Parameter;
    getBuffer(target: string): Tensor;
    addModule(name: string, module: Module | null): void;
    registerModule(name: string, module: Module | null): void;
    registerBuffer<Value extends Tensor | null>(name: string, tensor: Value, options?: RegisterBufferOptions): Value;
    registerParameter<Value extends Parameter | null>(name: string, parameter: Value): Value;
    registerForwardPreHook(hook: (module: this, inputs: Parameters<this["forward"]>) => unknown, options?: HookOptions): RemovableHandle;
    registerForwardHook(hook: (module: this, inputs: Parameters<this["forward"]>, output: ReturnType<this["forward"]>) => unknown, options?: ForwardHookOptions): RemovableHandle;
    registerFullBackwardHook(hook: (module: this, gradInput: Gradients, gradOutput: Gradients) => unknown, options?: Pick<HookOptions, "prepend">): RemovableHandle;
    get [isList](): boolean;
    [enroll](registration: Registration, member: Member | null): void;
    [lend](key: string, tensor: Tensor): (() => Tensor | null) | null;
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
    float(): this;
    double(): this;
    half(): never;
    bfloat16(): never;
    shareMemory(): never;
    cpu(): this;
    cuda(_device?: number | DeviceName): this;
    apply(fn: (module: Module) => void): this;
    zeroGrad(...rest: Positional<ZeroGradOptions, [
        "setToNone"
    ]>): void;
    requiresGrad_(value?: boolean): this;
    stateDict(options?: StateDictOptions): StateDict;
    loadStateDict(stateDict: Readonly<Record<string, Tensor>>, ...rest: Positional<LoadStateDictOptions, [
        "strict",
        "assign"
    ]>): LoadResult;
    dispose(): void;
    multiplyAccumulates(_inputs: readonly unknown[], _output: unknown): number;
    extraRepr(): string;
    toString(): string;
}
declare abstract class PadLayer extends Module {
    readonly padding: readonly number[];
    private readonly mode;
    constructor(owner: string, mode: PadMode, dims: 1 | 2 | 3, padding: Border);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare abstract class RecurrentBase extends Module {
    readonly mode: string;
    readonly inputSize: number;
    readonly hiddenSize: number;
    readonly numLayers: number;
    readonly bias: boolean;
    readonly batchFirst: boolean;
    readonly dropout: number;
    readonly bidirectional: boolean;
    readonly projSize: number;
    private readonly cell;
    private readonly names;
    private readonly generator;
    [weight: `weight${"Ih" | "Hh" | "Hr"}L${string}`]: Parameter;
    [bias: `bias${"Ih" | "Hh"}L${string}`]: Parameter;
    constructor(owner: string, mode: string, cell: CellName, inputSize: number, hiddenSize: number, options: RecurrentOptions & {
        readonly projSize?: number;
    });
    resetParameters(): void;
    get allWeights(): Parameter[][];
    flattenParameters(): void;
    private weights;
    protected runOver(owner: string, input: Tensor | PackedSequence, given: readonly (Tensor | null)[], hasCell: boolean): Result;
    private initial;
    multiplyAccumulates(inputs: readonly unknown[]): number;
    extraRepr(): string;
}
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
declare abstract class Shrinking extends Activation {
    lambd: number;
    extraRepr(): string;
}
declare abstract class Stack extends Module {
    layers: ModuleList<Module>;
    readonly numLayers: number;
    norm: Module | null;
    protected constructor(owner: string, layer: Layers, numLayers: number, norm: Module | null);
    protected through(x: Tensor, options: object, ...more: readonly Tensor[]): Tensor;
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
declare abstract class TransformerLayer extends Module {
    selfAttn: MultiheadAttention;
    linear1: Linear;
    linear2: Linear;
    dropout: Dropout;
    dropout1: Dropout;
    dropout2: Dropout;
    norm1: LayerNorm;
    norm2: LayerNorm;
    activation: (x: Tensor) => Tensor;
    readonly normFirst: boolean;
    protected constructor(owner: string, attentions: readonly string[], given: readonly unknown[]);
    protected attend(attention: MultiheadAttention, x: Tensor, memory: Tensor, options: Attending): Tensor;
    protected feedForward(x: Tensor): Tensor;
    protected around(x: Tensor, norm: LayerNorm, dropout: Dropout, inner: (x: Tensor) => Tensor): Tensor;
}
declare abstract class Unsaid extends Activation {
    inplace: boolean;
    extraRepr(): string;
}
declare abstract class WeightedLoss extends Loss {
    weight: Tensor | null;
    constructor(options: LossOptions & {
        readonly weight?: Tensor | null;
    });
}
declare abstract class Windows extends Module {
    readonly kernelSize: number | Pair;
    readonly dilation: number | Pair;
    readonly padding: number | Pair;
    readonly stride: number | Pair;
    constructor(owner: string, kernelSize: number | Pair, rest: Positional<ColumnOptions, Places>);
    extraRepr(): string;
}
declare class AdaptiveAvgPool1d extends AdaptivePool<AdaptiveSize1d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d>);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveAvgPool2d extends AdaptivePool<AdaptiveSize2d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d>);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveAvgPool3d extends AdaptivePool<AdaptiveSize3d> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d>);
    forward(input: Tensor): Tensor;
}
declare class AdaptiveLogSoftmaxWithLoss extends Module {
    static readonly name: string;
    readonly inFeatures: number;
    readonly nClasses: number;
    readonly cutoffs: readonly number[];
    readonly divValue: number;
    readonly headBias: boolean;
    readonly shortlistSize: number;
    readonly nClusters: number;
    readonly headSize: number;
    head: Linear;
    tail: ModuleList<Sequential<[
        Linear,
        Linear
    ]>>;
    constructor(inFeatures: number, nClasses: number, cutoffs: readonly number[], ...rest: Positional<AdaptiveLogSoftmaxOptions, [
        "divValue",
        "headBias"
    ]>);
    forward(input: Tensor, target: Tensor): AdaptiveLogSoftmaxResult;
    logProb(input: Tensor): Tensor;
    predict(input: Tensor): Tensor;
    private checkTargets;
}
declare class AdaptiveMaxPool1d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize1d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d, {
        readonly returnIndices?: Indices;
    }>, ...rest: IndicesPlace<Indices>);
}
declare class AdaptiveMaxPool2d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize2d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d, {
        readonly returnIndices?: Indices;
    }>, ...rest: IndicesPlace<Indices>);
}
declare class AdaptiveMaxPool3d<Indices extends boolean = false> extends AdaptiveMaxPool<AdaptiveSize3d, Indices> {
    static readonly name: string;
    constructor(outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d, {
        readonly returnIndices?: Indices;
    }>, ...rest: IndicesPlace<Indices>);
}
declare class AlexNet extends Module {
    static readonly name: string;
    readonly features: Sequential<readonly [
        Conv2d,
        ReLU,
        MaxPool2d<false>,
        Conv2d,
        ReLU,
        MaxPool2d<false>,
        Conv2d,
        ReLU,
        Conv2d,
        ReLU,
        Conv2d,
        ReLU,
        MaxPool2d<false>
    ]>;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly classifier: Sequential;
    constructor(options?: AlexNetOptions);
    forward(x: Tensor): Tensor;
}
declare class AlphaDropout extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class AveragedModel<Averaged extends Module = Module> extends Module {
    static readonly name: string;
    readonly module: Averaged;
    nAveraged: Tensor;
    readonly avgFn: AvgFn | null;
    readonly multiAvgFn: MultiAvgFn | null;
    readonly useBuffers: boolean;
    constructor(model: Averaged, ...rest: Positional<AveragedModelOptions, typeof places>);
    forward(...inputs: Parameters<Averaged["forward"]>): ReturnType<Averaged["forward"]>;
    updateParameters(model: Module): void;
    private average;
}
declare class AvgPool1d extends AvgPool<Size1d> {
    static readonly name: string;
    constructor(kernelSize: Size1d | ByName<"kernelSize", Size1d, AvgPool1dOptions>, ...rest: Positional<AvgPool1dOptions, Places1d>);
}
declare class AvgPool2d extends AvgPool<Size2d> {
    static readonly name: string;
    constructor(kernelSize: Size2d | ByName<"kernelSize", Size2d, AvgPool2dOptions>, ...rest: Positional<AvgPool2dOptions, Places>);
}
declare class AvgPool3d extends AvgPool<Size3d> {
    static readonly name: string;
    constructor(kernelSize: Size3d | ByName<"kernelSize", Size3d, AvgPool3dOptions>, ...rest: Positional<AvgPool3dOptions, Places>);
}
declare class BCELoss extends WeightedLoss {
    static readonly name: string;
    constructor(...rest: Positional<BinaryCrossEntropyOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class BCEWithLogitsLoss extends WeightedLoss {
    static readonly name: string;
    posWeight: Tensor | null;
    constructor(...rest: Positional<BinaryCrossEntropyWithLogitsOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class BasicBlock extends Module {
    static readonly name: string;
    static readonly expansion = 1;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly conv2: Conv2d;
    readonly bn2: BatchNorm2d;
    readonly downsample: Module | null;
    constructor(inputs: number, planes: number, stride: number, downsample: Module | null);
    forward(x: Tensor): Tensor;
}
declare class BatchNorm1d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
declare class BatchNorm2d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
declare class BatchNorm3d extends BatchNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected checkInput(input: Tensor): void;
}
declare class Bilinear extends Module {
    static readonly name: string;
    readonly in1Features: number;
    readonly in2Features: number;
    readonly outFeatures: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(in1Features: number, in2Features: number, outFeatures: number | ByName<"outFeatures", number, ParameterizedOptions>, ...rest: Positional<ParameterizedOptions, [
        "bias"
    ]>);
    forward(input1: Tensor, input2: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
    extraRepr(): string;
}
declare class Block extends Module {
    static readonly name: string;
    ln1: LayerNorm;
    attn: CausalSelfAttention;
    ln2: LayerNorm;
    mlp: MLP;
    constructor(settings: Settings);
    forward(x: Tensor): Tensor;
}
declare class Bottleneck extends Module {
    static readonly name: string;
    static readonly expansion = 4;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly conv2: Conv2d;
    readonly bn2: BatchNorm2d;
    readonly conv3: Conv2d;
    readonly bn3: BatchNorm2d;
    readonly relu: ReLU;
    readonly downsample: Module | null;
    constructor(inputs: number, planes: number, stride: number, downsample: Module | null);
    forward(x: Tensor): Tensor;
}
declare class Buffer extends Tensor {
    readonly persistent: boolean;
    constructor(data: Tensor, options?: BufferOptions);
}
declare class CELU extends Activation {
    static readonly name: string;
    alpha: number;
    inplace: boolean;
    constructor(...rest: Positional<ELUOptions, [
        "alpha",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class CTCLoss extends Loss {
    static readonly name: string;
    readonly blank: number;
    readonly zeroInfinity: boolean;
    constructor(...rest: Positional<CtcLossOptions, [
        "blank",
        "reduction",
        "zeroInfinity"
    ]>);
    forward(logProbs: Tensor, targets: Tensor, inputLengths: Tensor | readonly number[] | number, targetLengths: Tensor | readonly number[] | number): Tensor;
}
declare class CausalSelfAttention extends Module {
    static readonly name: string;
    cAttn: Linear;
    cProj: Linear;
    residDropout: Dropout;
    readonly nHead: number;
    readonly dropout: number;
    constructor({ nEmbd, nHead, bias, dropout }: Settings);
    forward(x: Tensor): Tensor;
}
declare class ChannelShuffle extends Module {
    static readonly name: string;
    readonly groups: number;
    constructor(groups: number | ByName<"groups", number>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class CifarResNet extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly layer1: Sequential;
    readonly layer2: Sequential;
    readonly layer3: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly fc: Linear;
    constructor(blocks: number, { numClasses }?: ClassifierOptions);
    forward(x: Tensor): Tensor;
}
declare class CircularPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class CircularPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class CircularPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ConstantPad1d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class ConstantPad2d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class ConstantPad3d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class Conv1d extends Convolution<readonly [
    number
]> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number
    ] | ByName<"kernelSize", number | readonly [
        number
    ], Conv1dLayerOptions>, ...rest: Positional<Conv1dLayerOptions, Places>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
declare class Conv2d extends Convolution<Pair> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Pair | ByName<"kernelSize", number | Pair, Conv2dLayerOptions>, ...rest: Positional<Conv2dLayerOptions, Places>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
declare class Conv3d extends Convolution<Three> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Three | ByName<"kernelSize", number | Three, Conv3dLayerOptions>, ...rest: Positional<Conv3dLayerOptions, Places>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
}
declare class ConvTranspose1d extends Convolution<readonly [
    number
]> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number
    ] | ByName<"kernelSize", number | readonly [
        number
    ], ConvTranspose1dLayerOptions>, ...rest: Positional<ConvTranspose1dLayerOptions, Places>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
declare class ConvTranspose2d extends Convolution<Pair> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ConvTranspose2dLayerOptions>, ...rest: Positional<ConvTranspose2dLayerOptions, Places>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
declare class ConvTranspose3d extends Convolution<Three> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Three | ByName<"kernelSize", number | Three, ConvTranspose3dLayerOptions>, ...rest: Positional<ConvTranspose3dLayerOptions, Places>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
declare class CosineEmbeddingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
declare class CosineSimilarity extends Module {
    static readonly name: string;
    readonly dim: number;
    readonly eps: number;
    constructor(...rest: Positional<CosineSimilarityOptions, [
        "dim",
        "eps"
    ]>);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
declare class CrossEntropyLoss extends WeightedLoss {
    static readonly name: string;
    readonly ignoreIndex: number;
    readonly labelSmoothing: number;
    constructor(...rest: Positional<CrossEntropyOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class CrossMapLRN2d extends Module {
    static readonly name: string;
    readonly size: number;
    readonly alpha: number;
    readonly beta: number;
    readonly k: number;
    constructor(size: number, ...rest: Positional<CrossMapLRNOptions, [
        "alpha",
        "beta",
        "k"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class DataParallel<Wrapped extends Module = Module> extends Module {
    static readonly name: string;
    readonly module: Wrapped;
    constructor(module: Wrapped);
    forward(...inputs: Parameters<Wrapped["forward"]>): ReturnType<Wrapped["forward"]>;
}
declare class DoubleConv extends Module {
    static readonly name: string;
    doubleConv: Sequential;
    constructor(inputs: number, outputs: number, middle?: number);
    forward(x: Tensor): Tensor;
}
declare class Down extends Module {
    static readonly name: string;
    maxpoolConv: Sequential;
    constructor(inputs: number, outputs: number);
    forward(x: Tensor): Tensor;
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
declare class ELU extends Activation {
    static readonly name: string;
    alpha: number;
    inplace: boolean;
    constructor(...rest: Positional<ELUOptions, [
        "alpha",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Embedding extends Table {
    static readonly name: string;
    constructor(numEmbeddings: number, embeddingDim: number | ByName<"embeddingDim", number, EmbeddingLayerOptions>, ...rest: Positional<EmbeddingLayerOptions, typeof embeddingPlaces>);
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
    constructor(numEmbeddings: number, embeddingDim: number | ByName<"embeddingDim", number, EmbeddingBagLayerOptions>, ...rest: Positional<EmbeddingBagLayerOptions, typeof bagPlaces>);
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
declare class Encoder extends Module {
    static readonly name: string;
    posEmbedding: Parameter;
    dropout: Dropout;
    layers: Sequential;
    ln: LayerNorm;
    constructor(length: number, settings: Settings);
    forward(input: Tensor): Tensor;
}
declare class FeatureAlphaDropout extends DropoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(...given: DropoutLayerArguments);
    forward(input: Tensor): Tensor;
}
declare class Flatten extends Module {
    static readonly name: string;
    readonly startDim: number;
    readonly endDim: number;
    constructor(...rest: Positional<FlattenOptions, [
        "startDim",
        "endDim"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Fold extends Windows {
    static readonly name: string;
    readonly outputSize: number | Pair;
    constructor(outputSize: number | Pair, kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ColumnOptions>, ...rest: Positional<ColumnOptions, Places>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class FractionalMaxPool2d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
    static readonly name: string;
    constructor(kernelSize: Sizes, ...rest: Rest<Indices>);
    protected pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
}
declare class FractionalMaxPool3d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
    static readonly name: string;
    constructor(kernelSize: Sizes, ...rest: Rest<Indices>);
    protected pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
}
declare class GELU extends Activation {
    static readonly name: string;
    approximate: NonNullable<GeluOptions["approximate"]>;
    constructor(...rest: Positional<GeluOptions, [
        "approximate"
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
declare class GPT extends Module {
    static readonly name: string;
    readonly settings: Settings;
    transformer: Transformer;
    lmHead: Linear;
    constructor(options: GPTOptions);
    forward(tokens: Tensor): Tensor;
    generate(tokens: Tensor, maxNewTokens: number, options?: GenerateOptions): Tensor;
}
declare class GRU extends RecurrentBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, RecurrentOptions>, ...rest: Positional<RecurrentOptions, typeof places>);
    forward(input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    forward(input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
declare class GRUCell extends CellBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, CellOptions>, ...rest: Positional<CellOptions, [
        "bias"
    ]>);
    forward(input: Tensor, hx?: Tensor | null): Tensor;
}
declare class GaussianNLLLoss extends Loss {
    static readonly name: string;
    readonly full: boolean;
    readonly eps: number;
    constructor(...rest: Positional<GaussianNllLossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor;
}
declare class GroupNorm extends Module {
    static readonly name: string;
    readonly numGroups: number;
    readonly numChannels: number;
    eps: number;
    readonly affine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(numGroups: number, numChannels: number | ByName<"numChannels", number, GroupNormOptions>, ...rest: Positional<GroupNormOptions, [
        "eps",
        "affine"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Hardshrink extends Shrinking {
    static readonly name: string;
    constructor(...rest: Positional<ShrinkOptions, [
        "lambd"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Hardsigmoid extends Unsaid {
    static readonly name: string;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Hardswish extends Unsaid {
    static readonly name: string;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Hardtanh extends Activation {
    static readonly name: string;
    minVal: number;
    maxVal: number;
    inplace: boolean;
    constructor(...rest: Positional<HardtanhOptions, [
        "minVal",
        "maxVal",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class HingeEmbeddingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class HuberLoss extends Loss {
    static readonly name: string;
    readonly delta: number;
    constructor(...rest: Positional<Omit<HuberLossOptions, "weight">, [
        "reduction",
        "delta"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class Identity extends Module {
    static readonly name: string;
    constructor(..._unused: readonly unknown[]);
    forward<Input>(input: Input): Input;
}
declare class InstanceNorm1d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected rank(): 3;
}
declare class InstanceNorm2d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected rank(): 4;
}
declare class InstanceNorm3d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    protected rank(): 5;
}
declare class KLDivLoss extends Loss<Reduction | "batchmean"> {
    static readonly name: string;
    readonly logTarget: boolean;
    constructor(...rest: Positional<KlDivOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class L1Loss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class LPPool1d extends LPPool<Size1d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size1d, ...rest: Positional<LpPool1dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
declare class LPPool2d extends LPPool<Size2d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size2d, ...rest: Positional<LpPool2dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
declare class LPPool3d extends LPPool<Size3d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size3d, ...rest: Positional<LpPool3dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
declare class LSTM extends RecurrentBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, LSTMOptions>, ...rest: Positional<LSTMOptions, typeof lstmPlaces>);
    forward(input: PackedSequence, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: PackedSequence,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
    forward(input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: Tensor,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
}
declare class LSTMCell extends CellBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, CellOptions>, ...rest: Positional<CellOptions, [
        "bias"
    ]>);
    forward(input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        h: Tensor,
        c: Tensor
    ];
}
declare class LayerNorm extends Module {
    static readonly name: string;
    readonly normalizedShape: Shape;
    eps: number;
    readonly elementwiseAffine: boolean;
    weight: Parameter | null;
    bias: Parameter | null;
    constructor(normalizedShape: number | Shape | ByName<"normalizedShape", number | Shape, LayerNormLayerOptions>, ...rest: Positional<LayerNormLayerOptions, [
        "eps",
        "elementwiseAffine",
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class LazyBatchNorm1d extends BatchNorm1d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyBatchNorm2d extends BatchNorm2d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyBatchNorm3d extends BatchNorm3d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyConv1d extends Conv1d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | readonly [
        number
    ] | ByName<"kernelSize", number | readonly [
        number
    ], LazyOptions<Conv1dLayerOptions>>, ...rest: Positional<LazyOptions<Conv1dLayerOptions>, Places>);
    forward(input: Tensor): Tensor;
}
declare class LazyConv2d extends Conv2d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Pair | ByName<"kernelSize", number | Pair, LazyOptions<Conv2dLayerOptions>>, ...rest: Positional<LazyOptions<Conv2dLayerOptions>, Places>);
    forward(input: Tensor): Tensor;
}
declare class LazyConv3d extends Conv3d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Three | ByName<"kernelSize", number | Three, LazyOptions<Conv3dLayerOptions>>, ...rest: Positional<LazyOptions<Conv3dLayerOptions>, Places>);
    forward(input: Tensor): Tensor;
}
declare class LazyConvTranspose1d extends ConvTranspose1d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | readonly [
        number
    ] | ByName<"kernelSize", number | readonly [
        number
    ], LazyOptions<ConvTranspose1dLayerOptions>>, ...rest: Positional<LazyOptions<ConvTranspose1dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class LazyConvTranspose2d extends ConvTranspose2d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Pair | ByName<"kernelSize", number | Pair, LazyOptions<ConvTranspose2dLayerOptions>>, ...rest: Positional<LazyOptions<ConvTranspose2dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class LazyConvTranspose3d extends ConvTranspose3d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Three | ByName<"kernelSize", number | Three, LazyOptions<ConvTranspose3dLayerOptions>>, ...rest: Positional<LazyOptions<ConvTranspose3dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class LazyInstanceNorm1d extends InstanceNorm1d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyInstanceNorm2d extends InstanceNorm2d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyInstanceNorm3d extends InstanceNorm3d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyLinear extends Linear {
    static readonly name: string;
    constructor(outFeatures: number | ByName<"outFeatures", number, LazyOptions<LinearOptions>>, ...rest: Positional<LazyOptions<LinearOptions>, [
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class LeNet5 extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly conv2: Conv2d;
    readonly pool: AvgPool2d;
    readonly fc1: Linear;
    readonly fc2: Linear;
    readonly fc3: Linear;
    constructor(options?: ClassifierOptions);
    forward(x: Tensor): Tensor;
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
declare class Linear extends Module {
    static readonly name: string;
    readonly inFeatures: number;
    readonly outFeatures: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(inFeatures: number, outFeatures: number | ByName<"outFeatures", number, LinearOptions>, ...rest: Positional<LinearOptions, [
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
    extraRepr(): string;
}
declare class LinearCrossEntropyLoss extends WeightedLoss {
    static readonly name: string;
    readonly numClasses: number;
    readonly outFeatures: readonly number[];
    readonly ignoreIndex: number | null;
    readonly labelSmoothing: number;
    linear: Linear;
    constructor(inFeatures: number, numClasses: number, options?: LinearCrossEntropyLossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
    extraRepr(): string;
}
declare class LocalResponseNorm extends Module {
    static readonly name: string;
    readonly size: number;
    alpha: number;
    beta: number;
    k: number;
    constructor(size: number | ByName<"size", number, LocalResponseNormLayerOptions>, ...rest: Positional<LocalResponseNormLayerOptions, [
        "alpha",
        "beta",
        "k"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class LogSigmoid extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class LogSoftmax extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class MLP extends Module {
    static readonly name: string;
    cFc: Linear;
    gelu: GELU;
    cProj: Linear;
    dropout: Dropout;
    constructor({ nEmbd, bias, dropout }: Settings);
    forward(x: Tensor): Tensor;
}
declare class MSELoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MarginRankingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
declare class MaxPool1d<Indices extends boolean = false> extends MaxPool<Size1d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size1d | ByName<"kernelSize", Size1d, WithReturn<MaxPool1dOptions, Indices>>, ...rest: MaxPoolArguments<MaxPool1dOptions, Size1d, Indices>);
}
declare class MaxPool2d<Indices extends boolean = false> extends MaxPool<Size2d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size2d | ByName<"kernelSize", Size2d, WithReturn<MaxPool2dOptions, Indices>>, ...rest: MaxPoolArguments<MaxPool2dOptions, Size2d, Indices>);
}
declare class MaxPool3d<Indices extends boolean = false> extends MaxPool<Size3d, Indices> {
    static readonly name: string;
    constructor(kernelSize: Size3d | ByName<"kernelSize", Size3d, WithReturn<MaxPool3dOptions, Indices>>, ...rest: MaxPoolArguments<MaxPool3dOptions, Size3d, Indices>);
}
declare class MaxUnpool1d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size1d | ByName<"kernelSize", Size1d, Omit<MaxUnpool1dOptions, "outputSize">>, ...rest: Positional<Omit<MaxUnpool1dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
declare class MaxUnpool2d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size2d | ByName<"kernelSize", Size2d, Omit<MaxUnpool2dOptions, "outputSize">>, ...rest: Positional<Omit<MaxUnpool2dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
declare class MaxUnpool3d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size3d | ByName<"kernelSize", Size3d, Omit<MaxUnpool3dOptions, "outputSize">>, ...rest: Positional<Omit<MaxUnpool3dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
declare class Mish extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class MobileNetV2 extends Module {
    static readonly name: string;
    readonly features: Sequential;
    readonly classifier: Sequential;
    constructor(options?: MobileNetV2Options);
    forward(x: Tensor): Tensor;
}
declare class ModuleDict<Members extends Readonly<Record<string, Module>> = Readonly<Record<string, any>>> extends Module {
    static readonly name: string;
    constructor(modules?: Members | Iterable<readonly [
        string,
        Module
    ]>);
    get length(): number;
    [Symbol.iterator](): Generator<string>;
    keys(): Generator<string>;
    values(): Generator<Module>;
    items(): Generator<[
        name: string,
        module: Module
    ]>;
    has(name: string): boolean;
    get<Name extends keyof Members & string>(name: Name): Members[Name];
    set(name: string, module: Module): this;
    update(modules: Readonly<Record<string, Module>> | Iterable<readonly [
        string,
        Module
    ]>): this;
    pop<Name extends keyof Members & string>(name: Name): Members[Name];
    clear(): void;
    forward(..._inputs: any[]): unknown;
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
    forward(..._inputs: any[]): unknown;
}
declare class MultiLabelMarginLoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiLabelSoftMarginLoss extends WeightedLoss {
    static readonly name: string;
    constructor(...rest: Positional<MultilabelSoftMarginLossOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiMarginLoss extends WeightedLoss {
    static readonly name: string;
    readonly p: number;
    readonly margin: number;
    constructor(...rest: Positional<MultiMarginLossOptions, [
        "p",
        "margin",
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiheadAttention extends Module {
    static readonly name: string;
    readonly embedDim: number;
    readonly numHeads: number;
    readonly kdim: number;
    readonly vdim: number;
    readonly headDim: number;
    dropout: number;
    readonly batchFirst: boolean;
    readonly addZeroAttn: boolean;
    inProjWeight: Parameter | null;
    qProjWeight: Parameter | null;
    kProjWeight: Parameter | null;
    vProjWeight: Parameter | null;
    inProjBias: Parameter | null;
    biasK: Parameter | null;
    biasV: Parameter | null;
    outProj: Linear;
    constructor(embedDim: number, numHeads: number | ByName<"numHeads", number, MultiheadAttentionOptions>, ...rest: Positional<MultiheadAttentionOptions, typeof places>);
    forward(query: Tensor, key: Tensor, value: Tensor, ...rest: Positional<MultiheadAttentionCallOptions, typeof callPlaces>): [
        output: Tensor,
        weights: Tensor | null
    ];
    multiplyAccumulates([query, key]: readonly unknown[], _output: unknown): number;
}
declare class NLLLoss extends WeightedLoss {
    static readonly name: string;
    readonly ignoreIndex: number;
    constructor(...rest: Positional<NllLossOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class NLLLoss2d extends NLLLoss {
    static readonly name: string;
}
declare class OutConv extends Module {
    static readonly name: string;
    readonly conv: Conv2d;
    constructor(inputs: number, outputs: number);
    forward(x: Tensor): Tensor;
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
declare class PackedSequence {
    #private;
    readonly data: Tensor;
    readonly batchSizes: Tensor;
    readonly sortedIndices: Tensor | null;
    readonly unsortedIndices: Tensor | null;
    constructor(data: Tensor, batchSizes: Tensor | readonly number[], sortedIndices?: Tensor | null, unsortedIndices?: Tensor | null);
    get sizes(): readonly number[];
    with(data: Tensor): PackedSequence;
    to(target: DType | DeviceName): PackedSequence;
    [Symbol.iterator](): Generator<Tensor | null>;
}
declare class PaddedShortcut extends Module {
    static readonly name: string;
    readonly channels: number;
    constructor(channels: number);
    forward(x: Tensor): Tensor;
}
declare class PairwiseDistance extends Module {
    static readonly name: string;
    readonly norm: number;
    readonly eps: number;
    readonly keepdim: boolean;
    constructor(...rest: Positional<PairwiseDistanceOptions, [
        "p",
        "eps",
        "keepdim"
    ]>);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
declare class Parameter extends Tensor {
    protected readonly parameter: true;
    constructor(data: Tensor, options?: ParameterOptions);
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    keep(): this;
    toString(): string;
}
declare class ParameterDict extends Module {
    static readonly name: string;
    constructor(values?: Readonly<Record<string, Tensor>> | Iterable<readonly [
        string,
        Tensor
    ]>);
    get length(): number;
    [Symbol.iterator](): Generator<string>;
    keys(): Generator<string>;
    values(): Generator<Parameter>;
    items(): Generator<[
        name: string,
        parameter: Parameter
    ]>;
    has(name: string): boolean;
    get(name: string): Parameter;
    set(name: string, value: Tensor): this;
    update(values: Readonly<Record<string, Tensor>> | Iterable<readonly [
        string,
        Tensor
    ]>): this;
    pop(name: string): Parameter;
    forward(): never;
    extraRepr(): string;
}
declare class ParameterList extends Module {
    static readonly name: string;
    [index: number]: Parameter;
    constructor(values?: Iterable<Tensor>);
    get length(): number;
    [Symbol.iterator](): Generator<Parameter>;
    at(index: number): Parameter;
    append(value: Tensor): this;
    extend(values: Iterable<Tensor>): this;
    forward(): never;
    extraRepr(): string;
}
declare class ParametrizationList extends Module {
    static readonly name: string;
    readonly [index: number]: Module;
    readonly isTensor: boolean;
    readonly ntensors: number;
    unsafe: boolean;
    readonly property: string;
    constructor(first: Parametrization, original: Tensor, unsafe: boolean, property?: string);
    get length(): number;
    forward(): Tensor;
    append(module: Parametrization, unsafe: boolean): void;
    assign(value: Tensor): void;
    original0OrNull(): Tensor | null;
}
declare class PixelShuffle extends Module {
    static readonly name: string;
    readonly upscaleFactor: number;
    constructor(upscaleFactor: number | ByName<"upscaleFactor", number>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class PixelUnshuffle extends Module {
    static readonly name: string;
    readonly downscaleFactor: number;
    constructor(downscaleFactor: number | ByName<"downscaleFactor", number>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class PoissonNLLLoss extends Loss {
    static readonly name: string;
    readonly logInput: boolean;
    readonly full: boolean;
    readonly eps: number;
    constructor(...rest: Positional<PoissonNllLossOptions, [
        "logInput",
        "full"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class RMSNorm extends Module {
    static readonly name: string;
    readonly normalizedShape: Shape;
    eps: number | null;
    readonly elementwiseAffine: boolean;
    weight: Parameter | null;
    constructor(normalizedShape: number | Shape | ByName<"normalizedShape", number | Shape, RMSNormOptions>, ...rest: Positional<RMSNormOptions, [
        "eps",
        "elementwiseAffine"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class RNN extends RecurrentBase {
    static readonly name: string;
    readonly nonlinearity: "tanh" | "relu";
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, RNNOptions>, ...rest: Positional<RNNOptions, typeof rnnPlaces>);
    forward(input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    forward(input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
declare class RNNCell extends CellBase {
    static readonly name: string;
    readonly nonlinearity: "tanh" | "relu";
    constructor(inputSize: number, hiddenSize: number | ByName<"hiddenSize", number, RNNCellOptions>, ...rest: Positional<RNNCellOptions, [
        "bias",
        "nonlinearity"
    ]>);
    forward(input: Tensor, hx?: Tensor | null): Tensor;
    extraRepr(): string;
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
declare class ReflectionPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReflectionPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReflectionPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ResNet extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly maxpool: MaxPool2d<false>;
    readonly layer1: Sequential;
    readonly layer2: Sequential;
    readonly layer3: Sequential;
    readonly layer4: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly fc: Linear;
    constructor(block: Block, counts: readonly [
        number,
        number,
        number,
        number
    ], options?: ResNetOptions);
    forward(x: Tensor): Tensor;
}
declare class SELU extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
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
declare class SiLU extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Sigmoid extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class SmoothL1Loss extends Loss {
    static readonly name: string;
    readonly beta: number;
    constructor(...rest: Positional<SmoothL1LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class SoftMarginLoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class Softmax extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class Softmax2d extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Softmin extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class Softplus extends Activation {
    static readonly name: string;
    beta: number;
    threshold: number;
    constructor(...rest: Positional<SoftplusOptions, [
        "beta",
        "threshold"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Softshrink extends Shrinking {
    static readonly name: string;
    constructor(...rest: Positional<ShrinkOptions, [
        "lambd"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Softsign extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class StateDictError extends BernoulliError implements LoadResult {
    name: string;
    readonly code = "BERNOULLI_STATE_DICT";
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
    constructor(message: string, { missingKeys, unexpectedKeys }: LoadResult);
}
declare class SyncBatchNorm extends BatchNorm {
    static readonly name: string;
    processGroup: ProcessGroup | null;
    constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest);
    forward(input: Tensor): Tensor;
    private forwardOverAll;
    private keep;
    protected checkInput(input: Tensor): void;
    static convertSyncBatchnorm<Converted extends Module>(module: Converted, processGroup?: ProcessGroup | null): Converted;
}
declare class Tanh extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Tanhshrink extends Module {
    static readonly name: string;
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
declare class Transformer extends Module {
    static readonly name: string;
    encoder: Module;
    decoder: Module;
    readonly dModel: number;
    readonly nhead: number;
    readonly batchFirst: boolean;
    constructor(...rest: Positional<TransformerOptions, typeof places>);
    forward(src: Tensor, tgt: Tensor, ...rest: Positional<TransformerCallOptions, typeof callPlaces>): Tensor;
    static generateSquareSubsequentMask(size: number, options?: {
        readonly dtype?: DType;
        readonly device?: DeviceName;
    }): Tensor;
}
declare class Transformer extends Module {
    static readonly name: string;
    wte: Embedding;
    wpe: Embedding;
    drop: Dropout;
    h: ModuleList<Block>;
    lnF: LayerNorm;
    constructor(settings: Settings);
    forward(tokens: Tensor): Tensor;
}
declare class TransformerDecoder extends Stack {
    static readonly name: string;
    constructor(decoderLayer: Layers, numLayers: number | ByName<"numLayers", number, TransformerDecoderOptions>, ...rest: Positional<TransformerDecoderOptions, [
        "norm"
    ]>);
    forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor;
}
declare class TransformerDecoderLayer extends TransformerLayer {
    static readonly name: string;
    multiheadAttn: MultiheadAttention;
    norm3: LayerNorm;
    dropout3: Dropout;
    constructor(dModel: number, nhead: number | ByName<"nhead", number, TransformerLayerOptions>, ...rest: Positional<TransformerLayerOptions, typeof places>);
    forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor;
}
declare class TransformerEncoder extends Stack {
    static readonly name: string;
    constructor(encoderLayer: Layers, numLayers: number | ByName<"numLayers", number, TransformerEncoderOptions>, ...rest: Positional<TransformerEncoderOptions, typeof encoderOptions>);
    forward(src: Tensor, ...rest: Positional<TransformerEncoderCallOptions, typeof encoderCalls>): Tensor;
}
declare class TransformerEncoderLayer extends TransformerLayer {
    static readonly name: string;
    constructor(dModel: number, nhead: number | ByName<"nhead", number, TransformerLayerOptions>, ...rest: Positional<TransformerLayerOptions, typeof places>);
    forward(src: Tensor, ...rest: Positional<EncoderLayerCallOptions, typeof encoderPlaces>): Tensor;
}
declare class TripletMarginLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    readonly p: number;
    readonly eps: number;
    readonly swap: boolean;
    constructor(...rest: Positional<TripletMarginLossOptions, [
        "margin",
        "p",
        "eps",
        "swap"
    ]>);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
declare class TripletMarginWithDistanceLoss extends Loss {
    static readonly name: string;
    distanceFunction: (a: Tensor, b: Tensor) => Tensor;
    readonly margin: number;
    readonly swap: boolean;
    constructor(...rest: Positional<TripletMarginWithDistanceLossOptions, [
    ]>);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
declare class UNet extends Module {
    static readonly name: string;
    readonly nChannels: number;
    readonly nClasses: number;
    readonly bilinear: boolean;
    readonly inc: DoubleConv;
    readonly down1: Down;
    readonly down2: Down;
    readonly down3: Down;
    readonly down4: Down;
    readonly up1: Up;
    readonly up2: Up;
    readonly up3: Up;
    readonly up4: Up;
    readonly outc: OutConv;
    constructor(nChannels: number, nClasses: number, options?: UNetOptions);
    forward(x: Tensor): Tensor;
}
declare class Unflatten extends Module {
    static readonly name: string;
    readonly dim: number;
    readonly unflattenedSize: Shape;
    constructor(dim: number, unflattenedSize: Shape | ByName<"unflattenedSize", Shape>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Unfold extends Windows {
    static readonly name: string;
    constructor(kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ColumnOptions>, ...rest: Positional<ColumnOptions, Places>);
    forward(input: Tensor): Tensor;
}
declare class UninitializedBuffer extends Tensor {
    constructor(options?: UninitializedOptions);
    get data(): Tensor;
    materialize(shape: Shape, options?: UninitializedOptions): void;
    numel(): number;
    toString(): string;
}
declare class UninitializedParameter extends Parameter {
    constructor(options?: UninitializedParameterOptions);
    get data(): Tensor;
    materialize(shape: Shape, options?: UninitializedOptions): void;
    numel(): number;
    become(elements: Tensor): void;
    toString(): string;
}
declare class Up extends Module {
    static readonly name: string;
    readonly up: Module;
    readonly conv: DoubleConv;
    constructor(inputs: number, outputs: number, bilinear: boolean);
    forward(below: Tensor, beside: Tensor): Tensor;
}
declare class Upsample extends Module {
    static readonly name: string;
    readonly size: number | readonly number[] | null;
    readonly scaleFactor: number | readonly number[] | null;
    readonly mode: InterpolateMode;
    readonly alignCorners: boolean | null;
    readonly recomputeScaleFactor: boolean | null;
    constructor(...rest: Positional<UpsampleOptions, Places>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class UpsamplingBilinear2d extends Upsample {
    static readonly name: string;
    constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>);
}
declare class UpsamplingNearest2d extends Upsample {
    static readonly name: string;
    constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>);
}
declare class VGG extends Module {
    static readonly name: string;
    readonly features: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly classifier: Sequential;
    constructor(features: Sequential, { numClasses, dropout }?: VGGOptions);
    forward(x: Tensor): Tensor;
}
declare class VisionTransformer extends Module {
    static readonly name: string;
    readonly settings: Settings;
    classToken: Parameter;
    convProj: Conv2d;
    encoder: Encoder;
    heads: Sequential;
    constructor(options?: VisionTransformerOptions);
    forward(images: Tensor): Tensor;
}
declare class ZeroPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ZeroPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ZeroPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare const bagPlaces: readonly [
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "mode",
    "sparse"
];
declare const bagPlaces: readonly [
    "offsets",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "mode",
    "sparse",
    "perSampleWeights",
    "includeLastOffset",
    "paddingIdx"
];
declare const callPlaces: readonly [
    "keyPaddingMask",
    "needWeights",
    "attnMask",
    "averageAttnWeights",
    "isCausal"
];
declare const callPlaces: readonly [
    "srcMask",
    "tgtMask",
    "memoryMask",
    "srcKeyPaddingMask",
    "tgtKeyPaddingMask",
    "memoryKeyPaddingMask",
    "srcIsCausal",
    "tgtIsCausal",
    "memoryIsCausal"
];
declare const decoderPlaces: readonly [
    "tgtMask",
    "memoryMask",
    "tgtKeyPaddingMask",
    "memoryKeyPaddingMask",
    "tgtIsCausal",
    "memoryIsCausal"
];
declare const embeddingPlaces: readonly [
    "paddingIdx",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "sparse"
];
declare const embeddingPlaces: readonly [
    "paddingIdx",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "sparse"
];
declare const encoderCalls: readonly [
    "mask",
    "srcKeyPaddingMask",
    "isCausal"
];
declare const encoderOptions: readonly [
    "norm",
    "enableNestedTensor",
    "maskCheck"
];
declare const encoderPlaces: readonly [
    "srcMask",
    "srcKeyPaddingMask",
    "isCausal"
];
declare const enroll: unique symbol;
declare const forwardInputs: unique symbol;
declare const forwardOutput: unique symbol;
declare const given: unique symbol;
declare const isList: unique symbol;
declare const lend: unique symbol;
declare const lstmPlaces: readonly [
    "numLayers",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional",
    "projSize"
];
declare const places: readonly [
    "dModel",
    "nhead",
    "numEncoderLayers",
    "numDecoderLayers",
    "dimFeedforward",
    "dropout",
    "activation",
    "customEncoder",
    "customDecoder",
    "layerNormEps",
    "batchFirst",
    "normFirst",
    "bias"
];
declare const places: readonly [
    "device",
    "avgFn",
    "multiAvgFn",
    "useBuffers"
];
declare const places: readonly [
    "dimFeedforward",
    "dropout",
    "activation",
    "layerNormEps",
    "batchFirst",
    "normFirst",
    "bias"
];
declare const places: readonly [
    "dropout",
    "bias",
    "addBiasKv",
    "addZeroAttn",
    "kdim",
    "vdim",
    "batchFirst"
];
declare const places: readonly [
    "numLayers",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional"
];
declare const rnnPlaces: readonly [
    "numLayers",
    "nonlinearity",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional"
];
declare const settle: unique symbol;
declare function adaptiveMaxPool1dWithIndices(input: Tensor, outputSize: AdaptiveSize1d): MaxPoolResult;
declare function adaptiveMaxPool2dWithIndices(input: Tensor, outputSize: AdaptiveSize2d): MaxPoolResult;
declare function adaptiveMaxPool3dWithIndices(input: Tensor, outputSize: AdaptiveSize3d): MaxPoolResult;
declare function alexnet(options?: AlexNetOptions): AlexNet;
declare function cached<Result>(body: () => Result): Result;
declare function calculateFanInAndFanOut(tensor: Tensor): {
    readonly fanIn: number;
    readonly fanOut: number;
};
declare function calculateGain(nonlinearity: Nonlinearity, param?: number): number;
declare function celu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, [
    "alpha"
]>): Tensor;
declare function clipGradNorm_(parameters: Clipped, maxNorm: number | ByName<"maxNorm", number, TotalNormOptions>, ...rest: Positional<TotalNormOptions, [
    "normType",
    "errorIfNonfinite",
    "foreach"
]>): Tensor;
declare function clipGradValue_(parameters: Clipped, clipValue: number | ByName<"clipValue", number, Pick<TotalNormOptions, "foreach">>, ...rest: Positional<Pick<TotalNormOptions, "foreach">, [
    "foreach"
]>): void;
declare function clipGradsWithNorm_(parameters: Clipped, maxNorm: number, totalNorm: Tensor): void;
declare function constant_(tensor: Tensor, value: number): Tensor;
declare function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv1dOptions, Places>): Tensor;
declare function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv2dOptions, Places>): Tensor;
declare function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<FunctionalConv3dOptions, Places>): Tensor;
declare function convTranspose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose1dOptions, "bias">, TransposedPlaces>): Tensor;
declare function convTranspose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose2dOptions, "bias">, TransposedPlaces>): Tensor;
declare function convTranspose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, ...rest: Positional<Omit<ConvTranspose3dOptions, "bias">, TransposedPlaces>): Tensor;
declare function deepcopy<Value extends object>(value: Value): Value;
declare function dirac_(tensor: Tensor, ...rest: Positional<DiracOptions, [
    "groups"
]>): Tensor;
declare function embedding(input: Tensor, weight: Tensor, ...rest: Positional<EmbeddingOptions, typeof embeddingPlaces>): Tensor;
declare function embeddingBag(input: Tensor, weight: Tensor, ...rest: Positional<EmbeddingBagOptions, typeof bagPlaces>): Tensor;
declare function eye_(tensor: Tensor): Tensor;
declare function fold(input: Tensor, outputSize: number | Pair, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places>): Tensor;
declare function formatSummary(given: Summary): string;
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes, ...rest: Positional<FractionalMaxPoolOptions & {
    readonly returnIndices?: false;
}, FractionalPlaces>): Tensor;
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes, ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): Tensor | MaxPoolResult;
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes, options: FractionalMaxPoolOptions & {
    readonly returnIndices: true;
}): MaxPoolResult;
declare function fractionalMaxPool2dWithIndices(input: Tensor, kernelSize: number | readonly number[], ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): MaxPoolResult;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes, ...rest: Positional<FractionalMaxPoolOptions & {
    readonly returnIndices?: false;
}, FractionalPlaces>): Tensor;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes, ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): Tensor | MaxPoolResult;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes, options: FractionalMaxPoolOptions & {
    readonly returnIndices: true;
}): MaxPoolResult;
declare function fractionalMaxPool3dWithIndices(input: Tensor, kernelSize: number | readonly number[], ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): MaxPoolResult;
declare function functionalCall<Called extends Module>(module: Called, parametersAndBuffers: Tensors | readonly Tensors[], inputs: Readonly<Parameters<Called["forward"]>> | Parameters<Called["forward"]>[0], options?: FunctionalCallOptions): ReturnType<Called["forward"]>;
declare function fuseConvBnEval<Layer extends FusedConvolution>(conv: Layer, norm: BatchNorm, transpose?: boolean): Layer;
declare function fuseConvBnWeights(convW: Tensor, convB: Tensor | null, bnRm: Tensor, bnRv: Tensor, bnEps: number, bnW: Tensor | null, bnB: Tensor | null, transpose?: boolean): FusedWeights;
declare function fuseLinearBnEval(linear: Linear, norm: BatchNorm): Linear;
declare function fuseLinearBnWeights(linearW: Tensor, linearB: Tensor | null, bnRm: Tensor, bnRv: Tensor, bnEps: number, bnW: Tensor | null, bnB: Tensor | null): FusedWeights;
declare function getEmaAvgFn(decay?: number): AvgFn;
declare function getEmaMultiAvgFn(decay?: number): MultiAvgFn;
declare function getSwaAvgFn(): AvgFn;
declare function getSwaMultiAvgFn(): MultiAvgFn;
declare function getTotalNorm(tensors: Clipped, ...rest: Positional<TotalNormOptions, [
    "normType",
    "errorIfNonfinite",
    "foreach"
]>): Tensor;
declare function gumbelSoftmax(logits: Tensor, ...rest: Positional<GumbelSoftmaxOptions, [
    "tau",
    "hard",
    "eps",
    "dim"
]>): Tensor;
declare function hardtanh_(input: Tensor, ...rest: Positional<Omit<HardtanhOptions, "inplace">, [
    "minVal",
    "maxVal"
]>): Tensor;
declare function invertPermutation(permutation: Tensor | null): Tensor | null;
declare function isParametrized(module: Module, tensorName?: string): boolean;
declare function kaimingNormal_(tensor: Tensor, ...rest: Positional<KaimingOptions, [
    "a",
    "mode",
    "nonlinearity"
]>): Tensor;
declare function kaimingUniform_(tensor: Tensor, ...rest: Positional<KaimingOptions, [
    "a",
    "mode",
    "nonlinearity"
]>): Tensor;
declare function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
declare function linearCrossEntropy(input: Tensor, linearWeight: Tensor, target: Tensor, options?: LinearCrossEntropyOptions): Tensor;
declare function maxPool1dWithIndices(input: Tensor, kernelSize: Size1d, ...rest: Positional<MaxPool1dOptions, Places>): MaxPoolResult;
declare function maxPool2dWithIndices(input: Tensor, kernelSize: Size2d, ...rest: Positional<MaxPool2dOptions, Places>): MaxPoolResult;
declare function maxPool3dWithIndices(input: Tensor, kernelSize: Size3d, ...rest: Positional<MaxPool3dOptions, Places>): MaxPoolResult;
declare function mobilenetV2(options?: MobileNetV2Options): MobileNetV2;
declare function multiHeadAttentionForward(query: Tensor, key: Tensor, value: Tensor, embedDimToCheck: number, numHeads: number, inProjWeight: Tensor | null, inProjBias: Tensor | null, biasK: Tensor | null, biasV: Tensor | null, addZeroAttn: boolean, dropoutP: number, outProjWeight: Tensor, outProjBias: Tensor | null, options?: MultiHeadAttentionOptions): [
    output: Tensor,
    weights: Tensor | null
];
declare function normal_(tensor: Tensor, ...rest: Positional<NormalOptions, [
    "mean",
    "std"
]>): Tensor;
declare function ones_(tensor: Tensor): Tensor;
declare function orthogonal<Made extends Module>(module: Made, name?: string, ...rest: Positional<OrthogonalOptions, [
    "orthogonalMap"
]>): Made;
declare function orthogonal_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
declare function packPaddedSequence(input: Tensor, lengths: Lengths, ...rest: Positional<PackPaddedOptions, [
    "batchFirst",
    "enforceSorted"
]>): PackedSequence;
declare function packSequence(sequences: Iterable<Tensor>, ...rest: Positional<PackSequenceOptions, [
    "enforceSorted"
]>): PackedSequence;
declare function padPackedSequence(sequence: PackedSequence, ...rest: Positional<PadPackedOptions, [
    "batchFirst",
    "paddingValue",
    "totalLength"
]>): [
    padded: Tensor,
    lengths: Tensor
];
declare function padSequence(sequences: Iterable<Tensor>, ...rest: Positional<PadSequenceOptions, [
    "batchFirst",
    "paddingValue",
    "paddingSide"
]>): Tensor;
declare function parametersToVector(parameters: Iterable<Tensor>): Tensor;
declare function registerParametrization<Made extends Module>(module: Made, tensorName: string, parametrization: Parametrization, options?: ParametrizationOptions): Made;
declare function relu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function removeParametrizations<Made extends Module>(module: Made, tensorName: string, options?: RemoveParametrizationsOptions): Made;
declare function removeSpectralNorm<Normed extends Module>(module: Normed, name?: string): Normed;
declare function removeWeightNorm<Normed extends Module>(module: Normed, name?: string): Normed;
declare function resnet18(options?: ResNetOptions): ResNet;
declare function resnet20(options?: ClassifierOptions): CifarResNet;
declare function resnet34(options?: ResNetOptions): ResNet;
declare function resnet50(options?: ResNetOptions): ResNet;
declare function resnet56(options?: ClassifierOptions): CifarResNet;
declare function rrelu_(input: Tensor, ...rest: Positional<Omit<RreluOptions, "inplace">, [
    "lower",
    "upper",
    "training"
]>): Tensor;
declare function selu_(input: Tensor): Tensor;
declare function skipInit<Class extends new (...given: any[]) => Module>(moduleClass: Class, ...given: ConstructorParameters<Class>): InstanceType<Class>;
declare function softmin(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
declare function sparse_(tensor: Tensor, sparsity: number, ...rest: Positional<SparseOptions, [
    "std"
]>): Tensor;
declare function spectralNorm<Normed extends Module>(module: Normed, name?: string | (SpectralNormOptions & {
    readonly name?: string;
}), ...rest: Positional<SpectralNormOptions, [
    "nPowerIterations",
    "eps",
    "dim"
]>): Normed;
declare function spectralNorm<Normed extends Module>(module: Normed, name?: string | (SpectralNormOptions & {
    readonly name?: string;
}), ...rest: Positional<SpectralNormOptions, [
    "nPowerIterations",
    "eps",
    "dim"
]>): Normed;
declare function summary(model: Module, inputShape: Shape, options?: SummaryOptions): Summary;
declare function threshold_(input: Tensor, bound: number, value: number): Tensor;
declare function truncNormal_(tensor: Tensor, ...rest: Positional<TruncNormalOptions, [
    "mean",
    "std",
    "a",
    "b"
]>): Tensor;
declare function unfold(input: Tensor, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places>): Tensor;
declare function uniform_(tensor: Tensor, ...rest: Positional<UniformOptions, [
    "a",
    "b"
]>): Tensor;
declare function unpackSequence(packedSequences: PackedSequence): Tensor[];
declare function unpadSequence(paddedSequences: Tensor, lengths: Lengths, ...rest: Positional<UnpadSequenceOptions, [
    "batchFirst"
]>): Tensor[];
declare function updateBn(loader: AsyncIterable<unknown>, model: Module, ...rest: Rest): Promise<void>;
declare function updateBn(loader: Iterable<unknown>, model: Module, ...rest: Rest): void;
declare function upsampleBilinear(input: Tensor, ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, [
    "size",
    "scaleFactor"
]>): Tensor;
declare function upsampleNearest(input: Tensor, ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, [
    "size",
    "scaleFactor"
]>): Tensor;
declare function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void;
declare function vgg11(options?: VGGOptions): VGG;
declare function vgg11Bn(options?: VGGOptions): VGG;
declare function vgg13(options?: VGGOptions): VGG;
declare function vgg13Bn(options?: VGGOptions): VGG;
declare function vgg16(options?: VGGOptions): VGG;
declare function vgg16Bn(options?: VGGOptions): VGG;
declare function vgg19(options?: VGGOptions): VGG;
declare function vgg19Bn(options?: VGGOptions): VGG;
declare function vitB16(options?: VisionTransformerOptions): VisionTransformer;
declare function vitB32(options?: VisionTransformerOptions): VisionTransformer;
declare function weightNorm<Normed extends Module>(module: Normed, name?: string | WeightNormOptions, dim?: number | null): Normed;
declare function weightNorm<Normed extends Module>(module: Normed, name?: string | WeightNormOptions, dim?: number | null): Normed;
declare function xavierNormal_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
declare function xavierUniform_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
declare function zeros_(tensor: Tensor): Tensor;
interface AdaptiveLogSoftmaxOptions extends Omit<ParameterizedOptions, "bias"> {
    readonly divValue?: number;
    readonly headBias?: boolean;
}
interface AdaptiveLogSoftmaxResult extends Iterable<Tensor> {
    readonly output: Tensor;
    readonly loss: Tensor;
}
interface AlexNetOptions extends ClassifierOptions {
    readonly dropout?: number;
}
interface Attending {
    readonly attnMask: Tensor | null | undefined;
    readonly keyPaddingMask: Tensor | null | undefined;
    readonly isCausal: boolean | null | undefined;
}
interface AveragedModelOptions {
    readonly device?: DeviceName | null;
    readonly avgFn?: AvgFn | null;
    readonly multiAvgFn?: MultiAvgFn | null;
    readonly useBuffers?: boolean;
}
interface BufferOptions {
    readonly persistent?: boolean;
}
interface CellOptions {
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator;
}
interface ClassifierOptions {
    readonly numClasses?: number;
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
interface ConvTranspose1dLayerOptions extends Shared {
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly outputPadding?: number | readonly [
        number
    ];
    readonly dilation?: number | readonly [
        number
    ];
}
interface ConvTranspose2dLayerOptions extends Shared {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly outputPadding?: number | Pair;
    readonly dilation?: number | Pair;
}
interface ConvTranspose3dLayerOptions extends Shared {
    readonly stride?: number | Three;
    readonly padding?: number | Three;
    readonly outputPadding?: number | Three;
    readonly dilation?: number | Three;
}
interface CrossMapLRNOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
interface DecoderCallOptions {
    readonly tgtMask?: Tensor | null;
    readonly memoryMask?: Tensor | null;
    readonly tgtKeyPaddingMask?: Tensor | null;
    readonly memoryKeyPaddingMask?: Tensor | null;
    readonly tgtIsCausal?: boolean | null;
    readonly memoryIsCausal?: boolean;
}
interface DiracOptions {
    readonly groups?: number;
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
    readonly generator?: Generator;
}
interface EmbeddingBagLayerOptions extends Omit<EmbeddingBagOptions, "offsets" | "perSampleWeights">, TableOptions {
}
interface EmbeddingLayerOptions extends EmbeddingOptions, TableOptions {
}
interface EncoderLayerCallOptions {
    readonly srcMask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly isCausal?: boolean | null;
}
interface FlattenOptions {
    readonly startDim?: number;
    readonly endDim?: number;
}
interface ForwardHookOptions extends HookOptions {
    readonly alwaysCall?: boolean;
}
interface FractionalMaxPoolLayerOptions<Indices extends boolean> extends FractionalMaxPoolOptions {
    readonly returnIndices?: Indices;
}
interface FractionalMaxPoolOptions {
    readonly outputSize?: Sizes | null;
    readonly outputRatio?: Sizes | null;
    readonly returnIndices?: boolean;
    readonly randomSamples?: Tensor | null;
}
interface FunctionalCallOptions {
    readonly tieWeights?: boolean;
    readonly strict?: boolean;
}
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
interface FusedConvolution extends Module {
    readonly inChannels: number;
    readonly outChannels: number;
    readonly kernelSize: unknown;
    weight: Parameter;
    bias: Parameter | null;
}
interface FusedWeights extends Iterable<Parameter> {
    readonly weight: Parameter;
    readonly bias: Parameter;
}
interface GPTOptions {
    readonly vocabSize: number;
    readonly blockSize: number;
    readonly nLayer?: number;
    readonly nHead?: number;
    readonly nEmbd?: number;
    readonly dropout?: number;
    readonly bias?: boolean;
}
interface GRU {
    (input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    (input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
interface GenerateOptions {
    readonly temperature?: number;
    readonly topK?: number;
    readonly generator?: Generator;
}
interface Given {
    readonly [given]?: Parameter;
}
interface GivenConvolution extends ParameterizedOptions {
    readonly stride?: number | readonly number[];
    readonly padding?: PaddingOf<number | readonly number[]>;
    readonly outputPadding?: number | readonly number[];
    readonly dilation?: number | readonly number[];
    readonly groups?: number;
    readonly paddingMode?: PaddingMode;
}
interface GroupNormOptions extends MadeOptions {
    readonly eps?: number;
    readonly affine?: boolean;
    readonly bias?: boolean;
}
interface GumbelSoftmaxOptions {
    readonly tau?: number;
    readonly hard?: boolean;
    readonly eps?: number;
    readonly dim?: number;
    readonly generator?: Generator;
}
interface HookOptions {
    readonly prepend?: boolean;
    readonly withKwargs?: boolean;
}
interface InitOptions {
    readonly generator?: Generator;
}
interface KaimingOptions extends InitOptions {
    readonly a?: number;
    readonly mode?: FanMode;
    readonly nonlinearity?: Nonlinearity;
}
interface LSTM {
    (input: PackedSequence, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: PackedSequence,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
    (input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: Tensor,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
}
interface LSTMOptions extends RecurrentOptions {
    readonly projSize?: number;
}
interface LayerNormLayerOptions extends MadeOptions {
    readonly eps?: number;
    readonly elementwiseAffine?: boolean;
    readonly bias?: boolean;
}
interface LinearCrossEntropyLossOptions extends Omit<ParameterizedOptions, "bias"> {
    readonly outFeatures?: readonly number[];
    readonly bias?: boolean;
    readonly reduction?: Reduction;
    readonly weight?: Tensor | null;
    readonly ignoreIndex?: number | null;
    readonly labelSmoothing?: number;
}
interface LinearCrossEntropyOptions extends Omit<CrossEntropyOptions, "ignoreIndex"> {
    readonly linearBias?: Tensor | null;
    readonly ignoreIndex?: number | null;
}
interface LoadResult {
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
}
interface LoadStateDictOptions {
    readonly strict?: boolean;
    readonly rename?: "snake" | null;
    readonly assign?: boolean;
}
interface LocalResponseNormLayerOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
interface MadeOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface MobileNetV2Options extends ClassifierOptions {
    readonly widthMult?: number;
    readonly dropout?: number;
}
interface Module {
    readonly [forwardInputs]: Parameters<this["forward"]>;
    readonly [forwardOutput]: ReturnType<this["forward"]>;
    (...inputs: this[typeof forwardInputs]): this[typeof forwardOutput];
}
interface ModuleToOptions {
    readonly device?: DeviceName;
    readonly dtype?: DType;
    readonly nonBlocking?: boolean;
}
interface MultiHeadAttentionOptions {
    readonly training?: boolean;
    readonly keyPaddingMask?: Tensor | null;
    readonly needWeights?: boolean;
    readonly attnMask?: Tensor | null;
    readonly useSeparateProjWeight?: boolean;
    readonly qProjWeight?: Tensor | null;
    readonly kProjWeight?: Tensor | null;
    readonly vProjWeight?: Tensor | null;
    readonly averageAttnWeights?: boolean;
    readonly isCausal?: boolean;
}
interface MultiheadAttentionCallOptions {
    readonly keyPaddingMask?: Tensor | null;
    readonly needWeights?: boolean;
    readonly attnMask?: Tensor | null;
    readonly averageAttnWeights?: boolean;
    readonly isCausal?: boolean;
}
interface MultiheadAttentionOptions {
    readonly dropout?: number;
    readonly bias?: boolean;
    readonly addBiasKv?: boolean;
    readonly addZeroAttn?: boolean;
    readonly kdim?: number | null;
    readonly vdim?: number | null;
    readonly batchFirst?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface NamedModulesOptions {
    readonly prefix?: string;
    readonly removeDuplicate?: boolean;
}
interface NamedOptions extends RecurseOptions, NamedModulesOptions {
}
interface NormalOptions extends InitOptions {
    readonly mean?: number;
    readonly std?: number;
}
interface OrthogonalOptions {
    readonly orthogonalMap?: OrthogonalMap | null;
    readonly useTrivialization?: boolean;
}
interface PReLUOptions {
    readonly numParameters?: number;
    readonly init?: number;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface PackPaddedOptions {
    readonly batchFirst?: boolean;
    readonly enforceSorted?: boolean;
}
interface PackSequenceOptions {
    readonly enforceSorted?: boolean;
}
interface PadPackedOptions {
    readonly batchFirst?: boolean;
    readonly paddingValue?: number;
    readonly totalLength?: number | null;
}
interface PadSequenceOptions {
    readonly batchFirst?: boolean;
    readonly paddingValue?: number;
    readonly paddingSide?: "right" | "left";
}
interface ParameterOptions {
    readonly requiresGrad?: boolean;
}
interface ParameterizedOptions {
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator;
}
interface ParametrizationOptions {
    readonly unsafe?: boolean;
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
interface ProcessGroup {
    readonly worldSize: number;
    sum(input: Tensor): Tensor;
}
interface RMSNormOptions extends MadeOptions {
    readonly eps?: number | null;
    readonly elementwiseAffine?: boolean;
}
interface RNN {
    (input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    (input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
interface RNNCellOptions extends CellOptions {
    readonly nonlinearity?: "tanh" | "relu";
}
interface RNNOptions extends RecurrentOptions {
    readonly nonlinearity?: "tanh" | "relu";
}
interface RecurrentOptions {
    readonly numLayers?: number;
    readonly bias?: boolean;
    readonly batchFirst?: boolean;
    readonly dropout?: number;
    readonly bidirectional?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator;
}
interface RecurseOptions {
    readonly recurse?: boolean;
}
interface RegisterBufferOptions {
    readonly persistent?: boolean;
}
interface Registration {
    readonly kind: Kind;
    readonly key: string;
    readonly property: string;
    readonly persistent: boolean;
}
interface RemoveParametrizationsOptions {
    readonly leaveParametrized?: boolean;
}
interface ResNetOptions extends ClassifierOptions {
    readonly zeroInitResidual?: boolean;
}
interface Result {
    readonly output: Tensor | PackedSequence;
    readonly h: Tensor;
    readonly c: Tensor | null;
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
interface Shared extends ParameterizedOptions {
    readonly groups?: number;
    readonly paddingMode?: "zeros";
}
interface Shared extends ParameterizedOptions {
    readonly groups?: number;
    readonly paddingMode?: PaddingMode;
}
interface SparseOptions extends InitOptions {
    readonly std?: number;
}
interface SpectralNormOptions {
    readonly nPowerIterations?: number;
    readonly eps?: number;
    readonly dim?: number | null;
}
interface State {
    readonly h: Tensor;
    readonly c: Tensor | null;
}
interface StateDictOptions {
    readonly prefix?: string;
    readonly keepVars?: boolean;
}
interface Summary {
    readonly model: string;
    readonly inputShape: Shape;
    readonly rows: readonly SummaryRow[];
    readonly totalParameters: number;
    readonly trainableParameters: number;
    readonly totalMacs: number;
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
interface TotalNormOptions {
    readonly normType?: number | "inf";
    readonly errorIfNonfinite?: boolean;
    readonly foreach?: boolean | null;
}
interface TransformerCallOptions extends DecoderCallOptions {
    readonly srcMask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly srcIsCausal?: boolean | null;
}
interface TransformerDecoderOptions {
    readonly norm?: Module | null;
}
interface TransformerEncoderCallOptions {
    readonly mask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly isCausal?: boolean | null;
}
interface TransformerEncoderOptions {
    readonly norm?: Module | null;
    readonly enableNestedTensor?: boolean;
    readonly maskCheck?: boolean;
}
interface TransformerLayerOptions {
    readonly dimFeedforward?: number;
    readonly dropout?: number;
    readonly activation?: TransformerActivation;
    readonly layerNormEps?: number;
    readonly batchFirst?: boolean;
    readonly normFirst?: boolean;
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface TransformerOptions extends TransformerLayerOptions {
    readonly dModel?: number;
    readonly nhead?: number;
    readonly numEncoderLayers?: number;
    readonly numDecoderLayers?: number;
    readonly customEncoder?: Module | null;
    readonly customDecoder?: Module | null;
}
interface TransposedCallOptions {
    readonly outputSize?: readonly number[];
}
interface TruncNormalOptions extends NormalOptions {
    readonly a?: number;
    readonly b?: number;
}
interface UNetOptions {
    readonly width?: number;
    readonly bilinear?: boolean;
}
interface UniformOptions extends InitOptions {
    readonly a?: number;
    readonly b?: number;
}
interface UninitializedOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface UninitializedParameterOptions extends UninitializedOptions {
    readonly requiresGrad?: boolean;
}
interface UnpadSequenceOptions {
    readonly batchFirst?: boolean;
}
interface UpdateBnOptions {
    readonly device?: DeviceName | null;
}
interface VGGOptions extends ClassifierOptions {
    readonly dropout?: number;
}
interface VisionTransformerOptions extends ClassifierOptions {
    readonly imageSize?: number;
    readonly patchSize?: number;
    readonly numLayers?: number;
    readonly numHeads?: number;
    readonly hiddenDim?: number;
    readonly mlpDim?: number;
    readonly dropout?: number;
    readonly attentionDropout?: number;
}
interface WeightNormOptions {
    readonly name?: string;
    readonly dim?: number | null;
}
interface XavierOptions extends InitOptions {
    readonly gain?: number;
}
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
type AdaptiveSize = AdaptiveSize1d | AdaptiveSize2d | AdaptiveSize3d;
type AvgFn = (averaged: Tensor, current: Tensor, numAveraged: number) => Tensor;
type Block = typeof BasicBlock | typeof Bottleneck;
type Border = number | readonly number[];
type Call = Positional<TransposedCallOptions, [
    "outputSize"
]>;
type CellName = "tanh" | "relu" | "lstm" | "gru";
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
type Clipped = Tensor | Iterable<Tensor>;
type Dims = 1 | 2 | 3;
type DropoutLayerArguments = Positional<DropoutLayerOptions, [
    "p",
    "inplace"
]>;
type ELUOptions = SettingsOf<{
    alpha: number;
    inplace: boolean;
}>;
type FanMode = "fan_in" | "fan_out";
type FractionalPlaces = [
    "outputSize",
    "outputRatio",
    "returnIndices",
    "randomSamples"
];
type FromPretrainedOptions<Options> = Omit<Options, keyof TableOptions> & {
    readonly freeze?: boolean;
};
type Gradients = readonly (Tensor | null)[];
type InPlaceSettings = SettingsOf<{
    inplace: boolean;
}>;
type IndicesPlace<Indices extends boolean> = readonly [
    options?: {
        readonly returnIndices?: Indices;
    }
] | readonly [
    returnIndices: Indices
];
type InputsOf<Layers extends readonly Module[]> = Layers extends readonly [
    infer First extends Module,
    ...unknown[]
] ? Parameters<First["forward"]> : any[];
type Kind = "parameter" | "buffer" | "module";
type Layers = Module | readonly Module[];
type LazyNormRest = Positional<RunningNormOptions, [
    "eps",
    "momentum",
    "affine",
    "trackRunningStats"
]>;
type LazyOptions<Options> = Omit<Options, "generator">;
type LeakyReLUOptions = SettingsOf<{
    negativeSlope: number;
    inplace: boolean;
}>;
type Lengths = Tensor | readonly number[];
type LinearOptions = ParameterizedOptions;
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
type Member = Tensor | Callable;
type MultiAvgFn = (averaged: readonly Tensor[], current: readonly Tensor[], numAveraged: number) => void;
type Nonlinearity = "linear" | "conv1d" | "conv2d" | "conv3d" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu";
type OrthogonalMap = "matrix_exp" | "cayley" | "householder";
type OutputOf<Layers extends readonly Module[]> = Layers extends readonly [
    ...unknown[],
    infer Last extends Module
] ? ReturnType<Last["forward"]> : any;
type OutputSize = Positional<{
    readonly outputSize?: readonly number[];
}, [
    "outputSize"
]>;
type Padding = PaddingOf<number | Pair>;
type PaddingMode = "zeros" | Exclude<PadMode, "constant">;
type PaddingOf<Size> = Size | "same" | "valid";
type Parametrization = Module & {
    rightInverse?(value: Tensor): Tensor | readonly Tensor[];
};
type Places = [
    "dilation",
    "padding",
    "stride"
];
type Places = [
    "dilation",
    "padding",
    "stride"
];
type Places = [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners",
    "recomputeScaleFactor"
];
type Places = [
    "stride",
    "padding",
    "dilation",
    "ceilMode"
];
type Places = [
    "stride",
    "padding",
    "dilation",
    "groups"
];
type Places = [
    "stride",
    "padding",
    "dilation",
    "groups",
    "bias",
    "paddingMode"
];
type Places = [
    "stride",
    "padding",
    "dilation",
    "groups",
    "bias",
    "paddingMode"
];
type Places = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "bias",
    "dilation",
    "paddingMode"
];
type Places = [
    ...Places1d,
    "divisorOverride"
];
type Places1d = [
    "stride",
    "padding",
    "ceilMode",
    "countIncludePad"
];
type Pooled<Indices extends boolean> = Indices extends true ? MaxPoolResult : Tensor;
type RReLUOptions = SettingsOf<{
    lower: number;
    upper: number;
    inplace: boolean;
}>;
type ReLUOptions = InPlaceSettings;
type Rest = Positional<UpdateBnOptions, [
    "device"
]>;
type Rest<Indices extends boolean> = readonly [
    options: FractionalMaxPoolLayerOptions<Indices>
] | readonly [
    outputSize: Sizes | null,
    options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize">
] | readonly [
    outputSize: Sizes | null,
    outputRatio: Sizes | null,
    options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize" | "outputRatio">
] | readonly [
    outputSize: Sizes | null,
    outputRatio: Sizes | null,
    returnIndices: Indices
];
type RunningNormRest = Positional<RunningNormOptions, [
    "eps",
    "momentum",
    "affine",
    "trackRunningStats"
]>;
type Setting = number | boolean | string;
type Settings = Required<GPTOptions>;
type Settings = Required<VisionTransformerOptions>;
type SettingsOf<Settings> = {
    readonly [Name in keyof Settings]?: Settings[Name];
};
type Size = number | readonly number[];
type SizePlaces = [
    "size",
    "scaleFactor"
];
type Sizes = number | readonly number[];
type Sizes = number | readonly number[];
type StateDict = Record<string, Tensor>;
type TableOptions = Omit<ParameterizedOptions, "bias">;
type Tensors = Readonly<Record<string, Tensor>>;
type Three = readonly [
    number,
    number,
    number
];
type TransformerActivation = "relu" | "gelu" | ((x: Tensor) => Tensor);
type TransposedPlaces = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "bias",
    "dilation",
    "paddingMode"
];
type TransposedPlaces = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "dilation"
];
type WithReturn<Options, Indices extends boolean> = Options & {
    readonly returnIndices?: Indices;
};
