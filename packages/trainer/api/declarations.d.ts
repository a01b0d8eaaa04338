declare class BusyError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_BUSY";
}
declare class CheckpointError extends FormatError {
    name: string;
    readonly code = "BERNOULLI_CHECKPOINT";
}
declare class MetricStream<Value = number> {
    #private;
    readonly metric: StreamingMetric<Value>;
    constructor(metric: StreamingMetric<Value>);
    update(output: Tensor, target: Tensor): void;
    compute(): Value;
    reset(): void;
}
declare class Trainer<Name extends string = "accuracy"> {
    #private;
    readonly model: Model;
    readonly optimizer: TrainerOptions["optimizer"];
    readonly scheduler: TrainerScheduler | null;
    readonly criterion: TrainerOptions["criterion"];
    readonly metrics: Readonly<Record<Name, Metric | StreamingMetric>>;
    readonly ranks: Ranks;
    constructor(model: Model, options: TrainerOptions<Name>);
    fit(loader: Loader, options: FitOptions<Name>): Promise<EpochRecord<Name>[]>;
    evaluate(loader: Loader, options?: EvaluateOptions): Promise<Scores<Name>>;
    predict(inputs: Tensor | Loader<Tensor | readonly [
        input: Tensor,
        ...rest: unknown[]
    ]>, options?: EvaluateOptions): Promise<Tensor>;
}
declare class WorkerRunError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_WORKER_RUN";
}
declare const cures: {
    readonly "doctor/backward-in-eval": "call model.train() before the training steps";
    readonly "doctor/metrics-with-dropout": "call model.eval() before you measure, and model.train() behind it";
    readonly "doctor/mode-left-changed": "call model.train() at the start of each epoch; a norm that is to stay frozen is put back by a train() of your own";
    readonly "doctor/unregistered": "put it on a public field, in an array, a ModuleList, a ModuleDict or a ParameterDict; Maps, Sets, plain objects, symbols and hidden properties are not looked through";
    readonly "doctor/batch-norm-after-dropout": "move the dropout behind the last batch norm, lower its p, or use a GroupNorm or LayerNorm, which keep no statistics";
    readonly "doctor/keep-probability": "p is the share that is dropped: write 1 minus the share that you want kept";
    readonly "doctor/softmax-before-cross-entropy": "take the softmax away: the loss takes scores and computes log-softmax itself; apply softmax where you predict";
    readonly "doctor/loss-without-parameters": "compute the loss from what the model gave, without detach(), noGrad or a tensor made of its numbers in between, and give the optimizer this model's parameters";
    readonly "doctor/parameter-without-gradient": "use it in forward without detach() or noGrad, make the optimizer behind the last change of the model, or freeze it: requiresGrad = false, and leave it out of the optimizer";
    readonly "doctor/exploding-weights": "lower the learning rate, by ten as a first try, or warm it up; utils.clipGradNorm_ bounds a step";
    readonly "doctor/nan": "mend that op's input: an eps under a square root or a logarithm, a loss that takes logits, rows with something in them";
};
declare const doctorCodes: DoctorCode[];
declare function accuracy(output: Tensor, target: Tensor): Tensor;
declare function auroc(options?: AurocOptions): StreamingMetric;
declare function brier(options?: BrierOptions): Metric;
declare function budget(options: BudgetOptions): Budget;
declare function checkpoint(trainer: Trainer<any>, options: CheckpointOptions): Callbacks;
declare function confusionMatrix(options?: ConfusionOptions): StreamingMetric<Confusion>;
declare function csvLog(path: string): Callbacks;
declare function doctor(model: Module, options?: DoctorOptions): Doctor;
declare function earlyStopping(model: Module, options?: EarlyStoppingOptions): EarlyStopping;
declare function emaWeights<Averaged extends Module>(model: Averaged, options?: EmaOptions): AveragedWeights<Averaged>;
declare function expectedCalibrationError(options?: CalibrationOptions): StreamingMetric;
declare function f1(options?: ClassScoreOptions): StreamingMetric;
declare function findLearningRate(trainer: Trainer<any>, loader: Loader, options?: RateFinderOptions): Promise<FoundRate>;
declare function formatDuration(seconds: number): string;
declare function formatWarning(warning: DoctorWarning): string;
declare function jsonLog(path: string): Callbacks;
declare function latestCheckpoint(directory: string): Promise<string | null>;
declare function latestSoundCheckpoint(directory: string, options?: LatestOptions): Promise<string | null>;
declare function loadCheckpoint(path: string, options?: LoadCheckpointOptions): Promise<Checkpoint>;
declare function perplexity(options?: PerplexityOptions): StreamingMetric;
declare function precision(options?: ClassScoreOptions): StreamingMetric;
declare function progress(options?: ProgressOptions): Callbacks;
declare function recall(options?: ClassScoreOptions): StreamingMetric;
declare function saveCheckpoint(path: string, options: SaveCheckpointOptions): Promise<void>;
declare function scheduleSteps(scheduler: TrainerScheduler & RestorableScheduler): ScheduledSteps;
declare function serveRun(run: Run, side?: WorkerSide): void;
declare function startRun<R extends Run>(worker: Worker, options: OptionsOf<R>, settings?: StartRunOptions<ReportOf<R>>): Promise<ResultOf<R>>;
declare function swaWeights<Averaged extends Module>(model: Averaged, options?: SwaOptions): AveragedWeights<Averaged>;
declare function tensorBoard(trainer: Trainer<any>, options: TensorBoardOptions): Callbacks;
declare function topK(k: number): Metric;
interface Accumulator<Value = number> {
    add(measured: TypedArray): void;
    value(): Value;
    state(): Float64Array;
}
interface AurocOptions {
    readonly classes?: number;
    readonly scores?: ScoresAre;
}
interface AveragedWeights<Averaged extends Module = Module> extends Callbacks {
    readonly averaged: AveragedModel<Averaged>;
    stateDict(): Readonly<Record<string, Tensor>>;
    loadStateDict(state: Readonly<Record<string, Tensor>>): void;
}
interface BatchEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly phase: Phase;
    readonly batch: number;
    readonly batches: number | null;
    readonly samples: number;
    readonly updated: boolean;
    readonly scores: Scores<Name>;
    readonly place: () => PassPlace;
}
interface BrierOptions {
    readonly scores?: ScoresAre;
}
interface Budget extends Callbacks {
    stateDict(): {
        readonly seconds: number;
        readonly steps: number;
    };
    loadStateDict(state: {
        readonly seconds: number;
        readonly steps: number;
    }): void;
}
interface BudgetOptions {
    readonly seconds?: number;
    readonly steps?: number;
    readonly clock?: () => number;
}
interface CalibrationOptions {
    readonly bins?: number;
    readonly scores?: ScoresAre;
}
interface Callbacks<Name extends string = string> {
    readonly firstRankOnly?: boolean;
    readonly goesLast?: boolean;
    onFitStart?(event: FitEvent<Name>): void | Promise<void>;
    onEpochStart?(event: EpochEvent<Name>): void | Promise<void>;
    onPassStart?(event: PassStartEvent<Name>): void | Promise<void>;
    onBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEvaluationBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEpochEnd?(event: EpochEndEvent<Name>): void | Promise<void>;
    onFitEnd?(event: FitEndEvent<Name>): void | Promise<void>;
}
interface Checkpoint {
    readonly epoch: number;
    readonly history: readonly EpochRecord[];
    readonly place: EpochPlace | null;
    readonly extra: JsonValue;
    readonly metadata: Readonly<Record<string, string>>;
}
interface CheckpointOptions extends Pick<SaveCheckpointOptions, "generators" | "extra" | "states"> {
    readonly directory: string;
    readonly every?: number;
    readonly keep?: number;
    readonly everySteps?: number;
    readonly prune?: boolean;
    readonly best?: MonitorOptions;
}
interface ClassScoreOptions extends ConfusionOptions {
    readonly average?: Average;
}
interface ConfusionOptions {
    readonly classes?: number;
    readonly scores?: ScoresAre;
}
interface Doctor {
    readonly warnings: readonly DoctorWarning[];
    check(): void;
    remove(): void;
}
interface DoctorOptions extends DoctorSettings {
    readonly optimizer?: Optimizer;
    readonly criterion?: Module;
}
interface DoctorSettings {
    readonly silence?: readonly DoctorCode[];
    readonly warn?: (warning: DoctorWarning) => void;
}
interface DoctorWarning {
    readonly code: DoctorCode;
    readonly message: string;
    readonly cure: string;
    readonly page: string;
    readonly path: string | null;
}
interface EarlyStopping extends Callbacks {
    readonly bestEpoch: number;
    stateDict(): EarlyStoppingState;
    loadStateDict(state: EarlyStoppingState): void;
    dispose(): void;
}
interface EarlyStoppingOptions extends MonitorOptions {
    readonly patience?: number;
    readonly restoreBest?: boolean;
}
interface EarlyStoppingState {
    readonly epoch: number;
    readonly weights: Readonly<Record<string, Tensor>>;
}
interface EmaOptions {
    readonly decay?: number;
    readonly useBuffers?: boolean;
}
interface EpochEndEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly record: EpochRecord<Name>;
}
interface EpochEvent<Name extends string = string> extends FitEvent<Name> {
    readonly epoch: number;
}
interface EpochPlace extends PassPlace {
    readonly starts: readonly {
        readonly generator: Generator;
        readonly state: Uint8Array;
    }[];
}
interface EpochRecord<Name extends string = string> {
    readonly epoch: number;
    readonly live: Scores<Name>;
    readonly clean: Scores<Name> | null;
    readonly validation: Scores<Name> | null;
    readonly samples: number;
    readonly trainSeconds: number;
    readonly seconds: number;
}
interface EvaluateOptions {
    readonly signal?: AbortSignal;
}
interface FitEndEvent<Name extends string = string> extends FitEvent<Name> {
    readonly reason: "complete" | "stopped" | "aborted" | "failed";
    readonly error: unknown;
}
interface FitEvent<Name extends string = string> {
    readonly epochs: number;
    readonly history: readonly EpochRecord<Name>[];
    readonly stop: () => void;
}
interface FitOptions<Name extends string = string> {
    readonly epochs: number;
    readonly history?: readonly EpochRecord[];
    readonly place?: EpochPlace | null;
    readonly cleanLoader?: Loader;
    readonly validationLoader?: Loader;
    readonly callbacks?: readonly Callbacks<Name>[];
    readonly signal?: AbortSignal;
}
interface FoundRate {
    readonly rates: readonly number[];
    readonly losses: readonly number[];
    readonly suggestion: number | null;
}
interface LatestOptions {
    readonly onDamaged?: (error: FormatError) => void;
}
interface LoadCheckpointOptions {
    readonly model?: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly states?: Readonly<Record<string, Restorable>>;
    readonly strict?: boolean;
    readonly mapLocation?: DeviceName;
    readonly ranks?: Ranks;
}
interface MonitorOptions {
    readonly monitor?: `${"live" | "clean" | "validation"}.${string}`;
    readonly mode?: "min" | "max";
    readonly minDelta?: number;
}
interface PassPlace {
    readonly batch: number;
    readonly running: RunningState;
    readonly seconds: number;
}
interface PassStartEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly place: EpochPlace | null;
}
interface PerplexityOptions {
    readonly ignoreIndex?: number;
}
interface ProgressOptions {
    readonly stream?: ProgressStream;
    readonly epochLines?: boolean;
    readonly plainInterval?: number;
    readonly clock?: () => number;
}
interface ProgressStream {
    write(text: string): unknown;
    readonly isTTY?: boolean | undefined;
    readonly columns?: number | undefined;
}
interface Ranks {
    readonly rank: number;
    readonly worldSize: number;
    gather<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(numbers: Numbers): readonly Numbers[];
}
interface RateFinderOptions {
    readonly from?: number;
    readonly to?: number;
    readonly steps?: number;
    readonly smoothing?: number;
    readonly divergence?: number;
}
interface Restorable {
    stateDict(): unknown;
    loadStateDict(state: any): void;
}
interface RunContext<Report> {
    readonly report: (value: Report) => void;
    readonly signal: AbortSignal;
}
interface RunningState {
    readonly samples: number;
    readonly sums: Readonly<Record<string, Float64Array>>;
}
interface SaveCheckpointOptions {
    readonly model: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly epoch?: number;
    readonly history?: readonly EpochRecord[];
    readonly extra?: JsonValue;
    readonly states?: Readonly<Record<string, Restorable>>;
    readonly place?: SavedPlace | null;
}
interface SavedPlace extends PassPlace {
    readonly starts: Readonly<Record<string, Uint8Array>>;
}
interface ScheduledSteps extends Callbacks {
    stateDict(): SchedulerStateDict;
    loadStateDict(state: SchedulerStateDict): void;
}
interface StartRunOptions<Report> {
    readonly onReport?: (value: Report) => void;
    readonly signal?: AbortSignal;
}
interface StreamingMetric<Value = number> {
    readonly measure: Metric;
    readonly start: (state?: Float64Array) => Accumulator<Value>;
    readonly join?: (states: readonly Float64Array[]) => Float64Array;
}
interface SwaOptions {
    readonly from?: number;
}
interface TensorBoardOptions {
    readonly directory: string;
    readonly everySteps?: number;
    readonly histograms?: boolean;
    readonly hparams?: HyperParameters;
    readonly onEpoch?: (writer: EventWriter, step: number) => void | Promise<void>;
}
interface TrainerOptions<Name extends string = "accuracy"> {
    readonly optimizer: {
        zeroGrad(): void;
        step(): unknown;
    };
    readonly scheduler?: TrainerScheduler;
    readonly criterion: (output: Tensor, target: Tensor) => Tensor;
    readonly transform?: (input: Tensor) => Tensor;
    readonly metrics?: Readonly<Record<Name, Metric | StreamingMetric>>;
    readonly accumulate?: number;
    readonly clipGradNorm?: number;
    readonly clipGradValue?: number;
    readonly around?: <Result>(step: number, body: () => Result) => Result;
    readonly clock?: () => number;
    readonly compile?: boolean | CompileOptions;
    readonly doctor?: boolean | DoctorSettings;
    readonly ranks?: Ranks;
}
interface TrainerScheduler {
    step(): unknown;
}
interface WorkerSide {
    addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}
