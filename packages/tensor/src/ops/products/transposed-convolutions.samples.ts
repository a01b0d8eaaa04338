// Samples of convTranspose1d, 2d and 3d: strides, paddings at both ends, dilations, groups, odd sizes, strided operands.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import {
  type ConvTranspose1dOptions,
  type ConvTranspose2dOptions,
  type ConvTranspose3dOptions,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
} from "./transposed-convolutions.js";

type Case<Options> = readonly [name: string, options: Omit<Options, "bias">, ...inputs: InputSpec[]];

const lines: readonly Case<ConvTranspose1dOptions>[] = [
  ["three elements", {}, { shape: [2, 3, 4] }, { shape: [3, 2, 3] }, { shape: [2] }],
  ["stride larger than the kernel", { stride: 3 }, { shape: [1, 2, 3] }, { shape: [2, 2, 2] }],
  ["padding at the end", { stride: [2], padding: 1, outputPadding: 1 }, { shape: [1, 2, 4] }, { shape: [2, 3, 3] }],
  ["dilation", { dilation: 2, outputPadding: [1] }, { shape: [1, 2, 3] }, { shape: [2, 2, 3] }, { shape: [2] }],
  ["groups", { groups: 2, stride: 2 }, { shape: [2, 4, 3] }, { shape: [4, 3, 3] }, { shape: [6] }],
  ["one line", {}, { shape: [2, 4] }, { shape: [2, 3, 2] }, { shape: [3] }],
  ["strided operands", {}, { shape: [2, 2, 4], layout: "transposed" }, { shape: [2, 3, 3], layout: "stepped" }],
  [
    "room for more windows",
    { dilation: 3, padding: 1, outputPadding: 2 },
    { shape: [1, 2, 3], layout: "expanded" },
    { shape: [2, 2, 2] },
  ],
  ["no lines", {}, { shape: [0, 2, 4] }, { shape: [2, 3, 2] }, { shape: [3] }],
];
const images: readonly Case<ConvTranspose2dOptions>[] = [
  ["3 × 3", {}, { shape: [2, 3, 3, 4] }, { shape: [3, 2, 3, 3] }, { shape: [2] }],
  ["1 × 1", {}, { shape: [2, 3, 3, 2] }, { shape: [3, 4, 1, 1] }],
  ["4 × 4 in twos", { stride: 2, padding: 1 }, { shape: [2, 2, 3, 3] }, { shape: [2, 3, 4, 4] }],
  ["stride larger than the kernel", { stride: 3 }, { shape: [1, 2, 2, 3] }, { shape: [2, 2, 2, 2] }],
  [
    "padding at the ends",
    { stride: [2, 3], padding: 1, outputPadding: [1, 2] },
    { shape: [1, 2, 3, 2] },
    { shape: [2, 3, 3, 3] },
    { shape: [3] },
  ],
  ["dilation", { dilation: [2, 1] }, { shape: [1, 2, 3, 3] }, { shape: [2, 2, 2, 3] }],
  ["groups", { groups: 2 }, { shape: [2, 4, 3, 3] }, { shape: [4, 3, 2, 2] }, { shape: [6] }],
  ["a group a channel", { groups: 3, stride: 2 }, { shape: [1, 3, 3, 3] }, { shape: [3, 1, 3, 3] }],
  ["from one place", {}, { shape: [3, 4, 1, 1] }, { shape: [4, 2, 3, 3] }, { shape: [2] }],
  ["one image", {}, { shape: [2, 3, 3] }, { shape: [2, 3, 2, 2] }, { shape: [3] }],
  [
    "strided operands",
    { padding: 1 },
    { shape: [2, 2, 3, 4], layout: "transposed" },
    { shape: [2, 3, 3, 3], layout: "stepped" },
  ],
  [
    "room for more windows",
    { dilation: [3, 1], stride: [2, 1], padding: [3, 1], outputPadding: [2, 0] },
    { shape: [1, 2, 3, 2] },
    { shape: [2, 2, 2, 3] },
    { shape: [2] },
  ],
  ["no images", {}, { shape: [0, 2, 3, 3] }, { shape: [2, 3, 2, 2] }, { shape: [3] }],
];
const solids: readonly Case<ConvTranspose3dOptions>[] = [
  ["2 × 2 × 2", {}, { shape: [2, 2, 2, 3, 2] }, { shape: [2, 3, 2, 2, 2] }, { shape: [3] }],
  ["one element", {}, { shape: [1, 3, 2, 2, 2] }, { shape: [3, 2, 1, 1, 1] }],
  [
    "stride and padding at the ends",
    { stride: [2, 1, 2], padding: [1, 0, 1], outputPadding: [1, 0, 1] },
    { shape: [1, 2, 3, 2, 2] },
    { shape: [2, 2, 3, 2, 3] },
    { shape: [2] },
  ],
  ["dilation", { dilation: [3, 1, 2] }, { shape: [1, 2, 2, 2, 2] }, { shape: [2, 2, 2, 2, 2] }],
  ["groups", { groups: 2 }, { shape: [1, 4, 2, 2, 2] }, { shape: [4, 1, 2, 2, 2] }, { shape: [2] }],
  ["one solid", {}, { shape: [2, 2, 3, 2] }, { shape: [2, 2, 2, 2, 2] }],
  [
    "strided operands",
    { padding: 1 },
    { shape: [1, 2, 3, 2, 2], layout: "transposed" },
    { shape: [2, 2, 2, 3, 2], layout: "stepped" },
  ],
  ["room for more windows", { dilation: 2, outputPadding: 1 }, { shape: [1, 2, 2, 1, 2] }, { shape: [2, 1, 2, 2, 1] }],
  ["no solids", {}, { shape: [0, 2, 2, 2, 2] }, { shape: [2, 2, 2, 2, 2] }, { shape: [2] }],
];
const edges = ["stride larger than the kernel"];

