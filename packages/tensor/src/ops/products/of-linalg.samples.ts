// Samples of logdet, inverse and pinverse.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { regular } from "../linalg/given.testing.js";
import { inverse, logdet, pinverse } from "./of-linalg.js";

export const samples = defineSamples({
  logdet: {
    samples: [
      { name: "a batch", inputs: [{ shape: [2, 3, 3] }], run: (a) => logdet(regular(a)) },
      {
        name: "negative and zero",
        inputs: [{ shape: [2, 2, 2], values: [0, 1, 1, 0, 1, 2, 2, 4] }],
        gradient: "none",
        run: (a) => logdet(a),
      },
      { name: "transposed", inputs: [{ shape: [3, 3], layout: "transposed" }], run: (a) => logdet(regular(a)) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (a) => logdet(a) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => logdet(ones(2, 3)),
        error: ShapeError,
        text: "linalg.slogdet: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
  inverse: {
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => inverse(regular(a)) },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => inverse(regular(a)),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: inverse },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => inverse(ones(2, 3)),
        error: ShapeError,
        text: "linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
  pinverse: {
    golden: ([a], { rcond }) => pinverse(a!, rcond),
    samples: [
      { name: "tall", inputs: [{ shape: [3, 2] }], run: (a) => pinverse(a) },
      { name: "transposed", inputs: [{ shape: [3, 2], layout: "transposed" }], run: (a) => pinverse(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => pinverse(a) },
      { name: "by a share", inputs: [{ shape: [2, 2] }], run: (a) => pinverse(regular(a), 1e-3) },
    ],
    errors: [
      {
        name: "a word for rcond",
        call: () => pinverse(ones(2, 2), "small" as never),
        error: ArgumentError,
        text: 'pinverse: rcond must be a number, but got "small"',
      },
    ],
  },
});