type Average = "macro" | "weighted" | "micro" | "binary";
type Batch = readonly [
    input: Tensor,
    target: Tensor
];
type Confusion = readonly (readonly number[])[];
type DoctorCode = keyof typeof cures;
type JsonValue = null | boolean | number | string | readonly JsonValue[] | {
    readonly [name: string]: JsonValue;
};
type Loader<Item = Batch> = (AsyncIterable<Item> | Iterable<Item>) & {
    readonly length?: number;
};
type Metric = (output: Tensor, target: Tensor) => Tensor;
type Model = Module & ((input: Tensor) => Tensor);
type OptionsOf<R> = R extends Run<infer Options, any, any> ? Options : never;
type Phase = "train" | "clean" | "validation";
type ReportOf<R> = R extends (options: never, context: RunContext<infer Report>) => unknown ? Report : never;
type RestorableModel = Pick<Module, "stateDict" | "loadStateDict">;
type RestorableOptimizer = Pick<Optimizer<any, any>, "stateDict" | "loadStateDict">;
type RestorableScheduler = Pick<LRScheduler, "stateDict" | "loadStateDict">;
type ResultOf<R> = R extends Run<any, any, infer Result> ? Awaited<Result> : never;
type Run<Options = any, Report = any, Result = any> = (options: Options, context: RunContext<Report>) => Promise<Result> | Result;
type Scores<Name extends string = string> = {
    readonly [Key in Name | "loss"]: number;
};
type ScoresAre = "logits" | "probabilities";
