// Samples of linalg.vecdot and linalg.diagonal.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { diagonal, vecdot } from "./vectors.js";

export const samples = defineSamples({
  "linalg.vecdot": {
    golden: ([x, y], { dim }) => vecdot(x!, y!, dim),
    samples: [
      { name: "rows and one", inputs: [{ shape: [3, 4] }, { shape: [4] }], run: (x, y) => vecdot(x, y!) },
      {
        name: "columns, transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }, { shape: [3, 1] }],
        run: (x, y) => vecdot(x, y!, 0),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [0] }], run: (x, y) => vecdot(x, y!) },
    ],
    errors: [
      {
        name: "integers",
        call: () => vecdot(ones([2], { dtype: "int32" }), ones(2)),
        error: DTypeError,
        text: 'linalg.vecdot: Expected a floating point tensor as input. Got Int; convert with .to("float32")',
      },
    ],
  },
  "linalg.diagonal": {
    golden: ([A], { offset }) => diagonal(A!, offset),
    samples: [
      { name: "a batch", inputs: [{ shape: [2, 3, 4] }], run: (A) => diagonal(A, 1) },
      { name: "transposed", inputs: [{ shape: [3, 3], layout: "transposed" }], run: (A) => diagonal(A) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (A) => diagonal(A) },
    ],
  },
});
