// nn.utils.parametrize: a parameter, or a buffer, that is computed of others at each reading, by a module.

import { ArgumentError, checkOptions, isTensor, noGrad, type Tensor } from "@bernoulli/tensor";
import { propertyOf, registerBuffers, registerParameters } from "../keys.js";
import { Module } from "../module.js";
import { Parameter } from "../parameter.js";
import { entryBehind } from "../registered.js";
import { isModule } from "../walk.js";
import { forget } from "./computed.js";

/** What computes a tensor: its `forward` of the original tensors, and perhaps its `rightInverse` the other way. */
export type Parametrization = Module & {
  rightInverse?(value: Tensor): Tensor | readonly Tensor[];
};

export interface ParametrizationOptions {
  /** Whether dtype and shape may change, which is not looked at then. Default false. */
  readonly unsafe?: boolean;
}

export interface RemoveParametrizationsOptions {
  /** Whether the tensor stays as it is computed. Default true. */
  readonly leaveParametrized?: boolean;
}

/** The modules that compute a tensor, one behind the other, and what they compute it of: `original`, or `original0`, `original1`, … */
export class ParametrizationList extends Module {
  static override readonly name: string = "ParametrizationList";
  readonly [index: number]: Module;
  /** Whether there is one original. */
  readonly isTensor: boolean;
  readonly ntensors: number;
  unsafe: boolean;
  /** @internal Behind which property of the module the tensor is. */
  readonly property: string;

  /** @internal */
  constructor(first: Parametrization, original: Tensor, unsafe: boolean, property = "") {
    super();
    const { shape, dtype } = original;
    const inverse = noGrad(() => first.rightInverse?.(original) ?? original);
    this.unsafe = unsafe;
    this.property = property;
    this.isTensor = isTensor(inverse);
    this.ntensors = isTensor(inverse) ? 1 : inverse.length;
    if (isTensor(inverse)) {
      if (inverse.dtype !== dtype)
        throw new ArgumentError(
          `When \`right_inverse\` outputs one tensor, it may not change the dtype. original.dtype: ${dtype}, right_inverse(original).dtype: ${inverse.dtype}`,
        );
      if (inverse !== original) noGrad(() => original.copy_(inverse));
      hold(this, "original", original);
    } else
      for (const [at, one] of inverse.entries()) {
        const { requiresGrad } = original;
        // An original of its own: what the inverse hands on is also somebody else's.
        const own = noGrad(() => one.clone());
        hold(this, `original${at}`, original instanceof Parameter ? new Parameter(own, { requiresGrad }) : own);
      }
    Object.defineProperty(this, 0, { value: first, enumerable: true, configurable: true, writable: true });
    if (!unsafe) checkResult(this.forward(), { shape, dtype });
  }

  override get length(): number {
    return modulesOf(this).length;
  }

  forward(): Tensor {
    const [first, ...others] = modulesOf(this);
    let value = (first as (...originals: Tensor[]) => Tensor)(...originalsOf(this));
    for (const module of others) value = (module as (value: Tensor) => Tensor)(value);
    return value;
  }

  /** @internal Computes by another module too, behind the others. */
  append(module: Parametrization, unsafe: boolean): void {
    if (!unsafe) {
      const before = noGrad(() => this.forward());
      const after = noGrad(() => (module as (value: Tensor) => Tensor)(before));
      checkResult(after, before);
    }
    this.unsafe ||= unsafe;
    const at = this.length;
    Object.defineProperty(this, at, { value: module, enumerable: true, configurable: true, writable: true });
  }

  /** @internal Writes the originals so that the modules give `value`. */
  assign(value: Tensor): void {
    noGrad(() => {
      let given: Tensor | readonly Tensor[] = value;
      for (const module of modulesOf(this).reverse()) {
        if (module.rightInverse === undefined)
          throw new ArgumentError(`parametrization ${module.constructor.name} does not implement rightInverse.`);
        given = module.rightInverse(given as Tensor);
      }
      const all = isTensor(given) ? [given] : given;
      if (all.length !== this.ntensors)
        throw new ArgumentError(
          `'right_inverse' must return a sequence of tensors of length ${this.ntensors}. Got a sequence of length ${all.length}.`,
        );
      for (const [at, original] of originalsOf(this).entries()) original.copy_(all[at]!);
    });
  }

  /** @internal The one original, where there is but one. */
  original0OrNull(): Tensor | null {
    return this.isTensor ? originalsOf(this)[0]! : null;
  }
}

