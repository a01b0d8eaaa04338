// Options objects as they come from JavaScript: what is no such object, or has a member that nobody would read, is refused
// before it is silently ignored. What values are allowed is the owner's affair.

import { ArgumentError } from "./errors.js";
import { isTensor } from "./tensor.js";

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

function describe(given: unknown): string {
  if (given === null) return "null";
  if (isTensor(given)) return "a Tensor";
  if (Array.isArray(given)) return "an array";
  return typeof given === "object" || typeof given === "function" ? `a ${typeof given}` : JSON.stringify(given);
}
