// Trainer: the loop over epochs and batches, with evaluation. Everything beside the loop is a callback.

import type { Module } from "@bernoulli/nn";
import { ReduceLROnPlateau } from "@bernoulli/optim";
import {
  ArgumentError,
  cat,
  checkArgument,
  checkSynchronous,
  isTensor,
  pause,
  ready,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import { type Around, runAround } from "./around.js";
import { type Callbacks, type FitEndEvent, type FitEvent, inTurn, type Phase, tell, tellEnd } from "./callbacks.js";
import { TrainerDoctor, type Visit } from "./doctor/in-trainer.js";
import { evaluating, evaluatingAtOnce, rememberModes } from "./evaluating.js";
import { historyProblem } from "./history.js";
import { type Batch, eachBatch, type Loader } from "./loader.js";
import { asStreaming, type StreamingMetric } from "./metrics/streaming.js";
import { accuracy, type Metric, type Scores } from "./metrics.js";
import { goThrough, type PassProgress } from "./pass.js";
import type { EpochPlace } from "./place.js";
import { anyOf, checkAveraging, oneRank, type Ranks, withoutOthers } from "./ranks.js";
import { type Share, Steps, shareOf } from "./steps.js";
import {
  checkEvaluate,
  checkFit,
  checkTrainer,
  type EpochRecord,
  type EvaluateOptions,
  type FitOptions,
  type TrainerOptions,
  type TrainerScheduler,
} from "./trainer-options.js";
import { Turn } from "./turns.js";

/** What an epoch needs to know of the fit that it is of. */
interface FitUnderWay<Name extends string> extends Pick<FitOptions<Name>, "cleanLoader" | "validationLoader"> {
  readonly loader: Loader;
  readonly share: (batch: number) => Share;
  readonly isStopped: () => boolean;
  readonly callbacks: readonly Callbacks<Name>[];
  readonly event: FitEvent<Name>;
  readonly turn: Turn;
  readonly visit: Visit | null;
}

/** A module that makes one tensor of one tensor. */
export type Model = Module & ((input: Tensor) => Tensor);

/**
 * Trains a model. `fit` is PyTorch's plain loop, and draws what that would draw: the same shuffles and masks with the same
 * seed, however often it evaluates in between, and the same numbers each time. They are the plain loop's to rounding, since
 * steps are compiled, and to the last bit with `compile: false`.
 *
 * Modes are restored after each call, also when something throws: `fit` trains in training mode, `evaluate` and
 * `predict` run in evaluation mode, where dropout is the identity. These two leave the default generator as it was.
 *
 * On a page: it waits for the threads (`ready`) and lets the event loop turn between batches (`pause`), so that
 * clicks and frames come through.
 *
 * Calls at once: models without a part in common know nothing of each other. On one model `evaluate` and `predict` can be under
 * way together; beside a `fit`, only in its callbacks, for which it waits. A batch can be predicted at any time.
 *
 * @example
 * ```ts
 * import { DataLoader, TensorDataset } from "@bernoulli/data";
 * import { CrossEntropyLoss, Linear } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { Trainer } from "@bernoulli/trainer";
 * manualSeed(0);
 * const dataset = new TensorDataset(tensor([[-2], [-1], [1], [2]]), tensor([0, 0, 1, 1], { dtype: "int32" }));
 * const model = new Linear(1, 2);
 * const optimizer = new SGD(model.parameters(), { lr: 1 });
 * const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss() });
 * const history = await trainer.fit(new DataLoader(dataset, { batchSize: 2, shuffle: true }), { epochs: 5 });
 * history.map(({ epoch }) => epoch); // → [1, 2, 3, 4, 5]
 * (await trainer.evaluate(new DataLoader(dataset))).accuracy; // → 1
 * ```
 */
export class Trainer<Name extends string = "accuracy"> {
  readonly model: Model;
  readonly optimizer: TrainerOptions["optimizer"];
  readonly scheduler: TrainerScheduler | null;
  readonly criterion: TrainerOptions["criterion"];
  readonly metrics: Readonly<Record<Name, Metric | StreamingMetric>>;
  /** The processes that train the model together; this one alone unless others were given. */
  readonly ranks: Ranks;
  readonly #streaming: Readonly<Record<Name, StreamingMetric>>;
  readonly #accumulate: number;
  readonly #around: Around;
  readonly #clock: () => number;
  readonly #steps: Steps<Name>;
  readonly #doctor: TrainerDoctor | null;

  constructor(model: Model, options: TrainerOptions<Name>) {
    checkTrainer(model, options as TrainerOptions<string>);
    this.model = model;
    this.optimizer = options.optimizer;
    this.scheduler = options.scheduler ?? null;
    this.criterion = options.criterion;
    this.metrics = options.metrics ?? ({ accuracy } as Readonly<Record<string, Metric>>);
    this.#streaming = Object.fromEntries(
      Object.entries<Metric | StreamingMetric>(this.metrics).map(([name, metric]) => [
        name,
        asStreaming("Trainer", `metrics.${name}`, metric),
      ]),
    ) as Readonly<Record<Name, StreamingMetric>>;
    this.ranks = options.ranks ?? oneRank;
    this.#accumulate = options.accumulate ?? 1;
    this.#around = options.around ?? ((_step, body) => body());
    this.#clock = options.clock ?? (() => performance.now());
    this.#steps = new Steps(model, options, this.#streaming);
    // One of them is enough to say what is wrong with all.
    this.#doctor = this.ranks.rank === 0 ? TrainerDoctor.of(model, options, this.#steps.lossOf) : null;
  }

  /**
   * Trains for some epochs and returns a record of each, those that were done before included.
   *
   * @throws ArgumentError for a number of epochs that is no whole number, a history that is no such one, a model that several ranks would train each for
   * itself, or an `around` that does not run each step once and return what it gives; BusyError while another
   * call is at work on the model; whatever model, loader or callbacks throw.
   */
  async fit(loader: Loader, options: FitOptions<Name>): Promise<EpochRecord<Name>[]> {
    checkFit(loader, options as FitOptions<string>);
    const { epochs, history: done = [], place = null, callbacks: given = [], signal } = options;
    this.#checkHistory(done);
    checkAveraging(this.ranks, this.model);
    const share = this.#sharesOf(loader);
    const history = [...done];
    let stopped = false;
    let problems: readonly unknown[] = [];
    let end: Omit<FitEndEvent<Name>, keyof FitEvent> = { reason: "failed", error: null };
    // All ranks ask at the same places, and have one answer.
    let agreed = false;
    const isStopped = () => {
      agreed ||= anyOf(this.ranks, stopped || signal?.aborted === true);
      return agreed;
    };
    const event: FitEvent<Name> = { epochs, history, stop: () => void (stopped = true) };
    const turn = new Turn("fit", this.model, true);
    const restoreModes = rememberModes(this.model);
    const visit = this.#doctor?.begin() ?? null;
    const told = inTurn(given, this.ranks.rank);
    const callbacks = visit === null ? told : [visit.callbacks as Callbacks<Name>, ...told];
    try {
      await ready();
      await tell(callbacks, "onFitStart", event, turn);
      for (let epoch = history.length + 1; epoch <= epochs && !isStopped(); epoch++) {
        await tell(callbacks, "onEpochStart", { ...event, epoch }, turn);
        const from = epoch === done.length + 1 ? place : null;
        const record = await this.#runEpoch(epoch, from, {
          ...options,
          loader,
          share,
          isStopped,
          callbacks,
          event,
          turn,
          visit,
        });
        if (record === null) break;
        history.push(record);
        stepScheduler(this.scheduler, (record.validation ?? record.live).loss);
        await tell(callbacks, "onEpochEnd", { ...event, epoch, record }, turn);
      }
      const aborted = signal?.aborted === true && !stopped;
      end = { reason: aborted ? "aborted" : agreed || stopped ? "stopped" : "complete", error: null };
    } catch (error) {
      end = { reason: "failed", error };
      throw error;
    } finally {
      restoreModes();
      turn.end();
      visit?.end();
      problems = await tellEnd(told, { ...event, ...end });
    }
    // Not of a fit that failed: what ended that says more than what came of it.
    if (problems.length > 0) throw problems[0];
    return history;
  }

  /** Trains for one epoch, or the rest of one that was left at `place`, and measures; null where the fit was stopped within it. */
  async #runEpoch(epoch: number, place: EpochPlace | null, fit: FitUnderWay<Name>): Promise<EpochRecord<Name> | null> {
    const { loader, cleanLoader, validationLoader, share, isStopped, callbacks, event, turn, visit } = fit;
    const tellBatch = (phase: Phase) => (progress: PassProgress<Name>) => {
      const key = phase === "train" ? "onBatchEnd" : "onEvaluationBatchEnd";
      return tell(callbacks, key, Object.assign(progress, { ...event, epoch, phase }), turn);
    };
    const before = place?.seconds ?? 0;
    this.model.train();
    await tell(callbacks, "onPassStart", { ...event, epoch, place }, turn);
    const start = this.#clock();
    const step = (batch: Batch, number: number) => {
      const run = () => this.#steps.train(batch, share(number));
      const measured = runAround(this.#around, (epoch - 1) * (loader.length ?? 0) + number - 1, run);
      visit?.onTrained(batch, share(number).ends);
      return measured;
    };
    const isWhole = (number: number) => share(number).ends;
    const pass = { loader, metrics: this.#streaming, clock: this.#clock, isStopped, step, isWhole, place };
    const own = await goThrough<Name>({ ...pass, afterBatch: tellBatch("train") });
    const live = own.ofAll(this.ranks, this.#streaming);
    const trained = this.#clock();
    const clean = await this.#measureAll(cleanLoader, isStopped, tellBatch("clean"));
    const validation = await this.#measureAll(validationLoader, isStopped, tellBatch("validation"));
    if (isStopped()) return null;
    const [trainSeconds, seconds] = [trained, this.#clock()].map((at) => before + (at - start) / 1000);
    const times = { trainSeconds: trainSeconds!, seconds: seconds! };
    return { epoch, live: live.values(), clean, validation, samples: live.samples, ...times };
  }

  /**
   * The mean loss and the metrics over all samples of a loader, in evaluation mode.
   *
   * @throws ArgumentError if the loader gives no samples; BusyError while the model is being trained, but in a callback of that; the
   * signal's reason, or an AbortError where another rank's was aborted.
   */
  async evaluate(loader: Loader, options: EvaluateOptions = {}): Promise<Scores<Name>> {
    checkArgument("evaluate", "loader", loader, "iterable");
    checkEvaluate("evaluate", options);
    const { signal } = options;
    const turn = new Turn("evaluate", this.model);
    try {
      await ready();
      const scores = await this.#measureAll(loader, () => anyOf(this.ranks, signal?.aborted === true));
      if (scores !== null) return scores;
      signal?.throwIfAborted();
      throw new DOMException("evaluate: the signal of another rank was aborted", "AbortError");
    } finally {
      turn.end();
    }
  }

  /**
   * What the model gives in evaluation mode, without gradients: for one batch of inputs, or for all of a loader's,
   * one after another. Shape: inputs (N, *) → whatever the model makes of them. One batch can be predicted at any time, between
   * the steps of a fit too.
   *
   * @throws ArgumentError if the loader gives no batch; BusyError, for a loader, while the model is being trained, but in a callback
   * of that.
   */
  async predict(
    inputs: Tensor | Loader<Tensor | readonly [input: Tensor, ...rest: unknown[]]>,
    options: EvaluateOptions = {},
  ): Promise<Tensor> {
    if (!isTensor(inputs)) checkArgument("predict", "inputs, if no Tensor,", inputs, "iterable");
    checkEvaluate("predict", options);
    const { signal } = options;
    if (isTensor(inputs)) return evaluatingAtOnce(this.model, () => this.#forward(inputs));
    const turn = new Turn("predict", this.model);
    const parts: Tensor[] = [];
    try {
      await ready();
      await evaluating(this.model, (within) =>
        eachBatch(inputs, within, async (batch) => {
          // A copy, because what the model gives may be a view of what is not ours to free.
          const input: unknown = isTensor(batch) ? batch : batch?.[0];
          checkArgument("predict", "a batch's input", input, "Tensor");
          const output = () => this.#forward(input as Tensor).clone();
          parts.push(within(() => scope(output)).keep());
          await pause();
          signal?.throwIfAborted();
          return true;
        }),
      );
      if (parts.length === 0) throw new ArgumentError("predict: the loader gave no batch");
      return cat(parts, 0);
    } finally {
      for (const part of parts) part.dispose();
      turn.end();
    }
  }

  /** What the model gives on this rank: others need not ask it anything. */
  #forward(input: Tensor): Tensor {
    return withoutOthers(this.model, () => this.#steps.forward(input));
  }

  /** Which share of an update a batch is. @throws ArgumentError where several make one and the loader does not say how many there are. */
  #sharesOf(loader: Loader): (batch: number) => Share {
    const { length } = loader;
    if (this.#accumulate > 1 && length === undefined)
      throw new ArgumentError(
        "fit: with accumulate, the loader's length must be known, since its last batches may be fewer; give it a length",
      );
    return (batch) => shareOf(batch, length ?? 0, this.#accumulate);
  }

  #checkHistory(history: readonly EpochRecord[]): asserts history is readonly EpochRecord<Name>[] {
    const problem = historyProblem(history);
    if (problem !== null) throw new ArgumentError(`fit: ${problem}`);
    const names = (scores: object) => Object.keys(scores).sort().join(", ");
    const measured = names({ loss: 0, ...this.metrics });
    const other = history.map(({ live }) => names(live)).find((found) => found !== measured);
    if (other === undefined) return;
    throw new ArgumentError(`fit: history tells of ${other}, but this trainer measures ${measured}`);
  }

  /** Measures all of a loader in evaluation mode; null where there is none, or after a stop. */
  async #measureAll(
    loader: Loader | undefined,
    isStopped: () => boolean,
    afterBatch?: (progress: PassProgress<Name>) => Promise<void>,
  ): Promise<Scores<Name> | null> {
    if (loader === undefined || isStopped()) return null;
    const scores = await evaluating(this.model, (within) => {
      const step = (batch: Batch) => within(() => this.#steps.evaluate(batch));
      // Ranks may measure shares of other sizes: they ask each other before and behind.
      const stops = this.ranks.worldSize === 1 ? isStopped : () => false;
      const pass = { loader, metrics: this.#streaming, clock: this.#clock, isStopped: stops };
      return goThrough({ ...pass, step, afterBatch, within });
    });
    return isStopped() ? null : scores.ofAll(this.ranks, this.#streaming).values();
  }
}

/** Behind an epoch. A ReduceLROnPlateau takes a loss; others would take it for an epoch. */
function stepScheduler(scheduler: TrainerScheduler | null, loss: number): void {
  if (scheduler === null) return;
  if (scheduler instanceof ReduceLROnPlateau) scheduler.step(loss);
  else checkSynchronous("Trainer", "the scheduler's step", scheduler.step());
}
