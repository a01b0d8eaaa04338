// Samples of unflatten, viewAs, reshapeAs, ravel and the atleasts.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { type AtLeast, atleast1d, atleast2d, atleast3d, ravel, reshapeAs, unflatten, viewAs } from "./reshapes.js";

const atLeast = (run: AtLeast) => ({
  golden: (tensors: readonly Tensor[]) => (tensors.length === 1 ? run(tensors[0]!) : run(...tensors)),
  samples: [
    { name: "0-d", inputs: [{ shape: [] }], run: (a: Tensor) => run(a) },
    {
      name: "a vector, stepped",
      inputs: [{ shape: [3], layout: "stepped" as const }],
      run: (a: Tensor) => run([a])[0]!,
    },
    {
      name: "a matrix, transposed",
      inputs: [{ shape: [2, 3], layout: "transposed" as const }],
      run: (a: Tensor) => run(a, a)[1]!,
    },
    { name: "four dimensions", inputs: [{ shape: [2, 1, 3, 2] }], run: (a: Tensor) => run(a) },
    { name: "zero-size", inputs: [{ shape: [0] }], run: (a: Tensor) => run(a) },
  ],
});

export const samples = defineSamples({
  unflatten: {
    golden: ([a], { dim, sizes }) => unflatten(a!, dim, sizes),
    samples: [
      { name: "the last", inputs: [{ shape: [2, 12] }], tolerance: 0, run: (a) => unflatten(a, -1, [3, 4]) },
      {
        name: "worked out, stepped",
        inputs: [{ shape: [6, 4], layout: "stepped" }],
        run: (a) => unflatten(a, 0, [2, -1]),
      },
      { name: "into one", edge: true, inputs: [{ shape: [3] }], run: (a) => unflatten(a, 0, [3]) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => unflatten(a, 1, [0, 3]) },
      { name: "of a number's row", inputs: [{ shape: [] }], run: (a) => unflatten(a.view(1), 0, [1, 1]) },
    ],
    errors: [
      {
        name: "sizes that give another number",
        call: () => unflatten(ones(2, 3), 1, [2, 2]),
        error: ShapeError,
        text: "unflatten: Provided sizes [2, 2] don't multiply up to the size of dim 1 (3) in the input tensor",
      },
      {
        name: "no sizes",
        call: () => unflatten(ones(2, 3), 1, []),
        error: ArgumentError,
        text: "unflatten: sizes must be non-empty, but got []",
      },
      {
        name: "two open sizes",
        call: () => unflatten(ones(2, 3), 1, [-1, -1]),
        error: ShapeError,
        text: "unflatten: sizes must be non-negative integers, and one of them may be -1, but got [-1, -1]",
      },
      {
        name: "0-d",
        call: () => unflatten(ones([]), 0, [1]),
        error: ShapeError,
        text: "unflatten: a 0-dim tensor has no dimension to unflatten; use view",
      },
      {
        name: "a dimension out of range",
        call: () => unflatten(ones(2, 3), 3, [1]),
        error: IndexError,
        text: "unflatten: dimension out of range (expected to be in range of [-2, 1], but got 3)",
      },
    ],
  },
  viewAs: {
    golden: ([a, b]) => viewAs(a!, b!),
    samples: [
      {
        name: "two rows",
        inputs: [{ shape: [6] }, { shape: [2, 3], gradient: false }],
        tolerance: 0,
        run: (a, b) => viewAs(a, b),
      },
      {
        name: "stepped",
        inputs: [
          { shape: [2, 2], layout: "stepped" },
          { shape: [2, 1, 2], gradient: false },
        ],
        run: (a, b) => viewAs(a, b),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [1], gradient: false }], run: (a, b) => viewAs(a, b) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [0], gradient: false }], run: (a, b) => viewAs(a, b) },
    ],
    errors: [
      {
        name: "another number of elements",
        call: () => viewAs(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "view: shape '[2]' is invalid for input of size 6",
      },
    ],
  },
  reshapeAs: {
    golden: ([a, b]) => reshapeAs(a!, b!),
    samples: [
      {
        name: "transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [2, 6], gradient: false },
        ],
        tolerance: 0,
        run: (a, b) => reshapeAs(a, b),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [1], gradient: false }], run: (a, b) => reshapeAs(a, b) },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2] }, { shape: [0], gradient: false }],
        run: (a, b) => reshapeAs(a, b),
      },
    ],
    errors: [
      {
        name: "another number of elements",
        call: () => reshapeAs(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "reshape: shape '[2]' is invalid for input of size 6",
      },
    ],
  },
  ravel: {
    golden: ([a]) => ravel(a!),
    samples: [
      { name: "a matrix", inputs: [{ shape: [2, 3] }], tolerance: 0, run: (a) => ravel(a) },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], tolerance: 0, run: (a) => ravel(a) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => ravel(a) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => ravel(a) },
    ],
  },
  atleast1d: atLeast(atleast1d),
  atleast2d: atLeast(atleast2d),
  atleast3d: atLeast(atleast3d),
});