function hold(list: ParametrizationList, name: string, tensor: Tensor): void {
  if (tensor instanceof Parameter) list.registerParameter(name, tensor);
  else list.registerBuffer(name, tensor);
}

function modulesOf(list: ParametrizationList): Parametrization[] {
  return Object.values(list).filter(isModule) as Parametrization[];
}

function originalsOf(list: ParametrizationList): Tensor[] {
  const fields = list as unknown as Record<string, Tensor>;
  return list.isTensor
    ? [fields["original"]!]
    : Array.from({ length: list.ntensors }, (_, at) => fields[`original${at}`]!);
}

function checkResult(made: unknown, { shape, dtype }: Pick<Tensor, "shape" | "dtype">): void {
  if (!isTensor(made)) throw new ArgumentError(`A parametrization must return a tensor. Got ${typeof made}.`);
  const unless = "unless `unsafe` flag is enabled";
  if (made.dtype !== dtype)
    throw new ArgumentError(
      `Registering a parametrization may not change the dtype of the tensor, ${unless}. unparametrized dtype: ${dtype}, parametrized dtype: ${made.dtype}`,
    );
  if (made.shape.length !== shape.length || made.shape.some((size, dim) => size !== shape[dim]))
    throw new ArgumentError(
      `Registering a parametrization may not change the shape of the tensor, ${unless}. unparametrized shape: [${shape.join(", ")}], parametrized shape: [${made.shape.join(", ")}]`,
    );
}

/** The lists of a module by the tensors' names; printed as PyTorch's, which is a ModuleDict. */
class Parametrizations extends Module {
  static override readonly name: string = "ModuleDict";
  readonly [name: string]: any;

  forward(): never {
    throw new ArgumentError("ModuleDict: it has no forward");
  }
}

/** Within `cached`: what was computed. */
let cache: Map<ParametrizationList, Tensor> | null = null;

/** The list of a tensor, by its key or its property: `weight_hh_l0` or `weightHhL0`. */
function listOf(module: Module, name: string): ParametrizationList | null {
  const lists: unknown = Object.getOwnPropertyDescriptor(module, "parametrizations")?.value;
  if (!(lists instanceof Parametrizations)) return null;
  for (const [key, list] of Object.entries(lists))
    if (list instanceof ParametrizationList && (key === name || list.property === name)) return list;
  return null;
}

/** Under which key a tensor of a module is registered, and behind which property. */
function placeOf(module: Module, name: string): { readonly key: string; readonly property: string } {
  const property = name in module ? name : propertyOf(name);
  const descriptor = Object.getOwnPropertyDescriptor(module, property);
  return { key: (descriptor && entryBehind(descriptor)?.key) ?? property, property };
}

function computed(list: ParametrizationList): Tensor {
  if (cache === null) return (list as () => Tensor)();
  let value = cache.get(list);
  if (value === undefined) {
    value = (list as () => Tensor)();
    cache.set(list, value);
  }
  return value;
}

/**
 * Has a parameter or buffer of a module computed by `parametrization` wherever it is read: `module.weight` is then
 * `parametrization(original)`. What it is computed of stands at `module.parametrizations.weight.original`, is what state dicts hold, and
 * what an optimizer trains; with a `rightInverse` that gives several tensors at `original0`, `original1`, …. Assigning to `module.weight`
 * goes through `rightInverse`, and is refused without one. Further ones compute of what the last gave. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.register_parametrization.html.
 *
 * @throws ArgumentError if there is no such tensor, or, unless `unsafe`, where shape or dtype change.
 * @example
 * ```ts
 * import type { Tensor } from "@bernoulli/tensor";
 * import { Linear, Module, utils } from "@bernoulli/nn";
 * class Symmetric extends Module {
 *   forward(x: Tensor): Tensor {
 *     return x.triu().add(x.triu(1).t());
 *   }
 * }
 * const layer = utils.parametrize.registerParametrization(new Linear(3, 3), "weight", new Symmetric());
 * layer.weight.allclose(layer.weight.t()); // → true
 * Object.keys(layer.stateDict()); // → ["bias", "parametrizations.weight.original"]
 * ```
 */
