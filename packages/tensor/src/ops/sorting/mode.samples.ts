// Samples of mode.

import { defineSamples } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { mode } from "./mode.js";
import { alongSamples } from "./sort.samples.js";

export const samples = defineSamples({
  mode: {
    differences: "indices are int32; of equals it takes the last; NaN are passed over where they are not alone",
    golden: ([a], { dim, valuesOnly, ...options }) => {
      const { values, indices } = mode(a!, dim, options);
      return valuesOnly ? values : [values, indices];
    },
    samples: [
      ...alongSamples((a, dim) => mode(a, dim).values),
      ...alongSamples((a, dim) => mode(a, dim, { keepdim: true }).indices, { gradient: "none" }).map((sample) => ({
        ...sample,
        name: `places: ${sample.name}`,
      })),
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => mode(ones(2), 1),
        error: IndexError,
        text: "mode: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
      {
        name: "nothing to choose from",
        call: () => mode(ones(2, 0)),
        error: ShapeError,
        text: "mode: Expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
    ],
  },
});
