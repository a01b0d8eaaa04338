// Samples of detach, and of detach in place: the elements as they are, and no gradient.

import { defineSamples } from "@bernoulli/testing";
import { AutogradError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { detach, detach_ } from "./detach.js";

export const samples = defineSamples({
  detach_: {
    samples: [
      { name: "a result", inputs: [{ shape: [3, 4] }], gradient: "none", tolerance: 0, run: (a) => detach_(clone(a)) },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", tolerance: 0, run: (a) => detach_(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], gradient: "none", tolerance: 0, run: (a) => detach_(clone(a)) },
    ],
    errors: [
      {
        name: "a view",
        call: () => detach_(ones(2, 2).t()),
        error: AutogradError,
        text: "detach_: Can't detach views in-place; use detach() instead",
      },
    ],
  },
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
