// Samples of max, argmax, min and argmin, on values apart from each other; equals and NaN where no gradient is checked.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { argmax, argmin, max, min } from "./max.js";

const awkward = [
  1,
  3,
  3,
  Number.NaN,
  2,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

export const samples = defineSamples({
  max: {
    differences: "indices are int32",
    golden: ([a], { dim, ...options }) => (dim === undefined ? max(a!) : Object.values(max(a!, dim, options))),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5], distinct: true }], tolerance: 0, run: (a) => max(a) },
      { name: "values along the last", inputs: [{ shape: [3, 5], distinct: true }], run: (a) => max(a, 1).values },
      {
        name: "values along the first, kept",
        inputs: [{ shape: [3, 5], distinct: true }],
        run: (a) => max(a, 0, { keepdim: true }).values,
      },
      {
        name: "indices along the middle",
        inputs: [{ shape: [3, 4, 5], distinct: true }],
        gradient: "none",
        run: (a) => max(a, 1).indices,
      },
      {
        name: "equals and NaN, values",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => max(a, 1).values,
      },
      {
        name: "equals and NaN, indices",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => max(a, 1).indices,
      },
      { name: "NaN in everything", inputs: [{ shape: [9], values: awkward }], gradient: "none", run: (a) => max(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => max(a) },
      {
        name: "of two tensors",
        inputs: [{ shape: [3, 5] }, { shape: [5], range: [2, 3] }],
        run: (a, b) => max(a, b),
      },
      {
        name: "of two transposed tensors",
        inputs: [
          { shape: [3, 4], layout: "transposed", range: [0, 1] },
          { shape: [3, 4], range: [-1, -0.1] },
        ],
        run: (a, b) => max(a, b),
      },
      {
        name: "of two, equals and NaN",
        inputs: [
          { shape: [9], values: awkward },
          { shape: [9], values: [...awkward].reverse() },
        ],
        gradient: "none",
        run: (a, b) => max(a, b),
      },
      {
        name: "of two, int32",
        inputs: [
          { shape: [3, 4], dtype: "int32" },
          { shape: [4], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b) => max(a, b),
      },
      { name: "0-d along 0", inputs: [{ shape: [] }], run: (a) => max(a, 0).values },
      { name: "beside a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => max(a, 1).values },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], distinct: true, layout: "transposed" }],
        run: (a) => max(a, 1).values,
      },
      { name: "stepped", inputs: [{ shape: [3, 4], distinct: true, layout: "stepped" }], run: (a) => max(a) },
      { name: "int32", inputs: [{ shape: [3, 4], dtype: "int32" }], gradient: "none", run: (a) => max(a, 0).values },
      { name: "uint8", inputs: [{ shape: [12], dtype: "uint8" }], gradient: "none", run: (a) => max(a) },
      { name: "bool", inputs: [{ shape: [3, 4], dtype: "bool" }], gradient: "none", run: (a) => max(a, 1).indices },
    ],
    errors: [
      {
        name: "nothing to choose from",
        call: () => max(ones(0)),
        error: ShapeError,
        text: "max: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      },
      {
        name: "nothing along a dimension",
        call: () => max(ones(2, 0), 1),
        error: ShapeError,
        text: "max: expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
      {
        name: "a dimension out of range",
        call: () => max(ones(2), 1),
        error: IndexError,
        text: "max: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
    ],
  },
  argmax: {
    differences: "gives int32",
    golden: ([a], { dim, ...options }) => argmax(a!, dim, options),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5], distinct: true }], gradient: "none", run: (a) => argmax(a) },
      {
        name: "over everything, kept",
        inputs: [{ shape: [3, 5], distinct: true }],
        gradient: "none",
        run: (a) => argmax(a, undefined, { keepdim: true }),
      },
      {
        name: "along the last",
        inputs: [{ shape: [3, 5], distinct: true }],
        gradient: "none",
        run: (a) => argmax(a, -1),
      },
      {
        name: "along the first, kept",
        inputs: [{ shape: [3, 5], distinct: true, layout: "transposed" }],
        gradient: "none",
        run: (a) => argmax(a, 0, { keepdim: true }),
      },
      {
        name: "equals and NaN",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => argmax(a, 1),
      },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a) => argmax(a) },
      { name: "zero-size beside", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => argmax(a, 1) },
      { name: "int32", inputs: [{ shape: [3, 4], dtype: "int32" }], gradient: "none", run: (a) => argmax(a, 1) },
    ],
    errors: [
      {
        name: "nothing to choose from",
        call: () => argmax(ones(0)),
        error: ShapeError,
        text: "argmax: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      },
      {
        name: "nothing along a dimension",
        call: () => argmax(ones(2, 0), 1),
        error: ShapeError,
        text: "argmax: expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
      {
        name: "a dimension out of range",
        call: () => argmax(ones(2), -2),
        error: IndexError,
        text: "argmax: dimension out of range (expected to be in range of [-1, 0], but got -2)",
      },
      {
        name: "bools",
        call: () => argmax(tensor([true, false])),
        error: DTypeError,
        text: 'argmax(): does not support bool input; convert it with .to("uint8")',
      },
    ],
  },
  min: {
    differences: "indices are int32",
    golden: ([a], { dim, ...options }) => (dim === undefined ? min(a!) : Object.values(min(a!, dim, options))),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5], distinct: true }], tolerance: 0, run: (a) => min(a) },
      { name: "values along the last", inputs: [{ shape: [3, 5], distinct: true }], run: (a) => min(a, 1).values },
      {
        name: "values along the first, kept",
        inputs: [{ shape: [3, 5], distinct: true }],
        run: (a) => min(a, 0, { keepdim: true }).values,
      },
      {
        name: "indices along the middle",
        inputs: [{ shape: [3, 4, 5], distinct: true }],
        gradient: "none",
        run: (a) => min(a, 1).indices,
      },
      {
        name: "equals and NaN, values",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => min(a, 1).values,
      },
      {
        name: "equals and NaN, indices",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => min(a, 1).indices,
      },
      { name: "NaN in everything", inputs: [{ shape: [9], values: awkward }], gradient: "none", run: (a) => min(a) },
      {
        name: "of two tensors",
        inputs: [{ shape: [3, 5] }, { shape: [5], range: [2, 3] }],
        run: (a, b) => min(a, b),
      },
      {
        name: "of two, uint8",
        inputs: [
          { shape: [3, 4], dtype: "uint8" },
          { shape: [4], dtype: "uint8" },
        ],
        gradient: "none",
        run: (a, b) => min(a, b),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => min(a) },
      { name: "0-d along 0", inputs: [{ shape: [] }], run: (a) => min(a, 0).values },
      { name: "beside a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => min(a, 1).values },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], distinct: true, layout: "transposed" }],
        run: (a) => min(a, 1).values,
      },
      { name: "stepped", inputs: [{ shape: [3, 4], distinct: true, layout: "stepped" }], run: (a) => min(a) },
      { name: "int32", inputs: [{ shape: [3, 4], dtype: "int32" }], gradient: "none", run: (a) => min(a, 0).values },
      { name: "uint8", inputs: [{ shape: [12], dtype: "uint8" }], gradient: "none", run: (a) => min(a) },
      { name: "bool", inputs: [{ shape: [3, 4], dtype: "bool" }], gradient: "none", run: (a) => min(a, 1).indices },
    ],
    errors: [
      {
        name: "nothing to choose from",
        call: () => min(ones(0)),
        error: ShapeError,
        text: "min: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      },
      {
        name: "nothing along a dimension",
        call: () => min(ones(2, 0), 1),
        error: ShapeError,
        text: "min: expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
      {
        name: "a dimension out of range",
        call: () => min(ones(2), 1),
        error: IndexError,
        text: "min: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
    ],
  },
  argmin: {
    differences: "gives int32",
    golden: ([a], { dim, ...options }) => argmin(a!, dim, options),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5], distinct: true }], gradient: "none", run: (a) => argmin(a) },
      {
        name: "over everything, kept",
        inputs: [{ shape: [3, 5], distinct: true }],
        gradient: "none",
        run: (a) => argmin(a, undefined, { keepdim: true }),
      },
      {
        name: "along the last",
        inputs: [{ shape: [3, 5], distinct: true }],
        gradient: "none",
        run: (a) => argmin(a, -1),
      },
      {
        name: "along the first, kept",
        inputs: [{ shape: [3, 5], distinct: true, layout: "transposed" }],
        gradient: "none",
        run: (a) => argmin(a, 0, { keepdim: true }),
      },
      {
        name: "equals and NaN",
        inputs: [{ shape: [3, 3], values: awkward }],
        gradient: "none",
        run: (a) => argmin(a, 1),
      },
      { name: "0-d", inputs: [{ shape: [] }], gradient: "none", run: (a) => argmin(a) },
      { name: "zero-size beside", inputs: [{ shape: [0, 3] }], gradient: "none", run: (a) => argmin(a, 1) },
      { name: "int32", inputs: [{ shape: [3, 4], dtype: "int32" }], gradient: "none", run: (a) => argmin(a, 1) },
    ],
    errors: [
      {
        name: "bools",
        call: () => argmin(tensor([true, false])),
        error: DTypeError,
        text: 'argmin(): does not support bool input; convert it with .to("uint8")',
      },
      {
        name: "nothing to choose from",
        call: () => argmin(ones(0)),
        error: ShapeError,
        text: "argmin: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      },
      {
        name: "nothing along a dimension",
        call: () => argmin(ones(2, 0), 1),
        error: ShapeError,
        text: "argmin: expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
      {
        name: "a dimension out of range",
        call: () => argmin(ones(2), -2),
        error: IndexError,
        text: "argmin: dimension out of range (expected to be in range of [-1, 0], but got -2)",
      },
      {
        name: "bools",
        call: () => argmin(tensor([true, false])),
        error: DTypeError,
        text: 'argmin(): does not support bool input; convert it with .to("uint8")',
      },
    ],
  },
});
