// The nets of the MNIST experiments: layers of rectified units, with noise on the inputs and on each hidden layer, trained by Adam, under
// the max-norm constraint where that is asked for. Which of them are compared, the experiments say.

import { GaussianDropout } from "@bernoulli/dropout";
import { type Model, Trainer } from "@bernoulli/trainer";
import { data, F, manualSeed, nn, optim, type Tensor } from "bernoulli";
import { firstOf, someOf, unit } from "../images.js";
import { type CellContext, errorOn, fitCell, underMaxNorm } from "../train.js";
import type { BudgetName, Images } from "./experiment.js";

export interface MlpParameters {
  /** Units of the hidden layers. */
  readonly hidden: readonly number[];
  /** The paper's p, the share that is RETAINED: of hidden units, and of inputs. 1 for no dropout. */
  readonly retain: number;
  readonly retainInput: number;
  /** What multiplies units: Bernoulli draws, or normal ones of the same mean and variance. */
  readonly noise: "bernoulli" | "gaussian";
  /** The bound on the norm of what comes into a unit; null for none. */
  readonly maxNorm: number | null;
  /** Weight of the squares of weights. */
  readonly l2: number;
  /** Weight of their absolute values in the last third of training. */
  readonly l1Late: number;
  /** Weight of the sparsity penalty on hidden units. */
  readonly sparsity: number;
  /** Training images. */
  readonly samples: number;
  readonly epochs: number;
  readonly lr: number;
}

export interface MlpResult {
  /** Per cent of the test images that are taken for others, at the end of training. */
  readonly test: number;
  /** The same of the training images, in evaluation mode. */
  readonly train: number;
}

export const batchSize = 50;
const classes = 10;
const inputs = 28 * 28;

/** What a budget gives to each MNIST net: the paper's units, or a part of them. */
export const sizes: {
  readonly [Budget in BudgetName]: { samples: number; epochs: number; width: number; lr: number };
} = {
  trial: { samples: 300, epochs: 2, width: 1 / 32, lr: 2e-3 },
  quick: { samples: 4000, epochs: 20, width: 1 / 4, lr: 1.5e-3 },
  paper: { samples: 60_000, epochs: 50, width: 1, lr: 1e-3 },
};

/** The paper's net 784-1024-1024-2048-10, or a budget's part of it, without any regulariser. */
export function plainMlp(budget: BudgetName, hidden: readonly number[] = [1024, 1024, 2048]): MlpParameters {
  const { samples, epochs, width, lr } = sizes[budget];
  return {
    hidden: hidden.map((units) => Math.max(8, Math.round(units * width))),
    retain: 1,
    retainInput: 1,
    noise: "bernoulli",
    maxNorm: null,
    l2: 0,
    l1Late: 0,
    sparsity: 0,
    samples,
    epochs,
    lr,
  };
}

/** Dropout as the paper has it on MNIST: half of the hidden units and four fifths of the inputs are retained. */
export const paperDropout = { retain: 0.5, retainInput: 0.8 } as const;

/** Millions of multiplications of a training: forward, and back twice that. */
export function costOf({ hidden, samples, epochs }: MlpParameters): number {
  const layers = [inputs, ...hidden, classes];
  const weights = layers.slice(1).reduce((sum, units, at) => sum + units * layers[at]!, 0);
  return (3 * weights * samples * epochs) / 1e6;
}

class Mlp extends nn.Module {
  readonly layers: nn.ModuleList<nn.Module>;
  readonly drops: nn.ModuleList<nn.Module>;
  /** Each hidden layer's units of the last forward, until the loss has looked at them. */
  active: Tensor[] = [];
  readonly #looksAtUnits: boolean;

  constructor({ hidden, retain, retainInput, noise, sparsity }: MlpParameters) {
    super();
    const widths = [inputs, ...hidden, classes];
    this.layers = new nn.ModuleList(hidden.concat(classes).map((units, at) => new nn.Linear(widths[at]!, units)));
    const drop = (share: number) =>
      share === 1
        ? new nn.Identity()
        : noise === "gaussian"
          ? new GaussianDropout(1 - share)
          : new nn.Dropout(1 - share);
    this.drops = new nn.ModuleList([drop(retainInput), ...hidden.map(() => drop(retain))]);
    this.#looksAtUnits = sparsity > 0;
  }

