// Samples of diagonal, diagEmbed and diag.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { diag, diagEmbed, diagonal } from "./diagonal.js";

export const samples = defineSamples({
  diagonal: {
    golden: ([a], { offset, dim1, dim2 }) => diagonal(a!, offset, dim1, dim2),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => diagonal(a) },
      { name: "to the right", inputs: [{ shape: [4, 3] }], tolerance: 0, run: (a) => diagonal(a, 1) },
      { name: "to the left, a batch", inputs: [{ shape: [2, 4, 3] }], run: (a) => diagonal(a, -1, -2, -1) },
      { name: "the other way round", inputs: [{ shape: [3, 2, 4] }], run: (a) => diagonal(a, 1, 2, 0) },
      { name: "beyond the corner", edge: true, inputs: [{ shape: [3, 4] }], run: (a) => diagonal(a, 4) },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => diagonal(a, 1) },
      { name: "expanded", inputs: [{ shape: [3, 3], layout: "expanded" }], run: (a) => diagonal(a) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => diagonal(a) },
      { name: "a number's", inputs: [{ shape: [] }], run: (a) => diagonal(a.view(1, 1)) },
    ],
    errors: [
      {
        name: "one dimension twice",
        call: () => diagonal(ones(2, 3), 0, 1, -1),
        error: ShapeError,
        text: "diagonal: diagonal dimensions cannot be identical 1, -1",
      },
      {
        name: "a vector",
        call: () => diagonal(ones(3)),
        error: IndexError,
        text: "diagonal: dimension out of range (expected to be in range of [-1, 0], but got 1)",
      },
      {
        name: "a fraction",
        call: () => diagonal(ones(3, 3), 0.5),
        error: ArgumentError,
        text: "diagonal: offset must be an integer, but got 0.5",
      },
    ],
  },
  diagEmbed: {
    golden: ([a], { offset, dim1, dim2 }) => diagEmbed(a!, offset, dim1, dim2),
    samples: [
      { name: "a vector", inputs: [{ shape: [3] }], tolerance: 0, run: (a) => diagEmbed(a) },
      { name: "a batch, to the right", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => diagEmbed(a, 2) },
      {
        name: "stepped, to the left, in front",
        inputs: [{ shape: [2, 3], layout: "stepped" }],
        run: (a) => diagEmbed(a, -1, 0, 2),
      },
      { name: "the other way round", inputs: [{ shape: [2, 3] }], run: (a) => diagEmbed(a, 1, -1, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => diagEmbed(a, 1) },
      { name: "a number's row", inputs: [{ shape: [] }], run: (a) => diagEmbed(a.view(1)) },
      { name: "bools", inputs: [{ shape: [3], dtype: "bool" }], gradient: "none", run: (a) => diagEmbed(a) },
    ],
    errors: [
      {
        name: "one dimension twice",
        call: () => diagEmbed(ones(2), 0, 0, 0),
        error: ShapeError,
        text: "diagEmbed: diagonal dimensions cannot be identical 0, 0",
      },
      {
        name: "0-d",
        call: () => diagEmbed(ones([])),
        error: IndexError,
        text: "diagEmbed: dimension out of range (expected to be in range of [-1, 0], but got -2)",
      },
    ],
  },
  diag: {
    golden: ([a], { diagonal }) => diag(a!, diagonal),
    samples: [
      { name: "a vector", inputs: [{ shape: [3] }], tolerance: 0, run: (a) => diag(a) },
      { name: "a vector, to the left", inputs: [{ shape: [3], layout: "stepped" }], run: (a) => diag(a, -2) },
      { name: "a matrix", inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => diag(a) },
      { name: "a matrix, to the right", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => diag(a, 1) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => diag(a) },
      { name: "a number's row", inputs: [{ shape: [] }], run: (a) => diag(a.view(1)) },
    ],
    errors: [
      {
        name: "three dimensions",
        call: () => diag(ones(2, 2, 2)),
        error: ShapeError,
        text: "diag: Supports 1D or 2D tensors. Got 3D; use diagonal or diagEmbed",
      },
    ],
  },
});
