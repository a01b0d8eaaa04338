// Samples of clamp and clamp_, away from the bounds but where no gradient is checked.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../errors.js";
import { clamp, clamp_ } from "./clamp.js";
import { clone } from "./clone.js";
import { ones } from "./creation.js";

export const samples = defineSamples({
  clamp: {
    samples: [
      { name: "both", inputs: [{ shape: [4, 9], avoid: [-1, 0.5] }], run: (a) => clamp(a, { min: -1, max: 0.5 }) },
      { name: "below", inputs: [{ shape: [9], avoid: [0] }], run: (a) => clamp(a, { min: 0 }) },
      { name: "above", inputs: [{ shape: [9], avoid: [0] }], run: (a) => clamp(a, { max: 0 }) },
      { name: "crossed bounds", inputs: [{ shape: [9], avoid: [1, -1] }], run: (a) => clamp(a, { min: 1, max: -1 }) },
      {
        name: "on the bounds, and no number",
        inputs: [{ shape: [5], values: [-1, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] }],
        gradient: "none",
        tolerance: 0,
        run: (a) => clamp(a, { min: -1, max: 1 }),
      },
      { name: "0-d", inputs: [{ shape: [], range: [1, 2] }], run: (a) => clamp(a, { min: 0 }) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => clamp(a, { min: 0 }) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], avoid: [0.5], layout: "transposed" }],
        run: (a) => clamp(a, { max: 0.5 }),
      },
      {
        name: "int32",
        inputs: [{ shape: [9], dtype: "int32" }],
        gradient: "none",
        run: (a) => clamp(a, { min: -2, max: 2 }),
      },
      {
        name: "int32 with a fractional bound",
        inputs: [{ shape: [9], dtype: "int32" }],
        gradient: "none",
        run: (a) => clamp(a, { max: 1.5 }),
      },
      {
        name: "uint8",
        inputs: [{ shape: [9], dtype: "uint8" }],
        gradient: "none",
        run: (a) => clamp(a, { min: 3, max: 7 }),
      },
    ],
    errors: [
      {
        name: "no bound",
        call: () => clamp(ones(2), {}),
        error: ArgumentError,
        text: "clamp: at least one of min or max must be given",
      },
      {
        name: "a bound that is no number",
        call: () => clamp(ones(2), { min: ones(2) as never }),
        error: ArgumentError,
        text: "clamp: bounds must be numbers, but got object",
      },
    ],
  },
  clamp_: {
    samples: [
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => clamp_(clone(a), { min: 0 }) },
      { name: "0-d", inputs: [{ shape: [], range: [1, 2] }], run: (a) => clamp_(clone(a), { min: 0 }) },
      {
        name: "on a result",
        inputs: [{ shape: [12], avoid: [-1, 1] }],
        run: (a) => clamp_(clone(a), { min: -1, max: 1 }),
      },
    ],
    errors: [
      {
        name: "a fractional bound for integers",
        call: () => clamp_(ones([2], { dtype: "int32" }), { min: 0.5 }),
        error: DTypeError,
        text: "clamp_: result type float32 can't be cast to the desired output type int32",
      },
    ],
  },
});
