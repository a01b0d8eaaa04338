// Samples of dropout. Each run seeds a generator of its own, so that all runs drop the same units.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { Generator } from "../../random/generator.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { dropout } from "./dropout.js";

const cases: readonly (readonly [name: string, p: number, input: InputSpec])[] = [
  ["half", 0.5, { shape: [6, 7] }],
  ["a quarter", 0.25, { shape: [40] }],
  ["everything", 1, { shape: [3, 4] }],
  ["nothing", 0, { shape: [3, 4] }],
  ["0-d", 0.5, { shape: [] }],
  ["zero-size", 0.5, { shape: [0, 3] }],
  ["transposed", 0.3, { shape: [4, 5], layout: "transposed" }],
  ["stepped", 0.3, { shape: [4, 5], layout: "stepped" }],
  ["expanded", 0.3, { shape: [4, 5], layout: "expanded" }],
];

export const samples = defineSamples({
  dropout: {
    golden: { none: "draws: goldens of their own hold the streams" },
    samples: [
      ...cases.map(([name, p, input]) => ({
        name,
        inputs: [input],
        ...(p === 0 || p === 1 ? { edge: true } : {}),
        run: (a: Tensor) => dropout(a, { p, training: true, generator: new Generator().manualSeed(7) }),
      })),
      {
        name: "in evaluation",
        inputs: [{ shape: [3, 4] }],
        tolerance: 0,
        run: (a) => dropout(a, { p: 0.5, training: false }),
      },
      {
        name: "infinities and NaN: 0 · ∞ is NaN",
        inputs: [
          {
            shape: [8],
            values: [
              1,
              Number.POSITIVE_INFINITY,
              Number.NaN,
              2,
              Number.POSITIVE_INFINITY,
              Number.POSITIVE_INFINITY,
              3,
              Number.NEGATIVE_INFINITY,
            ],
          },
        ],
        gradient: "none",
        run: (a) => dropout(a, { p: 0.5, training: true, generator: new Generator().manualSeed(7) }),
      },
    ],
    errors: [
      {
        name: "p above 1",
        call: () => dropout(ones(2), { p: 1.5, training: true }),
        error: ArgumentError,
        text: "dropout probability has to be between 0 and 1, but got 1.5",
      },
      {
        name: "p below 0",
        call: () => dropout(ones(2), { p: -0.1, training: true }),
        error: ArgumentError,
        text: "dropout probability has to be between 0 and 1, but got -0.1",
      },
      {
        name: "p that is no number",
        call: () => dropout(ones(2), { p: Number.NaN, training: true }),
        error: ArgumentError,
        text: "dropout probability has to be between 0 and 1, but got NaN",
      },
      {
        name: "no word on training",
        call: () => dropout(ones(2), { p: 0.5 } as never),
        error: ArgumentError,
        text: "dropout: training must be given, true or false, but got undefined; in a module pass { training: this.training }",
      },
    ],
  },
});
