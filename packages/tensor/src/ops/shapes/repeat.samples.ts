// Samples of repeat, tile and repeatInterleave.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { repeat, repeatInterleave, tile } from "./repeat.js";

const int = (...values: number[]) => tensor(values, { dtype: "int32" });

export const samples = defineSamples({
  repeat: {
    golden: ([a], { sizes }) => repeat(a!, sizes),
    samples: [
      { name: "rows and columns", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => repeat(a, 2, 3) },
      { name: "in front", inputs: [{ shape: [3] }], tolerance: 0, run: (a) => repeat(a, [2, 1]) },
      { name: "once", edge: true, inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => repeat(a, 1, 1) },
      { name: "never", edge: true, inputs: [{ shape: [2, 3] }], run: (a) => repeat(a, 0, 2) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        tolerance: 0,
        run: (a) => repeat(a, 2, 2),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => repeat(a, 3) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => repeat(a, 2, 2) },
      { name: "bools", inputs: [{ shape: [3], dtype: "bool" }], gradient: "none", run: (a) => repeat(a, 7) },
    ],
    errors: [
      {
        name: "too few sizes",
        call: () => repeat(ones(2, 3), 2),
        error: ShapeError,
        text: "repeat: number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: got [2] for 2",
      },
      {
        name: "a negative one",
        call: () => repeat(ones(2, 3), 2, -1),
        error: ShapeError,
        text: "repeat: Trying to create tensor with negative dimension -3: [4, -3]; repeats must be non-negative",
      },
      {
        name: "a fraction",
        call: () => repeat(ones(2), 1.5),
        error: ArgumentError,
        text: "repeat: repeats must be integers, but got [1.5]",
      },
    ],
  },
  tile: {
    golden: ([a], { dims }) => tile(a!, dims),
    samples: [
      { name: "columns", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => tile(a, 2) },
      { name: "in front, stepped", inputs: [{ shape: [3], layout: "stepped" }], run: (a) => tile(a, [2, 2]) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => tile(a, 3) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => tile(a, 2) },
    ],
    errors: [
      {
        name: "a negative one",
        call: () => tile(ones(2, 3), -1),
        error: ShapeError,
        text: "tile: Trying to create tensor with negative dimension -3: [2, -3]; repeats must be non-negative",
      },
    ],
  },
  repeatInterleave: {
    reads: "shape",
    differences: "repeats in a tensor are int32",
    golden: ([a, times], { repeats = times, dim, outputSize }) => repeatInterleave(a!, repeats, dim, { outputSize }),
    samples: [
      { name: "all as one row", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => repeatInterleave(a, 2) },
      { name: "rows", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => repeatInterleave(a, 3, 0) },
      {
        name: "columns, transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        run: (a) => repeatInterleave(a, 2, -1),
      },
      {
        name: "each as often as a tensor says",
        inputs: [{ shape: [3, 2] }, { shape: [3], dtype: "int32", values: [2, 0, 3] }],
        run: (a, times) => repeatInterleave(a, times, 0, { outputSize: 5 }),
      },
      {
        name: "one number in a tensor",
        inputs: [{ shape: [3] }, { shape: [], dtype: "int32", values: [2] }],
        run: (a, times) => repeatInterleave(a, times, 0),
      },
      {
        name: "indices",
        inputs: [{ shape: [3], dtype: "int32", values: [2, 0, 3] }],
        gradient: "none",
        run: (times) => repeatInterleave(times),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => repeatInterleave(a, 3) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => repeatInterleave(a, 3, 1) },
      { name: "never", edge: true, inputs: [{ shape: [2] }], run: (a) => repeatInterleave(a, 0) },
    ],
    errors: [
      {
        name: "a negative number",
        call: () => repeatInterleave(ones(2), -1),
        error: ArgumentError,
        text: "repeatInterleave: Repeats must be non-negative integers, but got -1",
      },
      {
        name: "a negative one in a tensor",
        call: () => repeatInterleave(ones(2), int(1, -2)),
        error: ArgumentError,
        text: "repeatInterleave: repeats can not be negative, but got -2",
      },
      {
        name: "fewer than elements",
        call: () => repeatInterleave(ones(2, 3), int(1, 2)),
        error: ShapeError,
        text: "repeatInterleave: repeats must have the same size as input along dim, but got repeats.size(0) = 2 and input.size(0) = 6",
      },
      {
        name: "a matrix of repeats",
        call: () => repeatInterleave(ones(2), tensor([[1, 2]], { dtype: "int32" }), 0),
        error: ShapeError,
        text: "repeatInterleave: repeats must be 0-dim or 1-dim tensor, but it has 2",
      },
      {
        name: "floats for repeats",
        call: () => repeatInterleave(ones(2), tensor([1, 2]), 0),
        error: DTypeError,
        text: 'repeatInterleave: repeats has to be of dtype int32, but got float32; convert with .to("int32")',
      },
      {
        name: "a total that is another",
        call: () => repeatInterleave(ones(2), 2, 0, { outputSize: 3 }),
        error: ArgumentError,
        text: "repeatInterleave: Invalid outputSize, expected 4 but got 3",
      },
      {
        name: "a dimension that is not there",
        call: () => repeatInterleave(ones(2), 2, 5),
        error: IndexError,
        text: "repeatInterleave: dimension out of range (expected to be in range of [-1, 0], but got 5)",
      },
    ],
  },
});
