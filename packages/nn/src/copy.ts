// copyModule: a module like another that shares no parameter, buffer or module with it, as Python's copy.deepcopy makes one. The
// constructor does not run again: nobody knows what it was given.

import { ArgumentError, checkArgument, describe, isTensor, noGrad, type Tensor } from "@bernoulli/tensor";
import { enroll, settle } from "./callable.js";
import { copyHooks } from "./hooks.js";
import { Module } from "./module.js";
import { Parameter } from "./parameter.js";
import { entryBehind, type Member } from "./registered.js";
import { alike, isUninitialized } from "./uninitialized.js";
import { isModule } from "./walk.js";

/** What was copied, by what it was: tensors and modules that hang on two places are one again. */
type Known = Map<object, unknown>;

/**
 * A copy of a module and of all that hangs on it: parameters, buffers, modules, arrays, plain objects, Maps and Sets of these; functions, hooks
 * among them, and objects of other classes are shared. Parameters have no gradients in the copy. A module with a method `copy()` is asked for its
 * copy, as those need be that have fields of names such as `#cache`, which only a constructor can make.
 *
 * @throws ArgumentError for a module of which a tensor is computed at each reading, as weightNorm and parametrizations have it.
 */
export function copyModule<Copied extends Module>(module: Copied): Copied {
  return noGrad(() => copyOf(module, new Map())) as Copied;
}

/**
 * A copy of a module, a tensor, or of arrays, typed arrays, plain objects, Maps and Sets of them, a state dict among them: Python's `copy.deepcopy`. The copy
 * shares no parameter, buffer or tensor with what it was made of; functions, hooks among them, and objects of other classes are shared.
 * Parameters have no gradients in the copy. See https://docs.python.org/3/library/copy.html#copy.deepcopy.
 *
 * @throws ArgumentError for what is no object or one that it does not copy, as an optimizer; for tensors that share memory, as a tensor and a view of
 * it; and for a module of which a tensor is computed at each reading, as weightNorm and
 * parametrizations have it.
 * @example
 * ```ts
 * import { deepcopy, Linear } from "@bernoulli/nn";
 * const policy = new Linear(2, 1);
 * const target = deepcopy(policy);
 * policy.weight.data.fill_(0);
 * target.weight.eq(0).any().item(); // → 0
 * ```
 */
export function deepcopy<Value extends object>(value: Value): Value {
  checkArgument("deepcopy", "value", value, "object");
  const known: Known = new Map();
  const made = noGrad(() => copyOf(value, known)) as Value;
  if (made === value)
    throw new ArgumentError(
      `deepcopy: copies modules, tensors, arrays, plain objects, Maps and Sets, but got ${describe(value)}; of others copy the state, as in other.loadStateDict(deepcopy(one.stateDict()))`,
    );
  checkApart([...known.keys()].filter(isTensor));
  return made;
}

/** Tensors are copied one by one: those that lie in the same memory would hear of each other's writes no more. */
function checkApart(tensors: readonly Tensor[]): void {
  const places = new Map<object, (readonly [begin: number, end: number])[]>();
  for (const tensor of tensors) {
    if (isUninitialized(tensor) || tensor.numel() === 0) continue;
    const end = tensor.shape.reduce((last, size, dim) => last + (size - 1) * tensor.strides[dim]!, tensor.offset) + 1;
    const own = places.get(tensor.storage) ?? [];
    if (own.some(([from, to]) => tensor.offset < to && from < end))
      throw new ArgumentError(
        "deepcopy: two of the tensors share memory, as a tensor and a view of it, and their copies would not; copy the one, and take the view of its copy",
      );
    places.set(tensor.storage, [...own, [tensor.offset, end]]);
  }
}

function copyOf(value: unknown, known: Known): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const keep = <Made extends object>(made: Made): Made => {
    known.set(value, made);
    return made;
  };
  if (isModule(value)) return moduleCopy(value, known);
  if (isTensor(value)) return keep(tensorCopy(value));
  if (Array.isArray(value)) return filled(keep([] as unknown[]), value, (list, item) => list.push(copyOf(item, known)));
  if (value instanceof Map)
    return filled(keep(new Map()), value, (map, [key, item]) => map.set(copyOf(key, known), copyOf(item, known)));
  if (value instanceof Set) return filled(keep(new Set()), value, (set, item) => set.add(copyOf(item, known)));
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return keep(structuredClone(value));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const plain = Object.create(prototype) as Record<string, unknown>;
  return filled(keep(plain), Object.entries(value), (object, [key, item]) => {
    object[key] = copyOf(item, known);
  });
}

function filled<Made, Item>(made: Made, items: Iterable<Item>, add: (made: Made, item: Item) => unknown): Made {
  for (const item of items) add(made, item);
  return made;
}

function tensorCopy(tensor: Tensor): Tensor {
  if (isUninitialized(tensor)) return alike(tensor);
  const { requiresGrad } = tensor;
  const made = tensor.detach().clone();
  if (tensor instanceof Parameter) return new Parameter(made, { requiresGrad });
  if (tensor.storage.kept) made.keep();
  return requiresGrad ? made.requiresGrad_() : made;
}

function moduleCopy(module: Module, known: Known): Module {
  if ("copy" in module && typeof module.copy === "function") {
    const made: unknown = (module as Module & { copy(): unknown }).copy();
    if (!isModule(made) || made === module)
      throw new ArgumentError(`${module.constructor.name}: copy() must return another module like this one`);
    known.set(module, made);
    return made;
  }
  module[settle]();
  const made = Object.setPrototypeOf(
    Reflect.construct(Module as never, []) as Module,
    Object.getPrototypeOf(module) as object,
  ) as Module;
  known.set(module, made);
  for (const name of Object.getOwnPropertyNames(module)) {
    const property = Object.getOwnPropertyDescriptor(module, name)!;
    const entry = entryBehind(property);
    if (entry !== null) made[enroll](entry, copyOf(entry.value, known) as Member | null);
    else if ("value" in property)
      Object.defineProperty(made, name, { ...property, value: copyOf(property.value, known) });
    else
      throw new ArgumentError(
        `${module.constructor.name} cannot be copied: its '${name}' is computed at each reading; remove that before, by removeWeightNorm, removeSpectralNorm or removeParametrizations`,
      );
  }
  copyHooks(module, made);
  return made;
}
