// Datasets that can only be gone through: their batches at once and in time, passes, ends, leaves and mistakes.

import { memoryStats, ones, type Tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { ChainDataset, DataLoader, enumerate, IterableDataset } from "./index.js";

class Numbers extends IterableDataset<number> {
  left = 0;
  readonly end: number;
  constructor(end: number) {
    super();
    this.end = end;
  }
  *[Symbol.iterator]() {
    try {
      for (let at = 0; at < this.end; at++) yield at;
    } finally {
      this.left++;
    }
  }
}
const lists = (loader: Iterable<Tensor>) => Array.from(loader, (batch) => batch.toArray());
async function* slowly(end: number) {
  for (let at = 0; at < end; at++) {
    await new Promise((resolve) => setImmediate(resolve));
    yield at;
  }
}

describe("a loader over what can only be gone through", () => {
  it("cuts it into batches, anew at each pass", () => {
    const loader = new DataLoader(new Numbers(5), { batchSize: 2 });
    expectTypeOf(loader).toExtend<Iterable<Tensor>>();
    expect([lists(loader), lists(loader)]).toEqual(Array(2).fill([[0, 1], [2, 3], [4]]));
    expect(lists(new DataLoader(new Numbers(5), { batchSize: 2, dropLast: true }))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(lists(new DataLoader(new Numbers(4), { batchSize: 2 }))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(lists(new DataLoader(new Numbers(0)))).toEqual([]);
    expect([...enumerate(new DataLoader(new Set([3, 4])), 1)].map(([at, x]) => [at, x.item()])).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("asks no further than needed, and lets a generator that is left run its finally, once", () => {
    const numbers = new Numbers(Number.POSITIVE_INFINITY);
    for (const batch of new DataLoader(numbers, { batchSize: 3 })) if (batch.min().item() === 6) break;
    expect(numbers.left).toBe(1);
    const whole = new Numbers(3);
    lists(new DataLoader(whole));
    expect(whole.left).toBe(1);
  });

  it("goes by for await through what comes in time, and through what is there", async () => {
    const seen: unknown[] = [];
    const loader = new DataLoader({ [Symbol.asyncIterator]: () => slowly(5) }, { batchSize: 2 });
    expect(thrown(() => [...(loader as unknown as Iterable<Tensor>)])).toContain("for await");
    for await (const batch of loader) seen.push(batch.toArray());
    for await (const batch of new DataLoader(new Numbers(3), { batchSize: 2 })) seen.push(batch.toArray());
    expect(seen).toEqual([[0, 1], [2, 3], [4], [0, 1], [2]]);
  });

  it("frees what a step made", () => {
    const before = memoryStats();
    const wide = function* () {
      for (let at = 0; at < 6; at++) yield ones(1000).mul(at);
    };
    const sums: number[] = [];
    for (const batch of new DataLoader({ [Symbol.iterator]: wide }, { batchSize: 4 })) sums.push(batch.sum().item());
    expect(sums).toEqual([6000, 9000]);
    expect(memoryStats()).toEqual(before);
  });

  it("hands on what it throws, and is over then", () => {
    const failing = function* () {
      yield 1;
      throw new RangeError("the file ends here");
    };
    const loop = new DataLoader({ [Symbol.iterator]: failing })[Symbol.iterator]();
    expect(loop.next().value?.item()).toBe(1);
    expect(thrown(() => loop.next())).toBe("RangeError: the file ends here");
    expect(loop.next().done).toBe(true);
  });

  it("knows how long it is where that is said", () => {
    const sized = { length: 5, [Symbol.iterator]: () => [1, 2, 3, 4, 5][Symbol.iterator]() };
    expect(new DataLoader(sized, { batchSize: 2 }).length).toBe(3);
    expect(new DataLoader(sized, { batchSize: 2, dropLast: true }).length).toBe(2);
  });

  it("refuses an order of its own, and other mistakes", () => {
    const refused = [
      () => new DataLoader(new Numbers(3), { shuffle: true }),
      () => new DataLoader(new Numbers(3), { sampler: [1] }),
      () => new DataLoader(new Numbers(3), { batchSampler: [[1]] }),
      () => new DataLoader(new Numbers(3), { batchSize: 0 }),
      () => new DataLoader(new Numbers(3)).length,
      () => new DataLoader("abc" as never),
      () => new ChainDataset([new Numbers(2), 3 as never]),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ArgumentError: DataLoader: DataLoader with IterableDataset: expected unspecified shuffle option; the dataset says itself in which order its samples come",
        "ArgumentError: DataLoader: DataLoader with IterableDataset: expected unspecified sampler option; the dataset says itself in which order its samples come",
        "ArgumentError: DataLoader: DataLoader with IterableDataset: expected unspecified batchSampler option; the dataset says itself in which order its samples come",
        "ArgumentError: BatchSampler: batchSize should be a positive integer value, but got batchSize=0",
        "ArgumentError: DataLoader: the dataset can only be gone through, and so has no length; count its batches",
        "ArgumentError: DataLoader: dataset must be an object, but got "abc"",
        "ArgumentError: ChainDataset: ChainDataset only supports IterableDataset, but datasets[1] is 3; chain what is read by number with ConcatDataset",
      ]
    `);
  });
});

it("ChainDataset goes through one behind the other", () => {
  const chain = new ChainDataset([new Numbers(2), new Set([9]), new Numbers(1)]);
  expect([[...chain], [...chain]]).toEqual(Array(2).fill([0, 1, 9, 0]));
  expect(lists(new DataLoader(chain, { batchSize: 3 }))).toEqual([[0, 1, 9], [0]]);
});
