// DataLoader, against passes printed by torch 2.15.0: orders, what the draws leave of the generator, and the scopes.

import { Generator, manualSeed, memoryStats, ones, randint, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, it, vi } from "vitest";
import { DataLoader } from "./dataloader.js";
import { Subset, TensorDataset } from "./dataset.js";
import { SequentialSampler } from "./sampler.js";
import { SyntheticShapes } from "./synthetic.js";

const numbers = (length: number) => ({ length, get: (index: number) => index });
const later = (length: number) => ({ length, get: async (index: number) => index });
const pass = (loader: Iterable<Tensor>) => Array.from(loader, (batch) => batch.toArray());
const seeded = (seed: number) => new Generator({ seed });
const draws = (count: number, generator?: Generator) =>
  randint(0, 1000, [count], generator === undefined ? {} : { generator }).toArray();

describe("PyTorch's order", () => {
  it("shuffles from the default generator, anew at each pass, and leaves it as PyTorch does", () => {
    manualSeed(123);
    const loader = new DataLoader(numbers(5), { shuffle: true, batchSize: 2 });
    expect([pass(loader), pass(loader), pass(loader)]).toEqual([
      [[3, 1], [0, 2], [4]],
      [[0, 2], [3, 1], [4]],
      [[1, 3], [4, 2], [0]],
    ]);
    expect(draws(3)).toEqual([166, 721, 312]);
  });

  it("draws a seed without shuffle too", () => {
    manualSeed(123);
    expect(pass(new DataLoader(numbers(5), { batchSize: 2 }))).toEqual([[0, 1], [2, 3], [4]]);
    expect(draws(3)).toEqual([102, 610, 580]);
  });

  it("takes all from a generator that was given", () => {
    const generator = seeded(9);
    const loader = new DataLoader(numbers(6), { shuffle: true, batchSize: 3, generator });
    expect([pass(loader), pass(loader), pass(loader)]).toEqual([
      [
        [0, 3, 4],
        [5, 1, 2],
      ],
      [
        [4, 1, 2],
        [3, 5, 0],
      ],
      [
        [4, 3, 2],
        [5, 0, 1],
      ],
    ]);
    expect(draws(3, generator)).toEqual([366, 88, 785]);
  });

  it("draws at the same moments: the seed at the start, the order at the first batch", () => {
    const generator = seeded(9);
    const loop = new DataLoader(numbers(6), { shuffle: true, batchSize: 3, generator })[Symbol.iterator]();
    expect(draws(1, generator)).toEqual([974]);
    loop.next();
    loop.next();
    expect(draws(1, generator)).toEqual([493]);
    loop.return?.();
  });

  it("leaves the smaller last batch out where asked", () => {
    const generator = seeded(9);
    const loader = new DataLoader(numbers(7), { shuffle: true, batchSize: 3, dropLast: true, generator });
    expect([loader.length, pass(loader), pass(loader)]).toEqual([
      2,
      [
        [5, 6, 4],
        [3, 0, 2],
      ],
      [
        [1, 4, 3],
        [0, 5, 2],
      ],
    ]);
    expect(draws(3, generator)).toEqual([384, 645, 702]);
  });

  it("is the same by for await, over a dataset that answers later too", async () => {
    for (const dataset of [numbers(10), later(10)]) {
      manualSeed(0);
      const seen: unknown[] = [];
      for await (const batch of new DataLoader(dataset, { shuffle: true, batchSize: 10 })) seen.push(batch.toArray());
      expect(seen).toEqual([[6, 7, 1, 4, 2, 0, 9, 8, 3, 5]]);
    }
  });
});

describe("batches", () => {
  it("are collated tensors; a dataset's own getBatch gives the same", () => {
    const pictures = new SyntheticShapes({ length: 30 });
    const slow = { length: 30, get: (index: number) => pictures.get(index) };
    const options = { batchSize: 7, generator: seeded(1) } as const;
    const fast = [...new DataLoader(new Subset(pictures, [3, 14, 15, 9, 26]), options)].length;
    expect(fast).toBe(1);
    const read = (loader: Iterable<[Tensor, Tensor]>) =>
      Array.from(loader, ([x, y]) => [x.shape, x.dtype, x.toTypedArray(), y.shape, y.dtype, y.toTypedArray()]);
    expect(read(new DataLoader(pictures, options))).toEqual(read(new DataLoader(slow, options)));
  });

  it("are what collate makes, and getBatch stands aside for it", () => {
    const getBatch = vi.fn(() => tensor([0]));
    const loader = new DataLoader(
      { ...numbers(3), getBatch },
      { batchSize: 2, collate: (samples) => samples.join("-") },
    );
    expect([...loader]).toEqual(["0-1", "2"]);
    expect(getBatch).not.toHaveBeenCalled();
  });

  it("follow a sampler or a batch sampler", () => {
    const backwards = { length: 3, [Symbol.iterator]: () => [2, 1, 0][Symbol.iterator]() };
    expect(pass(new DataLoader(numbers(3), { sampler: backwards, batchSize: 2 }))).toEqual([[2, 1], [0]]);
    const loader = new DataLoader(numbers(4), { batchSampler: Object.assign([[3], [0, 2]]) });
    expect([loader.length, loader.batchSize, pass(loader)]).toEqual([2, null, [[3], [0, 2]]]);
  });
});

