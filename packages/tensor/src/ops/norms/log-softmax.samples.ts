// Samples of logSoftmax.

import { defineSamples } from "@bernoulli/testing";
import { IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { logSoftmax } from "./log-softmax.js";

export const samples = defineSamples({
  logSoftmax: {
    golden: ([a], { dim }) => logSoftmax(a!, dim),
    samples: [
      { name: "along the last", inputs: [{ shape: [3, 5] }], run: (a) => logSoftmax(a, 1) },
      { name: "along the first", inputs: [{ shape: [3, 5] }], run: (a) => logSoftmax(a, 0) },
      { name: "along the middle", inputs: [{ shape: [2, 3, 4] }], run: (a) => logSoftmax(a, -2) },
      {
        name: "large values",
        edge: true,
        inputs: [{ shape: [3, 10], range: [-500, 500] }],
        gradient: "none",
        run: (a) => logSoftmax(a, 1),
      },
      {
        name: "infinities and NaN",
        inputs: [{ shape: [2, 2], values: [Number.NEGATIVE_INFINITY, 0, Number.NaN, 1] }],
        gradient: "none",
        run: (a) => logSoftmax(a, 1),
      },
      { name: "one class", edge: true, inputs: [{ shape: [3, 1] }], run: (a) => logSoftmax(a, 1) },
      { name: "of a matrix, no dimension told", inputs: [{ shape: [3, 4] }], run: (a) => logSoftmax(a) },
      { name: "of a cube, no dimension told", inputs: [{ shape: [2, 3, 4] }], run: (a) => logSoftmax(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => logSoftmax(a, 0) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => logSoftmax(a, 1) },
      { name: "along a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => logSoftmax(a, 0) },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => logSoftmax(a, 1) },
      { name: "expanded", inputs: [{ shape: [3, 4], layout: "expanded" }], run: (a) => logSoftmax(a, 1) },
      { name: "int32", inputs: [{ shape: [2, 4], dtype: "int32" }], gradient: "none", run: (a) => logSoftmax(a, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => logSoftmax(ones(2, 3), 2),
        error: IndexError,
        text: "logSoftmax: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
});
