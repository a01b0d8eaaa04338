// Samples of the functions that make tensors of sizes and numbers. They take no gradients.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { arange, eye, full, fullLike, ones, onesLike, tensor, zeros, zerosLike } from "./creation.js";

function made(name: string, run: () => Tensor) {
  return { name, inputs: [], gradient: "none", tolerance: 0, run } as const;
}

export const samples = defineSamples({
  zeros: {
    golden: (_, { sizes, ...options }) => zeros(sizes, options),
    samples: [
      made("sizes spread", () => zeros(2, 3)),
      made("sizes as an array", () => zeros([2, 3])),
      made("with options", () => zeros(2, 3, { dtype: "int32" })),
      made("0-d", () => zeros()),
      made("zero-size", () => zeros(0, 3)),
    ],
    errors: [
      {
        name: "a negative size",
        call: () => zeros(2, -1),
        error: ShapeError,
        text: "zeros: sizes must be non-negative integers, but got [2, -1]",
      },
      {
        name: "a fraction",
        call: () => zeros([1.5]),
        error: ShapeError,
        text: "zeros: sizes must be non-negative integers, but got [1.5]",
      },
      {
        name: "an unknown dtype",
        call: () => zeros(2, { dtype: "int64" as "int32" }),
        error: DTypeError,
        text: 'zeros: unknown dtype "int64"; take one of float32, float64, int32, uint8, bool',
      },
      {
        name: "integers that require a gradient",
        call: () => zeros(2, { dtype: "int32", requiresGrad: true }),
        error: DTypeError,
        text: "requiresGrad: only tensors of floating point dtype can require gradients, this one is int32",
      },
    ],
  },
  ones: {
    golden: (_, { sizes, ...options }) => ones(sizes, options),
    samples: [
      made("floats", () => ones(2, 3)),
      made("bool", () => ones([2, 3], { dtype: "bool" })),
      made("uint8", () => ones(3, { dtype: "uint8" })),
    ],
    errors: [
      {
        name: "a string",
        call: () => ones("2" as never),
        error: ShapeError,
        text: 'ones: sizes must be non-negative integers, but got ["2"]',
      },
    ],
  },
  full: {
    differences: "of a boolean it is bool",
    golden: (_, { sizes, value, ...options }) => full(sizes, value, options),
    samples: [
      made("a fraction", () => full([2, 3], 0.1)),
      made("0-d NaN", () => full([], Number.NaN)),
      made("float64", () => full([3], 0.1, { dtype: "float64" })),
      made("zero-size", () => full([0], 1)),
    ],
    errors: [
      {
        name: "a negative size",
        call: () => full([-2], 1),
        error: ShapeError,
        text: "full: sizes must be non-negative integers, but got [-2]",
      },
    ],
  },
  zerosLike: {
    differences: "lie in memory as their input",
    golden: { none: "as zeros" },
    samples: [
      {
        name: "int32",
        inputs: [{ shape: [2, 3], dtype: "int32", layout: "transposed" }],
        gradient: "none",
        tolerance: 0,
        run: (a) => zerosLike(a),
      },
    ],
  },
  onesLike: {
    differences: "lie in memory as their input",
    golden: { none: "as ones" },
    samples: [{ name: "float", inputs: [{ shape: [2, 3] }], gradient: "none", tolerance: 0, run: (a) => onesLike(a) }],
  },
  fullLike: {
    differences: "lie in memory as their input",
    golden: { none: "as full" },
    samples: [
      {
        name: "to float64",
        inputs: [{ shape: [2, 3], dtype: "uint8" }],
        gradient: "none",
        tolerance: 0,
        run: (a) => fullLike(a, 0.25, { dtype: "float64" }),
      },
    ],
  },
  arange: {
    differences: "int32 for whole numbers; int32 bounds beyond int32 are refused, where PyTorch wraps them",
    golden: (_, { start, end, step, ...options }) => arange(start, end, step, options),
    samples: [
      made("to an end", () => arange(7)),
      made("from a start", () => arange(2, 7)),
      made("in steps", () => arange(1, 2.5, 0.5)),
      made("in many steps", () => arange(0, 1, 0.1)),
      made("backwards", () => arange(5, 0, -2)),
      made("of floats", () => arange(3, { dtype: "float32" })),
      made("of nothing", () => arange(0)),
    ],
    errors: [
      { name: "no step", call: () => arange(0, 3, 0), error: ArgumentError, text: "arange: step must be nonzero" },
      {
        name: "the wrong way",
        call: () => arange(3, 0),
        error: ArgumentError,
        text: "arange: upper bound and lower bound inconsistent with step sign: start 3, end 0, step 1",
      },
      {
        name: "no end",
        call: () => (arange as () => Tensor)(),
        error: ArgumentError,
        text: "arange: expected arange(end), arange(start, end) or arange(start, end, step), got ()",
      },
      {
        name: "without end",
        call: () => arange(Number.POSITIVE_INFINITY),
        error: ArgumentError,
        text: "arange: expected arange(end), arange(start, end) or arange(start, end, step), got (Infinity)",
      },
    ],
  },
  eye: {
    golden: (_, { n, ...options }) => eye(n, options),
    samples: [
      made("3 × 3", () => eye(3)),
      made("int32", () => eye(2, { dtype: "int32" })),
      made("0 × 0", () => eye(0)),
    ],
  },
  tensor: {
    differences: "whole numbers give float32 unless `dtype` is given",
    golden: { none: "what it is given" },
    samples: [
      made("a number", () => tensor(1.5)),
      made("nested arrays", () => tensor([[[1, 2]], [[3, 4]]])),
      made("booleans", () => tensor([true, false])),
      made("a typed array", () => tensor(new Int32Array([3, -1]))),
      made("nothing", () => tensor([])),
      made("rows of nothing", () => tensor([[], []])),
      made("to uint8, below zero by wrapping around", () => tensor([200, -1], { dtype: "uint8" })),
      made("to bool", () => tensor([0, 0.5, Number.NaN], { dtype: "bool" })),
    ],
    errors: [
      {
        name: "rows of two lengths",
        call: () => tensor([[1, 2], [3]]),
        error: ShapeError,
        text: "tensor: expected sequence of length 2 at dim 1 (got 1); nested arrays must all have the shape [2, 2]",
      },
      {
        name: "a number among rows",
        call: () => tensor([[1, 2], 3]),
        error: ShapeError,
        text: "tensor: expected sequence of length 2 at dim 1 (got a number); nested arrays must all have one shape",
      },
      {
        name: "a row among numbers",
        call: () => tensor([1, [2]]),
        error: ShapeError,
        text: "tensor: expected a number at dim 1 (got a sequence of length 1); nested arrays must all have one shape",
      },
      {
        name: "a string",
        call: () => tensor(["1"] as never),
        error: DTypeError,
        text: 'tensor: expected numbers or booleans, got "1"',
      },
      {
        name: "null",
        call: () => tensor(null as never),
        error: DTypeError,
        text: "tensor: expected numbers or booleans, got null",
      },
      {
        name: "a big integer that int32 has no room for",
        call: () => tensor(BigInt64Array.of(2n ** 40n)),
        error: DTypeError,
        text: 'tensor: value cannot be converted to type int32 without overflow: 1099511627776; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647',
      },
      {
        name: "an unknown dtype",
        call: () => tensor([1], { dtype: "half" as "float32" }),
        error: DTypeError,
        text: 'tensor: unknown dtype "half"; take one of float32, float64, int32, uint8, bool',
      },
    ],
  },
});
