// Samples of lgamma and digamma, below zero too.

import { defineSamples } from "@bernoulli/testing";
import { curveSamples } from "./curves.testing.js";
import { digamma, lgamma } from "./gamma.js";

const awayFromPoles = { range: [-1.8, 6], avoid: [-1, 0] } as const;

export const samples = defineSamples({
  lgamma: { samples: curveSamples(lgamma, awayFromPoles) },
  digamma: { samples: curveSamples(digamma, awayFromPoles) },
});
