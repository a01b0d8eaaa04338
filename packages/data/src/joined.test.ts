// Datasets of several others, of arrays, and of the characters of a text.

import { manualSeed, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  CharacterDataset,
  ConcatDataset,
  DataLoader,
  randomSplit,
  type Samples,
  StackDataset,
  Subset,
  SubsetRandomSampler,
  WeightedRandomSampler,
} from "./index.js";

const said = (call: () => unknown): string => {
  try {
    return String(call());
  } catch (error) {
    return (error as Error).message;
  }
};

describe("an array", () => {
  it("is a dataset of its elements", () => {
    const loader = new DataLoader([1, 2, 3], { batchSize: 2 });
    expect([...loader].map((batch) => batch.toArray())).toEqual([[1, 2], [3]]);
    const pairs: [Tensor, string][] = [
      [tensor([1, 2]), "a"],
      [tensor([3, 4]), "b"],
    ];
    const [[x, names]] = [...new DataLoader(pairs, { batchSize: 2 })] as [[Tensor, string[]]];
    expect([x.toArray(), names]).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      ["a", "b"],
    ]);
    const named = [...new DataLoader([{ x: 1, y: true }], { batchSize: 1 })];
    expect(named.map(({ x, y }) => [x.toArray(), y.toArray()])).toEqual([[[1], [true]]]);
    expectTypeOf(named).toEqualTypeOf<{ x: Tensor; y: Tensor }[]>();
  });

  it("is shuffled, split and taken apart as any", () => {
    const squares = Array.from({ length: 10 }, (_, index) => index * index);
    const order = (dataset: Samples<number>) => {
      manualSeed(2);
      return [...new DataLoader(new Subset(dataset, [...Array(10).keys()]), { shuffle: true })].map((batch) =>
        batch.item(),
      );
    };
    expect(order(squares)).toEqual(order({ length: 10, get: (index: number) => index * index }));
    expect(new Subset(squares, [3, 1]).get(0)).toBe(9);
    const parts = randomSplit(squares, [0.5, 0.5]);
    expect(parts.flatMap((part) => part.indices.map((_, at) => part.get(at))).sort((a, b) => a - b)).toEqual(squares);
    expect(said(() => new DataLoader([], { shuffle: true }))).toContain("the dataset is empty");
    expect(said(() => new DataLoader([1], { sampler: [1] as never })[Symbol.iterator]().next())).toBe(
      "DataLoader: index 1 is out of range: expected an integer from 0 to 0",
    );
  });
});

describe("ConcatDataset", () => {
  it("goes from one to the next, past those that are empty", () => {
    const all = new ConcatDataset([[1, 2], [], { length: 2, get: (index: number) => 10 * index }]);
    expect([all.length, all.cumulativeSizes]).toEqual([4, [2, 2, 4]]);
    expect([0, 1, 2, 3].map((index) => all.get(index))).toEqual([1, 2, 0, 10]);
    expect([...new DataLoader(all, { batchSize: 3 })].map((batch) => batch.toArray())).toEqual([[1, 2, 0], [10]]);
    expect([said(() => all.get(4)), said(() => all.get(-1)), said(() => new ConcatDataset([]))]).toMatchInlineSnapshot(`
      [
        "ConcatDataset: index 4 is out of range: expected an integer from 0 to 3",
        "ConcatDataset: index -1 is out of range: expected an integer from 0 to 3",
        "ConcatDataset: datasets should not be an empty iterable",
      ]
    `);
  });
});

