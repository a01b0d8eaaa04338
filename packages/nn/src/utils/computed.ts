// Properties of modules in the place of a parameter: what is read there is computed of others. The walk over parameters passes by.

import { ArgumentError } from "@bernoulli/tensor";
import type { Module } from "../module.js";
import { Parameter } from "../parameter.js";

/** The parameter that a field of the module holds. */
export function parameterAt(op: string, module: Module, name: string): Parameter {
  const value: unknown = (module as unknown as Record<string, unknown>)[name];
  if (value instanceof Parameter) return value;
  throw new ArgumentError(
    value === null
      ? `${op}: cannot be applied as parameter '${name}' is null`
      : `${op}: the module has no parameter '${name}'; it has ${[...module.namedParameters({ recurse: false })].map(([key]) => key).join(", ") || "none"}`,
  );
}

/** Puts a property that is computed at each reading in the place of a field. */
export function compute(module: Module, name: string, get: () => unknown, set?: (value: unknown) => void): void {
  Object.defineProperty(module, name, {
    get,
    set:
      set ??
      (() => {
        throw new ArgumentError(`${name} is computed of other parameters here; write to those`);
      }),
    enumerable: false,
    configurable: true,
  });
}

/** Makes the property a field again, behind all others. */
export function restore(module: Module, name: string, value: unknown): void {
  forget(module, name);
  (module as unknown as Record<string, unknown>)[name] = value;
}

export function forget(module: Module, ...names: readonly string[]): void {
  for (const name of names) delete (module as unknown as Record<string, unknown>)[name];
}
