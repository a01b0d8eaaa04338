// Samples of svd and svdvals.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { recombined } from "./given.testing.js";
import { svd, svdvals } from "./svd.js";

/** Whatever the directions' signs are. */
function joined(a: Tensor): Tensor {
  const { U, S, Vh } = svd(a, { fullMatrices: false });
  return recombined(U, S, Vh);
}

/** Of square matrices, the squared lengths of rows, which are ones, and so whether what completes them does. */
function completed(a: Tensor): Tensor {
  const { U, Vh } = svd(a);
  return U.matmul(U.mT).sum().add(Vh.matmul(Vh.mT).sum());
}

export const samples = defineSamples({
  "linalg.svd": {
    golden: ([a]) => [joined(a!), svdvals(a!)],
    samples: [
      { name: "square", inputs: [{ shape: [3, 3] }], run: joined },
      { name: "tall", inputs: [{ shape: [4, 2] }], run: joined },
      { name: "wide, transposed", inputs: [{ shape: [2, 4], layout: "transposed" }], run: joined },
      { name: "a batch", inputs: [{ shape: [2, 3, 2] }], run: joined },
      { name: "full", inputs: [{ shape: [4, 2] }], gradient: "none", run: completed },
      {
        name: "full, of rank 1",
        inputs: [{ shape: [2, 3], values: [1, 2, 3, 2, 4, 6] }],
        gradient: "none",
        run: completed,
      },
      { name: "zeros", inputs: [{ shape: [3, 2], values: [0, 0, 0, 0, 0, 0] }], gradient: "none", run: completed },
      { name: "no rows", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => svd(a).Vh },
      { name: "no columns", inputs: [{ shape: [3, 0] }], run: joined },
    ],
    errors: [
      {
        name: "a vector",
        call: () => svd(ones(2)),
        error: ShapeError,
        text: "linalg.svd: The input tensor A must have at least 2 dimensions.",
      },
      {
        name: "NaN",
        call: () =>
          svd(
            tensor([
              [Number.NaN, 1],
              [1, 2],
            ]),
          ),
        error: ArgumentError,
        text: "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.",
      },
    ],
  },
  "linalg.svdvals": {
    golden: ([a]) => svdvals(a!),
    samples: [
      { name: "square", inputs: [{ shape: [3, 3] }], run: svdvals },
      { name: "a batch, transposed", inputs: [{ shape: [2, 3, 2], layout: "transposed" }], run: svdvals },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: svdvals },
    ],
  },
});
