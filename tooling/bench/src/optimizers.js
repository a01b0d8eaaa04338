// The optimizers of training workloads, by name; peers/pytorch.py has the same.

import { optim } from "bernoulli";

export const optimizers = {
  sgd: (parameters) => new optim.SGD(parameters, { lr: 0.01, momentum: 0.9 }),
  adam: (parameters) => new optim.Adam(parameters),
  adamw: (parameters) => new optim.AdamW(parameters),
  // As DCGAN's example has it.
  "adam-gan": (parameters) => new optim.Adam(parameters, { lr: 2e-4, betas: [0.5, 0.999] }),
};
