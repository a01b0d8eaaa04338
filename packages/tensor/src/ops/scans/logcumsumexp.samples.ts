// Samples of logcumsumexp.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { samplesOf } from "./cumsum.samples.js";
import { logcumsumexp } from "./logcumsumexp.js";

export const samples = defineSamples({
  logcumsumexp: {
    golden: ([a], { dim }) => logcumsumexp(a!, dim),
    samples: [
      ...samplesOf(logcumsumexp).filter(({ inputs }) => inputs[0]!.dtype === undefined),
      { name: "far apart", inputs: [{ shape: [5], values: [-300, 0, 1, 300, 2] }], run: (a) => logcumsumexp(a, 0) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => logcumsumexp(ones(2), 1),
        error: IndexError,
        text: "logcumsumexp: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
      {
        name: "integers",
        call: () => logcumsumexp(ones([2], { dtype: "int32" }), 0),
        error: DTypeError,
        text: '"logcumsumexp" not implemented for int32; convert with .to("float32") first',
      },
    ],
  },
});
