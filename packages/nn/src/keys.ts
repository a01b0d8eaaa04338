// Under which keys our layers register what PyTorch's have: PyTorch's, `running_mean`, behind a property in camelCase, `runningMean`.
// Modules of users keep the names of their fields. Why: docs/decisions/0030-keys.md.

import type { Tensor } from "@bernoulli/tensor";
import { enroll } from "./callable.js";
import type { Module } from "./module.js";
import type { Parameter } from "./parameter.js";

/** The property of a key: `weight_ih_l0_reverse` → `weightIhL0Reverse`. */
export function propertyOf(key: string): string {
  return key.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

/** Registers parameters, or null where there are none, under PyTorch's keys, in their order. */
export function registerParameters(module: Module, parameters: Readonly<Record<string, Parameter | null>>): void {
  for (const [key, parameter] of Object.entries(parameters))
    module[enroll]({ kind: "parameter", key, property: propertyOf(key), persistent: true }, parameter);
}

/** Registers buffers, or null where there are none, under PyTorch's keys, in their order. */
export function registerBuffers(
  module: Module,
  buffers: Readonly<Record<string, Tensor | null>>,
  { persistent = true }: { readonly persistent?: boolean } = {},
): void {
  for (const [key, tensor] of Object.entries(buffers))
    module[enroll]({ kind: "buffer", key, property: propertyOf(key), persistent }, tensor);
}

/** Registers child modules, or null where there are none, under PyTorch's keys, in their order. */
export function registerModules(module: Module, modules: Readonly<Record<string, Module | null>>): void {
  for (const [key, child] of Object.entries(modules))
    module[enroll]({ kind: "module", key, property: propertyOf(key), persistent: true }, child);
}
