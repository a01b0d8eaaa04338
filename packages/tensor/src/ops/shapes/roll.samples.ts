// Samples of roll.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { roll } from "./roll.js";

export const samples = defineSamples({
  roll: {
    golden: ([a], { shifts, dims }) => roll(a!, shifts, dims),
    samples: [
      { name: "rows", inputs: [{ shape: [5, 3] }], tolerance: 0, run: (a) => roll(a, 2, 0) },
      { name: "rows and columns", inputs: [{ shape: [4, 3, 5] }], tolerance: 0, run: (a) => roll(a, [1, -7], [0, -1]) },
      { name: "all as one row", inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => roll(a, 5) },
      { name: "one dimension twice", inputs: [{ shape: [5] }], tolerance: 0, run: (a) => roll(a, [1, 2], [0, 0]) },
      { name: "not at all", edge: true, inputs: [{ shape: [3] }], tolerance: 0, run: (a) => roll(a, 3) },
      {
        name: "transposed",
        inputs: [{ shape: [5, 6], layout: "transposed" }],
        tolerance: 0,
        run: (a) => roll(a, [-1, 2], [0, 1]),
      },
      { name: "expanded", inputs: [{ shape: [3, 4], layout: "expanded" }], tolerance: 0, run: (a) => roll(a, 1) },
      { name: "0-d", inputs: [{ shape: [] }], tolerance: 0, run: (a) => roll(a, 1) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], tolerance: 0, run: (a) => roll(a, 1, 0) },
      { name: "bytes", inputs: [{ shape: [9], dtype: "uint8" }], gradient: "none", run: (a) => roll(a, -4, 0) },
    ],
    errors: [
      {
        name: "two shifts for one dimension",
        call: () => roll(ones(2, 3), [1, 2], 0),
        error: ArgumentError,
        text: "roll: shifts and dimensions must align. shifts: 2, dims: 1",
      },
      { name: "no shifts", call: () => roll(ones(2), []), error: ArgumentError, text: "roll: `shifts` required" },
      {
        name: "a fraction",
        call: () => roll(ones(2), 1.5),
        error: ArgumentError,
        text: "roll: shifts must be integers, but got 1.5",
      },
      {
        name: "a dimension of a number",
        call: () => roll(ones([]), 1, 0),
        error: IndexError,
        text: "roll: dimension specified as 0 but tensor has no dimensions",
      },
      {
        name: "a dimension that is not there",
        call: () => roll(ones(2, 3), 1, 3),
        error: IndexError,
        text: "roll: dimension out of range (expected to be in range of [-2, 1], but got 3)",
      },
    ],
  },
});
