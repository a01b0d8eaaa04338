// A run that is stopped within an epoch and goes on is the run that was not, to the last bit: weights, averages, schedule, early
// stopping, losses, generators; and a damaged checkpoint is passed over.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { DataLoader } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Linear, Sequential } from "@bernoulli/nn";
import { Adam, CosineAnnealingLR } from "@bernoulli/optim";
import { defaultGenerator, Generator, manualSeed, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { fillDiskAfter, makeDirectory, rejection, Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { earlyStopping, emaWeights, scheduleSteps } from "../callbacks/index.js";
import type { BatchEvent } from "../callbacks.js";
import { auroc, topK } from "../metrics/index.js";
import { Trainer } from "../trainer.js";
import { checkpoint } from "./callback.js";
import { latestSoundCheckpoint } from "./directory.js";
import { loadCheckpoint } from "./file.js";

/** A run whose samples draw: noise from the default stream, their order from a generator of their own. */
function setUp(seed: number, directory: string, accumulate = 1) {
  const fixed = new Generator({ seed: 7 });
  const inputs = Array.from({ length: 22 }, () => Array.from(rand([4], { generator: fixed }).toTypedArray()));
  const dataset = {
    length: inputs.length,
    get: (index: number): [Tensor, Tensor] => [
      tensor(inputs[index]!).add(rand(4).mul(0.1)),
      tensor(index % 3, { dtype: "int32" }),
    ],
  };
  manualSeed(seed);
  const model = new Sequential(new Linear(4, 6), new Dropout(0.3), new Linear(6, 3));
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const order = new Generator({ seed: 3 + seed });
  const generators = { default: defaultGenerator(), order };
  const schedule = scheduleSteps(new CosineAnnealingLR(optimizer, { tMax: 30 }));
  const [ema, stopping] = [
    emaWeights(model, { decay: 0.9 }),
    earlyStopping(model, { monitor: "live.loss", patience: 9 }),
  ];
  const states = { ema, schedule, stopping };
  const trainer = new Trainer(model, {
    optimizer,
    criterion: new CrossEntropyLoss(),
    metrics: { top2: topK(2), auroc: auroc({ classes: 3 }) },
    accumulate,
    clipGradNorm: 0.5,
    clock: () => 0,
  });
  const losses: number[] = [];
  const run = async (options: object, more: object[] = []) => {
    const saving = checkpoint(trainer, { directory, everySteps: 2, generators, states, prune: true });
    const others = [
      { onBatchEnd: ({ scores }: BatchEvent) => void losses.push(scores.loss!) },
      ...Object.values(states),
      ...more,
    ];
    return trainer.fit(new DataLoader(dataset, { batchSize: 4, shuffle: true, generator: order }), {
      epochs: 3,
      validationLoader: new DataLoader(dataset, { batchSize: 8 }),
      // It goes last, wherever it stands.
      callbacks: accumulate === 1 ? [...others, saving] : [saving, ...others],
      ...options,
    });
  };
  const load = async (path: string) => {
    const { history, place } = await loadCheckpoint(path, { model, optimizer, generators, states });
    return { history, place };
  };
  const numbers = () => ({
    weights: Object.values(model.stateDict()).map((value) => [...value.toTypedArray()]),
    average: Object.values(ema.stateDict()).map((value) => [...value.toTypedArray()]),
    best: stopping.bestEpoch,
    schedule: schedule.stateDict(),
    draws: Object.values(generators).map((generator) => generator.getState()),
  });
  return { run, load, losses, numbers, end: () => stopping.dispose() };
}

const variants = new Variants("packages/trainer/src/checkpoint/within.test.ts");
const interrupted = [
  [1, "aborted", 1, 1],
  [1, "aborted", 1, 4],
  [1, "aborted", 2, 3],
  [1, "aborted", 3, 6],
  [3, "aborted", 1, 2],
  [3, "aborted", 2, 5],
  // Early stopping then gives the model its best weights, which the checkpoint must not have.
  [1, "stopped", 2, 3],
  [3, "stopped", 3, 5],
] as const;

it.each(variants.of("interrupted", interrupted, String))(
  "%i batches an update, %s in epoch %i behind batch %i",
  async (accumulate, how, epoch, batch) => {
    const [left, directory] = [await makeDirectory(), await makeDirectory()];
    const whole = setUp(1, left, accumulate);
    const history = await whole.run({});
    const want = whole.numbers();
    whole.end();

    const controller = new AbortController();
    const first = setUp(1, directory, accumulate);
    const aborting = {
      onBatchEnd: (at: { epoch: number; batch: number; stop: () => void }) => {
        if (at.epoch !== epoch || at.batch !== batch) return;
        if (how === "aborted") controller.abort();
        else at.stop();
      },
    };
    await first.run({ signal: controller.signal }, [aborting]);
    first.end();
    const second = setUp(2, directory, accumulate);
    const path = (await latestSoundCheckpoint(directory))!;
    const resumed = await second.run(await second.load(path));
    expect(resumed).toEqual(history);
    expect(second.numbers()).toEqual(want);
    expect(second.losses).toEqual(whole.losses.slice(whole.losses.length - second.losses.length));
    second.end();
  },
);

it("passes over what is damaged, and does not begin anew where all is", async () => {
  const directory = await makeDirectory();
  const { run, end } = setUp(1, directory);
  await run({ epochs: 1 });
  end();
  const names = (await fs.readdir(directory)).sort();
  expect(names).toEqual(["epoch-0000-batch-000006.safetensors", "epoch-0001.safetensors"]);
  await fs.truncate(join(directory, names[1]!), 2000);
  const told: string[] = [];
  const found = await latestSoundCheckpoint(directory, { onDamaged: ({ message }) => void told.push(message) });
  expect(found).toBe(join(directory, names[0]!));
  expect(told).toHaveLength(1);
  const other = setUp(2, directory);
  expect((await other.load(found!)).place?.batch).toBe(6);
  other.end();
  const bytes = await fs.readFile(join(directory, names[0]!));
  bytes[bytes.length - 3]! ^= 4;
  await fs.writeFile(join(directory, names[0]!), bytes);
  expect(await rejection(latestSoundCheckpoint(directory), directory)).toMatch(/^FormatError: DIR\/epoch-0001/);
});

it("a full disk within an epoch leaves the checkpoint before", async () => {
  const directory = await makeDirectory();
  const { run, end } = setUp(1, directory);
  const filling = { onBatchEnd: ({ batch }: { batch: number }) => (batch === 4 ? fillDiskAfter(5000) : undefined) };
  expect(await rejection(run({}, [filling]), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/epoch-0000-batch-000004.safetensors: cannot be written: the disk is full (ENOSPC)"`,
  );
  end();
  expect(await fs.readdir(directory)).toEqual(["epoch-0000-batch-000002.safetensors"]);
  expect(await latestSoundCheckpoint(directory)).not.toBeNull();
});

it("a place needs the loader that it is of, and its states by name", async () => {
  const directory = await makeDirectory();
  const { run, load, end } = setUp(1, directory);
  await run({}, [
    { onBatchEnd: ({ batch, stop }: { batch: number; stop: () => void }) => (batch === 5 ? stop() : undefined) },
  ]);
  const path = (await latestSoundCheckpoint(directory))!;
  const place = await load(path);
  expect(await rejection(run({ ...place, epochs: 3, place: { ...place.place, batch: 40 } }))).toMatchInlineSnapshot(
    `"ArgumentError: fit: place is behind batch 40, but the loader gave 6; go on with the loader of the run that was saved"`,
  );
  expect(await rejection(run({ place: { batch: 0 } }))).toMatchInlineSnapshot(
    `"ArgumentError: fit: place must be one that loadCheckpoint gave"`,
  );
  expect(await rejection(loadCheckpoint(path, { states: {} }), directory)).toMatchInlineSnapshot(
    `"CheckpointError: DIR/epoch-0000-batch-000005.safetensors: it has the states ema, schedule, stopping, but none are to be restored; give states of the same names"`,
  );
  end();
});

variants.tell(it);
