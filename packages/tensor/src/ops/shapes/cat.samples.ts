// Samples of cat and stack.

import { defineSamples } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { cat, concat, concatenate, stack } from "./cat.js";

/** What is cat by another name. */
const asCat = (join: typeof cat) => ({
  golden: { none: "as cat" },
  samples: [
    {
      name: "columns, stepped",
      inputs: [{ shape: [2, 3], layout: "stepped" as const }, { shape: [2, 1] }],
      run: (a: Tensor, b: Tensor) => join([a, b], 1),
    },
    { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [1, 2] }], run: (a: Tensor, b: Tensor) => join([a, b]) },
    { name: "rows of numbers", inputs: [{ shape: [] }], run: (a: Tensor) => join([a.view(1), a.view(1)]) },
  ],
});

export const samples = defineSamples({
  concat: {
    ...asCat(concat),
    errors: [
      {
        name: "two ranks",
        call: () => concat([ones(2, 3), ones(3)]),
        error: ShapeError,
        text: "concat: tensors must have same number of dimensions: got 2 and 1",
      },
    ],
  },
  concatenate: asCat(concatenate),
  cat: {
    golden: (tensors, { dim }) => cat(tensors, dim),
    samples: [
      { name: "rows", inputs: [{ shape: [2, 3] }, { shape: [1, 3] }], tolerance: 0, run: (a, b) => cat([a, b], 0) },
      {
        name: "columns",
        inputs: [{ shape: [2, 3] }, { shape: [2, 1] }, { shape: [2, 4] }],
        run: (a, b, c) => cat([a, b, c], -1),
      },
      { name: "one alone", edge: true, inputs: [{ shape: [2, 3] }], run: (a) => cat([a]) },
      { name: "one twice", edge: true, inputs: [{ shape: [2, 3] }], run: (a) => cat([a, a], 1) },
      { name: "a zero-size one", inputs: [{ shape: [2, 0] }, { shape: [2, 3] }], run: (a, b) => cat([a, b], 1) },
      {
        name: "an empty vector beside a matrix",
        inputs: [{ shape: [0], gradient: false }, { shape: [2, 3] }],
        run: (a, b) => cat([a, b], 1),
      },
      { name: "nothing at all", inputs: [{ shape: [0] }, { shape: [0] }], run: (a, b) => cat([a, b]) },
      {
        name: "transposed, stepped, expanded",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 4], layout: "stepped" },
          { shape: [3, 4], layout: "expanded" },
        ],
        run: (a, b, c) => cat([a, b, c], 0),
      },
      { name: "float and int32", inputs: [{ shape: [3] }, { shape: [2], dtype: "int32" }], run: (a, b) => cat([a, b]) },
      {
        name: "bool and uint8",
        inputs: [
          { shape: [3], dtype: "bool" },
          { shape: [2], dtype: "uint8" },
        ],
        gradient: "none",
        run: (a, b) => cat([a, b]),
      },
    ],
    errors: [
      { name: "no tensors", call: () => cat([]), error: ShapeError, text: "cat: expected a non-empty list of Tensors" },
      {
        name: "0-d",
        call: () => cat([ones(2), ones([])]),
        error: ShapeError,
        text: "cat: zero-dimensional tensor (at position 1) cannot be concatenated; use stack",
      },
      {
        name: "two ranks",
        call: () => cat([ones(2, 3), ones(3)]),
        error: ShapeError,
        text: "cat: tensors must have same number of dimensions: got 2 and 1",
      },
      {
        name: "sizes that differ elsewhere",
        call: () => cat([ones(2, 3), ones(2, 4)], 0),
        error: ShapeError,
        text: "cat: sizes of tensors must match except in dimension 0. Expected [2, 3] but got [2, 4] for tensor number 1 in the list.",
      },
      {
        name: "a dimension out of range",
        call: () => cat([ones(2, 3)], 2),
        error: IndexError,
        text: "cat: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  stack: {
    golden: (tensors, { dim }) => stack(tensors, dim),
    samples: [
      {
        name: "in front",
        inputs: [{ shape: [2, 3] }, { shape: [2, 3], layout: "transposed" }],
        run: (a, b) => stack([a, b]),
      },
      { name: "behind", inputs: [{ shape: [2, 3] }, { shape: [2, 3] }], run: (a, b) => stack([a, b], -1) },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }, { shape: [] }], run: (a, b, c) => stack([a, b, c]) },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [0] }], run: (a, b) => stack([a, b], 1) },
    ],
    errors: [
      {
        name: "no tensors",
        call: () => stack([]),
        error: ShapeError,
        text: "stack: expected a non-empty list of Tensors",
      },
      {
        name: "two shapes",
        call: () => stack([ones(2), ones(3)]),
        error: ShapeError,
        text: "stack: expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1",
      },
      {
        name: "a dimension out of range",
        call: () => stack([ones(2)], 2),
        error: IndexError,
        text: "stack: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
});
