// Samples of nllLoss and crossEntropy: reductions, weights, ignored labels, smoothing, images of labels.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { type CrossEntropyOptions, crossEntropy, nllLoss } from "./cross-entropy.js";

const labels = { dtype: "int32", range: [0, 5] } as const;
const input = { shape: [4, 5] } as const;
const target = { ...labels, shape: [4] } as const;
const weight = { shape: [5], range: [0.5, 2], gradient: false } as const;

const cases: readonly (readonly [name: string, options: CrossEntropyOptions, ...inputs: InputSpec[]])[] = [
  ["mean", {}, input, target],
  ["sum", { reduction: "sum" }, input, target],
  ["none", { reduction: "none" }, input, target],
  ["weights, mean", {}, input, target, weight],
  ["weights, sum", { reduction: "sum" }, input, target, weight],
  ["weights, none", { reduction: "none" }, input, target, weight],
  ["an ignored class", { ignoreIndex: 2 }, input, { shape: [4], dtype: "int32", values: [2, 0, 2, 4] }],
  ["ignored by default", {}, input, { shape: [4], dtype: "int32", values: [-100, 0, 3, -100] }],
  ["ignored, none", { reduction: "none" }, input, { shape: [4], dtype: "int32", values: [-100, 0, 3, -100] }],
  ["ignored and weighted", { ignoreIndex: 1 }, input, { shape: [4], dtype: "int32", values: [1, 0, 3, 1] }, weight],
  ["one sample without a batch", {}, { shape: [5] }, { ...labels, shape: [] }],
  ["images of labels", {}, { shape: [2, 5, 2, 3] }, { ...labels, shape: [2, 2, 3] }],
  ["images of labels, none", { reduction: "none" }, { shape: [2, 5, 2, 3] }, { ...labels, shape: [2, 2, 3] }, weight],
  ["uint8 labels", {}, input, { shape: [4], dtype: "uint8", range: [0, 5] }],
  ["transposed input, stepped labels", {}, { ...input, layout: "transposed" }, { ...target, layout: "stepped" }],
  ["expanded input", {}, { ...input, layout: "expanded" }, target],
  ["no samples, sum", { reduction: "sum" }, { shape: [0, 5] }, { ...labels, shape: [0] }],
  ["no samples, none", { reduction: "none" }, { shape: [0, 5] }, { ...labels, shape: [0] }],
];
const smoothed: typeof cases = [
  ["smoothed", { labelSmoothing: 0.1 }, input, target],
  ["smoothed, sum", { labelSmoothing: 0.3, reduction: "sum" }, input, target],
  ["smoothed, none, weighted", { labelSmoothing: 0.3, reduction: "none" }, input, target, weight],
  [
    "smoothed, weighted, ignored",
    { labelSmoothing: 0.2, ignoreIndex: 1 },
    input,
    { shape: [4], dtype: "int32", values: [1, 0, 3, 1] },
    weight,
  ],
  ["smoothed entirely", { labelSmoothing: 1 }, input, target],
  ["smoothed images of labels", { labelSmoothing: 0.1 }, { shape: [2, 5, 2, 3] }, { ...labels, shape: [2, 2, 3] }],
];

function sample(loss: typeof crossEntropy, [name, options, ...inputs]: (typeof cases)[number]) {
  return { name, inputs, run: (x: Tensor, y: Tensor, w?: Tensor) => loss(x, y, { ...options, weight: w ?? null }) };
}

const int32 = { dtype: "int32" } as const;

