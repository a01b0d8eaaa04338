// Samples of hardshrink, softshrink and tanhshrink, away from their kinks.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { activationSamples, curveSamples } from "./curves.testing.js";
import { hardshrink, softshrink, tanhshrink } from "./shrink.js";

const aside = { avoid: [-0.5, 0.5] } as const;
const [ofHard, ofSoft] = [
  activationSamples("hardshrink", (x) => hardshrink(x), aside),
  activationSamples("softshrink", (x) => softshrink(x), aside),
];

export const samples = defineSamples({
  hardshrink: {
    ...ofHard,
    samples: [
      ...ofHard.samples,
      { name: "lambd", inputs: [{ shape: [9], avoid: [-1, 1] }], run: (x) => hardshrink(x, 1) },
    ],
  },
  softshrink: {
    ...ofSoft,
    samples: [
      ...ofSoft.samples,
      { name: "lambd", inputs: [{ shape: [9], avoid: [-1, 1] }], run: (x) => softshrink(x, 1) },
    ],
    errors: [
      ...ofSoft.errors!,
      {
        name: "a lambd below zero",
        call: () => softshrink(ones(2), -1),
        error: ArgumentError,
        text: "softshrink: lambda must be greater or equal to 0, but found to be -1",
      },
    ],
  },
  // Near zero nearly nothing is left, and float32 has few of its digits.
  tanhshrink: { samples: curveSamples(tanhshrink, { range: [0.6, 4] }) },
});
