// Samples of maximum, minimum, fmax, fmin, clampMin and clampMax.

import { defineSamples, type OpSamples } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { clampMax, clampMin, fmax, fmin, maximum, minimum } from "./extremes.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";

function extreme(name: string, run: (input: Tensor, other: Tensor) => Tensor): OpSamples {
  const dtypes = (["int32", "uint8", "bool"] as const).map((dtype) => ({
    name: dtype,
    inputs: [
      { shape: [9], dtype },
      { shape: [9], dtype },
    ],
    gradient: "none" as const,
    run,
  }));
  return { samples: [...pairSamples(run), ...dtypes], errors: [doNotBroadcast(name, run)] };
}

const bound = (run: (input: Tensor, bound: number) => Tensor): OpSamples => ({
  golden: { none: "they are clamp's" },
  samples: [
    { name: "a number", inputs: [{ shape: [4, 9], avoid: [0.5] }], run: (a) => run(a, 0.5) },
    { name: "0-d", inputs: [{ shape: [], range: [1, 2] }], run: (a) => run(a, 0) },
    { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => run(a, 0) },
    { name: "transposed", inputs: [{ shape: [3, 4], avoid: [0], layout: "transposed" }], run: (a) => run(a, 0) },
  ],
});

export const samples = defineSamples({
  maximum: extreme("maximum", maximum),
  minimum: extreme("minimum", minimum),
  fmax: extreme("fmax", fmax),
  fmin: extreme("fmin", fmin),
  clampMin: bound(clampMin),
  clampMax: bound(clampMax),
});
