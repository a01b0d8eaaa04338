// Momentum as schedulers cycle it: an option of its own, or the first of betas.

import { ArgumentError } from "@bernoulli/tensor";
import { type AnyOptimizer, forEachGroup } from "./scheduler.js";

export interface Momenta {
  /** Whether an optimizer's momentum is the first of betas. */
  readonly useBeta1: boolean;
  /** The bounds, of each group. */
  readonly base: number[];
  readonly most: number[];
}

/** @throws ArgumentError for an optimizer without momentum, or not a bound for each group. */
export function momentaOf(
  owner: string,
  optimizer: AnyOptimizer,
  given: { readonly baseMomentum: number | readonly number[]; readonly maxMomentum: number | readonly number[] },
): Momenta {
  const { defaults } = optimizer;
  if (!("momentum" in defaults) && !("betas" in defaults))
    throw new ArgumentError(
      `${owner}: optimizer must support momentum or beta1 with \`cycle_momentum\` option enabled; give cycleMomentum: false`,
    );
  return {
    useBeta1: "betas" in defaults,
    base: forEachGroup("base_momentum", optimizer, given.baseMomentum),
    most: forEachGroup("max_momentum", optimizer, given.maxMomentum),
  };
}

/** Each group at its upper bound, with both bounds in it. */
export function startMomenta({ paramGroups }: AnyOptimizer, { useBeta1, base, most }: Momenta): void {
  for (const [at, group] of paramGroups.entries()) {
    setMomentum(group, useBeta1, most[at]!);
    group.maxMomentum = most[at]!;
    group.baseMomentum = base[at]!;
  }
}

export function setMomentum(group: object, useBeta1: boolean, momentum: number): void {
  const options = group as { momentum: number; betas: readonly number[] };
  if (useBeta1) options.betas = [momentum, ...options.betas.slice(1)];
  else options.momentum = momentum;
}
