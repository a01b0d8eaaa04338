// Samples of linalg's matrixPower, multiDot and cross.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { regular } from "./given.testing.js";
import { cross, matrixPower, multiDot } from "./powers.js";

export const samples = defineSamples({
  "linalg.matrixPower": {
    golden: ([a], { n }) => matrixPower(a!, n),
    samples: [
      ...[1, 2, 3, 5].map(
        (n): Sample => ({ name: `${n}`, inputs: [{ shape: [3, 3] }], run: (a) => matrixPower(a, n) }),
      ),
      { name: "-2", inputs: [{ shape: [2, 2] }], run: (a) => matrixPower(regular(a), -2) },
      { name: "0", inputs: [{ shape: [2, 2] }], gradient: "first", run: (a) => matrixPower(a, 0) },
      { name: "a batch", inputs: [{ shape: [2, 2, 2], layout: "transposed" }], run: (a) => matrixPower(a, 2) },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (a) => matrixPower(a, 2) },
      {
        name: "int32",
        inputs: [{ shape: [2, 2], dtype: "int32" }],
        gradient: "none",
        run: (a) => matrixPower(a, 3),
      },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => matrixPower(ones(2, 3), 2),
        error: ShapeError,
        text: "linalg.matrixPower: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
      {
        name: "a fraction",
        call: () => matrixPower(ones(2, 2), 0.5),
        error: ArgumentError,
        text: "linalg.matrixPower: n must be an integer, but got 0.5",
      },
    ],
  },
  "linalg.multiDot": {
    golden: (tensors) => multiDot(tensors),
    samples: [
      { name: "vectors", inputs: [{ shape: [3] }, { shape: [3] }], run: (a, b) => multiDot([a, b!]) },
      {
        name: "a row, a matrix, a column",
        inputs: [{ shape: [3] }, { shape: [3, 4], layout: "transposed" }, { shape: [4] }],
        run: (a, b, c) => multiDot([a, b!, c!]),
      },
      {
        name: "matrices",
        inputs: [{ shape: [2, 5] }, { shape: [5, 4] }, { shape: [4, 1] }],
        run: (a, b, c) => multiDot([a, b!, c!]),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [0, 3] }], run: (a, b) => multiDot([a, b!]) },
    ],
    errors: [
      {
        name: "one",
        call: () => multiDot([ones(2, 3)]),
        error: ArgumentError,
        text: "linalg.multiDot: expected at least 2 tensors but got 1",
      },
      {
        name: "a batch",
        call: () => multiDot([ones(2, 3), ones(3, 4, 2), ones(2, 2)]),
        error: ShapeError,
        text: "linalg.multiDot: tensor 1 must be 2D but got 3D",
      },
    ],
  },
  "linalg.cross": {
    golden: ([a, b], options) => cross(a!, b!, options),
    samples: [
      { name: "rows", inputs: [{ shape: [2, 3] }, { shape: [1, 3] }], run: (a, b) => cross(a, b!) },
      {
        name: "columns",
        inputs: [{ shape: [3, 2], layout: "transposed" }, { shape: [3, 2] }],
        run: (a, b) => cross(a, b!, { dim: 0 }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3] }, { shape: [0, 3] }], run: (a, b) => cross(a, b!) },
    ],
    errors: [
      {
        name: "two elements",
        call: () => cross(ones(2, 2), ones(2, 2)),
        error: ShapeError,
        text: "linalg.cross: inputs dimension -1 must have length 3. Got 2 and 2",
      },
    ],
  },
});
