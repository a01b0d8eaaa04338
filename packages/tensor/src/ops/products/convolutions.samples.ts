// Samples of conv1d and conv3d: strides, paddings, dilations, groups, odd sizes, strided operands.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type Conv1dOptions, type Conv3dOptions, conv1d, conv3d } from "./convolutions.js";

type Case<Options> = readonly [name: string, options: Omit<Options, "bias">, ...inputs: InputSpec[]];

const lines: readonly Case<Conv1dOptions>[] = [
  ["three elements", {}, { shape: [2, 3, 7] }, { shape: [4, 3, 3] }],
  ["with bias", {}, { shape: [2, 3, 5] }, { shape: [4, 3, 2] }, { shape: [4] }],
  ["one element", {}, { shape: [2, 3, 4] }, { shape: [5, 3, 1] }, { shape: [5] }],
  ["padding larger than the kernel", { padding: 3 }, { shape: [1, 2, 3] }, { shape: [2, 2, 2] }],
  ["stride larger than the kernel", { stride: [3] }, { shape: [1, 2, 8] }, { shape: [2, 2, 2] }],
  ["dilation", { dilation: 2, padding: [1] }, { shape: [1, 2, 7] }, { shape: [2, 2, 3] }],
  ["groups", { groups: 2 }, { shape: [2, 4, 5] }, { shape: [6, 2, 3] }, { shape: [6] }],
  ["a group a channel", { groups: 3, padding: 1 }, { shape: [1, 3, 5] }, { shape: [6, 1, 3] }],
  [
    "all at once",
    { groups: 2, stride: 2, padding: 1, dilation: 2 },
    { shape: [2, 4, 8] },
    { shape: [4, 2, 3] },
    { shape: [4] },
  ],
  ["one line", {}, { shape: [2, 6] }, { shape: [3, 2, 3] }, { shape: [3] }],
  [
    "strided operands",
    { padding: 1 },
    { shape: [2, 2, 5], layout: "transposed" },
    { shape: [3, 2, 3], layout: "stepped" },
  ],
  ["no lines", {}, { shape: [0, 2, 5] }, { shape: [3, 2, 3] }, { shape: [3] }],
];
const solids: readonly Case<Conv3dOptions>[] = [
  ["2 × 2 × 2", {}, { shape: [2, 2, 3, 4, 3] }, { shape: [3, 2, 2, 2, 2] }],
  ["with bias", {}, { shape: [1, 2, 2, 3, 3] }, { shape: [3, 2, 1, 2, 3] }, { shape: [3] }],
  ["one element", {}, { shape: [2, 3, 2, 2, 3] }, { shape: [2, 3, 1, 1, 1] }, { shape: [2] }],
  ["padding", { padding: [2, 0, 1] }, { shape: [1, 2, 2, 3, 2] }, { shape: [2, 2, 3, 2, 3] }, { shape: [2] }],
  ["stride", { stride: [2, 1, 2] }, { shape: [2, 1, 5, 3, 4] }, { shape: [2, 1, 2, 2, 2] }],
  ["dilation", { dilation: [2, 1, 3] }, { shape: [1, 2, 5, 3, 5] }, { shape: [2, 2, 3, 2, 2] }],
  ["groups", { groups: 2 }, { shape: [1, 4, 3, 3, 2] }, { shape: [4, 2, 2, 2, 2] }, { shape: [4] }],
  [
    "all at once",
    { groups: 2, stride: [1, 2, 1], padding: 1, dilation: [2, 1, 1] },
    { shape: [1, 2, 4, 3, 3] },
    { shape: [2, 1, 2, 2, 2] },
    { shape: [2] },
  ],
  ["one solid", {}, { shape: [2, 3, 3, 3] }, { shape: [3, 2, 2, 2, 2] }, { shape: [3] }],
  [
    "strided operands",
    { padding: 1 },
    { shape: [1, 2, 3, 2, 2], layout: "transposed" },
    { shape: [2, 2, 2, 2, 2], layout: "stepped" },
  ],
  ["no solids", {}, { shape: [0, 2, 3, 3, 3] }, { shape: [3, 2, 2, 2, 2] }, { shape: [3] }],
];
const edges = ["padding larger than the kernel", "stride larger than the kernel"];

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
  conv1d: {
    golden: ([input, weight, bias], options) => conv1d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: [
      ...samplesOf(lines, conv1d),
      {
        name: "sizes of a real layer",
        inputs: [{ shape: [3, 8, 65] }, { shape: [16, 8, 5] }, { shape: [16] }],
        gradient: "first",
        run: (input, weight, bias) => conv1d(input, weight, { bias, padding: 2 }),
      },
    ],
    errors: [
      {
        name: "an image",
        call: () => conv1d(ones(1, 2, 3, 4), ones(4, 2, 3)),
        error: ShapeError,
        text: "conv1d: expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [1, 2, 3, 4]",
      },
      {
        name: "an image's weight",
        call: () => conv1d(ones(2, 8), ones(4, 2, 3, 3)),
        error: ShapeError,
        text: "conv1d: expected a 3D weight [out, in / groups, length], but got [4, 2, 3, 3]",
      },
      {
        name: "channels that do not fit",
        call: () => conv1d(ones(1, 3, 8), ones(4, 2, 3)),
        error: ShapeError,
        text: "conv1d: given groups=1, weight of size [4, 2, 3], expected input[1, 3, 8] to have 2 channels, but got 3 channels instead",
      },
      {
        name: "a kernel larger than the line",
        call: () => conv1d(ones(1, 2, 2), ones(4, 2, 5), { padding: 1 }),
        error: ShapeError,
        text: "conv1d: calculated padded input size per channel: (4). Kernel size: (5). Kernel size can't be greater than actual input size",
      },
      {
        name: "a pair of strides",
        call: () => conv1d(ones(1, 2, 8), ones(4, 2, 3), { stride: [1, 2] as never }),
        error: ArgumentError,
        text: "conv1d: stride must be a positive integer or an array of one, but got [1, 2]",
      },
    ],
  },
  conv3d: {
    golden: ([input, weight, bias], options) => conv3d(input!, weight!, { ...options, bias: bias ?? null }),
    samples: [
      ...samplesOf(solids, conv3d),
      {
        name: "sizes of a real layer",
        inputs: [{ shape: [2, 4, 5, 9, 9] }, { shape: [8, 4, 3, 3, 3] }, { shape: [8] }],
        gradient: "first",
        run: (input, weight, bias) => conv3d(input, weight, { bias, padding: 1 }),
      },
    ],
    errors: [
      {
        name: "a plane",
        call: () => conv3d(ones(8, 8, 8), ones(4, 2, 3, 3, 3)),
        error: ShapeError,
        text: "conv3d: expected 4D (unbatched) or 5D (batched) input to conv3d, but got input of size: [8, 8, 8]",
      },
      {
        name: "a kernel larger than the solid",
        call: () => conv3d(ones(1, 2, 2, 2, 2), ones(4, 2, 5, 1, 1), { padding: 1 }),
        error: ShapeError,
        text: "conv3d: calculated padded input size per channel: (4 x 4 x 4). Kernel size: (5 x 1 x 1). Kernel size can't be greater than actual input size",
      },
      {
        name: "a pair of paddings",
        call: () => conv3d(ones(1, 2, 8, 8, 8), ones(4, 2, 3, 3, 3), { padding: [1, 2] as never }),
        error: ArgumentError,
        text: "conv3d: padding must be a non-negative integer or three of them, but got [1, 2]",
      },
      {
        name: "two dtypes",
        call: () => conv3d(ones([1, 1, 2, 2, 2], { dtype: "float64" }), ones(1, 1, 1, 1, 1)),
        error: DTypeError,
        text: "conv3d: input type (float64) and weight type (float32) should be the same; convert with .to(…)",
      },
    ],
  },
});
