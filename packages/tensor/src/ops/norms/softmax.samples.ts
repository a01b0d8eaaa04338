// Samples of softmax.

import { defineSamples } from "@bernoulli/testing";
import { IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { softmax } from "./softmax.js";

export const samples = defineSamples({
  softmax: {
    golden: ([a], { dim }) => softmax(a!, dim),
    samples: [
      { name: "rows", inputs: [{ shape: [3, 10] }], run: (a) => softmax(a, 1) },
      { name: "columns", inputs: [{ shape: [5, 3] }], run: (a) => softmax(a, 0) },
      { name: "the middle", inputs: [{ shape: [2, 5, 3] }], run: (a) => softmax(a, 1) },
      { name: "a long row", inputs: [{ shape: [2, 1001] }], run: (a) => softmax(a, -1) },
      {
        name: "what overflows alone, and −∞",
        inputs: [{ shape: [2, 3], values: [1000, 999, 0, Number.NEGATIVE_INFINITY, 0, 1] }],
        gradient: "none",
        run: (a) => softmax(a, 1),
      },
      {
        name: "no number, ∞, nothing but −∞",
        inputs: [
          {
            shape: [3, 2],
            values: [Number.NaN, 0, Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
          },
        ],
        gradient: "none",
        run: (a) => softmax(a, 1),
      },
      { name: "of a matrix, no dimension told", inputs: [{ shape: [3, 4] }], run: (a) => softmax(a) },
      { name: "of a cube, no dimension told", inputs: [{ shape: [2, 3, 4] }], run: (a) => softmax(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => softmax(a, 0) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => softmax(a, 1) },
      { name: "transposed", inputs: [{ shape: [4, 5], layout: "transposed" }], run: (a) => softmax(a, 1) },
      { name: "expanded", inputs: [{ shape: [4, 5], layout: "expanded" }], run: (a) => softmax(a, 1) },
      { name: "int32", inputs: [{ shape: [4, 5], dtype: "int32" }], gradient: "none", run: (a) => softmax(a, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => softmax(ones(2), 1),
        error: IndexError,
        text: "softmax: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
    ],
  },
});
