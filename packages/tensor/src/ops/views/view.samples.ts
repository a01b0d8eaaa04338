// Samples of view, reshape, flatten, squeeze and unsqueeze.

import { defineSamples } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { reshape, squeeze } from "./own.js";
import { flatten, unsqueeze, view } from "./view.js";

export const samples = defineSamples({
  view: {
    golden: ([a], { sizes }) => view(a!, sizes),
    samples: [
      { name: "another shape", inputs: [{ shape: [2, 6] }], tolerance: 0, run: (a) => view(a, 3, 4) },
      { name: "minus one", inputs: [{ shape: [2, 3, 4] }], run: (a) => view(a, 2, -1) },
      { name: "sizes as an array", inputs: [{ shape: [6] }], run: (a) => view(a, [3, 2]) },
      { name: "0-d to one", inputs: [{ shape: [] }], run: (a) => view(a, 1) },
      { name: "one to 0-d", edge: true, inputs: [{ shape: [1, 1] }], run: (a) => view(a, []) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => view(a, 3, 0) },
      { name: "of an offset part", inputs: [{ shape: [4, 3], layout: "offset" }], run: (a) => view(a, 2, 6) },
      {
        name: "of a stepped part, split",
        inputs: [{ shape: [3, 4], layout: "stepped" }],
        run: (a) => view(a, 3, 2, 2),
      },
      {
        name: "of an expanded part, split",
        inputs: [{ shape: [4, 3], layout: "expanded" }],
        run: (a) => view(a, 2, 2, 3),
      },
      {
        name: "of a transposed part, split",
        inputs: [{ shape: [4, 6], layout: "transposed" }],
        run: (a) => view(a, 2, 2, 3, 2),
      },
    ],
    errors: [
      {
        name: "another number of elements",
        call: () => view(ones(2, 3), 4),
        error: ShapeError,
        text: "view: shape '[4]' is invalid for input of size 6",
      },
      {
        name: "a size that does not divide",
        call: () => view(ones(2, 3), 4, -1),
        error: ShapeError,
        text: "view: shape '[4, -1]' is invalid for input of size 6",
      },
      {
        name: "minus one twice",
        call: () => view(ones(2, 3), -1, -1),
        error: ShapeError,
        text: "view: only one dimension can be inferred, got [-1, -1]",
      },
      {
        name: "minus one beside zero",
        call: () => view(ones(0, 3), 0, -1),
        error: ShapeError,
        text: "view: cannot reshape tensor of 0 elements into shape [0, -1] because the unspecified dimension size -1 can be any value and is ambiguous",
      },
      {
        name: "a transposed matrix",
        call: () => view(ones(2, 3).t(), 6),
        error: ShapeError,
        text: "view: view size is not compatible with input tensor's size and stride (size [3, 2], stride [1, 3], wanted [6]; at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      },
    ],
  },
  reshape: {
    golden: ([a], { sizes }) => reshape(a!, sizes),
    samples: [
      { name: "another shape", inputs: [{ shape: [2, 6] }], run: (a) => reshape(a, 3, -1) },
      { name: "transposed: a copy", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => reshape(a, 12) },
      { name: "expanded: a copy", inputs: [{ shape: [3, 4], layout: "expanded" }], run: (a) => reshape(a, 2, 6) },
      { name: "stepped: a copy", inputs: [{ shape: [3, 4], layout: "stepped" }], run: (a) => reshape(a, 4, 3) },
      { name: "its own shape", inputs: [{ shape: [2, 3] }], run: (a) => reshape(a, 2, 3) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => reshape(a, 1, 1) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => reshape(a, 0) },
      {
        name: "int32",
        inputs: [{ shape: [2, 3], dtype: "int32", layout: "transposed" }],
        gradient: "none",
        run: (a) => reshape(a, 6),
      },
    ],
    errors: [
      {
        name: "another number of elements",
        call: () => reshape(ones(2, 3), [5]),
        error: ShapeError,
        text: "reshape: shape '[5]' is invalid for input of size 6",
      },
    ],
  },
  flatten: {
    golden: ([a], { startDim, endDim }) => flatten(a!, startDim, endDim),
    samples: [
      { name: "everything", inputs: [{ shape: [2, 3, 2] }], run: (a) => flatten(a) },
      { name: "all but the batch", inputs: [{ shape: [2, 3, 2] }], run: (a) => flatten(a, 1) },
      {
        name: "the middle, transposed",
        inputs: [{ shape: [2, 3, 2, 2], layout: "transposed" }],
        run: (a) => flatten(a, 1, 2),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => flatten(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3, 2] }], run: (a) => flatten(a, 1) },
    ],
    errors: [
      {
        name: "the end before the start",
        call: () => flatten(ones(2, 3), 1, 0),
        error: ShapeError,
        text: "flatten: startDim (1) cannot come after endDim (0)",
      },
      {
        name: "a dimension out of range",
        call: () => flatten(ones(2, 3), 2),
        error: IndexError,
        text: "flatten: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  squeeze: {
    golden: ([a], { dim }) => squeeze(a!, dim),
    samples: [
      { name: "all", inputs: [{ shape: [1, 3, 1] }], run: (a) => squeeze(a) },
      { name: "one", inputs: [{ shape: [1, 3, 1], layout: "transposed" }], run: (a) => squeeze(a, -1) },
      { name: "a size that is not 1", inputs: [{ shape: [1, 3] }], run: (a) => squeeze(a, 1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => squeeze(a, 0) },
      { name: "zero-size", inputs: [{ shape: [1, 0] }], run: (a) => squeeze(a) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => squeeze(ones(2, 3), 2),
        error: IndexError,
        text: "squeeze: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  unsqueeze: {
    golden: ([a], { dim }) => unsqueeze(a!, dim),
    samples: [
      { name: "in front", inputs: [{ shape: [2, 3] }], run: (a) => unsqueeze(a, 0) },
      { name: "behind, transposed", inputs: [{ shape: [2, 3], layout: "transposed" }], run: (a) => unsqueeze(a, -1) },
      { name: "between, expanded", inputs: [{ shape: [2, 3], layout: "expanded" }], run: (a) => unsqueeze(a, 1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => unsqueeze(a, 0) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => unsqueeze(a, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => unsqueeze(ones(2, 3), 3),
        error: IndexError,
        text: "unsqueeze: dimension out of range (expected to be in range of [-3, 2], but got 3)",
      },
    ],
  },
});
