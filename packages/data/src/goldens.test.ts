// Loaders' orders, samplers and random splits against torch's (family "random" of tooling/torch-fixtures), and where they leave the
// generator that they drew from.

import { Generator, manualSeed, rand } from "@bernoulli/tensor";
import { loadFixtures } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { DataLoader, randomSplit, SubsetRandomSampler, WeightedRandomSampler } from "./index.js";

const { cases } = loadFixtures("random");
const indices = (length: number) => ({ length, get: (index: number) => index });

/** The generator of a case: its own, or the default one, seeded. */
function seed({ ownGenerator, seed: number }: (typeof cases)[number]): { generator?: Generator } {
  if (ownGenerator) return { generator: new Generator({ seed: number }) };
  manualSeed(number);
  return {};
}

test.each(cases.filter(({ kind }) => kind === "loader"))("$name", (golden) => {
  manualSeed(123);
  const generator = seed(golden);
  const { batchSize, dropLast, shuffle } = golden;
  const collate = (batch: readonly number[]) => [...batch];
  const loader = new DataLoader(indices(golden["count"]), { batchSize, dropLast, shuffle, collate, ...generator });
  expect([[...loader], [...loader]]).toEqual(golden["epochs"]);
  expect(rand(1, generator).item()).toBe(golden["nextRandom"]);
});

test.each(cases.filter(({ kind }) => kind === "split"))("$name", (golden) => {
  const generator = seed(golden);
  const parts = randomSplit(indices(golden["count"]), golden["lengths"], generator);
  expect(parts.map((part) => [...part.indices])).toEqual(golden["parts"]);
  expect(rand(1, generator).item()).toBe(golden["nextRandom"]);
});

const samplers: Readonly<Record<string, new (...given: any[]) => Iterable<number>>> = {
  SubsetRandomSampler,
  WeightedRandomSampler,
};

test.each(cases.filter(({ kind }) => kind === "sampler"))("$name", (golden) => {
  const generator = seed(golden);
  const sampler = new samplers[golden["sampler"]]!(...golden["arguments"], { ...golden["options"], ...generator });
  expect([[...sampler], [...sampler]]).toEqual(golden["passes"]);
  expect(rand(1, generator).item()).toBe(golden["nextRandom"]);
});
