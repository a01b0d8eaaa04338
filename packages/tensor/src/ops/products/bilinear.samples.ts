// Samples of bilinear.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { bilinear } from "./bilinear.js";

const weight = { shape: [5, 3, 4] };

export const samples = defineSamples({
  bilinear: {
    golden: ([a, b, w, bias]) => bilinear(a!, b!, w!, bias ?? null),
    samples: [
      {
        name: "with bias",
        inputs: [{ shape: [2, 3] }, { shape: [2, 4] }, weight, { shape: [5] }],
        run: (a, b, w, bias) => bilinear(a, b!, w!, bias),
      },
      { name: "vectors", inputs: [{ shape: [3] }, { shape: [4] }, weight], run: (a, b, w) => bilinear(a, b!, w!) },
      {
        name: "batches, transposed",
        inputs: [{ shape: [2, 2, 3], layout: "transposed" }, { shape: [2, 2, 4] }, { ...weight, layout: "transposed" }],
        run: (a, b, w) => bilinear(a, b!, w!),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 3] }, { shape: [0, 4] }, weight],
        run: (a, b, w) => bilinear(a, b!, w!),
      },
    ],
    errors: [
      {
        name: "batches that differ",
        call: () => bilinear(ones(2, 3), ones(3, 4), ones(5, 3, 4)),
        error: ShapeError,
        text: "bilinear: input batch dimensions do not match at dim 0: got 2 and 3",
      },
      {
        name: "a size that differs",
        call: () => bilinear(ones(2, 3), ones(2, 4), ones(5, 3, 3)),
        error: ShapeError,
        text: "bilinear: input2 size does not match weight size: got 4 but expected 3",
      },
      {
        name: "a bias of another size",
        call: () => bilinear(ones(2, 3), ones(2, 4), ones(5, 3, 4), ones(4)),
        error: ShapeError,
        text: "bilinear: bias size does not match weight size: got 4 but expected 5",
      },
      {
        name: "ranks that differ",
        call: () => bilinear(ones(2, 3), ones(2, 2, 4), ones(5, 3, 4)),
        error: ShapeError,
        text: "bilinear: input dimensions do not match: got 2 and 3",
      },
    ],
  },
});
