// Samples of cosineEmbeddingLoss, tripletMarginLoss and tripletMarginWithDistanceLoss.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { cosineEmbeddingLoss, tripletMarginLoss, tripletMarginWithDistanceLoss } from "./embeddings.js";
import { optionErrors, reductions } from "./reduction.testing.js";

const signs: InputSpec = { shape: [3], dtype: "int32", values: [1, -1, -1] };
const rows: InputSpec = { shape: [3, 4], range: [0.5, 2] };
const threes = [{ shape: [3, 4] }, { shape: [3, 4] }, { shape: [3, 4] }] as const;
const squares = (a: Tensor, b: Tensor): Tensor => a.sub(b).pow(2).sum(-1);

export const samples = defineSamples({
  cosineEmbeddingLoss: {
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: [rows, rows, signs],
          run: (a, b, target) => cosineEmbeddingLoss(a, b!, target!, { reduction, margin: -0.5 }),
        }),
      ),
      {
        name: "vectors",
        inputs: [{ shape: [4] }, { shape: [4] }, { shape: [], dtype: "int32", values: [1] }],
        run: (a, b, target) => cosineEmbeddingLoss(a, b!, target!),
      },
      {
        name: "transposed",
        inputs: [{ ...rows, layout: "transposed" }, { ...rows, layout: "expanded" }, signs],
        run: (a, b, target) => cosineEmbeddingLoss(a, b!, target!, -0.5),
      },
      ...(["int32", "uint8"] as const).map(
        (dtype): Sample => ({
          name: dtype,
          inputs: [
            { shape: [3, 4], dtype, range: [1, 5] },
            { shape: [3, 4], dtype, range: [1, 5] },
            { shape: [3], dtype, values: [1, dtype === "uint8" ? 255 : -1, 0] },
          ],
          gradient: "none",
          run: (a, b, target) => cosineEmbeddingLoss(a, b!, target!, { reduction: "none" }),
        }),
      ),
      {
        name: "no rows",
        inputs: [{ shape: [0, 4] }, { shape: [0, 4] }, { shape: [0], dtype: "int32" }],
        run: (a, b, target) => cosineEmbeddingLoss(a, b!, target!, { reduction: "sum" }),
      },
    ],
    errors: [
      ...optionErrors("cosineEmbeddingLoss", (options) =>
        cosineEmbeddingLoss(ones(2, 3), ones(2, 3), ones(2), options),
      ),
      {
        name: "a matrix of targets",
        call: () => cosineEmbeddingLoss(ones(2, 3), ones(2, 3), ones(2, 2)),
        error: ShapeError,
        text: "cosineEmbeddingLoss: 0D or 1D target tensor expected, multi-target not supported, but got [2, 2]",
      },
      {
        name: "vectors with a vector of targets",
        call: () => cosineEmbeddingLoss(ones(3), ones(3), ones(2)),
        error: ShapeError,
        text: "cosineEmbeddingLoss: 1D target tensor expects 2D input tensors, but found inputs with sizes [3] and [3].",
      },
    ],
  },
  tripletMarginLoss: {
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: threes,
          run: (a, b, c) => tripletMarginLoss(a, b!, c!, { reduction, margin: 5 }),
        }),
      ),
      { name: "swapped", inputs: threes, run: (a, b, c) => tripletMarginLoss(a, b!, c!, 5, 2, 1e-6, true) },
      {
        name: "p = 3",
        inputs: threes,
        gradient: "first",
        run: (a, b, c) => tripletMarginLoss(a, b!, c!, { margin: 5, p: 3, eps: 0.1 }),
      },
      {
        name: "vectors",
        inputs: [{ shape: [4] }, { shape: [4] }, { shape: [4] }],
        run: (a, b, c) => tripletMarginLoss(a, b!, c!, { margin: 5 }),
      },
      {
        name: "0-d",
        inputs: [
          { shape: [], values: [0.5] },
          { shape: [], values: [1.5] },
          { shape: [], values: [-0.25] },
        ],
        run: (a, b, c) => tripletMarginLoss(a, b!, c!, { margin: 5 }),
      },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }, { shape: [3, 4] }, { shape: [3, 4] }],
        run: (a, b, c) => tripletMarginLoss(a, b!, c!, { margin: 5 }),
      },
      {
        name: "no rows",
        inputs: [{ shape: [0, 4] }, { shape: [0, 4] }, { shape: [0, 4] }],
        run: (a, b, c) => tripletMarginLoss(a, b!, c!, { reduction: "sum" }),
      },
    ],
    errors: [
      ...optionErrors("tripletMarginLoss", (options) => tripletMarginLoss(ones(2, 3), ones(2, 3), ones(2, 3), options)),
      {
        name: "a margin of 0",
        call: () => tripletMarginLoss(ones(2, 3), ones(2, 3), ones(2, 3), { margin: 0 }),
        error: ArgumentError,
        text: "tripletMarginLoss: margin must be greater than 0, got 0",
      },
      {
        name: "other numbers of dimensions",
        call: () => tripletMarginLoss(ones(2, 3), ones(2, 3), ones(3)),
        error: ShapeError,
        text: "tripletMarginLoss: The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 2D, positive 2D, and negative 1D inputs",
      },
    ],
  },
  tripletMarginWithDistanceLoss: {
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: threes,
          run: (a, b, c) =>
            tripletMarginWithDistanceLoss(a, b!, c!, { reduction, margin: 20, distanceFunction: squares }),
        }),
      ),
      {
        name: "swapped, by default",
        inputs: threes,
        run: (a, b, c) => tripletMarginWithDistanceLoss(a, b!, c!, { margin: 5, swap: true }),
      },
      {
        name: "0-d",
        inputs: [
          { shape: [], values: [0.5] },
          { shape: [], values: [1.5] },
          { shape: [], values: [-0.25] },
        ],
        run: (a, b, c) => tripletMarginWithDistanceLoss(a, b!, c!, { margin: 5 }),
      },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }, { shape: [3, 4] }, { shape: [3, 4] }],
        run: (a, b, c) => tripletMarginWithDistanceLoss(a, b!, c!, { margin: 5 }),
      },
      {
        name: "no rows",
        inputs: [{ shape: [0, 4] }, { shape: [0, 4] }, { shape: [0, 4] }],
        run: (a, b, c) => tripletMarginWithDistanceLoss(a, b!, c!, { reduction: "sum" }),
      },
      {
        name: "0-d distances",
        inputs: [{ shape: [4] }, { shape: [4] }, { shape: [4] }],
        run: (a, b, c) => tripletMarginWithDistanceLoss(a, b!, c!, { margin: 20, distanceFunction: squares }),
      },
    ],
    errors: [
      ...optionErrors("tripletMarginWithDistanceLoss", (options) =>
        tripletMarginWithDistanceLoss(ones(2, 3), ones(2, 3), ones(2, 3), options),
      ),
      {
        name: "a distance that is no function",
        call: () => tripletMarginWithDistanceLoss(ones(2), ones(2), ones(2), { distanceFunction: 2 as never }),
        error: ArgumentError,
        text: "tripletMarginWithDistanceLoss: distanceFunction must be a function, but got 2",
      },
    ],
  },
});
