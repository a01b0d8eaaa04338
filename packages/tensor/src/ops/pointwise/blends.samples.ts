// Samples of lerp, copysign, heaviside, sinc, deg2rad and rad2deg.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { copysign, deg2rad, heaviside, lerp, rad2deg, sinc } from "./blends.js";
import { curveSamples } from "./curves.testing.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";

const aside = { avoid: [0] } as const;

export const samples = defineSamples({
  lerp: {
    samples: [
      { name: "a number", inputs: [{ shape: [3, 4] }, { shape: [4] }], run: (a, b) => lerp(a, b, 0.3) },
      { name: "beyond", inputs: [{ shape: [7] }, { shape: [7] }], run: (a, b) => lerp(a, b, 1.7) },
      {
        name: "a tensor",
        inputs: [{ shape: [3, 1], layout: "transposed" }, { shape: [3, 4] }, { shape: [4] }],
        run: (a, b, w) => lerp(a, b, w),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }, { shape: [] }], run: (a, b, w) => lerp(a, b, w) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }, { shape: [3] }], run: (a, b) => lerp(a, b, 0.5) },
    ],
    errors: [
      {
        name: "dtypes that differ",
        call: () => lerp(ones(2), ones(2, { dtype: "float64" }), 0.5),
        error: DTypeError,
        text: 'lerp: expected dtype float32 for `end` but got dtype float64; convert with .to("float32") first',
      },
    ],
  },
  copysign: {
    samples: [
      ...pairSamples((a, b) => copysign(a, b), { first: aside, second: aside }),
      { name: "a number", inputs: [{ ...aside, shape: [5], layout: "offset" }], run: (a) => copysign(a, -0) },
    ],
    errors: [doNotBroadcast("copysign", (a, b) => copysign(a, b))],
  },
  heaviside: {
    samples: [
      ...pairSamples(heaviside, { gradient: "none", integers: false }),
      {
        name: "int32",
        inputs: [
          { shape: [9], dtype: "int32", range: [-2, 3] },
          { shape: [9], dtype: "int32" },
        ],
        gradient: "none",
        run: heaviside,
      },
    ],
    errors: [
      doNotBroadcast("heaviside", heaviside),
      {
        name: "dtypes that differ",
        call: () => heaviside(ones(2), ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'heaviside: heaviside is not yet implemented for tensors with different dtypes, but got float32 and int32; convert one: values.to("float32")',
      },
    ],
  },
  sinc: { samples: curveSamples(sinc, { range: [0.2, 0.9] }) },
  deg2rad: { samples: curveSamples(deg2rad) },
  rad2deg: { samples: curveSamples(rad2deg) },
});
