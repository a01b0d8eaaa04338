// Samples of var and std.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { std, type VarianceOptions, variance } from "./var.js";

type Spread = (input: Tensor, dim?: number | readonly number[], options?: VarianceOptions) => Tensor;

function family(spread: Spread) {
  return [
    { name: "of everything", inputs: [{ shape: [3, 5] }], run: (a: Tensor) => spread(a) },
    { name: "of rows", inputs: [{ shape: [3, 5] }], run: (a: Tensor) => spread(a, 1) },
    { name: "of columns, kept", inputs: [{ shape: [3, 5] }], run: (a: Tensor) => spread(a, 0, { keepdim: true }) },
    { name: "of two dimensions", inputs: [{ shape: [3, 4, 5] }], run: (a: Tensor) => spread(a, [0, 2]) },
    { name: "of a population", inputs: [{ shape: [3, 5] }], run: (a: Tensor) => spread(a, 1, { correction: 0 }) },
    {
      name: "far from zero",
      edge: true,
      inputs: [{ shape: [2, 400], range: [99, 101] }],
      gradient: "none",
      run: (a: Tensor) => spread(a, 1),
    },
    {
      name: "of one element",
      edge: true,
      inputs: [{ shape: [3, 1] }],
      gradient: "none",
      run: (a: Tensor) => spread(a, 1),
    },
    { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a: Tensor) => spread(a) },
    { name: "zero-size", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a: Tensor) => spread(a) },
    { name: "stepped", inputs: [{ shape: [3, 4], layout: "stepped" }], run: (a: Tensor) => spread(a, 1) },
  ] as const;
}

const errors = (name: "var" | "std", spread: Spread) => [
  {
    name: "integers",
    call: () => spread(ones([2], { dtype: "int32" })),
    error: DTypeError,
    text: `${name}: only support floating point dtypes, but got int32; convert with .to("float32")`,
  },
  {
    name: "a correction that is no number",
    call: () => spread(ones(2), 0, { correction: Number.NaN }),
    error: ArgumentError,
    text: `${name}: correction must be a number, but got NaN`,
  },
];

export const samples = defineSamples({
  var: {
    differences: "`{ correction }`",
    golden: ([a], { dim, ...options }) => variance(a!, dim, options),
    samples: family(variance),
    errors: errors("var", variance),
  },
  std: {
    differences: "`{ correction }`",
    golden: ([a], { dim, ...options }) => std(a!, dim, options),
    samples: [
      ...family(std),
      // The root of no spread: PyTorch's gradient is 0, where the formula's would be 0 · ∞.
      {
        name: "of equals",
        inputs: [{ shape: [2, 3], values: [1, 1, 1, 2, 2, 2] }],
        gradient: "none",
        run: (a) => std(a, 1),
      },
    ],
    errors: errors("std", std),
  },
});
