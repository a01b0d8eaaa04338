// Samples of relu and relu_, away from the kink at 0.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { relu, relu_ } from "./relu.js";

export const samples = defineSamples({
  relu: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7], avoid: [0] }], run: (a) => relu(a), tolerance: 0 },
      {
        name: "the kink and what is no number",
        inputs: [{ shape: [6], values: [0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] }],
        gradient: "none",
        run: (a) => relu(a),
      },
      { name: "0-d", inputs: [{ shape: [], avoid: [0] }], run: (a) => relu(a) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => relu(a) },
      { name: "transposed", inputs: [{ shape: [3, 4], avoid: [0], layout: "transposed" }], run: (a) => relu(a) },
      { name: "stepped", inputs: [{ shape: [2, 5], avoid: [0], layout: "stepped" }], run: (a) => relu(a) },
      { name: "expanded", inputs: [{ shape: [3, 4], avoid: [0], layout: "expanded" }], run: (a) => relu(a) },
      { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run: (a) => relu(a) },
    ],
    errors: [
      {
        name: "bool",
        call: () => relu(ones([2], { dtype: "bool" })),
        error: DTypeError,
        text: '"relu" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
  relu_: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7], avoid: [0] }], run: (a) => relu_(a.clone()) },
      { name: "0-d", inputs: [{ shape: [], avoid: [0] }], run: (a) => relu_(a.clone()) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => relu_(a.clone()) },
    ],
  },
});
