// findLearningRate: which rate a net learns fastest at, by trying rising ones on some batches.

import type { Optimizer } from "@bernoulli/optim";
import { ArgumentError, checkArgument, checkOptions, defaultGenerator, noGrad, scope } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import type { Restorable } from "../checkpoint/states.js";
import { copied, tensorsIn } from "../copied.js";
import type { Loader } from "../loader.js";
import type { Trainer } from "../trainer.js";

export interface RateFinderOptions {
  /** The first rate. Default: 1e-7. */
  readonly from?: number;
  /** The last rate. Default: 10. */
  readonly to?: number;
  /** How many steps, each at a rate that is the same factor higher. Default: 100. */
  readonly steps?: number;
  /** How much of the running mean of losses stays at each step. Default: 0.95. */
  readonly smoothing?: number;
  /** It ends where the loss is so many times the least one. Default: 4. */
  readonly divergence?: number;
}

export interface FoundRate {
  /** The rates that were tried. */
  readonly rates: readonly number[];
  /** The running means of the losses. */
  readonly losses: readonly number[];
  /** The rate at which the loss fell fastest, but for the first tenth of the steps, whose means are of few batches; null where it never fell. */
  readonly suggestion: number | null;
}

/**
 * Trains on some batches with a learning rate that rises from step to step, and tells at which the loss falls fastest. Model, optimizer and
 * the default generator are then what they were. Smith, Cyclical Learning Rates for Training Neural Networks, arXiv:1506.01186.
 *
 *     const { suggestion } = await findLearningRate(trainer, loader);
 *
 * @throws ArgumentError for options out of range, and for an optimizer without groups or states; whatever fit throws.
 */
export async function findLearningRate(
  trainer: Trainer<any>,
  loader: Loader,
  options: RateFinderOptions = {},
): Promise<FoundRate> {
  checkArgument("findLearningRate", "trainer.optimizer", trainer?.optimizer, "object");
  checkArgument("findLearningRate", "loader", loader, "iterable");
  const kinds = { from: "number", to: "number", steps: "count", smoothing: "number", divergence: "number" } as const;
  checkOptions("findLearningRate", options, kinds);
  const { from = 1e-7, to = 10, steps = 100, smoothing = 0.95, divergence = 4 } = options;
  if (!(from > 0 && to > from))
    throw new ArgumentError(`findLearningRate: expected 0 < from < to, got ${from} and ${to}`);
  if (steps < 2 || !(smoothing >= 0 && smoothing < 1) || !(divergence > 1))
    throw new ArgumentError(
      "findLearningRate: expected steps of at least 2, smoothing in [0, 1) and divergence above 1",
    );
  const optimizer = trainer.optimizer as unknown as Optimizer<any, any>;
  if (!Array.isArray(optimizer.paramGroups) || typeof optimizer.loadStateDict !== "function")
    throw new ArgumentError("findLearningRate: the trainer's optimizer has no paramGroups or no loadStateDict");
  const [rates, losses]: [number[], number[]] = [[], []];
  const rateAt = (step: number) => from * (to / from) ** (step / (steps - 1));
  let [mean, before] = [0, { sum: 0, samples: 0 }];
  const setRate = (rate: number) => {
    for (const group of optimizer.paramGroups) group.lr = rate;
  };
  const watching: Callbacks = {
    onEpochStart: () => {
      before = { sum: 0, samples: 0 };
      setRate(rateAt(rates.length));
    },
    onBatchEnd: ({ scores, samples, updated, stop }) => {
      if (!updated) return;
      // The scores are means of the pass so far: the batch's own is what they have got.
      const sum = scores["loss"]! * samples;
      const own = Float64Array.of(sum - before.sum, samples - before.samples);
      before = { sum, samples };
      // Ranks that train one model see other batches, and must come to one rate.
      const [lossSum, count] = trainer.ranks
        .gather(own)
        .reduce(([all, of], [one, size]) => [all + one!, of + size!] as const, [0, 0] as readonly [number, number]);
      const loss = lossSum / count;
      const number = rates.length + 1;
      mean = smoothing * mean + (1 - smoothing) * loss;
      const smooth = mean / (1 - smoothing ** number);
      rates.push(rateAt(number - 1));
      losses.push(smooth);
      if (!(smooth <= divergence * Math.min(...losses)) || number === steps) stop();
      else setRate(rateAt(number));
    },
  };
  const giveBack = keepFormer([trainer.model, optimizer, trainer.scheduler]);
  const stream = defaultGenerator().getState();
  try {
    await trainer.fit(loader, { epochs: steps, callbacks: [watching] });
  } finally {
    giveBack();
    defaultGenerator().setState(stream);
  }
  return { rates, losses, suggestion: steepest(rates, losses, Math.ceil(steps / 10)) };
}

/** Notes states, and returns what brings them back. */
function keepFormer(parts: readonly (object | null)[]): () => void {
  const stateful = parts.filter((part): part is Restorable => part !== null && "stateDict" in part);
  const former = noGrad(() => stateful.map((part) => scope(() => kept(copied(part.stateDict())))));
  return () => {
    scope(() => {
      for (const [at, part] of stateful.entries()) part.loadStateDict(former[at]);
    });
    for (const state of former) tensorsIn(state).forEach((tensor) => void tensor.dispose());
  };
}

function kept(value: unknown): unknown {
  for (const tensor of tensorsIn(value)) tensor.keep();
  return value;
}

/** Where the loss falls fastest over the logarithm of the rate, from step `first` on: before it the running mean is of few batches, and falls by chance. */
function steepest(rates: readonly number[], losses: readonly number[], first: number): number | null {
  let [least, at] = [0, -1];
  for (let step = first; step < rates.length; step++) {
    const slope = (losses[step]! - losses[step - 1]!) / Math.log(rates[step]! / rates[step - 1]!);
    if (slope < least) [least, at] = [slope, step];
  }
  return at < 0 ? null : rates[at]!;
}
