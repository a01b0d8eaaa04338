// What the Trainer is made of and told, and what it tells: options with their checks, and the record of an epoch. What is done with
// them is trainer.ts's.

import {
  ArgumentError,
  type CompileOptions,
  checkArgument,
  checkOptions,
  type Kinds,
  type Tensor,
} from "@bernoulli/tensor";
import type { Callbacks } from "./callbacks.js";
import { checkDoctor } from "./doctor/in-trainer.js";
import type { DoctorSettings } from "./doctor/warnings.js";
import type { Loader } from "./loader.js";
import { asStreaming, type StreamingMetric } from "./metrics/streaming.js";
import type { Metric, Scores } from "./metrics.js";
import { checkPlace, type EpochPlace } from "./place.js";
import { checkRanks, type Ranks } from "./ranks.js";

export interface TrainerOptions<Name extends string = "accuracy"> {
  /** What updates the parameters, such as an Adam over `model.parameters()`. */
  readonly optimizer: { zeroGrad(): void; step(): unknown };
  /**
   * What sets the learning rates, stepped behind each epoch: given the validation loss, or where there is no `validationLoader` the training
   * loss, which a ReduceLROnPlateau looks at. One that counts batches is stepped by a callback of one's own instead. Checkpoints hold it.
   */
  readonly scheduler?: TrainerScheduler;
  /** (output, target) → the loss, a mean over the batch's samples: a CrossEntropyLoss, or any function. */
  readonly criterion: (output: Tensor, target: Tensor) => Tensor;
  /** What is done to each batch of inputs inside the step, such as a Normalize of bytes. */
  readonly transform?: (input: Tensor) => Tensor;
  /** What is measured beside the loss. Default: `{ accuracy }`. */
  readonly metrics?: Readonly<Record<Name, Metric | StreamingMetric>>;
  /** How many batches make an update: their gradients' mean, for batches larger than memory. The last one of an epoch may have fewer. Default: 1. */
  readonly accumulate?: number;
  /** The norm of all gradients beyond which they are scaled down, before each update, as by `clipGradNorm_`. Default: none. */
  readonly clipGradNorm?: number;
  /** What each element of a gradient is cut to, in both directions, before that, as by `clipGradValue_`. Default: none. */
  readonly clipGradValue?: number;
  /**
   * What each training step runs within: calls `body` once, and returns what it gives. `step` counts batches from 0 through all epochs, where a fit goes on
   * too; of a loader whose length is not known, from 0 in each epoch. So masks are drawn by sample, the same on any number of ranks:
   * `(step, body) => withPhilox({ seed, step, firstSample: rank, sampleStep: worldSize }, body)`. Default: nothing.
   */
  readonly around?: <Result>(step: number, body: () => Result) => Result;
  /** Milliseconds, for the times in the history. Default: performance.now. */
  readonly clock?: () => number;
  /**
   * Whether steps are compiled, and how near to the plain loop: faster, and equal to it to rounding. Default true; false computes
   * op by op, as that loop does. Tensors that a step makes and something else is to find later, in an optimizer or model of one's
   * own, must be kept: `.keep()`. Gradients can be read between steps, by callbacks too, unless `keepGrads` is false, which saves
   * their memory.
   */
  readonly compile?: boolean | CompileOptions;
  /**
   * Whether fits are looked at by a doctor, which warns, once each, of what they prove to be wrong; see docs/doctor.md. It changes no number and no
   * draw. Default true; `{ silence: ["doctor/nan"] }` for all but some.
   */
  readonly doctor?: boolean | DoctorSettings;
  /**
   * The processes that train the model together, as `init` of `@bernoulli/distributed` gives them: scores are of all their samples, a stop of one is
   * a stop of all, and rank 0 alone reports. The model is a DistributedDataParallel then, and each loader gives as many batches on each rank. All of them call
   * `fit` and `evaluate` together. Default: this process alone.
   */
  readonly ranks?: Ranks;
}

/** What the Trainer needs of a scheduler: any of `@bernoulli/optim` has it. */
export interface TrainerScheduler {
  step(): unknown;
}

export interface EvaluateOptions {
  /** Aborting it makes the call throw the signal's reason after the batch under way. */
  readonly signal?: AbortSignal;
}

