// Samples of real, conj, positive, isreal, angle and rsub.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { everywhere } from "../everywhere.testing.js";
import { pairSamples } from "./pairs.testing.js";
import { angle, conj, isreal, positive, real, rsub } from "./real.js";

export const samples = defineSamples({
  real: { samples: everywhere(real) },
  conj: { samples: everywhere(conj) },
  positive: {
    samples: everywhere(positive),
    errors: [
      {
        name: "bools",
        call: () => positive(ones([2], { dtype: "bool" })),
        error: DTypeError,
        text: 'positive: The `+` operator, on a bool tensor is not supported; convert with .to("int32") first',
      },
    ],
  },
  isreal: { samples: everywhere(isreal, { gradient: "none" }) },
  angle: { samples: everywhere(angle, { avoid: [0] }) },
  rsub: {
    differences: "no `alpha`",
    samples: [
      ...pairSamples(rsub, { specials: false }),
      { name: "a number", inputs: [{ shape: [5] }], run: (a) => rsub(a, 3) },
    ],
  },
});
