// Samples of vander, tensorinv and tensorsolve.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { reshape } from "../views/view.js";
import { regular } from "./given.testing.js";
import { tensorinv, tensorsolve, vander } from "./vander.js";

export const samples = defineSamples({
  "linalg.vander": {
    differences: "integers give int32",
    golden: ([x], options) => vander(x!, options),
    samples: [
      { name: "numbers", inputs: [{ shape: [4] }], run: (x) => vander(x) },
      { name: "rows, transposed", inputs: [{ shape: [2, 3], layout: "transposed" }], run: (x) => vander(x, { N: 4 }) },
      { name: "0-d", inputs: [{ shape: [] }], run: (x) => vander(x, { N: 3 }) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (x) => vander(x, { N: 2 }) },
      { name: "int32", inputs: [{ shape: [3], dtype: "int32" }], gradient: "none", run: (x) => vander(x) },
    ],
    errors: [
      {
        name: "one power",
        call: () => vander(ones(1)),
        error: ArgumentError,
        text: "linalg.vander: N must be greater than 1, but got 1",
      },
      {
        name: "bools",
        call: () => vander(tensor([true, false])),
        error: DTypeError,
        text: 'linalg.vander supports floating point and integer tensors, but got bool; convert with .to("int32")',
      },
    ],
  },
  "linalg.tensorsolve": {
    golden: ([A, B], { dims }) => tensorsolve(A!, B!, dims),
    samples: [
      {
        name: "two unknown dimensions",
        inputs: [{ shape: [4, 4] }, { shape: [2, 2] }],
        run: (A, B) => tensorsolve(reshape(regular(A), 2, 2, 4, 1), B!),
      },
      {
        name: "moved, transposed",
        inputs: [{ shape: [4, 4], layout: "transposed" }, { shape: [4] }],
        run: (A, B) => tensorsolve(reshape(regular(A), 4, 4), B!, [0]),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2, 0] }, { shape: [0, 2] }], run: (A, B) => tensorsolve(A, B!) },
    ],
    errors: [
      {
        name: "parts of different sizes",
        call: () => tensorsolve(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "linalg.tensorsolve: Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got 3 != 2",
      },
    ],
  },
  "linalg.tensorinv": {
    golden: ([A], { ind }) => tensorinv(A!, ind),
    samples: [
      {
        name: "two and two dimensions",
        inputs: [{ shape: [4, 4] }],
        run: (A) => tensorinv(reshape(regular(A), 2, 2, 4, 1)),
      },
      { name: "one and two", inputs: [{ shape: [4, 4] }], run: (A) => tensorinv(reshape(regular(A), 4, 2, 2), 1) },
      {
        name: "transposed",
        inputs: [{ shape: [4, 4], layout: "transposed" }],
        run: (A) => tensorinv(regular(A), 1),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2, 0] }], run: (A) => tensorinv(A, 1) },
    ],
    errors: [
      {
        name: "parts of different sizes",
        call: () => tensorinv(ones(2, 3)),
        error: ShapeError,
        text: "linalg.tensorinv: Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got 1 != 6",
      },
      {
        name: "no dimension",
        call: () => tensorinv(ones(2, 2), 0),
        error: ArgumentError,
        text: "linalg.tensorinv: Expected a strictly positive integer for 'ind', but got 0",
      },
      {
        name: "none",
        call: () => tensorinv(ones(2, 2), 1),
        error: ArgumentError,
        text: "linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.",
      },
    ],
  },
});
