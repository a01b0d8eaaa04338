// Samples of clamp and clamp_, away from the bounds but where no gradient is checked.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { clamp, clamp_ } from "./clamp.js";

export const samples = defineSamples({
  clamp: {
    reads: "values",
    differences: "`{ min, max }`, numbers or tensors",
    samples: [
      { name: "both", inputs: [{ shape: [4, 9], avoid: [-1, 0.5] }], run: (a) => clamp(a, { min: -1, max: 0.5 }) },
      { name: "below", inputs: [{ shape: [9], avoid: [0] }], run: (a) => clamp(a, { min: 0 }) },
      { name: "above", inputs: [{ shape: [9], avoid: [0] }], run: (a) => clamp(a, { max: 0 }) },
      {
        name: "crossed bounds",
        edge: true,
        inputs: [{ shape: [9], avoid: [1, -1] }],
        run: (a) => clamp(a, { min: 1, max: -1 }),
      },
      {
        name: "on the bounds, and no number",
        inputs: [{ shape: [5], values: [-1, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] }],
        gradient: "none",
        tolerance: 0,
        run: (a) => clamp(a, { min: -1, max: 1 }),
      },
      {
        name: "between tensors",
        inputs: [{ shape: [3, 4] }, { shape: [4], range: [-0.5, -0.3] }, { shape: [3, 1], range: [0.2, 0.4] }],
        run: (a, min, max) => clamp(a, { min, max }),
      },
      {
        name: "between tensors that cross",
        edge: true,
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [4], range: [0.5, 0.7] },
          { shape: [3, 1], range: [0.2, 0.4] },
        ],
        run: (a, min, max) => clamp(a, { min, max }),
      },
      {
        name: "below a tensor",
        inputs: [{ shape: [3, 4] }, { shape: [3, 4] }],
        run: (a, max) => clamp(a, { max }),
      },
      {
        name: "between a number and a tensor without dimensions",
        inputs: [
          { shape: [9], avoid: [-1, 0.5] },
          { shape: [], values: [0.25], gradient: false },
        ],
        run: (a, max) => clamp(a, { min: -1, max: max!.mul(2) }),
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
        call: () => clamp(ones(2), { min: "0" as never }),
        error: ArgumentError,
        text: 'clamp: bounds must be numbers or tensors, but got "0"',
      },
      {
        name: "a tensor beside a number",
        call: () => clamp(ones(2), { min: ones(2), max: 1 }),
        error: ArgumentError,
        text: "clamp: both bounds must be numbers, or both tensors; make a tensor of the number",
      },
      {
        name: "a bound beyond the dtype",
        call: () => clamp(ones([2], { dtype: "uint8" }), { min: 256 }),
        error: DTypeError,
        text: "clamp: Clamp min value 256 is outside the representable range of uint8, 0 to 255",
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
