// Samples of narrow, select and slice.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { narrow, select, slice } from "./slice.js";

export const samples = defineSamples({
  narrow: {
    reads: "values",
    differences: "a step is positive",
    golden: ([a], { dim, start, length }) => narrow(a!, dim, start, length),
    samples: [
      { name: "rows", inputs: [{ shape: [5, 3] }], tolerance: 0, run: (a) => narrow(a, 0, 1, 3) },
      {
        name: "columns from the end",
        inputs: [{ shape: [3, 5], layout: "transposed" }],
        run: (a) => narrow(a, -1, -2, 2),
      },
      { name: "nothing", edge: true, inputs: [{ shape: [3] }], run: (a) => narrow(a, 0, 1, 0) },
      { name: "everything", edge: true, inputs: [{ shape: [3], layout: "stepped" }], run: (a) => narrow(a, 0, 0, 3) },
      { name: "of zero-size", inputs: [{ shape: [0, 3] }], run: (a) => narrow(a, 1, 1, 2) },
      {
        name: "from where a tensor says",
        inputs: [{ shape: [5, 3] }, { shape: [], dtype: "int32", values: [2] }],
        run: (a, start) => narrow(a, 0, start!.add(1), 2),
      },
    ],
    errors: [
      {
        name: "0-d",
        call: () => narrow(ones([]), 0, 0, 1),
        error: IndexError,
        text: "narrow: cannot be applied to a 0-dim tensor",
      },
      {
        name: "beyond the end",
        call: () => narrow(ones(3), 0, 2, 2),
        error: IndexError,
        text: "narrow: start (2) + length (2) exceeds dimension size (3)",
      },
      {
        name: "a start out of range",
        call: () => narrow(ones(3), 0, -4, 1),
        error: IndexError,
        text: "narrow: start out of range (expected to be in range of [-3, 3], but got -4)",
      },
      {
        name: "a negative length",
        call: () => narrow(ones(3), 0, 0, -1),
        error: IndexError,
        text: "narrow: start (0) + length (-1) exceeds dimension size (3)",
      },
    ],
  },
  select: {
    differences: "a step is positive",
    golden: ([a], { dim, index }) => select(a!, dim, index),
    samples: [
      { name: "a row", inputs: [{ shape: [3, 4] }], run: (a) => select(a, 0, 1) },
      { name: "a column from the end", inputs: [{ shape: [3, 4], layout: "stepped" }], run: (a) => select(a, 1, -1) },
      { name: "to 0-d", edge: true, inputs: [{ shape: [4] }], run: (a) => select(a, 0, 2) },
      { name: "beside zero-size", inputs: [{ shape: [3, 0] }], run: (a) => select(a, 0, 1) },
      { name: "expanded", inputs: [{ shape: [3, 4], layout: "expanded" }], run: (a) => select(a, 0, 2) },
      { name: "int32", inputs: [{ shape: [3, 4], dtype: "int32" }], gradient: "none", run: (a) => select(a, 0, 2) },
    ],
    errors: [
      {
        name: "0-d",
        call: () => select(ones([]), 0, 0),
        error: IndexError,
        text: "select: cannot be applied to a 0-dim tensor",
      },
      {
        name: "an index out of range",
        call: () => select(ones(2, 3), 1, 3),
        error: IndexError,
        text: "select: index 3 out of range for tensor of size [2, 3] at dimension 1",
      },
      {
        name: "a fraction",
        call: () => select(ones(3), 0, 0.5),
        error: IndexError,
        text: "select: index 0.5 out of range for tensor of size [3] at dimension 0",
      },
    ],
  },
  slice: {
    differences: "a step is positive",
    golden: ([a], { dim, start, end, step }) => slice(a!, dim, start, end, step),
    samples: [
      { name: "from a start", inputs: [{ shape: [5, 2] }], run: (a) => slice(a, 0, 2) },
      { name: "in steps", inputs: [{ shape: [2, 7] }], run: (a) => slice(a, 1, 1, 7, 3) },
      { name: "negative bounds", inputs: [{ shape: [7], layout: "offset" }], run: (a) => slice(a, 0, -5, -1) },
      { name: "bounds beyond the ends", edge: true, inputs: [{ shape: [4] }], run: (a) => slice(a, 0, -9, 9) },
      { name: "nothing", edge: true, inputs: [{ shape: [4] }], run: (a) => slice(a, 0, 3, 1) },
      { name: "of zero-size", inputs: [{ shape: [0, 3] }], run: (a) => slice(a, 0) },
      {
        name: "transposed, in steps",
        inputs: [{ shape: [4, 6], layout: "transposed" }],
        run: (a) => slice(a, 0, 1, 4, 2),
      },
      { name: "uint8", inputs: [{ shape: [6], dtype: "uint8" }], gradient: "none", run: (a) => slice(a, 0, 1, 6, 2) },
    ],
    errors: [
      {
        name: "0-d",
        call: () => slice(ones([])),
        error: IndexError,
        text: "slice: cannot be applied to a 0-dim tensor",
      },
      {
        name: "a step of 0",
        call: () => slice(ones(3), 0, 0, 3, 0),
        error: ArgumentError,
        text: "slice: step must be greater than zero, but got 0",
      },
      {
        name: "a dimension out of range",
        call: () => slice(ones(3), 1),
        error: IndexError,
        text: "slice: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
    ],
  },
});
