// Samples of i0, i0e, i1 and i1e.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "../pointwise/curves.testing.js";
import { i0, i0e, i1, i1e } from "./bessel.js";

export const samples = defineSamples({
  i0: { samples: curveSamples(i0, { steep: true, avoid: [0] }) },
  "special.i0e": { golden: ([x]) => i0e(x!), samples: curveSamples(i0e, { avoid: [0] }) },
  "special.i1": { golden: ([x]) => i1(x!), samples: curveSamples(i1, { steep: true, avoid: [0] }) },
  "special.i1e": { golden: ([x]) => i1e(x!), samples: curveSamples(i1e, { range: [0.2, 1.2] }) },
});
