// Samples of maxUnpool1d, maxUnpool2d and maxUnpool3d.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { maxUnpool1d, maxUnpool2d, maxUnpool3d } from "./unpool.js";

const indices = (shape: readonly number[], ...values: readonly number[]) =>
  ({ shape, dtype: "int32", values }) as const;
const places = (...values: readonly number[]) => tensor(values, { dtype: "int32" });

export const samples = defineSamples({
  maxUnpool1d: {
    golden: ([a, b], { kernelSize, ...options }) => maxUnpool1d(a!, b!, kernelSize, options),
    samples: [
      {
        name: "by two",
        inputs: [{ shape: [1, 2, 3] }, indices([1, 2, 3], 0, 3, 4, 1, 2, 5)],
        run: (a, b) => maxUnpool1d(a, b, 2),
      },
      {
        name: "one more",
        inputs: [{ shape: [1, 2], layout: "stepped" }, indices([1, 2], 1, 4)],
        run: (a, b) => maxUnpool1d(a, b, 2, { outputSize: [5] }),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2, 2] }, { shape: [0, 2, 2], dtype: "int32" }],
        run: (a, b) => maxUnpool1d(a, b, 2),
      },
    ],
    errors: [
      {
        name: "indices of another shape",
        call: () => maxUnpool1d(ones(1, 2), places(1).view(1, 1), 2),
        error: ShapeError,
        text: "maxUnpool1d: Expected shape of indices to be same as that of the input tensor ([1, 2]) but got indices tensor with shape: [1, 1]",
      },
      {
        name: "a size that no pooling has",
        call: () => maxUnpool1d(ones(1, 2), places(0, 2).view(1, 2), 2, { outputSize: [7] }),
        error: ArgumentError,
        text: "maxUnpool1d: invalid output_size [7] (dim 0 must be between 2 and 6)",
      },
    ],
  },
  maxUnpool2d: {
    golden: ([a, b], { kernelSize, ...options }) => maxUnpool2d(a!, b!, kernelSize, options),
    samples: [
      {
        name: "by two",
        inputs: [{ shape: [1, 2, 1, 2] }, indices([1, 2, 1, 2], 5, 2, 0, 7)],
        run: (a, b) => maxUnpool2d(a, b, 2),
      },
      {
        name: "one place twice",
        inputs: [{ shape: [1, 1, 2] }, indices([1, 1, 2], 3, 3)],
        gradient: "none",
        run: (a, b) => maxUnpool2d(a, b, [2, 2], [2, 2]),
      },
      {
        name: "padding, transposed",
        inputs: [{ shape: [1, 2, 2], layout: "transposed" }, indices([1, 2, 2], 0, 1, 6, 8)],
        run: (a, b) => maxUnpool2d(a, b, 3, 2, 1),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2, 2, 2] }, { shape: [0, 2, 2, 2], dtype: "int32" }],
        run: (a, b) => maxUnpool2d(a, b, 2),
      },
    ],
    errors: [
      {
        name: "a place outside",
        call: () => maxUnpool2d(ones(1, 1, 1), places(4).view(1, 1, 1), 2),
        error: IndexError,
        text: "maxUnpool2d: index 4 is out of bounds for dimension 2 with size 4",
      },
    ],
  },
  maxUnpool3d: {
    golden: ([a, b], { kernelSize, ...options }) => maxUnpool3d(a!, b!, kernelSize, options),
    samples: [
      {
        name: "by two",
        inputs: [{ shape: [1, 1, 1, 1, 2] }, indices([1, 1, 1, 1, 2], 5, 2)],
        run: (a, b) => maxUnpool3d(a, b, 2),
      },
      {
        name: "stepped",
        inputs: [{ shape: [1, 1, 1, 2], layout: "stepped" }, indices([1, 1, 1, 2], 5, 2)],
        run: (a, b) => maxUnpool3d(a, b, 2),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 2, 2, 2, 1] }, { shape: [0, 2, 2, 2, 1], dtype: "int32" }],
        run: (a, b) => maxUnpool3d(a, b, 2),
      },
    ],
  },
});
