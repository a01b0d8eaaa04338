// nn.utils.skipInit: a module whose parameters somebody else will set.

import { ArgumentError, describe, Generator, withGenerator } from "@bernoulli/tensor";
import { Module } from "../module.js";

/**
 * A module made of a class and the constructor's arguments, whose parameters hold anything: the default generator is not asked for them. For what is
 * loaded, or filled by `nn.init`, next. See https://pytorch.org/docs/stable/generated/torch.nn.utils.skip_init.html.
 *
 * @throws ArgumentError for what is no class of modules.
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * utils.skipInit(Linear, 5, 1).weight.shape; // → [1, 5]
 * ```
 */
export function skipInit<Class extends new (...given: any[]) => Module>(
  moduleClass: Class,
  ...given: ConstructorParameters<Class>
): InstanceType<Class> {
  if (typeof moduleClass !== "function" || !(moduleClass.prototype instanceof Module))
    throw new ArgumentError(`skipInit: Expected a Module; got ${describe(moduleClass)}`);
  return withGenerator(new Generator(), () => new moduleClass(...given) as InstanceType<Class>);
}
