// Samples of glu.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { glu } from "./glu.js";

export const samples = defineSamples({
  glu: {
    golden: ([x], { dim }) => glu(x!, dim),
    samples: [
      { name: "the last dimension", inputs: [{ shape: [3, 8] }], run: (x) => glu(x) },
      { name: "another", inputs: [{ shape: [4, 3, 2] }], run: (x) => glu(x, 0) },
      { name: "transposed", inputs: [{ shape: [4, 6], layout: "transposed" }], run: (x) => glu(x) },
      { name: "zero-size", inputs: [{ shape: [0, 4] }], run: (x) => glu(x) },
    ],
    errors: [
      {
        name: "an odd size",
        call: () => glu(ones(2, 3)),
        error: ShapeError,
        text: "glu: Halving dimension must be even, but dimension 1 is size 3",
      },
      {
        name: "a scalar",
        call: () => glu(ones([])),
        error: ShapeError,
        text: "glu: glu does not support scalars because halving size must be even",
      },
    ],
  },
});
