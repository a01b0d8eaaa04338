// Samples of diagonalScatter, selectScatter and sliceScatter.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { diagonalScatter, selectScatter, sliceScatter } from "./embedded.js";
import { reshape } from "./view.js";

export const samples = defineSamples({
  diagonalScatter: {
    golden: ([a, b], { offset, dim1, dim2 }) => diagonalScatter(a!, b!, offset, dim1, dim2),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 4] }, { shape: [3] }], run: (a, b) => diagonalScatter(a, b!) },
      {
        name: "to the left, transposed",
        inputs: [
          { shape: [3, 3], layout: "transposed" },
          { shape: [2], layout: "stepped" },
        ],
        run: (a, b) => diagonalScatter(a, b!, -1),
      },
      {
        name: "of a number",
        inputs: [{ shape: [] }, { shape: [1] }],
        run: (a, b) => diagonalScatter(reshape(a, 1, 1), b!),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [0] }], run: (a, b) => diagonalScatter(a, b!) },
    ],
    errors: [
      {
        name: "a longer diagonal",
        call: () => diagonalScatter(ones(2, 2), ones(3)),
        error: ShapeError,
        text: "diagonalScatter: expected src to have a size equal to the slice of self. src size = [3], slice size = [2]",
      },
    ],
  },
  selectScatter: {
    golden: ([a, b], { dim, index }) => selectScatter(a!, b!, dim, index),
    samples: [
      { name: "a row", inputs: [{ shape: [3, 4] }, { shape: [4] }], run: (a, b) => selectScatter(a, b!, 0, 1) },
      {
        name: "a column from the end, transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3], layout: "stepped" },
        ],
        run: (a, b) => selectScatter(a, b!, 1, -1),
      },
      { name: "a number", inputs: [{ shape: [3] }, { shape: [] }], run: (a, b) => selectScatter(a, b!, 0, 2) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [0] }], run: (a, b) => selectScatter(a, b!, 0, 1) },
    ],
  },
  sliceScatter: {
    golden: ([a, b], { dim, start, end, step }) => sliceScatter(a!, b!, dim, start, end, step),
    samples: [
      { name: "in steps", inputs: [{ shape: [6] }, { shape: [3] }], run: (a, b) => sliceScatter(a, b!, 0, 1, 6, 2) },
      {
        name: "columns, transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 2], layout: "stepped" },
        ],
        run: (a, b) => sliceScatter(a, b!, 1, 2),
      },
      { name: "of a number", inputs: [{ shape: [] }, { shape: [1] }], run: (a, b) => sliceScatter(reshape(a, 1), b!) },
      { name: "zero-size", inputs: [{ shape: [3] }, { shape: [0] }], run: (a, b) => sliceScatter(a, b!, 0, 3) },
    ],
  },
});
