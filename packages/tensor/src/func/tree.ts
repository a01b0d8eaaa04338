// Tensors in arrays and plain objects: visited in order, and rebuilt. What the functions of func take and give.

import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";

/** A tensor, or arrays and plain objects of them. */
export type Tree = Tensor | readonly Tree[] | { readonly [name: string]: Tree };

/** The same arrays and objects with what `visit` makes of each tensor, and of what is none. */
export function mapTree(value: unknown, visit: (leaf: unknown, path: string) => unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((inner, at) => mapTree(inner, visit, `${path}[${at}]`));
  if (isPlain(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        mapTree(inner, visit, path === "" ? name : `${path}.${name}`),
      ]),
    );
  return visit(value, path);
}

/** The tensors in arrays and objects; anything else is refused in `op`'s name. */
export function leavesIn(op: string, what: string, tree: unknown): Tensor[] {
  const leaves: Tensor[] = [];
  mapTree(tree, (leaf, path) => {
    if (!isTensor(leaf))
      throw new ArgumentError(
        `${op}: Expected ${what}${path === "" ? "" : ` at ${path}`} to be a Tensor, or arrays and objects of them, got ${describe(leaf)}`,
      );
    leaves.push(leaf);
  });
  return leaves;
}

/** The same arrays and objects with other leaves, in their order. */
export function rebuilt(tree: unknown, leaves: readonly unknown[]): unknown {
  let at = 0;
  return mapTree(tree, () => leaves[at++]);
}

/** Whether a value is an object whose members are looked into. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
