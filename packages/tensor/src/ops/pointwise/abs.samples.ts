// Samples of abs and sign, away from their kink but where no gradient is checked.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { abs, sign } from "./abs.js";

const odd = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1e-45, 3];

function family(run: (a: Tensor) => Tensor) {
  return [
    { name: "contiguous", inputs: [{ shape: [3, 7], avoid: [0] }], tolerance: 0, run },
    { name: "odd values", inputs: [{ shape: [odd.length], values: odd }], gradient: "none", tolerance: 0, run },
    { name: "0-d", inputs: [{ shape: [], avoid: [0] }], run },
    { name: "zero-size", inputs: [{ shape: [2, 0] }], run },
    { name: "stepped", inputs: [{ shape: [3, 4], avoid: [0], layout: "stepped" }], run },
    { name: "int32", inputs: [{ shape: [9], dtype: "int32" }], gradient: "none", run },
    { name: "uint8", inputs: [{ shape: [9], dtype: "uint8" }], gradient: "none", run },
  ] as const;
}

export const samples = defineSamples({
  abs: {
    samples: family(abs),
    errors: [
      {
        name: "bool",
        call: () => abs(ones([2], { dtype: "bool" })),
        error: DTypeError,
        text: '"abs" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
  sign: {
    samples: [
      ...family(sign),
      { name: "bool", inputs: [{ shape: [9], dtype: "bool" }], gradient: "none", run: (a: Tensor) => sign(a) },
    ],
  },
});
