// Samples of philoxBits: parts of a whole, from places inside a block, at ends of words, and past 2^32 blocks.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import { philoxBits } from "./philox.js";

const places = [
  ["from the start", [7, 5], { seed: 11 }],
  ["0-d", [], { seed: 1 }],
  ["without elements", [0, 3], { seed: 1 }],
  ["a block", [4], { seed: 0 }],
  ["many", [1000], { seed: 2 ** 53 - 1, step: 2 ** 32 - 1, index: 3 }],
  ["from inside a block", [33], { seed: 5, offset: 2 ** 20 + 3 }],
  ["where a block's number leaves 32 bits", [70], { seed: 5, step: 1, offset: 4 * 2 ** 32 - 37 }],
  ["where it does between turns", [128], { seed: 5, offset: 4 * (2 ** 32 - 16) }],
] as const;

export const samples = defineSamples({
  philoxBits: {
    golden: { none: "PyTorch has no such stream on the CPU; @bernoulli/dropout holds it to the published words" },
    samples: places.map(
      ([name, shape, options]) =>
        ({ name, inputs: [], gradient: "none", tolerance: 0, run: () => philoxBits(shape, options) }) as const,
    ),
    errors: [
      {
        name: "a negative seed",
        call: () => philoxBits([2], { seed: -1 }),
        error: ArgumentError,
        text: "philoxBits: seed must be a whole number from 0 to 9007199254740991, but got -1",
      },
      {
        name: "no whole step",
        call: () => philoxBits([2], { seed: 1, step: 0.5 }),
        error: ArgumentError,
        text: "philoxBits: step must be a whole number from 0 to 4294967295, but got 0.5",
      },
    ],
  },
});
