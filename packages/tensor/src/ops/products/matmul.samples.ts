// Samples of matmul: every pairing of ranks, sizes around the blocks of the kernels, strided operands.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { matmul } from "./matmul.js";

const cases: readonly (readonly [name: string, ...inputs: InputSpec[]])[] = [
  ["vector, vector", { shape: [5] }, { shape: [5] }],
  ["matrix, vector", { shape: [3, 5] }, { shape: [5] }],
  ["vector, matrix", { shape: [5] }, { shape: [5, 4] }],
  ["matrix, matrix", { shape: [3, 5] }, { shape: [5, 4] }],
  ["one by one", { shape: [1, 1] }, { shape: [1, 1] }],
  ["batch, matrix", { shape: [2, 3, 5] }, { shape: [5, 4] }],
  ["matrix, batch", { shape: [3, 5] }, { shape: [2, 5, 4] }],
  ["vector, batch", { shape: [5] }, { shape: [2, 5, 4] }],
  ["batch, vector", { shape: [2, 3, 5] }, { shape: [5] }],
  ["batches that broadcast", { shape: [2, 1, 3, 4] }, { shape: [3, 4, 2] }],
  ["transposed left", { shape: [3, 5], layout: "transposed" }, { shape: [5, 4] }],
  ["transposed right", { shape: [3, 5] }, { shape: [5, 4], layout: "transposed" }],
  ["transposed both", { shape: [3, 5], layout: "transposed" }, { shape: [5, 4], layout: "transposed" }],
  ["stepped and offset", { shape: [3, 5], layout: "stepped" }, { shape: [5, 4], layout: "offset" }],
  ["expanded", { shape: [3, 5], layout: "expanded" }, { shape: [5, 4], layout: "expanded" }],
  ["no rows", { shape: [0, 5] }, { shape: [5, 4] }],
  ["no columns", { shape: [3, 5] }, { shape: [5, 0] }],
  ["nothing between", { shape: [3, 0] }, { shape: [0, 4] }],
  ["an empty batch", { shape: [0, 3, 5] }, { shape: [0, 5, 4] }],
];
const large: readonly (readonly [m: number, k: number, n: number])[] = [
  [17, 33, 19],
  [64, 64, 64],
  [5, 130, 9],
  [130, 3, 67],
];

export const samples = defineSamples({
  matmul: {
    samples: [
      ...cases.map(([name, ...inputs]) => ({ name, inputs, run: (a: Tensor, b: Tensor) => matmul(a, b) })),
      ...large.map(([m, k, n]) => ({
        name: `${m} × ${k} × ${n}`,
        inputs: [{ shape: [m, k] }, { shape: [k, n] }],
        gradient: "none" as const,
        run: (a: Tensor, b: Tensor) => matmul(a, b),
      })),
      {
        name: "int32",
        inputs: [
          { shape: [3, 5], dtype: "int32" },
          { shape: [5, 2], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b) => matmul(a, b),
      },
    ],
    errors: [
      {
        name: "inner sizes that differ",
        call: () => matmul(ones(2, 3), ones(4, 5)),
        error: ShapeError,
        text: "matmul: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5); got [2, 3] and [4, 5], and the last size of the first must equal the second-last size of the second",
      },
      {
        name: "a vector of another size",
        call: () => matmul(ones(2, 3), ones(4)),
        error: ShapeError,
        text: "matmul: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x1); got [2, 3] and [4], and the last size of the first must equal the size of the second",
      },
      {
        name: "0-d",
        call: () => matmul(ones([]), ones(2)),
        error: ShapeError,
        text: "matmul: both arguments to matmul need to be at least 1D, but they are 0D and 1D",
      },
      {
        name: "batches that do not broadcast",
        call: () => matmul(ones(2, 3, 4), ones(3, 4, 5)),
        error: ShapeError,
        text: "matmul: the size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0; got shapes [2] and [3]; sizes must be equal or 1",
      },
      {
        name: "two dtypes",
        call: () => matmul(ones(2, 3), ones([3, 2], { dtype: "float64" })),
        error: DTypeError,
        text: "matmul: expected m1 and m2 to have the same dtype, but got: float32 != float64; convert one with .to(…)",
      },
      {
        name: "bool",
        call: () => matmul(ones([2, 2], { dtype: "bool" }), ones([2, 2], { dtype: "bool" })),
        error: DTypeError,
        text: '"matmul" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
});
