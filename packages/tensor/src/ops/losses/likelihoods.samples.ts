// Samples of klDiv, poissonNllLoss and gaussianNllLoss.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { full, ones, tensor } from "../creation/creation.js";
import { gaussianNllLoss, klDiv, poissonNllLoss } from "./likelihoods.js";
import { optionErrors, pairErrors, pairSamples, reductions } from "./reduction.testing.js";

const positive = { range: [0.2, 2] } as const;
const counts = { range: [1.2, 5] } as const;
const shape = [3, 4];

export const samples = defineSamples({
  klDiv: {
    golden: ([input, target], options) => klDiv(input!, target!, options),
    samples: [
      ...pairSamples(klDiv, {}, positive),
      {
        name: "batchmean",
        inputs: [{ shape }, { shape, ...positive }],
        run: (x, y) => klDiv(x, y!, { reduction: "batchmean" }),
      },
      {
        name: "batchmean, 0-d",
        inputs: [{ shape: [] }, { shape: [], ...positive }],
        run: (x, y) => klDiv(x, y!, { reduction: "batchmean" }),
      },
      ...reductions.map(
        (reduction): Sample => ({
          name: `logarithms of targets, ${reduction}`,
          inputs: [{ shape }, { shape: [4] }],
          run: (x, y) => klDiv(x, y!, { reduction, logTarget: true }),
        }),
      ),
      {
        name: "targets of 0",
        inputs: [
          { shape: [3], values: [-1, -2, -0.5] },
          { shape: [3], values: [0, 1, 0.5], gradient: false },
        ],
        gradient: "first",
        run: (x, y) => klDiv(x, y!, { reduction: "sum" }),
      },
    ],
    errors: [
      ...pairErrors("klDiv", klDiv),
      {
        name: "integers",
        call: () => klDiv(ones(2), ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'klDiv: Integral inputs not supported, but got float32 and int32; convert with .to("float32")',
      },
    ],
  },
  poissonNllLoss: {
    samples: [
      ...pairSamples(poissonNllLoss, {}, counts),
      ...[{ full: true }, { logInput: false }, { logInput: false, full: true, eps: 0.1 }].map(
        (options): Sample => ({
          name: Object.keys(options).join(" and "),
          inputs: [
            { shape, ...positive },
            { shape: [4], ...counts },
          ],
          run: (x, y) => poissonNllLoss(x, y!, options),
        }),
      ),
    ],
    errors: pairErrors("poissonNllLoss", poissonNllLoss),
  },
  gaussianNllLoss: {
    golden: ([input, target, variance], options) =>
      gaussianNllLoss(input!, target!, variance as Tensor | number, options),
    samples: [
      ...reductions.map(
        (reduction): Sample => ({
          name: reduction,
          inputs: [{ shape }, { shape }, { shape, ...positive }],
          run: (x, y, variance) => gaussianNllLoss(x, y!, variance!, { reduction }),
        }),
      ),
      {
        name: "in full, a variance a row",
        inputs: [{ shape }, { shape }, { shape: [3], ...positive }],
        run: (x, y, variance) => gaussianNllLoss(x, y!, variance!, { full: true }),
      },
      {
        name: "a variance a column, transposed",
        inputs: [{ shape, layout: "transposed" }, { shape }, { shape: [1, 4], ...positive }],
        run: (x, y, variance) => gaussianNllLoss(x, y!, variance!),
      },
      { name: "one variance", inputs: [{ shape }, { shape }], run: (x, y) => gaussianNllLoss(x, y!, 0.5) },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [] }, { shape: [], ...positive }],
        run: (x, y, variance) => gaussianNllLoss(x, y!, variance!),
      },
      {
        name: "no elements",
        inputs: [{ shape: [0] }, { shape: [0] }, { shape: [0] }],
        run: (x, y, variance) => gaussianNllLoss(x, y!, variance!, { reduction: "sum" }),
      },
    ],
    errors: [
      ...optionErrors("gaussianNllLoss", (options) => gaussianNllLoss(ones(2), ones(2), ones(2), options)),
      {
        name: "a negative variance",
        call: () => gaussianNllLoss(ones(2), ones(2), tensor([1, -0.5])),
        error: ArgumentError,
        text: "gaussianNllLoss: var has negative entry/entries, but got -0.5",
      },
      {
        name: "a variance of another shape",
        call: () => gaussianNllLoss(ones(2, 3), ones(2, 3), full([3], 1)),
        error: ShapeError,
        text: "gaussianNllLoss: var is of incorrect size: expected [2, 3], that without its last dimension, or with one size 1, but got [3]",
      },
    ],
  },
});
