// Samples of amax, amin and aminmax.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { cat } from "../shapes/cat.js";
import { reshape } from "../views/view.js";
import { amax, amin, aminmax } from "./extremes.js";
import { type Reduction, reductionSamples } from "./more.testing.js";

const awkward = [1, 3, 3, Number.NaN, 2, Number.NaN, Number.NEGATIVE_INFINITY, -0, 0];

const samplesOf = (reduce: Reduction): readonly Sample[] => [
  ...reductionSamples(reduce, { input: { distinct: true }, ofNone: false }),
  { name: "equals and NaN", inputs: [{ shape: [3, 3], values: awkward }], gradient: "none", run: (a) => reduce(a, 1) },
  { name: "infinities", inputs: [{ shape: [9], values: awkward }], gradient: "none", run: (a) => reduce(a) },
];

const errorsOf = (op: string, reduce: Reduction) => [
  {
    name: "nothing to choose from",
    call: () => reduce(ones(0)),
    error: ShapeError,
    text: `${op}: Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  },
  {
    name: "nothing along a dimension",
    call: () => reduce(ones(2, 0), 1),
    error: ShapeError,
    text: `${op}: Expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]`,
  },
  {
    name: "a dimension out of range",
    call: () => reduce(ones(2), 1),
    error: IndexError,
    text: `${op}: dimension out of range (expected to be in range of [-1, 0], but got 1)`,
  },
];

const both: Reduction = (input, dim, options) => {
  const { min, max } = aminmax(input, { ...options, ...(typeof dim === "number" ? { dim } : {}) });
  return cat([reshape(min, -1), reshape(max, -1)]);
};

export const samples = defineSamples({
  amax: {
    golden: ([a], { dim, ...options }) => amax(a!, dim, options),
    samples: samplesOf(amax),
    errors: errorsOf("amax", amax),
  },
  amin: {
    golden: ([a], { dim, ...options }) => amin(a!, dim, options),
    samples: samplesOf(amin),
    errors: errorsOf("amin", amin),
  },
  aminmax: {
    golden: ([a], options) => Object.values(aminmax(a!, options)),
    samples: samplesOf(both),
    errors: errorsOf("aminmax", both),
  },
});
