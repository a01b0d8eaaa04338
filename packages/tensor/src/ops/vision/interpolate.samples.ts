// Samples of interpolate and upsample.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { interpolate, upsample } from "./interpolate.js";

export const samples = defineSamples({
  interpolate: {
    golden: ([a], options) => interpolate(a!, options),
    differences:
      "integers are refused, bytes by all but the nearest; a gradient goes where the elements came from, also where PyTorch's way back rounds places otherwise, or, where smoothing changes no size, weighs what it has copied",
    samples: [
      { name: "nearest, twice", inputs: [{ shape: [2, 3, 4, 5] }], run: (a) => interpolate(a, { scaleFactor: 2 }) },
      { name: "nearest, smaller", inputs: [{ shape: [2, 3, 7] }], run: (a) => interpolate(a, 3) },
      {
        name: "nearest-exact, a volume",
        inputs: [{ shape: [1, 2, 3, 4, 2] }],
        run: (a) => interpolate(a, [2, 7, 3], null, "nearest-exact"),
      },
      { name: "linear", inputs: [{ shape: [2, 3, 5] }], run: (a) => interpolate(a, { size: 8, mode: "linear" }) },
      {
        name: "bilinear, twice",
        inputs: [{ shape: [2, 3, 4, 5] }],
        run: (a) => interpolate(a, { scaleFactor: 2, mode: "bilinear" }),
      },
      {
        name: "bilinear, by corners",
        inputs: [{ shape: [1, 2, 3, 4] }],
        run: (a) => interpolate(a, { size: [5, 3], mode: "bilinear", alignCorners: true }),
      },
      {
        name: "bilinear, smoothed",
        inputs: [{ shape: [1, 2, 7, 6] }],
        run: (a) => interpolate(a, { size: [3, 8], mode: "bilinear", antialias: true }),
      },
      {
        name: "trilinear",
        inputs: [{ shape: [1, 2, 2, 3, 4] }],
        run: (a) => interpolate(a, { scaleFactor: [2, 1.5, 0.5], mode: "trilinear" }),
      },
      {
        name: "bicubic",
        inputs: [{ shape: [1, 2, 4, 5] }],
        run: (a) => interpolate(a, { size: [6, 3], mode: "bicubic" }),
      },
      {
        name: "bicubic, smoothed",
        inputs: [{ shape: [1, 1, 9, 8] }],
        run: (a) => interpolate(a, { scaleFactor: 0.4, mode: "bicubic", antialias: true, recomputeScaleFactor: true }),
      },
      {
        name: "lanczos",
        inputs: [{ shape: [1, 1, 9, 8] }],
        run: (a) => interpolate(a, { size: 4, mode: "lanczos", antialias: true }),
      },
      { name: "area", inputs: [{ shape: [1, 2, 5, 7] }], run: (a) => interpolate(a, { size: [2, 3], mode: "area" }) },
      { name: "the same", edge: true, inputs: [{ shape: [1, 2, 3] }], run: (a) => interpolate(a, 3) },
      {
        name: "the same, smoothed",
        edge: true,
        inputs: [{ shape: [1, 1, 3, 3] }],
        run: (a) => interpolate(a, { scaleFactor: 1.1, mode: "bilinear", antialias: true }),
      },
      {
        name: "transposed",
        inputs: [{ shape: [2, 2, 3, 4], layout: "transposed" }],
        run: (a) => interpolate(a, { scaleFactor: 2, mode: "bilinear" }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2, 3] }], run: (a) => interpolate(a, 5) },
      {
        name: "bytes",
        inputs: [{ shape: [1, 2, 3], dtype: "uint8" }],
        gradient: "none",
        run: (a) => interpolate(a, { scaleFactor: 2 }),
      },
    ],
    errors: [
      {
        name: "neither size nor factor",
        call: () => interpolate(ones(1, 1, 2)),
        error: ArgumentError,
        text: "interpolate: either size or scale_factor should be defined",
      },
      {
        name: "both",
        call: () => interpolate(ones(1, 1, 2), { size: 2, scaleFactor: 2 }),
        error: ArgumentError,
        text: "interpolate: only one of size or scale_factor should be defined",
      },
      {
        name: "a mode for other dimensions",
        call: () => interpolate(ones(1, 1, 2, 2), { size: 2, mode: "linear" }),
        error: ShapeError,
        text: "interpolate: Got 4D input, but linear mode needs 3D input; there bilinear is what it would be",
      },
      {
        name: "an unknown mode",
        call: () => interpolate(ones(1, 1, 2), { size: 2, mode: "cubic" as never }),
        error: ArgumentError,
        text: 'interpolate: Input Error: Only 3D, 4D and 5D input Tensors supported (got 3D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got "cubic")',
      },
      {
        name: "corners for the nearest",
        call: () => interpolate(ones(1, 1, 2), { size: 2, alignCorners: true }),
        error: ArgumentError,
        text: "interpolate: align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear",
      },
      {
        name: "nothing left",
        call: () => interpolate(ones(1, 1, 2), { scaleFactor: 0.1 }),
        error: ShapeError,
        text: "interpolate: Input and output sizes should be greater than 0, but got input [2] output [0]",
      },
      {
        name: "sizes of other dimensions",
        call: () => interpolate(ones(1, 1, 2), [2, 3]),
        error: ArgumentError,
        text: "interpolate: Input and output size must have the same number of spatial dimensions, but got input with spatial dimensions of [2] and output size of [2, 3]",
      },
      {
        name: "bytes between bytes",
        call: () => interpolate(ones([1, 1, 2, 2], { dtype: "uint8" }), { size: 3, mode: "bilinear" }),
        error: DTypeError,
        text: 'interpolate: "bilinear" not implemented for uint8; convert with .to("float32") first',
      },
      {
        name: "smoothing the nearest",
        call: () => interpolate(ones(1, 1, 2, 2), { size: 3, antialias: true }),
        error: ArgumentError,
        text: "interpolate: Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input",
      },
    ],
  },
  upsample: {
    golden: { none: "PyTorch warns that interpolate is its name" },
    samples: [
      {
        name: "bilinear, stepped",
        inputs: [{ shape: [1, 2, 2, 3], layout: "stepped" }],
        run: (a) => upsample(a, null, 2, "bilinear"),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2, 3] }], run: (a) => upsample(a, 5) },
    ],
  },
});
