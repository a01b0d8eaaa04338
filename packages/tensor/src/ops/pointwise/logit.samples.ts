// Samples of logit, and of logit in place.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples, inPlaceSamples } from "./curves.testing.js";
import { logit, logit_ } from "./logit.js";

const inside = { range: [0.1, 0.9] } as const;

export const samples = defineSamples({
  logit: {
    golden: ([x], { eps }) => logit(x!, eps),
    samples: [
      ...curveSamples((x) => logit(x), inside),
      {
        name: "moved inside",
        inputs: [{ shape: [9], avoid: [0.3, 0.7], range: [0.1, 0.9] }],
        run: (x) => logit(x, 0.3),
      },
    ],
  },
  logit_: inPlaceSamples("logit_", (x) => logit_(x), inside),
});
