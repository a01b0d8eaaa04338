// One step of Adam over a parameter and its state, in one pass. When it is taken, and with what, adam.ts says.

import type { Tensor } from "@bernoulli/tensor";
import { update, type Value } from "@bernoulli/tensor/formulas";
import { averaged } from "./averages.js";
import { averageThreshold, squareThresholds } from "./subnormal.js";

interface Rates {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  /** What decoupled decay leaves of a parameter; 1 without. */
  readonly shrink?: number;
  /** lr / (1 − β₁ᵗ), and √(1 − β₂ᵗ) */
  readonly stepSize: number;
  readonly correction2Root: number;
  readonly maximize: boolean;
}

const given = {
  numbers: [
    ...(["beta1", "beta2", "eps", "weightDecay", "shrink", "stepSize", "correction2Root"] as const),
    ...(["leastAverage", "leastSquare", "leastRoot"] as const),
  ],
  flags: ["decays", "decouples", "maximize"],
} as const;

type Leaves = Readonly<
  Record<"parameter" | "gradient" | "expAvg" | "expAvgSq" | (typeof given.numbers)[number], Value>
>;

function moved(start: Value, average: Value, squares: Value, { stepSize, correction2Root, eps }: Leaves): Value {
  const denominator = squares.sqrt().div(correction2Root).add(eps);
  return start.add(stepSize.neg().mul(average).div(denominator));
}

/**
 * g ← gradient + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; θ ← shrink·θ − stepSize · m / (√v / correction2Root + eps).
 * Rounded as the ops are of which PyTorch's _single_tensor_adam is made.
 */
export const adamStep = update({
  ...given,
  name: "adamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  formula: (leaves, flags) => {
    const { start, average, squares } = averaged(leaves, flags);
    return { parameter: moved(start, average, squares, leaves), expAvg: average, expAvgSq: squares };
  },
});

/** The same with the largest v so far in v's place. NaN is handed on. */
export const amsgradStep = update({
  ...given,
  name: "amsgradStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq", "maxExpAvgSq"],
  formula: ({ maxExpAvgSq, ...leaves }, flags) => {
    const { start, average, squares } = averaged(leaves, flags);
    const largest = maxExpAvgSq.maximum(squares);
    const parameter = moved(start, average, largest, leaves);
    return { parameter, expAvg: average, expAvgSq: squares, maxExpAvgSq: largest };
  },
});

/** With the magnitudes below which an average, its square and a gradient to be squared are zero: what is lost must not be seen beside eps. */
export function withThresholds(parameter: Tensor, rates: Rates) {
  const { beta1, beta2, eps, weightDecay, shrink = 1, stepSize, correction2Root, maximize } = rates;
  const leastAverage = averageThreshold(parameter, { keep: beta1, rate: stepSize, eps });
  const [leastSquare, leastRoot] = squareThresholds(parameter, { keep: beta2, eps, scale: correction2Root });
  const decays = weightDecay !== 0;
  // One literal: spreading several objects takes as long as a small step.
  return {
    beta1,
    beta2,
    eps,
    weightDecay,
    shrink,
    stepSize,
    correction2Root,
    leastAverage,
    leastSquare,
    leastRoot,
    decays,
    decouples: shrink !== 1,
    maximize,
  };
}
