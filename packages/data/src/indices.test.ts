// What every data set says to numbers that are none of its samples, asked for one by one and in a batch.

import { defaultGenerator, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { CSVDataset } from "./csv.js";
import {
  CharacterDataset,
  ColorJitter,
  Compose,
  ConcatDataset,
  type Dataset,
  FakeData,
  ImageDataset,
  type ImageDatasetTransforms,
  RandomHorizontalFlip,
  StackDataset,
  Subset,
  SyntheticShapes,
  TensorDataset,
  ToTensor,
  WordDataset,
} from "./index.js";

const images = (transforms: ImageDatasetTransforms = {}) =>
  new ImageDataset(
    { images: new Uint8Array(24), labels: Int32Array.of(0, 1), imageShape: [3, 2, 2], classes: ["a", "b"] },
    transforms,
  );
const table = "a,b\n1,2\n3,4\n";

/** Each of two samples, but for those of texts. */
const datasets: Readonly<Record<string, Dataset>> = {
  "images as they are": images(),
  "images that are moved": images({ transform: new Compose([new RandomHorizontalFlip(), new ToTensor()]) }),
  "images whose colours change": images({ transform: new ColorJitter(0.4) }),
  "images by a function": images({ transform: (image: Tensor) => image.add(1) }),
  "images with other labels": images({ targetTransform: (label: Tensor) => label.add(1) }),
  "a table with a target": new CSVDataset(table, { target: "b" }),
  "a table with a label": new CSVDataset(table, { label: "b" }),
  "rows of tensors": new TensorDataset(zeros(2, 3), zeros(2)),
  "a part of images": new Subset(images(), [1, 0]),
  "a part of a list": new Subset([1, 2, 3], [1, 0]),
  "a part of a part": new Subset(new Subset(images(), [1, 0]), [1, 0]),
  "no part of images": new Subset(images(), []),
  "lists one behind the other": new ConcatDataset([[1], [2]]),
  "lists beside each other": new StackDataset([1, 2], zeros(2)),
  noise: new FakeData({ size: 2, imageSize: [3, 2, 2] }),
  "drawn shapes": new SyntheticShapes({ length: 2 }),
  characters: new CharacterDataset("abcd", { blockSize: 2 }),
  words: new WordDataset("a b a b", { blockSize: 2 }),
};

const noIndex: readonly unknown[] = [
  -1,
  2,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "0",
  null,
  undefined,
  0n,
  [0],
  tensor(0),
];
const holed = Object.assign(new Array<number>(2), { 1: 0 });
const noIndices: readonly unknown[] = [
  undefined,
  null,
  0,
  "01",
  new Set([0]),
  Int32Array.of(0),
  tensor([0]),
  holed,
  [[0]],
  ["0"],
];

describe.each(Object.entries(datasets))("%s", (_, dataset) => {
  it("have no sample of another number", () => {
    for (const index of [...noIndex, ...(dataset.length === 0 ? [0] : [])])
      expect(thrown(() => dataset.get(index as number))).toMatch(
        /^IndexError: \w+: index .+ is out of range: (expected an integer from 0 to 1|there are no samples)$/,
      );
  });

  const { getBatch } = dataset;
  if (getBatch === undefined) return;
  const batch = (indices: unknown) => thrown(() => getBatch.call(dataset, indices as number[]));

  it("make no batch of what are no numbers, nor of none", () => {
    for (const indices of noIndices)
      expect(batch(indices)).toMatch(/^ArgumentError: \w+\.getBatch: indices must be an array of numbers, but got /);
    expect(batch([])).toMatch(
      /^ShapeError: \w+\.getBatch: expected the numbers of one or more samples, got an empty list$/,
    );
  });

  it("make no batch with another number in it", () => {
    for (const index of noIndex.filter((each) => typeof each === "number"))
      expect(batch([0, index])).toMatch(/^IndexError: \w+: index .+ is out of range: /);
  });
});

it("a batch that is refused draws nothing", () => {
  const before = defaultGenerator().getState();
  const moved = datasets["images whose colours change"]!;
  expect(thrown(() => moved.getBatch!([0, 2]))).toContain("index 2 is out of range");
  expect(defaultGenerator().getState()).toEqual(before);
});
