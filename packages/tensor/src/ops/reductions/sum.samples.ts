// Samples of sum and expand.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { expand } from "../views/own.js";
import { sum } from "./sum.js";

export const samples = defineSamples({
  sum: {
    differences: "integers sum to int32; what does not fit is refused",
    golden: ([a], { dim, ...options }) => sum(a!, dim, options),
    samples: [
      { name: "over everything", inputs: [{ shape: [3, 5] }], run: (a) => sum(a) },
      { name: "over many elements", inputs: [{ shape: [4099] }], gradient: "none", run: (a) => sum(a) },
      { name: "over the first", inputs: [{ shape: [3, 4, 5] }], run: (a) => sum(a, 0) },
      { name: "over the middle", inputs: [{ shape: [3, 4, 5] }], run: (a) => sum(a, 1) },
      { name: "over the last", inputs: [{ shape: [3, 4, 5] }], run: (a) => sum(a, -1) },
      { name: "over several, kept", inputs: [{ shape: [3, 4, 5] }], run: (a) => sum(a, [2, 0], { keepdim: true }) },
      { name: "over an empty list: everything", edge: true, inputs: [{ shape: [3, 4] }], run: (a) => sum(a, []) },
      { name: "over channels' images", inputs: [{ shape: [2, 3, 4, 5] }], run: (a) => sum(a, [0, 2, 3]) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => sum(a) },
      { name: "0-d along 0", inputs: [{ shape: [] }], run: (a) => sum(a, 0) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => sum(a) },
      { name: "a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => sum(a, 0) },
      { name: "beside a zero-size dimension", inputs: [{ shape: [0, 3] }], run: (a) => sum(a, 1) },
      { name: "transposed", inputs: [{ shape: [3, 4, 5], layout: "transposed" }], run: (a) => sum(a, 1) },
      { name: "stepped", inputs: [{ shape: [3, 5], layout: "stepped" }], run: (a) => sum(a, 0) },
      { name: "expanded", inputs: [{ shape: [3, 5], layout: "expanded" }], run: (a) => sum(a, [0, 1]) },
      { name: "int32", inputs: [{ shape: [3, 5], dtype: "int32" }], gradient: "none", run: (a) => sum(a, 0) },
      { name: "uint8", inputs: [{ shape: [200], dtype: "uint8" }], gradient: "none", run: (a) => sum(a) },
      { name: "bool", inputs: [{ shape: [4, 5], dtype: "bool" }], gradient: "none", run: (a) => sum(a, 1) },
    ],
    errors: [
      {
        name: "a dimension out of range",
        call: () => sum(ones(2, 3), 2),
        error: IndexError,
        text: "sum: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      },
      {
        name: "a dimension twice",
        call: () => sum(ones(2, 3), [1, -1]),
        error: ShapeError,
        text: "sum: dim 1 appears multiple times in the list of dims",
      },
      {
        name: "integers that do not fit",
        call: () => sum(tensor([2 ** 31 - 1, 1], { dtype: "int32" })),
        error: DTypeError,
        text: 'sum: a result does not fit int32, which holds −2147483648 to 2147483647 and stands for int64; convert with .to("float64") first',
      },
    ],
  },
  expand: {
    golden: ([a], { sizes }) => expand(a!, sizes),
    samples: [
      { name: "a size of 1", inputs: [{ shape: [3, 1] }], run: (a) => expand(a, 3, 4) },
      { name: "new dimensions", inputs: [{ shape: [3] }], run: (a) => expand(a, [2, 1, 3]) },
      { name: "minus one", inputs: [{ shape: [1, 3] }], run: (a) => expand(a, 4, -1) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => expand(a, 2, 2) },
      { name: "to zero-size", edge: true, inputs: [{ shape: [1, 3] }], run: (a) => expand(a, 0, 3) },
      { name: "of zero-size", inputs: [{ shape: [0, 1] }], run: (a) => expand(a, 2, 0, 3) },
      { name: "transposed", inputs: [{ shape: [3, 1], layout: "transposed" }], run: (a) => expand(a, 2, 3, 4) },
      { name: "expanded before", inputs: [{ shape: [3, 1], layout: "expanded" }], run: (a) => expand(a, 3, 2) },
      { name: "to its own shape", inputs: [{ shape: [2, 3] }], run: (a) => expand(a, 2, 3) },
      { name: "int32", inputs: [{ shape: [1, 3], dtype: "int32" }], gradient: "none", run: (a) => expand(a, 2, 3) },
    ],
    errors: [
      {
        name: "a size that is not 1",
        call: () => expand(ones(2, 3), 4, 3),
        error: ShapeError,
        text: "expand: the expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0. Target sizes: [4, 3]. Tensor sizes: [2, 3]",
      },
      {
        name: "too few sizes",
        call: () => expand(ones(2, 3), 3),
        error: ShapeError,
        text: "expand: the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)",
      },
      {
        name: "minus one for a new dimension",
        call: () => expand(ones(3), -1, 3),
        error: ShapeError,
        text: "expand: sizes must be non-negative integers, but got [-1, 3]",
      },
    ],
  },
});
