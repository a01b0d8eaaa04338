// Samples of fillDiagonal_ and diagflat.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { everywhere } from "../everywhere.testing.js";
import { diagflat, fillDiagonal_ } from "./fill-diagonal.js";
import { reshape } from "./view.js";

export const samples = defineSamples({
  fillDiagonal_: {
    golden: ([a], { value, wrap }) => fillDiagonal_(clone(a!), value, { wrap }),
    samples: [
      { name: "a wide matrix", inputs: [{ shape: [3, 4] }], run: (a) => fillDiagonal_(clone(a), 2) },
      { name: "a tall matrix", inputs: [{ shape: [7, 2] }], run: (a) => fillDiagonal_(clone(a), 2) },
      {
        name: "a tall matrix, wrapped",
        inputs: [{ shape: [7, 2] }],
        run: (a) => fillDiagonal_(clone(a), 2, { wrap: true }),
      },
      { name: "a cube", inputs: [{ shape: [3, 3, 3] }], run: (a) => fillDiagonal_(clone(a), 2) },
      { name: "of a number", inputs: [{ shape: [] }], run: (a) => fillDiagonal_(clone(reshape(a, 1, 1)), 2) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => fillDiagonal_(clone(a), 2) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => fillDiagonal_(ones(3), 1),
        error: ShapeError,
        text: "fillDiagonal_: dimensions must be larger than 1, but got shape [3]",
      },
      {
        name: "a box",
        call: () => fillDiagonal_(ones(2, 2, 3), 1),
        error: ShapeError,
        text: "fillDiagonal_: all dimensions of input must be of equal length, but got [2, 2, 3]",
      },
    ],
  },
  diagflat: {
    golden: ([a], { offset }) => diagflat(a!, offset),
    samples: everywhere((a) => diagflat(a, 1), { tolerance: 0 }),
  },
});
