// Samples of blockDiag and combinations.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { reshape } from "../views/view.js";
import { blockDiag, combinations } from "./blocks.js";

export const samples = defineSamples({
  blockDiag: {
    golden: (inputs) => blockDiag(...inputs),
    samples: [
      { name: "matrices", inputs: [{ shape: [2, 3] }, { shape: [1, 2] }], run: (a, b) => blockDiag(a, b!) },
      { name: "a vector and a number", inputs: [{ shape: [3] }, { shape: [] }], run: (a, b) => blockDiag(a, b!) },
      {
        name: "transposed and stepped",
        inputs: [
          { shape: [3, 2], layout: "transposed" },
          { shape: [3], layout: "stepped" },
        ],
        run: (a, b) => blockDiag(a, b!),
      },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [2, 2] }], run: (a, b) => blockDiag(a, b!) },
      { name: "none", inputs: [], gradient: "none", run: () => blockDiag() },
    ],
    errors: [
      {
        name: "three dimensions",
        call: () => blockDiag(ones(1), ones(1, 1, 1)),
        error: ShapeError,
        text: "blockDiag: Input tensors must have 2 or fewer dimensions. Input 1 has 3 dimensions",
      },
    ],
  },
  combinations: {
    golden: ([a], { r, withReplacement }) => combinations(a!, r, { withReplacement }),
    samples: [
      { name: "pairs", inputs: [{ shape: [4] }], run: (a) => combinations(a) },
      {
        name: "triples, again",
        inputs: [{ shape: [3], layout: "stepped" }],
        run: (a) => combinations(a, 3, { withReplacement: true }),
      },
      { name: "of one", inputs: [{ shape: [] }], run: (a) => combinations(reshape(a, 1), 1) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => combinations(a) },
      { name: "none of them", inputs: [{ shape: [3] }], run: (a) => combinations(a, 0) },
    ],
    errors: [
      {
        name: "a matrix",
        call: () => combinations(ones(2, 2)),
        error: ShapeError,
        text: "combinations: Expect a 1D vector, but got shape [2, 2]",
      },
      {
        name: "a negative number",
        call: () => combinations(ones(2), -1),
        error: ArgumentError,
        text: "combinations: Expect a non-negative number, but got -1",
      },
    ],
  },
});
