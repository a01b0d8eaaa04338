// Samples of div and div_. Divisors keep away from zero.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { div, div_ } from "./div.js";

export const samples = defineSamples({
  div: {
    differences: "beside bool a number must fit int32",
    samples: [
      { name: "one shape", inputs: [{ shape: [3, 5] }, { shape: [3, 5], range: [0.5, 2] }], run: (a, b) => div(a, b) },
      {
        name: "broadcast both ways",
        inputs: [{ shape: [4, 1, 3] }, { shape: [2, 1], range: [-2, -0.5] }],
        run: (a, b) => div(a, b),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [], range: [1, 2] }], run: (a, b) => div(a, b) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [2], range: [1, 2] }], run: (a, b) => div(a, b) },
      {
        name: "transposed and stepped",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 4], range: [0.5, 2], layout: "stepped" },
        ],
        run: (a, b) => div(a, b),
      },
      { name: "a number", inputs: [{ shape: [5], layout: "offset" }], run: (a) => div(a, 3) },
      ...(["trunc", "floor"] as const).flatMap((roundingMode) => [
        {
          name: `${roundingMode}, floats`,
          inputs: [
            { shape: [3, 4], range: [0.1, 0.9], layout: "transposed" },
            { shape: [4], range: [-1.9, -1] },
          ],
          run: (a: Tensor, b: Tensor) => div(a, b, { roundingMode }),
        } as const,
        {
          name: `${roundingMode}, int32`,
          inputs: [
            { shape: [12], dtype: "int32" },
            { shape: [12], dtype: "int32", range: [-4, 0] },
          ],
          gradient: "none",
          run: (a: Tensor, b: Tensor) => div(a, b, { roundingMode }),
        } as const,
      ]),
      {
        name: "int32 by int32",
        inputs: [
          { shape: [5], dtype: "int32" },
          { shape: [5], dtype: "int32", range: [1, 9] },
        ],
        gradient: "none",
        run: (a, b) => div(a, b),
      },
      {
        name: "uint8 by a number",
        inputs: [{ shape: [5], dtype: "uint8" }],
        gradient: "none",
        run: (a) => div(a, 255),
      },
    ],
    errors: [
      {
        name: "integers by zero, rounded",
        call: () => div(ones([2], { dtype: "int32" }), 0, { roundingMode: "floor" }),
        error: ArgumentError,
        text: 'div: ZeroDivisionError: an integer was divided by zero; divide floats, as by .to("float32"), by which it is infinite or NaN',
      },
      {
        name: "a rounding that there is not",
        call: () => div(ones(2), 2, { roundingMode: "up" as never }),
        error: ArgumentError,
        text: "div: div expected rounding_mode to be one of None, 'trunc', or 'floor' but found \"up\"",
      },
      {
        name: "shapes that do not broadcast",
        call: () => div(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "div: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1",
      },
    ],
  },
  div_: {
    samples: [
      {
        name: "broadcast",
        inputs: [{ shape: [3, 4] }, { shape: [4], range: [0.5, 2] }],
        run: (a, b) => div_(a.clone(), b),
      },
      { name: "a number", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => div_(a.clone(), 3) },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [], range: [1, 2] }], run: (a, b) => div_(a.clone(), b) },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [], range: [1, 2] }], run: (a, b) => div_(a.clone(), b) },
    ],
    errors: [
      {
        name: "integers",
        call: () => div_(ones([2], { dtype: "int32" }), 2),
        error: DTypeError,
        text: '"div_" not implemented for \'Int\'; convert with .to("float32") first',
      },
      {
        name: "a larger operand",
        call: () => div_(ones(2), ones(3, 2)),
        error: ShapeError,
        text: "div_: output with shape [2] doesn't match the broadcast shape [3, 2]",
      },
    ],
  },
});
