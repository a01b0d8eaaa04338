// Samples of gridSample, at places apart from the kinks between elements, and of affineGrid.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { affineGrid, gridSample } from "./grid-sample.js";

const grid: InputSpec = {
  shape: [1, 2, 3, 2],
  values: [-0.7, 0.31, 0.12, -0.55, 0.93, 0.05, -1.4, 0.64, 0.33, 1.7, -2.9, -0.2],
};
const deep: InputSpec = { shape: [1, 1, 1, 2, 3], values: [-0.7, 0.31, 0.1, -0.55, 1.2, 0.07] };
const image: InputSpec = { shape: [1, 2, 3, 4] };

export const samples = defineSamples({
  gridSample: {
    golden: ([a, b], options) => gridSample(a!, b!, options),
    differences: 'with `mode: "nearest"` the grid gets no gradient, where PyTorch gives zeros',
    samples: [
      ...(["zeros", "border", "reflection"] as const).flatMap((paddingMode) =>
        (["bilinear", "bicubic"] as const).map((mode) => ({
          name: `${mode}, ${paddingMode}`,
          inputs: [image, grid],
          run: (a: Tensor, b: Tensor) => gridSample(a, b, { mode, paddingMode }),
        })),
      ),
      {
        name: "by corners",
        inputs: [image, grid],
        run: (a, b) => gridSample(a, b, "bilinear", "reflection", true),
      },
      {
        name: "nearest",
        inputs: [image, { ...grid, gradient: false }],
        run: (a, b) => gridSample(a, b, { mode: "nearest" }),
      },
      { name: "a volume", inputs: [{ shape: [1, 2, 2, 3, 2] }, deep], run: (a, b) => gridSample(a, b) },
      {
        name: "transposed",
        inputs: [{ ...image, layout: "transposed" }, grid],
        run: (a, b) => gridSample(a, b, { paddingMode: "border" }),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2, 3, 4] }, { shape: [0, 2, 3, 2], gradient: false }],
        run: (a, b) => gridSample(a, b),
      },
    ],
    errors: [
      {
        name: "an unknown mode",
        call: () => gridSample(ones(1, 1, 2, 2), ones(1, 1, 1, 2), { mode: "linear" as never }),
        error: ArgumentError,
        text: "gridSample: expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: \"linear\"",
      },
      {
        name: "a grid of other dimensions",
        call: () => gridSample(ones(1, 1, 2, 2), ones(1, 1, 1, 1, 2)),
        error: ShapeError,
        text: "gridSample: expected 4D or 5D input and grid with same number of dimensions, but got input with sizes [1, 1, 2, 2] and grid with sizes [1, 1, 1, 1, 2]",
      },
      {
        name: "places of three numbers",
        call: () => gridSample(ones(1, 1, 2, 2), ones(1, 1, 1, 3)),
        error: ShapeError,
        text: "gridSample: expected grid to have size 2 in last dimension, but got grid with sizes [1, 1, 1, 3]",
      },
      {
        name: "another dtype",
        call: () => gridSample(ones(1, 1, 2, 2), ones([1, 1, 1, 2], { dtype: "float64" })),
        error: DTypeError,
        text: 'gridSample: expected input and grid to have one floating dtype, but input has float32 and grid has float64; convert with .to("float32")',
      },
    ],
  },
  affineGrid: {
    golden: ([a], { size, ...options }) => affineGrid(a!, size, options),
    samples: [
      { name: "an image", inputs: [{ shape: [2, 2, 3] }], run: (a) => affineGrid(a, [2, 3, 4, 5]) },
      { name: "by corners", inputs: [{ shape: [1, 2, 3] }], run: (a) => affineGrid(a, [1, 1, 3, 1], true) },
      {
        name: "a volume, transposed",
        inputs: [{ shape: [1, 3, 4], layout: "transposed" }],
        run: (a) => affineGrid(a, [1, 1, 2, 3, 2]),
      },
    ],
    errors: [
      {
        name: "a size of three",
        call: () => affineGrid(ones(1, 2, 3), [1, 1, 2]),
        error: ArgumentError,
        text: "affineGrid: only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size [1, 1, 2].",
      },
      {
        name: "matrices of another batch",
        call: () => affineGrid(ones(1, 2, 3), [2, 1, 2, 2]),
        error: ShapeError,
        text: "affineGrid: Expected a batch of 2D affine matrices of shape Nx2x3 for size [2, 1, 2, 2]. Got [1, 2, 3].",
      },
      {
        name: "no pixel",
        call: () => affineGrid(ones(1, 2, 3), [1, 1, 0, 2]),
        error: ArgumentError,
        text: "affineGrid: Expected non-zero, positive output size. Got [1, 1, 0, 2]",
      },
    ],
  },
});
