// Samples of normalize.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { normalize } from "./normalize.js";

export const samples = defineSamples({
  normalize: {
    samples: [
      { name: "rows", inputs: [{ shape: [3, 4] }], run: (a) => normalize(a) },
      { name: "columns, p = 1", inputs: [{ shape: [3, 4], avoid: [0] }], run: (a) => normalize(a, { p: 1, dim: 0 }) },
      { name: "both", inputs: [{ shape: [2, 3], layout: "transposed" }], run: (a) => normalize(a, { dim: [0, 1] }) },
      { name: "0-d", inputs: [{ shape: [], values: [2.5] }], gradient: "none", run: (a) => normalize(a, { dim: 0 }) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => normalize(a) },
      { name: "zeros", inputs: [{ shape: [1, 2], values: [0, 0] }], gradient: "none", run: (a) => normalize(a) },
    ],
    errors: [
      {
        name: "integers",
        call: () => normalize(ones([2, 3], { dtype: "int32" })),
        error: DTypeError,
        text: 'normalize: Expected a floating point tensor as input. Got int32; convert with .to("float32")',
      },
      {
        name: "a dimension that is not there",
        call: () => normalize(ones(2, 3), { dim: 4 }),
        error: IndexError,
        text: "normalize: dimension out of range (expected to be in range of [-2, 1], but got 4)",
      },
    ],
  },
});
