// Calls of trainers at once: results are those of each call alone, or the later call is refused; modes and draws as they were.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Linear, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import {
  defaultGenerator,
  Generator,
  manualSeed,
  memoryStats,
  ones,
  rand,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { thrownLater } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import type { Callbacks } from "./callbacks.js";
import { BusyError } from "./errors.js";
import { Trainer } from "./trainer.js";
import type { TrainerOptions } from "./trainer-options.js";

const turn = () => new Promise((resolve) => setTimeout(resolve));

function setUp(seed = 1, options: Partial<TrainerOptions> = {}) {
  manualSeed(seed);
  const targets = tensor(
    Array.from({ length: 10 }, (_, index) => index % 3),
    { dtype: "int32" },
  ).keep();
  const dataset = new TensorDataset(rand(10, 4).keep(), targets);
  const model = new Sequential(new Linear(4, 3), new Dropout(0.25));
  const trainer = new Trainer(model, {
    optimizer: new SGD(model.parameters(), { lr: 0.1 }),
    criterion: new CrossEntropyLoss(),
    compile: false,
    ...options,
  });
  const generator = () => new Generator({ seed });
  /** Slow enough that others come in between each two batches. */
  const slow = { length: 10, get: (index: number) => turn().then(() => dataset.get(index)) };
  const loader = () => new DataLoader(dataset, { batchSize: 4, shuffle: true, generator: generator() });
  const slowLoader = () => new DataLoader(slow, { batchSize: 4, shuffle: true, generator: generator() });
  const modes = () => [...model.modules()].map(({ training }) => training);
  const weights = () => Object.values(model.stateDict()).map((value) => value.toArray());
  return { dataset, model, trainer, loader, slowLoader, modes, weights };
}

const losses = (history: readonly { readonly live: { readonly loss: number } }[]) =>
  history.map(({ live }) => live.loss);

