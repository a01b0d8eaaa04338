// Samples of varMean and stdMean.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { tensor } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { type Reduction, reductionSamples } from "./more.testing.js";
import { stdMean, varMean } from "./spread-and-mean.js";

/** Both in one, so that neither can be lost; of what has one element, or none, there is no variance. */
const together =
  (both: typeof varMean): Reduction =>
  (input, dim, options) => {
    const [spread, mean] = both(input, dim, { ...options, correction: 0 });
    return add(spread, mul(mean, 3));
  };

const samplesOf = (both: typeof varMean) =>
  reductionSamples(together(both), { integers: false, ofNone: false }).filter(({ name }) => !name.includes("0-d"));

const integers = () => tensor([1, 2], { dtype: "int32" });

export const samples = defineSamples({
  varMean: {
    golden: ([a], { dim, ...options }) => varMean(a!, dim, options),
    samples: [
      ...samplesOf(varMean),
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a) => together(varMean)(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => together(varMean)(a, 0) },
    ],
    errors: [
      {
        name: "integers",
        call: () => varMean(integers()),
        error: DTypeError,
        text: 'var: only support floating point dtypes, but got int32; convert with .to("float32")',
      },
    ],
  },
  stdMean: {
    golden: ([a], { dim, ...options }) => stdMean(a!, dim, options),
    samples: [
      ...samplesOf(stdMean),
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a) => together(stdMean)(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => together(stdMean)(a, 0) },
    ],
    errors: [
      {
        name: "integers",
        call: () => stdMean(integers()),
        error: DTypeError,
        text: 'std: only support floating point dtypes, but got int32; convert with .to("float32")',
      },
    ],
  },
});
