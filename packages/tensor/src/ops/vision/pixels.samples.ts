// Samples of pixelShuffle, pixelUnshuffle and channelShuffle.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { channelShuffle, pixelShuffle, pixelUnshuffle } from "./pixels.js";

export const samples = defineSamples({
  pixelShuffle: {
    golden: ([a], { upscaleFactor }) => pixelShuffle(a!, upscaleFactor),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 8, 2, 3] }], tolerance: 0, run: (a) => pixelShuffle(a, 2) },
      { name: "no batch", inputs: [{ shape: [9, 2, 1] }], tolerance: 0, run: (a) => pixelShuffle(a, 3) },
      { name: "by one", edge: true, inputs: [{ shape: [1, 2, 3] }], tolerance: 0, run: (a) => pixelShuffle(a, 1) },
      {
        name: "transposed",
        inputs: [{ shape: [4, 2, 3], layout: "transposed" }],
        tolerance: 0,
        run: (a) => pixelShuffle(a, 2),
      },
      { name: "zero-size", inputs: [{ shape: [0, 4, 2, 3] }], run: (a) => pixelShuffle(a, 2) },
      {
        name: "integers",
        inputs: [{ shape: [4, 2, 3], dtype: "int32" }],
        gradient: "none",
        run: (a) => pixelShuffle(a, 2),
      },
    ],
    errors: [
      {
        name: "channels that it does not divide",
        call: () => pixelShuffle(ones(3, 2, 2), 2),
        error: ShapeError,
        text: "pixelShuffle: expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=3 is not divisible by 4",
      },
      {
        name: "a matrix",
        call: () => pixelShuffle(ones(2, 2), 2),
        error: ShapeError,
        text: "pixelShuffle: expects input to have at least 3 dimensions, but got input with 2 dimension(s)",
      },
      {
        name: "by zero",
        call: () => pixelShuffle(ones(4, 2, 2), 0),
        error: ArgumentError,
        text: "pixelShuffle: expects a positive upscale_factor, but got 0",
      },
    ],
  },
  pixelUnshuffle: {
    golden: ([a], { downscaleFactor }) => pixelUnshuffle(a!, downscaleFactor),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 2, 4, 6] }], tolerance: 0, run: (a) => pixelUnshuffle(a, 2) },
      {
        name: "stepped",
        inputs: [{ shape: [1, 6, 3], layout: "stepped" }],
        tolerance: 0,
        run: (a) => pixelUnshuffle(a, 3),
      },
      { name: "zero-size", inputs: [{ shape: [0, 1, 2, 2] }], run: (a) => pixelUnshuffle(a, 2) },
    ],
    errors: [
      {
        name: "a height that it does not divide",
        call: () => pixelUnshuffle(ones(1, 3, 2), 2),
        error: ShapeError,
        text: "pixelUnshuffle: expects height to be divisible by downscale_factor, but input.size(-2)=3 is not divisible by 2",
      },
    ],
  },
  channelShuffle: {
    golden: ([a], { groups }) => channelShuffle(a!, groups),
    samples: [
      { name: "in two groups", inputs: [{ shape: [2, 6, 3] }], tolerance: 0, run: (a) => channelShuffle(a, 2) },
      {
        name: "transposed",
        inputs: [{ shape: [1, 6, 2, 2], layout: "transposed" }],
        tolerance: 0,
        run: (a) => channelShuffle(a, 3),
      },
      { name: "zero-size", inputs: [{ shape: [0, 4, 2] }], run: (a) => channelShuffle(a, 2) },
    ],
    errors: [
      {
        name: "channels that it does not divide",
        call: () => channelShuffle(ones(1, 3, 2), 2),
        error: ShapeError,
        text: "channelShuffle: Number of channels must be divisible by groups. Got 3 channels and 2 groups.",
      },
      {
        name: "no groups",
        call: () => channelShuffle(ones(1, 4, 2), 0),
        error: ArgumentError,
        text: "channelShuffle: Number of groups to divide channels in must be positive. Value of groups: 0",
      },
    ],
  },
});
