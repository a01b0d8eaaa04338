// Samplers, against orders printed by torch 2.15.0.

import { Generator, manualSeed, memoryStats } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { BatchSampler, RandomSampler, SequentialSampler } from "./sampler.js";

const seeded = (seed: number) => new Generator({ seed });

describe("SequentialSampler", () => {
  it("counts, again at each pass, and follows a source that grows", () => {
    const source = [7, 7];
    const sampler = new SequentialSampler(source);
    expect([...sampler]).toEqual([0, 1]);
    source.push(7);
    expect([sampler.length, ...sampler]).toEqual([3, 0, 1, 2]);
  });
});

describe("RandomSampler", () => {
  it("gives PyTorch's order, with a generator and without", () => {
    expect([...new RandomSampler({ length: 10 }, { generator: seeded(0) })]).toEqual([4, 1, 7, 5, 3, 9, 0, 8, 6, 2]);
    expect([...new RandomSampler({ length: 5 }, { numSamples: 7, generator: seeded(5) })]).toEqual([
      1, 3, 0, 4, 2, 1, 3,
    ]);
  });

  it("gives PyTorch's draws with replacement", () => {
    const options = { replacement: true, numSamples: 40, generator: seeded(3) };
    expect([...new RandomSampler({ length: 10 }, options)]).toEqual([
      6, 8, 7, 7, 0, 0, 0, 5, 1, 9, 4, 1, 5, 9, 6, 9, 5, 4, 0, 4, 6, 9, 1, 6, 2, 8, 7, 4, 4, 0, 0, 1, 4, 3, 9, 2, 3, 0,
      2, 1,
    ]);
    manualSeed(3);
    expect([...new RandomSampler({ length: 10 }, { replacement: true, numSamples: 5 })]).toEqual([7, 8, 5, 1, 8]);
  });

  it("draws nothing before its first index is asked for, and keeps no memory", () => {
    const bytes = memoryStats().bytes;
    manualSeed(3);
    const sampler = new RandomSampler({ length: 10 }, { replacement: true, numSamples: 5 });
    manualSeed(3);
    expect([...sampler]).toEqual([7, 8, 5, 1, 8]);
    expect([...new RandomSampler({ length: 5000 })]).toHaveLength(5000);
    expect(memoryStats().bytes).toBe(bytes);
  });

  it("refuses an empty source and counts that are none", () => {
    expect(() => new RandomSampler([])).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RandomSampler: numSamples should be a positive integer value, but got numSamples=0; the dataset is empty]`,
    );
    expect(() => new RandomSampler([], { numSamples: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RandomSampler: numSamples should be a positive integer value, but got numSamples=2; the dataset is empty]`,
    );
    expect(() => new RandomSampler([1], { numSamples: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RandomSampler: numSamples should be a positive integer value, but got numSamples=0]`,
    );
    expect(() => new RandomSampler([1], { numSamples: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RandomSampler: numSamples should be a positive integer value, but got numSamples=1.5]`,
    );
  });
});

describe("BatchSampler", () => {
  const five = new SequentialSampler({ length: 5 });

  it("cuts into batches, the last smaller or left out", () => {
    const all = new BatchSampler(five, { batchSize: 2 });
    expect([all.length, ...all]).toEqual([3, [0, 1], [2, 3], [4]]);
    const whole = new BatchSampler(five, { batchSize: 2, dropLast: true });
    expect([whole.length, ...whole]).toEqual([2, [0, 1], [2, 3]]);
    expect([...new BatchSampler(five, { batchSize: 5 })]).toEqual([[0, 1, 2, 3, 4]]);
  });

  it("refuses sizes that are none", () => {
    expect(() => new BatchSampler(five, { batchSize: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: BatchSampler: batchSize should be a positive integer value, but got batchSize=0]`,
    );
    expect(() => new BatchSampler(five, { batchSize: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: BatchSampler: batchSize should be a positive integer value, but got batchSize=1.5]`,
    );
  });
});
