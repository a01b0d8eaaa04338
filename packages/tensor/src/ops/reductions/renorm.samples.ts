// Samples of renorm, and of renorm in place, and of dist.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { pairSamples } from "../pointwise/pairs.testing.js";
import { reshape } from "../views/view.js";
import { dist, renorm, renorm_ } from "./renorm.js";

const ofSlices = (run: typeof renorm): Sample[] => [
  { name: "rows", inputs: [{ shape: [4, 3] }], run: (a) => run(a, 2, 0, 1) },
  { name: "columns by sums", inputs: [{ shape: [4, 3], layout: "transposed" }], run: (a) => run(a, 1, -1, 2) },
  { name: "a batch by p 3", inputs: [{ shape: [2, 3, 2], range: [0.5, 2] }], run: (a) => run(a, 3, 1, 1) },
  { name: "0-d in a matrix", inputs: [{ shape: [] }], run: (a) => run(reshape(a, 1, 1), 2, 0, 100) },
  { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => run(a, 2, 0, 1) },
];

export const samples = defineSamples({
  renorm: {
    golden: ([a], { p, dim, maxnorm }) => renorm(a!, p, dim, maxnorm),
    samples: ofSlices(renorm),
    errors: [
      {
        name: "a vector",
        call: () => renorm(ones(2), 2, 0, 1),
        error: ShapeError,
        text: "renorm: input needs at least 2 dimensions, got 1 dimensions",
      },
      {
        name: "a p below 0",
        call: () => renorm(ones(2, 2), -1, 0, 1),
        error: ArgumentError,
        text: "renorm: non-positive-norm not supported, but got p -1",
      },
      {
        name: "a negative maxnorm",
        call: () => renorm(ones(2, 2), 2, 0, -1),
        error: ArgumentError,
        text: "renorm: expected maxnorm to be >= 0 but got -1",
      },
    ],
  },
  renorm_: { samples: ofSlices((a, ...rest) => renorm_(clone(a), ...rest)) },
  dist: {
    golden: ([a, b], { p }) => dist(a!, b!, p),
    samples: [
      ...pairSamples((a, b) => dist(a, b), { specials: false, first: { range: [1, 2] }, second: { range: [-1, 0.5] } }),
      { name: "by sums", inputs: [{ shape: [3, 4] }, { shape: [4], range: [4, 5] }], run: (a, b) => dist(a!, b!, 1) },
    ],
  },
});
