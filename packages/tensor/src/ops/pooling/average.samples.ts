// Samples of avgPool1d, avgPool2d and avgPool3d.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { avgPool1d, avgPool2d, avgPool3d } from "./average.js";

export const samples = defineSamples({
  avgPool2d: {
    golden: ([a], { kernelSize, ...options }) => avgPool2d(a!, kernelSize, options),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 3, 6, 4] }], run: (a) => avgPool2d(a, 2) },
      { name: "what does not fit is left out", inputs: [{ shape: [1, 2, 7, 5] }], run: (a) => avgPool2d(a, 3) },
      { name: "no batch", inputs: [{ shape: [2, 5, 5] }], run: (a) => avgPool2d(a, 3, { stride: 1 }) },
      {
        name: "overlapping, in a border",
        inputs: [{ shape: [1, 2, 5, 6] }],
        run: (a) => avgPool2d(a, 3, { stride: 2, padding: 1 }),
      },
      {
        name: "a border that does not count",
        inputs: [{ shape: [1, 2, 5, 6] }],
        run: (a) => avgPool2d(a, [3, 2], { stride: [2, 1], padding: [1, 0], countIncludePad: false }),
      },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 1, 6, 5] }],
        run: (a) => avgPool2d(a, 3, { stride: 2, padding: 1, ceilMode: true }),
      },
      {
        name: "another divisor",
        inputs: [{ shape: [1, 1, 4, 4] }],
        run: (a) => avgPool2d(a, 2, { divisorOverride: 3 }),
      },
      { name: "transposed", inputs: [{ shape: [2, 4, 6], layout: "transposed" }], run: (a) => avgPool2d(a, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4, 4] }], run: (a) => avgPool2d(a, 2) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => avgPool2d(ones(4), 2),
        error: ShapeError,
        text: "avgPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: [4]",
      },
      {
        name: "integers",
        call: () => avgPool2d(ones([1, 4, 4], { dtype: "int32" }), 2),
        error: DTypeError,
        text: 'avgPool2d: expected a floating point input, but got int32; convert with .to("float32")',
      },
      {
        name: "a window that does not fit",
        call: () => avgPool2d(ones(1, 4, 4), 5),
        error: ShapeError,
        text: "avgPool2d: given input size: (1x4x4). Calculated output size: (1x0x0). Output size is too small",
      },
      {
        name: "too wide a border",
        call: () => avgPool2d(ones(1, 4, 4), 2, { padding: 2 }),
        error: ArgumentError,
        text: "avgPool2d: pad should be at most half of effective kernel size, but got padding=2x2 and kernelSize=2x2",
      },
      {
        name: "no divisor",
        call: () => avgPool2d(ones(1, 4, 4), 2, { divisorOverride: 0 }),
        error: ArgumentError,
        text: "avgPool2d: divisorOverride must be an integer other than zero, but got 0",
      },
      {
        name: "an empty image",
        call: () => avgPool2d(ones(1, 0, 4), 2),
        error: ShapeError,
        text: "avgPool2d: expected images with non-zero height and width, but got input of size: [1, 0, 4]",
      },
    ],
  },
  avgPool1d: {
    golden: ([a], { kernelSize, ...options }) => avgPool1d(a!, kernelSize, options),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 3, 7] }], run: (a) => avgPool1d(a, 2) },
      { name: "no batch", inputs: [{ shape: [2, 5] }], run: (a) => avgPool1d(a, 3, 1, 1) },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 2, 6] }],
        run: (a) => avgPool1d(a, [3], { stride: [2], padding: [1], ceilMode: true, countIncludePad: false }),
      },
      { name: "transposed", inputs: [{ shape: [2, 4, 6], layout: "transposed" }], run: (a) => avgPool1d(a, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4] }], run: (a) => avgPool1d(a, 2) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => avgPool1d(ones(4), 2),
        error: ShapeError,
        text: "avgPool1d: expected 2D (unbatched) or 3D (batched) input, but got input of size: [4]",
      },
      {
        name: "a pair for a size",
        call: () => avgPool1d(ones(1, 4), [2, 2] as never),
        error: ArgumentError,
        text: "avgPool1d: kernelSize must be a positive integer, but got [2, 2]",
      },
    ],
  },
  avgPool3d: {
    golden: ([a], { kernelSize, ...options }) => avgPool3d(a!, kernelSize, options),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 3, 4, 5, 6] }], run: (a) => avgPool3d(a, 2) },
      {
        name: "no batch",
        inputs: [{ shape: [2, 3, 4, 4] }],
        run: (a) => avgPool3d(a, [1, 2, 3], [1, 2, 1], [0, 1, 1]),
      },
      {
        name: "a border that does not count",
        inputs: [{ shape: [1, 2, 3, 4, 5] }],
        run: (a) => avgPool3d(a, 2, { padding: 1, countIncludePad: false }),
      },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 1, 4, 5, 3] }],
        run: (a) => avgPool3d(a, 3, { stride: 2, padding: 1, ceilMode: true }),
      },
      {
        name: "another divisor",
        inputs: [{ shape: [1, 1, 2, 4, 4] }],
        run: (a) => avgPool3d(a, 2, { padding: 1, divisorOverride: 3 }),
      },
      { name: "transposed", inputs: [{ shape: [2, 4, 6, 2], layout: "transposed" }], run: (a) => avgPool3d(a, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4, 4, 4] }], run: (a) => avgPool3d(a, 2) },
    ],
    errors: [
      {
        name: "an image",
        call: () => avgPool3d(ones(1, 4, 4), 2),
        error: ShapeError,
        text: "avgPool3d: expected 4D (unbatched) or 5D (batched) input, but got input of size: [1, 4, 4]",
      },
      {
        name: "a window that does not fit",
        call: () => avgPool3d(ones(1, 2, 4, 4), 3),
        error: ShapeError,
        text: "avgPool3d: given input size: (1x2x4x4). Calculated output size: (1x0x1x1). Output size is too small",
      },
    ],
  },
});