describe("on one model", () => {
  it("evaluations and predictions at once give what each gives alone", async () => {
    const { dataset, trainer, loader, slowLoader, modes } = setUp();
    const alone = [
      await trainer.evaluate(loader()),
      (await trainer.predict(slowLoader())).toArray(),
      (await trainer.predict(dataset.tensors[0])).toArray(),
    ];
    const [state, before] = [defaultGenerator().getState(), modes()];
    const [scores, all, one, again] = await Promise.all([
      trainer.evaluate(slowLoader()),
      trainer.predict(loader()),
      trainer.predict(dataset.tensors[0]),
      trainer.evaluate(loader()),
    ]);
    expect([scores, all.toArray(), one.toArray()]).toEqual(alone);
    expect(again).toEqual(scores);
    expect([modes(), defaultGenerator().getState()]).toEqual([before, state]);
  });

  it("what is begun beside training is refused, and the training goes on as if nothing had been", async () => {
    const alone = setUp();
    manualSeed(3);
    const wanted = losses(await alone.trainer.fit(alone.slowLoader(), { epochs: 2 }));

    const { model, trainer, loader, slowLoader, modes, weights } = setUp();
    const other = new Trainer(new Sequential(model, new Linear(3, 3)), {
      optimizer: new SGD(model.parameters(), { lr: 0.1 }),
      criterion: new CrossEntropyLoss(),
    });
    const before = modes();
    manualSeed(3);
    const fit = trainer.fit(slowLoader(), { epochs: 2 });
    await turn();
    expect(await thrownLater(trainer.fit(loader(), { epochs: 1 }))).toMatchInlineSnapshot(
      `"BusyError: fit: fit is at work on this model, or on a part of it, and the two would change each other's results; await that first"`,
    );
    expect(await thrownLater(trainer.evaluate(loader()))).toMatchInlineSnapshot(
      `"BusyError: evaluate: fit is at work on this model, or on a part of it, and the two would change each other's results; await that first, or await this in one of its callbacks"`,
    );
    expect(await thrownLater(trainer.predict(loader()))).toMatchInlineSnapshot(
      `"BusyError: predict: fit is at work on this model, or on a part of it, and the two would change each other's results; await that first, or await this in one of its callbacks"`,
    );
    await expect(other.evaluate(loader())).rejects.toThrow(BusyError);
    expect(losses(await fit)).toEqual(wanted);
    expect([modes(), weights()]).toEqual([before, alone.weights()]);
    await other.evaluate(loader());
    await trainer.fit(loader(), { epochs: 1 });
  });

  it("training beside an evaluation is refused", async () => {
    const { trainer, loader, slowLoader } = setUp();
    const evaluation = trainer.evaluate(slowLoader());
    expect(await thrownLater(trainer.fit(loader(), { epochs: 1 }))).toMatchInlineSnapshot(
      `"BusyError: fit: evaluate is at work on this model, or on a part of it, and the two would change each other's results; await that first"`,
    );
    expect((await evaluation).loss).toBeGreaterThan(0);
  });

  it("one batch is predicted at any time of a training, in evaluation mode", async () => {
    const alone = setUp();
    manualSeed(3);
    const wanted = losses(await alone.trainer.fit(alone.slowLoader(), { epochs: 2 }));

    const { trainer, slowLoader, weights } = setUp();
    manualSeed(3);
    const given = ones(2, 4).keep();
    const predictions: unknown[] = [];
    const timer = setInterval(async () => {
      const [first, second] = (await trainer.predict(given)).toArray() as number[][];
      predictions.push([first, second]);
      expect(first).toEqual(second);
    }, 0);
    expect(losses(await trainer.fit(slowLoader(), { epochs: 2 }))).toEqual(wanted);
    clearInterval(timer);
    expect(weights()).toEqual(alone.weights());
    expect(predictions.length).toBeGreaterThan(0);
  });

  it("callbacks may evaluate and predict, and the training waits though they do not", async () => {
    const alone = setUp();
    manualSeed(3);
    const wanted = losses(await alone.trainer.fit(alone.loader(), { epochs: 3 }));

    const { dataset, trainer, loader, slowLoader, modes } = setUp();
    manualSeed(3);
    const seen: unknown[] = [];
    const note = (name: string) => (result: unknown) => void seen.push([name, result]);
    const callbacks: Callbacks[] = [
      {
        onBatchEnd: () => void trainer.evaluate(slowLoader()).then(note("batch")),
        async onEpochEnd() {
          note("epoch")(await trainer.evaluate(loader()));
          note("one")((await trainer.predict(dataset.tensors[0])).shape);
          expect(await thrownLater(trainer.fit(loader(), { epochs: 1 }))).toMatch(/BusyError: fit: fit is at work/);
          expect(modes()).toEqual([true, true, true]);
        },
        onEvaluationBatchEnd: async () => note("inner")((await trainer.predict(loader())).shape),
        onFitEnd: async () => note("after")((await trainer.fit(loader(), { epochs: 1 })).length),
      },
    ];
    const history = await trainer.fit(loader(), { epochs: 3, callbacks, validationLoader: loader() });
    expect(losses(history)).toEqual(wanted);
    const names = seen.map((entry) => (entry as string[])[0]);
    expect(names.slice(0, 8)).toEqual(["batch", "batch", "batch", "inner", "inner", "inner", "epoch", "one"]);
    expect(names.at(-1)).toBe("after");
    // The evaluation of an epoch's last batch sees the weights that the epoch's validation sees.
    expect(seen[2]).toEqual(["batch", history[0]!.validation]);
    expect(seen[6]).toEqual(["epoch", history[0]!.validation]);
  });

  it("is free again after whatever failed", async () => {
    const { trainer, loader } = setUp();
    const failing: Callbacks = {
      onBatchEnd() {
        void trainer.evaluate([]).catch(() => {});
        throw new Error("enough");
      },
    };
    await expect(trainer.fit(loader(), { epochs: 1, callbacks: [failing] })).rejects.toThrow("enough");
    await expect(trainer.predict([])).rejects.toThrow("no batch");
    expect(await trainer.fit(loader(), { epochs: 1 })).toHaveLength(1);
  });
});

