// Samples of mul and mul_.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { mul, mul_ } from "./mul.js";

export const samples = defineSamples({
  mul: {
    differences: "beside bool a number must fit int32",
    samples: [
      { name: "one shape", inputs: [{ shape: [3, 5] }, { shape: [3, 5] }], run: (a, b) => mul(a, b) },
      { name: "broadcast both ways", inputs: [{ shape: [4, 1, 3] }, { shape: [2, 1] }], run: (a, b) => mul(a, b) },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }], run: (a, b) => mul(a, b) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [] }], run: (a, b) => mul(a, b) },
      {
        name: "transposed and expanded",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 4], layout: "expanded" },
        ],
        run: (a, b) => mul(a, b),
      },
      {
        name: "stepped and offset",
        inputs: [
          { shape: [9], layout: "stepped" },
          { shape: [9], layout: "offset" },
        ],
        run: (a, b) => mul(a, b),
      },
      { name: "a square", inputs: [{ shape: [3, 3] }], run: (a) => mul(a, a) },
      { name: "a number", inputs: [{ shape: [5] }], run: (a) => mul(a, -0.75) },
      {
        name: "int32",
        inputs: [
          { shape: [6], dtype: "int32", range: [-60000, 60000] },
          { shape: [6], dtype: "int32", range: [-60000, 60000] },
        ],
        gradient: "none",
        run: (a, b) => mul(a, b),
      },
      {
        name: "uint8 wraps around",
        edge: true,
        inputs: [{ shape: [6], dtype: "uint8" }],
        gradient: "none",
        run: (a) => mul(a, 100),
      },
      {
        name: "bool",
        inputs: [
          { shape: [8], dtype: "bool" },
          { shape: [8], dtype: "bool" },
        ],
        gradient: "none",
        run: (a, b) => mul(a, b),
      },
      { name: "by bool", inputs: [{ shape: [8] }, { shape: [8], dtype: "bool" }], run: (a, b) => mul(a, b) },
    ],
    errors: [
      {
        name: "shapes that do not broadcast",
        call: () => mul(ones(2, 3), ones(2, 4)),
        error: ShapeError,
        text: "mul: the size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1; got shapes [2, 3] and [2, 4]; sizes must be equal or 1",
      },
      {
        name: "a string",
        call: () => mul(ones(2), "2" as never),
        error: DTypeError,
        text: 'mul: expected a Tensor or a number, got "2"',
      },
    ],
  },
  mul_: {
    samples: [
      { name: "one shape", inputs: [{ shape: [3, 4] }, { shape: [3, 4] }], run: (a, b) => mul_(a.clone(), b) },
      { name: "broadcast", inputs: [{ shape: [3, 4] }, { shape: [4] }], run: (a, b) => mul_(a.clone(), b) },
      { name: "a number", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => mul_(a.clone(), 3) },
      {
        name: "by itself",
        edge: true,
        inputs: [{ shape: [4] }],
        gradient: "none",
        run: (a) => {
          const b = a.clone();
          return mul_(b, b);
        },
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }], run: (a, b) => mul_(a.clone(), b) },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [] }], run: (a, b) => mul_(a.clone(), b) },
    ],
    errors: [
      {
        name: "a larger operand",
        call: () => mul_(ones(2), ones(3, 2)),
        error: ShapeError,
        text: "mul_: output with shape [2] doesn't match the broadcast shape [3, 2]",
      },
      {
        name: "a fraction into bool",
        call: () => mul_(ones([2], { dtype: "bool" }), 2),
        error: DTypeError,
        text: "mul_: result type int32 can't be cast to the desired output type bool",
      },
    ],
  },
});
