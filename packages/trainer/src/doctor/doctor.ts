// doctor: looks at a training run from beside, and warns where the run itself proves that something is wrong. It listens; the checks are
// in the files around, and how the Trainer is looked at in in-trainer.ts.

import { Module } from "@bernoulli/nn";
import { Optimizer } from "@bernoulli/optim";
import {
  ArgumentError,
  checkArgument,
  checkOptions,
  isCompiling,
  isGradEnabled,
  isTensor,
  type Kinds,
  observeBackward,
  type RemovableHandle,
  type Tensor,
} from "@bernoulli/tensor";
import { Coverage } from "./coverage.js";
import { DropoutProbe } from "./dropout-probe.js";
import { hiddenIn } from "./fields.js";
import { graphOf } from "./graph.js";
import { Modes } from "./modes.js";
import { Numbers } from "./numbers.js";
import { drops, hasGradients, isBatchNorm, isExamined, type LossOf, type Patient } from "./patient.js";
import { isRunQuietly } from "./quietly.js";
import { checkCodes, type DoctorSettings, type DoctorWarning, settingKinds, Teller } from "./warnings.js";

export interface DoctorOptions extends DoctorSettings {
  /** What trains the model. Without it nothing is told of updates, and so little at all. */
  readonly optimizer?: Optimizer;
  /** The loss as a module, called with the model's output: then it is seen where it is measured, and tried again where it is NaN. */
  readonly criterion?: Module;
}

const kinds: Kinds<DoctorOptions> = { optimizer: "object", criterion: "function", ...settingKinds };

/** Looks at a run until it is sent away. */
export interface Doctor {
  /** What it has warned of. */
  readonly warnings: readonly DoctorWarning[];
  /** Looks at the weights now. It does so by itself, but not inside compiled functions: call it between them. */
  check(): void;
  /** Takes its hooks away. */
  remove(): void;
}

/**
 * Watches the training of a model, and warns, once each, of what the run proves to be wrong: see docs/doctor.md. It changes no number and
 * no draw. Trainers have one of their own; this is for a loop by hand.
 *
 * @throws ArgumentError for what is no module, optimizer or option, or a code that there is not.
 * @example
 * ```ts
 * import { CrossEntropyLoss, Linear, Sequential, Softmax } from "@bernoulli/nn";
 * import { SGD } from "@bernoulli/optim";
 * import { manualSeed, randn, tensor } from "@bernoulli/tensor";
 * import { doctor } from "@bernoulli/trainer";
 * manualSeed(0);
 * const model = new Sequential(new Linear(4, 3), new Softmax(1));
 * const optimizer = new SGD(model.parameters(), { lr: 0.1 });
 * const criterion = new CrossEntropyLoss();
 * const watching = doctor(model, { optimizer, criterion, warn: () => {} });
 * for (let step = 0; step < 4; step++) {
 *   optimizer.zeroGrad();
 *   criterion(model(randn(2, 4)), tensor([0, 2], { dtype: "int32" })).backward();
 *   optimizer.step();
 * }
 * watching.warnings.map(({ code, path }) => `${code} ${path}`); // → ["doctor/softmax-before-cross-entropy 1"]
 * watching.remove();
 * ```
 */
export function doctor(model: Module, options: DoctorOptions = {}): Doctor {
  checkOptions("doctor", options, kinds);
  if (!(model instanceof Module)) throw new ArgumentError("doctor: expected a Module to watch");
  if (options.optimizer !== undefined && !(options.optimizer instanceof Optimizer))
    throw new ArgumentError("doctor: optimizer must be an Optimizer, such as an SGD or an Adam");
  if (options.criterion !== undefined && !(options.criterion instanceof Module))
    throw new ArgumentError(
      "doctor: criterion must be a Module, such as a CrossEntropyLoss; leave it out where it is a function",
    );
  checkCodes("doctor", options);
  return new Watch(model, options, new Teller(options), false);
}

export class Watch implements Doctor {
  readonly patient: Patient;
  readonly #handles: RemovableHandle[] = [];
  readonly #criterion: Module | null;
  readonly #modes: Modes;
  readonly #coverage: Coverage;
  readonly #numbers: Numbers;
  readonly #probe: DropoutProbe;
  readonly #watched = new WeakSet<Module>();
  /** Of the step under way: what the criterion was given beside the model's output, and the softmax called last. */
  #target: readonly unknown[] | null = null;
  #softmax: Module | null = null;

