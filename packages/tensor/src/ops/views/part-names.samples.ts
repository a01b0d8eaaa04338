// Samples of narrowCopy, and of the other names of split and chunk, put together in another order.

import { defineSamples } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { cat } from "../shapes/cat.js";
import { narrowCopy, splitWithSizes, unsafeChunk, unsafeSplit, unsafeSplitWithSizes } from "./part-names.js";
import { reshape } from "./view.js";

const turned = (parts: (input: Tensor) => Tensor[]) => ({
  golden: { none: "another name" },
  samples: [
    { name: "a matrix", inputs: [{ shape: [4, 2] }], run: (a: Tensor) => cat(parts(a).reverse()) },
    {
      name: "stepped",
      inputs: [{ shape: [4], layout: "stepped" as const }],
      run: (a: Tensor) => cat(parts(a).reverse()),
    },
    { name: "0-d's", inputs: [{ shape: [] }], run: (a: Tensor) => cat(parts(reshape(a, 1).expand(4)).reverse()) },
    { name: "zero-size", inputs: [{ shape: [4, 0] }], run: (a: Tensor) => cat(parts(a).reverse()) },
  ],
});

export const samples = defineSamples({
  narrowCopy: {
    golden: ([a], { dim, start, length }) => narrowCopy(a!, dim, start, length),
    samples: [
      { name: "rows", inputs: [{ shape: [4, 3] }], run: (a) => narrowCopy(a, 0, 1, 2) },
      {
        name: "columns, transposed",
        inputs: [{ shape: [4, 3], layout: "transposed" }],
        run: (a) => narrowCopy(a, 1, -2, 2),
      },
      { name: "of a number", inputs: [{ shape: [] }], run: (a) => narrowCopy(reshape(a, 1), 0, 0, 1) },
      { name: "zero-size", inputs: [{ shape: [3] }], run: (a) => narrowCopy(a, 0, 3, 0) },
      { name: "of none", inputs: [{ shape: [0] }], run: (a) => narrowCopy(a, 0, 0, 0) },
    ],
  },
  splitWithSizes: turned((a) => splitWithSizes(a, [1, 3])),
  unsafeChunk: turned((a) => unsafeChunk(a, 3)),
  unsafeSplit: turned((a) => unsafeSplit(a, 3)),
  unsafeSplitWithSizes: turned((a) => unsafeSplitWithSizes(a, [1, 3])),
});
