// Samples of pinv, matrixRank and lstsq.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { symmetric } from "./given.testing.js";
import { lstsq, matrixRank, pinv } from "./pinv.js";

export const samples = defineSamples({
  "linalg.pinv": {
    golden: ([a], options) => pinv(a!, options),
    samples: [
      { name: "tall", inputs: [{ shape: [4, 2] }], run: (a) => pinv(a) },
      { name: "wide, transposed", inputs: [{ shape: [2, 4], layout: "transposed" }], run: (a) => pinv(a) },
      {
        name: "of rank 1",
        inputs: [{ shape: [2, 3], values: [1, 2, 3, 2, 4, 6] }],
        gradient: "none",
        run: (a) => pinv(a),
      },
      { name: "symmetric", inputs: [{ shape: [3, 3] }], run: (a) => pinv(symmetric(a), { hermitian: true }) },
      { name: "a batch", inputs: [{ shape: [2, 3, 2] }], run: (a) => pinv(a, { rtol: 1e-3 }) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => pinv(a) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => pinv(ones(2)),
        error: ShapeError,
        text: "linalg.pinv(Float{[2]}): expected a tensor with 2 or more dimensions of float32 or float64",
      },
    ],
  },
  "linalg.matrixRank": {
    differences: "int32",
    golden: ([a], options) => matrixRank(a!, options),
    samples: [
      { name: "full", inputs: [{ shape: [3, 2] }], gradient: "none", run: (a) => matrixRank(a) },
      {
        name: "of rank 1, transposed",
        inputs: [{ shape: [2, 2, 3], layout: "expanded" }],
        gradient: "none",
        run: (a) => matrixRank(a.select(-1, 0).unsqueeze(-1).expand(2, 2, 3)),
      },
      { name: "a limit", inputs: [{ shape: [3, 3] }], gradient: "none", run: (a) => matrixRank(a, { atol: 100 }) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 3] }], gradient: "none", run: (a) => matrixRank(a) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => matrixRank(ones(2)),
        error: ShapeError,
        text: "linalg.matrixRank: The input tensor A must have at least 2 dimensions.",
      },
    ],
  },
  "linalg.lstsq": {
    reads: "values",
    differences: "one way of computing; a driver says what is told beside the solution",
    golden: ([a, b], options) => [lstsq(a!, b!, options).solution],
    samples: [
      { name: "tall", inputs: [{ shape: [4, 2] }, { shape: [4, 3] }], run: (a, b) => lstsq(a, b!).solution },
      {
        name: "wide, transposed",
        inputs: [{ shape: [2, 4], layout: "transposed" }, { shape: [2, 1] }],
        run: (a, b) => lstsq(a, b!).solution,
      },
      { name: "a vector", inputs: [{ shape: [3, 2] }, { shape: [3] }], run: (a, b) => lstsq(a, b!).solution },
      {
        name: "what is left",
        inputs: [{ shape: [4, 2] }, { shape: [4, 3] }],
        run: (a, b) => lstsq(a, b!, { driver: "gels" }).residuals,
      },
      {
        name: "singular values",
        inputs: [{ shape: [4, 2] }, { shape: [4, 3] }],
        gradient: "none",
        run: (a, b) => lstsq(a, b!, { driver: "gelsd" }).singularValues,
      },
      { name: "zero-size", inputs: [{ shape: [3, 0] }, { shape: [3, 1] }], run: (a, b) => lstsq(a, b!).solution },
    ],
    errors: [
      {
        name: "an unknown driver",
        call: () => lstsq(ones(3, 2), ones(3, 1), { driver: "x" as never }),
        error: ArgumentError,
        text: 'linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss), but got "x"',
      },
      {
        name: "sizes that differ",
        call: () => lstsq(ones(3, 2), ones(2, 1)),
        error: ShapeError,
        text: "linalg.lstsq: input.size(-2) should match other.size(-2)",
      },
    ],
  },
});
