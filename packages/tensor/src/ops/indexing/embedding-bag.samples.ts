// Samples of embeddingBag.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { embeddingBag } from "./embedding-bag.js";

const matrix = { shape: [2, 3], dtype: "int32", values: [2, 0, 3, 2, 2, 1] } as const;
const row = { shape: [6], dtype: "int32", values: [2, 0, 3, 2, 2, 1] } as const;
const table = { shape: [4, 3] } as const;
const int = (...values: number[]) => tensor(values, { dtype: "int32" });
const offsets = () => int(0, 2, 2, 3);
/** Such as a compiled function has to compute before it can read them. */
const computedOffsets = () => add(offsets(), int(0));

export const samples = defineSamples({
  embeddingBag: {
    reads: "shape",
    differences: 'places are int32; no `sparse`; with "max", offsets are read, and in a compiled function end a plan',
    golden: ([input, weight, starts, perSampleWeights], options) =>
      embeddingBag(input!, options["maxNorm"] === undefined ? weight! : clone(weight!), {
        ...options,
        ...(starts ? { offsets: starts } : {}),
        ...(perSampleWeights ? { perSampleWeights } : {}),
      }),
    samples: [
      { name: "means", inputs: [matrix, table], run: (at, weight) => embeddingBag(at!, weight!) },
      { name: "sums", inputs: [matrix, table], run: (at, weight) => embeddingBag(at!, weight!, { mode: "sum" }) },
      { name: "largest", inputs: [matrix, table], run: (at, weight) => embeddingBag(at!, weight!, { mode: "max" }) },
      {
        name: "means of bags",
        inputs: [row, table],
        run: (at, weight) => embeddingBag(at!, weight!, { offsets: offsets() }),
      },
      {
        name: "largest of bags",
        inputs: [row, table],
        run: (at, weight) => embeddingBag(at!, weight!, { offsets: computedOffsets(), mode: "max", paddingIdx: 3 }),
      },
      {
        name: "weighted",
        inputs: [row, table, { shape: [6] }],
        run: (at, weight, scale) =>
          embeddingBag(at!, weight!, { offsets: offsets(), mode: "sum", perSampleWeights: scale! }),
      },
      {
        name: "padding, and a last offset",
        inputs: [row, table],
        run: (at, weight) => embeddingBag(at!, weight!, { offsets: offsets(), paddingIdx: 2, includeLastOffset: true }),
      },
      {
        name: "stepped",
        inputs: [matrix, { shape: [4, 3], layout: "stepped" }],
        run: (at, weight) => embeddingBag(at!, weight!),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0], dtype: "int32" }, table],
        run: (at, weight) => embeddingBag(at!, weight!, { offsets: int(0, 0), mode: "sum" }),
      },
    ],
    errors: [
      {
        name: "a vector without offsets",
        call: () => embeddingBag(int(0), ones(2, 2)),
        error: ShapeError,
        text: "embeddingBag: offsets has to be a 1D Tensor but got None; say where bags begin",
      },
      {
        name: "offsets that begin late",
        call: () => embeddingBag(int(0, 1), ones(2, 2), { offsets: int(1) }),
        error: ArgumentError,
        text: "embeddingBag: offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got 1",
      },
      {
        name: "weights of a mean",
        call: () => embeddingBag(int(0, 1), ones(2, 2), { offsets: int(0), perSampleWeights: ones(2) }),
        error: ArgumentError,
        text: "embeddingBag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='mean')",
      },
      {
        name: "another mode",
        call: () => embeddingBag(int(0, 1), ones(2, 2), { offsets: int(0), mode: "min" as "max" }),
        error: ArgumentError,
        text: 'embeddingBag: mode has to be one of sum, mean or max, but got "min"',
      },
    ],
  },
});
