// Samples of nansum and nanmean.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import { tensor } from "../creation/creation.js";
import { type Reduction, reductionSamples } from "./more.testing.js";
import { nanmean, nansum } from "./without-nan.js";

const values = [1, Number.NaN, 2, Number.NaN, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NaN, 1];

const withNaN = (reduce: Reduction): readonly Sample[] => [
  { name: "NaN", inputs: [{ shape: [3, 3], values }], gradient: "none", run: (a) => reduce(a, 1) },
];

export const samples = defineSamples({
  nansum: {
    differences: "integers sum to int32",
    golden: ([a], { dim, ...options }) => nansum(a!, dim, options),
    samples: [...reductionSamples(nansum), ...withNaN(nansum)],
  },
  nanmean: {
    golden: ([a], { dim, ...options }) => nanmean(a!, dim, options),
    samples: [
      ...reductionSamples(nanmean, { integers: false, ofNone: false }),
      ...withNaN(nanmean),
      { name: "zero-size", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => nanmean(a, 0) },
    ],
    errors: [
      {
        name: "integers",
        call: () => nanmean(tensor([1, 2], { dtype: "int32" })),
        error: DTypeError,
        text: 'nanmean: expected input to have floating point dtype but got int32; convert with .to("float32")',
      },
    ],
  },
});
