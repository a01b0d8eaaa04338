// Samples of exp2, expm1, the logarithms and what adds them.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples, ofFloatsOnly } from "./curves.testing.js";
import { exp2, expm1, log1p, log2, log10, logaddexp, logaddexp2, xlogy } from "./logarithms.js";
import { mul } from "./mul.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";

const positive = { range: [0.3, 4] } as const;

export const samples = defineSamples({
  exp2: { samples: curveSamples(exp2, { steep: true }) },
  expm1: { samples: curveSamples(expm1, { steep: true }) },
  log1p: { samples: curveSamples(log1p, { range: [-0.7, 4] }) },
  log2: { samples: curveSamples(log2, positive) },
  log10: { samples: curveSamples(log10, positive) },
  logaddexp: {
    samples: pairSamples(logaddexp, { integers: false }),
    errors: [doNotBroadcast("logaddexp", logaddexp), ofFloatsOnly("logaddexp", (a) => logaddexp(a, a))],
  },
  logaddexp2: {
    samples: pairSamples(logaddexp2, { integers: false }),
    errors: [doNotBroadcast("logaddexp2", logaddexp2), ofFloatsOnly("logaddexp2", (a) => logaddexp2(a, a))],
  },
  xlogy: {
    samples: [
      ...pairSamples(xlogy, { second: positive }),
      { name: "a number", inputs: [{ shape: [5], layout: "offset" }], run: (a) => xlogy(a, 3) },
      {
        name: "zeros beside what has no logarithm",
        edge: true,
        inputs: [{ shape: [5] }, { shape: [5], range: [-3, -1] }],
        gradient: "first",
        run: (a, b) => xlogy(mul(a, 0), b),
      },
    ],
    errors: [doNotBroadcast("xlogy", xlogy)],
  },
});
