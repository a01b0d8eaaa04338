// Samples of i0, i0 in place, i0e, i1 and i1e.

import { defineSamples } from "@bernoulli/testing";
import { clone } from "../creation/clone.js";
import { curveSamples, inPlaceSamples } from "../pointwise/curves.testing.js";
import { i0, i0_, i0e, i1, i1e } from "./bessel.js";

export const samples = defineSamples({
  i0: { samples: curveSamples(i0, { steep: true, avoid: [0] }) },
  i0_: { ...inPlaceSamples("i0_", i0_, { avoid: [0] }), golden: ([x]) => i0_(clone(x!)) },
  "special.i0e": { golden: ([x]) => i0e(x!), samples: curveSamples(i0e, { avoid: [0] }) },
  "special.i1": { golden: ([x]) => i1(x!), samples: curveSamples(i1, { steep: true, avoid: [0] }) },
  "special.i1e": { golden: ([x]) => i1e(x!), samples: curveSamples(i1e, { range: [0.2, 1.2] }) },
});
