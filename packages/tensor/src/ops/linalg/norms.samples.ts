// Samples of vectorNorm, matrixNorm, norm and cond.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { regular } from "./given.testing.js";
import { cond, type MatrixOrder, matrixNorm, norm, vectorNorm } from "./norms.js";

const infinite = Number.POSITIVE_INFINITY;
const orders: readonly MatrixOrder[] = ["fro", "nuc", 1, -1, 2, -2, infinite, -infinite];

export const samples = defineSamples({
  "linalg.vectorNorm": {
    golden: ([x], { ord, ...options }) => vectorNorm(x!, ord, options),
    samples: [
      ...[0, 0.5, 1, 1.5, 2, 3, infinite, -1, -infinite].map(
        (ord): Sample => ({
          name: `order ${ord}`,
          inputs: [{ shape: [2, 3], values: [1.6, -0.7, 1.2, -2.1, 0.9, 0.5] }],
          gradient: ord === 0 ? "first" : "second",
          run: (x) => vectorNorm(x, ord, { dim: 1 }),
        }),
      ),
      {
        name: "several dimensions, kept",
        inputs: [{ shape: [2, 3, 2], layout: "transposed" }],
        run: (x) => vectorNorm(x, 2, { dim: [0, 2], keepdim: true }),
      },
      { name: "0-d", inputs: [{ shape: [], values: [-1.5] }], run: (x) => vectorNorm(x) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (x) => vectorNorm(x, 1) },
    ],
    errors: [
      {
        name: "integers",
        call: () => vectorNorm(ones([3], { dtype: "int32" })),
        error: DTypeError,
        text: 'linalg.vectorNorm: Expected a floating point tensor as input. Got Int; convert with .to("float32")',
      },
      {
        name: "the largest of none",
        call: () => vectorNorm(ones(0), infinite),
        error: ShapeError,
        text: "linalg.vectorNorm cannot compute the inf norm on an empty tensor because the operation does not have an identity",
      },
      {
        name: "a narrower dtype",
        call: () => vectorNorm(ones([2], { dtype: "float64" }), 2, { dtype: "float32" }),
        error: DTypeError,
        text: "linalg.vectorNorm: the dtype of the input (float64) should be convertible without narrowing to the specified dtype (float32)",
      },
    ],
  },
  "linalg.matrixNorm": {
    golden: ([a], { ord, ...options }) => matrixNorm(a!, ord, options),
    samples: [
      ...orders.map(
        (ord): Sample => ({ name: `order ${ord}`, inputs: [{ shape: [3, 2] }], run: (a) => matrixNorm(a, ord) }),
      ),
      {
        name: "a batch, kept",
        inputs: [{ shape: [2, 3, 2], layout: "transposed" }],
        run: (a) => matrixNorm(a, "nuc", { dim: [0, 1], keepdim: true }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => matrixNorm(a, 1) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => matrixNorm(ones(2)),
        error: ShapeError,
        text: "linalg.matrixNorm: The input tensor A must have at least 2 dimensions.",
      },
      {
        name: "an unknown order",
        call: () => matrixNorm(ones(2, 3), 3),
        error: ArgumentError,
        text: "linalg.matrixNorm: Order 3 not supported.",
      },
      {
        name: "one dimension twice",
        call: () => matrixNorm(ones(2, 3), 1, { dim: [0, 0] }),
        error: ShapeError,
        text: "linalg.matrixNorm: dims must be different. Got (0, 0)",
      },
    ],
  },
  "linalg.norm": {
    golden: ([a], { ord, ...options }) => norm(a!, ord, options),
    samples: [
      { name: "all", inputs: [{ shape: [2, 3, 2] }], run: (a) => norm(a) },
      { name: "a vector", inputs: [{ shape: [3] }], run: (a) => norm(a, 3) },
      { name: "a matrix", inputs: [{ shape: [3, 2], layout: "transposed" }], run: (a) => norm(a, 2) },
      { name: "vectors", inputs: [{ shape: [3, 2] }], run: (a) => norm(a, 1, { dim: 0 }) },
      { name: "matrices", inputs: [{ shape: [2, 3, 2] }], run: (a) => norm(a, "fro", { dim: [1, 2] }) },
      { name: "0-d", inputs: [{ shape: [], values: [2] }], run: (a) => norm(a) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => norm(a) },
    ],
    errors: [
      {
        name: "an order of three dimensions",
        call: () => norm(ones(2, 3, 4), 2),
        error: ShapeError,
        text: "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.",
      },
      {
        name: "three dimensions",
        call: () => norm(ones(2, 3), null, { dim: [0, 1, 1] }),
        error: ArgumentError,
        text: "linalg.norm: If dim is specified, it must be of length 1 or 2. Got [0, 1, 1]",
      },
    ],
  },
  "linalg.cond": {
    golden: ([a], { p }) => cond(a!, p),
    samples: [
      { name: "by singular values", inputs: [{ shape: [3, 2] }], run: (a) => cond(a) },
      ...orders.map(
        (p): Sample => ({
          name: `order ${p}`,
          inputs: [{ shape: [3, 3] }],
          tolerance: 3e-6,
          run: (a) => cond(regular(a), p),
        }),
      ),
      {
        name: "a batch, transposed",
        inputs: [{ shape: [2, 2, 2], layout: "transposed" }],
        run: (a) => cond(regular(a), 1),
      },
      {
        name: "singular",
        edge: true,
        inputs: [{ shape: [2, 2] }],
        gradient: "none",
        run: (a) => cond(zeros(2, 2, { dtype: a.dtype }).mul(a), 1),
      },
      { name: "zero-size", inputs: [{ shape: [0, 0] }], run: (a) => cond(a) },
    ],
    errors: [
      {
        name: "an unknown order",
        call: () => cond(ones(2, 2), 5),
        error: ArgumentError,
        text: "linalg.cond: got an invalid norm type: 5",
      },
      {
        name: "what is not square",
        call: () => cond(ones(2, 3), 1),
        error: ShapeError,
        text: "linalg.cond(ord=1): A must be batches of square matrices, but they are 2 by 3 matrices",
      },
    ],
  },
});
