// Samples of pad in its four modes.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { pad } from "./pad.js";

export const samples = defineSamples({
  pad: {
    golden: ([a], { padding, ...options }) => pad(a!, padding, options),
    samples: [
      { name: "an image", inputs: [{ shape: [2, 3, 4] }], run: (a) => pad(a, [1, 2, 0, 1]) },
      { name: "a value", inputs: [{ shape: [3] }], run: (a) => pad(a, [1, 1], { value: 5 }) },
      { name: "cut off", inputs: [{ shape: [4, 5] }], run: (a) => pad(a, [-1, -2, 2, -1]) },
      { name: "nothing", edge: true, inputs: [{ shape: [3] }], run: (a) => pad(a, [0, 0]) },
      {
        name: "nothing, mirrored",
        edge: true,
        inputs: [{ shape: [3] }],
        run: (a) => pad(a, [0, 0], { mode: "reflect" }),
      },
      { name: "reflected", inputs: [{ shape: [3, 4] }], run: (a) => pad(a, [3, 2, 1, 1], { mode: "reflect" }) },
      { name: "repeated", inputs: [{ shape: [3, 4] }], run: (a) => pad(a, [5, 2, 1, 0], { mode: "replicate" }) },
      { name: "around", inputs: [{ shape: [3, 4] }], run: (a) => pad(a, [4, 2, 1, 3], { mode: "circular" }) },
      { name: "reflected and cut off", inputs: [{ shape: [4] }], run: (a) => pad(a, [2, -1], { mode: "reflect" }) },
      {
        name: "cut off on both sides",
        edge: true,
        inputs: [{ shape: [5] }],
        run: (a) => pad(a, [-2, -1], { mode: "replicate" }),
      },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => pad(a, [1, 1]) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => pad(a, [1, 1]) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => pad(a, []) },
      {
        name: "bytes",
        inputs: [{ shape: [3], dtype: "uint8" }],
        gradient: "none",
        run: (a) => pad(a, [1, 1], { value: 9 }),
      },
    ],
    errors: [
      {
        name: "an odd number of sizes",
        call: () => pad(ones(2), [1]),
        error: ArgumentError,
        text: "pad: Padding length must be divisible by 2, and its sizes integers, but got [1]",
      },
      {
        name: "more sizes than dimensions",
        call: () => pad(ones(2), [1, 1, 1, 1]),
        error: ArgumentError,
        text: "pad: Padding length should be less than or equal to two times the input dimension but got padding length 4 and input of dimension 1",
      },
      {
        name: "an unknown mode",
        call: () => pad(ones(2), [1, 1], { mode: "mirror" as never }),
        error: ArgumentError,
        text: 'pad: unrecognised padding mode mirror; take "constant", "reflect", "replicate" or "circular"',
      },
      {
        name: "more cut off than there is",
        call: () => pad(ones(2), [-2, -1]),
        error: ShapeError,
        text: "pad: The input size 2, plus negative padding -2 and -1, resulted in a negative output size, which is invalid. Check dimension 0 of your input of shape [2]",
      },
      {
        name: "a border wider than its mirror",
        call: () => pad(ones(1, 2), [2, 2], { mode: "reflect" }),
        error: ShapeError,
        text: "pad: Padding size should be less than the corresponding input dimension, but got: padding (2, 2) at dimension 1 of input [1, 2]",
      },
      {
        name: "a border wider than what goes round",
        call: () => pad(ones(1, 2), [3, 0], { mode: "circular" }),
        error: ShapeError,
        text: "pad: Padding size should be at most the corresponding input dimension, but got: padding (3, 0) at dimension 1 of input [1, 2]",
      },
    ],
  },
});
