// The samples of smooth functions of one number, such as tanh: every layout, numbers near zero and far from it, and what is not finite.

import type { Sample } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";

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

export function curveSamples(run: (input: Tensor) => Tensor): readonly Sample[] {
  return [
    { name: "contiguous", inputs: [{ shape: [3, 7] }], run },
    { name: "large and small", edge: true, inputs: [{ shape: [400], range: [-12, 12] }], gradient: "none", run },
    { name: "near zero", edge: true, inputs: [{ shape: [400], range: [-0.7, 0.7] }], run },
    { name: "extremes", inputs: [{ shape: [extremes.length], values: extremes }], gradient: "none", run },
    { name: "0-d", inputs: [{ shape: [] }], run },
    { name: "zero-size", inputs: [{ shape: [0] }], run },
    { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run },
    { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run },
  ];
}