export const samples = defineSamples({
  nllLoss: {
    samples: cases.map((given) => sample(nllLoss, given)),
    errors: [
      {
        name: "a label out of range",
        call: () => nllLoss(ones(2, 3), tensor([0, 3], int32)),
        error: IndexError,
        text: "nllLoss: Target 3 is out of bounds: at position 1, with 3 classes (labels 0 to 2)",
      },
      {
        name: "float labels",
        call: () => nllLoss(ones(2, 3), ones(2)),
        error: DTypeError,
        text: 'nllLoss: expected target to hold class indices as int32 (or uint8), but got float32; convert with .to("int32")',
      },
      {
        name: "another number of labels",
        call: () => nllLoss(ones(2, 3), zeros([3], int32)),
        error: ShapeError,
        text: "nllLoss: expected target size [2] for input [2, 3], got [3]",
      },
    ],
  },
  crossEntropy: {
    samples: [
      ...[...cases, ...smoothed].map((given) => sample(crossEntropy, given)),
      ...(["mean", "sum", "none"] as const).map(
        (reduction) =>
          ({
            name: `probabilities, ${reduction}`,
            inputs: [
              { shape: [4, 3, 2] },
              { shape: [4, 3, 2], range: [0.1, 0.6] },
              { shape: [3], range: [0.5, 2], gradient: false },
            ],
            run: (x: Tensor, y: Tensor, weight: Tensor) =>
              crossEntropy(x, y, { weight, reduction, ...(reduction === "sum" ? { labelSmoothing: 0.2 } : {}) }),
          }) as const,
      ),
      {
        name: "large logits",
        edge: true,
        inputs: [{ shape: [4, 5], range: [-1000, 1000] }, target],
        gradient: "none",
        run: (x, y) => crossEntropy(x, y),
      },
      {
        name: "nothing counted: NaN",
        inputs: [input, { shape: [4], dtype: "int32", values: [-100, -100, -100, -100] }],
        gradient: "none",
        run: (x, y) => crossEntropy(x, y),
      },
    ],
    errors: [
      {
        name: "a label out of range",
        call: () => crossEntropy(ones(2, 3), tensor([0, 3], int32)),
        error: IndexError,
        text: "crossEntropy: Target 3 is out of bounds: at position 1, with 3 classes (labels 0 to 2)",
      },
      {
        name: "a negative label",
        call: () => crossEntropy(ones(2, 3), tensor([-1, 0], int32)),
        error: IndexError,
        text: "crossEntropy: Target -1 is out of bounds: at position 0, with 3 classes (labels 0 to 2)",
      },
      {
        name: "float labels",
        call: () => crossEntropy(ones(2, 3), ones(2)),
        error: DTypeError,
        text: 'crossEntropy: expected target to hold class indices as int32 (or uint8), but got float32; convert with .to("int32"), or give probabilities of the shape [2, 3]',
      },
      {
        name: "integer logits",
        call: () => crossEntropy(ones([2, 3], int32), zeros([2], int32)),
        error: DTypeError,
        text: 'crossEntropy: expected a floating point input, but got int32; convert with .to("float32")',
      },
      {
        name: "another number of labels",
        call: () => crossEntropy(ones(2, 3), zeros([3], int32)),
        error: ShapeError,
        text: "crossEntropy: expected target size [2] for input [2, 3], got [3]",
      },
      {
        name: "0-d logits",
        call: () => crossEntropy(ones([]), zeros([], int32)),
        error: ShapeError,
        text: "crossEntropy: expected an input of at least one dimension, the classes, but got a 0-d tensor",
      },
      {
        name: "weights of another size",
        call: () => crossEntropy(ones(2, 3), zeros([2], int32), { weight: ones(2) }),
        error: ShapeError,
        text: "crossEntropy: weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]",
      },
      {
        name: "an unknown reduction",
        call: () => crossEntropy(ones(2, 3), zeros([2], int32), { reduction: "average" as "mean" }),
        error: ArgumentError,
        text: 'crossEntropy: average is not a valid value for reduction; take "mean", "sum" or "none"',
      },
      {
        name: "smoothing above 1",
        call: () => crossEntropy(ones(2, 3), zeros([2], int32), { labelSmoothing: 1.5 }),
        error: ArgumentError,
        text: "crossEntropy: label_smoothing must be between 0.0 and 1.0. Got: 1.5",
      },
    ],
  },
});
