// Samples of outer, ger, kron, tensordot and cross.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { cross, ger, kron, outer, tensordot } from "./outer.js";

const outerSamples = (run: (a: Tensor, b: Tensor) => Tensor): Sample[] => [
  { name: "vectors", inputs: [{ shape: [3] }, { shape: [4] }], run },
  {
    name: "stepped",
    inputs: [
      { shape: [3], layout: "stepped" },
      { shape: [2], layout: "offset" },
    ],
    run,
  },
  { name: "zero-size", inputs: [{ shape: [0] }, { shape: [4] }], run },
  { name: "int32 and float", inputs: [{ shape: [3], dtype: "int32" }, { shape: [4] }], run },
];
const outerErrors = (op: string, run: (a: Tensor, b: Tensor) => Tensor) => [
  {
    name: "a matrix first",
    call: () => run(ones(2, 3), ones(3)),
    error: ShapeError,
    text: `${op}: Expected 1-D argument input, but got 2-D`,
  },
  {
    name: "a matrix second",
    call: () => run(ones(3), ones(2, 3)),
    error: ShapeError,
    text: `${op}: Expected 1-D argument vec2, but got 2-D`,
  },
];

export const samples = defineSamples({
  outer: { samples: outerSamples(outer), errors: outerErrors("outer", outer) },
  ger: { samples: outerSamples(ger), errors: outerErrors("ger", ger) },
  kron: {
    samples: [
      { name: "matrices", inputs: [{ shape: [2, 3] }, { shape: [3, 2] }], run: (a, b) => kron(a, b!) },
      { name: "ranks that differ", inputs: [{ shape: [2, 1, 3] }, { shape: [2] }], run: (a, b) => kron(a, b!) },
      {
        name: "transposed",
        inputs: [{ shape: [2, 3], layout: "transposed" }, { shape: [2, 2] }],
        run: (a, b) => kron(a, b!),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [3] }], run: (a, b) => kron(a, b!) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [2, 2] }], run: (a, b) => kron(a, b!) },
    ],
  },
  tensordot: {
    golden: ([a, b], { dims }) => tensordot(a!, b!, dims),
    samples: [
      { name: "one dimension", inputs: [{ shape: [2, 3] }, { shape: [3, 4] }], run: (a, b) => tensordot(a, b!, 1) },
      { name: "two", inputs: [{ shape: [5, 2, 3] }, { shape: [2, 3, 4] }], run: (a, b) => tensordot(a, b!) },
      { name: "none", inputs: [{ shape: [2] }, { shape: [3] }], run: (a, b) => tensordot(a, b!, 0) },
      {
        name: "lists",
        inputs: [{ shape: [3, 4, 5], layout: "transposed" }, { shape: [4, 3, 2] }],
        run: (a, b) =>
          tensordot(a, b!, [
            [1, 0],
            [0, -2],
          ]),
      },
      {
        name: "a size of 1",
        inputs: [{ shape: [2, 1] }, { shape: [3, 4] }],
        run: (a, b) => tensordot(a, b!, 1),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [3] }], run: (a, b) => tensordot(a, b!, 0) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [0, 3] }], run: (a, b) => tensordot(a, b!, 1) },
    ],
    errors: [
      {
        name: "sizes that differ",
        call: () => tensordot(ones(2, 3), ones(4, 2), [[0], [0]]),
        error: ShapeError,
        text: "tensordot: contracted dimensions need to match, but first has size 2 in dim 0 and second has size 4 in dim 0",
      },
      {
        name: "lists of different lengths",
        call: () => tensordot(ones(2, 3), ones(4, 2), [[0], [0, 1]]),
        error: ArgumentError,
        text: "tensordot: both dimension lists should have same length",
      },
      {
        name: "too many dimensions",
        call: () => tensordot(ones(2, 3), ones(4, 2), 3),
        error: ArgumentError,
        text: "tensordot: expects dims < ndim_a or ndim_b, but got dims=3",
      },
      {
        name: "fewer than none",
        call: () => tensordot(ones(2, 3), ones(4, 2), -1),
        error: ArgumentError,
        text: "tensordot: expects dims >= 0, but got dims=-1",
      },
      {
        name: "one that is named twice",
        call: () =>
          tensordot(ones(2, 2), ones(2, 2), [
            [0, -2],
            [1, 0],
          ]),
        error: ShapeError,
        text: "tensordot: dim 0 appears multiple times in the list of dims",
      },
      {
        name: "no dimensions at all",
        call: () => tensordot(ones(2, 2), ones(2, 2), "0" as never),
        error: ArgumentError,
        text: 'tensordot: dims must be a number, or two lists of dimensions, [ofA, ofB], but got "0"',
      },
    ],
  },
  cross: {
    golden: ([a, b], { dim }) => cross(a!, b!, dim),
    samples: [
      { name: "the last", inputs: [{ shape: [2, 3] }, { shape: [2, 3] }], run: (a, b) => cross(a, b!) },
      { name: "the first of size 3", inputs: [{ shape: [3, 3] }, { shape: [3, 3] }], run: (a, b) => cross(a, b!) },
      { name: "broadcast", inputs: [{ shape: [1, 3] }, { shape: [4, 3] }], run: (a, b) => cross(a, b!, -1) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }, { shape: [3, 4] }],
        run: (a, b) => cross(a, b!, 0),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3] }, { shape: [0, 3] }], run: (a, b) => cross(a, b!) },
    ],
    errors: [
      {
        name: "no dimension of size 3",
        call: () => cross(ones(2, 2), ones(2, 2)),
        error: ShapeError,
        text: "cross: no dimension of size 3 in input",
      },
      {
        name: "a dimension of another size",
        call: () => cross(ones(2, 3), ones(2, 3), 0),
        error: ShapeError,
        text: "cross: inputs dimension 0 must have length 3. Got 2 and 2",
      },
      {
        name: "ranks that differ",
        call: () => cross(ones(3), ones(2, 3)),
        error: ShapeError,
        text: "cross: inputs must have the same number of dimensions, but got 1 and 2",
      },
      {
        name: "two dtypes",
        call: () => cross(ones(3), ones([3], { dtype: "int32" })),
        error: DTypeError,
        text: "cross: expected both to have the same dtype, but got: float32 != int32; convert one with .to(…)",
      },
    ],
  },
});
