// The callbacks, and updates of several batches: against the plain loop and PyTorch's functions written out, and what they refuse.

import { CrossEntropyLoss, Dropout, Linear, type Module, ReLU, Sequential, utils } from "@bernoulli/nn";
import { AveragedModel, getEmaMultiAvgFn } from "@bernoulli/nn/swa-utils";
import { Adam, ExponentialLR, LinearLR, SGD } from "@bernoulli/optim";
import { defaultGenerator, manualSeed, memoryStats, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { rejection, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { blobs } from "../doctor/corpus/programs.testing.js";
import { Trainer } from "../trainer.js";
import type { TrainerOptions } from "../trainer-options.js";
import { budget, earlyStopping, emaWeights, findLearningRate, scheduleSteps, swaWeights } from "./index.js";

const criterion = new CrossEntropyLoss();

/** Seven batches of three samples, and a net. */
function setUp(options: Partial<TrainerOptions> = {}, lr = 0.1) {
  manualSeed(3);
  const batches = Array.from(
    { length: 7 },
    (_, at) => [rand(3, 4).keep(), tensor([at % 2, 1, 0], { dtype: "int32" }).keep()] as const,
  );
  const model = new Linear(4, 2);
  const optimizer = new SGD(model.parameters(), { lr, momentum: 0.9 });
  const trainer = new Trainer(model, { optimizer, criterion, ...options });
  return { batches, model, optimizer, trainer };
}

const weights = (model: Module) => Object.values(model.stateDict()).flatMap((value) => [...value.toTypedArray()]);

describe.each([true, false])("compiled: %s", (compile) => {
  it("several batches an update are the plain loop of PyTorch's users", async () => {
    const { batches, model, trainer } = setUp({ compile, accumulate: 3, clipGradNorm: 0.2, clipGradValue: 0.15 });
    const updates: number[] = [];
    await trainer.fit(batches, {
      epochs: 2,
      callbacks: [{ onBatchEnd: ({ batch, updated }) => void (updated && updates.push(batch)) }],
    });
    expect(updates).toEqual([3, 6, 7, 3, 6, 7]);
    const plain = setUp();
    for (let epoch = 0; epoch < 2; epoch++)
      for (const group of [plain.batches.slice(0, 3), plain.batches.slice(3, 6), plain.batches.slice(6)]) {
        plain.optimizer.zeroGrad();
        for (const [input, target] of group) criterion(plain.model(input), target).div(group.length).backward();
        utils.clipGradValue_(plain.model.parameters(), 0.15);
        utils.clipGradNorm_(plain.model.parameters(), 0.2);
        plain.optimizer.step();
      }
    for (const [at, value] of weights(model).entries()) expect(value).toBeCloseTo(weights(plain.model)[at]!, 6);
  });
});

it("averages are those of AveragedModel, and a schedule steps with the updates", async () => {
  const { batches, model, optimizer, trainer } = setUp({ accumulate: 2 });
  const [ema, swa] = [emaWeights(model, { decay: 0.8 }), swaWeights(model, { from: 2 })];
  const schedule = scheduleSteps(new LinearLR(optimizer, { startFactor: 0.1, totalIters: 100 }));
  const [byHand, mean] = [new AveragedModel(model, { multiAvgFn: getEmaMultiAvgFn(0.8) }), new AveragedModel(model)];
  const shadow = {
    onBatchEnd: ({ updated }: { updated: boolean }) => void (updated && byHand.updateParameters(model)),
    onEpochEnd: ({ epoch }: { epoch: number }) => void (epoch >= 2 && mean.updateParameters(model)),
  };
  await trainer.fit(batches, { epochs: 3, callbacks: [ema, swa, schedule, shadow] });
  expect(weights(ema.averaged)).toEqual(weights(byHand));
  expect(weights(swa.averaged)).toEqual(weights(mean));
  expect([ema.averaged.nAveraged.item(), swa.averaged.nAveraged.item()]).toEqual([12, 2]);
  expect(optimizer.paramGroups[0]!.lr).toBeCloseTo(0.1 * (0.1 + (0.9 * 12) / 100), 9);
});

describe("early stopping", () => {
  /** Runs with losses that a test chooses. */
  async function stopAt(losses: readonly number[], options: object, from = 0) {
    const { batches, model } = setUp();
    const given = losses.map((loss, at) => ({
      epoch: at + 1,
      live: { loss: 1, accuracy: 0 },
      clean: null,
      validation: { loss, accuracy: 1 - loss },
      samples: 1,
      trainSeconds: 0,
      seconds: 0,
    }));
    const stopping = earlyStopping(model, { patience: 2, ...options });
    const history = given.slice(0, from);
    const event = { epochs: losses.length, history, stop: () => void (stopped = true) };
    let stopped = false;
    await stopping.onFitStart?.(event);
    const initial = weights(model);
    for (const record of given.slice(from)) {
      if (stopped) break;
      history.push(record);
      model.weight.detach().fill_(record.epoch);
      await stopping.onEpochEnd?.({ ...event, epoch: record.epoch, record });
    }
    await stopping.onFitEnd?.({ ...event, reason: "stopped", error: null });
    const [restored] = weights(model);
    stopping.dispose();
    batches.flat().forEach((one: Tensor) => void one.dispose());
    return { epochs: history.length, best: stopping.bestEpoch, restored: restored === initial[0] ? 0 : restored };
  }

  it("ends behind so many epochs that are no better, with the best weights", async () => {
    expect(await stopAt([3, 2, 2.5, 2.1, 1], {})).toEqual({ epochs: 4, best: 2, restored: 2 });
    expect(await stopAt([3, 2, 2.5, 1.9, 2, 2], {})).toEqual({ epochs: 6, best: 4, restored: 4 });
    expect(await stopAt([3, 2, 1.95, 1.96, 1], { minDelta: 0.1 })).toEqual({ epochs: 4, best: 2, restored: 2 });
    expect(await stopAt([0.5, 0.4, 0.6, 0.6], { monitor: "validation.accuracy", mode: "max" })).toMatchObject({
      best: 2,
    });
    expect(await stopAt([Number.NaN, Number.NaN, 1], {})).toEqual({ epochs: 2, best: 0, restored: 2 });
    expect(await stopAt([3, 2, 2.5, 1], { restoreBest: false })).toEqual({ epochs: 4, best: 4, restored: 4 });
  });

  it("of a run that goes on: the history counts", async () => {
    expect(await stopAt([3, 2, 2.5, 2.1, 1], {}, 4)).toMatchObject({ epochs: 4 });
    expect(await stopAt([3, 2, 2.5, 2.1, 1], {}, 3)).toMatchObject({ epochs: 4 });
  });

  it("refuses scores that there are not", async () => {
    const { batches, model, trainer } = setUp();
    const fit = (monitor: string, more = {}) =>
      rejection(
        (async () =>
          trainer.fit(batches, { epochs: 1, callbacks: [earlyStopping(model, { monitor, ...more } as never)] }))(),
      );
    expect(await fit("validation.loss")).toMatchInlineSnapshot(
      `"ArgumentError: earlyStopping: the epochs have no validation.loss; give fit a validationLoader, and the trainer such a metric, or watch another score"`,
    );
    expect(await fit("live.f1", { mode: "max" })).toMatchInlineSnapshot(
      `"ArgumentError: earlyStopping: the epochs have no live.f1; give the trainer such a metric, or watch another score"`,
    );
    expect(await fit("loss")).toMatchInlineSnapshot(
      `"ArgumentError: earlyStopping: monitor must be a score of an epoch, as validation.loss, but got loss"`,
    );
    expect(await fit("live.accuracy")).toMatchInlineSnapshot(
      `"ArgumentError: earlyStopping: say whether less or more accuracy is better: mode: "min" or mode: "max""`,
    );
    expect(await fit("live.loss", { patience: 0 })).toMatchInlineSnapshot(
      `"ArgumentError: earlyStopping: patience must be an integer of at least 1, but got 0"`,
    );
  });
});

it("a budget of time, and of steps over several runs", async () => {
  let now = 0;
  const { batches, trainer } = setUp({ accumulate: 2 });
  const seconds = budget({ seconds: 5, clock: () => now });
  let count = 0;
  const ticking = {
    onBatchEnd: () => {
      now += 1000;
      count += 1;
    },
  };
  await trainer.fit(batches, { epochs: 9, callbacks: [ticking, seconds] });
  // Behind five seconds, and then to the end of the update.
  expect([count, seconds.stateDict().steps]).toEqual([6, 3]);
  const first = budget({ steps: 5 });
  await trainer.fit(batches, { epochs: 1, callbacks: [first] });
  const second = budget({ steps: 5 });
  second.loadStateDict(first.stateDict());
  await trainer.fit(batches, { epochs: 9, callbacks: [second] });
  expect(second.stateDict().steps).toBe(5);
  expect(thrown(() => budget({}))).toMatchInlineSnapshot(`"ArgumentError: budget: give it seconds, steps or both"`);
  expect(thrown(() => budget({ steps: 0 }))).toMatchInlineSnapshot(
    `"ArgumentError: budget: steps must be more than 0, but got 0"`,
  );
  expect(thrown(() => second.loadStateDict({} as never))).toMatchInlineSnapshot(
    `"ArgumentError: budget: the state is no budget's"`,
  );
});

it("the learning-rate finder finds what learns, and leaves everything as it was", async () => {
  const { batches, model } = setUp();
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const scheduler = new ExponentialLR(optimizer, { gamma: 0.5 });
  const trainer = new Trainer(model, { optimizer, scheduler, criterion });
  await trainer.fit(batches, { epochs: 1 });
  const state = () => [
    weights(model),
    JSON.stringify(optimizer.stateDict().param_groups),
    Object.values(optimizer.stateDict().state).map(({ exp_avg }) => [...(exp_avg as Tensor).toTypedArray()]),
    scheduler.stateDict(),
    [...defaultGenerator().getState()],
  ];
  const before = state();
  const { bytes } = memoryStats();
  const { rates, losses, suggestion } = await findLearningRate(trainer, batches, { from: 1e-4, to: 10, steps: 40 });
  expect(memoryStats().bytes).toBe(bytes);
  expect(state()).toEqual(before);
  expect(rates.length).toBe(losses.length);
  expect(rates[0]).toBe(1e-4);
  expect(rates[1]! / rates[0]!).toBeCloseTo(1e5 ** (1 / 39), 9);
  expect(suggestion).toBeGreaterThan(1e-4);
  expect(suggestion).toBeLessThan(10);
  expect(await rejection(findLearningRate(trainer, batches, { from: 1, to: 0.1 }))).toMatchInlineSnapshot(
    `"ArgumentError: findLearningRate: expected 0 < from < to, got 1 and 0.1"`,
  );
});

it.each([3, 4, 7])(
  "the learning-rate finder suggests none of the first rates, at which batches differ by chance: seed %i",
  async (seed) => {
    const [x, y] = blobs(240);
    manualSeed(seed);
    const model = new Sequential(new Linear(8, 32), new ReLU(), new Dropout(0.5), new Linear(32, 3));
    const batches = Array.from(
      { length: 30 },
      (_, at) =>
        [
          x
            .narrow(0, 8 * at, 8)
            .clone()
            .keep(),
          y
            .narrow(0, 8 * at, 8)
            .clone()
            .keep(),
        ] as const,
    );
    const optimizer = new SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
    const trainer = new Trainer(model, { optimizer, criterion, metrics: {} });
    const { suggestion } = await findLearningRate(trainer, batches);
    expect(suggestion).toBeGreaterThan(0.01);
    expect(suggestion).toBeLessThan(1);
  },
);

it("options out of range", () => {
  const { model } = setUp();
  expect(thrown(() => setUp({ accumulate: 0 }))).toMatchInlineSnapshot(
    `"ArgumentError: Trainer: accumulate must be an integer of at least 1, but got 0"`,
  );
  expect(thrown(() => setUp({ clipGradNorm: -1 }))).toMatchInlineSnapshot(
    `"ArgumentError: Trainer: clipGradNorm must be more than 0, but got -1"`,
  );
  expect(thrown(() => emaWeights(model, { decay: 2 }))).toMatchInlineSnapshot(
    `"ArgumentError: emaWeights: decay must be in [0, 1], but got 2"`,
  );
  expect(thrown(() => swaWeights(model, { from: 0 }))).toMatchInlineSnapshot(
    `"ArgumentError: swaWeights: from must be an integer of at least 1, but got 0"`,
  );
});
