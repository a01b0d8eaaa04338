declare abstract class DrawingModule extends Module {
    readonly generator: Generator | null;
    constructor({ generator }: DrawOptions);
    protected get drawing(): DropOptions;
}
declare abstract class DropBlock extends DrawingModule {
    p: number;
    readonly blockSize: number;
    readonly eps: number;
    constructor(op: string, p: number, blockSize: number, options: DrawOptions & {
        readonly eps?: number;
    });
    protected get settings(): {
        training: boolean;
        generator?: import("@bernoulli/tensor").Generator;
        p: number;
        blockSize: number;
        eps: number;
    };
    extraRepr(): string;
}
declare abstract class FlipoutBase extends Variational {
    readonly rho: Parameter;
    constructor(geometry: Geometry, options: VariationalLinearOptions & FlipoutOptions);
    forward(input: Tensor): Tensor;
    protected signs(value: Tensor, generator: Generator | undefined): Tensor;
}
declare abstract class GaussianVariationalBase extends Variational {
    readonly logAlpha: Parameter;
    constructor(op: string, geometry: Geometry, options: VariationalLinearOptions & RateOptions);
    forward(input: Tensor): Tensor;
    kl(): Tensor;
}
declare abstract class SparseVariationalBase extends Variational {
    readonly logSigma2: Parameter;
    readonly threshold: number;
    constructor(geometry: Geometry, options: VariationalLinearOptions & SparseOptions);
    logAlpha(): Tensor;
    sparsity(): number;
    forward(input: Tensor): Tensor;
    kl(): Tensor;
}
declare abstract class Steps extends DrawingModule {
    readonly cell: Cell;
    constructor(cell: Cell, options: DrawOptions);
    forward(input: Tensor, state?: RecurrentState): [
        output: Tensor,
        state: RecurrentState
    ];
    protected abstract begin(input: Tensor): (row: Tensor, state: RecurrentState | undefined) => RecurrentState;
    protected callCell(row: Tensor, state: RecurrentState | undefined): RecurrentState;
}
declare abstract class Variational extends DrawingModule {
    #private;
    readonly weight: Parameter;
    readonly bias: Parameter | null;
    constructor(geometry: Geometry, options: VariationalLinearOptions);
    protected meet(input: Tensor, weight: Tensor, bias: Tensor | null): Tensor;
    protected signed(value: Tensor): Tensor;
    protected drawn(input: Tensor, weight: Tensor, variance: Tensor): Tensor;
    extraRepr(): string;
}
declare class ConcreteDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly pLogit: Parameter;
    readonly temperature: number;
    readonly weightRegularizer: number;
    readonly dropoutRegularizer: number;
    constructor(options?: ConcreteOptions);
    get p(): Tensor;
    forward(input: Tensor): Tensor;
    regularization(layer: Module): Tensor;
    extraRepr(): string;
}
declare class Cutout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly size: number;
    readonly holes: number;
    constructor(size: number, options?: DrawOptions & {
        readonly holes?: number;
    });
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class DropBlock2d extends DropBlock {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(p: number, blockSize: number, options?: DrawOptions & {
        readonly eps?: number;
    });
    forward(input: Tensor): Tensor;
}
declare class DropBlock3d extends DropBlock {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(p: number, blockSize: number, options?: DrawOptions & {
        readonly eps?: number;
    });
    forward(input: Tensor): Tensor;
}
declare class DropConnect extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(weight: Tensor): Tensor;
    rightInverse(weight: Tensor): Tensor;
    extraRepr(): string;
}
declare class DropPath extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly scaleByKeep: boolean;
    constructor(p?: number, options?: DrawOptions & {
        readonly scaleByKeep?: boolean;
    });
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class FlipoutConv2d extends FlipoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & FlipoutOptions);
}
declare class FlipoutLinear extends FlipoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & FlipoutOptions);
}
declare class GaussianDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class GaussianNoise extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    std: number;
    constructor(std: number, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class GaussianVariationalConv2d extends GaussianVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & RateOptions);
}
declare class GaussianVariationalLinear extends GaussianVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & RateOptions);
}
declare class LayerDrop extends ModuleList {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly generator: Generator | null;
    constructor(modules?: Iterable<Module>, options?: DrawOptions & {
        readonly p?: number;
    });
    kept(): Module[];
}
declare class LockedDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly batchFirst: boolean;
    constructor(p?: number, options?: DrawOptions & {
        readonly batchFirst?: boolean;
    });
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Mixout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly target: Tensor;
    constructor(target: Tensor, p?: number, options?: DrawOptions);
    forward(weight: Tensor): Tensor;
    rightInverse(weight: Tensor): Tensor;
    extraRepr(): string;
}
declare class MultiSampleDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly head: Module;
    readonly samples: number;
    p: number;
    constructor(head: Module, options?: MultiSampleOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class PatchDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly numPrefixTokens: number;
    readonly ordered: boolean;
    constructor(p?: number, options?: PatchDropoutOptions & DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class ShakeDrop extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class SharedDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly noiseShape: readonly (number | null)[];
    constructor(p: number, noiseShape: readonly (number | null)[], options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class SparseVariationalConv2d extends SparseVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & SparseOptions);
}
declare class SparseVariationalLinear extends SparseVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & SparseOptions);
}
declare class Standout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly linear: Linear;
    readonly activation: Module | null;
    alpha: number;
    beta: number;
    constructor(linear: Linear, options?: StandoutOptions & {
        readonly activation?: Module;
    });
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class StochasticDepth extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly mode: StochasticDepthMode;
    constructor(p: number, mode: StochasticDepthMode, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class TargetedWeightDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    target: number;
    p: number;
    constructor(options?: TargetedOptions & DrawOptions);
    forward(weight: Tensor): Tensor;
    rightInverse(weight: Tensor): Tensor;
    extraRepr(): string;
}
declare class VariationalRecurrent extends Steps {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    inputP: number;
    stateP: number;
    constructor(cell: Cell, options?: VariationalOptions);
    protected begin(input: Tensor): (row: Tensor, state: RecurrentState | undefined) => RecurrentState;
    extraRepr(): string;
}
declare class Zoneout extends Steps {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    hiddenP: number;
    cellP: number;
    constructor(cell: Cell, options?: ZoneoutOptions);
    protected begin(input: Tensor): (row: Tensor, state: RecurrentState | undefined) => RecurrentState;
    extraRepr(): string;
}
declare const dropEdgeFacts: DropoutFacts;
declare const dropNodeFacts: DropoutFacts;
declare const embeddedDropoutFacts: DropoutFacts;
declare const targetedUnitDropoutFacts: DropoutFacts;
declare const wordDropoutFacts: DropoutFacts;
declare function constrainMaxNorm_(model: Module, max: number): void;
declare function curriculumDropout(p: number, gamma: number): RateSchedule;
declare function cutout(input: Tensor, options: CutoutOptions & DropOptions): Tensor;
declare function depthRates(p: number, count: number, first?: number): number[];
declare function dropBlock2d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor;
declare function dropBlock3d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor;
declare function dropConnect<Made extends Module>(module: Made, options?: DropConnectOptions): Made;
declare function dropEdge(edges: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly forceUndirected?: boolean;
}): [
    edges: Tensor,
    kept: Tensor
];
declare function dropNode(edges: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly numNodes?: number;
}): [
    edges: Tensor,
    keptEdges: Tensor,
    keptNodes: Tensor
];
declare function dropPath(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly scaleByKeep?: boolean;
}): Tensor;
declare function earlyDropout(p: number, steps: number): RateSchedule;
declare function embeddedDropout(embedding: Embedding, words: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare function gaussianDropout(input: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare function gaussianNoise(input: Tensor, options: DropOptions & {
    readonly std: number;
}): Tensor;
declare function inspectMasks(masks: readonly (RecordedMask | RecordedNoise)[], options?: {
    readonly pairs?: number;
}): MaskReport[];
declare function lateDropout(p: number, steps: number): RateSchedule;
declare function linearDropout(from: number, to: number, steps: number): RateSchedule;
declare function lockedDropout(input: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly batchFirst?: boolean;
}): Tensor;
declare function maxNorm_(weight: Tensor, max: number): Tensor;
declare function mcDropout(model: Module, input: Tensor, options?: McDropoutOptions): McDropout;
declare function mixout(input: Tensor, target: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare function mixoutWeights<Made extends Module>(module: Made, options?: DrawOptions & {
    readonly p?: number;
    readonly names?: readonly string[];
}): Made;
declare function patchDropout(input: Tensor, options: PatchDropoutOptions & DropOptions & {
    readonly p: number;
}): Tensor;
declare function philox(counter: readonly [
    number,
    number,
    number,
    number
], key: readonly [
    number,
    number
]): [
    number,
    number,
    number,
    number
];
declare function philoxMask(shape: Shape, options: PhiloxMaskOptions): Tensor;
declare function rDropLoss(first: Tensor, second: Tensor, target: Tensor, options?: {
    readonly alpha?: number;
}): Tensor;
declare function recordMasks<Result>(model: Module, step: () => Result): {
    result: Result;
    masks: RecordedMask[];
    noise: RecordedNoise[];
};
declare function reliability(probabilities: Tensor, target: Tensor, options?: {
    readonly bins?: number;
}): Reliability;
declare function replayMasks<Result>(masks: readonly RecordedMask[], model: Module, step: () => Result, options?: ReplayOptions): Result;
declare function setDropout(model: Module, p: number, filter?: (module: Module, name: string) => boolean): number;
declare function shakeDrop(input: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare function sharedDropout(input: Tensor, options: SharedDropoutOptions): Tensor;
declare function stochasticDepth(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly mode: StochasticDepthMode;
}): Tensor;
declare function targetedUnitDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor;
declare function targetedWeightDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor;
declare function thinnedNet(model: Sequential, masks: readonly RecordedMask[]): Sequential;
declare function withPhilox<Result>(options: PhiloxOptions, body: () => Result): Result;
declare function wordDropout(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly unknown: number;
    readonly keep?: readonly number[];
}): Tensor;
interface ConcreteOptions extends DrawOptions {
    readonly p?: number;
    readonly temperature?: number;
    readonly weightRegularizer?: number;
    readonly dropoutRegularizer?: number;
}
interface CutoutOptions {
    readonly holes?: number;
    readonly length: number;
}
interface DrawOptions {
    readonly generator?: Generator;
}
interface DropBlockOptions {
    readonly p: number;
    readonly blockSize: number;
    readonly eps?: number;
}
interface DropConnectOptions extends DrawOptions {
    readonly p?: number;
    readonly names?: readonly string[];
}
interface DropOptions extends DrawOptions {
    readonly training: boolean;
}
interface DroppedPair {
    readonly units: readonly [
        number,
        number
    ];
    readonly share: number;
}
interface FlipoutOptions {
    readonly rho?: number;
}
interface Geometry {
    readonly weightShape: readonly number[];
    readonly meet: (input: Tensor, weight: Tensor, bias: Tensor | null) => Tensor;
    readonly signed: (value: Tensor) => Tensor;
    readonly text: string;
}
interface MaskReport {
    readonly module: string;
    readonly op: string;
    readonly p: number;
    readonly draws: number;
    readonly share: number;
    readonly deviation: number;
    readonly units: readonly number[];
    readonly pairs: readonly DroppedPair[];
}
interface McDropout {
    readonly mean: Tensor;
    readonly variance: Tensor;
    readonly entropy: Tensor | null;
    readonly mutualInformation: Tensor | null;
}
interface McDropoutOptions {
    readonly samples?: number;
    readonly logits?: boolean;
    readonly drops?: (module: Module, name: string) => boolean;
}
interface MultiSampleOptions extends DrawOptions {
    readonly samples?: number;
    readonly p?: number;
}
interface PatchDropoutOptions {
    readonly numPrefixTokens?: number;
    readonly ordered?: boolean;
}
interface PhiloxMaskOptions {
    readonly p?: number;
    readonly seed: number;
    readonly step?: number;
    readonly index?: number;
    readonly offset?: number;
}
interface PhiloxOptions {
    readonly seed: number;
    readonly step?: number;
    readonly firstSample?: number;
    readonly sampleStep?: number;
}
interface RateOptions {
    readonly p?: number;
}
interface RecordedMask {
    readonly module: string;
    readonly op: string;
    readonly p: number;
    readonly shape: readonly number[];
    readonly kept: Uint8Array;
}
interface RecordedNoise {
    readonly module: string;
    readonly op: string;
    readonly distribution: NoiseDistribution["name"];
    readonly shape: readonly number[];
    readonly values: TypedArray;
    readonly mask: Pick<RecordedMask, "shape" | "kept"> | null;
}
interface Reliability {
    readonly bins: readonly ReliabilityBin[];
    readonly ece: number;
}
interface ReliabilityBin {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly accuracy: number;
    readonly confidence: number;
}
interface ReplayOptions {
    readonly by?: "order" | "module";
    readonly noise?: readonly RecordedNoise[];
}
interface SharedDropoutOptions extends DropOptions {
    readonly p?: number;
    readonly noiseShape: readonly (number | null)[];
}
interface SparseOptions {
    readonly threshold?: number;
    readonly logSigma2?: number;
}
interface StandoutOptions extends DrawOptions {
    readonly alpha?: number;
    readonly beta?: number;
}
interface TargetedOptions {
    readonly target?: number;
    readonly p?: number;
}
interface VariationalConv2dOptions extends VariationalLinearOptions {
    readonly stride?: Pair;
    readonly padding?: Pair;
    readonly dilation?: Pair;
    readonly groups?: number;
}
interface VariationalLinearOptions extends DrawOptions {
    readonly bias?: boolean;
}
interface VariationalOptions extends DrawOptions {
    readonly inputP?: number;
    readonly stateP?: number;
}
interface ZoneoutOptions extends DrawOptions {
    readonly hiddenP?: number;
    readonly cellP?: number;
}
type Cell = Module & {
    readonly hiddenSize: number;
    forward(input: Tensor, state?: any): RecurrentState | [
        Tensor,
        Tensor
    ];
};
type Pair = number | readonly [
    number,
    number
];
type RateSchedule = (step: number) => number;
type RecurrentState = Tensor | readonly [
    Tensor,
    Tensor
];
type StochasticDepthMode = "row" | "batch";
