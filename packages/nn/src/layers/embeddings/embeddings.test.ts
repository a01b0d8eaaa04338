// Embedding, EmbeddingBag and Bilinear against PyTorch's.

import { tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Bilinear, Embedding, EmbeddingBag, F } from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

testLayerGoldens({ Embedding, EmbeddingBag, Bilinear });

const int = (...values: number[]) => tensor(values, { dtype: "int32" });

describe("a given table", () => {
  it("is shared, and frozen unless told otherwise", () => {
    const table = tensor([
      [1, 2],
      [3, 4],
    ]);
    const words = Embedding.fromPretrained(table, { paddingIdx: 0 });
    expect(words(int(1, 0)).toArray()).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(words.weight.storage).toBe(table.storage);
    expect(String(words)).toBe("Embedding(2, 2, padding_idx=0)");
    expect(words.weight.requiresGrad).toBe(false);
    expect(Embedding.fromPretrained(table, false).weight.requiresGrad).toBe(true);
    const bag = EmbeddingBag.fromPretrained(table, { mode: "sum" });
    expect(bag(int(0, 1), int(0)).toArray()).toEqual([[4, 6]]);
    expect(new Embedding(2, 2).weight.storage).not.toBe(table.storage);
  });

  it("is a matrix", () => {
    expect(() => Embedding.fromPretrained(int(1))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Embedding.fromPretrained: Embeddings parameter is expected to be 2-dimensional, but got [1]]`,
    );
  });
});

it("options stand where PyTorch's hands write them", () => {
  expect(new Embedding(4, 2, 1).paddingIdx).toBe(1);
  expect(F.embedding(int(0), tensor([[3, 4]]), null, 5).toArray()).toEqual([[3, 4]]);
  expect(F.embeddingBag(int(0, 0), tensor([[3, 4]]), int(0), null, 2, false, "sum").toArray()).toEqual([[6, 8]]);
});

it("says what does not go", () => {
  expect(() => new Embedding(3, 2, { sparse: true })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Embedding: sparse gradients are not there; leave sparse out, the gradient is dense]`,
  );
  expect(() => new Embedding(3, 2, 3)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Embedding: Padding_idx must be within num_embeddings: got 3 for 3 rows]`,
  );
  expect(() => new EmbeddingBag(3, 2, { mode: "least" as "sum" })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: EmbeddingBag: mode has to be one of sum, mean or max, but got least]`,
  );
  expect(() => new Embedding(3, 2)(int(3))).toThrowErrorMatchingInlineSnapshot(
    `[IndexError: in Embedding: embedding: index 3 is out of bounds for dimension 0 with size 3]`,
  );
});
