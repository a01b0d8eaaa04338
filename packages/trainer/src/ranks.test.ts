// What a Trainer asks other ranks, with a second rank that answers by rule; real ones train in @bernoulli/distributed and the CIFAR example.

import { join } from "node:path";
import { CrossEntropyLoss, Dropout, Linear, Sequential, SyncBatchNorm } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { Generator, ones, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { makeDirectory, rejection } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { findLearningRate } from "./callbacks/learning-rate-finder.js";
import { checkpoint } from "./checkpoint/callback.js";
import { loadCheckpoint } from "./checkpoint/file.js";
import { type Ranks, Trainer, type TrainerOptions } from "./index.js";
import type { StreamingMetric } from "./metrics/streaming.js";
import type { Model } from "./trainer.js";

/** This rank and another, which gives what it is said to. */
function withOther(other: (own: Float64Array) => Float64Array): Ranks {
  const gather = (own: Float64Array | Uint8Array) => [own, own instanceof Float64Array ? other(own) : own];
  return { rank: 0, worldSize: 2, gather: gather as Ranks["gather"] };
}

const batch = [ones(2, 3).keep(), tensor([0, 1], { dtype: "int32" }).keep()] as const;

/** What a DistributedDataParallel is known by. */
const averaging = <Net extends Model>(model: Net) => Object.assign(model, { noSync: (body: () => unknown) => body() });

function trainerOf(
  ranks: Ranks,
  options: Partial<TrainerOptions<string>> = {},
  model: Model = averaging(new Linear(3, 2)),
) {
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  return new Trainer<string>(model, { optimizer, criterion: new CrossEntropyLoss(), ranks, ...options });
}

it("ends an evaluation on all ranks where the signal of one is aborted", async () => {
  const trainer = trainerOf(withOther(() => Float64Array.of(1)));
  await expect(trainer.evaluate([batch])).rejects.toMatchObject({
    name: "AbortError",
    message: "evaluate: the signal of another rank was aborted",
  });
  const signal = AbortSignal.abort(new Error("enough"));
  const own = trainerOf(withOther((wish) => wish)).evaluate([batch], { signal });
  await expect(own).rejects.toThrow("enough");
});

it("refuses to train a model that no rank shares, and measures it", async () => {
  const trainer = trainerOf(
    withOther((own) => own),
    {},
    new Linear(3, 2),
  );
  expect(await rejection(trainer.fit([batch], { epochs: 1 }))).toMatchInlineSnapshot(
    `"ArgumentError: fit: the trainer has 2 ranks, but its model is no DistributedDataParallel, so each rank would train a net of its own; wrap it: new Trainer(new DistributedDataParallel(model), …)"`,
  );
  expect((await trainer.evaluate([batch])).loss).toBeGreaterThan(0);
});

it("has ranks average once an update, however many batches it has", async () => {
  const model = new Linear(3, 2);
  let alone = 0;
  const noSync = (body: () => unknown) => {
    alone += 1;
    return body();
  };
  const ranks = withOther((own) => own);
  const trainer = trainerOf(ranks, { accumulate: 3, doctor: false }, Object.assign(model, { noSync }));
  await trainer.fit([batch, batch, batch, batch], { epochs: 1 });
  expect(alone).toBe(2);
});

it("runs each step within what it is given, counted through all epochs", async () => {
  const steps: number[] = [];
  const around = <Result>(step: number, body: () => Result) => {
    steps.push(step);
    return body();
  };
  const trainer = trainerOf(
    withOther((own) => own),
    { around },
  );
  await trainer.fit([batch, batch], { epochs: 2 });
  expect(steps).toEqual([0, 1, 2, 3]);
});

it("refuses what a step runs within that is not its body once, and what that gives", async () => {
  const wrong: readonly unknown[] = [
    async (_step: number, body: () => unknown) => body(),
    (_step: number, body: () => unknown) => void body(),
    () => ({}),
    (_step: number, body: () => unknown) => [body(), body()],
  ];
  const ranks = withOther((own) => own);
  const told: string[] = [];
  for (const around of wrong) {
    const trainer = trainerOf(ranks, { doctor: false, around: around as NonNullable<TrainerOptions["around"]> });
    told.push(await rejection(trainer.fit([batch], { epochs: 1 })));
  }
  expect(told).toMatchInlineSnapshot(`
    [
      "ArgumentError: fit: around returned a promise, but must be synchronous; await before or after it",
      "ArgumentError: fit: around must return what its body gives, but returned undefined",
      "ArgumentError: fit: around must call its body once, but did not call it",
      "ArgumentError: fit: around must call its body once, but called it again: each call is an update",
    ]
  `);
});

it("refuses to sum states of other lengths", async () => {
  const collecting: StreamingMetric = {
    measure: (output) => output.argmax(1),
    start: () => {
      const all: number[] = [];
      return {
        add: (measured) => void all.push(...Array.from(measured, Number)),
        value: () => all.length,
        state: () => Float64Array.from(all),
      };
    },
  };
  const other = (own: Float64Array) => (own.length === 1 ? own : new Float64Array(own.length + 1));
  const ranks = withOther((own) => (own.length === 1 && own[0]! <= 1 ? Float64Array.of(0) : other(own)));
  expect(await rejection(trainerOf(ranks, { metrics: { collecting } }).evaluate([batch]))).toMatchInlineSnapshot(
    `"ArgumentError: Trainer: the states of metrics.loss have 2, 3 numbers on the ranks, and cannot be summed; give the metric a join, which makes one state of them"`,
  );
});

it("finds a learning rate by what all ranks see", async () => {
  // The other's loss rises at once, for all that this rank's falls.
  let calls = 0;
  const ranks = withOther((own) => (own.length === 2 ? Float64Array.of(own[1]! * 1000 ** calls++, own[1]!) : own));
  const { losses } = await findLearningRate(trainerOf(ranks), [batch], { steps: 5, smoothing: 0 });
  expect(losses.length).toBe(2);
});

it("has the doctor of one rank ask no other for statistics", async () => {
  let sums = 0;
  const norm = new SyncBatchNorm(4, { trackRunningStats: false });
  const sum = (input: Tensor) => {
    sums += 1;
    return input.mul(2);
  };
  const group = { worldSize: 2, sum };
  norm.processGroup = group;
  const generator = new Generator({ seed: 1 });
  const model = new Sequential(new Linear(3, 4), norm, new Dropout(0.9), new Linear(4, 2));
  const batches = [[randn(8, 3, { generator }).keep(), ones(8).to("int32").keep()]] as const;
  const trainer = trainerOf(
    withOther((own) => (own.length === 1 ? Float64Array.of(0) : own)),
    { compile: false, doctor: true },
    averaging(model),
  );
  const steps = 70;
  await trainer.fit(
    Array.from({ length: steps }, () => batches[0]!),
    { epochs: 1 },
  );
  expect([sums, norm.processGroup]).toEqual([2 * steps, group]);
});

it("keeps the random streams of all ranks with the best epoch too", async () => {
  const directory = await makeDirectory();
  const alike = withOther((own) => own);
  const trainer = trainerOf(alike);
  const callbacks = [checkpoint(trainer, { directory, best: { monitor: "live.loss" } })];
  await trainer.fit([batch], { epochs: 1, callbacks });
  const { model, optimizer } = trainerOf(alike);
  for (const name of ["epoch-0001.safetensors", "best.safetensors"])
    expect(
      (await loadCheckpoint(join(directory, name), { model, optimizer: optimizer as SGD, ranks: alike })).epoch,
    ).toBe(1);
});
