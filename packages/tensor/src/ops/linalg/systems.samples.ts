// Samples of inv, solve and solveTriangular.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { eye, ones, tensor, zeros } from "../creation/creation.js";
import { regular } from "./given.testing.js";
import { inv, solve, solveTriangular } from "./systems.js";

const ints = { dtype: "int32" } as const;

export const samples = defineSamples({
  "linalg.inv": {
    golden: ([a]) => inv(a!),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }], run: (a) => inv(regular(a)) },
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => inv(regular(a)),
      },
      { name: "one by one", inputs: [{ shape: [1, 1], values: [1.5] }], run: (a) => inv(a) },
      { name: "zero-size", inputs: [{ shape: [2, 0, 0] }], run: (a) => inv(a) },
    ],
    errors: [
      {
        name: "a singular matrix",
        call: () => inv(zeros(2, 2)),
        error: ArgumentError,
        text: "linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is singular.",
      },
      {
        name: "a singular one of a batch",
        call: () =>
          inv(
            tensor([
              [
                [1, 0],
                [0, 1],
              ],
              [
                [1, 2],
                [2, 4],
              ],
            ]),
          ),
        error: ArgumentError,
        text: "linalg.inv: (Batch element 1): The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.",
      },
      {
        name: "what is not square",
        call: () => inv(zeros(3, 2)),
        error: ShapeError,
        text: "linalg.inv: A must be batches of square matrices, but they are 3 by 2 matrices",
      },
      {
        name: "a vector",
        call: () => inv(zeros(3)),
        error: ShapeError,
        text: "linalg.inv: The input tensor A must have at least 2 dimensions.",
      },
      {
        name: "integers",
        call: () => inv(ones([2, 2], ints)),
        error: DTypeError,
        text: 'linalg.inv: Expected a floating point tensor as input. Got Int; convert with .to("float32")',
      },
    ],
  },
  "linalg.solve": {
    golden: ([a, b], options) => solve(a!, b!, options),
    samples: [
      { name: "a matrix", inputs: [{ shape: [3, 3] }, { shape: [3, 2] }], run: (a, b) => solve(regular(a), b!) },
      { name: "a vector", inputs: [{ shape: [3, 3] }, { shape: [3] }], run: (a, b) => solve(regular(a), b!) },
      {
        name: "on the right",
        inputs: [{ shape: [3, 3] }, { shape: [2, 3] }],
        run: (a, b) => solve(regular(a), b!, { left: false }),
      },
      {
        name: "batches, transposed",
        inputs: [{ shape: [2, 1, 2, 2], layout: "transposed" }, { shape: [3, 2, 2] }],
        run: (a, b) => solve(regular(a), b!),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }, { shape: [0, 2] }], run: (a, b) => solve(a, b!) },
    ],
    errors: [
      {
        name: "a singular matrix",
        call: () => solve(zeros(2, 2), ones(2)),
        error: ArgumentError,
        text: "torch.linalg.solve: The solver failed because the input matrix is singular.",
      },
      {
        name: "shapes that do not fit",
        call: () => solve(eye(2), ones(3)),
        error: ShapeError,
        text: "linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)",
      },
      {
        name: "shapes that do not fit on the right",
        call: () => solve(eye(2), ones(2, 3), { left: false }),
        error: ShapeError,
        text: "linalg.solve: Incompatible shapes of A and B for the equation XA = B (2x2 and 2x3)",
      },
      {
        name: "two dtypes",
        call: () => solve(eye(2), ones([2], { dtype: "float64" })),
        error: DTypeError,
        text: "linalg.solve: Expected A and B to have the same dtype, but found A of type Float and B of type Double instead; convert one with .to(…)",
      },
    ],
  },
  "linalg.solveTriangular": {
    golden: ([a, b], options) => solveTriangular(a!, b!, options),
    samples: [
      {
        name: "lower",
        inputs: [{ shape: [3, 3] }, { shape: [3, 2] }],
        run: (a, b) => solveTriangular(regular(a), b!, { upper: false }),
      },
      {
        name: "upper, on the right",
        inputs: [{ shape: [3, 3], layout: "transposed" }, { shape: [2, 3] }],
        run: (a, b) => solveTriangular(regular(a), b!, { upper: true, left: false }),
      },
      {
        name: "ones on the diagonal",
        inputs: [{ shape: [2, 3, 3] }, { shape: [3, 1] }],
        run: (a, b) => solveTriangular(a, b!, { upper: true, unitriangular: true }),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 0] }, { shape: [0, 2] }],
        run: (a, b) => solveTriangular(a, b!, { upper: true }),
      },
    ],
    errors: [
      {
        name: "a vector",
        call: () => solveTriangular(eye(2), ones(2), { upper: true }),
        error: ShapeError,
        text: "linalg.solveTriangular: The input tensor B must have at least 2 dimensions.",
      },
      {
        name: "no triangle",
        call: () => solveTriangular(eye(2), ones(2, 1), {} as never),
        error: ShapeError,
        text: "linalg.solveTriangular: say which triangle is read, { upper: true } or false",
      },
    ],
  },
});
