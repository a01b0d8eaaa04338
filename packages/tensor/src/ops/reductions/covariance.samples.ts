// Samples of cov and corrcoef.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { corrcoef, cov } from "./covariance.js";

export const samples = defineSamples({
  cov: {
    reads: "values",
    differences: "integers give float32",
    golden: ([a, ...given], { weights = [], ...options }) =>
      cov(a!, { ...options, ...Object.fromEntries(weights.map((name: string, at: number) => [name, given[at]])) }),
    samples: [
      { name: "rows", inputs: [{ shape: [3, 6] }], run: (a) => cov(a) },
      { name: "a vector", inputs: [{ shape: [6] }], run: (a) => cov(a, { correction: 0 }) },
      { name: "transposed", inputs: [{ shape: [2, 5], layout: "transposed" }], run: (a) => cov(a) },
      {
        name: "weights",
        inputs: [
          { shape: [2, 5] },
          { shape: [5], dtype: "int32", range: [1, 4] },
          { shape: [5], range: [0.5, 1], gradient: false },
        ],
        run: (a, often, much) => cov(a, { fweights: often!.add(1), aweights: much!.mul(2) }),
      },
      { name: "int32", inputs: [{ shape: [2, 5], dtype: "int32" }], gradient: "none", run: (a) => cov(a) },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a) => cov(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => cov(a) },
    ],
    errors: [
      {
        name: "three dimensions",
        call: () => cov(ones(2, 2, 2)),
        error: ShapeError,
        text: "cov: expected input to have two or fewer dimensions but got an input with 3 dimensions",
      },
      {
        name: "bools",
        call: () => cov(tensor([true])),
        error: DTypeError,
        text: 'cov: bool dtype is not supported for input; convert with .to("float32")',
      },
      {
        name: "fractional frequencies",
        call: () => cov(ones(2), { fweights: ones(2) }),
        error: DTypeError,
        text: "cov: expected fweights to have integral dtype but got fweights with float32",
      },
      {
        name: "weights for others",
        call: () => cov(ones(2), { aweights: ones(3) }),
        error: ShapeError,
        text: "cov: expected aweights to have the same numel as there are observations in the input but got 3 != 2",
      },
      {
        name: "negative weights",
        call: () => cov(ones(2), { aweights: tensor([1, -1]) }),
        error: ArgumentError,
        text: "cov: aweights cannot be negative",
      },
    ],
  },
  corrcoef: {
    differences: "integers give float32",
    samples: [
      { name: "rows", inputs: [{ shape: [3, 6] }], run: corrcoef },
      { name: "a vector", inputs: [{ shape: [6] }], gradient: "none", run: corrcoef },
      { name: "transposed", inputs: [{ shape: [2, 5], layout: "transposed" }], run: corrcoef },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: corrcoef },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: corrcoef },
    ],
    errors: [
      {
        name: "three dimensions",
        call: () => corrcoef(ones(2, 2, 2)),
        error: ShapeError,
        text: "corrcoef: expected input to have two or fewer dimensions but got an input with 3 dimensions",
      },
    ],
  },
});
