import { Tensor, RemovableHandle, Positional } from '@bernoulli/tensor';
interface OptimizerStateDict {
    readonly state: Readonly<Record<number, Readonly<Record<string, StateValue>>>>;
    readonly param_groups: readonly (Readonly<Record<string, unknown>> & {
        readonly params: readonly number[];
    })[];
}
type ParameterState = Record<string, StateValue>;
type StateValue = Tensor | number | null | readonly Tensor[] | readonly number[];
interface ScheduledValues {
    initialLr?: number;
    maxLr?: number;
    minLr?: number;
    maxMomentum?: number;
    baseMomentum?: number;
    swaLr?: number;
}
type ParameterGroup<Options> = Options & ScheduledValues & {
    readonly params: readonly Tensor[];
};
type ParameterGroupInput<Options> = Partial<Options> & ScheduledValues & {
    readonly params: Tensor | Iterable<Tensor>;
};
type OptimizerParameters<Options> = Iterable<Tensor> | Iterable<ParameterGroupInput<Options>>;
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
type StepHook<Owner = Optimizer> = (optimizer: Owner) => void;
declare abstract class Optimizer<Options extends object = any, State extends ParameterState = any> {
    #private;
    readonly paramGroups: ParameterGroup<Options>[];
    readonly state: Map<Tensor, State>;
    readonly defaults: Readonly<Options>;
    constructor(params: OptimizerParameters<Options>, defaults: Options, options?: Partial<Options>);
    protected abstract checkRanges(options: Options): void;
    protected abstract initialState(parameter: Tensor, options: Options): State;
    protected abstract update(parameter: Tensor, gradient: Tensor, state: State, options: Options): void;
    protected checkGroup(group: Options & ScheduledValues): void;
    addParamGroup(group: ParameterGroupInput<Options>): void;
    zeroGrad(options?: ZeroGradOptions): void;
    registerStepPreHook(hook: StepHook<this>): RemovableHandle;
    registerStepPostHook(hook: StepHook<this>): RemovableHandle;
    protected runStepHooks(when: "before" | "behind"): void;
    step(): undefined;
    step(closure: () => Tensor): Tensor;
    stateDict(): OptimizerStateDict;
    loadStateDict(stateDict: OptimizerStateDict): void;
    dispose(): void;
}
interface ImplementationOptions {
    foreach: boolean | null;
    fused: boolean | null;
    capturable: boolean;
    differentiable: boolean;
}
interface AdadeltaOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    rho: number;
    eps: number;
    weightDecay: number;
    maximize: boolean;
}
type AdadeltaState = {
    step: number;
    squareAvg: Tensor;
    accDelta: Tensor;
};
declare const places$d: readonly [
    "lr",
    "rho",
    "eps",
    "weightDecay"
];
declare class Adadelta extends Optimizer<AdadeltaOptions, AdadeltaState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdadeltaOptions>, ...rest: Positional<Partial<AdadeltaOptions>, typeof places$d>);
    protected checkRanges(options: AdadeltaOptions): void;
    protected initialState(parameter: Tensor): AdadeltaState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdadeltaState, { lr, rho, eps, weightDecay, maximize }: AdadeltaOptions): void;
}
interface AdafactorOptions extends Pick<ImplementationOptions, "foreach"> {
    lr: number;
    beta2Decay: number;
    eps: readonly [
        number | null,
        number
    ];
    d: number;
    weightDecay: number;
    maximize: boolean;
}
type AdafactorState = {
    step: number;
    rowVar: Tensor;
    colVar: Tensor;
} | {
    step: number;
    variance: Tensor;
};
declare const places$c: readonly [
    "lr",
    "beta2Decay",
    "eps",
    "d",
    "weightDecay"
];
declare class Adafactor extends Optimizer<AdafactorOptions, AdafactorState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdafactorOptions>, ...rest: Positional<Partial<AdafactorOptions>, typeof places$c>);
    protected checkRanges(options: AdafactorOptions): void;
    protected initialState(parameter: Tensor): AdafactorState;
    protected update(parameter: Tensor, given: Tensor, state: AdafactorState, options: AdafactorOptions): void;
}
interface AdagradOptions extends Omit<ImplementationOptions, "capturable"> {
    lr: number;
    lrDecay: number;
    eps: number;
    weightDecay: number;
    initialAccumulatorValue: number;
    maximize: boolean;
}
type AdagradState = {
    step: number;
    sum: Tensor;
};
declare const places$b: readonly [
    "lr",
    "lrDecay",
    "weightDecay",
    "initialAccumulatorValue",
    "eps"
];
declare class Adagrad extends Optimizer<AdagradOptions, AdagradState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdagradOptions>, ...rest: Positional<Partial<AdagradOptions>, typeof places$b>);
    protected checkRanges(options: AdagradOptions): void;
    protected initialState(parameter: Tensor): AdagradState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdagradState, { lr, lrDecay, eps, weightDecay, maximize }: AdagradOptions): void;
}
interface AdamOptions extends ImplementationOptions {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    eps: number;
    weightDecay: number;
    amsgrad: boolean;
    maximize: boolean;
    decoupledWeightDecay: boolean;
}
type AdamState = {
    step: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
    maxExpAvgSq: Tensor | null;
};
declare const places$a: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "amsgrad"
];
declare class Adam extends Optimizer<AdamOptions, AdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamOptions>, ...rest: Positional<Partial<AdamOptions>, typeof places$a>);
    protected checkRanges(options: AdamOptions): void;
    protected initialState(parameter: Tensor): AdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdamState, options: AdamOptions): void;
}
interface AdamaxOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    eps: number;
    weightDecay: number;
    maximize: boolean;
}
type AdamaxState = {
    step: number;
    expAvg: Tensor;
    expInf: Tensor;
};
declare const places$9: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay"
];
declare class Adamax extends Optimizer<AdamaxOptions, AdamaxState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamaxOptions>, ...rest: Positional<Partial<AdamaxOptions>, typeof places$9>);
    protected checkRanges(options: AdamaxOptions): void;
    protected initialState(parameter: Tensor): AdamaxState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdamaxState, { lr, betas: [beta1, beta2], eps, weightDecay, maximize }: AdamaxOptions): void;
}
interface AdamWOptions extends Omit<AdamOptions, "weightDecay" | "decoupledWeightDecay"> {
    weightDecay: number;
}
declare class AdamW extends Adam {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamWOptions>, ...rest: Positional<Partial<AdamWOptions>, typeof places$a>);
    protected checkRanges(options: AdamOptions): void;
    loadStateDict(stateDict: OptimizerStateDict): void;
}
interface ASGDOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    lambd: number;
    alpha: number;
    t0: number;
    weightDecay: number;
    maximize: boolean;
}
type ASGDState = {
    step: number;
    eta: number;
    mu: number;
    ax: Tensor;
};
declare const places$8: readonly [
    "lr",
    "lambd",
    "alpha",
    "t0",
    "weightDecay"
];
declare class ASGD extends Optimizer<ASGDOptions, ASGDState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<ASGDOptions>, ...rest: Positional<Partial<ASGDOptions>, typeof places$8>);
    protected checkRanges(options: ASGDOptions): void;
    protected initialState(parameter: Tensor, { lr }: ASGDOptions): ASGDState;
    protected update(parameter: Tensor, gradient: Tensor, state: ASGDState, { lr, lambd, alpha, t0, weightDecay, maximize }: ASGDOptions): void;
}
interface LBFGSOptions {
    lr: number;
    maxIter: number;
    maxEval: number | null;
    toleranceGrad: number;
    toleranceChange: number;
    historySize: number;
    lineSearchFn: "strong_wolfe" | null;
    maximize: boolean;
}
type LBFGSState = {
    funcEvals: number;
    nIter: number;
    d: Tensor | null;
    t: number | null;
    oldDirs: readonly Tensor[];
    oldStps: readonly Tensor[];
    ro: readonly number[];
    hDiag: number | null;
    prevFlatGrad: Tensor | null;
    prevLoss: number | null;
};
declare const places$7: readonly [
    "lr",
    "maxIter",
    "maxEval",
    "toleranceGrad",
    "toleranceChange",
    "historySize",
    "lineSearchFn"
];
declare class LBFGS extends Optimizer<LBFGSOptions, LBFGSState> {
    #private;
    static readonly name: string;
    constructor(params: OptimizerParameters<LBFGSOptions>, ...rest: Positional<Partial<LBFGSOptions>, typeof places$7>);
    protected checkRanges(options: LBFGSOptions): void;
    protected initialState(): LBFGSState;
    protected update(): void;
    step(): never;
    step(closure: () => Tensor): Tensor;
    loadStateDict(stateDict: OptimizerStateDict): void;
}
interface LionOptions extends ImplementationOptions {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    weightDecay: number;
    maximize: boolean;
}
type LionState = {
    expAvg: Tensor;
};
declare const places$6: readonly [
    "lr",
    "betas",
    "weightDecay"
];
declare class Lion extends Optimizer<LionOptions, LionState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<LionOptions>, ...rest: Positional<Partial<LionOptions>, typeof places$6>);
    protected checkRanges(options: LionOptions): void;
    protected initialState(parameter: Tensor): LionState;
    protected update(parameter: Tensor, gradient: Tensor, { expAvg }: LionState, { lr, betas: [beta1, beta2], weightDecay, maximize }: LionOptions): void;
}
interface MuonOptions {
    lr: number;
    weightDecay: number;
    momentum: number;
    nesterov: boolean;
    nsCoefficients: readonly [
        number,
        number,
        number
    ];
    eps: number;
    nsSteps: number;
    adjustLrFn: "original" | "match_rms_adamw" | "spectral_unclamped" | null;
}
type MuonState = {
    momentumBuffer: Tensor;
};
declare const places$5: readonly [
    "lr",
    "weightDecay",
    "momentum",
    "nesterov",
    "nsCoefficients",
    "eps",
    "nsSteps",
    "adjustLrFn"
];
declare class Muon extends Optimizer<MuonOptions, MuonState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<MuonOptions>, ...rest: Positional<Partial<MuonOptions>, typeof places$5>);
    addParamGroup(group: ParameterGroupInput<MuonOptions>): void;
    protected checkRanges(options: MuonOptions): void;
    protected initialState(parameter: Tensor): MuonState;
    protected update(parameter: Tensor, gradient: Tensor, state: MuonState, options: MuonOptions): void;
}
interface NAdamOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    eps: number;
    weightDecay: number;
    momentumDecay: number;
    decoupledWeightDecay: boolean;
    maximize: boolean;
}
type NAdamState = {
    step: number;
    muProduct: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
};
declare const places$4: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "momentumDecay",
    "decoupledWeightDecay"
];
declare class NAdam extends Optimizer<NAdamOptions, NAdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<NAdamOptions>, ...rest: Positional<Partial<NAdamOptions>, typeof places$4>);
    protected checkRanges(options: NAdamOptions): void;
    protected initialState(parameter: Tensor): NAdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: NAdamState, options: NAdamOptions): void;
}
interface RAdamOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    eps: number;
    weightDecay: number;
    maximize: boolean;
    decoupledWeightDecay: boolean;
}
type RAdamState = {
    step: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
};
declare const places$3: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "decoupledWeightDecay"
];
declare class RAdam extends Optimizer<RAdamOptions, RAdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RAdamOptions>, ...rest: Positional<Partial<RAdamOptions>, typeof places$3>);
    protected checkRanges(options: RAdamOptions): void;
    protected initialState(parameter: Tensor): RAdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: RAdamState, options: RAdamOptions): void;
}
interface RMSpropOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    momentum: number;
    alpha: number;
    eps: number;
    centered: boolean;
    weightDecay: number;
    maximize: boolean;
}
type RMSpropState = {
    step: number;
    squareAvg: Tensor;
    momentumBuffer: Tensor | null;
    gradAvg: Tensor | null;
};
declare const places$2: readonly [
    "lr",
    "alpha",
    "eps",
    "weightDecay",
    "momentum",
    "centered"
];
declare class RMSprop extends Optimizer<RMSpropOptions, RMSpropState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RMSpropOptions>, ...rest: Positional<Partial<RMSpropOptions>, typeof places$2>);
    protected checkRanges(options: RMSpropOptions): void;
    protected initialState(parameter: Tensor, { momentum, centered }: RMSpropOptions): RMSpropState;
    protected update(parameter: Tensor, gradient: Tensor, state: RMSpropState, options: RMSpropOptions): void;
}
interface RpropOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    etas: readonly [
        number,
        number
    ];
    stepSizes: readonly [
        number,
        number
    ];
    maximize: boolean;
}
type RpropState = {
    step: number;
    prev: Tensor;
    stepSize: Tensor;
};
declare const places$1: readonly [
    "lr",
    "etas",
    "stepSizes"
];
declare class Rprop extends Optimizer<RpropOptions, RpropState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RpropOptions>, ...rest: Positional<Partial<RpropOptions>, typeof places$1>);
    protected checkRanges(options: RpropOptions): void;
    protected initialState(parameter: Tensor, { lr }: RpropOptions): RpropState;
    protected update(parameter: Tensor, gradient: Tensor, state: RpropState, { etas: [shrinks, grows], stepSizes: [least, most], maximize }: RpropOptions): void;
}
interface SGDOptions extends Omit<ImplementationOptions, "capturable"> {
    lr: number;
    momentum: number;
    dampening: number;
    weightDecay: number;
    nesterov: boolean;
    maximize: boolean;
}
type SGDState = {
    momentumBuffer: Tensor | null;
};
declare const places: readonly [
    "lr",
    "momentum",
    "dampening",
    "weightDecay",
    "nesterov"
];
declare class SGD extends Optimizer<SGDOptions, SGDState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<SGDOptions>, ...rest: Positional<Partial<SGDOptions>, typeof places>);
    protected checkRanges(options: SGDOptions): void;
    protected initialState(): SGDState;
    protected update(parameter: Tensor, gradient: Tensor, state: SGDState, { lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions): void;
}
interface Attached {
    begin(): void;
}
type SchedulerValue = null | boolean | number | string | readonly SchedulerValue[] | {
    readonly [name: string]: SchedulerValue;
};
type SchedulerStateDict = Readonly<Record<string, SchedulerValue>>;
type AnyOptimizer = Optimizer<any, any>;
interface LRSchedulerOptions {
    lastEpoch: number;
}
declare const composed: unique symbol;
declare class LRScheduler implements Attached {
    #private;
    readonly optimizer: AnyOptimizer;
    baseLrs: number[];
    lastEpoch: number;
    protected stepCount: number;
    protected isInitial: boolean;
    protected getLrCalledWithinStep: boolean;
    protected lastLr: number[];
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LRSchedulerOptions>, [
        "lastEpoch"
    ]> | readonly [
        typeof composed
    ]);
    protected get groups(): readonly ParameterGroup<{
        lr: number;
    }>[];
    protected rates(): number[];
    begin(): void;
    protected ready(owner: new (...given: never) => LRScheduler): void;
    initialStep(): void;
    getLr(): number[];
    protected getClosedFormLr?(): number[];
    getLastLr(): number[];
    step(epoch?: number | null): void;
    updateLr(epoch: number | null): void;
    protected setRates(values: readonly number[]): void;
    protected warnOutsideStep(): void;
    protected savedNames(): readonly string[];
    stateDict(): SchedulerStateDict;
    loadStateDict(stateDict: SchedulerStateDict): void;
}
declare abstract class Composed extends LRScheduler {
    #private;
    protected constructor(owner: string, what: string, optimizer: AnyOptimizer | undefined, parts: readonly LRScheduler[]);
    protected get parts(): readonly LRScheduler[];
    undo(): void;
    stateDict(): SchedulerStateDict;
    loadStateDict(stateDict: SchedulerStateDict): void;
}
declare class SequentialLR extends Composed {
    #private;
    static readonly name: string;
    readonly boundaries: readonly number[];
    constructor(optimizer: AnyOptimizer, schedulers: readonly LRScheduler[], milestones: readonly number[], lastEpoch?: number);
    step(): void;
    protected savedNames(): readonly string[];
}
declare class ChainedScheduler extends Composed {
    static readonly name: string;
    constructor(schedulers: readonly LRScheduler[], optimizer?: AnyOptimizer);
    step(): void;
    protected savedNames(): readonly string[];
}
interface CosineAnnealingLROptions extends LRSchedulerOptions {
    tMax: number;
    etaMin: number;
}
declare class CosineAnnealingLR extends LRScheduler {
    static readonly name: string;
    readonly tMax: number;
    readonly etaMin: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<CosineAnnealingLROptions>, [
        "tMax",
        "etaMin",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface CosineAnnealingWarmRestartsOptions extends LRSchedulerOptions {
    t0: number;
    tMult: number;
    etaMin: number;
}
declare class CosineAnnealingWarmRestarts extends LRScheduler {
    #private;
    static readonly name: string;
    readonly t0: number;
    tI: number;
    readonly tMult: number;
    readonly etaMin: number;
    tCur: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<CosineAnnealingWarmRestartsOptions>, [
        "t0",
        "tMult",
        "etaMin",
        "lastEpoch"
    ]>);
    getLr(): number[];
    step(epoch?: number | null): void;
    protected savedNames(): readonly string[];
}
interface CyclicLROptions extends LRSchedulerOptions {
    baseLr: number | readonly number[];
    maxLr: number | readonly number[];
    stepSizeUp: number;
    stepSizeDown: number | null;
    mode: "triangular" | "triangular2" | "exp_range";
    gamma: number;
    scaleFn: ((x: number) => number) | null;
    scaleMode: "cycle" | "iterations";
    cycleMomentum: boolean;
    baseMomentum: number | readonly number[];
    maxMomentum: number | readonly number[];
}
type Names$3 = [
    "baseLr",
    "maxLr",
    "stepSizeUp",
    "stepSizeDown",
    "mode",
    "gamma",
    "scaleFn"
];
declare class CyclicLR extends LRScheduler {
    #private;
    static readonly name: string;
    readonly maxLrs: number[];
    readonly totalSize: number;
    readonly stepRatio: number;
    readonly mode: string;
    readonly gamma: number;
    readonly scaleMode: string;
    readonly cycleMomentum: boolean;
    readonly useBeta1: boolean;
    readonly baseMomentums: number[];
    readonly maxMomentums: number[];
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<CyclicLROptions>, Names$3>);
    scaleFn(x: number): number;
    getLr(): number[];
    stateDict(): SchedulerStateDict;
    loadStateDict(stateDict: SchedulerStateDict): void;
}
interface StepLROptions extends LRSchedulerOptions {
    stepSize: number;
    gamma: number;
}
declare class StepLR extends LRScheduler {
    static readonly name: string;
    readonly stepSize: number;
    readonly gamma: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<StepLROptions>, [
        "stepSize",
        "gamma",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface MultiStepLROptions extends LRSchedulerOptions {
    milestones: readonly number[];
    gamma: number;
}
declare class MultiStepLR extends LRScheduler {
    static readonly name: string;
    readonly milestones: Readonly<Record<string, number>>;
    readonly gamma: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<MultiStepLROptions>, [
        "milestones",
        "gamma",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface ConstantLROptions extends LRSchedulerOptions {
    factor: number;
    totalIters: number;
}
declare class ConstantLR extends LRScheduler {
    static readonly name: string;
    readonly factor: number;
    readonly totalIters: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ConstantLROptions>, [
        "factor",
        "totalIters",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface LinearLROptions extends LRSchedulerOptions {
    startFactor: number;
    endFactor: number;
    totalIters: number;
}
declare class LinearLR extends LRScheduler {
    static readonly name: string;
    readonly startFactor: number;
    readonly endFactor: number;
    readonly totalIters: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LinearLROptions>, [
        "startFactor",
        "endFactor",
        "totalIters",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface ExponentialLROptions extends LRSchedulerOptions {
    gamma: number;
}
declare class ExponentialLR extends LRScheduler {
    static readonly name: string;
    readonly gamma: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ExponentialLROptions>, [
        "gamma",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
interface PolynomialLROptions extends LRSchedulerOptions {
    totalIters: number;
    power: number;
}
declare class PolynomialLR extends LRScheduler {
    static readonly name: string;
    readonly totalIters: number;
    readonly power: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<PolynomialLROptions>, [
        "totalIters",
        "power",
        "lastEpoch"
    ]>);
    getLr(): number[];
    protected getClosedFormLr(): number[];
}
type LrLambda = (epoch: number) => number;
interface LambdaLROptions extends LRSchedulerOptions {
    lrLambda: LrLambda | readonly LrLambda[];
}
declare abstract class ByFunctions extends LRScheduler {
    #private;
    protected constructor(owner: string, optimizer: AnyOptimizer, given: readonly unknown[]);
    protected factors(): number[];
    stateDict(): SchedulerStateDict;
    loadStateDict(stateDict: SchedulerStateDict): void;
}
declare class LambdaLR extends ByFunctions {
    static readonly name: string;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, [
        "lrLambda",
        "lastEpoch"
    ]>);
    getLr(): number[];
}
declare class MultiplicativeLR extends ByFunctions {
    static readonly name: string;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, [
        "lrLambda",
        "lastEpoch"
    ]>);
    getLr(): number[];
}
interface OneCycleLROptions extends LRSchedulerOptions {
    maxLr: number | readonly number[];
    totalSteps: number | null;
    epochs: number | null;
    stepsPerEpoch: number | null;
    pctStart: number;
    annealStrategy: "cos" | "linear";
    cycleMomentum: boolean;
    baseMomentum: number | readonly number[];
    maxMomentum: number | readonly number[];
    divFactor: number;
    finalDivFactor: number;
    threePhase: boolean;
}
type Names$2 = [
    "maxLr",
    "totalSteps",
    "epochs",
    "stepsPerEpoch"
];
type Phase = {
    readonly end_step: number;
    readonly start_lr: string;
    readonly end_lr: string;
    readonly start_momentum: string;
    readonly end_momentum: string;
};
declare class OneCycleLR extends LRScheduler {
    #private;
    static readonly name: string;
    readonly totalSteps: number;
    readonly schedulePhases: readonly Phase[];
    readonly annealFuncType: string;
    readonly cycleMomentum: boolean;
    readonly useBeta1: boolean;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<OneCycleLROptions>, Names$2>);
    getLr(): number[];
}
interface ReduceLROnPlateauOptions {
    mode: "min" | "max";
    factor: number;
    patience: number;
    threshold: number;
    thresholdMode: "rel" | "abs";
    cooldown: number;
    minLr: number | readonly number[];
    eps: number;
}
type Names$1 = [
    "mode",
    "factor",
    "patience",
    "threshold"
];
declare class ReduceLROnPlateau extends LRScheduler {
    #private;
    static readonly name: string;
    readonly factor: number;
    readonly defaultMinLr: number | null;
    minLrs: number[];
    readonly patience: number;
    readonly cooldown: number;
    readonly eps: number;
    readonly modeWorse: number;
    readonly mode: string;
    readonly threshold: number;
    readonly thresholdMode: string;
    best: number;
    cooldownCounter: number;
    numBadEpochs: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ReduceLROnPlateauOptions>, Names$1>);
    step(metrics?: number | Tensor | null, epoch?: number | null): void;
    get inCooldown(): boolean;
    protected savedNames(): readonly string[];
}
interface SWALROptions extends LRSchedulerOptions {
    swaLr: number | readonly number[];
    annealEpochs: number;
    annealStrategy: "cos" | "linear";
}
type Names = [
    "swaLr",
    "annealEpochs",
    "annealStrategy",
    "lastEpoch"
];
declare class SWALR extends LRScheduler {
    static readonly name: string;
    readonly annealStrategy: string;
    readonly annealEpochs: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<SWALROptions>, Names>);
    private share;
    getLr(): number[];
}
type index_AnyOptimizer = AnyOptimizer;
type index_ChainedScheduler = ChainedScheduler;
declare const index_ChainedScheduler: typeof ChainedScheduler;
type index_ConstantLR = ConstantLR;
declare const index_ConstantLR: typeof ConstantLR;
type index_ConstantLROptions = ConstantLROptions;
type index_CosineAnnealingLR = CosineAnnealingLR;
declare const index_CosineAnnealingLR: typeof CosineAnnealingLR;
type index_CosineAnnealingLROptions = CosineAnnealingLROptions;
type index_CosineAnnealingWarmRestarts = CosineAnnealingWarmRestarts;
declare const index_CosineAnnealingWarmRestarts: typeof CosineAnnealingWarmRestarts;
type index_CosineAnnealingWarmRestartsOptions = CosineAnnealingWarmRestartsOptions;
type index_CyclicLR = CyclicLR;
declare const index_CyclicLR: typeof CyclicLR;
type index_CyclicLROptions = CyclicLROptions;
type index_ExponentialLR = ExponentialLR;
declare const index_ExponentialLR: typeof ExponentialLR;
type index_ExponentialLROptions = ExponentialLROptions;
type index_LRScheduler = LRScheduler;
declare const index_LRScheduler: typeof LRScheduler;
type index_LRSchedulerOptions = LRSchedulerOptions;
type index_LambdaLR = LambdaLR;
declare const index_LambdaLR: typeof LambdaLR;
type index_LambdaLROptions = LambdaLROptions;
type index_LinearLR = LinearLR;
declare const index_LinearLR: typeof LinearLR;
type index_LinearLROptions = LinearLROptions;
type index_LrLambda = LrLambda;
type index_MultiStepLR = MultiStepLR;
declare const index_MultiStepLR: typeof MultiStepLR;
type index_MultiStepLROptions = MultiStepLROptions;
type index_MultiplicativeLR = MultiplicativeLR;
declare const index_MultiplicativeLR: typeof MultiplicativeLR;
type index_OneCycleLR = OneCycleLR;
declare const index_OneCycleLR: typeof OneCycleLR;
type index_OneCycleLROptions = OneCycleLROptions;
type index_PolynomialLR = PolynomialLR;
declare const index_PolynomialLR: typeof PolynomialLR;
type index_PolynomialLROptions = PolynomialLROptions;
type index_ReduceLROnPlateau = ReduceLROnPlateau;
declare const index_ReduceLROnPlateau: typeof ReduceLROnPlateau;
type index_ReduceLROnPlateauOptions = ReduceLROnPlateauOptions;
type index_SWALR = SWALR;
declare const index_SWALR: typeof SWALR;
type index_SWALROptions = SWALROptions;
type index_SchedulerStateDict = SchedulerStateDict;
type index_SchedulerValue = SchedulerValue;
type index_SequentialLR = SequentialLR;
declare const index_SequentialLR: typeof SequentialLR;
type index_StepLR = StepLR;
declare const index_StepLR: typeof StepLR;
type index_StepLROptions = StepLROptions;
declare namespace index {
    export { type index_AnyOptimizer as AnyOptimizer, index_ChainedScheduler as ChainedScheduler, index_ConstantLR as ConstantLR, type index_ConstantLROptions as ConstantLROptions, index_CosineAnnealingLR as CosineAnnealingLR, type index_CosineAnnealingLROptions as CosineAnnealingLROptions, index_CosineAnnealingWarmRestarts as CosineAnnealingWarmRestarts, type index_CosineAnnealingWarmRestartsOptions as CosineAnnealingWarmRestartsOptions, index_CyclicLR as CyclicLR, type index_CyclicLROptions as CyclicLROptions, index_ExponentialLR as ExponentialLR, type index_ExponentialLROptions as ExponentialLROptions, index_LRScheduler as LRScheduler, type index_LRSchedulerOptions as LRSchedulerOptions, index_LambdaLR as LambdaLR, type index_LambdaLROptions as LambdaLROptions, index_LinearLR as LinearLR, type index_LinearLROptions as LinearLROptions, type index_LrLambda as LrLambda, index_MultiStepLR as MultiStepLR, type index_MultiStepLROptions as MultiStepLROptions, index_MultiplicativeLR as MultiplicativeLR, index_OneCycleLR as OneCycleLR, type index_OneCycleLROptions as OneCycleLROptions, index_PolynomialLR as PolynomialLR, type index_PolynomialLROptions as PolynomialLROptions, index_ReduceLROnPlateau as ReduceLROnPlateau, type index_ReduceLROnPlateauOptions as ReduceLROnPlateauOptions, index_SWALR as SWALR, type index_SWALROptions as SWALROptions, type index_SchedulerStateDict as SchedulerStateDict, type index_SchedulerValue as SchedulerValue, index_SequentialLR as SequentialLR, index_StepLR as StepLR, type index_StepLROptions as StepLROptions, LRScheduler as _LRScheduler };
}
export {
  ASGD,
  Adadelta,
  Adafactor,
  Adagrad,
  Adam,
  AdamW,
  Adamax,
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  CyclicLR,
  ExponentialLR,
  LBFGS,
  LRScheduler,
  LRScheduler as _LRScheduler,
  LambdaLR,
  LinearLR,
  Lion,
  MultiStepLR,
  MultiplicativeLR,
  Muon,
  NAdam,
  OneCycleLR,
  Optimizer,
  PolynomialLR,
  RAdam,
  RMSprop,
  ReduceLROnPlateau,
  Rprop,
  SGD,
  SWALR,
  SequentialLR,
  StepLR,
  index as lrScheduler,
  type ASGDOptions,
  type AdadeltaOptions,
  type AdafactorOptions,
  type AdagradOptions,
  type AdamOptions,
  type AdamWOptions,
  type AdamaxOptions,
  type AnyOptimizer,
  type ConstantLROptions,
  type CosineAnnealingLROptions,
  type CosineAnnealingWarmRestartsOptions,
  type CyclicLROptions,
  type ExponentialLROptions,
  type LBFGSOptions,
  type LRSchedulerOptions,
  type LambdaLROptions,
  type LinearLROptions,
  type LionOptions,
  type LrLambda,
  type MultiStepLROptions,
  type MuonOptions,
  type NAdamOptions,
  type OneCycleLROptions,
  type OptimizerParameters,
  type OptimizerStateDict,
  type ParameterGroup,
  type ParameterGroupInput,
  type ParameterState,
  type PolynomialLROptions,
  type RAdamOptions,
  type RMSpropOptions,
  type ReduceLROnPlateauOptions,
  type RpropOptions,
  type SGDOptions,
  type SWALROptions,
  type ScheduledValues,
  type SchedulerStateDict,
  type SchedulerValue,
  type StateValue,
  type StepHook,
  type StepLROptions,
  type ZeroGradOptions,
};
