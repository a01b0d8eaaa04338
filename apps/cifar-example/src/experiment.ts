// One net's run: seeded anew, trained, measured. Both nets of a comparison see the same images in the same split.

import { type Callbacks, type EpochRecord, Trainer } from "@bernoulli/trainer";
import { data, F, Generator, manualSeed, optim } from "bernoulli";
import { type Demonstration, demonstrate } from "./demonstration.js";
import { DropoutNet, PlainNet } from "./model.js";
import { type Observations, observe } from "./observe.js";
import { openSource, type Settings } from "./source.js";
import { loadWeights } from "./weights.js";

export type NetName = "dropout" | "plain";

type Images = data.Dataset<data.ImageSample>;

export interface DataSets {
  readonly train: Images;
  readonly validation: Images;
  readonly test: data.ImageDataset;
}

/** Training, validation (a tenth of the training images, or a fifth of the synthetic ones) and test images. */
export function loadData({ source, subset, seed }: Settings): DataSets {
  const { all, test } = openSource(source);
  const used: Images =
    subset === null || subset >= all.length
      ? all
      : new data.Subset(
          all,
          Array.from({ length: subset }, (_, at) => at),
        );
  const held = Math.round(used.length * (source.name === "synthetic" ? 0.2 : 0.1));
  // A generator of its own, so that the split costs the nets' stream no draw.
  const [train, validation] = data.randomSplit(used, [used.length - held, held], {
    generator: new Generator({ seed }),
  });
  return { train: train!, validation: validation!, test };
}

/** What becomes of a run's fruits. Neither throws: what is trained is not lost for what cannot be written. */
export interface Keeper {
  /** Called behind the last epoch. */
  readonly keepResult: (result: Result) => Promise<void>;
  /** Called behind that or, where the run is interrupted or fails, before anything else. `epochs` are complete. */
  readonly keepWeights: (model: PlainNet, epochs: number) => Promise<void>;
}

export interface Result extends Observations {
  readonly net: NetName;
  readonly history: readonly EpochRecord[];
  /** Null without dropout. */
  readonly demonstration: Demonstration | null;
}

/** What the net sees of an image's bytes: from −1 to 1, as in the post. */
export const normalize = new data.Normalize({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] });

/** Trains and tests one net. Null if the signal ended it before an epoch was complete. */
export async function runNet(
  net: NetName,
  sets: DataSets,
  options: Settings,
  callbacks: readonly Callbacks[],
  signal: AbortSignal,
  keeper: Keeper,
): Promise<Result | null> {
  manualSeed(options.seed);
  const model = net === "dropout" ? new DropoutNet(options.p) : new PlainNet();
  if (options.load !== null) await loadWeights(model, options.load);
  const { lr } = options;
  const optimizer =
    options.optimizer === "adam"
      ? new optim.Adam(model.parameters(), { lr })
      : new optim.SGD(model.parameters(), { lr, momentum: 0.9 });
  const trainer = new Trainer(model, {
    optimizer,
    criterion: (output, target) => F.crossEntropy(output, target),
    transform: normalize,
    compile: options.compile,
  });
  const inOrder = (images: Images) => new data.DataLoader(images, { batchSize: 128 });
  let [steps, epochs, kept] = [0, 0, false];
  const counting: Callbacks = { onBatchEnd: () => void (steps += 1), onEpochEnd: () => void (epochs += 1) };
  const keepWeights = async () => {
    if (kept || steps === 0) return;
    kept = true;
    await keeper.keepWeights(model, epochs);
  };
  try {
    const loader = new data.DataLoader(sets.train, { batchSize: options.batchSize, shuffle: true });
    const history = await trainer.fit(loader, {
      epochs: options.epochs,
      cleanLoader: inOrder(sets.train),
      validationLoader: inOrder(sets.validation),
      callbacks: [counting, ...callbacks],
      signal,
    });
    // Whoever ends a run may give it seconds only.
    if (signal.aborted) await keepWeights();
    if (history.length === 0) return null;
    const observations = await observe(model, trainer, sets.test);
    const drops = model instanceof DropoutNet && options.p > 0 && !signal.aborted;
    const demonstration = drops ? demonstrate(model, sets.test, normalize, options.seed) : null;
    const result = { net, history, ...observations, demonstration };
    await keeper.keepResult(result);
    return result;
  } finally {
    await keepWeights();
    optimizer.dispose();
    model.dispose();
  }
}
