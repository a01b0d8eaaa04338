// What the ported forms are about: the tensors that PyTorch was given, anew for each form, and what the forms of optimizers end with.

import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { type optim, type Tensor, tensor } from "../index.js";

export const { cases } = loadFixtures("ported");

const stored = cases[0]!["tensors"] as Given<FixtureTensor>;

/** By the names that they have in the texts of the forms. */
export interface Given<Kind = Tensor> {
  /** [2, 3, 8, 8]. */
  readonly image: Kind;
  /** [4, 6], as `other`, the leaf `w`, the shares `share` and the zeros and ones `truth`. */
  readonly rows: Kind;
  readonly other: Kind;
  readonly w: Kind;
  readonly share: Kind;
  readonly truth: Kind;
  /** [5, 2, 3]: five steps of two sequences. */
  readonly steps: Kind;
  /** [2, 3, 6]. */
  readonly wide: Kind;
  /** Integers below 6, [4]. */
  readonly labels: Kind;
  /** Integers below 7, [2, 3]. */
  readonly words: Kind;
}

export function given(): Given {
  const made = Object.entries(stored).map(([name, { data, dtype, shape }]: [string, FixtureTensor]) => [
    name,
    tensor(data, { dtype })
      .view(shape)
      .detach()
      .requiresGrad_(name === "w"),
  ]);
  return Object.fromEntries(made) as Given;
}

/** Two steps of an optimizer, and the parameter behind them. */
export function trained({ w, other }: Given, optimizer: optim.Optimizer): Tensor {
  w.mul(w).mul(other).sum().backward();
  optimizer.step();
  optimizer.zeroGrad();
  w.mul(other).sum().backward();
  optimizer.step();
  return w;
}

/** The rates of five epochs. */
export function rates(
  optimizer: optim.Optimizer<{ lr: number }>,
  scheduler: { step(...metrics: number[]): void },
  ...metrics: readonly number[]
): number[] {
  return Array.from({ length: 5 }, () => {
    optimizer.step();
    scheduler.step(...metrics);
    return optimizer.paramGroups[0]!.lr;
  });
}