export interface FitOptions<Name extends string = string> {
  /** How many times to go through the training loader, those of `history` included: an integer of at least 0. */
  readonly epochs: number;
  /** The records of epochs that are done, such as a checkpoint's: training goes on behind them. Default: none. */
  readonly history?: readonly EpochRecord[];
  /** Where in the epoch behind `history` to go on, as `loadCheckpoint` gives it. Default: at its beginning. */
  readonly place?: EpochPlace | null;
  /** The training samples again, not shuffled, to be measured in evaluation mode after each epoch. */
  readonly cleanLoader?: Loader;
  /** Samples that are not trained on, to be measured after each epoch. */
  readonly validationLoader?: Loader;
  readonly callbacks?: readonly Callbacks<Name>[];
  /** Aborting it ends the fit after the batch under way; the epochs that are complete are returned. */
  readonly signal?: AbortSignal;
}

/** One epoch in numbers; plain data, fit for JSON. */
export interface EpochRecord<Name extends string = string> {
  /** From 1. */
  readonly epoch: number;
  /** The means over the epoch's training steps, each taken before its update: as trained, dropout on. */
  readonly live: Scores<Name>;
  /** The training samples in evaluation mode, after the epoch; null without a `cleanLoader`. */
  readonly clean: Scores<Name> | null;
  /** The validation samples in evaluation mode, after the epoch; null without a `validationLoader`. */
  readonly validation: Scores<Name> | null;
  /** Samples trained on in this epoch. */
  readonly samples: number;
  /** How long the training steps took. */
  readonly trainSeconds: number;
  /** How long the epoch took, evaluations included. */
  readonly seconds: number;
}

const trainerKinds: Kinds<TrainerOptions> = {
  optimizer: "object",
  scheduler: "object",
  criterion: "function",
  transform: "function",
  metrics: "object",
  accumulate: "count",
  clipGradNorm: "number",
  clipGradValue: "number",
  around: "function",
  clock: "function",
  compile: "anything",
  doctor: "anything",
  ranks: "object",
};
const evaluateKinds: Kinds<EvaluateOptions> = { signal: "object" };
const fitKinds: Kinds<FitOptions> = {
  epochs: "number",
  history: "anything",
  place: "anything",
  cleanLoader: "iterable",
  validationLoader: "iterable",
  callbacks: "array",
  signal: "object",
};

/** Throws unless a Trainer can be made of these. */
export function checkTrainer(model: unknown, options: TrainerOptions<string>): void {
  checkArgument("Trainer", "model", model, "function");
  checkArgument("Trainer", "model.modules", (model as { modules?: unknown }).modules, "function");
  checkOptions("Trainer", options, trainerKinds);
  checkArgument("Trainer", "criterion", options.criterion, "function");
  checkArgument("Trainer", "optimizer", options.optimizer, "object");
  for (const method of ["zeroGrad", "step"] as const)
    checkArgument("Trainer", `optimizer.${method}`, options.optimizer[method], "function");
  if (options.scheduler !== undefined) checkArgument("Trainer", "scheduler.step", options.scheduler.step, "function");
  for (const [name, metric] of Object.entries(options.metrics ?? {})) asStreaming("Trainer", `metrics.${name}`, metric);
  checkDoctor(options.doctor);
  if (options.ranks !== undefined) checkRanks("Trainer", options.ranks);
  if (options.accumulate !== undefined && options.accumulate < 1)
    throw new ArgumentError("Trainer: accumulate must be an integer of at least 1, but got 0");
  for (const name of ["clipGradNorm", "clipGradValue"] as const)
    if (options[name] !== undefined && !(options[name] > 0))
      throw new ArgumentError(`Trainer: ${name} must be more than 0, but got ${options[name]}`);
}

/** Throws unless `fit` can be called with these. */
export function checkFit(loader: unknown, options: FitOptions<string>): void {
  checkArgument("fit", "loader", loader, "iterable");
  checkOptions("fit", options, fitKinds);
  const { epochs, place = null } = options;
  if (!Number.isInteger(epochs) || epochs < 0)
    throw new ArgumentError(`fit: epochs must be an integer of at least 0, but got ${epochs}`);
  if (place !== null) checkPlace(place);
  for (const [at, callback] of (options.callbacks ?? []).entries())
    checkArgument("fit", `callbacks[${at}]`, callback, "object");
}

/** Throws unless these are options of `evaluate` or `predict`. */
export function checkEvaluate(owner: string, options: EvaluateOptions): void {
  checkOptions(owner, options, evaluateKinds);
}
