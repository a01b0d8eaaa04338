// Samples of addcmul and addcdiv, and of both in place.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { addcdiv, addcdiv_, addcmul, addcmul_ } from "./addcmul.js";

const shape = [3, 4];
const divisor = { range: [0.5, 2] } as const;

const ofThree = (
  run: (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: object) => Tensor,
): readonly Sample[] => [
  { name: "one shape", inputs: [{ shape }, { shape }, { shape, ...divisor }], run: (a, b, c) => run(a, b, c) },
  {
    name: "broadcast, with a value",
    inputs: [{ shape: [4] }, { shape: [2, 1, 4] }, { shape: [3, 1], ...divisor }],
    run: (a, b, c) => run(a, b, c, { value: -0.5 }),
  },
  {
    name: "strided",
    inputs: [
      { shape, layout: "offset" },
      { shape, layout: "transposed" },
      { shape, ...divisor, layout: "expanded" },
    ],
    run: (a, b, c) => run(a, b, c),
  },
  { name: "0-d", inputs: [{ shape: [] }, { shape: [] }, { shape: [], ...divisor }], run: (a, b, c) => run(a, b, c) },
  {
    name: "zero-size",
    inputs: [{ shape: [0] }, { shape: [0] }, { shape: [], ...divisor }],
    run: (a, b, c) => run(a, b, c),
  },
];

export const samples = defineSamples({
  addcmul: {
    samples: [
      ...ofThree(addcmul),
      {
        name: "int32",
        inputs: [
          { shape: [5], dtype: "int32" },
          { shape: [5], dtype: "int32" },
          { shape: [5], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b, c) => addcmul(a, b, c, { value: 2 }),
      },
    ],
  },
  addcdiv: {
    samples: ofThree(addcdiv),
    errors: [
      {
        name: "integers",
        call: () =>
          addcdiv(ones([2], { dtype: "int32" }), ones([2], { dtype: "int32" }), ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'addcdiv: Integer division with addcdiv is no longer supported, but got int32; convert with .to("float32"), or use div',
      },
    ],
  },
  addcmul_: {
    samples: [
      { name: "one shape", inputs: [{ shape }, { shape }, { shape }], run: (a, b, c) => addcmul_(a.clone(), b, c) },
      {
        name: "with a value",
        inputs: [{ shape }, { shape: [4] }, { shape: [3, 1] }],
        run: (a, b, c) => addcmul_(a.clone(), b, c, { value: -0.5 }),
      },
      {
        name: "strided",
        inputs: [{ shape }, { shape, layout: "transposed" }, { shape, layout: "expanded" }],
        run: (a, b, c) => addcmul_(a.clone(), b, c),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [] }, { shape: [] }],
        run: (a, b, c) => addcmul_(a.clone(), b, c),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0] }, { shape: [0] }, { shape: [] }],
        run: (a, b, c) => addcmul_(a.clone(), b, c),
      },
    ],
    errors: [
      {
        name: "shapes that do not fit",
        call: () => addcmul_(ones(2), ones(3), ones(2)),
        error: ShapeError,
        text: "addcmul_: the size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0; got shapes [2] and [3]; sizes must be equal or 1",
      },
      {
        name: "floats into integers",
        call: () => addcmul_(ones([2], { dtype: "int32" }), ones(2), ones(2)),
        error: DTypeError,
        text: "addcmul_: result type float32 can't be cast to the desired output type int32",
      },
    ],
  },
  addcdiv_: {
    samples: [
      {
        name: "one shape",
        inputs: [{ shape }, { shape }, { shape, ...divisor }],
        run: (a, b, c) => addcdiv_(a.clone(), b, c),
      },
      {
        name: "with a value",
        inputs: [{ shape }, { shape: [4] }, { shape: [3, 1], ...divisor }],
        run: (a, b, c) => addcdiv_(a.clone(), b, c, { value: -0.5 }),
      },
      {
        name: "strided",
        inputs: [{ shape }, { shape, layout: "stepped" }, { shape, ...divisor, layout: "expanded" }],
        run: (a, b, c) => addcdiv_(a.clone(), b, c),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [] }, { shape: [], ...divisor }],
        run: (a, b, c) => addcdiv_(a.clone(), b, c),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0] }, { shape: [0] }, { shape: [], ...divisor }],
        run: (a, b, c) => addcdiv_(a.clone(), b, c),
      },
    ],
    errors: [
      {
        name: "shapes that do not fit",
        call: () => addcdiv_(ones(2), ones(3), ones(2)),
        error: ShapeError,
        text: "addcdiv_: the size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0; got shapes [2] and [3]; sizes must be equal or 1",
      },
    ],
  },
});
