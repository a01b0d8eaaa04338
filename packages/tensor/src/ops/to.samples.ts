// Samples of to.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../checks/errors.js";
import { ones } from "./creation.js";
import { to } from "./to.js";

export const samples = defineSamples({
  to: {
    samples: [
      { name: "float64", inputs: [{ shape: [3, 4] }], run: (a) => to(a, "float64") },
      {
        name: "float64 and back, transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        run: (a) => to(to(a, "float64"), a.dtype),
      },
      {
        name: "int32, by truncation",
        edge: true,
        inputs: [{ shape: [9] }],
        gradient: "none",
        run: (a) => to(a, "int32"),
      },
      {
        name: "uint8",
        edge: true,
        inputs: [{ shape: [9], range: [0, 255] }],
        gradient: "none",
        run: (a) => to(a, "uint8"),
      },
      {
        name: "bool",
        inputs: [{ shape: [4], values: [0, -0, 0.5, Number.NaN] }],
        gradient: "none",
        run: (a) => to(a, "bool"),
      },
      {
        name: "bytes to floats",
        inputs: [{ shape: [3, 20], dtype: "uint8", layout: "stepped" }],
        gradient: "none",
        run: (a) => to(a, "float32"),
      },
      { name: "bool to int32", inputs: [{ shape: [9], dtype: "bool" }], gradient: "none", run: (a) => to(a, "int32") },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => to(a, "float64") },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => to(a, "float64") },
    ],
    errors: [
      {
        name: "an unknown dtype",
        call: () => to(ones(2), "int64" as "int32"),
        error: DTypeError,
        text: 'to: unknown dtype "int64"; take one of float32, float64, int32, uint8, bool',
      },
    ],
  },
});
