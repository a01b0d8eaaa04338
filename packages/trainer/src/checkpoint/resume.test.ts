// A run that is interrupted and goes on must be the run that was not, to the last bit.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { DataLoader, TensorDataset } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Linear, type Module, ReLU, Sequential } from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { defaultGenerator, Generator, manualSeed, memoryStats, rand, randn, tensor } from "@bernoulli/tensor";
import { fillDiskAfter, makeDirectory, rejection } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import type { Callbacks } from "../callbacks.js";
import { Trainer } from "../trainer.js";
import { checkpoint } from "./callback.js";
import { latestCheckpoint } from "./directory.js";
import { loadCheckpoint, saveCheckpoint } from "./file.js";

type MakeOptimizer = (model: Module) => Adam | SGD;
const adam: MakeOptimizer = (model) => new Adam(model.parameters(), { lr: 0.05, weightDecay: 0.01, amsgrad: true });
const momentum: MakeOptimizer = (model) => new SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });

/** A net, with weights and draws of its own for each seed, and 20 samples that are always the same. */
function setUp(seed: number, makeOptimizer = adam) {
  const fixed = { generator: new Generator({ seed: 7 }) };
  const targets = Array.from({ length: 20 }, (_, index) => index % 3);
  const dataset = new TensorDataset(rand([20, 4], fixed).keep(), tensor(targets, { dtype: "int32" }).keep());
  manualSeed(seed);
  // An odd number of normal draws leaves half a pair behind, which belongs to the generator's state.
  randn(17);
  const model = new Sequential(new Linear(4, 8), new ReLU(), new Dropout(0.5), new Linear(8, 3));
  const optimizer = makeOptimizer(model);
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), clock: () => 0 });
  const loader = (generator?: Generator) =>
    new DataLoader(dataset, { batchSize: 6, shuffle: true, ...(generator === undefined ? {} : { generator }) });
  return { model, optimizer, trainer, loader };
}

const weights = (model: Module) => Object.values(model.stateDict()).map((value) => value.toTypedArray());

/** The loss of every step, where an epoch's mean could hide a difference. */
function recordLosses(): { losses: number[]; callbacks: Callbacks } {
  const losses: number[] = [];
  return { losses, callbacks: { onBatchEnd: ({ scores }) => void losses.push(scores.loss!) } };
}

describe.each([
  ["Adam", adam],
  ["SGD with momentum", momentum],
])("with %s", (_, makeOptimizer) => {
  it.each([1, 2, 3])("a fit that goes on behind epoch %i gives the same bits", async (interrupted) => {
    const directory = await makeDirectory();
    const whole = setUp(1, makeOptimizer);
    const uninterrupted = recordLosses();
    const validationLoader = whole.loader();
    const history = await whole.trainer.fit(whole.loader(), {
      epochs: 4,
      validationLoader,
      callbacks: [uninterrupted.callbacks],
    });
    const draws = defaultGenerator().getState();

    const first = setUp(1, makeOptimizer);
    const [before, after] = [recordLosses(), recordLosses()];
    const saving = checkpoint(first.trainer, { directory });
    const callbacks = [before.callbacks, saving];
    const controller = new AbortController();
    // Stopped inside the next epoch: what was trained of it must not count.
    callbacks.push({
      onBatchEnd: ({ epoch, batch }) => (epoch > interrupted && batch === 2 ? controller.abort() : undefined),
    });
    await first.trainer.fit(first.loader(), {
      epochs: 4,
      validationLoader: first.loader(),
      callbacks,
      signal: controller.signal,
    });

    const second = setUp(2, makeOptimizer);
    const path = (await latestCheckpoint(directory))!;
    const found = await loadCheckpoint(path, { model: second.model, optimizer: second.optimizer });
    expect([found.epoch, found.history.length]).toEqual([interrupted, interrupted]);
    const resumed = await second.trainer.fit(second.loader(), {
      epochs: 4,
      history: found.history,
      validationLoader: second.loader(),
      callbacks: [after.callbacks, checkpoint(second.trainer, { directory })],
    });

    expect([...before.losses.slice(0, 4 * interrupted), ...after.losses]).toEqual(uninterrupted.losses);
    expect(resumed).toEqual(history);
    expect(weights(second.model)).toEqual(weights(whole.model));
    expect(defaultGenerator().getState()).toEqual(draws);
  });
});

