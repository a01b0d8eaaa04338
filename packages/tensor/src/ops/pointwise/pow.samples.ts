// Samples of pow and sqrt.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { pow, sqrt } from "./pow.js";

export const samples = defineSamples({
  pow: {
    differences: "beside bool a number must fit int32",
    samples: [
      { name: "one shape", inputs: [{ shape: [3, 5], range: [0.5, 2] }, { shape: [3, 5] }], run: (a, b) => pow(a, b) },
      {
        name: "broadcast both ways",
        inputs: [{ shape: [4, 1, 3], range: [0.5, 2] }, { shape: [2, 1] }],
        run: (a, b) => pow(a, b),
      },
      { name: "0-d", inputs: [{ shape: [], range: [0.5, 2] }, { shape: [] }], run: (a, b) => pow(a, b) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }, { shape: [3] }], run: (a, b) => pow(a, b) },
      {
        name: "transposed and expanded",
        inputs: [
          { shape: [3, 4], range: [0.5, 2], layout: "transposed" },
          { shape: [3, 4], layout: "expanded" },
        ],
        run: (a, b) => pow(a, b),
      },
      { name: "a square, negatives too", inputs: [{ shape: [9] }], run: (a) => pow(a, 2) },
      { name: "a cube", inputs: [{ shape: [9] }], run: (a) => pow(a, 3) },
      { name: "to the first", inputs: [{ shape: [5] }], run: (a) => pow(a, 1) },
      { name: "to the zeroth", edge: true, inputs: [{ shape: [5] }], run: (a) => pow(a, 0) },
      { name: "a reciprocal", inputs: [{ shape: [5], avoid: [0], range: [0.5, 2] }], run: (a) => pow(a, -1) },
      { name: "a square root", inputs: [{ shape: [5], range: [0.5, 2] }], run: (a) => pow(a, 0.5) },
      { name: "a root's reciprocal", inputs: [{ shape: [5], range: [0.5, 2] }], run: (a) => pow(a, -0.5) },
      { name: "a root's cube", inputs: [{ shape: [5], range: [0.5, 2] }], run: (a) => pow(a, 1.5) },
      {
        name: "zero to powers",
        inputs: [
          { shape: [4], values: [0, 0, 0, 1] },
          { shape: [4], values: [0, 2, -1, Number.NaN] },
        ],
        gradient: "none",
        run: (a, b) => pow(a, b),
      },
      {
        name: "zero to exponents that have gradients",
        edge: true,
        inputs: [{ shape: [4], range: [0.5, 2] }],
        run: (a) => pow(zeros([4], { dtype: a.dtype, device: a.device }), a),
      },
      { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run: (a) => pow(a, 3) },
    ],
    errors: [
      {
        name: "shapes that do not broadcast",
        call: () => pow(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "pow: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1",
      },
    ],
  },
  sqrt: {
    samples: [
      { name: "contiguous", inputs: [{ shape: [3, 7], range: [0.3, 4] }], run: (a) => sqrt(a) },
      {
        name: "zero, below, and what is no number",
        inputs: [{ shape: [5], values: [0, -1, 1, Number.NaN, Number.POSITIVE_INFINITY] }],
        gradient: "none",
        run: (a) => sqrt(a),
      },
      { name: "0-d", inputs: [{ shape: [], range: [0.5, 2] }], run: (a) => sqrt(a) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => sqrt(a) },
      { name: "offset", inputs: [{ shape: [3, 4], range: [0.3, 4], layout: "offset" }], run: (a) => sqrt(a) },
      { name: "uint8", inputs: [{ shape: [6], dtype: "uint8" }], gradient: "none", run: (a) => sqrt(a) },
    ],
  },
});