  forward(x: Tensor): Tensor {
    const apply = (module: nn.Module, input: Tensor) => (module as unknown as (x: Tensor) => Tensor)(input);
    const [layers, drops] = [[...this.layers], [...this.drops]];
    let units = apply(drops[0]!, x.view(x.size(0), -1));
    this.active = [];
    for (const [at, layer] of layers.entries()) {
      units = apply(layer, units);
      if (at === layers.length - 1) return units;
      units = F.relu(units);
      if (this.#looksAtUnits && this.training) this.active.push(units);
      units = apply(drops[at + 1]!, units);
    }
    return units;
  }
}

/** The mean activation that the sparsity penalty wants of a hidden unit. */
const wantedActivation = 0.1;

/**
 * Σ log(ρ/ρ̂) + ρ̂/ρ − 1 over hidden units, ρ̂ being their means over the batch: the Kullback–Leibler divergence of exponential
 * distributions, since what is rectified is not a share. Divided by the number of units.
 */
function sparsityOf(active: readonly Tensor[]): Tensor {
  const parts = active.map((units) => {
    const means = units.mean(0).add(0.01);
    return means.div(wantedActivation).sub(1).sub(means.div(wantedActivation).log()).mean();
  });
  return parts.reduce((sum, part) => sum.add(part));
}

export interface TrainedMlp {
  readonly model: Model;
  readonly trainer: Trainer;
  readonly dispose: () => void;
}

/** Trains a net for a cell; null where the signal ended it. Whoever gets it disposes of it. */
export async function trainMlp(
  parameters: MlpParameters,
  context: CellContext,
  images: Images,
  share = 1,
): Promise<TrainedMlp | null> {
  const { samples, epochs, lr, maxNorm, l2, l1Late, sparsity } = parameters;
  manualSeed(context.seed);
  const model = new Mlp(parameters);
  const inner = new optim.Adam(model.parameters(), { lr, weightDecay: l2 });
  const scheduler = new optim.lrScheduler.LinearLR(inner, { startFactor: 1, endFactor: 0.02, totalIters: epochs });
  const weights = [...model.parameters()].filter((parameter) => parameter.ndim === 2);
  let late = false;
  const trainer = new Trainer(model as unknown as Model, {
    optimizer: underMaxNorm(inner, model, maxNorm),
    scheduler,
    criterion: (output, target) => {
      let loss = F.crossEntropy(output, target);
      if (sparsity > 0 && model.active.length > 0) loss = loss.add(sparsityOf(model.active).mul(sparsity));
      model.active = [];
      if (l1Late > 0 && late && model.training)
        loss = weights.reduce((sum, weight) => sum.add(weight.abs().sum().mul(l1Late)), loss);
      return loss;
    },
    transform: unit.mnist,
  });
  const dispose = () => {
    inner.dispose();
    model.dispose();
  };
  try {
    const loader = new data.DataLoader(someOf(images.train, samples, context.seed), { batchSize, shuffle: true });
    const history = await fitCell(context, {
      trainer,
      loader,
      epochs,
      share,
      callbacks: [{ onEpochStart: ({ epoch }) => void (late = epoch > (2 * epochs) / 3) }],
    });
    if (history !== null) return { model: model as unknown as Model, trainer, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
  dispose();
  return null;
}

/** Trains a net, and measures it on the test images and on those that it was trained on. */
export async function runMlp(
  parameters: MlpParameters,
  context: CellContext,
  images: Images,
): Promise<MlpResult | null> {
  const trained = await trainMlp(parameters, context, images, 0.98);
  if (trained === null) return null;
  try {
    const seen = someOf(images.train, parameters.samples, context.seed);
    return {
      test: await errorOn(trained.trainer, images.test, context.signal),
      train: await errorOn(
        trained.trainer,
        seen.length > 10_000 ? firstOf(images.train, 10_000) : seen,
        context.signal,
      ),
    };
  } finally {
    trained.dispose();
  }
}
