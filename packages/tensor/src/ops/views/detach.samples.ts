// Samples of detach: the elements as they are, and no gradient.

import { defineSamples } from "@bernoulli/testing";
import { detach } from "./detach.js";

export const samples = defineSamples({
  detach: {
    golden: { none: "a view of all of its input" },
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 4] }], gradient: "none", tolerance: 0, run: (a) => detach(a) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        gradient: "none",
        tolerance: 0,
        run: (a) => detach(a),
      },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", tolerance: 0, run: (a) => detach(a) },
      { name: "zero-size", inputs: [{ shape: [0] }], gradient: "none", tolerance: 0, run: (a) => detach(a) },
      // The gradient of a · detach(a) is detach(a): half of what a · a has.
      {
        name: "beside a path that is followed",
        inputs: [{ shape: [3] }],
        gradient: "none",
        run: (a) => a.mul(detach(a)),
      },
    ],
  },
});
