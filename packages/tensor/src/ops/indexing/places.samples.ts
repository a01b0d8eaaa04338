// Samples of nonzero and argwhere.

import { defineSamples, type Sample } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { cat } from "../shapes/cat.js";
import { argwhere, nonzero } from "./places.js";

const differences = "int32; reads how many there are";

const family = (run: (input: Tensor) => Tensor): readonly Sample[] =>
  [
    { name: "numbers", inputs: [{ shape: [6], values: [0, 1, -0, Number.NaN, 0, -3] }], run },
    { name: "a cube", inputs: [{ shape: [3, 4, 5], dtype: "int32", range: [-1, 2] } as const], run },
    { name: "bools, transposed", inputs: [{ shape: [5, 9], dtype: "bool", layout: "transposed" } as const], run },
    {
      name: "bytes, stepped",
      inputs: [{ shape: [3, 8], dtype: "uint8", range: [0, 2], layout: "stepped" } as const],
      run,
    },
    { name: "0-d", inputs: [{ shape: [] }], run },
    { name: "zero-size", inputs: [{ shape: [0, 2] }], run },
  ].map((sample) => ({ ...sample, gradient: "none" as const }));

export const samples = defineSamples({
  nonzero: {
    reads: "shape",
    differences,
    golden: ([a], { asTuple }) => (asTuple ? nonzero(a!, { asTuple }) : nonzero(a!)),
    samples: [
      ...family((a) => nonzero(a)),
      {
        name: "a vector for each dimension",
        inputs: [{ shape: [3, 4, 5], dtype: "bool" }],
        gradient: "none",
        run: (a) => cat(nonzero(a, { asTuple: true })),
      },
    ],
  },
  argwhere: {
    reads: "shape",
    differences,
    samples: family(argwhere),
  },
});
