// Two optimizers' steps, written in place over several tensors, for tests of what becomes of such. Those people train with are
// @bernoulli/optim's.

import { constant, update, type Value } from "../formulas/index.js";
import type { Tensor } from "../tensor/tensor.js";

interface Flags {
  readonly decays: boolean;
  readonly maximize: boolean;
}

function direction(parameter: Value, gradient: Value, weightDecay: Value, { decays, maximize }: Flags): Value {
  const own = maximize ? gradient.neg() : gradient;
  return decays ? own.add(parameter.mul(weightDecay)) : own;
}

const one = constant(1);

const adamStep = update({
  name: "adamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  numbers: ["beta1", "beta2", "eps", "weightDecay", "stepSize", "correction2Root"],
  flags: ["decays", "maximize"],
  formula: ({ parameter, gradient, expAvg, expAvgSq, beta1, beta2, eps, weightDecay, ...rates }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const average = expAvg.mul(beta1).add(g.mul(one.sub(beta1)));
    const squares = expAvgSq.mul(beta2).add(one.sub(beta2).mul(g).mul(g));
    const denominator = squares.sqrt().div(rates.correction2Root).add(eps);
    return {
      parameter: parameter.sub(rates.stepSize.mul(average).div(denominator)),
      expAvg: average,
      expAvgSq: squares,
    };
  },
});

const sgdStep = update({
  name: "sgdStep",
  inputs: ["parameter", "gradient", "momentumBuffer"],
  numbers: ["lr", "momentum", "dampening", "weightDecay"],
  flags: ["decays", "maximize", "nesterov"],
  formula: ({ parameter, gradient, momentumBuffer, lr, momentum, dampening, weightDecay }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const velocity = momentumBuffer.mul(momentum).add(g.mul(one.sub(dampening)));
    const moved = flags.nesterov ? g.add(velocity.mul(momentum)) : velocity;
    return { parameter: parameter.sub(moved.mul(lr)), momentumBuffer: velocity };
  },
});

export interface AdamRates {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly stepSize: number;
  readonly correction2Root: number;
  readonly maximize: boolean;
}

export interface SgdRates {
  readonly lr: number;
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
}

export function adamStep_(
  parameter: Tensor,
  gradient: Tensor,
  expAvg: Tensor,
  expAvgSq: Tensor,
  rates: AdamRates,
): Tensor {
  return adamStep({ parameter, gradient, expAvg, expAvgSq }, { ...rates, decays: rates.weightDecay !== 0 });
}

export function sgdStep_(parameter: Tensor, gradient: Tensor, momentumBuffer: Tensor, rates: SgdRates): Tensor {
  return sgdStep({ parameter, gradient, momentumBuffer }, { ...rates, decays: rates.weightDecay !== 0 });
}
