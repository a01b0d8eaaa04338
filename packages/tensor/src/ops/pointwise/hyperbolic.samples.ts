// Samples of sinh, cosh and the inverses of the hyperbolic functions.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "./curves.testing.js";
import { acosh, asinh, atanh, cosh, sinh } from "./hyperbolic.js";

export const samples = defineSamples({
  sinh: { samples: curveSamples(sinh, { steep: true }) },
  cosh: { samples: curveSamples(cosh, { steep: true }) },
  asinh: { samples: curveSamples(asinh) },
  acosh: { samples: curveSamples(acosh, { range: [1.2, 5] }) },
  atanh: { samples: curveSamples(atanh, { range: [-0.9, 0.9] }) },
});
