// A scheduler in the Trainer: stepped behind each epoch, given the loss where it asks for one, and in checkpoints, so that a run that
// goes on is the run that was not interrupted.

import { promises as fs } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linear } from "@bernoulli/nn";
import { AdamW, type LRScheduler, ReduceLROnPlateau, SGD, StepLR } from "@bernoulli/optim";
import { manualSeed, ones, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { checkpoint, latestCheckpoint, loadCheckpoint, saveCheckpoint } from "./node.js";
import { Trainer } from "./trainer.js";

const batches = () => [[ones(2, 3), tensor([[1], [2]])] as const];
const meanSquare = (output: ReturnType<typeof ones>, target: ReturnType<typeof ones>) =>
  output.sub(target).pow(2).mean();

function setUp() {
  manualSeed(0);
  const model = new Linear(3, 1);
  const optimizer = new AdamW(model.parameters(), { lr: 0.1 });
  const scheduler = new StepLR(optimizer, 2, { gamma: 0.5 });
  const trainer = new Trainer(model, { optimizer, scheduler, criterion: meanSquare, metrics: {} });
  return { model, optimizer, scheduler, trainer };
}

it("sets the rate behind each epoch, and goes on from a checkpoint", async () => {
  const directory = await fs.mkdtemp(join(tmpdir(), "bernoulli-scheduler-"));
  const whole = setUp();
  const rates: number[] = [];
  const onEpochEnd = () => void rates.push(whole.scheduler.getLastLr()[0]!);
  await whole.trainer.fit(batches(), { epochs: 5, callbacks: [{ onEpochEnd }] });
  expect(rates).toEqual([0.1, 0.05, 0.05, 0.025, 0.025]);

  const first = setUp();
  await first.trainer.fit(batches(), { epochs: 3, callbacks: [checkpoint(first.trainer, { directory })] });
  const { model, optimizer, scheduler, trainer } = setUp();
  const { history } = await loadCheckpoint((await latestCheckpoint(directory))!, { model, optimizer, scheduler });
  expect(scheduler.stateDict()).toMatchObject({ last_epoch: 3, _last_lr: [0.05] });
  await trainer.fit(batches(), { epochs: 5, history });
  expect(model.weight.toArray()).toEqual(whole.model.weight.toArray());
  expect(scheduler.stateDict()).toEqual(whole.scheduler.stateDict());
  await fs.rm(directory, { recursive: true });
});

it("gives a ReduceLROnPlateau the validation loss", async () => {
  const model = new Linear(3, 1);
  const optimizer = new SGD(model.parameters(), { lr: 0.5 });
  const scheduler = new ReduceLROnPlateau(optimizer, {
    patience: 0,
    factor: 0.5,
    threshold: 1e6,
    thresholdMode: "abs",
  });
  const trainer = new Trainer(model, { optimizer, scheduler, criterion: meanSquare, metrics: {} });
  const history = await trainer.fit(batches(), { epochs: 2, validationLoader: batches() });
  expect(scheduler.best).toBe(history[0]!.validation!.loss);
  expect(optimizer.paramGroups[0]!.lr).toBe(0.25);
});

it("a checkpoint restores all or nothing, and says what it lacks", async () => {
  const path = join(await fs.mkdtemp(join(tmpdir(), "bernoulli-scheduler-")), "a.safetensors");
  const { model, optimizer, scheduler } = setUp();
  await saveCheckpoint(path, { model, optimizer });
  await expect(loadCheckpoint(path, { model, optimizer, scheduler })).rejects.toThrow("it has no state of a scheduler");
  await saveCheckpoint(path, { model, optimizer, scheduler });
  const other = new ReduceLROnPlateau(optimizer) as LRScheduler;
  const before = model.weight.toArray();
  model.weight.data.zero_();
  await expect(loadCheckpoint(path, { model, optimizer, scheduler: other })).rejects.toThrow(
    "ReduceLROnPlateau: the loaded state dict lacks",
  );
  expect(model.weight.toArray()).toEqual([[0, 0, 0]]);
  await loadCheckpoint(path, { model, optimizer, scheduler });
  expect(model.weight.toArray()).toEqual(before);
});

it("must be able to step", () => {
  const { model, optimizer } = setUp();
  expect(thrown(() => new Trainer(model, { optimizer, scheduler: {} as never, criterion: meanSquare }))).toBe(
    "ArgumentError: Trainer: scheduler.step must be a function, but got undefined",
  );
});
