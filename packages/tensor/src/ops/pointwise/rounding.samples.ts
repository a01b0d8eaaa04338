// Samples of floor, ceil, trunc, round and frac, away from their steps.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { activationSamples, curveSamples, inPlaceSamples } from "./curves.testing.js";
import { ceil, ceil_, floor, floor_, frac, round, round_, trunc, trunc_ } from "./rounding.js";

const whole = { range: [-1.9, 1.9], avoid: [-1, 0, 1] } as const;
const halves = { range: [-1.4, 1.4], avoid: [-0.5, 0.5] } as const;
const ofBools = (name: string, run: (x: Tensor) => Tensor) => ({
  name: "bools",
  call: () => run(ones([2], { dtype: "bool" })),
  error: DTypeError,
  text: `"${name}" not implemented for 'Bool'; convert with .to("float32") first`,
});

export const samples = defineSamples({
  floor: { samples: curveSamples(floor, whole), errors: [ofBools("floor", floor)] },
  floor_: inPlaceSamples("floor_", floor_, whole),
  ceil: { samples: curveSamples(ceil, whole), errors: [ofBools("ceil", ceil)] },
  ceil_: inPlaceSamples("ceil_", ceil_, whole),
  trunc: { samples: curveSamples(trunc, whole), errors: [ofBools("trunc", trunc)] },
  trunc_: inPlaceSamples("trunc_", trunc_, whole),
  round: {
    samples: [
      ...curveSamples((x) => round(x), halves),
      {
        name: "decimals",
        inputs: [{ shape: [40], range: [-9, 9] }],
        gradient: "none",
        run: (x) => round(x, { decimals: -1 }),
      },
    ],
    errors: [ofBools("round", (x) => round(x))],
  },
  round_: inPlaceSamples("round_", (x) => round_(x), halves),
  frac: activationSamples("frac", frac, whole),
});
