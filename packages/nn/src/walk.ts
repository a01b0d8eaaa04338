// Finds what hangs on a module: parameters, child modules, and arrays that hold either, in the order in which the
// fields were declared. Nothing need be registered, so nothing can be forgotten; what is registered is in registered.ts.

import { ArgumentError, isTensor } from "@bernoulli/tensor";
import { Callable, settle } from "./callable.js";
import type { Module } from "./module.js";
import type { NamedModulesOptions } from "./module-options.js";
import { markListed, Parameter } from "./parameter.js";
import { registeredBehind } from "./registered.js";

/** A module, or an array that stands in the tree as a ModuleList would. */
export type Node = Module | readonly unknown[];

export function isModule(value: unknown): value is Module {
  return value instanceof Callable;
}

/** The node's own fields, or elements, with their names, and what is registered with its key. Other accessors are not read. */
function* entriesOf(node: Node): Generator<[name: string, value: unknown]> {
  for (const name of Object.keys(node)) {
    const descriptor = Object.getOwnPropertyDescriptor(node, name);
    if (descriptor === undefined) continue;
    if ("value" in descriptor) yield [name, descriptor.value];
    else {
      const registered = registeredBehind(descriptor);
      if (registered !== null) yield registered;
    }
  }
}

/** The fields of each module that have held a parameter. */
const parameterFields = new WeakMap<Module, Set<string>>();

function parameterFieldsOf(module: Module): Set<string> {
  let names = parameterFields.get(module);
  if (names === undefined) {
    names = new Set();
    parameterFields.set(module, names);
    for (const [name, value] of entriesOf(module)) if (value instanceof Parameter) names.add(name);
  }
  return names;
}

/** Modules that have other tensors in their parameters' places for a call. */
export const lent = new WeakSet<Module>();

/**
 * Notes which fields hold parameters, and looks at those that did. Layers with parameters do it when they are made; those
 * of other modules are known from the first call or walk on.
 *
 * @throws ArgumentError if something else, which nothing would train, has taken a parameter's place.
 */
export function checkParameters(module: Module): void {
  if (lent.has(module)) return;
  for (const name of parameterFieldsOf(module)) {
    const value: unknown = Object.getOwnPropertyDescriptor(module, name)?.value;
    if (value === null || value === undefined || value instanceof Parameter || isModule(value)) continue;
    throw new ArgumentError(
      `cannot assign '${isTensor(value) ? "Tensor" : typeof value}' as parameter '${name}' of ${module.constructor.name} (nn.Parameter or null expected): ` +
        "nothing would train it; assign new Parameter(…), or compute with it in a forward of your own",
    );
  }
}

/** The parameters that are fields of this node itself. */
export function* ownParameters(node: Node): Generator<[name: string, parameter: Parameter]> {
  for (const [name, value] of entriesOf(node)) {
    if (!(value instanceof Parameter)) continue;
    markListed(value);
    if (isModule(node)) parameterFieldsOf(node).add(name);
    yield [name, value];
  }
}

/** The modules, and arrays with modules or parameters in them, that are fields of this node itself. */
export function* ownChildren(node: Node): Generator<[name: string, child: Node]> {
  for (const [name, value] of entriesOf(node)) {
    if (isModule(value) || (Array.isArray(value) && holdsMembers(value, new Set()))) yield [name, value];
  }
}

function holdsMembers(list: readonly unknown[], seen: Set<readonly unknown[]>): boolean {
  if (seen.has(list)) return false;
  seen.add(list);
  return list.some(
    (value) => isModule(value) || value instanceof Parameter || (Array.isArray(value) && holdsMembers(value, seen)),
  );
}

export interface WalkOptions {
  /** Whether what hangs on several paths is met on each of them, as in state dicts, or on the first only. */
  readonly everyPath?: boolean;
  /** Whether to go into modules below the root. Default true. */
  readonly recurse?: boolean;
  /** Whether modules see to their fields as they are met, which may throw. Default true. */
  readonly settles?: boolean;
}

/** A node and all below it, each before its children, with dotted paths. Cycles end where they close. */
export function* walk(
  root: Node,
  { everyPath = false, recurse = true, settles = true }: WalkOptions = {},
): Generator<[path: string, node: Node]> {
  const seen = new Set<Node>();
  function* visit(node: Node, path: string): Generator<[string, Node]> {
    if (seen.has(node)) return;
    seen.add(node);
    if (settles && isModule(node)) node[settle]();
    yield [path, node];
    for (const [name, child] of ownChildren(node)) {
      if (recurse || !isModule(child)) yield* visit(child, joinPath(path, name));
    }
    if (everyPath) seen.delete(node);
  }
  yield* visit(root, "");
}

export function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** What `membersOf` gives for each node, with its path, where it is met first, or everywhere. */
export function* onceEach<Member>(
  nodes: Iterable<readonly [path: string, node: Node]>,
  membersOf: (node: Node) => Iterable<readonly [name: string, member: Member]>,
  { prefix = "", removeDuplicate = true }: NamedModulesOptions = {},
): Generator<[path: string, member: Member]> {
  const seen = new Set<Member>();
  for (const [path, node] of nodes) {
    for (const [name, member] of membersOf(node)) {
      if (removeDuplicate && seen.has(member)) continue;
      seen.add(member);
      yield [joinPath(prefix, joinPath(path, name)), member];
    }
  }
}

/** The modules directly below a module, each once, those in arrays with the arrays' names. */
export function* childrenOf(module: Module): Generator<[name: string, module: Module]> {
  const seen = new Set<unknown>([module]);
  function* below(node: Node, path: string): Generator<[string, Module]> {
    for (const [name, child] of ownChildren(node)) {
      if (seen.has(child)) continue;
      seen.add(child);
      if (isModule(child)) yield [joinPath(path, name), child];
      else yield* below(child, joinPath(path, name));
    }
  }
  yield* below(module, "");
}

/** A module and all below it, each once and behind those below it: the order of `apply`. What hangs on it is looked up as it is reached. */
export function* innermostFirst(module: Module, visited = new Set<Module>()): Generator<Module> {
  if (visited.has(module)) return;
  visited.add(module);
  for (const child of module.children()) yield* innermostFirst(child, visited);
  yield module;
}
