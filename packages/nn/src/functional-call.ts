// functionalCall: a module called with other tensors in the place of its parameters and buffers, for one call. What gradients are made of
// that is @bernoulli/tensor/func's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  isTensor,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import { lend } from "./callable.js";
import type { Module } from "./module.js";
import { isModule, joinPath, lent, type Node, ownParameters, walk } from "./walk.js";

export interface FunctionalCallOptions {
  /** Whether a tensor that is given for one of several paths of the same parameter stands on all of them. Default true. */
  readonly tieWeights?: boolean;
  /** Whether every parameter and buffer must be given. Default false. */
  readonly strict?: boolean;
}

type Tensors = Readonly<Record<string, Tensor>>;

/**
 * Calls `module` with the given tensors, by the names of `namedParameters` and `namedBuffers`, in the place of its own: gradients go to
 * them, and the module is afterwards as it was. `inputs` are its inputs in an array, or the only one. What the module assigns to a buffer
 * in the call is put into the object that held it; what it writes in place is written there. Several objects, in an array, count as one.
 * See https://pytorch.org/docs/stable/generated/torch.func.functional_call.html.
 *
 * @throws ArgumentError for a name that the module has not, one that is missing in strict mode, or two tensors for one tied parameter;
 * ShapeError for a parameter of another shape.
 * @example
 * ```ts
 * import { grad, ones, zeros } from "@bernoulli/tensor";
 * import { functionalCall, Linear } from "@bernoulli/nn";
 * const layer = new Linear(2, 1);
 * const weight = ones(1, 2, { requiresGrad: true });
 * const y = functionalCall(layer, { weight, bias: zeros(1) }, ones(3, 2));
 * y.toArray(); // → [[2], [2], [2]]
 * grad(y.sum(), [weight])[0].toArray(); // → [[3, 3]]
 * layer.weight.grad; // → null
 * ```
 */
export function functionalCall<Called extends Module>(
  module: Called,
  parametersAndBuffers: Tensors | readonly Tensors[],
  inputs: Readonly<Parameters<Called["forward"]>> | Parameters<Called["forward"]>[0],
  options: FunctionalCallOptions = {},
): ReturnType<Called["forward"]> {
  if (!isModule(module))
    throw new ArgumentError(`functionalCall: module must be a module, but got ${describe(module)}`);
  checkOptions("functionalCall", options, { tieWeights: "boolean", strict: "boolean" });
  const { tieWeights = true, strict = false } = options;
  const objects = (Array.isArray(parametersAndBuffers) ? parametersAndBuffers : [parametersAndBuffers]) as Tensors[];
  const given = merged(objects);
  const places = placesOf(module);
  checkNames(module, given, places, strict);
  const values = tieWeights ? tied(given, places) : given;
  const restorers: (() => void)[] = [];
  try {
    for (const [path, tensor] of values) restorers.push(put(places.get(path)!, tensor, path, objects));
    const list = (Array.isArray(inputs) ? inputs : [inputs]) as never;
    return (module as (...all: unknown[]) => ReturnType<Called["forward"]>)(...(list as unknown[]));
  } finally {
    for (const restore of restorers.reverse()) restore();
  }
}

/** Where a tensor stands in a module. */
interface Place {
  readonly node: Node;
  readonly name: string;
  readonly tensor: Tensor;
  readonly isBuffer: boolean;
}

function placesOf(module: Module): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [path, node] of walk(module, { everyPath: true })) {
    for (const [name, tensor] of ownParameters(node))
      places.set(joinPath(path, name), { node, name, tensor, isBuffer: false });
    if (!isModule(node)) continue;
    for (const [name, tensor] of node.namedBuffers({ recurse: false }))
      if (!name.includes(".")) places.set(joinPath(path, name), { node, name, tensor, isBuffer: true });
  }
  return places;
}

function merged(objects: readonly Tensors[]): ReadonlyMap<string, Tensor> {
  const all = new Map<string, Tensor>();
  for (const object of objects) {
    checkArgument("functionalCall", "parametersAndBuffers", object, "object");
    for (const [path, tensor] of Object.entries(object)) {
      if (!isTensor(tensor))
        throw new ArgumentError(`functionalCall: ${path} must be a Tensor, but got ${describe(tensor)}`);
      if (all.has(path))
        throw new ArgumentError(`functionalCall: ${path} appears in several of the objects; give it once`);
      all.set(path, tensor);
    }
  }
  return all;
}

function checkNames(
  module: Module,
  given: ReadonlyMap<string, Tensor>,
  places: ReadonlyMap<string, Place>,
  strict: boolean,
): void {
  // Unlike in PyTorch, where only the strict mode asks: with a name that is mistaken the module's own tensor would be used.
  const unexpected = [...given.keys()].filter((path) => !places.has(path));
  const missing = strict ? [...places.keys()].filter((path) => !given.has(path)) : [];
  if (unexpected.length + missing.length > 0)
    throw new ArgumentError(
      [
        `functionalCall: Error(s) in the tensors for ${module.constructor.name}:`,
        ...(unexpected.length > 0 ? [`Unexpected key(s): ${unexpected.join(", ")}.`] : []),
        ...(missing.length > 0 ? [`Missing key(s): ${missing.join(", ")}.`] : []),
      ].join(" "),
    );
  for (const [path, { shape }] of given) {
    const { tensor, isBuffer } = places.get(path)!;
    if (!isBuffer && shape.join() !== tensor.shape.join())
      throw new ShapeError(
        `functionalCall: size mismatch for ${path}: the tensor has shape [${shape.join(", ")}] and the parameter [${tensor.shape.join(", ")}]`,
      );
  }
}

/** With what is given for one path of a tensor on its other paths too. */
function tied(given: ReadonlyMap<string, Tensor>, places: ReadonlyMap<string, Place>): ReadonlyMap<string, Tensor> {
  const all = new Map(given);
  const paths = new Map<Tensor, string[]>();
  for (const [path, { tensor }] of places) paths.set(tensor, [...(paths.get(tensor) ?? []), path]);
  for (const group of paths.values()) {
    const named = group.filter((path) => given.has(path));
    if (named.length === 0) continue;
    const tensor = given.get(named[0]!)!;
    if (named.some((path) => given.get(path) !== tensor))
      throw new ArgumentError(
        `functionalCall: got multiple values for keys ${named.join(", ")}, which are tied. Consider using { tieWeights: false }.`,
      );
    for (const path of group) all.set(path, tensor);
  }
  return all;
}

/** Puts a tensor into its place, and returns what takes it away again. */
function put({ node, name, isBuffer }: Place, tensor: Tensor, path: string, objects: readonly Tensors[]): () => void {
  const giveBack = isModule(node) ? node[lend](name, tensor) : null;
  if (isBuffer) {
    return () => {
      const left = giveBack!();
      if (left === tensor || left === null) return;
      for (const object of objects) if (Object.hasOwn(object, path)) Reflect.set(object, path, left);
    };
  }
  const holder = node as unknown as Record<string, unknown>;
  const before = giveBack === null ? holder[name] : null;
  const isFirst = isModule(node) && !lent.has(node);
  if (isFirst) lent.add(node);
  if (giveBack === null) holder[name] = tensor;
  return () => {
    if (giveBack === null) holder[name] = before;
    else giveBack();
    if (isFirst) lent.delete(node as Module);
  };
}
