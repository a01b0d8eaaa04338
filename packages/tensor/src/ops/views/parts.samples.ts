// Samples of chunk, split, tensorSplit and unbind: parts put together in another order, or one alone.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { cat, stack } from "../shapes/cat.js";
import { chunk, dsplit, hsplit, split, tensorSplit, unbind, vsplit } from "./parts.js";

const differences = "what is written through a part in place is recorded, where PyTorch refuses it";

const along = (op: string, parts: typeof hsplit, dim: number) => ({
  golden: ([a]: readonly Tensor[], { indicesOrSections }: any) => parts(a!, indicesOrSections),
  samples: [
    {
      name: "equal parts",
      inputs: [{ shape: [4, 4, 4] }],
      tolerance: 0,
      run: (a: Tensor) => cat(parts(a, 2).reverse(), dim),
    },
    {
      name: "at indices, stepped",
      inputs: [{ shape: [4, 4, 4], layout: "stepped" as const }],
      tolerance: 0,
      run: (a: Tensor) => cat(parts(a, [1, 3]).reverse(), dim),
    },
    { name: "zero-size", inputs: [{ shape: [0, 0, 0] }], run: (a: Tensor) => parts(a, 2)[1]! },
  ],
  errors: [
    {
      name: "0-d",
      call: () => parts(ones([]), 1),
      error: ShapeError,
      text: `${op}: requires a tensor with at least ${op === "hsplit" ? "1 dimension" : op === "vsplit" ? "2 dimensions" : "3 dimensions"}, but got a tensor with 0 dimensions!`,
    },
    {
      name: "parts that are not equal",
      call: () => parts(ones(4, 4, 4), 3),
      error: ShapeError,
      text: `${op}: attempted to split along dimension ${dim}, but the size of the dimension 4 is not divisible by the split_size 3!`,
    },
  ],
});