describe("step scopes", () => {
  const big = () => new TensorDataset(ones(8, 1000).keep());

  it("free what a step made, at the next step and at the end", () => {
    const dataset = big();
    const before = memoryStats();
    const losses: Tensor[] = [];
    const inside: number[] = [];
    let last: Tensor | null = null;
    for (const [x] of new DataLoader(dataset, { batchSize: 2 })) {
      inside.push(memoryStats().bytes - before.bytes);
      losses.push(x.mul(2).sum());
      last = x;
    }
    expect(new Set(inside).size).toBe(1);
    expect(memoryStats()).toEqual(before);
    expect(losses.map((loss) => loss.item())).toEqual([4000, 4000, 4000, 4000]);
    expect(() => (last as Tensor).sum()).toThrowErrorMatchingInlineSnapshot(
      `[FreedTensorError: this tensor, made by cat, was freed when its step ended; call .keep() or .item() inside the step]`,
    );
    dataset.tensors[0].dispose();
  });

  it("close on break, on an error in the body, and on one in the dataset", async () => {
    const dataset = big();
    const before = memoryStats();
    for (const _ of new DataLoader(dataset)) break;
    expect(() => {
      for (const _ of new DataLoader(dataset)) throw new Error("in the body");
    }).toThrow("in the body");
    for await (const _ of new DataLoader(dataset)) break;
    const broken = {
      length: 2,
      get: (index: number): number => {
        throw new Error(`sample ${index}`);
      },
    };
    expect(() => [...new DataLoader(broken)]).toThrow("sample 0");
    const rejecting = { length: 2, get: (index: number) => Promise.reject<number>(new Error(`sample ${index}`)) };
    await expect(async () => {
      for await (const _ of new DataLoader(rejecting)) expect.unreachable();
    }).rejects.toThrow("sample 0");
    expect(memoryStats()).toEqual(before);
    dataset.tensors[0].dispose();
  });

  it("free the samples that an asynchronous dataset made", async () => {
    const dataset = { length: 6, get: async (index: number) => ones(1000).mul(index) };
    const before = memoryStats();
    let sum = 0;
    for await (const x of new DataLoader(dataset, { batchSize: 2 })) sum += x.sum().item();
    expect(sum).toBe(15_000);
    expect(memoryStats()).toEqual(before);
  });

  it("nest", () => {
    const { scopes } = memoryStats();
    const counts: number[] = [];
    for (const _ of new DataLoader(numbers(2))) counts.push([...new DataLoader(numbers(3))].length);
    expect(counts).toEqual([3, 3]);
    expect(memoryStats().scopes).toBe(scopes);
  });

  it("serve overlapping calls of an asynchronous loop one after another", async () => {
    const { scopes } = memoryStats();
    const loop = new DataLoader(later(3))[Symbol.asyncIterator]();
    const results = await Promise.all([loop.next(), loop.next(), loop.next(), loop.next()]);
    expect(results.map(({ done }) => done)).toEqual([false, false, false, true]);
    expect(memoryStats().scopes).toBe(scopes);
  });
});

describe("errors", () => {
  it("are PyTorch's where options exclude each other", () => {
    const sampler = new SequentialSampler([1]);
    expect(() => new DataLoader(numbers(1), { sampler, shuffle: true })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: DataLoader: sampler option is mutually exclusive with shuffle]`,
    );
    expect(() => new DataLoader(numbers(1), { batchSampler: [[0]], batchSize: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: DataLoader: batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast]`,
    );
    expect(() => new DataLoader(numbers(1), { batchSize: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: BatchSampler: batchSize should be a positive integer value, but got batchSize=0]`,
    );
    expect(() => new DataLoader(numbers(0), { shuffle: true })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RandomSampler: numSamples should be a positive integer value, but got numSamples=0; the dataset is empty]`,
    );
  });

  it("an asynchronous dataset is not for for … of: neither its type nor at run time", () => {
    const { scopes } = memoryStats();
    const loader = new DataLoader(later(2));
    // @ts-expect-error the loader of an asynchronous dataset is no Iterable
    expect(() => [...loader]).toThrowErrorMatchingInlineSnapshot(
      `[BernoulliError: DataLoader: the dataset is asynchronous (its get() returned a promise); iterate with \`for await (… of loader)\`]`,
    );
    expect(memoryStats().scopes).toBe(scopes);
  });
});
