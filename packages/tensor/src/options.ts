// Options objects as they come from JavaScript: what is no such object, or has a member that nobody would read, is refused
// before it is silently ignored. What values are allowed is the owner's affair.

import { ArgumentError } from "./errors.js";
import { isTensor, type Tensor } from "./tensor.js";

/**
 * Throws unless `given` is an object whose members are all among `known`; a member that is undefined counts as absent.
 *
 * @throws ArgumentError that names the owner, what came and what there is.
 */
export function checkOptions(owner: string, given: unknown, known: readonly string[]): void {
  const list = `{ ${known.join(", ")} }`;
  if (typeof given !== "object" || given === null || Array.isArray(given) || isTensor(given)) {
    throw new ArgumentError(`${owner}: expected an object of options, some of ${list}, but got ${describe(given)}`);
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || known.includes(name)) continue;
    const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const cure = known.includes(camel) ? `here it is ${camel}` : `take some of ${list}`;
    throw new ArgumentError(`${owner}: got an unexpected option ${name}; ${cure}`);
  }
}

/**
 * Throws unless an argument is a number.
 *
 * @throws ArgumentError that names the op and the argument.
 */
export function checkNumber(op: string, name: string, given: unknown): asserts given is number {
  if (typeof given !== "number") throw new ArgumentError(`${op}: ${name} must be a number, but got ${describe(given)}`);
}

/**
 * Throws unless an argument is a tensor.
 *
 * @throws ArgumentError that names the op and the argument, and says what makes a tensor.
 */
export function checkTensor(op: string, name: string, given: unknown): asserts given is Tensor {
  if (isTensor(given)) return;
  throw new ArgumentError(`${op}: ${name} must be a Tensor, but got ${describe(given)}${cureOf(given)}`);
}

/** An array that stands where a tensor should. */
export function cureOf(given: unknown): string {
  return Array.isArray(given) ? "; make a tensor of it with tensor(…)" : "";
}

/** What came instead of what was wanted, in an error. */
export function describe(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  if (isTensor(given)) return "a Tensor";
  if (Array.isArray(given)) return "an array";
  if (typeof given === "object") return "an object";
  return typeof given === "function" ? "a function" : JSON.stringify(given);
}
