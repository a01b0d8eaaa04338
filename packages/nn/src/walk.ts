// Finds what hangs on a module: parameters, child modules, and arrays that hold either, in the order in which the
// fields were declared. Nothing is registered, so nothing can be forgotten. Buffers are the module's own (module.ts).

import { ArgumentError, isTensor } from "@bernoulli/tensor";
import { Callable } from "./callable.js";
import type { Module } from "./module.js";
import { markListed, Parameter } from "./parameter.js";

/** A module, or an array that stands in the tree as a ModuleList would. */
export type Node = Module | readonly unknown[];

export function isModule(value: unknown): value is Module {
  return value instanceof Callable;
}

/** The node's own fields, or elements, with their names. Accessors are not read. */
function* entriesOf(node: Node): Generator<[name: string, value: unknown]> {
  for (const name of Object.keys(node)) {
    const descriptor = Object.getOwnPropertyDescriptor(node, name);
    if (descriptor !== undefined && "value" in descriptor) yield [name, descriptor.value];
  }
}

/** The names under which a node had parameters. */
const parameterNames = new WeakMap<Node, Set<string>>();

/** Notes which fields are parameters' from the start. A walk notes the others. */
export function rememberParameters(node: Node): void {
  const names = [...entriesOf(node)].filter(([, value]) => value instanceof Parameter).map(([name]) => name);
  parameterNames.set(node, new Set([...(parameterNames.get(node) ?? []), ...names]));
}

/**
 * The parameters that are fields of this node itself.
 *
 * @throws ArgumentError if a plain tensor has taken a parameter's place.
 */
export function* ownParameters(node: Node): Generator<[name: string, parameter: Parameter]> {
  let names = parameterNames.get(node);
  for (const [name, value] of entriesOf(node)) {
    if (value instanceof Parameter) {
      if (names === undefined) parameterNames.set(node, (names = new Set()));
      names.add(name);
      markListed(value);
      yield [name, value];
    } else if (isTensor(value) && names?.has(name) === true) {
      throw new ArgumentError(
        `cannot assign 'Tensor' as parameter '${name}' of ${node.constructor.name} (nn.Parameter or null expected): ` +
          "nothing would train it; assign new Parameter(…), or compute with it in a forward of your own",
      );
    }
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
}

/** A node and all below it, each before its children, with dotted paths. Cycles end where they close. */
export function* walk(
  root: Node,
  { everyPath = false, recurse = true }: WalkOptions = {},
): Generator<[path: string, node: Node]> {
  const seen = new Set<Node>();
  function* visit(node: Node, path: string): Generator<[string, Node]> {
    if (seen.has(node)) return;
    seen.add(node);
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
