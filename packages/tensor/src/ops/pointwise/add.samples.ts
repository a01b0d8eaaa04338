// Samples of add and sub, and of their in-place forms.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { add, add_, sub, sub_ } from "./add.js";

const pairs: readonly (readonly [name: string, ...inputs: InputSpec[]])[] = [
  ["one shape", { shape: [3, 5] }, { shape: [3, 5] }],
  ["broadcast both ways", { shape: [4, 1, 3] }, { shape: [2, 1] }],
  ["0-d", { shape: [] }, { shape: [] }],
  ["0-d on the right", { shape: [2, 3] }, { shape: [] }],
  ["zero-size", { shape: [0, 3] }, { shape: [3] }],
  ["transposed and stepped", { shape: [3, 4], layout: "transposed" }, { shape: [3, 4], layout: "stepped" }],
  ["expanded and offset", { shape: [3, 4], layout: "expanded" }, { shape: [3, 4], layout: "offset" }],
  ["longer than a vector", { shape: [37] }, { shape: [37] }],
  ["int32 on the right", { shape: [2, 3] }, { shape: [2, 3], dtype: "int32" }],
];

function both(run: (input: Tensor, other: Tensor) => Tensor) {
  return pairs.map(([name, ...inputs]) => ({ name, inputs, run: (a: Tensor, b: Tensor) => run(a, b) }));
}

const inPlacePairs = pairs.filter(([name]) => name !== "broadcast both ways" && name !== "0-d on the left");

export const samples = defineSamples({
  add: {
    differences: "beside bool a number must fit int32",
    samples: [
      ...both(add),
      { name: "alpha", inputs: [{ shape: [3, 2] }, { shape: [2] }], run: (a, b) => add(a, b, { alpha: -1.5 }) },
      { name: "a number", inputs: [{ shape: [5] }], run: (a) => add(a, 2.5) },
      {
        name: "int32",
        inputs: [
          { shape: [2, 3], dtype: "int32" },
          { shape: [3], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b) => add(a, b, { alpha: 3 }),
      },
      {
        name: "uint8 and int32",
        inputs: [
          { shape: [4], dtype: "uint8" },
          { shape: [4], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b) => add(a, b),
      },
      {
        name: "bool",
        inputs: [
          { shape: [8], dtype: "bool" },
          { shape: [8], dtype: "bool" },
        ],
        gradient: "none",
        run: (a, b) => add(a, b),
      },
      { name: "a tensor with itself", edge: true, inputs: [{ shape: [3] }], run: (a) => add(a, a) },
    ],
    errors: [
      {
        name: "shapes that do not broadcast",
        call: () => add(ones(2, 3), ones(4)),
        error: ShapeError,
        text: "add: the size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1; got shapes [2, 3] and [4]; sizes must be equal or 1",
      },
      {
        name: "an array",
        call: () => add(ones(2), [1, 2] as never),
        error: DTypeError,
        text: "add: expected a Tensor or a number, got an array; make a tensor of it with tensor(…)",
      },
    ],
  },
  sub: {
    differences: "beside bool a number must fit int32",
    samples: [
      ...both(sub),
      { name: "alpha", inputs: [{ shape: [3, 2] }, { shape: [2] }], run: (a, b) => sub(a, b, { alpha: 2 }) },
      { name: "a number", inputs: [{ shape: [5] }], run: (a) => sub(a, 2.5) },
    ],
    errors: [
      {
        name: "shapes that do not broadcast",
        call: () => sub(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "sub: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1",
      },
      {
        name: "two bool tensors",
        call: () => sub(ones([2], { dtype: "bool" }), ones([2], { dtype: "bool" })),
        error: DTypeError,
        text: 'sub: subtraction with two bool tensors is not supported; compare them with ne, or convert with .to("int32") first',
      },
    ],
  },
  add_: {
    samples: [
      ...inPlacePairs.map(([name, ...inputs]) => ({
        name,
        inputs,
        run: (a: Tensor, b: Tensor) => add_(a.clone(), b, { alpha: 2 }),
      })),
      { name: "a number", inputs: [{ shape: [5] }], run: (a) => add_(a.clone(), 2.5) },
      {
        name: "a part of itself",
        edge: true,
        inputs: [{ shape: [4, 4] }],
        gradient: "none",
        run: (a) => {
          const b = a.clone();
          return add_(b, b.t());
        },
      },
    ],
    errors: [
      {
        name: "a larger operand",
        call: () => add_(ones(2), ones(3, 2)),
        error: ShapeError,
        text: "add_: output with shape [2] doesn't match the broadcast shape [3, 2]",
      },
      {
        name: "a fraction into integers",
        call: () => add_(ones([2], { dtype: "int32" }), 0.5),
        error: DTypeError,
        text: "add_: result type float32 can't be cast to the desired output type int32",
      },
      {
        name: "an array",
        call: () => add_(ones(2), [1, 2] as never),
        error: DTypeError,
        text: "add_: expected a Tensor or a number, got an array; make a tensor of it with tensor(…)",
      },
      {
        name: "floats into integers",
        call: () => add_(ones([2], { dtype: "int32" }), ones(2)),
        error: DTypeError,
        text: "add_: result type float32 can't be cast to the desired output type int32",
      },
    ],
  },
  sub_: {
    samples: inPlacePairs.map(([name, ...inputs]) => ({
      name,
      inputs,
      run: (a: Tensor, b: Tensor) => sub_(a.clone(), b),
    })),
    errors: [
      {
        name: "shapes that do not fit",
        call: () => sub_(ones(2), ones(3)),
        error: ShapeError,
        text: "sub_: the size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0; got shapes [2] and [3]; sizes must be equal or 1",
      },
    ],
  },
});
