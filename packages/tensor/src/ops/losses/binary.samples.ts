// Samples of binaryCrossEntropy and binaryCrossEntropyWithLogits.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, AutogradError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { binaryCrossEntropy, binaryCrossEntropyWithLogits } from "./binary.js";
import { type Loss, pairErrors, pairSamples, reductions } from "./reduction.testing.js";

const probability = { range: [0.1, 0.9] } as const;
const factor = { range: [0.5, 2], gradient: false } as const;

const weighted = (loss: Loss, input: object, shape: readonly number[]): readonly Sample[] =>
  reductions.map((reduction) => ({
    name: `weighted [${shape.join(", ")}], ${reduction}`,
    inputs: [
      { shape: [3, 4], ...input },
      { shape: [3, 4], ...probability },
      { shape, ...factor },
    ],
    run: (x, y, weight) => loss(x, y!, { reduction, weight }),
  }));

export const samples = defineSamples({
  binaryCrossEntropy: {
    samples: [
      ...pairSamples(binaryCrossEntropy, probability, probability),
      ...weighted(binaryCrossEntropy, probability, [3, 4]),
      ...weighted(binaryCrossEntropy, probability, [4]),
      {
        name: "certain, right and wrong",
        inputs: [
          { shape: [4], values: [0, 1, 0, 1] },
          { shape: [4], values: [0, 1, 1, 0], gradient: false },
        ],
        gradient: "none",
        run: (x, y) => binaryCrossEntropy(x, y!, { reduction: "none" }),
      },
      {
        name: "the weight in its place",
        inputs: [
          { shape: [2, 4], ...probability },
          { shape: [2, 4], ...probability },
          { shape: [2, 1], ...factor },
        ],
        run: (x, y, weight) => binaryCrossEntropy(x, y!, weight!),
      },
    ],
    errors: [
      ...pairErrors("binaryCrossEntropy", binaryCrossEntropy),
      {
        name: "an input above 1",
        call: () => binaryCrossEntropy(tensor([0.5, 1.5]), ones(2)),
        error: ArgumentError,
        text: "binaryCrossEntropy: all elements of input should be between 0 and 1, but got 1.5",
      },
      {
        name: "an input that is NaN",
        call: () => binaryCrossEntropy(tensor([Number.NaN, 0]), ones(2)),
        error: ArgumentError,
        text: "binaryCrossEntropy: all elements of input should be between 0 and 1, but got NaN",
      },
      {
        name: "a target below 0",
        call: () => binaryCrossEntropy(ones(5), tensor([0, 0, 0, 0, -1])),
        error: ArgumentError,
        text: "binaryCrossEntropy: all elements of target should be between 0 and 1, but got -1",
      },
      {
        name: "another shape",
        call: () => binaryCrossEntropy(ones(2, 1), ones(2)),
        error: ShapeError,
        text: "binaryCrossEntropy: Using a target size ([2]) that is different to the input size ([2, 1]) is deprecated. Please ensure they have the same size: target.viewAs(input), or expandAs",
      },
      {
        name: "labels as integers",
        call: () => binaryCrossEntropy(ones(2), ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'binaryCrossEntropy: Found dtype int32 but expected float32; convert the target with .to("float32")',
      },
      {
        name: "a weight larger than the input",
        call: () => binaryCrossEntropy(ones(2), ones(2), { weight: ones(3, 2) }),
        error: ShapeError,
        text: "binaryCrossEntropy: output with shape [2] doesn't match the broadcast shape [3, 2] of the weight",
      },
      {
        name: "a weight that wants a gradient",
        call: () => binaryCrossEntropy(ones(2), ones(2), { weight: ones([2], { requiresGrad: true }) }),
        error: AutogradError,
        text: "binaryCrossEntropy: not differentiable with respect to argument 'weight'. This input cannot have requiresGrad true; give weight.detach()",
      },
    ],
  },
  binaryCrossEntropyWithLogits: {
    samples: [
      ...pairSamples(binaryCrossEntropyWithLogits, {}, probability),
      ...weighted(binaryCrossEntropyWithLogits, {}, [4]),
      ...reductions.map(
        (reduction): Sample => ({
          name: `posWeight, ${reduction}`,
          inputs: [
            { shape: [3, 4] },
            { shape: [3, 4], ...probability },
            { shape: [4], ...factor },
            { shape: [3, 1], ...factor },
          ],
          run: (x, y, posWeight, weight) =>
            binaryCrossEntropyWithLogits(x, y!, { reduction, posWeight, weight } as object),
        }),
      ),
      {
        name: "large logits",
        inputs: [
          { shape: [6], values: [-200, 200, -200, 200, -90, 90] },
          { shape: [6], values: [0, 0, 1, 1, 0.5, 0.5], gradient: false },
        ],
        gradient: "none",
        run: (x, y) => binaryCrossEntropyWithLogits(x, y!, { reduction: "none" }),
      },
    ],
    errors: [
      ...pairErrors("binaryCrossEntropyWithLogits", binaryCrossEntropyWithLogits),
      {
        name: "another shape",
        call: () => binaryCrossEntropyWithLogits(ones(2, 1), ones(2)),
        error: ShapeError,
        text: "binaryCrossEntropyWithLogits: Target size ([2]) must be the same as input size ([2, 1]); target.viewAs(input), or unsqueeze(1) for scores of the shape (N, 1)",
      },
      {
        name: "labels as integers",
        call: () => binaryCrossEntropyWithLogits(ones(2), ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: "binaryCrossEntropyWithLogits: not implemented for 'int32': target must be floating; convert with .to(\"float32\")",
      },
      {
        name: "a posWeight that wants a gradient",
        call: () => binaryCrossEntropyWithLogits(ones(2), ones(2), { posWeight: ones([2], { requiresGrad: true }) }),
        error: AutogradError,
        text: "binaryCrossEntropyWithLogits: not differentiable with respect to argument 'posWeight'. This input cannot have requiresGrad true; give posWeight.detach()",
      },
    ],
  },
});
