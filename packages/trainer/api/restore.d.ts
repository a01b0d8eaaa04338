import { Module } from '@bernoulli/nn';
import { TypedArray, Tensor, Generator, CompileOptions } from '@bernoulli/tensor';
import { LRScheduler, Optimizer } from '@bernoulli/optim';
interface Accumulator<Value = number> {
    add(measured: TypedArray): void;
    value(): Value;
    state(): Float64Array;
}
interface StreamingMetric<Value = number> {
    readonly measure: Metric;
    readonly start: (state?: Float64Array) => Accumulator<Value>;
    readonly join?: (states: readonly Float64Array[]) => Float64Array;
}
declare class MetricStream<Value = number> {
    #private;
    readonly metric: StreamingMetric<Value>;
    constructor(metric: StreamingMetric<Value>);
    update(output: Tensor, target: Tensor): void;
    compute(): Value;
    reset(): void;
}
interface Ranks {
    readonly rank: number;
    readonly worldSize: number;
    gather<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(numbers: Numbers): readonly Numbers[];
}
type Metric = (output: Tensor, target: Tensor) => Tensor;
type Scores<Name extends string = string> = {
    readonly [Key in Name | "loss"]: number;
};
declare function accuracy(output: Tensor, target: Tensor): Tensor;
interface RunningState {
    readonly samples: number;
    readonly sums: Readonly<Record<string, Float64Array>>;
}
interface PassPlace {
    readonly batch: number;
    readonly running: RunningState;
    readonly seconds: number;
}
interface EpochPlace extends PassPlace {
    readonly starts: readonly {
        readonly generator: Generator;
        readonly state: Uint8Array;
    }[];
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
    readonly "doctor/parameter-without-gradient": "use it in forward without detach() or noGrad, or freeze it: requiresGrad = false, and leave it out of the optimizer";
    readonly "doctor/exploding-weights": "lower the learning rate, by ten as a first try, or warm it up; utils.clipGradNorm_ bounds a step";
    readonly "doctor/nan": "mend that op's input: an eps under a square root or a logarithm, a loss that takes logits, rows with something in them";
};
type DoctorCode = keyof typeof cures;
declare const doctorCodes: DoctorCode[];
interface DoctorWarning {
    readonly code: DoctorCode;
    readonly message: string;
    readonly cure: string;
    readonly page: string;
    readonly path: string | null;
}
interface DoctorSettings {
    readonly silence?: readonly DoctorCode[];
    readonly warn?: (warning: DoctorWarning) => void;
}
declare function formatWarning(warning: DoctorWarning): string;
type Batch = readonly [
    input: Tensor,
    target: Tensor
];
type Loader<Item = Batch> = (AsyncIterable<Item> | Iterable<Item>) & {
    readonly length?: number;
};
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
    readonly clock?: () => number;
    readonly compile?: boolean | CompileOptions;
    readonly doctor?: boolean | DoctorSettings;
    readonly ranks?: Ranks;
}
interface TrainerScheduler {
    step(): unknown;
}
interface EvaluateOptions {
    readonly signal?: AbortSignal;
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
interface EpochRecord<Name extends string = string> {
    readonly epoch: number;
    readonly live: Scores<Name>;
    readonly clean: Scores<Name> | null;
    readonly validation: Scores<Name> | null;
    readonly samples: number;
    readonly trainSeconds: number;
    readonly seconds: number;
}
interface FitEvent<Name extends string = string> {
    readonly epochs: number;
    readonly history: readonly EpochRecord<Name>[];
    readonly stop: () => void;
}
interface EpochEvent<Name extends string = string> extends FitEvent<Name> {
    readonly epoch: number;
}
type Phase = "train" | "clean" | "validation";
interface BatchEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly phase: Phase;
    readonly batch: number;
    readonly batches: number | null;
    readonly samples: number;
    readonly updated: boolean;
    readonly scores: Scores<Name>;
    readonly place: () => PassPlace;
}
interface PassStartEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly place: EpochPlace | null;
}
interface FitEndEvent<Name extends string = string> extends FitEvent<Name> {
    readonly reason: "complete" | "stopped" | "aborted" | "failed";
    readonly error: unknown;
}
interface EpochEndEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly record: EpochRecord<Name>;
}
interface Callbacks<Name extends string = string> {
    readonly firstRankOnly?: boolean;
    onFitStart?(event: FitEvent<Name>): void | Promise<void>;
    onEpochStart?(event: EpochEvent<Name>): void | Promise<void>;
    onPassStart?(event: PassStartEvent<Name>): void | Promise<void>;
    onBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEvaluationBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEpochEnd?(event: EpochEndEvent<Name>): void | Promise<void>;
    onFitEnd?(event: FitEndEvent<Name>): void | Promise<void>;
}
interface MonitorOptions {
    readonly monitor?: `${"live" | "clean" | "validation"}.${string}`;
    readonly mode?: "min" | "max";
    readonly minDelta?: number;
}
type Model = Module & ((input: Tensor) => Tensor);
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
type RestorableModel = Pick<Module, "stateDict" | "loadStateDict">;
type RestorableOptimizer = Pick<Optimizer<any, any>, "stateDict" | "loadStateDict">;
type RestorableScheduler = Pick<LRScheduler, "stateDict" | "loadStateDict">;
export {
  MetricStream as l,
  Trainer as T,
  accuracy as s,
  doctorCodes as t,
  formatWarning as u,
  type Accumulator as A,
  type Batch as B,
  type BatchEvent as d,
  type Callbacks as C,
  type DoctorCode as e,
  type DoctorSettings as b,
  type DoctorWarning as D,
  type EpochEndEvent as E,
  type EpochEvent as f,
  type EpochPlace as g,
  type EpochRecord as h,
  type EvaluateOptions as i,
  type FitEndEvent as F,
  type FitEvent as j,
  type FitOptions as k,
  type Loader as L,
  type Metric as c,
  type Model as m,
  type MonitorOptions as M,
  type PassPlace as P,
  type PassStartEvent as n,
  type Phase as o,
  type Ranks as p,
  type RestorableModel as v,
  type RestorableOptimizer as w,
  type RestorableScheduler as R,
  type Scores as q,
  type StreamingMetric as S,
  type TrainerOptions as r,
  type TrainerScheduler as a,
};
