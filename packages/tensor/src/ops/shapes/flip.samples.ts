// Samples of flip, fliplr, flipud and rot90.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { flip, fliplr, flipud, rot90 } from "./flip.js";

export const samples = defineSamples({
  flip: {
    golden: ([a], { dims }) => flip(a!, dims),
    samples: [
      { name: "rows and columns", inputs: [{ shape: [3, 4, 2] }], tolerance: 0, run: (a) => flip(a, 0, 2) },
      { name: "none", edge: true, inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => flip(a, []) },
      { name: "a row longer than lanes", inputs: [{ shape: [2, 23] }], tolerance: 0, run: (a) => flip(a, 1) },
      { name: "0-d", inputs: [{ shape: [] }], tolerance: 0, run: (a) => flip(a, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], tolerance: 0, run: (a) => flip(a, 0, 1) },
      { name: "stepped", inputs: [{ shape: [3, 4], layout: "stepped" }], tolerance: 0, run: (a) => flip(a, -1) },
      {
        name: "transposed",
        inputs: [{ shape: [7, 5], layout: "transposed" }],
        tolerance: 0,
        run: (a) => flip(a, 0),
      },
      { name: "bools", inputs: [{ shape: [21], dtype: "bool" }], gradient: "none", run: (a) => flip(a, 0) },
      { name: "bytes", inputs: [{ shape: [2, 19], dtype: "uint8" }], gradient: "none", run: (a) => flip(a, 1) },
    ],
    errors: [
      {
        name: "a dimension that is not there",
        call: () => flip(ones(2, 3), 2),
        error: IndexError,
        text: "flip: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
      {
        name: "one that is named twice",
        call: () => flip(ones(2, 3), 1, -1),
        error: ShapeError,
        text: "flip: dim 1 appears multiple times in the list of dims",
      },
    ],
  },
  fliplr: {
    golden: ([a]) => fliplr(a!),
    samples: [
      {
        name: "a matrix, stepped",
        inputs: [{ shape: [2, 3], layout: "stepped" }],
        tolerance: 0,
        run: (a) => fliplr(a),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], tolerance: 0, run: (a) => fliplr(a) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => fliplr(ones(3)),
        error: ShapeError,
        text: "fliplr: Input must be >= 2-d, but it is 1-d; use flip",
      },
    ],
  },
  flipud: {
    golden: ([a]) => flipud(a!),
    samples: [
      {
        name: "a matrix, stepped",
        inputs: [{ shape: [2, 3], layout: "stepped" }],
        tolerance: 0,
        run: (a) => flipud(a),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], tolerance: 0, run: (a) => flipud(a) },
    ],
    errors: [
      {
        name: "0-d",
        call: () => flipud(ones([])),
        error: ShapeError,
        text: "flipud: Input must be >= 1-d, but it is 0-d",
      },
    ],
  },
  rot90: {
    golden: ([a], { k, dims }) => rot90(a!, k, dims),
    samples: [
      { name: "once", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => rot90(a) },
      { name: "twice, stepped", inputs: [{ shape: [2, 3], layout: "stepped" }], tolerance: 0, run: (a) => rot90(a, 2) },
      { name: "backwards", inputs: [{ shape: [2, 3, 4] }], tolerance: 0, run: (a) => rot90(a, -1, [2, 0]) },
      { name: "not at all", edge: true, inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => rot90(a, 4) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], tolerance: 0, run: (a) => rot90(a, 3) },
    ],
    errors: [
      {
        name: "one dimension",
        call: () => rot90(ones(2, 3), 1, [0]),
        error: ArgumentError,
        text: "rot90: expected total rotation dims == 2, but got dims = [0]",
      },
      {
        name: "one dimension twice",
        call: () => rot90(ones(2, 3), 1, [0, -2]),
        error: ArgumentError,
        text: "rot90: expected rotation dims to be different, but got dim0 = 0 and dim1 = -2",
      },
      {
        name: "a vector",
        call: () => rot90(ones(3)),
        error: ShapeError,
        text: "rot90: expected total dims >= 2, but got total dims = 1",
      },
    ],
  },
});
