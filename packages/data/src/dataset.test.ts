// TensorDataset, Subset and randomSplit, against orders printed by torch 2.15.0.

import { Generator, manualSeed, ones, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { type Dataset, randomSplit, Subset, TensorDataset } from "./dataset.js";

const numbers = (length: number) => ({ length, get: (index: number) => index });

describe("TensorDataset", () => {
  it("gives row i of each tensor", () => {
    const dataset = new TensorDataset(
      tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      tensor([7, 8, 9], { dtype: "int32" }),
    );
    expect(dataset.length).toBe(3);
    const [x, y] = dataset.get(2);
    expect(x.toArray()).toEqual([5, 6]);
    expect([y.shape, y.dtype, y.item()]).toEqual([[], "int32", 9]);
  });

  it("refuses tensors of different lengths, none, 0-d ones, and indices out of range", () => {
    expect(() => new TensorDataset(zeros(3, 2), ones(2))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: TensorDataset: size mismatch between tensors: expected one or more tensors of equal first dimension, got shapes [3, 2], [2]]`,
    );
    expect(() => new TensorDataset()).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: TensorDataset: size mismatch between tensors: expected one or more tensors of equal first dimension, got shapes none]`,
    );
    expect(() => new TensorDataset(tensor(1))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: TensorDataset: size mismatch between tensors: expected one or more tensors of equal first dimension, got shapes []]`,
    );
    expect(() => new TensorDataset(zeros(3)).get(3)).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: TensorDataset: index 3 is out of range: expected an integer from 0 to 2]`,
    );
    expect(() => new TensorDataset(zeros(3)).get(-1)).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: TensorDataset: index -1 is out of range: expected an integer from 0 to 2]`,
    );
  });
});

describe("Subset", () => {
  it("gives the samples of its indices, nested too", () => {
    const outer = new Subset(numbers(10), [9, 7, 5]);
    const inner = new Subset(outer, [2, 0]);
    expect([inner.length, inner.get(0), inner.get(1)]).toEqual([2, 5, 9]);
    expect(inner.getBatch).toBeUndefined();
  });

  it("passes batches on with the dataset's own indices", () => {
    const getBatch = vi.fn((indices: readonly number[]) => tensor([...indices]));
    const subset = new Subset(new Subset({ ...numbers(10), getBatch }, [9, 7, 5]), [2, 0]);
    expect(subset.getBatch?.([1, 0]).toArray()).toEqual([9, 5]);
    expect(getBatch).toHaveBeenCalledExactlyOnceWith([9, 5]);
  });

  it("refuses indices out of range, at once and when read", () => {
    expect(() => new Subset(numbers(3), [0, 3])).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: Subset: index 3 is out of range: expected an integer from 0 to 2]`,
    );
    expect(() => new Subset(numbers(3), [0, 1]).get(2)).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: Subset: index 2 is out of range: expected an integer from 0 to 1]`,
    );
  });
});

describe("randomSplit", () => {
  it("gives PyTorch's parts by lengths and by fractions", () => {
    const [a, b] = randomSplit(numbers(10), [3, 7], { generator: new Generator({ seed: 42 }) });
    expect([a.indices, b.indices]).toEqual([
      [2, 6, 1],
      [8, 4, 5, 0, 9, 3, 7],
    ]);
    const thirds = randomSplit(numbers(11), [0.3, 0.3, 0.4], { generator: new Generator({ seed: 42 }) });
    expect(thirds.map((part) => part.indices)).toEqual([
      [6, 8, 9, 2],
      [1, 10, 0],
      [7, 3, 5, 4],
    ]);
  });

  it("draws from the default generator", () => {
    manualSeed(7);
    expect(randomSplit(numbers(6), [4, 2]).map((part) => part.indices)).toEqual([
      [3, 0, 1, 5],
      [2, 4],
    ]);
  });

  it("has as many parts as lengths, in its type too", () => {
    const parts = randomSplit(numbers(3), [1, 2]);
    expectTypeOf(parts).toEqualTypeOf<[Subset<number>, Subset<number>]>();
    expectTypeOf(parts[0].get(0)).toEqualTypeOf<number>();
    // @ts-expect-error there are two parts
    expect(parts[2]).toBeUndefined();
  });

  it("refuses lengths that do not add up", () => {
    expect(() => randomSplit(numbers(10), [3, 6])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: randomSplit: sum of input lengths does not equal the length of the input dataset: expected whole lengths that sum to 10, or fractions that sum to 1, got [3, 6]]`,
    );
    expect(() => randomSplit(numbers(10), [0.5, 0.6])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: randomSplit: sum of input lengths does not equal the length of the input dataset: expected whole lengths that sum to 10, or fractions that sum to 1, got [0.5, 0.6]]`,
    );
    expect(() => randomSplit(numbers(10), [2.5, 7.5])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: randomSplit: sum of input lengths does not equal the length of the input dataset: expected whole lengths that sum to 10, or fractions that sum to 1, got [2.5, 7.5]]`,
    );
    expect(() => randomSplit(numbers(10), [-0.5, 1.5])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: randomSplit: fraction at index 0 is not between 0 and 1: -0.5]`,
    );
  });
});

describe("Dataset", () => {
  it("types what getBatch gives by what get gives", () => {
    expectTypeOf<ReturnType<NonNullable<Dataset<[number, string]>["getBatch"]>>>().toExtend<
      readonly [unknown, string[]]
    >();
    expectTypeOf<ReturnType<NonNullable<Dataset<Promise<number>>["getBatch"]>>>().toExtend<Promise<unknown>>();
  });
});
