// A net with dropout and its twin without, trained side by side on the same points. Draws nothing, and knows no worker.

import { recordMasks } from "@bernoulli/dropout";
import { F, manualSeed, nn, noGrad, optim, scope, type Tensor } from "bernoulli";
import { moons, type Points } from "./points.js";

export const hidden = 24;

export interface PairOptions {
  /** The probability that a hidden unit is dropped. */
  readonly p: number;
  readonly seed: number;
}

/** What is seen of a step. */
export interface PairState {
  readonly step: number;
  /** Mean cross entropies in evaluation mode. */
  readonly losses: Readonly<Record<"train" | "validation" | "trainPlain" | "validationPlain", number>>;
  /** Of each hidden layer, 1 for the units that took part for the first point of the step, 0 for those dropped. */
  readonly kept: readonly Uint8Array[];
}

/** Two hidden layers of {@link hidden} units, dropout behind each. */
export function pointNet(p: number): nn.Sequential {
  return new nn.Sequential(
    new nn.Linear(2, hidden),
    new nn.ReLU(),
    new nn.Dropout(p),
    new nn.Linear(hidden, hidden),
    new nn.ReLU(),
    new nn.Dropout(p),
    new nn.Linear(hidden, 2),
  );
}

export class Pair {
  readonly #train: Points;
  readonly #validation: Points;
  readonly #nets: readonly [nn.Sequential, nn.Sequential];
  readonly #optimizers: readonly optim.Adam[];
  #step = 0;
  #kept: Uint8Array[] = [];

  constructor({ p, seed }: PairOptions) {
    this.#train = moons(40, 0.25, seed);
    this.#validation = moons(400, 0.25, seed + 1000);
    manualSeed(seed);
    const own = pointNet(p);
    const twin = pointNet(0);
    // The same first weights, so that dropout is all that differs.
    twin.loadStateDict(own.stateDict());
    this.#nets = [own, twin];
    this.#optimizers = this.#nets.map((net) => new optim.Adam(net.parameters(), { lr: 0.003 }));
  }

  /** One update of both nets, by all points. */
  step(): void {
    scope(() => {
      const { inputs, labels } = this.#train;
      for (const [at, net] of this.#nets.entries()) {
        const { result: loss, masks } = recordMasks(net, () => F.crossEntropy(net(inputs), labels));
        if (at === 0) this.#kept = masks.map(({ kept }) => kept.slice(0, hidden));
        this.#optimizers[at]!.zeroGrad();
        loss.backward();
        this.#optimizers[at]!.step();
      }
    });
    this.#step++;
  }

  /** What there is to see now. */
  look(): PairState {
    const [own, twin] = this.#nets;
    const loss = (net: nn.Sequential, { inputs, labels }: Points): number => lossOf(net, inputs, labels);
    return {
      step: this.#step,
      losses: {
        train: loss(own, this.#train),
        validation: loss(own, this.#validation),
        trainPlain: loss(twin, this.#train),
        validationPlain: loss(twin, this.#validation),
      },
      kept: this.#kept.length > 0 ? this.#kept : [all(), all()],
    };
  }
}

const all = (): Uint8Array => new Uint8Array(hidden).fill(1);

/** The loss of a net in evaluation mode; its mode is brought back. */
function lossOf(net: nn.Sequential, inputs: Tensor, labels: Tensor): number {
  net.eval();
  try {
    return scope(() => noGrad(() => F.crossEntropy(net(inputs), labels).item()));
  } finally {
    net.train();
  }
}
