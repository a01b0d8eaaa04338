// enumerate over what is there at once and what comes bit by bit, and loaders of arrays and tensors.

import { IndexError, memoryStats, ones, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import { DataLoader, enumerate, randomSplit, Subset } from "./index.js";

describe("enumerate", () => {
  it("numbers arrays, sets and what a generator gives", () => {
    expect([...enumerate(["a", "b"])]).toEqual([
      [0, "a"],
      [1, "b"],
    ]);
    expect([...enumerate(new Set([5]), 3)]).toEqual([[3, 5]]);
    const twice = enumerate([1, 2]);
    expect([...twice]).toEqual([...twice]);
  });

  it("lets a loop that is left end the one inside", () => {
    let left = false;
    function* numbers() {
      try {
        yield 1;
        yield 2;
      } finally {
        left = true;
      }
    }
    for (const [at] of enumerate(numbers())) if (at === 0) break;
    expect(left).toBe(true);
  });

  it("numbers what comes later", async () => {
    async function* letters() {
      yield "a";
      yield "b";
    }
    const found: [number, string][] = [];
    for await (const pair of enumerate(letters(), 1)) found.push(pair);
    expect(found).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  });

  const later = { length: 5, get: async (index: number) => tensor([index, 1]) };

  it("keeps the steps of loaders, of both kinds", async () => {
    const before = memoryStats();
    let step: Tensor | null = null;
    const inStep = (batch: Tensor) => {
      // What the step before made is freed, in this loop as in one over the loader itself.
      if (step !== null) expect(() => step!.toArray()).toThrow("freed");
      step = batch.expand(1000, 2, 2).add(1);
    };
    for (const [i, batch] of enumerate(new DataLoader(ones(6, 2), 2))) {
      expect(batch.shape).toEqual([2, 2]);
      if (i < 3) inStep(batch);
    }
    step = null;
    const numbers: number[] = [];
    const loader = new DataLoader(later, { batchSize: 2, dropLast: true });
    for await (const [i, batch] of enumerate(loader, 7)) {
      inStep(batch);
      numbers.push(i);
    }
    expect(numbers).toEqual([7, 8]);
    // @ts-expect-error an asynchronous loader: for await only
    expect(() => [...enumerate(loader)]).toThrow("iterate with `for await");
    expect(memoryStats().scopes).toBe(before.scopes);
  });

  it("refuses what is not iterable", () => {
    const text = (value: unknown) => {
      try {
        return String(enumerate(value as never));
      } catch (error) {
        return String(error);
      }
    };
    expect([text(5), text(null), text({})]).toMatchInlineSnapshot(`
      [
        "ArgumentError: enumerate: items must be iterable, but got 5",
        "ArgumentError: enumerate: items must be iterable, but got null",
        "ArgumentError: enumerate: items must be iterable, but got an object",
      ]
    `);
    expect(() => enumerate([], "1" as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: enumerate: start must be a number, but got "1"]`,
    );
  });
});

describe("a list as a data set", () => {
  const pairs: [Tensor, number][] = [
    [ones(2), 3],
    [ones(2).mul(2), 4],
    [ones(2).mul(3), 5],
  ];

  it("is read by loaders, options in order", () => {
    const loader = new DataLoader(pairs, 2, false);
    expect(loader.length).toBe(2);
    expect(loader.dataset).toBe(pairs);
    const [first] = [...loader];
    expectTypeOf(first!).toEqualTypeOf<[Tensor, Tensor]>();
    expect(first!.map((part) => part.toArray())).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
      [3, 4],
    ]);
    pairs.push([ones(2), 6]);
    expect(loader.length).toBe(2);
    pairs.push([ones(2), 7]);
    expect([...loader].map(([, labels]) => labels.toArray())).toEqual([[3, 4], [5, 6], [7]]);
    pairs.length = 3;
  });

  it("is split and cut as any other", () => {
    const [train, rest] = randomSplit([10, 20, 30, 40], [3, 1]);
    expect([train.length, rest.length]).toEqual([3, 1]);
    expect([...train.indices, ...rest.indices].sort()).toEqual([0, 1, 2, 3]);
    expect(new Subset(["a", "b"], [1]).get(0)).toBe("b");
    expect(() => new Subset(["a", "b"], [2])).toThrow(IndexError);
  });

  it("may be a tensor, of rows", () => {
    const [batch] = [...new DataLoader(tensor([1, 2, 3]), { batchSize: 2, pinMemory: true, numWorkers: 2 })];
    expectTypeOf(batch!).toEqualTypeOf<Tensor>();
    expect(batch!.toArray()).toEqual([1, 2]);
  });

  it("is told apart from what is none", () => {
    const wrong = (value: unknown) => {
      try {
        return String(new DataLoader(value as never));
      } catch (error) {
        return String(error);
      }
    };
    expect([wrong(5), wrong({ length: 2 }), wrong("ab"), wrong(null)]).toMatchInlineSnapshot(`
      [
        "ArgumentError: DataLoader: dataset must be an object, but got 5",
        "ArgumentError: DataLoader: dataset.get must be a function, but got undefined",
        "ArgumentError: DataLoader: dataset must be an object, but got "ab"",
        "ArgumentError: DataLoader: dataset must be an object, but got null",
      ]
    `);
    const collate = (samples: number[]) => samples.length;
    expect([...new DataLoader([1, 2, 3], { batchSize: 2, collateFn: collate })]).toEqual([2, 1]);
    expect(() => new DataLoader([1], { collate, collateFn: collate })).toThrow("collate and collateFn say the same");
  });
});