describe("on different models", () => {
  it("all at once give what each gives alone", async () => {
    const run = (seed: number) => {
      const { trainer, loader, slowLoader, model, weights, modes } = setUp(seed);
      for (const module of model.children()) if (module instanceof Dropout) module.p = 0;
      return { trainer, loader, slowLoader, weights, modes };
    };
    const wanted: unknown[] = [];
    for (const seed of [1, 2]) {
      const { trainer, loader, slowLoader, weights } = run(seed);
      const history = await trainer.fit(slowLoader(), { epochs: 3, validationLoader: loader() });
      wanted.push([losses(history), history.map(({ validation }) => validation), weights()]);
    }
    const { trainer: third, slowLoader } = run(3);
    const scores = await third.evaluate(slowLoader());
    const got = await Promise.all([
      ...[run(1), run(2)].map(async ({ trainer, loader, slowLoader, weights, modes }) => {
        const history = await trainer.fit(slowLoader(), { epochs: 3, validationLoader: loader() });
        expect(modes()).not.toContain(false);
        return [losses(history), history.map(({ validation }) => validation), weights()];
      }),
      third.evaluate(slowLoader()),
    ]);
    expect(got).toEqual([...wanted, scores]);
  });

  it("an evaluation takes nothing of the default stream, and gives nothing back, while others draw", async () => {
    const { trainer, dataset } = setUp();
    manualSeed(5);
    const wanted = [rand(3).toArray(), rand(3).toArray()];
    manualSeed(5);
    const shuffled = new DataLoader(
      { length: 10, get: (at: number) => turn().then(() => dataset.get(at)) },
      { shuffle: true },
    );
    const evaluation = trainer.evaluate(shuffled);
    const first = rand(3).toArray();
    await evaluation;
    expect([first, rand(3).toArray()]).toEqual(wanted);
  });

  it("what timers make while a model is trained stays", async () => {
    const { trainer, slowLoader } = setUp();
    const made: Tensor[] = [];
    const timer = setInterval(() => made.push(ones(1000).mul(2)), 0);
    await trainer.fit(slowLoader(), { epochs: 3, validationLoader: slowLoader() });
    (await trainer.predict(slowLoader())).dispose();
    clearInterval(timer);
    expect(made.length).toBeGreaterThan(5);
    expect(new Set(made.map((one) => one.mean().item()))).toEqual(new Set([2]));
    expect(memoryStats().scopes).toBe(1);
  });
});

describe("asynchronous parts of a step", () => {
  const later = async (): Promise<never> => {
    await null;
    throw new Error("nobody waits for this");
  };

  it("are refused, and leave no promise behind that ends the program", async () => {
    const messages: string[] = [];
    for (const compile of [true, false]) {
      for (const part of ["criterion", "transform", "metrics", "optimizer"] as const) {
        const value = {
          criterion: later,
          transform: later,
          metrics: { late: later },
          optimizer: { zeroGrad: () => {}, step: later },
        }[part];
        const { trainer, loader, modes } = setUp(1, { compile, [part]: value } as never);
        const before = modes();
        messages.push(await thrownLater(trainer.fit(loader(), { epochs: 1 })));
        if (part !== "optimizer") expect(await thrownLater(trainer.evaluate(loader()))).toBe(messages.at(-1));
        expect(modes()).toEqual(before);
      }
    }
    await turn();
    expect([...new Set(messages)]).toMatchInlineSnapshot(`
      [
        "ArgumentError: Trainer: criterion returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: Trainer: transform returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: Trainer: metrics.late returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: Trainer: the optimizer's step returned a promise, but must be synchronous; await before or after it",
      ]
    `);
  });

  it("as is a criterion or a metric that returns no tensor", async () => {
    const { trainer, loader } = setUp(1, { criterion: () => 1 as never });
    expect(await thrownLater(trainer.fit(loader(), { epochs: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: what criterion returns must be a Tensor, but got 1; make a tensor of it with tensor(…)"`,
    );
    const other = setUp(1, { metrics: { one: () => 1 as never } as never });
    expect(await thrownLater(other.trainer.evaluate(other.loader()))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: what metrics.one returns must be a Tensor, but got 1; make a tensor of it with tensor(…)"`,
    );
  });
});
