// Samples of ldexp, frexp and floatPower, and of the first and the last in place.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { detach } from "../views/detach.js";
import { add } from "./add.js";
import { floatPower, floatPower_, frexp, ldexp, ldexp_ } from "./binary-floats.js";
import { curveSamples, inPlaceSamples } from "./curves.testing.js";
import { mul } from "./mul.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";

const positive = { range: [0.3, 3] } as const;
const both = (x: Parameters<typeof frexp>[0]) => {
  const { mantissa, exponent } = frexp(x);
  return add(mantissa, exponent);
};

export const samples = defineSamples({
  ldexp: {
    samples: [
      ...pairSamples(ldexp, { specials: false }),
      {
        name: "large powers, and what is no number",
        inputs: [
          { shape: [6], values: [2 ** -100, -3, 0, Number.POSITIVE_INFINITY, Number.NaN, 1] },
          { shape: [6], values: [200, 100, 5, -3, 1, 127] },
        ],
        gradient: "none",
        tolerance: 0,
        run: (a, b) => ldexp(a, b),
      },
    ],
    errors: [doNotBroadcast("ldexp", ldexp)],
  },
  ldexp_: inPlaceSamples("ldexp_", (a) => ldexp_(a, ones([], { dtype: a.dtype, device: a.device }))),
  frexp: {
    differences: "the result's members are `mantissa` and `exponent`",
    golden: ([x]) => {
      const { mantissa, exponent } = frexp(x!);
      return [mantissa, exponent];
    },
    samples: curveSamples(both, { range: [0.55, 0.95], integers: false }).filter(({ name }) => name !== "extremes"),
    errors: [
      {
        name: "integers",
        call: () => frexp(ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'frexp: only supports floating-point dtypes, but got int32; convert with .to("float32")',
      },
    ],
  },
  floatPower: {
    samples: [
      ...pairSamples(floatPower, { first: positive, specials: false }),
      { name: "a number", inputs: [{ shape: [5], ...positive }], run: (a) => floatPower(a, 1.5) },
      {
        name: "zero to exponents that have gradients",
        edge: true,
        inputs: [{ shape: [4], range: [0.5, 2] }],
        run: (a) => floatPower(detach(mul(a, 0)), a),
      },
    ],
    errors: [doNotBroadcast("pow", floatPower)],
  },
  floatPower_: {
    samples: [
      {
        name: "on a result",
        inputs: [{ shape: [5], ...positive }],
        run: (a) => floatPower_(clone(to(a, "float64")), 3),
      },
      { name: "0-d", inputs: [{ shape: [], ...positive }], run: (a) => floatPower_(clone(to(a, "float64")), 3) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => floatPower_(clone(to(a, "float64")), 3) },
    ],
    errors: [
      {
        name: "float32",
        call: () => floatPower_(ones(2), 2),
        error: DTypeError,
        text: 'floatPower_: the base given to float_power_ has dtype float32 but the operation\'s result requires dtype float64; convert with .to("float64")',
      },
    ],
  },
});
