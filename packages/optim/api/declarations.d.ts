declare abstract class ByFunctions extends LRScheduler {
    #private;
    protected constructor(owner: string, optimizer: AnyOptimizer, given: readonly unknown[]);
    protected factors(): number[];
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
    zeroGrad(...rest: Positional<ZeroGradOptions, [
        "setToNone"
    ]>): void;
    registerStepPreHook(hook: StepHook<this>): RemovableHandle;
    registerStepPostHook(hook: StepHook<this>): RemovableHandle;
    protected runStepHooks(when: "before" | "behind"): void;
    step(): undefined;
    step(closure: () => Tensor): Tensor;
    stateDict(): OptimizerStateDict;
    loadStateDict(stateDict: OptimizerStateDict): void;
    dispose(): void;
}
declare class ASGD extends Optimizer<ASGDOptions, ASGDState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<ASGDOptions>, ...rest: Positional<Partial<ASGDOptions>, typeof places>);
    protected checkRanges(options: ASGDOptions): void;
    protected initialState(parameter: Tensor, { lr }: ASGDOptions): ASGDState;
    protected update(parameter: Tensor, gradient: Tensor, state: ASGDState, { lr, lambd, alpha, t0, weightDecay, maximize }: ASGDOptions): void;
}
declare class Adadelta extends Optimizer<AdadeltaOptions, AdadeltaState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdadeltaOptions>, ...rest: Positional<Partial<AdadeltaOptions>, typeof places>);
    protected checkRanges(options: AdadeltaOptions): void;
    protected initialState(parameter: Tensor): AdadeltaState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdadeltaState, { lr, rho, eps, weightDecay, maximize }: AdadeltaOptions): void;
}
declare class Adafactor extends Optimizer<AdafactorOptions, AdafactorState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdafactorOptions>, ...rest: Positional<Partial<AdafactorOptions>, typeof places>);
    protected checkRanges(options: AdafactorOptions): void;
    protected initialState(parameter: Tensor): AdafactorState;
    protected update(parameter: Tensor, given: Tensor, state: AdafactorState, options: AdafactorOptions): void;
}
declare class Adagrad extends Optimizer<AdagradOptions, AdagradState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdagradOptions>, ...rest: Positional<Partial<AdagradOptions>, typeof places>);
    protected checkRanges(options: AdagradOptions): void;
    protected initialState(parameter: Tensor): AdagradState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdagradState, { lr, lrDecay, eps, weightDecay, maximize }: AdagradOptions): void;
}
declare class Adam extends Optimizer<AdamOptions, AdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamOptions>, ...rest: Positional<Partial<AdamOptions>, typeof places>);
    protected checkRanges(options: AdamOptions): void;
    protected initialState(parameter: Tensor): AdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdamState, options: AdamOptions): void;
}
declare class AdamW extends Adam {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamWOptions>, ...rest: Positional<Partial<AdamWOptions>, typeof places>);
    protected checkRanges(options: AdamOptions): void;
    loadStateDict(stateDict: OptimizerStateDict): void;
}
declare class Adamax extends Optimizer<AdamaxOptions, AdamaxState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamaxOptions>, ...rest: Positional<Partial<AdamaxOptions>, typeof places>);
    protected checkRanges(options: AdamaxOptions): void;
    protected initialState(parameter: Tensor): AdamaxState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdamaxState, { lr, betas: [beta1, beta2], eps, weightDecay, maximize }: AdamaxOptions): void;
}
declare class ChainedScheduler extends Composed {
    static readonly name: string;
    constructor(schedulers: readonly LRScheduler[], optimizer?: AnyOptimizer);
    step(): void;
    protected savedNames(): readonly string[];
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
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<CyclicLROptions>, Names>);
    scaleFn(x: number): number;
    getLr(): number[];
    stateDict(): SchedulerStateDict;
    loadStateDict(stateDict: SchedulerStateDict): void;
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
declare class LBFGS extends Optimizer<LBFGSOptions, LBFGSState> {
    #private;
    static readonly name: string;
    constructor(params: OptimizerParameters<LBFGSOptions>, ...rest: Positional<Partial<LBFGSOptions>, typeof places>);
    protected checkRanges(options: LBFGSOptions): void;
    protected initialState(): LBFGSState;
    protected update(): void;
    step(): never;
    step(closure: () => Tensor): Tensor;
    loadStateDict(stateDict: OptimizerStateDict): void;
}
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
declare class LambdaLR extends ByFunctions {
    static readonly name: string;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, [
        "lrLambda",
        "lastEpoch"
    ]>);
    getLr(): number[];
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
declare class Lion extends Optimizer<LionOptions, LionState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<LionOptions>, ...rest: Positional<Partial<LionOptions>, typeof places>);
    protected checkRanges(options: LionOptions): void;
    protected initialState(parameter: Tensor): LionState;
    protected update(parameter: Tensor, gradient: Tensor, { expAvg }: LionState, { lr, betas: [beta1, beta2], weightDecay, maximize }: LionOptions): void;
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
declare class MultiplicativeLR extends ByFunctions {
    static readonly name: string;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<LambdaLROptions>, [
        "lrLambda",
        "lastEpoch"
    ]>);
    getLr(): number[];
}
declare class Muon extends Optimizer<MuonOptions, MuonState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<MuonOptions>, ...rest: Positional<Partial<MuonOptions>, typeof places>);
    addParamGroup(group: ParameterGroupInput<MuonOptions>): void;
    protected checkRanges(options: MuonOptions): void;
    protected initialState(parameter: Tensor): MuonState;
    protected update(parameter: Tensor, gradient: Tensor, state: MuonState, options: MuonOptions): void;
}
declare class NAdam extends Optimizer<NAdamOptions, NAdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<NAdamOptions>, ...rest: Positional<Partial<NAdamOptions>, typeof places>);
    protected checkRanges(options: NAdamOptions): void;
    protected initialState(parameter: Tensor): NAdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: NAdamState, options: NAdamOptions): void;
}
declare class OneCycleLR extends LRScheduler {
    #private;
    static readonly name: string;
    readonly totalSteps: number;
    readonly schedulePhases: readonly Phase[];
    readonly annealFuncType: string;
    readonly cycleMomentum: boolean;
    readonly useBeta1: boolean;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<OneCycleLROptions>, Names>);
    getLr(): number[];
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
declare class RAdam extends Optimizer<RAdamOptions, RAdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RAdamOptions>, ...rest: Positional<Partial<RAdamOptions>, typeof places>);
    protected checkRanges(options: RAdamOptions): void;
    protected initialState(parameter: Tensor): RAdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: RAdamState, options: RAdamOptions): void;
}
declare class RMSprop extends Optimizer<RMSpropOptions, RMSpropState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RMSpropOptions>, ...rest: Positional<Partial<RMSpropOptions>, typeof places>);
    protected checkRanges(options: RMSpropOptions): void;
    protected initialState(parameter: Tensor, { momentum, centered }: RMSpropOptions): RMSpropState;
    protected update(parameter: Tensor, gradient: Tensor, state: RMSpropState, options: RMSpropOptions): void;
}
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
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<ReduceLROnPlateauOptions>, Names>);
    step(metrics?: number | Tensor | null, epoch?: number | null): void;
    get inCooldown(): boolean;
    protected savedNames(): readonly string[];
}
declare class Rprop extends Optimizer<RpropOptions, RpropState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<RpropOptions>, ...rest: Positional<Partial<RpropOptions>, typeof places>);
    protected checkRanges(options: RpropOptions): void;
    protected initialState(parameter: Tensor, { lr }: RpropOptions): RpropState;
    protected update(parameter: Tensor, gradient: Tensor, state: RpropState, { etas: [shrinks, grows], stepSizes: [least, most], maximize }: RpropOptions): void;
}
declare class SGD extends Optimizer<SGDOptions, SGDState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<SGDOptions>, ...rest: Positional<Partial<SGDOptions>, typeof places>);
    protected checkRanges(options: SGDOptions): void;
    protected initialState(): SGDState;
    protected update(parameter: Tensor, gradient: Tensor, state: SGDState, { lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions): void;
}
declare class SWALR extends LRScheduler {
    static readonly name: string;
    readonly annealStrategy: string;
    readonly annealEpochs: number;
    constructor(optimizer: AnyOptimizer, ...given: Positional<Partial<SWALROptions>, Names>);
    private share;
    getLr(): number[];
}
declare class SequentialLR extends Composed {
    #private;
    static readonly name: string;
    readonly boundaries: readonly number[];
    constructor(optimizer: AnyOptimizer, schedulers: readonly LRScheduler[], milestones: readonly number[], lastEpoch?: number);
    step(): void;
    protected savedNames(): readonly string[];
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
declare const composed: unique symbol;
declare const places: readonly [
    "lr",
    "alpha",
    "eps",
    "weightDecay",
    "momentum",
    "centered"
];
declare const places: readonly [
    "lr",
    "beta2Decay",
    "eps",
    "d",
    "weightDecay"
];
declare const places: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay"
];
declare const places: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "amsgrad"
];
declare const places: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "decoupledWeightDecay"
];
declare const places: readonly [
    "lr",
    "betas",
    "eps",
    "weightDecay",
    "momentumDecay",
    "decoupledWeightDecay"
];
declare const places: readonly [
    "lr",
    "betas",
    "weightDecay"
];
declare const places: readonly [
    "lr",
    "etas",
    "stepSizes"
];
declare const places: readonly [
    "lr",
    "lambd",
    "alpha",
    "t0",
    "weightDecay"
];
declare const places: readonly [
    "lr",
    "lrDecay",
    "weightDecay",
    "initialAccumulatorValue",
    "eps"
];
declare const places: readonly [
    "lr",
    "maxIter",
    "maxEval",
    "toleranceGrad",
    "toleranceChange",
    "historySize",
    "lineSearchFn"
];
declare const places: readonly [
    "lr",
    "momentum",
    "dampening",
    "weightDecay",
    "nesterov"
];
declare const places: readonly [
    "lr",
    "rho",
    "eps",
    "weightDecay"
];
declare const places: readonly [
    "lr",
    "weightDecay",
    "momentum",
    "nesterov",
    "nsCoefficients",
    "eps",
    "nsSteps",
    "adjustLrFn"
];
interface ASGDOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    lambd: number;
    alpha: number;
    t0: number;
    weightDecay: number;
    maximize: boolean;
}
interface AdadeltaOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    rho: number;
    eps: number;
    weightDecay: number;
    maximize: boolean;
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
interface AdagradOptions extends Omit<ImplementationOptions, "capturable"> {
    lr: number;
    lrDecay: number;
    eps: number;
    weightDecay: number;
    initialAccumulatorValue: number;
    maximize: boolean;
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
interface AdamWOptions extends Omit<AdamOptions, "weightDecay" | "decoupledWeightDecay"> {
    weightDecay: number;
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
interface Attached {
    begin(): void;
}
interface ConstantLROptions extends LRSchedulerOptions {
    factor: number;
    totalIters: number;
}
interface CosineAnnealingLROptions extends LRSchedulerOptions {
    tMax: number;
    etaMin: number;
}
interface CosineAnnealingWarmRestartsOptions extends LRSchedulerOptions {
    t0: number;
    tMult: number;
    etaMin: number;
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
interface ExponentialLROptions extends LRSchedulerOptions {
    gamma: number;
}
interface ImplementationOptions {
    foreach: boolean | null;
    fused: boolean | null;
    capturable: boolean;
    differentiable: boolean;
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
interface LRSchedulerOptions {
    lastEpoch: number;
}
interface LambdaLROptions extends LRSchedulerOptions {
    lrLambda: LrLambda | readonly LrLambda[];
}
interface LinearLROptions extends LRSchedulerOptions {
    startFactor: number;
    endFactor: number;
    totalIters: number;
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
interface MultiStepLROptions extends LRSchedulerOptions {
    milestones: readonly number[];
    gamma: number;
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
interface OptimizerStateDict {
    readonly state: Readonly<Record<number, Readonly<Record<string, StateValue>>>>;
    readonly param_groups: readonly (Readonly<Record<string, unknown>> & {
        readonly params: readonly number[];
    })[];
}
interface PolynomialLROptions extends LRSchedulerOptions {
    totalIters: number;
    power: number;
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
interface RMSpropOptions extends Omit<ImplementationOptions, "fused"> {
    lr: number;
    momentum: number;
    alpha: number;
    eps: number;
    centered: boolean;
    weightDecay: number;
    maximize: boolean;
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
interface SGDOptions extends Omit<ImplementationOptions, "capturable"> {
    lr: number;
    momentum: number;
    dampening: number;
    weightDecay: number;
    nesterov: boolean;
    maximize: boolean;
}
interface SWALROptions extends LRSchedulerOptions {
    swaLr: number | readonly number[];
    annealEpochs: number;
    annealStrategy: "cos" | "linear";
}
interface ScheduledValues {
    initialLr?: number;
    maxLr?: number;
    minLr?: number;
    maxMomentum?: number;
    baseMomentum?: number;
    swaLr?: number;
}
interface StepLROptions extends LRSchedulerOptions {
    stepSize: number;
    gamma: number;
}
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
type ASGDState = {
    step: number;
    eta: number;
    mu: number;
    ax: Tensor;
};
type AdadeltaState = {
    step: number;
    squareAvg: Tensor;
    accDelta: Tensor;
};
type AdafactorState = {
    step: number;
    rowVar: Tensor;
    colVar: Tensor;
} | {
    step: number;
    variance: Tensor;
};
type AdagradState = {
    step: number;
    sum: Tensor;
};
type AdamState = {
    step: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
    maxExpAvgSq: Tensor | null;
};
type AdamaxState = {
    step: number;
    expAvg: Tensor;
    expInf: Tensor;
};
type AnyOptimizer = Optimizer<any, any>;
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
type LionState = {
    expAvg: Tensor;
};
type LrLambda = (epoch: number) => number;
type MuonState = {
    momentumBuffer: Tensor;
};
type NAdamState = {
    step: number;
    muProduct: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
};
type Names = [
    "baseLr",
    "maxLr",
    "stepSizeUp",
    "stepSizeDown",
    "mode",
    "gamma",
    "scaleFn"
];
type Names = [
    "maxLr",
    "totalSteps",
    "epochs",
    "stepsPerEpoch"
];
type Names = [
    "mode",
    "factor",
    "patience",
    "threshold"
];
type Names = [
    "swaLr",
    "annealEpochs",
    "annealStrategy",
    "lastEpoch"
];
type OptimizerParameters<Options> = Iterable<Tensor> | Iterable<ParameterGroupInput<Options>>;
type ParameterGroup<Options> = Options & ScheduledValues & {
    readonly params: readonly Tensor[];
};
type ParameterGroupInput<Options> = Partial<Options> & ScheduledValues & {
    readonly params: Tensor | Iterable<Tensor>;
};
type ParameterState = Record<string, StateValue>;
type Phase = {
    readonly end_step: number;
    readonly start_lr: string;
    readonly end_lr: string;
    readonly start_momentum: string;
    readonly end_momentum: string;
};
type RAdamState = {
    step: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
};
type RMSpropState = {
    step: number;
    squareAvg: Tensor;
    momentumBuffer: Tensor | null;
    gradAvg: Tensor | null;
};
type RpropState = {
    step: number;
    prev: Tensor;
    stepSize: Tensor;
};
type SGDState = {
    momentumBuffer: Tensor | null;
};
type SchedulerStateDict = Readonly<Record<string, SchedulerValue>>;
type SchedulerValue = null | boolean | number | string | readonly SchedulerValue[] | {
    readonly [name: string]: SchedulerValue;
};
type StateValue = Tensor | number | null | readonly Tensor[] | readonly number[];
type StepHook<Owner = Optimizer> = (optimizer: Owner) => void;
