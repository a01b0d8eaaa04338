import { Module, Parameter, ModuleList, Linear, Embedding, Sequential } from '@bernoulli/nn';
import * as _bernoulli_tensor from '@bernoulli/tensor';
import { Generator, Tensor, Shape } from '@bernoulli/tensor';
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
interface ConcreteOptions extends DrawOptions {
    readonly p?: number;
    readonly temperature?: number;
    readonly weightRegularizer?: number;
    readonly dropoutRegularizer?: number;
}
declare class ConcreteDropout extends DrawingModule {
    static readonly name: string;
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
declare abstract class VariationalLinear extends DrawingModule {
    readonly inFeatures: number;
    readonly outFeatures: number;
    readonly weight: Parameter;
    readonly bias: Parameter | null;
    constructor(op: string, inFeatures: number, outFeatures: number, options: VariationalLinearOptions);
    protected drawn(input: Tensor, weight: Tensor, variance: Tensor): Tensor;
    extraRepr(): string;
}
declare class GaussianVariationalLinear extends VariationalLinear {
    static readonly name: string;
    readonly logAlpha: Parameter;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & {
        readonly p?: number;
    });
    forward(input: Tensor): Tensor;
    kl(): Tensor;
}
declare class SparseVariationalLinear extends VariationalLinear {
    static readonly name: string;
    readonly logSigma2: Parameter;
    readonly threshold: number;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & {
        readonly threshold?: number;
        readonly logSigma2?: number;
    });
    logAlpha(): Tensor;
    sparsity(): number;
    forward(input: Tensor): Tensor;
    kl(): Tensor;
}
declare class FlipoutLinear extends VariationalLinear {
    static readonly name: string;
    readonly rho: Parameter;
    constructor(inFeatures: number, outFeatures: number, options?: VariationalLinearOptions & {
        readonly rho?: number;
    });
    forward(input: Tensor): Tensor;
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
    constructor(p: number, blockSize: number, options?: DrawOptions & {
        readonly eps?: number;
    });
    forward(input: Tensor): Tensor;
}
declare class DropBlock3d extends DropBlock {
    static readonly name: string;
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
    p: number;
    constructor(p?: number, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class GaussianNoise extends DrawingModule {
    static readonly name: string;
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
    p: number;
    readonly numPrefixTokens: number;
    readonly ordered: boolean;
    constructor(p?: number, options?: PatchDropoutOptions & DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Cutout extends DrawingModule {
    static readonly name: string;
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
    p: number;
    readonly mode: StochasticDepthMode;
    constructor(p: number, mode: StochasticDepthMode, options?: DrawOptions);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class DropPath extends DrawingModule {
    static readonly name: string;
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
    p: number;
    readonly batchFirst: boolean;
    constructor(p?: number, options?: DrawOptions & {
        readonly batchFirst?: boolean;
    });
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare function wordDropout(input: Tensor, options: DropOptions & {
    readonly p: number;
    readonly unknown: number;
    readonly keep?: readonly number[];
}): Tensor;
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
declare function recordMasks<Result>(model: Module, step: () => Result): {
    result: Result;
    masks: RecordedMask[];
};
interface ReplayOptions {
    readonly by?: "order" | "module";
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
declare function inspectMasks(masks: readonly RecordedMask[], options?: {
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
declare function targetedUnitDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor;
declare class TargetedWeightDropout extends DrawingModule {
    static readonly name: string;
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
  FlipoutLinear,
  GaussianDropout,
  GaussianNoise,
  GaussianVariationalLinear,
  LayerDrop,
  LockedDropout,
  Mixout,
  MultiSampleDropout,
  PatchDropout,
  ShakeDrop,
  SharedDropout,
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
  dropNode,
  dropPath,
  earlyDropout,
  embeddedDropout,
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
  type RecurrentState,
  type Reliability,
  type ReliabilityBin,
  type ReplayOptions,
  type SharedDropoutOptions,
  type StandoutOptions,
  type StochasticDepthMode,
  type TargetedOptions,
  type VariationalLinearOptions,
  type VariationalOptions,
  type ZoneoutOptions,
  withPhilox,
  wordDropout,
};
