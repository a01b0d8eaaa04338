// nn.utils.weightNorm: a weight as a direction and a length, by PyTorch's older form. The newer is parametrizations.weightNorm.

import { ArgumentError, checkOptions, noGrad, type Tensor } from "@bernoulli/tensor";
import { propertyOf, registerParameters } from "../keys.js";
import type { Module } from "../module.js";
import { Parameter } from "../parameter.js";
import { compute, forget, parameterAt, restore } from "./computed.js";

export interface WeightNormOptions {
  /** The parameter. Default `"weight"`. */
  readonly name?: string;
  /** The dimension whose parts have norms of their own; null for one norm of everything. Default 0. */
  readonly dim?: number | null;
}

/** The parameter and the dimension that are meant: given in their places, or in one object. */
export function weightNormOf(name: string | WeightNormOptions, dim: number | null): Required<WeightNormOptions> {
  if (typeof name !== "object") return { name, dim };
  checkOptions("weightNorm", name, { name: "string", dim: "anything" });
  const { name: own = "weight", dim: along = 0 } = name;
  return { name: own, dim: along };
}

/** The norm of all but one dimension, which keep size 1; of everything for null. */
export function normExceptDim(weight: Tensor, dim: number | null): Tensor {
  if (dim === null || dim === -1) return weight.norm(2);
  const at = dim < 0 ? dim + weight.ndim : dim;
  const others = weight.shape.map((_, other) => other).filter((other) => other !== at);
  return others.length === 0 ? weight.abs() : weight.norm(2, others, { keepdim: true });
}

/** The direction of `v`, as long as `g`. */
export function weightOf(g: Tensor, v: Tensor, dim: number | null): Tensor {
  return v.mul(g.div(normExceptDim(v, dim)));
}

/** Which weights are so, by module and name. */
const dims = new WeakMap<Module, Map<string, number | null>>();

/**
 * Splits a parameter into its length along `dim`, `weight_g`, and its direction, `weight_v`, both learnt; `weight` is computed of
 * them where it is read. With `dim: null` there is one length. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.weight_norm.html; Salimans and Kingma, 2016.
 *
 * @throws ArgumentError if there is no such parameter, or it is split already.
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.weightNorm(new Linear(20, 40));
 * Object.keys(layer.stateDict()); // → ["bias", "weight_g", "weight_v"]
 * layer.weight.shape; // → [40, 20]
 * Object.keys(utils.removeWeightNorm(layer).stateDict()); // → ["bias", "weight"]
 * ```
 */
export function weightNorm<Normed extends Module>(
  module: Normed,
  name: string | WeightNormOptions = "weight",
  dim: number | null = 0,
): Normed {
  const { name: key, dim: along } = weightNormOf(name, dim);
  const own = dims.get(module) ?? new Map<string, number | null>();
  if (own.has(key))
    throw new ArgumentError(`weightNorm: Cannot register two weight_norm hooks on the same parameter ${key}`);
  const weight = parameterAt("weightNorm", module, key);
  const { requiresGrad } = weight;
  const [g, v] = noGrad(() => [normExceptDim(weight, along), weight.clone()]);
  own.set(key, along);
  dims.set(module, own);
  forget(module, key);
  const [keyG, keyV] = [`${key}_g`, `${key}_v`] as const;
  registerParameters(module, {
    [keyG]: new Parameter(g!, { requiresGrad }),
    [keyV]: new Parameter(v!, { requiresGrad }),
  });
  const fields = module as unknown as Record<string, Tensor>;
  compute(module, key, () => weightOf(fields[propertyOf(keyG)]!, fields[propertyOf(keyV)]!, along));
  return module;
}

/**
 * Makes of a parameter that {@link weightNorm} split one parameter again. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.remove_weight_norm.html.
 *
 * @throws ArgumentError if it is not split.
 */
export function removeWeightNorm<Normed extends Module>(module: Normed, name = "weight"): Normed {
  const own = dims.get(module);
  if (own?.delete(name) !== true)
    throw new ArgumentError(`removeWeightNorm: weight_norm of '${name}' not found in ${module.constructor.name}`);
  const weight = noGrad(() => (module as unknown as Record<string, Tensor>)[name]!.detach());
  forget(module, propertyOf(`${name}_g`), propertyOf(`${name}_v`));
  restore(module, name, new Parameter(weight));
  return module;
}
