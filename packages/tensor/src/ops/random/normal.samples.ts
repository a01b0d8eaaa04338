// Samples of normal. That the draws are PyTorch's is tested in random/draws.test.ts.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { tensor } from "../creation/creation.js";
import { normal } from "./normal.js";
import { drawn, golden, seeded } from "./sampling.testing.js";

export const samples = defineSamples({
  normal: {
    reads: "values",
    golden,
    differences: "the same draws; a gradient of zeros, as PyTorch's",
    samples: (
      [
        ...drawn((mean) => normal(mean, mean.mul(2), seeded()), {}),
        ...drawn((std) => normal(0.5, std, seeded()), {}),
        ...drawn((mean) => normal(mean, 0.5, seeded()), {}),
        { name: "numbers", inputs: [], gradient: "none", tolerance: 0, run: () => normal(1, 2, [4, 5], seeded()) },
      ] satisfies Sample[]
    ).map((sample: Sample, at) => ({ ...sample, name: `${sample.name}, ${at}` })),
    errors: [
      {
        name: "a negative deviation",
        call: () => normal(tensor([1]), tensor([-1])),
        error: ArgumentError,
        text: "normal: expects all elements of std >= 0.0",
      },
      {
        name: "a negative number",
        call: () => normal(0, -1, [2]),
        error: ArgumentError,
        text: "normal: expects std >= 0.0, but found std -1",
      },
      {
        name: "numbers without a size",
        call: () => normal(0, 1),
        error: ArgumentError,
        text: "normal: of two numbers it takes how many are wanted: normal(0, 1, [2, 3])",
      },
      {
        name: "integers",
        call: () => normal(tensor([1], { dtype: "int32" })),
        error: DTypeError,
        text: "normal: not implemented for 'int32': a mean is float32 or float64",
      },
    ],
  },
});
