// Optimizers of random training steps, of every kind, with their options. Holds no tests.

import { optim, type Tensor } from "../index.js";
import type { Draws } from "./draws.testing.js";

type Make = (parameters: readonly Tensor[], draws: Draws) => readonly optim.Optimizer[];

/** A group of its own for the first parameter, at times. */
function grouped(parameters: readonly Tensor[], draws: Draws): readonly Tensor[] | { params: readonly Tensor[] }[] {
  if (parameters.length < 2 || !draws.chance(0.25)) return parameters;
  const [first, ...others] = parameters;
  return [{ params: [first!], lr: 0.003 } as { params: readonly Tensor[] }, { params: others }];
}

const of =
  (make: (parameters: readonly Tensor[] | { params: readonly Tensor[] }[], draws: Draws) => optim.Optimizer): Make =>
  (parameters, draws) => [make(grouped(parameters, draws), draws)];

/** Whose steps go smoothly with their gradients, so that roundings stay what they are. */
export const smooth: readonly Make[] = [
  of((given) => new optim.SGD(given, { lr: 0.05 })),
  of((given, draws) => new optim.SGD(given, { lr: 0.05, momentum: 0.9, nesterov: draws.chance(0.5) })),
  of((given) => new optim.SGD(given, { lr: 0.05, momentum: 0.9, dampening: 0.1, weightDecay: 0.01, maximize: true })),
  of((given) => new optim.Adam(given, { lr: 0.01, eps: 1e-2 })),
];

export const optimizers: readonly Make[] = [
  ...smooth,
  of((given, draws) => new optim.Adam(given, { lr: 0.01, amsgrad: draws.chance(0.4), weightDecay: 0.01 })),
  of((given, draws) => new optim.AdamW(given, { lr: 0.01, amsgrad: draws.chance(0.2) })),
  of((given, draws) => new optim.Adamax(given, { lr: 0.01, maximize: draws.chance(0.2) })),
  of((given) => new optim.NAdam(given, { lr: 0.01 })),
  of((given) => new optim.RAdam(given, { lr: 0.01 })),
  of(
    (given, draws) =>
      new optim.RMSprop(given, { lr: 0.01, momentum: draws.pick([0, 0.9]), centered: draws.chance(0.5) }),
  ),
  of((given) => new optim.Adagrad(given, { lr: 0.01, lrDecay: 0.01 })),
  of((given) => new optim.Adadelta(given, { lr: 0.5, weightDecay: 0.01 })),
  of((given) => new optim.ASGD(given, { lr: 0.01, t0: 1 })),
  of((given) => new optim.Rprop(given, { lr: 0.01 })),
  of((given) => new optim.Lion(given, { lr: 0.003, weightDecay: 0.1 })),
  of((given) => new optim.Adafactor(given, { lr: 0.01 })),
  (parameters, draws) => {
    const isMatrix = ({ ndim }: Tensor) => ndim === 2;
    const [matrices, others] = [parameters.filter(isMatrix), parameters.filter((one) => !isMatrix(one))];
    return [
      ...(matrices.length > 0 ? [new optim.Muon(matrices, { lr: 0.01, nsSteps: draws.between(1, 3) })] : []),
      ...(others.length > 0 ? [new optim.AdamW(others, { lr: 0.01 })] : []),
    ];
  },
  // Two that share the work.
  (parameters) => {
    const middle = Math.ceil(parameters.length / 2);
    const last = parameters.slice(middle);
    return [
      new optim.SGD(parameters.slice(0, middle), { lr: 0.05, momentum: 0.5 }),
      ...(last.length > 0 ? [new optim.Adam(last, { lr: 0.01 })] : []),
    ];
  },
];

export const searching: Make = (parameters) => [
  new optim.LBFGS(parameters, { lr: 0.1, maxIter: 3, historySize: 2, lineSearchFn: null }),
];
