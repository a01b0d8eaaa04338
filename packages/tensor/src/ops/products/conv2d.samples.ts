// Samples of conv2d: strides, paddings, dilations, groups, odd sizes, strided operands.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type Conv2dOptions, conv2d } from "./conv2d.js";

type Options = Omit<Conv2dOptions, "bias">;
const cases: readonly (readonly [name: string, options: Options, ...inputs: InputSpec[]])[] = [
  ["3 × 3", {}, { shape: [2, 3, 5, 6] }, { shape: [4, 3, 3, 3] }],
  ["with bias", {}, { shape: [2, 3, 4, 4] }, { shape: [4, 3, 2, 2] }, { shape: [4] }],
  ["1 × 1", {}, { shape: [2, 3, 3, 4] }, { shape: [5, 3, 1, 1] }, { shape: [5] }],
  ["padding", { padding: 1 }, { shape: [1, 2, 4, 5] }, { shape: [3, 2, 3, 3] }, { shape: [3] }],
  ["padding larger than the kernel", { padding: 3 }, { shape: [1, 1, 2, 3] }, { shape: [2, 1, 2, 2] }],
  ["stride", { stride: 2 }, { shape: [2, 2, 7, 6] }, { shape: [3, 2, 3, 3] }],
  ["stride larger than the kernel", { stride: 3 }, { shape: [1, 2, 8, 7] }, { shape: [2, 2, 2, 2] }],
  ["dilation", { dilation: 2 }, { shape: [1, 2, 7, 8] }, { shape: [2, 2, 3, 3] }],
  [
    "pairs",
    { stride: [2, 1], padding: [0, 2], dilation: [1, 2] },
    { shape: [1, 2, 6, 5] },
    { shape: [3, 2, 2, 3] },
    { shape: [3] },
  ],
  ["groups", { groups: 2 }, { shape: [2, 4, 4, 4] }, { shape: [6, 2, 3, 3] }, { shape: [6] }],
  ["a group a channel", { groups: 3, padding: 1 }, { shape: [1, 3, 4, 4] }, { shape: [6, 1, 3, 3] }],
  [
    "all at once",
    { groups: 2, stride: 2, padding: 1, dilation: 2 },
    { shape: [2, 4, 8, 7] },
    { shape: [4, 2, 3, 2] },
    { shape: [4] },
  ],
  ["the kernel as large as the input", {}, { shape: [2, 2, 3, 4] }, { shape: [3, 2, 3, 4] }],
  ["one image", {}, { shape: [2, 4, 4] }, { shape: [3, 2, 3, 3] }, { shape: [3] }],
  ["transposed input", { padding: 1 }, { shape: [2, 2, 4, 5], layout: "transposed" }, { shape: [3, 2, 3, 3] }],
  [
    "transposed weight",
    {},
    { shape: [2, 2, 4, 5] },
    { shape: [3, 2, 3, 3], layout: "transposed" },
    { shape: [3], layout: "stepped" },
  ],
  ["stepped and offset", {}, { shape: [2, 2, 4, 5], layout: "stepped" }, { shape: [3, 2, 3, 3], layout: "offset" }],
  ["expanded", {}, { shape: [2, 2, 4, 5], layout: "expanded" }, { shape: [3, 2, 3, 3], layout: "expanded" }],
  ["no images", {}, { shape: [0, 2, 4, 4] }, { shape: [3, 2, 3, 3] }, { shape: [3] }],
];
const edges = ["padding larger than the kernel", "stride larger than the kernel", "the kernel as large as the input"];

export const samples = defineSamples({
  conv2d: {
    golden: ([input, weight, bias], options) => conv2d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: [
      ...cases.map(([name, options, ...inputs]) => ({
        name,
        inputs,
        ...(edges.includes(name) ? { edge: true } : {}),
        run: (input: Tensor, weight: Tensor, bias?: Tensor) =>
          conv2d(input, weight, { ...options, bias: bias ?? null }),
      })),
      {
        name: "sizes of a real layer",
        inputs: [{ shape: [3, 8, 15, 15] }, { shape: [16, 8, 3, 3] }, { shape: [16] }],
        gradient: "first",
        run: (input, weight, bias) => conv2d(input, weight, { bias }),
      },
    ],
    errors: [
      {
        name: "channels that do not fit",
        call: () => conv2d(ones(1, 3, 8, 8), ones(4, 2, 3, 3)),
        error: ShapeError,
        text: "conv2d: given groups=1, weight of size [4, 2, 3, 3], expected input[1, 3, 8, 8] to have 2 channels, but got 3 channels instead",
      },
      {
        name: "a matrix for an image",
        call: () => conv2d(ones(8, 8), ones(4, 2, 3, 3)),
        error: ShapeError,
        text: "conv2d: expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [8, 8]",
      },
      {
        name: "a weight of three dimensions",
        call: () => conv2d(ones(1, 3, 8, 8), ones(4, 3, 3)),
        error: ShapeError,
        text: "conv2d: expected a 4D weight [out, in / groups, height, width], but got [4, 3, 3]",
      },
      {
        name: "a kernel larger than the image",
        call: () => conv2d(ones(1, 1, 2, 2), ones(1, 1, 5, 5), { padding: 1 }),
        error: ShapeError,
        text: "conv2d: calculated padded input size per channel: (4 x 4). Kernel size: (5 x 5). Kernel size can't be greater than actual input size",
      },
      {
        name: "a bias that does not fit",
        call: () => conv2d(ones(1, 1, 4, 4), ones(2, 1, 3, 3), { bias: ones(3) }),
        error: ShapeError,
        text: "conv2d: given weight of size [2, 1, 3, 3], expected bias to be 1-dimensional with 2 elements, but got bias of size [3] instead",
      },
      {
        name: "groups that do not divide",
        call: () => conv2d(ones(1, 4, 4, 4), ones(3, 2, 3, 3), { groups: 2 }),
        error: ArgumentError,
        text: "conv2d: groups must be a positive integer that divides the output channels, but got groups=2 with weight [3, 2, 3, 3]",
      },
      {
        name: "a stride of 0",
        call: () => conv2d(ones(1, 1, 4, 4), ones(1, 1, 3, 3), { stride: 0 }),
        error: ArgumentError,
        text: "conv2d: stride must be a positive integer or a pair of them, but got 0",
      },
      {
        name: "a negative padding",
        call: () => conv2d(ones(1, 1, 4, 4), ones(1, 1, 3, 3), { padding: [0, -1] }),
        error: ArgumentError,
        text: "conv2d: padding must be a non-negative integer or a pair of them, but got [0, -1]",
      },
      {
        name: "a dilation of a half",
        call: () => conv2d(ones(1, 1, 4, 4), ones(1, 1, 3, 3), { dilation: 0.5 }),
        error: ArgumentError,
        text: "conv2d: dilation must be a positive integer or a pair of them, but got 0.5",
      },
      {
        name: "bytes",
        call: () => conv2d(ones([1, 1, 4, 4], { dtype: "uint8" }), ones(1, 1, 3, 3)),
        error: DTypeError,
        text: "conv2d: input type (uint8) and weight type (float32) should be the same; convert with .to(…)",
      },
    ],
  },
});
