// Samples of matrixExp.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { mul } from "../pointwise/mul.js";
import { matrixExp } from "./exponential.js";

export const samples = defineSamples({
  "linalg.matrixExp": {
    reads: "values",
    golden: ([A]) => matrixExp(A!),
    samples: [
      { name: "small", inputs: [{ shape: [2, 2] }], run: (A) => matrixExp(mul(A, 0.1)) },
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (A) => matrixExp(A) },
      { name: "a batch, transposed", inputs: [{ shape: [2, 3, 3], layout: "transposed" }], run: (A) => matrixExp(A) },
      { name: "one element", inputs: [{ shape: [1, 1] }], run: (A) => matrixExp(A) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (A) => matrixExp(A) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => matrixExp(ones(2, 3)),
        error: ShapeError,
        text: "linalg.matrixExp: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
      {
        name: "integers",
        call: () => matrixExp(ones(2, 2, { dtype: "int32" })),
        error: DTypeError,
        text: 'linalg.matrixExp: Expected a floating point tensor as input. Got Int; convert with .to("float32")',
      },
    ],
  },
});
