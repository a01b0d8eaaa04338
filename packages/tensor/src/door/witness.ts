// Whoever wants to know which ops a function runs, with their operands and results: for what writes a net down in another form, as
// formats do. It sees the calls of ops that other ops are made of, not those of JavaScript functions. It changes nothing.

import { checkArgument, checkOptions } from "../checks/options.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import type { AnyOp, ViewsOp } from "./op.js";

/** A function of autograd that ran, told as one in place of the ops that it ran. */
export interface WitnessedFunction {
  readonly kind: "function";
  readonly name: string;
}

/** An op that ran. */
export interface WitnessedCall {
  readonly op: AnyOp | ViewsOp | WitnessedFunction;
  readonly inputs: readonly (Tensor | null)[];
  /** Of a function all its arguments, tensors among them. */
  readonly attributes: unknown;
  readonly outputs: readonly Tensor[];
  /** Whether the first input was written, and is the output. */
  readonly inPlace: boolean;
}

interface Witness {
  readonly see: (call: WitnessedCall) => void;
  readonly functions: ReadonlySet<string>;
}

let current: Witness | null = null;

/** Tells of a call that has been made. */
export function tell(
  op: WitnessedCall["op"],
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
  inPlace = false,
): void {
  current?.see({ op, inputs, attributes, outputs, inPlace });
}

/** Runs a function of autograd, and tells of it as one where a witness asks for that. */
export function toldWhole<Result extends Tensor | readonly Tensor[]>(
  name: string,
  given: readonly unknown[],
  body: () => Result,
): Result {
  const witness = current;
  if (witness?.functions.has(name) !== true) return body();
  current = null;
  let result: Result;
  try {
    result = body();
  } finally {
    current = witness;
  }
  const inputs = given.filter((one): one is Tensor | null => one === null || isTensor(one));
  tell({ kind: "function", name }, inputs, given, Array.isArray(result) ? result : [result as Tensor]);
  return result;
}

export interface WitnessOptions {
  /** Names of functions of autograd that are told as one, in place of the ops that they run. Default none. */
  readonly functions?: readonly string[];
}

/**
 * Runs `body`, and tells of each op that it runs, in order, when it has run. Those that run to compute gradients are among them.
 * Inside of another witness only this one is told. Functions of autograd are told by the ops that they run or, where they are named in
 * `functions`, as one: with the kind "function" and, as attributes, all their arguments.
 *
 * @example
 * ```ts
 * import { mul, tensor, witness } from "@bernoulli/tensor";
 * const names: string[] = [];
 * witness(({ op }) => names.push(op.name), () => mul(tensor([1, 2]), tensor([3, 4])).sum());
 * names; // → ["mul", "sum", "view"]
 * ```
 */
export function witness<Result>(
  see: (call: WitnessedCall) => void,
  body: () => Result,
  options: WitnessOptions = {},
): Result {
  checkArgument("witness", "see", see, "function");
  checkArgument("witness", "body", body, "function");
  checkOptions("witness", options, { functions: "array" });
  const before = current;
  current = { see, functions: new Set(options.functions) };
  try {
    return body();
  } finally {
    current = before;
  }
}
