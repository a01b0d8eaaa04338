// Kernels that an import of its own loads, so that a page without it has no byte of them: a place for each, empty until then. Who finds a
// place empty computes the same by what every program has, and says so where that takes long. Which there are is the devices' affair.

import { warnOnce } from "../checks/warn.js";
import { numberOfElements } from "../tensor/shape.js";
import type { KernelFunction, Operand } from "./contract.js";

/** A place for what the import `from` loads. */
export class Addition<T> {
  loaded: T | null = null;
  readonly from: string;

  constructor(from: string) {
    this.from = from;
  }
}

/** What is made of what a place holds, once that is loaded. */
class Derived<T, From> extends Addition<T> {
  constructor(of: Addition<From>, make: (loaded: From) => T) {
    super(of.from);
    Object.defineProperty(this, "loaded", { get: () => (of.loaded === null ? null : make(of.loaded)) });
  }
}

/**
 * A place that is filled with another: so an import brings the part that its kernels differ by, and an op the rest.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function derived<T, From>(of: Addition<From>, make: (loaded: From) => T): Addition<T> {
  return new Derived(of, make);
}

type Places = { readonly [Name in string]: Addition<any> };

/** What places are for, under their names: all of it, or it does not compile. */
export type Loaded<P extends Places> = { readonly [Name in keyof P]: P[Name] extends Addition<infer T> ? T : never };

/** Puts all of it into its places; before the first tensor, since kernels are looked for once. */
export function load<P extends Places>(places: P, given: Loaded<P>): void {
  for (const [name, place] of Object.entries(places)) place.loaded = given[name];
}

/** Operands of fewer elements take no time worth a word. */
const elementsWorthAWord = 2 ** 14;

/** What computes in place of a kernel that was not loaded. */
export function inPlaceOf<K extends KernelFunction<any>>(what: string, from: string, run: K): K {
  const told: KernelFunction<any> = (inputs, outputs, attributes) => {
    const elements = (operand: Operand | null) => (operand === null ? 0 : numberOfElements(operand.shape));
    if (Math.max(...[...inputs, ...outputs].map(elements)) >= elementsWorthAWord) tellOf(what, from);
    run(inputs, outputs, attributes);
  };
  return told as K;
}

/** Says once, of each import, that it would be faster with it. */
function tellOf(what: string, from: string): void {
  warnOnce(
    from,
    `${what} takes longer than it has to, since its kernel was not loaded; import "${from}" before the first tensor`,
  );
}