export function registerParametrization<Made extends Module>(
  module: Made,
  tensorName: string,
  parametrization: Parametrization,
  options: ParametrizationOptions = {},
): Made {
  checkOptions("registerParametrization", options, { unsafe: "boolean" });
  const { unsafe = false } = options;
  if (!isModule(parametrization))
    throw new ArgumentError(`registerParametrization: expected a module, but got ${typeof parametrization}`);
  parametrization.train(module.training);
  const known = listOf(module, tensorName);
  if (known !== null) {
    known.append(parametrization, unsafe);
    return module;
  }
  const fields = module as unknown as Record<string, unknown>;
  const { key, property } = placeOf(module, tensorName);
  const original = fields[property];
  if (!isTensor(original))
    throw new ArgumentError(
      `registerParametrization: Module '${module.constructor.name}' does not have a parameter, a buffer, or a parametrized element with name '${tensorName}'`,
    );
  const list = new ParametrizationList(parametrization, original, unsafe, property);
  forget(module, property);
  if (!isParametrized(module)) {
    Object.setPrototypeOf(module, parametrizedPrototype(Object.getPrototypeOf(module) as object));
    fields["parametrizations"] = new Parametrizations();
  }
  (fields["parametrizations"] as Record<string, unknown>)[key] = list;
  Object.defineProperty(module, property, {
    get: () => computed(list),
    set: (value: Tensor) => list.assign(value),
    enumerable: false,
    configurable: true,
  });
  return module;
}

/** A class of its own, by the name that PyTorch gives it; what it was stays its base. */
function parametrizedPrototype(base: object): object {
  const { name } = base.constructor;
  const made = Object.create(base) as object;
  const named = { name: `Parametrized${name}`, prototype: made };
  Object.defineProperty(made, "constructor", {
    value: Object.setPrototypeOf(named, base.constructor),
    configurable: true,
  });
  return made;
}

/**
 * Whether a module has a parametrization, of a tensor where its name is told.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.is_parametrized.html.
 *
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * utils.parametrize.isParametrized(new Linear(1, 1)); // → false
 * ```
 */
export function isParametrized(module: Module, tensorName?: string): boolean {
  if (tensorName !== undefined) return listOf(module, tensorName) !== null;
  return Object.getOwnPropertyDescriptor(module, "parametrizations")?.value instanceof Parametrizations;
}

/**
 * Makes a parametrized tensor what it was before: as it is computed now, or, with `leaveParametrized: false`, as it is computed of.
 * A parameter that is computed of one stays the same object. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.remove_parametrizations.html.
 *
 * @throws ArgumentError if it is not parametrized, or computed of several and not to be left so.
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.parametrizations.weightNorm(new Linear(2, 3));
 * Object.keys(utils.parametrize.removeParametrizations(layer, "weight").stateDict()); // → ["bias", "weight"]
 * ```
 */
export function removeParametrizations<Made extends Module>(
  module: Made,
  tensorName: string,
  options: RemoveParametrizationsOptions = {},
): Made {
  checkOptions("removeParametrizations", options, { leaveParametrized: "boolean" });
  const { leaveParametrized = true } = options;
  const list = listOf(module, tensorName);
  if (list === null)
    throw new ArgumentError(
      `removeParametrizations: Module ${module.constructor.name} does not have a parametrization on ${tensorName}`,
    );
  let left = list.original0OrNull();
  if (left === null) {
    if (!leaveParametrized)
      throw new ArgumentError(
        "Cannot leave unparametrized (`leaveParametrized: false`) a tensor that is parametrized in terms of a sequence of tensors.",
      );
    const value = (list as () => Tensor)();
    left = value.requiresGrad ? new Parameter(value.detach()) : value;
  } else if (leaveParametrized) {
    const original = left;
    noGrad(() => original.copy_((list as () => Tensor)()));
  }
  const lists = (module as unknown as Record<string, Record<string, unknown>>)["parametrizations"]!;
  const { property } = list;
  const key = Object.keys(lists).find((one) => lists[one] === list)!;
  delete lists[key];
  forget(module, property);
  if (!(left instanceof Parameter)) registerBuffers(module, { [key]: left });
  else if (key === property) (module as unknown as Record<string, unknown>)[property] = left;
  else registerParameters(module, { [key]: left });
  if (Object.values(lists).some(isModule)) return module;
  forget(module, "parametrizations");
  Object.setPrototypeOf(module, Object.getPrototypeOf(Object.getPrototypeOf(module) as object) as object);
  return module;
}

/**
 * Runs `body`, within which each parametrized tensor is computed once: where a weight is read often, as by a recurrent layer.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.cached.html.
 *
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.parametrizations.weightNorm(new Linear(2, 3));
 * utils.parametrize.cached(() => layer.weight === layer.weight); // → true
 * ```
 */
export function cached<Result>(body: () => Result): Result {
  const before = cache;
  cache ??= new Map();
  try {
    return body();
  } finally {
    cache = before;
  }
}
