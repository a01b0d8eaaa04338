// Samples of erf, erfc and erfinv.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "./curves.testing.js";
import { erf, erfc, erfinv } from "./erf.js";

export const samples = defineSamples({
  erf: { samples: curveSamples(erf) },
  erfc: { samples: curveSamples(erfc) },
  erfinv: { samples: curveSamples(erfinv, { range: [-0.9, 0.9] }) },
});
