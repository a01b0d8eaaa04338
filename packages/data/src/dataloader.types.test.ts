// The types of DataLoader: what a batch is, and which loaders can be iterated how.

import type { Tensor } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import { DataLoader } from "./dataloader.js";
import type { Dataset } from "./dataset.js";
import type { ImageDataset } from "./image-dataset.js";

declare const images: ImageDataset;
declare const pairs: Dataset<Promise<readonly [Tensor, string]>>;
declare const mixed: Dataset<number | Promise<number>>;

// Never called: it is there to be compiled.
async function compiles(): Promise<void> {
  const loader = new DataLoader(images, { batchSize: 32, shuffle: true });
  expectTypeOf(loader).toExtend<Iterable<[Tensor, Tensor]>>();
  expectTypeOf(loader).toExtend<AsyncIterable<[Tensor, Tensor]>>();
  for (const [x, y] of loader) expectTypeOf([x, y]).toEqualTypeOf<Tensor[]>();

  for await (const [x, names] of new DataLoader(pairs)) {
    expectTypeOf(x).toEqualTypeOf<Tensor>();
    expectTypeOf(names).toEqualTypeOf<string[]>();
  }
  // @ts-expect-error an asynchronous dataset: for await only
  for (const _ of new DataLoader(pairs)) break;
  // @ts-expect-error a dataset that may be asynchronous: for await only
  for (const _ of new DataLoader(mixed)) break;

  const collated = new DataLoader(pairs, { collate: (samples) => samples.map(([, name]) => name.length) });
  expectTypeOf(collated).toExtend<AsyncIterable<number[]>>();
  // @ts-expect-error batchsize is no option
  new DataLoader(images, { batchsize: 32 });
}

describe("DataLoader's types", () => {
  it("compile as stated above (tsc checks them)", () => {
    expect(compiles).toBeTypeOf("function");
  });
});