describe("a loop by hand", () => {
  it("goes on the same way, with a generator of the loader's own", async () => {
    const path = join(await makeDirectory(), "run.safetensors");
    const criterion = new CrossEntropyLoss();
    const train = ({ model, optimizer, loader }: ReturnType<typeof setUp>, generator: Generator, epochs: number) => {
      const losses: number[] = [];
      const batches = loader(generator);
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const [input, target] of batches) {
          optimizer.zeroGrad();
          const loss = criterion(model(input), target);
          loss.backward();
          optimizer.step();
          losses.push(loss.item());
        }
      }
      return losses;
    };
    const whole = train(setUp(1), new Generator({ seed: 5 }), 3);

    const first = { ...setUp(1), own: new Generator({ seed: 5 }) };
    const before = train(first, first.own, 2);
    first.optimizer.paramGroups[0]!.lr = 0.025;
    const generators = { default: defaultGenerator(), loader: first.own };
    await saveCheckpoint(path, { model: first.model, optimizer: first.optimizer, generators, epoch: 2 });

    const second = { ...setUp(2), own: new Generator({ seed: 6 }) };
    const { epoch, history } = await loadCheckpoint(path, {
      model: second.model,
      optimizer: second.optimizer,
      generators: { loader: second.own, default: defaultGenerator() },
    });
    expect([epoch, history]).toEqual([2, []]);
    expect(second.optimizer.paramGroups[0]!.lr).toBe(0.025);
    second.optimizer.paramGroups[0]!.lr = 0.05;
    expect([...before, ...train(second, second.own, 1)]).toEqual(whole);
  });
});

