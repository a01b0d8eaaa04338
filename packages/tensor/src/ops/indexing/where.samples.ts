// Samples of where.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { where } from "./where.js";

export const samples = defineSamples({
  where: {
    differences: "two numbers give float32",
    samples: [
      {
        name: "one shape",
        inputs: [{ shape: [3, 5], dtype: "bool" }, { shape: [3, 5] }, { shape: [3, 5] }],
        tolerance: 0,
        run: (c, a, b) => where(c, a, b),
      },
      {
        name: "broadcast all ways",
        inputs: [{ shape: [4, 1, 1], dtype: "bool" }, { shape: [2, 1] }, { shape: [3] }],
        run: (c, a, b) => where(c, a, b),
      },
      {
        name: "0-d",
        inputs: [{ shape: [], dtype: "bool" }, { shape: [] }, { shape: [] }],
        run: (c, a, b) => where(c, a, b),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 3], dtype: "bool" }, { shape: [3] }, { shape: [] }],
        run: (c, a, b) => where(c, a, b),
      },
      {
        name: "transposed, stepped and expanded",
        inputs: [
          { shape: [3, 4], dtype: "bool", layout: "transposed" },
          { shape: [3, 4], layout: "stepped" },
          { shape: [3, 4], layout: "expanded" },
        ],
        run: (c, a, b) => where(c, a, b),
      },
      { name: "numbers", inputs: [{ shape: [9], dtype: "bool" }, { shape: [9] }], run: (c, a) => where(c, a, 0) },
      { name: "two numbers", inputs: [{ shape: [9], dtype: "bool" }], gradient: "none", run: (c) => where(c, 1, -1) },
      {
        name: "int32 and floats",
        inputs: [{ shape: [9], dtype: "bool" }, { shape: [9], dtype: "int32" }, { shape: [9] }],
        run: (c, a, b) => where(c, a, b),
      },
      {
        name: "uint8",
        inputs: [
          { shape: [9], dtype: "bool" },
          { shape: [9], dtype: "uint8" },
          { shape: [9], dtype: "uint8" },
        ],
        gradient: "none",
        run: (c, a, b) => where(c, a, b),
      },
    ],
    errors: [
      {
        name: "a condition that is not bool",
        call: () => where(ones(2), ones(2), ones(2)),
        error: DTypeError,
        text: "where: expected condition to be a bool tensor, but got float32; compare it first, as in x.ne(0)",
      },
      {
        name: "a number for the condition",
        call: () => where(3 as never, ones(2), ones(2)),
        error: ArgumentError,
        text: "where: condition must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      },
      {
        name: "nothing for the input",
        call: () => where(ones([2], { dtype: "bool" }), undefined as never, ones(2)),
        error: DTypeError,
        text: "where: expected a Tensor or a number, got undefined",
      },
      {
        name: "no third argument",
        call: () => where(ones([2], { dtype: "bool" }), ones(2), undefined as never),
        error: DTypeError,
        text: "where: expected a Tensor or a number, got undefined",
      },
      {
        name: "shapes that do not broadcast",
        call: () => where(ones([2], { dtype: "bool" }), ones(3), 0),
        error: ShapeError,
        text: "where: the size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0; got shapes [2] and [3] and []; sizes must be equal or 1",
      },
    ],
  },
});
