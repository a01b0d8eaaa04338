// Samples of rsqrt, reciprocal, square and hypot.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples, inPlaceSamples, ofFloatsOnly } from "./curves.testing.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";
import { hypot, reciprocal, reciprocal_, rsqrt, rsqrt_, square } from "./roots.js";

const positive = { range: [0.3, 4] } as const;

export const samples = defineSamples({
  rsqrt: { samples: curveSamples(rsqrt, positive) },
  rsqrt_: inPlaceSamples("rsqrt_", rsqrt_, positive),
  reciprocal: { samples: curveSamples(reciprocal, positive) },
  reciprocal_: inPlaceSamples("reciprocal_", reciprocal_, positive),
  square: { samples: curveSamples(square) },
  hypot: {
    samples: pairSamples(hypot, { first: { avoid: [0] }, integers: false }),
    errors: [doNotBroadcast("hypot", hypot), ofFloatsOnly("hypot", (a) => hypot(a, a))],
  },
});
