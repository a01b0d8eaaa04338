// Samples of tanh and sigmoid, and of both in place.

import { defineSamples } from "@bernoulli/testing";
import { AutogradError } from "../checks/errors.js";
import type { Tensor } from "../tensor/tensor.js";
import { clone } from "./clone.js";
import { ones } from "./creation.js";
import { sigmoid, sigmoid_, tanh, tanh_ } from "./tanh.js";

const infinity = Number.POSITIVE_INFINITY;
const extremes = [
  0,
  -0,
  1e-8,
  -1e-8,
  1e-3,
  0.62,
  0.63,
  -0.63,
  9,
  20,
  -20,
  100,
  -100,
  1000,
  infinity,
  -infinity,
  Number.NaN,
];

function family(run: (a: Tensor) => Tensor) {
  return [
    { name: "contiguous", inputs: [{ shape: [3, 7] }], run },
    { name: "large and small", edge: true, inputs: [{ shape: [400], range: [-12, 12] }], gradient: "none", run },
    { name: "near zero", edge: true, inputs: [{ shape: [400], range: [-0.7, 0.7] }], run },
    { name: "extremes", inputs: [{ shape: [extremes.length], values: extremes }], gradient: "none", run },
    { name: "0-d", inputs: [{ shape: [] }], run },
    { name: "zero-size", inputs: [{ shape: [0] }], run },
    { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run },
    { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run },
  ] as const;
}

const onLeaf = (name: string) =>
  `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`;

export const samples = defineSamples({
  tanh: { samples: family(tanh) },
  sigmoid: { samples: family(sigmoid) },
  tanh_: {
    samples: [
      { name: "on a result", inputs: [{ shape: [3, 5] }], run: (a) => tanh_(clone(a)) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => tanh_(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => tanh_(clone(a)) },
    ],
    errors: [
      {
        name: "a leaf that requires a gradient",
        call: () => tanh_(ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: onLeaf("tanh_"),
      },
    ],
  },
  sigmoid_: {
    samples: [
      { name: "on a result", inputs: [{ shape: [3, 5] }], run: (a) => sigmoid_(clone(a)) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => sigmoid_(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => sigmoid_(clone(a)) },
    ],
    errors: [
      {
        name: "a leaf that requires a gradient",
        call: () => sigmoid_(ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: onLeaf("sigmoid_"),
      },
    ],
  },
});
