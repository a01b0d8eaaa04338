// Rows of an embedding.

import { Embedding } from "@bernoulli/nn";
import { manualSeed, tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("embeddedDropout keeps the options of the embedding", () => {
  const words = tensor([1, 1, 1, 2], { dtype: "int32" });
  const gradient = (scaleGradByFreq: boolean) => {
    manualSeed(3);
    const embedding = new Embedding(4, 2, { scaleGradByFreq });
    manualSeed(4);
    dropouts.embeddedDropout(embedding, words, { p: 0.1, training: true }).sum().backward();
    return embedding.weight.grad!;
  };
  const counts = tensor([[1], [3], [1], [1]]);
  expect(gradient(true).mul(counts).sub(gradient(false)).abs().max().item()).toBeLessThan(1e-6);
  expect(gradient(false).at(1).abs().min().item()).toBeGreaterThan(0);
});
