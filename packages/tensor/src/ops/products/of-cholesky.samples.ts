// Samples of choleskySolve and choleskyInverse.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { regular } from "../linalg/given.testing.js";
import { choleskyInverse, choleskySolve } from "./of-cholesky.js";

export const samples = defineSamples({
  choleskySolve: {
    differences: "the triangle that is not read has no gradient",
    golden: ([b, l], options) => choleskySolve(b!, l!, options),
    samples: [
      { name: "lower", inputs: [{ shape: [3, 2] }, { shape: [3, 3] }], run: (b, l) => choleskySolve(b, regular(l!)) },
      {
        name: "upper, transposed, a batch",
        inputs: [{ shape: [2, 3, 1] }, { shape: [3, 3], layout: "transposed" }],
        run: (b, u) => choleskySolve(b, regular(u!), { upper: true }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [0, 0] }], run: (b, l) => choleskySolve(b, l!) },
    ],
    errors: [
      {
        name: "other rows",
        call: () => choleskySolve(ones(3, 1), ones(2, 2)),
        error: ShapeError,
        text: "choleskySolve: Incompatible matrix sizes for cholesky_solve: each A matrix is 2 by 2 but each b matrix is 3 by 1",
      },
      {
        name: "a vector",
        call: () => choleskySolve(ones(2), ones(2, 2)),
        error: ShapeError,
        text: "choleskySolve: b should have at least 2 dimensions, but has 1 dimensions instead",
      },
    ],
  },
  choleskyInverse: {
    differences: "the triangle that is not read has no gradient",
    golden: ([l], options) => choleskyInverse(l!, options),
    samples: [
      { name: "lower", inputs: [{ shape: [3, 3] }], run: (l) => choleskyInverse(regular(l)) },
      {
        name: "upper, transposed, a batch",
        inputs: [{ shape: [2, 3, 3], layout: "transposed" }],
        run: (u) => choleskyInverse(regular(u), { upper: true }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (l) => choleskyInverse(l) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => choleskyInverse(ones(2, 3)),
        error: ShapeError,
        text: "choleskyInverse: L must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
});
