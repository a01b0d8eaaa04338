// Faults of modes: updates from forwards in evaluation mode, modes that somebody changed and did not bring back, and losses measured
// with dropout live.

import type { Module } from "@bernoulli/nn";
import { isGradEnabled, isTensor } from "@bernoulli/tensor";
import {
  type BatchNorm,
  drops,
  isBatchNorm,
  type ModalCall,
  nameOf,
  type Patient,
  pathOf,
  trainedBy,
} from "./patient.js";

/** Twice may be an accident of the first step, such as a forward to make lazy parameters. */
const proved = 2;

export class Modes {
  readonly #patient: Patient;
  #everTrained = false;
  #inEvaluation = 0;
  #sawEvaluation = false;
  /** Norms that somebody has put in evaluation mode on purpose: the model around them was in training mode. */
  readonly #frozen = new Set<Module>();
  #liveMeasured = 0;
  #lastMeasured: unknown = null;

  constructor(patient: Patient) {
    this.#patient = patient;
    if (patient.model.training)
      for (const module of patient.model.modules())
        if (isBatchNorm(module) && !module.training) this.#frozen.add(module);
  }

  /** Behind a step of the optimizer's, for which some parameter had a gradient. */
  onUpdate(): void {
    const { model, modalCalls, evaluated } = this.#patient;
    if (evaluated) this.#sawEvaluation = true;
    const calls = modalCalls.filter(({ grad }) => grad);
    if (calls.length === 0) return;
    const inTraining = calls.filter(({ training }) => training).map(({ module }) => module);
    if (inTraining.length > 0) {
      this.#inEvaluation = 0;
      if (this.#frozen.size > 0) this.#checkThawed(inTraining);
      this.#everTrained = true;
      this.#sawEvaluation = false;
      if (model.training) this.#noteFrozen(calls);
      return;
    }
    if (model.training) {
      this.#noteFrozen(calls);
      return;
    }
    this.#inEvaluation += 1;
    if (this.#inEvaluation >= proved) this.#tellEvaluation(calls.map(({ module }) => module));
  }

  #noteFrozen(calls: readonly ModalCall[]): void {
    for (const { module, training } of calls) if (!training && isBatchNorm(module)) this.#frozen.add(module);
  }

  /** All that heeds its mode was in evaluation mode, the model too, and the optimizer has updated by its gradients. */
  #tellEvaluation(modules: readonly Module[]): void {
    const { model, teller } = this.#patient;
    const harmed = modules.find(drops) ?? modules.find((module) => isBatchNorm(module) && this.#everTrained);
    const fresh = harmed ?? modules.find((module) => isBatchNorm(module) && neverTracked(module));
    if (fresh === undefined) return;
    const harm = drops(fresh) ? "drops nothing" : "keeps statistics that no batch has gone into";
    const path = pathOf(model, fresh);
    if (this.#everTrained) {
      if (!this.#sawEvaluation) return;
      teller.tell(
        "doctor/mode-left-changed",
        `${this.#inEvaluation} updates in a row came from forwards in evaluation mode, behind an evaluation and behind others in training mode: this ${nameOf(fresh)} now ${drops(fresh) ? harm : "keeps the statistics of then"}`,
        path,
      );
    } else
      teller.tell(
        "doctor/backward-in-eval",
        `all updates so far (${this.#inEvaluation}) came from forwards in evaluation mode: this ${nameOf(fresh)} ${harm}`,
        path,
      );
  }

  /** A norm that was frozen takes part in training: the statistics of what was pretrained move. */
  #checkThawed(inTraining: readonly Module[]): void {
    const { model, teller, isTrained, optimizer } = this.#patient;
    const trained = trainedBy(optimizer);
    for (const module of inTraining) {
      if (!this.#frozen.has(module)) continue;
      const own = [...module.parameters()];
      // Whoever thaws a norm trains it; a Trainer's train() asks nobody.
      if (!isTrained && own.some((parameter) => trained.has(parameter) && parameter.grad !== null)) continue;
      const who = isTrained ? "fit calls model.train() in each epoch" : "something called train() on all of the model";
      teller.tell(
        "doctor/mode-left-changed",
        `this ${nameOf(module)} was in evaluation mode within a model in training mode, and is in training mode now, where each batch moves its statistics: ${who}`,
        pathOf(model, module),
      );
      return;
    }
  }

  /** A criterion is called with what the model gave. */
  onCriterion(output: unknown): void {
    const { root, teller } = this.#patient;
    if (isGradEnabled() || root === null || root.grad || !root.droppedLive || !root.training) return;
    if (output !== root.output || !isTensor(output)) return;
    const [input] = root.inputs;
    // The same input again: somebody samples masks on purpose.
    if (input === this.#lastMeasured) return;
    this.#lastMeasured = input;
    this.#liveMeasured += 1;
    if (this.#liveMeasured < proved) return;
    teller.tell(
      "doctor/metrics-with-dropout",
      `the loss of ${this.#liveMeasured} batches was measured without gradients while dropout was live: it is the loss of thinned nets, another at each call`,
      "",
    );
  }

  forget(): void {
    this.#lastMeasured = null;
  }
}

/** Read outside of compiled functions alone; inside, nothing is proved. */
function neverTracked(module: Module): boolean {
  const { numBatchesTracked } = module as BatchNorm;
  return numBatchesTracked !== null && !numBatchesTracked.storage.promised && numBatchesTracked.item() === 0;
}
