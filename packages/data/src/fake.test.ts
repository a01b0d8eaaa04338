// FakeData against torchvision's (family "transforms" of tooling/torch-fixtures), and what it refuses.

import { defaultGenerator } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { expect, it, test } from "vitest";
import { DataLoader, FakeData } from "./index.js";

test.each(loadFixtures("transforms").cases.filter(({ kind }) => kind === "fake"))("$name", (golden) => {
  const before = defaultGenerator().getState();
  const fake = new FakeData(golden["options"]);
  const samples = (golden["indices"] as number[]).map((index) => fake.get(index));
  const { data, shape } = golden["images"] as FixtureTensor;
  const bytes = samples.flatMap(([image]) => [...image.toTypedArray()]);
  expect(samples[0]![0].shape).toEqual(shape.slice(1));
  expect(bytes).toEqual([...data]);
  expect(samples.map(([, label]) => label.item())).toEqual(golden["labels"]);
  expect(defaultGenerator().getState()).toEqual(before);
});

it("makes batches, by position too, with transforms", () => {
  const fake = new FakeData(
    5,
    [1, 2, 3],
    4,
    (image) => image.to("float32"),
    (label) => label.add(10),
  );
  const [first] = [...new DataLoader(fake, { batchSize: 5 })];
  expect([first![0].shape, first![0].dtype]).toEqual([[5, 1, 2, 3], "float32"]);
  expect([...first![1].toTypedArray()].every((label) => label >= 10 && label < 14)).toBe(true);
});

it("refuses sizes that are none", () => {
  const refused = [
    () => new FakeData({ imageSize: [3, 0, 2] }),
    () => new FakeData({ numClasses: 0 }),
    () => new FakeData({ randomOffset: 0.5 }),
    () => new FakeData({ transform: 3 as never }),
    () => new FakeData(3).get(3),
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "ArgumentError: FakeData: imageSize must be (channels, height, width), each at least 1, but got [3, 0, 2]",
      "ArgumentError: FakeData: numClasses must be at least 1, but got 0",
      "ArgumentError: FakeData: randomOffset must be an integer, but got 0.5",
      "ArgumentError: FakeData: transform must be a function, but got 3",
      "IndexError: FakeData: index 3 is out of range: expected an integer from 0 to 2",
    ]
  `);
});
