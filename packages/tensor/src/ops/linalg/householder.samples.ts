// Samples of householderProduct.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { householderProduct } from "./householder.js";

export const samples = defineSamples({
  "linalg.householderProduct": {
    golden: ([A, tau]) => householderProduct(A!, tau!),
    samples: [
      { name: "tall", inputs: [{ shape: [4, 2] }, { shape: [2] }], run: (A, tau) => householderProduct(A, tau!) },
      { name: "square", inputs: [{ shape: [3, 3] }, { shape: [3] }], run: (A, tau) => householderProduct(A, tau!) },
      {
        name: "a batch, transposed, with fewer factors",
        inputs: [{ shape: [2, 4, 3], layout: "transposed" }, { shape: [2, 2] }],
        run: (A, tau) => householderProduct(A, tau!),
      },
      { name: "zero-size", inputs: [{ shape: [3, 0] }, { shape: [0] }], run: (A, tau) => householderProduct(A, tau!) },
    ],
    errors: [
      {
        name: "a wide matrix",
        call: () => householderProduct(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "linalg.householderProduct: input.shape[-2] must be greater than or equal to input.shape[-1], but got 2 and 3",
      },
      {
        name: "too many factors",
        call: () => householderProduct(ones(3, 2), ones(3)),
        error: ShapeError,
        text: "linalg.householderProduct: input.shape[-1] must be greater than or equal to tau.shape[-1], but got 2 and 3",
      },
      {
        name: "factors of another rank",
        call: () => householderProduct(ones(3, 2), ones(1, 2)),
        error: ShapeError,
        text: "linalg.householderProduct: Expected tau to have one dimension less than input, but got tau.ndim equal to 2 and input.ndim is equal to 2",
      },
      {
        name: "another dtype",
        call: () => householderProduct(ones(3, 2), ones(2, { dtype: "float64" })),
        error: DTypeError,
        text: "linalg.householderProduct: tau dtype float64 does not match input dtype float32",
      },
    ],
  },
});
