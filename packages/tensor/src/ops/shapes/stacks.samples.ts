// Samples of hstack, vstack, dstack, columnStack and rowStack.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { columnStack, dstack, hstack, rowStack, vstack } from "./stacks.js";

const stacks = (op: string, stackUp: typeof hstack) => ({
  golden: (tensors: readonly Tensor[]) => stackUp(tensors),
  samples: [
    { name: "numbers", inputs: [{ shape: [] }, { shape: [] }], run: (a: Tensor, b: Tensor) => stackUp([a, b]) },
    {
      name: "vectors, stepped",
      inputs: [{ shape: [3], layout: "stepped" as const }, { shape: [3] }],
      run: (a: Tensor, b: Tensor) => stackUp([a, b]),
    },
    {
      name: "matrices, transposed",
      inputs: [{ shape: [2, 3], layout: "transposed" as const }, { shape: [2, 3] }],
      run: (a: Tensor, b: Tensor) => stackUp([a, b]),
    },
    {
      name: "three dimensions",
      inputs: [{ shape: [2, 1, 3] }, { shape: [2, 1, 3] }],
      run: (a: Tensor, b: Tensor) => stackUp([a, b]),
    },
    {
      name: "zero-size",
      inputs: [{ shape: [2, 0] }, { shape: [2, 0] }],
      run: (a: Tensor, b: Tensor) => stackUp([a, b]),
    },
    {
      name: "float and int32",
      inputs: [{ shape: [3] }, { shape: [3], dtype: "int32" as const }],
      run: (a: Tensor, b: Tensor) => stackUp([a, b]),
    },
  ],
  errors: [
    {
      name: "no tensors",
      call: () => stackUp([]),
      error: ShapeError,
      text: `${op}: expects a non-empty list of Tensors`,
    },
    {
      name: "more dimensions",
      call: () => stackUp([ones(2, 3), ones(1, 1, 1, 2)]),
      error: ShapeError,
      text: `${op}: tensors must have same number of dimensions: got ${op === "dstack" ? 3 : 2} and 4`,
    },
  ],
});

export const samples = defineSamples({
  hstack: stacks("hstack", hstack),
  vstack: stacks("vstack", vstack),
  dstack: stacks("dstack", dstack),
  columnStack: stacks("columnStack", columnStack),
  rowStack: stacks("rowStack", rowStack),
});
