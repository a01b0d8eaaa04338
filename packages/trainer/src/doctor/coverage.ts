// Faults of what is trained: modules and parameters that nothing registers, parameters that no gradient reaches, and losses that hang on
// none of them.

import { Module, Parameter, UninitializedParameter } from "@bernoulli/nn";
import type { Tensor } from "@bernoulli/tensor";
import { type Hidden, hiddenIn } from "./fields.js";
import { drops, isExamined, nameOf, type Patient, pathOfParameter, trainedBy } from "./patient.js";

/** Layers that are left out at random, or experts that are seldom chosen, have been called in so many. */
const stepsUntilMissing = 32;

export class Coverage {
  readonly #patient: Patient;
  /** Those that have had a gradient; null once they have been judged. */
  #reached: Set<Tensor> | null = new Set();
  #leaves = new Set<Tensor>();
  #idle = 0;

  constructor(patient: Patient) {
    this.#patient = patient;
  }

  /** Whether the next graph is worth a walk. */
  get wantsGraph(): boolean {
    return isExamined(this.#patient.steps) || this.#idle > 0;
  }

  onGraph(leaves: ReadonlySet<Tensor>): void {
    for (const leaf of leaves) this.#leaves.add(leaf);
    if (isExamined(this.#patient.steps)) this.#checkHidden(leaves);
  }

  #checkHidden(leaves: ReadonlySet<Tensor>): void {
    const { model, optimizer, teller } = this.#patient;
    if (!teller.wants("doctor/unregistered") || optimizer === null) return;
    const trained = trainedBy(optimizer);
    for (const hidden of hiddenIn(model)) {
      const missed = parametersOf(hidden).find((one) => leaves.has(one) && one.requiresGrad && !trained.has(one));
      if (missed === undefined) continue;
      // What nn says of it itself would be the same again.
      for (const parameter of parametersOf(hidden)) parameter.keep();
      const shape = `[${missed.shape.join(", ")}]`;
      teller.tell(
        "doctor/unregistered",
        `the loss depends on ${hidden.member instanceof Module ? `a parameter of shape ${shape} of this ${nameOf(hidden.member)}` : `this Parameter of shape ${shape}`}, which hangs ${hidden.how}: the model does not list it, and the optimizer does not train it`,
        hidden.path,
      );
      return;
    }
  }

  /** A module of the model's that it does not list was called: eval() has passed it by. */
  onHiddenCall(hidden: Hidden): void {
    const { model, teller } = this.#patient;
    const module = hidden.member as Module;
    if (model.training || !module.training || !drops(module)) return;
    teller.tell(
      "doctor/unregistered",
      `this ${nameOf(module)} hangs ${hidden.how}: the model does not list it, and it went on dropping while the model was in evaluation mode`,
      hidden.path,
    );
  }

  /** Behind a step of the optimizer's. */
  onStep(hasUpdated: boolean): void {
    const { optimizer, backwards, steps, teller } = this.#patient;
    const leaves = this.#leaves;
    if (leaves.size > 0) this.#leaves = new Set();
    if (optimizer === null || (hasUpdated && this.#reached === null)) return;
    const trained = trainedBy(optimizer);
    if (!hasUpdated) {
      if (backwards === 0) return;
      const isReached = [...leaves].some((leaf) => trained.has(leaf));
      if (leaves.size > 0 && !isReached) this.#idle += 1;
      if (this.#idle >= 2)
        teller.tell(
          "doctor/loss-without-parameters",
          `${this.#idle} steps in a row followed a backward that reached ${leaves.size} leaves, and none of the ${trained.size} parameters of the ${nameOf(optimizer)}: nothing was updated`,
        );
      return;
    }
    this.#idle = 0;
    const reached = this.#reached!;
    for (const parameter of trained) if (parameter.grad !== null) reached.add(parameter);
    if (steps + 1 < stepsUntilMissing) return;
    const missing = [...trained].filter((one) => !reached.has(one) && one.requiresGrad);
    this.#tellMissing(missing);
    this.#tellReplaced(missing, trained);
    this.#reached = null;
  }

  #tellMissing(missing: readonly Tensor[]): void {
    const { model, teller } = this.#patient;
    const paths = missing
      .filter((one) => one instanceof Parameter && !(one instanceof UninitializedParameter))
      .flatMap((one) => pathOfParameter(model, one) ?? []);
    const [first] = paths;
    if (first === undefined) return;
    const others =
      paths.length === 1
        ? ""
        : `, and neither has ${paths.slice(1, 4).join(", ")}${paths.length > 4 ? `, and ${paths.length - 4} more` : ""}`;
    teller.tell(
      "doctor/parameter-without-gradient",
      `it is in the optimizer and has had no gradient in ${stepsUntilMissing} updates${others}: it stays as it was drawn`,
      first,
    );
  }

  /** The optimizer holds what the model has no more, and not what it has instead. Either alone may be meant: of another model, or of another optimizer. */
  #tellReplaced(missing: readonly Tensor[], trained: ReadonlySet<Tensor>): void {
    const { model, optimizer, teller } = this.#patient;
    const own = new Set<Tensor>(model.parameters());
    const gone = missing.filter((one) => one instanceof Parameter && !own.has(one));
    if (gone.length === 0) return;
    const [path] = [...model.namedParameters()].find(([, one]) => one.grad !== null && !trained.has(one)) ?? [];
    if (path === undefined) return;
    const shapes = gone.slice(0, 3).map(({ shape }) => `[${shape.join(", ")}]`);
    teller.tell(
      "doctor/parameter-without-gradient",
      `it has gradients, but the ${nameOf(optimizer!)} does not hold it, and holds ${gone.length} parameters that are not the model's, of shapes ${shapes.join(", ")}${gone.length > 3 ? ", …" : ""}, without a gradient in ${stepsUntilMissing} updates: a layer was put in place after the optimizer was made`,
      path,
    );
  }
}

function parametersOf({ member }: Hidden): Parameter[] {
  return member instanceof Module ? [...member.parameters()] : [member];
}
