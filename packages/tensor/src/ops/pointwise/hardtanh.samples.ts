// Samples of hardtanh, relu6, hardsigmoid and hardswish, away from their kinks.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { activationSamples, curveSamples } from "./curves.testing.js";
import { hardsigmoid, hardswish, hardtanh, relu6 } from "./hardtanh.js";

const wide = { range: [-5, 5], avoid: [-3, 3] } as const;

export const samples = defineSamples({
  hardtanh: {
    samples: [
      ...curveSamples((x) => hardtanh(x), { avoid: [-1, 1] }),
      { name: "bounds", inputs: [{ shape: [9], avoid: [-0.5, 1.5] }], run: (x) => hardtanh(x, -0.5, 1.5) },
      {
        name: "in place",
        inputs: [{ shape: [9], avoid: [-1, 1] }],
        run: (x) => hardtanh(clone(x), { inplace: true }),
      },
    ],
    errors: [
      {
        name: "bounds that cross",
        call: () => hardtanh(ones(2), 1, 0),
        error: ArgumentError,
        text: "hardtanh: min_val cannot be greater than max_val, but got 1 and 0",
      },
    ],
  },
  relu6: {
    samples: [
      ...curveSamples((x) => relu6(x), { range: [-3, 9], avoid: [0, 6] }),
      { name: "in place", inputs: [{ shape: [9], avoid: [0] }], run: (x) => relu6(clone(x), { inplace: true }) },
    ],
  },
  hardsigmoid: activationSamples("hardsigmoid", (x) => hardsigmoid(x), wide),
  hardswish: activationSamples("hardswish", (x) => hardswish(x), wide),
});
