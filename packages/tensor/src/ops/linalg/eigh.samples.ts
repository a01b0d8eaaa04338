// Samples of eigh and eigvalsh.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { eye, ones } from "../creation/creation.js";
import { transpose } from "../views/permute.js";
import { type EighOptions, eigh, eigvalsh } from "./eigh.js";
import { recombined, symmetric } from "./given.testing.js";

/** Whatever the eigenvectors' signs are. */
function joined(a: Tensor, options: EighOptions = {}): Tensor {
  const { eigenvalues, eigenvectors } = eigh(a, options);
  return recombined(eigenvectors, eigenvalues, transpose(eigenvectors, -2, -1));
}

export const samples = defineSamples({
  "linalg.eigh": {
    golden: ([a], options) => [joined(a!, options), eigvalsh(a!, options)],
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => joined(symmetric(a)) },
      {
        name: "a batch, upper",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => joined(symmetric(a), { UPLO: "U" }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (a) => joined(a) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => eigh(ones(2, 3)),
        error: ShapeError,
        text: "linalg.eigh: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
      {
        name: "an unknown triangle",
        call: () => eigh(ones(2, 2), { UPLO: "X" as never }),
        error: ArgumentError,
        text: "linalg.eigh: Expected UPLO argument to be 'L' or 'U', but got \"X\"",
      },
    ],
  },
  "linalg.eigvalsh": {
    golden: ([a], options) => eigvalsh(a!, options),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => eigvalsh(symmetric(a)) },
      {
        name: "equal ones",
        edge: true,
        inputs: [{ shape: [] }],
        run: (a) => eigvalsh(eye(3, { dtype: a.dtype }).mul(a)),
      },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => eigvalsh(symmetric(a)),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (a) => eigvalsh(a) },
    ],
  },
});
