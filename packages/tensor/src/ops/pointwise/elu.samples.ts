// Samples of elu, selu and celu.

import { defineSamples } from "@bernoulli/testing";
import { clone } from "../creation/clone.js";
import { activationSamples, inPlaceSamples } from "./curves.testing.js";
import { celu, elu, elu_, selu } from "./elu.js";

// The second derivative jumps at 0.
const aside = { avoid: [0] } as const;
const [ofElu, ofSelu, ofCelu] = [
  activationSamples("elu", (x) => elu(x), aside),
  activationSamples("selu", (x) => selu(x), aside),
  activationSamples("celu", (x) => celu(x), aside),
];

export const samples = defineSamples({
  elu: {
    ...ofElu,
    golden: ([x], { alpha }) => elu(x!, alpha),
    samples: [...ofElu.samples, { name: "alpha", inputs: [{ ...aside, shape: [9] }], run: (x) => elu(x, 0.3) }],
  },
  elu_: inPlaceSamples("elu_", elu_, aside),
  selu: {
    ...ofSelu,
    samples: [
      ...ofSelu.samples,
      { name: "in place", inputs: [{ ...aside, shape: [9] }], run: (x) => selu(clone(x), { inplace: true }) },
    ],
  },
  celu: {
    ...ofCelu,
    golden: ([x], { alpha }) => celu(x!, alpha),
    samples: [...ofCelu.samples, { name: "alpha", inputs: [{ ...aside, shape: [9] }], run: (x) => celu(x, 0.3) }],
  },
});
