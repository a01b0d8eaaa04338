// Samples of meshgrid and cartesianProd.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { cartesianProd, meshgrid } from "./grids.js";

export const samples = defineSamples({
  meshgrid: {
    differences: "`indexing` is `ij` without a warning",
    golden: (tensors, options) => meshgrid(tensors, options),
    samples: [
      {
        name: "rows times columns",
        inputs: [{ shape: [3] }, { shape: [2] }],
        run: (a, b) => {
          const [rows, columns] = meshgrid(a, b);
          return rows!.mul(columns!);
        },
      },
      {
        name: "as pictures, stepped",
        inputs: [{ shape: [3], layout: "stepped" }, { shape: [2] }, { shape: [2] }],
        run: (a, b, c) => meshgrid([a, b, c], { indexing: "xy" })[0]!,
      },
      {
        name: "the last of three",
        inputs: [{ shape: [3] }, { shape: [2] }, { shape: [4] }],
        run: (a, b, c) => meshgrid(a, b, c, { indexing: "xy" })[2]!,
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [2] }], run: (a, b) => meshgrid(a, b)[0]! },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [2] }], run: (a, b) => meshgrid(a, b)[1]! },
    ],
    errors: [
      {
        name: "nothing",
        call: () => meshgrid(),
        error: ShapeError,
        text: "meshgrid: expects a non-empty list of Tensors",
      },
      {
        name: "a matrix",
        call: () => meshgrid(ones(2), ones(2, 3)),
        error: ShapeError,
        text: "meshgrid: Expected 0D or 1D tensor in the tensor list but got: shape [2, 3] at 1",
      },
      {
        name: "two dtypes",
        call: () => meshgrid(ones(2), ones([2], { dtype: "float64" })),
        error: DTypeError,
        text: "meshgrid: expects all tensors to have the same dtype, but got float32 and float64",
      },
      {
        name: "another indexing",
        call: () => meshgrid(ones(2), { indexing: "yx" as never }),
        error: ArgumentError,
        text: 'meshgrid: indexing must be one of "xy" or "ij", but received: "yx"',
      },
    ],
  },
  cartesianProd: {
    golden: (tensors) => cartesianProd(...tensors),
    samples: [
      {
        name: "two, stepped",
        inputs: [{ shape: [3], layout: "stepped" }, { shape: [2] }],
        run: (a, b) => cartesianProd(a, b),
      },
      {
        name: "three",
        inputs: [{ shape: [2] }, { shape: [1] }, { shape: [3] }],
        run: (a, b, c) => cartesianProd(a, b, c),
      },
      { name: "one alone", edge: true, inputs: [{ shape: [3] }], run: (a) => cartesianProd(a) },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [2] }], run: (a, b) => cartesianProd(a, b) },
      { name: "of a number's row", inputs: [{ shape: [] }], run: (a) => cartesianProd(a.view(1), a.view(1)) },
    ],
    errors: [
      {
        name: "a number",
        call: () => cartesianProd(ones(2), ones([])),
        error: ShapeError,
        text: "cartesianProd: Expect a 1D vector, but got shape []",
      },
      {
        name: "nothing",
        call: () => cartesianProd(),
        error: ShapeError,
        text: "cartesianProd: expects a non-empty list of Tensors",
      },
    ],
  },
});