export const samples = defineSamples({
  hsplit: along("hsplit", hsplit, 1),
  vsplit: along("vsplit", vsplit, 0),
  dsplit: along("dsplit", dsplit, 2),
  chunk: {
    differences,
    golden: ([a], { chunks, dim }) => chunk(a!, chunks, dim),
    samples: [
      {
        name: "turned around",
        inputs: [{ shape: [3, 5] }],
        tolerance: 0,
        run: (a) => cat(chunk(a, 3, 1).reverse(), 1),
      },
      {
        name: "the last, stepped",
        inputs: [{ shape: [5, 4], layout: "stepped" }],
        tolerance: 0,
        run: (a) => chunk(a, 2)[1]!,
      },
      {
        name: "two of them, multiplied",
        inputs: [{ shape: [4, 3] }],
        run: (a) => chunk(a, 2)[0]!.mul(chunk(a, 2)[1]!),
      },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => chunk(a, 3)[2]! },
      {
        name: "bytes",
        inputs: [{ shape: [4], dtype: "uint8" }],
        gradient: "none",
        run: (a) => chunk(a, 2)[1]!,
      },
    ],
    errors: [
      {
        name: "none",
        call: () => chunk(ones(3), 0),
        error: ArgumentError,
        text: "chunk: expects `chunks` to be an integer greater than 0, got: 0",
      },
      {
        name: "0-d",
        call: () => chunk(ones([]), 1),
        error: ShapeError,
        text: "chunk: expects at least a 1-dimensional tensor",
      },
      {
        name: "a dimension that is not there",
        call: () => chunk(ones(2, 3), 2, 5),
        error: IndexError,
        text: "chunk: dimension out of range (expected to be in range of [-2, 1], but got 5)",
      },
    ],
  },
  split: {
    differences,
    golden: ([a], { splitSizeOrSections, dim }) => split(a!, splitSizeOrSections, dim),
    samples: [
      {
        name: "by two, turned around",
        inputs: [{ shape: [5, 3] }],
        tolerance: 0,
        run: (a) => cat(split(a, 2).reverse()),
      },
      {
        name: "by a list, along columns, transposed",
        inputs: [{ shape: [3, 6], layout: "transposed" }],
        tolerance: 0,
        run: (a) => cat(split(a, [1, 3, 2], -1).reverse(), 1),
      },
      { name: "one of a list alone", inputs: [{ shape: [6] }], run: (a) => split(a, [1, 3, 2])[1]!.pow(2) },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => split(a, 0)[0]! },
      { name: "a size of zero in a list", edge: true, inputs: [{ shape: [3] }], run: (a) => split(a, [0, 3])[1]! },
    ],
    errors: [
      {
        name: "a negative size",
        call: () => split(ones(3), -1),
        error: ArgumentError,
        text: "split: expects the split size to be a non-negative integer, but got -1",
      },
      {
        name: "a size of zero",
        call: () => split(ones(3), 0),
        error: ArgumentError,
        text: "split: the split size can only be 0 if dimension size is 0, but got dimension size of 3",
      },
      {
        name: "sizes that add up to something else",
        call: () => split(ones(3), [1, 1]),
        error: ArgumentError,
        text: "split: expects split sizes to sum exactly to 3 (input tensor's size at dimension 0), but got [1, 1]",
      },
      {
        name: "a negative size in a list",
        call: () => split(ones(3), [4, -1]),
        error: ArgumentError,
        text: "split: expects split sizes to have only non-negative integers, but got [4, -1]",
      },
    ],
  },
  tensorSplit: {
    reads: "shape",
    differences: "indices in a tensor are int32",
    golden: ([a], { indicesOrSections, dim }) => tensorSplit(a!, indicesOrSections, dim),
    samples: [
      {
        name: "three of five, turned around",
        inputs: [{ shape: [5, 3] }],
        tolerance: 0,
        run: (a) => cat(tensorSplit(a, 3).reverse()),
      },
      {
        name: "where a tensor says",
        inputs: [{ shape: [5, 3] }, { shape: [2], dtype: "int32", values: [0, 2] }],
        tolerance: 0,
        run: (a, indices) => cat(tensorSplit(a, indices!.add(1)).reverse()),
      },
      {
        name: "at indices, expanded",
        inputs: [{ shape: [4, 6], layout: "expanded" }],
        tolerance: 0,
        run: (a) => cat(tensorSplit(a, [1, -2], 1).reverse(), 1),
      },
      {
        name: "at the indices of a tensor",
        inputs: [{ shape: [6] }],
        tolerance: 0,
        run: (a) => cat(tensorSplit(a, tensor([1, 4], { dtype: "int32" })).reverse()),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => tensorSplit(a, 2, 1)[1]! },
    ],
    errors: [
      {
        name: "no sections",
        call: () => tensorSplit(ones(3), 0),
        error: ArgumentError,
        text: "tensorSplit: number of sections must be an integer larger than 0, got 0",
      },
      {
        name: "a matrix of indices",
        call: () => tensorSplit(ones(3), tensor([[1]], { dtype: "int32" })),
        error: ShapeError,
        text: "tensorSplit: expected indicesOrSections to be a zero-dimensional or one-dimensional tensor, but got a tensor with 2 dims",
      },
      {
        name: "floats for indices",
        call: () => tensorSplit(ones(3), tensor([1])),
        error: DTypeError,
        text: 'tensorSplit: expected indicesOrSections to have dtype of int32, but got float32; convert with .to("int32")',
      },
    ],
  },
  unbind: {
    differences,
    golden: ([a], { dim }) => unbind(a!, dim),
    samples: [
      { name: "rows turned around", inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => stack(unbind(a).reverse()) },
      {
        name: "one column alone, stepped",
        inputs: [{ shape: [3, 4], layout: "stepped" }],
        run: (a) => unbind(a, -1)[2]!.pow(2),
      },
      { name: "numbers", inputs: [{ shape: [3] }], tolerance: 0, run: (a) => unbind(a)[1]! },
      { name: "zero-size", inputs: [{ shape: [2, 0] }], run: (a) => unbind(a)[1]! },
    ],
    errors: [
      {
        name: "0-d",
        call: () => unbind(ones([])),
        error: IndexError,
        text: "unbind: dimension specified as 0 but tensor has no dimensions",
      },
    ],
  },
});
