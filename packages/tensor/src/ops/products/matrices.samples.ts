// Samples of mm, bmm, mv, dot, vdot and inner.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { bmm, dot, inner, mm, mv, vdot } from "./matrices.js";

type Product = (a: Tensor, b: Tensor) => Tensor;
type Case = readonly [name: string, a: InputSpec, b: InputSpec];

const run = (product: Product, cases: readonly Case[]): Sample[] =>
  cases.map(([name, ...inputs]) => ({ name, inputs, run: product }));
const ofIntegers = (product: Product, a: readonly number[], b: readonly number[]): Sample => ({
  name: "int32",
  inputs: [
    { shape: a, dtype: "int32" },
    { shape: b, dtype: "int32" },
  ],
  gradient: "none",
  run: product,
});
const vectors: readonly Case[] = [
  ["vectors", { shape: [5] }, { shape: [5] }],
  ["stepped", { shape: [4], layout: "stepped" }, { shape: [4] }],
  ["zero-size", { shape: [0] }, { shape: [0] }],
];
const vectorErrors = (op: string, product: Product) => [
  {
    name: "sizes that differ",
    call: () => product(ones(3), ones(4)),
    error: ShapeError,
    text: `${op}: inconsistent tensor size, expected tensor [3] and src [4] to have the same number of elements, but got 3 and 4 elements respectively`,
  },
  {
    name: "a matrix",
    call: () => product(ones(3, 1), ones(3)),
    error: ShapeError,
    text: `${op}: 1D tensors expected, but got 2D and 1D tensors`,
  },
  {
    name: "two dtypes",
    call: () => product(ones(3), ones([3], { dtype: "float64" })),
    error: DTypeError,
    text: `${op}: expected both vectors to have same dtype, but found float32 and float64; convert one with .to(…)`,
  },
];

export const samples = defineSamples({
  mm: {
    samples: [
      ...run(mm, [
        ["matrices", { shape: [3, 5] }, { shape: [5, 4] }],
        ["transposed", { shape: [3, 5], layout: "transposed" }, { shape: [5, 4], layout: "offset" }],
        ["zero-size", { shape: [3, 0] }, { shape: [0, 2] }],
      ]),
      ofIntegers(mm, [3, 5], [5, 2]),
    ],
    errors: [
      {
        name: "inner sizes that differ",
        call: () => mm(ones(2, 3), ones(4, 5)),
        error: ShapeError,
        text: "mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)",
      },
      {
        name: "a batch",
        call: () => mm(ones(2, 3, 4), ones(4, 5)),
        error: ShapeError,
        text: "mm: input must be a matrix, got 3-D tensor; matmul takes vectors and batches too",
      },
      {
        name: "a vector",
        call: () => mm(ones(2, 3), ones(3)),
        error: ShapeError,
        text: "mm: mat2 must be a matrix, got 1-D tensor; matmul takes vectors and batches too",
      },
      {
        name: "two dtypes",
        call: () => mm(ones(2, 3), ones([3, 2], { dtype: "float64" })),
        error: DTypeError,
        text: "mm: expected input and mat2 to have the same dtype, but got: float32 != float64; convert one with .to(…)",
      },
    ],
  },
  bmm: {
    samples: [
      ...run(bmm, [
        ["batches", { shape: [2, 3, 5] }, { shape: [2, 5, 4] }],
        ["transposed", { shape: [2, 3, 5], layout: "transposed" }, { shape: [2, 5, 4], layout: "expanded" }],
        ["zero-size", { shape: [0, 3, 5] }, { shape: [0, 5, 2] }],
      ]),
      ofIntegers(bmm, [2, 3, 5], [2, 5, 2]),
    ],
    errors: [
      {
        name: "a matrix",
        call: () => bmm(ones(2, 3), ones(3, 2)),
        error: ShapeError,
        text: "bmm: input must be a 3D tensor, but got [2, 3]; matmul takes other ranks and broadcasts batches",
      },
      {
        name: "batches of different sizes",
        call: () => bmm(ones(2, 3, 4), ones(1, 4, 5)),
        error: ShapeError,
        text: "bmm: Expected size for first two dimensions of mat2 tensor to be: [2, 4] but got: [1, 4].",
      },
    ],
  },
  mv: {
    samples: [
      ...run(mv, [
        ["matrix, vector", { shape: [3, 5] }, { shape: [5] }],
        ["transposed", { shape: [3, 5], layout: "transposed" }, { shape: [5], layout: "stepped" }],
        ["zero-size", { shape: [3, 0] }, { shape: [0] }],
      ]),
      ofIntegers(mv, [3, 5], [5]),
    ],
    errors: [
      {
        name: "sizes that differ",
        call: () => mv(ones(2, 3), ones(4)),
        error: ShapeError,
        text: "mv: size mismatch, got input (2), mat (2x3), vec (4)",
      },
      {
        name: "a matrix for a vector",
        call: () => mv(ones(2, 3), ones(3, 1)),
        error: ShapeError,
        text: "mv: vector + matrix @ vector expected, got 2-D matrix and 2-D vector; matmul takes other ranks",
      },
    ],
  },
  dot: { samples: [...run(dot, vectors), ofIntegers(dot, [5], [5])], errors: vectorErrors("dot", dot) },
  vdot: { samples: [...run(vdot, vectors), ofIntegers(vdot, [5], [5])], errors: vectorErrors("vdot", vdot) },
  inner: {
    samples: [
      ...run(inner, [
        ["rows with rows", { shape: [2, 3, 5] }, { shape: [4, 5] }],
        ["vectors", { shape: [5] }, { shape: [5] }],
        ["transposed", { shape: [3, 4], layout: "transposed" }, { shape: [4], layout: "stepped" }],
        ["0-d", { shape: [] }, { shape: [3] }],
        ["zero-size", { shape: [2, 0] }, { shape: [3, 0] }],
      ]),
      ofIntegers(inner, [2, 3], [4, 3]),
    ],
    errors: [
      {
        name: "last sizes that differ",
        call: () => inner(ones(2, 3), ones(2, 4)),
        error: ShapeError,
        text: "inner: the last dimension must match on both input tensors but got shapes [2, 3] and [2, 4]",
      },
    ],
  },
});