function samplesOf<Options>(
  cases: readonly Case<Options>[],
  compute: (input: Tensor, weight: Tensor, options: Options) => Tensor,
) {
  return cases.map(([name, options, ...inputs]) => ({
    name,
    inputs,
    ...(edges.includes(name) ? { edge: true } : {}),
    run: (input: Tensor, weight: Tensor, bias?: Tensor) =>
      compute(input, weight, { ...options, bias: bias ?? null } as Options),
  }));
}

export const samples = defineSamples({
  convTranspose1d: {
    golden: ([input, weight, bias], options) => convTranspose1d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: samplesOf(lines, convTranspose1d),
    errors: [
      {
        name: "an image",
        call: () => convTranspose1d(ones(1, 2, 3, 4), ones(2, 4, 3)),
        error: ShapeError,
        text: "convTranspose1d: expected 2D (unbatched) or 3D (batched) input to conv_transpose1d, but got input of size: [1, 2, 3, 4]",
      },
    ],
  },
  convTranspose2d: {
    golden: ([input, weight, bias], options) => convTranspose2d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: samplesOf(images, convTranspose2d),
    errors: [
      {
        name: "channels that do not fit",
        call: () => convTranspose2d(ones(1, 3, 8, 8), ones(2, 4, 3, 3)),
        error: ShapeError,
        text: "convTranspose2d: given transposed=1, weight of size [2, 4, 3, 3], expected input[1, 3, 8, 8] to have 2 channels, but got 3 channels instead",
      },
      {
        name: "a weight of three dimensions",
        call: () => convTranspose2d(ones(1, 3, 8, 8), ones(3, 4, 3)),
        error: ShapeError,
        text: "convTranspose2d: expected a 4D weight [in, out / groups, height, width], but got [3, 4, 3]",
      },
      {
        name: "groups that do not divide",
        call: () => convTranspose2d(ones(1, 3, 8, 8), ones(3, 4, 3, 3), { groups: 2 }),
        error: ArgumentError,
        text: "convTranspose2d: groups must be a positive integer that divides the input channels, but got groups=2 with weight [3, 4, 3, 3]",
      },
      {
        name: "a bias that does not fit",
        call: () => convTranspose2d(ones(1, 2, 8, 8), ones(2, 4, 3, 3), { groups: 2, bias: ones(4) }),
        error: ShapeError,
        text: "convTranspose2d: given transposed=1, weight of size [2, 4, 3, 3], expected bias to be 1-dimensional with 8 elements, but got bias of size [4] instead",
      },
      {
        name: "an end of more than a step",
        call: () => convTranspose2d(ones(1, 2, 8, 8), ones(2, 4, 3, 3), { stride: 2, outputPadding: [1, 2] }),
        error: ArgumentError,
        text: "convTranspose2d: output padding must be smaller than either stride or dilation, but got outputPadding [1, 2], stride [2, 2] and dilation [1, 1]",
      },
      {
        name: "nothing left",
        call: () => convTranspose2d(ones(1, 2, 2, 1), ones(2, 4, 3, 3), { padding: 2 }),
        error: ShapeError,
        text: "convTranspose2d: given input size per channel: (2 x 1). Calculated output size per channel: (0 x -1). Output size is too small",
      },
      {
        name: "two dtypes",
        call: () => convTranspose2d(ones([1, 1, 2, 2], { dtype: "float64" }), ones(1, 1, 1, 1)),
        error: DTypeError,
        text: "convTranspose2d: input type (float64) and weight type (float32) should be the same; convert with .to(…)",
      },
    ],
  },
  convTranspose3d: {
    golden: ([input, weight, bias], options) => convTranspose3d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: samplesOf(solids, convTranspose3d),
    errors: [
      {
        name: "a pair of strides",
        call: () => convTranspose3d(ones(2, 2, 2, 2), ones(2, 2, 2, 2, 2), { stride: [1, 2] as never }),
        error: ArgumentError,
        text: "convTranspose3d: stride must be a positive integer or three of them, but got [1, 2]",
      },
    ],
  },
});
