// What those who declare ops may call their inputs, numbers and flags, and which numbers integers take.

import { ArgumentError, DTypeError } from "../checks/errors.js";
import { checkArgument, checkOptions, type Kind } from "../checks/options.js";
import { checkFits, type DType, isFloating, isWhole } from "../tensor/dtype.js";
import type { Formula } from "./formula.js";

/** What gradients are given beside them. */
const reserved: ReadonlySet<string> = new Set([
  "grad",
  "grads",
  "output",
  "attributes",
  "inputs",
  "needs",
  "gradOutput",
]);

/** Each name stands for one thing. */
export function checkNames(op: string, names: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    if (!/^[A-Za-z]\w*$/.test(name))
      throw new ArgumentError(
        `${op}: a name must begin with a letter and go on with letters, digits or _, but got "${name}"`,
      );
    if (reserved.has(name))
      throw new ArgumentError(`${op}: ${name} is what gradients are given under that name; call it otherwise`);
    if (names.indexOf(name) !== at)
      throw new ArgumentError(`${op}: two of its inputs, numbers and flags are called ${name}`);
  }
}

/** Integers would cut a fraction off, and wrap what is too large, without a word. */
export function checkNumbersFit(op: string, formula: Formula, attributes: object, dtype: DType): void {
  if (isFloating(dtype)) return;
  for (const number of formula.numbers(attributes as never)) {
    if (!isWhole(number))
      throw new DTypeError(`${op}: computes with ${number}, which ${dtype} has not; convert with .to("float32") first`);
    checkFits(op, number, dtype);
  }
}

/** Checks what an op is given beside its tensors: all of it is there, of its kind, and nothing else. */
export function checkAttributes(op: string, attributes: unknown, kinds: Readonly<Record<string, Kind>>): void {
  checkOptions(op, attributes, kinds);
  for (const [name, kind] of Object.entries(kinds)) {
    const given = (attributes as Readonly<Record<string, unknown>>)[name];
    if (given === undefined) checkArgument(op, name, given, kind);
  }
}
