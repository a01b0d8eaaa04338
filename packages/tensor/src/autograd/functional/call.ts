// How the functions of autograd.functional call the function they are given: inputs outside their graph, or as part of it, outputs that are
// tensors, gradients with zeros where there is none. What is made of the gradients is jacobian.ts's and products.ts's.

import { checkSynchronous } from "../../checks/asynchronous.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, AutogradError, ShapeError } from "../../checks/errors.js";
import { checkArgument } from "../../checks/options.js";
import { zerosLike } from "../../ops/creation/creation.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { alias } from "../alias.js";
import { grad } from "../backward.js";

/** One tensor, or several in an array. */
export type Tensors = Tensor | readonly Tensor[];

/** What a function is called with that is given one tensor, or an array of them. */
export type Spread<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? [...Inputs] : [Inputs];

/** A tensor where there is one, an array of as many where there are several. */
export type Like<Given extends Tensors> = Given extends readonly Tensor[] ? { [At in keyof Given]: Tensor } : Tensor;

export interface FunctionalOptions {
  /** Records the results' own computation, so that they can be differentiated. Default false. */
  readonly createGraph?: boolean;
  /** Throws where an output does not depend on an input, instead of giving zeros. Default false. */
  readonly strict?: boolean;
}

/** A call of the function: its inputs, as leaves or as part of their graph, and its outputs. */
export interface Call {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly isSingle: boolean;
}

export function call(op: string, fn: (...inputs: any[]) => Tensors, given: Tensors, createGraph: boolean): Call {
  checkArgument(op, "fn", fn, "function");
  const inputs = listOf(op, "inputs", given).map((input) => (createGraph ? alias(input) : leafOf(input)));
  const result = checkSynchronous(op, "the function", fn(...inputs));
  const outputs = outputsOf(op, result);
  return { inputs, outputs, isSingle: isTensor(result) };
}

function leafOf(input: Tensor): Tensor {
  return input.data.requiresGrad_();
}

function outputsOf(op: string, result: unknown): readonly Tensor[] {
  if (isTensor(result)) return [result];
  if (Array.isArray(result) && result.length > 0 && result.every(isTensor)) return result;
  throw new ArgumentError(
    `${op}: The outputs of the user-provided function given to ${op} must be either a Tensor or an array of Tensors, but got ${describe(result)}`,
  );
}

export function listOf(op: string, name: string, given: unknown): readonly Tensor[] {
  if (isTensor(given)) return [given];
  if (Array.isArray(given) && given.length > 0 && given.every(isTensor)) return given;
  throw new ArgumentError(
    `${op}: The ${name} given to ${op} must be either a Tensor or an array of Tensors, but got ${describe(given)}`,
  );
}

/** The vector of a product: as many tensors, of the same shapes, as there are tensors that it is for. */
export function vectorOf(op: string, given: unknown, wanted: readonly Tensor[], refusal: string): (Tensor | null)[] {
  if (given === null || given === undefined) {
    if (wanted.length === 1 && wanted[0]!.numel() === 1) return [null];
    throw new AutogradError(`${op}: The vector v can only be left out if ${refusal}`);
  }
  const list = listOf(op, "vector v", given);
  if (list.length !== wanted.length)
    throw new ArgumentError(
      `${op}: v is a vector of invalid length: should be ${wanted.length} but got ${list.length}`,
    );
  for (const [at, { shape }] of wanted.entries()) {
    if (sameShape(list[at]!.shape, shape)) continue;
    const which = wanted.length > 1 ? `Entry ${at} in v` : "v";
    throw new ShapeError(
      `${op}: ${which} has invalid size: should be ${formatShape(shape)} but got ${formatShape(list[at]!.shape)}`,
    );
  }
  return [...list];
}

/** Gradients of those outputs that have any; null for an input that none of them depends on. */
export function gradientsOf(
  outputs: readonly (Tensor | null)[],
  inputs: readonly Tensor[],
  vectors: readonly (Tensor | null)[],
  createGraph: boolean,
): readonly (Tensor | null)[] {
  const used = [...outputs.keys()].filter((at) => outputs[at]?.requiresGrad === true);
  if (used.length === 0) return inputs.map(() => null);
  return grad(
    used.map((at) => outputs[at]!),
    inputs,
    { gradOutputs: used.map((at) => vectors[at] ?? null), allowUnused: true, retainGraph: true, createGraph },
  );
}

/** Zeros in the place of null, or the error of the strict mode. */
export function filled(
  found: readonly (Tensor | null)[],
  likes: readonly Tensor[],
  refusal: ((at: number) => string) | null,
): Tensor[] {
  return found.map((one, at) => {
    if (one === null && refusal !== null) throw new AutogradError(refusal(at));
    return one ?? zerosLike(likes[at]!);
  });
}

/** What strict mode wants of the outputs. */
export function checkOutputs(op: string, outputs: readonly Tensor[], strict: boolean): void {
  if (!strict) return;
  for (const [at, output] of outputs.entries())
    if (!output.requiresGrad)
      throw new AutogradError(
        `${op}: Output ${at} of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.`,
      );
}

export function checkScalar(op: string, outputs: readonly Tensor[], isSingle: boolean): void {
  if (!isSingle) throw new AutogradError(`${op}: The function given to ${op} should return a single Tensor`);
  if (outputs[0]!.numel() !== 1)
    throw new AutogradError(
      `${op}: The Tensor returned by the function given to ${op} should contain a single element, but has shape ${formatShape(outputs[0]!.shape)}; reduce it with .sum() or .mean()`,
    );
}
