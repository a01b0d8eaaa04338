// One step of Adam over a parameter and its state, in one pass. When it is taken, and with what, adam.ts says.

import type { Tensor } from "@bernoulli/tensor";
import { constant, update } from "@bernoulli/tensor/formulas";
import { direction } from "./direction.js";
import { flushed, leastBehind, leastNormal, threshold, unseen, unseenBeside } from "./subnormal.js";

interface Rates {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  /** lr / (1 − β₁ᵗ), and √(1 − β₂ᵗ) */
  readonly stepSize: number;
  readonly correction2Root: number;
  readonly maximize: boolean;
}

/**
 * g ← gradient + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; θ ← θ − stepSize · m / (√v / correction2Root + eps).
 * Rounded as the ops are of which PyTorch's _single_tensor_adam is made.
 */
export const adamStep = update({
  name: "adamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  numbers: [
    ...(["beta1", "beta2", "eps", "weightDecay", "stepSize", "correction2Root"] as const),
    ...(["leastAverage", "leastSquare", "leastRoot"] as const),
  ],
  flags: ["decays", "maximize"],
  formula: ({ parameter, gradient, expAvg, expAvgSq, weightDecay, ...rates }, flags) => {
    const one = constant(1);
    const g = direction(parameter, gradient, weightDecay, flags);
    const average = flushed(expAvg.mul(rates.beta1).add(g.mul(one.sub(rates.beta1))), rates.leastAverage);
    const seen = flushed(g, rates.leastRoot);
    const square = one.sub(rates.beta2).mul(seen).mul(seen);
    const squares = flushed(expAvgSq.mul(rates.beta2).add(square), rates.leastSquare);
    const denominator = squares.sqrt().div(rates.correction2Root).add(rates.eps);
    return {
      parameter: parameter.add(rates.stepSize.neg().mul(average).div(denominator)),
      expAvg: average,
      expAvgSq: squares,
    };
  },
});

/** With the magnitudes below which an average, its square and a gradient to be squared are zero: what is lost must not be seen beside eps. */
export function withThresholds({ dtype }: Tensor, rates: Rates) {
  const { beta1, beta2, eps, weightDecay, stepSize, correction2Root, maximize } = rates;
  const average = leastBehind(beta1, stepSize);
  const square = leastBehind(beta2);
  const root = Math.sqrt(leastNormal / (1 - beta2));
  // What a square never grows to, since it is zero again after each step, comes to 1 / (1 − β₂) times what one step loses.
  const isBesideEps = Math.max(Math.sqrt(square), root) <= unseenBeside * eps * correction2Root;
  const leastAverage = threshold(dtype, average, Math.abs(stepSize) * average <= unseen * eps);
  const leastSquare = threshold(dtype, square, isBesideEps);
  const leastRoot = threshold(dtype, root, isBesideEps);
  const decays = weightDecay !== 0;
  // One literal: spreading several objects takes as long as a small step.
  return {
    beta1,
    beta2,
    eps,
    weightDecay,
    stepSize,
    correction2Root,
    leastAverage,
    leastSquare,
    leastRoot,
    decays,
    maximize,
  };
}
