import { Module, DropoutFacts, Parameter, ModuleList, Linear, Embedding, Sequential } from '@bernoulli/nn';
import * as _bernoulli_tensor from '@bernoulli/tensor';
import { Generator, Tensor, NoiseDistribution, TypedArray, Shape } from '@bernoulli/tensor';
interface DrawOptions {
    readonly generator?: Generator;
}
interface DropOptions extends DrawOptions {
    readonly training: boolean;
}
declare abstract class DrawingModule extends Module {
    readonly generator: Generator | null;
    constructor({ generator }: DrawOptions);
    protected get drawing(): DropOptions;
}
declare const dropEdgeFacts: DropoutFacts;
declare function dropEdge(edges: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly forceUndirected?: boolean;
}): [
    edges: Tensor,
    kept: Tensor
];
declare const dropNodeFacts: DropoutFacts;
declare function dropNode(edges: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly numNodes?: number;
}): [
    edges: Tensor,
    keptEdges: Tensor,
    keptNodes: Tensor
];
interface ConcreteOptions extends DrawOptions {
    readonly p?: number;
    readonly temperature?: number;
    readonly weightRegularizer?: number;
    readonly dropoutRegularizer?: number;
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
interface VariationalLinearOptions extends DrawOptions {
    readonly bias?: boolean;
}
type Pair = number | readonly [
    number,
    number
];
interface VariationalConv2dOptions extends VariationalLinearOptions {
    readonly stride?: Pair;
    readonly padding?: Pair;
    readonly dilation?: Pair;
    readonly groups?: number;
}
interface Geometry {
    readonly weightShape: readonly number[];
    readonly meet: (input: Tensor, weight: Tensor, bias: Tensor | null) => Tensor;
    readonly signed: (value: Tensor) => Tensor;
    readonly text: string;
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
interface FlipoutOptions {
    readonly rho?: number;
}
declare abstract class FlipoutBase extends Variational {
    readonly rho: Parameter;
    constructor(geometry: Geometry, options: VariationalLinearOptions & FlipoutOptions);
    forward(input: Tensor): Tensor;
    protected signs(value: Tensor, generator: Generator | undefined): Tensor;
}
declare class FlipoutLinear extends FlipoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & FlipoutOptions);
}
declare class FlipoutConv2d extends FlipoutBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & FlipoutOptions);
}
interface RateOptions {
    readonly p?: number;
}
declare abstract class GaussianVariationalBase extends Variational {
    readonly logAlpha: Parameter;
    constructor(op: string, geometry: Geometry, options: VariationalLinearOptions & RateOptions);
    forward(input: Tensor): Tensor;
    kl(): Tensor;
}
declare class GaussianVariationalLinear extends GaussianVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & RateOptions);
}
declare class GaussianVariationalConv2d extends GaussianVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & RateOptions);
}
interface SparseOptions {
    readonly threshold?: number;
    readonly logSigma2?: number;
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
declare class SparseVariationalLinear extends SparseVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    readonly inFeatures: number;
    readonly outFeatures: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & SparseOptions);
}
declare class SparseVariationalConv2d extends SparseVariationalBase {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number,
        number
    ], options?: VariationalConv2dOptions & SparseOptions);
}
interface DropBlockOptions {
    readonly p: number;
    readonly blockSize: number;
    readonly eps?: number;
}
declare function dropBlock2d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor;
declare function dropBlock3d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor;
declare abstract class DropBlock extends DrawingModule {
    p: number;
    readonly blockSize: number;
    readonly eps: number;
    constructor(op: string, p: number, blockSize: number, options: DrawOptions & {
        readonly eps?: number;
    });
    protected get settings(): {
        training: boolean;
        generator?: _bernoulli_tensor.Generator;
        p: number;
        blockSize: number;
        eps: number;
    };
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
declare function gaussianDropout(input: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare function gaussianNoise(input: Tensor, options: DropOptions & {
    readonly std: number;
}): Tensor;
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
interface PatchDropoutOptions {
    readonly numPrefixTokens?: number;
    readonly ordered?: boolean;
}
declare function patchDropout(input: Tensor, options: PatchDropoutOptions & DropOptions & {
    readonly p: number;
}): Tensor;
interface CutoutOptions {
    readonly holes?: number;
    readonly length: number;
}
declare function cutout(input: Tensor, options: CutoutOptions & DropOptions): Tensor;
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
interface SharedDropoutOptions extends DropOptions {
    readonly p?: number;
    readonly noiseShape: readonly (number | null)[];
}
declare function sharedDropout(input: Tensor, options: SharedDropoutOptions): Tensor;
declare class SharedDropout extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly noiseShape: readonly (number | null)[];
    constructor(p: number, noiseShape: readonly (number | null)[], options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
type StochasticDepthMode = "row" | "batch";
declare function stochasticDepth(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly mode: StochasticDepthMode;
}): Tensor;
declare function dropPath(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly scaleByKeep?: boolean;
}): Tensor;
declare function depthRates(p: number, count: number, first?: number): number[];
declare class StochasticDepth extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    readonly mode: StochasticDepthMode;
    constructor(p: number, mode: StochasticDepthMode, options?: DrawOptions);
    forward(input: Tensor): Tensor;
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
interface MultiSampleOptions extends DrawOptions {
    readonly samples?: number;
    readonly p?: number;
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
declare function rDropLoss(first: Tensor, second: Tensor, target: Tensor, options?: {
    readonly alpha?: number;
}): Tensor;
declare function shakeDrop(input: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
declare class ShakeDrop extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
interface StandoutOptions extends DrawOptions {
    readonly alpha?: number;
    readonly beta?: number;
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
declare function lockedDropout(input: Tensor, options: DropOptions & {
    readonly p?: number;
    readonly batchFirst?: boolean;
}): Tensor;
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
declare const wordDropoutFacts: DropoutFacts;
declare function wordDropout(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly unknown: number;
    readonly keep?: readonly number[];
}): Tensor;
declare const embeddedDropoutFacts: DropoutFacts;
declare function embeddedDropout(embedding: Embedding, words: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
type RecurrentState = Tensor | readonly [
    Tensor,
    Tensor
];
type Cell = Module & {
    readonly hiddenSize: number;
    forward(input: Tensor, state?: any): RecurrentState | [
        Tensor,
        Tensor
    ];
};
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
interface VariationalOptions extends DrawOptions {
    readonly inputP?: number;
    readonly stateP?: number;
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
interface ZoneoutOptions extends DrawOptions {
    readonly hiddenP?: number;
    readonly cellP?: number;
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
declare function recordMasks<Result>(model: Module, step: () => Result): {
    result: Result;
    masks: RecordedMask[];
    noise: RecordedNoise[];
};
interface ReplayOptions {
    readonly by?: "order" | "module";
    readonly noise?: readonly RecordedNoise[];
}
declare function replayMasks<Result>(masks: readonly RecordedMask[], model: Module, step: () => Result, options?: ReplayOptions): Result;
interface PhiloxOptions {
    readonly seed: number;
    readonly step?: number;
    readonly firstSample?: number;
}
declare function withPhilox<Result>(options: PhiloxOptions, body: () => Result): Result;
interface DroppedPair {
    readonly units: readonly [
        number,
        number
    ];
    readonly share: number;
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
declare function inspectMasks(masks: readonly (RecordedMask | RecordedNoise)[], options?: {
    readonly pairs?: number;
}): MaskReport[];
declare function thinnedNet(model: Sequential, masks: readonly RecordedMask[]): Sequential;
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
interface PhiloxMaskOptions {
    readonly p?: number;
    readonly seed: number;
    readonly step?: number;
    readonly index?: number;
    readonly offset?: number;
}
declare function philoxMask(shape: Shape, options: PhiloxMaskOptions): Tensor;
type RateSchedule = (step: number) => number;
declare function earlyDropout(p: number, steps: number): RateSchedule;
declare function lateDropout(p: number, steps: number): RateSchedule;
declare function linearDropout(from: number, to: number, steps: number): RateSchedule;
declare function curriculumDropout(p: number, gamma: number): RateSchedule;
declare function setDropout(model: Module, p: number, filter?: (module: Module, name: string) => boolean): number;
interface McDropoutOptions {
    readonly samples?: number;
    readonly logits?: boolean;
    readonly drops?: (module: Module, name: string) => boolean;
}
interface McDropout {
    readonly mean: Tensor;
    readonly variance: Tensor;
    readonly entropy: Tensor | null;
    readonly mutualInformation: Tensor | null;
}
declare function mcDropout(model: Module, input: Tensor, options?: McDropoutOptions): McDropout;
interface ReliabilityBin {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly accuracy: number;
    readonly confidence: number;
}
interface Reliability {
    readonly bins: readonly ReliabilityBin[];
    readonly ece: number;
}
declare function reliability(probabilities: Tensor, target: Tensor, options?: {
    readonly bins?: number;
}): Reliability;
declare class DropConnect extends DrawingModule {
    static readonly name: string;
    static readonly facts: DropoutFacts;
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(weight: Tensor): Tensor;
    rightInverse(weight: Tensor): Tensor;
    extraRepr(): string;
}
interface DropConnectOptions extends DrawOptions {
    readonly p?: number;
    readonly names?: readonly string[];
}
declare function dropConnect<Made extends Module>(module: Made, options?: DropConnectOptions): Made;
declare function maxNorm_(weight: Tensor, max: number): Tensor;
declare function constrainMaxNorm_(model: Module, max: number): void;
declare function mixout(input: Tensor, target: Tensor, options: DropOptions & {
    readonly p?: number;
}): Tensor;
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
declare function mixoutWeights<Made extends Module>(module: Made, options?: DrawOptions & {
    readonly p?: number;
    readonly names?: readonly string[];
}): Made;
interface TargetedOptions {
    readonly target?: number;
    readonly p?: number;
}
declare function targetedWeightDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor;
declare const targetedUnitDropoutFacts: DropoutFacts;
declare function targetedUnitDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor;
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
export {
  ConcreteDropout,
  Cutout,
  DropBlock2d,
  DropBlock3d,
  DropConnect,
  DropPath,
  FlipoutConv2d,
  FlipoutLinear,
  GaussianDropout,
  GaussianNoise,
  GaussianVariationalConv2d,
  GaussianVariationalLinear,
  LayerDrop,
  LockedDropout,
  Mixout,
  MultiSampleDropout,
  PatchDropout,
  ShakeDrop,
  SharedDropout,
  SparseVariationalConv2d,
  SparseVariationalLinear,
  Standout,
  StochasticDepth,
  TargetedWeightDropout,
  VariationalRecurrent,
  Zoneout,
  constrainMaxNorm_,
  curriculumDropout,
  cutout,
  depthRates,
  dropBlock2d,
  dropBlock3d,
  dropConnect,
  dropEdge,
  dropEdgeFacts,
  dropNode,
  dropNodeFacts,
  dropPath,
  earlyDropout,
  embeddedDropout,
  embeddedDropoutFacts,
  gaussianDropout,
  gaussianNoise,
  inspectMasks,
  lateDropout,
  linearDropout,
  lockedDropout,
  maxNorm_,
  mcDropout,
  mixout,
  mixoutWeights,
  patchDropout,
  philox,
  philoxMask,
  rDropLoss,
  recordMasks,
  reliability,
  replayMasks,
  setDropout,
  shakeDrop,
  sharedDropout,
  stochasticDepth,
  targetedUnitDropout,
  targetedUnitDropoutFacts,
  targetedWeightDropout,
  thinnedNet,
  type Cell,
  type ConcreteOptions,
  type CutoutOptions,
  type DrawOptions,
  type DropBlockOptions,
  type DropConnectOptions,
  type DropOptions,
  type DroppedPair,
  type MaskReport,
  type McDropout,
  type McDropoutOptions,
  type MultiSampleOptions,
  type PatchDropoutOptions,
  type PhiloxMaskOptions,
  type PhiloxOptions,
  type RateSchedule,
  type RecordedMask,
  type RecordedNoise,
  type RecurrentState,
  type Reliability,
  type ReliabilityBin,
  type ReplayOptions,
  type SharedDropoutOptions,
  type StandoutOptions,
  type StochasticDepthMode,
  type TargetedOptions,
  type VariationalConv2dOptions,
  type VariationalLinearOptions,
  type VariationalOptions,
  type ZoneoutOptions,
  withPhilox,
  wordDropout,
  wordDropoutFacts,
};
