// Samples of hingeEmbeddingLoss, marginRankingLoss, softMarginLoss and multilabelSoftMarginLoss, away from their kinks.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { AutogradError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { hingeEmbeddingLoss, marginRankingLoss, multilabelSoftMarginLoss, softMarginLoss } from "./margins.js";
import { optionErrors, pairErrors, pairSamples, reductions } from "./reduction.testing.js";

/** Signs are of 1 here and −1 there. */
const signs: InputSpec = { shape: [2, 3], values: [1, -1, -1, 1, 1, -1], gradient: false };
const shape = [2, 3];

export const samples = defineSamples({
  hingeEmbeddingLoss: {
    samples: [
      ...pairSamples(hingeEmbeddingLoss, { range: [-0.8, 0.8] }, { range: [0.2, 0.8], gradient: false }),
      ...reductions.map(
        (reduction): Sample => ({
          name: `signs, ${reduction}`,
          inputs: [{ shape, avoid: [0.5] }, signs],
          run: (x, y) => hingeEmbeddingLoss(x, y!, { reduction, margin: 0.5 }),
        }),
      ),
    ],
    errors: [
      ...pairErrors("hingeEmbeddingLoss", hingeEmbeddingLoss),
      {
        name: "an input of integers",
        call: () => hingeEmbeddingLoss(ones([2], { dtype: "int32" }), ones(2)),
        error: DTypeError,
        text: "hingeEmbeddingLoss: not implemented for 'int32': input must be floating; convert with .to(\"float32\")",
      },
    ],
  },
  marginRankingLoss: {
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: [{ shape, range: [1, 2] }, { shape, range: [-1, 0.5] }, signs],
          run: (x, y, target) => marginRankingLoss(x, y!, target!, { reduction, margin: 0.2 }),
        }),
      ),
      {
        name: "broadcast",
        inputs: [{ shape: [2, 1], range: [1, 2] }, { shape: [1, 3], range: [-1, 0.5] }, signs],
        run: (x, y, target) => marginRankingLoss(x, y!, target!, 0.2),
      },
      {
        name: "stepped",
        inputs: [{ shape, range: [1, 2], layout: "stepped" }, { shape, range: [-1, 0.5] }, signs],
        run: (x, y, target) => marginRankingLoss(x, y!, target!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [] }, { shape: [], values: [-1], gradient: false }],
        run: (x, y, target) => marginRankingLoss(x, y!, target!, 5),
      },
      {
        name: "no elements",
        inputs: [{ shape: [0] }, { shape: [0] }, { shape: [0] }],
        run: (x, y, target) => marginRankingLoss(x, y!, target!, { reduction: "sum" }),
      },
      ...(["int32", "uint8"] as const).map(
        (dtype): Sample => ({
          name: dtype,
          inputs: [
            { shape, dtype },
            { shape, dtype },
            { shape, dtype, values: [1, 1, 1, 1, 1, 1] },
          ],
          gradient: "none",
          run: (x, y, target) => marginRankingLoss(x, y!, target!, { reduction: "none", margin: 0.5 }),
        }),
      ),
    ],
    errors: [
      ...optionErrors("marginRankingLoss", (options) => marginRankingLoss(ones(2), ones(2), ones(2), options)),
      {
        name: "other numbers of dimensions",
        call: () => marginRankingLoss(ones(2, 1), ones(2, 1), ones(2)),
        error: ShapeError,
        text: "marginRankingLoss: All input tensors should have same dimension but got sizes: input1: [2, 1], input2: [2, 1], target: [2]; unsqueeze or view one",
      },
    ],
  },
  softMarginLoss: {
    samples: [
      ...pairSamples(softMarginLoss, {}, { gradient: false }),
      { name: "signs", inputs: [{ shape }, signs], run: (x, y) => softMarginLoss(x, y!) },
    ],
    errors: [
      ...pairErrors("softMarginLoss", softMarginLoss),
      {
        name: "a target that wants a gradient",
        call: () => softMarginLoss(ones(2), ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: "softMarginLoss: not differentiable with respect to argument 'target'. This input cannot have requiresGrad true; give target.detach()",
      },
    ],
  },
  multilabelSoftMarginLoss: {
    samples: [
      ...pairSamples(multilabelSoftMarginLoss, {}, { range: [0, 1] }).filter(({ name }) => name !== "0-d"),
      {
        name: "a vector",
        inputs: [{ shape: [4] }, { shape: [4], range: [0, 1] }],
        run: (x, y) => multilabelSoftMarginLoss(x, y!, { reduction: "none" }),
      },
      {
        name: "weighted",
        inputs: [{ shape: [2, 4] }, { shape: [2, 4], range: [0, 1] }, { shape: [4], range: [0.5, 2] }],
        run: (x, y, weight) => multilabelSoftMarginLoss(x, y!, weight!),
      },
      {
        name: "one weight",
        inputs: [{ shape: [2, 4] }, { shape: [2, 4], range: [0, 1] }, { shape: [] }],
        run: (x, y, weight) => multilabelSoftMarginLoss(x, y!, weight!),
      },
    ],
    errors: [
      ...pairErrors("multilabelSoftMarginLoss", multilabelSoftMarginLoss),
      {
        name: "no classes",
        call: () => multilabelSoftMarginLoss(ones([]), ones([])),
        error: ShapeError,
        text: "multilabelSoftMarginLoss: expected an input of at least one dimension, the classes, but got a 0-d tensor",
      },
    ],
  },
});
