// What the checks know of a run: the model, its modules that heed their mode, the parameters that are trained, and the step under way.
// Who finds it out is doctor.ts's.

import { BatchNorm1d, BatchNorm2d, BatchNorm3d, type DropoutFacts, type Module, type Parameter } from "@bernoulli/nn";
import type { Optimizer } from "@bernoulli/optim";
import type { Tensor } from "@bernoulli/tensor";
import type { Teller } from "./warnings.js";

export type BatchNorm = BatchNorm1d | BatchNorm2d | BatchNorm3d;

/** Computes the loss of a batch again, from the model to the criterion. */
export type LossOf = () => Tensor;

/** A module that behaves otherwise in training, as it was called. */
export interface ModalCall {
  readonly module: Module;
  readonly training: boolean;
  readonly grad: boolean;
}

/** The model's last call. */
export interface RootCall {
  readonly inputs: readonly unknown[];
  readonly output: unknown;
  readonly training: boolean;
  readonly grad: boolean;
  readonly droppedLive: boolean;
}

export interface Patient {
  readonly model: Module;
  readonly optimizer: Optimizer | null;
  readonly teller: Teller;
  /** Whether a Trainer sets the modes. */
  readonly isTrained: boolean;
  /** Updates that are done. */
  steps: number;
  /** Since the last update. */
  modalCalls: ModalCall[];
  backwards: number;
  root: RootCall | null;
  /** Whether a forward without gradients in evaluation mode came since the last update. */
  evaluated: boolean;
  /** Whether a batch norm has been called behind a dropout that was live. */
  normsBehind: boolean;
  /** The loss of the first backward whose value was known, and the last finite one. */
  firstLoss: number | null;
  lastLoss: number | null;
}

export function isBatchNorm(module: unknown): module is BatchNorm {
  return module instanceof BatchNorm1d || module instanceof BatchNorm2d || module instanceof BatchNorm3d;
}

/** Whether a module throws something out at random while it is in training mode: its class says so. */
export function drops(module: Module): boolean {
  const { facts } = module.constructor as { facts?: DropoutFacts };
  const { p } = module as { p?: unknown };
  return facts?.place === "net" && p !== 0;
}

/** What an optimizer trains. */
export function trainedBy(optimizer: Optimizer | null): Set<Tensor> {
  return new Set(optimizer?.paramGroups.flatMap(({ params }) => params) ?? []);
}

/** Whether any parameter of an optimizer has a gradient: then a step updates. */
export function hasGradients({ optimizer }: Patient): boolean {
  return (
    optimizer?.paramGroups.some(({ params }) => params.some((parameter: Tensor) => parameter.grad !== null)) ?? false
  );
}

export function pathOf(model: Module, module: Module): string | null {
  for (const [path, other] of model.namedModules()) if (other === module) return path;
  return null;
}

export function pathOfParameter(model: Module, parameter: Tensor): string | null {
  for (const [path, other] of model.namedParameters()) if (other === (parameter as Parameter)) return path;
  return null;
}

export function nameOf(object: object): string {
  return object.constructor.name;
}

/** The first steps, and then ever fewer: what costs something is looked at there. */
export function isExamined(step: number): boolean {
  return step < 3 || (step & (step - 1)) === 0;
}
