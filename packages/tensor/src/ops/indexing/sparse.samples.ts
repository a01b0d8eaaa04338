// Samples of sparseCooTensor, spmm and toDense.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { sparseCooTensor, spmm, toDense } from "./sparse.js";

const int = (...values: number[][]) => tensor(values, { dtype: "int32" });
const places: InputSpec = { shape: [2, 4], dtype: "int32", values: [0, 1, 2, 1, 2, 0, 1, 0] };

export const samples = defineSamples({
  sparseCooTensor: {
    reads: "shape",
    differences: "all elements are stored; places are looked at",
    golden: { none: "the forms of scripts hold it" },
    samples: [
      { name: "a place twice", inputs: [places, { shape: [4] }], run: (i, v) => sparseCooTensor(i, v, [3, 4]) },
      {
        name: "transposed",
        inputs: [places, { shape: [4, 2], layout: "transposed" }],
        run: (i, v) => sparseCooTensor(i, v),
      },
      { name: "no size", inputs: [places, { shape: [4] }], run: (i, v) => sparseCooTensor(i, v) },
      { name: "rows", inputs: [places, { shape: [4, 2] }], run: (i, v) => sparseCooTensor(i, v, [3, 3, 2]) },
      {
        name: "zero-size",
        inputs: [{ shape: [1, 0], dtype: "int32" }, { shape: [0] }],
        run: (i, v) => sparseCooTensor(i, v, [3]),
      },
    ],
    errors: [
      {
        name: "indices in a vector",
        call: () => sparseCooTensor(tensor([0, 1], { dtype: "int32" }), ones(2), [3]),
        error: ShapeError,
        text: "sparseCooTensor: indices must be sparse_dim x nnz, but got [2]; a row for each dimension",
      },
      {
        name: "more values than places",
        call: () => sparseCooTensor(int([0, 1]), ones(3), [3]),
        error: ShapeError,
        text: "sparseCooTensor: indices and values must have same nnz, but got nnz from indices: 2, nnz from values: 3",
      },
      {
        name: "a size of fewer dimensions",
        call: () => sparseCooTensor(int([0, 1]), ones(2, 2), [3]),
        error: ShapeError,
        text: "sparseCooTensor: 'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = 1, sparse_dim = 1, dense_dim = 1",
      },
      {
        name: "values of another size",
        call: () => sparseCooTensor(int([0, 1]), ones(2, 2), [3, 3]),
        error: ShapeError,
        text: "sparseCooTensor: values has incorrect size, expected [2, 3], got [2, 2]",
      },
      {
        name: "a place outside",
        call: () => sparseCooTensor(int([0, 5]), ones(2), [3]),
        error: IndexError,
        text: "sparseCooTensor: size is inconsistent with indices: for dim 0, size is 3 but found index 5",
      },
      {
        name: "a place in front",
        call: () => sparseCooTensor(int([0, -1]), ones(2), [3]),
        error: IndexError,
        text: "sparseCooTensor: found negative index -1 for dim 0",
      },
    ],
  },
  spmm: {
    golden: { none: "the forms of scripts hold it" },
    samples: [
      { name: "matrices", inputs: [{ shape: [3, 5] }, { shape: [5, 4] }], run: spmm },
      { name: "transposed", inputs: [{ shape: [3, 5], layout: "transposed" }, { shape: [5, 4] }], run: spmm },
      { name: "zero-size", inputs: [{ shape: [3, 0] }, { shape: [0, 2] }], run: spmm },
    ],
    errors: [
      {
        name: "sizes that do not meet",
        call: () => spmm(ones(2, 3), ones(2, 3)),
        error: ShapeError,
        text: "spmm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)",
      },
    ],
  },
  toDense: {
    differences: "the tensor itself",
    golden: { none: "the forms of scripts hold it" },
    samples: [
      { name: "a matrix", inputs: [{ shape: [2, 3] }], run: toDense },
      { name: "transposed", inputs: [{ shape: [2, 3], layout: "transposed" }], run: toDense },
      { name: "0-d", inputs: [{ shape: [] }], run: toDense },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: toDense },
    ],
  },
});
