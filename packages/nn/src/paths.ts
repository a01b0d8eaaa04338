// What stands under a dotted path of a module: a module, a parameter or a buffer.

import { ArgumentError, isTensor, type Tensor } from "@bernoulli/tensor";
import type { Module } from "./module.js";
import { Parameter } from "./parameter.js";
import { isModule, type Node, ownChildren } from "./walk.js";

/** The module at a path; arrays of modules are steps of it, "blocks.0". */
export function submoduleAt(root: Module, path: string): Module {
  const found = path === "" ? root : nodeAt(root, path.split("."));
  if (!isModule(found)) throw new ArgumentError(`getSubmodule: \`${lastOf(path)}\` is not an nn.Module`);
  return found;
}

export function parameterAt(root: Module, path: string): Parameter {
  const found = memberAt("getParameter", root, path);
  if (!(found instanceof Parameter))
    throw new ArgumentError(`getParameter: \`${lastOf(path)}\` is not an nn.Parameter`);
  return found;
}

export function bufferAt(root: Module, path: string): Tensor {
  const names = path.split(".");
  const owner = nodeAt(root, names.slice(0, -1));
  const buffers = isModule(owner) ? new Map(owner.namedBuffers({ recurse: false })) : new Map<string, Tensor>();
  const found = buffers.get(names.at(-1)!) ?? memberAt("getBuffer", root, path);
  if (!isTensor(found) || ![...buffers.values()].includes(found))
    throw new ArgumentError(`getBuffer: \`${lastOf(path)}\` is not a buffer`);
  return found;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** By the key under which it is registered, or by its property. */
function memberAt(caller: string, root: Module, path: string): unknown {
  const names = path.split(".");
  const name = names.pop()!;
  const owner = nodeAt(root, names);
  const keyed = isModule(owner) ? new Map(owner.namedParameters({ recurse: false })).get(name) : undefined;
  if (keyed !== undefined) return keyed;
  if (!(name in owner)) throw new ArgumentError(`${caller}: ${nameOf(owner)} has no attribute \`${name}\``);
  return Reflect.get(owner, name);
}

function nodeAt(root: Module, names: readonly string[]): Node {
  let node: Node = root;
  for (const name of names) {
    const child: Node | undefined = [...ownChildren(node)].find(([key]) => key === name)?.[1];
    if (child !== undefined) {
      node = child;
      continue;
    }
    if (!Object.hasOwn(node, name))
      throw new ArgumentError(
        `getSubmodule: ${nameOf(node)} has no attribute \`${name}\`; it has ${Object.keys(node).join(", ")}`,
      );
    const next: unknown = Reflect.get(node, name);
    if (!isModule(next) && !Array.isArray(next))
      throw new ArgumentError(`getSubmodule: \`${name}\` is not an nn.Module`);
    node = next as Node;
  }
  return node;
}

function nameOf(node: Node): string {
  return isModule(node) ? node.constructor.name : "an array";
}
