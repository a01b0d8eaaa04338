// Samples of chainMatmul.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { chainMatmul } from "./chain.js";

export const samples = defineSamples({
  chainMatmul: {
    golden: (matrices) => chainMatmul(...matrices),
    samples: [
      { name: "one", inputs: [{ shape: [3, 4] }], run: (a) => chainMatmul(a) },
      { name: "two", inputs: [{ shape: [3, 4] }, { shape: [4, 2] }], run: (a, b) => chainMatmul(a, b!) },
      {
        name: "the last two first",
        inputs: [{ shape: [2, 5], layout: "transposed" }, { shape: [5, 4] }, { shape: [4, 1] }],
        run: (a, b, c) => chainMatmul([a, b!, c!]),
      },
      {
        name: "four",
        inputs: [{ shape: [2, 6] }, { shape: [6, 1] }, { shape: [1, 5] }, { shape: [5, 3] }],
        run: (...matrices) => chainMatmul(...matrices),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [0, 3] }], run: (a, b) => chainMatmul(a, b!) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => chainMatmul(ones(3), ones(3, 2)),
        error: ShapeError,
        text: "chainMatmul: Tensor dimension is 1, expected 2 instead, in matrix 0",
      },
      {
        name: "sizes that differ",
        call: () => chainMatmul(ones(2, 3), ones(4, 4)),
        error: ShapeError,
        text: "chainMatmul: tensors 0 and 1 with shapes [2, 3] and [4, 4] cannot be multiplied",
      },
      {
        name: "nothing",
        call: () => chainMatmul(),
        error: ArgumentError,
        text: "chainMatmul: expected at least one matrix",
      },
    ],
  },
});
