// Samples of embedding.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { embedding } from "./embedding.js";

const places = { shape: [2, 3], dtype: "int32", values: [2, 0, 3, 2, 2, 1] } as const;
const int = (...values: number[]) => tensor(values, { dtype: "int32" });

export const samples = defineSamples({
  embedding: {
    differences: "places are int32; no `sparse`; of `scaleGradByFreq` second gradients are scaled too",
    // A copy, since rows are shortened in place.
    golden: ([input, weight], options) =>
      embedding(input!, options["maxNorm"] === undefined ? weight! : clone(weight!), options),
    samples: [
      { name: "rows", inputs: [places, { shape: [4, 5] }], run: (at, weight) => embedding(at!, weight!) },
      {
        // Its gradient leaves out on purpose what differences see; goldens have it. So do those of the next.
        name: "padding",
        inputs: [places, { shape: [4, 3] }],
        gradient: "none",
        run: (at, weight) => embedding(at!, weight!, { paddingIdx: -2 }),
      },
      {
        name: "by frequency",
        inputs: [places, { shape: [4, 3] }],
        gradient: "none",
        run: (at, weight) => embedding(at!, weight!, { scaleGradByFreq: true }),
      },
      {
        name: "shortened",
        inputs: [places, { shape: [4, 3] }],
        gradient: "none",
        run: (at, weight) => embedding(at!, clone(weight!), { maxNorm: 0.5 }),
      },
      {
        name: "0-d",
        inputs: [{ shape: [], dtype: "int32", values: [1] }, { shape: [2, 3] }],
        run: (at, weight) => embedding(at!, weight!),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2], dtype: "int32" }, { shape: [2, 3] }],
        run: (at, weight) => embedding(at!, weight!),
      },
      {
        name: "stepped",
        inputs: [places, { shape: [4, 5], layout: "stepped" }],
        run: (at, weight) => embedding(at!, weight!),
      },
    ],
    errors: [
      {
        name: "a place that is no row",
        call: () => embedding(int(0, 4), ones(4, 2)),
        error: IndexError,
        text: "embedding: index 4 is out of bounds for dimension 0 with size 4",
      },
      {
        name: "places that are floats",
        call: () => embedding(ones(2).mul(0.5), ones(4, 2)),
        error: DTypeError,
        text: 'embedding: Expected dtype int32 for index, but got float32; convert with .to("int32")',
      },
      {
        name: "a vector of weights",
        call: () => embedding(int(0), ones(4)),
        error: ShapeError,
        text: "embedding: 'weight' must be 2-D, [numEmbeddings, embeddingDim], but got [4]",
      },
      {
        name: "padding that is no row",
        call: () => embedding(int(0), ones(4, 2), { paddingIdx: 4 }),
        error: ArgumentError,
        text: "embedding: Padding_idx must be within num_embeddings: got 4 for 4 rows",
      },
      {
        name: "sparse gradients",
        call: () => embedding(int(0), ones(4, 2), { sparse: true }),
        error: ArgumentError,
        text: "embedding: sparse gradients are not there; leave sparse out, the gradient is dense",
      },
    ],
  },
});
