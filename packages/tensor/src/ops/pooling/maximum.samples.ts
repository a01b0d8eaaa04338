// Samples of maxPool1d, maxPool2d and maxPool3d, on values apart from each other; equals and NaN where no gradient is checked.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Pair } from "../../kernels/contract.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type MaxPool2dOptions, type MaxPoolResult, maxPool1d, maxPool2d, maxPool3d } from "./maximum.js";

const cases: readonly (readonly [name: string, window: number | Pair, options: MaxPool2dOptions, input: InputSpec])[] =
  [
    ["2 × 2", 2, {}, { shape: [2, 3, 4, 6] }],
    ["odd sizes", 2, {}, { shape: [1, 2, 5, 7] }],
    ["overlapping windows", 3, { stride: 1 }, { shape: [1, 2, 5, 5] }],
    ["padding", 3, { stride: 2, padding: 1 }, { shape: [2, 2, 5, 6] }],
    ["dilation", 2, { stride: 1, dilation: 2 }, { shape: [1, 2, 5, 5] }],
    ["the last window reaches over the edge", 2, { ceilMode: true }, { shape: [1, 2, 5, 5] }],
    ["pairs", [2, 3], { stride: [1, 2], padding: [1, 0] }, { shape: [1, 2, 4, 7] }],
    ["one image", 2, {}, { shape: [2, 4, 4] }],
    ["one window", 4, {}, { shape: [2, 1, 4, 4] }],
    ["transposed", 2, {}, { shape: [2, 2, 4, 4], layout: "transposed" }],
    ["stepped", 2, {}, { shape: [1, 2, 4, 4], layout: "stepped" }],
    ["no images", 2, {}, { shape: [0, 2, 4, 4] }],
  ];
const edges = ["the last window reaches over the edge", "one window"];

const listed = (result: Tensor | MaxPoolResult) => (isTensor(result) ? result : [...result]);
const { NaN: nan, NEGATIVE_INFINITY: least } = Number;

export const samples = defineSamples({
  maxPool2d: {
    golden: ([input], { kernelSize, ...options }) => listed(maxPool2d(input!, kernelSize, options)),
    samples: [
      ...cases.map(([name, window, options, input]) => ({
        name,
        inputs: [{ ...input, distinct: true }],
        ...(edges.includes(name) ? { edge: true } : {}),
        run: (image: Tensor) => maxPool2d(image, window, options),
      })),
      {
        name: "equals, NaN and infinities",
        inputs: [
          {
            shape: [1, 1, 2, 8],
            values: [
              1,
              1,
              0,
              Number.NaN,
              Number.NEGATIVE_INFINITY,
              Number.NEGATIVE_INFINITY,
              5,
              Number.POSITIVE_INFINITY,
              1,
              1,
              Number.NaN,
              7,
              Number.NEGATIVE_INFINITY,
              Number.NEGATIVE_INFINITY,
              4,
              3,
            ],
          },
        ],
        gradient: "none",
        run: (image) => maxPool2d(image, 2),
      },
    ],
    errors: [
      {
        name: "a matrix for an image",
        call: () => maxPool2d(ones(4, 4), 2),
        error: ShapeError,
        text: "maxPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: [4, 4]",
      },
      {
        name: "a window larger than the image",
        call: () => maxPool2d(ones(1, 1, 2, 2), 3),
        error: ShapeError,
        text: "maxPool2d: given input size: (1x2x2). Calculated output size: (1x0x0). Output size is too small",
      },
      {
        name: "padding of more than half the window",
        call: () => maxPool2d(ones(1, 1, 4, 4), 2, { padding: 2 }),
        error: ArgumentError,
        text: "maxPool2d: pad should be at most half of effective kernel size, but got padding=2x2 and kernelSize=2x2",
      },
      {
        name: "a window of 0",
        call: () => maxPool2d(ones(1, 1, 4, 4), 0),
        error: ArgumentError,
        text: "maxPool2d: kernelSize must be a positive integer or a pair of them, but got 0",
      },
      {
        name: "bool",
        call: () => maxPool2d(ones([1, 1, 4, 4], { dtype: "bool" }), 2),
        error: DTypeError,
        text: '"maxPool2d" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
  maxPool1d: {
    golden: ([input], { kernelSize, ...options }) => listed(maxPool1d(input!, kernelSize, options)),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 3, 7], distinct: true }], run: (a) => maxPool1d(a, 2) },
      { name: "no batch", inputs: [{ shape: [2, 5], distinct: true }], run: (a) => maxPool1d(a, 3, 1, 1) },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 2, 6], distinct: true }],
        run: (a) => maxPool1d(a, [2], { stride: [3], dilation: [2], ceilMode: true }),
      },
      {
        name: "where they stood",
        inputs: [{ shape: [1, 1, 8], values: [1, 1, 0, nan, least, least, nan, nan] }],
        gradient: "none",
        run: (a) => maxPool1d(a, 2, { returnIndices: true }).indices,
      },
      {
        name: "transposed",
        inputs: [{ shape: [2, 4, 6], layout: "transposed", distinct: true }],
        run: (a) => maxPool1d(a, 2),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4] }], run: (a) => maxPool1d(a, 2) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => maxPool1d(ones(4), 2),
        error: ShapeError,
        text: "maxPool1d: expected 2D (unbatched) or 3D (batched) input, but got input of size: [4]",
      },
    ],
  },
  maxPool3d: {
    golden: ([input], { kernelSize, ...options }) => listed(maxPool3d(input!, kernelSize, options)),
    samples: [
      { name: "by two", inputs: [{ shape: [2, 3, 4, 5, 6], distinct: true }], run: (a) => maxPool3d(a, 2) },
      {
        name: "no batch",
        inputs: [{ shape: [2, 3, 4, 4], distinct: true }],
        run: (a) => maxPool3d(a, [1, 2, 3], [1, 2, 1], [0, 1, 1]),
      },
      {
        name: "over the edge",
        edge: true,
        inputs: [{ shape: [1, 1, 4, 5, 5], distinct: true }],
        run: (a) => maxPool3d(a, 2, { stride: 2, padding: 1, dilation: 2, ceilMode: true }),
      },
      {
        name: "where they stood",
        inputs: [{ shape: [1, 2, 3, 4, 4], distinct: true }],
        gradient: "none",
        run: (a) => maxPool3d(a, 2, { stride: 1, returnIndices: true }).indices,
      },
      {
        name: "where equals and NaN stood",
        inputs: [
          {
            shape: [1, 2, 2, 2, 2],
            values: [1, 2, 2, 0, 2, 1, 0, 0, 0, nan, 5, 0, 7, nan, 8, 9],
          },
        ],
        gradient: "none",
        run: (a) => maxPool3d(a, 2, { returnIndices: true }).indices,
      },
      {
        name: "in the padding",
        edge: true,
        inputs: [{ shape: [1, 1, 2, 2, 2], distinct: true }],
        gradient: "none",
        run: (a) => maxPool3d(a, 2, { stride: 1, padding: 1, dilation: 3, returnIndices: true }).indices,
      },
      {
        name: "transposed",
        inputs: [{ shape: [2, 4, 6, 2], layout: "transposed", distinct: true }],
        run: (a) => maxPool3d(a, 2),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4, 4, 4] }], run: (a) => maxPool3d(a, 2) },
    ],
    errors: [
      {
        name: "an image",
        call: () => maxPool3d(ones(1, 4, 4), 2),
        error: ShapeError,
        text: "maxPool3d: expected 4D (unbatched) or 5D (batched) input, but got input of size: [1, 4, 4]",
      },
    ],
  },
});