describe("the callback", () => {
  const files = async (directory: string) => (await fs.readdir(directory)).sort();

  it("saves every so many epochs and the last, and keeps the latest of its own", async () => {
    const directory = join(await makeDirectory(), "made", "for it");
    const { trainer, loader } = setUp(1);
    await trainer.fit(loader(), { epochs: 5, callbacks: [checkpoint(trainer, { directory, every: 2, keep: 2 })] });
    expect(await files(directory)).toEqual(["epoch-0004.safetensors", "epoch-0005.safetensors"]);
    await fs.writeFile(join(directory, "notes.txt"), "mine");
    const { history } = await loadCheckpoint((await latestCheckpoint(directory))!);
    const callbacks = [checkpoint(trainer, { directory, extra: { hidden: 8 } })];
    await trainer.fit(loader(), { epochs: 7, history, callbacks });
    // Those that an earlier fit wrote are not its to delete.
    expect(await files(directory)).toEqual([
      "epoch-0004.safetensors",
      "epoch-0005.safetensors",
      "epoch-0006.safetensors",
      "epoch-0007.safetensors",
      "notes.txt",
    ]);
    const last = await loadCheckpoint((await latestCheckpoint(directory))!);
    expect([last.epoch, last.extra, last.history.length]).toEqual([7, { hidden: 8 }, 7]);
  });

  it("keeps the last good one when the disk is full", async () => {
    const directory = await makeDirectory();
    const { trainer, loader } = setUp(1);
    const fit = trainer.fit(loader(), {
      epochs: 5,
      callbacks: [
        checkpoint(trainer, { directory }),
        { onEpochStart: ({ epoch }) => void (epoch === 3 && fillDiskAfter(3000)) },
      ],
    });
    expect(await rejection(fit, directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/epoch-0003.safetensors: cannot be written: the disk is full (ENOSPC)"`,
    );
    expect(await files(directory)).toEqual(["epoch-0001.safetensors", "epoch-0002.safetensors"]);
    expect((await loadCheckpoint((await latestCheckpoint(directory))!)).epoch).toBe(2);
  });

  it("refuses at the start what could not be saved at the end", async () => {
    const directory = await makeDirectory();
    const { trainer, loader } = setUp(1);
    const fit = (where: string, epochs = 1) =>
      rejection(trainer.fit(loader(), { epochs, callbacks: [checkpoint(trainer, { directory: where })] }), directory);
    await fs.writeFile(join(directory, "file"), "");
    expect(await fit(join(directory, "file"))).toMatchInlineSnapshot(
      `"FormatError: DIR/file: checkpoints cannot be written there: there is something else already (EEXIST)"`,
    );
    expect(await fit(join(directory, "file", "inside"))).toMatchInlineSnapshot(
      `"FormatError: DIR/file/inside: checkpoints cannot be written there: a part of the path that should be a directory is a file (ENOTDIR)"`,
    );
    await trainer.fit(loader(), { epochs: 2, callbacks: [checkpoint(trainer, { directory })] });
    expect(await fit(directory)).toMatchInlineSnapshot(
      `"CheckpointError: DIR/epoch-0002.safetensors: it is a checkpoint of a later epoch than the 0 that are done: of another run? Load it and give fit its history, or take another directory"`,
    );
    expect(await files(directory)).toEqual(["epoch-0001.safetensors", "epoch-0002.safetensors", "file"]);
  });

  it("finds no checkpoint where there is none", async () => {
    const directory = await makeDirectory();
    expect(await latestCheckpoint(directory)).toBeNull();
    expect(await latestCheckpoint(join(directory, "none"))).toBeNull();
    await fs.writeFile(join(directory, "file"), "");
    expect(await rejection(latestCheckpoint(join(directory, "file")), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/file: cannot be read: a part of the path that should be a directory is a file (ENOTDIR)"`,
    );
    // Ten thousand epochs take a digit more, and come behind the others all the same.
    for (const name of ["epoch-9999.safetensors", "epoch-10000.safetensors", "epoch-1.safetensors", "best.safetensors"])
      await fs.writeFile(join(directory, name), "");
    expect(await latestCheckpoint(directory)).toBe(join(directory, "epoch-10000.safetensors"));
  });

  it("needs whole numbers, and an optimizer that can be saved", () => {
    const { trainer } = setUp(1);
    const bare = new Trainer(trainer.model, {
      criterion: trainer.criterion,
      optimizer: { zeroGrad: () => {}, step: () => {} },
    });
    expect(() => checkpoint(trainer, { directory: "run", every: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: checkpoint: every must be an integer of at least 1, or Infinity, but got 0]`,
    );
    expect(() => checkpoint(trainer, { directory: "run", keep: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: checkpoint: keep must be an integer of at least 1, or Infinity, but got 1.5]`,
    );
    expect(() => checkpoint(trainer, { every: 1 } as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: checkpoint: directory must be a path, but got undefined]`,
    );
    expect(() => checkpoint(bare, { directory: "run" })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: checkpoint: the trainer's optimizer has no stateDict and loadStateDict to save and restore it by]`,
    );
  });
});

describe("fit with a history", () => {
  it("trains only what is left of it, and leaves the one given alone", async () => {
    const { trainer, loader } = setUp(1);
    const history = await trainer.fit(loader(), { epochs: 2 });
    expect(await trainer.fit(loader(), { epochs: 2, history })).toEqual(history);
    expect((await trainer.fit(loader(), { epochs: 3, history })).map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(history).toHaveLength(2);
  });

  it("refuses what is none, and one of other metrics", async () => {
    const { trainer, loader } = setUp(1);
    const history = await trainer.fit(loader(), { epochs: 2 });
    const fails = (given: unknown) => rejection(trainer.fit(loader(), { epochs: 3, history: given as never }));
    expect(await fails(3)).toMatchInlineSnapshot(
      `"ArgumentError: fit: history must be an array of records, as fit returns it"`,
    );
    expect(await fails([{ epoch: 1 }])).toMatchInlineSnapshot(
      `"ArgumentError: fit: history[0] is no record of an epoch, as fit makes it"`,
    );
    expect(await fails([history[1]])).toMatchInlineSnapshot(
      `"ArgumentError: fit: history must be the records of epochs 1, 2, … in order, but history[0] is of epoch 2"`,
    );
    expect(await fails([{ ...history[0], live: { loss: 1, f1: 0.5 } }])).toMatchInlineSnapshot(
      `"ArgumentError: fit: history tells of f1, loss, but this trainer measures accuracy, loss"`,
    );
  });
});

it("leaves no memory behind", async () => {
  const path = join(await makeDirectory(), "run.safetensors");
  const { model, optimizer, trainer, loader } = setUp(1);
  await trainer.fit(loader(), { epochs: 1 });
  await saveCheckpoint(path, { model, optimizer });
  // Loading moves the optimizer's own values once; from then on nothing may grow.
  await loadCheckpoint(path, { model, optimizer });
  const stats = memoryStats();
  for (let time = 0; time < 3; time++) {
    await saveCheckpoint(path, { model, optimizer });
    await loadCheckpoint(path, { model, optimizer });
  }
  expect(memoryStats()).toEqual(stats);
});
