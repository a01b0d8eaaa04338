// Samples of neg.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { neg } from "./neg.js";

export const samples = defineSamples({
  neg: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7] }], run: (a) => neg(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => neg(a) },
      { name: "zero-size", inputs: [{ shape: [3, 0] }], run: (a) => neg(a) },
      { name: "stepped", inputs: [{ shape: [3, 3], layout: "stepped" }], run: (a) => neg(a) },
      { name: "expanded", inputs: [{ shape: [3, 3], layout: "expanded" }], run: (a) => neg(a) },
      { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run: (a) => neg(a) },
      {
        name: "uint8 wraps around",
        edge: true,
        inputs: [{ shape: [6], dtype: "uint8" }],
        gradient: "none",
        run: (a) => neg(a),
      },
    ],
    errors: [
      {
        name: "bool",
        call: () => neg(ones([2], { dtype: "bool" })),
        error: DTypeError,
        text: '"neg" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
});
