// Samples of det and slogdet.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { det, slogdet } from "./determinants.js";
import { regular } from "./given.testing.js";

export const samples = defineSamples({
  "linalg.det": {
    differences: "its gradients are right for singular matrices of any rank too",
    golden: ([a]) => det(a!),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => det(regular(a)) },
      { name: "a batch, transposed", inputs: [{ shape: [2, 2, 2], layout: "transposed" }], run: (a) => det(a) },
      {
        name: "singular",
        inputs: [{ shape: [3, 3], values: [1, 2, 3, 2, 4, 6, 0, 1, -1] }],
        run: (a) => det(a),
      },
      { name: "of rank 1", inputs: [{ shape: [2, 2], values: [1, 2, 2, 4] }], run: (a) => det(a) },
      {
        name: "of rank 0 and 1",
        inputs: [{ shape: [2, 3, 3], values: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 2, 4, 6, -1, -2, -3] }],
        run: (a) => det(a),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (a) => det(a) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => det(ones(2, 3)),
        error: ShapeError,
        text: "linalg.det: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
  "linalg.slogdet": {
    golden: ([a]) => [...slogdet(a!)].reverse(),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => slogdet(regular(a)).logabsdet },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => slogdet(regular(a)).logabsdet,
      },
      { name: "the sign", inputs: [{ shape: [4, 3, 3] }], gradient: "none", run: (a) => slogdet(a).sign },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (a) => slogdet(a).logabsdet },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => slogdet(ones(2, 3)),
        error: ShapeError,
        text: "linalg.slogdet: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
});
