// Samples of softplus, softsign and logsigmoid.

import { defineSamples } from "@bernoulli/testing";
import { activationSamples, curveSamples } from "./curves.testing.js";
import { logsigmoid, softplus, softsign } from "./softplus.js";

const ofSoftplus = activationSamples("softplus", (x) => softplus(x));

export const samples = defineSamples({
  softplus: {
    ...ofSoftplus,
    samples: [
      ...ofSoftplus.samples,
      { name: "beta", inputs: [{ shape: [9] }], run: (x) => softplus(x, 3) },
      { name: "threshold", inputs: [{ shape: [9], avoid: [0.5] }], run: (x) => softplus(x, { threshold: 0.5 }) },
    ],
  },
  softsign: { samples: curveSamples(softsign, { avoid: [0] }) },
  logsigmoid: activationSamples("logsigmoid", logsigmoid),
});
