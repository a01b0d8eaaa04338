// Samples of erfcx, logNdtr and ndtri.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "../pointwise/curves.testing.js";
import { erfcx, logNdtr, ndtri } from "./normal.js";

const ends = [
  0,
  -0,
  1e-8,
  -1e-8,
  0.5,
  -0.5,
  9,
  100,
  1e30,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

export const samples = defineSamples({
  "special.erfcx": {
    golden: ([x]) => erfcx(x!),
    samples: [
      // As far down as floats go: it grows there as the exponential of a square.
      ...curveSamples(erfcx, { range: [-2, 3] }).filter(({ name }) => !["large and small", "extremes"].includes(name)),
      {
        name: "large and small",
        edge: true,
        inputs: [{ shape: [400], range: [-9, 12] }],
        gradient: "none",
        run: erfcx,
      },
      { name: "extremes", inputs: [{ shape: [ends.length], values: ends }], gradient: "none", run: erfcx },
    ],
  },
  "special.logNdtr": { golden: ([x]) => logNdtr(x!), samples: curveSamples(logNdtr, { range: [-4, 3] }) },
  "special.ndtri": { golden: ([x]) => ndtri(x!), samples: curveSamples(ndtri, { range: [0.15, 0.85] }) },
});
