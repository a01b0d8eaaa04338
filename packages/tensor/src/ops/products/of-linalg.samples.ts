// Samples of logdet, inverse, pinverse, luSolve and triangularSolve.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { regular } from "../linalg/given.testing.js";
import { luFactor } from "../linalg/lu.js";
import { inverse, logdet, luSolve, pinverse, triangularSolve } from "./of-linalg.js";

export const samples = defineSamples({
  logdet: {
    samples: [
      { name: "a batch", inputs: [{ shape: [2, 3, 3] }], run: (a) => logdet(regular(a)) },
      {
        name: "negative and zero",
        inputs: [{ shape: [2, 2, 2], values: [0, 1, 1, 0, 1, 2, 2, 4] }],
        gradient: "none",
        run: (a) => logdet(a),
      },
      { name: "transposed", inputs: [{ shape: [3, 3], layout: "transposed" }], run: (a) => logdet(regular(a)) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (a) => logdet(a) },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => logdet(ones(2, 3)),
        error: ShapeError,
        text: "linalg.slogdet: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
  luSolve: {
    samples: [
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2] }, { shape: [0, 0] }],
        run: (B, A) => {
          const { LU, pivots } = luFactor(A!);
          return luSolve(B, LU, pivots);
        },
      },
      {
        name: "a matrix, transposed",
        inputs: [{ shape: [3, 2], layout: "transposed" }, { shape: [3, 3] }],
        run: (B, A) => {
          const { LU, pivots } = luFactor(regular(A!));
          return luSolve(B, LU, pivots);
        },
      },
    ],
    errors: [
      {
        name: "pivots of another number",
        call: () => luSolve(ones(2, 1), ones(2, 2), ones([1], { dtype: "int32" })),
        error: ShapeError,
        text: "linalg.luSolve: pivots of [2, 2] have the shape [2], but got [1]",
      },
    ],
  },
  triangularSolve: {
    differences: "the result's members are `solution` and `clonedCoefficient`",
    golden: ([B, A], options) => [...triangularSolve(B!, A!, options)],
    samples: [
      {
        name: "upper, a batch",
        inputs: [{ shape: [3, 2] }, { shape: [2, 3, 3] }],
        run: (B, A) => triangularSolve(B, regular(A!)).solution,
      },
      {
        name: "lower, turned, transposed",
        inputs: [{ shape: [3, 2], layout: "transposed" }, { shape: [3, 3] }],
        run: (B, A) => triangularSolve(B, regular(A!), { upper: false, transpose: true }).solution,
      },
      {
        name: "the copy",
        inputs: [{ shape: [2, 1] }, { shape: [2, 2] }],
        run: (B, A) => triangularSolve(B, A!).clonedCoefficient,
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2] }, { shape: [0, 0] }],
        run: (B, A) => triangularSolve(B, A!).solution,
      },
    ],
    errors: [
      {
        name: "another number of rows",
        call: () => triangularSolve(ones(3, 1), ones(2, 2)),
        error: ShapeError,
        text: "linalg.solveTriangular: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)",
      },
    ],
  },
  inverse: {
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => inverse(regular(a)) },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => inverse(regular(a)),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: inverse },
    ],
    errors: [
      {
        name: "what is not square",
        call: () => inverse(ones(2, 3)),
        error: ShapeError,
        text: "linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
  pinverse: {
    golden: ([a], { rcond }) => pinverse(a!, rcond),
    samples: [
      { name: "tall", inputs: [{ shape: [3, 2] }], run: (a) => pinverse(a) },
      { name: "transposed", inputs: [{ shape: [3, 2], layout: "transposed" }], run: (a) => pinverse(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => pinverse(a) },
      { name: "by a share", inputs: [{ shape: [2, 2] }], run: (a) => pinverse(regular(a), 1e-3) },
    ],
    errors: [
      {
        name: "a word for rcond",
        call: () => pinverse(ones(2, 2), "small" as never),
        error: ArgumentError,
        text: 'pinverse: rcond must be a number, but got "small"',
      },
    ],
  },
});
