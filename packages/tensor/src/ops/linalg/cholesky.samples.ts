// Samples of cholesky.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { eye, ones } from "../creation/creation.js";
import { stack } from "../shapes/cat.js";
import { cholesky } from "./cholesky.js";
import { positive } from "./given.testing.js";

export const samples = defineSamples({
  "linalg.cholesky": {
    golden: ([a], options) => cholesky(a!, options),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => cholesky(positive(a)) },
      {
        name: "a batch, upper",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => cholesky(positive(a), { upper: true }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (a) => cholesky(a) },
    ],
    errors: [
      {
        name: "a matrix that is not positive definite",
        call: () => cholesky(eye(2).neg()),
        error: ArgumentError,
        text: "linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order 1 is not positive-definite).",
      },
      {
        name: "one of a batch",
        call: () => cholesky(stack([eye(2), eye(2).neg()])),
        error: ArgumentError,
        text: "linalg.cholesky: (Batch element 1): The factorization could not be completed because the input is not positive-definite (the leading minor of order 1 is not positive-definite).",
      },
      {
        name: "what is not square",
        call: () => cholesky(ones(2, 3)),
        error: ShapeError,
        text: "linalg.cholesky: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
});
