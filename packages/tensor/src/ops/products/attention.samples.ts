// Samples of scaledDotProductAttention.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type AttentionOptions, scaledDotProductAttention } from "./attention.js";

type Sizes = readonly [queries: number, keys: number, embed: number, value: number];

const attended =
  (options: AttentionOptions = {}) =>
  (query: Tensor, key?: Tensor, value?: Tensor) =>
    scaledDotProductAttention(query, key!, value!, options);

/** Queries, keys and values of these sizes. */
function sample(name: string, leading: readonly number[], sizes: Sizes, options: AttentionOptions = {}): Sample {
  const [queries, keys, embed, value] = sizes;
  const of = (...matrix: number[]) => ({ shape: [...leading, ...matrix] });
  return {
    name,
    inputs: [of(queries, embed), of(keys, embed), of(keys, value)],
    run: attended(options),
  };
}

export const samples = defineSamples({
  scaledDotProductAttention: {
    golden: {
      none: "those of MultiheadAttention and of the function are beside the layers, and PyTorch's own samples in tooling/opinfo",
    },
    samples: [
      sample("one matrix", [], [3, 4, 2, 3]),
      sample("causal", [2], [5, 5, 4, 4], { isCausal: true }),
      sample("causal, more queries than keys", [1, 2], [6, 3, 3, 2], { isCausal: true }),
      sample("several blocks of queries", [], [50, 7, 2, 1]),
      sample("a scale", [2], [2, 3, 4, 1], { scale: 0.3 }),
      sample("one key", [], [2, 1, 3, 2]),
      sample("no queries", [2], [0, 3, 2, 2]),
      sample("no keys", [2], [2, 0, 2, 2]),
      {
        name: "a mask with a gradient",
        inputs: [{ shape: [2, 3, 2] }, { shape: [2, 4, 2] }, { shape: [2, 4, 3] }, { shape: [3, 4] }],
        run: (query, key, value, mask) => scaledDotProductAttention(query, key!, value!, mask!),
      },
      {
        name: "a mask of bools",
        inputs: [{ shape: [3, 2] }, { shape: [4, 2] }, { shape: [4, 3] }],
        run: (query, key, value) => scaledDotProductAttention(query, key!, value!, ones(3, 4).tril(1).ne(0)),
      },
      {
        name: "keys for all",
        inputs: [{ shape: [2, 1, 3, 2] }, { shape: [4, 2] }, { shape: [3, 4, 2] }],
        run: attended(),
      },
      {
        name: "heads that share keys",
        inputs: [{ shape: [4, 3, 2] }, { shape: [2, 3, 2] }, { shape: [2, 3, 2] }],
        run: attended({ enableGqa: true }),
      },
      {
        name: "strided",
        inputs: [
          { shape: [5, 4], layout: "transposed" },
          { shape: [5, 4], layout: "stepped" },
          { shape: [5, 4], layout: "offset" },
        ],
        run: attended({ isCausal: true }),
      },
    ],
    errors: [
      {
        name: "a vector",
        call: () => scaledDotProductAttention(ones(2), ones(2, 2), ones(2, 2)),
        error: ShapeError,
        text: "scaledDotProductAttention: Expected query, key, and value to all be at least 2 dimensional, but got query of [2]",
      },
      {
        name: "a mask beside isCausal",
        call: () => scaledDotProductAttention(ones(2, 2), ones(2, 2), ones(2, 2), ones(2, 2), 0, true),
        error: ArgumentError,
        text: "scaledDotProductAttention: Explicit attn_mask should not be set when is_causal=True; leave one of them out",
      },
      {
        name: "a mask of integers",
        call: () => scaledDotProductAttention(ones(2, 2), ones(2, 2), ones(2, 2), ones([2, 2], { dtype: "int32" })),
        error: DTypeError,
        text: "attention: only bool and floating types of attnMask are supported, but got int32; compare it with 0, mask.ne(0)",
      },
      {
        name: "heads that do not divide",
        call: () => scaledDotProductAttention(ones(3, 2, 2), ones(2, 2, 2), ones(2, 2, 2), { enableGqa: true }),
        error: ShapeError,
        text: "scaledDotProductAttention: Number of heads in key and value must divide the number of heads in query, but got 2 and 3",
      },
      {
        name: "a probability above 1",
        call: () => scaledDotProductAttention(ones(2, 2), ones(2, 2), ones(2, 2), { dropoutP: 1.5 }),
        error: ArgumentError,
        text: "dropout probability has to be between 0 and 1, but got 1.5",
      },
    ],
  },
});
