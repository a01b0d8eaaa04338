// Samples of the other kinds of dropout. Each run seeds a generator of its own, so that all runs drop the same.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { Generator } from "../../random/generator.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import type { DropoutOptions } from "./dropout.js";
import { alphaDropout, dropout1d, dropout2d, dropout3d, featureAlphaDropout } from "./dropouts.js";

type Drop = (input: Tensor, options: DropoutOptions) => Tensor;
type Case = readonly [name: string, p: number, input: InputSpec];

const samplesOf = (drop: Drop, cases: readonly Case[]) => [
  ...cases.map(([name, p, input]) => ({
    name,
    inputs: [input],
    ...(p === 0 || p === 1 ? { edge: true } : {}),
    run: (a: Tensor) => drop(a, { p, training: true, generator: new Generator().manualSeed(7) }),
  })),
  {
    name: "in evaluation",
    inputs: [cases[0]![2]],
    tolerance: 0,
    run: (a: Tensor) => drop(a, { p: 0.5, training: false }),
  },
];

const golden = { none: "draws: goldens of their own hold the streams" } as const;

const extremes = (shape: readonly number[], zero: readonly number[]): readonly Case[] => [
  ["everything", 1, { shape }],
  ["nothing", 0, { shape }],
  ["zero-size", 0.5, { shape: zero }],
];

const noTraining = (name: string, drop: Drop, input: () => Tensor) => ({
  name: "no word on training",
  call: () => drop(input(), { p: 0.5 } as never),
  error: ArgumentError,
  text: `${name}: training must be given, true or false, but got undefined; in a module pass { training: this.training }`,
});

export const samples = defineSamples({
  dropout1d: {
    golden,
    samples: samplesOf(dropout1d, [
      ["batch", 0.4, { shape: [3, 4, 5] }],
      ["without a batch", 0.4, { shape: [6, 3] }],
      ["transposed", 0.4, { shape: [4, 5], layout: "transposed" }],
      ["stepped", 0.4, { shape: [4, 5], layout: "stepped" }],
      ...extremes([2, 3, 4], [2, 0, 3]),
    ]),
    errors: [
      noTraining("dropout1d", dropout1d, () => ones(2, 2)),
      {
        name: "one dimension",
        call: () => dropout1d(ones(3), 0.5, true),
        error: ShapeError,
        text:
          "dropout1d: Expected 2D or 3D input, but received a 1D input. Note that dropout1d exists to provide channel-wise dropout on " +
          "inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).",
      },
    ],
  },
  dropout2d: {
    golden,
    samples: samplesOf(dropout2d, [
      ["images", 0.4, { shape: [3, 4, 2, 3] }],
      ["transposed", 0.4, { shape: [2, 3, 4, 5], layout: "transposed" }],
      ["stepped", 0.4, { shape: [2, 3, 4, 5], layout: "stepped" }],
      ["expanded", 0.4, { shape: [2, 3, 4, 5], layout: "expanded" }],
      ...extremes([2, 3, 2, 2], [2, 0, 3, 2]),
    ]),
    errors: [
      noTraining("dropout2d", dropout2d, () => ones(1, 2, 2, 2)),
      {
        name: "one dimension",
        call: () => dropout2d(ones(3), 0.5, true),
        error: ShapeError,
        text: "dropout2d: Feature dropout requires at least 2 dimensions in the input",
      },
    ],
  },
  dropout3d: {
    golden,
    samples: samplesOf(dropout3d, [
      ["volumes", 0.4, { shape: [2, 4, 1, 2, 3] }],
      ["without a batch", 0.4, { shape: [5, 2, 2, 1] }],
      ["transposed", 0.4, { shape: [2, 3, 4, 5], layout: "transposed" }],
      ...extremes([2, 3, 1, 2, 2], [2, 0, 3, 2, 1]),
    ]),
    errors: [noTraining("dropout3d", dropout3d, () => ones(1, 2, 2, 2, 2))],
  },
  alphaDropout: {
    golden,
    samples: samplesOf(alphaDropout, [
      ["half", 0.5, { shape: [6, 7] }],
      ["a quarter", 0.25, { shape: [40] }],
      ["0-d", 0.5, { shape: [] }],
      ["transposed", 0.3, { shape: [4, 5], layout: "transposed" }],
      ["stepped", 0.3, { shape: [4, 5], layout: "stepped" }],
      ["expanded", 0.3, { shape: [4, 5], layout: "expanded" }],
      ...extremes([3, 4], [0, 3]),
    ]),
    errors: [noTraining("alphaDropout", alphaDropout, () => ones(2))],
  },
  featureAlphaDropout: {
    golden,
    samples: samplesOf(featureAlphaDropout, [
      ["channels", 0.4, { shape: [3, 4, 5] }],
      ["transposed", 0.3, { shape: [4, 5], layout: "transposed" }],
      ["stepped", 0.3, { shape: [4, 5], layout: "stepped" }],
      ...extremes([2, 3, 4], [2, 0, 3]),
    ]),
    errors: [
      noTraining("featureAlphaDropout", featureAlphaDropout, () => ones(2, 2)),
      {
        name: "one dimension",
        call: () => featureAlphaDropout(ones(3), 0.5, true),
        error: ShapeError,
        text: "featureAlphaDropout: Feature dropout requires at least 2 dimensions in the input",
      },
    ],
  },
});
