import { FormatError } from '@bernoulli/formats';
export {
  Bytes,
  FileDType,
  FormatError,
  FormatErrorDetails,
  LoadOptions,
  SafetensorsHeader,
  TensorEntry,
  deserialize,
  serialize,
} from '@bernoulli/formats';
import { Module } from '@bernoulli/nn';
import { AveragedModel } from '@bernoulli/nn/swa-utils';
import { Tensor, BernoulliError } from '@bernoulli/tensor';
import { C as Callbacks, M as MonitorOptions, T as Trainer, L as Loader, a as TrainerScheduler, R as RestorableScheduler, D as DoctorWarning, b as DoctorSettings, S as StreamingMetric, c as Metric } from './restore.js';
export {
  A as Accumulator,
  B as Batch,
  E as EpochEndEvent,
  F as FitEndEvent,
  P as PassPlace,
  d as BatchEvent,
  e as DoctorCode,
  f as EpochEvent,
  g as EpochPlace,
  h as EpochRecord,
  i as EvaluateOptions,
  j as FitEvent,
  k as FitOptions,
  l as MetricStream,
  m as Model,
  n as PassStartEvent,
  o as Phase,
  p as Ranks,
  q as Scores,
  r as TrainerOptions,
  s as accuracy,
  t as doctorCodes,
  u as formatWarning,
} from './restore.js';
import { SchedulerStateDict, Optimizer } from '@bernoulli/optim';
interface AveragedWeights<Averaged extends Module = Module> extends Callbacks {
    readonly averaged: AveragedModel<Averaged>;
    stateDict(): Readonly<Record<string, Tensor>>;
    loadStateDict(state: Readonly<Record<string, Tensor>>): void;
}
interface EmaOptions {
    readonly decay?: number;
    readonly useBuffers?: boolean;
}
declare function emaWeights<Averaged extends Module>(model: Averaged, options?: EmaOptions): AveragedWeights<Averaged>;
interface SwaOptions {
    readonly from?: number;
}
declare function swaWeights<Averaged extends Module>(model: Averaged, options?: SwaOptions): AveragedWeights<Averaged>;
interface BudgetOptions {
    readonly seconds?: number;
    readonly steps?: number;
    readonly clock?: () => number;
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
declare function budget(options: BudgetOptions): Budget;
interface EarlyStoppingOptions extends MonitorOptions {
    readonly patience?: number;
    readonly restoreBest?: boolean;
}
interface EarlyStoppingState {
    readonly epoch: number;
    readonly weights: Readonly<Record<string, Tensor>>;
}
interface EarlyStopping extends Callbacks {
    readonly bestEpoch: number;
    stateDict(): EarlyStoppingState;
    loadStateDict(state: EarlyStoppingState): void;
    dispose(): void;
}
declare function earlyStopping(model: Module, options?: EarlyStoppingOptions): EarlyStopping;
interface RateFinderOptions {
    readonly from?: number;
    readonly to?: number;
    readonly steps?: number;
    readonly smoothing?: number;
    readonly divergence?: number;
}
interface FoundRate {
    readonly rates: readonly number[];
    readonly losses: readonly number[];
    readonly suggestion: number | null;
}
declare function findLearningRate(trainer: Trainer<any>, loader: Loader, options?: RateFinderOptions): Promise<FoundRate>;
interface ScheduledSteps extends Callbacks {
    stateDict(): SchedulerStateDict;
    loadStateDict(state: SchedulerStateDict): void;
}
declare function scheduleSteps(scheduler: TrainerScheduler & RestorableScheduler): ScheduledSteps;
interface DoctorOptions extends DoctorSettings {
    readonly optimizer?: Optimizer;
    readonly criterion?: Module;
}
interface Doctor {
    readonly warnings: readonly DoctorWarning[];
    check(): void;
    remove(): void;
}
declare function doctor(model: Module, options?: DoctorOptions): Doctor;
declare class BusyError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_BUSY";
}
declare class CheckpointError extends FormatError {
    name: string;
    readonly code = "BERNOULLI_CHECKPOINT";
}
declare class WorkerRunError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_WORKER_RUN";
}
type ScoresAre = "logits" | "probabilities";
interface AurocOptions {
    readonly classes?: number;
    readonly scores?: ScoresAre;
}
declare function auroc(options?: AurocOptions): StreamingMetric;
interface BrierOptions {
    readonly scores?: ScoresAre;
}
declare function brier(options?: BrierOptions): Metric;
interface CalibrationOptions {
    readonly bins?: number;
    readonly scores?: ScoresAre;
}
declare function expectedCalibrationError(options?: CalibrationOptions): StreamingMetric;
interface ConfusionOptions {
    readonly classes?: number;
    readonly scores?: ScoresAre;
}
type Confusion = readonly (readonly number[])[];
declare function confusionMatrix(options?: ConfusionOptions): StreamingMetric<Confusion>;
interface PerplexityOptions {
    readonly ignoreIndex?: number;
}
declare function perplexity(options?: PerplexityOptions): StreamingMetric;
type Average = "macro" | "weighted" | "micro" | "binary";
interface ClassScoreOptions extends ConfusionOptions {
    readonly average?: Average;
}
declare function precision(options?: ClassScoreOptions): StreamingMetric;
declare function recall(options?: ClassScoreOptions): StreamingMetric;
declare function f1(options?: ClassScoreOptions): StreamingMetric;
declare function topK(k: number): Metric;
interface RunContext<Report> {
    readonly report: (value: Report) => void;
    readonly signal: AbortSignal;
}
type Run<Options = any, Report = any, Result = any> = (options: Options, context: RunContext<Report>) => Promise<Result> | Result;
type OptionsOf<R> = R extends Run<infer Options, any, any> ? Options : never;
type ReportOf<R> = R extends (options: never, context: RunContext<infer Report>) => unknown ? Report : never;
type ResultOf<R> = R extends Run<any, any, infer Result> ? Awaited<Result> : never;
interface WorkerSide {
    addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}
declare function serveRun(run: Run, side?: WorkerSide): void;
interface StartRunOptions<Report> {
    readonly onReport?: (value: Report) => void;
    readonly signal?: AbortSignal;
}
declare function startRun<R extends Run>(worker: Worker, options: OptionsOf<R>, settings?: StartRunOptions<ReportOf<R>>): Promise<ResultOf<R>>;
export {
  BusyError,
  Callbacks,
  CheckpointError,
  DoctorSettings,
  DoctorWarning,
  Loader,
  Metric,
  MonitorOptions,
  StreamingMetric,
  Trainer,
  TrainerScheduler,
  WorkerRunError,
  auroc,
  brier,
  budget,
  confusionMatrix,
  doctor,
  earlyStopping,
  emaWeights,
  expectedCalibrationError,
  f1,
  findLearningRate,
  perplexity,
  precision,
  recall,
  scheduleSteps,
  serveRun,
  startRun,
  swaWeights,
  topK,
  type AurocOptions,
  type Average,
  type AveragedWeights,
  type BrierOptions,
  type Budget,
  type BudgetOptions,
  type CalibrationOptions,
  type ClassScoreOptions,
  type Confusion,
  type ConfusionOptions,
  type Doctor,
  type DoctorOptions,
  type EarlyStopping,
  type EarlyStoppingOptions,
  type EarlyStoppingState,
  type EmaOptions,
  type FoundRate,
  type PerplexityOptions,
  type RateFinderOptions,
  type Run,
  type RunContext,
  type ScheduledSteps,
  type ScoresAre,
  type StartRunOptions,
  type SwaOptions,
};
