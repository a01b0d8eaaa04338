// How a Trainer's runs are looked at: from the beginning of a fit to its end, with the batches that it trains on. What is proved, the
// checks tell.

import { Module } from "@bernoulli/nn";
import { Optimizer } from "@bernoulli/optim";
import { ArgumentError, checkOptions, type Tensor } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import type { Batch } from "../loader.js";
import type { TrainerOptions } from "../trainer-options.js";
import { Watch } from "./doctor.js";
import { checkCodes, type DoctorSettings, settingKinds, Teller } from "./warnings.js";

/** What is looked at. */
export interface Trained {
  readonly model: Module;
  readonly optimizer: object;
  readonly criterion: unknown;
  /** The loss of a batch: transform, model and criterion. */
  readonly lossOf: (input: Tensor, target: Tensor) => Tensor;
}

/** A trainer's doctor, over all of its fits. */
export class TrainerDoctor {
  readonly #trained: Trained;
  readonly #teller: Teller;

  constructor(trained: Trained, settings: DoctorSettings) {
    this.#trained = trained;
    this.#teller = new Teller(settings);
  }

  /** The doctor that a trainer's options ask for, if any. */
  static of(
    model: Module,
    { optimizer, criterion, doctor = {} }: Pick<TrainerOptions, "optimizer" | "criterion" | "doctor">,
    lossOf: Trained["lossOf"],
  ): TrainerDoctor | null {
    if (doctor === false) return null;
    return new TrainerDoctor({ model, optimizer, criterion, lossOf }, doctor === true ? {} : doctor);
  }

  /** Looks at a fit. Hooks are on the model until `end`. */
  begin(): Visit {
    return new Visit(this.#trained, this.#teller);
  }
}

/** @throws ArgumentError for what is no setting. */
export function checkDoctor(settings: boolean | DoctorSettings | undefined): void {
  if (settings === undefined || typeof settings === "boolean") return;
  if (typeof settings !== "object" || settings === null)
    throw new ArgumentError("Trainer: doctor must be true, false, or { silence, warn }");
  checkOptions("Trainer's doctor", settings, settingKinds);
  checkCodes("Trainer", settings);
}

export class Visit {
  readonly #trained: Trained;
  readonly #watch: Watch;
  readonly #hooksSteps: boolean;
  #batch: Batch | null = null;
  readonly callbacks: Callbacks;

  constructor(trained: Trained, teller: Teller) {
    this.#trained = trained;
    const { model, optimizer, criterion } = trained;
    this.#hooksSteps = optimizer instanceof Optimizer;
    this.#watch = new Watch(
      model,
      {
        ...(optimizer instanceof Optimizer ? { optimizer } : {}),
        ...(criterion instanceof Module ? { criterion } : {}),
      },
      teller,
      true,
    );
    this.callbacks = {
      onBatchEnd: ({ scores }) => {
        this.#watch.onMeanLoss(scores.loss!, this.#batch?.[0] ?? null);
        this.#batch = null;
      },
    };
  }

  /** Takes the hooks away: before any callback hears of the end, since what that then does with the model is no training of the fit's. */
  end(): void {
    this.#watch.remove();
  }

  /** Behind a batch; `ends`: the optimizer has stepped. */
  onTrained(batch: Batch, ends: boolean): void {
    this.#batch = batch;
    if (!ends) return;
    if (!this.#hooksSteps) this.#watch.onStep();
    this.#watch.examine(() => this.#trained.lossOf(batch[0], batch[1]));
  }
}
