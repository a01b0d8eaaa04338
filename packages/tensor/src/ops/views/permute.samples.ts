// Samples of permute, transpose, movedim and t.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { moveaxis, movedim, permute, swapaxes, swapdims, t, transpose } from "./permute.js";

export const samples = defineSamples({
  permute: {
    golden: ([a], { dims }) => permute(a!, dims),
    samples: [
      { name: "three dimensions", inputs: [{ shape: [2, 3, 4] }], tolerance: 0, run: (a) => permute(a, 2, 0, 1) },
      {
        name: "negative, as an array",
        inputs: [{ shape: [2, 3, 4], layout: "stepped" }],
        run: (a) => permute(a, [-1, 0, 1]),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => permute(a, []) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => permute(a, 1, 0) },
      { name: "expanded", inputs: [{ shape: [3, 2], layout: "expanded" }], run: (a) => permute(a, 1, 0) },
    ],
    errors: [
      {
        name: "too few dimensions",
        call: () => permute(ones(2, 3), 0),
        error: ShapeError,
        text: "permute: number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 1",
      },
      {
        name: "a dimension twice",
        call: () => permute(ones(2, 3), 1, -1),
        error: ShapeError,
        text: "permute: duplicate dims are not allowed, but dimension 1 is named twice",
      },
      {
        name: "a dimension out of range",
        call: () => permute(ones(2, 3), 0, 2),
        error: IndexError,
        text: "permute: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  transpose: {
    golden: ([a], { dim0, dim1 }) => transpose(a!, dim0, dim1),
    samples: [
      { name: "a matrix", inputs: [{ shape: [2, 3] }], run: (a) => transpose(a, 0, 1) },
      { name: "the outer ones", inputs: [{ shape: [2, 3, 4], layout: "offset" }], run: (a) => transpose(a, 0, -1) },
      { name: "one with itself", edge: true, inputs: [{ shape: [2, 3] }], run: (a) => transpose(a, 1, 1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => transpose(a, 0, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => transpose(a, 0, 1) },
      { name: "bool", inputs: [{ shape: [2, 3], dtype: "bool" }], gradient: "none", run: (a) => transpose(a, 0, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => transpose(ones(2, 3), 0, 2),
        error: IndexError,
        text: "transpose: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  swapaxes: {
    golden: ([a], { axis0, axis1 }) => swapaxes(a!, axis0, axis1),
    samples: [
      { name: "the outer ones", inputs: [{ shape: [2, 3, 4], layout: "offset" }], run: (a) => swapaxes(a, 0, -1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => swapaxes(a, 0, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => swapaxes(a, 0, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => swapaxes(ones(2, 3), 0, 2),
        error: IndexError,
        text: "swapaxes: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
    ],
  },
  swapdims: {
    golden: ([a], { dim0, dim1 }) => swapdims(a!, dim0, dim1),
    samples: [
      { name: "the outer ones", inputs: [{ shape: [2, 3, 4], layout: "stepped" }], run: (a) => swapdims(a, 0, -1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => swapdims(a, 0, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => swapdims(a, 0, 1) },
    ],
  },
  movedim: {
    golden: ([a], { source, destination }) => movedim(a!, source, destination),
    samples: [
      { name: "to the end", inputs: [{ shape: [2, 3, 4] }], tolerance: 0, run: (a) => movedim(a, 0, -1) },
      {
        name: "two, expanded",
        inputs: [{ shape: [2, 3, 4], layout: "expanded" }],
        run: (a) => movedim(a, [2, 0], [0, 1]),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => movedim(a, 0, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 3] }], run: (a) => movedim(a, 1, 0) },
    ],
    errors: [
      {
        name: "lists of two lengths",
        call: () => movedim(ones(2, 3), [0, 1], [0]),
        error: ArgumentError,
        text: "movedim: Invalid source or destination dims: source ([0, 1] dims) should contain the same number of dims as destination ([0] dims)",
      },
      {
        name: "a source twice",
        call: () => movedim(ones(2, 3), [0, 0], [0, 1]),
        error: ArgumentError,
        text: "movedim: repeated dim in `source` ([0, 0])",
      },
      {
        name: "a destination twice",
        call: () => movedim(ones(2, 3), [0, 1], [1, -1]),
        error: ArgumentError,
        text: "movedim: repeated dim in `destination` ([1, -1])",
      },
      {
        name: "a dimension out of range",
        call: () => movedim(ones(2, 3), 0, 3),
        error: IndexError,
        text: "movedim: dimension out of range (expected to be in range of [-2, 1], but got 3)",
      },
    ],
  },
  moveaxis: {
    golden: ([a], { source, destination }) => moveaxis(a!, source, destination),
    samples: [
      { name: "to the end", inputs: [{ shape: [2, 3, 4], layout: "stepped" }], run: (a) => moveaxis(a, 0, -1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => moveaxis(a, 0, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 3] }], run: (a) => moveaxis(a, 1, 0) },
    ],
  },
  t: {
    golden: { none: "as transpose" },
    samples: [
      { name: "a matrix", inputs: [{ shape: [2, 3] }], run: (a) => t(a) },
      { name: "a vector", inputs: [{ shape: [3] }], run: (a) => t(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => t(a) },
    ],
    errors: [
      {
        name: "three dimensions",
        call: () => t(ones(1, 2, 3)),
        error: ShapeError,
        text: "t: expects a tensor with <= 2 dimensions, but this one has 3; use .transpose(dim0, dim1)",
      },
    ],
  },
});