describe("StackDataset", () => {
  it("takes tensors, one alone too", () => {
    const rows = tensor([
      [1, 2],
      [3, 4],
    ]);
    const [row] = new StackDataset(rows).get(1);
    expect(row.toArray()).toEqual([3, 4]);
    const [first, letter] = new StackDataset(rows, ["a", "b"]).get(0);
    expect([first.toArray(), letter]).toEqual([[1, 2], "a"]);
    expect(new StackDataset({ rows }).get(1).rows.toArray()).toEqual([3, 4]);
    expect(new ConcatDataset<Tensor>([rows, rows]).get(3).toArray()).toEqual([3, 4]);
  });

  it("has a sample of each, in an array or by name", () => {
    const letters = ["a", "b", "c"];
    const stacked = new StackDataset([1, 2, 3], letters);
    expect(stacked.get(2)).toEqual([3, "c"]);
    expectTypeOf(new StackDataset([1, 2, 3] as number[], letters).get(0)).toEqualTypeOf<[number, string]>();
    const named = new StackDataset({ x: [1, 2, 3] as number[], y: letters });
    expectTypeOf(named.get(0)).toEqualTypeOf<{ x: number; y: string }>();
    const [batch] = [...new DataLoader(named, { batchSize: 3 })];
    expect([batch!.x.toArray(), batch!.y]).toEqual([[1, 2, 3], letters]);
    expect([said(() => new StackDataset([1], letters)), said(() => new StackDataset({}))]).toMatchInlineSnapshot(`
      [
        "StackDataset: Size mismatch between datasets: their lengths are 1, 3",
        "StackDataset: At least one dataset should be passed",
      ]
    `);
  });
});

describe("CharacterDataset", () => {
  it("has as many windows as there are places with a next character, and their characters", () => {
    const text = "To be, or not to be: 🙂";
    const dataset = new CharacterDataset(text, { blockSize: 4 });
    const characters = [...text];
    expect(dataset.length).toBe(characters.length - 4);
    for (let index = 0; index < dataset.length; index++) {
      const [x, y] = dataset.get(index);
      expect(dataset.decode(x)).toBe(characters.slice(index, index + 4).join(""));
      expect(dataset.decode(y)).toBe(characters.slice(index + 1, index + 5).join(""));
    }
    expect(dataset.decode(dataset.encode(text))).toBe(text);
    const [[x, y]] = [...new DataLoader(dataset, { batchSize: 3 })] as [[Tensor, Tensor]];
    expect([x.shape, y.shape, x.dtype]).toEqual([[3, 4], [3, 4], "int32"]);
    const { vocabulary } = dataset;
    expect(new CharacterDataset("be or", { blockSize: 2, vocabulary }).encode("b")).toEqual(dataset.encode("b"));
  });

  it("says what it lacks", () => {
    expect([
      said(() => new CharacterDataset("ab", { blockSize: 2 })),
      said(() => new CharacterDataset("abc", { blockSize: 0 })),
      said(() => new CharacterDataset("abc", { blockSize: 1, vocabulary: ["a", "b"] })),
      said(() => new CharacterDataset("aaa", { blockSize: 1, vocabulary: ["a", "a"] })),
      said(() => new CharacterDataset("abc", { blockSize: 1 }).decode([3])),
      said(() => new CharacterDataset(3 as never, { blockSize: 1 })),
    ]).toMatchInlineSnapshot(`
      [
        "CharacterDataset: a window is 2 characters and the one behind them, but the text has 2",
        "CharacterDataset: blockSize must be a positive integer, but got 0",
        "CharacterDataset: the vocabulary has no "c"",
        "CharacterDataset: the vocabulary has a character twice",
        "CharacterDataset: 3 is none of the 3 characters of the vocabulary",
        "CharacterDataset: text must be a string, but got 3",
      ]
    `);
  });
});

it("samplers say what they cannot draw", () => {
  expect([
    said(() => new WeightedRandomSampler([1, 2], 0)),
    said(() => new WeightedRandomSampler(tensor([[1]]), 1)),
    said(() => [...new WeightedRandomSampler([1, 2], 3, { replacement: false })]),
    said(() => [...new WeightedRandomSampler([1, -2], 1)]),
    said(() => new SubsetRandomSampler("abc" as never)),
  ]).toMatchInlineSnapshot(`
    [
      "WeightedRandomSampler: numSamples should be a positive integer value, but got numSamples=0",
      "WeightedRandomSampler: weights should be a 1d sequence but given weights have shape [1, 1]",
      "multinomial: cannot sample n_sample > prob_dist.size(-1) samples without replacement: 3 of 2; give { replacement: true }",
      "multinomial: probability tensor contains either \`inf\`, \`nan\` or element < 0",
      "SubsetRandomSampler: indices must be an array of numbers, but got "abc"",
    ]
  `);
  expect(new WeightedRandomSampler(tensor([1, 0]), 3).length).toBe(3);
});
