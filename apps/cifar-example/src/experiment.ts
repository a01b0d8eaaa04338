// One net's run: seeded anew, trained, measured. Both nets of a comparison see the same images in the same split.

import { DistributedDataParallel, DistributedSampler, type World } from "@bernoulli/distributed";
import { type Callbacks, type EpochRecord, emaWeights, scheduleSteps, Trainer } from "@bernoulli/trainer";
import { checkpoint, loadCheckpoint } from "@bernoulli/trainer/node";
import { data, F, Generator, manualSeed, optim, scope } from "bernoulli";
import { type Demonstration, demonstrate } from "./demonstration.js";
import { DropoutNet, PlainNet } from "./model.js";
import { type Observations, observe } from "./observe.js";
import type { Identity } from "./saved.js";
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

/** Where a run's checkpoints go, and from which it goes on. */
export interface Saved {
  /** Null where it begins. */
  readonly from: string | null;
  readonly directory: string;
  /** Steps from one to the next. */
  readonly every: number;
  readonly identity: Identity;
  /** Keeps what cannot be saved from ending the run. */
  readonly guard: (callbacks: Callbacks) => Callbacks;
}

/** Every so many images of a set: those that a rank measures. */
function shareOf(images: Images, { rank, worldSize }: World): Images {
  const indices = Array.from({ length: images.length }, (_, at) => at).filter((at) => at % worldSize === rank);
  return worldSize === 1 ? images : new data.Subset(images, indices);
}

export interface Result extends Observations {
  readonly net: NetName;
  readonly history: readonly EpochRecord[];
  /** Null without dropout. */
  readonly demonstration: Demonstration | null;
}

/** What the net sees of an image's bytes: from −1 to 1, as in the post. */
export const normalize = new data.Normalize({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] });

/** Images shifted by up to 4 pixels and mirrored, by chance: by the default stream, as they are read. */
function augmented(images: Images): Images {
  const shift = new data.RandomCrop(32, { padding: 4 });
  const mirror = new data.RandomHorizontalFlip();
  return {
    length: images.length,
    get: (index) => {
      const [image, label] = images.get(index) as data.ImageSample;
      return [mirror(shift(image)), label];
    },
  };
}

/** What a net is trained on and by, and who hears of it. */
export interface NetRun {
  readonly sets: DataSets;
  readonly options: Settings;
  readonly world: World;
  readonly saved: Saved;
  readonly callbacks: readonly Callbacks[];
  readonly signal: AbortSignal;
  readonly keeper: Keeper;
}

/**
 * Trains and tests one net. Null if the signal ended it before an epoch was complete. Several processes train it on their shares of each batch, and
 * the first alone tests it: the others' is null.
 */
export async function runNet(net: NetName, run: NetRun): Promise<Result | null> {
  const { sets, options, world, saved, callbacks, signal, keeper } = run;
  manualSeed(options.seed);
  const model = net === "dropout" ? new DropoutNet(options.p) : new PlainNet();
  if (options.load !== null && saved.from === null) await loadWeights(model, options.load);
  const { lr } = options;
  const optimizer =
    options.optimizer === "adam"
      ? new optim.Adam(model.parameters(), { lr })
      : new optim.SGD(model.parameters(), { lr, momentum: 0.9 });
  const { rank, worldSize } = world;
  const trained = worldSize === 1 ? model : new DistributedDataParallel(model);
  // Weights are the same on all ranks, masks each one's own.
  if (worldSize > 1) manualSeed(options.seed + rank);
  const trainer = new Trainer(trained as typeof model, {
    optimizer,
    criterion: (output, target) => F.crossEntropy(output, target),
    transform: normalize,
    compile: options.compile,
    ranks: world,
  });
  const sampler = new DistributedSampler(sets.train, { seed: options.seed });
  const loader = new data.DataLoader(options.augment ? augmented(sets.train) : sets.train, {
    batchSize: options.batchSize / worldSize,
    ...(worldSize === 1 ? { shuffle: true } : { sampler }),
  });
  const schedule =
    options.schedule === null
      ? null
      : scheduleSteps(new optim.CosineAnnealingLR(optimizer, { tMax: options.epochs * loader.length }));
  const ema = options.ema === null ? null : emaWeights(model, { decay: options.ema });
  const states = { ...(schedule === null ? {} : { schedule }), ...(ema === null ? {} : { ema }) };
  const done =
    saved.from === null
      ? { history: [], place: null }
      : await loadCheckpoint(saved.from, { model: trained, optimizer, states, ranks: world });
  const inOrder = (images: Images) => new data.DataLoader(shareOf(images, world), { batchSize: 128 });
  let [steps, epochs, kept] = [saved.from === null ? 0 : 1, done.history.length, false];
  const counting: Callbacks = {
    onEpochStart: ({ epoch }) => sampler.setEpoch(epoch),
    onBatchEnd: () => void (steps += 1),
    onEpochEnd: () => void (epochs += 1),
  };
  const keepWeights = async () => {
    if (kept || steps === 0 || rank > 0) return;
    kept = true;
    await keeper.keepWeights(model, epochs);
  };
  try {
    const history = await trainer.fit(loader, {
      epochs: options.epochs,
      cleanLoader: inOrder(sets.train),
      validationLoader: inOrder(sets.validation),
      history: done.history,
      place: done.place,
      callbacks: [
        counting,
        ...Object.values(states),
        ...callbacks,
        saved.guard(
          checkpoint(trainer, {
            directory: saved.directory,
            everySteps: saved.every,
            prune: true,
            states,
            extra: saved.identity,
          }),
        ),
      ],
      signal,
    });
    // What is tested and saved; what is trained on from is in the checkpoint.
    if (ema !== null && steps > 0) scope(() => model.loadStateDict(ema.averaged.module.stateDict()));
    // Whoever ends a run may give it seconds only.
    if (signal.aborted) await keepWeights();
    if (history.length === 0 || rank > 0) return null;
    const observations = await observe(model, trainer, sets.test);
    const drops = model instanceof DropoutNet && options.p > 0 && !signal.aborted;
    const demonstration = drops ? demonstrate(model, sets.test, normalize, options.seed) : null;
    const result = { net, history, ...observations, demonstration };
    await keeper.keepResult(result);
    return result;
  } finally {
    await keepWeights();
    optimizer.dispose();
    ema?.averaged.dispose();
    model.dispose();
  }
}