  constructor(model: Module, { optimizer, criterion }: DoctorOptions, teller: Teller, isTrained: boolean) {
    checkArgument("doctor", "model", model, "function");
    this.patient = {
      ...{ model, optimizer: optimizer ?? null, teller, isTrained },
      ...{
        steps: 0,
        modalCalls: [],
        backwards: 0,
        root: null,
        evaluated: false,
        normsBehind: false,
        firstLoss: null,
        lastLoss: null,
      },
    };
    this.#criterion = criterion ?? null;
    this.#modes = new Modes(this.patient);
    this.#coverage = new Coverage(this.patient);
    this.#numbers = new Numbers(this.patient);
    this.#probe = new DropoutProbe(this.patient);
    const add = (handle: RemovableHandle) => void this.#handles.push(handle);
    add(model.registerForwardHook((called, inputs, output) => this.#onRoot(called, inputs, output)));
    for (const module of model.modules()) this.#listenTo(module);
    this.#findHidden();
    if (criterion !== undefined)
      add(criterion.registerForwardHook((_, inputs) => this.#onCriterion(inputs as unknown as readonly unknown[])));
    add(observeBackward((loss) => this.#onBackward(loss)));
    if (optimizer !== undefined) {
      add(optimizer.registerStepPreHook(() => this.#beforeStep()));
      add(optimizer.registerStepPostHook(() => this.onStep()));
    }
  }

  get warnings(): readonly DoctorWarning[] {
    return this.patient.teller.told;
  }

  check(): void {
    if (!isCompiling()) this.#numbers.checkWeights();
  }

  remove(): void {
    for (const handle of this.#handles.splice(0)) handle.remove();
    this.#endStep();
  }

  /** Modules that behave otherwise in training say how they were called. */
  #listenTo(module: Module): void {
    if (this.#watched.has(module)) return;
    this.#watched.add(module);
    const isSoftmax = module.constructor.name === "Softmax";
    if (!drops(module) && !isBatchNorm(module) && !isSoftmax) return;
    this.#handles.push(
      module.registerForwardHook((called) => {
        // A copy of the model has the hooks of its original.
        if (called !== module || isRunQuietly()) return;
        if (isSoftmax) this.#softmax = module;
        else this.patient.modalCalls.push({ module, training: module.training, grad: isGradEnabled() });
      }),
    );
  }

  /** What the model does not list: only what drops there needs listening to. */
  #findHidden(): void {
    for (const hidden of hiddenIn(this.patient.model)) {
      if (!(hidden.member instanceof Module) || this.#watched.has(hidden.member)) continue;
      const { member } = hidden;
      this.#watched.add(member);
      if (drops(member))
        this.#handles.push(
          member.registerForwardHook((called) => {
            if (called === member && !isRunQuietly()) this.#coverage.onHiddenCall(hidden);
          }),
        );
    }
  }

  #onRoot(called: Module, inputs: readonly unknown[], output: unknown): void {
    const { patient } = this;
    if (called !== patient.model || isRunQuietly()) return;
    const [training, grad] = [patient.model.training, isGradEnabled()];
    const droppedLive = patient.modalCalls.some((call) => call.training && drops(call.module) && call.grad === grad);
    patient.root = { inputs, output, training, grad, droppedLive };
    if (!grad) {
      patient.evaluated ||= !training;
      // Evaluations come in any number between two updates.
      patient.modalCalls = patient.modalCalls.filter((call) => call.grad);
    }
  }

  #onCriterion(inputs: readonly unknown[]): void {
    if (isRunQuietly()) return;
    const [output, ...others] = inputs;
    this.#modes.onCriterion(output);
    this.#target = output === this.patient.root?.output && isGradEnabled() ? others : null;
  }

  /** How to compute the loss of this step again; null where it is not known, or has no values yet. */
  #again(): LossOf | null {
    const { root, model } = this.patient;
    const [target, criterion] = [this.#target, this.#criterion];
    if (isCompiling() || root === null || target === null || criterion === null) return null;
    const given = root.inputs;
    return () =>
      criterion((model as unknown as (...inputs: readonly unknown[]) => unknown)(...given), ...target) as Tensor;
  }

  #onBackward(loss: Tensor): void {
    if (isRunQuietly()) return;
    const { patient } = this;
    patient.backwards += 1;
    if (this.#coverage.wantsGraph || this.#numbers.wantsGraph) {
      if (isExamined(patient.steps)) this.#findHidden();
      const { nodes, leaves } = graphOf(loss);
      this.#coverage.onGraph(leaves);
      if (patient.optimizer === null || reaches(leaves, patient)) this.#numbers.onGraph(nodes, this.#softmax);
    }
    if (isCompiling() || loss.numel() !== 1 || patient.root?.grad !== true) return;
    this.#numbers.onLoss(loss.item(), this.#again(), patient.root?.inputs[0] ?? null);
  }

  #beforeStep(): void {
    if (!isCompiling() && !isRunQuietly()) this.#numbers.onGradients(this.#again());
  }

  /** Behind an update. */
  onStep(): void {
    const { patient } = this;
    const hasUpdated = hasGradients(patient);
    if (hasUpdated) this.#modes.onUpdate();
    this.#coverage.onStep(hasUpdated);
    if (isExamined(patient.steps)) {
      const live = patient.modalCalls.findIndex((call) => call.training && drops(call.module));
      if (live >= 0) patient.normsBehind ||= patient.modalCalls.slice(live).some(({ module }) => isBatchNorm(module));
    }
    patient.steps += 1;
    // A trainer's steps are examined by who has the batch.
    if (!isCompiling() && !patient.isTrained) this.examine(this.#again());
    this.#endStep();
  }

  /** What is read between steps. */
  examine(lossOf: LossOf | null): void {
    const { steps } = this.patient;
    if (isExamined(steps)) this.#numbers.checkWeights();
    if (lossOf !== null && this.#probe.isDue(steps)) this.#probe.run(lossOf);
  }

  /** What the trainer has read of the epoch so far. */
  onMeanLoss(loss: number, input: Tensor | null): void {
    const { patient } = this;
    if (Number.isFinite(loss)) {
      patient.firstLoss ??= loss;
      patient.lastLoss = loss;
    } else this.#numbers.onRuined(loss, input !== null && isTensor(input) ? input : null);
  }

  #endStep(): void {
    const { patient } = this;
    patient.modalCalls = [];
    patient.backwards = 0;
    patient.root = null;
    patient.evaluated = false;
    this.#target = null;
    this.#softmax = null;
    this.#modes.forget();
  }
}

function reaches(leaves: ReadonlySet<Tensor>, { model }: Patient): boolean {
  for (const parameter of model.parameters()) if (leaves.has(parameter)) return true;
  return false;
}
