// Samples of unfold.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { unfold } from "./unfold.js";

export const samples = defineSamples({
  unfold: {
    golden: ([a], { dimension, size, step }) => unfold(a!, dimension, size, step),
    samples: [
      { name: "windows that overlap", inputs: [{ shape: [7] }], tolerance: 0, run: (a) => unfold(a, 0, 3, 1) },
      { name: "windows side by side", inputs: [{ shape: [2, 7] }], tolerance: 0, run: (a) => unfold(a, 1, 2, 2) },
      { name: "windows apart", inputs: [{ shape: [7, 2] }], run: (a) => unfold(a, 0, 2, 3) },
      { name: "patches of an image", inputs: [{ shape: [2, 5, 6] }], run: (a) => unfold(unfold(a, 1, 3, 2), 2, 2, 1) },
      { name: "transposed", inputs: [{ shape: [5, 3], layout: "transposed" }], run: (a) => unfold(a, 0, 3, 2) },
      { name: "expanded", inputs: [{ shape: [4, 3], layout: "expanded" }], run: (a) => unfold(a, 0, 2, 1) },
      { name: "of nothing", edge: true, inputs: [{ shape: [2, 3] }], run: (a) => unfold(a, 0, 0, 1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => unfold(a, 0, 1, 1) },
      { name: "zero-size", inputs: [{ shape: [4, 0] }], run: (a) => unfold(a, 0, 2, 1) },
      { name: "bytes", inputs: [{ shape: [5], dtype: "uint8" }], gradient: "none", run: (a) => unfold(a, 0, 2, 1) },
    ],
    errors: [
      {
        name: "a window larger than the dimension",
        call: () => unfold(ones(2, 3), 0, 3, 1),
        error: ArgumentError,
        text: "unfold: maximum size for tensor at dimension 0 is 2 but size is 3",
      },
      {
        name: "a negative size",
        call: () => unfold(ones(2), 0, -1, 1),
        error: ArgumentError,
        text: "unfold: size is -1 but must be an integer >= 0",
      },
      {
        name: "no step",
        call: () => unfold(ones(2), 0, 2, 0),
        error: ArgumentError,
        text: "unfold: step is 0 but must be an integer > 0",
      },
      {
        name: "a dimension that is not there",
        call: () => unfold(ones(2), 1, 2, 1),
        error: IndexError,
        text: "unfold: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
    ],
  },
});
