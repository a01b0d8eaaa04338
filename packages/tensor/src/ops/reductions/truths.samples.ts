// Samples of all, any and countNonzero.

import { defineSamples, type GoldenCall, type Sample } from "@bernoulli/testing";
import { IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { type Reduction, reductionSamples } from "./more.testing.js";
import { all, any, countNonzero } from "./truths.js";

const values = [0, -0, 0, 1, Number.NaN, 2, 0, Number.POSITIVE_INFINITY, 0];

const samplesOf = (reduce: Reduction): readonly Sample[] => [
  ...reductionSamples(reduce, { gradient: "none" }),
  { name: "zeros, NaN and ∞", inputs: [{ shape: [3, 3], values }], gradient: "none", run: (a) => reduce(a, 1) },
  { name: "many bools", inputs: [{ shape: [4099], dtype: "bool" }], gradient: "none", run: (a) => reduce(a) },
];

const errorsOf = (op: string, reduce: Reduction) => [
  {
    name: "a dimension out of range",
    call: () => reduce(ones(2, 3), 2),
    error: IndexError,
    text: `${op}: dimension out of range (expected to be in range of [-2, 1], but got 2)`,
  },
];

const called =
  (reduce: Reduction): GoldenCall =>
  ([a], { dim, ...options }) =>
    reduce(a!, dim, options);

const counted: Reduction = (input, dim) => countNonzero(input, dim);

export const samples = defineSamples({
  all: { golden: called(all), samples: samplesOf(all), errors: errorsOf("all", all) },
  any: { golden: called(any), samples: samplesOf(any), errors: errorsOf("any", any) },
  countNonzero: {
    differences: "gives int32",
    golden: called(counted),
    samples: samplesOf(counted),
    errors: errorsOf("countNonzero", counted),
  },
});
