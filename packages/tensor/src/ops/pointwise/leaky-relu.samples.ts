// Samples of leakyRelu, prelu, rrelu and threshold, away from their kinks.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { seeded } from "../random/sampling.testing.js";
import { activationSamples, curveSamples, inPlaceSamples } from "./curves.testing.js";
import { leakyRelu, leakyRelu_, prelu, rrelu, threshold } from "./leaky-relu.js";

const aside = { avoid: [0] } as const;
const [ofLeaky, ofRrelu] = [
  activationSamples("leakyRelu", (x) => leakyRelu(x), aside),
  activationSamples("rrelu", (x) => rrelu(x), aside),
];

export const samples = defineSamples({
  leakyRelu: {
    ...ofLeaky,
    samples: [...ofLeaky.samples, { name: "slope", inputs: [{ ...aside, shape: [9] }], run: (x) => leakyRelu(x, 0.2) }],
  },
  leakyRelu_: inPlaceSamples("leakyRelu_", leakyRelu_, aside),
  prelu: {
    samples: [
      { name: "by channel", inputs: [{ ...aside, shape: [2, 3, 4] }, { shape: [3] }], run: (x, w) => prelu(x, w) },
      { name: "one weight", inputs: [{ ...aside, shape: [2, 3] }, { shape: [1] }], run: (x, w) => prelu(x, w) },
      { name: "of a vector", inputs: [{ ...aside, shape: [5] }, { shape: [1] }], run: (x, w) => prelu(x, w) },
      { name: "0-d", inputs: [{ ...aside, shape: [] }, { shape: [] }], run: (x, w) => prelu(x, w) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }, { shape: [3] }], run: (x, w) => prelu(x, w) },
      {
        name: "transposed",
        inputs: [{ ...aside, shape: [3, 4], layout: "transposed" }, { shape: [4] }],
        run: (x, w) => prelu(x, w),
      },
    ],
    errors: [
      {
        name: "another count of weights",
        call: () => prelu(ones(2, 3), ones(2)),
        error: ArgumentError,
        text: "prelu: Mismatch of parameter numbers and input channel size. Found parameter numbers = 2 and channel size = 3.",
      },
      {
        name: "a matrix of weights",
        call: () => prelu(ones(2, 3), ones(1, 3)),
        error: ArgumentError,
        text: "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = 2",
      },
    ],
  },
  rrelu: {
    ...ofRrelu,
    samples: [
      ...ofRrelu.samples,
      {
        name: "training",
        inputs: [{ shape: [4, 5] }],
        gradient: "none",
        tolerance: 0,
        run: (x) => rrelu(x.to("float32"), { training: true, ...seeded() }),
      },
      {
        name: "training, transposed, in place",
        inputs: [{ shape: [4, 5], layout: "transposed" }],
        gradient: "none",
        tolerance: 0,
        run: (x) => rrelu(x.to("float32").clone(), { training: true, inplace: true, ...seeded() }),
      },
    ],
    errors: [
      ...ofRrelu.errors!,
      {
        name: "bounds that cross",
        call: () => rrelu(ones(2), 0.5, 0.25),
        error: ArgumentError,
        text: "rrelu: Lower bound should be less than or equal to the upper bound, but got 0.5 and 0.25",
      },
    ],
  },
  threshold: {
    golden: ([x], { threshold: from, value }) => threshold(x!, from, value),
    samples: [
      ...curveSamples((x) => threshold(x, 0.5, 7), { avoid: [0.5] }),
      {
        name: "in place",
        inputs: [{ shape: [9], avoid: [0.5] }],
        run: (x) => threshold(clone(x), 0.5, 7, { inplace: true }),
      },
    ],
    errors: [
      {
        name: "no number",
        call: () => threshold(ones(2), "1" as never, 2),
        error: ArgumentError,
        text: 'threshold: threshold must be a number, but got "1"',
      },
    ],
  },
});
