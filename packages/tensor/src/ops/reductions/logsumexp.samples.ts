// Samples of logsumexp.

import { defineSamples } from "@bernoulli/testing";
import { IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { logsumexp } from "./logsumexp.js";
import { reductionSamples } from "./more.testing.js";

const infinity = Number.POSITIVE_INFINITY;

export const samples = defineSamples({
  logsumexp: {
    golden: ([a], { dim, ...options }) => logsumexp(a!, dim, options),
    samples: [
      ...reductionSamples((a, dim = [], options = {}) => logsumexp(a, dim, options)),
      {
        name: "what overflows alone, NaN and infinities",
        inputs: [{ shape: [4, 2], values: [1000, 999, -infinity, -infinity, infinity, 1, Number.NaN, 1] }],
        gradient: "none",
        run: (a) => logsumexp(a, 1),
      },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => logsumexp(ones(2, 3), 2),
        error: IndexError,
        text: "logsumexp: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
});
