// Samples of mean.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { mean } from "./mean.js";

export const samples = defineSamples({
  mean: {
    golden: ([a], { dim, ...options }) => mean(a!, dim, options),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5] }], run: (a) => mean(a) },
      { name: "over one", inputs: [{ shape: [3, 4, 5], layout: "transposed" }], run: (a) => mean(a, 1) },
      {
        name: "over several, kept",
        inputs: [{ shape: [3, 4, 5], layout: "stepped" }],
        run: (a) => mean(a, [0, 2], { keepdim: true }),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => mean(a) },
      { name: "of nothing", inputs: [{ shape: [0] }], gradient: "none", run: (a) => mean(a) },
      { name: "beside a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => mean(a, 1) },
    ],
    errors: [
      {
        name: "integers",
        call: () => mean(ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'mean: could not infer output dtype. Input dtype must be floating point, got int32; convert with .to("float32")',
      },
      {
        name: "a dimension out of range",
        call: () => mean(ones(2, 3), -3),
        error: IndexError,
        text: "mean: dimension out of range (expected to be in range of [-2, 1], but got -3)",
      },
    ],
  },
});
