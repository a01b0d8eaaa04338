// Samples of empty, emptyLike, the news and asTensor.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "./creation.js";
import { asTensor, empty, emptyLike, newEmpty, newFull, newOnes, newTensor, newZeros } from "./new.js";

const zerosThere = "its elements are zeros";

/** What makes a tensor of sizes, like one of each dtype and layout. */
const ofSizes = (make: typeof newZeros) => ({
  golden: ([a]: readonly Tensor[], { size, ...options }: any) => make(a!, size, options),
  samples: [
    {
      name: "floats, stepped",
      inputs: [{ shape: [2, 3], layout: "stepped" as const }],
      gradient: "none" as const,
      run: (a: Tensor) => make(a, 2, 2),
    },
    {
      name: "bools",
      inputs: [{ shape: [2], dtype: "bool" as const }],
      gradient: "none" as const,
      run: (a: Tensor) => make(a, [3]),
    },
    {
      name: "0-d, another dtype",
      inputs: [{ shape: [] }],
      gradient: "none" as const,
      run: (a: Tensor) => make(a, [], { dtype: "int32" }),
    },
    {
      name: "zero-size",
      inputs: [{ shape: [0] }],
      gradient: "none" as const,
      run: (a: Tensor) => make(a, 0, 2),
    },
  ],
});

export const samples = defineSamples({
  empty: {
    differences: zerosThere,
    golden: { none: "PyTorch's elements are what lay there" },
    samples: [
      { name: "sizes spread", inputs: [], gradient: "none", run: () => empty(2, 3) },
      { name: "with options", inputs: [], gradient: "none", run: () => empty([2], { dtype: "uint8" }) },
    ],
    errors: [
      {
        name: "a negative size",
        call: () => empty(2, -1),
        error: ShapeError,
        text: "empty: sizes must be non-negative integers, but got [2, -1]",
      },
    ],
  },
  emptyLike: {
    differences: `${zerosThere}; lie in memory as their input`,
    golden: { none: "PyTorch's elements are what lay there" },
    samples: [
      {
        name: "transposed",
        inputs: [{ shape: [2, 3], layout: "transposed" }],
        gradient: "none",
        run: (a) => emptyLike(a),
      },
      {
        name: "another dtype",
        inputs: [{ shape: [2], dtype: "int32" }],
        gradient: "none",
        run: (a) => emptyLike(a, { dtype: "bool" }),
      },
    ],
  },
  newZeros: ofSizes(newZeros),
  newOnes: ofSizes(newOnes),
  newEmpty: {
    ...ofSizes(newEmpty),
    differences: zerosThere,
    golden: { none: "PyTorch's elements are what lay there" },
  },
  newFull: {
    golden: ([a], { size, fillValue, ...options }) => newFull(a!, size, fillValue, options),
    samples: [
      {
        name: "floats, stepped",
        inputs: [{ shape: [3], layout: "stepped" }],
        gradient: "none",
        run: (a) => newFull(a, [2, 2], 0.5),
      },
      { name: "0-d, true", inputs: [{ shape: [] }], gradient: "none", run: (a) => newFull(a, [2], true) },
      {
        name: "integers, cut off",
        inputs: [{ shape: [2], dtype: "int32" }],
        gradient: "none",
        run: (a) => newFull(a, [2], 1.5),
      },
      { name: "zero-size", inputs: [{ shape: [0] }], gradient: "none", run: (a) => newFull(a, [0], 3) },
    ],
    errors: [
      {
        name: "a value beyond the dtype",
        call: () => newFull(ones([1], { dtype: "uint8" }), [2], 300),
        error: DTypeError,
        text: 'newFull: value cannot be converted to type uint8 without overflow: 300; take { dtype: "float64" }, or numbers from -255 to 255',
      },
    ],
  },
  newTensor: {
    golden: ([a], { data, ...options }) => newTensor(a!, data, options),
    samples: [
      {
        name: "rows, stepped",
        inputs: [{ shape: [3], layout: "stepped" }],
        gradient: "none",
        run: (a) => newTensor(a, [[1, 2]]),
      },
      { name: "bytes", inputs: [{ shape: [1], dtype: "uint8" }], gradient: "none", run: (a) => newTensor(a, [1, 200]) },
      { name: "a copy of a tensor", inputs: [{ shape: [3] }], gradient: "none", run: (a) => newTensor(a, a.detach()) },
      {
        name: "a tensor of another dtype",
        inputs: [{ shape: [], dtype: "int32" }, { shape: [3] }],
        gradient: "none",
        run: (a, b) => newTensor(a, b),
      },
      { name: "zero-size", inputs: [{ shape: [0] }], gradient: "none", run: (a) => newTensor(a, []) },
    ],
  },
  asTensor: {
    golden: { none: "a tensor as it is, or what tensor and to make" },
    samples: [
      { name: "a tensor, stepped", inputs: [{ shape: [3], layout: "stepped" }], run: (a) => asTensor(a) },
      {
        name: "in another dtype",
        inputs: [{ shape: [] }],
        gradient: "none",
        run: (a) => asTensor(a, { dtype: "int32" }),
      },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => asTensor(a) },
      { name: "numbers", inputs: [], gradient: "none", run: () => asTensor([[1, 2]], { dtype: "int32" }) },
    ],
    errors: [
      {
        name: "an option that is not there",
        call: () => asTensor([1], { requiresGrad: true } as never),
        error: ArgumentError,
        text: "asTensor: got an unexpected option requiresGrad; take some of { dtype, device }",
      },
    ],
  },
});
