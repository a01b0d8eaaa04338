// Samples of scalarTensor and asarray.

import { defineSamples } from "@bernoulli/testing";
import { everywhere } from "../everywhere.testing.js";
import { asarray, scalarTensor } from "./scalars.js";

export const samples = defineSamples({
  scalarTensor: {
    golden: { none: "a number in a tensor" },
    samples: [
      { name: "a number", inputs: [], gradient: "none", run: () => scalarTensor(2.5) },
      { name: "of int32", inputs: [], gradient: "none", run: () => scalarTensor(7, { dtype: "int32" }) },
    ],
  },
  asarray: {
    golden: { none: "its input, or a copy" },
    samples: [
      ...everywhere((a) => asarray(a)),
      { name: "a copy", inputs: [{ shape: [3] }], run: (a) => asarray(a, { copy: true }) },
    ],
  },
});
