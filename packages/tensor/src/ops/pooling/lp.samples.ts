// Samples of lpPool1d, lpPool2d and lpPool3d.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { lpPool1d, lpPool2d, lpPool3d } from "./lp.js";

const positive = [0.5, 2] as const;

export const samples = defineSamples({
  lpPool1d: {
    golden: ([a], { normType, kernelSize, ...options }) => lpPool1d(a!, normType, kernelSize, options),
    samples: [
      { name: "Euclidean", inputs: [{ shape: [2, 3, 6] }], run: (a) => lpPool1d(a, 2, 2) },
      { name: "no batch", inputs: [{ shape: [3, 7], range: positive }], run: (a) => lpPool1d(a, 1.5, 3, 2) },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 2, 7], range: positive }],
        run: (a) => lpPool1d(a, 3, 2, { stride: 2, ceilMode: true }),
      },
      {
        name: "the largest",
        inputs: [{ shape: [1, 2, 6], distinct: true }],
        run: (a) => lpPool1d(a, Number.POSITIVE_INFINITY, 2),
      },
      { name: "stepped", inputs: [{ shape: [1, 2, 6], layout: "stepped" }], run: (a) => lpPool1d(a, 2, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 2, 6] }], run: (a) => lpPool1d(a, 2, 2) },
    ],
    errors: [
      {
        name: "no norm",
        call: () => lpPool1d(ones(1, 4), 0, 2),
        error: ArgumentError,
        text: "lpPool1d: norm_type must be a non-zero value, but got 0",
      },
    ],
  },
  lpPool2d: {
    golden: ([a], { normType, kernelSize, ...options }) => lpPool2d(a!, normType, kernelSize, options),
    samples: [
      { name: "Euclidean", inputs: [{ shape: [2, 3, 6, 4] }], run: (a) => lpPool2d(a, 2, 2) },
      { name: "pairs", inputs: [{ shape: [3, 5, 7], range: positive }], run: (a) => lpPool2d(a, 3, [2, 3], [1, 2]) },
      {
        name: "the smallest",
        inputs: [{ shape: [1, 2, 4, 4], distinct: true }],
        run: (a) => lpPool2d(a, Number.NEGATIVE_INFINITY, 2),
      },
      { name: "transposed", inputs: [{ shape: [2, 4, 4], layout: "transposed" }], run: (a) => lpPool2d(a, 2, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 2, 4, 4] }], run: (a) => lpPool2d(a, 2, 2) },
    ],
  },
  lpPool3d: {
    golden: ([a], { normType, kernelSize, ...options }) => lpPool3d(a!, normType, kernelSize, options),
    samples: [
      { name: "Euclidean", inputs: [{ shape: [2, 3, 4, 5, 4] }], run: (a) => lpPool3d(a, 2, 2) },
      {
        name: "three sizes",
        inputs: [{ shape: [3, 2, 5, 4], range: positive }],
        run: (a) => lpPool3d(a, 3, [1, 2, 3], [1, 2, 1]),
      },
      { name: "transposed", inputs: [{ shape: [2, 4, 4, 2], layout: "transposed" }], run: (a) => lpPool3d(a, 2, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 2, 4, 4, 4] }], run: (a) => lpPool3d(a, 2, 2) },
    ],
  },
});
