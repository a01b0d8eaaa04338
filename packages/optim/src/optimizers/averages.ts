// The averages of the gradient and of its square that Adam, NAdam and RAdam go by, rounded as PyTorch's ops are: one formula.

import { constant, type Value } from "@bernoulli/tensor/formulas";
import { direction } from "./direction.js";
import { flushed } from "./subnormal.js";

type Leaf =
  | ("parameter" | "gradient" | "expAvg" | "expAvgSq" | "beta1" | "beta2" | "weightDecay" | "shrink")
  | ("leastAverage" | "leastSquare" | "leastRoot");

interface Flags {
  readonly decays: boolean;
  readonly decouples: boolean;
  readonly maximize: boolean;
}

/** The parameter as decoupled decay leaves it, the gradient `g` that is descended, and both averages with it. */
export function averaged(leaves: Readonly<Record<Leaf, Value>>, flags: Flags) {
  const { parameter, gradient, expAvg, expAvgSq, weightDecay, ...rates } = leaves;
  const one = constant(1);
  const g = direction(parameter, gradient, weightDecay, flags);
  const average = flushed(expAvg.mul(rates.beta1).add(g.mul(one.sub(rates.beta1))), rates.leastAverage);
  const seen = flushed(g, rates.leastRoot);
  const square = one.sub(rates.beta2).mul(seen).mul(seen);
  const squares = flushed(expAvgSq.mul(rates.beta2).add(square), rates.leastSquare);
  return { start: flags.decouples ? parameter.mul(rates.shrink) : parameter, g, average, squares };
}
