// Samples of gradient.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { stack } from "../shapes/cat.js";
import { type GradientOptions, gradient } from "./gradient.js";

const together = (x: Tensor, options: GradientOptions = {}): Tensor => stack(gradient(x, options));
const apart = { shape: [4], values: [0, 1, 2.5, 3] } as const;

export const samples = defineSamples({
  gradient: {
    differences: "`{ spacing, dim, edgeOrder }`",
    golden: ([x, ...coordinates], options) =>
      gradient(x!, coordinates.length > 0 ? { ...options, spacing: coordinates } : options),
    samples: [
      { name: "a vector", inputs: [{ shape: [5] }], run: (x) => together(x) },
      { name: "two points", edge: true, inputs: [{ shape: [2] }], run: (x) => together(x) },
      { name: "columns, apart", inputs: [{ shape: [4, 3] }], run: (x) => together(x, { spacing: 0.5, dim: 0 }) },
      { name: "both, transposed", inputs: [{ shape: [4, 3], layout: "transposed" }], run: (x) => together(x) },
      {
        name: "ends of two",
        inputs: [{ shape: [3, 4] }],
        run: (x) => together(x, { spacing: [2, 0.5], edgeOrder: 2 }),
      },
      {
        name: "at points",
        inputs: [{ shape: [4, 2] }, apart],
        run: (x, c) => together(x, { spacing: [c!], dim: [0] }),
      },
      {
        name: "at points, ends of two",
        inputs: [{ shape: [2, 4] }, apart],
        run: (x, c) => together(x, { spacing: [c!], dim: [-1], edgeOrder: 2 }),
      },
      { name: "int32", inputs: [{ shape: [5], dtype: "int32" }], gradient: "none", run: (x) => together(x) },
    ],
    errors: [
      {
        name: "one point",
        call: () => gradient(ones(1)),
        error: ShapeError,
        text: "gradient: expected each dimension size to be at least edgeOrder + 1, which is 2, but got the shape [1]",
      },
      {
        name: "another order",
        call: () => gradient(ones(4), { edgeOrder: 3 } as unknown as GradientOptions),
        error: ArgumentError,
        text: "gradient: only supports edgeOrder 1 and 2, but got 3",
      },
      {
        name: "a dimension twice",
        call: () => gradient(ones(4, 4), { dim: [0, -2] }),
        error: ArgumentError,
        text: "gradient: dim 0, 0 names one twice",
      },
      {
        name: "coordinates of others",
        call: () => gradient(ones(4), { spacing: [ones(3)] }),
        error: ShapeError,
        text: "gradient: expected the coordinates of dimension 0 to have one for each of its 4 points, but got the shape [3]",
      },
    ],
  },
});
