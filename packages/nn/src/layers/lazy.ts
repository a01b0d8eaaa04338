// What lazy layers share: the count that their first input tells, and how they become the layers that they stand for. Which count that is, and
// what it makes of weights, is each family's: lazy-linear.ts, convolutions/lazy.ts, norms/lazy.ts.

import { ArgumentError, noGrad, type Shape, type Tensor } from "@bernoulli/tensor";
import type { Module } from "../module.js";
import { isUninitialized } from "../uninitialized.js";

/** In the place of a count: the first input will tell. The layer's own count is 0 until then, as PyTorch's is. */
export const inferred: number = Symbol("inferred") as unknown as number;

export function isInferred(count: unknown): boolean {
  return count === inferred;
}

/** What a layer takes that stands for one of these: no generator, since nothing is drawn before the first call. */
export type LazyOptions<Options> = Omit<Options, "generator">;

/** What a first input makes of a layer. */
export interface Inferred {
  /** The shapes of the layer's weights and averages, by their properties. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Sets the elements. */
  start(): void;
}

/**
 * Gives a layer the tensors that it lacks, by what `infer` makes of its first input, and makes it one of `Class`; where all were loaded, it only
 * becomes one. `count` reads the layer's own count off its tensors.
 *
 * @throws ArgumentError where some were loaded and others were not.
 */
export function settleLayer(
  layer: Module,
  Class: { readonly prototype: Module },
  infer: () => Inferred,
  count: () => Readonly<Record<string, number>>,
): void {
  const tensors = Object.entries(layer).filter(
    (entry): entry is [string, Tensor] => typeof entry[1] === "object" && entry[1] !== null && "storage" in entry[1],
  );
  const missing = tensors.filter(([, tensor]) => isUninitialized(tensor)).map(([name]) => name);
  if (missing.length > 0) {
    const { shapes, start } = infer();
    const present = Object.keys(shapes).filter(
      (name) => tensors.some(([own]) => own === name) && !missing.includes(name),
    );
    if (present.length > 0)
      throw new ArgumentError(
        `${layer.constructor.name}: ${present.join(", ")} ${present.length === 1 ? "was" : "were"} loaded, and ${missing.join(", ")} not; load all of them, or none`,
      );
    for (const [name, tensor] of tensors) if (isUninitialized(tensor)) tensor.materialize(shapes[name]!);
    noGrad(start);
  }
  Object.assign(layer, count());
  Object.setPrototypeOf(layer, Class.prototype);
}
