// Loaders in turn, abandoned, awaited in, and at once: right batches, nobody's tensors freed, memory as before.

import { compile, memoryStats, ones, scope, type Tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { DataLoader } from "./dataloader.js";

/** Samples of more than a kilobyte, all elements their index. */
const wide = (length: number) => ({ length, get: (index: number) => ones(1000).mul(index) });
const slow = (length: number) => ({
  length,
  async get(index: number): Promise<Tensor> {
    const early = ones(1000);
    await turn();
    return early.mul(index);
  },
});
const turn = () => new Promise((resolve) => setImmediate(resolve));
const first = (batch: Tensor) => batch.narrow(1, 0, 1).view(-1).toArray();

describe("for … of", () => {
  it("steps loaders in turn, of any lengths, as long as one has batches", () => {
    const before = memoryStats();
    const [a, b] = [new DataLoader(wide(6), { batchSize: 2 }), new DataLoader(wide(4))];
    const [left, right] = [a[Symbol.iterator](), b[Symbol.iterator]()];
    const seen: unknown[] = [];
    for (;;) {
      const [x, y] = [left.next(), right.next()];
      if (x.done !== true && y.done !== true) seen.push([first(x.value), first(y.value), x.value.sum().item()]);
      if (x.done === true && y.done === true) break;
    }
    expect(seen).toEqual([
      [[0, 1], [0], 1000],
      [[2, 3], [1], 5000],
      [[4, 5], [2], 9000],
    ]);
    expect(memoryStats()).toEqual(before);
  });

  it("lets a second loader be asked now and then, and its batch be used until it is asked again", () => {
    const other = new DataLoader(wide(4))[Symbol.iterator]();
    let current = other.next().value!;
    const seen: number[] = [];
    for (const x of new DataLoader(wide(6))) {
      if (seen.length % 2 === 1) current = other.next().value!;
      seen.push(x.add(current).mean().item());
    }
    expect(seen).toEqual([0, 2, 3, 5, 6, 8]);
    other.return?.();
  });

  it("gives the first batch of a loader that is never asked again", () => {
    const before = memoryStats();
    const sums: number[] = [];
    scope(() => {
      for (let at = 0; at < 20; at++) {
        const batch = new DataLoader(wide(6), { batchSize: 2 })[Symbol.iterator]().next().value!;
        for (const x of new DataLoader(wide(3))) sums.push(x.add(batch.select(0, 1)).mean().item());
        expect(first(batch)).toEqual([0, 1]);
      }
    });
    expect(sums.slice(-3)).toEqual([1, 2, 3]);
    expect(memoryStats()).toEqual(before);
  });

  it("goes on behind a scope, or a compiled step, that ended its step", () => {
    const before = memoryStats();
    const loop = new DataLoader(wide(5))[Symbol.iterator]();
    const step = compile(() => loop.next().value!.mean());
    const means = [
      scope(() => loop.next().value!.mean()),
      scope(() => loop.next().value!).mean(),
      scope(step),
      step(),
      loop.next().value!.mean(),
    ];
    expect(means.map((mean) => mean.item())).toEqual([0, 1, 2, 3, 4]);
    expect(loop.next().done).toBe(true);
    for (const mean of means) mean.dispose();
    expect(memoryStats().scopes).toBe(before.scopes);
  });

  it("takes awaits in its body, and what timers make in between", async () => {
    const made: Tensor[] = [];
    const timer = setInterval(() => made.push(ones(1000).mul(3)), 0);
    const kept: Tensor[] = [];
    try {
      for (const x of new DataLoader(wide(8))) {
        const early = x.mul(2);
        // Those that are queued already come before anything that the loop could queue.
        Promise.resolve().then(() => made.push(ones(1000).mul(3)));
        await turn();
        kept.push(early.add(x));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    } finally {
      clearInterval(timer);
    }
    expect(kept.map((one) => one.mean().item())).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
    expect(made.length).toBeGreaterThan(8);
    expect(new Set(made.map((one) => one.mean().item()))).toEqual(new Set([3]));
    expect(memoryStats().scopes).toBe(1);
  });
});

describe("for await", () => {
  it("ends a step's tensors with it, also where it awaits, but for what is made behind that", async () => {
    const steps: Tensor[][] = [];
    for await (const x of new DataLoader(wide(3))) {
      const early = x.mul(2);
      await turn();
      steps.push([x, early, early.mul(2)]);
    }
    expect(steps.map((step) => step.map(({ storage }) => storage.freed))).toEqual(
      new Array(3).fill([true, true, false]),
    );
  });

  it("without an await in its body leaves memory as it was, at each step", async () => {
    const before = memoryStats();
    const bytes = new Set<number>();
    for await (const x of new DataLoader(wide(6), { batchSize: 2 })) {
      x.mul(2);
      bytes.add(memoryStats().bytes);
    }
    expect(bytes.size).toBe(1);
    expect(memoryStats()).toEqual(before);
  });

  it("runs loops at once, over slow datasets too, beside timers and plain loops", async () => {
    const made: Tensor[] = [];
    const timer = setInterval(() => made.push(ones(1000)), 0);
    const loop = async (loader: AsyncIterable<Tensor>, awaits: boolean) => {
      const sums: number[] = [];
      for await (const x of loader) {
        const double = x.mul(2);
        if (awaits) await turn();
        sums.push(double.add(x).mean().item());
      }
      return sums;
    };
    const plain = async () => {
      const means: number[] = [];
      for (let at = 0; at < 30; at++) {
        const x = ones(1000).mul(at);
        await null;
        means.push(x.mean().item());
      }
      return means;
    };
    const wanted = [0, 3, 6, 9, 12, 15];
    const results = await Promise.all([
      loop(new DataLoader(wide(6)), false),
      plain(),
      loop(new DataLoader(slow(6)), true),
      loop(new DataLoader(wide(6)), true),
      plain(),
      loop(new DataLoader(slow(6)), false),
    ]);
    clearInterval(timer);
    const count = Array.from({ length: 30 }, (_, at) => at);
    expect(results).toEqual([wanted, count, wanted, wanted, count, wanted]);
    expect(made.every((one) => one.sum().item() === 1000)).toBe(true);
    expect(memoryStats().scopes).toBe(1);
  });

  it("may be left, broken and abandoned", async () => {
    for await (const x of new DataLoader(slow(3))) {
      expect(first(x)).toEqual([0]);
      break;
    }
    const abandoned = new DataLoader(slow(3))[Symbol.asyncIterator]();
    expect(first((await abandoned.next()).value!)).toEqual([0]);
    void new DataLoader(slow(3))[Symbol.asyncIterator]().next();
    await expect(async () => {
      for await (const _ of new DataLoader(slow(3))) throw new Error("in the body");
    }).rejects.toThrow("in the body");
    await turn();
    await turn();
    expect(memoryStats().scopes).toBe(1);
  });
});
