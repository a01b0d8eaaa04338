// Samples of entr, xlog1py and ndtr.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "../pointwise/curves.testing.js";
import { mul } from "../pointwise/mul.js";
import { doNotBroadcast, pairSamples } from "../pointwise/pairs.testing.js";
import { entr, ndtr, xlog1py } from "./entropies.js";

export const samples = defineSamples({
  "special.entr": { golden: ([x]) => entr(x!), samples: curveSamples(entr, { range: [0.2, 3] }) },
  "special.ndtr": { golden: ([x]) => ndtr(x!), samples: curveSamples(ndtr) },
  "special.xlog1py": {
    golden: ([a, b]) => xlog1py(a!, b!),
    samples: [
      ...pairSamples(xlog1py, { second: { range: [-0.5, 3] } }),
      { name: "a number", inputs: [{ shape: [5], layout: "offset" }], run: (a) => xlog1py(a, 3) },
      {
        name: "zeros beside what has no logarithm",
        edge: true,
        inputs: [{ shape: [5] }, { shape: [5], range: [-3, -2] }],
        gradient: "first",
        run: (a, b) => xlog1py(mul(a, 0), b),
      },
    ],
    errors: [doNotBroadcast("xlog1py", xlog1py)],
  },
});
