// What optimizers descend along: the gradient or its opposite, and weight decay as a part of it.

import type { Value } from "@bernoulli/tensor/formulas";

export function direction(
  parameter: Value,
  gradient: Value,
  weightDecay: Value,
  { decays, maximize }: { readonly decays: boolean; readonly maximize: boolean },
): Value {
  const own = maximize ? gradient.neg() : gradient;
  return decays ? own.add(parameter.mul(weightDecay)) : own;
}
