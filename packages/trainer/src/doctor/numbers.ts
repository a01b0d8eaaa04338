// Faults of numbers: weights that a learning rate makes explode, NaN with the op that made it first, and softmax before the cross
// entropy. Values are read between steps, or in steps that are not compiled.

import type { Module } from "@bernoulli/nn";
import { UninitializedParameter } from "@bernoulli/nn";
import { grad, isTensor, type NanOrigin, nanOriginOf, type Tensor } from "@bernoulli/tensor";
import { type graphOf, sourceOfScores } from "./graph.js";
import { allFinite, largest } from "./magnitudes.js";
import { isExamined, type LossOf, type Patient, pathOf, trainedBy } from "./patient.js";
import { quietly } from "./quietly.js";

/** By how much the largest weight, or the loss, must have grown. */
const explosion = 1000;
/** In so many batches in a row. */
const batchesOfSoftmax = 3;

export class Numbers {
  readonly #patient: Patient;
  readonly #largestAtFirst: number;
  #softmaxes = 0;
  #isOver = false;

  constructor(patient: Patient) {
    this.#patient = patient;
    this.#largestAtFirst = Math.max(1, largestOf(parametersOf(patient)));
  }

  /** Whether the next graph is worth a walk. */
  get wantsGraph(): boolean {
    return this.#softmaxes < batchesOfSoftmax && (this.#softmaxes > 0 || isExamined(this.#patient.steps));
  }

  onGraph(nodes: ReturnType<typeof graphOf>["nodes"], softmax: Module | null): void {
    const source = sourceOfScores(nodes);
    if (source === null) return;
    const isSoftmax = !isTensor(source) && source.rule.name === "softmax";
    const { model, root, teller } = this.#patient;
    const output = root?.output;
    const isNormed =
      isSoftmax || (isTensor(output) && !isTensor(source) && output.gradNode === source && sumsToOne(output));
    this.#softmaxes = isNormed ? this.#softmaxes + 1 : 0;
    if (this.#softmaxes < batchesOfSoftmax) return;
    teller.tell(
      "doctor/softmax-before-cross-entropy",
      `what the cross entropy took for scores were probabilities in ${batchesOfSoftmax} batches in a row: a second softmax makes them nearly even, and the loss cannot come near 0`,
      softmax === null ? null : pathOf(model, softmax),
    );
  }

  /** A loss as a number, before its backward: weights and graph are as the forward had them. */
  onLoss(value: number, again: LossOf | null, input: unknown): void {
    const { patient } = { patient: this.#patient };
    patient.firstLoss ??= Number.isFinite(value) ? value : null;
    const hasGrown =
      patient.firstLoss !== null && Math.abs(value) > explosion * Math.max(1, Math.abs(patient.firstLoss));
    if (!Number.isFinite(value) || hasGrown) {
      this.checkWeights();
      if (!Number.isFinite(value)) this.#tellNan(`the loss is ${value} at update ${patient.steps + 1}`, again, input);
    }
    if (Number.isFinite(value)) patient.lastLoss = value;
  }

  /** Before an update, in steps that are not compiled: gradients that are NaN, of a loss that is not, ruin weights that still are good. */
  onGradients(again: LossOf | null): void {
    if (this.#isOver || !this.#patient.teller.wants("doctor/nan")) return;
    const bad = parametersOf(this.#patient).find(({ grad }) => grad !== null && Number.isNaN(firstElement(grad)));
    if (bad !== undefined)
      this.#tellNan(`gradients are NaN at update ${this.#patient.steps + 1}, and the loss is not`, again, null, true);
  }

  /** Whether weights have exploded; tells of it. */
  checkWeights(): void {
    if (this.#isOver) return;
    const { teller, optimizer, steps, firstLoss, lastLoss } = this.#patient;
    const now = largestOf(parametersOf(this.#patient));
    const grown = now / this.#largestAtFirst;
    const hasLossGrown =
      firstLoss !== null && lastLoss !== null && Math.abs(lastLoss) > explosion * Math.max(1, Math.abs(firstLoss));
    if (!(grown > explosion && Number.isFinite(now)) && !(now === Number.POSITIVE_INFINITY && hasLossGrown)) return;
    this.#isOver = true;
    const rate = (optimizer?.paramGroups[0] as { lr?: unknown } | undefined)?.lr;
    const size = Number.isFinite(now) ? `the largest is ${now.toExponential(1)}` : "some are no longer finite";
    teller.tell(
      "doctor/exploding-weights",
      `in ${steps} updates${typeof rate === "number" ? ` at a learning rate of ${rate}` : ""} the weights have exploded: ${size}, and it was ${this.#largestAtFirst.toPrecision(2)} at most before`,
    );
  }

  /** A loss that is not finite, of weights that had not exploded. */
  #tellNan(seen: string, again: LossOf | null, input: unknown, inBackward = false): void {
    const { teller, model } = this.#patient;
    if (this.#isOver) return;
    this.#isOver = true;
    if (!teller.wants("doctor/nan")) return;
    if (isTensor(input) && !allFinite(input)) {
      teller.tell("doctor/nan", `${seen}: the input has numbers that are not finite`);
      return;
    }
    const origin =
      again === null
        ? null
        : quietly(model, () => nanOriginOf(() => (inBackward ? backwardOf(again(), model) : again())));
    teller.tell("doctor/nan", `${seen}: ${origin === null ? unknown : textOf(origin)}`);
  }

  /** The trainer's compiled step has given a loss that is not finite; the weights are those behind the update. */
  onRuined(value: number, input: Tensor | null): void {
    this.checkWeights();
    this.#tellNan(`the loss is ${value} at update ${this.#patient.steps}`, null, input);
  }
}

const unknown =
  "run it again with the same seed, not compiled, and the op that made it first is named (autograd.detectAnomaly names that of a gradient)";

function textOf({ op, inBackward, infinityFrom }: NanOrigin): string {
  if (op === null) return "a weight, a buffer or a constant was NaN before any op";
  const of = infinityFrom === null ? "" : `, of an infinity that ${infinityFrom} had made`;
  return inBackward
    ? `the gradient of ${op} was the first that was not finite`
    : `${op} was the first op that made it${of}`;
}

/** The way back, which leaves nobody's gradients. */
function backwardOf(loss: Tensor, model: Module): void {
  grad(
    loss,
    [...model.parameters()].filter(({ requiresGrad }) => requiresGrad),
    { allowUnused: true },
  );
}

function parametersOf({ model, optimizer }: Patient): Tensor[] {
  const all = new Set<Tensor>([...model.parameters(), ...trainedBy(optimizer)]);
  return [...all].filter((parameter) => !(parameter instanceof UninitializedParameter));
}

function largestOf(tensors: readonly Tensor[]): number {
  return tensors.reduce((most, tensor) => Math.max(most, largest(tensor)), 0);
}

function firstElement({ storage, dtype, offset, shape }: Tensor): number {
  return shape.includes(0) ? 0 : Number(storage.read(dtype)[offset]);
}

/** Whether the classes of each row are not negative and sum to one. */
function sumsToOne(output: Tensor): boolean {
  if (output.ndim !== 2 || output.storage.promised || output.size(1) < 2) return false;
  return (output.detach().toArray() as number[][]).every(
    (row) => row.every((value) => value >= 0) && Math.abs(row.reduce((sum, value) => sum + value, 0) - 1) < 1e-4,
  );
}
