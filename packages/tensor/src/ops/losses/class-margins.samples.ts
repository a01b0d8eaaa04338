// Samples of multiMarginLoss and multilabelMarginLoss: scores that all differ, so that no kink is near.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { multilabelMarginLoss, multiMarginLoss } from "./class-margins.js";
import { optionErrors, reductions } from "./reduction.testing.js";

const int32 = { dtype: "int32" } as const;
const input: InputSpec = { shape: [3, 4], values: [0.1, 0.2, 0.45, 0.8, -0.3, 1.35, 0.6, -1.2, 2.1, 0.4, 0.7, 0.25] };
const target: InputSpec = { shape: [3], dtype: "int32", values: [3, 0, 1] };
const labels: InputSpec = { shape: [3, 4], dtype: "int32", values: [3, 0, -1, 1, -1, 0, 1, 2, 2, 3, 0, 1] };

export const samples = defineSamples({
  multiMarginLoss: {
    samples: [
      ...reductions.flatMap((reduction): readonly Sample[] => [
        { name: reduction, inputs: [input, target], run: (x, y) => multiMarginLoss(x, y!, { reduction }) },
        {
          name: `squares, weighted, ${reduction}`,
          inputs: [input, target, { shape: [4], range: [0.5, 2] }],
          run: (x, y, weight) => multiMarginLoss(x, y!, 2, 0.77, weight!, { reduction }),
        },
      ]),
      {
        name: "one sample",
        inputs: [
          { shape: [4], values: [0.1, 0.2, 0.45, 0.8] },
          { shape: [], dtype: "int32", values: [1] },
        ],
        run: (x, y) => multiMarginLoss(x, y!, { reduction: "none" }),
      },
      {
        name: "no samples",
        inputs: [{ shape: [0, 4] }, { shape: [0], dtype: "int32" }],
        run: (x, y) => multiMarginLoss(x, y!, { reduction: "sum" }),
      },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], distinct: true, layout: "transposed" }, target],
        run: (x, y) => multiMarginLoss(x, y!, { margin: 0.03 }),
      },
    ],
    errors: [
      ...optionErrors("multiMarginLoss", (options) => multiMarginLoss(ones(2, 3), zeros([2], int32), options)),
      {
        name: "another power",
        call: () => multiMarginLoss(ones(2, 3), zeros([2], int32), { p: 3 }),
        error: ArgumentError,
        text: "multiMarginLoss: only p == 1 and p == 2 supported, but got 3",
      },
      {
        name: "a target that is no class",
        call: () => multiMarginLoss(ones(2, 3), tensor([0, 3], int32)),
        error: IndexError,
        text: "multiMarginLoss: index 3 is out of bounds for dimension 1 with size 3",
      },
      {
        name: "another number of targets",
        call: () => multiMarginLoss(ones(2, 3), zeros([3], int32)),
        error: ShapeError,
        text: "multiMarginLoss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [2], but got [3]. Input has shape [2, 3].",
      },
      {
        name: "a weight of another size",
        call: () => multiMarginLoss(ones(2, 3), zeros([2], int32), { weight: ones(2) }),
        error: ShapeError,
        text: "multiMarginLoss: inconsistent weight size, expected 3 but got [2]",
      },
      {
        name: "float targets",
        call: () => multiMarginLoss(ones(2, 3), ones(2)),
        error: DTypeError,
        text: 'multiMarginLoss: Expected dtype int32 for index, but got float32; convert with .to("int32")',
      },
      {
        name: "no classes",
        call: () => multiMarginLoss(ones(2, 0), zeros([2], int32)),
        error: ShapeError,
        text: "multiMarginLoss: Expected non-empty vector or matrix with optional 0-dim batch size, but got: [2, 0]",
      },
    ],
  },
  multilabelMarginLoss: {
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: [input, labels],
          run: (x, y) => multilabelMarginLoss(x, y!, { reduction }),
        }),
      ),
      {
        name: "one sample",
        inputs: [
          { shape: [4], values: [0.1, 0.2, 0.45, 0.8] },
          { shape: [4], dtype: "int32", values: [1, 3, -1, 0] },
        ],
        run: (x, y) => multilabelMarginLoss(x, y!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }],
        run: (x, y) => multilabelMarginLoss(x, y!),
      },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], range: [0, 0.4], layout: "transposed" }, labels],
        run: (x, y) => multilabelMarginLoss(x, y!),
      },
      {
        name: "no samples",
        inputs: [{ shape: [0, 4] }, { shape: [0, 4], dtype: "int32" }],
        run: (x, y) => multilabelMarginLoss(x, y!, { reduction: "sum" }),
      },
    ],
    errors: [
      ...optionErrors("multilabelMarginLoss", (options) =>
        multilabelMarginLoss(ones(2, 3), zeros([2, 3], int32), options),
      ),
      {
        name: "a target that is no class, behind the end too",
        call: () => multilabelMarginLoss(ones(1, 3), tensor([[0, -1, 3]], int32)),
        error: IndexError,
        text: "multilabelMarginLoss: index 3 is out of bounds for dimension 1 with size 3",
      },
      {
        name: "another shape",
        call: () => multilabelMarginLoss(ones(2, 3), zeros([3], int32)),
        error: ShapeError,
        text: "multilabelMarginLoss: inconsistent target size: [3] for input of size: [2, 3]",
      },
    ],
  },
});
