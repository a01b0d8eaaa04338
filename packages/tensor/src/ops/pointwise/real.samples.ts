// Samples of real, conj and its like, positive, isreal, angle and rsub.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { everywhere } from "../everywhere.testing.js";
import { pairSamples } from "./pairs.testing.js";
import { angle, conj, conjPhysical, isreal, positive, real, resolveConj, resolveNeg, rsub } from "./real.js";

export const samples = defineSamples({
  real: { samples: everywhere(real) },
  conj: { samples: everywhere(conj) },
  conjPhysical: { samples: everywhere(conjPhysical) },
  resolveConj: { samples: everywhere(resolveConj) },
  resolveNeg: { samples: everywhere(resolveNeg) },
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
