// What dictionaries of modules and of parameters share: the names under which something may stand, and where they come from.

import { ArgumentError, describe } from "@bernoulli/tensor";
import type { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { isModule } from "../../walk.js";

/** Puts a member under a name that is free, or `isTaken` by one that it replaces. */
export function add(owner: string, module: Module, name: string, member: unknown, isTaken: boolean): void {
  if (typeof name !== "string")
    throw new ArgumentError(`${owner}: a name should be a string, but got ${describe(name)}`);
  if (name === "" || name.includes("."))
    throw new ArgumentError(`${owner}: a name can't be empty or contain ".", got "${name}"`);
  if (!isTaken && name in module)
    throw new ArgumentError(`${owner}: attribute '${name}' already exists; take another name`);
  Object.defineProperty(module, name, { value: member, enumerable: true, configurable: true, writable: true });
  if (isTaken) return;
  const names = Object.keys(module);
  const behind = names.slice(names.indexOf(name) + 1).find((later) => isMember(Reflect.get(module, later)));
  if (behind === undefined) return;
  Reflect.deleteProperty(module, name);
  throw new ArgumentError(
    `${owner}: JavaScript would put the integer "${name}" before "${behind}", which is there: add integers first, in rising order, or take other names`,
  );
}

function isMember(value: unknown): boolean {
  return isModule(value) || value instanceof Parameter;
}

/** Names and members of an object, or of pairs. */
export function entriesFrom<Member>(
  owner: string,
  given: Readonly<Record<string, Member>> | Iterable<readonly [string, Member]>,
): Iterable<readonly [string, Member]> {
  if (given === null || (typeof given !== "object" && typeof given !== "function"))
    throw new ArgumentError(`${owner}: expected an object of members by names, but got ${describe(given)}`);
  if (isModule(given) && "items" in given) return (given.items as () => Iterable<readonly [string, Member]>)();
  if (given instanceof Map) return given as Iterable<readonly [string, Member]>;
  if (Array.isArray(given)) {
    const wrong = given.find((pair) => !Array.isArray(pair) || pair.length !== 2);
    if (wrong !== undefined || given.includes(undefined))
      throw new ArgumentError(`${owner}: expected pairs of a name and a member, but got ${describe(wrong)}`);
    return given as readonly (readonly [string, Member])[];
  }
  return Object.entries(given as Readonly<Record<string, Member>>);
}

export function missing(owner: string, name: string, names: Iterable<string>): ArgumentError {
  return new ArgumentError(`${owner}: there is no '${name}'; there are ${[...names].join(", ") || "none"}`);
}
