// Samples of sin, cos, tan and their inverses.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples, inPlaceSamples } from "./curves.testing.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";
import { acos, asin, atan, atan2, cos, cos_, sin, sin_, tan } from "./trigonometric.js";

const inside = { range: [-0.9, 0.9] } as const;

export const samples = defineSamples({
  sin: { samples: curveSamples(sin) },
  sin_: inPlaceSamples("sin_", sin_),
  cos: { samples: curveSamples(cos) },
  cos_: inPlaceSamples("cos_", cos_),
  tan: { samples: curveSamples(tan, { range: [-1.2, 1.2] }) },
  asin: { samples: curveSamples(asin, inside) },
  acos: { samples: curveSamples(acos, inside) },
  atan: { samples: curveSamples(atan) },
  atan2: {
    samples: pairSamples(atan2, { first: { avoid: [0] }, second: { avoid: [0] } }),
    errors: [doNotBroadcast("atan2", atan2)],
  },
});
