// Trainer, against the plain loop written out, hand-computed means, and the modes, memory and draws it must leave alone. What callbacks hear:
// callbacks.test.ts.

import { DataLoader, SyntheticShapes } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Linear, Module } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { defaultGenerator, memoryStats, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import type { Callbacks } from "./callbacks.js";
import { accuracy } from "./metrics.js";
import { Trainer } from "./trainer.js";
import { setUp } from "./trainer.testing.js";

const int32 = { dtype: "int32" } as const;
const modesOf = (model: Module) => [...model.modules()].map(({ training }) => training);

const weights = (model: Module) => Object.values(model.stateDict()).map((value) => value.toArray());

/** A model that gives its input back, and whose loss is the mean of the input. */
class Echo extends Module {
  scale = new Linear(1, 1, { bias: false });
  forward(input: Tensor): Tensor {
    return input;
  }
}

function echoTrainer(transform?: (input: Tensor) => Tensor) {
  const model = new Echo();
  return new Trainer(model, {
    optimizer: { zeroGrad: () => {}, step: () => {} },
    criterion: (output, target) => output.mean().add(target.to("float32").sum().mul(0)),
    ...(transform === undefined ? {} : { transform }),
  });
}

describe("the numbers", () => {
  it("is the plain loop, to the last bit, however much is evaluated in between", async () => {
    const plain = setUp();
    plain.model.train();
    const criterion = new CrossEntropyLoss();
    const losses: number[] = [];
    for (let epoch = 0; epoch < 3; epoch++) {
      let sum = 0;
      for (const [input, target] of plain.loader()) {
        plain.optimizer.zeroGrad();
        const loss = criterion(plain.model(input), target);
        loss.backward();
        plain.optimizer.step();
        sum += loss.item() * input.size(0);
      }
      losses.push(sum / 10);
    }
    const draws = defaultGenerator().getState();

    const { trainer, model, loader, ordered } = setUp();
    const history = await trainer.fit(loader(), { epochs: 3, cleanLoader: ordered(), validationLoader: loader() });
    expect(history.map(({ live }) => live.loss)).toEqual(losses);
    expect(weights(model)).toEqual(weights(plain.model));
    expect(defaultGenerator().getState()).toEqual(draws);
  });

  it("takes the mean over samples, not over batches", async () => {
    const trainer = echoTrainer();
    const batches = [
      [
        tensor([
          [1, 2],
          [3, 6],
        ]),
        tensor([1, 0], int32),
      ],
      [tensor([[9, 0]]), tensor([0], int32)],
    ] as const;
    // (2 · 3 + 1 · 4.5) / 3, and two of three hits; the mean of batch means would be 3.75 and 0.75.
    expect(await trainer.evaluate(batches)).toEqual({ loss: 3.5, accuracy: 2 / 3 });
  });

  it("measures live as trained, clean and validation in evaluation mode after the epoch", async () => {
    const { trainer, loader, ordered } = setUp();
    const [record] = await trainer.fit(loader(), { epochs: 1, cleanLoader: ordered(), validationLoader: ordered() });
    const after = await trainer.evaluate(ordered());
    expect(record!.clean).toEqual(after);
    expect(record!.validation).toEqual(after);
    expect(record!.live.loss).not.toBe(after.loss);
  });

  it("transforms each batch inside the step", async () => {
    const dataset = new SyntheticShapes({ length: 6 });
    const trainer = echoTrainer((images) => images.to("float32").view(images.size(0), -1).mul(0).add(2));
    expect((await trainer.evaluate(new DataLoader(dataset, { batchSize: 4 }))).loss).toBe(2);
    expect((await trainer.predict(new DataLoader(dataset, { batchSize: 4 }))).shape).toEqual([6, 3072]);
  });

  it("keeps history as plain data", async () => {
    let now = 0;
    const { trainer, loader } = setUp({ clock: () => (now += 10) });
    const history = await trainer.fit(loader(), { epochs: 2 });
    expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    expect(Object.keys(history[0]!)).toEqual([
      "epoch",
      "live",
      "clean",
      "validation",
      "samples",
      "trainSeconds",
      "seconds",
    ]);
    expect(history[1]).toMatchObject({ epoch: 2, clean: null, validation: null, samples: 10 });
    expect(history[1]!.trainSeconds).toBeGreaterThan(0);
    expect(history[1]!.seconds).toBeGreaterThan(history[1]!.trainSeconds);
  });

  it("measures what it is told to", async () => {
    const model = new Linear(1, 1);
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    const squares = (output: Tensor, target: Tensor) => output.sub(target).pow(2);
    const trainer = new Trainer(model, {
      optimizer,
      criterion: (output, target) => squares(output, target).mean(),
      metrics: { squares },
    });
    const batch = [tensor([[1], [2]]), tensor([[1], [0]])] as const;
    const { loss, squares: measured } = await trainer.evaluate([batch]);
    expect(measured).toBeCloseTo(loss, 6);
    const bare = new Trainer(model, {
      optimizer,
      criterion: (output, target) => squares(output, target).mean(),
      metrics: {},
    });
    expect(Object.keys(await bare.evaluate([batch]))).toEqual(["loss"]);
  });
});

describe("predict", () => {
  it("gives what the model gives in evaluation mode, for a batch and for a loader", async () => {
    const { dataset, model, trainer, ordered } = setUp();
    model.eval();
    const wanted = model(dataset.tensors[0]).toArray();
    model.train();
    const one = await trainer.predict(dataset.tensors[0]);
    expect([one.requiresGrad, one.toArray()]).toEqual([false, wanted]);
    const all = await trainer.predict(ordered());
    expect([all.shape, all.toArray()]).toEqual([[10, 3], wanted]);
    expect(modesOf(model)).not.toContain(false);
  });

  it("takes loaders of bare inputs, and does not free what is the caller's", async () => {
    const inputs = [tensor([[1, 2]]), tensor([[3, 4]])];
    expect((await echoTrainer().predict(inputs)).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(inputs[1]!.toArray()).toEqual([[3, 4]]);
  });
});

describe("what it leaves behind", () => {
  it("restores every module's mode after fit, evaluate and predict", async () => {
    const { trainer, model, loader, ordered } = setUp();
    model.eval();
    for (const module of model.children()) if (module instanceof Dropout) module.train();
    const modes = modesOf(model);
    await trainer.fit(loader(), { epochs: 1, validationLoader: ordered() });
    expect(modesOf(model)).toEqual(modes);
    await trainer.evaluate(ordered());
    await trainer.predict(ordered());
    expect(modesOf(model)).toEqual(modes);
  });

  it("restores modes, the default stream and scopes where the body throws", async () => {
    const { trainer, model, loader } = setUp();
    model.eval();
    const [modes, state, { scopes }] = [modesOf(model), defaultGenerator().getState(), memoryStats()];
    const wrong = [[tensor([[1, 2, 3]]), tensor([0], int32)]] as const;
    await expect(trainer.evaluate(wrong)).rejects.toThrow("in Sequential.0 (Linear)");
    await expect(trainer.predict(wrong)).rejects.toThrow("in Sequential.0 (Linear)");
    expect(defaultGenerator().getState()).toEqual(state);
    await expect(trainer.fit(wrong, { epochs: 1 })).rejects.toThrow("in Sequential.0 (Linear)");
    const failing: Callbacks = {
      onBatchEnd() {
        throw new Error("enough");
      },
    };
    await expect(trainer.fit(loader(), { epochs: 1, callbacks: [failing] })).rejects.toThrow("enough");
    expect([modesOf(model), memoryStats().scopes]).toEqual([modes, scopes]);
  });

  it("holds no more memory after many steps than after few", async () => {
    const { trainer, loader, ordered } = setUp();
    await trainer.fit(loader(), { epochs: 2, cleanLoader: ordered() });
    const { bytes, storages } = memoryStats();
    await trainer.fit(loader(), { epochs: 40, cleanLoader: ordered() });
    (await trainer.predict(ordered())).dispose();
    expect(memoryStats()).toMatchObject({ bytes, storages });
  });
});

describe("errors", () => {
  const fails = async (body: (set: ReturnType<typeof setUp>) => Promise<unknown>) => {
    const error: unknown = await body(setUp()).then(
      () => null,
      (reason: unknown) => reason,
    );
    return String(error);
  };

  it("names what was wrong and the cure", async () => {
    expect(await fails(({ trainer, loader }) => trainer.fit(loader(), { epochs: 1.5 }))).toMatchInlineSnapshot(
      `"ArgumentError: fit: epochs must be an integer of at least 0, but got 1.5"`,
    );
    expect(await fails(({ trainer }) => trainer.fit([], { epochs: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: the loader gave no samples, so there is nothing to take a mean of"`,
    );
    expect(await fails(({ trainer }) => trainer.evaluate([]))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: the loader gave no samples, so there is nothing to take a mean of"`,
    );
    expect(await fails(({ trainer }) => trainer.predict([]))).toMatchInlineSnapshot(
      `"ArgumentError: predict: the loader gave no batch"`,
    );
    expect(await fails(({ trainer }) => trainer.evaluate([tensor([1])] as never))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: expected batches of [input, target], two tensors, got a tensor of shape [1]; give the DataLoader a collate that makes them"`,
    );
    expect(await fails(({ trainer }) => trainer.evaluate([[tensor([1])]] as never))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: expected batches of [input, target], two tensors, got an array of 1; give the DataLoader a collate that makes them"`,
    );
    expect(await fails(({ trainer }) => trainer.evaluate([[tensor(1), tensor(1)]]))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: expected inputs of shape (N, *), got a 0-d tensor"`,
    );
    expect(await fails(async () => accuracy(tensor([1, 2]), tensor([1, 2])))).toMatchInlineSnapshot(
      `"ShapeError: accuracy: expected scores of shape (N, C, *) and class numbers of shape (N, *), got [2] and [2]; for a model that gives no class scores, set the trainer's metrics (metrics: {} for none)"`,
    );
  });
});
