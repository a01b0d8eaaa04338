import { memoryStats, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import type { Callbacks } from "./callbacks.js";
import { setUp } from "./trainer.testing.js";

const int32 = { dtype: "int32" } as const;

describe("callbacks", () => {
  const recorder = (told: string[]): Callbacks => ({
    onFitStart: ({ epochs }) => void told.push(`start of ${epochs}`),
    onEpochStart: ({ epoch }) => void told.push(`epoch ${epoch}`),
    onBatchEnd: ({ phase, batch, batches, samples }) => void told.push(`${phase} ${batch}/${batches} ${samples}`),
    onEvaluationBatchEnd: ({ phase, batch, batches }) => void told.push(`${phase} ${batch}/${batches}`),
    onEpochEnd: async ({ record, history }) => {
      await Promise.resolve();
      told.push(`end of ${record.epoch}, ${history.length} in history`);
    },
    onFitEnd: ({ history }) => void told.push(`end with ${history.length}`),
  });

  it("are told in order, and waited for", async () => {
    const { trainer, loader, ordered } = setUp();
    const told: string[] = [];
    const small = [[tensor([[1, 2, 3, 4]]), tensor([0], int32)]] as const;
    await trainer.fit(loader(), {
      epochs: 1,
      cleanLoader: ordered(),
      validationLoader: small,
      callbacks: [recorder(told)],
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "start of 1",
        "epoch 1",
        "train 1/3 4",
        "train 2/3 8",
        "train 3/3 10",
        "clean 1/3",
        "clean 2/3",
        "clean 3/3",
        "validation 1/1",
        "end of 1, 1 in history",
        "end with 1",
      ]
    `);
  });

  it("hear of the end from the last to the first, whatever one throws", async () => {
    const { trainer, loader } = setUp();
    const told: string[] = [];
    const ending = (name: string, problem?: Error): Callbacks => ({
      onFitEnd: async () => {
        await Promise.resolve();
        told.push(name);
        if (problem !== undefined) throw problem;
      },
    });
    const callbacks = [ending("first"), ending("second", new Error("one")), ending("third", new Error("another"))];
    await expect(trainer.fit(loader(), { epochs: 1, callbacks })).rejects.toThrow("another");
    expect(told).toEqual(["third", "second", "first"]);
    // A fit that failed tells of its own error.
    await expect(trainer.fit([], { epochs: 1, callbacks })).rejects.toThrow("no samples");
    expect(told).toHaveLength(6);
  });

  it("hear of the end of a fit that failed", async () => {
    const { trainer } = setUp();
    const told: string[] = [];
    await expect(trainer.fit([], { epochs: 1, callbacks: [recorder(told)] })).rejects.toThrow("no samples");
    expect(told).toEqual(["start of 1", "epoch 1", "end with 0"]);
  });

  it("stop a fit in the middle of an epoch, which is not recorded", async () => {
    const { trainer, loader } = setUp();
    const { scopes } = memoryStats();
    const told: string[] = [];
    const stopper: Callbacks = {
      onBatchEnd: ({ epoch, batch, stop }) => {
        if (epoch === 2 && batch === 2) stop();
      },
    };
    const history = await trainer.fit(loader(), { epochs: 5, callbacks: [recorder(told), stopper] });
    expect(history.map(({ epoch }) => epoch)).toEqual([1]);
    expect(told.slice(-3)).toEqual(["train 1/3 4", "train 2/3 8", "end with 1"]);
    expect(memoryStats().scopes).toBe(scopes);
  });

  it("stop a fit at the end of an epoch, or in its validation", async () => {
    const { trainer, loader, ordered } = setUp();
    const atEnd: Callbacks = { onEpochEnd: ({ epoch, stop }) => (epoch === 2 ? stop() : undefined) };
    expect(await trainer.fit(loader(), { epochs: 5, callbacks: [atEnd] })).toHaveLength(2);
    const inside: Callbacks = { onEvaluationBatchEnd: ({ stop }) => stop() };
    expect(await trainer.fit(loader(), { epochs: 5, validationLoader: ordered(), callbacks: [inside] })).toHaveLength(
      0,
    );
  });
});

describe("interruption", () => {
  it("ends a fit with the complete epochs, and makes evaluate and predict throw", async () => {
    const { trainer, loader, ordered } = setUp();
    const controller = new AbortController();
    const callbacks: Callbacks[] = [{ onEpochEnd: ({ epoch }) => (epoch === 3 ? controller.abort() : undefined) }];
    expect(await trainer.fit(loader(), { epochs: 9, signal: controller.signal, callbacks })).toHaveLength(3);
    await expect(trainer.evaluate(ordered(), { signal: controller.signal })).rejects.toThrow("aborted");
    await expect(trainer.predict(ordered(), { signal: controller.signal })).rejects.toThrow("aborted");
  });

  it("lets the event loop turn, so that a signal or a click gets through", async () => {
    let now = 0;
    const { trainer, loader } = setUp({ clock: () => (now += 30) });
    const controller = new AbortController();
    setTimeout(() => controller.abort());
    expect((await trainer.fit(loader(), { epochs: 1000, signal: controller.signal })).length).toBeLessThan(1000);
  });
});
