// Samples of exp and log.

import { defineSamples } from "@bernoulli/testing";
import { exp, log } from "./exp.js";

export const samples = defineSamples({
  exp: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7] }], run: (a) => exp(a) },
      {
        name: "large and small",
        edge: true,
        inputs: [{ shape: [40], range: [-20, 20] }],
        gradient: "none",
        run: (a) => exp(a),
      },
      {
        name: "overflow, underflow and what is no number",
        inputs: [
          { shape: [6], values: [1000, -1000, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] },
        ],
        gradient: "none",
        run: (a) => exp(a),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => exp(a) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => exp(a) },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => exp(a) },
      { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run: (a) => exp(a) },
    ],
  },
  log: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7], range: [0.3, 4] }], run: (a) => log(a) },
      {
        name: "large and small",
        edge: true,
        inputs: [{ shape: [40], range: [1e-6, 1e6] }],
        gradient: "none",
        run: (a) => log(a),
      },
      {
        name: "zero, below, and what is no number",
        inputs: [{ shape: [5], values: [0, -1, 1, Number.NaN, Number.POSITIVE_INFINITY] }],
        gradient: "none",
        run: (a) => log(a),
      },
      { name: "0-d", inputs: [{ shape: [], range: [0.5, 2] }], run: (a) => log(a) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => log(a) },
      { name: "stepped", inputs: [{ shape: [3, 4], range: [0.3, 4], layout: "stepped" }], run: (a) => log(a) },
      { name: "int32", inputs: [{ shape: [6], dtype: "int32", range: [1, 9] }], gradient: "none", run: (a) => log(a) },
    ],
  },
});
