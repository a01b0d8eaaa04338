// Samples of trace.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import { full, ones } from "../creation/creation.js";
import { trace } from "./trace.js";

export const samples = defineSamples({
  trace: {
    differences: "integers sum to int32; what does not fit is refused",
    samples: [
      { name: "square", inputs: [{ shape: [3, 3] }], run: trace },
      { name: "wide, transposed", inputs: [{ shape: [2, 4], layout: "transposed" }], run: trace },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: trace },
      { name: "int32", inputs: [{ shape: [3, 3], dtype: "int32" }], gradient: "none", run: trace },
    ],
    errors: [
      {
        name: "integers that do not fit",
        call: () => trace(full([2, 2], 2 ** 30, { dtype: "int32" })),
        error: DTypeError,
        text: 'trace: a result does not fit int32, which holds −2147483648 to 2147483647 and stands for int64; convert with .to("float64") first',
      },
      {
        name: "a vector",
        call: () => trace(ones(3)),
        error: ShapeError,
        text: "trace: expected a matrix, but got tensor with dim 1; x.diagonal(0, -2, -1).sum(-1) takes batches",
      },
      {
        name: "bool",
        call: () => trace(ones([2, 2], { dtype: "bool" })),
        error: DTypeError,
        text: '"trace" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
});
