// Samples of qr.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type QrOptions, qr } from "./qr.js";

/** Both in one: each hangs on the signs, which are LAPACK's. */
function joined(a: Tensor, options: QrOptions = {}): Tensor {
  const { Q, R } = qr(a, options);
  return Q.mul(Q).matmul(R);
}

export const samples = defineSamples({
  "linalg.qr": {
    golden: ([a], { mode, second }) => {
      const { Q, R } = qr(a!, { mode });
      return mode === "r" ? [Q, R] : second === true ? [R, Q] : [Q, R];
    },
    samples: [
      { name: "square", inputs: [{ shape: [3, 3] }], run: (a) => joined(a) },
      { name: "tall", inputs: [{ shape: [4, 2] }], run: (a) => joined(a) },
      { name: "wide, transposed", inputs: [{ shape: [2, 4], layout: "transposed" }], run: (a) => joined(a) },
      { name: "a batch", inputs: [{ shape: [2, 3, 2] }], run: (a) => qr(a).R },
      {
        name: "complete",
        inputs: [{ shape: [4, 2] }],
        gradient: "none",
        run: (a) => joined(a, { mode: "complete" }),
      },
      { name: "R alone", inputs: [{ shape: [4, 2] }], run: (a) => qr(a, { mode: "r" }).R },
      { name: "no rows", inputs: [{ shape: [0, 2] }], run: (a) => qr(a).Q },
      { name: "no columns", inputs: [{ shape: [2, 0] }], gradient: "none", run: (a) => qr(a, { mode: "complete" }).Q },
    ],
    errors: [
      {
        name: "a vector",
        call: () => qr(ones(2)),
        error: ShapeError,
        text: "linalg.qr: The input tensor A must have at least 2 dimensions.",
      },
      {
        name: "an unknown mode",
        call: () => qr(ones(3, 2), { mode: "x" as never }),
        error: ArgumentError,
        text: "linalg.qr: received unrecognized mode \"x\" but expected one of 'reduced' (default), 'r', or 'complete'",
      },
    ],
  },
});
